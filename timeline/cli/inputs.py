"""Files, folders and pipes, opened for the loader.

Nothing from outside is trusted: sizes and places are bounded.
"""

from __future__ import annotations

import hashlib
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from timeline.errors import UsageError
from timeline.formats import FORMATS, Format, Input, format_of
from timeline.names import did_you_mean
from timeline.records import Collection, Located, Problem, Where

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# A text beside a record file may be so big.
_MAX_BESIDE = 64 * 2**20
STDIN = "-"


class Given(NamedTuple):
    """What the command line names, in order: files, and whether they came from a pipe."""

    paths: tuple[Path | None, ...]
    problems: tuple[Problem, ...]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(
            path.stat().st_size for path in self.paths if path is not None and path.is_file()
        )

    @property
    def names(self) -> str:
        """For the log."""
        return ", ".join(STDIN if path is None else path.name for path in self.paths)


def seeds() -> Path:
    """Where the records are that ship with the package: in it once it is installed, beside it in a
    checkout.
    """
    package = Path(__file__).resolve().parent.parent
    inside = package / "seeds"
    return inside if inside.is_dir() else package.parent / "seeds"


def gather(names: Iterable[str]) -> Given:
    """List the files that some names mean: a folder means all files below it in a known format.

    Args:
        names: paths, or `-` for standard input. None at all means the seeds.
    """
    found: list[Path | None] = []
    problems: list[Problem] = []
    for name in [*names] or [str(seeds())]:
        path = Path(name)
        if name == STDIN:
            found.append(None)
        elif path.is_dir():
            inside = sorted(
                p
                for p in path.rglob("*")
                if p.is_file() and format_of(p.name) and not _hidden(p, path)
            )
            found += inside
            if not inside:
                cure = "name files instead, or articles (.txt, .md, .html)"
                problems.append(
                    Problem(Where(name), f"no file in it ends with {_suffixes()}; {cure}")
                )
        elif path.exists():
            found.append(path)
        else:
            problems.append(Problem(Where(name), no_such_file(path)))
    return Given(tuple(found), tuple(problems))


def no_such_file(path: Path) -> str:
    """Say that there is no such file, and which name was perhaps meant."""
    return (
        f"there is no such "
        f"file{did_you_mean(path.name, _names_in(path.parent)) or '; look at its name'}"
    )


def _hidden(path: Path, below: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(below).parts)


def _names_in(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in folder.iterdir())
    except OSError:
        return []


def _suffixes() -> str:
    return ", ".join(suffix for known in FORMATS.values() for suffix in known.suffixes)


class Reading:
    """The records of everything given, read as one stream, and its SHA-256 once it is read.

    Args:
        given: what to read.
        collection: the collection of files that name none; None means that of each its stem.
        form: the format of all; None means that each file's name tells.
        progress: called with the number of bytes each time some were read.
    """

    def __init__(
        self,
        given: Given,
        *,
        collection: str | None,
        form: str | None,
        progress: Callable[[int], None],
    ) -> None:
        self._given = given
        self._collection = collection
        self._format = _format_called(form) if form else None
        self._progress = progress
        self._hash = hashlib.sha256()

    def sha256(self) -> str:
        """Give the hash of all bytes that were read."""
        return self._hash.hexdigest()

    def __iter__(self) -> Iterator[Located | Problem]:
        """Read all inputs in their order."""
        yield from self._given.problems
        for path in self._given.paths:
            if path is None:
                yield from self._read_stdin()
            else:
                yield from self._read_file(path)

    def _read_file(self, path: Path) -> Iterator[Located | Problem]:
        form = self._format or format_of(path.name)
        if form is None:
            yield Problem(
                Where(str(path)),
                f"its format is not known: name it {_suffixes()}, or give --format",
            )
            return
        try:
            with path.open("rb") as stream:
                yield from self._read(
                    form, str(path), stream, self._collection or path.stem, _beside(path.parent)
                )
        except OSError as error:
            yield Problem(Where(str(path)), f"it can't be read: {error.strerror}")

    def _read_stdin(self) -> Iterator[Located | Problem]:
        stream = io.BufferedReader(_Counted(sys.stdin.buffer, self._count))
        form = self._format or _guess(stream.peek(64))
        collection = self._collection or "stdin"
        for item in _records(form, Input("<stdin>", stream, collection, _beside(Path()))):
            # What comes through a pipe may be a part of anything: it never says that something is
            # gone.
            whole = isinstance(item, Located) and isinstance(item.record, Collection)
            if not whole or self._collection is not None:
                yield item

    def _read(
        self,
        form: Format,
        name: str,
        stream: BinaryIO,
        collection: str,
        beside: Callable[[str], bytes],
    ) -> Iterator[Located | Problem]:
        counted = io.BufferedReader(_Counted(stream, self._count))
        yield from _records(form, Input(name, counted, collection, beside))

    def _count(self, piece: bytes) -> None:
        self._hash.update(piece)
        self._progress(len(piece))


def _records(form: Format, given: Input) -> Iterator[Located | Problem]:
    if form.read is None:
        raise UsageError(f"{form.name} can be written and not read; use {', '.join(FORMATS)}")
    return form.read(given)


def _format_called(name: str) -> Format:
    if name not in FORMATS:
        raise UsageError(
            f"--format {name}: there are {', '.join(FORMATS)}{did_you_mean(name, FORMATS)}"
        )
    return FORMATS[name]


def _guess(beginning: bytes) -> Format:
    """Tell the format of a pipe from how it begins."""
    start = beginning.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b'{"record"'):
        return FORMATS["jsonl"]
    return FORMATS["json" if start.startswith((b"{", b"[")) else "yaml"]


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


def _beside(folder: Path) -> Callable[[str], bytes]:
    """Make the reader of files that lie beside a record file, and nowhere else."""
    here = folder.resolve()

    def read(name: str) -> bytes:
        path = (here / name).resolve()
        if not path.is_relative_to(here):
            raise ValueError(f"{name} lies outside the folder of the record file; put it beside it")
        if path.is_file() and path.stat().st_size > _MAX_BESIDE:
            raise ValueError(f"{name} is bigger than {_MAX_BESIDE // 2**20} MB; split it")
        return path.read_bytes()

    return read
