"""The blocks of a text: its paragraphs, what in them is no word, and which are headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

Span: TypeAlias = tuple[int, int]
ParagraphKind: TypeAlias = Literal["text", "item", "heading"]

_BLANK = "".join(c for c in map(chr, range(0x3001)) if c.isspace()) + "\u200b\u2060\ufeff"
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_WIDE = 160  # characters; nobody wraps lines so wide, so each of them is a paragraph
_HEADING = 150  # characters of the longest heading
_CLOSING = "»”’\"')]*_~ \u00a0\u202f"
_ENDS = tuple(".!…:;,")
_BULLET = re.compile(r"[ \t]*(?:[-*+•‣–—]|\d{1,3}[.)])[ \t\u00a0]+(?=\S)")
_CONTENT = re.compile(r"[^\W_]")

# Who sells the picture that a line is the caption of, behind its last sentence.
_CREDIT = re.compile(
    r"(?<=[.!?»”])[ \t\u00a0]+(?:AFP|AP|Belga|DR|EPA|Getty(?:[ \t]Images)?|Keystone|MAXPPP|Reuters"
    r"|REUTERS|Shutterstock|S(?:ipa|IPA)(?:[ \t]Press)?)(?:[ \t]?/[ \t]?[\w .'’-]{2,40})?$"
)
_AHEAD = 20  # characters in which the next line begins

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ATX = re.compile(r" {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_BREAK = re.compile(r" {0,3}(?:[-*_][ \t]*){3,}$")
_QUOTED = re.compile(r" {0,3}>[ \t]?")
_QUOTED_LINE = re.compile(r"(?<=[\r\n])(?:>[ \t]?)+[ \t]*")
_REPLY = re.compile(r"(?:>[ \t]?)+[ \t]*")
_TAG = re.compile(r" {0,3}<(?:!--|/?[A-Za-z])")
_AUTOLINK = re.compile(r" {0,3}<[a-z]+:", re.IGNORECASE)
# A table's row, the target of a link or a note, a picture that stands alone, a bare address.
_LEFT_OUT = re.compile(
    r" {0,3}(?:\||\[[^\]]{1,200}\]:|\[?!\[[^\]]{0,500}\]\(\S*\)\S*$|<?https?://\S+$)"
)
_MARKUP = re.compile(
    r"!\[[^\]]{0,500}\](?:\([^()\n]{0,2000}\)|\[[^\]]{0,200}\])"  # a picture
    r"|\[\^[^\]]{1,50}\]"  # the mark of a note
    r"|\[(?=[^\[\]]{1,1000}\][(\[])"  # a link: its bracket, and its target after the words
    r"|\](?:\((?:[^()\n]|\([^()\n]{0,200}\)){0,2000}\)|\[[^\]]{0,200}\])"
    r"|(?<!`)(`+)(?!`)[^`]{1,2000}\1(?!`)"  # code
    r"|</?[A-Za-z][^<>]{0,500}>"  # a tag or an address
    r"|\\(?=[!-/:-@\[-`{-~])"
    r"|\*+|~~|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)"
    r"|(?<=[\r\n]) {0,3}>[ \t]?"
)


class Block(NamedTuple):
    """Lines that stand together, each without the blanks at its ends.

    kind: what their notation says they are; `text` may still turn out to be a heading.
    whole: whether they are one paragraph, wherever the lines end.
    depth: how many marks of quotation (`>`) stood before each line; they are none of its words.
    """

    kind: ParagraphKind
    lines: list[Span]
    whole: bool = True
    depth: int = 0


def plain_blocks(text: str, start: int = 0) -> Iterator[Block]:
    """Yield the blocks of a plain text: its lines between blank lines.

    An item of a list is a block of its own.
    """
    lines: list[Span] = []
    kind: ParagraphKind = "text"
    depth = 0
    for whole_line in _lines(text, start):
        uncredited = _without_credit(text, whole_line)
        line, quoted = _unquoted(text, *uncredited)
        bullet = _bullet(text, *line, inside=bool(lines) and kind == "text")
        apart = kind == "item" and bool(lines) and _is_apart(text, lines[-1], line)
        if lines and (bullet or apart or quoted != depth or _is_blank(line)):
            yield Block(kind, lines, kind == "item", depth)
            lines, kind = [], "text"
        depth = quoted
        if bullet:
            kind, line = "item", (bullet.end(), line[1])
        if not _is_blank(line):
            lines.append(line)
        if lines and uncredited != whole_line:
            yield Block(kind, lines, kind == "item", depth)
            lines, kind = [], "text"
    if lines:
        yield Block(kind, lines, kind == "item", depth)


def _is_apart(text: str, item: Span, line: Span) -> bool:
    """Whether a line goes on with no item of a list: its first word, with a capital, would still
    have fitted.
    """
    words = text[slice(*line)].split(maxsplit=1)
    fits = bool(words) and item[1] - item[0] + 1 + len(words[0]) < line[1] - line[0]
    return fits and words[0][0].isupper() and text[item[1] - 1] not in ",;:-–"


def _without_credit(text: str, line: Span) -> Span:
    """A caption without who sells its picture, unless the next line goes on with a small letter."""
    credit = _CREDIT.search(text, *line)
    goes_on = text[line[1] : line[1] + _AHEAD].lstrip()[:1].islower()
    return line if credit is None or goes_on else (line[0], credit.start())


def markdown_blocks(text: str, start: int = 0) -> Iterator[Block]:
    """Yield the blocks of a Markdown text, without code, tables, pictures, HTML and the targets of
    links.
    """
    reader = _Markdown(text)
    for match in _LINE.finditer(text, start):
        yield from reader.take(*match.span(1))
    yield from reader.flush()


class _Markdown:
    """Reads Markdown line by line (CommonMark 0.31.2, section 4, as far as news articles go)."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: list[Span] = []
        self._kind: ParagraphKind = "text"
        self._fence = ""  # what closes the code that is open
        self._skipping = ""  # what ends what is left out: a blank line, or the end of a comment
        self._in_list = False

    def flush(self) -> Iterator[Block]:
        if self._lines:
            yield Block(self._kind, self._lines)
        self._lines, self._kind = [], "text"

    def take(self, start: int, end: int) -> Iterator[Block]:
        line = self._text[start:end]
        if self._is_left_out(line):
            yield from self.flush()
            return
        inner = _stripped(self._text, start, end)
        if _is_blank(inner) or _LEFT_OUT.match(line):
            yield from self.flush()
        elif self._lines and self._kind == "text" and _UNDERLINE.match(line):
            self._kind = "heading"
            yield from self.flush()
        elif _BREAK.match(line):
            yield from self.flush()
        elif heading := _ATX.match(line):
            yield from self.flush()
            inner = _stripped(self._text, start + heading.start(1), start + heading.end(1))
            self._lines, self._kind = [] if _is_blank(inner) else [inner], "heading"
            yield from self.flush()
        else:
            yield from self._words(start, end)

    def _words(self, start: int, end: int) -> Iterator[Block]:
        if bullet := _bullet(
            self._text, start, end, inside=bool(self._lines) and self._kind == "text"
        ):
            yield from self.flush()
            self._kind, self._in_list, start = "item", True, bullet.end()
        elif not self._lines:
            self._in_list = self._in_list and self._text[start] in " \t"
            if quoted := _QUOTED.match(self._text, start, end):
                start = quoted.end()
        inner = _stripped(self._text, start, end)
        if _is_blank(inner):
            yield from self.flush()
        else:
            self._lines.append(inner)

    def _is_left_out(self, line: str) -> bool:
        """Whether the line is code, or of a block of HTML."""
        if self._fence:
            if line.strip().startswith(self._fence) and not line.strip().strip(self._fence[0]):
                self._fence = ""
            return True
        if self._skipping:
            if (self._skipping == "-->" and "-->" in line) or (
                self._skipping == "blank" and not line.strip()
            ):
                self._skipping = ""
            return True
        if fence := _FENCE.match(line):
            self._fence = fence[1]
            return True
        if self._lines:
            return False
        if _TAG.match(line) and not _AUTOLINK.match(line):
            if "<!--" not in line[:8]:
                self._skipping = "blank"
            elif "-->" not in line:
                self._skipping = "-->"
            return True
        return line.startswith(("    ", "\t")) and not self._in_list and not _BULLET.match(line)


def markup(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield what in a paragraph of Markdown is no word of it: marks of emphasis, targets of links,
    code, tags.
    """
    return (match.span() for match in _MARKUP.finditer(text, start, end))


def marks_of_quotation(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the marks (`>`) before the lines of a paragraph that a letter quotes."""
    return (match.span() for match in _QUOTED_LINE.finditer(text, start, end))


def paragraphs(text: str, block: Block) -> Iterator[Span]:
    """Split a block into its paragraphs.

    Lines so long that nobody wraps them are a paragraph each. Shorter ones are wrapped, and a
    paragraph ends in a line that ends a sentence though the first word of the next one would still
    have fitted; so does a heading above its paragraph.
    """
    lines = block.lines
    if block.whole or len(lines) == 1:
        yield lines[0][0], lines[-1][1]
        return
    width = max(end - start for start, end in lines)
    first = lines[0][0]
    for number, (line, following) in enumerate(pairwise(lines)):
        if width > _WIDE or _ends_early(text, line, following, width, is_first=not number):
            yield first, line[1]
            first = following[0]
    yield first, lines[-1][1]


def _ends_early(text: str, line: Span, following: Span, width: int, *, is_first: bool) -> bool:
    words, length = text[slice(*following)], line[1] - line[0]
    if length + 1 + len(words.split(maxsplit=1)[0]) > width:
        return False
    if text[slice(*line)].rstrip(_CLOSING)[-1:] in (".", "!", "?", "…"):
        return True
    is_above = (
        is_first and length <= 0.6 * width and len(words) >= 0.7 * width and words[0].isupper()
    )
    return is_above and is_heading(text, line)


def is_heading(text: str, span: Span) -> bool:
    """Whether a paragraph is short and ends no sentence, or is one short question."""
    start, end = span
    if end - start > _HEADING:
        return False
    words = text[start:end].rstrip(_CLOSING)
    if words.endswith("?"):
        return "\n" not in words and not re.search(r"[.!?…][»”\"\s]", words[:-1].rstrip(_CLOSING))
    return words[-1:] not in _ENDS and words.count("\n") <= 1


def has_words(text: str, span: Span) -> bool:
    """Whether there is a letter or a digit in it."""
    return _CONTENT.search(text, *span) is not None


def _bullet(text: str, start: int, end: int, *, inside: bool) -> re.Match[str] | None:
    """The mark of an item; inside a paragraph, a number other than 1 only came to stand at a line's
    beginning.
    """
    found = _BULLET.match(text, start, end)
    mark = found[0].strip() if found else ""
    return None if inside and mark[:1].isdigit() and mark[:-1] != "1" else found


def _lines(text: str, start: int) -> Iterator[Span]:
    return (_stripped(text, *match.span(1)) for match in _LINE.finditer(text, start))


def _unquoted(text: str, start: int, end: int) -> tuple[Span, int]:
    """A line without its marks of quotation, and how many there were."""
    marks = _REPLY.match(text, start, end)
    if marks is None:
        return (start, end), 0
    return _stripped(text, marks.end(), end), marks[0].count(">")


def _is_blank(line: Span) -> bool:
    return line[0] >= line[1]


def _stripped(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    bare = line.lstrip(_BLANK)
    return end - len(bare), end - len(bare) + len(bare.rstrip(_BLANK))
