"""What a verb tells by what stands around it: whether it brings what is said, tells only what
somebody else is told to do, or says that somebody does not comment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.grammar import (
    is_anyone,
    is_infinitive,
    is_negated,
    is_passive,
    lemma_of,
)
from timeline.extract.trees import PERSON

if TYPE_CHECKING:
    from timeline.extract.actors import Cast
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token


def says(token: Token, language: ProseLanguage) -> bool:
    """Whether a verb brings a clause or a quotation as what somebody says or thinks."""
    kind = language.lexicon.saying.get(lemma_of(token, language))
    if kind not in ("say", "think"):
        return False
    clause = token.kid("ccomp")
    if clause is not None and _only_follows(clause, token):
        return False
    if clause is not None and (clause.pos != "ADJ" or clause.kid("cop", "mark")):
        return True  # but not "find X guilty"
    if kind == "say" and token.kid("xcomp"):
        return True
    subject = token.kid("nsubj")
    behind = subject is not None and (subject.i > token.i or subject.text.startswith("-"))
    if (kind == "say" or language.inversion is not None) and behind and not token.kid("obj"):
        return True  # "« ... », juge X", "a-t-il poursuivi", "redoute X"
    if kind == "say" and token.has("punct", ":"):
        return True
    shows = language.lexicon.showing.get(lemma_of(token, language)) == "thing"
    content = token.all_kids("parataxis", "xcomp") + ([] if shows else token.all_kids("obj"))
    return not token.quoted and any(word.quoted for kid in content for word in kid.subtree())


def _only_follows(clause: Token, verb: Token) -> bool:
    """Whether a clause is none of what a verb says, but the next thing that happened: "l'un d'eux
    glisse, le groupe bascule".
    """
    if clause.i < verb.i or clause.quoted or clause.kid("mark") or not clause.kid("nsubj"):
        return False
    beside = (*verb.kids, *clause.kids)
    return any(kid.text == "," and kid.i == verb.i + 1 for kid in beside)


def is_medium(token: Token, language: ProseLanguage) -> bool:
    """Whether a noun but names the document in which something is said: "dans un communiqué"."""
    inside = (*language.prepositions.places, *language.prepositions.by)
    beside = token.pos == "NOUN" and token.dep in ("obl", "nmod") and token.case in inside
    return beside and token.lemma in language.lexicon.document


def cited(token: Token, cast: Cast, language: ProseLanguage) -> Token | None:
    """Whom or which document a verb of citing names as the source of what is said: "says, citing
    the police".
    """
    whom = token.kid("obj") if token.lemma in language.lexicon.citing else None
    known = whom is not None and (cast.who(whom) or whom.lemma in language.lexicon.document)
    return whom if known else None


def is_instruction(token: Token) -> bool:
    """Whether a verb tells the reader what to do: an infinitive on its own."""
    infinitive = token.morph.get("VerbForm") == "Inf" and not token.kid("aux", "nsubj", "mark")
    above = token.head
    second = token.dep == "conj" and above is not None and is_instruction(above)
    return infinitive and (above is None or second)


def is_of_things(token: Token, cast: Cast, language: ProseLanguage) -> bool:
    """Whether a verb that means something else of things has one for its object, or for what does
    it.
    """
    found = []
    if token.lemma in language.lexicon.of_people:
        found.append(token.kid("obj", "nsubj:pass"))
    if token.lemma in language.lexicon.by_people:
        found.append(token.kid("obl:agent" if is_passive(token, language) else "nsubj"))
    weapons = language.lexicon.weapon
    things = [one for one in found if one and one.pos != "PRON" and one.lemma not in weapons]
    return any(not cast.who(thing) and language.noun(thing) is None for thing in things)


def is_nickname(token: Token) -> bool:
    """Whether a participle of saying only tells what somebody is called: "X, dit « le Chat »"."""
    past = (token.morph.get("VerbForm"), token.morph.get("Tense")) == ("Part", "Past")
    beside = past and token.dep in ("acl", "amod", "appos", "dep")
    called = beside and token.kid("aux", "aux:pass", "nsubj") is None
    quoted = (kid for kid in token.all_kids("obj", "xcomp", "obl") if kid.quoted and kid.case == "")
    return called and not token.quoted and any(kid.pos in ("NOUN", "PROPN") for kid in quoted)


def only_names(token: Token, cast: Cast, language: ProseLanguage) -> bool:
    """Whether a verb that may appoint somebody only says who they are: "the victim was named as X",
    "who did not want to be named", "named in the lawsuit".
    """
    if token.lemma not in language.lexicon.naming:
        return False
    beside = token.all_kids("obj", "xcomp", "obl")
    if any(kid.case and any(one.named for one in cast.who(kid)) for kid in beside):
        return True
    objects = [kid for kid in beside if kid.dep == "obj"]
    offices = objects[1:] if not is_passive(token, language) else objects
    offices += [kid for kid in beside if kid.dep == "xcomp"]
    offices += [kid for kid in beside if kid.case and kid.lemma in language.lexicon.title]
    offices += [kid for kid in beside if kid.case == language.prepositions.to]
    return not offices


def is_rumour(token: Token, language: ProseLanguage) -> bool:
    """Whether a verb of saying only hedges what it stands beside: "is said to have", "a été annoncé
    que", "dit-on".
    """
    said = language.lexicon.saying.get(lemma_of(token, language)) == "say"
    if said and any(is_anyone(kid, language) for kid in token.all_kids("nsubj")):
        return True
    deeds = [one for one in token.all_kids("xcomp") if one.pos in ("VERB", "AUX") or one.kid("cop")]
    hedging = bool(deeds) and token.kid("obl:agent") is None
    inserted = token.dep == "parataxis" and token.kid("nsubj", "aux") is None  # ", said to be ill,"
    return said and hedging and (inserted or is_passive(token, language))


def has_content(token: Token, language: ProseLanguage) -> bool:
    """Whether something stands beside a verb that may be what it asks for; not where it tells what
    somebody is called: "appeler X « la bourgeoise »".
    """
    if not token.quoted and any(kid.quoted for kid in token.all_kids("obj")):
        return False
    asked = any(kid.case == language.prepositions.to for kid in token.all_kids("obl"))
    clauses = token.all_kids("xcomp", "ccomp")
    return asked or any(kid.pos in ("VERB", "AUX") or kid.kid("cop") for kid in clauses)


def is_finite(token: Token) -> bool:
    """Whether a verb is an infinitive, or shows its tense, of a participle by its auxiliary or that
    of the one it is coordinated with.
    """
    if token.morph.get("VerbForm") in ("Fin", "Inf") or token.kid("aux", "aux:pass"):
        return True
    return (
        token.dep == "conj"
        and token.head is not None
        and token.head.kid("aux", "aux:pass") is not None
    )


def withholds(verb: Token, language: ProseLanguage) -> bool:
    """Whether a verb of denying is but the second half of "neither confirm nor deny"."""
    head = verb.head
    if head is None or verb.dep != "conj" or head.lemma not in language.lexicon.comment:
        return False
    nor = any(kid.lower in language.negation.neither for kid in (*verb.kids, *head.kids))
    return nor and language.lexicon.saying.get(verb.lemma) == "deny"


def _remark(verb: Token, language: ProseLanguage) -> Token | None:
    """What a verb that only holds a noun of saying says: "faire de commentaire"."""
    remark = verb.kid("obj") if verb.pos == "VERB" and language.is_support(verb.lemma) else None
    return remark if remark is not None and remark.lemma in language.lexicon.comment else None


def _is_neither(verb: Token, language: ProseLanguage) -> bool:
    """Whether a verb is the first of "neither ... nor ..."."""
    nor = any(kid.lower in language.negation.neither for kid in verb.kids)
    return nor and any(withholds(kid, language) for kid in verb.all_kids("conj"))


def declined(token: Token, language: ProseLanguage) -> Token | None:
    """What somebody does not do who declines to comment: "n'a pas souhaité réagir", "declined to
    comment".
    """
    content = [
        _remark(kid, language) or kid
        for kid in token.kids
        if kid.dep in ("xcomp", "obj", "obl", "advcl")
        and (kid.lemma in language.lexicon.comment or _remark(kid, language))
        and not (kid.dep == "advcl" and kid.morph.get("VerbForm") == "Fin")
    ]
    if lemma_of(token, language) in language.lexicon.declining:
        return content[0] if content else None
    if token.dep == "xcomp" and is_infinitive(token):
        return None  # "averti de ne pas parler"
    if any(kid.lower in language.lexicon.slow for kid in token.all_kids("advmod")):
        return None  # "n'a pas mis longtemps à réagir"
    negated = is_negated(token, language) or _is_neither(token, language)
    if not negated or lemma_of(token, language) in language.lexicon.failing:
        return None
    if content and content[0].dep != "obl":
        return content[0]
    bare = token.lemma in language.lexicon.comment and token.pos == "VERB"
    return token if bare and not _is_to_somebody(token, language) else None


def _is_to_somebody(verb: Token, language: ProseLanguage) -> bool:
    """Whether somebody is said not to speak to a certain person, not to whoever asks: "has not
    spoken to Brandt since May".
    """
    prepositions = language.prepositions
    cases = (prepositions.to, *prepositions.together)
    whom = [*(kid for kid in verb.all_kids("obl") if kid.case in cases), *verb.all_kids("iobj")]
    return any(kid.ent in PERSON or kid.lower in language.lexicon.pronoun for kid in whom)
