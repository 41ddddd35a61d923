"""What is above a row: the places around a place, the versions before a version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import ColumnElement, Connection, Row, Table


def rows_above(
    session: Connection,
    table: Table,
    above: ColumnElement[int],
    ids: Iterable[int | None],
    *more: ColumnElement[Any],
) -> dict[int, Row[Any]]:
    """Read rows, those that they refer to, and so on.

    Args:
        session: an open store.
        table: of the rows.
        above: what refers to a row above.
        ids: of the rows to begin with.
        more: further columns.

    Returns:
        id -> id, key, `above`, and the further columns.
    """
    rows: dict[int, Row[Any]] = {}
    query = select(table.c.id, table.c.key, above.label("above"), *more)
    wanted = {number for number in ids if number is not None}
    while wanted:
        rows |= {row.id: row for row in session.execute(query.where(table.c.id.in_(wanted)))}
        wanted = {row.above for row in rows.values() if row.above is not None} - rows.keys()
    return rows


def keys_above(rows: Mapping[int, Row[Any]], first: int | None) -> list[str]:
    """Give the keys from a row upwards; a circle, which older versions let in, ends it."""
    found: list[str] = []
    while first is not None and rows[first].key not in found:
        found.append(rows[first].key)
        first = rows[first].above
    return found
