"""Sets of moments as half-open spans of whole seconds, in ascending order.

An unbounded side is held as BEFORE_ALL or AFTER_ALL, which lie just outside the signed 64 bit that
every bound fits in, so that all comparisons are between integers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.dates.calendar import DAY, civil, day_text, iso_text, year_text

BEFORE_ALL = -(1 << 63) - 1
AFTER_ALL = 1 << 63

Span = tuple[int, int]


def lower(bound: int | None) -> int:
    """A lower bound as an integer."""
    return BEFORE_ALL if bound is None else bound


def upper(bound: int | None) -> int:
    """An upper bound as an integer."""
    return AFTER_ALL if bound is None else bound


def shifted(bound: int, seconds: int) -> int:
    """A bound moved in time; an unbounded side stays unbounded."""
    return bound if bound in (BEFORE_ALL, AFTER_ALL) else bound + seconds


def joined(spans: Iterable[Span]) -> Iterator[Span]:
    """The same moments with touching and overlapping spans made one; the spans come sorted by their
    start.
    """
    low, high = BEFORE_ALL, BEFORE_ALL
    started = False
    for start, end in spans:
        if started and start <= high:
            high = max(high, end)
            continue
        if started:
            yield low, high
        low, high, started = start, end, True
    if started:
        yield low, high


def covers(outer: Iterator[Span], inner: Iterator[Span]) -> bool:
    """Whether every moment of the inner spans is in the outer ones; both are joined."""
    low, high = BEFORE_ALL, BEFORE_ALL
    for start, end in inner:
        while high <= start:
            step = next(outer, None)
            if step is None:
                return False
            low, high = step
        if start < low or high < end:
            return False
    return True


def common(left: Iterator[Span], right: Iterator[Span]) -> Iterator[Span]:
    """The moments in both; both are joined."""
    one, two = next(left, None), next(right, None)
    while one is not None and two is not None:
        start, end = max(one[0], two[0]), min(one[1], two[1])
        if start < end:
            yield start, end
        if one[1] <= two[1]:
            one = next(left, None)
        else:
            two = next(right, None)


def _year(year: int) -> str:
    return year_text(year) if -9999 <= year <= 9999 else f"Y{year}"


def _from_days(first: int, last: int) -> str | None:
    (year, month, day), (end_year, end_month, end_day) = civil(first), civil(last + 1)
    end = civil(last)
    if (month, day, end_month, end_day) == (1, 1, 1, 1):
        return _years_text(year, end_year - 1)
    if max(abs(year), abs(end[0])) > 9999:
        return (
            None  # EDTF gives such years neither months nor days (the letter Y takes a year alone)
        )
    if (day, end_day) == (1, 1):
        return _range(f"{year_text(year)}-{month:02d}", f"{year_text(end[0])}-{end[1]:02d}")
    return _range(day_text(first), day_text(last))


def _years_text(first: int, last: int) -> str:
    """A year, a whole decade, century or millennium written with X, or a range of years."""
    width = str(last - first + 1)
    digits = len(width) - 1
    if (
        1 <= digits <= 3
        and int(width) == 10**digits
        and first % 10**digits == 0
        and first >= 0
        and last <= 9999
    ):
        return year_text(first)[:-digits] + "X" * digits
    return _range(_year(first), _year(last))


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first}..{last}"


def _moment(second: int, *, last: bool) -> str | None:
    """The largest calendar unit that begins (or, for `last`, ends) at this boundary between two
    seconds.
    """
    if second % DAY:
        return _instant(second - last)
    year, month, day = civil(second // DAY)
    if (month, day) == (1, 1):
        return _year(year - last)
    text = day_text(second // DAY - last)
    if abs(year) > 9999:
        return None
    return text[:-3] if day == 1 else text


def _instant(second: int) -> str | None:
    return iso_text(second) if abs(civil(second // DAY)[0]) <= 9999 else None


def span_text(span: Span) -> str | None:
    """A span as a member of an EDTF set: a date, or a range `a..b`, `a..` or `..b`; None where EDTF
    has no words.
    """
    start, end = span
    if start == BEFORE_ALL or end == AFTER_ALL:
        edge = _moment(end, last=True) if start == BEFORE_ALL else _moment(start, last=False)
        if edge is None:
            return None
        return f"..{edge}" if start == BEFORE_ALL else f"{edge}.."
    if start % DAY == 0 and end % DAY == 0:
        return _from_days(start // DAY, end // DAY - 1)
    first, last = _instant(start), _instant(end - 1)
    if first is None or last is None:
        return None
    if start % 60 == 0 and end - start == 60:
        return first[:-4] + "Z"
    return _range(first, last)
