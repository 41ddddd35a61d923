"""How a clause is built: the lemma, voice and negation of its verb, its subject, what is
coordinated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Word
    from timeline.records import EventType

# What is said or done to somebody who is to act on it.
CONTROLLING: tuple[EventType, ...] = (
    *("APPEAL", "DEMAND", "COERCE", "CONCEDE", "ACCUSE", "THREATEN", "SUPPORT", "AID"),
    "APPOINTMENT",
)
_DEEP = 6  # how far a subject is looked for above


def lemma_of(word: Word, language: ProseLanguage) -> str:
    """The lemma under which the lexicon has a verb: "se rendre", "break out"."""
    if _is_reflexive(word, language):
        return f"{language.reflexive} {word.lemma}"
    particle = word.kid("prt")
    return f"{word.lemma} {particle.lower}" if particle else word.lemma


def _is_reflexive(word: Word, language: ProseLanguage) -> bool:
    return any(
        kid.lower in language.reflexives and kid.morph.get("Reflex") == "Yes" for kid in word.kids
    )


def is_negated(verb: Word, language: ProseLanguage) -> bool:
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


def is_passive(word: Word, language: ProseLanguage) -> bool:
    """Whether a verb is in the passive voice."""
    if word.lemma in language.lexicon.with_be or _is_reflexive(word, language):
        return False
    if word.kid("nsubj:pass", "aux:pass"):
        return True
    participle = word.morph.get("VerbForm") == "Part" and word.morph.get("Tense") == "Past"
    if word.dep in ("acl", "amod", "advcl", "appos"):
        return participle and word.kid("aux") is None
    if (
        word.dep == "conj"
        and word.head is not None
        and word.head.pos == "VERB"
        and not word.kid("nsubj", "aux")
    ):
        return (
            word.morph.get("VerbForm") == "Part"
            and word.morph.get("Tense") == "Past"
            and is_passive(word.head, language)
        )
    return False


def subjects(word: Word, language: ProseLanguage, depth: int = 0) -> list[Word]:
    """The subject of a verb, with what is coordinated: its own, or the one that grammar lends
    it.
    """
    own = word.kid("nsubj", "nsubj:pass")
    found = [*(with_coordinates(own) if own is not None else ()), *_neither(word, language)]
    head = word.head
    if found or head is None or depth > _DEEP:
        return found
    lender = _lender(word, head, language)
    if lender is not None:
        return with_coordinates(lender)
    form = word.morph.get("VerbForm")
    lent = word.dep in ("xcomp", "advcl", "conj", "dep", "parataxis") or (
        word.dep == "ccomp" and form in ("Inf", "Part")
    )
    if lent and head.pos in ("VERB", "AUX", "ADJ", "NOUN"):
        return subjects(head, language, depth + 1)
    return []


def _lender(word: Word, head: Word, language: ProseLanguage) -> Word | None:
    """The noun that is the subject of a verb though it depends on something else."""
    if word.dep in ("acl", "amod") and head.pos in ("NOUN", "PROPN", "PRON"):
        return head
    if word.dep == "conj" and head.dep == "acl:relcl" and not word.kid("cc"):
        return head.head  # what follows the relative clause, not a part of it
    if word.morph.get("VerbForm") == "Inf" and word.dep in ("xcomp", "ccomp", "advcl"):
        return _controller(head, language)
    return None


def _controller(head: Word, language: ProseLanguage) -> Word | None:
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


def _neither(word: Word, language: ProseLanguage) -> list[Word]:
    """What "ni ... ni ..." puts before a verb: the parser takes the first for an adjunct."""
    return [
        inner
        for kid in word.kids
        if kid.dep in ("obl", "dep", "dislocated")
        and not kid.case
        and kid.i < word.i
        and kid.has("cc", *language.negation.neither)
        for inner in with_coordinates(kid)
    ]


def with_coordinates(word: Word) -> list[Word]:
    """A noun and what is coordinated with it.

    What follows a complement may be coordinated with that instead: "le patron de Tesla, SpaceX et
    X". So it is if both are names and the noun itself is none.
    """
    found = [word]
    inner = next((kid for kid in word.kids if kid.dep == "nmod" and kid.pos == "PROPN"), None)
    for kid in word.kids:
        if kid.dep != "conj" or kid.pos not in ("NOUN", "PROPN", "PRON", "ADJ", "X", "NUM"):
            continue
        if (
            inner is None
            or word.pos == "PROPN"
            or kid.i < inner.i
            or kid.kid("det")
            or kid.text.islower()
        ):
            found += with_coordinates(kid)
    return found
