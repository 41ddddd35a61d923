"""Rows for machines: JSON, JSON Lines and CSV, with the names and values that the rows have."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Any

from timeline.errors import Message
from timeline.render.escape import json_safe, printable
from timeline.render.languages import DEFAULT_LANGUAGE, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# A cell that a spreadsheet may take for a formula: it begins with = @ tab or carriage return, or
# with a sign that is followed by more than the characters of numbers and dates (CWE-1236). Dates in
# EDTF and negative numbers stay.
_FORMULA = r"[=@\t\r]|[+-](?![\dXYETZ.,:/~?%+-]*\Z)"


def json_document(value: object, language: str = DEFAULT_LANGUAGE) -> Iterator[str]:
    """Write one value as JSON, indented by two spaces, with a line feed at its end.

    Args:
        value: a row, or values that hold rows.
        language: of the messages in it.
    """
    yield _dumps(plain(value, language), indent=2) + "\n"


def json_array(values: Iterable[object]) -> Iterator[str]:
    """Write an array of values, each as it comes."""
    found = False
    for value in values:
        yield (
            ("," if found else "[") + "\n  " + _dumps(plain(value), indent=2).replace("\n", "\n  ")
        )
        found = True
    yield "\n]\n" if found else "[]\n"


def json_lines(values: Iterable[object]) -> Iterator[str]:
    """Write a value a line, without spaces, each as it comes."""
    for value in values:
        yield _dumps(plain(value)) + "\n"


def csv_lines(
    columns: Sequence[str], rows: Iterable[Iterable[object]], *, visible: bool = False
) -> Iterator[str]:
    """Write CSV (RFC 4180, but with line feeds alone), a line of headings first, each line as it
    comes.

    None is an empty cell, booleans are `true` and `false`. Several values in a cell stand apart by
    "; ", the fields of a row in a cell by " | ". Text that a spreadsheet would run as a formula
    gets an apostrophe before it: who needs each text exactly as it is takes JSON.

    Args:
        columns: the headings.
        rows: the cells.
        visible: whether control characters are shown as escapes, for a terminal.
    """
    import csv
    from io import StringIO

    line = StringIO()
    writer = csv.writer(
        line, lineterminator="\r\n"
    )  # before 3.13 only what ends a line is quoted in a cell
    for cells in chain([columns], rows):
        texts = map(_cell, cells)
        writer.writerow(map(printable, texts) if visible else texts)
        yield line.getvalue().removesuffix("\r\n") + "\n"
        line.seek(0)
        line.truncate()


def _cell(value: object) -> str:
    text = cell_text(value)
    return "'" + text if not isinstance(value, int | float) and re.match(_FORMULA, text) else text


def cell_text(value: object) -> str:
    """A value on one line of text: the values of a list with "; " between them, the fields of a row
    with " | ".
    """
    found = plain(value)
    if found is None:
        return ""
    if isinstance(found, bool):
        return str(found).lower()
    if isinstance(found, list):
        return "; ".join(map(cell_text, found))
    if isinstance(found, dict):
        return " | ".join(cell_text(part) for part in found.values() if part is not None)
    return str(found)


def plain(value: object, language: str = DEFAULT_LANGUAGE) -> Any:
    """A value as JSON knows it: a row as an object of its fields, bytes as hexadecimal digits, a
    message in a language, all else as text.
    """
    if type(value) in _PLAIN:
        return value
    if isinstance(value, tuple | list):
        parts = [part if type(part) in _PLAIN else plain(part, language) for part in value]
        return dict(zip(value._fields, parts, strict=True)) if hasattr(value, "_fields") else parts
    if isinstance(value, dict):
        return {str(name): plain(part, language) for name, part in value.items()}
    if isinstance(value, float):  # JSON has no infinity (RFC 8259, section 6)
        return value if value - value == 0 else str(value)
    if isinstance(value, Message):
        return sentence(value, language)
    if isinstance(value, str | int):
        return value
    return bytes(value).hex() if isinstance(value, bytes | memoryview) else str(value)


# What JSON knows as it is; most of what is asked for is that.
_PLAIN = frozenset((str, int, bool, type(None)))


def _dumps(value: object, indent: int = 0) -> str:
    """Write what JSON knows, laid out as `json.dumps` does, which takes eight times as long."""
    import msgspec

    text = msgspec.json.encode(value)
    return json_safe((msgspec.json.format(text, indent=indent) if indent else text).decode())
