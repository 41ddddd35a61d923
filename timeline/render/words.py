"""Dates in words: short, and no more exact than the date itself."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from timeline.dates import Date, parse
from timeline.dates.calendar import day_number, days_in_month, weekday
from timeline.render.calendars import CalendarWords, calendar_of
from timeline.render.languages import DEFAULT_LANGUAGE, has_phrases, phrases_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.render.phrases import Phrases

MOST_LISTED = 6
"""A set of more members is summed up."""

_SOUTH = range(29, 33)
_NORTH = range(25, 29)


class Said(NamedTuple):
    """A date in words, as it stands alone.

    Attributes:
        text: the words.
        kind: which article and which preposition they take.
        exact: whether the words say all of it: they are read back as the same date.
    """

    text: str
    kind: str = ""
    exact: bool = True


class Day(NamedTuple):
    """A date of plain numbers: all that a series of dates can share."""

    year: int
    month: int | None
    day: int | None


class Speech(NamedTuple):
    """One language: how it says things and how it writes dates."""

    phrases: Phrases
    calendar: CalendarWords

    def say(self, template: str, **parts: Said | str | int) -> str:
        """Fill a template; of a part `a` that is a date, {the_a} has the article, and {in_a} is
        the preposition that says when something was.
        """
        given: dict[str, object] = {}
        for name, part in parts.items():
            given[name] = part.text if isinstance(part, Said) else part
            if isinstance(part, Said):
                given["the_" + name] = self.phrases.articles.get(part.kind, "{}").format(part.text)
                given["in_" + name] = self.phrases.within.get(part.kind, self.phrases.within[""])
        return template.format_map(given)

    def join(self, template: str, *, exact: bool = True, kind: str = "", **parts: Said) -> Said:
        """Fill a template with dates; it says all only if each of them does."""
        text = self.say(template, **parts)
        return Said(text, kind, exact and all(part.exact for part in parts.values()))

    def numbers(self, day: Day, *, without: str = "") -> Said:
        """Write a date of plain numbers, without its `y`ear, or without year and month (`yM`)."""
        skeleton = "y" + ("MMM" if day.month else "") + ("d" if day.day else "")
        for letter in without:
            skeleton = skeleton.replace(letter, "")
        number = self.phrases.first_day if day.day == 1 else str(day.day)
        text = self.calendar.write(skeleton, year=day.year, month=day.month or 1, day=number)
        return Said(text, "day" if day.day else "")


def words(edtf: str | None, language: str = DEFAULT_LANGUAGE) -> str:
    """Say a date so that a person reads it: `[2024-11-04,2024-11-11]` is "4 or 11 Nov 2024".

    What is said can be read back (`timeline.temporal`). Where words would lose something the EDTF
    follows in brackets: "one of 7 dates between 1 Jan and 1 Jul 2024 [2024-01-01,...]".

    Args:
        edtf: the date; None means undated.
        language: a code such as `en`, `fr` or `pt-BR`. A language without phrases of its own gets
            those of English, and its own months and order.

    Raises:
        DateError: it is no EDTF.
        UsageError: there is no such language.
    """
    speech = _speech(language)
    if edtf is None:
        return speech.phrases.undated
    said = _said(parse(edtf), speech)
    text = said.text
    for pattern, joined in speech.phrases.contractions:
        text = re.sub(pattern, joined, text)
    if said.exact:
        return text
    return f"{text} {edtf}" if edtf[0] in "[{" else f"{text} [{edtf}]"


@lru_cache(maxsize=64)
def _speech(language: str) -> Speech:
    phrases = phrases_of(language)
    return Speech(phrases, calendar_of(language, phrases.sizes if has_phrases(language) else ()))


def _said(date: Date, speech: Speech) -> Said:
    if date.kind == "interval":
        return _interval(date, speech)
    if date.kind in ("one_of", "all_of"):
        return _set(date, [part for part in date.parts if part], speech)
    if date.kind == "range":
        return _between(date, speech.phrases.span, speech)._replace(exact=False)
    return _qualified(date, speech)


# -- one date --------------------------------------------------------------------------------------


def _qualified(date: Date, speech: Speech) -> Said:
    """A date with what makes it less than sure."""
    said, notes = _point(date, speech)
    digits = date.components[0].partition("S")[2]
    phrases = speech.phrases
    marks = set(date.qualifiers) or {""}
    exact = said.exact and not notes and not digits and len(marks) == 1
    if digits:
        notes.append(speech.say(phrases.significant[digits != "1"], n=digits))
    if len(marks) > 1:
        notes += [_quality(date, mark, phrases) for mark in "?~%" if mark in marks]
    elif marks & {"?", "%"}:
        notes.append(phrases.qualities["?"])
    if digits or marks <= {"~", "%"}:
        said = Said(speech.say(phrases.about, a=said))
    if notes:
        said = Said(speech.say(phrases.note, a=said, notes=", ".join(notes)), said.kind)
    return said._replace(exact=exact)


def _quality(date: Date, mark: str, phrases: Phrases) -> str:
    """Which components a qualifier is about: `month and day approximate`."""
    components = zip(phrases.component_names, date.qualifiers, strict=False)
    names = [name for name, own in components if own == mark]
    parts = (
        names[0] if len(names) == 1 else phrases.both.format(a=", ".join(names[:-1]), b=names[-1])
    )
    return phrases.quality_of.format(parts=parts, quality=phrases.qualities[mark])


def _point(date: Date, speech: Speech) -> tuple[Said, list[str]]:
    """A date without its qualifiers, and what is to be noted of it."""
    if (plain := _plain(date)) is not None:
        return speech.numbers(plain), []
    if date.clock:
        return _moment(date, speech), []
    if date.season:
        return _season(date, speech)
    if any("X" in part and part != "XX" for part in date.components[1:]):
        return Said("-".join(date.components), "digits", exact=False), [speech.phrases.x_unknown]
    said, notes = _within_year(date, speech)
    unknown = {("XX",): "month", ("XX", "XX"): "month and day"}.get(date.components[1:])
    if unknown is None and date.components[2:] == ("XX",):
        unknown = "day"
    return said, notes + ([speech.phrases.unknown_parts[unknown]] if unknown else [])


def _plain(date: Date | None) -> Day | None:
    """The numbers of a date that has nothing but numbers, qualifiers aside."""
    if date is None or date.kind != "point" or date.clock or date.season or date.year is None:
        return None
    found = Day(date.year, date.month, date.day)
    missing = len(date.components) - (3 - found.count(None))
    return None if missing or "S" in date.components[0] else found


def _moment(date: Date, speech: Speech) -> Said:
    day = speech.numbers(_day_of(date))
    text = speech.say(speech.phrases.moment, date=day, time=_time(date, speech))
    return Said(text, "day", exact=_to_the_minute(date))  # "10 h" is read as 10:00


def _to_the_minute(date: Date) -> bool:
    return ":" in date.clock


def _day_of(date: Date) -> Day:
    year, month, day = date.components
    return Day(int(year), int(month), int(day))


def _time(date: Date, speech: Speech, *, zone: bool = True) -> str:
    clock = date.clock if ":" in date.clock else speech.phrases.full_hour.format(hour=date.clock)
    if not zone or not date.zone:
        return clock
    return f"{clock} UTC" + date.zone.removeprefix("Z")


def _season(date: Date, speech: Speech) -> tuple[Said, list[str]]:
    phrases, code = speech.phrases, date.season or 0
    year, notes = _year(date, speech)
    if date.precision == "season":
        name = Said(phrases.seasons[(code - 21) % 4], "season")
        template = phrases.season_year
        notes += [phrases.hemispheres[code in _SOUTH]] * (code in _NORTH or code in _SOUTH)
    else:
        first = {"quarter": 33, "quadrimester": 37, "semester": 40}[date.precision]
        name = Said(
            phrases.fractions[date.precision].format(n=phrases.ordinal(code - first + 1)),
            "fraction",
        )
        template = phrases.fraction_year
    if year is None:
        return speech.join(phrases.without_year, exact=False, kind=name.kind, a=name), notes
    plain = not year.kind and date.precision != "quadrimester"
    template = phrases.part_of if year.kind else template
    return speech.join(template, exact=plain, kind=name.kind, a=name, b=year), notes


def _within_year(date: Date, speech: Speech) -> tuple[Said, list[str]]:
    """A date with something unspecified: the day and month it has, of the year, decade, century it
    has.
    """
    phrases = speech.phrases
    year, notes = _year(date, speech)
    if date.month is None:
        if date.day is None:
            return year or Said(phrases.no_year, exact=False), notes
        part = Said(phrases.day_of_some_month.format(day=date.day), exact=False)
    elif date.year is not None:
        return speech.numbers(Day(date.year, date.month, date.day)), notes
    else:
        part = speech.numbers(Day(2000, date.month, date.day), without="y")
    if year is None:
        return speech.join(phrases.without_year, exact=False, kind=part.kind, a=part), notes
    return speech.join(phrases.part_of, exact=False, kind=part.kind, a=part, b=year), notes


def _year(date: Date, speech: Speech) -> tuple[Said | None, list[str]]:
    """The year, decade, century or millennium, None if nothing is known of it, with what is to be
    noted.
    """
    phrases, digits = speech.phrases, date.components[0]
    if date.year is not None:
        return speech.numbers(Day(date.year, None, None)), []
    known = digits.rstrip("X")
    if "X" in known or known == "-":
        text = phrases.year_with_x.format(digits=digits)
        return Said(text, "digits", exact=False), [phrases.x_unknown]
    if not known:
        return None, []
    unknown = len(digits) - len(known)
    if unknown == 1:
        return _decade(int(known), negative=digits[0] == "-", speech=speech), []
    name = ("century", "millennium")[unknown - 2]
    bc = digits[0] == "-"
    template = {
        ("century", False): phrases.century,
        ("century", True): phrases.century_bc,
        ("millennium", False): phrases.millennium,
        ("millennium", True): phrases.millennium_bc,
    }[name, bc]
    return Said(template.format(n=phrases.count_of_centuries(abs(int(known)) + 1)), name), []


def _decade(tens: int, *, negative: bool, speech: Speech) -> Said:
    """`the 1560s`; of years that are not counted so, from which to which.

    `The 1500s` might be the decade as well as the century.
    """
    if tens >= 10:
        return Said(speech.phrases.decade.format(year=10 * tens), "decade", exact=tens % 10 > 0)
    first, last = (10 * tens - 9, min(10 * tens, -1)) if negative else (10 * tens, 10 * tens + 9)
    years = [speech.numbers(Day(year, None, None)).text for year in (first, last)]
    text = speech.phrases.some_decade.format(first=years[0], last=years[1])
    return Said(text, "decade", exact=False)


# -- several dates ---------------------------------------------------------------------------------


def _interval(date: Date, speech: Speech) -> Said:
    phrases = speech.phrases
    start, end = date.parts
    if start and end:
        # From some moment of a day to some moment of it: that day.
        return _said(start, speech) if start == end else _between(date, phrases.interval, speech)
    if start:
        return speech.join(
            phrases.since if date.open_end else phrases.from_, a=_said(start, speech)
        )
    if end:
        return speech.join(
            phrases.until if date.open_start else phrases.until_from_unknown, a=_said(end, speech)
        )
    if date.open_start:
        return Said(phrases.always if date.open_end else phrases.from_ever, exact=False)
    return Said(phrases.from_unknown, exact=False)


def _between(date: Date, template: str, speech: Speech) -> Said:
    """Two ends in a template."""
    first, last = _series([part for part in date.parts if part], speech)
    return speech.join(template, a=first, b=last)


def _set(date: Date, parts: list[Date], speech: Speech) -> Said:
    """A set: its members, what is open before and after them, and many of them summed up."""
    one = date.kind == "one_of"
    phrases = speech.phrases
    if (first := _weekday_of_month(parts)) is not None:
        template = phrases.some_weekday if one else phrases.every_weekday
        month = speech.calendar.write("yMMMM", year=first.year, month=first.month or 1)
        name = speech.calendar.weekdays[weekday(_number(first)) - 1]
        return Said(speech.say(template, weekday=name, b=Said(month)))
    closed = [part for part in parts if None not in part.parts]
    if len(parts) == 1 and closed and closed[0].kind == "range":
        if one:
            return _between(closed[0], phrases.between, speech)
        return _between(closed[0], phrases.all_from_to, speech)._replace(exact=False)
    members = (
        [_summary(closed, speech, one=one)]
        if len(closed) > MOST_LISTED
        else _series(closed, speech)
    )
    if parts[0].open_start:
        members.insert(0, _open(parts[0], speech, one=one))
    if parts[-1].open_end:
        members.append(_open(parts[-1], speech, one=one))
    if len(members) > 1 and len(closed) < len(parts):
        members[0] = members[0]._replace(exact=False)
    return _listed(members, speech, one=one)


def _open(part: Date, speech: Speech, *, one: bool) -> Said:
    """A range of a set that has no start or no end."""
    phrases = speech.phrases
    edge = next(end for end in part.parts if end)
    if one:
        template = phrases.or_later if part.open_end else phrases.or_before
    else:
        template = phrases.all_until if part.open_start else phrases.all_from
    return speech.join(template, exact=one, a=_said(edge, speech))


def _summary(parts: Sequence[Date], speech: Speech, *, one: bool) -> Said:
    phrases = speech.phrases
    if any(part.kind == "range" for part in parts):
        template = phrases.one_of_several if one else phrases.all_of_several
    else:
        template = phrases.one_of if one else phrases.all_of
    ends = [end for part in parts for end in (part.parts or (part,)) if end]
    first, last = (
        min(ends, key=lambda end: end.sort_key),
        max(ends, key=lambda end: (end.latest or 0, end.text)),
    )
    series = _series([first, last], speech)
    return Said(speech.say(template, n=len(parts), a=series[0], b=series[1]), exact=False)


def _listed(members: Sequence[Said], speech: Speech, *, one: bool) -> Said:
    said = members[0]
    for index, member in enumerate(members[1:], 2):
        last = speech.phrases.either if one else speech.phrases.both
        template = last if index == len(members) else speech.phrases.comma
        said = speech.join(template, a=said, b=member)
    return said


def _series(dates: Sequence[Date], speech: Speech) -> list[Said]:
    """Dates one after the other, each without what the next one says again: `8 May`, `5 Nov
    2018`.
    """
    if not dates:
        return []
    if len(dates) == 2 and all(date.clock for date in dates) and _same_day(*dates):
        day, (first, last) = speech.numbers(_day_of(dates[0])), dates
        start = speech.say(speech.phrases.moment, date=day, time=_time(first, speech, zone=False))
        exact = _to_the_minute(first) and _to_the_minute(last)
        return [Said(start, "day", exact=exact), Said(_time(last, speech))]
    return [_shortened(date, after, speech) for date, after in pairwise(dates)] + [
        _said(dates[-1], speech)
    ]


def _same_day(one: Date, two: Date) -> bool:
    return one.components == two.components and one.zone == two.zone


def _shortened(date: Date, after: Date, speech: Speech) -> Said:
    mine, its = _plain(date), _plain(after)
    sure = not any(date.qualifiers + after.qualifiers)
    if not (mine and its and mine.month and its.month and sure and speech.calendar.day_month_year):
        return _said(date, speech)
    if mine.year != its.year or (mine.day is None) != (its.day is None):
        return _said(date, speech)
    return speech.numbers(mine, without="yM" if mine.day and mine.month == its.month else "y")


def _weekday_of_month(parts: Sequence[Date]) -> Day | None:
    """The first of the days, if they are all the days of one weekday of one month."""
    days = {day for part in parts if (day := _plain(part)) and day.day and not any(part.qualifiers)}
    if len(days) != len(parts) or len(parts) < 4:
        return None
    first = min(days)
    if first.month is None or first.day is None or first.day > 7:
        return None
    whole = range(first.day, days_in_month(first.year, first.month) + 1, 7)
    return first if days == {Day(first.year, first.month, number) for number in whole} else None


def _number(day: Day) -> int:
    return day_number(day.year, day.month or 1, day.day or 1)
