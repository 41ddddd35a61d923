"""Parts of a period, and days that stand in one: the first half of the 19th century, a Monday of
November 2024.
"""

from __future__ import annotations

from timeline.dates import parse
from timeline.dates.calendar import day_number, day_text, days_in_month, weekday
from timeline.temporal.context import Context, week_value
from timeline.temporal.days import UNKNOWN_DAY, full_year
from timeline.temporal.grammar import Found
from timeline.temporal.periods import decade_digits
from timeline.temporal.relative import Rule
from timeline.temporal.timex import Meaning
from timeline.temporal.words import MONTHS, WEEKDAYS


def share(found: Found, context: Context) -> Meaning | None:
    """A half, a third or a quarter of a century, a decade or a month: one of its years or days.

    The 19th century is counted from 1801 to 1900.
    """
    slots = found.slots
    parts = int(slots["share"])
    number = parts if slots["ordinal"] == "last" else int(slots["ordinal"])
    if not 1 <= number <= parts:
        return None
    if "month" in slots:
        return _of_month(number, parts, found, context)
    if "decade" in slots:
        digits = decade_digits(found)
        return _of_years(int(digits) * 10, 10, number, parts, digits)
    nth = int(slots["nth"])
    start = 1 - 100 * nth if slots.get("bc") else 100 * (nth - 1) + 1
    return _of_years(start, 100, number, parts, f"{'BC' * bool(slots.get('bc'))}{nth - 1:02d}")


def _of_years(start: int, length: int, number: int, parts: int, value: str) -> Meaning:
    years = start + (number - 1) * length // parts, start + number * length // parts - 1
    first, last = (f"{year:05d}" if year < 0 else f"{year:04d}" for year in years)
    return Meaning("DATE", value, parse(f"[{first}..{last}]"))


def _of_month(number: int, parts: int, found: Found, context: Context) -> Meaning:
    year, month = full_year(found, context), MONTHS.index(found.slots["month"]) + 1
    length = days_in_month(int(year or 0), month)
    first, last = ((number - 1) * length // parts + 1, number * length // parts)
    name = f"{year}-{month:02d}"
    return Meaning("DATE", name, parse(f"[{name}-{first:02d}..{name}-{last:02d}]"))


def week(found: Found, context: Context) -> Meaning | None:
    """A week of a month: one of its seven days, in the ISO week of the first."""
    name, tense = found.slots["month"], context.tense(*found.match.span())
    year = full_year(found, context)
    near = context.resolved(context.toward(name, tense)).edtf
    number = int(year) if year else near.year if near else None
    if number is None:
        return None
    month = MONTHS.index(name) + 1
    length, ordinal = days_in_month(number, month), found.slots["ordinal"]
    last = length if ordinal == "last" else 7 * int(ordinal)
    first = day_number(number, month, last - 6)
    days = parse(f"[{day_text(first)}..{day_text(first + 6)}]")
    return Meaning("DATE", week_value(first), days, *((tense, "published") if not year else ()))


def weekdays(found: Found, context: Context) -> Meaning:
    """One of the days, or all the days, of a weekday of a month."""
    slots = found.slots
    year, month = int(full_year(found, context) or 0), MONTHS.index(slots["month"]) + 1
    name = WEEKDAYS.index(slots["weekday"]) + 1
    first = day_number(year, month, 1)
    first += (name - weekday(first)) % 7
    last = day_number(year, month, days_in_month(year, month))
    text = ",".join(day_text(day) for day in range(first, last + 1, 7))
    date = parse(f"[{text}]" if slots["of"] == "one" else f"{{{text}}}")
    return Meaning("DATE", f"{year:04d}-{month:02d}-WXX-{name}", date)


def source(_found: Found, _context: Context) -> Meaning:
    """The publication itself."""
    return Meaning("DATE", UNKNOWN_DAY, anchor="published", relative=Rule())
