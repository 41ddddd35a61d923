"""The events as they were known at a moment: from the claims that had been published by then."""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from timeline.queries.question import Filter
from timeline.queries.walk import (
    Cursor,
    Shown,
    event_columns,
    few_events,
    stands_for_itself,
    stored_events,
)
from timeline.store.accounts import outcomes_of
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sqlalchemy import Connection, Row

    from timeline.queries.question import Keeps, Window

# So many events are worked out at once.
_BATCH = 500


def events_as_known(
    session: Connection,
    filters: Sequence[Filter],
    bound: int,
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
        window, after, limit: as for `stored_events`.
    """
    e, wholly = t.event.c, t.event.alias().c
    whole = Filter(
        e.published_latest <= bound, select(wholly.id).where(wholly.published_latest <= bound)
    )
    stored = stored_events(session, [*filters, whole], window, after, limit)
    moved = events_that_moved(session, filters, bound)
    later = (event for event in moved if after is None or _place(event) > after)
    return merge(stored, later, key=_place)


def _place(event: Shown) -> Cursor:
    return Cursor(event.sort, event.key)


def events_that_moved(session: Connection, filters: Sequence[Filter], bound: int) -> list[Shown]:
    """Give those of the events as they were known at a moment of which more became known later, in
    the order of the dates that they had then.

    Args:
        session, filters, bound: as for `events_as_known`.
    """
    e, early = t.event.c, t.event.alias().c
    # As a sum it has no index: where many were known early, the few of which more came are found.
    known = Filter(
        e.published_earliest + 0 <= bound, select(early.id).where(early.published_earliest <= bound)
    )
    more_came = or_(e.published_latest.is_(None), e.published_latest > bound)
    # What follows from the claims may have been otherwise then.
    keeps = [each.keeps for each in filters if each.keeps is not None]
    asked = [*(each for each in filters if each.keeps is None), known]
    query = (
        event_columns()
        .add_columns(e.stated_place_id)
        .where(stands_for_itself(), more_came, *(f.holds for f in asked))
    )
    few = few_events(session, asked)
    if few is not None:
        query = query.where(e.id.in_(few))
    rows = session.execute(query).all()
    kept = [
        event
        for first in range(0, len(rows), _BATCH)
        for event in _worked_out(session, rows[first : first + _BATCH], bound, keeps)
    ]
    return sorted(kept, key=_place)


def _worked_out(
    session: Connection, rows: Sequence[Row[Any]], bound: int, keeps: Sequence[Keeps]
) -> Iterator[Shown]:
    """Give some events as they were, if somebody spoke of them and all of `keeps` keep them."""
    outcomes = outcomes_of(session, [row.id for row in rows], bound)
    named = {event: {one.place, *one.places} for event, one in outcomes.items()}
    places = _places(session, rows, {key for keys in named.values() for key in keys if key})
    for row in rows:
        outcome = outcomes[row.id]
        shown = outcome.place or row.stated_place_id
        place, name = places.get(shown, (None, None))
        possible = {places[key][0] for key in {shown, *named[row.id]} - {None}}
        if outcome.standing is None or not all(keep(outcome, possible) for keep in keeps):
            continue
        bounds = (outcome.date, outcome.earliest, outcome.latest, outcome.sort)
        rest = (outcome.span_class, outcome.status, outcome.standing)
        own = (row.id, row.key, row.type, name, place, outcome.place_status)
        counted = (outcome.claims, outcome.origins)
        reviewing = (outcome.reviewed, outcome.machine, outcome.confidence, outcome.hidden)
        yield Shown._make((*own, *bounds, *rest, *counted, *reviewing))


def _places(
    session: Connection, rows: Sequence[Row[Any]], keys: Collection[str]
) -> dict[str | int | None, tuple[int, str]]:
    """Give key, and id, of each place that claims name, or is stated of an event -> its id and
    name.
    """
    p = t.place.c
    stated = {row.stated_place_id for row in rows} - {None}
    query = select(p.id, p.key, p.name).where(or_(p.key.in_(keys), p.id.in_(stated)))
    found: dict[str | int | None, tuple[int, str]] = {}
    for number, key, name in session.execute(query):
        found[number] = found[key] = number, name
    return found
