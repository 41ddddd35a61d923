"""From what claims say of when an event was to its date, and what lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from timeline.dates import common_part
from timeline.dates.common import narrowness
from timeline.dates.spans import AFTER_ALL, BEFORE_ALL, lower, upper
from timeline.errors import Message
from timeline.resolve.account import listed, of_people
from timeline.resolve.classes import reported
from timeline.resolve.ladder import Kind, settle

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.dates import Common, Date
    from timeline.resolve.account import Account
    from timeline.resolve.ladder import LostClaim

DateStatus: TypeAlias = Literal["pinned", "agreed", "conflict", "by_report", "none"]


class EventDate(NamedTuple):
    """The date of an event, as far as its claims give one."""

    date: Date | None
    earliest: int | None
    latest: int | None
    status: DateStatus
    reason: Message
    lost: tuple[LostClaim, ...] = ()
    zoned: bool = False


def dated_by(dated: Sequence[Account]) -> EventDate:
    """Date an event by one claim that has a date, or several; those of people go first."""
    found, dates = settle(dated, DATES), {date_of(account) for account in of_people(dated)}
    if found.common is not None:
        return _agreed(found.common, sorted(dates, key=narrowness))._replace(lost=found.lost)
    best = date_of(found.best)
    shown = EventDate(
        best,
        best.earliest,
        best.latest,
        found.status,
        Message("date-pinned", claim=found.best.key),
        found.lost,
        best.has_offset,
    )
    if found.status == "pinned":
        return shown
    told = {"claim": found.best.key, "modality": found.best.modality, "origins": found.origins}
    earliest, latest = _hull(dates)
    return shown._replace(
        earliest=earliest,
        latest=latest,
        reason=Message("date-best", **told),
        zoned=any(date.has_offset for date in dates),
    )


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


DATES = Kind(
    of=date_of,
    common=common_part,
    order=lambda date: narrowness(date)[0],
    text=str,
    lost="lost-to-better",
)
