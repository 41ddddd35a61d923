"""Durations, sets, and words that stand for the present, the past or the future."""

from __future__ import annotations

from typing import cast

from timeline.temporal.context import SEASON_VALUES, Context
from timeline.temporal.days import day_of, offset
from timeline.temporal.grammar import Found
from timeline.temporal.timex import Meaning, Type
from timeline.temporal.words import MONTHS, SEASONS, WEEKDAYS

_LETTERS = {
    "second": ("T", "S", 1), "minute": ("T", "M", 1), "hour": ("T", "H", 1), "day": ("", "D", 1),
    "week": ("", "W", 1), "month": ("", "M", 1), "quarter": ("", "M", 3), "half": ("", "M", 6),
    "year": ("", "Y", 1), "decade": ("", "Y", 10), "century": ("", "Y", 100),
    "millennium": ("", "Y", 1000), "weekend": ("", "WE", 1),
}  # fmt: skip
_HALVES = {
    "hour": "PT30M",
    "day": "PT12H",
    "century": "P50Y",
    "year": "P6M",
    "decade": "P5Y",
    "month": "P15D",
}


def length(count: str, unit: str, *, half: bool = False) -> str:
    """The value of a duration: `P2Y`, `PT90M`; X for a number that is not said."""
    time, letter, factor = _LETTERS[unit]
    number = count.replace(",", ".").replace(" ", "")
    if number != "X":
        number = f"{(float(number) + half / 2) * factor:.12g}"
    return f"P{time}{number}{letter}"


def duration(found: Found, _context: Context) -> Meaning | None:
    """A number of units of time."""
    slots = found.slots
    if "value" in slots:
        return Meaning("DURATION", slots["value"])
    if "hours" in slots:
        return Meaning("DURATION", f"PT{int(slots['hours'])}H{int(slots['minute'])}M")
    if slots.get("count") == "half":
        value = _HALVES.get(slots["unit"])
        return Meaning("DURATION", value) if value else None
    return Meaning("DURATION", length(slots.get("count", "1"), slots["unit"], half="plus" in slots))


def ago(found: Found, context: Context) -> Meaning | None:
    """The words for a duration that, with a word beside it ("dans"), gives a date.

    The expression is the duration alone, as French TimeBank has it; the date is that of the whole.
    """
    lasting, counted = duration(found, context), offset(found, context)
    if lasting is None or counted is None:
        return lasting
    return counted._replace(type="DURATION", value=lasting.value, day=None)


def set_(found: Found, _context: Context) -> Meaning | None:
    """Something that happens again and again: every year, on Mondays."""
    slots = found.slots
    if "day" in slots:
        month, day = MONTHS.index(slots["month"]) + 1, day_of(slots["day"])
        return Meaning("SET", f"XXXX-{month:02d}-{day:02d}")
    if "weekday" in slots:
        part = f"T{slots['part']}" if slots.get("part") else ""
        return Meaning("SET", f"XXXX-WXX-{WEEKDAYS.index(slots['weekday']) + 1}{part}")
    if "part" in slots:
        return Meaning("SET", f"XXXX-XX-XXT{slots['part']}")
    if "season" in slots:
        return Meaning("SET", f"XXXX-{SEASON_VALUES[SEASONS.index(slots['season'])]}")
    return Meaning("SET", slots.get("value") or length(slots.get("count", "1"), slots["unit"]))


def fixed(found: Found, _context: Context) -> Meaning | None:
    """An expression that says no more than its rule: now, recently, soon."""
    return Meaning(cast("Type", found.slots.get("type", "DATE")), found.slots["value"])
