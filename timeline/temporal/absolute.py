"""Whole dates as people write them in English and French: from `11 novembre 2024` to EDTF.

Nothing is guessed and nothing is added: a day without a year is no date here, two numbers that may
be day or month are an error with both readings, and a day of the week must agree with its date.
"""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.dates.calendar import DAY, numeric_readings, weekday
from timeline.dates.edtf import parse
from timeline.dates.value import Date
from timeline.errors import DateError
from timeline.temporal.words import LANGUAGES, MONTHS, SEASONS, WEEKDAYS, Words, fold, one_of


def read_absolute(text: str, language: str) -> Date | None:
    """Read a date written out in words or in numbers.

    Args:
        text: such as `Nov 11, 2024`, `1er janvier 2020`, `14.11.2024` (dots: day first), `novembre
            2024`, `44 BC`.
        language: a key of LANGUAGES.

    Returns:
        None if it has none of these shapes.

    Raises:
        DateError: it has, but is ambiguous or there is no such date.
    """
    words = LANGUAGES[language]
    folded = fold(text)
    if about := re.fullmatch(rf"{words.circa} ?(.+)", folded):
        found = read_absolute(about[1], language) or parse(about[1])
        return parse(f"{found}~") if found.kind == "point" and not found.clock else None
    return (
        _numeric(text, folded)
        or _named(text, folded, words, language)
        or _with_clock(text, folded, words)
    )


def _numeric(text: str, folded: str) -> Date | None:
    if match := re.fullmatch(r"(\d\d?)([/.-])(\d\d?)\2(\d{4})", folded):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        readings = numeric_readings(first, second, year)
        if match[2] == ".":
            return parse(f"{year:04d}-{second:02d}-{first:02d}")
        if len(readings) > 1:
            raise DateError(f"{text} is ambiguous: write {' or '.join(readings)}")
        if not readings:
            raise DateError(
                f"{text}: no order of its numbers is a date; write year, month, day: 2024-11-30"
            )
        return parse(readings[0])
    if match := re.fullmatch(r"(\d{4})([/.-])(\d\d?)\2(\d\d?)", folded):
        return parse(f"{match[1]}-{int(match[3]):02d}-{int(match[4]):02d}")
    if match := re.fullmatch(r"(\d\d?)[/.](\d{4})", folded):
        return parse(f"{match[2]}-{int(match[1]):02d}")
    if match := re.fullmatch(r"(\d{4})(\d\d)(\d\d)", folded):
        return parse("-".join(match.groups()))
    return parse(folded) if re.fullmatch(r"\d{4}", folded) else None


@lru_cache(maxsize=len(LANGUAGES))
def _shapes(language: str) -> tuple[re.Pattern[str], ...]:
    words = LANGUAGES[language]
    week = rf"(?:(?P<weekday>{one_of(words.weekdays)})\.?,? )?"
    day = r"(?P<day>\d\d?)(?:st|nd|rd|th|er|e)?"
    month = rf"(?P<month>{one_of(words.months)})\.?"
    year = (
        rf"(?P<year>\d{{3,4}}|\d{{1,4}}(?= {words.before_christ}))(?P<bc> {words.before_christ})?"
    )
    lead = r"(?:(?:le|la|l'|the|on|in|en|du|au|of) ?)?"
    shapes = (
        rf"{lead}{week}(?:le |the )?{day}(?: of)? {month},? (?:de )?{year}",
        rf"{lead}{week}{month} (?:the )?{day},? {year}",
        rf"{lead}{month},? (?:of |de )?{year}",
        rf"{lead}(?P<season>{one_of(words.seasons)})(?: of| de)? {year}",
        rf"{lead}{year}",
        r"(?:the |les |in the )?(?:annees )?(?P<decade>\d{3}0)(?:'?s)?",
    )
    return tuple(re.compile(shape) for shape in shapes)


def _named(text: str, folded: str, words: Words, language: str) -> Date | None:
    for shape in _shapes(language):
        if match := shape.fullmatch(folded):
            groups = match.groupdict("")
            break
    else:
        return None
    if "decade" in groups:
        return parse(groups["decade"][:3] + "X")
    number = int(groups["year"])
    if groups["bc"] and number == 0:
        raise DateError(f"{text}: there is no year 0 BC; write 0000 for 1 BC")
    year = (
        f"{1 - number:05d}"
        if groups["bc"] and number > 1
        else f"{0 if groups['bc'] else number:04d}"
    )
    if "season" in groups:
        return parse(f"{year}-{21 + SEASONS.index(words.seasons[groups['season']])}")
    if "month" not in groups:
        return parse(year)
    month = f"{year}-{MONTHS.index(words.months[groups['month']]) + 1:02d}"
    if "day" not in groups:
        return parse(month)
    date = parse(f"{month}-{int(groups['day']):02d}")
    return _on_weekday(text, date, words.weekdays.get(groups["weekday"]))


def _on_weekday(text: str, date: Date, name: str | None) -> Date:
    """The date, if it falls on that day of the week."""
    actual = WEEKDAYS[weekday((date.earliest or 0) // DAY) - 1]
    if name not in (None, actual):
        raise DateError(
            f"{text}: {date} is a {actual.title()}; mend the date or leave the day of the week out"
        )
    return date


def _with_clock(text: str, folded: str, words: Words) -> Date | None:
    """A date with a time of day, read by dateutil under every assumption that it could make by
    itself.
    """
    if not re.search(r"\d:\d\d|\d ?[ap]\.?m\b", folded) or not re.search(r"\d{4}", folded):
        return None
    readings = {
        _by_dateutil(text, day_first=first, year_first=year)
        for first in (True, False)
        for year in (True, False)
    }
    known = sorted(reading for reading in readings if reading)
    if len(known) > 1:
        raise DateError(f"{text} is ambiguous: write {' or '.join(known)}")
    if not known:
        return None
    named = [name for word, name in words.weekdays.items() if re.search(rf"\b{word}\b", folded)]
    return _on_weekday(text, parse(known[0]), named[0] if named else None)


def _by_dateutil(text: str, *, day_first: bool, year_first: bool) -> str | None:
    """EDTF of what dateutil reads, or None if it can't, or if year, month, day or hour came from
    its default.
    """
    import warnings
    from datetime import datetime

    from dateutil import parser

    found = []
    for default in ("2001-01-01T01:01", "1996-12-30T22:58"):
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error")  # a zone that dateutil does not know
                start = datetime.fromisoformat(default)
                found.append(
                    parser.parse(text, default=start, dayfirst=day_first, yearfirst=year_first)
                )
        except (ValueError, OverflowError, RuntimeWarning):
            return None
    one, two = found
    if (one.date(), one.hour) != (two.date(), two.hour):
        return None
    unit = "hours" if one.minute != two.minute else "seconds" if one.second else "minutes"
    return one.replace(microsecond=0).isoformat(timespec=unit)
