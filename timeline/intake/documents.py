"""Texts, and JSON Lines of documents, read for their temporal expressions."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from timeline.encoding import UnreadableError, decode_text, lines
from timeline.errors import DataError, Message, Problem, Where
from timeline.formats.foreign import HEAD, foreign_by_content
from timeline.intake.opened import MAX_TEXT, STDIN, opened, shown, whole
from timeline.intake.outcome import Notice
from timeline.temporal import Timex, tag
from timeline.temporal.documents import Document, read_document
from timeline.temporal.guess import guess_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from io import BufferedReader

    from timeline.dates import Date

_JSON_LINES = (".jsonl", ".ndjson")


class Tagged(NamedTuple):
    """A document and its temporal expressions."""

    document: Document
    timexes: list[Timex]


def tagged(
    names: Iterable[str], *, published: Date | None, language: str | None
) -> Iterator[Tagged | Problem | Notice]:
    """Find the temporal expressions of texts, one after the other.

    Args:
        names: files of text, or of documents in JSON Lines; `-` is the pipe.
        published: the date of documents that have none.
        language: of all documents; None means that each says so, or else its words.

    Yields:
        documents with what was found in them, what can't be read, and in which language a text was
        taken to be.
    """
    for name in names:
        path = None if name == STDIN else Path(name)
        try:
            with opened(path) as stream:
                for where, item in _documents(path, stream):
                    if isinstance(item, Message):
                        yield Problem(where, item)
                    else:
                        yield from _tagged(item, where, published, language)
        except DataError as error:
            line = error.line if isinstance(error, UnreadableError) else 0
            yield Problem(Where(shown(path and name), line), error.message)


def _documents(
    path: Path | None, stream: BufferedReader
) -> Iterator[tuple[Where, Document | Message]]:
    """Read one file: several documents of JSON Lines, else one; of a bad one what is wrong."""
    name, head = shown(path), stream.peek(HEAD)
    if kind := foreign_by_content(name, head):
        raise DataError(kind.code)
    if name.lower().endswith(_JSON_LINES) or (path is None and head.startswith(b'{"')):
        for number, line in lines(stream):
            yield Where(name, number), _document(line, number)
    else:
        text = decode_text(whole(stream, MAX_TEXT))
        if not text.strip("\ufeff \t\r\n"):
            raise DataError("no-text")
        yield Where(name), Document(PurePath(name).name, text)


def _document(line: bytes, number: int) -> Document | Message:
    try:
        return read_document(decode_text(line), number)
    except DataError as error:
        return error.message


def _tagged(
    document: Document, where: Where, published: Date | None, language: str | None
) -> Iterator[Tagged | Problem | Notice]:
    known = language or document.language
    if known is None:
        known = guess_language(document.text)
        if known is None:
            yield Problem(where, Message("no-known-language"))
            return
        yield Notice(where, Message("language-guessed", language=known))
    dated = document.published or published
    timexes = tag(document.text, language=known, published=dated)
    yield Tagged(document._replace(language=known, published=dated), timexes)
