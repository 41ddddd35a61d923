"""`timeline decline`."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli import options

app = options.new_app()

_EXAMPLES = """
timeline decline elon-musk article/kimbal-musk     never proposed as one again
timeline decline meeting talks --events            for two events
timeline undo                                      takes it back
"""


@app.command(epilog=options.examples(_EXAMPLES))
def decline(
    left: Annotated[str, typer.Argument(metavar="A", help="One of the two: a key, or a name.")],
    right: Annotated[str, typer.Argument(metavar="B", help="The other one.")],
    *,
    events: options.Events = False,
    by: options.By = None,
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Judge two actors or two events to be different."""
    from timeline.cli.pairs import judge
    from timeline.load import decline as decline_them

    judge(decline_them, left, right, events=events, by=by, db=db, done="declined")
