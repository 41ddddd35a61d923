"""`timeline show`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import filters, options

if TYPE_CHECKING:
    from timeline.queries.question import Question

app = options.new_app()

_EXAMPLES = """
timeline show --on 2024-11-11            what may have happened that day
timeline show --from 2018 --to 2020-01   what may have happened then; --certainly: what surely did
timeline show --actor Iravani --role participant
timeline show --actor Musk --actor Iravani:speaker      both take part, one of them as speaker
timeline show --text réunion --standing disputed
timeline show meeting --why              one event: every claim, its chain and quote, the reasons
timeline show --known-by 2024-11-14      as it was known that day
timeline show --reviewed no --confidence 0.9..     sure, but unreviewed
"""


@app.command(epilog=options.examples(_EXAMPLES))
@filters.asking(
    *("start", "end", "on", "certainly", "actors", "role", "types", "sources", "places", "tags"),
    *("text", "standings", "known_by", "open", "hidden", "reviewed", "machine", "confidence"),
    "decided_by",
)
def show(
    event: Annotated[
        str | None, typer.Argument(metavar="[EVENT]", help="A key, or words of a title.")
    ] = None,
    *,
    why: Annotated[
        bool, typer.Option("--why", help="With EVENT: how date and standing were reached.")
    ] = False,
    question: Question,
    limit: options.Limit = options.DEFAULT_LIMIT,
    after: options.After = None,
    language: options.Language = None,
    form: options.Format = "table",
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Show what happened in order of time, or one event's dossier."""
    from timeline.cli.spoken import spoken
    from timeline.errors import UsageError
    from timeline.queries.question import Question

    language = spoken(language, form)
    if event is not None:
        if question != Question() or after:
            raise UsageError("event-and-filter")
        _show_dossier(event, db=db, form=form, language=language, why=why)
        return
    if why:
        raise UsageError("why-without-event")
    from timeline.cli.output import say, say_unlisted, write_page
    from timeline.cli.talk import talk
    from timeline.queries.chronology import chronology, unlisted
    from timeline.queries.rows import EventRow
    from timeline.store import open_store

    with open_store(db) as session:
        page = chronology(session, question, language=language, limit=limit or None, after=after)
        more = unlisted(session, question)
    again = talk("same-options", command="show")
    write_page(
        page, EventRow, form=form, language=language, again=again, capacities=bool(question.actors)
    )
    if not page.rows:
        say(talk("no-event"))
    say_unlisted(more)
    if not page.rows and question != Question(hidden=question.hidden):
        raise typer.Exit(1)


def _show_dossier(event: str, *, db: str, form: str, language: str, why: bool) -> None:
    from timeline.cli.output import write_detail
    from timeline.queries.dossier import dossier
    from timeline.store import open_store

    with open_store(db) as session:
        found = dossier(session, event, language=language)
    write_detail(found, form=form, language=language, why=why)
