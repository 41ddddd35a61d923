"""Headings that date what stands under them: a year or a month of a chronology, a day, the hours of
a live page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from timeline.dates import Date

_TITLE = re.compile(r"\n {0,3}(#{1,6}) ")
_BEFORE = re.compile(r"(?:^|\n) {0,3}(?P<level>#{0,6}) ?[*_=]{0,3} ?$")
_AFTER = re.compile(r" ?[*_=:]{0,3} ?(?:\n|$)")
_HEAD = re.compile(r"(?:^|\n) {0,3}(?:[-*\u2022] )?[*_]{0,3}(?:[a-z]{1,3} )?$")
_ENTRY = re.compile(r" ?(?:[-:;|\u2022]|\n|$)")
_REACH = 16  # characters before a date, on its line
_FINER = ("year", "month", "day")


class Heading(NamedTuple):
    """A date that is a line of its own, and the level of the heading: 0 of a line without `#`."""

    date: Date
    level: int


class Headings:
    """The headings under which one pass over a text stands.

    Args:
        text: folded.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._read = 0
        self._open: list[Heading] = []

    def advance(self, to: int) -> None:
        """Leave the headings that end before an offset: by one of their level or above."""
        for title in _TITLE.finditer(self._text, self._read, to):
            self._open = [one for one in self._open if 0 < one.level < len(title[1])]
        self._read = to

    def note(self, start: int, end: int, date: Date) -> None:
        """Keep a year, a month or a day that is a heading; it ends those that are as fine."""
        before = _BEFORE.search(self._text, max(0, start - _REACH), start)
        if before is None or date.precision not in _FINER or not _AFTER.match(self._text, end):
            return
        coarser = _FINER[: _FINER.index(date.precision)]
        self._open = [one for one in self._open if one.date.precision in coarser]
        self._open.append(Heading(date, len(before["level"])))

    def year_at(self, start: int) -> str | None:
        """The year of what stands at an offset, as EDTF writes it.

        Under a line without `#`, which need be no heading, that is only what begins a line.
        """
        if not self._open or not _is_in_list(self._text, start, self._open[0].level):
            return None
        return self._open[0].date.components[0]

    @property
    def day(self) -> Date | None:
        """The day under which the pass stands."""
        last = self._open[-1].date if self._open else None
        return last if last and last.precision == "day" else None

    def opens_entry(self, start: int, end: int) -> bool:
        """Whether an hour begins an entry of a live page: "9h15 - The minister ..."."""
        before = _BEFORE.search(self._text, max(0, start - _REACH), start)
        return before is not None and _ENTRY.match(self._text, end) is not None


def _is_in_list(text: str, start: int, level: int) -> bool:
    return level > 0 or _HEAD.search(text, max(0, start - _REACH), start) is not None
