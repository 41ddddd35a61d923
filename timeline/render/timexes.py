"""Temporal expressions of documents, as tables, JSON and TimeML."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from timeline.errors import UsageError
from timeline.names import nearest
from timeline.render.grid import Column, Grid, Section, aligned, on_terminal
from timeline.render.machine import json_array, json_lines
from timeline.temporal.documents import as_fields, timeml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.temporal import Timex
    from timeline.temporal.documents import Document

    TaggedDocument: TypeAlias = tuple[Document, list[Timex]]

FORMATS = ("table", "json", "jsonl", "timeml")
_COLUMNS = (
    Column("start", right=True), Column("end", right=True), Column("text", style="bold"),
    Column("type"), Column("value"), Column("edtf"), Column("rule"),
)  # fmt: skip


def render_timexes(
    found: Iterable[TaggedDocument], *, form: str, terminal: int | None = None
) -> Iterator[str]:
    """Write what was found in documents.

    Args:
        found: documents with their temporal expressions.
        form: one of `FORMATS`; `timeml` holds one document.
        terminal: its width in columns; None writes plain text.

    Raises:
        UsageError: there is no such format; or there are several documents for one of TimeML, once
            the second comes.
    """
    match form:
        case "json":
            return json_array(as_fields(*one) for one in found)
        case "jsonl":
            return json_lines(as_fields(*one) for one in found)
        case "timeml":
            return _timeml(found)
        case "table":
            return _tables(found, terminal)
    raise UsageError("no-such-format", given=form, known=FORMATS, near=nearest(form, FORMATS))


def _timeml(found: Iterable[TaggedDocument]) -> Iterator[str]:
    for number, one in enumerate(found):
        if number:
            raise UsageError("timeml-of-several")
        yield from timeml(*one)


def _tables(found: Iterable[TaggedDocument], terminal: int | None) -> Iterator[str]:
    several = list(found)
    for document, timexes in several:
        if len(several) > 1:
            yield f"{document.id}\n"
        if timexes:
            grid = Grid(_COLUMNS, (Section("", [_cells(one) for one in timexes]),))
            yield from aligned(grid) if terminal is None else on_terminal(grid, terminal)
        if len(several) > 1:
            yield "\n"


def _cells(one: Timex) -> tuple[str, ...]:
    words = " ".join(one.text.split())
    return str(one.start), str(one.end), words, one.type, one.value, str(one.edtf or ""), one.rule
