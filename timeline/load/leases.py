"""Which claims somebody looks at now, so that a second reviewer gets others.

A lease is no part of what the database says: no changeset keeps it, and no export.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, or_, select

from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

# How long a claim is kept for whoever looks at it, in seconds.
LEASE = 600


def lease(
    session: Connection, keys: Sequence[str], *, by: str, now: int | None = None
) -> str | None:
    """Lease the first of some claims that nobody else looks at, for ten minutes from now.

    Whatever the same person leased before is free again.

    Args:
        session: a store opened to write.
        keys: of claims, the one that is wanted most first.
        by: who looks at it.
        now: seconds UTC since 1970; None means that of the clock.

    Returns:
        the key of the claim; None where others look at all of them.
    """
    now, own = _clock(now), t.lease
    session.execute(delete(own).where(or_(own.c.until <= now, own.c.by == by)))
    # Few are left: there is one for each who reviews at this moment.
    taken = set(session.scalars(select(own.c.claim)))
    free = next((key for key in keys if key not in taken), None)
    if free is not None:
        session.execute(own.insert().values(claim=free, by=by, until=now + LEASE))
    return free


def release(session: Connection, *, by: str) -> None:
    """Give back what a person leased."""
    session.execute(delete(t.lease).where(t.lease.c.by == by))


def leased(session: Connection, key: str, *, now: int | None = None) -> str | None:
    """Give who looks at a claim now; None where nobody does.

    Args:
        session: an open store.
        key: of the claim.
        now: as for `lease`.
    """
    held = (t.lease.c.claim == key, t.lease.c.until > _clock(now))
    found: str | None = session.scalar(select(t.lease.c.by).where(*held))
    return found


def _clock(now: int | None) -> int:
    return int(datetime.now(UTC).timestamp()) if now is None else now
