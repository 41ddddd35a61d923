"""Dates of other calendars, as days of the Gregorian one.

The French Republican, Hebrew, Islamic and Jalali calendars and the Julian one ("Old Style") are
converted by `convertdate`, which is imported when a date of theirs is met. A day that begins at
sunset counts as the civil day that holds its daylight. The Islamic calendar is the tabular one;
where the moon was sighted a day earlier or later, so is the date, hence its `~`.
"""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from timeline.dates import parse
from timeline.errors import DateError
from timeline.temporal.context import Context
from timeline.temporal.days import day_of, full_year
from timeline.temporal.grammar import Found
from timeline.temporal.timex import Meaning
from timeline.temporal.words import MONTHS


class Calendar(NamedTuple):
    """module: of convertdate. first_year, last_year: those that people write without its name (`22
    Bahman 57` is short for 1357). mark: how sure its days are.
    """

    module: str
    first_year: int
    last_year: int
    mark: str = ""


_CALENDARS = {
    "republican": Calendar("french_republican", 1, 14),
    "hebrew": Calendar("hebrew", 4000, 6000),
    "islamic": Calendar("islamic", 1, 1599, "~"),
    "persian": Calendar("persian", 1000, 1599),
    "julian": Calendar("julian", 1, 9999),
}
_CLEAR = 1000  # from here on a number behind a month is a year: "Ramadan 12", "Rajab 500 people"
_ADAR_II = 13
_LONGEST = 31


def calendar(found: Found, context: Context) -> Meaning | None:
    """A day or a month of another calendar, with its year."""
    slots = found.slots
    name, _, number = slots["foreign"].partition(" ")
    year = int(slots.get("roman") or slots["figures"])
    if year > _CALENDARS[name].last_year or ("roman" in slots and name != "republican"):
        return None
    if not (_is_told(found) or _is_likely(found, year, _CALENDARS[name], context)):
        return None
    if "day" not in slots:
        return _month(name, year, int(number))
    day = day_of(slots["day"])
    exact = parse(_converted(name, year, int(number), day, found) + _CALENDARS[name].mark)
    return Meaning("DATE", "-".join(exact.components), exact, day=exact)


def _is_told(found: Found) -> bool:
    """Whether more than a month and a number says that it is a date of another calendar."""
    return not found.slots.keys().isdisjoint({"roman", "anno", "era"})


def _is_likely(found: Found, year: int, known: Calendar, context: Context) -> bool:
    """Whether a month and a number are a date: of a year that people write so, and in a text with a
    day, or a year that is no other number behind a word that is no other word.
    """
    if year < known.first_year:
        return False
    if context.alone or "day" in found.slots:
        return True
    return year >= _CLEAR and found.match["foreign"] not in context.known.language.everyday


def julian(found: Found, context: Context) -> Meaning | None:
    """A day of the Julian calendar: "25 October 1917 (O.S.)"."""
    slots = found.slots
    year = parse(full_year(found, context) or "").year
    day = day_of(slots["day"])
    month = MONTHS.index(slots["month"]) + 1
    exact = parse(_converted("julian", year or 0, month, day, found))
    return Meaning("DATE", exact.text, exact, day=exact)


def _converted(name: str, year: int, month: int, day: int, found: Found) -> str:
    """The Gregorian day.

    Raises:
        DateError: that calendar has no such day.
    """
    text = _gregorian(name, year, month, day)
    if text is None:
        raise DateError("no-such-day", text=found.match[0])
    return text


def _gregorian(name: str, year: int, month: int, day: int) -> str | None:
    """The Gregorian day, None if that calendar has no such day."""
    module = import_module(f"convertdate.{_CALENDARS[name].module}")
    if name == "hebrew" and month == _ADAR_II and not module.leap(year):
        month -= 1
    try:
        date = module.to_gregorian(year, month, day)
        exists = tuple(module.from_gregorian(*date)) == (year, month, day)
    except ValueError:
        return None
    return f"{date[0]:04d}-{date[1]:02d}-{date[2]:02d}" if exists else None


def _month(name: str, year: int, month: int) -> Meaning:
    """A month: one of its days."""
    days = (_gregorian(name, year, month, day) for day in range(1, _LONGEST + 1))
    known = [day for day in days if day]
    mark = _CALENDARS[name].mark
    date = parse(f"[{known[0]}{mark}..{known[-1]}{mark}]")
    return Meaning("DATE", f"{known[0]}/{known[-1]}", date)
