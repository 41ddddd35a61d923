"""Reading bytes in the tests of the formats, as the command line would."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import DataError
from timeline.formats import FORMATS, Input
from timeline.records import Collection, Located, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.records import AnyRecord

CASES = Path(__file__).parent / "cases"


def read(form: str, content: bytes | str) -> list[Located | Problem]:
    """Read a file of the folder of cases, called `case`, of the collection `case`."""
    function = FORMATS[form].read
    assert function is not None
    stream = io.BytesIO(content.encode() if isinstance(content, str) else content)
    return list(function(Input("case", stream, "case", beside)))


def beside(name: str) -> bytes:
    """Read a file of the folder of cases, and of no other."""
    path = (CASES / name).resolve()
    if path.parent != CASES.resolve():
        raise DataError("beside-outside")
    return path.read_bytes()


def write(form: str, records: Iterable[AnyRecord]) -> str:
    """Write records, all pieces in one."""
    function = FORMATS[form].write
    assert function is not None
    return "".join(function(records))


def located(found: Iterable[Located | Problem]) -> list[Located]:
    """The records, where no problem is expected and markers do not matter."""
    found = list(found)
    assert [str(item) for item in found if isinstance(item, Problem)] == []
    return [
        item
        for item in found
        if isinstance(item, Located) and not isinstance(item.record, Collection)
    ]


def problems(found: Iterable[Located | Problem]) -> list[str]:
    """The lines of the problems."""
    return [str(item) for item in found if isinstance(item, Problem)]
