"""An article from a web page: its text without what surrounds it, and what the page says of
itself.
"""

from __future__ import annotations

import codecs
import logging
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from timeline.dates import Date, parse
from timeline.encoding import decode_text
from timeline.errors import DataError, DateError, UsageError
from timeline.extract.header import Metadata, paywall, without_byline
from timeline.extract.paragraphs import Block, ParagraphKind

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,80}encoding=[\"']([\w.-]{1,40})",
    re.IGNORECASE,
)
_XML = re.compile(r"\ufeff?\s*<\?xml[^>]{0,200}\?>")
_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_BLOCKS: dict[str, ParagraphKind] = {
    "head": "heading", "p": "text", "item": "item", "quote": "text", "div": "text", "list": "text",
    "ab": "text",
    "cell": "item", "row": "item", "table": "item", "body": "text", "lb": "text",
}  # fmt: skip
_ELEMENTS: dict[str, ParagraphKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "p": "text",
    "li": "item",
}
_MOST = 0.8  # of the characters of a text that was taken apart must be in its blocks
_LEFT_OUT = frozenset({"graphic", "figure", "code"})
_OPTIONS: Mapping[str, Any] = {
    "with_metadata": True,
    "include_comments": False,
    "include_tables": False,
    "date_extraction_params": {"original_date": True, "extensive_search": False},
}
_DEEPEST = 200
# What a page calls the day of its last change (Open Graph, schema.org, Dublin Core).
_CHANGED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified")
_CHANGED_IN_JSON = re.compile(r'"dateModified"\s*:\s*"([^"]{10,40})"')
# schema.org writes it as a word or a value, https://schema.org/isAccessibleForFree
_PAID_IN_JSON = re.compile(
    r'"isAccessibleForFree"\s*:\s*"?(?:https?://schema\.org/)?false\b', re.IGNORECASE
)


class WebPage(NamedTuple):
    """The text of a page, its blocks and its metadata."""

    text: str
    blocks: list[Block]
    metadata: Metadata


def is_page(content: bytes) -> bool:
    """Whether bytes begin as HTML does."""
    return _MARKUP.match(content.removeprefix(codecs.BOM_UTF8)[:4096]) is not None


def read_page(content: bytes) -> WebPage:
    """Read the main text of a page in HTML: a line for each heading and paragraph, with blank lines
    between.

    Raises:
        DataError: it has no text, or is not in the encoding that it says.
        UsageError: trafilatura is not there.
    """
    try:
        import trafilatura
    except ImportError:
        raise UsageError("page-reader-missing") from None
    for name in ("trafilatura", "htmldate"):  # what they make of a page is no news for the terminal
        logging.getLogger(name).addHandler(logging.NullHandler())
    html = _XML.sub("", _decoded(content), count=1)
    tree = trafilatura.load_html(html)
    # What reads the text takes the page apart.
    modified, missing = (None, None) if tree is None else (_modified(tree), _paid(tree))
    if tree is None:  # a part of a page
        tree = trafilatura.load_html(f"<html><body><div>{html}</div></body></html>")
    found: Any = None if tree is None else trafilatura.bare_extraction(tree, **_OPTIONS)
    lines = list(_lines(found.body)) if found is not None else []
    if tree is not None and not lines:
        lines = list(_lines(trafilatura.baseline(tree)[0]))
    if len(lines) == 1:
        lines = _apart(tree, lines[0][1]) or lines
    if not lines:
        raise DataError("page-without-text")
    cut = {line: share for _, line in lines if (share := paywall(line)) is not None}
    lines = [(kind, line) for kind, line in lines if line not in cut]
    said = found if found is not None else trafilatura.extract_metadata(tree)
    title = _line(said.title)
    if title and not any(line == title for _, line in lines[:3]):
        lines.insert(0, ("heading", title))
    missing = max(cut.values(), default=missing)
    metadata = _metadata(said, tree)._replace(modified=modified, missing=missing)
    return WebPage(*_composed(lines), metadata)


def _metadata(said: Any, tree: Any) -> Metadata:
    """What trafilatura found that a page says of itself."""
    return Metadata(
        published=parse(said.date) if said.date else None,
        title=_line(said.title) or None,
        author=without_byline(_line(said.author)),
        publisher=_line(said.sitename) or None,
        url=_line(said.url) or None,
        language=_language(tree),
    )


def _modified(tree: Any) -> Date | None:
    """The day on which a page says that it was changed last."""
    names = ("property", "name", "itemprop")
    said = [
        meta.get("content") or ""
        for meta in tree.iter("meta")
        if any((meta.get(name) or "").lower() in _CHANGED for name in names)
    ]
    for text in [*said, *_CHANGED_IN_JSON.findall(_structured(tree))]:
        try:
            return parse(text[: len("2024-11-12")])
        except DateError:
            continue
    return None


def _paid(tree: Any) -> float | None:
    """What is missing of a page that says that not all of it is free: nobody knows how much."""
    return 0.0 if _PAID_IN_JSON.search(_structured(tree)) else None


def _structured(tree: Any) -> str:
    """The JSON-LD in a page."""
    scripts = (one for one in tree.iter("script") if one.text)
    return "\n".join(
        one.text for one in scripts if (one.get("type") or "").lower() == "application/ld+json"
    )


def _decoded(content: bytes) -> str:
    """The text in the encoding that the page says, else in UTF-8."""
    match = _CHARSET.search(content[:4096])
    name = (match[1] or match[2]).decode("ascii") if match else "utf-8"
    try:
        known = codecs.lookup(name).name
    except LookupError:
        raise DataError("encoding-unknown", name=name) from None
    # A BOM beats what the page says, which can't be UTF-16 if it was found in ASCII (WHATWG, HTML,
    # 13.2.3).
    if known.startswith(("utf", "ascii")) or content.startswith(
        (codecs.BOM_UTF8, codecs.BOM_UTF16_LE)
    ):
        return decode_text(content)
    if known in ("iso8859-1", "latin-1"):
        known = "cp1252"  # as every browser does (WHATWG, Encoding, section 4.2)
    try:
        return content.decode(known)
    except (UnicodeDecodeError, LookupError, ValueError):
        raise DataError("encoding-wrong", name=name) from None


def _language(tree: Any) -> str | None:
    language = (
        tree.get("lang")
        or tree.get("xml:lang")
        or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    )
    return re.split("[-_]", language.strip().lower(), maxsplit=1)[0] or None if language else None


def _lines(body: Any) -> Iterator[tuple[ParagraphKind, str]]:
    """The headings, paragraphs and items of trafilatura's tree, each as one line."""
    words: list[str] = []
    current: ParagraphKind = "text"
    for kind, piece in _pieces(body, "text", 0):
        if piece is not None:
            words.append(piece)
            continue
        if line := _line("".join(words)):
            yield current, line
        words, current = [], kind
    if line := _line("".join(words)):
        yield current, line


def _pieces(
    element: Any, kind: ParagraphKind, depth: int
) -> Iterator[tuple[ParagraphKind, str | None]]:
    """Walk the tree: pieces of text, and None where a block of a kind begins."""
    if not isinstance(element.tag, str) or element.tag in _LEFT_OUT or depth > _DEEPEST:
        return
    block = _BLOCKS.get(element.tag)
    inner = kind if block is None or (block == "text" and kind != "text") else block
    if block:
        yield inner, None
    yield inner, element.text or ""
    for child in element:
        yield from _pieces(child, inner, depth + 1)
        yield inner, child.tail or ""
    if block:
        yield kind, None


def _apart(tree: Any, glued: str) -> list[tuple[ParagraphKind, str]]:
    """The headings and paragraphs that trafilatura joined to one, as it does on small pages; none
    if it did not.
    """
    elements = ((element.tag, _line(element.text_content())) for element in tree.iter(*_ELEMENTS))
    found = [(_ELEMENTS[tag], line) for tag, line in elements if line and line in glued]
    return found if sum(len(line) for _, line in found) >= _MOST * len(glued) else []


def _composed(lines: list[tuple[ParagraphKind, str]]) -> tuple[str, list[Block]]:
    blocks, offset = list[Block](), 0
    for kind, line in lines:
        blocks.append(Block(kind, [(offset, offset + len(line))]))
        offset += len(line) + 2
    return "\n\n".join(line for _, line in lines), blocks


def _line(text: str | None) -> str:
    """One line; a no-break space stays what it is."""
    return re.sub(r"[ \t\r\n\f\v]+", " ", text or "").strip(" \u00a0")
