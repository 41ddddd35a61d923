"""Where things happen: the places by their names."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import and_, select, tuple_

from timeline.errors import UsageError
from timeline.queries.rows import Page, PlaceRow
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection


def places(
    session: Connection, *, limit: int | None = None, after: str | None = None
) -> Page[PlaceRow]:
    """List the places by name.

    Args:
        session: an open store.
        limit: at most so many; None means all.
        after: the `after` of the page before: the key of its last place.

    Raises:
        UsageError: `after` is no place's key.
    """
    p, n, around = t.place, t.place_name, t.place.alias()
    first = and_(n.c.place_id == p.c.id, n.c.n == 0)
    query = (
        select(p.c.id, p.c.key, p.c.name, p.c.country, around.c.key.label("part_of"))
        .join(n, first)
        .outerjoin(around, around.c.id == p.c.part_of_id)
        .order_by(n.c.folded, p.c.key)
    )
    if after is not None:
        folded = session.scalar(select(n.c.folded).join(p, first).where(p.c.key == after))
        if folded is None:
            raise UsageError("no-such-cursor", cursor=after)
        query = query.where(n.c.folded >= folded, tuple_(n.c.folded, p.c.key) > (folded, after))
    rows = session.execute(query if limit is None else query.limit(limit + 1)).all()
    shown = rows if limit is None else rows[:limit]
    further = _further_names(session, [row.id for row in shown])
    found = (
        PlaceRow(row.key, row.name, further[row.id], row.country, row.part_of) for row in shown
    )
    return Page(tuple(found), shown[-1].key if len(shown) < len(rows) else None)


def _further_names(session: Connection, places: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Give place id -> the names beside the one that is shown."""
    n = t.place_name.c
    query = select(n.place_id, n.text).where(n.place_id.in_(places), n.n > 0)
    found: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for place, name in session.execute(query.order_by(n.place_id, n.n)):
        found[place] += (name,)
    return found
