"""`timeline undo`."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from timeline.cli import options

app = options.new_app()

_EXAMPLES = """
timeline log             what there is to undo
timeline undo            the newest
timeline undo 3          that one, if nothing later depends on it
"""


@app.command(epilog=options.examples(_EXAMPLES))
def undo(
    number: Annotated[
        str | None, typer.Argument(metavar="[NUMBER]", help="Of a changeset; see the log.")
    ] = None,
    *,
    by: options.By = None,
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Take back a load or a judgement."""
    from timeline.cli.output import write_line
    from timeline.cli.person import person
    from timeline.cli.talk import talk
    from timeline.errors import UsageError
    from timeline.load import undo as take_back
    from timeline.store import open_store

    if number is not None and not re.fullmatch("[0-9]{1,18}", number):
        raise UsageError("no-changeset-number", given=number)
    with open_store(db, write=True) as session:
        undone = take_back(session, None if number is None else int(number), by=person(by))
    write_line(talk("undone", number=undone.number, kind=undone.kind, given=undone.given))
