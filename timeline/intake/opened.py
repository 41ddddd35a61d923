"""Bytes from outside, of which nothing is trusted: a file may be a pipe that nobody writes to, or
have no end.
"""

from __future__ import annotations

import errno
import io
import os
import re
import select
import stat
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from timeline.errors import DataError, Message
from timeline.names import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader
    from pathlib import Path

STDIN = "-"
MAX_TEXT = 16 * 2**20  # bytes of an article or another text: a long book has one or two
# So many seconds a named pipe may take to get somebody who writes to it; as long as one waits for a
# database that another command holds.
PATIENCE = 10.0
# What stands in the address bar of a browser; a path makes one slash of two.
_ADDRESS = re.compile(r"(?i)(?:https?|ftp):/")


def shown(path: Path | str | None) -> str:
    """Say what a file is called in messages and in the log; a name that is not in UTF-8 shows its
    bytes, and None is the pipe.
    """
    if path is None:
        return "<stdin>"
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def unreadable(path: Path | None, error: OSError) -> Message:
    """Say why the system does not give a file, and which was perhaps meant."""
    if path is None or error.errno not in (errno.ENOENT, errno.ENOTDIR):
        return Message("cannot-be-read", why=error.strerror)
    if _ADDRESS.match(str(path)):
        return Message("is-address")
    return Message("no-such-file", near=nearest(path.name, _names_in(path.parent)))


def _names_in(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir())
    except OSError:
        return []


@contextmanager
def opened(path: Path | None) -> Iterator[BufferedReader]:
    """Open a file to read its bytes, or the pipe.

    Args:
        path: the file; None is standard input, which stays open.

    Raises:
        DataError: the system refuses it, at the beginning or while it is read, or it is a named
            pipe that nobody writes to.
    """
    try:
        if path is None:
            yield cast("BufferedReader", sys.stdin.buffer)
        elif stat.S_ISFIFO(path.stat().st_mode):
            with cast("BufferedReader", io.BufferedReader(_Pipe(path))) as stream:
                yield stream
        else:
            with path.open("rb") as stream:
                yield stream
    except OSError as error:
        message = unreadable(path, error)
        raise DataError(message.code, **message.values) from error


class _Pipe(io.RawIOBase):
    """A named pipe; an ordinary one would wait for ever for somebody who writes to it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        self._poll = select.poll()
        self._poll.register(self._descriptor, select.POLLIN)
        self._awaited = False

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def close(self) -> None:
        """Give it back to the system."""
        if not self.closed:
            os.close(self._descriptor)
        super().close()

    def readinto(self, buffer: Any) -> int:
        """Read as much as there is; nothing at all is its end once somebody was there."""
        self._awaited = self._awaited or bool(self._poll.poll(PATIENCE * 1000))
        while True:
            try:
                piece = os.read(self._descriptor, len(buffer))
            except BlockingIOError:  # somebody holds it open to write
                self._awaited = True
                self._poll.poll()
                continue
            if not piece and not self._awaited:
                raise DataError("nobody-writes", seconds=int(PATIENCE))
            buffer[: len(piece)] = piece
            return len(piece)


def whole(stream: BinaryIO, most: int) -> bytes:
    """Read a stream to its end.

    Args:
        stream: bytes.
        most: so many of them.

    Raises:
        DataError: there are more.
    """
    content = stream.read(most + 1)
    if len(content) > most:
        raise DataError("too-large", most=most >> 20)
    return content
