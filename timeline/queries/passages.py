"""Where in a text something is said: the paragraph around a quote, and what to mark in it.

Pure: no store, no input, no output.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from timeline.names import fold, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MarkKind: TypeAlias = Literal["sentence", "trigger", "who", "date"]

# So many characters of a paragraph are shown on either side of the sentence.
_AROUND = 1200
# A name: words that begin with a capital, with small ones between them ("Ligue des droits").
_WORD = r"[^\W\d_a-zß-öø-ÿ][\w’'&.-]*\w|[^\W\d_a-zß-öø-ÿ]"
_BETWEEN = r"(?:de|du|des|d[’']|la|le|les|l[’']|of|the|for|al|bin|von|van|di|del)"
_NAME = re.compile(rf"(?<!\w)(?:{_WORD})(?:\s+(?:{_BETWEEN}\s*){{0,2}}(?:{_WORD}))*")
# A name that is not in the database may be so many words of the text, at one of so many places.
_WORDS, _PLACES = 4, 3
_WORD_OF_TEXT = re.compile(r"\w[\w’'.-]*")
# What ends a sentence: a point that a small letter does not follow, with the quotation mark that
# closes there, or the end of a line; a point behind one letter or a short title ends none.
_ENDS = re.compile(
    r"(?<!\b\w)(?<!\bMr)(?<!\bDr)(?<!\bMrs)(?<!\bMme)[.!?…]+[»”\"’)\]]*(?=\s+[^a-z\s])|\n"
)
# Where a capital says nothing: at the beginning of a sentence.
_BEGINS = re.compile(r"(?:^|[.!?…:»”«“\"–—-]\s*)$")


class Mark(NamedTuple):
    """What is marked in a passage: offsets in the passage, in characters, and what it is."""

    start: int
    end: int
    kind: MarkKind


class MarkedPassage(NamedTuple):
    """A part of a text, with what is to be seen in it.

    Attributes:
        text: the words.
        start: where they begin in the whole text, in characters.
        marks: in order; those of one kind don't overlap.
    """

    text: str
    start: int
    marks: tuple[Mark, ...]


def passage_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Give where the paragraph that holds a sentence begins and ends.

    Args:
        text: the whole text.
        start, end: offsets of the sentence.
    """
    before = text.rfind("\n\n", max(0, start - _AROUND), start)
    after = text.find("\n\n", end, end + _AROUND)
    first = before + 2 if before >= 0 else max(0, start - _AROUND)
    last = after if after >= 0 else min(len(text), end + _AROUND)
    while first < start and text[first].isspace():
        first += 1
    return first, max(end, last)


def sentence_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Give where the sentence that holds some words begins and ends, as far as points and lines
    tell.

    >>> "He met Mr. Lee. They spoke."[slice(*sentence_at("He met Mr. Lee. They spoke.", 21, 26))]
    'They spoke.'
    """
    first, last = passage_at(text, start, end)
    ends = [found.end() for found in _ENDS.finditer(text, first, last)]
    begin = max((one for one in ends if one <= start), default=first)
    stop = min((one for one in ends if one >= end), default=last)
    while begin < start and text[begin].isspace():
        begin += 1
    while stop > end and text[stop - 1].isspace():
        stop -= 1
    return begin, stop


def phrases(text: str, typed: str, near: int = 0) -> Iterator[str]:
    """Give words of a text that begin as somebody has typed them, the nearest first, then with the
    words behind them.

    Args:
        text: the whole text.
        typed: what somebody has typed.
        near: the offset to which they are to be near, in characters.
    """
    begun = fold(typed)
    words = list(_WORD_OF_TEXT.finditer(text))
    places = [n for n, word in enumerate(words) if _begins_with(text[word.start() :], begun)]
    places.sort(key=lambda n: abs(words[n].start() - near))
    found: dict[str, None] = {}
    for length in range(1, _WORDS + 1):
        for n in places[:_PLACES]:
            last = words[min(n + length, len(words)) - 1]
            phrase = text[words[n].start() : last.end()].rstrip(".'’-")
            if len(fold(phrase)) >= len(begun):
                found.setdefault(phrase)
    yield from found


def _begins_with(text: str, begun: str) -> bool:
    return fold(text[: 2 * len(begun) + 2]).startswith(begun)


def begins(name: str, typed: str) -> bool:
    """Whether a word in a name begins as somebody has typed it."""
    return f" {fold(typed)}" in f" {fold(name)}"


def found_in(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Give where names stand in a text as whole words, the longest first, none within another.

    With either kind of apostrophe, dash and space.
    """
    taken: list[tuple[int, int]] = []
    plain = typed(text)
    for name in sorted(set(map(typed, filter(None, names))), key=lambda name: (-len(name), name)):
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", plain):
            start, end = found.span()
            if all(end <= first or last <= start for first, last in taken):
                taken.append((start, end))
                yield start, end


def proper_names(text: str) -> list[str]:
    """Give what looks like a name in a text, each once, in order: words with capitals, but for a
    single one at the beginning of a sentence.

    >>> proper_names("Hier, Hamid Karzai a saisi le Conseil d'État. Elle attend.")
    ['Hamid Karzai', "Conseil d'État"]
    """
    found: dict[str, None] = {}
    for match in _NAME.finditer(text):
        name = re.sub(r"[’']s$", "", match[0].rstrip(".'’-"))
        if _BEGINS.search(text[: match.start()]):
            # The first word may have its capital from the sentence alone.
            name = name.partition(" ")[2] if " " in name else ""
            name = re.sub(rf"^(?:{_BETWEEN}\s*)+", "", name)
        if len(name) > 1:
            found.setdefault(name)
    return list(found)
