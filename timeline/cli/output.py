"""Rows to stdout, talk to stderr."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from subprocess import Popen

    from timeline.queries.rows import Page, Unlisted


def width() -> int | None:
    """Give the terminal's width in columns; None where stdout is no terminal."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def write(pieces: Iterable[str]) -> None:
    """Print pieces of text to stdout as they come, on a terminal through a pager; what the encoding
    lacks is shown as an escape.

    Raises:
        StoreError: stdout takes no more, say because the disk is full.
        typer.Exit: whoever reads it has seen enough, and all is well.
    """
    if pager := _pager():
        with pager:
            _page(pieces, pager)
        return
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    with _refusing():
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.flush()


def write_bytes(data: bytes) -> None:
    """Print bytes to stdout.

    Raises:
        StoreError, typer.Exit: as for `write`.
    """
    with _refusing():
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


@contextmanager
def _refusing() -> Iterator[None]:
    """Tell what stdout does not take."""
    try:
        yield
    except OSError as error:
        from timeline.errors import StoreError

        # What is still waiting to be written would fail once more on Python's way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise typer.Exit from None
        raise StoreError("output-refused", why=error.strerror) from error


def write_file(name: str, pieces: Iterable[bytes]) -> None:
    """Write a file: all of it, or none; what had that name before stays until then.

    Raises:
        UsageError: it can't be written there.
    """
    from pathlib import Path

    from timeline.errors import UsageError

    path = Path(name).resolve()
    # A pipe or a device can't be replaced.
    beside = path.with_name(f".{path.name}.part") if path.is_file() or not path.exists() else path
    try:
        with beside.open("wb") as file:
            file.writelines(pieces)
        beside.replace(path)
    except OSError as error:
        raise UsageError("file-unwritable", name=name, why=error.strerror) from error
    finally:
        if beside != path:
            beside.unlink(missing_ok=True)


def _pager() -> Popen[str] | None:
    """Start the pager of the terminal, as git does: TIMELINE_PAGER, else PAGER, else less, which
    shows what fits on the screen and ends. None without a terminal, or where it is switched off.
    """
    import subprocess

    settings = os.environ
    command = settings.get("TIMELINE_PAGER", settings.get("PAGER", "less"))
    if not sys.stdout.isatty() or command in ("", "cat"):
        return None
    environment = {"LESS": "FRX", **settings}
    try:
        return subprocess.Popen(  # noqa: S603 - the command is the own of whoever sits there
            shlex.split(command),
            stdin=subprocess.PIPE,
            env=environment,
            encoding=sys.stdout.encoding,
            errors="backslashreplace",
        )
    except (OSError, ValueError):  # there is none, or its name is broken
        return None


def _page(pieces: Iterable[str], pager: Popen[str]) -> None:
    assert pager.stdin is not None
    with suppress(BrokenPipeError):  # whoever reads it has seen enough
        for piece in pieces:
            pager.stdin.write(piece)
        pager.stdin.close()
    while pager.poll() is None:
        with suppress(KeyboardInterrupt):  # which is the pager's to understand
            pager.wait()


def write_line(line: str) -> None:
    """Print one line to stdout."""
    from timeline.render.escape import printable

    write([printable(line), "\n"])


def say(line: str) -> None:
    """Print a line of talk to stderr."""
    from timeline.render.escape import printable

    typer.echo(printable(line), err=True)


def say_unlisted(found: Unlisted) -> None:
    """Say how many events are not listed, and what lists them."""
    from timeline.cli.talk import talk
    from timeline.queries.chronology import MOST_COUNTED

    for name, count in found._asdict().items():
        if count:
            few, many = _UNLISTED[name]
            say(talk(many if count == MOST_COUNTED else few, count=count))


# What is not listed -> codes of what to say of it: of so many, and of that many at least.
_UNLISTED = {
    "hidden": ("hidden-events", "hidden-events-many"),
    "open": ("open-events", "open-events-many"),
}


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
        from timeline.cli.talk import talk

        say(talk("more", again=again, after=shlex.quote(page.after)))


def write_rows(rows: Iterable[Any], kind: type[Any], *, form: str, language: str = "en") -> None:
    """Print rows of one class."""
    from timeline.render import render

    write(render(rows, format=form, language=language, terminal=width(), kind=kind))


def write_detail(detail: Any, *, form: str, language: str, why: bool = False) -> None:
    """Print all about one event, actor or source."""
    from timeline.render import render_detail

    write(render_detail(detail, format=form, language=language, terminal=width(), why=why))
