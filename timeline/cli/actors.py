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
timeline actors --mentions      who was only found by a machine; then: confirm, or suggest
"""


@app.command(epilog=options.examples(_EXAMPLES))
def actors(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="A key, or a name in any script.")
    ] = None,
    *,
    mentions: Annotated[
        bool,
        typer.Option("--mentions", help="Instead those found by a machine and not confirmed yet."),
    ] = False,
    limit: options.Limit = options.DEFAULT_LIMIT,
    after: options.After = None,
    language: options.Language = None,
    form: options.Format = "table",
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """List who takes part, or show one actor's profile."""
    from timeline.cli.output import say, write_detail, write_page
    from timeline.cli.spoken import spoken
    from timeline.cli.talk import talk
    from timeline.errors import UsageError
    from timeline.queries.actors import actors as list_actors
    from timeline.queries.actors import mentions as list_mentions
    from timeline.queries.actors import profile
    from timeline.queries.rows import ActorRow, MentionRow, Page
    from timeline.store import open_store

    language = spoken(language, form)
    if name is not None and mentions:
        raise UsageError("mentions-of-one")

    with open_store(db) as session:
        if name is not None:
            write_detail(profile(session, name, language=language), form=form, language=language)
            return
        page: Page[ActorRow] | Page[MentionRow]
        if mentions:
            page = list_mentions(session, limit=limit or None, after=after)
        else:
            page = list_actors(session, limit=limit or None, after=after, language=language)
    again = "timeline actors --mentions" if mentions else "timeline actors"
    write_page(
        page, MentionRow if mentions else ActorRow, form=form, language=language, again=again
    )
    if mentions and not page.rows:
        say(talk("no-mention"))
