"""Events of a load that are taken for one that another source tells of, and what is left to
people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from builders import check_derived, export_in, located, put_in, whole
from sqlalchemy import select

from timeline import records as r
from timeline.dates import parse
from timeline.load import load, undo, unmerge
from timeline.load.run import Report
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from sqlalchemy import Connection

MET = (r.Part("a", "participant"), r.Part("b", "participant"))


@pytest.fixture
def people(session: Connection) -> Connection:
    """A store with three actors, two places, and what one source tells of a meeting."""
    actors = [r.Actor(key=key, name=key, collection="people") for key in "abc"]
    places = [r.Place(key=key, name=key, collection="people") for key in "pq"]
    put_in(session, *actors, *places, *told("one", place="p"))
    return session


def told(
    source: str, *, key: str = "", kind: Any = "CONSULT", place: str | None = None, **fields: Any
) -> list[Any]:
    """What one source tells of one event."""
    event = r.Event(key=key or f"{source}/e", type=kind, place=place, collection=source)
    values: dict[str, Any] = {"date": parse("2024-11-11"), "who": MET} | fields
    claim = r.Claim(event=event.key, source=source, collection=source, **values)
    return [r.Source(key=source, collection=source), event, claim]


def read_in(session: Connection, *records: r.AnyRecord) -> Report:
    """Load and match."""
    return load(session, located(records), match=True)


def same(session: Connection) -> dict[str, str]:
    """Key of an event -> key of the one that stands for it, where that is another."""
    e, by = t.event, t.event.alias()
    query = select(e.c.key, by.c.key).join(by, by.c.id == e.c.canonical_id).where(e.c.id != by.c.id)
    return dict(session.execute(query).tuples().all())


def test_what_agrees_in_full_is_one(people: Connection) -> None:
    before = export_in(people)
    report = read_in(people, *told("two", who=MET[::-1], modality="reported"))
    assert (report.new, same(people)) == (3, {"two/e": "one/e"})
    row = people.execute(
        select(t.event.c.sources, t.event.c.standing).where(t.event.c.key == "one/e")
    ).one()
    assert tuple(row) == (2, "asserted")
    check_derived(people)
    # Loaded again, with and without the option, it stays as it is.
    assert read_in(people, *told("two", who=MET[::-1], modality="reported")).changeset is None
    assert put_in(people, *told("two", who=MET[::-1], modality="reported")).changeset is None
    assert same(people) == {"two/e": "one/e"}
    undo(people)
    assert export_in(people) == before


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "VISIT"},
        {"date": parse("2024-11-12")},
        {"date": parse("2024-11")},
        {"date": None},
        {"date": parse("2024-11-11~")},
        {"who": MET[:1]},
        {"who": (*MET, r.Part("c", "witness"))},
        {"who": (MET[0], r.Part("b", "witness"))},
        {"who": ()},
        {"place": "q"},
    ],
)
def test_what_differs_in_anything_is_left_to_people(
    people: Connection, fields: dict[str, Any]
) -> None:
    read_in(people, *told("two", **fields))
    assert same(people) == {}


def test_what_somebody_denies_is_the_same_event(people: Connection) -> None:
    """Whoever denies it takes no part; where nobody affirms it, that is who there is."""
    put_in(
        people,
        r.Claim(
            event="one/e",
            source="one",
            polarity="denies",
            who=(r.Part("c", "speaker"),),
            collection="x",
        ),
    )
    read_in(people, *told("two"))
    assert same(people) == {"two/e": "one/e"}
    read_in(people, *told("three", polarity="denies"))
    assert same(people)["three/e"] == "one/e"


@pytest.mark.parametrize("fields", [{"date": parse("2024")}, {"who": ()}, {"date": None}])
def test_what_says_too_little_is_nothing_to_agree_on(
    people: Connection, fields: dict[str, Any]
) -> None:
    put_in(people, *told("two", **fields))
    read_in(people, *told("three", **fields))
    assert same(people) == {}


def test_what_one_source_tells_twice_is_two(people: Connection) -> None:
    read_in(people, *told("one", key="again"))
    assert same(people) == {}
    two = told("two")
    read_in(people, *two, *told("two", key="two/f")[1:])
    assert same(people) == {}


def test_where_two_agree_nobody_can_say_which(people: Connection) -> None:
    put_in(people, *told("two"))
    read_in(people, *told("three"))
    assert same(people) == {}


def test_all_articles_of_one_load_are_matched(people: Connection) -> None:
    read_in(people, *told("two"), *told("three"))
    assert same(people) == {"two/e": "one/e", "three/e": "one/e"}
    read_in(people, *told("four"))
    assert same(people) == {f"{key}/e": "four/e" for key in ("one", "two", "three")}
    check_derived(people)


def test_what_was_judged_apart_stays_apart(people: Connection) -> None:
    read_in(people, *told("two"))
    unmerge(people, "event", "one/e", "two/e")
    assert same(people) == {}
    read_in(people, *told("three"))
    assert same(people) == {}


def test_events_that_are_linked_are_two(people: Connection) -> None:
    """Also when the link comes later, and goes again."""
    link = r.Link(event="two/e", kind="part_of", other="one/e", collection="links")
    three = r.Source(key="three", collection="links")
    read_in(people, *told("two"))
    expected = same(people)
    assert expected == {"two/e": "one/e"}
    put_in(people, *whole([three, link]))
    assert same(people) == {}
    put_in(people, *whole([three]))
    assert same(people) == expected
    undo(people)
    assert same(people) == {}
    undo(people)
    assert same(people) == expected


def test_only_what_is_new_is_matched_and_the_option_is_asked_for(people: Connection) -> None:
    put_in(people, *told("two"))
    assert same(people) == {}
    read_in(people, *told("three", kind="VISIT"))
    assert same(people) == {}
    assert people.scalars(select(t.judgement.c.id)).all() == []
