"""From what claims say of when an event was to its date, and what lost."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from timeline.dates import common_part
from timeline.dates.common import narrowness
from timeline.dates.spans import AFTER_ALL, BEFORE_ALL, lower, upper
from timeline.errors import Message
from timeline.resolve.account import STRENGTH, listed, of_people
from timeline.resolve.classes import reported

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.dates import Common, Date
    from timeline.resolve.account import Account

DateStatus: TypeAlias = Literal["pinned", "agreed", "conflict", "by_report", "none"]


class LostDate(NamedTuple):
    """A claim whose date is not the one shown, and why."""

    key: str
    date: str
    why: Message


class EventDate(NamedTuple):
    """The date of an event, as far as its claims give one."""

    date: Date | None
    earliest: int | None
    latest: int | None
    status: DateStatus
    reason: Message
    lost: tuple[LostDate, ...] = ()
    zoned: bool = False


def dated_by(dated: Sequence[Account]) -> EventDate:
    """Date an event by one claim that has a date, or several; those of people go first."""
    by_people = of_people(dated)
    found = _date_of_equals(by_people)
    if len(by_people) == len(dated):
        return found
    read = [account for account in dated if account.unreviewed]
    otherwise = [
        one for one in read if found.date and common_part({found.date, date_of(one)}) is None
    ]
    lost = [
        LostDate(account.key, str(account.date), Message("lost-to-person"))
        for account in sorted(otherwise, key=_Rank(otherwise))
    ]
    return found._replace(lost=(*found.lost, *lost))


def by_report(affirming: Sequence[Account]) -> EventDate:
    """Date an event that no claim dates by the first report of it."""
    told = [account for account in affirming if account.bound is not None]
    if not told:
        return EventDate(None, None, None, "none", Message("date-none"))
    first = min(of_people(told), key=lambda one: (upper(_bound(one).latest), one.key))
    bound = _bound(first)
    reason = Message("date-by-report", source=first.source, date=reported(bound).text)
    return EventDate(bound, None, bound.latest, "by_report", reason, zoned=bound.has_offset)


def _bound(account: Account) -> Date:
    assert account.bound is not None
    return account.bound


def _date_of_equals(dated: Sequence[Account]) -> EventDate:
    """Date an event by claims of which none goes before the others for who made it."""
    if pinned := [account for account in dated if account.pinned]:
        best = min(pinned, key=_Rank(pinned))
        lost = _losers(dated, best, Message("lost-to-pinned"))
        return _shown(best, "pinned", Message("date-pinned", claim=best.key), lost)
    dates = {date_of(account) for account in dated}
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
) -> EventDate:
    date = date_of(best)
    return EventDate(date, date.earliest, date.latest, status, reason, lost, date.has_offset)


def _agreed(common: Common, dates: Sequence[Date]) -> EventDate:
    """Show what is common; where EDTF has no words for that, the narrowest of the dates.

    Args:
        common: the part that all have in common.
        dates: the narrowest first.
    """
    date = common.date or dates[0]
    texts = listed(sorted(one.text for one in dates))
    if len(dates) == 1:
        reason = Message("date-same", date=date.text)
    elif common.date:
        reason = Message("date-common", date=date.text, dates=texts)
    else:
        reason = Message("date-without-words", date=date.text, dates=texts)
    zoned = any(one.has_offset for one in dates)
    return EventDate(date, common.earliest, common.latest, "agreed", reason, zoned=zoned)


def _hull(dates: Iterable[Date]) -> tuple[int | None, int | None]:
    """Give the bounds of all dates together."""
    low = min(lower(date.earliest) for date in dates)
    high = max(upper(date.latest) for date in dates)
    return None if low == BEFORE_ALL else low, None if high == AFTER_ALL else high


def date_of(account: Account) -> Date:
    assert account.date is not None
    return account.date


class _Rank:
    """The order of rival dates, the best first: as a key for sorting claims."""

    def __init__(self, dated: Iterable[Account]) -> None:
        self._origins: dict[Date, set[str]] = defaultdict(set)
        for account in dated:
            self._origins[date_of(account)].add(account.origin)

    def support(self, account: Account) -> int:
        """Give the number of origins that say the same date."""
        return len(self._origins[date_of(account)])

    def __call__(self, account: Account) -> tuple[int, int, int, str]:
        width = narrowness(date_of(account))[0]
        return STRENGTH[account.modality], -self.support(account), width, account.key


def _losers(dated: Sequence[Account], best: Account, why: Message) -> tuple[LostDate, ...]:
    others = sorted((one for one in dated if one.date != best.date), key=_Rank(dated))
    return tuple(LostDate(account.key, str(account.date), why) for account in others)
