"""Where things happen: the places by their names."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from timeline.queries.pages import read_page_by_name
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
    query = select(p.c.id, p.c.key, p.c.name, p.c.country, around.c.key.label("part_of"))
    query = query.add_columns(p.c.latitude, p.c.longitude)
    query = query.outerjoin_from(p, around, around.c.id == p.c.part_of_id)
    rows, following = read_page_by_name(session, query, (p, n, n.c.place_id), limit, after)
    further = _further_names(session, [row.id for row in rows])
    found = (PlaceRow(row.key, row.name, further[row.id], *row[3:7]) for row in rows)
    return Page(tuple(found), following)


def _further_names(session: Connection, places: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Give place id -> the names beside the one that is shown."""
    n = t.place_name.c
    query = select(n.place_id, n.text).where(n.place_id.in_(places), n.n > 0)
    found: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for place, name in session.execute(query.order_by(n.place_id, n.n)):
        found[place] += (name,)
    return found
