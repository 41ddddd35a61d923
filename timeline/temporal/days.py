"""Days: by date, by day of the week, by distance."""

from __future__ import annotations

import re

from timeline.dates import Date, parse
from timeline.dates.calendar import DAY, civil, first_day, numeric_readings, weekday, year_text
from timeline.errors import DateError
from timeline.temporal.context import Context
from timeline.temporal.grammar import Found
from timeline.temporal.relative import Rule
from timeline.temporal.timex import Meaning
from timeline.temporal.words import MONTHS, WEEKDAYS

_TENSES = {"last": "past", "next": "future", "before": "past", "after": "future"}
UNKNOWN_DAY = "XXXX-XX-XX"
_DIGITS = re.compile(r"\D")  # what parts the thousands of a number
_YEAR_100 = first_day(100) * DAY
BESIDE = 3  # characters at most between a day and its name: "demain, jeudi"
_NARRATED = ("before", "after")
_COUNTED_IN = {
    "quarter": ("month", 3),
    "half": ("month", 6),
    "weekend": ("week", 1),
    "millennium": ("century", 10),
}


def known(text: str) -> Date | None:
    """The date of an EDTF, None if there is no such date."""
    try:
        return parse(text)
    except DateError:
        return None


def in_part(meaning: Meaning, part: str | None) -> Meaning:
    """The same day, narrowed to a part of it."""
    if not part:
        return meaning
    return meaning._replace(type="TIME", value=f"{meaning.value}T{part}")


def full_year(found: Found, context: Context) -> str | None:
    """The year of a rule as EDTF writes it, with XX for a century that is not known.

    One of two digits is the latest that is at most ten years after publication.

    Raises:
        DateError: it is the year 0 before Christ, or of two digits where a date stands alone.
    """
    slots = found.slots
    if before := slots.get("bc"):
        number = int(_DIGITS.sub("", before))
        if not number:
            raise DateError("no-year-0", text=found.match[0])
        return _year_text(1 - number)
    if which := slots.get("ofyear"):
        return _year_beside(context.published, which)
    if year := slots.get("ce") or slots.get("year") or slots.get("said"):
        return _year_text(int(_DIGITS.sub("", year)))
    return _of_two_digits(found, context) if "yy" in slots else None


def _year_text(year: int) -> str:
    return year_text(year) if -9999 <= year <= 9999 else f"Y{year}"


def year_anchor(found: Found) -> str:
    """What the year of a rule depends on: "in May of last year"; '' if on nothing."""
    return "published" if "ofyear" in found.slots else ""


def _year_beside(published: Date | None, which: str) -> str | None:
    """The year of the source, the one before or the one after it."""
    if published is None or published.year is None:
        return None
    return _year_text(published.year + {"last": -1, "next": 1}.get(which, 0))


def _of_two_digits(found: Found, context: Context) -> str:
    digits, published = found.slots["yy"], context.published
    if context.alone:
        raise DateError("year-of-two-digits", text=found.match[0])
    if published is None or published.earliest is None or published.earliest < _YEAR_100:
        return f"XX{digits}"
    limit = civil(published.earliest // DAY)[0] + 10
    return f"{limit - (limit - int(digits)) % 100:04d}"


def day_of(text: str) -> int:
    """The number of a day of the month: "1er", "premier", "14"."""
    return int(_DIGITS.sub("", text) or 1)


def date(found: Found, context: Context) -> Meaning | None:
    """A day and a month, with or without its year; or a day of the week and a day of the month.

    Raises:
        DateError: there is no such day.
    """
    slots, match = found.slots, found.match
    day = day_of(slots.get("day") or slots["dayname"])
    name = slots.get("month")
    if name is None:
        return _day_of_month(day, found, context)
    month = int(name) if name.isdecimal() else MONTHS.index(name) + 1
    year = full_year(found, context)
    if year is not None:
        exact = parse(f"{year}-{month:02d}-{day:02d}")
        meaning = Meaning("DATE", exact.text, exact, anchor=year_anchor(found), day=exact)
        return in_part(meaning, slots.get("part"))
    exact = parse(f"XXXX-{month:02d}-{day:02d}")
    if year_anchor(found):
        return Meaning("DATE", exact.text, anchor="published")
    if (headed := of_heading(found, f"-{month:02d}-{day:02d}", context)) is not None:
        return in_part(headed._replace(day=headed.edtf), slots.get("part"))
    rule = _of_year(f"--{month:02d}-{day:02d}", found, context)
    tense = (
        context.tense(match.start(), match.end())
        if not slots.get("which")
        else _TENSES.get(slots["which"], "")
    )
    return in_part(context.resolved(rule, tense), slots.get("part"))


def of_heading(found: Found, rest: str, context: Context) -> Meaning | None:
    """A month or a day of the year under whose heading it stands; None if there is none, or the
    words, or the day of the week, say which year.
    """
    year, slots = context.headings.year_at(found.match.start()), found.slots
    exact = known(year + rest) if year and "which" not in slots else None
    if exact is None or slots.get("weekday", day_name(exact)) != day_name(exact):
        return None
    return Meaning("DATE", exact.text, exact, anchor="heading")


def day_name(date: Date) -> str:
    """The day of the week with which a date begins."""
    return WEEKDAYS[weekday((date.earliest or 0) // DAY) - 1]


def days(found: Found, context: Context) -> Meaning | None:
    """From one day of a month to another: "November 3-5"."""
    first = date(found, context)
    if first is None or first.edtf is None or first.edtf.kind != "point" or first.edtf.day is None:
        return None
    last = known(f"{first.value[:8]}{int(found.slots['to']):02d}")
    if last is None or last.day is None or last.day <= first.edtf.day:
        return None
    lasting = f"P{last.day - first.edtf.day + 1}D"
    return first._replace(
        type="DURATION", value=lasting, edtf=parse(f"{first.edtf}/{last}"), relative=None, day=last
    )


def _of_year(name: str, found: Found, context: Context) -> Rule:
    slots = found.slots
    which = slots.get("which", "")
    if not which and "weekday" in slots:
        named = Rule(direction="nearest", name=f"{slots['weekday']} {name}")
        if context.published is None:
            return named
        meaning = context.resolved(named)
        plain = context.resolved(Rule(direction="nearest", name=name))
        if meaning.edtf and plain.edtf and _years_apart(meaning.edtf, plain.edtf) <= 2:
            return named
    if which in ("last", "next"):
        return Rule(direction=which, name=name)
    tense = context.tense(found.match.start(), found.match.end())
    return context.toward(
        name, _TENSES.get(which, tense), "narrated" if which in _NARRATED else "published"
    )


def _years_apart(one: Date, two: Date) -> int:
    return abs((one.year or 0) - (two.year or 0))


def _day_of_month(day: int, found: Found, context: Context) -> Meaning | None:
    """ "mercredi 11": the nearest 11th that is a Wednesday."""
    name_of_day = found.slots.get("weekday")
    if name_of_day is None or not 1 <= day <= 31:
        return None
    names = [
        f"{name_of_day} --{month:02d}-{day:02d}"
        for month in range(1, 13)
        if known(f"2000-{month:02d}-{day:02d}")
    ]
    meanings = [context.resolved(Rule(direction="nearest", name=name)) for name in names]
    dated = [one for one in meanings if one.edtf and one.edtf.kind == "point" and context.published]
    if not dated or context.published is None or context.published.earliest is None:
        return Meaning("DATE", f"XXXX-XX-{day:02d}", parse(f"XXXX-XX-{day:02d}"))
    centre = context.published.earliest
    best = min(dated, key=lambda one: abs((one.edtf.earliest or 0) - centre) if one.edtf else 0)
    return in_part(best, found.slots.get("part"))


def numeric(found: Found, context: Context) -> Meaning | None:
    """14.11.2024, 14/11/99, 2024-11-14; two readings give both, as a set of one."""
    slots = found.slots
    year = full_year(found, context) or ""
    first, second = int(slots["first"]), int(slots["second"])
    if slots.get("order") == "iso":
        readings = [text] if known(text := f"{year}-{first:02d}-{second:02d}") else []
    else:
        leap = int(year) if year.isdecimal() else 2000
        readings = [
            text for end in numeric_readings(first, second, leap) if known(text := year + end[4:])
        ]
    if len(readings) > 1 and (context.known.language.day_first or "." in found.match[0]):
        readings = readings[:1]
    if not readings:
        return None
    if len(readings) > 1:
        return Meaning("DATE", f"{year}-XX-XX", parse(f"[{','.join(sorted(readings))}]"))
    exact = parse(readings[0])
    return Meaning("DATE", exact.text, exact, day=exact)


def weekday_(found: Found, context: Context) -> Meaning | None:
    """A day of the week; without "last" or "next" the tense of the sentence says which."""
    slots, match = found.slots, found.match
    name, which = slots["weekday"], slots.get("which", "")
    if which == "same" and (day := context.named.get(WEEKDAYS.index(name) + 1)):
        return in_part(
            Meaning("DATE", day.text, day, anchor="narrated", day=day), slots.get("part")
        )
    if which in ("last", "next"):
        return in_part(context.resolved(Rule(direction=which, name=name), which), slots.get("part"))
    if which in _NARRATED:
        rule = Rule(direction="last" if which == "before" else "next", name=name, anchor="narrated")
        return in_part(context.resolved(rule, which), slots.get("part"))
    if day := _apposed(name, match.start(), context):
        return in_part(
            Meaning("DATE", day.text, day, "", "narrated", context.rule, day), slots.get("part")
        )
    tense = context.tense(match.start(), match.end()) or context.known.language.clues.default
    return in_part(context.resolved(context.toward(name, tense), tense), slots.get("part"))


def _apposed(name: str, start: int, context: Context) -> Date | None:
    """The day that was named directly before, if it is of that name: "demain dimanche", "yesterday,
    Tuesday".
    """
    day = context.last
    if (
        day is None
        or day.earliest is None
        or start - context.named_at > BESIDE
        or context.rule is None
    ):
        return None
    return day if day.kind == "point" and day_name(day) == name else None


def offset(found: Found, context: Context) -> Meaning | None:
    """So many days, weeks, months or years from the date of the source, or from the last day
    named.
    """
    slots = found.slots
    count, unit, sign = (
        slots.get("count", "1"),
        slots.get("unit", "day"),
        -1 if slots["sign"] == "-" else 1,
    )
    anchor = slots.get("anchor", "published")
    if not count.isdecimal() or len(count) > 6:
        return Meaning("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF", anchor=anchor)
    unit, times = _COUNTED_IN.get(unit, (unit, 1))
    number = times * int(count)
    if "plus" in slots and unit == "year":
        unit, number = "month", 12 * number + 6
    rule = Rule(number=sign * number, unit=unit, anchor=anchor)
    meaning = context.resolved(rule, f"{rule.number:+d} {unit}" if rule.number else "")
    if unit in ("hour", "minute", "second"):
        day = context.anchor(anchor)
        exact = (
            day.text
            if day is not None and day.kind == "point" and day.precision == "day"
            else UNKNOWN_DAY
        )
        return meaning._replace(type="TIME", value=f"{exact}TXX:XX")
    return in_part(meaning, slots.get("part"))


def night(found: Found, context: Context) -> Meaning | None:
    """ "dans la nuit de lundi à mardi", "du 4 au 5 mai": the night of the first of the two days."""
    meaning = date(found, context) if "day" in found.slots else weekday_(found, context)
    return None if meaning is None else in_part(meaning, "NI")
