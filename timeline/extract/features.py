"""What a word that may name an event means and what stands around it, as features with values."""

from __future__ import annotations

from math import hypot
from operator import mul
from typing import TYPE_CHECKING

from timeline.extract.grammar import is_infinitive, is_passive, lemma_of
from timeline.extract.nominals import is_definite
from timeline.extract.support import leans_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.mentions import EventMention
    from timeline.extract.trees import Token

_ALWAYS = "always"
_KINDS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADP": "source"}
_OBJECTS = ("obj", "obl", "xcomp", "ccomp", "obl:agent", "iobj")
# One for each number of the longest vector; a vector counts as much as some other features do.
MEANINGS = tuple(f"meaning {number}" for number in range(300))
_LENGTH = 2.0


def features(mention: EventMention, language: ProseLanguage) -> dict[str, float]:
    """Return the features of what may be an event: 1 for what is true of it, and what it means.

    Args:
        mention: a word that may name one, who takes part, and how it is told.
        language: its language.
    """
    found = dict.fromkeys(around(mention, language), 1.0)
    return found | dict(_meaning(mention.trigger.token.vector))


def meant(vector: Sequence[float], weights: Sequence[float]) -> float:
    """Return the sum of the numbers of a vector, brought to one length, by the weights of
    `MEANINGS`: what they add to that of the other features.
    """
    length = hypot(*vector)
    return _LENGTH * sum(map(mul, vector, weights)) / length if length > 0 else 0.0


def _meaning(vector: Sequence[float]) -> Iterator[tuple[str, float]]:
    """Yield the numbers of a vector, brought to one length."""
    length = hypot(*vector)
    if length > 0:
        for name, number in zip(MEANINGS, vector, strict=False):
            yield name, _LENGTH * number / length


def around(mention: EventMention, language: ProseLanguage) -> Iterator[str]:
    """Yield what is true of what may be an event, but for what it means."""
    trigger, stance = mention.trigger, mention.stance
    token, sense = trigger.token, trigger.sense
    kind = _KINDS.get(token.pos, "adjective")
    yield _ALWAYS
    yield kind
    yield f"{kind} type {sense.type}"
    yield f"{kind} is {token.dep.partition(':')[0]}"
    if sense.weak:
        yield f"{kind} weak"
    if mention.when is not None:
        yield f"{kind} dated"
    yield f"told as {stance.modality}"
    if stance.polarity != "affirms":
        yield f"told as {stance.polarity}"
    if stance.steps:
        yield "by a source"
    if stance.before:
        yield "before"
    if token.quoted:
        yield "quoted"
    if mention.sentence < 2:
        yield "at the beginning"
    yield from _of_participants(mention, kind)
    yield from (_of_verb if kind == "verb" else _of_noun)(mention, language)


def _of_participants(mention: EventMention, kind: str) -> Iterator[str]:
    arguments = mention.trigger.arguments
    if not arguments:
        yield f"{kind} alone"
    yield f"{kind} with {min(len(arguments), 3)}"
    for side, roles in (("doer", ("agent", "speaker", "participant")), ("bearer", ())):
        those = [one for one in arguments if (one.role in roles) == bool(roles)]
        if any(one.referent.named for one in those):
            yield f"{kind} named {side}"
        elif those:
            yield f"{kind} described {side}"
        yield from sorted({f"{side} {one.referent.kind}" for one in those})


def _of_verb(mention: EventMention, language: ProseLanguage) -> Iterator[str]:
    token = mention.trigger.token
    lemma = lemma_of(token, language)
    if language.verb(lemma) is None:
        yield "verb unknown"
    if lemma in language.lexicon.stative:
        yield "verb of state"
    yield f"verb form {'Inf' if is_infinitive(token) else token.morph.get('VerbForm', 'none')}"
    yield f"verb tense {token.morph.get('Tense', 'none')}"
    if token.kid("aux", "aux:pass"):
        yield "verb with auxiliary"
    if is_passive(token, language):
        yield "verb passive"
    if token.kid("nsubj", "nsubj:pass"):
        yield "verb with subject"
    for dep in _OBJECTS:
        if token.kid(dep):
            yield f"verb with {dep}"
    saying = language.lexicon.saying.get(lemma)
    if saying is not None:
        yield f"verb of saying {saying}"
    head = token.head
    if head is not None and head.pos in ("VERB", "AUX"):
        yield from _of_head(token, head, language)


def _of_head(token: Token, head: Token, language: ProseLanguage) -> Iterator[str]:
    """What the verb above says of it."""
    lemma = lemma_of(head, language)
    relation = token.dep.partition(":")[0]
    for name, known in (
        ("aspect", language.lexicon.aspect),
        ("modal", language.lexicon.modal),
        ("saying", language.lexicon.saying),
        ("state", language.lexicon.stative),
    ):
        if lemma in known:
            yield f"{relation} of a verb of {name}"


def _of_noun(mention: EventMention, language: ProseLanguage) -> Iterator[str]:
    token, bearer = mention.trigger.token, mention.trigger.bearer
    if is_definite(token):
        yield "noun definite"
    elif token.kid("det"):
        yield "noun indefinite"
    else:
        yield "noun bare"
    if token.morph.get("Number") == "Plur":
        yield "noun plural"
    if token.kid("nmod", "nmod:poss"):
        yield "noun with complement"
    if token.case:
        yield f"noun behind {token.case}"
    if bearer is None:
        yield "noun without verb"
        return
    if leans_on(bearer, language) is token:
        yield "noun held"
    if token.head is bearer:
        yield from _of_head(token, bearer, language)
