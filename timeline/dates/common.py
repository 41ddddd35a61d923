"""What several datings of one event have in common.

Days are compared as they stand, whatever the place. Only an instant with an offset is on different
days in different places: it has in common with a date without an offset whatever it may fall on
between UTC-12 and UTC+14, and with another instant only the very moment.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from timeline.dates.point import fitting_digits
from timeline.dates.spans import AFTER_ALL, BEFORE_ALL, Span, common, lower, span_text, upper
from timeline.dates.value import (
    MAX_LENGTH,
    MAX_MEMBERS,
    Date,
    interval,
    mark_of,
    member,
    members,
    point,
)
from timeline.dates.windows import AHEAD, BEHIND
from timeline.errors import DateError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Common(NamedTuple):
    """The part that several dates have in common.

    Attributes:
        date: the same in EDTF; None where EDTF has no words for it: more than 1,000 members, days
            in years of more than four digits, a time of day with a qualifier.
        earliest, latest: its bounds in seconds UTC, half-open; None where that side is open.
    """

    date: Date | None
    earliest: int | None
    latest: int | None


def common_part(dates: Iterable[Date]) -> Common | None:
    """Give the part that all datings of one event have in common, or None if there is none.

    The order of the dates makes no difference.

    1. If all moments of one are moments of every other, it is that one, with its own qualifiers:
       `2024` and `2024-11-11` give `2024-11-11`. Of several with the same moments, the plainest.
    2. Intervals give the interval that all cover. Each end is the common part of the ends, else
       the latest start and the earliest end.
    3. All else gives the common moments: `{..}` if all last or happen several times (an interval,
       a `{..}`), else a point or a `[..]`, since a point says only that it was at some moment
       within. The result is as qualified as the date with the narrowest bounds.

    Args:
        dates: at least one.
    """
    ordered = sorted(set(dates), key=narrowness)
    if len(ordered) == 1:
        return _whole(ordered[0])
    instants = [date for date in ordered if date.is_instant]
    others = [date for date in ordered if not date.is_instant]
    if not instants or not others:
        return _exactly(ordered)
    moment, around = _exactly(instants), _moments(others)
    if moment is None or not around:
        return None
    reached = [span for span in _moments(instants) if _reaches(span, around)]
    return _told(reached, instants) if reached else None


def narrowness(date: Date) -> tuple[int, bool, int, str]:
    """Key of a total order: the narrowest bounds first, of the same width the plainest text."""
    width = upper(date.latest) - lower(date.earliest)
    return width, date.uncertain or date.approximate, len(date.text), date.text


def _whole(date: Date) -> Common:
    return Common(date, date.earliest, date.latest)


def _exactly(ordered: Sequence[Date]) -> Common | None:
    """Give the common part of dates that are compared as they stand, the narrowest first."""
    if _ends(ordered) is None:
        return None
    if all(date.digits for date in ordered):
        return _of_digits(ordered)
    if all(date.kind == "interval" for date in ordered):
        return _of_intervals(ordered)
    moments = _moments(ordered)
    return _told(moments, ordered) if moments else None


def _ends(dates: Sequence[Date]) -> Span | None:
    """Give the bounds within which a common moment may lie."""
    start = max(lower(date.earliest) for date in dates)
    end = min(upper(date.latest) for date in dates)
    return (start, end) if start < end else None


def _moments(ordered: Sequence[Date]) -> list[Span]:
    """Give the moments in all dates as joined spans; the first dates should be the narrowest."""
    if (ends := _ends(ordered)) is None:
        return []
    found = list(_cut(ordered[0].spans(*_open(ends)), ends))
    for date in ordered[1:]:
        if not found:
            break
        ends = (found[0][0], found[-1][1])
        found = list(common(iter(found), date.spans(*_open(ends))))
    return found


def _cut(spans: Iterator[Span], ends: Span) -> Iterator[Span]:
    return common(spans, iter([ends]))


def _open(ends: Span) -> tuple[int | None, int | None]:
    start, end = ends
    return None if start == BEFORE_ALL else start, None if end == AFTER_ALL else end


def _reaches(span: Span, around: list[Span]) -> bool:
    """Whether an instant, wherever it was, may fall into some of these moments."""
    start, end = span[0] - BEHIND, span[1] + AHEAD
    index = bisect_left(around, (start, start))
    nearest = around[max(index - 1, 0) : index + 1]
    return any(low < end and high > start for low, high in nearest)


def _told(moments: list[Span], ordered: Sequence[Date]) -> Common:
    """Say in EDTF what is common: as the date that has these very moments, or anew."""
    earliest, latest = _open((moments[0][0], moments[-1][1]))
    for date in ordered:
        if (date.earliest, date.latest) == (earliest, latest) and list(date.spans()) == moments:
            return _whole(date)
    lasting = all(date.kind in ("interval", "all_of") for date in ordered)
    found = from_spans(iter(moments), mark=mark_of(ordered[0]), lasting=lasting)
    return Common(found, earliest, latest)


def _of_digits(ordered: Sequence[Date]) -> Common | None:
    """Give the dates whose digits fit all of these."""
    both: tuple[str, ...] | None = ordered[0].digits
    for date in ordered[1:]:
        both = fitting_digits(both, date.digits)
    if both is None:
        return None
    for date in ordered:
        if date.digits == both:
            return _whole(date)
    found = _from_digits(both, mark_of(ordered[0]))
    return _whole(found) if found else None


def _of_intervals(ordered: Sequence[Date]) -> Common | None:
    starts = [part for date in ordered if (part := date.parts[0])]
    ends = [part for date in ordered if (part := date.parts[1])]
    start = _edge(starts) or max(starts, key=lambda date: lower(date.earliest), default=None)
    end = _edge(ends) or min(ends, key=lambda date: upper(date.latest), default=None)
    if lower(start.earliest if start else None) >= upper(end.latest if end else None):
        return None
    for date in ordered:
        if date.parts == (start, end):
            return _whole(date)
    if start is not None and start == end:
        return _whole(start)
    left = start.text if start else ".." if all(date.open_start for date in ordered) else ""
    right = end.text if end else ".." if all(date.open_end for date in ordered) else ""
    return _whole(interval(f"{left}/{right}", start, end))


def _edge(edges: list[Date]) -> Date | None:
    both = common_part(edges) if edges else None
    return both.date if both and both.date and both.date.kind == "point" else None


def from_spans(spans: Iterator[Span], *, mark: str = "", lasting: bool = False) -> Date | None:
    """The date that is one of (`lasting`: all of) these joined spans of moments, a point if it can
    be one.

    Args:
        spans: in seconds; BEFORE_ALL and AFTER_ALL for no bound.
        mark: a qualifier for each member; a time of day can't have one.

    Returns:
        None if there are none, more than 1,000 or than 20,000 characters, or some that EDTF has no
        words for.
    """
    found = list(islice(spans, MAX_MEMBERS + 1))
    texts = [text for one in found if (text := span_text(one)) is not None]
    if not texts or len(texts) != len(found) or len(found) > MAX_MEMBERS:
        return None
    if mark:
        texts = [
            "..".join(date + mark if date else "" for date in text.split("..")) for text in texts
        ]
        if "T" in "".join(texts):
            return None
    if len(texts) == 1 and ".." not in texts[0]:
        return point(texts[0])
    left, right = "{}" if lasting else "[]"
    text = left + ",".join(texts) + right
    if len(text) > MAX_LENGTH:
        return None
    return members(text, "all_of" if lasting else "one_of", tuple(member(part) for part in texts))


def _from_digits(digits: tuple[str, ...], mark: str) -> Date | None:
    year, month, day = digits
    text = (
        year
        if (month, day) == ("XX", "XX")
        else f"{year}-{month}"
        if day == "XX"
        else f"{year}-{month}-{day}"
    )
    try:
        return point(text + mark)
    except DateError:  # such digits, but no such day: XXX1-02-29
        return None
