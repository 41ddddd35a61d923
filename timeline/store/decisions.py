"""Verdicts and notes read back from their tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, true

from timeline import records as r
from timeline.dates import parse
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import ColumnElement, Connection, Row

# The kinds of changesets by which a person decides, one thing at a time.
DECIDING = ("accept", "reject", "correct", "note", "set", "merge", "unmerge", "confirm", "decline")
# The fields of each record that a column of the same name holds, but for the moment (`at`).
VERDICT = tuple(name for name in r.Verdict.__struct_fields__ if name not in ("collection", "at"))
NOTE = tuple(name for name in r.Note.__struct_fields__ if name not in ("collection", "at"))


def verdicts(
    session: Connection,
    *where: ColumnElement[bool],
    collection: str | None = None,
    live: bool = True,
) -> Iterator[tuple[int, r.Verdict]]:
    """Give verdicts with their ids, in an order that hangs on what they say alone.

    Args:
        session: an open store.
        where: conditions on the table of verdicts.
        collection: what the records are to belong to.
        live: only those that nobody took back.
    """
    v = t.verdict
    start = func.coalesce(v.c.trigger_start, -1)
    query = select(v).where(v.c.revoked_in.is_(None) if live else true(), *where)
    query = query.order_by(v.c.source, start, v.c.claim, v.c.at, v.c.by, v.c.key)
    for row in session.execute(query):
        yield row.id, r.Verdict(collection=collection, **_fields(row, VERDICT))


def notes(
    session: Connection, *where: ColumnElement[bool], collection: str | None = None
) -> Iterator[r.Note]:
    """Give the live notes, ordered by what they are on, then by when they were written.

    Arguments as for `verdicts`.
    """
    n = t.note
    query = select(n).where(n.c.revoked_in.is_(None), *where)
    for row in session.execute(query.order_by(n.c.about, n.c.of, n.c.at, n.c.by, n.c.key)):
        yield r.Note(collection=collection, **_fields(row, NOTE))


def _fields(row: Row[Any], names: Iterable[str]) -> dict[str, Any]:
    return {name: row._mapping[name] for name in names} | {"at": parse(row.at)}
