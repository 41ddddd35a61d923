"""From the live claims of one event to its date and standing, and the reasons.

Pure: no store, no input, no output.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.dates import Date
    from timeline.records import Modality, Polarity

DateStatus: TypeAlias = Literal["pinned", "agreed", "conflict", "none"]
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

# Events without any date sort after all others.
UNDATED = 2**63 - 1

_DAY = 86_400
# A date's class by the length of its hull, in seconds; the last one is for whatever is longer or
# open.
SPAN_CLASSES = (32 * _DAY, 367 * _DAY, 10 * 366 * _DAY, 100 * 366 * _DAY)


class Account(NamedTuple):
    """What one live claim says, as far as date and standing go.

    Attributes:
        key: the claim's key.
        source: key of the source.
        origin: who is last in the attribution (the source itself where there is none).
    """

    key: str
    source: str
    origin: str
    polarity: Polarity
    modality: Modality
    date: Date | None
    pinned: bool = False


class Lost(NamedTuple):
    """A claim whose date is not the one shown, and why."""

    key: str
    date: str
    why: str


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
        date_reason, standing_reason: one sentence each.
        lost: the dates that lost.
    """

    date: Date | None
    earliest: int | None
    latest: int | None
    status: DateStatus
    standing: Standing | None
    claims: int
    sources: int
    origins: int
    date_reason: str
    standing_reason: str
    lost: tuple[Lost, ...] = ()

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
        """How wide the date is: 0 up to a month, then year, decade, century, and 4 for more or
        open.
        """
        if self.earliest is None or self.latest is None:
            return len(SPAN_CLASSES)
        span = self.latest - self.earliest
        return next((n for n, width in enumerate(SPAN_CLASSES) if span <= width), len(SPAN_CLASSES))


def resolve(accounts: Sequence[Account]) -> Outcome:
    """Work out an event's date and standing from its live claims.

    A pinned claim wins; else the common part of all dates, if there is
    one; else the best of them is shown and the hull of all is searched. Only claims that affirm
    date an event; where none does, those that deny or decline say which event they mean.

    Args:
        accounts: the live claims, in any order. The same claim held by two collections counts once.
    """
    unique = sorted(
        {account.key: account for account in accounts}.values(), key=lambda account: account.key
    )
    affirming = [account for account in unique if account.polarity == "affirms"]
    dated = [account for account in affirming or unique if account.date is not None]
    chosen, status, reason, lost = _date(dated)
    hulls = (
        [account.date for account in dated if account.date]
        if status == "conflict"
        else [chosen]
        if chosen
        else []
    )
    earliest, latest = _hull(hulls)
    standing, standing_reason = _standing(unique)
    origins = len({account.origin for account in affirming})
    if origins:
        standing_reason += f"; {origins} independent {'origin' if origins == 1 else 'origins'}"
    return Outcome(
        date=chosen,
        earliest=earliest,
        latest=latest,
        status=status,
        standing=standing,
        claims=len(unique),
        sources=len({account.source for account in unique}),
        origins=origins,
        date_reason=reason,
        standing_reason=standing_reason,
        lost=lost,
    )


def _hull(dates: Sequence[Date]) -> tuple[int | None, int | None]:
    starts = [date.earliest for date in dates]
    ends = [date.latest for date in dates]
    earliest = None if None in starts else min((s for s in starts if s is not None), default=None)
    latest = None if None in ends else max((e for e in ends if e is not None), default=None)
    return earliest, latest


def _date(dated: Sequence[Account]) -> tuple[Date | None, DateStatus, str, tuple[Lost, ...]]:
    if not dated:
        return None, "none", "no live claim gives a date", ()
    pinned = [account for account in dated if account.pinned]
    if pinned:
        best = _best(pinned)
        return (
            best.date,
            "pinned",
            f"claim {best.key} is pinned",
            _losers(dated, best, "another claim is pinned"),
        )
    common = _common([account.date for account in dated if account.date])
    if common is not None:
        return common, "agreed", _agreement(dated, common), ()
    best = _best(dated)
    reason = (
        f"the dates have no part in common; the best is that of claim {best.key}: "
        f"{_merits(dated, best)}"
    )
    return best.date, "conflict", reason, _losers(dated, best, "it contradicts a better date")


def _common(dates: Sequence[Date]) -> Date | None:
    # The narrowest first: what is common to them all is then found in few steps.
    ordered = sorted(dates, key=_width)
    common: Date | None = ordered[0]
    for date in ordered[1:]:
        common = common & date if common is not None else None
    return common


def _width(date: Date) -> tuple[float, str]:
    if date.earliest is None or date.latest is None:
        return float("inf"), date.text
    return date.latest - date.earliest, date.text


def _agreement(dated: Sequence[Account], common: Date) -> str:
    texts = sorted({account.date.text for account in dated if account.date})
    if len(texts) == 1:
        return f"all dated claims say {texts[0]}"
    return f"{common} is the part common to {', '.join(texts)}"


def _support(dated: Sequence[Account], account: Account) -> int:
    return len({other.origin for other in dated if other.date == account.date})


def _rank(dated: Sequence[Account], account: Account) -> tuple[int, int, float, str]:
    assert account.date is not None
    return (
        STRENGTH[account.modality],
        -_support(dated, account),
        _width(account.date)[0],
        account.key,
    )


def _best(dated: Sequence[Account]) -> Account:
    return min(dated, key=lambda account: _rank(dated, account))


def _merits(dated: Sequence[Account], best: Account) -> str:
    origins = _support(dated, best)
    return f"{best.modality}, {origins} independent {'origin' if origins == 1 else 'origins'}"


def _losers(dated: Sequence[Account], best: Account, why: str) -> tuple[Lost, ...]:
    others = sorted(
        (a for a in dated if a.date != best.date), key=lambda account: _rank(dated, account)
    )
    return tuple(Lost(account.key, str(account.date), why) for account in others)


def _standing(accounts: Sequence[Account]) -> tuple[Standing | None, str]:
    if not accounts:
        return None, "no live claim speaks of it"
    affirming = [account for account in accounts if account.polarity == "affirms"]
    denying = [account for account in accounts if account.polarity == "denies"]
    if affirming and denying:
        return "disputed", f"affirmed by {_sources(affirming)}; denied by {_sources(denying)}"
    if denying:
        return "denied", f"denied by {_sources(denying)}; no live claim affirms it"
    if not affirming:
        return "reported", f"{_sources(accounts)} speaks of it; no live claim affirms or denies it"
    strength, strongest = next(iter(_by_strength(affirming)))
    if strength == STRENGTH["asserted"]:
        return "asserted", f"asserted by {_sources(strongest)}"
    if strength < _UNREALISED:
        return (
            "reported",
            f"no claim asserts it; {strongest[0].modality} according to {_sources(strongest)}",
        )
    return (
        "planned",
        f"not said to have happened; {strongest[0].modality} according to {_sources(strongest)}",
    )


def _by_strength(accounts: Sequence[Account]) -> list[tuple[int, list[Account]]]:
    def strength(account: Account) -> int:
        return STRENGTH[account.modality]

    return [
        (key, list(group)) for key, group in groupby(sorted(accounts, key=strength), key=strength)
    ]


def _sources(accounts: Sequence[Account]) -> str:
    return ", ".join(sorted({account.source for account in accounts}))
