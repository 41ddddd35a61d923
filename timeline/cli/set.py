"""`timeline set`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.cli import options

if TYPE_CHECKING:
    from timeline.records import Link, Position

app = options.new_app()

_EXAMPLES = """
timeline set meeting --title "Musk meets Iran's ambassador" --type CONSULT --tag iran
timeline set meeting --link part_of:talks --link background:sanctions
timeline set paul-garnier --name "Paul Garnier" --alias "P. Garnier"
timeline set amir-saeid-iravani --position "ambassador to the UN" --held 2022/..
timeline set lemonde-2024-11-15 --published 2024-11-15
timeline set my-notes --evidence yes      what you noted yourself counts as a source
"""


@app.command(epilog=options.examples(_EXAMPLES))
def set_(
    thing: Annotated[
        str, typer.Argument(metavar="EVENT|ACTOR|SOURCE|PLACE", help="A key, or a name.")
    ],
    *,
    title: Annotated[
        str | None, typer.Option("--title", metavar="WORDS", help="Of an event or a source.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--type", metavar="TYPE", help="Of an event; or what an actor or source is."),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="NAME", help="By which it is to be shown.")
    ] = None,
    alias: Annotated[
        list[str] | None, typer.Option("--alias", metavar="NAME", help="A further name.")
    ] = None,
    description: Annotated[
        str | None, typer.Option("--description", metavar="WORDS", help="Who an actor is.")
    ] = None,
    place: Annotated[
        str | None,
        typer.Option("--place", metavar="KEY", help="Where an event was, or a place lies."),
    ] = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="Of a source.")
    ] = None,
    url: Annotated[str | None, typer.Option("--url", metavar="URL", help="Of a source.")] = None,
    evidence: Annotated[
        str | None,
        typer.Option("--evidence", metavar="yes|no", help="Whether a source is evidence."),
    ] = None,
    tag: Annotated[
        list[str] | None, typer.Option("--tag", metavar="TAG", help="Of an event.")
    ] = None,
    untag: Annotated[
        list[str] | None, typer.Option("--untag", metavar="TAG", help="A tag you gave it.")
    ] = None,
    link: Annotated[
        list[str] | None,
        typer.Option("--link", metavar="KIND:EVENT", help="How it stands to another event."),
    ] = None,
    position: Annotated[
        str | None, typer.Option("--position", metavar="TITLE", help="What an actor holds or held.")
    ] = None,
    held: Annotated[
        str | None, typer.Option("--held", metavar="EDTF", help="When, with --position.")
    ] = None,
    language: Annotated[
        str, typer.Option("--lang", metavar="LANG", help="Language of the title: en, fr, ...")
    ] = "en",
    by: options.By = None,
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """State a title, type, tag, place, name, link or position yourself."""
    from timeline.cli.output import write_line
    from timeline.cli.person import decider
    from timeline.cli.stated import links_named, positions_named, stated
    from timeline.cli.talk import talk
    from timeline.errors import UsageError
    from timeline.load import stands_for, state
    from timeline.load import untag as take_back
    from timeline.queries.claimed import find_thing
    from timeline.store import open_store

    given: dict[str, Any] = {"title": title, "kind": kind, "name": name, "alias": alias}
    given |= {"description": description, "place": place, "url": url, "tag": tag}
    given["evidence"] = evidence
    date = options.read_date("--published", published)
    given["published"] = date and date.text
    with open_store(db, write=True) as session:
        of, key = find_thing(session, thing, ("event", "actor", "source", "place"))
        who = decider(by)
        record, changes = stated(of, key, given, language, by=who)
        key = stands_for(session, record, key)
        also: list[Link | Position] = [
            *links_named(session, of, key, link or ()),
            *positions_named(of, key, position, held),
        ]
        if not changes and not also and not untag:
            raise UsageError("nothing-to-set")
        if changes or also:
            state(session, record, key, changes, by=who, also=also)
        if untag:
            take_back(session, key, untag, by=who)
    write_line(talk("stated", of=of, key=key))
