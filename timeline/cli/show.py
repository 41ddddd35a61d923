"""`timeline show`."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli import options

app = options.new_app()

_EXAMPLES = """
timeline show --on 2024-11-11            what may have happened that day
timeline show --from 2018 --to 2020-01   what may have happened then; --certainly: what surely did
timeline show --actor Iravani --role participant
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
        str | None, typer.Option("--actor", metavar="NAME", help="Who takes part: a name or key.")
    ] = None,
    role: Annotated[
        str | None, typer.Option("--role", metavar="ROLE", help="With --actor: in which role.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="CONSULT, ASSAULT and so on.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="KEY", help="A source that speaks of it.")
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", metavar="NAME", help="Where, or in what.")
    ] = None,
    tag: Annotated[str | None, typer.Option("--tag", metavar="TAG", help="A tag it has.")] = None,
    text: Annotated[
        str | None, typer.Option("--text", metavar="WORDS", help="Words; accents don't matter.")
    ] = None,
    standing: Annotated[
        str | None,
        typer.Option(
            "--standing", metavar="WORD", help="asserted, reported, disputed, denied or planned."
        ),
    ] = None,
    known_by: Annotated[
        str | None,
        typer.Option("--known-by", metavar="DATE", help="Count only claims published by then."),
    ] = None,
    limit: options.Limit = options.DEFAULT_LIMIT,
    after: options.After = None,
    language: options.Language = "en",
    form: options.Format = "table",
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Show what happened in order of time, or one event's dossier."""
    from timeline.errors import UsageError

    if event is not None:
        if certainly or any(
            (start, end, on, actor, role, kind, source, place, tag, text, standing, known_by, after)
        ):
            raise UsageError(
                "filters are for the list of events; with EVENT leave them out, or leave out EVENT"
            )
        _show_dossier(event, db=db, form=form, language=language, why=why)
        return
    if why:
        raise UsageError("--why needs an event: timeline show EVENT --why")
    from timeline.cli.output import say, write_page
    from timeline.queries.chronology import chronology
    from timeline.queries.rows import EventRow
    from timeline.store import open_store

    window = [
        options.read_date(name, typed)
        for name, typed in (("--from", start), ("--to", end), ("--on", on))
    ]
    known = options.read_date("--known-by", known_by)
    with open_store(db) as session:
        page = chronology(
            session,
            start=window[0],
            end=window[1],
            on=window[2],
            certainly=certainly,
            actor=actor,
            role=role,
            type=kind,
            source=source,
            place=place,
            tag=tag,
            text=text,
            standing=standing,
            known=known,
            language=language,
            limit=limit or None,
            after=after,
        )
    again = "timeline show, with the same options and"
    write_page(
        page, EventRow, form=form, language=language, again=again, capacities=actor is not None
    )
    if not page.rows:
        say("no event")


def _show_dossier(event: str, *, db: str, form: str, language: str, why: bool) -> None:
    from timeline.cli.output import write_detail
    from timeline.queries.dossier import dossier
    from timeline.store import open_store

    with open_store(db) as session:
        found = dossier(session, event, language=language)
    write_detail(found, form=form, language=language, why=why)
