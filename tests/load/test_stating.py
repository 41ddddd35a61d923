"""What a person states of a thing by command: that, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from builders import check_derived, export_in, located, put_in, whole
from msgspec.structs import replace
from sqlalchemy import select, text

from timeline import records as r
from timeline.dates import parse
from timeline.errors import DataError
from timeline.load import confirm, load, merge, stands_for, state, undo
from timeline.queries import Question, chronology
from timeline.queries.actors import profile
from timeline.queries.conflicts import conflicts
from timeline.queries.dossier import dossier
from timeline.queries.picture import linked
from timeline.store.stored import KIND_NAMES, THINGS, every_record, statements
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from timeline.combine import Thing

# A thing as a machine found it, what a person states of it, and what it is found to be later.
STATED: list[tuple[Thing, dict[str, Any], dict[str, Any]]] = [
    (r.Event(key="x", type="CONSULT"), {"title": {"en": "A talk"}}, {"type": "VISIT"}),
    (r.Actor(key="x", name="Ann"), {"description": "a minister"}, {"name": "Ann Lee"}),
    (r.Place(key="x", name="Rome"), {"names": (r.PlaceName("Roma"),)}, {"name": "Rome, Italy"}),
    (r.Source(key="x"), {"title": "The Gazette"}, {"kind": "report"}),
]


def said_by(session: Connection, kind: type[Thing], person: str) -> Thing:
    """What a person states of the one thing."""
    (found,) = (one for one in statements(session, kind, ["x"])["x"] if one.by == person)
    return found


@pytest.mark.parametrize(("found", "stated", "later"), STATED, ids=KIND_NAMES.values())
def test_a_statement_says_what_is_stated_and_nothing_else(
    session: Connection, found: Thing, stated: dict[str, Any], later: dict[str, Any]
) -> None:
    """So that what others say of the rest is shown, also when they say otherwise later; and the
    export says the same.
    """
    kind, table = type(found), THINGS[type(found)]
    machine = replace(found, extractor="reader 1", collection="c")
    put_in(session, *whole([machine]))
    before = export_in(session)
    state(session, kind, "x", stated, by="Nina")
    own = said_by(session, kind, "Nina")
    assert own == kind(key="x", collection="by-hand/Nina", by="Nina", at=own.at, **stated)
    exported = list(every_record(session))
    assert put_in(session, *exported).changeset is None
    put_in(session, *whole([replace(machine, **later)]))
    check_derived(session)
    ((name, value),) = later.items()
    assert session.scalar(select(table.c[name])) == value
    for _ in range(2):
        undo(session)
        check_derived(session)
    assert export_in(session) == before


@pytest.mark.parametrize(("found", "stated", "later"), STATED, ids=KIND_NAMES.values())
def test_a_statement_may_be_all_there_is(
    session: Connection, found: Thing, stated: dict[str, Any], later: dict[str, Any]
) -> None:
    """As in the export of a database in which nobody else speaks of it any more."""
    kind, table = type(found), THINGS[type(found)]
    own = kind(key="x", collection="by-hand/Nina", by="Nina", at=parse("2024-11-12"), **stated)
    put_in(session, own)
    assert list(every_record(session)) == [own]
    check_derived(session)
    for column, shown in (("type", "OTHER"), ("name", "x")):
        if column in table.c:
            assert session.scalar(select(table.c[column])) == shown
    put_in(session, replace(found, collection="c"))
    ((name, _),) = later.items()
    assert session.scalar(select(table.c[name])) == getattr(found, name)
    undo(session)
    assert list(every_record(session)) == [own]


@pytest.mark.parametrize(
    ("kind", "name"), [(r.Event, "type"), (r.Actor, "name"), (r.Place, "name")]
)
def test_nobody_else_may_leave_out_what_is_needed(kind: type[Thing], name: str) -> None:
    with pytest.raises(DataError) as caught:
        kind(key="x", collection="c")
    assert (caught.value.code, caught.value.values) == ("field-missing", {"name": name})


def test_who_confirms_a_mention_says_nothing_else_of_it(session: Connection) -> None:
    """Not what it is called, which may be found out later."""
    found = r.Actor(key="x", name="Ann", mention=True, extractor="reader 1", collection="c")
    put_in(session, *whole([found]))
    before = export_in(session)
    confirm(session, "x", by="Nina")
    state(session, r.Actor, "x", {"description": "a minister"}, by="Nina")
    own = said_by(session, r.Actor, "Nina")
    assert own == r.Actor(
        key="x",
        description="a minister",
        mention=False,
        collection="by-hand/Nina",
        by="Nina",
        at=own.at,
    )
    put_in(session, *whole([replace(found, name="Ann Lee")]))
    a = t.actor.c
    shown = session.execute(select(a.name, a.description, a.mention)).one()
    assert tuple(shown) == ("Ann Lee", "a minister", False)
    for _ in range(3):
        undo(session)
        check_derived(session)
    assert export_in(session) == before


# Where it was -------------------------------------------------------------------------------------

TOWNS: tuple[r.AnyRecord, ...] = (
    r.Place(key="fr", name="France", collection="c"),
    r.Place(key="lyon", name="Lyon", part_of="fr", collection="c"),
    r.Place(key="paris", name="Paris", part_of="fr", collection="c"),
    r.Source(key="s", published=parse("2024-11-14"), collection="c"),
)


def tells(extractor: str | None, place: str | None) -> list[r.AnyRecord]:
    """Where somebody reads that the event was."""
    event = r.Event(key="x", type="OTHER", extractor=extractor, collection="c")
    claim = r.Claim(event="x", source="s", place=place, extractor=extractor, collection="c")
    return [*TOWNS, event, claim]


def where(session: Connection) -> tuple[str | None, str, list[tuple[str, str]]]:
    """The place that is shown, how it was reached, and the sides of the conflict, with who takes
    them; as it is shown today, and as it was known when the source came out.
    """
    (row,), (then,) = (
        chronology(session, question).rows
        for question in (Question(), Question(known_by=parse("2024-11-14")))
    )
    assert (row.place, row.place_status) == (then.place, then.place_status)
    (value,) = dossier(session, "x").values
    told = [one.sides for one in conflicts(session).rows if one.about == "place"]
    assert told == ([value.sides] if value.sides else [])
    assert value.says == row.place
    sides = [
        (side.says, str(voice.collection or voice.source))
        for side in value.sides
        for voice in side.voices
    ]
    check_derived(session)
    return row.place, row.place_status, sides


@pytest.mark.parametrize("extractor", ["reader 1", None])
def test_where_a_person_says_that_it_was(session: Connection, extractor: str | None) -> None:
    """It goes before all claims; who says otherwise is told."""
    put_in(session, *tells(extractor, "paris"))
    before = export_in(session)
    state(session, r.Event, "x", {"place": "lyon"}, by="Nina")
    status = "pinned" if extractor else "conflict"
    found = where(session)
    assert found == ("Lyon", status, [("Lyon", "by-hand/Nina"), ("Paris", "s")])
    undo(session)
    assert (where(session), export_in(session)) == (("Paris", "agreed", []), before)
    put_in(session, *tells(extractor, None))
    state(session, r.Event, "x", {"place": "lyon"}, by="Nina")
    put_in(session, *tells(extractor, "paris"))
    assert where(session) == found


@pytest.mark.parametrize("read", ["fr", "lyon", None])
def test_a_place_that_lies_in_the_other_is_no_rival(session: Connection, read: str | None) -> None:
    put_in(session, *tells("reader 1", read))
    state(session, r.Event, "x", {"place": "lyon"}, by="Nina")
    assert where(session) == ("Lyon", "pinned", [])


def test_two_persons_differ_about_where_it_was(session: Connection) -> None:
    """The later word is shown; what others load changes nothing of that."""
    put_in(session, *tells("reader 1", "fr"))
    sides = [("Paris", "by-hand/Tom"), ("Lyon", "by-hand/Nina")]
    for person, place in (("Nina", "lyon"), ("Tom", "paris")):
        at = parse(f"2024-11-1{len(person)}T10:00:00Z")
        own = r.Event(key="x", place=place, collection=f"by-hand/{person}", by=person, at=at)
        put_in(session, own)
    assert where(session) == ("Lyon", "conflict", sides[::-1])
    state(session, r.Event, "x", {"place": "paris"}, by="Tom")
    assert where(session) == ("Paris", "conflict", sides)


def test_a_file_of_a_person_without_claims_says_where_it_was(session: Connection) -> None:
    """Its place is in no claim, then, and goes before a machine's."""
    put_in(session, *tells("reader 1", "paris"))
    put_in(session, r.Event(key="x", type="OTHER", place="lyon", collection="mine"))
    assert where(session) == ("Lyon", "pinned", [("Lyon", "mine"), ("Paris", "s")])
    machine = r.Event(key="x", type="OTHER", place="lyon", extractor="other 2", collection="mine")
    put_in(session, machine)
    assert where(session) == ("Paris", "agreed", [])


# Of what is one with others -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (r.Event, {"title": {"en": "A talk"}, "tags": ("talks",), "type": "VISIT"}),
        (r.Actor, {"name": "Ann Lee", "description": "a minister"}),
    ],
)
def test_what_is_stated_of_one_that_people_merged_is_shown(
    session: Connection, kind: type[Any], said: dict[str, Any]
) -> None:
    """It is said of who stands for it: else nobody would see it."""
    needed = {"type": "OTHER"} if kind is r.Event else {"name": "Ann"}
    put_in(session, *(kind(key=key, collection="c", **needed) for key in "ax"))
    merge(session, "event" if kind is r.Event else "actor", "a", "x", by="Nina")
    assert stands_for(session, kind, "x") == "a"
    state(session, kind, "x", said, by="Nina")
    assert {one.key for one in statements(session, kind, "ax")["a"]} == {"a"}
    (own,) = (one for one in statements(session, kind, "a")["a"] if one.by)
    assert {name: getattr(own, name) for name in said} == said
    assert all(one.by is None for one in statements(session, kind, "x")["x"])


def told_of(session: Connection, key: str) -> tuple[Any, ...]:
    """Title, summary and tags of an event, and its title in the views."""
    found = dossier(session, key)
    query = text("SELECT title FROM timeline_events WHERE key = :key")
    assert session.scalar(query, {"key": found.event.key}) == found.event.title
    return found.event.title, found.summary, found.tags


def test_what_a_person_says_of_one_that_is_merged_away_is_shown(session: Connection) -> None:
    """Their title goes before a machine's, in whatever language; tags are united."""
    for key, language, extractor in (("a", "en", "m 1"), ("b", "fr", None), ("c", "en", "m 1")):
        one = r.Event(
            key=key, type="OTHER", title={language: key.upper()}, summary={language: f"of {key}"},
            tags=("all", key), extractor=extractor, collection=key,
        )  # fmt: skip
        claim = r.Claim(event=key, source=key, extractor=extractor, collection=key)
        put_in(session, r.Source(key=key, collection=key), one, claim)
    merge(session, "event", "a", "c", by="Nina")
    assert told_of(session, "a") == ("A", "of a", ("all", "a", "c"))
    merge(session, "event", "a", "b", by="Nina")
    assert told_of(session, "a") == ("B", "of b", ("all", "a", "b", "c"))
    undo(session)
    assert told_of(session, "a") == ("A", "of a", ("all", "a", "c"))


def test_how_a_person_links_two_events_goes_before_a_machine(session: Connection) -> None:
    """Whichever way it leads; what the machine says of others stays."""
    put_in(session, *(r.Event(key=key, type="OTHER", collection="c") for key in "abc"))
    put_in(session, r.Source(key="s", collection="c"))
    put_in(session, *(r.Claim(event=key, source="s", collection="c") for key in "abc"))
    read = [
        r.Link(event="a", kind="causes", other=other, extractor="m 1", collection="m")
        for other in "bc"
    ]
    put_in(session, *read)
    assert kinds(session) == [("a", "causes", "b"), ("a", "causes", "c")]
    own = r.Link(event="b", kind="before", other="a", collection="d")
    put_in(session, own, replace(own, kind="background"))
    assert kinds(session) == [
        ("a", "causes", "c"), ("b", "background", "a"), ("b", "before", "a"),
    ]  # fmt: skip
    assert [one.kind for one in linked(session, "a")] == ["background", "before", "causes"]
    undo(session)
    assert kinds(session) == [("a", "causes", "b"), ("a", "causes", "c")]


def kinds(session: Connection) -> list[tuple[str, str, str]]:
    """The links of an event."""
    return [(one.event, one.kind, one.other) for one in dossier(session, "a").links]


def test_when_a_person_says_that_an_office_was_held_goes_before_a_machine(
    session: Connection,
) -> None:
    """The same office of the same body by whoever is the same; another office stays."""
    put_in(session, *(r.Actor(key=key, name=key, collection="c") for key in ("a", "b", "un")))
    machine = r.Position(
        actor="a", title="Envoy", organisation="un", held=parse("2020/2021"), extractor="m 1",
        collection="m",
    )  # fmt: skip
    put_in(session, machine, replace(machine, title="Clerk"))
    put_in(session, replace(machine, organisation=None))
    own = replace(
        machine, actor="b", title="envoy", held=parse("2022"), extractor=None, collection="d"
    )
    put_in(session, own)
    told = [("Clerk", "2020/2021"), ("Envoy", "2020/2021"), ("Envoy", "2020/2021")]
    assert offices(session, "a") == told
    merge(session, "actor", "a", "b", by="Nina")
    assert offices(session, "a") == [*told[:2], ("envoy", "2022")]


def offices(session: Connection, key: str) -> list[tuple[str, str | None]]:
    """What an actor was, and when."""
    return [(one.title, one.held) for one in profile(session, key).positions]


def test_an_event_of_which_a_person_speaks_stands_for_what_a_machine_takes_for_it(
    session: Connection,
) -> None:
    """So that what they said is shown; until they take it back."""
    who = tuple(r.Part(actor, "participant") for actor in "ab")
    put_in(session, *(r.Actor(key=key, name=key, collection="people") for key in "ab"))
    for source in ("one", "two"):
        event = r.Event(key=f"{source}/e", type="CONSULT", extractor="m 1", collection=source)
        said: dict[str, Any] = {"date": parse("2024-11-11"), "who": who, "extractor": "m 1"}
        claim = r.Claim(event=event.key, source=source, collection=source, **said)
        records = (r.Source(key=source, collection=source), event, claim)
        load(session, located(records), match=True)
    assert [row.key for row in chronology(session).rows] == ["one/e"]
    state(session, r.Event, "two/e", {"title": {"en": "A talk"}}, by="Nina")
    check_derived(session)
    assert [(row.key, row.title) for row in chronology(session).rows] == [("two/e", "A talk")]
    undo(session)
    check_derived(session)
    assert [row.key for row in chronology(session).rows] == ["one/e"]
