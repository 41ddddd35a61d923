"""`timeline unmerge`."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli import options

app = options.new_app()

_EXAMPLES = """
timeline unmerge elon-musk e-musk
timeline unmerge meeting talks --events
"""


@app.command(epilog=options.examples(_EXAMPLES))
def unmerge(
    left: Annotated[str, typer.Argument(metavar="A", help="One of the two keys that were merged.")],
    right: Annotated[str, typer.Argument(metavar="B", help="The other one.")],
    *,
    events: options.Events = False,
    by: options.By = None,
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Take back that two actors or two events are the same."""
    from timeline.cli.pairs import judge
    from timeline.load import unmerge as unmerge_them

    judge(unmerge_them, left, right, events=events, by=by, db=db, done="unmerged")
