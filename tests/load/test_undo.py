"""Undo: the state before, byte for byte; and what it refuses, with the list."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

import pytest
from builders import (
    SEEDS,
    check_derived,
    export,
    export_in,
    put_files,
    put_in,
    snapshot,
    snapshot_in,
    whole,
)
from sqlalchemy import event as events
from sqlalchemy import select
from sqlalchemy.engine import Engine

from timeline import records as r
from timeline.dates import parse
from timeline.errors import NotFoundError, UsageError
from timeline.load import merge, undo, unmerge
from timeline.load.undo import Undone
from timeline.store import dialect, open_store
from timeline.store.stored import every_record
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from sqlalchemy import Connection

SOURCE = r.Source(key="s", text="Some text that is quoted.", collection="c")
ACTORS = (r.Actor(key="a", name="A", collection="c"), r.Actor(key="b", name="B", collection="c"))
PLACE = r.Place(key="p", name="P", collection="c")
EVENT = r.Event(key="e", type="VISIT", title={"en": "Visit"}, collection="c")
OTHER = r.Source(key="other", collection="d")
NEW_PLACE = r.Place(key="q", name="Q", collection="d")
CLAIM = r.Claim(
    event="e", source="s", date=parse("2024"), who=(r.Part("a", "agent"),), collection="c"
)


def do(*records: r.AnyRecord) -> Callable[[Connection], object]:
    """A step that loads the whole of collections."""
    return lambda session: put_in(session, *whole(records))


def visit(collection: str, **fields: Any) -> r.Event:
    """The event, as another collection describes it."""
    return r.Event(key="e", collection=collection, **({"type": "VISIT"} | fields))


BASE = (SOURCE, *ACTORS, PLACE, EVENT, CLAIM)


# Refusals: steps, the number of the one to be undone, and those that have to be undone first ------


@pytest.mark.parametrize(
    ("steps", "number", "first"),
    [
        pytest.param([do(*BASE), do(*whole([r.Claim(event="e", source="s", collection="d")]))], 1,
        "2", id="claim"),
        pytest.param([do(*BASE), do(visit("d", type="TRIAL"))], 1, "2", id="described"),
        pytest.param([do(*BASE), do(*BASE[:-1])], 1, "2", id="revoked"),
        pytest.param([do(*BASE), lambda s: merge(s, "actor", "a", "b")], 1, "2", id="merged"),
        pytest.param(
            [do(*BASE), lambda s: merge(s, "actor", "a", "b"), lambda s: unmerge(s, "actor", "a",
            "b")],
            2,
            "3",
            id="unmerged",
        ),
        pytest.param([do(*BASE), do(r.Link(event="e", kind="causes", other="e", collection="d"))],
        1, "2", id="link"),
        pytest.param([do(*BASE), do(r.Position(actor="a", title="x", collection="d"))], 1, "2",
        id="position"),
        pytest.param(
            [
                do(OTHER, r.Event(key="f", type="VISIT", collection="d")),
                do(*ACTORS),
                do(r.Claim(event="f", source="other", who=(r.Part("b", "agent"),), collection="g")),
            ],
            2,
            "3",
            id="participant",
        ),
        pytest.param(
            [
                do(OTHER, r.Event(key="f", type="VISIT", collection="d")),
                do(SOURCE),
                do(r.Claim(event="f", source="other", via=(r.Hop(key="s"),), collection="g")),
            ],
            2,
            "3",
            id="hop",
        ),
        # An event of the first is put into a place of the second by the third.
        pytest.param(
            [do(*BASE), do(NEW_PLACE), do(visit("g", place="q"))],
            2,
            "3",
            id="placed",
        ),
        pytest.param(
            [do(*BASE), do(NEW_PLACE), do(r.Place(key="p", name="P", part_of="q", collection="g"))],
            2,
            "3",
            id="part of",
        ),
        # The same, but another collection's word on the place counts.
        pytest.param(
            [
                do(*BASE, r.Source(key="z1", collection="late"), r.Source(key="z2",
                collection="later")),
                do(NEW_PLACE),
                do(visit("late", place="q"), visit("later", place="p")),
            ],
            2,
            "3",
            id="placed, but not shown there",
        ),
        # What the second revoked, the third added again.
        pytest.param([do(*BASE), do(*BASE[:-1]), do(*BASE)], 2, "3", id="added again"),
        pytest.param([do(*BASE), do(*BASE[:-1]), do(*BASE)], 1, "2, 3", id="added again, and the "
        "first"),
        # A quote that stands only in the text which the second brought.
        pytest.param(
            [
                do(*BASE),
                do(r.Source(key="s", text="Some text that is quoted. And more.", collection="c"),
                *BASE[1:]),
                do(r.Claim(event="e", source="s", quote="And more", collection="d")),
            ],
            2,
            "3",
            id="quoted",
        ),
        pytest.param(
            [do(*BASE), do(visit("d", type="TRIAL")), do(visit("d", type="AID"))],
            2,
            "3",
            id="changed again",
        ),
    ],
)  # fmt: skip
def test_what_later_work_depends_on_is_not_undone(
    session: Connection, steps: Sequence[Callable[[Connection], object]], number: int, first: str
) -> None:
    states = [""]
    for step in steps:
        step(session)
        check_derived(session)
        states.append(export_in(session))
    before = snapshot_in(session)
    message = f"changeset {number} can't be undone: later work depends on it; undo first: {first}$"
    with pytest.raises(UsageError, match=message), session.begin_nested():
        undo(session, number)
    assert snapshot_in(session) == before
    while len(states) > 1:
        assert export_in(session) == states.pop()
        undo(session)
        check_derived(session)
    assert export_in(session) == ""


def test_what_nothing_depends_on_is_undone_out_of_order(session: Connection) -> None:
    put_in(session, *whole(BASE))
    put_in(session, *whole([OTHER]))
    put_in(session, *whole([r.Claim(event="e", source="s", remark="n", collection="g")]))
    undo(session, 2)
    kept = {record.key for record in every_record(session) if isinstance(record, r.Source)}
    assert kept == {"s"}
    undo(session, 1 + 2)
    undo(session, 1)
    assert export_in(session) == ""


def test_a_place_of_its_own_for_an_older_event_goes_with_the_changeset(session: Connection) -> None:
    """The second makes a place and puts the first's event there: nothing later depends on that."""
    put_in(session, *whole(BASE))
    before = export_in(session)
    put_in(session, NEW_PLACE, visit("d", place="q"))
    undo(session)
    assert export_in(session) == before


def test_a_stand_in_goes_with_the_changeset_that_made_it(session: Connection) -> None:
    """A new actor, who is said to be one with an old one, stood for him."""
    put_in(session, *whole(BASE))
    before = export_in(session)
    new = r.Actor(key="new", name="New", collection="d")
    put_in(session, new, r.Judgement(of="actor", left="new", right="a", collection="d"))
    undo(session)
    assert export_in(session) == before
    check_derived(session)


# Which one ----------------------------------------------------------------------------------------


def test_the_newest_that_is_not_undone_is_taken_back(session: Connection) -> None:
    put_in(session, *whole(BASE))
    put_in(session, *whole([OTHER]))
    done = [undo(session), undo(session)]
    assert [type(one) for one in done] == [Undone, Undone]
    assert [(one.number, one.kind, one.given, one.report.changeset) for one in done] == [
        (2, "load", "test", 3),
        (1, "load", "test", 4),
    ]
    with pytest.raises(NotFoundError, match="there is nothing to undo"):
        undo(session)


@pytest.mark.parametrize(
    ("number", "error", "message"),
    [
        (9, NotFoundError, "there is no changeset 9"),
        (1, UsageError, "changeset 1 was undone already, by changeset 2"),
        (2, UsageError, "changeset 2 is an undo; load the files again instead"),
    ],
)
def test_what_can_not_be_undone(session: Connection, number: int, error: Any, message: str) -> None:
    put_in(session, *whole(BASE))
    undo(session, 1)
    with pytest.raises(error, match=message):
        undo(session, number)


def test_what_was_undone_may_be_loaded_again(session: Connection) -> None:
    put_in(session, *whole(BASE))
    before = export_in(session)
    undo(session)
    put_in(session, *whole(BASE))
    assert export_in(session) == before
    log = session.execute(
        select(t.changeset.c.kind, t.changeset.c.undone_by).order_by(t.changeset.c.id)
    )
    assert [tuple(row) for row in log] == [("load", 2), ("undo", None), ("load", None)]


# The seeds ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("names", [("report-fr.yaml", "public-record.yaml")])
def test_the_seeds_go_back_one_by_one(store_url: str, names: tuple[str, ...]) -> None:
    """The second file describes actors and puts an event of the first into a place of its own."""
    states = [""]
    for name in names:
        put_files(store_url, SEEDS / name)
        states.append(export(store_url))
    with open_store(store_url, write=True) as session:
        merge(session, "event", "meeting", "appointment")
        merge(session, "actor", "new-york-times", "tesla")
    for _ in range(2):
        with open_store(store_url, write=True) as session:
            undo(session)
            check_derived(session)
    while len(states) > 1:
        assert export(store_url) == states.pop()
        with open_store(store_url, write=True) as session:
            undo(session)
    assert export(store_url) == ""
    log = snapshot(store_url)
    assert {name for name, rows in log.items() if rows} == {"changeset", "collection"}


# Size ---------------------------------------------------------------------------------------------


@pytest.fixture
def few_values(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """SQLite that takes only as many bound values a statement as some builds of it do, divided by
    four.
    """
    limit = 32_766 // 4

    def restrict(connection: object, _record: object) -> None:
        if isinstance(connection, sqlite3.Connection):
            connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, limit)

    monkeypatch.setattr(dialect, "_BOUND_VALUES", dialect._BOUND_VALUES // 4)
    events.listen(Engine, "connect", restrict)
    yield
    events.remove(Engine, "connect", restrict)


@pytest.mark.usefixtures("few_values")
def test_a_big_collection_is_revoked_and_undone(tmp_path: Path) -> None:
    """No statement names each of so many events."""
    url = str(tmp_path / "timeline.db")
    count = 8500
    with open_store(url, write=True) as session:
        claims = [r.Claim(event=f"e{n}", source="s", collection="c") for n in range(count)]
        made = [r.Event(key=f"e{n}", type="VISIT", collection="c") for n in range(count)]
        put_in(session, *whole([SOURCE, *made, *claims]))
    with open_store(url, write=True) as session:
        report = put_in(session, *whole([SOURCE, *made]))
        assert len(report.revoked_of) == count
    with open_store(url, write=True) as session:
        undo(session)
    with open_store(url, write=True) as session:
        assert session.scalars(select(t.event.c.claims).distinct()).all() == [1]
        undo(session)
        assert export_in(session) == ""
