"""A news article, from its bytes: its text, which parts of it are prose, and what it says of
itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePath
from typing import NamedTuple

from timeline import records as r
from timeline.dates import Date, parse
from timeline.dates.calendar import DAY
from timeline.encoding import decode_text
from timeline.errors import DataError
from timeline.extract.header import (
    Metadata,
    dateline,
    front_matter,
    is_credit,
    paywall,
    read_header,
)
from timeline.extract.languages import LANGUAGES, prose_language, unread
from timeline.extract.letters import Letter, letters_in
from timeline.extract.page import is_page, read_page
from timeline.extract.paragraphs import (
    Block,
    Span,
    has_words,
    is_heading,
    markdown_blocks,
    marks_of_quotation,
    markup,
    paragraphs,
    plain_blocks,
)
from timeline.temporal.guess import guess_language

_MARKDOWN = (".md", ".markdown")
_HTML = (".html", ".htm", ".xhtml")
SUFFIXES = (".txt", *_MARKDOWN, *_HTML)
MAX_PARAGRAPH = 100_000  # characters; spaCy takes 1,000,000 at once, and its memory grows with them
_UNDETERMINED = "und"
_LONG = 4  # letters of the words of a heading that tell how it is written
_LIKE_NAMES = 0.7  # the share of those with a capital, above which it is written like a name
_TOPIC = 4  # words of what stands before the colon of a heading
_QUOTES = ("«", "“", '"', "'", "‘")
_ABOVE = 6  # lines of a title that may stand right above its header


class Article(NamedTuple):
    """An article to read claims from. All offsets are in characters of its text, all spans
    half-open and in order.

    key: the name of its source: the stem of its file's name.
    text: the text; of a plain or Markdown file every character as it is.
    language: a key of `LANGUAGES`.
    published: as exact as it is known: of one that was changed on a later day it may be any day
        from the one to the other; `changed`: how many days later, if it says so.
    missing: None if the text is whole; else how many percent of the article are not in it, 0 if
        nothing says how many.
    prose: the paragraphs that may hold claims.
    headings: the headings, the title among them if it stands in the text.
    markup: what within prose and headings is no word: Markdown's marks, targets of links, code,
        marks of quotation.
    letters: what others wrote that stands in it, the outer ones first.
    """

    key: str
    text: str
    language: str
    published: Date | None
    title: str | None
    author: str | None
    publisher: str | None
    url: str | None
    prose: tuple[Span, ...]
    headings: tuple[Span, ...]
    markup: tuple[Span, ...] = ()
    letters: tuple[Letter, ...] = ()
    changed: int = 0
    missing: float | None = None

    def lead(self) -> Span | None:
        """What the heading above the prose tells, without the place or topic before its colon:
        "Mali : des citoyens manifestent"; None if there is none, it quotes somebody, or its words
        are written like names: "Police Arrest Two Men".
        """
        start, end = self.headings[0] if self.headings else (0, 0)
        if not self.headings or start > self.prose[0][0]:
            return None
        topic, colon, told = self.shown((start, end)).partition(":")
        words = [word for word in (told or topic).split() if len(word) >= _LONG]
        if sum(word[0].isupper() for word in words) > _LIKE_NAMES * len(words):
            return None
        if not colon:
            return start, end
        if len(topic.split()) > _TOPIC or told.strip()[:1] in _QUOTES:
            return None
        return end - len(told.lstrip()), end

    def letters_at(self, start: int) -> list[Letter]:
        """The letters in which an offset stands, the outer ones first."""
        return [one for one in self.letters if one.start <= start < one.end]

    def shown(self, span: Span) -> str:
        """What a span says: its characters, with spaces in place of markup, so that offsets within
        it stay.
        """
        start, end = span
        found, done = [], start
        for a, b in self.markup:
            if start <= a and b <= end:
                found += [self.text[done:a], " " * (b - a)]
                done = b
        return "".join([*found, self.text[done:end]])


def header_records(article: Article, extractor: str) -> tuple[r.Collection, r.Source]:
    """Give the records that say which article it is, as a machine of that name states them."""
    key = article.key
    source = r.Source(
        key=key,
        collection=key,
        title=article.title,
        publisher=article.publisher,
        author=article.author,
        url=article.url,
        language=article.language,
        published=article.published,
        partial=article.missing is not None,
        text=article.text,
        extractor=extractor,
    )
    return r.Collection(key=key, collection=key), source


def is_article(name: str) -> bool:
    """Whether a file of this name is read as an article."""
    return name.lower().endswith(SUFFIXES)


def read_article(
    name: str,
    content: bytes,
    *,
    published: Date | None,
    language: str | None,
    any_language: bool = False,
) -> Article:
    """Read an article: plain text, Markdown with or without front matter, or HTML.

    Args:
        name: the name of its file, which tells the format; `-` for a pipe.
        content: its bytes, in UTF-8 (HTML: in what it says).
        published: its date of publication if it is known better than the text says it.
        language: a key of `LANGUAGES`; None takes what it says, else guesses it.
        any_language: whether it may be in another language as well, or in nobody knows which
            (`und`, as ISO 639-2 has it), since something else is to read its claims.

    Raises:
        DataError: it can't be read, holds no prose, is in no language that is known, or is dated
            in the future.
        UsageError: articles are not read in its language; or it is HTML, and the library that
            reads HTML is not installed.
    """
    if not content.strip(b" \t\r\n\f\v\xef\xbb\xbf"):
        raise DataError("article-empty")
    lowered, given = name.lower(), language
    language = language if language in LANGUAGES or not any_language else None
    is_markdown = lowered.endswith(_MARKDOWN)
    if lowered.endswith(_HTML) or (not is_article(name) and is_page(content)):
        text, blocks, said = read_page(content)
        front = Metadata()
    else:
        text, said = decode_text(content), Metadata()
        front, start = front_matter(text, language)
        blocks = list((markdown_blocks if is_markdown else plain_blocks)(text, start))
    _refuse_long(text, blocks)
    guessed = _language(text, blocks, language, front.language or said.language)
    blocks, letters = letters_in(text, blocks, guessed)
    found = _sorted_out(text, blocks, guessed)
    if not found.prose:
        raise DataError("no-sentence")
    metadata = front.over(found.metadata)
    known = metadata.language if language is None and metadata.language in LANGUAGES else guessed
    metadata = metadata.over(said)
    if any_language:
        known = given or metadata.language or known or _UNDETERMINED
    elif known is None:
        raise DataError("no-known-language")
    elif given is None and known not in LANGUAGES:
        raise DataError(unread(known), language=known, known=tuple(LANGUAGES))
    else:
        known = prose_language(known).code
    changed = 0 if published is not None else _changed(metadata)
    return Article(
        key_of(name), text, known, _published(published, metadata),
        metadata.title or found.title(text),
        metadata.author, metadata.publisher, metadata.url, tuple(found.prose),
        tuple(found.headings), tuple(_markup(text, found, is_markdown=is_markdown)),
        tuple(letters), changed, metadata.missing,
    )  # fmt: skip


def key_of(name: str) -> str:
    """The key of the source that a file is: `report.fr` for `Report.fr.txt`, `stdin` for a pipe."""
    base = PurePath(name).name
    if base in ("-", "", "<stdin>"):
        return "stdin"
    stem = base[: base.rindex(".")] if is_article(base) else base
    key = re.sub(r"[^\w.]+", "-", unicodedata.normalize("NFC", stem)).strip("-.").lower()
    return key or "article"


def _refuse_long(text: str, blocks: list[Block]) -> None:
    for block in blocks:
        for start, end in paragraphs(text, block):
            if end - start > MAX_PARAGRAPH:
                raise DataError(
                    "paragraph-too-long",
                    at=text.count("\n", 0, start) + 1,
                    length=end - start,
                    most=MAX_PARAGRAPH,
                )


def _language(
    text: str, blocks: list[Block], given: str | None, declared: str | None
) -> str | None:
    """The language given, else the one declared unless the words are clearly of the other one."""
    if given is not None:
        return given
    words = "\n".join(text[block.lines[0][0] : block.lines[-1][1]] for block in blocks)
    guessed = guess_language(words)
    return guessed if guessed or declared not in LANGUAGES else declared


class _Sorted:
    """The spans of a text by what they are, as they are found."""

    def __init__(self) -> None:
        self.prose: list[Span] = []
        self.headings: list[Span] = []
        self.metadata = Metadata()

    def title(self, text: str) -> str | None:
        """The first heading above prose."""
        for start, end in self.headings:
            if self.prose and start < self.prose[-1][0]:
                return " ".join(text[start:end].split())
        return None


def _sorted_out(text: str, blocks: list[Block], language: str | None) -> _Sorted:
    found = _Sorted()
    for block in blocks:
        rest = block if found.prose else _without_header(text, block, found, language)
        for span in paragraphs(text, rest) if rest.lines else ():
            _sort(text, span, block, found)
    if not found.prose and found.headings:  # a sentence without its full stop
        found.prose, found.headings = found.headings, []
    for number, (start, end) in enumerate(found.prose):
        line, begin = dateline(text, start, language)
        # Further down a date may head what it dates; what an agency adds has but a place.
        added = line.publisher is not None and line.published is None
        if has_words(text, (begin, end)) and (number == 0 or added):
            found.prose[number] = (begin, end)
            found.metadata = found.metadata if number else found.metadata.over(line)
    return found


def _sort(text: str, span: Span, block: Block, found: _Sorted) -> None:
    start, end = span
    if not has_words(text, span) or is_credit(text[start:end]):
        return
    missing = paywall(text[start:end])
    if missing is not None:
        found.metadata = found.metadata.over(Metadata(missing=missing))
    elif block.kind == "heading" or (block.kind == "text" and is_heading(text, span)):
        found.headings.append(span)
    else:
        found.prose.append(span)


def _without_header(text: str, block: Block, found: _Sorted, language: str | None) -> Block:
    """Take the lines of a header off a block, with the lines of a title above them."""
    lines = block.lines
    words = [text[start:end] for start, end in lines]
    for above in range(min(len(lines), _ABOVE) if block.kind == "text" else 0):
        metadata, count = read_header(words[above:], language)
        if count:
            found.headings += [line for line in lines[:above] if has_words(text, line)]
            found.metadata = found.metadata.over(metadata)
            return _without_header(
                text, block._replace(lines=lines[above + count :]), found, language
            )
        if not is_heading(text, lines[above]):
            break
    return block


def _markup(text: str, found: _Sorted, *, is_markdown: bool) -> Iterator[Span]:
    marks = markup if is_markdown else marks_of_quotation
    for start, end in sorted(found.prose + found.headings):
        yield from marks(text, start, end)


def _published(given: Date | None, metadata: Metadata) -> Date | None:
    date = given if given is not None else _of_text(metadata)
    if date is None and metadata.problem is not None:
        raise DataError("published-unread", why=metadata.problem)
    if date is not None and date.earliest is not None and date.earliest >= _after_tomorrow():
        raise DataError("published-in-future", date=str(date))
    return date


def _of_text(metadata: Metadata) -> Date | None:
    """When a text was published as it is: of one that was changed later, no single day."""
    first, last = metadata.published, metadata.modified
    return parse(f"[{first}..{last}]") if _changed(metadata) else first


def _changed(metadata: Metadata) -> int:
    """How many days after its publication a text was changed last, as far as it says."""
    first, last = metadata.published, metadata.modified
    if first is None or last is None or first.latest is None or last.latest is None:
        return 0
    return max(0, last.latest - first.latest) // DAY


def _after_tomorrow() -> int:
    from datetime import datetime

    today = parse(datetime.now().astimezone().date().isoformat())
    assert today.latest is not None
    return today.latest + DAY
