"""`timeline sql`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from timeline.cli import options

app = options.new_app()

_EXAMPLES = """
timeline sql "SELECT date, title, standing FROM timeline_events ORDER BY earliest"
timeline sql "SELECT * FROM timeline_claims WHERE event = 'meeting'" --format csv
timeline sql - < query.sql
"""


@app.command(epilog=options.examples(_EXAMPLES))
def sql(
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help="One statement; - reads it from standard input.")
    ],
    *,
    form: options.Format = "table",
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Run a read-only SQL query over the documented views.

    The views are timeline_events, timeline_appearances, timeline_claims and timeline_conflicts.
    """
    from timeline.cli.output import say, width, write
    from timeline.encoding import decode_text
    from timeline.queries.sql import run_query
    from timeline.render import render_table
    from timeline.store import open_store

    text = decode_text(sys.stdin.buffer.read()) if query == "-" else query
    with open_store(db, guarded=True) as session:
        columns, rows = run_query(session, text)
        if not columns:
            say("that statement gives no rows")
            return
        write(render_table(columns, rows, format=form, terminal=width()))
