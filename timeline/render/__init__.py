"""Answers as text: rows -> table, JSON, JSON Lines, CSV, Markdown; dates in words.

words       dates in words (single: of one date), in any language: speech, its phrases and calendar
lists       rows -> the columns of a table
dossier     one event -> a text with sections; profile: one actor or source -> the same
grid        a table, written plain, as Markdown, or for a terminal
paper       the same for a text with sections
machine     JSON, JSON Lines, CSV
escape      what must not reach a terminal as it is

Nothing is printed here: each function gives pieces of text. The same rows give the same pieces. For
people (`table` and `markdown`) dates are in words and the model's words in their language; for
machines all is as the rows have it.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, cast

from timeline.errors import UsageError
from timeline.names import nearest
from timeline.render import grid, machine
from timeline.render.escape import printable
from timeline.render.languages import DEFAULT_LANGUAGE, LANGUAGES, term
from timeline.render.lists import View, chronology, grid_of
from timeline.render.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from timeline.queries.rows import ConflictRow, Dossier, EventRow, Page, Profile, SourceDetail
    from timeline.render.lists import AnyRow
    from timeline.render.paper import Entry

__all__ = [
    "DEFAULT_LANGUAGE",
    "LANGUAGES",
    "OUTPUTS",
    "printable",
    "render",
    "render_detail",
    "render_page",
    "render_table",
    "term",
    "words",
]  # fmt: skip

OUTPUTS: Mapping[str, str] = {
    "table": "aligned columns; on a terminal wrapped and with colours",
    "json": "one array or object, indented",
    "jsonl": "one object a line",
    "csv": "comma-separated values with a line of headings",
    "markdown": "a table or text to paste into a page",
}


def render(
    rows: Iterable[AnyRow],
    *,
    format: str,  # noqa: A002 - the name of the option
    language: str = DEFAULT_LANGUAGE,
    terminal: int | None = None,
    capacities: bool = False,
    kind: type[Any] | None = None,
) -> Iterator[str]:
    """Write rows of one kind.

    Args:
        rows: of a class of `timeline.queries.rows`. JSON, JSON Lines and CSV write each as it
            comes.
        format: one of OUTPUTS.
        language: of dates and words in tables.
        terminal: its width in columns; None for a pipe or a file, where nothing is wrapped or
            coloured.
        capacities: whether participants in a table come with their capacity.
        kind: the class of the rows: without any rows, CSV still has its headings then.

    Returns:
        pieces of text; none for a table without rows.

    Raises:
        UsageError: there is no such format or language.
    """
    match known_format(format):
        case "json":
            return machine.json_array(rows)
        case "jsonl":
            return machine.json_lines(rows)
        case "csv":
            return _csv(rows, kind, visible=terminal is not None)
        case _:
            return _for_people(list(rows), format, _view(language, capacities=capacities), terminal)


def render_page(
    page: Page[Any],
    *,
    format: str,  # noqa: A002 - the name of the option
    language: str = DEFAULT_LANGUAGE,
    terminal: int | None = None,
    capacities: bool = False,
    kind: type[Any] | None = None,
) -> Iterator[str]:
    """Write a page of rows as `render` does.

    JSON becomes {"rows": [...], "after": cursor or null}; elsewhere the cursor is no part of the
    text: the caller says it aside.
    """
    if known_format(format) == "json":
        return machine.json_document(page)
    return render(
        page.rows,
        format=format,
        language=language,
        terminal=terminal,
        capacities=capacities,
        kind=kind,
    )


def render_detail(
    detail: Dossier | Profile | SourceDetail,
    *,
    format: str,  # noqa: A002 - the name of the option
    language: str = DEFAULT_LANGUAGE,
    terminal: int | None = None,
    why: bool = False,
) -> Iterator[str]:
    """Write all about one event, actor or source.

    Args:
        detail: what is known of it.
        format: one of OUTPUTS. A table is a text with sections; CSV holds the claims, of an actor
            the appearances.
        language: of dates and words for people.
        terminal: its width in columns; None for a pipe or a file.
        why: of an event, whether the reasons are given and the claims in full. JSON has them
            always.

    Raises:
        UsageError: there is no such format or language.
    """
    from timeline.queries.rows import Profile

    match known_format(format):
        case "json":
            return machine.json_document(detail)
        case "jsonl":
            return machine.json_lines([detail])
        case "csv":
            rows = detail.appearances if isinstance(detail, Profile) else detail.claims
            return _csv(cast("Iterable[AnyRow]", rows), None, visible=terminal is not None)
        case _:
            return _written(_text_of(detail, _view(language), why=why), format, terminal)


def render_table(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    format: str,  # noqa: A002 - the name of the option
    terminal: int | None = None,
) -> Iterator[str]:
    """Write any table, such as the answer to an SQL query.

    Args:
        columns: their names; in JSON a second column of the same name gets a number: `name_2`.
        rows: the values. JSON, JSON Lines and CSV write each row as it comes.
        format: one of OUTPUTS.
        terminal: its width in columns; None for a pipe or a file.

    Raises:
        UsageError: there is no such format.
    """
    objects = (dict(zip(_distinct(columns), row, strict=True)) for row in rows)
    match known_format(format):
        case "json":
            return machine.json_array(objects)
        case "jsonl":
            return machine.json_lines(objects)
        case "csv":
            return machine.csv_lines(columns, rows, visible=terminal is not None)
        case _:
            return _grid(_any_grid(columns, list(rows)), format, terminal)


def known_format(name: str) -> str:
    """The name of a format.

    Raises:
        UsageError: there is none of that name.
    """
    if name not in OUTPUTS:
        raise UsageError(
            "no-such-format", given=name, known=[*OUTPUTS], near=nearest(name, OUTPUTS)
        )
    return name


def _view(language: str, *, capacities: bool = False) -> View:
    words(None, language)  # an unknown language is an error before the first piece of text
    return View(language, capacities)


def _csv(rows: Iterable[AnyRow], kind: type[Any] | None, *, visible: bool) -> Iterator[str]:
    from timeline.queries.rows import ConflictRow, VoiceRow

    if kind is ConflictRow:
        from timeline.render.dossier import voices

        rows, kind = voices(cast("Iterable[ConflictRow]", rows)), VoiceRow
    given = iter(rows)
    first = next(given, None)
    if first is None:
        return machine.csv_lines(kind._fields, (), visible=visible) if kind else iter(())
    cells = (row._asdict().values() for row in chain((first,), given))
    return machine.csv_lines(first._fields, cells, visible=visible)


def _for_people(
    rows: Sequence[AnyRow], form: str, view: View, terminal: int | None
) -> Iterator[str]:
    from timeline.queries.rows import ConflictRow, EventRow

    if not rows:
        return iter(())
    if isinstance(rows[0], ConflictRow):
        from timeline.render import dossier

        return _written(
            dossier.conflicts(cast("Sequence[ConflictRow]", rows), view), form, terminal
        )
    if isinstance(rows[0], EventRow):
        return _grid(chronology(cast("Sequence[EventRow]", rows), view), form, terminal)
    return _grid(grid_of(rows, view), form, terminal)


def _text_of(detail: Dossier | Profile | SourceDetail, view: View, *, why: bool) -> Iterator[Entry]:
    from timeline.queries.rows import Dossier, Profile
    from timeline.render import dossier
    from timeline.render.profile import profile

    if isinstance(detail, Dossier):
        return dossier.dossier(detail, view, why=why)
    return (
        profile(detail, view)
        if isinstance(detail, Profile)
        else dossier.source_detail(detail, view)
    )


def _grid(table: grid.Grid, form: str, terminal: int | None) -> Iterator[str]:
    if form == "markdown":
        return grid.markdown(table)
    return grid.aligned(table) if terminal is None else grid.on_terminal(table, terminal)


def _written(blocks: Iterable[Entry], form: str, terminal: int | None) -> Iterator[str]:
    from timeline.render import paper

    if form == "markdown":
        return paper.markdown(blocks)
    return paper.plain(blocks) if terminal is None else paper.on_paper(blocks, terminal)


def _any_grid(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> grid.Grid:
    numbers = [
        all(isinstance(row[i], int | float | None) for row in rows) for i in range(len(columns))
    ]
    headings = tuple(grid.Column(name, right) for name, right in zip(columns, numbers, strict=True))
    return grid.Grid(
        headings, (grid.Section("", [[machine.cell_text(cell) for cell in row] for row in rows]),)
    )


def _distinct(columns: Sequence[str]) -> list[str]:
    """The names of columns, each once."""
    names: list[str] = []
    for column in columns:
        number = 2
        name = column
        while name in names:
            name, number = f"{column}_{number}", number + 1
        names.append(name)
    return names
