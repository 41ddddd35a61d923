"""What nouns and predicates say of the clause that they bring: that it is a rumour, false, what
somebody is guilty of, or not done but something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.extract.grammar import is_infinitive, is_negated

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token
    from timeline.records import Modality


def contents(noun: Token) -> list[Token]:
    """The clauses that tell what a noun is about: "the rumour that X resigned", "the intention to
    resign".
    """
    clauses = noun.all_kids("acl", "acl:relcl", "xcomp", "ccomp") if noun.pos == "NOUN" else []
    return [
        one
        for one in clauses
        if is_infinitive(one)
        or (one.dep != "acl:relcl" and any(kid.pos == "SCONJ" for kid in one.all_kids("mark")))
    ]


def told_by_noun(
    below: Token, above: Token, language: ProseLanguage
) -> tuple[Modality, bool] | None:
    """What a noun makes of the clause that is its content, and whether that is not so: "claims
    that X resigned (are false)"; None if it tells nothing of it, as "the fact that".
    """
    mood = language.lexicon.noun_mood.get(above.lemma)
    absent = any(kid.lower in language.negation.determiners for kid in above.kids)
    if below not in contents(above):
        return None
    if mood is None and absent and is_infinitive(below):
        return "hypothetical", False  # "there is no reason to"
    verb = above.head
    if mood is None:
        return None
    if absent or (verb is not None and is_negated(verb, language)):
        if mood in ("planned", "requested") and is_infinitive(below):
            return mood, True  # "has no plans to"
        return "hypothetical", False  # "there is no evidence that"
    if mood == "planned" and not is_infinitive(below) and not language.moods(below):
        mood = "reported"  # "the announcement that X had been released"
    return mood, verb is not None and is_untrue(verb, language)


def guilt(below: Token, above: Token, language: ProseLanguage) -> tuple[set[Modality], bool] | None:
    """How sure a predicate makes what somebody is said to be guilty of, and whether it denies that
    they did it: "pleaded not guilty to killing X"; None if it says nothing of guilt.
    """
    innocent = above.lemma in language.lexicon.innocent
    brought = below.dep in ("advcl", "xcomp", "ccomp", "obl", "nmod")
    if not brought or not (innocent or above.lemma in language.lexicon.guilty):
        return None
    verb = above.head if above.dep in ("acomp", "xcomp", "obl", "dep") else None
    words = {kid.lower for kid in above.kids}
    negated = bool(words.intersection(language.negation.adjectives)) or (
        verb is not None and is_negated(verb, language)
    )
    told = verb is not None and verb.lemma != language.copula
    done = below.pos == "NOUN"  # "not guilty of the murder": somebody did that
    return {"reported"} if told else set(), innocent != negated and not done


def is_untrue(token: Token, language: ProseLanguage) -> bool:
    """Whether a predicate says of what it brings that it is not so: "il est faux que"."""
    said = token if token.pos == "ADJ" else token.kid("acomp")
    if said is None:
        return False
    negated = is_negated(token, language)
    return said.lemma in (language.lexicon.true if negated else language.lexicon.false)


def _leads_to(adverb: Token, verb: Token) -> bool:
    """Whether an adverb and a preposition or conjunction bring a verb: "rather than go"; what is
    done "instead" is done.
    """
    joined = (*adverb.kids, *verb.all_kids("mark", "case", "cc"))
    return any(kid.i == adverb.i + 1 for kid in joined)


def is_instead(verb: Token, language: ProseLanguage) -> bool:
    """Whether something else is done than what a verb tells: "au lieu de partir", "without"."""
    head = verb.head
    if head is not None and verb.dep == "advcl" and head.pos == "ADV":
        return head.lower in language.lexicon.instead  # "stopped short of accusing"
    if head is not None and verb.dep == "xcomp" and head.lemma in language.auxiliaries:
        return any(kid.lower in language.lexicon.pending for kid in head.kids)
    return any(
        word in language.lexicon.instead
        for mark in verb.all_kids("mark", "case", "advmod")
        if mark.i < verb.i and (mark.dep != "advmod" or _leads_to(mark, verb))
        for word in (mark.lemma, *(kid.lower for kid in mark.kids))
    )


def means_nobody(pronoun: Token, language: ProseLanguage) -> bool:
    """Whether a pronoun only fills a place, goes with its verb, or stands for what somebody is or
    says: "ils l'avaient été pour vol", "ainsi que le faisait savoir X".
    """
    verb = pronoun.head
    predicate = pronoun.dep == "obj" and verb is not None and verb.kid("cop") is not None
    if verb is not None and pronoun.dep == "obj":
        beside = verb.all_kids("mark", "cc")
        predicate |= any(kid.lower in language.lexicon.aside for kid in beside)
    return predicate or pronoun.dep.startswith("expl") or pronoun.morph.get("Reflex") == "Yes"
