"""`timeline show`."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from timeline.cli import options

app = options.new_app()

# What an option holds that may be repeated, and what that means.
Several: TypeAlias = list[str] | None
_ALL = "repeated: all."
_ANY = "repeated: any."

_EXAMPLES = """
timeline show --on 2024-11-11            what may have happened that day
timeline show --from 2018 --to 2020-01   what may have happened then; --certainly: what surely did
timeline show --actor Iravani --role participant
timeline show --actor Musk --actor Iravani:speaker      both take part, one of them as speaker
timeline show --text réunion --standing disputed
timeline show meeting --why              one event: every claim, its chain and quote, the reasons
timeline show --known-by 2024-11-14      as it was known that day
"""


@app.command(epilog=options.examples(_EXAMPLES))
def show(
    event: Annotated[
        str | None, typer.Argument(metavar="[EVENT]", help="A key, or words of a title.")
    ] = None,
    *,
    why: Annotated[
        bool, typer.Option("--why", help="With EVENT: how date and standing were reached.")
    ] = False,
    start: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="What may happen from then on.")
    ] = None,
    end: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="What may happen until then.")
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="What may happen then.")
    ] = None,
    certainly: Annotated[
        bool, typer.Option("--certainly", help="Of these only what surely does.")
    ] = False,
    actor: Annotated[
        Several,
        typer.Option("--actor", metavar="NAME", help=f"Who takes part: NAME or NAME:ROLE; {_ALL}"),
    ] = None,
    role: Annotated[
        str | None, typer.Option("--role", metavar="ROLE", help="In which role each --actor does.")
    ] = None,
    kind: Annotated[
        Several, typer.Option("--type", metavar="TYPE", help=f"CONSULT, ASSAULT and so on; {_ANY}")
    ] = None,
    source: Annotated[
        Several,
        typer.Option("--source", metavar="KEY", help=f"A source that speaks of it; {_ANY}"),
    ] = None,
    place: Annotated[
        Several, typer.Option("--place", metavar="NAME", help=f"Where, or in what; {_ANY}")
    ] = None,
    tag: Annotated[
        Several, typer.Option("--tag", metavar="TAG", help=f"A tag it has; {_ALL}")
    ] = None,
    text: Annotated[
        str | None, typer.Option("--text", metavar="WORDS", help="Words; accents don't matter.")
    ] = None,
    standing: Annotated[
        Several,
        typer.Option(
            "--standing",
            metavar="WORD",
            help=f"asserted, reported, disputed, denied or planned; {_ANY}",
        ),
    ] = None,
    known_by: Annotated[
        str | None,
        typer.Option("--known-by", metavar="DATE", help="Count only claims published by then."),
    ] = None,
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
    question = Question(
        start=options.read_date("--from", start),
        end=options.read_date("--to", end),
        on=options.read_date("--on", on),
        known_by=options.read_date("--known-by", known_by),
        certainly=certainly,
        actors=tuple(actor or ()),
        role=role,
        types=tuple(kind or ()),
        sources=tuple(source or ()),
        places=tuple(place or ()),
        tags=tuple(tag or ()),
        text=text,
        standings=tuple(standing or ()),
    )
    if event is not None:
        if question != Question() or after:
            raise UsageError("event-and-filter")
        _show_dossier(event, db=db, form=form, language=language, why=why)
        return
    if why:
        raise UsageError("why-without-event")
    from timeline.cli.output import say, write_page
    from timeline.cli.talk import talk
    from timeline.queries.chronology import chronology
    from timeline.queries.rows import EventRow
    from timeline.store import open_store

    with open_store(db) as session:
        page = chronology(session, question, language=language, limit=limit or None, after=after)
    again = talk("same-options")
    write_page(page, EventRow, form=form, language=language, again=again, capacities=bool(actor))
    if not page.rows:
        say(talk("no-event"))
        if question != Question():
            raise typer.Exit(1)


def _show_dossier(event: str, *, db: str, form: str, language: str, why: bool) -> None:
    from timeline.cli.output import write_detail
    from timeline.queries.dossier import dossier
    from timeline.store import open_store

    with open_store(db) as session:
        found = dossier(session, event, language=language)
    write_detail(found, form=form, language=language, why=why)
