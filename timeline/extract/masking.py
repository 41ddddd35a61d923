"""What confuses the parsers, taken out of a text before they read it and put back by offset.

That is dates with their prepositions (beside "ce lundi" the object of a verb is lost), soft
hyphens, markup, and idle adverbial phrases.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from timeline.names import typed
from timeline.temporal import tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.extract.article import Article
    from timeline.temporal import Timex

# What stands before a date and goes with it.
_LEADING = {
    "fr": r"(?:(?<![\w'])(?:à partir|à compter|au cours|au début|à la fin|à "
    r"l'aube|lors|dès|depuis|avant|après|pour"
    r"|vers|durant|pendant|jusqu'|jusque|d'ici|courant|datée?s?|en|à|au|aux|de|du|des|d'|le|la|les|l'|ce|cet|cette|dans|environ)\s*)+$",
    "en": r"(?:(?<![\w'])(?:as of|as early "
    r"as|on|in|at|by|since|until|till|before|after|from|during|over|for|around"
    r"|about|the|of|dated|late|early|this|within|throughout)\s*)+$",
}

_OF = {
    "fr": re.compile(r"(?:^|\s)(?:de|du|des|d')\b", re.IGNORECASE),
    "en": re.compile(r"(?:^|\s)of\b", re.IGNORECASE),
}

_BOUNDS = {
    "fr": (("before", r"\bavant\b|\bd'ici\b"), ("after", r"\baprès\b")),
    "en": (("before", r"\bbefore\b|\bby\b"), ("after", r"\bafter\b")),
}

_LASTING = {
    "fr": re.compile(
        r"(?:pendant|durant|depuis|en|dans|pour|d'ici)\s+(?:les?|la|une?|l')?\s*$", re.IGNORECASE
    ),
    "en": re.compile(r"(?:for|during|over|within|in|since)\s+(?:the|an?)?\s*$", re.IGNORECASE),
}

# What says nothing of who did what and leads the parser astray.
_IDLE = {
    "fr": re.compile(
        r"d'ores et (?=déjà\b)|\btout (?=en \w+ant\b)|\bquant à (?:lui|elle|eux|elles),? |\(sic\) ?"
    ),
    "en": re.compile(r"\(sic\) ?"),
}

# Verbs that the models do not know as such, and what they read in their place.
_KNOWN = {"dément": "nie", "démentent": "nient"}

_UNKNOWN = {"fr": re.compile(r"\b(?:dément|démentent)\b"), "en": re.compile("(?!)")}

_SENTENCE_START = re.compile(r"(?:^|[.!?…]['\"»”)]*\s+|[«“]\s*)$")


class Cut(NamedTuple):
    """What is taken out of a text: from where to where, and which date it is, if it is one."""

    start: int
    end: int
    timex: Timex
    attributive: bool
    bound: str


class Masked(NamedTuple):
    """A paragraph as the parser reads it: `kept[i]` is where in it the i-th kept piece begins,
    `origin[i]` where that piece begins in the article; `marks` tells where dates were taken out."""

    start: int
    end: int
    text: str
    kept: list[int]
    origin: list[int]
    marks: list[tuple[Cut, int]]

    def place(self, at: int) -> int:
        """Where in the article a character of the masked text stands."""
        piece = bisect_right(self.kept, at) - 1
        return self.origin[piece] + at - self.kept[piece]


def masked_paragraphs(article: Article) -> Iterator[Masked]:
    """Give the paragraphs of an article's prose as the parsers read them."""
    timexes = tag(article.text, language=article.language, published=article.published)
    plain = typed(article.text)
    first = 0
    for start, end in article.prose:
        while first < len(timexes) and timexes[first].start < start:
            first += 1
        last = first
        while last < len(timexes) and timexes[last].end <= end:
            last += 1
        marks = [span for span in article.markup if start <= span[0] and span[1] <= end]
        yield _mask(plain, start, end, timexes[first:last], marks, article.language)
        first = last


def _mask(
    plain: str,
    start: int,
    end: int,
    timexes: list[Timex],
    markup: list[tuple[int, int]],
    language: str,
) -> Masked:
    passage = plain[start:end]
    gaps = (*re.finditer("\u00ad+|(?<=\\s)\\s+", passage), *_IDLE[language].finditer(passage))
    dates = [cut for timex in timexes if (cut := _cut(plain, start, end, timex, language))]
    cuts: list[tuple[int, int, Cut | None]] = [(cut.start, cut.end, cut) for cut in dates]
    cuts += [(start + gap.start(), start + gap.end(), None) for gap in gaps]
    cuts += [(low, high, None) for low, high in markup]
    pieces: list[str] = []
    kept, origin = [0], [start]
    marks: list[tuple[Cut, int]] = []
    at, size = start, 0
    for low, high, cut in sorted(cuts, key=lambda one: one[:2]):
        if low > at:
            pieces.append(plain[at:low])
            size += low - at
        if cut is not None:
            marks.append((cut, size))
        if high <= at:
            continue
        at = high
        if kept[-1] == size:
            origin[-1] = at
        else:
            kept.append(size)
            origin.append(at)
        if cut is not None and at < end and _SENTENCE_START.search(plain, start, low):
            pieces.append(plain[at].upper())
            size += 1
            at += 1
    pieces.append(plain[at:end])
    text = _UNKNOWN[language].sub(
        lambda match: _KNOWN[match[0]].ljust(len(match[0])), "".join(pieces)
    )
    return Masked(start, end, text, kept, origin, marks)


def _cut(plain: str, start: int, end: int, timex: Timex, language: str) -> Cut | None:
    """Give what to take out for an expression of time: with its preposition, and with the commas
    around it.
    """
    before = plain[start : timex.start]
    if timex.type == "DURATION" and not _LASTING[language].search(before):
        return None
    if timex.value.endswith("_REF") or timex.type == "SET":
        return None
    lead = re.search(_LEADING[language], before, re.IGNORECASE)
    words = lead[0] if lead else ""
    low, high = timex.start - len(words), timex.end
    attributive = bool(_OF[language].match(words))
    left, right = plain[start:low].rstrip(), plain[high:end].lstrip()
    to_left, to_right = start + len(left), end - len(right)
    if left.endswith("(") and right.startswith(")"):
        low, high, attributive = to_left - 1, to_right + 1, True
    elif left.endswith(",") and right.startswith(","):
        low, high, attributive = to_left - 1, to_right + 1, False
    elif right.startswith(",") and (not left or _SENTENCE_START.search(plain, start, low)):
        high, attributive = end - len(right[1:].lstrip()), False
    elif left.endswith(",") and right[:1] in ".;!?":
        low, high, attributive = to_left - 1, to_right, False
    elif right[:1] in ("", ".", ",", ";", "!", "?", ")", ":"):
        low = to_left
    else:
        high = to_right
    return Cut(low, high, timex, attributive, _bound(words, language))


def _bound(words: str, language: str) -> str:
    lowered = words.lower()
    return next((bound for bound, pattern in _BOUNDS[language] if re.search(pattern, lowered)), "")
