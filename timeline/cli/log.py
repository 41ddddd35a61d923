"""`timeline log`."""

from __future__ import annotations

from timeline.cli import options

app = options.new_app()

_EXAMPLES = """
timeline log
timeline log --limit 5 --format json
"""


@app.command(epilog=options.examples(_EXAMPLES))
def log(
    *,
    limit: options.Limit = options.DEFAULT_LIMIT,
    form: options.Format = "table",
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """List what was done to the database, newest first."""
    from timeline.cli.output import write_rows
    from timeline.queries.changes import changes
    from timeline.queries.rows import ChangesetRow
    from timeline.store import open_store

    with open_store(db, stale=True) as session:
        rows = changes(session, limit=limit or None)
    write_rows(rows, ChangesetRow, form=form)
