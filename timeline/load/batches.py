"""Many rows at once, in as few statements as the engines take."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, update

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection, Table

_ASKED_AT_ONCE = 1000


def parts(items: Iterable[Any]) -> Iterator[list[Any]]:
    """Split what a query asks for into so much as one statement may take."""
    everything = sorted(items)
    for start in range(0, len(everything), _ASKED_AT_ONCE):
        yield everything[start : start + _ASKED_AT_ONCE]


def update_many(
    session: Connection, table: Table, by: Sequence[str], rows: Sequence[dict[str, Any]]
) -> None:
    """Update rows one by one in one call.

    Args:
        session: an open transaction.
        table: the table.
        by: names of the columns that find the row; each row gives their values as `by_NAME`.
        rows: the same columns in each.
    """
    if not rows:
        return
    statement = update(table).values(
        {name: bindparam(name) for name in rows[0] if not name.startswith("by_")}
    )
    for name in by:
        statement = statement.where(table.c[name] == bindparam(f"by_{name}"))
    session.execute(statement, list(rows))
