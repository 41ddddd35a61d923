"""What people ask in SQL themselves.

The engine refuses whatever writes; the text is not looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.errors import UsageError
from timeline.store import dialect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection


def run_query(session: Connection, query: str) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """Run one statement.

    Args:
        session: a store opened to read.
        query: one SQL statement in the engine's own dialect.

    Returns:
        the names of the columns, and the rows as they come.

    Raises:
        UsageError: the engine does not understand it, or refuses it, at once or while the rows are
            read.
    """
    try:
        columns, rows = dialect.query_rows(session, query)
    except dialect.query_errors(session) as error:
        raise _refused(error) from error
    return columns, _guarded(session, rows)


def _guarded(session: Connection, rows: Iterator[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    try:
        yield from rows
    except dialect.query_errors(session) as error:
        raise _refused(error) from error


def _refused(error: Exception) -> UsageError:
    return UsageError(f"the database says: {dialect.said(error)}")
