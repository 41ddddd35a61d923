"""What is read now and needed later, held on disk meanwhile."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import chain
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, TypeVar

from timeline.records import Revoked
from timeline.store.stored import encode, read_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline.records import AnyRecord

T = TypeVar("T")


@contextmanager
def spooled(items: Iterable[T], read: Callable[[str], T]) -> Iterator[Iterator[T]]:
    """Read things to their end, and give them again.

    Args:
        items: what `encode` can write.
        read: gives one of them back.
    """
    with TemporaryFile() as file:
        for item in items:
            _put(file, item)
        yield _again(file, read)


@contextmanager
def revoked_first(records: Iterable[AnyRecord]) -> Iterator[Iterator[AnyRecord]]:
    """Read records to their end, and give them again, what has gone before what has come: an
    identifier may go from one actor to another.
    """
    with TemporaryFile() as gone, TemporaryFile() as come:
        for record in records:
            _put(gone if isinstance(record, Revoked) else come, record)
        yield chain(_again(gone, read_record), _again(come, read_record))


def _put(file: IO[bytes], item: object) -> None:
    file.write(encode(item).encode() + b"\n")


def _again(file: IO[bytes], read: Callable[[str], T]) -> Iterator[T]:
    file.seek(0)
    return (read(line.decode()) for line in file)
