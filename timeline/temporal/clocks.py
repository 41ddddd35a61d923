"""Times of day: by the clock and by name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline.dates import Date
from timeline.temporal.context import Context
from timeline.temporal.days import BESIDE, UNKNOWN_DAY, in_part, known, weekday_
from timeline.temporal.grammar import Found
from timeline.temporal.relative import Rule
from timeline.temporal.timex import Meaning

_EXACT_ZONE = re.compile(r"Z|[+-]\d\d:\d\d")


def part(found: Found, context: Context) -> Meaning | None:
    """A part of the day: of the day of the source ("this morning"), or of the last day named ("that
    evening").
    """
    slots = found.slots
    anchor = slots.get("anchor", "published")
    gone = anchor == "narrated" and slots["part"] == "NI" and _is_gone(found, context)
    return in_part(context.resolved(Rule(number=-gone, unit="day", anchor=anchor)), slots["part"])


def _is_gone(found: Found, context: Context) -> bool:
    """Whether a night of no day that was named is the one before publication."""
    return context.last is None and context.tense(*found.match.span()) == "past"


def clock(found: Found, context: Context) -> Meaning | None:
    """A time by the clock, on the last day named; "about" belongs to it where it does not stand
    beside that day.
    """
    if "near" in found.slots and found.match.start() - context.named_at <= BESIDE:
        return None
    return _timed(found, context.anchor("narrated"))


def clock_of_day(found: Found, context: Context) -> Meaning | None:
    """A time by the clock, with its day of the week directly after it: "11 a.m. Thursday"."""
    day = weekday_(found, context)
    timed = _timed(found, day.day) if day else None
    return timed and day and timed._replace(how=day.how, anchor=day.anchor)


def on_day(found: Found, day: Date) -> Date | None:
    """The date of a time by the clock on a day, None if there is no such time or it is no day."""
    meaning = _timed(found, day)
    return meaning.edtf if meaning else None


def _timed(found: Found, day: Date | None) -> Meaning | None:
    slots = found.slots
    hour, minute = int(slots["hour"]), int(slots.get("minute", 0))
    half = slots.get("half", "")
    if half == "PM" and hour < 12:
        hour += 12
    if half == "AM" and hour == 12:
        hour = 0
    if hour > 24 or minute > 59:
        return None
    exact = day if day is not None and day.precision == "day" and day.kind == "point" else None
    time = f"T{hour:02d}:{minute:02d}" + (f":{slots['seconds']}" if "seconds" in slots else "")
    zone = _zone(slots)
    value = (exact.text if exact else UNKNOWN_DAY) + time + "Z" * (zone == "Z")
    edtf = known(f"{exact}{time}{zone}") if exact else None
    return Meaning("TIME", value, edtf, anchor="narrated", day=exact)


def _zone(slots: Mapping[str, str]) -> str:
    """The zone as EDTF writes it; '' of one that is not known, or depends on the time of year."""
    zone = slots.get("zone", "")
    if shift := slots.get("shift", "").replace(" ", ""):
        digits = shift[1:].replace(":", "")
        hours, minutes = digits[:-2] or digits, digits[-2:] if len(digits) > 2 else "00"
        return f"{shift[0]}{int(hours):02d}:{minutes}"
    return zone if _EXACT_ZONE.fullmatch(zone) else ""
