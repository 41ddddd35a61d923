"""`timeline actors`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import filters, options

if TYPE_CHECKING:
    from timeline.queries.question import Question

app = options.new_app()

_EXAMPLES = """
timeline actors                 everybody, with first and last event
timeline actors Musk            a profile: names, positions, events, company
timeline actors Musk --format json
timeline actors --mentions      who was only found by a machine; then: confirm, or suggest
"""


@app.command(epilog=options.examples(_EXAMPLES))
@filters.asking("hidden", "reviewed", "machine", "confidence", "decided_by")
def actors(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="A key, or a name in any script.")
    ] = None,
    *,
    mentions: Annotated[
        bool,
        typer.Option("--mentions", help="Instead those found by a machine and not confirmed yet."),
    ] = False,
    question: Question,
    limit: options.Limit = options.DEFAULT_LIMIT,
    after: options.After = None,
    language: options.Language = None,
    form: options.Format = "table",
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """List who takes part, or show one actor's profile."""
    from timeline.cli.output import say, write_page
    from timeline.cli.spoken import spoken
    from timeline.cli.talk import talk
    from timeline.errors import UsageError
    from timeline.queries.actors import actors as list_actors
    from timeline.queries.actors import mentions as list_mentions
    from timeline.queries.question import Question
    from timeline.queries.rows import ActorRow, MentionRow, Page
    from timeline.store import open_store

    language = spoken(language, form)
    if name is not None:
        if mentions:
            raise UsageError("mentions-of-one")
        if question != Question(hidden=question.hidden):
            raise UsageError("one-and-filter")
        _show_profile(name, db=db, form=form, language=language, hidden=question.hidden)
        return
    with open_store(db) as session:
        page: Page[ActorRow] | Page[MentionRow]
        if mentions:
            page = list_mentions(session, limit=limit or None, after=after, question=question)
        else:
            page = list_actors(
                session, limit=limit or None, after=after, language=language, question=question
            )
    again = "timeline actors --mentions" if mentions else "timeline actors"
    write_page(
        page, MentionRow if mentions else ActorRow, form=form, language=language, again=again
    )
    if mentions and not page.rows:
        say(talk("no-mention"))


def _show_profile(name: str, *, db: str, form: str, language: str, hidden: bool) -> None:
    from timeline.cli.output import say_unlisted, write_detail
    from timeline.queries.actors import profile
    from timeline.queries.rows import Unlisted
    from timeline.store import open_store

    with open_store(db) as session:
        found = profile(session, name, language=language, hidden=hidden)
    write_detail(found, form=form, language=language)
    say_unlisted(Unlisted(hidden=found.hidden))
