"""From what claims say of an event beside when and whether it was to what is shown: its place, its
numbers, who fills a role that only one can fill; and where they can't all be right.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.errors import Message
from timeline.names import fold
from timeline.resolve.account import TOLD, Number, listed, of_people
from timeline.resolve.ladder import Kind, settle

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from timeline.resolve.account import Account, Filler, StatedPlace
    from timeline.resolve.ladder import SettledValue, ValueStatus


class Rival(NamedTuple):
    """One side of a conflict: a value, the keys of the claims that give it, why it is not shown,
    and the keys of the collections in which people state it.
    """

    says: str
    claims: tuple[str, ...]
    why: Message | None = None
    stated: tuple[str, ...] = ()


class Value(NamedTuple):
    """What claims say of one thing.

    Attributes:
        about: `type`, `place`, `numbers.dead` (with the name of the number) or `who.recipient`
            (with the role).
        says: what is shown: the key of a place or an actor, or a number; in a conflict of a number
            the range of all that is said (`[12..15]`), of actors nobody.
        status: how it was reached.
        reason: why, as a sentence.
        rivals: what can't all be right, what is shown first; nothing where all agree.
    """

    about: str
    says: str | None
    status: ValueStatus
    reason: Message
    rivals: tuple[Rival, ...] = ()


def values_of(accounts: Sequence[Account], stated: Sequence[StatedPlace] = ()) -> Iterator[Value]:
    """Give the values that claims give, each by those that tell of a fact where any does.

    As of dates, claims that deny or decline say which event they mean, but nothing else of it.

    Args:
        accounts: live claims, each once, in order of their keys.
        stated: where people say that it was, in no claim; who goes first before the others.
    """
    affirming = [account for account in accounts if account.polarity == "affirms"]
    placed = _telling([one for one in affirming or accounts if one.places])
    if stated:
        yield _as_stated(stated, placed)
    elif placed:
        yield _value("place", placed, _PLACES)
    counted = {_counted(number): number.name for one in affirming for number in one.numbers}
    for what, name in sorted(counted.items()):
        kind = _numbers(what)
        given = _telling([one for one in affirming if kind.of(one) is not None])
        found = _value(f"numbers.{name}", given, kind)
        in_conflict = found.status == "conflict"
        yield found._replace(says=_range(given, kind)) if in_conflict else found
    for role in sorted(rival_roles(accounts)):
        found = _value(f"who.{role}", _filling(affirming, role), _fillers(role))
        if found.rivals:
            yield _undecided(found) if found.status == "conflict" else found


def type_of(accounts: Sequence[Account], shown: str | None) -> Iterator[Value]:
    """Give the type of an event, where people made one of events of several types.

    Args:
        accounts: live claims, each once, in order of their keys.
        shown: the type of the event that stands for all.
    """
    given = {one.type for one in accounts if one.type is not None}
    if shown is None or given <= {shown}:
        return
    why = Message("lost-to-first", type=shown)
    rivals = tuple(
        Rival(
            kind,
            tuple(one.key for one in accounts if one.type == kind),
            None if kind == shown else why,
        )
        for kind in (shown, *sorted(given - {shown}))
    )
    yield Value("type", shown, "conflict", Message("type-of-first", type=shown), rivals)


def rival_roles(accounts: Sequence[Account]) -> set[str]:
    """Give the roles that only one can fill in which claims name several, each claim another one.

    Those may be one under two names. Where a claim itself names several, several fill the role.
    """
    affirming = [account for account in accounts if account.polarity == "affirms"]
    roles = {filler.role for one in affirming for filler in one.fillers}
    return {role for role in roles if _is_contested(_filling(affirming, role), role)}


def _is_contested(given: Sequence[Account], role: str) -> bool:
    named = [[filler.actor for filler in one.fillers if filler.role == role] for one in given]
    return all(len(one) == 1 for one in named) and len({actor for (actor,) in named}) > 1


def _filling(affirming: Sequence[Account], role: str) -> Sequence[Account]:
    return _telling([one for one in affirming if role in {each.role for each in one.fillers}])


def _telling(given: Sequence[Account]) -> Sequence[Account]:
    """Give those that tell of a fact; where none does, those that plan or suppose one."""
    return [one for one in given if one.modality in TOLD] or given


def _value(about: str, given: Sequence[Account], kind: Kind[Any, Any]) -> Value:
    found = settle(given, kind)
    value = kind.of(found.best) if found.common is None else found.common
    shown = kind.text(value)
    told = [one for one in of_people(given) if found.common or kind.text(kind.of(one)) == shown]
    first = Rival(shown, tuple(one.key for one in told))
    return Value(
        about,
        shown,
        found.status,
        _reason(found, of_people(given), shown, kind),
        (first, *_lost(found)) if found.lost else (),
    )


def _lost(found: SettledValue[Any]) -> Iterator[Rival]:
    sides: dict[str, list[str]] = {}
    why = {one.says: one.why for one in reversed(found.lost)}
    for one in found.lost:
        sides.setdefault(one.says, []).append(one.key)
    yield from (Rival(says, tuple(claims), why[says]) for says, claims in sides.items())


def _reason(
    found: SettledValue[Any], given: Sequence[Account], shown: str, kind: Kind[Any, Any]
) -> Message:
    if found.status == "pinned":
        return Message("date-pinned", claim=found.best.key)
    if found.status == "conflict":
        modality, origins = found.best.modality, found.origins
        return Message("value-best", claim=found.best.key, modality=modality, origins=origins)
    texts = sorted({kind.text(kind.of(one)) for one in given})
    if len(texts) == 1:
        return Message("value-same", value=shown)
    return Message("value-common", value=shown, values=listed(texts))


# Places -------------------------------------------------------------------------------------------


def _around(places: Collection[tuple[str, ...]]) -> tuple[str, ...] | None:
    """Give the narrowest place where all others lie around it."""
    narrowest = max(places, key=lambda place: (len(place), place))
    return narrowest if all(place[0] in narrowest for place in places) else None


_PLACES: Kind[tuple[str, ...], tuple[str, ...]] = Kind(
    of=lambda account: account.places,
    common=_around,
    order=lambda place: -len(place),
    text=lambda place: place[0],
)


def _as_stated(stated: Sequence[StatedPlace], placed: Sequence[Account]) -> Value:
    """Show where a person says that it was; what can't be right if they are is a rival."""
    shown = stated[0].places
    others = [one for one in stated if _is_elsewhere(one.places, shown)]
    claims = [one for one in placed if _is_elsewhere(one.places, shown)]
    people = others or any(not one.unreviewed for one in claims)
    first = stated[0].by
    elsewhere: dict[str, Message] = {}
    for one in others:
        elsewhere.setdefault(one.places[0], Message(one.why, by=first))
    for claim in claims:
        elsewhere.setdefault(claim.places[0], Message("lost-to-stated", by=first))
    sides = [_side(shown[0], None, stated, placed)]
    sides += [_side(place, why, stated, placed) for place, why in elsewhere.items()]
    return Value(
        "place",
        shown[0],
        "conflict" if people else "pinned",
        Message("place-stated", by=first),
        tuple(sides) if elsewhere else (),
    )


def _is_elsewhere(place: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return _around({place, other}) is None


def _side(
    place: str, why: Message | None, stated: Sequence[StatedPlace], placed: Sequence[Account]
) -> Rival:
    claims = tuple(one.key for one in placed if one.places[0] == place)
    return Rival(place, claims, why, tuple(one.by for one in stated if one.places[0] == place))


# Numbers ------------------------------------------------------------------------------------------


def _counted(number: Number) -> tuple[str, str]:
    """Give what a number counts, and in what: numbers of one name in several units are apart."""
    return fold(number.name) or number.name, fold(number.unit or "") or number.unit or ""


def _numbers(what: tuple[str, str]) -> Kind[Any, Number]:
    def number_of(account: Account) -> Number | None:
        return next((one for one in account.numbers if _counted(one) == what), None)

    return Kind(of=number_of, common=_overlap, order=_width, text=number_text)


def _overlap(numbers: Collection[Number]) -> Number | None:
    """Give the range that all have in common."""
    low = max((one.low for one in numbers if one.low is not None), default=None)
    high = min((one.high for one in numbers if one.high is not None), default=None)
    if low is not None and high is not None and low > high:
        return None
    return min(numbers, key=lambda one: (one.name, one.unit or ""))._replace(low=low, high=high)


def _width(number: Number) -> float:
    if number.low is None or number.high is None:
        return float("inf")
    return number.high - number.low


def number_text(number: Number) -> str:
    """Write a number, or a range of it, as people write it in a claim: `12`, `30..40 EUR`."""
    low, high = ("" if end is None else str(end) for end in (number.low, number.high))
    text = low if low == high else f"{low}..{high}"
    return f"{text} {number.unit}" if number.unit else text


def _range(given: Sequence[Account], kind: Kind[Any, Number]) -> str:
    """Write the range from the least to the most of what claims say: `[12..15]`."""
    numbers = [kind.of(one) for one in of_people(given)]
    lows, highs = [one.low for one in numbers], [one.high for one in numbers]
    low = None if None in lows else min(lows)
    high = None if None in highs else max(highs)
    first = min(numbers, key=lambda one: (one.name, one.unit or ""))
    text = number_text(Number(first.name, low, high))
    return f"[{text}] {first.unit}" if first.unit else f"[{text}]"


# Roles --------------------------------------------------------------------------------------------


def _fillers(role: str) -> Kind[Filler, Filler]:
    return Kind(
        of=lambda account: next(one for one in account.fillers if one.role == role),
        common=_only_one,
        order=lambda _: 0,
        text=lambda filler: filler.actor,
    )


def _undecided(value: Value) -> Value:
    """Take no side: to show one for another would be said of a person, on no more than a count."""
    rivals = tuple(one._replace(why=None) for one in value.rivals)
    return value._replace(says=None, reason=Message("who-open"), rivals=rivals)


def _only_one(fillers: Collection[Filler]) -> Filler | None:
    """Give one of those who may all be one; none where two surely are not."""
    if any(_are_two(one, other) for one, other in combinations(fillers, 2)):
        return None
    return min(fillers, key=lambda one: (one.actor, one.capacity or ""))


def _are_two(one: Filler, other: Filler) -> bool:
    """Whether two surely are not one, and what they are named as does not tell of two offices."""
    offices = {fold(each.capacity) for each in (one, other) if each.capacity}
    return len(offices) < 2 and other.actor in one.others
