"""`timeline correct`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.cli import options

if TYPE_CHECKING:
    from timeline import records

app = options.new_app()

_EXAMPLES = """
timeline correct 2480                              in your editor
timeline correct 2480 --date "4 nov 2024" --who Musk:participant --who Iravani:participant
timeline correct 2480 --modality reported --reason "the paper only says so"
timeline undo                                      takes it back
"""


@app.command(epilog=options.examples(_EXAMPLES))
def correct(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="Its key, or how that begins.")],
    *,
    date: Annotated[str | None, typer.Option("--date", metavar="DATE", help="When.")] = None,
    who: Annotated[
        list[str] | None,
        typer.Option(
            "--who", metavar="NAME:ROLE", help="Who takes part, in which role; repeated: all."
        ),
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="CONSULT, VISIT and so on.")
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", metavar="KEY", help="Where: the key of a place.")
    ] = None,
    modality: Annotated[
        str | None,
        typer.Option("--modality", metavar="WORD", help="asserted, reported, possible, planned."),
    ] = None,
    polarity: Annotated[
        str | None, typer.Option("--polarity", metavar="WORD", help="affirms, denies or declines.")
    ] = None,
    event: Annotated[
        str | None, typer.Option("--event", metavar="EVENT", help="Which event it speaks of.")
    ] = None,
    why: options.Why = None,
    by: options.By = None,
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Put your own claim in the place of one that a machine read wrongly."""
    from timeline.cli.output import say, write_line
    from timeline.cli.person import decider
    from timeline.cli.talk import talk
    from timeline.load import correct as correct_it
    from timeline.queries.claimed import find_claim
    from timeline.queries.types import known_type
    from timeline.store import open_store
    from timeline.store.stored import claims_called

    given: dict[str, Any] = {"modality": modality, "polarity": polarity}
    given["date"] = options.read_date("--date", date)
    with open_store(db) as session:
        key = find_claim(session, claim)
        read = claims_called(session, [key])[key]
        given |= _found(session, who, place, event)
    changes = {name: value for name, value in given.items() if value is not None}
    if not changes and kind is None:
        changes = _by_editor(key, read)
    if not changes and kind is None:
        say(talk("nothing-edited"))
        return
    with open_store(db, write=True) as session:
        type_of_event = None if kind is None else known_type(kind)
        correct_it(session, key, changes, by=decider(by), why=why, kind=type_of_event)
    write_line(talk("corrected", claim=key))


def _found(
    session: Any, who: list[str] | None, place: str | None, event: str | None
) -> dict[str, Any]:
    """Find what names and keys mean."""
    from timeline.queries.find import find_keyed, key_of
    from timeline.queries.question import parts_named
    from timeline.store.tables import tables as t

    found: dict[str, Any] = {}
    if who:
        found["who"] = parts_named(session, who)
    if place is not None:
        find_keyed(session, t.place, place)
        found["place"] = place
    if event is not None:
        _, found["event"] = key_of(session, event, of="event")
    return found


def _by_editor(key: str, read: records.Claim) -> dict[str, Any]:
    """Let a person edit the claim's block; give the fields that are different then.

    Raises:
        LoadError, UsageError: it can't be read any more, or is no single claim.
    """
    from timeline.cli.editor import edited, records_in
    from timeline.errors import UsageError
    from timeline.formats.native.write import write_yaml
    from timeline.records import Claim

    text = "".join(write_yaml([read]))
    saved = edited(text)
    if saved is None:
        return {}
    found = records_in(saved, keep_as=f"correction-{key}.yaml")
    claims = [record for record in found if isinstance(record, Claim)]
    if len(claims) != 1:
        raise UsageError("not-one-claim", count=len(claims))
    names = [name for name in Claim.__struct_fields__ if name != "collection"]
    changes = {name: getattr(claims[0], name) for name in names}
    return {name: value for name, value in changes.items() if value != getattr(read, name)}
