"""Feasts that move with Easter."""

from __future__ import annotations

from timeline.dates import Date, parse
from timeline.dates.calendar import DAY, day_number, day_text
from timeline.extract.temporal.context import Context
from timeline.extract.temporal.days import full_year
from timeline.extract.temporal.grammar import Found
from timeline.extract.temporal.timex import Meaning

_FIRST, _LAST = 1583, 4099  # years for which dateutil computes the Gregorian Easter


def feast(found: Found, context: Context) -> Meaning | None:
    """So many days from Easter Sunday, in the year that is named, or the one that the tense points to."""
    distance = int(found.slots["feast"])
    year = full_year(found, context)
    if year is not None:
        day = _day(int(year), distance) if year.isdecimal() and _FIRST <= int(year) <= _LAST else None
        return None if day is None else Meaning("DATE", day.text, day, day=day)
    published = context.published
    if published is None or published.year is None or not _FIRST < published.year < _LAST:
        return Meaning("DATE", "XXXX-XX-XX", anchor="published")
    tense = context.tense(*found.match.span())
    day = _toward(published, [_day(published.year + step, distance) for step in (-1, 0, 1)], tense)
    return Meaning("DATE", day.text, day, tense, "published", day=day)


def _day(year: int, distance: int) -> Date:
    from dateutil.easter import easter

    sunday = easter(year)
    return parse(day_text(day_number(sunday.year, sunday.month, sunday.day) + distance))


def _toward(published: Date, days: list[Date], tense: str) -> Date:
    """Of some days, the nearest in that direction; of the nearest in either, the earlier."""
    here = (published.earliest or 0) // DAY * DAY
    away = {day: (day.earliest or 0) - here for day in days}
    past = [day for day in days if away[day] <= 0]
    coming = [day for day in days if away[day] >= 0]
    return min({"past": past, "future": coming}.get(tense, days), key=lambda day: (abs(away[day]), away[day]))
