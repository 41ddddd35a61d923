"""Feasts: on a day of the year, on a weekday of a month, or so many days from Easter."""

from __future__ import annotations

from timeline.dates import Date, parse
from timeline.dates.calendar import DAY, day_number, day_text, days_in_month, weekday
from timeline.temporal.context import Context
from timeline.temporal.days import full_year
from timeline.temporal.grammar import Found
from timeline.temporal.timex import Meaning
from timeline.temporal.words import WEEKDAYS

_FIRST, _LAST = 1583, 4099  # years for which dateutil computes the Gregorian Easter


def feast(found: Found, context: Context) -> Meaning | None:
    """A feast in the year that is named, or in the one that the tense points to.

    It is written in the table of the language as "12-25", as "11 4 thursday" for the fourth
    Thursday of November (-1 for the last), or as "-2" for two days before Easter Sunday.
    """
    when = found.slots.get("holiday") or found.slots["feast"]
    year = full_year(found, context)
    if year is not None:
        day = _day(int(year), when) if year.isdecimal() and _FIRST <= int(year) <= _LAST else None
        return None if day is None else Meaning("DATE", day.text, day, day=day)
    published = context.published
    if published is None or published.year is None or not _FIRST < published.year < _LAST:
        return Meaning("DATE", "XXXX-XX-XX", anchor="published")
    tense = context.tense(*found.match.span())
    day = _toward(published, [_day(published.year + step, when) for step in (-1, 0, 1)], tense)
    return Meaning("DATE", day.text, day, tense, "published", day=day)


def _day(year: int, when: str) -> Date:
    month, _, rest = when.partition(" ")
    if rest:
        count, _, name = rest.partition(" ")
        return parse(day_text(_nth(year, int(month), int(count), WEEKDAYS.index(name) + 1)))
    if when[2:3] == "-":
        return parse(f"{year:04d}-{when}")

    from dateutil.easter import easter

    sunday = easter(year)
    return parse(day_text(day_number(sunday.year, sunday.month, sunday.day) + int(when)))


def _nth(year: int, month: int, count: int, day_of_week: int) -> int:
    """The day number of such a weekday of a month, the last if the count is -1."""
    length = days_in_month(year, month)
    found = [
        day
        for day in range(day_number(year, month, 1), day_number(year, month, length) + 1)
        if weekday(day) == day_of_week
    ]
    return found[count - 1 if count > 0 else count]


def _toward(published: Date, days: list[Date], tense: str) -> Date:
    """Of some days, the nearest in that direction; of the nearest in either, the earlier."""
    here = (published.earliest or 0) // DAY * DAY
    away = {day: (day.earliest or 0) - here for day in days}
    past = [day for day in days if away[day] <= 0]
    coming = [day for day in days if away[day] >= 0]
    return min(
        {"past": past, "future": coming}.get(tense, days),
        key=lambda day: (abs(away[day]), away[day]),
    )
