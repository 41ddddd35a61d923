"""Circles, judgements that contradict each other or say nothing: a load goes on without them and
tells it.
"""

from __future__ import annotations

from itertools import pairwise, permutations
from typing import TYPE_CHECKING, Any

import pytest
from builders import check_derived, export_in, put_in, snapshot_in, whole
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from timeline import records as r
from timeline.dates import parse
from timeline.errors import UsageError
from timeline.load import decline, merge, undo
from timeline.load.circles import circles_of
from timeline.queries.dossier import dossier
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

keys = st.sampled_from("abcdef")


@given(st.dictionaries(keys, st.one_of(st.none(), keys)))
def test_whoever_is_on_a_circle_comes_back_to_itself(above: dict[str, str | None]) -> None:
    """Law: each circle once, and nobody else is on one."""
    found = list(circles_of(above))
    for circle in found:
        assert [above[key] for key in circle] == [*circle[1:], circle[0]]
    members = [key for circle in found for key in circle]
    assert len(members) == len(set(members))
    assert {key for key in above if key in upwards(above, key)} == set(members)


def upwards(above: dict[str, str | None], key: str) -> set[str]:
    """The keys that lie above one."""
    found: set[str] = set()
    at = above[key]
    while at is not None and at not in found:
        found.add(at)
        at = above.get(at)
    return found


def place(key: str, part_of: str | None = None, **fields: Any) -> r.Place:
    """A place of a collection of its own."""
    return r.Place(key=key, name=key, part_of=part_of, collection=f"of {key}", **fields)


def version(key: str, replaces: str | None = None) -> r.Source:
    """A source of a collection of its own, perhaps a later version."""
    return r.Source(key=key, replaces=replaces, collection=f"of {key}")


def above(session: Connection) -> dict[str, str]:
    """Key of a place or source -> key of the one that it lies in or replaces."""
    found: dict[str, str] = {}
    for table, column in ((t.place, t.place.c.part_of_id), (t.source, t.source.c.replaces_id)):
        parent = table.alias()
        query = table.join(parent, parent.c.id == column).select()
        rows = session.execute(query.with_only_columns(table.c.key, parent.c.key)).tuples()
        found.update(rows.all())
    return found


@pytest.mark.parametrize(("made", "kind"), [(place, "place"), (version, "source")])
@pytest.mark.parametrize("size", [1, 2, 3])
def test_what_lies_in_itself_lies_in_nothing(
    session: Connection, made: Callable[..., Any], kind: str, size: int
) -> None:
    """Loaded at once or one after the other; each collection's word is kept, and counts when the
    circle is broken.
    """
    ring = list("abc"[:size])
    plain = [made(key) for key in ring]
    round_it = [made(key, other) for key, other in zip(ring, [*ring[1:], ring[0]], strict=True)]
    beside = made("d", "a")
    spoken_of: list[r.AnyRecord] = [
        r.Source(key="s", collection="e"),
        r.Event(key="e", type="VISIT", collection="e"),
        *(
            r.Claim(
                event="e",
                source="s" if kind == "place" else key,
                place=key if kind == "place" else None,
                collection="e",
            )
            for key in ring
        ),
    ]
    put_in(session, *plain, beside, *spoken_of)
    before, exported = snapshot_in(session), export_in(session)
    (notice,) = put_in(session, *round_it).notices
    way = " < ".join([*ring, ring[0]])
    assert (
        str(notice.message) == f"{kind} in a circle: {way}; none of this counts, mend one of them"
    )
    assert above(session) == {"d": "a"}
    check_derived(session)
    once = export_in(session)
    assert once != exported
    assert put_in(session, *round_it).changeset is None
    put_in(session, made(ring[-1]))
    expected = {"d": "a"} | dict(pairwise(ring))
    assert above(session) == expected
    check_derived(session)
    undo(session)
    assert (above(session), export_in(session)) == ({"d": "a"}, once)
    undo(session)
    assert (snapshot_in(session)["place"], export_in(session)) == (before["place"], exported)


@pytest.mark.parametrize("made", [place, version])
def test_what_was_said_on_a_circle_is_kept_when_another_no_longer_speaks(
    session: Connection, made: Callable[..., Any]
) -> None:
    """Though what the other said changed nothing of what is shown."""
    put_in(session, made("a", "b"), made("b", "a"))
    exported = export_in(session)
    others = [structs.replace(made(key), collection="z") for key in "ab"]
    assert put_in(session, *others).changed == 2
    undo(session)
    assert export_in(session) == exported
    put_in(session, made("b"))
    assert above(session) == {"a": "b"}


def event(key: str) -> list[r.AnyRecord]:
    """An event that a source tells of."""
    made = r.Event(key=key, type="VISIT", collection="x")
    return [made, r.Claim(event=key, source="s", collection="x")]


@pytest.fixture
def events(session: Connection) -> Connection:
    """A store with four events."""
    put_in(
        session, r.Source(key="s", collection="x"), *(one for key in "abcd" for one in event(key))
    )
    return session


def part(key: str, whole_key: str) -> r.Link:
    """A link in a collection of its own."""
    return r.Link(event=key, kind="part_of", other=whole_key, collection=f"of {key}")


def shown(session: Connection) -> set[tuple[str, str]]:
    """Part and whole, as the dossiers of all events show them."""
    return {
        (link.event, link.other)
        for key in session.scalars(t.event.select().with_only_columns(t.event.c.key)).all()
        for link in dossier(session, key).links
    }


@pytest.mark.parametrize("order", [*permutations((("a", "b"), ("b", "c"), ("c", "a")))])
def test_an_event_is_no_part_of_its_own_part(
    events: Connection, order: tuple[tuple[str, str], ...]
) -> None:
    """The links of the circle are kept and not shown; what hangs on it is."""
    put_in(events, part("d", "a"))
    reports = [put_in(events, part(*pair)) for pair in order]
    told = [[str(notice.message) for notice in report.notices] for report in reports]
    way = "event in a circle: a < b < c < a; none of this counts, mend one of them"
    assert told == [[], [], [way]]
    assert shown(events) == {("d", "a")}
    assert put_in(events, part("d", "a")).notices != ()
    undo(events)
    assert shown(events) == {("d", "a"), *order[:2]}


def test_what_is_a_part_of_another_is_not_that_other(events: Connection) -> None:
    """A command refuses it and names the way; a file may say so, and the link says nothing then."""
    put_in(events, part("a", "b"), part("b", "c"))
    for left, right in permutations("ac", 2):
        with pytest.raises(UsageError, match="would be a part of itself: a < b < c"):
            merge(events, "event", left, right)
    same = r.Judgement(of="event", left="a", right="c", says="same", collection="y")
    (notice,) = put_in(events, same).notices
    assert "event in a circle: a < b < a" in str(notice.message)
    assert shown(events) == set()


@pytest.mark.parametrize("of", ["actor", "event"])
@pytest.mark.parametrize("says", ["same", "different"])
def test_nobody_is_judged_against_itself(events: Connection, of: Any, says: Any) -> None:
    put_in(events, r.Actor(key="a", name="A", collection="x"))
    before = export_in(events)
    found = put_in(events, r.Judgement(of=of, left="a", right="a", says=says, collection="y"))
    assert (found.changeset, export_in(events)) == (None, before)
    (notice,) = found.notices
    assert "a is judged against itself; that says nothing" in str(notice.message)


def judged(left: str, right: str, says: Any, collection: str) -> r.Judgement:
    """A judgement on two events in a file."""
    return r.Judgement(of="event", left=left, right=right, says=says, collection=collection)


CHAIN = (
    judged("a", "b", "different", "one"),
    judged("a", "c", "same", "two"),
    judged("b", "c", "same", "three"),
)


@pytest.mark.parametrize("order", [*permutations(CHAIN)])
def test_of_files_that_contradict_each_other_different_holds(
    events: Connection, order: tuple[r.Judgement, ...]
) -> None:
    reports = [put_in(events, *whole([one, r.Source(key="s", collection=one.collection)]))
               for one in order]  # fmt: skip
    assert [report.new for report in reports] == [1, 1, 1]
    assert [len(report.notices) for report in reports] == [0, 0, 1]
    assert str(reports[-1].notices[0].message) == (
        "a and b are judged to be different (one), which goes before what would make them one: "
        "a = c (two), b = c (three)"
    )
    assert stand_for_themselves(events) == set("abcd")
    put_in(events, *whole([r.Source(key="s", collection="one")]))
    assert stand_for_themselves(events) == set("ad")
    check_derived(events)


def test_a_command_goes_before_a_file(events: Connection) -> None:
    decline(events, "event", "a", "b")
    found = put_in(events, *CHAIN[1:])
    (notice,) = found.notices
    assert "different (by-hand), which goes before what would make them one" in str(notice.message)
    assert stand_for_themselves(events) == set("abcd")
    undo(events)
    undo(events)
    merge(events, "event", "a", "b")
    (notice,) = put_in(events, CHAIN[0]).notices
    assert "that they are different (one) does not count" in str(notice.message)
    assert stand_for_themselves(events) == set("acd")


def stand_for_themselves(session: Connection) -> set[str]:
    """The keys of the events that stand for themselves."""
    e = t.event
    own = e.select().with_only_columns(e.c.key).where(e.c.id == e.c.canonical_id)
    return set(session.scalars(own))


def test_what_a_later_version_tells_hangs_on_no_circle_before_it(session: Connection) -> None:
    """The day from which an event is known does not follow a version that counts for nothing."""
    later = r.Source(key="c", published=parse("2024-11-14"), replaces="a", collection="one")
    event = r.Event(key="e", type="OTHER", collection="one")
    put_in(session, r.Source(key="a", collection="one"), later, event)
    put_in(session, r.Claim(event="e", source="c", collection="one"))
    check_derived(session)
    first = r.Source(key="a", replaces="b", published=parse("2024-11-12"), collection="two")
    put_in(session, first, r.Source(key="b", replaces="a", collection="two"))
    check_derived(session)
    undo(session)
    check_derived(session)
