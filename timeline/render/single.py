"""One date in words: a moment, a day, a season, a century, with what makes it less than sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.render.speech import Day, Said

if TYPE_CHECKING:
    from timeline.dates import Date
    from timeline.render.phrases import Phrases
    from timeline.render.speech import Speech

_SOUTH = range(29, 33)
_NORTH = range(25, 29)


def qualified(date: Date, speech: Speech) -> Said:
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
    if (plain := numbers_of(date)) is not None:
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


def numbers_of(date: Date | None) -> Day | None:
    """The numbers of a date that has nothing but numbers, qualifiers aside."""
    if date is None or date.kind != "point" or date.clock or date.season or date.year is None:
        return None
    found = Day(date.year, date.month, date.day)
    missing = len(date.components) - (3 - found.count(None))
    return None if missing or "S" in date.components[0] else found


def _moment(date: Date, speech: Speech) -> Said:
    day = speech.numbers(day_of(date))
    text = speech.say(speech.phrases.moment, date=day, time=time_of(date, speech))
    return Said(text, "day", exact=to_the_minute(date))  # "10 h" is read as 10:00


def to_the_minute(date: Date) -> bool:
    return ":" in date.clock


def day_of(date: Date) -> Day:
    year, month, day = date.components
    return Day(int(year), int(month), int(day))


def time_of(date: Date, speech: Speech, *, zone: bool = True) -> str:
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
