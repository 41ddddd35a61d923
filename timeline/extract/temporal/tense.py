"""Which way a sentence looks: to the past or to the future."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

_SENTENCE_END = re.compile(r"(?<!\b\w)(?<!\bm[mr])(?<!\bdr)[.!?;][\"'»)]? ")
# A clue's distance, in characters: what one after the expression is made farther by, what a comma before it adds, and
# from where on it is none.
_AFTER, _APART, _FAR = 8, 80, 150


class Clue(NamedTuple):
    """Words that tell the tense."""

    start: int
    end: int
    tense: str


class Tenses:
    """The clues of a text, a line at a time, for questions in ascending order: all of it is read once at most.

    Args:
        text: in lower case, with accents.
        clues: the pattern of clues, whose groups are named for the tenses.
    """

    def __init__(self, text: str, clues: re.Pattern[str]) -> None:
        self._text = text
        self._pattern = clues
        self._line_end = -1
        self._ends: list[int] = []
        self._clues: list[Clue] = []

    def at(self, start: int, end: int) -> str:
        """Say which way an expression looks, from the nearest clue in its sentence: 'past', 'future' or ''."""
        if start >= self._line_end:
            self._read_line(start)
        index = bisect_right(self._ends, start)
        low, high = self._ends[index - 1], self._ends[index]
        best, nearest = "", _FAR
        first = bisect_left(self._clues, (max(low, start - 2 * _FAR),))
        for number in range(first, len(self._clues)):
            clue = self._clues[number]
            if clue.end > high or clue.start - end > _FAR:
                break
            distance = self._distance(clue, start, end)
            if 0 <= distance < nearest:
                best, nearest = clue.tense, distance
        return best

    def _distance(self, clue: Clue, start: int, end: int) -> int:
        if clue.end <= start:
            return start - clue.end
        if clue.start < end:
            return -1
        return clue.start - end + (_APART if "," in self._text[end : clue.start] else _AFTER)

    def _read_line(self, start: int) -> None:
        text = self._text
        begin = text.rfind("\n", 0, start) + 1
        stop = text.find("\n", start)
        self._line_end = stop if stop >= 0 else len(text) + 1
        stops = (match.end() for match in _SENTENCE_END.finditer(text, begin, self._line_end))
        self._ends = [begin, *stops, self._line_end]
        found = self._pattern.finditer(text, begin, self._line_end)
        self._clues = [Clue(match.start(), match.end(), match.lastgroup or "") for match in found]
