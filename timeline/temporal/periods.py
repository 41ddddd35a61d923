"""Periods longer than a day: months, years, seasons, quarters, decades, centuries; this, last and
next.
"""

from __future__ import annotations

from collections.abc import Mapping

from timeline.dates import Date, parse
from timeline.dates.calendar import DAY, civil, day_text, weekday
from timeline.temporal.context import SEASON_VALUES, Context
from timeline.temporal.days import full_year, known, of_heading, year_anchor
from timeline.temporal.grammar import Found
from timeline.temporal.relative import Rule
from timeline.temporal.timex import Meaning
from timeline.temporal.words import MONTHS, SEASONS

_TENSES = {"last": "past", "next": "future", "before": "past", "after": "future"}
_STEPS = {"last": -1, "before": -1, "next": 1, "after": 1}
_REPORTED = 4  # months in which what a quarter brought is told
_DIVISIONS = {"quarter": ("Q", 33, 4), "third": ("T", 37, 3), "half": ("H", 40, 2)}


def month(found: Found, context: Context) -> Meaning | None:
    """A month, with or without its year."""
    slots, match = found.slots, found.match
    name = slots["month"]
    if (
        name in context.known.language.capitals
        and not context.alone
        and not context.folded.cased[match.start("month")].isupper()
    ):
        return None
    year = full_year(found, context)
    if year is not None:
        exact = parse(f"{year}-{name if name.isdecimal() else f'{MONTHS.index(name) + 1:02d}'}")
        return Meaning("DATE", exact.text, exact, anchor=year_anchor(found))
    if _is_name(name, "month", found, context):
        return None
    rest = f"-{MONTHS.index(name) + 1:02d}"
    if year_anchor(found):
        return Meaning("DATE", f"XXXX{rest}", anchor="published")
    return of_heading(found, rest, context) or _named(name, found, context)


def _is_name(name: str, slot: str, found: Found, context: Context) -> bool:
    """Whether a month or season stands in a name: "le Printemps arabe"."""
    word = context.folded.cased[found.match.start(slot) : found.match.end(slot)]
    return name in context.known.language.lower and word.istitle()


def _named(name: str, found: Found, context: Context) -> Meaning:
    which = found.slots.get("which", "")
    if which == "same":
        return context.resolved(Rule(direction="this", name=name, anchor="narrated"), which)
    if which in ("last", "next", "this"):
        return context.resolved(Rule(direction=which, name=name), which)
    tense = _TENSES.get(which) or context.tense(*found.match.span())
    anchor = "narrated" if which in ("before", "after") else "published"
    return context.resolved(context.toward(name, tense, anchor), tense)


def year(found: Found, context: Context) -> Meaning | None:
    """A year in figures; year 0 of EDTF is 1 BC."""
    slots = found.slots
    if "round" in slots:
        return _round_year(slots)
    if "ce" in slots and not (context.alone or _has_capitals(found, context)):
        return None
    number = full_year(found, context)
    if number is None:
        return None
    exact = parse(number)
    value = f"BC{1 - (exact.year or 0):04d}" if "bc" in slots else exact.text
    return Meaning("DATE", value, exact)


def _has_capitals(found: Found, context: Context) -> bool:
    """Whether the era is in capitals where it needs them: "100 ad campaigns" are of no year."""
    written = context.folded.cased[found.match.start() : found.match.end()]
    return not context.known.language.capitals.intersection(written.split())


def _round_year(slots: Mapping[str, str]) -> Meaning:
    """So many million years before or after Christ."""
    whole, _, part = slots["round"].replace(",", ".").partition(".")
    power = int(slots["size"]) - len(part)
    number = f"{int(whole + part)}{'0' * power}"
    exact = parse(f"Y-{number}" if "bc" in slots else f"Y{number}")
    return Meaning("DATE", exact.text, exact)


def fiscal(found: Found, context: Context) -> Meaning | None:
    """A fiscal year, which need not begin in January: it has a value, and no date."""
    if "year" in found.slots:
        return Meaning("DATE", f"FY{found.slots['year']}")
    meaning = unit(found._replace(slots={**found.slots, "unit": "year"}), context)
    return meaning._replace(value=f"FY{meaning.value}", edtf=None, relative=None)


def season(found: Found, context: Context) -> Meaning | None:
    """A season, with or without its year."""
    name = found.slots["season"]
    number, anchor = full_year(found, context), year_anchor(found)
    if number is None and not anchor:
        return None if _is_name(name, "season", found, context) else _named(name, found, context)
    index = SEASONS.index(name)
    exact = known(f"{number}-{21 + index}") if number else None
    return Meaning("DATE", f"{number or 'XXXX'}-{SEASON_VALUES[index]}", exact, anchor=anchor)


def division(found: Found, context: Context) -> Meaning | None:
    """A quarter or a half of a year; without a year the latest that has begun, or the next if that
    is said.
    """
    slots = found.slots
    letter, code, parts = _DIVISIONS[slots["division"]]
    number = parts if slots["ordinal"] == "last" else int(slots["ordinal"])
    if not 1 <= number <= parts:
        return None
    year, how, anchor = full_year(found, context), "", year_anchor(found)
    if year is None:
        how, anchor = _direction(found, context), "published"
        year = _near_year(context.published, number * 12 // parts, 12 // parts, how)
    return Meaning(
        "DATE", f"{year}-{letter}{number}", known(f"{year}-{code + number - 1}"), how, anchor
    )


def _direction(found: Found, context: Context) -> str:
    return _TENSES.get(found.slots.get("which", "")) or context.tense(*found.match.span())


def quarter(found: Found, context: Context) -> Meaning:
    """ "The quarter": the last that was named, else the last that was over at publication; or the
    same quarter of another year.
    """
    date, step = context.quarter, 0
    if date is None:
        date, step = context.published, -1
    meaning = _relative_division("quarter", step - 4 * int(found.slots.get("years", 0)), date)
    year = full_year(found, context)
    if year is None:
        return meaning
    value = f"{year}{meaning.value[4:]}"
    code = _DIVISIONS["quarter"][1] - 1
    return meaning._replace(value=value, edtf=known(f"{year}-{code + int(value[-1])}"))


def _near_year(published: Date | None, last_month: int, months: int, tense: str) -> str:
    """The year of a part of a year: that of the source, the last if the part is to come, the next
    if it has long been over: what is expected "for the third quarter" may be its report.
    """
    if published is None or published.earliest is None:
        return "XXXX"
    year, month, _ = civil(published.earliest // DAY)
    if tense == "future" and last_month + _REPORTED < month:
        year += 1
    if tense == "past" and last_month - months >= month:
        year -= 1
    return f"{year:04d}"


def decade(found: Found, _context: Context) -> Meaning:
    """The sixties, les années 1960."""
    digits = decade_digits(found)
    return Meaning("DATE", digits, parse(f"{digits}X"))


def decade_digits(found: Found) -> str:
    """The first three digits of the years of a decade; of two digits, the century is ours."""
    digits = found.slots["decade"].strip("'")
    if len(digits) == 2:
        digits = ("20" if digits in ("00", "10") else "19") + digits
    return digits.rjust(4, "0")[:3]


def century(found: Found, _context: Context) -> Meaning | None:
    """The 19th century, le XIXe siècle, the second millennium BC."""
    number, before = int(found.slots["nth"]), bool(found.slots.get("bc"))
    digits = 1 if found.slots.get("span") == "millennium" else 2
    if not 1 <= number <= 10**digits:
        return None
    first = f"{number - 1:0{digits}d}"
    unknown = "X" * (4 - digits)
    if not before:
        return Meaning("DATE", first, parse(first + unknown))
    # the last century before Christ ends with year 0 of EDTF, which is 1 BC
    text = f"-{first}{unknown}" if number > 1 else f"[-0{'9' * (4 - digits):0>3}..0000]"
    return Meaning("DATE", f"BC{first}", parse(text))


def unit(found: Found, context: Context) -> Meaning:
    """This, last or next week, month, year; a weekend is Saturday and Sunday of its week."""
    slots = found.slots
    which, name = slots.get("which", "this"), slots["unit"]
    step = _STEPS.get(which, 0)
    anchor = "narrated" if which in ("before", "after", "same") else "published"
    if name in _DIVISIONS:
        return _relative_division(name, step, context.anchor(anchor), which, anchor)
    weekend = name == "weekend"
    if weekend and which == "next" and not _at_weekend(context):
        step = 0
    if (
        weekend
        and which == "this"
        and context.tense(*found.match.span()) == "past"
        and not _at_weekend(context, 6)
    ):
        step = -1
    rule = Rule(number=step, unit="week" if weekend else name, anchor=anchor)
    meaning = context.resolved(rule, which)
    return _weekend(meaning) if weekend else meaning


def time_of_year(_found: Found, context: Context) -> Meaning:
    """The same time in a year that was named: the month of the source, in that year."""
    published, dated = context.published, context.dated
    if published is None or published.month is None or dated is None or dated.year is None:
        return Meaning("DATE", "PAST_REF", anchor="narrated")
    exact = known(f"{dated.year:04d}-{published.month:02d}")
    return Meaning("DATE", str(exact or "PAST_REF"), exact, anchor="narrated")


def _relative_division(
    name: str, step: int, date: Date | None, how: str = "", anchor: str = "published"
) -> Meaning:
    letter, code, parts = _DIVISIONS[name]
    if date is None or date.earliest is None:
        return Meaning("DATE", f"XXXX-{letter}X", None, how, anchor)
    year, month, _ = civil(date.earliest // DAY)
    year, index = divmod(year * parts + (month - 1) * parts // 12 + step, parts)
    return Meaning(
        "DATE", f"{year:04d}-{letter}{index + 1}", known(f"{year:04d}-{code + index}"), how, anchor
    )


def _at_weekend(context: Context, first: int = 5) -> bool:
    """Whether the source is of a Friday (or the first day given), a Saturday or a Sunday."""
    date = context.published
    return date is not None and date.earliest is not None and weekday(date.earliest // DAY) >= first


def _weekend(meaning: Meaning) -> Meaning:
    """The weekend of a week; it has a date if the week is known."""
    date = meaning.edtf
    days = None
    if date is not None and date.latest is not None and "X" not in meaning.value:
        monday = date.latest // DAY
        days = known(f"[{day_text(monday - 2)}..{day_text(monday - 1)}]")
    return meaning._replace(value=f"{meaning.value}-WE", edtf=days)
