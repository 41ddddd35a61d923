"""`timeline conflicts`."""

from __future__ import annotations

from timeline.cli import options

app = options.new_app()

_EXAMPLES = """
timeline conflicts
timeline conflicts --format jsonl
"""


@app.command(epilog=options.examples(_EXAMPLES))
def conflicts(
    *,
    language: options.Language = "en",
    form: options.Format = "table",
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Show where sources disagree, both sides quoted."""
    from timeline.cli.output import say, write_rows
    from timeline.queries.conflicts import conflicts as list_conflicts
    from timeline.queries.rows import ConflictRow
    from timeline.store import open_store

    with open_store(db) as session:
        rows = list(list_conflicts(session, language=language))
    write_rows(rows, ConflictRow, form=form, language=language)
    if not rows:
        say("no conflict")
