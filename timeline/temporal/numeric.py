"""Dates in figures, which are the same in every language: 14.11.2024, 2024/11/14, 11/2024."""

from __future__ import annotations

import re

from timeline.dates import Date, parse
from timeline.dates.calendar import numeric_readings
from timeline.errors import DateError


def read_numeric(text: str) -> Date | None:
    """Read a date in figures.

    Args:
        text: such as `14.11.2024` (dots: day first), `11/2024`, `20241114`.

    Returns:
        None if it has none of these shapes.

    Raises:
        DateError: it may be two dates, or there is no such date.
    """
    if match := re.fullmatch(r"(\d\d?)([/.-])(\d\d?)\2(\d{4})", text, re.ASCII):
        return _day(text, int(match[1]), int(match[3]), int(match[4]), dots=match[2] == ".")
    if match := re.fullmatch(r"(\d{4})([/.-])(\d\d?)\2(\d\d?)", text, re.ASCII):
        return parse(f"{match[1]}-{int(match[3]):02d}-{int(match[4]):02d}")
    if match := re.fullmatch(r"(\d\d?)[/.](\d{4})", text, re.ASCII):
        return parse(f"{match[2]}-{int(match[1]):02d}")
    if match := re.fullmatch(r"(\d{4})(\d\d)(\d\d)", text, re.ASCII):
        return parse("-".join(match.groups()))
    return None


def _day(text: str, first: int, second: int, year: int, *, dots: bool) -> Date:
    if dots:
        return parse(f"{year:04d}-{second:02d}-{first:02d}")
    readings = numeric_readings(first, second, year)
    if len(readings) > 1:
        raise DateError("ambiguous-date", text=text, readings=tuple(readings))
    if not readings:
        raise DateError("no-order-of-numbers", text=text)
    return parse(readings[0])
