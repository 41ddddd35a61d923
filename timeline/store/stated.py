"""Where people say that events were, of the events themselves and in no claim."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, or_, select

from timeline.resolve import StatedPlace
from timeline.store.above import keys_above, rows_above
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    from timeline.records import Event


def places_stated(
    session: Connection, events: Sequence[int]
) -> Mapping[int, Sequence[StatedPlace]]:
    """Give event id -> the places that people state by a command, or in a file that has no claim on
    it, who goes first before the others. What a file with claims states is what these say.

    Args:
        session: an open store.
        events: ids, after merges.
    """
    e, c, s = t.event, t.claim, t.statement
    live = (c.c.event_id == e.c.id, c.c.revoked_in.is_(None))
    several = exists().where(s.c.kind == "event", s.c.key == e.c.key)
    # As a sum it has no index: a collection may have all claims that there are.
    silent = ~exists().where(*live, c.c.collection_id + 0 == e.c.collection_id)
    person = and_(e.c.extractor.is_(None), or_(e.c.by.is_not(None), silent))
    query = select(e.c.key, e.c.canonical_id).where(
        e.c.canonical_id.in_(events), e.c.stated_place_id.is_not(None), or_(several, person)
    )
    homes = dict(session.execute(query).tuples().all())
    if not homes:
        return {}
    claiming = select(e.c.key, t.collection.c.key).join(c, and_(*live)).distinct()
    claiming = claiming.join(t.collection, t.collection.c.id == c.c.collection_id)
    told = set(session.execute(claiming.where(e.c.key.in_(homes))).tuples())
    found: dict[int, list[Event]] = defaultdict(list)
    for key, said in _said(session, homes).items():
        found[homes[key]] += [
            one for one in said if one.by is not None or (key, one.collection) not in told
        ]
    return _in_order(session, found)


def _said(session: Connection, keys: Iterable[str]) -> dict[str, list[Event]]:
    """Give key of an event -> what people say of it who say where it was."""
    # Only where somebody does, for records are slow to import.
    from timeline import records as r
    from timeline.store.stored import statements

    return {
        key: [one for one in said if isinstance(one, r.Event) and one.place and not one.extractor]
        for key, said in statements(session, r.Event, keys).items()
    }


def _in_order(
    session: Connection, found: Mapping[int, Sequence[Event]]
) -> dict[int, list[StatedPlace]]:
    from timeline.combine import behind, rank

    p, keys = t.place, {one.place for said in found.values() for one in said}
    ids = dict(session.execute(select(p.c.key, p.c.id).where(p.c.key.in_(keys))).tuples().all())
    rows = rows_above(session, p, p.c.part_of_id, ids.values())
    places: dict[int, list[StatedPlace]] = {}
    for event, said in found.items():
        ranked = sorted(said, key=rank)
        places[event] = [
            StatedPlace(
                str(one.collection),
                tuple(keys_above(rows, ids[str(one.place)])),
                f"statement-{behind(ranked[0], one)}",
            )
            for one in ranked
        ]
    return places
