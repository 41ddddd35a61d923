"""What a rule means, from the words found to a TIMEX3 value and a date: one line of MEANINGS for
each kind of rule.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from timeline.temporal import calendars, clocks, days, feasts, lengths, periods, shares
from timeline.temporal.context import Context
from timeline.temporal.grammar import Found
from timeline.temporal.timex import Meaning

MEANINGS: Mapping[str, Callable[[Found, Context], Meaning | None]] = MappingProxyType(
    {
        "date": days.date,
        "days": days.days,
        "numeric": days.numeric,
        "feast": feasts.feast,
        "weekday": days.weekday_,
        "offset": days.offset,
        "night": days.night,
        "month": periods.month,
        "year": periods.year,
        "season": periods.season,
        "division": periods.division,
        "quarter": periods.quarter,
        "decade": periods.decade,
        "fiscal": periods.fiscal,
        "century": periods.century,
        "unit": periods.unit,
        "share": shares.share,
        "week": shares.week,
        "weekdays": shares.weekdays,
        "calendar": calendars.calendar,
        "julian": calendars.julian,
        "source": shares.source,
        "time of year": periods.time_of_year,
        "part": clocks.part,
        "clock": clocks.clock,
        "clock of a day": clocks.clock_of_day,
        "duration": lengths.duration,
        "ago": lengths.ago,
        "set": lengths.set_,
        "fixed": lengths.fixed,
    }
)
