"""What people ask in SQL themselves.

The engine itself says whether that is a query, and refuses whatever writes; the text is not looked
at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.store.guard import Limits, asked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection

__all__ = ["Limits", "run_query"]


def run_query(
    session: Connection, query: str, limits: Limits | None = None
) -> AbstractContextManager[tuple[Sequence[str], Iterator[tuple[Any, ...]]]]:
    """Run one query.

    Args:
        session: a store opened guarded.
        query: one SQL query in the engine's own dialect.
        limits: how much it may take; None means as much as `Limits` says.

    Returns:
        a context of the names of the columns, and the rows as they come.

    Raises:
        UsageError: the engine does not understand it, refuses it, or it met a limit, at once or
            while the rows are read.

    >>> with run_query(session, "SELECT key FROM timeline_events") as (columns, rows):
    ...     keys = [key for (key,) in rows]  # doctest: +SKIP
    """
    return asked(session, query, limits or Limits())
