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
    limit: options.Limit = options.DEFAULT_LIMIT,
    after: options.After = None,
    language: options.Language = None,
    form: options.Format = "table",
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Show where sources disagree, every side quoted."""
    from timeline.cli.output import say, write_page
    from timeline.cli.spoken import spoken
    from timeline.cli.talk import talk
    from timeline.queries.conflicts import conflicts as list_conflicts
    from timeline.queries.rows import ConflictRow
    from timeline.store import open_store

    language = spoken(language, form)
    with open_store(db) as session:
        page = list_conflicts(session, language=language, limit=limit or None, after=after)
    write_page(page, ConflictRow, form=form, language=language, again="timeline conflicts")
    if not page.rows:
        say(talk("no-conflict"))
