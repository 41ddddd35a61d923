"""`timeline confirm`."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli import options

app = options.new_app()

_EXAMPLES = """
timeline actors --mentions                 who is waiting to be confirmed
timeline confirm 'Amir Saeid Iravani'      a whole name, or a key
timeline undo                              takes it back
"""


@app.command(epilog=options.examples(_EXAMPLES))
def confirm(
    names: Annotated[
        list[str], typer.Argument(metavar="NAME...", help="Keys or whole names of mentions.")
    ],
    *,
    by: options.By = None,
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Make ordinary actors of mentions that a machine found."""
    from timeline.cli.output import write_line
    from timeline.cli.person import person
    from timeline.cli.talk import talk
    from timeline.load import confirm as confirm_them
    from timeline.queries.find import find_mention
    from timeline.store import open_store

    with open_store(db, write=True) as session:
        keys = [find_mention(session, name) for name in dict.fromkeys(names)]
        confirm_them(session, *keys, by=person(by))
    for key in keys:
        write_line(talk("actor-now", key=key))
