"""Which way a sentence looks: to the past or to the future."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from timeline.temporal.language import Clues

# A clue's distance, in characters: what one after the expression is made farther by, what a comma
# before it adds, and from where on it is none; and how near "directly before" is.
_AFTER, _APART, _FAR, _BESIDE = 8, 80, 500, 4
_HINTS = {"hint": "future", "trace": "past"}


class Patterns(NamedTuple):
    """What a language's clues are found with."""

    clues: re.Pattern[str]
    paragraph_end: re.Pattern[str]
    sentence_end: re.Pattern[str]


@lru_cache
def patterns(clues: Clues) -> Patterns:
    """The patterns of a language.

    A line that ends with a comma or a small word, or is followed by one in lower case, is a line of
    a paragraph that was wrapped; any other is a paragraph of its own, and a heading says nothing of
    the tense of what follows it.
    """
    small = "".join(rf"(?<! {word})" for word in clues.small)
    short = "".join(rf"(?<!\b{word}\.)" for word in clues.short)
    return Patterns(
        re.compile(clues.pattern()),
        re.compile(rf"(?<!,){small}\n(?! *[a-zà-ÿ])"),
        re.compile(rf"[.!?;](?<!\b\w[.!?;]){short}[\"'»)]? "),
    )


class Clue(NamedTuple):
    """Words that tell the tense, or that part clauses: `kind` is a field of `Clues`."""

    start: int
    end: int
    kind: str


class Tenses:
    """The clues of a text, a paragraph at a time, for questions in ascending order: all of it is
    read once at most.

    Args:
        text: in lower case, with accents.
        cased: the same with its case.
        clues: those of the language.
    """

    def __init__(self, text: str, cased: str, clues: Clues) -> None:
        self._text = text
        self._cased = cased
        self._patterns = patterns(clues)
        self._end = 0
        self._stops: list[int] = [0]
        self._clues: list[Clue] = []

    def at(self, start: int, end: int) -> str:
        """Say which way an expression looks: 'past', 'future' or ''.

        A participle or a preposition directly before it tells most, then the verbs of its clause,
        then those of its sentence, the nearest first; where there is none, "from" or "until" does,
        or a noun for what comes unannounced.
        """
        if start >= self._end:
            self._read(start)
        near = self._sentence(start, end)
        if any(clue.kind == "beside" and 0 <= start - clue.end <= _BESIDE for clue in near):
            return "past"
        edges = [clue for clue in near if clue.kind == "clause"]
        low = max((clue.end for clue in edges if clue.end <= start), default=0)
        high = min((clue.start for clue in edges if clue.start >= end), default=len(self._text))
        verbs = [clue for clue in near if clue.kind in ("past", "future")]
        clause = [clue for clue in verbs if clue.start >= low and clue.end <= high]
        hints = [clue._replace(kind=_HINTS[clue.kind]) for clue in near if clue.kind in _HINTS]
        return (
            self._nearest(clause, start, end)
            or self._nearest(verbs, start, end)
            or self._nearest(hints, start, end)
        )

    def _sentence(self, start: int, end: int) -> list[Clue]:
        """The clues around an expression in its sentence, none that overlaps with it."""
        index = bisect_right(self._stops, start)
        low, high = max(self._stops[index - 1], start - _FAR), min(self._stops[index], end + _FAR)
        first, last = bisect_left(self._clues, (low,)), bisect_left(self._clues, (high,))
        return [clue for clue in self._clues[first:last] if clue.end <= start or clue.start >= end]

    def _nearest(self, clues: list[Clue], start: int, end: int) -> str:
        nearest = min(clues, key=lambda clue: self._distance(clue, start, end), default=None)
        return nearest.kind if nearest else ""

    def _distance(self, clue: Clue, start: int, end: int) -> int:
        if clue.end <= start:
            return start - clue.end
        return clue.start - end + (_APART if "," in self._text[end : clue.start] else _AFTER)

    def _read(self, start: int) -> None:
        """Read the paragraph that holds an offset."""
        begin = self._end
        while self._end <= start:
            begin = self._end
            stop = self._patterns.paragraph_end.search(self._cased, begin)
            self._end = stop.end() if stop else len(self._text) + 1
        stops = (
            match.end()
            for match in self._patterns.sentence_end.finditer(self._text, begin, self._end)
        )
        self._stops = [begin, *stops, self._end]
        found = self._patterns.clues.finditer(self._text, begin, self._end)
        self._clues = [Clue(match.start(), match.end(), match.lastgroup or "") for match in found]
