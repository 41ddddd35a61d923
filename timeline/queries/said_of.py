"""What others say of an actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, select

from timeline.queries.claims import claim_rows
from timeline.queries.find import find_actor
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from timeline.queries.rows import ClaimRow


def said_of(
    session: Connection, called: str, *, language: str = "en", limit: int = 100
) -> tuple[ClaimRow, ...]:
    """Give the claims in which an actor takes part, in order of time, but for those that are the
    actor's own: of which they are the origin, or in which they speak.

    Args:
        session: an open store.
        called: a key or a name.
        language: of the events' titles.
        limit: at most so many.

    Raises:
        NotFoundError, AmbiguousError: there is no such actor, or there are several.
    """
    actor = find_actor(session, called)
    p, a, who = t.participation.c, t.attribution.c, t.actor.c
    own = exists().where(
        a.home_id == p.home_id,
        a.claim_id == p.claim_id,
        who.id == a.actor_id,
        who.canonical_id == actor,
    )
    query = select(p.home_id, p.claim_id, p.sort).distinct().order_by(p.sort, p.claim_id)
    query = query.where(p.actor_id == actor, p.role != "speaker", ~own).limit(limit)
    found = session.execute(query).all()
    c = t.claim.c
    events = {row.home_id for row in found}
    theirs = and_(c.home_id.in_(events), c.id.in_([row.claim_id for row in found]))
    return claim_rows(session, language, theirs)
