"""Dates in words: short, and no more exact than the date itself.

speech   how a language says a date
single   one date; here several: intervals, sets, and those that follow each other
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from timeline.dates import Date, parse
from timeline.dates.calendar import day_number, days_in_month, weekday
from timeline.render.languages import DEFAULT_LANGUAGE
from timeline.render.single import day_of, numbers_of, qualified, time_of, to_the_minute
from timeline.render.speech import Day, Said, Speech, speech_of
from timeline.resolve import reported

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_LISTED = 6
"""A set of more members is summed up."""


def words(edtf: str | None, language: str = DEFAULT_LANGUAGE, *, by_report: bool = False) -> str:
    """Say a date so that a person reads it: `[2024-11-04,2024-11-11]` is "4 or 11 Nov 2024".

    What is said can be read back (`timeline.temporal`). Where words would lose something the EDTF
    follows in brackets: "one of 7 dates between 1 Jan and 1 Jul 2024 [2024-01-01,...]".

    Args:
        edtf: the date; None means undated.
        language: a code such as `en`, `fr` or `pt-BR`. A language without phrases of its own gets
            those of English, and its own months and order.
        by_report: whether it is the bound of a report, `[..2012-07-04]`: "by 4 Jul 2012".

    Raises:
        DateError: it is no EDTF.
        UsageError: there is no such language.
    """
    speech = speech_of(language)
    if edtf is None:
        return speech.phrases.undated
    date = parse(edtf)
    if by_report:
        said = speech.join(speech.phrases.by, a=_said(reported(date), speech))
    else:
        said = _said(date, speech)
    text = said.text
    for pattern, joined in speech.phrases.contractions:
        text = re.sub(pattern, joined, text)
    if said.exact:
        return text
    return f"{text} {edtf}" if edtf[0] in "[{" else f"{text} [{edtf}]"


def _said(date: Date, speech: Speech) -> Said:
    if date.kind == "interval":
        return _interval(date, speech)
    if date.kind in ("one_of", "all_of"):
        return _set(date, [part for part in date.parts if part], speech)
    if date.kind == "range":
        return _between(date, speech.phrases.span, speech)._replace(exact=False)
    return qualified(date, speech)


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
        day, (first, last) = speech.numbers(day_of(dates[0])), dates
        start = speech.say(speech.phrases.moment, date=day, time=time_of(first, speech, zone=False))
        exact = to_the_minute(first) and to_the_minute(last)
        return [Said(start, "day", exact=exact), Said(time_of(last, speech))]
    return [_shortened(date, after, speech) for date, after in pairwise(dates)] + [
        _said(dates[-1], speech)
    ]


def _same_day(one: Date, two: Date) -> bool:
    return one.components == two.components and one.zone == two.zone


def _shortened(date: Date, after: Date, speech: Speech) -> Said:
    mine, its = numbers_of(date), numbers_of(after)
    sure = not any(date.qualifiers + after.qualifiers)
    if not (mine and its and mine.month and its.month and sure and speech.calendar.day_month_year):
        return _said(date, speech)
    if mine.year != its.year or (mine.day is None) != (its.day is None):
        return _said(date, speech)
    return speech.numbers(mine, without="yM" if mine.day and mine.month == its.month else "y")


def _weekday_of_month(parts: Sequence[Date]) -> Day | None:
    """The first of the days, if they are all the days of one weekday of one month."""
    days = {
        day for part in parts if (day := numbers_of(part)) and day.day and not any(part.qualifiers)
    }
    if len(days) != len(parts) or len(parts) < 4:
        return None
    first = min(days)
    if first.month is None or first.day is None or first.day > 7:
        return None
    whole = range(first.day, days_in_month(first.year, first.month) + 1, 7)
    return first if days == {Day(first.year, first.month, number) for number in whole} else None


def _number(day: Day) -> int:
    return day_number(day.year, day.month or 1, day.day or 1)
