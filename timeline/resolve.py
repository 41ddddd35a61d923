"""From the live claims of one event to its date and standing, and the reasons.

Pure: no store, no input, no output.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from timeline.dates import common_part
from timeline.dates.common import narrowness
from timeline.dates.spans import AFTER_ALL, BEFORE_ALL, lower, upper
from timeline.errors import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.dates import Common, Date
    from timeline.records import Modality, Polarity

DateStatus: TypeAlias = Literal["pinned", "agreed", "conflict", "by_report", "none"]
Standing: TypeAlias = Literal["asserted", "reported", "disputed", "denied", "planned"]

# What a claim's modality is worth, best first: it orders rival dates and gives the standing.
STRENGTH: dict[Modality, int] = {
    "asserted": 0,
    "reported": 1,
    "possible": 2,
    "planned": 3,
    "requested": 4,
    "hypothetical": 5,
}
_UNREALISED = STRENGTH["planned"]
# What is told as a fact was so by the day of its report, whose rule that is.
TOLD: tuple[Modality, ...] = ("asserted", "reported", "possible")
BY_REPORT = "by @ published"

# Events without any date sort after all others.
UNDATED = 2**63 - 1

_DAY = 86_400
# A machine that is less sure than this is not shown unasked before a person has looked at it.
DOUBTFUL = 0.5
# So many dates, or sources, a reason names; of more it tells the number.
_NAMED = 10


class SpanClass(NamedTuple):
    """What a search in a window has to know of a date's bounds.

    Attributes:
        width: how long the hull is at most, in seconds; None = longer, or open.
        zoned: whether an instant with an offset stands in it: it may fall on other days than its
            bounds in UTC say.
        begins: whether it has a beginning, which is where it stands in order of time; else it
            stands at its end.
        reported: whether it is only the bound of a report; the width is that of the report's own
            date then.
    """

    width: int | None
    zoned: bool = False
    begins: bool = True
    reported: bool = False


# An event's class is its place in this table, by which the events are indexed.
SPAN_CLASSES = (
    SpanClass(32 * _DAY),
    SpanClass(367 * _DAY),
    SpanClass(10 * 366 * _DAY),
    SpanClass(100 * 366 * _DAY),
    SpanClass(None),
    SpanClass(32 * _DAY, zoned=True),
    SpanClass(None, zoned=True),
    SpanClass(None, begins=False),
    SpanClass(None, zoned=True, begins=False),
    SpanClass(32 * _DAY, begins=False, reported=True),
    SpanClass(367 * _DAY, begins=False, reported=True),
    SpanClass(None, begins=False, reported=True),
    SpanClass(None, zoned=True, begins=False, reported=True),
)
# Of an event that has no date: no window finds it.
UNDATED_CLASS = len(SPAN_CLASSES)


class Account(NamedTuple):
    """What one live claim says, as far as date, place and standing go.

    Attributes:
        key: the claim's key.
        source: key of the source.
        origin: who is last in the attribution (the source itself where there is none).
        places: keys of its place and of all that this lies in, from the inside out.
        machine: whether a machine made it; accepted: whether a person stands by it all the same.
        confidence: of the machine, 0 to 1.
        bound: `[..D]`, of a claim that tells of a fact without a date, in a source of D.
    """

    key: str
    source: str
    origin: str
    polarity: Polarity
    modality: Modality
    date: Date | None
    pinned: bool = False
    places: tuple[str, ...] = ()
    machine: bool = False
    accepted: bool = False
    confidence: float | None = None
    bound: Date | None = None

    @property
    def unreviewed(self) -> bool:
        """Whether a machine alone says so."""
        return self.machine and not self.accepted


class LostDate(NamedTuple):
    """A claim whose date is not the one shown, and why."""

    key: str
    date: str
    why: Message


class Outcome(NamedTuple):
    """What follows from the claims of one event.

    Attributes:
        date: the date to show; None means undated.
        earliest, latest: bounds to search by, seconds UTC, half-open; the hull of all dates in a
            conflict.
        status: how the date was reached.
        standing: None means that no live claim speaks of the event.
        claims, sources, origins: how many there are; origins that affirm, independent of each
            other.
        date_reason, standing_reason: why, as one sentence each.
        lost: the dates that lost.
        zoned: whether an instant with an offset stands in a date that it may be found by.
        place: key of the place to show; None means that no claim gives one.
        reviewed: whether a person made or accepted one of the claims.
        machine: whether machines made all of them.
        confidence: of the machine that is surest.
        hidden: whether all are a machine's, undecided and unsure.
        contested: whether a machine reads date or standing otherwise than people say.
    """

    date: Date | None
    earliest: int | None
    latest: int | None
    status: DateStatus
    standing: Standing | None
    claims: int
    sources: int
    origins: int
    date_reason: Message
    standing_reason: Message
    lost: tuple[LostDate, ...] = ()
    zoned: bool = False
    place: str | None = None
    reviewed: bool = False
    machine: bool = False
    confidence: float | None = None
    hidden: bool = False
    contested: bool = False

    @property
    def sort(self) -> int:
        """Where the event stands in order of time: its first second, or its last where only that is
        known.
        """
        if self.earliest is not None:
            return self.earliest
        return UNDATED if self.latest is None else self.latest - 1

    @property
    def span_class(self) -> int:
        """Its class among SPAN_CLASSES."""
        if self.date is None:
            return UNDATED_CLASS
        by_report = self.status == "by_report"
        width = _width(reported(self.date)) if by_report else _width(self)
        kind = (self.zoned, self.earliest is not None, by_report)
        return next(
            n
            for n, each in enumerate(SPAN_CLASSES)
            if (each.zoned, each.begins, each.reported) == kind and _is_within(width, each.width)
        )


def _width(of: Date | Outcome) -> int | None:
    return None if of.earliest is None or of.latest is None else of.latest - of.earliest


def reported(bound: Date) -> Date:
    """Give D of a bound `[..D]`: when it was reported."""
    (until,) = bound.parts
    assert until is not None
    day = until.parts[-1]
    assert day is not None
    return day


def _is_within(width: int | None, most: int | None) -> bool:
    return most is None or (width is not None and width <= most)


def resolve(accounts: Sequence[Account]) -> Outcome:
    """Work out an event's date, place and standing from its live claims.

    Where people made or accepted claims, those alone give date, place and standing; what a machine
    reads otherwise is told. A pinned claim wins; else the common part of all dates, if there is
    one; else the best of them is shown and the hull of all is searched. Only claims that affirm
    date and place an event; where none does, those that deny or decline say which event they mean.
    An event that nobody dates was over by the first report of it.

    Args:
        accounts: the live claims, in any order. The same claim held by two collections counts once.
    """
    unique = sorted(
        {account.key: account for account in accounts}.values(), key=lambda account: account.key
    )
    affirming = [account for account in unique if account.polarity == "affirms"]
    dated = [account for account in affirming or unique if account.date is not None]
    found = _date(dated) if dated else _by_report(affirming)
    standing, standing_reason = _standing_by_people(unique)
    confidences = [one.confidence for one in unique if one.confidence is not None]
    return Outcome(
        date=found.date,
        earliest=found.earliest,
        latest=found.latest,
        status=found.status,
        standing=standing,
        claims=len(unique),
        sources=len({account.source for account in unique}),
        origins=_origins(unique),
        date_reason=found.reason,
        standing_reason=standing_reason,
        lost=found.lost,
        zoned=found.zoned,
        place=_place(_of_people([account for account in affirming or unique if account.places])),
        reviewed=any(not account.unreviewed for account in unique),
        machine=bool(unique) and all(account.machine for account in unique),
        confidence=max(confidences, default=None),
        hidden=bool(unique) and all(map(_is_doubtful, unique)),
        contested=standing_reason.code == "standing-unreviewed"
        or any(one.why.code == "lost-to-person" for one in found.lost),
    )


def _is_doubtful(account: Account) -> bool:
    return account.unreviewed and account.confidence is not None and account.confidence < DOUBTFUL


def _of_people(accounts: Sequence[Account]) -> Sequence[Account]:
    """Give those that a person made or accepted; all where there is none."""
    return [account for account in accounts if not account.unreviewed] or accounts


class _Dated(NamedTuple):
    """The date of an event, as far as its claims give one."""

    date: Date | None
    earliest: int | None
    latest: int | None
    status: DateStatus
    reason: Message
    lost: tuple[LostDate, ...] = ()
    zoned: bool = False


def _date(dated: Sequence[Account]) -> _Dated:
    by_people = _of_people(dated)
    found = _date_of_equals(by_people)
    if len(by_people) == len(dated):
        return found
    read = [account for account in dated if account.unreviewed]
    otherwise = [
        one for one in read if found.date and common_part({found.date, _date_of(one)}) is None
    ]
    lost = [
        LostDate(account.key, str(account.date), Message("lost-to-person"))
        for account in sorted(otherwise, key=_Rank(otherwise))
    ]
    return found._replace(lost=(*found.lost, *lost))


def _by_report(affirming: Sequence[Account]) -> _Dated:
    """Date an event that no claim dates by the first report of it."""
    told = [account for account in affirming if account.bound is not None]
    if not told:
        return _Dated(None, None, None, "none", Message("date-none"))
    first = min(_of_people(told), key=lambda one: (upper(_bound(one).latest), one.key))
    bound = _bound(first)
    reason = Message("date-by-report", source=first.source, date=reported(bound).text)
    return _Dated(bound, None, bound.latest, "by_report", reason, zoned=bound.has_offset)


def _bound(account: Account) -> Date:
    assert account.bound is not None
    return account.bound


def _date_of_equals(dated: Sequence[Account]) -> _Dated:
    """Date an event by claims of which none goes before the others for who made it."""
    if pinned := [account for account in dated if account.pinned]:
        best = min(pinned, key=_Rank(pinned))
        lost = _losers(dated, best, Message("lost-to-pinned"))
        return _shown(best, "pinned", Message("date-pinned", claim=best.key), lost)
    dates = {_date_of(account) for account in dated}
    if (common := common_part(dates)) is not None:
        return _agreed(common, sorted(dates, key=narrowness))
    rank = _Rank(dated)
    best = min(dated, key=rank)
    reason = Message(
        "date-best", claim=best.key, modality=best.modality, origins=rank.support(best)
    )
    shown = _shown(best, "conflict", reason, _losers(dated, best, Message("lost-to-better")))
    earliest, latest = _hull(dates)
    zoned = any(date.has_offset for date in dates)
    return shown._replace(earliest=earliest, latest=latest, zoned=zoned)


def _shown(
    best: Account, status: DateStatus, reason: Message, lost: tuple[LostDate, ...]
) -> _Dated:
    date = _date_of(best)
    return _Dated(date, date.earliest, date.latest, status, reason, lost, date.has_offset)


def _agreed(common: Common, dates: Sequence[Date]) -> _Dated:
    """Show what is common; where EDTF has no words for that, the narrowest of the dates.

    Args:
        common: the part that all have in common.
        dates: the narrowest first.
    """
    date = common.date or dates[0]
    texts = _listed(sorted(one.text for one in dates))
    if len(dates) == 1:
        reason = Message("date-same", date=date.text)
    elif common.date:
        reason = Message("date-common", date=date.text, dates=texts)
    else:
        reason = Message("date-without-words", date=date.text, dates=texts)
    zoned = any(one.has_offset for one in dates)
    return _Dated(date, common.earliest, common.latest, "agreed", reason, zoned=zoned)


def _hull(dates: Iterable[Date]) -> tuple[int | None, int | None]:
    """Give the bounds of all dates together."""
    low = min(lower(date.earliest) for date in dates)
    high = max(upper(date.latest) for date in dates)
    return None if low == BEFORE_ALL else low, None if high == AFTER_ALL else high


def _date_of(account: Account) -> Date:
    assert account.date is not None
    return account.date


class _Rank:
    """The order of rival dates, the best first: as a key for sorting claims."""

    def __init__(self, dated: Iterable[Account]) -> None:
        self._origins: dict[Date, set[str]] = defaultdict(set)
        for account in dated:
            self._origins[_date_of(account)].add(account.origin)

    def support(self, account: Account) -> int:
        """Give the number of origins that say the same date."""
        return len(self._origins[_date_of(account)])

    def __call__(self, account: Account) -> tuple[int, int, int, str]:
        width = narrowness(_date_of(account))[0]
        return STRENGTH[account.modality], -self.support(account), width, account.key


def _losers(dated: Sequence[Account], best: Account, why: Message) -> tuple[LostDate, ...]:
    others = sorted((one for one in dated if one.date != best.date), key=_Rank(dated))
    return tuple(LostDate(account.key, str(account.date), why) for account in others)


def _place(placed: Sequence[Account]) -> str | None:
    """Give the narrowest place where all others lie around it, else the best.

    The best is ordered as rival dates are: what is asserted goes before what is reported, then more
    origins, the narrower place, and the claim's key.
    """
    if not placed:
        return None
    narrowest = max(placed, key=lambda account: (len(account.places), account.places))
    if all(account.places[0] in narrowest.places for account in placed):
        return narrowest.places[0]
    origins: dict[str, set[str]] = defaultdict(set)
    for account in placed:
        origins[account.places[0]].add(account.origin)

    def rank(account: Account) -> tuple[int, int, int, str]:
        support = len(origins[account.places[0]])
        return STRENGTH[account.modality], -support, -len(account.places), account.key

    return min(placed, key=rank).places[0]


def _listed(names: Sequence[str]) -> Message:
    """List names, of very many the first."""
    if len(names) <= _NAMED + 1:
        return Message("names", names=tuple(names))
    return Message("names-and-more", names=tuple(names[:_NAMED]), more=len(names) - _NAMED)


def _standing_by_people(accounts: Sequence[Account]) -> tuple[Standing | None, Message]:
    """Give the standing by what people made or accepted, and what a machine reads otherwise."""
    by_people = _of_people(accounts)
    standing, reason = _standing(by_people, _origins(by_people))
    if len(by_people) == len(accounts):
        return standing, reason
    otherwise, _ = _standing(accounts, _origins(accounts))
    if otherwise == standing:
        return standing, reason
    read = _sources([account for account in accounts if account.unreviewed])
    return standing, Message("standing-unreviewed", reason=reason, standing=otherwise, sources=read)


def _origins(accounts: Sequence[Account]) -> int:
    """Give how many affirm, independent of each other."""
    return len({account.origin for account in accounts if account.polarity == "affirms"})


def _standing(accounts: Sequence[Account], origins: int) -> tuple[Standing | None, Message]:
    """Give the standing, and why; `origins` is how many affirm, independent of each other."""
    if not accounts:
        return None, Message("standing-none")
    affirming = [account for account in accounts if account.polarity == "affirms"]
    denying = [account for account in accounts if account.polarity == "denies"]
    if affirming and denying:
        said = {"affirming": _sources(affirming), "denying": _sources(denying)}
        return "disputed", Message("standing-disputed", **said, origins=origins)
    if denying:
        return "denied", Message("standing-denied", denying=_sources(denying))
    if not affirming:
        return "reported", Message("standing-unsaid", sources=_sources(accounts))
    strength, strongest = next(iter(_by_strength(affirming)))
    told = {"sources": _sources(strongest), "origins": origins}
    if strength == STRENGTH["asserted"]:
        return "asserted", Message("standing-asserted", **told)
    told["modality"] = strongest[0].modality
    if strength < _UNREALISED:
        return "reported", Message("standing-reported", **told)
    return "planned", Message("standing-planned", **told)


def _by_strength(accounts: Sequence[Account]) -> list[tuple[int, list[Account]]]:
    def strength(account: Account) -> int:
        return STRENGTH[account.modality]

    return [
        (key, list(group)) for key, group in groupby(sorted(accounts, key=strength), key=strength)
    ]


def _sources(accounts: Sequence[Account]) -> Message:
    return _listed(sorted({account.source for account in accounts}))
