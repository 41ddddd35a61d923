"""The events as they were known at a moment: from the claims that had been published by then."""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from timeline.queries.details import known_by
from timeline.queries.question import Filter, one_of
from timeline.queries.walk import Cursor, Shown, event_columns, few_events, stored_events
from timeline.resolve import resolve
from timeline.store.accounts import accounts_of
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Row

    from timeline.queries.question import Window

# So many events are worked out at once.
_BATCH = 500


def events_as_known(
    session: Connection,
    filters: Sequence[Filter],
    bound: int,
    standings: Sequence[str],
    window: Window | None,
    after: Cursor | None,
    limit: int | None,
) -> Iterator[Shown]:
    """Give the events as they were known at a moment, in the order of the dates that they had then.

    What was known wholly by then is as it is stored. The rest is worked out anew from the claims
    that count, and put in order among them: its dates move.

    Args:
        session: an open store.
        filters: which all hold.
        bound: seconds UTC, the moment after the last that counts.
        standings: of which they are to have one; none means any.
        window, after, limit: as for `stored_events`.
    """
    e, wholly = t.event.c, t.event.alias().c
    whole = Filter(
        e.published_latest <= bound, select(wholly.id).where(wholly.published_latest <= bound)
    )
    as_stored = [*filters, whole, *([one_of(e.standing, standings)] if standings else [])]
    stored = stored_events(session, as_stored, window, after, limit)
    moved = _moved(session, filters, bound, standings, after)
    return merge(stored, moved, key=_place)


def _place(event: Shown) -> Cursor:
    return Cursor(event.sort, event.key)


def _moved(
    session: Connection,
    filters: Sequence[Filter],
    bound: int,
    standings: Sequence[str],
    after: Cursor | None,
) -> list[Shown]:
    e, early = t.event.c, t.event.alias().c
    # As a sum it has no index: where many were known early, the few of which more came are found.
    known = Filter(
        e.published_earliest + 0 <= bound, select(early.id).where(early.published_earliest <= bound)
    )
    more_came = or_(e.published_latest.is_(None), e.published_latest > bound)
    asked = [*filters, known]
    query = event_columns().where(e.canonical_id == e.id, more_came, *(f.holds for f in asked))
    few = few_events(session, asked)
    if few is not None:
        query = query.where(e.id.in_(few))
    rows = session.execute(query).all()
    kept = [
        event
        for first in range(0, len(rows), _BATCH)
        for event in _worked_out(session, rows[first : first + _BATCH], bound)
        if event.standing in standings or (event.standing and not standings)
    ]
    return sorted((event for event in kept if after is None or _place(event) > after), key=_place)


def _worked_out(session: Connection, rows: Sequence[Row[Any]], bound: int) -> Iterator[Shown]:
    accounts: dict[int, list[Any]] = {row.id: [] for row in rows}
    for event, account in accounts_of(session, list(accounts), known_by(bound)):
        accounts[event].append(account)
    for row in rows:
        outcome = resolve(accounts[row.id])
        bounds = (outcome.date, outcome.earliest, outcome.latest, outcome.sort)
        rest = (outcome.span_class, outcome.status, outcome.standing)
        yield Shown._make((*row[:4], *bounds, *rest, outcome.claims, outcome.origins))
