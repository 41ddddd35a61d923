"""`timeline places`."""

from __future__ import annotations

from timeline.cli import options

app = options.new_app()

_EXAMPLES = """
timeline places                   where things happen, by name
timeline show --place NAME        what happened there, or in what lies there
"""


@app.command(epilog=options.examples(_EXAMPLES))
def places(
    *,
    limit: options.Limit = options.DEFAULT_LIMIT,
    after: options.After = None,
    language: options.Language = None,
    form: options.Format = "table",
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """List the places where things happen."""
    from timeline.cli.output import write_page
    from timeline.cli.spoken import spoken
    from timeline.queries.places import places as list_places
    from timeline.queries.rows import PlaceRow
    from timeline.store import open_store

    language = spoken(language, form)
    with open_store(db) as session:
        page = list_places(session, limit=limit or None, after=after)
    write_page(page, PlaceRow, form=form, language=language, again="timeline places")
