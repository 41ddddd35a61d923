"""Pages of things that have a key, in the order of their keys or of their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, select, tuple_

from timeline.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select, Table


def read_page(
    session: Connection, query: Select[Any], limit: int | None
) -> tuple[Sequence[Row[Any]], str | None]:
    """Read the rows of a page, and the key to go on after; None where nothing comes after them.

    Args:
        session: an open store.
        query: rows in order, with a column `key`, after those of the pages before.
        limit: at most so many; None means all.
    """
    rows = session.execute(query if limit is None else query.limit(limit + 1)).all()
    shown = rows if limit is None else rows[:limit]
    return shown, shown[-1].key if shown and len(shown) < len(rows) else None


def read_page_by_name(
    session: Connection,
    query: Select[Any],
    first_name: tuple[Table, Table, ColumnElement[int]],
    limit: int | None,
    after: str | None,
) -> tuple[Sequence[Row[Any]], str | None]:
    """Read a page in the order of the names that things are shown by, folded.

    Args:
        session: an open store.
        query: the things, with a column `key`.
        first_name: their table, that of their names, and which thing a name is of.
        limit: at most so many; None means all.
        after: the key of the last one on the page before.

    Raises:
        UsageError: `after` is the key of none.
    """
    thing, names, of = first_name
    first = and_(of == thing.c.id, names.c.n == 0)
    query = query.join_from(thing, names, first)
    folded = names.c.folded
    if after is not None:
        place = session.scalar(select(folded).join(thing, first).where(thing.c.key == after))
        if place is None:
            raise UsageError("no-such-cursor", cursor=after)
        query = query.where(folded >= place, tuple_(folded, thing.c.key) > (place, after))
    return read_page(session, query.order_by(folded, thing.c.key), limit)
