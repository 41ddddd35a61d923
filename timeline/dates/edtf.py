"""The notation: from an EDTF text to a Date.

Levels 0, 1 and 2 of the Library of Congress specification of 4 February 2019 (ISO 8601-2:2019),
complete. The text is kept as it is, so that `str(parse(text)) == text`. Beyond EDTF, as ISO 8601
does, a date with a time of day may stand in intervals and sets; it takes no qualifier. One space
may follow the comma of a set. `point` says how seasons, zones and unspecified years are read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from timeline.dates.calendar import DAY, day_number, day_text, days_in_month, numeric_readings
from timeline.dates.point import read_point
from timeline.dates.value import MAX_LENGTH, MAX_MEMBERS, Date, interval, member, members
from timeline.errors import DateError, Message

_DAYS = {f"-{day:02d}": day for day in range(1, 32)}


@lru_cache(maxsize=65_536)
def parse(text: str) -> Date:
    """Read a date in EDTF.

    Args:
        text: the EDTF, without white space around it.

    Raises:
        DateError: it is no EDTF, names a day that does not exist, ends before it starts, has more
            than 1,000 members or 20,000 characters, or lies outside signed 64-bit seconds. The
            message has the cure.
    """
    if len(text) == 10 and text[7:] in _DAYS:
        found = _plain_month(text[:7])
        day = _DAYS[text[7:]]
        if found is not None and day <= found[1]:
            start = found[0] + (day - 1) * DAY
            return Date(text, start, start + DAY, None)
    elif len(text) == 7 and (found := _plain_month(text)) is not None:
        return Date(text, found[0], found[0] + found[1] * DAY, None)
    return _general(text)


@lru_cache(maxsize=16_384)
def _plain_month(text: str) -> tuple[int, int] | None:
    """First second and number of days of a month written `2024-11`; None of anything else."""
    digits = text[:4] + text[5:]
    if text[4] != "-" or not (digits.isascii() and digits.isdecimal()):
        return None
    year, month = int(text[:4]), int(text[5:])
    if not 1 <= month <= 12:
        return None
    return day_number(year, month, 1) * DAY, days_in_month(year, month)


def _general(text: str) -> Date:
    if len(text) > MAX_LENGTH:
        raise DateError("date-too-long", text=text[:40], most=MAX_LENGTH, count=len(text))
    if text[:1] in ("[", "{"):
        return _set(text)
    if "/" in text:
        return _interval(text)
    return _point(text, text)


def _point(text: str, whole: str) -> Date:
    try:
        return _read(text)
    except DateError as error:
        if text == whole:
            raise
        raise DateError("date-part", text=whole, why=error.message) from None


def _read(text: str) -> Date:
    form = read_point(text)
    if form is None:
        raise DateError("not-edtf", text=text, cure=_cure(text))
    return Date(text, form.earliest, form.latest, form)


def _interval(text: str) -> Date:
    sides = text.split("/")
    if len(sides) != 2:
        raise DateError("not-edtf", text=text, cure=_cure(text))
    left, right = sides
    if not left and not right:
        raise DateError("interval-of-nothing")
    return interval(text, _edge(left, text), _edge(right, text))


def _edge(text: str, whole: str) -> Date | None:
    return None if text in ("", "..") else _point(text, whole)


def _set(text: str) -> Date:
    close = "]" if text[0] == "[" else "}"
    if text[-1] != close or len(text) < 3:
        raise DateError("set-unclosed", text=text)
    texts = text[1:-1].split(",")
    if len(texts) > MAX_MEMBERS:
        raise DateError("set-too-long", text=text[:40], most=MAX_MEMBERS, count=len(texts))
    texts = [texts[0], *(part.removeprefix(" ") for part in texts[1:])]
    parts = tuple(
        _member(part, text, first=i == 0, last=i == len(texts) - 1) for i, part in enumerate(texts)
    )
    return members(text, "one_of" if close == "]" else "all_of", parts)


def _member(text: str, whole: str, *, first: bool, last: bool) -> Date:
    sides = text.split("..")
    if len(sides) == 1:
        return _point(text, whole)
    if len(sides) != 2 or sides == ["", ""]:
        raise DateError("range-unread", text=whole)
    if (not sides[0] and not first) or (not sides[1] and not last):
        raise DateError("range-open-inside", text=whole)
    for side in filter(None, sides):
        _point(side, whole)
    return member(text)


def _cure(text: str) -> Message:
    """What to write instead of a text that has not the shape of a date."""
    for pattern, cure in _CURES:
        if match := re.fullmatch(pattern, text, re.ASCII | re.DOTALL):
            return Message(cure) if isinstance(cure, str) else cure(match)
    return Message("edtf-examples")


def _numeric(match: re.Match[str]) -> Message:
    """The readings of two numbers and a year, day first and month first."""
    readings = numeric_readings(int(match[1]), int(match[2]), int(match[3]))
    if not readings:
        return Message("edtf-no-order")
    return Message("edtf-ambiguous" if len(readings) > 1 else "edtf-write", readings=readings)


def _day_first(match: re.Match[str]) -> Message:
    return Message("edtf-write", readings=[f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}"])


def _year_first(match: re.Match[str]) -> Message:
    day = f"-{int(match[3]):02d}" if match[3] else ""
    return Message("edtf-write", readings=[f"{match[1]}-{int(match[2]):02d}{day}"])


def _day_of_a_spreadsheet(match: re.Match[str]) -> Message:
    """A day as spreadsheets count them (ECMA-376 part 1, 18.17.4.1), the first of March 1900 as 61:
    the day before it is one that there never was.
    """
    day = day_text(_SPREADSHEET_DAY_0 + int(match[1]))
    return Message("edtf-excel-day", day=day, number=match[1])


_SPREADSHEET_DAY_0 = day_number(1899, 12, 30)
# Shape of a text -> what to write instead: which sentence says it.
_CURES: tuple[tuple[str, str | Callable[[re.Match[str]], Message]], ...] = (
    (r"\s*", "edtf-empty"),
    (r"\s.*|.*\s", "edtf-white-space"),
    (r"(\d\d?)[/-](\d\d?)[/-](\d{4})", _numeric),
    (r"(\d\d?)\.(\d\d?)\.(\d{4})", _day_first),
    (r"(\d{4})[/.-](\d\d?)(?:[/.-](\d\d?))?", _year_first),
    (r"(\d{4})(\d\d)(\d\d)", _year_first),
    (r"-?\d{1,3}", "edtf-short-year"),
    (r"([1-9]\d{4})(?:\.\d+)?", _day_of_a_spreadsheet),
    (r"[+-]?\d{5,}", "edtf-long-year"),
    (r"\+\d{4}.*", "edtf-plus"),
    (r"Y-?0\d*.*", "edtf-leading-zero"),
    (r".*\d[ux].*", "edtf-capital-x"),
    (r"[ye].*|.*\d[e]\d.*", "edtf-capitals"),
    (r".*(?:\?~|~\?).*", "edtf-percent"),
    (r".*\(.*", "edtf-parentheses"),
    (r"open|unknown", "edtf-open-end"),
    (r"[\d-]+ ?[\u2013\u2014] ?[\d-]+|[\d-]+ ?/ ?[\d-]+", "edtf-slash"),
    (r".*\.\..*", "edtf-brackets"),
    (r".*T.*[.,]\d+.*", "edtf-whole-seconds"),
    (r"\d{4}-\d\d-\d\d [\d:].*", "edtf-letter-t"),
    (r".*\d{4}-W?\d+.*", "edtf-hyphens"),
)
