"""`timeline suggest`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.queries.rows import SuggestionRow

app = options.new_app()

_EXAMPLES = """
timeline suggest                 actors: mentions and who they may be, the best first
timeline suggest --events        events that may be one
timeline merge A B...            accepts a group; timeline decline A B: never proposed again
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

    A line has all that may be one with each other. Nothing is changed, and what somebody has judged
    is not proposed again.
    """
    from timeline.cli.output import say, write_rows
    from timeline.cli.spoken import spoken
    from timeline.cli.talk import talk
    from timeline.queries.find import free_slug
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
        together = bool(rows) and not events and _are_mentions(session, rows[0])
        key = free_slug(session, rows[0].name) if together else None
    write_rows(rows, SuggestionRow, form=form, language=language)
    if not rows:
        say(talk("nothing-to-suggest"))
        return
    for line in _next(rows[0], together=together, key=key, events=events):
        say(line)


def _next(row: SuggestionRow, *, together: bool, key: str | None, events: bool) -> Iterator[str]:
    """Say what takes the first group, and what parts it.

    Args:
        row: the group.
        together: whether they are all mentions of its name.
        key: a short one that they may have then.
        events: whether they are events.
    """
    from shlex import join

    from timeline.cli.talk import talk

    option = ["--events"] if events else []
    merge = ["merge", row.key, *row.others, *option]
    confirm = ["confirm", "--as-one", str(row.name), *(["--as", key] if key else [])]
    yield talk("if-one", command=join(["timeline", *(confirm if together else merge)]))
    code = "if-one-is-another" if row.others[1:] else "if-two"
    yield talk(code, command=join(["timeline", "decline", row.key, row.others[0], *option]))


def _are_mentions(session: Any, row: SuggestionRow) -> bool:
    """Whether `confirm --as-one` of the name takes this group and nobody else."""
    from timeline.errors import AmbiguousError, NotFoundError
    from timeline.queries.find import find_mentions

    try:
        return {*find_mentions(session, row.name or "")} == {row.key, *row.others}
    except (AmbiguousError, NotFoundError):
        return False
