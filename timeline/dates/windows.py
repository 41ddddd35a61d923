"""Whether a date may, or must, lie in a window of time.

A window is half-open, in seconds; days in it are those of whatever place. An instant with an offset
is certain on the day that is written with it, and possible on every other day that it has somewhere
between UTC-12 and UTC+14. A window from one such instant to another is exact against such instants.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.dates.calendar import next_unit
from timeline.dates.point import Point, point_spans
from timeline.dates.spans import AFTER_ALL, BEFORE_ALL, lower, shifted, upper

if TYPE_CHECKING:
    from timeline.dates.spans import Span
    from timeline.dates.value import Compound, Date

# A local time is at most so many seconds behind UTC, or ahead of it.
BEHIND, AHEAD = 12 * 3600, 14 * 3600


def may_meet(date: Date, start: int | None, end: int | None, *, zoned: bool = False) -> bool:
    """Return whether a date overlaps a window in at least one possibility.

    Args:
        date: the date.
        start, end: of the window, in seconds; None is unbounded.
        zoned: whether the window runs from one instant with an offset to another.
    """
    return _may(date, lower(start), upper(end), zoned=zoned)


def must_meet(date: Date, start: int | None, end: int | None, *, zoned: bool = False) -> bool:
    """Return whether a date overlaps a window in every possibility.

    Never true of a date with `?`, `~` or `%`. It may say no where the start of an interval lies in
    its end and has unspecified digits (`15XX-12-XX/1550`); it never says yes wrongly.

    Args:
        date, start, end, zoned: as for `may_meet`.
    """
    if date.uncertain or date.approximate:
        return False
    return _must(date, lower(start), upper(end), zoned=zoned)


def reach(
    start: int | None, end: int | None, *, date_zoned: bool, window_zoned: bool
) -> tuple[int | None, int | None]:
    """Return the window in UTC that a search by bounds has to look through.

    It is wider by what zones differ where only one of the two is given with an offset.

    Args:
        start, end: of the window, in seconds; None is unbounded.
        date_zoned: whether the dates that are looked for hold an instant with an offset.
        window_zoned: whether the window runs from one such instant to another.
    """
    low, high = _reach(lower(start), upper(end), date_zoned, window_zoned)
    return None if start is None else low, None if end is None else high


def _reach(low: int, high: int, date_zoned: bool, window_zoned: bool) -> Span:  # noqa: FBT001
    if date_zoned == window_zoned:
        return low, high
    if date_zoned:
        return shifted(low, -AHEAD), shifted(high, BEHIND)
    return shifted(low, -BEHIND), shifted(high, AHEAD)


def _may(date: Date, low: int, high: int, *, zoned: bool) -> bool:
    shape = date.shape
    if isinstance(shape, Point):
        low, high = _reach(low, high, bool(shape.zone), zoned)
        return any(a < high and b > low for a, b in point_spans(shape, low, high))
    if shape.kind in ("interval", "range"):
        first, last = (part is not None and part.has_offset for part in shape.parts)
        before = _reach(low, high, first, zoned)[1]
        after = _reach(low, high, last, zoned)[0]
        return lower(date.earliest) < before and upper(date.latest) > after
    return any(_may(part, low, high, zoned=zoned) for part in shape.parts if part)


def _must(date: Date, start: int, end: int, *, zoned: bool) -> bool:
    shape = date.shape
    if isinstance(shape, Point) or shape.kind == "range":
        low, high = _certain(date, zoned=zoned)
        return start <= low and high <= end
    if shape.kind == "one_of":
        return all(_must(part, start, end, zoned=zoned) for part in shape.parts if part)
    if shape.kind == "interval":
        last_start, first_end = _inner_bounds(date, shape, zoned=zoned)
        return last_start < end and first_end >= start
    return any(_all_must(part, start, end, zoned=zoned) for part in shape.parts if part)


def _certain(date: Date, *, zoned: bool) -> Span:
    """Return the bounds within which a date lies for certain, as a window sees them."""
    shape = date.shape
    if not isinstance(shape, Point) and date.has_offset:
        edges = [_certain(part, zoned=zoned) for part in shape.parts if part]
        low = min(edge[0] for edge in edges) if shape.parts[0] else BEFORE_ALL
        return low, max(edge[1] for edge in edges) if shape.parts[-1] else AFTER_ALL
    if isinstance(shape, Point) and shape.zone:
        return (shape.earliest, shape.latest) if zoned else shape.local
    low, high = lower(date.earliest), upper(date.latest)
    return (shifted(low, -AHEAD), shifted(high, BEHIND)) if zoned else (low, high)


def _inner_bounds(date: Date, shape: Compound, *, zoned: bool) -> tuple[int, int]:
    """Return the last moment at which an interval may start, and the first at which it may end."""
    begin, finish = shape.parts
    first, last = _certain(date, zoned=zoned)
    last_start = BEFORE_ALL if date.open_start else last - 1
    first_end = AFTER_ALL if date.open_end else first
    if begin is not None:
        last_start = min(_certain(begin, zoned=zoned)[1] - 1, last - 1)
    if finish is not None:
        first_end = max(_certain(finish, zoned=zoned)[0], first)
    return last_start, first_end


def _all_must(part: Date, start: int, end: int, *, zoned: bool) -> bool:
    """Return whether a member of an all-of set surely meets the window: of a range, whether a whole
    unit lies inside.
    """
    if part.kind != "range":
        return _must(part, start, end, zoned=zoned)
    first, last = _certain(part, zoned=zoned)
    low, high = max(start, first), min(end, last)
    if low >= high:
        return False
    if BEFORE_ALL in (low, high) or AFTER_ALL in (low, high):
        return True
    return next_unit(low, part.precision) <= high
