"""How likely a word names an event, and how likely a claim is right as a whole.

All are logistic regressions, fitted by bench/train.py and bench/participants.py to articles that
were annotated by hand: over `features`, one set of weights for each language; over `participation`,
one for all of them, since grammar goes by the same relations in each. How sure a claim is as a
whole is held against claims on strangers' articles that were read (bench/calibrate.py).
"""

from __future__ import annotations

from functools import lru_cache
from math import exp, log, prod
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from timeline.extract.features import MEANINGS, around, meant
from timeline.extract.grammar import first_of_list, lemma_of
from timeline.extract.languages.rows import rows
from timeline.extract.nominals import is_definite
from timeline.extract.participation import participation
from timeline.extract.support import leans_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from timeline.extract.actors import Cast
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.mentions import EventMention
    from timeline.extract.referents import Referent
    from timeline.extract.roles import Argument
    from timeline.extract.trees import Token
    from timeline.records import EventType, Modality, Polarity, Role


_Weights: TypeAlias = Literal["event", "right"]
GUESSED = 0.3  # below that, those who are guessed to take part are left out
_SURE = 0.99  # more than that no words make a claim


class Telling(NamedTuple):
    """What is known of a claim as a whole: in which language and how it is told, of which type, and
    how many take part.

    sourced: whether a source is named.
    dated: whether words give its date, or the tense of its verb alone; "" if neither does.
    word: the part of speech of the word that names the event; HELD of a noun that does so together
        with a verb, "imposer des sanctions".
    quoted, weak: whether that stands in a quotation, and whether it names an event only at times.
    alike: whether several take part in one role, but for those who do something together.
    meant: whether somebody takes part by a pronoun that goes back to another sentence.
    """

    language: str
    type: EventType
    modality: Modality
    polarity: Polarity
    people: int
    sourced: bool
    dated: Literal["", "words", "tense"]
    word: str = "VERB"
    quoted: bool = False
    weak: bool = False
    alike: bool = False
    meant: bool = False


class Taken(NamedTuple):
    """Somebody who takes part, and how likely they do."""

    argument: Argument
    chance: float


def likelihood(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the probability, from 0 to 1, that weights give to what has these features."""
    total = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return _share(total)


def is_event(mention: EventMention, language: ProseLanguage) -> bool:
    """Whether a word that may name an event does so here; to decline to comment is one, and so is
    what somebody is said to do: "prosecutors opened an investigation".
    """
    trigger, bearer = mention.trigger, mention.trigger.bearer
    done = bearer is not None and leans_on(bearer, language) is trigger.token
    if trigger.declines or (done and trigger.arguments and trigger.token.pos == "NOUN"):
        return True
    if not done and _is_mere_thing(mention, language):
        return False
    return _judged(mention, language, "event") > 0.5


def _is_mere_thing(mention: EventMention, language: ProseLanguage) -> bool:
    """Whether a noun that names an event only at times ("order", "accord") stands alone, without
    anybody who takes part but whose it is, and without a date: unknown, as what something is done
    to, or as what says something ("the report says").
    """
    trigger, token = mention.trigger, mention.trigger.token
    others = [one for one in trigger.arguments if one.token is None or one.token.pos != "DET"]
    if not trigger.sense.weak or token.pos != "NOUN" or others or mention.when:
        return False
    lexicon = language.lexicon
    said = token.head is not None and lemma_of(token.head, language) in lexicon.saying
    if token.dep == "nsubj":
        return said or not is_definite(token)
    told = said and token.lemma not in lexicon.document  # but not "a publié son étude"
    return not is_definite(token) or (token.dep in ("obj", "obl") and not told)


def kind_is_right(mention: EventMention, language: ProseLanguage) -> float:
    """Return how likely an event is of the type and the polarity that is told."""
    return _judged(mention, language, "right")


def _judged(mention: EventMention, language: ProseLanguage, by: _Weights) -> float:
    """Return the probability that weights give to what may be an event."""
    weights = getattr(language.weights, by)
    total = sum(weights.get(name, 0.0) for name in set(around(mention, language)))
    return _share(total + meant(mention.trigger.token.vector, _of_meanings(language, by)))


@lru_cache
def _of_meanings(language: ProseLanguage, by: _Weights) -> tuple[float, ...]:
    weights = getattr(language.weights, by)
    return tuple(weights.get(name, 0.0) for name in MEANINGS)


def _share(total: float) -> float:
    return 1 / (1 + exp(-total))


def takes_part(
    argument: Argument, mention: EventMention, cast: Cast, language: ProseLanguage
) -> float:
    """Return how likely somebody takes part in an event in the role that is told."""
    return likelihood(participation(argument, mention, cast, language), _of_participants())


@lru_cache(maxsize=1)
def _of_participants() -> dict[str, float]:
    return {name: float(weight) for name, weight in rows("timeline.extract", "participation.tsv")}


def certainty(kind: float, who: Iterable[Taken]) -> float:
    """The share of right ones among such claims: in type and polarity, and in each who takes part;
    those of one list stand and fall together.
    """
    least: dict[tuple[Role, Token | Referent], float] = {}
    for one in who:
        argument = one.argument
        listed = argument.role, first_of_list(argument.token) or argument.referent
        least[listed] = min(one.chance, least.get(listed, 1.0))
    return round(kind * prod(least.values()), 2)


def are_alike(who: Iterable[Taken]) -> bool:
    """Whether several take part in one role, but for those who do something together."""
    roles = [one.argument.role for one in who if one.argument.role != "participant"]
    return len({*roles}) < len(roles)


def as_a_whole(told: Telling, chance: float) -> float:
    """How sure a claim is, held against others of its kind; what its own words leave in doubt stays
    so, and that somebody declines to comment is a statement of theirs, each on their own.
    """
    if chance < GUESSED:
        return chance
    if told.polarity == "declines":
        people = min(told.people, 1)
        told = told._replace(type="STATEMENT", polarity="affirms", people=people, alike=False)
    return round(is_right(told, chance), 2)


def is_right(told: Telling, chance: float) -> float:
    """Return how likely a claim is right as a whole: its type, who in which role, whether it
    happened, when, and according to whom.

    Args:
        told: what is known of it.
        chance: how likely its own words make it, from 0 to 1.
    """
    return likelihood(of_claim(told, chance), _of_claims())


def of_claim(told: Telling, chance: float) -> dict[str, float]:
    """Return the features of a claim as a whole."""
    sure = min(max(chance, 1 - _SURE), _SURE)
    found = {"always": 1.0, "chance": log(sure / (1 - sure))}
    names = [
        told.language,
        f"type {told.type}",
        f"told as {told.modality}",
        f"told as {told.polarity}",
    ]
    if not told.people:
        names += ["nobody", f"{told.language} nobody"]
    names += ["several"] * (told.people > 1)
    names += ["by a source"] * told.sourced
    names += [f"dated by {told.dated}"] if told.dated else []
    names += [f"by a {told.word}", f"by a {told.word} as {told.modality}"]
    names += ["quoted"] * told.quoted + ["by a weak word"] * told.weak
    source = "with a source" if told.sourced else "without a source"
    names += [f"told as {told.modality} {source}"] + [f"quoted {source}"] * told.quoted
    names += ["alike"] * told.alike + ["meant by a pronoun"] * told.meant
    return found | dict.fromkeys(names, 1.0)


@lru_cache(maxsize=1)
def _of_claims() -> dict[str, float]:
    return {name: float(weight) for name, weight in rows("timeline.extract", "calibration.tsv")}
