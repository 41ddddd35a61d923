"""`timeline undo`."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from timeline.cli import options

app = options.new_app()

_EXAMPLES = """
timeline log --each      what there is to undo
timeline undo            the newest
timeline undo 3          that one, if nothing later depends on it
timeline undo 3 --with-later      and all that does, as one change
"""


@app.command(epilog=options.examples(_EXAMPLES))
def undo(
    number: Annotated[
        str | None, typer.Argument(metavar="[NUMBER]", help="Of a changeset; see the log.")
    ] = None,
    *,
    with_later: Annotated[
        bool, typer.Option("--with-later", help="Take back later work that depends on it too.")
    ] = False,
    by: options.By = None,
    yes: options.Yes = False,
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Take back a load or a judgement."""
    from timeline.cli.output import say, write_line
    from timeline.cli.person import agreed, person
    from timeline.cli.talk import talk
    from timeline.errors import UsageError
    from timeline.load import undo as take_back
    from timeline.queries.changes import sitting_of
    from timeline.store import open_store

    if number is not None and not re.fullmatch("[0-9]{1,18}", number):
        raise UsageError("no-changeset-number", given=number)
    chosen = None if number is None else int(number)
    with open_store(db, write=True) as session:
        together = 1 if chosen is None else sitting_of(session, chosen)
        undone = take_back(session, chosen, by=person(by), with_later=with_later)
        later = len(undone.later)
        if later and not agreed(talk("undo-them", count=later, later=undone.later), yes=yes):
            # Nothing is committed.
            raise typer.Exit
    write_line(talk("undone", number=undone.number, kind=undone.kind, given=undone.given))
    if together > 1:
        say(talk("one-of-sitting", count=together - 1))
