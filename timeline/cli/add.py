"""`timeline add`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.cli import options

if TYPE_CHECKING:
    from timeline.records import AnyRecord

app = options.new_app()

_EXAMPLES = """
timeline add                      in your editor
timeline add --type VISIT --title "Musk in Paris" --date "12 nov 2024" \\
    --who Musk:agent --source report-fr --quote "en visite à Paris"
timeline add --type VISIT --title "Musk in Paris" --url https://example.org/a
timeline undo                     takes it back
"""
# What a person sees in the editor at first.
_TEMPLATE = """\
# Write what you know, and save; a text left as it is adds nothing.
# source: the key of a source that you have, or a block {key: ..., url: ..., published: ...}
source:
events:
  - key: a-short-name
    type: OTHER
    title: {en: ""}
    claims:
      - date:
        who: {participant: []}
        quote:
"""


@app.command(epilog=options.examples(_EXAMPLES))
def add(
    *,
    kind: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="CONSULT, VISIT and so on.")
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="WORDS", help="What happened.")
    ] = None,
    language: Annotated[
        str, typer.Option("--lang", metavar="LANG", help="Language of the title: en, fr, ...")
    ] = "en",
    key: Annotated[
        str | None, typer.Option("--key", metavar="KEY", help="Its key; made of the title without.")
    ] = None,
    date: Annotated[str | None, typer.Option("--date", metavar="DATE", help="When.")] = None,
    who: Annotated[
        list[str] | None,
        typer.Option(
            "--who", metavar="NAME:ROLE", help="Who takes part, in which role; repeated: all."
        ),
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", metavar="KEY", help="Where: the key of a place.")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="KEY", help="The source that says so.")
    ] = None,
    url: Annotated[
        str | None, typer.Option("--url", metavar="URL", help="The page that says so.")
    ] = None,
    quote: Annotated[
        str | None, typer.Option("--quote", metavar="WORDS", help="In which words.")
    ] = None,
    by: options.By = None,
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Add an event of your own, with the source that says so."""
    from timeline.cli.output import say, write_line
    from timeline.cli.person import decider
    from timeline.cli.talk import talk
    from timeline.errors import Where
    from timeline.load import load
    from timeline.records import Located
    from timeline.store import open_store

    given = {"type": kind, "title": title, "date": date, "who": who, "place": place}
    given |= {"source": source, "url": url, "quote": quote, "key": key}
    person = decider(by)
    with open_store(db, write=True) as session:
        if any(value is not None for value in given.values()):
            records = _from_options(session, given, language, person)
        else:
            records = _from_editor(person)
        if not records:
            say(talk("nothing-edited"))
            return
        found = (Located(record, Where("add")) for record in records)
        report = load(session, found, kind="add", by=person)
    write_line(talk("added", count=report.new))


def _from_options(
    session: Any, given: dict[str, Any], language: str, person: str
) -> list[AnyRecord]:
    """Make records of what the options hold.

    Raises:
        UsageError: the type, the title or the source is missing.
        LoadError: a field can't hold that.
    """
    from timeline.cli.stated import stated
    from timeline.errors import UsageError
    from timeline.load.run import now
    from timeline.names import slug
    from timeline.queries.question import parts_named
    from timeline.records import Claim, Event, Source
    from timeline.store.stored import by_hand_of

    missing = [name for name in ("type", "title") if not given[name]]
    if not given["source"] and not given["url"]:
        missing.append("source")
    if missing:
        raise UsageError("add-misses", missing=missing)
    key = given["key"] or slug(given["title"])
    named = {"kind": given["type"], "title": given["title"]}
    _, said = stated("event", key, named, language, by=person)
    mine: dict[str, Any] = {"collection": by_hand_of(person), "by": person, "at": now()}
    source = given["source"] or given["url"]
    records: list[AnyRecord] = [Event(key=key, **said, **mine)]
    if not given["source"]:
        records.append(Source(key=source, url=source, **mine))
    claim = Claim(
        collection=by_hand_of(person),
        event=key,
        source=source,
        date=options.read_date("--date", given["date"]),
        who=parts_named(session, given["who"] or ()),
        place=given["place"],
        quote=given["quote"],
    )
    return [*records, claim]


def _from_editor(person: str) -> list[AnyRecord]:
    """Let a person write records; none if the text was left as it is.

    Raises:
        LoadError: it can't be read; it is kept in a file.
    """
    from msgspec.structs import replace

    from timeline.cli.editor import edited, records_in
    from timeline.records import Collection
    from timeline.store.stored import by_hand_of

    saved = edited(_TEMPLATE)
    found = records_in(saved, keep_as="addition.yaml") if saved is not None else []
    return [
        replace(record, collection=by_hand_of(person))
        for record in found
        if not isinstance(record, Collection)
    ]
