"""A table of texts, written as aligned columns, as Markdown, or for a terminal.

Whatever the cells hold, what is written is printable.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Literal, NamedTuple

from timeline.render.escape import display_width, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

_GAP = "  "
# Every ASCII punctuation mark that starts something inside a line (CommonMark 0.31, sections 2.4
# and 6; | and ~ are those of GitHub's tables and deletions).
_MARKDOWN = str.maketrans({mark: "\\" + mark for mark in "\\`*_[]<&|~"})


class Column(NamedTuple):
    """How a column looks: whether it holds numbers, and its styles on a terminal.

    tints: (text, style) pairs; a cell that begins with the text has the style.
    whole: whether a cell is never cut or broken: a key, say, that is to be copied.
    line: where it stands on a terminal that is too narrow for the table, 0 being the first line of
    each row.
    """

    heading: str
    right: bool = False
    style: str = ""
    tints: tuple[tuple[str, str], ...] = ()
    whole: bool = False
    line: int = 0


class Section(NamedTuple):
    """Some lines of a table, under a title if they have one."""

    title: str
    rows: Sequence[Sequence[str]]


class Grid(NamedTuple):
    """A table: its columns and its lines."""

    columns: tuple[Column, ...]
    sections: tuple[Section, ...]


def aligned(grid: Grid) -> Iterator[str]:
    """Write plain text: columns as wide as their widest cell, two spaces apart, nothing cut, no
    spaces at the end.
    """
    headings = [printable(column.heading) for column in grid.columns]
    sections = [
        [[printable(cell) for cell in row] for row in section.rows] for section in grid.sections
    ]
    lines = [headings, *(row for rows in sections for row in rows)]
    widths = [max(map(display_width, cells)) for cells in zip(*lines, strict=True)]
    yield _aligned(headings, widths, grid.columns)
    for section, rows in zip(grid.sections, sections, strict=True):
        if section.title:
            yield f"\n{printable(section.title)}\n"
        for row in rows:
            yield _aligned(row, widths, grid.columns)


def _aligned(cells: Sequence[str], widths: Sequence[int], columns: Sequence[Column]) -> str:
    padded = []
    for cell, width, column in zip(cells, widths, columns, strict=True):
        space = " " * (width - display_width(cell))
        padded.append(space + cell if column.right else cell + space)
    return _GAP.join(padded).rstrip() + "\n"


def markdown(grid: Grid) -> Iterator[str]:
    """Write a table of GitHub Flavored Markdown per section, under its title in bold."""
    for section in grid.sections:
        if section.title:
            yield f"\n**{markdown_text(section.title)}**\n\n"
        yield _markdown_line([markdown_text(column.heading) for column in grid.columns])
        yield _markdown_line(["---:" if column.right else "---" for column in grid.columns])
        for row in section.rows:
            yield _markdown_line([markdown_text(cell) for cell in row])


def _markdown_line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def markdown_text(text: str) -> str:
    """Write a text in Markdown so that none of it is markup."""
    return printable(text).translate(_MARKDOWN)


def on_terminal(grid: Grid, width: int) -> Iterator[str]:
    """Write for a terminal, with colours: as a table if that fits, else with a few lines a row."""
    console = terminal(width)
    fits = max(map(display_width, chain.from_iterable(map(str.splitlines, aligned(grid))))) <= width
    written = _table(grid) if fits else _stacked(grid, width)
    with console.capture() as captured:
        for part in written:
            console.print(part, no_wrap=True, overflow="ellipsis", crop=False)
    yield captured.get()


def _table(grid: Grid) -> Iterator[Table]:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for column in grid.columns:
        justify: Literal["left", "right"] = "right" if column.right else "left"
        heading = Text(printable(column.heading))
        table.add_column(heading, justify=justify, style=column.style, no_wrap=True)
    for section in grid.sections:
        if section.title:
            table.add_row()
            table.add_row(Text(printable(section.title), style="bold"))
        for row in section.rows:
            table.add_row(*map(_text, row, grid.columns))
    yield table


def _stacked(grid: Grid, width: int) -> Iterator[Text]:
    """The first line of a row has its short columns; what is cut below it is shown in a pipe."""
    from rich.text import Text

    lines = _lines(grid, width)
    widths = _widths(grid, lines[0], width)
    headings = [column.heading for column in grid.columns]
    bold = [column._replace(style="bold", tints=()) for column in grid.columns]
    yield from _row(headings, bold, lines[:1], widths, width)
    for section in grid.sections:
        if section.title:
            yield Text(f"\n{printable(section.title)}", style="bold")
        for row in section.rows:
            yield from _row(row, grid.columns, lines, widths, width)


def _lines(grid: Grid, width: int) -> list[list[int]]:
    """Give the columns of each line; without a wish of theirs, as many on the first as fit."""
    if any(column.line for column in grid.columns):
        last = max(column.line for column in grid.columns)
        return [
            [index for index, column in enumerate(grid.columns) if column.line == line]
            for line in range(last + 1)
        ]
    widths = _widths(grid, range(len(grid.columns)), None)
    fitting: list[int] = []
    for index, column in enumerate(grid.columns):
        taken = sum(widths[one] + len(_GAP) for one in fitting)
        if column.whole or not fitting or taken + widths[index] <= width:
            fitting.append(index)
    return [fitting, [index for index in range(len(grid.columns)) if index not in fitting]]


def _widths(grid: Grid, indices: Sequence[int], width: int | None) -> dict[int, int]:
    """Give how wide columns are; all 0, that is not aligned, if they do not fit beside each
    other.
    """
    rows = [row for section in grid.sections for row in section.rows]
    found = {
        index: max(
            display_width(printable(text))
            for text in (grid.columns[index].heading, *(row[index] for row in rows))
        )
        for index in indices
    }
    if width is not None and sum(found.values()) + len(_GAP) * (len(found) - 1) > width:
        return dict.fromkeys(found, 0)
    return found


def _row(
    row: Sequence[str],
    columns: Sequence[Column],
    lines: Sequence[Sequence[int]],
    widths: Mapping[int, int],
    width: int,
) -> Iterator[Text]:
    from rich.text import Text

    line = Text()
    for index in lines[0]:
        cell = _text(row[index], columns[index])
        if line and line.cell_len + len(_GAP) + cell.cell_len > width:
            yield line
            line = Text(_GAP)
        elif line:
            line.append(_GAP)
        line.append_text(cell)
        if index != lines[0][-1]:
            line.append(" " * (widths[index] - cell.cell_len))
    yield line
    for indices in lines[1:]:
        cells = [_labelled(row[index], columns[index]) for index in indices if row[index]]
        if cells:
            below = Text(_GAP) + Text(" · ").join(cells)
            below.truncate(width, overflow="ellipsis")
            yield below


def _labelled(cell: str, column: Column) -> Text:
    """A cell below the first line: what is there by its own wish needs no heading."""
    from rich.text import Text

    text = _text(cell, column)
    return text if column.line else Text(printable(column.heading) + " ") + text


def _text(cell: str, column: Column) -> Text:
    """A cell with its style."""
    from rich.text import Text

    text = printable(cell)
    style = next((style for start, style in column.tints if cell.startswith(start)), column.style)
    return Text(text, style=style)


def terminal(width: int) -> Console:
    """A terminal of a number of columns, which keeps what is printed; NO_COLOR in the environment
    is respected.
    """
    from io import StringIO

    from rich.console import Console

    return Console(
        file=StringIO(), force_terminal=True, color_system="standard", width=width, markup=False,
        emoji=False,
        highlight=False, legacy_windows=False,
    )  # fmt: skip
