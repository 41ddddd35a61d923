"""`timeline suggest`."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli import options

app = options.new_app()

_EXAMPLES = """
timeline suggest                 actors: a mention and who that may be, the best first
timeline suggest --events        events of different sources that may be one
timeline merge A B               accepts a pair; timeline decline A B: never proposed again
"""


@app.command(epilog=options.examples(_EXAMPLES))
def suggest(
    *,
    events: Annotated[bool, typer.Option("--events", help="Events instead of actors.")] = False,
    limit: options.Limit = options.DEFAULT_LIMIT,
    language: options.Language = None,
    form: options.Format = "table",
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Propose actors, or events, that may be one.

    Nothing is changed, and no pair that somebody has judged is proposed again.
    """
    from shlex import join

    from timeline.cli.output import say, write_rows
    from timeline.cli.spoken import spoken
    from timeline.cli.talk import talk
    from timeline.queries.rows import SuggestionRow
    from timeline.queries.same_events import suggest_events
    from timeline.queries.suggest import suggest_actors
    from timeline.store import open_store

    language = spoken(language, form)
    with open_store(db) as session:
        if events:
            rows = suggest_events(session, limit=limit or None, language=language)
        else:
            rows = suggest_actors(session, limit=limit or None)
    write_rows(rows, SuggestionRow, form=form, language=language)
    if not rows:
        say(talk("nothing-to-suggest"))
        return
    pair = [rows[0].left, rows[0].right, *(["--events"] if events else [])]
    say(talk("if-one", command=join(["timeline", "merge", *pair])))
    say(talk("if-two", command=join(["timeline", "decline", *pair])))
