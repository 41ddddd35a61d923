"""A text of titles, labelled lines, items, quotes and tables, written plain, as Markdown, or for a
terminal.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from timeline.render.escape import printable
from timeline.render.grid import aligned, markdown_text, on_terminal, terminal
from timeline.render.grid import markdown as markdown_grid

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.render.grid import Grid

_STEP = "   "
_STYLES = {"title": "bold", "heading": "bold", "quote": "italic"}
# What starts a block at the beginning of a line (CommonMark 0.31, sections 4 and 5).
_BLOCK_START = re.compile(r"\A(?:(\d{1,9})(?=[.)])|(?=[#>+=-]))")


class Entry(NamedTuple):
    """One piece of such a text.

    Attributes:
        kind: a gap is an empty line; a quote may have several lines.
        depth: how far it is indented, in steps; labels and marks come before the text.
        label: what the text is ("Date:"); mark: "-" or "1." of an item.
        grid: the table of a `grid`.
        struck: whether it does not hold any more, which its words say elsewhere.
    """

    kind: Literal["title", "heading", "line", "item", "quote", "gap", "grid"]
    text: str = ""
    depth: int = 0
    label: str = ""
    mark: str = ""
    grid: Grid | None = None
    struck: bool = False


def plain(blocks: Iterable[Entry]) -> Iterator[str]:
    """Write plain text, never wrapped."""
    for block in blocks:
        if block.grid is not None:
            yield from (_STEP * block.depth + line for line in aligned(block.grid))
        elif block.kind == "gap":
            yield "\n"
        else:
            for number, line in enumerate(_lines(block)):
                mark = _mark(block, first=not number)
                yield f"{_STEP * block.depth}{mark}{_labelled(block, line)}\n"


def markdown(blocks: Iterable[Entry]) -> Iterator[str]:
    """Write Markdown: headings, lists, block quotes and tables."""
    for block in blocks:
        if block.grid is not None:
            yield from markdown_grid(block.grid)
        elif block.kind == "gap":
            yield "\n"
        elif block.kind in ("title", "heading"):
            yield f"{'#' if block.kind == 'title' else '##'} {markdown_text(block.text)}\n\n"
        elif block.kind == "quote":
            lines = (_struck(_escaped(line), block) for line in _lines(block))
            yield "".join(f"{_STEP * block.depth}> {line}\n" for line in lines)
        else:
            label = f"**{markdown_text(block.label)}** " if block.label else ""
            mark = f"{block.mark or '-'} " if block.mark or block.label or block.depth else ""
            text = _struck(label + _escaped(printable(block.text)), block)
            yield f"{_STEP * block.depth}{mark}{text}\n"


def on_paper(blocks: Iterable[Entry], width: int) -> Iterator[str]:
    """Write for a terminal: styles, and lines wrapped to the width in columns."""
    from rich.text import Text

    console = terminal(width)
    for block in blocks:
        if block.grid is not None:
            yield from on_terminal(block.grid, width)
            continue
        indent = len(_STEP) * block.depth + len(_mark(block, first=True))
        with console.capture() as written:
            for number, line in enumerate(_lines(block)):
                strike = " strike" if block.struck else ""
                text = Text.assemble(
                    (_labelled(block, ""), f"bold{strike}"),
                    (line, f"{_STYLES.get(block.kind, '')}{strike}".strip()),
                )
                for index, part in enumerate(text.wrap(console, max(width - indent, 20))):
                    part.rstrip()
                    mark = _mark(block, first=not number and not index)
                    console.print(Text(_STEP * block.depth + mark) + part, soft_wrap=True)
        yield written.get()


def _struck(text: str, block: Entry) -> str:
    """Strike a text through (GitHub Flavored Markdown, section 6.5)."""
    return f"~~{text}~~" if block.struck else text


def _lines(block: Entry) -> list[str]:
    """The lines of a block, printable: those of a quote are kept apart."""
    if block.kind == "gap":
        return [""]
    lines = block.text.splitlines() if block.kind == "quote" else [block.text]
    return [printable(line) for line in lines]


def _mark(block: Entry, *, first: bool) -> str:
    mark = f"{block.mark} " if block.mark else ""
    return mark if first else " " * len(mark)


def _labelled(block: Entry, line: str) -> str:
    return f"{printable(block.label)} {line}" if block.label else line


def _escaped(line: str) -> str:
    """A line of Markdown that starts no list, heading or quote by itself."""
    return _BLOCK_START.sub(lambda found: (found[1] or "") + "\\", markdown_text(line))
