"""Records from files, folders and pipes, as one stream."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from timeline.errors import DataError, Problem, UsageError, Where
from timeline.formats import FORMATS, HEAD, Foreign, Input, identify
from timeline.formats.foreign import foreign_by_content
from timeline.intake.opened import STDIN, opened
from timeline.records import Collection, Located

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline.formats.form import ReadFormat
    from timeline.intake.files import File

# The collection of what comes through a pipe and names none.
UNNAMED = "stdin"
# A text beside a record file may be so big.
_MAX_BESIDE = 64 * 2**20
_SUFFIXES = tuple(suffix for form in FORMATS.values() for suffix in form.suffixes)


class FileReading:
    """The records of files, read as one stream, and its SHA-256 once it is read.

    Args:
        files: what to read; what is a problem already stays one.
        form: the format of all; None means that each file's name tells.
        progress: called with the number of bytes each time some were read.

    Attributes:
        texts: the files beside them that they name as the texts of their sources.
    """

    def __init__(
        self,
        files: Iterable[File | Problem],
        *,
        form: str | None = None,
        progress: Callable[[int], None] = lambda _: None,
    ) -> None:
        self._files = files
        self._format = FORMATS[form] if form else None
        self._progress = progress
        self._hash = hashlib.sha256()
        self.texts: set[Path] = set()

    def sha256(self) -> str:
        """Give the hash of all bytes that were read."""
        return self._hash.hexdigest()

    def __iter__(self) -> Iterator[Located | Problem]:
        """Read all files in their order, but first say what is none."""
        files = list(self._files)
        yield from (item for item in files if isinstance(item, Problem))
        for file in files:
            if isinstance(file, Problem):
                continue
            try:
                with opened(file.path) as stream:
                    yield from self._read(file, stream)
            except DataError as error:
                yield Problem(Where(file.name), error.message)

    def _read(self, file: File, stream: BinaryIO) -> Iterator[Located | Problem]:
        counted = io.BufferedReader(_Counted(stream, self._count), HEAD)
        read = self._reader(file, counted.peek(HEAD))
        folder = Path() if file.path is None else file.path.parent
        given = Input(file.name, counted, file.key or UNNAMED, self._beside(folder))
        yield from read(given) if file.path or file.key else _parts(read(given))

    def _reader(self, file: File, head: bytes) -> ReadFormat:
        """Find out what reads a file.

        Raises:
            DataError: nothing does.
            UsageError: it was said to be in a format that can only be written.
        """
        name = STDIN if file.path is None else file.path.name
        found = foreign_by_content(name, head) or self._format or identify(name, head)
        if found is None:
            raise DataError("unknown-format", suffixes=_SUFFIXES)
        if isinstance(found, Foreign):
            raise DataError(found.code)
        if found.read is None:
            readable = [form.name for form in FORMATS.values() if form.read]
            raise UsageError("written-only", given=found.name, known=readable)
        return found.read

    def _count(self, piece: bytes) -> None:
        self._hash.update(piece)
        self._progress(len(piece))

    def _beside(self, folder: Path) -> Callable[[str], bytes]:
        """Make the reader of files that lie beside a record file, and nowhere else."""
        here = folder.resolve()

        def read(name: str) -> bytes:
            path = (here / name).resolve()
            if not path.is_relative_to(here):
                raise DataError("beside-outside")
            if path.is_file() and path.stat().st_size > _MAX_BESIDE:
                raise DataError("too-large", most=_MAX_BESIDE >> 20)
            self.texts.add(path)
            return path.read_bytes()

        return read


def _parts(found: Iterable[Located | Problem]) -> Iterator[Located | Problem]:
    """Leave out that a collection is there as a whole: what comes through a pipe may be a part of
    anything, so it never says that something is gone.
    """
    for item in found:
        if not (isinstance(item, Located) and isinstance(item.record, Collection)):
            yield item


class _Counted(io.RawIOBase):
    """A stream that tells somebody what is read from it."""

    def __init__(self, stream: BinaryIO, tell: Callable[[bytes], None]) -> None:
        super().__init__()
        self._stream = stream
        self._tell = tell

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read as much as the buffer takes."""
        piece = self._stream.read(len(buffer))
        buffer[: len(piece)] = piece
        self._tell(piece)
        return len(piece)
