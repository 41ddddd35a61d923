"""From bytes to text: UTF-8, read in pieces, with a limit, and a cure for what is something
else.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, Any, BinaryIO

from timeline.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = 64 * 2**20
MAX_LINE = 16 * 2**20
_PIECE = 2**16
_OTHER_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What a text that is not UTF-8 mostly is.
EIGHT_BIT = "Windows-1252 or Latin-1"
# What YAML 1.2 (section 5.1, c-printable) and every editor refuse in a text.
CONTROLS = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")


class UnreadableError(DataError):
    """An input in which nothing after this point can be read.

    Args:
        code: which sentence says what is wrong and how to mend it.
        line: the line, from 1; 0 if it is about the whole.
        path: where in the document.
        values: what the sentence names.
    """

    def __init__(self, code: str, /, line: int = 0, path: str = "", **values: Any) -> None:
        super().__init__(code, **values)
        self.line = line
        self.path = path


class Text:
    """The text of a stream of UTF-8, read in pieces; a byte order mark at its beginning is left
    out.

    Args:
        stream: bytes.
        refused: characters that it may not hold; None where its reader refuses them itself.
    """

    def __init__(self, stream: BinaryIO, refused: re.Pattern[str] | None = CONTROLS) -> None:
        self._stream = stream
        self._refused = refused
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._size = 0
        self._line = 1

    def read(self, _size: int = -1) -> str:
        """Give the next piece, of a size of its own choosing; '' at the end.

        Raises:
            UnreadableError: the input is larger than 64 MiB, is not UTF-8, or holds what no text
                holds.
        """
        text = ""
        while not text:
            piece = self._stream.read(_PIECE)
            text = self._decoded(piece)
            if not piece:
                break
        if self._refused and (match := self._refused.search(text)):
            line = self._line + text.count("\n", 0, match.start())
            raise UnreadableError("control-character", line, point=f"U+{ord(match[0]):04X}")
        self._line += text.count("\n")
        return text

    def whole(self) -> str:
        """Give all of it at once."""
        return "".join(iter(self.read, ""))

    def _decoded(self, piece: bytes) -> str:
        first = not self._size
        self._size += len(piece)
        if self._size > MAX_BYTES:
            raise UnreadableError("too-large", most=MAX_BYTES >> 20)
        check_text(piece, 0 if first else self._line, first=first)
        try:
            text = self._decoder.decode(piece, final=not piece)
        except UnicodeDecodeError as error:
            line = self._line + error.object[: error.start].count(b"\n")
            raise UnreadableError("not-utf8", line, guess=EIGHT_BIT) from None
        return text.removeprefix("\ufeff") if first else text


def lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Give the lines of JSON Lines that are not blank, with their numbers; a byte order mark at the
    beginning is left out.

    Raises:
        UnreadableError: a line too long, no text, or nothing at all.
    """
    number = 0
    while line := stream.readline(MAX_LINE + 1):
        number += 1
        check_text(line, number, first=number == 1)
        if len(line) > MAX_LINE:
            raise UnreadableError("line-too-long", number, most=MAX_LINE >> 20)
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        if not line.isspace() and line:
            yield number, line
    if not number:
        raise UnreadableError("no-lines")


def check_text(piece: bytes, line: int = 0, *, first: bool) -> None:
    """Look whether bytes can be text in UTF-8 at all.

    Args:
        piece: the bytes.
        line: the line they stand on, for the message.
        first: whether they are the beginning of the input.

    Raises:
        UnreadableError: they can't.
    """
    if first and piece.startswith(_OTHER_BOMS):
        raise UnreadableError("not-utf8", line, guess="UTF-16")
    if b"\0" in piece:
        raise UnreadableError("is-binary", line)


def decode_text(content: bytes) -> str:
    """Decode the text of a source as it is, so that offsets into it are offsets into its file.

    Newlines are left as they are, and so is a byte order mark: it is the text's first character.

    Raises:
        UnreadableError: it is not UTF-8 or holds a NUL, which no database keeps in a text.
    """
    check_text(content, first=True)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        raise UnreadableError("not-utf8", guess=EIGHT_BIT, row=row) from None
