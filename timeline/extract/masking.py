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
    from collections.abc import Iterator, Mapping, Sequence

    from timeline.extract.article import Article
    from timeline.extract.languages.language import ProseLanguage
    from timeline.extract.trees import Neighbour
    from timeline.temporal import Timex

_SIC = r"\(sic\) ?"
_GAP = "\u00ad+|(?<=\\s)\\s+"

_NEAR = 8  # characters before a place, enough to see whether a sentence begins there
_DAY_ALONE = re.compile(r"\d\d?(?:st|nd|rd|th)|[^\W\d]+")
_OWNED = re.compile(r"['’]s\s+(?=\w)")
_DOUBLE = (("“", "”"), ("«", "»"))
_LONGEST = 1200  # characters of a quotation in single marks
# A quotation in single marks: straight ones only where a mark ends its words, since they are
# apostrophes too.
_SINGLE = re.compile(
    rf"(?<![\w'’])(?:‘(?=\w)[^\n‘“”«»\"]{{1,{_LONGEST}}}?’"
    rf"|'(?=\w)[^\n“”«»\"]{{2,{_LONGEST}}}?[.,!?…]')(?![\w'’])"
)
_SENTENCE_START = re.compile(r"(?:^|[.!?…]['\"»”)]*\s+|[«“]\s*)$")


class _Patterns(NamedTuple):
    """What is looked for around dates and between words, in one language.

    leading: what stands before a date and goes with it.
    of: after which a date says of the noun before it which one.
    bounds: what makes of a date a bound of another.
    lasting: what makes of a length of time a date.
    beside: what stands before a date that says of the noun behind it which one.
    idle: what says nothing of who did what and leads the parser astray.
    misread: words that the model does not know.
    """

    leading: re.Pattern[str]
    of: re.Pattern[str]
    bounds: tuple[tuple[str, re.Pattern[str]], ...]
    lasting: re.Pattern[str]
    beside: re.Pattern[str]
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
        beside=_compiled(rf"\b(?:{'|'.join(dates.beside) or '(?!)'})\s+$"),
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
    noun: Neighbour
    bound: str


class Masked(NamedTuple):
    """A paragraph as the parser reads it: `kept[i]` is where in it the i-th kept piece begins,
    `origin[i]` where that piece begins in the article; `marks` tells where dates were taken out;
    `widths` how long in the article the words are that stand for others, by where they begin."""

    start: int
    end: int
    text: str
    kept: list[int]
    origin: list[int]
    marks: list[tuple[Cut, int]]
    widths: Mapping[int, int]

    def offset(self, at: int) -> int:
        """Where in the article a character of the masked text stands."""
        piece = bisect_right(self.kept, at) - 1
        return self.origin[piece] + at - self.kept[piece]


def masked_paragraphs(article: Article) -> Iterator[Masked]:
    """Yield the paragraphs of an article's prose as the parsers read them, then what its heading
    tells.
    """
    timexes = sorted(_timexes(article), key=lambda timex: timex.start)
    plain = typed(_doubled(article.text))
    first = 0
    lead = article.lead()
    for start, end in (*article.prose, *([lead] if lead else [])):
        if (start, end) == lead:
            first = 0
        while first < len(timexes) and timexes[first].start < start:
            first += 1
        last = first
        while last < len(timexes) and timexes[last].end <= end:
            last += 1
        marks = [span for span in article.markup if start <= span[0] and span[1] <= end]
        yield _mask(plain, start, end, timexes[first:last], marks, prose_language(article.language))
        first = last


def _doubled(text: str) -> str:
    """A text with double marks for the single ones that stand around a quotation of their own: ‘We
    won,’ he said.
    """
    letters = list(text)
    for found in _SINGLE.finditer(text):
        line = text[text.rfind("\n", 0, found.start()) + 1 : found.start()]
        within = any(line.count(first) > line.count(last) for first, last in _DOUBLE)
        if not within and line.count('"') % 2 == 0:
            letters[found.start()], letters[found.end() - 1] = _DOUBLE[0]
    return "".join(letters)


def _timexes(article: Article) -> Iterator[Timex]:
    """The expressions of time; those of a letter depend on the day on which it was sent."""
    code = article.language
    for timex in tag(article.text, language=code, published=article.published):
        if not article.letters_at(timex.start):
            yield timex
    for letter in article.letters:
        inside = article.shown((letter.start, letter.end))
        for timex in tag(inside, language=code, published=letter.sent):
            start = letter.start + timex.start
            if article.letters_at(start)[-1] is letter:
                # No rule: a better date of the text that quotes it would not change it.
                yield timex._replace(start=start, end=letter.start + timex.end, relative=None)


def _mask(
    plain: str,
    start: int,
    end: int,
    timexes: list[Timex],
    markup: list[tuple[int, int]],
    language: ProseLanguage,
) -> Masked:
    patterns = _patterns(language)
    dates: list[Cut] = []
    for timex in timexes:
        cut = _cut(plain, start, end, timex, language)
        if cut is not None:
            dates.append(_with_comma(plain, start, end, cut, dates))
    gaps = (gap.span() for gap in patterns.idle.finditer(plain, start, end))
    cuts: list[tuple[int, int, Cut | None]] = [(cut.start, cut.end, cut) for cut in dates]
    cuts += [(low, high, None) for low, high in (*gaps, *markup)]
    masked = _without(plain, start, end, sorted(cuts, key=lambda one: one[:2]))
    text = patterns.misread.sub(
        lambda match: language.misread[match[0]].ljust(len(match[0])), masked.text
    )
    widths = {word.start(): len(word[0]) for word in patterns.misread.finditer(masked.text)}
    return masked._replace(text=text, widths=widths)


def _without(plain: str, start: int, end: int, cuts: list[tuple[int, int, Cut | None]]) -> Masked:
    """Take cuts out of a passage; a sentence that began with a date begins with a capital again."""
    text = ""
    kept, origin = [0], [start]
    marks: list[tuple[Cut, int]] = []
    at, opening = start, False
    for low, high, cut in (*cuts, (end, end, None)):
        if low > at:
            piece = plain[at:low]
            if opening:
                piece = piece.lstrip()
                at = low - len(piece)
                piece = _capital(piece[:1]) + piece[1:]
            kept.append(len(text))
            origin.append(at)
            text += piece
            opening = opening and not piece
        if cut is not None:
            marks.append((cut, len(text)))
            opening = opening or _SENTENCE_START.search(text, max(0, len(text) - _NEAR)) is not None
        at = max(at, high)
    return Masked(start, end, text, kept, origin, marks, {})


def _capital(letter: str) -> str:
    """A letter as a capital of one character, so that offsets stay."""
    capital = letter.upper()
    return capital if len(capital) == len(letter) else letter


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
    inside = _before_noun(plain, before, end, timex, patterns)
    if inside is not None:
        return inside
    lead = patterns.leading.search(before)
    words = lead[0] if lead else ""
    low, high = timex.start - len(words), timex.end - _full_stop(plain, timex, end)
    noun: Neighbour = "left" if patterns.of.match(words) else ""
    left, right = plain[start:low].rstrip(), plain[high:end].lstrip()
    to_left, to_right = start + len(left), end - len(right)
    if left.endswith("(") and right.startswith(")"):
        low, high, noun = to_left - 1, to_right + 1, "left"
    elif left.endswith(",") and right.startswith(","):
        low, high, noun = to_left - 1, to_right + 1, ""
    elif right[:1] in (",", ":") and (not left or _SENTENCE_START.search(plain, start, low)):
        high, noun = end - len(right[1:].lstrip()), ""
    elif left.endswith(",") and right[:1] in ".;!?":
        low, high, noun = to_left - 1, to_right, ""
    elif right[:1] in ("", ".", ",", ";", "!", "?", ")", ":"):
        low = low if _abbreviated(left) else to_left
    else:
        high = to_right
    bound = next((name for name, pattern in patterns.bounds if pattern.search(words)), "")
    return Cut(low, high, timex, noun, bound)


def _with_comma(plain: str, start: int, end: int, cut: Cut, before: Sequence[Cut]) -> Cut:
    """Return what to take out for a date right behind another at the head of a sentence: with the
    comma behind it too, "At 10 p.m. on Monday, X".
    """
    right = plain[cut.end : end].lstrip()
    if not before or right[:1] != "," or plain[before[-1].end : cut.start].strip():
        return cut
    left = f"{plain[start : before[-1].start].rstrip()} "
    heads = left == " " or _SENTENCE_START.search(left) is not None
    return cut._replace(end=end - len(right[1:].lstrip())) if heads else cut


def _before_noun(
    plain: str, before: str, end: int, timex: Timex, patterns: _Patterns
) -> Cut | None:
    """Return what to take out for a date that says of the noun behind it which one, "the 1987
    constitution", "before Tuesday's releases": that alone; None if it says so of none.
    """
    behind = plain[timex.end : end]
    owned = _OWNED.match(behind)
    if owned is not None:
        return Cut(timex.start, timex.end + owned.end(), timex, "right", "")
    noun = behind.lstrip()
    beside = patterns.beside.search(before) and not _is_day_alone(timex)
    if not beside or noun == behind or not noun[:1].isalpha():
        return None
    return Cut(timex.start, end - len(noun), timex, "", "")


def _is_day_alone(timex: Timex) -> bool:
    """Whether only a number or a day of the week is said, behind which a clause may stand: "the
    Monday she left".
    """
    feast = timex.relative is not None and timex.relative.name.startswith("--")
    return _DAY_ALONE.fullmatch(timex.text) is not None and (timex.text[0].isdigit() or not feast)


def _abbreviated(left: str) -> bool:
    """Whether what stands before a date may take the stop behind it for its own: "S.A. lundi."."""
    word = left.rpartition(" ")[2]
    return word.endswith(".") or word[:1].isupper()


def _full_stop(plain: str, timex: Timex, end: int) -> int:
    """Count the full stop at the end of an abbreviated date that also ends its sentence."""
    behind = plain[timex.end : min(end, timex.end + 3)].lstrip()
    return int(timex.text.endswith(".") and behind[:1].isupper())
