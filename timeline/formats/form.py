"""What a format is, and what is given to its reader."""

from __future__ import annotations

from codecs import BOM_UTF8
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from timeline.records import AnyRecord, Located, Problem

    ReadFormat: TypeAlias = Callable[["Input"], Iterator[Located | Problem]]
    WriteFormat: TypeAlias = Callable[[Iterable[AnyRecord]], Iterator[str]]

_NO_OPTIONS: Mapping[str, str] = MappingProxyType({})


class Input(NamedTuple):
    """Something to read records from.

    Attributes:
        name: what it is called in messages.
        stream: its bytes; the reader does not close it.
        collection: the collection of the records that name none.
        beside: reads a file that lies beside the input, by its relative name. It raises
            FileNotFoundError or another OSError, and DataError for a name that leaves the folder or
            a file too big.
        options: what else the person says of the input, by the names that its format gives them.
        source: key of the source of claims that name none.
    """

    name: str
    stream: BinaryIO
    collection: str
    beside: Callable[[str], bytes]
    options: Mapping[str, str] = _NO_OPTIONS
    source: str | None = None


class Format(NamedTuple):
    """A format: how its files are known, read and written.

    Attributes:
        name: what a person calls it.
        suffixes: how the names of its files end.
        says: one line about it.
        begins: whether bytes look like the beginning of one of its files; asked where the name
            does not tell.
        read: gives records, each with where it stands, and problems; None if it can't be read.
        write: gives the pieces of the text that is the records; None if it can't be written.
    """

    name: str
    suffixes: tuple[str, ...]
    says: str
    begins: Callable[[bytes], bool]
    read: ReadFormat | None = None
    write: WriteFormat | None = None

    def identify(self, name: str, head: bytes) -> bool:
        """Whether a file is in this format: its name tells, or else how it begins.

        Args:
            name: the name of the file; one without a suffix, such as that of a pipe, does not tell.
            head: its first bytes, as many as there are at hand.
        """
        if PurePath(name).suffix:
            return name.lower().endswith(self.suffixes)
        return self.begins(head.removeprefix(BOM_UTF8).lstrip())
