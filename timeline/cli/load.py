"""`timeline load`."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import options
from timeline.cli.output import say, write_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from timeline.cli.inputs import Reading
    from timeline.load import Report

app = options.new_app()

_EXAMPLES = """
timeline load                        the records that ship with timeline
timeline load notes.yaml             a file; loading a newer version of it later changes what changed
timeline load cases/ feed.jsonl      a folder and a file, as one changeset
timeline export | timeline load - --db copy.db
timeline load notes.yaml --dry-run   only says what would change
"""
# Loading less than this shows no progress bar.
_LONG = 2_000_000


class _DryRunError(Exception):
    """Ends a transaction that is not to be kept; it carries the report."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report


@app.command(epilog=options.examples(_EXAMPLES))
def load(
    files: Annotated[
        list[str] | None, typer.Argument(metavar="[FILE|FOLDER|-]...", help="Records; without any, the seeds.")
    ] = None,
    *,
    db: options.Db = options.DEFAULT_DB,
    collection: Annotated[
        str | None,
        typer.Option(
            "--collection",
            metavar="NAME",
            help="The collection of files that name none (else each file's stem). A pipe revokes only with it.",
        ),
    ] = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="FORMAT", help="yaml, json or jsonl, if the name does not tell.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")] = False,
) -> None:
    """Load records into the database: all of them or none."""
    from timeline.cli.inputs import STDIN, Reading, gather

    given = gather(files or [])
    with _progress(given.size) as progress:
        reading = Reading(given, collection=collection, form=form, progress=progress)
        from_pipe = collection is None and STDIN in (files or [])
        try:
            report = _load(db, given.names, reading, once_only=from_pipe, dry_run=dry_run)
        except _DryRunError as ended:
            report = ended.report
            say("dry run: nothing was changed")
    _print(report)
    if report.new and not dry_run and sys.stdout.isatty():
        say("next: timeline show")


def _load(db: str, names: str, reading: Reading, *, once_only: bool, dry_run: bool) -> Report:
    from timeline.load import load as load_records
    from timeline.store import open_store

    with open_store(db, write=True) as session:
        report = load_records(session, reading, given=names, sha256=reading.sha256, once_only=once_only)
        if dry_run:
            raise _DryRunError(report)
    return report


def _print(report: Report) -> None:
    counts = f"{report.new} new, {report.changed} changed, {report.unchanged} unchanged, {report.revoked} revoked"
    write_line(counts)
    for event, number in report.revoked_of.items():
        say(f"revoked: {number} {'claim' if number == 1 else 'claims'} of {event}")
    for name in report.replaced:
        say(f"note: nothing is left of what collection {name} held before")
        say("if this is another one: timeline undo, then load it with --collection NAME")


@contextmanager
def _progress(size: int) -> Iterator[Callable[[int], None]]:
    """Show a bar on a terminal while something long is read."""
    if size < _LONG or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn, TransferSpeedColumn

    columns = ("loading", BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("loading", total=size)
        yield lambda number: bar.advance(task, number)
