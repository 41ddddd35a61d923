"""`timeline diff`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import options

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from timeline.intake.differing import Snapshot

app = options.new_app()

_EXAMPLES = """
timeline diff monday.db friday.db        what is new, revoked, corrected, dated otherwise
timeline diff export.jsonl               what this database has and the export has not
timeline diff --since 12 --until 40      the same of two states of one, by changesets
timeline diff --since "1 Nov 2024" --format markdown
timeline diff a.db b.db --format jsonl | timeline load - --db a.db
"""


@app.command(epilog=options.examples(_EXAMPLES))
def diff(
    databases: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[A] [B]",
            help="Databases or exports: the earlier and the later; B is that of --db if left out.",
        ),
    ] = None,
    *,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="WHEN", help="A changeset, or the day from which changes are shown."
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            "--until", metavar="WHEN", help="A changeset, or the last day; without it, now."
        ),
    ] = None,
    language: options.Language = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="table, json, csv or markdown; jsonl is what load makes A into B with.",
        ),
    ] = "table",
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Show what differs between two databases, or two states of one.

    Events that are dated otherwise, or disputed now, come first; then the records.
    """
    from timeline.cli.output import say, write, write_rows
    from timeline.cli.spoken import spoken
    from timeline.cli.talk import talk
    from timeline.compare.differences import differences
    from timeline.intake.spool import revoked_first
    from timeline.queries.differences import event_differences, record_differences
    from timeline.queries.rows import DifferenceRow

    language = spoken(language, form)
    with _sides(databases or [], since, until, db, language) as (before, after):
        if form == "jsonl":
            with revoked_first(differences(before.records, after.records)) as changes:
                write(options.writer_called(form)(changes))
            return
        rows = [
            *event_differences(before.events, after.events),
            *record_differences(before.records, after.records, language),
        ]
    write_rows(rows, DifferenceRow, form=form, language=language)
    if not rows:
        say(talk("no-difference"))


def _sides(
    databases: list[str], since: str | None, until: str | None, db: str, language: str
) -> AbstractContextManager[tuple[Snapshot, Snapshot]]:
    """Open what is compared.

    Raises:
        UsageError: it is not said what with what.
    """
    from timeline.errors import UsageError
    from timeline.intake.differing import two_databases, two_states

    if len(databases) > 2 or bool(databases) == (since is not None):
        raise UsageError("diff-of-what")
    if since is None:
        if until is not None:
            raise UsageError("diff-of-what")
        return two_databases(databases[0], databases[1] if databases[1:] else db, language)
    return two_states(db, _when("--since", since, end=False), _until(until), language)


def _until(until: str | None) -> int | str | None:
    return None if until is None else _when("--until", until, end=True)


def _when(option: str, given: str, *, end: bool) -> int | str:
    """Read the number of a changeset, or the beginning or end of a day as a moment.

    Raises:
        UsageError: it is neither, or a date without beginning or end.
    """
    from timeline.cli.options import read_date
    from timeline.dates.calendar import iso_text
    from timeline.errors import UsageError

    if given.isdecimal() and len(given) < 19:
        return int(given)
    date = read_date(option, given)
    assert date is not None
    bound = date.latest if end else date.earliest
    if bound is None:
        raise UsageError("bound-without-edge", bound=option)
    return iso_text(bound)
