"""A table of texts, written as aligned columns, as Markdown, or for a terminal.

Whatever the cells hold, what is written is printable.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Literal, NamedTuple

from timeline.render.escape import display_width, printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console
    from rich.text import Text

_GAP = "  "
# Every ASCII punctuation mark that starts something inside a line (CommonMark 0.31, sections 2.4
# and 6; | and ~ are those of GitHub's tables and deletions).
_MARKDOWN = str.maketrans({mark: "\\" + mark for mark in "\\`*_[]<&|~"})


class Column(NamedTuple):
    """How a column looks: whether it holds numbers, and its styles on a terminal.

    tints: (text, style) pairs; a cell that begins with the text has the style.
    whole: whether a terminal wraps other columns first.
    """

    heading: str
    right: bool = False
    style: str = ""
    tints: tuple[tuple[str, str], ...] = ()
    whole: bool = False


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


def width(grid: Grid) -> int:
    """How many columns of a terminal the table takes if nothing is wrapped."""
    return max(map(display_width, chain.from_iterable(line.splitlines() for line in aligned(grid))))


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
    """Write for a terminal: colours, and cells wrapped to the width in columns."""
    from rich.table import Table
    from rich.text import Text

    console = terminal(width)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for column in grid.columns:
        justify: Literal["left", "right"] = "right" if column.right else "left"
        heading = Text(printable(column.heading))
        table.add_column(
            heading, justify=justify, style=column.style, overflow="fold", no_wrap=column.whole
        )
    for section in grid.sections:
        if section.title:
            table.add_row()
            table.add_row(Text(printable(section.title), style="bold"))
        for row in section.rows:
            cells = zip(row, grid.columns, strict=True)
            table.add_row(*(_text(cell, column) for cell, column in cells))
    with console.capture() as written:
        console.print(table)
    yield written.get()


def _text(cell: str, column: Column) -> Text:
    """A cell with its style; the first of several lines stands out."""
    from rich.text import Text

    first, *more = map(printable, cell.split("\n"))
    style = next(
        (style for start, style in column.tints if cell.startswith(start)), "bold" if more else ""
    )
    return Text("\n").join([Text(first, style=style), *map(Text, more)])


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
