"""A bar for long work, on a terminal and nowhere else."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Work of less than this shows no bar.
_LONG = {"bytes": 2_000_000, "articles": 20, "events": 2000}


@contextmanager
def progress(
    total: int, unit: Literal["bytes", "articles", "events"], doing: str = "loading"
) -> Iterator[Callable[[int], None]]:
    """Show a bar on a terminal while something long is read or written.

    Args:
        total: how much there is; a little shows none.
        unit: of what.
        doing: what is done with it.

    Yields:
        what is called with each part that is done.
    """
    if total < _LONG[unit] or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        DownloadColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.progress import TransferSpeedColumn as Speed

    amounts = (
        (DownloadColumn(), Speed())
        if unit == "bytes"
        else (MofNCompleteColumn(), TextColumn("{task.fields[rate]}"))
    )
    with Progress(
        doing,
        BarColumn(),
        *amounts,
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        task = bar.add_task(doing, total=total, rate="")

        def advance(number: int) -> None:
            speed = bar.tasks[0].speed
            bar.update(task, advance=number, rate=f"{speed:.1f} {unit}/s" if speed else "")

        yield advance
