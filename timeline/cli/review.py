"""`timeline review`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import filters, options

if TYPE_CHECKING:
    from timeline.queries.question import Question

app = options.new_app()

_EXAMPLES = """
timeline review                         what settles most comes first
timeline review --source lemonde        one source, as it stands in the text
timeline review --event meeting --by Nina
timeline review --changed               what a newer reading says where you decided
"""


@app.command(epilog=options.examples(_EXAMPLES))
@filters.asking(*filters.PART)
def review(
    *,
    event: Annotated[
        str | None, typer.Option("--event", metavar="EVENT", help="The claims of one event.")
    ] = None,
    changed: Annotated[
        bool,
        typer.Option(
            "--changed", help="List other readings at places where people decided, and end."
        ),
    ] = False,
    question: Question,
    by: options.By = None,
    language: options.Language = None,
    form: options.Format = "table",
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Go through what machines read, a key at a claim, in the terminal."""
    from timeline.cli.spoken import spoken

    language = spoken(language, form)
    if changed:
        _list_changed(db=db, form=form, language=language)
        return
    _check_screen()
    from timeline.cli.person import decider
    from timeline.cli.reviewing.app import ReviewApp
    from timeline.intake.sitting import Sitting

    key = _event_key(db, event)
    sitting = Sitting(db, by=decider(by), question=question, event=key, language=language)
    if error := ReviewApp(sitting).run():
        raise error


def _list_changed(*, db: str, form: str, language: str) -> None:
    from timeline.cli.output import say, write_rows
    from timeline.cli.talk import talk
    from timeline.queries.review import ChangedRow, changed_readings
    from timeline.store import open_store

    with open_store(db) as session:
        rows = changed_readings(session)
    write_rows(rows, ChangedRow, form=form, language=language)
    if not rows:
        say(talk("nothing-changed"))


def _check_screen() -> None:
    """See to it that there is a screen.

    Raises:
        UsageError: there is no terminal, or Textual is not installed.
    """
    import sys
    from importlib.util import find_spec

    from timeline.errors import UsageError

    if find_spec("textual") is None:
        raise UsageError("no-textual")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError("no-terminal")


def _event_key(db: str, called: str | None) -> str | None:
    """Give the key of the event that is meant, if one is.

    Raises:
        StoreError: there is no such database: reviewing makes none.
        NotFoundError, AmbiguousError: of the event.
    """
    from timeline.queries.claimed import find_thing
    from timeline.store import open_store

    with open_store(db) as session:
        return None if called is None else find_thing(session, called, ("event",))[1]
