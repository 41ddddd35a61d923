"""What a person states of a thing by command: that, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from builders import check_derived, export_in, put_in, whole
from msgspec.structs import replace
from sqlalchemy import select

from timeline import records as r
from timeline.dates import parse
from timeline.errors import DataError
from timeline.load import confirm, state, undo
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
