"""Which way a sentence looks: to the past or to the future."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

# A line that ends with a comma or a small word, or is followed by one in lower case, is a line of a
# paragraph that was wrapped; any other is a paragraph of its own, and a heading says nothing of the
# tense of what follows it.
_PARAGRAPH_END = (
    "(?<!,)" + "".join(f"(?<! {word})" for word in ("on", "by", "of", "in", "the", "and", "le", "la", "de", "du", "au"))
    + r"\n(?![ ]?[a-zà-ÿ])"
)  # fmt: skip
_SENTENCE_END = r"(?<!\b\w)(?<!\bm[mr])(?<!\bdr)(?<!\bmrs)(?<!\bst)[.!?;][\"'»)]? "
# A clue's distance, in characters: what one after the expression is made farther by, what a comma
# before it adds, and from where on it is none; and how near "directly before" is.
_AFTER, _APART, _FAR, _BESIDE = 8, 80, 500, 4


class Clues(NamedTuple):
    """Patterns, on lower-case text with accents, of what tells the past from the future within a
    sentence.

    past, future: verbs.
    beside: what tells the past if it stands directly before an expression: participles, "since".
    hint: what tells the future where no verb tells anything: "from", "until".
    clause: where another clause begins.
    default: how an expression looks that nothing tells of.
    """

    past: str
    future: str
    beside: str
    hint: str
    clause: str
    default: str

    def pattern(self) -> str:
        """All of them, each as a group of its name; of two at one place the first in this order
        counts.
        """
        return "|".join(
            f"(?P<{kind}>{getattr(self, kind)})"
            for kind in ("future", "past", "beside", "hint", "clause")
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
        clues: the pattern of clues, whose groups are named for their kinds.
    """

    def __init__(self, text: str, cased: str, clues: re.Pattern[str]) -> None:
        self._text = text
        self._cased = cased
        self._pattern = clues
        self._end = 0
        self._stops: list[int] = [0]
        self._clues: list[Clue] = []

    def at(self, start: int, end: int) -> str:
        """Say which way an expression looks: 'past', 'future' or ''.

        A participle or a preposition directly before it tells most, then the verbs of its clause,
        then those of its sentence, the nearest first; where there is none, "from" or "until" does.
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
        hints = [clue._replace(kind="future") for clue in near if clue.kind == "hint"]
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
            stop = re.compile(_PARAGRAPH_END).search(self._cased, begin)
            self._end = stop.end() if stop else len(self._text) + 1
        stops = (
            match.end()
            for match in re.compile(_SENTENCE_END).finditer(self._text, begin, self._end)
        )
        self._stops = [begin, *stops, self._end]
        found = self._pattern.finditer(self._text, begin, self._end)
        self._clues = [Clue(match.start(), match.end(), match.lastgroup or "") for match in found]
