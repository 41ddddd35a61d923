"""`timeline actors`."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli import options

app = options.new_app()

_EXAMPLES = """
timeline actors                 everybody, with first and last event
timeline actors Musk            a profile: names, positions, events, company
timeline actors Musk --format json
"""


@app.command(epilog=options.examples(_EXAMPLES))
def actors(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="A key, or a name in any script.")] = None,
    *,
    limit: options.Limit = options.DEFAULT_LIMIT,
    after: options.After = None,
    language: options.Language = "en",
    form: options.Format = "table",
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """List who takes part, or show one actor's profile."""
    from timeline.cli.output import write_detail, write_page
    from timeline.queries.actors import actors as list_actors
    from timeline.queries.actors import profile
    from timeline.queries.rows import ActorRow
    from timeline.store import open_store

    with open_store(db) as session:
        if name is not None:
            write_detail(profile(session, name, language=language), form=form, language=language)
            return
        page = list_actors(session, limit=limit or None, after=after)
    write_page(page, ActorRow, form=form, language=language, again="timeline actors")
