"""The place that a collection states for an event is that of its claims that name none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select, update

from timeline import records as r
from timeline.load.batches import parts
from timeline.store.stored import encode, statements
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection, Table

    from timeline.combine import Thing


def stated_places(session: Connection, events: Iterable[int]) -> dict[tuple[int, int], int]:
    """Give (event id, collection id) -> id of the place that the collection states."""
    e, s = t.event, t.statement
    found: dict[tuple[int, int], int] = {}
    several: dict[str, int] = {}
    described = select(s.c.key).where(s.c.kind == "event", s.c.key == e.c.key).exists()
    query = select(e.c.id, e.c.key, e.c.collection_id, e.c.stated_place_id, described)
    for part in parts(set(events)):
        for number, key, collection, place, by_several in session.execute(
            query.where(e.c.id.in_(part))
        ):
            if by_several:
                several[key] = number
            elif place is not None:
                found[number, collection] = place
    for key, said in statements(session, r.Event, several).items():
        stated = _stated(said)
        places = _ids(session, t.place, stated.values())
        collections = _ids(session, t.collection, stated)
        found.update(
            {(several[key], collections[by]): places[place] for by, place in stated.items()}
        )
    return found


def move_stated_places(
    session: Connection, event: int, said: Sequence[Thing], before: Sequence[Thing]
) -> bool:
    """Let the claims on an event that name no place follow what their collections state now.

    Args:
        session: an open transaction.
        event: its id.
        said: one record per collection that describes it.
        before: what they said until now.

    Returns:
        whether any states another place.
    """
    now, was = _stated(said), _stated(before)
    changed = [by for by in now.keys() | was.keys() if now.get(by) != was.get(by)]
    c, places = t.claim, _ids(session, t.place, now.values())
    for by, number in _ids(session, t.collection, changed).items():
        mine = (c.c.event_id == event, c.c.collection_id == number, ~c.c.place_stated)
        place = places.get(now.get(by, ""))
        session.execute(update(c).where(*mine).values(place_id=place))
    return bool(changed)


def events_at(session: Connection, place: int) -> set[int]:
    """Give the ids of the events that claims, or what collections state of the events themselves,
    put in a place, or in one that lies in it.
    """
    p, c, e, s = t.place, t.claim, t.event, t.statement
    places, inner = {place}, {place}
    while inner:
        inner = set(session.scalars(select(p.c.id).where(p.c.part_of_id.in_(inner)))) - places
        places |= inner
    found: set[int] = set()
    for part in parts(places):
        found.update(session.scalars(select(c.c.home_id).where(c.c.place_id.in_(part))))
        found.update(session.scalars(select(e.c.id).where(e.c.stated_place_id.in_(part))))
        for key in session.scalars(select(p.c.key).where(p.c.id.in_(part))).all():
            # What several state is kept as records; that a place moves is rare.
            told = s.c.record.contains(encode({"place": key})[1:-1], autoescape=True)
            by_several = select(e.c.id).join(s, s.c.key == e.c.key).where(s.c.kind == "event", told)
            found.update(session.scalars(by_several))
    return found


def _stated(said: Sequence[Thing]) -> dict[str, str]:
    """Give key of a collection -> key of the place that it states."""
    events = [event for event in said if isinstance(event, r.Event)]
    return {str(event.collection): event.place for event in events if event.place is not None}


def _ids(session: Connection, table: Table, keys: Iterable[str]) -> dict[str, int]:
    query = select(table.c.key, table.c.id).where(table.c.key.in_(set(keys)))
    return dict(session.execute(query).tuples().all())
