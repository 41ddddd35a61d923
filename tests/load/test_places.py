"""The places of claims, and the one of an event that follows from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from builders import check_derived, export_in, put_in, whole
from sqlalchemy import select

from timeline import records as r
from timeline.load import merge, undo, unmerge
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from sqlalchemy import Connection

PLACES = (
    r.Place(key="france", name="France", collection="places"),
    r.Place(key="lyon", name="Lyon", part_of="france", collection="places"),
    r.Place(key="paris", name="Paris", part_of="france", collection="places"),
)


def told(
    collection: str, event: str, *, stated: str | None = None, **said: Any
) -> list[r.AnyRecord]:
    """What a collection says of an event: the place of its block, and one claim."""
    return [
        r.Source(key=f"s-{collection}", collection=collection),
        r.Event(key=event, type="CONSULT", place=stated, collection=collection),
        r.Claim(event=event, source=f"s-{collection}", collection=collection, **said),
    ]


def place_of(session: Connection, event: str) -> str | None:
    """The key of an event's place."""
    query = select(t.place.c.key).join(t.event, t.event.c.place_id == t.place.c.id)
    found: str | None = session.scalar(query.where(t.event.c.key == event))
    return found


def places_of_claims(session: Connection) -> dict[str, str | None]:
    """Key of a source -> key of the place of its claim."""
    c = t.claim
    query = select(t.source.c.key, t.place.c.key).select_from(c)
    query = query.join(t.source, t.source.c.id == c.c.source_id)
    query = query.outerjoin(t.place, t.place.c.id == c.c.place_id)
    return dict(session.execute(query.where(c.c.revoked_in.is_(None))).tuples().all())


def test_two_collections_differ_and_nothing_is_lost(session: Connection) -> None:
    put_in(session, *PLACES, *told("a", "e", stated="lyon"), *told("b", "e", stated="paris"))
    assert places_of_claims(session) == {"s-a": "lyon", "s-b": "paris"}
    assert place_of(session, "e") in ("lyon", "paris")
    check_derived(session)


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        ({"stated": "lyon"}, {}, "lyon"),
        ({"stated": "france"}, {"place": "lyon"}, "lyon"),
        ({"place": "paris"}, {"stated": "france", "place": "france"}, "paris"),
        ({"stated": "lyon", "modality": "reported"}, {"stated": "paris"}, "paris"),
        ({"stated": "lyon", "polarity": "denies"}, {"stated": "paris"}, "paris"),
        ({"stated": "lyon", "polarity": "denies"}, {"polarity": "declines"}, "lyon"),
        ({}, {}, None),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_the_place_that_follows(
    session: Connection,
    first: dict[str, str],
    second: dict[str, str],
    shown: str | None,
    turned: bool,
) -> None:
    """The narrower of two that agree, the better of two that don't; whatever came first."""
    told_by = [told("a", "e", **first), told("b", "e", **second)]
    put_in(session, *PLACES)
    for records in told_by[::-1] if turned else told_by:
        put_in(session, *records)
    assert place_of(session, "e") == shown
    check_derived(session)


@pytest.mark.parametrize(("extractor", "status"), [("m", "pinned"), (None, "conflict")])
def test_what_a_person_states_for_an_event_of_which_they_claim_nothing(
    session: Connection, extractor: str | None, status: str
) -> None:
    """It goes before what claims say, which another person may contradict and a machine may not."""
    put_in(session, *PLACES, r.Event(key="e", type="VISIT", place="lyon", collection="a"))
    assert place_of(session, "e") == "lyon"
    put_in(session, *told("b", "e"))
    assert place_of(session, "e") == "lyon"
    put_in(session, *told("c", "e", place="paris", extractor=extractor))
    assert place_of(session, "e") == "lyon"
    shown = select(t.event.c.place_status).where(t.event.c.key == "e")
    assert session.scalar(shown) == status
    check_derived(session)


def test_claims_follow_what_their_own_collection_states(session: Connection) -> None:
    """Whoever states it later, and the claims that name a place themselves stay where they are."""
    named = r.Claim(event="e", source="s-a", place="paris", quote="there", collection="a")
    put_in(session, *PLACES, *told("a", "e", stated="france"), *told("b", "e"), named)
    before = export_in(session)
    put_in(session, r.Event(key="e", type="CONSULT", place="lyon", collection="a"))
    found = select(t.place.c.key, t.claim.c.place_stated).join(t.claim).order_by(t.claim.c.id)
    assert session.execute(found).tuples().all() == [("lyon", False), ("paris", True)]
    check_derived(session)
    put_in(session, r.Event(key="e", type="CONSULT", place="paris", collection="b"))
    assert places_of_claims(session)["s-b"] == "paris"
    undo(session)
    undo(session)
    assert export_in(session) == before
    check_derived(session)


def test_a_place_that_moves_into_another_moves_the_events(session: Connection) -> None:
    """France and Lyon agree only as long as the one lies in the other."""
    put_in(session, *PLACES, *told("a", "e", stated="france"))
    put_in(session, *told("b", "e", stated="lyon", modality="reported"))
    assert place_of(session, "e") == "lyon"
    put_in(session, r.Place(key="lyon", name="Lyon", collection="places"))
    assert place_of(session, "e") == "france"
    undo(session)
    assert place_of(session, "e") == "lyon"
    check_derived(session)


def test_a_place_that_moves_moves_what_is_stated_of_events(session: Connection) -> None:
    """Also where nobody claims anything, and the place is the second that is stated."""
    put_in(session, *PLACES)
    for collection, place in (("a", "lyon"), ("b", "france")):
        put_in(session, r.Event(key="e", type="OTHER", place=place, collection=collection))
    assert status_of(session, "e") == "pinned"
    put_in(session, r.Place(key="lyon", name="Lyon", collection="places"))
    assert status_of(session, "e") == "conflict"
    check_derived(session)
    undo(session)
    assert status_of(session, "e") == "pinned"
    check_derived(session)


def test_undo_takes_an_event_from_a_place_that_it_puts_back(session: Connection) -> None:
    """The place moves back with the events in it, of which one goes."""
    put_in(session, *PLACES)
    put_in(session, r.Event(key="e", type="OTHER", place="lyon", collection="a"))
    moved = r.Place(key="lyon", name="Lyon", collection="places")
    put_in(session, moved, r.Event(key="f", type="OTHER", place="lyon", collection="b"))
    undo(session)
    check_derived(session)
    assert status_of(session, "f") is None


def status_of(session: Connection, event: str) -> str | None:
    """How the place of an event was reached."""
    e = t.event.c
    return session.scalar(select(e.place_status).where(e.key == event))


def test_merged_events_have_one_place(session: Connection) -> None:
    put_in(session, *PLACES, *told("a", "e", stated="france"), *told("b", "f", stated="lyon"))
    merge(session, "event", "e", "f")
    assert place_of(session, "e") == "lyon"
    unmerge(session, "event", "e", "f")
    assert (place_of(session, "e"), place_of(session, "f")) == ("france", "lyon")
    check_derived(session)


def test_a_claim_keeps_the_place_it_names_through_an_export(session: Connection) -> None:
    """Also where it is the one that its collection states: the two are not the same account."""
    records = whole([*PLACES, *told("a", "e", stated="lyon", place="lyon")])
    put_in(session, *records)
    assert '"place":"lyon"}' in export_in(session).splitlines()[-1]
    assert put_in(session, *records)[1:5] == (0, 0, 6, 0)
