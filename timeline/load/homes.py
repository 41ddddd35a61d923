"""What belongs to merged things is kept with who stands for them: moving the rows when that
changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select, update

from timeline.load.batches import parts
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection, Table

# What refers to claims comes after them.
_OF_EVENTS = (t.event_text, t.tag, t.claim, t.quantity, t.attribution, t.participation, t.link)


def homes_of(session: Connection, events: Iterable[int]) -> dict[int, int]:
    """Give event id -> the event that stands for it today."""
    return _stand_ins(session, t.event, events)


def stand_ins(session: Connection, actors: Iterable[int]) -> dict[int, int]:
    """Give actor id -> the actor that stands for it today."""
    return _stand_ins(session, t.actor, actors)


def _stand_ins(session: Connection, table: Table, ids: Iterable[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for part in parts(set(ids)):
        query = select(table.c.id, table.c.canonical_id).where(table.c.id.in_(part))
        found.update(session.execute(query).tuples().all())
    return found


def move_events(session: Connection, homes: Mapping[int, int]) -> None:
    """Move the rows of events to the ones that stand for them now.

    They are copied and deleted, since where tables are distributed by their home it can't be
    changed.

    Args:
        session: an open transaction.
        homes: event id -> the event that its rows have been kept with.
    """
    e, home, link = t.event, t.event.alias(), t.link
    stands_for = homes_of(session, homes)
    moving = {event: home for event, home in homes.items() if stands_for[event] != home}
    for part in parts(moving):
        kept_with = {moving[event] for event in part}
        moved = {
            table: (table.c.home_id.in_(kept_with), table.c.event_id.in_(part))
            for table in _OF_EVENTS
        }
        for table, where in moved.items():
            # A participation stands where its home does in order of time.
            taken = {"home_id": home.c.id, "sort": home.c.sort}
            rows = (
                select(*(taken.get(column.name, column) for column in table.c))
                .join(e, e.c.id == table.c.event_id)
                .join(home, home.c.id == e.c.canonical_id)
                .where(*where, home.c.id != table.c.home_id)
            )
            session.execute(insert(table).from_select(table.c.keys(), rows))
        canonical = select(e.c.canonical_id)
        for table, where in reversed(moved.items()):
            now = canonical.where(e.c.id == table.c.event_id).scalar_subquery()
            session.execute(delete(table).where(*where, table.c.home_id != now))
        now = canonical.where(e.c.id == link.c.other_id).scalar_subquery()
        session.execute(update(link).where(link.c.other_id.in_(part)).values(other_home_id=now))


def move_actors(session: Connection, actors: Mapping[int, int]) -> None:
    """Give the participations of actors to the ones that stand for them now.

    Arguments as for `move_events`.
    """
    p, a = t.participation, t.actor
    now = select(a.c.canonical_id).where(a.c.id == p.c.said_actor_id).scalar_subquery()
    for part in parts(actors):
        session.execute(update(p).where(p.c.said_actor_id.in_(part)).values(actor_id=now))
