"""What was done to the database, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

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
