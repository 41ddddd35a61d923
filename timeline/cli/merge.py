"""`timeline merge`."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli import options

app = options.new_app()

_EXAMPLES = """
timeline merge elon-musk e-musk          the first stands for both from now on
timeline merge mali one/mali two/mali    for all of them
timeline merge meeting talks --events    for two events
timeline unmerge elon-musk e-musk        as it was before
"""


@app.command(epilog=options.examples(_EXAMPLES))
def merge(
    left: Annotated[str, typer.Argument(metavar="A", help="Who stands for all: a key, or a name.")],
    right: Annotated[list[str], typer.Argument(metavar="B...", help="Who is the same.")],
    *,
    events: options.Events = False,
    by: options.By = None,
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Judge actors or events to be the same."""
    from timeline.cli.pairs import judge
    from timeline.load import merge as merge_them

    judge(merge_them, left, *right, events=events, by=by, db=db, done="merged")
