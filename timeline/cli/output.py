"""Rows to stdout, talk to stderr."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.queries.rows import Page


def width() -> int | None:
    """Give the terminal's width in columns; None where stdout is no terminal."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def write(pieces: Iterable[str]) -> None:
    """Print pieces of text to stdout as they come; what its encoding lacks is shown as an escape.

    Raises:
        StoreError: stdout takes no more, say because the disk is full.
        typer.Exit: whoever reads it has seen enough, and all is well.
    """
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()
    except OSError as error:
        from timeline.errors import StoreError

        # What is still waiting to be written would fail once more on Python's way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise typer.Exit from None
        raise StoreError(f"standard output can't be written: {error.strerror}") from error


def write_line(line: str) -> None:
    """Print one line to stdout."""
    from timeline.render.escape import printable

    write([printable(line), "\n"])


def say(line: str) -> None:
    """Print a line of talk to stderr."""
    from timeline.render.escape import printable

    typer.echo(printable(line), err=True)


def write_page(
    page: Page[Any],
    kind: type[Any],
    *,
    form: str,
    language: str,
    again: str,
    capacities: bool = False,
) -> None:
    """Print a page, and say how to go on after it.

    Args:
        page: the rows.
        kind: their class.
        form: `--format`.
        language: `--language`.
        again: the command that printed it, for the hint.
        capacities: whether participants are shown with their capacity.
    """
    from timeline.render import render_page

    columns = width()
    write(
        render_page(
            page, format=form, language=language, terminal=columns, capacities=capacities, kind=kind
        )
    )
    if page.after is not None:
        say(f"more: {again} --after {page.after}")


def write_rows(rows: Iterable[Any], kind: type[Any], *, form: str, language: str = "en") -> None:
    """Print rows of one class."""
    from timeline.render import render

    write(render(rows, format=form, language=language, terminal=width(), kind=kind))


def write_detail(detail: Any, *, form: str, language: str, why: bool = False) -> None:
    """Print all about one event, actor or source."""
    from timeline.render import render_detail

    write(render_detail(detail, format=form, language=language, terminal=width(), why=why))
