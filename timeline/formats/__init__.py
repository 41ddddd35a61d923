"""Formats: from bytes to records, and from records to text. One line of `FORMATS` for each.

tree        tokens of YAML or JSON -> mappings, lists and texts that know their lines
yamltext    the tokens of YAML
jsontext    the tokens of JSON
shape       a tree against a class: the value, or all that is wrong with it
authoring   the blocks that people write, derived from the records
schema      the JSON Schema of the blocks and of the records
expand      a block -> its record
native      a document in the native format -> records
canonical   equal records, written as equal text
yamlwrite   mappings, lists and texts -> YAML
written     records -> documents in the native format
jsonl       one record a line <-> records
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline.records import AnyRecord, Located, Problem

    Read: TypeAlias = Callable[["Input"], Iterator[Located | Problem]]
    Write: TypeAlias = Callable[[Iterable[AnyRecord]], Iterator[str]]


class Input(NamedTuple):
    """Something to read records from.

    Attributes:
        name: what it is called in messages.
        stream: its bytes; the reader does not close it.
        collection: the collection of the records that name none.
        beside: reads a file that lies beside the input, by its relative name. It raises
            FileNotFoundError or another OSError, and ValueError, with a message that says so, for
            a name that leaves the folder or a file too big.
    """

    name: str
    stream: BinaryIO
    collection: str
    beside: Callable[[str], bytes]


class Format(NamedTuple):
    """A format, with the functions that read and write it as `module:function`, imported when they
    are used.

    name: what `--format` calls it.
    suffixes: how the names of its files end.
    reader: its reader in this room; None if it can't be read.
    writer: its writer in this room; None if it can't be written.
    says: one line for the help.
    """

    name: str
    suffixes: tuple[str, ...]
    reader: str | None
    writer: str | None
    says: str

    @property
    def read(self) -> Read | None:
        """A generator of records, each with its place, and of problems; see the function's own
        words.
        """
        return _function(self.reader)

    @property
    def write(self) -> Write | None:
        """A generator of pieces of text that are the records in this format."""
        return _function(self.writer)


FORMATS: dict[str, Format] = {
    found.name: found
    for found in (
        Format(
            "yaml",
            (".yaml", ".yml"),
            "native:read_yaml",
            "written:write_yaml",
            "the native format, for people",
        ),
        Format(
            "json",
            (".json",),
            "native:read_json",
            "written:write_json",
            "the native format in JSON",
        ),
        Format(
            "jsonl",
            (".jsonl", ".ndjson"),
            "jsonl:read",
            "jsonl:write",
            "JSON Lines: one record a line",
        ),
    )
}


def format_of(name: str) -> Format | None:
    """Give the format of a file by the end of its name, whatever its case; None if no format has
    that suffix.
    """
    lowered = name.lower()
    return next((found for found in FORMATS.values() if lowered.endswith(found.suffixes)), None)


def _function(spec: str | None) -> Callable[..., Iterator[Any]] | None:
    if spec is None:
        return None
    module, _, name = spec.partition(":")
    found: Callable[..., Iterator[Any]] = getattr(import_module(f"{__name__}.{module}"), name)
    return found
