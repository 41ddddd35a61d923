"""What was done to the database, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from timeline.errors import NotFoundError
from timeline.queries.rows import ChangesetRow
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from sqlalchemy import Connection


def changes(session: Connection, *, limit: int | None = None) -> tuple[ChangesetRow, ...]:
    """List the changesets, newest first.

    Args:
        session: an open store.
        limit: at most so many; None means all.
    """
    c = t.changeset.c
    counts = (c.new, c.changed, c.unchanged, c.revoked)
    columns = (c.id, c.made_at, c.kind, c.input, *counts, c.undone_by, c.tool_version, c.by)
    query = select(*columns).order_by(c.id.desc())
    return tuple(
        ChangesetRow(*row)
        for row in session.execute(query if limit is None else query.limit(limit))
    )


def last_changeset(session: Connection, when: int | str) -> int:
    """Give the number of the last changeset of a time; 0 where there was none.

    Args:
        session: an open store.
        when: its number, or the moment (ISO 8601, UTC) before which it was made.

    Raises:
        NotFoundError: there is no changeset of that number.
    """
    c = t.changeset.c
    if isinstance(when, str):
        return session.scalar(select(func.max(c.id)).where(c.made_at < when)) or 0
    if when and session.scalar(select(c.id).where(c.id == when)) is None:
        raise NotFoundError("no-such-changeset", number=when)
    return when
