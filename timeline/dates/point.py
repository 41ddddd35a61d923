"""One EDTF date that is neither set nor interval: its components, its bounds, its spans of moments.

Source of the notation: Library of Congress, Extended Date/Time Format, 4 February 2019 (ISO
8601-2:2019). Where the standard leaves a choice, this is the one taken:

* Seasons 21 to 24 are those of the north, by meteorological quarters: spring from March, summer
  from June, autumn from September, winter from December of the named year to the end of February of
  the next. 25 to 28 are the same four in the north, 29 to 32 in the south: spring from September,
  summer from December, autumn from March, winter from June. 33 to 36 are quarters of a year, 37 to
  39 thirds, 40 and 41 halves.
* A time without a zone is taken as UTC. A time may stop at the minute or the hour (ISO 8601-1,
  reduced precision).
* `1950S2` has bounds 1900 to 1999; 1950 is its estimate.
* `-01XX` runs from -0199 to -0100, and `-XXXX` ends with -0001: there is no year -0000.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from timeline.dates.calendar import (
    DAY,
    day_number,
    days_in_month,
    first_day,
    month_start,
)
from timeline.dates.spans import Span, joined
from timeline.errors import DateError, Message

PRECISIONS = (
    "second", "minute", "hour", "day", "month", "quarter", "season", "quadrimester", "semester",
    "year", "decade",
    "century", "millennium", "years",
)  # fmt: skip
"""How exact a date is, from fine to coarse; `years` is any other number of years, such as XXXX or
Y171010000S3.
"""

LIMIT = 1 << 63
_WIDTHS = {1: "year", 10: "decade", 100: "century", 1000: "millennium"}
_NORTH, _SOUTH = (3, 6, 9, 12), (9, 12, 3, 6)
# code -> (first month, number of months, precision)
_SEASONS = {
    **{21 + i: (month, 3, "season") for i, month in enumerate((*_NORTH, *_NORTH, *_SOUTH))},
    **{33 + i: (1 + 3 * i, 3, "quarter") for i in range(4)},
    **{37 + i: (1 + 4 * i, 4, "quadrimester") for i in range(3)},
    **{40 + i: (1 + 6 * i, 6, "semester") for i in range(2)},
}
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_CLOCK_PRECISIONS = (("hour", 3600), ("minute", 60), ("second", 1))


class Point(NamedTuple):
    """The parts of one date.

    years: the years it may be in, ascending; months and days likewise, empty when the component is
    not written. components: year, month or season, and day as written, without qualifiers: ('156X',
    '12', '25'). qualifiers: of each component: '', '?', '~', '%' or, when two meet on one
    component, both characters. clock, zone: '23:20:30' and 'Z', '+04:30' or ''.
    """

    years: Sequence[int]
    months: Sequence[int]
    days: Sequence[int]
    season: int | None
    components: tuple[str, ...]
    qualifiers: tuple[str, ...]
    clock: str
    zone: str
    precision: str
    earliest: int
    latest: int
    solid: bool  # one unbroken span from earliest to latest

    @property
    def local(self) -> Span:
        """The bounds in the time of day that is written, whatever the zone."""
        ahead = _offset(self.zone, self.zone)
        return self.earliest + ahead, self.latest + ahead

    def number(self, index: int) -> int | None:
        """A component as a number (of `1950S2` the estimate), None if it is missing or has an
        unspecified digit.
        """
        if len(self.components) <= index or "X" in self.components[index]:
            return None
        written = self.components[index].partition("S")[0]
        number, _, exponent = written.lstrip("Y").partition("E")
        return int(number) * _power(int(exponent or 0))


def _power(exponent: int) -> int:
    return int(10**exponent)


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(
        r"([?~%]?)(-?[\dX]{4}|Y-?[1-9]\d*(?:E[1-9]\d*)?)(?:S([1-9]\d*))?([?~%]?)"
        r"(?:-([?~%]?)([\dX]{2})([?~%]?)(?:-([?~%]?)([\dX]{2})([?~%]?))?)?"
        r"(?:T(\d\d(?::\d\d(?::\d\d)?)?)(Z|[+-]\d\d(?::\d\d)?)?)?",
        re.ASCII,
    )


def read_point(text: str) -> Point | None:
    """Read one date, or None if the text has not the shape of one.

    Raises:
        DateError: it has the shape of a date, but there is no such date, or it lies outside 64-bit
            seconds.
    """
    match = _pattern().fullmatch(text)
    if match is None:
        return None
    left, year, digits, right, left_2, month, right_2, left_3, day, right_3, clock, zone = (
        match.groups("")
    )
    years, width = _years(text, year, digits)
    if (digits or year[0] == "Y") and month:
        raise DateError("year-takes-no-month", text=text)
    components = tuple(
        part for part in (year + ("S" + digits if digits else ""), month, day) if part
    )
    qualifiers = _qualifiers((left, left_2, left_3), (right, right_2, right_3), len(components))
    season = int(month) if month.isdigit() and int(month) in _SEASONS else None
    if season and day:
        raise DateError("no-such-month", text=text, month=month)
    months = _numbers(month, 12) if season is None else ()
    days = _numbers(day, 31)
    if month and season is None and not months:
        code = "no-month-0" if month == "00" else "no-such-month"
        raise DateError(code, text=text, month=month)
    if day and not days:
        raise DateError("day-beyond-31", text=text, day=day)
    precision = _SEASONS[season][2] if season else _precision(components, width)
    found = _dated(
        text,
        (years, months, days),
        season,
        components=components,
        qualifiers=qualifiers,
        precision=precision,
    )
    return _with_clock(text, found, clock, zone) if clock else found


def _years(text: str, year: str, digits: str) -> tuple[Sequence[int], int]:
    """The years meant, ascending, and how many make up the precision."""
    sign = -1 if "-" in year else 1
    body = year.lstrip("Y-")
    if "X" in body:
        if digits:
            raise DateError("digits-of-unspecified", text=text, year=year)
        return _unspecified(text, sign, body)
    number, _, exponent = body.partition("E")
    if len(number) + int(exponent[:4] or 0) > 12:
        raise DateError("year-out-of-reach", text=text)
    value = int(number) * _power(int(exponent or 0))
    if year[0] == "Y" and value <= 9999 and not exponent:
        raise DateError("year-with-y", text=text, year=f"{'-' * (sign < 0)}{value:04d}")
    if sign < 0 and value == 0:
        raise DateError("no-year-minus-0", text=text)
    if not digits:
        return range(sign * value, sign * value + 1), 1
    length = max(len(str(value)), 4)
    if len(digits) > 2 or int(digits) > length:
        raise DateError("too-many-digits", text=text, most=length)
    step = _power(length - int(digits))
    low = value // step * step
    return (range(low, low + step) if sign > 0 else range(-low - step + 1, -max(low, 1) + 1)), step


def _unspecified(text: str, sign: int, body: str) -> tuple[Sequence[int], int]:
    width = 10 ** (len(body) - len(body.rstrip("X")))
    block = body.strip("0123456789")
    if set(block) == {"X"}:  # one run of X: an arithmetic progression
        step = 10 ** (len(body) - body.rindex("X") - 1)
        low = int(body.replace("X", "0"))
        years: Sequence[int] = range(low, low + step * 10 ** len(block), step)
    else:
        years = [
            int("".join(choice))
            for choice in product(*("0123456789" if c == "X" else c for c in body))
        ]
    if sign > 0:
        return years, width
    negative = (
        [-value for value in reversed(years) if value]
        if not isinstance(years, range)
        else _mirrored(years)
    )
    if not negative:
        raise DateError("no-year-minus-0", text=text)
    return negative, width


def _mirrored(years: range) -> range:
    return range(-years[-1], -years[0] + (1 if years[0] else 0), years.step)


@lru_cache(maxsize=512)
def _numbers(digits: str, highest: int) -> Sequence[int]:
    """The numbers from 1 to `highest` that two characters, digits or X, may stand for."""
    if not digits:
        return ()
    tens, units = digits[0], digits[1]
    return tuple(
        n
        for n in range(1, highest + 1)
        if tens in ("X", str(n // 10)) and units in ("X", str(n % 10))
    )


def _qualifiers(before: Sequence[str], after: Sequence[str], count: int) -> tuple[str, ...]:
    """What qualifies each component: the mark before it, and the marks after it and after all to
    its right.
    """
    found = []
    for index in range(count):
        marks = before[index] + "".join(after[index:count])
        both = "%" in marks or ("?" in marks and "~" in marks)
        found.append("%" if both else marks[:1])
    return tuple(found)


def _bounded(text: str, earliest: int, latest: int) -> tuple[int, int]:
    if earliest < -LIMIT or latest >= LIMIT:
        raise DateError("year-out-of-reach", text=text)
    return earliest, latest


def _with_clock(text: str, date: Point, clock: str, zone: str) -> Point:
    if len(date.components) != 3 or any(date.qualifiers) or "X" in "".join(date.components):
        raise DateError("time-without-day", text=text)
    parts = [int(part) for part in clock.split(":")]
    hour, minute, second = (*parts, 0, 0)[:3]
    if hour > 23 or minute > 59 or second > 59:
        raise DateError("no-such-time", text=text, clock=clock)
    precision, width = _CLOCK_PRECISIONS[len(parts) - 1]
    earliest = date.earliest + hour * 3600 + minute * 60 + second - _offset(text, zone)
    return date._replace(
        clock=clock,
        zone=zone,
        precision=precision,
        earliest=earliest,
        latest=earliest + width,
        solid=True,
    )


def _offset(text: str, zone: str) -> int:
    """Seconds by which a zone is ahead of UTC."""
    if zone in ("", "Z"):
        return 0
    hours, _, minutes = zone[1:].partition(":")
    if int(hours) > 23 or int(minutes or 0) > 59:
        raise DateError("no-such-zone", text=text, zone=zone)
    return (int(hours) * 3600 + int(minutes or 0) * 60) * (-1 if zone[0] == "-" else 1)


def _dated(
    text: str,
    numbers: tuple[Sequence[int], Sequence[int], Sequence[int]],
    season: int | None,
    *,
    components: tuple[str, ...],
    qualifiers: tuple[str, ...],
    precision: str,
) -> Point:
    years, months, days = numbers
    first = next(
        (block for year in years for block in day_blocks(year, months, days, season)), None
    )
    last = next(
        (
            found[-1]
            for year in reversed(years)
            if (found := day_blocks(year, months, days, season))
        ),
        None,
    )
    if first is None or last is None:
        raise DateError("date-part", text=text, why=_no_such_day(components, months))
    whole_years = season is None and len(months) in (0, 12) and len(days) in (0, 31)
    consecutive = len(years) == years[-1] - years[0] + 1
    solid = (whole_years and consecutive) or first == last
    bounds = _bounded(text, first[0] * DAY, last[1] * DAY)
    return Point(
        years, months, days, season, components, qualifiers, "", "", precision, *bounds, solid
    )


def _precision(components: tuple[str, ...], width: int) -> str:
    """That of the last component in which anything is specified."""
    if len(components) == 3 and components[2] != "XX":
        return "day"
    if len(components) > 1 and components[1] != "XX":
        return "month"
    return _WIDTHS.get(width, "years")


def _no_such_day(components: tuple[str, ...], months: Sequence[int]) -> Message:
    year, month, day = components
    if len(months) != 1:
        return Message("no-month-with-day", month=month, day=day)
    name = Message(_MONTHS[months[0] - 1])
    if months[0] != 2:
        return Message("month-has-days", month=name, days=days_in_month(2000, months[0]))
    if "X" in year:
        return Message("no-leap-year" if day == "29" else "february-has-days")
    return Message(
        "month-of-year-has-days", month=name, year=year, days=days_in_month(int(year), 2)
    )


def day_blocks(
    year: int, months: Sequence[int], days: Sequence[int], season: int | None
) -> list[Span]:
    """The runs of days, as half-open day numbers, that a year contributes to a date."""
    if season is not None:
        month, length, _ = _SEASONS[season]
        return [(month_start(year, month), month_start(year, month + length))]
    if not months:
        return [(first_day(year), first_day(year + 1))]
    if not days:
        return list(
            joined((month_start(year, month), month_start(year, month + 1)) for month in months)
        )
    return list(
        joined(
            (number, number + 1)
            for month in months
            for start, length in ((day_number(year, month, 1), days_in_month(year, month)),)
            for number in (start + day - 1 for day in days if day <= length)
        )
    )


def point_spans(point: Point, start: int, end: int) -> Iterator[Span]:
    """The moments of a date that may touch the window from start to end, in seconds, as sorted
    spans.

    Years before the window are skipped without a look at them.
    """
    if point.solid:
        yield point.earliest, point.latest
        return
    # A year's season may reach into the next one; an average year is 31,556,952 seconds.
    index = (
        bisect_left(point.years, start // 31_556_952 + 1970 - 2) if start > point.earliest else 0
    )
    for year in point.years[index:]:
        for low, high in day_blocks(year, point.months, point.days, point.season):
            if low * DAY >= end:
                return
            if high * DAY > start:
                yield low * DAY, high * DAY


def digits_of(point: Point) -> tuple[str, ...]:
    """Year, month and day as written, padded with XX, of a date of four-digit year that has only
    those; else ().
    """
    year = point.components[0]
    if point.season is not None or point.clock or year[0] == "Y" or "S" in year:
        return ()
    return (*point.components, "XX", "XX")[:3]


def fitting_digits(
    one: tuple[str, ...] | None, two: tuple[str, ...] | None
) -> tuple[str, ...] | None:
    """The digits of the dates that fit both, exactly; None if none fit, or if one has no digits."""
    left, right = "-".join(one or ()), "-".join(two or ())
    if not left or len(left) != len(right):
        return None
    both = [
        b if a == "X" else a for a, b in zip(left, right, strict=True) if a == b or "X" in (a, b)
    ]
    if len(both) != len(left):
        return None
    sign = left[0] == "-"
    year, month, day = "".join(both)[sign:].split("-")
    return "-" * sign + year, month, day
