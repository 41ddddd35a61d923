"""The native format: documents that people write, in YAML or in JSON.

blocks      the blocks that people write, derived from the records
yamltext    the tokens of YAML
read        a document -> records
expand      a block -> its record
write       records -> documents
yamlwrite   mappings, lists and texts -> YAML
schema      the JSON Schema of the blocks, and of the records
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.formats.form import Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.formats.form import Input
    from timeline.records import AnyRecord, Located, Problem

# A list of documents or a document; a record with its name first is a line of JSON Lines.
_JSON_BEGINS = re.compile(rb'\[|\{(?!\s*"record"\s*:)')


def _begins_json(head: bytes) -> bool:
    return _JSON_BEGINS.match(head) is not None


def _begins_yaml(head: bytes) -> bool:
    """Whatever begins with no bracket: a mistake in the first line must not hide the format."""
    return not head.startswith((b"{", b"["))


def _read_yaml(given: Input) -> Iterator[Located | Problem]:
    from timeline.formats.native.read import read_yaml

    return read_yaml(given)


def _write_yaml(records: Iterable[AnyRecord]) -> Iterator[str]:
    from timeline.formats.native.write import write_yaml

    return write_yaml(records)


def _read_json(given: Input) -> Iterator[Located | Problem]:
    from timeline.formats.native.read import read_json

    return read_json(given)


def _write_json(records: Iterable[AnyRecord]) -> Iterator[str]:
    from timeline.formats.native.write import write_json

    return write_json(records)


YAML = Format(
    "yaml",
    (".yaml", ".yml"),
    "the native format, for people",
    begins=_begins_yaml,
    read=_read_yaml,
    write=_write_yaml,
)
JSON = Format(
    "json",
    (".json",),
    "the native format in JSON",
    begins=_begins_json,
    read=_read_json,
    write=_write_json,
)
