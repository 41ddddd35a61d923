"""`timeline log`."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli import options

app = options.new_app()

_EXAMPLES = """
timeline log
timeline log --each              each claim that was decided, each merge
timeline log --limit 5 --format json
"""


@app.command(epilog=options.examples(_EXAMPLES))
def log(
    *,
    each: Annotated[
        bool,
        typer.Option("--each", help="A line for each change, also of those of one sitting."),
    ] = False,
    limit: options.Limit = options.DEFAULT_LIMIT,
    language: options.Language = None,
    form: options.Format = "table",
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """List what was done to the database, newest first.

    What a person decided in one sitting, never half an hour apart, is one line.
    """
    from timeline.cli.output import write_rows
    from timeline.cli.spoken import spoken
    from timeline.queries.changes import changes
    from timeline.queries.rows import ChangesetRow
    from timeline.store import open_store

    with open_store(db, stale=True) as session:
        rows = changes(session, limit=limit or None, each=each)
    write_rows(rows, ChangesetRow, form=form, language=spoken(language, form))
