"""How a clause is built: the lemma, voice and negation of its verb, its subject, what is
coordinated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Token
    from timeline.records import EventType

# What is said or done to somebody who is to act on it.
CONTROLLING: tuple[EventType, ...] = (
    *("APPEAL", "DEMAND", "COERCE", "CONCEDE", "ACCUSE", "THREATEN", "SUPPORT", "AID"),
    "APPOINTMENT",
)
_DEEP = 6  # how far a subject is looked for above


def lemma_of(token: Token, language: ProseLanguage) -> str:
    """The lemma under which the lexicon has a verb: "se rendre", "break out"."""
    if _is_reflexive(token, language):
        return f"{language.reflexive} {token.lemma}"
    particle = token.kid("prt")
    return f"{token.lemma} {particle.lower}" if particle else token.lemma


def _is_reflexive(token: Token, language: ProseLanguage) -> bool:
    return any(
        kid.lower in language.reflexives and kid.morph.get("Reflex") == "Yes" for kid in token.kids
    )


def is_negated(verb: Token, language: ProseLanguage) -> bool:
    """Whether a verb is negated; "ne ... que" is not."""
    negation = language.negation
    lowers = {
        kid.lower
        for kid in verb.kids
        if kid.dep in ("advmod", "det", "cc", "preconj", "dep", "mark")
    }
    if lowers & negation.particles:
        return not (lowers & negation.only) or bool(lowers & negation.even_so)
    if lowers.intersection(negation.words):
        return True
    return any(
        inner.dep == "det" and inner.lower in negation.determiners
        for kid in verb.kids
        if kid.dep.startswith("nsubj")
        for inner in kid.kids
    )


def is_passive(token: Token, language: ProseLanguage) -> bool:
    """Whether a verb is in the passive voice."""
    if token.lemma in language.lexicon.with_be or _is_reflexive(token, language):
        return False
    if token.kid("nsubj:pass", "aux:pass"):
        return True
    participle = token.morph.get("VerbForm") == "Part" and token.morph.get("Tense") == "Past"
    if token.dep in ("acl", "amod", "advcl", "appos"):
        return participle and token.kid("aux") is None
    if (
        token.dep == "conj"
        and token.head is not None
        and token.head.pos == "VERB"
        and not token.kid("nsubj", "aux")
    ):
        return (
            token.morph.get("VerbForm") == "Part"
            and token.morph.get("Tense") == "Past"
            and is_passive(token.head, language)
        )
    return False


def subjects(token: Token, language: ProseLanguage, depth: int = 0) -> list[Token]:
    """The subject of a verb, with what is coordinated: its own, or the one that grammar lends
    it.
    """
    own = token.kid("nsubj", "nsubj:pass")
    found = [*(with_coordinates(own) if own is not None else ()), *_neither(token, language)]
    head = token.head
    if found or head is None or depth > _DEEP:
        return found
    lender = _lender(token, head, language)
    if lender is not None:
        return with_coordinates(lender)
    form = token.morph.get("VerbForm")
    lent = token.dep in ("xcomp", "advcl", "conj", "dep", "parataxis") or (
        token.dep == "ccomp" and form in ("Inf", "Part")
    )
    if lent and head.pos in ("VERB", "AUX", "ADJ", "NOUN"):
        return subjects(head, language, depth + 1)
    return []


def _lender(token: Token, head: Token, language: ProseLanguage) -> Token | None:
    """The noun that is the subject of a verb though it depends on something else."""
    if token.dep in ("acl", "amod") and head.pos in ("NOUN", "PROPN", "PRON"):
        return head
    if token.dep == "conj" and head.dep == "acl:relcl" and not token.kid("cc"):
        return head.head  # what follows the relative clause, not a part of it
    if token.morph.get("VerbForm") == "Inf" and token.dep in ("xcomp", "ccomp", "advcl"):
        return _controller(head, language)
    return None


def _controller(head: Token, language: ProseLanguage) -> Token | None:
    """The object that is to do what an infinitive says: "demander à X de", "inviter X à", "ask X
    to".
    """
    if (
        head.pos not in ("VERB", "AUX")
        or language.lexicon.saying.get(lemma_of(head, language)) == "promise"
    ):
        return None
    sense = language.verb(lemma_of(head, language))
    if sense is None or sense.type not in CONTROLLING:
        return None
    for kid in head.kids:
        if kid.dep in ("obj", "iobj") or (
            kid.dep == "obl" and kid.case in language.prepositions.asked
        ):
            return kid
    return None


def _neither(token: Token, language: ProseLanguage) -> list[Token]:
    """What "ni ... ni ..." puts before a verb: the parser takes the first for an adjunct."""
    return [
        inner
        for kid in token.kids
        if kid.dep in ("obl", "dep", "dislocated")
        and not kid.case
        and kid.i < token.i
        and kid.has("cc", *language.negation.neither)
        for inner in with_coordinates(kid)
    ]


def with_coordinates(token: Token) -> list[Token]:
    """A noun and what is coordinated with it.

    What follows a complement may be coordinated with that instead: "le patron de Tesla, SpaceX et
    X". So it is if both are names and the noun itself is none.
    """
    found = [token]
    inner = next((kid for kid in token.kids if kid.dep == "nmod" and kid.pos == "PROPN"), None)
    for kid in token.kids:
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
