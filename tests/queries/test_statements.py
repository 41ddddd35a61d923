"""What collections say differently of one thing is told, with who says it, and why it is not
shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from builders import put_in

from timeline import records as r
from timeline.dates import parse
from timeline.errors import Message
from timeline.queries.conflicts import conflicts
from timeline.queries.dossier import dossier
from timeline.queries.rows import ConflictRow, Side, Voice
from timeline.queries.statements import KINDS
from timeline.render.languages import LANGUAGES
from timeline.store.stored import KIND_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from timeline.combine import Thing

# Kind -> the least that it needs, and field -> two values of which one is not shown.
TOLD: Mapping[type[Thing], tuple[dict[str, Any], dict[str, tuple[Any, Any]]]] = {
    r.Source: (
        {},
        {
            "kind": ("report", "post"),
            "title": ("A", "B"),
            "publisher": ("A", "B"),
            "author": ("A", "B"),
            "url": ("https://a.example", "https://b.example"),
            "language": ("en", "fr"),
            "published": (parse("2020"), parse("2021-05")),
            "retrieved_at": ("2020-01-01", "2020-01-02"),
            "replaces": ("first", "second"),
            "version": ("update", "correction"),
            "evidence": ("yes", "no"),
            "text": ("A text.", "Another."),
        },
    ),
    r.Actor: (
        {"name": "N"},
        {
            "name": ("A", "B"),
            "kind": ("state", "organisation"),
            "description": ("A", "B"),
            "identifiers": ({"wikidata": "Q1"}, {"wikidata": "Q2"}),
        },
    ),
    r.Place: (
        {"name": "N"},
        {
            "name": ("A", "B"),
            "country": ("FR", "DE"),
            "latitude": (1.5, -2.0),
            "longitude": (1.5, -2.0),
            "part_of": ("first", "second"),
        },
    ),
    r.Event: (
        {"type": "VISIT"},
        {
            "type": ("AGREE", "CONSULT"),
            "title": ({"fr": "A"}, {"fr": "B"}),
            "summary": ({"fr": "A"}, {"fr": "B"}),
        },
    ),
}
# What belongs to who says it, is united instead (names, tags), goes with a text (whether it is only
# a part), or follows from claims (the place of an event).
NOT_TOLD = {"key", "collection", "extractor", "by", "at", "mention", "names", "tags"}
NOT_TOLD |= {"partial", "place"}
CASES = [(kind, field) for kind, (_, fields) in TOLD.items() for field in fields]


def stated(kind: type[Thing], field: str, **which: Any) -> list[Thing]:
    """What two collections say of a thing, the second of them first."""
    least, fields = TOLD[kind]
    needed = {"replaces": "first"} if field == "version" else {}
    return [
        kind(key="x", collection=collection, **(least | needed | {field: value} | which))
        for collection, value in zip(("two", "one"), reversed(fields[field]), strict=True)
    ]


def surroundings(kind: type[Thing]) -> list[Any]:
    """Things to which others refer."""
    if kind is r.Source:
        return [r.Source(key=key, collection="all") for key in ("first", "second")]
    return [r.Place(key=key, name=key, collection="all") for key in ("first", "second")]


def test_every_kind_is_told() -> None:
    assert list(KINDS) == list(KIND_NAMES.values())
    assert set(TOLD) == set(KIND_NAMES)


@pytest.mark.parametrize("kind", TOLD, ids=lambda kind: kind.__name__)
def test_every_field_has_its_case(kind: type[Thing]) -> None:
    fields = {field.name for field in msgspec.structs.fields(kind)} - NOT_TOLD
    assert set(TOLD[kind][1]) == fields
    assert fields <= set(LANGUAGES["fr"].terms)


@pytest.mark.parametrize(("kind", "field"), CASES)
def test_what_is_not_shown_is_a_conflict(
    kind: type[Thing], field: str, session: Connection
) -> None:
    put_in(session, *surroundings(kind), *stated(kind, field))
    (row,) = conflicts(session).rows
    assert (row.of, row.key, row.about.partition(".")[0]) == (kind.__name__.lower(), "x", field)
    shown, other = row.sides
    assert shown.says != other.says
    assert (shown.voices, other.voices) == ((Voice(collection="one"),), (Voice(collection="two"),))
    assert (shown.why, other.why) == (None, Message("statement-order", by="one"))


def test_a_persons_word_goes_before_a_machines(session: Connection) -> None:
    machine, person = stated(r.Event, "type")
    put_in(session, msgspec.structs.replace(person, extractor="coder"), machine)
    (row,) = conflicts(session).rows
    assert row.sides == (
        Side("CONSULT", (Voice(collection="two"),)),
        Side("AGREE", (Voice(collection="one"),), Message("statement-person", by="two")),
    )


def test_those_who_agree_are_one_side(session: Connection) -> None:
    said = {"a": "A", "b": "B", "c": "A", "d": "C", "e": "B"}
    put_in(session, *(r.Place(key="x", name=name, collection=key) for key, name in said.items()))
    (row,) = conflicts(session).rows
    assert [(side.says, [voice.collection for voice in side.voices]) for side in row.sides] == [
        ("A", ["a"]), ("B", ["b", "e"]), ("C", ["d"])
    ]  # fmt: skip


def test_the_place_of_an_event_follows_from_its_claims(session: Connection) -> None:
    events = (
        r.Event(key="x", type="VISIT", place=place, collection=place)
        for place in ("first", "second")
    )
    put_in(session, *surroundings(r.Event), *events)
    assert conflicts(session).rows == ()


def test_the_dossier_tells_it_too(session: Connection) -> None:
    put_in(session, *stated(r.Event, "title"), r.Event(key="y", type="VISIT", collection="one"))
    rows = conflicts(session).rows
    assert [type(row) for row in rows] == [ConflictRow]
    assert dossier(session, "x").statements == rows
    assert dossier(session, "y").statements == ()


def test_it_is_taken_back_with_what_said_it(session: Connection) -> None:
    put_in(session, *stated(r.Actor, "name"))
    assert len(conflicts(session).rows) == 1
    put_in(session, r.Actor(key="x", name="A", collection="two"))
    assert conflicts(session).rows == ()
