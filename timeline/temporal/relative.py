"""What a source says of time relative to its own date, as a rule that can be resolved again with a
better date.

A rule is written in a small language-neutral notation, `str(rule)`, which `parse_rule` reads back:

    rule      = [bound] [what] " @ " anchor         at least one of bound and what
    bound     = "before" | "by" | "after" | "from" | "since" | "until"
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
weeks ago" means the day. What the bounds mean is told in `bounds`; of an anchor alone, which is
when something was published, the day itself may be before or after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
from timeline.dates.spans import Span, joined
from timeline.dates.value import Date, mark_of
from timeline.errors import DateError
from timeline.temporal.bounds import BOUNDS, beside, bounded
from timeline.temporal.words import MONTHS, SEASONS, UNITS, WEEKDAYS

DIRECTIONS = ("this", "last", "next", "nearest")
MAX_DAYS = 400
_STEPS = {"last": -1, "next": 1}
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_YEARS = {"year": 1, "decade": 10, "century": 100}
_ABOUT_NOTHING = {"before": "by", "after": "from"}
_COARSE = {"month", "year", "decade", "century", *MONTHS, *SEASONS}


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
            return bounded(_ABOUT_NOTHING.get(self.bound, self.bound), anchor)
        found, mark = self._periods(anchor), mark_of(anchor)
        if self.bound in ("before", "after"):
            edge = found[-1][0] if self.bound == "before" else found[0][1]
            return beside(self.bound, edge, self._precision, mark)
        spans = joined([(found[0][0], found[-1][1])] if _is_long(anchor) else found)
        if mark and (self.unit or self.name) in _SECONDS:
            # a time of day takes no qualifier: give the whole days
            spans = joined((start // DAY * DAY, -(-end // DAY) * DAY) for start, end in spans)
        date = from_spans(spans, mark=mark)
        if date is None:
            raise DateError("rule-out-of-reach", rule=str(self), anchor=anchor)
        return bounded(self.bound, date)

    @property
    def _precision(self) -> str:
        what = self.unit or self.name
        if what in _SECONDS or what in UNITS[-3:]:
            return what
        return "month" if what in _COARSE else "day"

    def _periods(self, anchor: Date) -> list[Span]:
        """What the rule gives for each day of an anchor, in order; for the first and the last day
        of a long one.
        """
        if anchor.earliest is None or anchor.latest is None:
            raise DateError("anchor-without-bounds", rule=str(self), anchor=anchor)
        first, last = anchor.earliest // DAY, (anchor.latest - 1) // DAY
        if _is_long(anchor):
            return [self._on(first), self._on(last)]
        days = list(chain.from_iterable(range(a // DAY, -(-b // DAY)) for a, b in anchor.spans()))
        found = sorted({self._on(day) for day in days})
        within = self.direction == "this" and self.name in WEEKDAYS and anchor.kind == "point"
        if not within or len(days) == 1:
            return found
        return [one for one in found if anchor.earliest <= one[0] < anchor.latest] or found

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


def _is_long(anchor: Date) -> bool:
    return (anchor.latest or 0) - (anchor.earliest or 0) > MAX_DAYS * DAY


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
    raise DateError("not-a-rule", text=text)
