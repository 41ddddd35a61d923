"""How a clause is built: the lemma, voice and negation of its verb, its subject, what is
coordinated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token
    from timeline.records import Modality


def lemma_of(token: Token, language: ProseLanguage) -> str:
    """The lemma under which the lexicon has a verb: "se rendre", "break out"."""
    if not token.kids:
        return token.lemma
    if not token.whole:
        token.whole = _whole_lemma(token, language)
    return token.whole


def _whole_lemma(token: Token, language: ProseLanguage) -> str:
    if _is_reflexive(token, language):
        return f"{language.reflexive} {token.lemma}"
    particle = token.kid("prt")
    if particle is None:  # the models take some for adverbs: "stepped down"
        near = (kid for kid in token.all_kids("advmod") if kid.i == token.i + 1)
        verbs = language.lexicon.verbs
        particle = next((kid for kid in near if f"{token.lemma} {kid.lower}" in verbs), None)
    return f"{token.lemma} {particle.lower}" if particle else token.lemma


def is_part_of(word: Token, verb: Token, language: ProseLanguage) -> bool:
    """Whether a word beside a verb makes an idiom of it: "se donner la mort"."""
    table = language.lexicon.idioms
    verbs = (verb.lemma, lemma_of(verb, language))
    return any((lemma, word.lemma) in table for lemma in verbs)


def _is_reflexive(token: Token, language: ProseLanguage) -> bool:
    return any(
        kid.lower in language.reflexives and kid.morph.get("Reflex") == "Yes" for kid in token.kids
    )


def is_negated(verb: Token, language: ProseLanguage) -> bool:
    """Whether a verb is negated; "ne ... que" is not."""
    negation = language.negation
    beside = [
        kid
        for kid in verb.kids
        if kid.dep in ("advmod", "det", "cc", "preconj", "dep", "mark")
        and not any(inner.lower in negation.only for inner in kid.kids)  # "not only X resigned"
    ]
    lowers = {kid.lower for kid in beside}
    lowers |= {f"{inner.lower} {kid.lower}" for kid in beside for inner in kid.kids}  # "no longer"
    if lowers & negation.particles:
        first = min(kid.i for kid in beside if kid.lower in negation.particles)
        lowers = {kid.lower for kid in beside if kid.i > first}  # not "qu'il ne vient"
        even_so = bool(lowers & negation.even_so)
        if _is_feared(verb, language):
            return even_so
        return even_so or not (lowers & negation.only or _is_only(verb, language))
    doers = verb.all_kids("nsubj", "nsubj:pass")
    if lowers.intersection(negation.words) or any(_is_nobody(kid, language) for kid in doers):
        return True
    return any(_is_of_none(kid, language) for kid in verb.kids)


def _is_feared(verb: Token, language: ProseLanguage) -> bool:
    """Whether the particle before a verb denies nothing, since it only goes with what is feared:
    "craint que X ne parte".
    """
    above = verb.head
    return verb.dep == "ccomp" and above is not None and above.lemma in language.lexicon.uncertain


def _is_of_none(noun: Token, language: ProseLanguage) -> bool:
    """Whether what stands beside a verb says that it was not: "no minister resigned", "not everyone
    left", "at no time did X ask".
    """
    negation = language.negation
    none = [kid for kid in noun.kids if kid.lower in (*negation.determiners, *negation.words)]
    if noun.dep == "obl":
        return noun.lemma in language.lexicon.occasion and any(one.dep == "det" for one in none)
    if not noun.dep.startswith("nsubj"):
        return False
    alone = noun.kid("conj") is None
    return any(
        (one.dep in ("det", "preconj") and one.lower in negation.determiners)
        or (one.dep in ("advmod", "det") and one.i < noun.i and alone and not one.kids)
        for one in none
    )


def _is_only(verb: Token, language: ProseLanguage) -> bool:
    """Whether a word that makes "only" of a negation stands behind a verb: "n'a été votée que par
    dix députés".
    """
    only = language.negation.only
    return any(
        word.lower in only and word.dep == "advmod" and word.i > verb.i for word in verb.subtree()
    )


def _is_nobody(token: Token, language: ProseLanguage) -> bool:
    """Whether a word stands for nobody: "nobody", "personne" without an article."""
    return token.lower in language.negation.nobody and not token.kid("det", "nummod")


def stands_for_nobody(token: Token, language: ProseLanguage) -> bool:
    """Whether a word stands for nobody in what it depends on, "n'a frappé personne", or for a deed
    with what depends on it, or that depends on: "une garde à vue", "prendre parti".
    """
    above = token.head
    pair = (above.lemma if above is not None else "", token.lemma)
    if (
        pair in language.lexicon.idioms
        and token.dep in ("nmod", "obj")
        and token.kid("det") is None
    ):
        return True
    if any((token.lemma, kid.lemma) in language.lexicon.idioms for kid in token.all_kids("nmod")):
        return True
    verb = token.head
    negated = verb is not None and is_negated(verb, language)
    return negated and _is_nobody(token, language)


def charge(below: Token, above: Token, language: ProseLanguage) -> Modality | None:
    """How sure a verb above a word is that its object did what the word tells; None if it says
    nothing of that.
    """
    if above.pos not in ("VERB", "AUX") or below.dep not in ("xcomp", "ccomp", "advcl", "obl"):
        return None
    marks = (below.case, *(kid.lower for kid in below.all_kids("mark")))
    purpose = below.morph.get("VerbForm") == "Inf" and below.has("mark", *language.aims)
    purpose = purpose and below.kid("aux") is None  # "poursuivi pour avoir volé"
    if purpose or not any(mark in language.charges for mark in marks):
        return None
    known = language.lexicon.charging.get(lemma_of(above, language))
    if known is None and _is_put_on_trial(above, language):
        known = "reported"
    unsaid = known == "reported" and is_passive(above, language) and not above.kid("obl:agent")
    return "possible" if unsaid else known  # "charged with": nobody is named who says so


def is_charged_order(verb: Token, language: ProseLanguage) -> bool:
    """Whether somebody is only charged with having ordered what a verb brings."""
    above = verb.head
    ordered = verb.lemma in language.lexicon.bidding and above is not None
    return ordered and above is not None and charge(verb, above, language) is not None


def _is_put_on_trial(verb: Token, language: ProseLanguage) -> bool:
    """Whether a verb and what stands beside it bring somebody to court: "mis en examen"."""
    table = language.lexicon.idioms
    beside = (table.get((verb.lemma, kid.lemma)) for kid in verb.all_kids("obl"))
    return any(sense is not None and sense.type == "TRIAL" for sense in beside)


def is_wrongly(verb: Token, language: ProseLanguage) -> bool:
    """Whether it is said of a verb of saying or accusing that what it brings is not so: "falsely
    claimed that", "accusé à tort de".
    """
    for kid in verb.all_kids("advmod"):
        words = f"{kid.case} {kid.lower}" if kid.case else kid.lower
        if words in language.lexicon.wrongly:
            return kid.kid("conj") is None  # "à tort ou à raison"
    return False


def is_anyone(subject: Token, language: ProseLanguage) -> bool:
    """Whether a subject behind its verb stands for nobody in particular: "dit-on"."""
    behind = subject.head is not None and subject.i > subject.head.i
    return behind and subject.lower in language.lexicon.anyone


def is_infinitive(token: Token) -> bool:
    """Whether a verb is in the infinitive, of the perfect too."""
    forms = (token, *token.all_kids("aux", "aux:pass"))
    return any(form.morph.get("VerbForm") == "Inf" for form in forms)


def identified(token: Token, language: ProseLanguage) -> list[Token]:
    """The name that a clause says to be that of its subject: "the man arrested was Peter Garner";
    not "is not", "may be".
    """
    head = token.head
    if head is None or token.dep != "nsubj":
        return []
    names = [head] if head.kid("cop") else head.all_kids("attr")
    doubtful = any(kid.lower in language.conditions for kid in head.all_kids("mark"))
    sure = not (doubtful or is_negated(head, language) or head.kid("aux"))
    return [name for name in names if sure and name.pos == "PROPN"]


def is_almost(verb: Token, language: ProseLanguage) -> bool:
    """Whether an adverb says of a verb that it did not quite happen; behind the verb it is of what
    follows: "a écarté presque tous les candidats".
    """
    adverbs = (kid for kid in verb.all_kids("advmod") if kid.i < verb.i)
    return any(kid.lower in language.lexicon.almost for kid in adverbs)


def is_too_much(verb: Token, language: ProseLanguage) -> bool:
    """Whether an infinitive is not done for what is too much: "too proud to sell", "arrivé trop
    tard pour".
    """
    above = verb.head
    aimed = verb.has("mark", *language.aims) or verb.has("aux", *language.infinitives)
    if above is None or verb.dep not in ("xcomp", "advcl") or not aimed or verb.i < above.i:
        return False
    degrees = [kid for kid in above.all_kids("advmod") if kid.i < verb.i]
    own = above.pos in ("ADJ", "ADV") or verb.has("mark", *language.aims)  # "a trop bu pour"
    too = any(kid.lower == language.negation.too for kid in degrees if own)
    too |= any(kid.has("advmod", language.negation.too) for kid in degrees)
    return too and is_infinitive(verb) and not is_negated(above, language)


def is_failed(verb: Token, language: ProseLanguage) -> bool:
    """Whether what depends on a verb did not happen for it: "failed to", "a failli", "kept X from";
    of a negated one it did.
    """
    lemma = lemma_of(verb, language)
    failed = lemma in language.lexicon.failing or lemma in language.lexicon.preventing
    return failed and not is_negated(verb, language)


def is_passive(token: Token, language: ProseLanguage) -> bool:
    """Whether a verb is in the passive voice."""
    if token.lemma in language.lexicon.with_be or _is_reflexive(token, language):
        return False
    if token.kid("nsubj:pass", "aux:pass"):
        return True
    participle = token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Past"
    if participle and (token.kid("cop") or token.has("aux", language.copula)):
        return True  # "est attendu"
    if _is_seen(token, language) or (participle and _is_heading(token)):
        return True
    if token.dep in ("acl", "amod", "advcl", "appos"):
        return participle and token.kid("aux") is None
    if participle and _is_found_so(token, language):
        return True
    if (
        token.dep == "conj"
        and token.head is not None
        and token.head.pos == "VERB"
        and not token.kid("aux", "obj")
        and not (token.kid("nsubj") and token.kid("ccomp", "xcomp"))
    ):
        return (
            token.morph.get("VerbForm") == "Part"
            and token.morph.get("Tense") == "Past"
            and is_passive(token.head, language)
        )
    return False


def _is_found_so(participle: Token, language: ProseLanguage) -> bool:
    """Whether a participle says how somebody is found or stays: "a été retrouvé étranglé",
    "demeurent détenus"; or what they say that they undergo.
    """
    verb = participle.head
    alone = participle.dep == "xcomp" and participle.kid("aux", "aux:pass", "mark", "obj") is None
    if verb is None or verb.pos != "VERB" or not alone:
        return False
    stays = verb.lemma in language.lexicon.stative
    return stays or is_passive(verb, language) or _is_reflexive(verb, language)  # "se dit menacé"


def is_perceived(verb: Token, language: ProseLanguage) -> bool:
    """Whether somebody is seen or heard to do what an infinitive tells: "a vu X frapper Y"."""
    above = verb.head
    if above is None or above.lemma not in language.lexicon.perceiving or verb.dep != "ccomp":
        return False
    bare = verb.kid("mark", "aux") is None and verb.kid("nsubj") is not None
    return bare and verb.morph.get("VerbForm") == "Inf"


def _is_heading(token: Token) -> bool:
    """Whether a participle stands for a verb, as in headings: "X exclu du parti"."""
    bare = token.head is None and token.kid("aux", "aux:pass", "cop", "obj", "ccomp") is None
    subject = token.kid("nsubj")
    return bare and subject is not None and subject.i < token.i


def _is_seen(token: Token, language: ProseLanguage) -> bool:
    """Whether an infinitive tells what its subject undergoes: "se voir refuser l'entrée"."""
    head = token.head
    inside = head is not None and token.dep in ("xcomp", "ccomp", "obj", "dep")
    return inside and head is not None and lemma_of(head, language) in language.lexicon.seen


def with_coordinates(token: Token) -> list[Token]:
    """A noun and what is coordinated with it.

    What follows a complement may be coordinated with that instead: "le patron de Tesla, SpaceX et
    X". So it is if both are names and the noun itself is none.
    """
    found = [token]
    inner = next((kid for kid in token.kids if kid.dep == "nmod" and kid.pos == "PROPN"), None)
    # What is joined to an adjective and has an article is joined to its noun.
    beyond = (far for kid in token.all_kids("amod") for far in kid.kids if far.kid("det"))
    for kid in (*token.kids, *beyond):
        if kid.dep != "conj" or kid.pos not in ("NOUN", "PROPN", "PRON", "ADJ", "X", "NUM"):
            continue
        if (
            inner is None
            or token.pos == "PROPN"
            or kid.i < inner.i
            or kid.kid("det")
            or kid.text.islower()
        ):
            found += with_coordinates(kid)
    return found


def first_of_list(token: Token | None) -> Token | None:
    """The word that the others of a list are coordinated with, of a word in it."""
    while token is not None and token.dep == "conj" and token.head is not None:
        token = token.head
    return token


def is_put_in(verb: Token, language: ProseLanguage) -> bool:
    """Whether a verb of saying follows its content: "..., a déclaré le ministre", "..., he
    said".
    """
    subject = verb.kid("nsubj")
    if subject is None:
        return False
    if language.inversion is not None:
        return subject.i > verb.i or any(
            kid.text.startswith("-t") or kid.text.startswith("-") for kid in verb.kids
        )
    mark = verb.kid("mark")
    return not verb.kid("obj", "ccomp", "xcomp") and (
        mark is None or mark.lower in language.lexicon.aside
    )
