"""What tells actors of one name apart: description, first event, and the source that tells so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, select

from timeline.errors import Namesake
from timeline.queries.details import in_order, titles
from timeline.store.accounts import counts
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import ColumnElement, Connection, Select


class Apart(NamedTuple):
    """What tells an actor apart from others of its name, as far as that is known.

    Attributes:
        description: as a record gives it.
        date: the date (EDTF) of the first event.
        event: the title of that event, or its key.
        source: the key of the source that tells first of it.
    """

    description: str | None = None
    date: str | None = None
    event: str | None = None
    source: str | None = None


def candidates(session: Connection, actors: Collection[int]) -> list[Namesake]:
    """Give actors as those that a name may mean, in order of their keys.

    Args:
        session: an open store.
        actors: ids.
    """
    a = t.actor
    told = apart(session, actors)
    query = select(a.c.id, a.c.key, a.c.name).where(a.c.id.in_(actors)).order_by(a.c.key)
    return [Namesake(key, name, *told[number]) for number, key, name in session.execute(query)]


def apart(session: Connection, actors: Collection[int], language: str = "en") -> dict[int, Apart]:
    """Give actor id -> what tells it apart.

    Args:
        session: an open store.
        actors: ids.
        language: of the titles.
    """
    a, p, e = t.actor, t.participation, t.event
    first = (
        _told(p.c.actor_id == a.c.canonical_id)
        .with_only_columns(e.c.id)
        .order_by(p.c.sort, e.c.key)
        .limit(1)
        .correlate(a)
        .scalar_subquery()
    )
    query = select(a.c.id, a.c.description, a.c.canonical_id, first)
    who = session.execute(query.where(a.c.id.in_(actors))).tuples().all()
    events = {event for *_, event in who if event is not None}
    told = _told(p.c.actor_id.in_({actor for _, _, actor, _ in who}), e.c.id.in_(events))
    named = titles(session, sorted(events), language)
    found: dict[tuple[int, int], tuple[str | None, str, str]] = {}
    for actor, event, date, key, source in session.execute(told.order_by(*in_order())).tuples():
        found.setdefault((actor, event), (date, named.get(event, key), source))
    nothing = (None, None, None)
    return {
        number: Apart(description, *found.get((actor, event), nothing))
        for number, description, actor, event in who
    }


def _told(*which: ColumnElement[bool]) -> Select[tuple[int, int, str | None, str, str]]:
    """Select the events that some take part in, with each source that tells so."""
    p, c, e, s = t.participation, t.claim, t.event, t.source
    return (
        select(p.c.actor_id, e.c.id, e.c.date, e.c.key, s.c.key)
        .select_from(p)
        .join(c, and_(c.c.home_id == p.c.home_id, c.c.id == p.c.claim_id, counts()))
        .join(s, s.c.id == c.c.source_id)
        .join(e, e.c.id == p.c.home_id)
        .where(*which)
    )
