"""The lanes of a picture, by which events are laid out: each of one actor, type or source."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from sqlalchemy import and_, bindparam, func, or_, select

from timeline.queries.details import known_by
from timeline.store.accounts import KEPT
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, FromClause, Select

    from timeline.queries.walk import Shown

Lane: TypeAlias = Literal["none", "type", "standing", "place", "actor", "source", "side"]
# Of these an event may have several: they are told by its claims.
TOLD_BY_CLAIMS = ("actor", "source", "side")
# So many bound values are no trouble to either engine.
_AT_ONCE = 10_000


class LaneName(NamedTuple):
    """The key of a lane, and what that is called."""

    key: str | None
    name: str | None


def lane_columns() -> Mapping[str, tuple[FromClause, ColumnElement[Any]]]:
    """Give for each lane that claims tell of where to look for it beside the claim, and its id."""
    p, c = t.participation, t.claim
    taking = c.join(p, and_(p.c.home_id == c.c.home_id, p.c.claim_id == c.c.id))
    return {
        "actor": (taking, p.c.actor_id),
        "source": (c, c.c.source_id),
        "side": (c, c.c.polarity),
    }


def lanes_of(
    session: Connection, events: Sequence[Shown], lane: Lane, bound: int | None
) -> Mapping[int, Sequence[Any]]:
    """Give event id -> the ids of the lanes in which it is; an id of None where it has none.

    Args:
        session: an open store.
        events: as they are shown.
        lane: by what.
        bound: of the claims that count, as for `known_by`.
    """
    if lane not in TOLD_BY_CLAIMS:
        field = {"place": "place_id"}.get(lane, lane)
        return {event.id: (getattr(event, field, None),) for event in events}
    found: dict[int, list[Any]] = defaultdict(list)
    ids = [event.id for event in events]
    for first in range(0, len(ids), _AT_ONCE):
        part = {"events": ids[first : first + _AT_ONCE]}
        for event, number in session.execute(_told(lane, bound), part):
            found[event].append(number)
    return {event: found.get(event, (None,)) for event in ids}


@lru_cache(KEPT)
def _told(lane: Lane, bound: int | None) -> Select[Any]:
    where, number = lane_columns()[lane]
    home = t.claim.c.home_id
    joined = where.join(t.source, t.source.c.id == t.claim.c.source_id)
    query = select(home, number).select_from(joined).distinct().order_by(home, number)
    return query.where(home.in_(bindparam("events", expanding=True)), known_by(bound))


def lane_names(
    session: Connection, lane: Lane, ids: Iterable[Any] = (), keys: Iterable[str] = ()
) -> Mapping[Any, LaneName]:
    """Give id of a lane -> its key and name.

    Args:
        session: an open store.
        lane: by what.
        ids, keys: of the lanes that are named.
    """
    tables: Mapping[str, Any] = {"actor": t.actor, "source": t.source, "place": t.place}
    wanted = set(ids)
    found = {None: LaneName(None, None)} if None in wanted else {}
    if lane not in tables:
        return found | {word: LaneName(word, word) for word in (wanted | {*keys}) - {None}}
    table = tables[lane]
    name = func.coalesce(table.c.title, table.c.key) if lane == "source" else table.c.name
    these = or_(table.c.id.in_(wanted - {None}), table.c.key.in_({*keys}))
    for number, *named in session.execute(select(table.c.id, table.c.key, name).where(these)):
        found[number] = LaneName(*named)
    return found
