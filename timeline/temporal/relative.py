"""What a source says of time relative to its own date, as a rule that can be resolved again with a
better date.

A rule is written in a small language-neutral notation, `str(rule)`, which `parse_rule` reads back:

    rule      = [bound] [what] " @ " anchor         at least one of bound and what
    bound     = "before" | "after" | "since" | "until"
    what      = ("+" | "-") number unit             -1 day, +2 week, +0 day (the day itself)
              | direction name                      this monday, last november, nearest --11-11
    direction = "this" | "last" | "next" | "nearest"
    name      = weekday | month | season | unit | [weekday] "--MM-DD"
    unit      = "second" | "minute" | "hour" | "day" | "week" | "month" | "year"
              | "decade" | "century"
    anchor    = a word, as a rule "published": the date of the source

Names and units are English words in lower case, the number has at most six digits, and single
spaces part the words.

On an anchor day, `last` is the latest such period that was over before that day, `next` the first
that begins after it, `nearest` the one with the least distance, the earlier of two. `this` is for a
weekday the latest one up to and including the day, for a unit the one that has the day in it, and
for a month, season or day of the year the one that has the day in it, else the one of the same
calendar year. Weeks begin on Monday (ISO 8601). An offset in weeks, months, years, decades or
centuries gives the whole week, month and so on that many before or after: nobody who says "three
weeks ago" means the day. `before` and `after` include the date itself (`[..2024-11]`), `since` and
`until` begin or end with it and leave the other end unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from timeline.dates.calendar import (
    DAY,
    civil,
    day_number,
    days_in_month,
    first_day,
    month_start,
    weekday,
)
from timeline.dates.common import from_spans
from timeline.dates.edtf import parse
from timeline.dates.spans import AFTER_ALL, BEFORE_ALL, Span, joined, lower, upper
from timeline.dates.value import Date, mark_of
from timeline.errors import DateError
from timeline.temporal.absolute import read_absolute
from timeline.temporal.words import LANGUAGES, MONTHS, SEASONS, WEEKDAYS, compiled, fold

BOUNDS = ("before", "after", "since", "until")
DIRECTIONS = ("this", "last", "next", "nearest")
UNITS = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
MAX_DAYS = 400
_STEPS = {"last": -1, "next": 1}
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_YEARS = {"year": 1, "decade": 10, "century": 100}


class Rule(NamedTuple):
    """A date relative to another; see the notation above.

    bound: one of BOUNDS or ''. number, unit: an offset, if `unit` is not ''. direction, name: else
    a name such as 'monday', 'november', '--11-11' or 'monday --11-11'; '' if there is neither.
    anchor: what it is relative to.
    """

    bound: str = ""
    number: int = 0
    unit: str = ""
    direction: str = ""
    name: str = ""
    anchor: str = "published"

    def __str__(self) -> str:
        what = f"{self.number:+d} {self.unit}" if self.unit else f"{self.direction} {self.name}"
        return " ".join(f"{self.bound} {what}".split()) + f" @ {self.anchor}"

    def resolve(self, anchor: Date) -> Date:
        """The date that the rule gives for an anchor.

        A coarse anchor gives what each of its possible days gives: `-1 day` on `2024-11` is
        `[2024-10-31..2024-11-29]`. One exception: `this` with a weekday, on a month or a year,
        gives such weekdays *within* it, since who says "this Monday" in November means one of
        November's. An anchor of more than 400 days gives all from what its first to what its last
        day gives. A time of day in the anchor is left out, its qualifier is passed on.

        Raises:
            DateError: the anchor has no beginning or no end, or the result lies out of EDTF's
                reach.
        """
        anchor = _day_of(anchor)
        if not self.unit and not self.name:
            return _bounded(self.bound, anchor)
        spans = self._spans(anchor)
        mark = mark_of(anchor)
        if (
            mark and (self.unit or self.name) in _SECONDS
        ):  # a time of day takes no qualifier: give the whole days
            spans = joined((start // DAY * DAY, -(-end // DAY) * DAY) for start, end in spans)
        date = from_spans(spans, mark=mark)
        if date is None:
            raise DateError(
                f"{self}: on {anchor} this is out of reach; give a date between -9999 and 9999"
            )
        return _bounded(self.bound, date)

    def _spans(self, anchor: Date) -> Iterator[Span]:
        if anchor.earliest is None or anchor.latest is None:
            raise DateError(
                f"{self}: the anchor {anchor} has no bounds; give the source a date with a start "
                f"and an end"
            )
        if anchor.latest - anchor.earliest <= MAX_DAYS * DAY:
            days = list(
                chain.from_iterable(range(a // DAY, -(-b // DAY)) for a, b in anchor.spans())
            )
            found = sorted({self._on(day) for day in days})
        else:
            first, last = self._on(anchor.earliest // DAY), self._on((anchor.latest - 1) // DAY)
            days, found = [], [(first[0], last[1])]
        if self.direction == "this" and self.name in WEEKDAYS and anchor.kind == "point":
            first_second, end = anchor.earliest, anchor.latest
            found = [
                span
                for span in found
                if len(days) == 1 or (first_second <= span[0] and span[1] <= end)
            ] or found
        return joined(found)

    def _on(self, day: int) -> Span:
        """What the rule gives, in seconds, for an anchor that is one day."""
        number, unit = self.number, self.unit
        if not unit:
            number, unit = _STEPS.get(self.direction, 0), self.name
        if unit in _SECONDS:
            shift = number * _SECONDS[unit]
            return day * DAY + shift, (day + 1) * DAY + shift
        span = (
            _shifted(day, number, unit)
            if unit in UNITS
            else _chosen(day, self.direction, self.name)
        )
        return span[0] * DAY, span[1] * DAY


def _day_of(anchor: Date) -> Date:
    """The anchor without its time of day."""
    return parse("-".join(anchor.components)) if anchor.clock else anchor


def _shifted(day: int, count: int, unit: str) -> Span:
    """The unit so many units from the one that holds the day, in half-open day numbers."""
    if unit == "day":
        return day + count, day + count + 1
    if unit == "week":
        monday = day - weekday(day) + 1 + 7 * count
        return monday, monday + 7
    year, month, _ = civil(day)
    if unit == "month":
        return month_start(year, month + count), month_start(year, month + count + 1)
    width = _YEARS[unit]
    start = (year // width + count) * width
    return first_day(start), first_day(start + width)


def _chosen(day: int, direction: str, name: str) -> Span:
    """The period of this name that the direction picks, seen from a day, in half-open day
    numbers.
    """
    periods = list(_periods(day, name))
    if direction == "last":
        return max(span for span in periods if span[1] <= day)
    if direction == "next":
        return min(span for span in periods if span[0] > day)
    if direction == "this" and name in WEEKDAYS:
        return max(span for span in periods if span[0] <= day)
    if direction == "this":
        year = civil(day)[0]
        return min(
            periods,
            key=lambda span: (not span[0] <= day < span[1], abs(civil(span[0])[0] - year), span),
        )
    return min(periods, key=lambda span: (max(span[0] - day, day - span[1] + 1, 0), span))


def _periods(day: int, name: str) -> Iterator[Span]:
    """The periods of a name around a day, enough of them for every direction."""
    if name in WEEKDAYS:
        monday = day - weekday(day) + 1 + WEEKDAYS.index(name)
        yield from ((start, start + 1) for start in (monday - 7, monday, monday + 7))
        return
    year = civil(day)[0]
    if name in MONTHS or name in SEASONS:
        month, length = (
            (MONTHS.index(name) + 1, 1) if name in MONTHS else (3 + 3 * SEASONS.index(name), 3)
        )
        for near in range(year - 2, year + 3):
            yield month_start(near, month), month_start(near, month + length)
        return
    wanted, _, month_day = name.rpartition(" ")
    month, number = int(month_day[2:4]), int(month_day[5:])
    for near in range(
        year - 41, year + 42
    ):  # 29 February falls on a given weekday once in 28 or, over 1900, 40 years
        if number <= days_in_month(near, month):
            start = day_number(near, month, number)
            if not wanted or WEEKDAYS[weekday(start) - 1] == wanted:
                yield start, start + 1


def _bounded(bound: str, date: Date) -> Date:
    """A date with before, after, since or until; '' leaves it as it is."""
    if not bound:
        return date
    if bound in ("since", "until"):
        edge = date if date.kind == "point" else _enclosing(date)
        return parse(f"{edge}/" if bound == "since" else f"/{edge}")
    if date.kind == "point":
        return parse(f"[..{date}]" if bound == "before" else f"[{date}..]")
    span = (
        (BEFORE_ALL, upper(date.latest)) if bound == "before" else (lower(date.earliest), AFTER_ALL)
    )
    if span == (BEFORE_ALL, AFTER_ALL):
        raise DateError(
            f"{bound} {date} leaves nothing out; give the source a date with a start and an end"
        )
    found = from_spans(iter([span]), mark=mark_of(date))
    if found is None:
        raise DateError(f"{bound} {date} is out of reach; give a date between -9999 and 9999")
    return found


def _enclosing(date: Date) -> Date:
    """The finest point, of month, year, decade, century and so on, that holds all of a date."""
    if date.earliest is None or date.latest is None:
        raise DateError(f"since and until need a date with a start and an end, not {date}")
    (year, month, _), (end_year, end_month, _) = (
        civil(date.earliest // DAY),
        civil((date.latest - 1) // DAY),
    )
    if year < 0 or end_year > 9999:
        raise DateError(
            f"{date}: since and until need a year from 0000 to 9999 here; give an exact date"
        )
    if (year, month) == (end_year, end_month):
        return parse(f"{year:04d}-{month:02d}{mark_of(date)}")
    first, last = f"{year:04d}", f"{end_year:04d}"
    same = next((n for n in range(4, 0, -1) if first[:n] == last[:n]), 0)
    return parse(first[:same] + "X" * (4 - same) + mark_of(date))


@lru_cache(maxsize=1)
def _notation() -> re.Pattern[str]:
    weekdays, units = "|".join(WEEKDAYS), "|".join(UNITS)
    names = "|".join((*WEEKDAYS, *MONTHS, *SEASONS, *UNITS))
    return re.compile(
        rf"(?P<bound>{'|'.join(BOUNDS)})?(?:(?(bound) )(?:(?P<number>[+-]\d{{1,6}}) "
        rf"(?P<unit>{units})"
        rf"|(?P<direction>{'|'.join(DIRECTIONS)}) (?P<name>{names}|(?:(?:{weekdays}) "
        rf")?--\d\d-\d\d)))?"
        r" @ (?P<anchor>[a-z][a-z-]*)",
        re.ASCII,
    )


def parse_rule(text: str) -> Rule:
    """Read a rule in its notation; `str` of the result is the text again.

    Raises:
        DateError: it is none, or not in the canonical form.
    """
    match = _notation().fullmatch(text)
    if match is not None:
        bound, number, unit, direction, name, anchor = match.groups("")
        rule = Rule(bound, int(number or 0), unit, direction, name, anchor)
        month_day = rule.name.rpartition("--")[2] if "--" in rule.name else "01-01"
        month, day = int(month_day[:2]), int(month_day[3:])
        if str(rule) == text and 1 <= month <= 12 and 1 <= day <= days_in_month(2000, month):
            return rule
    raise DateError(
        f"{text!r} is not a rule for a date; write one like 'this monday @ published', '-3 day @ "
        f"published', "
        "'last november @ published', 'nearest --11-11 @ published' or 'before @ published'"
    )


def read_said(text: str, language: str | None = None) -> Rule | Date:
    """Read what a source says of time, as a person writes it down: `ce lundi`, `3 days ago`, `11
    novembre 2024`.

    Args:
        text: one expression or any EDTF, in any case, with either apostrophe and any kind of space.
        language: `en`, `fr` or longer (`fr-FR`); None or another language tries all, English first.

    Returns:
        A rule if the date depends on the source's own date, else the date.

    Raises:
        DateError: it is not understood (the message has examples), is ambiguous, or there is no
            such date.
    """
    found = understood(text, language)
    if found is None:
        examples = "; ".join(LANGUAGES[known].examples for known in _languages(language))
        raise DateError(
            f"{text!r} is not understood as a date; write it in EDTF (2024-11-11) or like: "
            f"{examples}"
        )
    return found


def understood(text: str, language: str | None) -> Rule | Date | None:
    """The same as `read_said`, but None for what is not understood."""
    with suppress(DateError):
        return parse(text.strip())
    folded = fold(text)
    readings = (
        _phrase(folded, known) or read_absolute(text, known) for known in _languages(language)
    )
    return next((found for found in readings if found is not None), None)


def _languages(language: str | None) -> tuple[str, ...]:
    key = (language or "").partition("-")[0].lower()
    return (key,) if key in LANGUAGES else tuple(LANGUAGES)


def _phrase(folded: str, language: str) -> Rule | Date | None:
    for pattern, template in compiled(language):
        match = pattern.fullmatch(folded)
        if match is None:
            continue
        slots = {
            key.partition("_")[0]: value
            for key, value in match.groupdict().items()
            if value is not None
        }
        found = (
            _after_bound(template, slots["rest"], language)
            if "rest" in slots
            else _filled(template, slots, language)
        )
        if found is not None:
            return found
    return None


def _filled(template: str, slots: dict[str, str], language: str) -> Rule:
    words = LANGUAGES[language]
    values = dict(slots)
    for slot, names in (
        ("weekday", words.weekdays),
        ("month", words.months),
        ("season", words.seasons),
    ):
        if slot in slots:
            values[slot] = values["name"] = names[slots[slot]]
    if "unit" in slots:
        values["unit"] = values["name"] = words.units[slots["unit"]]
    if "month" in values:
        values["mm"] = f"{MONTHS.index(values['month']) + 1:02d}"
    if "count" in slots:
        values["count"] = str(int(words.counts.get(slots["count"], slots["count"])))
    if "day" in slots:
        values["day"] = f"{int(slots['day']):02d}"
    return parse_rule(template.format(**values).replace("-0 ", "+0 ") + " @ published")


def _after_bound(bound: str, rest: str, language: str) -> Rule | Date | None:
    """`before`, `after`, `since` or `until` with a phrase or a date."""
    found = _phrase(rest, language) or read_absolute(rest, language)
    if isinstance(found, Rule):
        return None if found.bound else found._replace(bound=bound)
    return None if found is None or found.kind != "point" else _bounded(bound, found)
