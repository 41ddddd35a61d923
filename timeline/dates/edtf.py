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
from timeline.errors import DateError

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
        raise DateError(
            f"{text[:40]}...: a date has at most {MAX_LENGTH} characters, this has {len(text)}"
        )
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
        raise DateError(f"{whole}: {error}") from None


def _read(text: str) -> Date:
    form = read_point(text)
    if form is None:
        raise DateError(f"{text!r} is not a date in EDTF; {_cure(text)}")
    return Date(text, form.earliest, form.latest, form)


def _interval(text: str) -> Date:
    sides = text.split("/")
    if len(sides) != 2:
        raise DateError(f"{text!r} is not a date in EDTF; {_cure(text)}")
    left, right = sides
    if not left and not right:
        raise DateError(
            "'/' says nothing; write ../.. for what has always been and goes on, or no date"
        )
    return interval(text, _edge(left, text), _edge(right, text))


def _edge(text: str, whole: str) -> Date | None:
    return None if text in ("", "..") else _point(text, whole)


def _set(text: str) -> Date:
    close = "]" if text[0] == "[" else "}"
    if text[-1] != close or len(text) < 3:
        raise DateError(
            f"{text}: write a set as [2024-11-04,2024-11-11] (one of) or "
            f"{{2024-11-04,2024-11-11}} (all)"
        )
    texts = text[1:-1].split(",")
    if len(texts) > MAX_MEMBERS:
        raise DateError(
            f"{text[:40]}...: a set has at most {MAX_MEMBERS} members, this has {len(texts)}"
        )
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
        raise DateError(f"{whole}: write a range in a set as 1670..1672, ..1672 or 1670..")
    if (not sides[0] and not first) or (not sides[1] and not last):
        raise DateError(f"{whole}: an open .. stands only at the beginning or at the end of a set")
    for side in filter(None, sides):
        _point(side, whole)
    return member(text)


def _cure(text: str) -> str:
    """What to write instead of a text that has not the shape of a date."""
    for pattern, cure in _CURES:
        if match := re.fullmatch(pattern, text, re.ASCII | re.DOTALL):
            return cure if isinstance(cure, str) else cure(match)
    return (
        "write 2024-11-11, 2024-11 or 2024, an interval 2018/2020, or a set [2024-11-04,2024-11-11]"
    )


def _numeric(match: re.Match[str]) -> str:
    """The readings of two numbers and a year, day first and month first."""
    readings = numeric_readings(int(match[1]), int(match[2]), int(match[3]))
    if not readings:
        return "no order of its numbers is a date; write year, month, day: 2024-11-30"
    return (
        "it is ambiguous: write " + " or ".join(readings)
        if len(readings) > 1
        else f"write {readings[0]}"
    )


def _year_first(match: re.Match[str]) -> str:
    return f"write {match[1]}-{int(match[2]):02d}" + (f"-{int(match[3]):02d}" if match[3] else "")


def _day_of_a_spreadsheet(match: re.Match[str]) -> str:
    """A day as spreadsheets count them (ECMA-376 part 1, 18.17.4.1), the first of March 1900 as 61:
    the day before it is one that there never was.
    """
    day = day_text(_SPREADSHEET_DAY_0 + int(match[1]))
    return f"as Excel counts days this is {day}: write that, or Y{match[1]} if it is a year"


_SPREADSHEET_DAY_0 = day_number(1899, 12, 30)
_CURES: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"\s*", "it is empty; leave the date out if it is unknown"),
    (r"\s.*|.*\s", "remove the white space around it"),
    (r"(\d\d?)[/-](\d\d?)[/-](\d{4})", _numeric),
    (
        r"(\d\d?)\.(\d\d?)\.(\d{4})",
        lambda match: f"write {match[3]}-{int(match[2]):02d}-{int(match[1]):02d}",
    ),
    (r"(\d{4})[/.-](\d\d?)(?:[/.-](\d\d?))?", _year_first),
    (r"(\d{4})(\d\d)(\d\d)", _year_first),
    (r"-?\d{1,3}", "write a year with four digits: 0732, -0044"),
    (r"([1-9]\d{4})(?:\.\d+)?", _day_of_a_spreadsheet),
    (r"[+-]?\d{5,}", "write a year of more than four digits with a Y before it: Y13800"),
    (r"\+\d{4}.*", "write a year up to 9999 without a sign"),
    (
        r"Y-?0\d*.*",
        "Y takes no leading zero; a year up to 9999 is written without Y, with four digits",
    ),
    (r".*\d[ux].*", "write an unspecified digit with a capital X: 156X-12-25"),
    (r"[ye].*|.*\d[e]\d.*", "write capitals, as in Y17E7"),
    (r".*(?:\?~|~\?).*", "write % for what is both uncertain and approximate"),
    (
        r".*\(.*",
        (
            "EDTF has no parentheses since 2019; write a qualifier before the part it belongs to: "
            "2004-?06-11"
        ),
    ),
    (r"open|unknown", "write .. for an open end and nothing for an unknown one"),
    (
        r"[\d-]+ ?[\u2013\u2014] ?[\d-]+|[\d-]+ ?/ ?[\d-]+",
        "write an interval with a slash and no spaces: 2018/2020",
    ),
    (
        r".*\.\..*",
        (
            "write a range of possible dates in brackets: [1670..1672], [..1672]; an interval has "
            "a slash"
        ),
    ),
    (r".*T.*[.,]\d+.*", "a time stops at whole seconds: 2024-11-11T23:20:30Z"),
    (r"\d{4}-\d\d-\d\d [\d:].*", "write the letter T between date and time: 2024-11-11T14:30"),
    (r".*\d{4}-W?\d+.*", "write year, month and day with two hyphens: 2024-11-11"),
)
