"""`timeline db`: Alembic, for people who never learnt it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.store.migrate import Move, StepDown

app = options.new_app(no_args_is_help=True)

Revision = Annotated[str, typer.Argument(metavar="REVISION", help="One of `timeline db history`.")]


@app.callback()
def db() -> None:
    """Upgrade, downgrade and check the database's schema."""


@app.command(epilog=options.examples("timeline db upgrade"))
def upgrade(revision: Revision = "head", *, db: options.Db = options.DEFAULT_DB) -> None:
    """Bring the schema up to date, after a backup of the file."""
    from timeline.cli.progress import progress
    from timeline.load import left_to_renew, renew
    from timeline.store import migrate, open_store
    from timeline.store.schema import HEAD

    move = migrate.upgrade(db, revision)
    if move.after == HEAD:
        with (
            open_store(db, write=True) as session,
            progress(left_to_renew(session), "events") as advance,
        ):
            renew(session, advance)
    _print(move)


@app.command(epilog=options.examples("timeline db downgrade tl0001\ntimeline db downgrade base"))
def downgrade(
    revision: Revision,
    *,
    yes: Annotated[
        bool, typer.Option("--yes", help="Lose what is listed without asking first.")
    ] = False,
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Take the schema back to an older revision, after a dump of all records and a backup.

    What the older schema has no place for is lost, and listed first.
    """
    from timeline.formats import FORMATS
    from timeline.store import migrate
    from timeline.store.stored import every_record

    steps = migrate.steps_down(db, revision)
    if steps and not yes:
        _confirm(steps)
    write = FORMATS["jsonl"].write
    assert write is not None
    _print(migrate.downgrade(db, revision, lambda session: write(every_record(session))))


def _confirm(steps: Sequence[StepDown]) -> None:
    from timeline.cli.output import say
    from timeline.cli.talk import talk
    from timeline.errors import UsageError

    for step in steps:
        lost = ", ".join(f"{number} {what}" for what, number in step.lost)
        say(talk("step-loses", before=step.before, after=step.after or "base", lost=lost))
    if not sys.stdin.isatty():
        raise UsageError("confirmation-needed")
    if not typer.confirm(talk("go-on"), err=True):
        raise typer.Exit(1)


@app.command(epilog=options.examples("timeline db reader press"))
def reader(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Of the role, new or there already.")],
    *,
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Make a role of PostgreSQL that may read the documented views and nothing else."""
    from timeline.cli.output import write_line
    from timeline.store import open_store
    from timeline.store.roles import make_reader

    with open_store(db, write=True) as session:
        statements = make_reader(session, name)
    for statement in statements:
        write_line(f"{statement};")


@app.command(epilog=options.examples("timeline db current"))
def current(*, db: options.Db = options.DEFAULT_DB) -> None:
    """Print the revision that the database is at."""
    from timeline.cli.output import write_line
    from timeline.cli.talk import talk
    from timeline.store import migrate

    found = [revision for revision in migrate.history(db) if revision.current]
    for revision in found:
        write_line(f"{revision.name}  {revision.says}")
    if not found:
        write_line(talk("no-schema"))


@app.command(epilog=options.examples("timeline db history"))
def history(*, db: options.Db = options.DEFAULT_DB) -> None:
    """List the revisions, oldest first."""
    from timeline.cli.output import write_line
    from timeline.store import migrate

    for revision in migrate.history(db):
        write_line(f"{revision.name}  {revision.says}{'  (current)' if revision.current else ''}")


@app.command(epilog=options.examples("timeline db check"))
def check(*, db: options.Db = options.DEFAULT_DB) -> None:
    """Compare the tables with those that this version expects; exit 1 if they differ."""
    from timeline.cli.output import write_line
    from timeline.cli.talk import talk
    from timeline.store import migrate

    found = migrate.differences(db)
    newest = migrate.history(db)[-1]
    if not newest.current:
        found = [
            talk("not-current", name=newest.name),
            *found,
        ]
    for difference in found:
        write_line(difference)
    if found:
        raise typer.Exit(1)
    write_line(talk("schema-fine"))


def _print(move: Move) -> None:
    from timeline.cli.output import say, write_line
    from timeline.cli.talk import talk

    for path in move.kept:
        say(talk("kept-at", path=path))
    write_line(f"{move.before or 'empty'} -> {move.after or 'empty'}")
