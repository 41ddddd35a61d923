"""What was done to the database, the newest first."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from timeline.errors import NotFoundError
from timeline.queries.rows import ActRow, ChangesetRow
from timeline.store.decisions import DECIDING
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Row

# A sitting ends when somebody decides nothing for so long: they were away, or at another thing.
PAUSE = timedelta(minutes=30)
# What a line of several has the sum of.
_COUNTS = ("new", "changed", "unchanged", "revoked")


def changes(
    session: Connection, *, limit: int | None = None, each: bool = False
) -> tuple[ChangesetRow, ...]:
    """List what was done, newest first: a line for each load, and one for all that a person decided
    in one sitting (a claim accepted, two actors merged, and so on, never half an hour apart; what
    of it they took back at once is a part of it). It stands where the last of them was.

    Args:
        session: an open store.
        limit: at most so many lines; None means all.
        each: give each changeset a line of its own.
    """
    rows = _changesets(session)
    if each:
        return tuple(_line([row]) for row in islice(rows, limit))
    took_back_else = _undos_of_else(session)
    sittings: list[list[Row[Any]]] = []
    latest: dict[str, list[Row[Any]]] = {}
    for row in rows:
        decides = row.by and (row.kind in DECIDING or _is_undo(row, took_back_else))
        sitting = latest.get(row.by) if decides else None
        if sitting is not None and _moment(sitting[-1]) - _moment(row) <= PAUSE:
            sitting.append(row)
            continue
        if limit is not None and len(sittings) >= limit and not _is_any_open(latest, row):
            break
        sittings.append([row])
        if decides:
            latest[row.by] = sittings[-1]
    return tuple(map(_line, sittings[:limit]))


def _changesets(session: Connection) -> Iterator[Row[Any]]:
    c = t.changeset.c
    counts = (c.new, c.changed, c.unchanged, c.revoked)
    columns = (c.id, c.made_at, c.kind, c.input, *counts, c.undone_by, c.tool_version, c.by)
    yield from session.execute(select(*columns).order_by(c.id.desc()))


def _undos_of_else(session: Connection) -> set[int]:
    """Give the changesets that took back something else than what a person decided."""
    c = t.changeset.c
    query = select(c.undone_by).where(c.undone_by.is_not(None), c.kind.not_in(DECIDING))
    return set(session.scalars(query))


def _is_undo(row: Row[Any], took_back_else: set[int]) -> bool:
    return row.kind == "undo" and row.id not in took_back_else


def _is_any_open(latest: dict[str, list[Row[Any]]], row: Row[Any]) -> bool:
    """Whether an earlier changeset than this one may belong to a sitting that was begun."""
    return any(_moment(sitting[-1]) - _moment(row) <= PAUSE for sitting in latest.values())


def _moment(row: Row[Any]) -> datetime:
    return datetime.fromisoformat(row.made_at)


def _line(sitting: list[Row[Any]]) -> ChangesetRow:
    """Give the line of changesets, newest first."""
    last = ChangesetRow(*sitting[0])
    if len(sitting) == 1:
        return last
    undone = [row.undone_by for row in sitting if row.kind != "undo"]
    return last._replace(
        kind="sitting",
        input=None,
        **{name: sum(getattr(row, name) for row in sitting) for name in _COUNTS},
        undone_by=max(undone) if undone and None not in undone else None,
        begun=sitting[-1].made_at,
        acts=tuple(ActRow(*one) for one in Counter(row.kind for row in sitting).most_common()),
    )


def sitting_of(session: Connection, number: int) -> int:
    """Count the changesets that stand in one line with that one as the last; 1 where it is alone.

    Args:
        session: an open store.
        number: of a changeset.
    """
    acts = next((row.acts for row in changes(session) if row.number == number), None)
    return sum(act.times for act in acts or ()) or 1


def state(session: Connection) -> tuple[int, int]:
    """Give what is another after every change: the last changeset, and how many were undone."""
    c = t.changeset.c
    return tuple(session.execute(select(func.max(c.id), func.count(c.undone_by))).one())


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
