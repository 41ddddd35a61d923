"""The proleptic Gregorian calendar on plain integers, for any year.

A *day number* counts days from 1970-01-01, a *second* counts seconds from 1970-01-01T00:00:00Z
without leap seconds (POSIX time). Year 0 is 1 BC, as in ISO 8601. The standard library's datetime
stops at the years 1 and 9999, hence this file.
"""

from __future__ import annotations

from bisect import bisect_right

DAY = 86_400
MONTHS_AFTER = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
LEAP_MONTHS_AFTER = (0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335)
MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November",
    "December",
)  # fmt: skip
_CYCLE = 146_097  # days in 400 years
_EPOCH = 719_162  # days from 0001-01-01 to 1970-01-01


def is_leap(year: int) -> bool:
    """Whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Number of days of a month (1 to 12)."""
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def first_day(year: int) -> int:
    """Day number of 1 January."""
    past = year - 1
    return 365 * past + past // 4 - past // 100 + past // 400 - _EPOCH


def day_number(year: int, month: int, day: int) -> int:
    """Day number of a date; the day is not checked."""
    after = LEAP_MONTHS_AFTER if is_leap(year) else MONTHS_AFTER
    return first_day(year) + after[month - 1] + day - 1


def civil(day: int) -> tuple[int, int, int]:
    """Year, month and day of a day number."""
    cycles, rest = divmod(day + _EPOCH, _CYCLE)
    year = 400 * cycles + rest * 400 // _CYCLE + 1
    if day < first_day(year):
        year -= 1
    elif day >= first_day(year + 1):
        year += 1
    ordinal = day - first_day(year)
    after = LEAP_MONTHS_AFTER if is_leap(year) else MONTHS_AFTER
    month = bisect_right(after, ordinal)
    return year, month, ordinal - after[month - 1] + 1


def month_start(year: int, month: int) -> int:
    """Day number of the first day of a month; month 13 is January of the next year, 0 December of
    the year before.
    """
    years, index = divmod(month - 1, 12)
    return day_number(year + years, index + 1, 1)


def weekday(day: int) -> int:
    """ISO weekday of a day number: 1 is Monday, 7 is Sunday."""
    return (day + 3) % 7 + 1


def year_text(year: int) -> str:
    """A year in ISO 8601 with four digits at least, signed below 0 and above 9999."""
    if year < 0:
        return f"-{-year:04d}"
    return f"{year:04d}" if year <= 9999 else f"+{year}"


def day_text(day: int) -> str:
    """A day number in ISO 8601: `2024-11-11`."""
    year, month, number = civil(day)
    return f"{year_text(year)}-{month:02d}-{number:02d}"


def numeric_readings(first: int, second: int, year: int) -> list[str]:
    """The dates, in ISO 8601, that `first/second/year` may be: day first, then month first; [] if
    neither exists.
    """
    return [
        f"{year:04d}-{month:02d}-{day:02d}"
        for day, month in dict.fromkeys(((first, second), (second, first)))
        if 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)
    ]


def iso_text(second: int) -> str:
    """A second in ISO 8601, in UTC: `2024-11-11T00:00:00Z`, `-0043-03-15T00:00:00Z`,
    `+13800-01-01T00:00:00Z`.
    """
    day, rest = divmod(second, DAY)
    return f"{day_text(day)}T{rest // 3600:02d}:{rest // 60 % 60:02d}:{rest % 60:02d}Z"


def seconds_of(text: str) -> int:
    """Read what `iso_text` writes."""
    date, _, clock = text.rstrip("Z").partition("T")
    year, month, day = date.rsplit("-", 2)
    hours, minutes, seconds = map(int, clock.split(":"))
    number = day_number(int(year), int(month), int(day))
    return number * DAY + hours * 3600 + minutes * 60 + seconds


def next_unit(second: int, precision: str) -> int:
    """The end of the first whole unit that does not begin before this second; of units above a
    month, of a year.
    """
    if precision in ("second", "minute", "hour"):
        width = {"second": 1, "minute": 60, "hour": 3600}[precision]
        return (-(-second // width) + 1) * width
    first = -(-second // DAY)
    if precision == "day":
        return (first + 1) * DAY
    year, month, _ = civil(first)
    if precision == "month":
        begin = month_start(year, month)
        return month_start(year, month + 1 + (begin < first)) * DAY
    begin = day_number(year, 1, 1)
    return day_number(year + 1 + (begin < first), 1, 1) * DAY
