"""What confuses the parsers, taken out of a text before they read it and put back by offset.

That is dates with their prepositions (beside "ce lundi" the object of a verb is lost), soft
hyphens, markup, and idle adverbial phrases.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.extract.languages import prose_language
from timeline.names import typed
from timeline.temporal import tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.extract.article import Article
    from timeline.extract.languages.language import ProseLanguage
    from timeline.temporal import Timex

_SIC = r"\(sic\) ?"
_GAP = "\u00ad+|(?<=\\s)\\s+"

_SENTENCE_START = re.compile(r"(?:^|[.!?…]['\"»”)]*\s+|[«“]\s*)$")


class _Patterns(NamedTuple):
    """What is looked for around dates and between words, in one language.

    leading: what stands before a date and goes with it.
    of: after which a date says of the noun before it which one.
    bounds: what makes of a date a bound of another.
    lasting: what makes of a length of time a date.
    idle: what says nothing of who did what and leads the parser astray.
    misread: words that the model does not know.
    """

    leading: re.Pattern[str]
    of: re.Pattern[str]
    bounds: tuple[tuple[str, re.Pattern[str]], ...]
    lasting: re.Pattern[str]
    idle: re.Pattern[str]
    misread: re.Pattern[str]


@lru_cache
def _patterns(language: ProseLanguage) -> _Patterns:
    dates = language.dates
    return _Patterns(
        leading=_compiled(rf"(?:(?<![\w'])(?:{'|'.join(dates.leading)})\s*)+$"),
        of=_compiled(rf"(?:^|\s)(?:{'|'.join(dates.of)})\b"),
        bounds=(
            ("before", _compiled(rf"\b(?:{'|'.join(dates.before)})\b")),
            ("by", _compiled(rf"\b(?:{'|'.join(dates.by)})\b")),
            ("after", _compiled(rf"\b(?:{'|'.join(dates.after)})\b")),
        ),
        lasting=_compiled(rf"(?:{'|'.join(dates.lasting)})\s+(?:{'|'.join(dates.articles)})?\s*$"),
        idle=re.compile("|".join(filter(None, (_GAP, _SIC, language.idle)))),
        misread=re.compile(rf"\b(?:{'|'.join(language.misread) or '(?!)'})\b"),
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


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

    def offset(self, at: int) -> int:
        """Where in the article a character of the masked text stands."""
        piece = bisect_right(self.kept, at) - 1
        return self.origin[piece] + at - self.kept[piece]


def masked_paragraphs(article: Article) -> Iterator[Masked]:
    """Yield the paragraphs of an article's prose as the parsers read them."""
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
        yield _mask(plain, start, end, timexes[first:last], marks, prose_language(article.language))
        first = last


def _mask(
    plain: str,
    start: int,
    end: int,
    timexes: list[Timex],
    markup: list[tuple[int, int]],
    language: ProseLanguage,
) -> Masked:
    patterns = _patterns(language)
    dates = [cut for timex in timexes if (cut := _cut(plain, start, end, timex, language))]
    gaps = (gap.span() for gap in patterns.idle.finditer(plain, start, end))
    cuts: list[tuple[int, int, Cut | None]] = [(cut.start, cut.end, cut) for cut in dates]
    cuts += [(low, high, None) for low, high in (*gaps, *markup)]
    masked = _without(plain, start, end, sorted(cuts, key=lambda one: one[:2]))
    text = patterns.misread.sub(
        lambda match: language.misread[match[0]].ljust(len(match[0])), masked.text
    )
    return masked._replace(text=text)


def _without(plain: str, start: int, end: int, cuts: list[tuple[int, int, Cut | None]]) -> Masked:
    """Take cuts out of a passage; a sentence that began with a date begins with a capital again."""
    pieces: list[str] = []
    kept, origin = [0], [start]
    marks: list[tuple[Cut, int]] = []
    at, size = start, 0
    for low, high, cut in cuts:
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
    return Masked(start, end, "".join(pieces), kept, origin, marks)


def _cut(plain: str, start: int, end: int, timex: Timex, language: ProseLanguage) -> Cut | None:
    """Return what to take out for an expression of time: with its preposition, and with the commas
    around it.
    """
    patterns = _patterns(language)
    before = plain[start : timex.start]
    if timex.type == "DURATION" and not patterns.lasting.search(before):
        return None
    if timex.value.endswith("_REF") or timex.type == "SET":
        return None
    lead = patterns.leading.search(before)
    words = lead[0] if lead else ""
    low, high = timex.start - len(words), timex.end
    attributive = bool(patterns.of.match(words))
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
    bound = next((name for name, pattern in patterns.bounds if pattern.search(words)), "")
    return Cut(low, high, timex, attributive, bound)
