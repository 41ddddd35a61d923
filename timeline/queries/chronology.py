"""The chronology: events in order of time, filtered, a page at a time."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import and_, select

from timeline.dates import iso_text, may_meet, must_meet
from timeline.errors import UsageError
from timeline.queries.details import details, known_by
from timeline.queries.past import events_as_known
from timeline.queries.question import (
    ANYTHING,
    Filter,
    Question,
    Window,
    bound_of,
    filters,
    places_asked,
    window_of,
)
from timeline.queries.rows import EventRow, Page, Unlisted
from timeline.queries.walk import Cursor, Shown, event_columns, shown, stored_events
from timeline.resolve import SPAN_CLASSES, reported
from timeline.store.accounts import KEPT
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection

    from timeline.dates import Date

# What is shown of so many events is read at once.
_BATCH = 500
# So many of those that are not listed are counted.
MOST_COUNTED = 1000


def chronology(
    session: Connection,
    question: Question = ANYTHING,
    *,
    language: str = "en",
    limit: int | None = None,
    after: str | None = None,
) -> Page[EventRow]:
    """List events in order of time, undated ones last.

    Args:
        session: an open store.
        question: which events.
        language: of titles.
        limit: at most so many; None means all.
        after: a cursor: go on after the page that gave it.

    Returns:
        a page; its `after` is None if there is nothing more.

    Raises:
        NotFoundError, AmbiguousError: for actors, sources and places.
        UsageError: a word that there is not, a text that is no date, filters that don't go
            together, or no cursor.
    """
    wanted = None if limit is None else limit + 1
    listed = found_events(session, question, read_cursor(after), wanted)
    return _page(session, listed, language, limit, bound_of(question))


def found_events(
    session: Connection,
    question: Question,
    after: Cursor | None = None,
    limit: int | None = None,
    *,
    seen: Window | None = None,
) -> Iterator[tuple[Shown, bool | None]]:
    """Find the events that a question asks for, in order, each with whether it surely meets it.

    Args:
        session: an open store.
        question: which events.
        after, limit: as for `stored_events`.
        seen: a window that their bounds have to meet, too.

    Raises:
        NotFoundError, AmbiguousError, UsageError: as for `chronology`.
    """
    window, bound = window_of(question), bound_of(question)
    asked = [*filters(session, question, known_by(bound))]
    found = _found(session, asked, bound, seen or window, after, limit)
    return _there(in_window(found, window), session, question)


def _found(
    session: Connection,
    asked: Sequence[Filter],
    bound: int | None,
    window: Window | None,
    after: Cursor | None = None,
    limit: int | None = None,
) -> Iterator[Shown]:
    if bound is not None:
        return events_as_known(session, asked, bound, window, after, limit)
    return stored_events(session, asked, window, after, limit)


def unlisted(session: Connection, question: Question) -> Unlisted:
    """Count what a question finds that `chronology` does not list unless it is asked to.

    Args:
        session: an open store.
        question: which events.

    Raises:
        NotFoundError, AmbiguousError, UsageError: as for `chronology`.
    """
    window, bound = window_of(question), bound_of(question)
    hidden, late = 0, 0
    if not question.hidden:
        asked = [*filters(session, replace(question, hidden=True), known_by(bound)), _hidden()]
        found = _found(session, asked, bound, window, limit=MOST_COUNTED)
        hidden = _count(event for event, _ in _there(in_window(found, window), session, question))
    if window and window.end is not None and not window.open and not window.certainly:
        asked = [*filters(session, question, known_by(bound)), _reported_after(window.end)]
        found = _found(session, asked, bound, None, limit=MOST_COUNTED)
        late = _count(event for event in found if _is_reported_later(event, window))
    return Unlisted(hidden, late)


@cache
def _hidden() -> Filter:
    e, other = t.event.c, t.event.alias().c
    found = select(other.id).where(other.hidden)
    return Filter(e.hidden, found, keeps=lambda outcome, _: outcome.hidden)


@lru_cache(KEPT)
def _reported_after(moment: int) -> Filter:
    """Give the filter of what is known by a report alone, of which not all is before a moment."""
    e, other = t.event.c, t.event.alias().c
    classes = [number for number, each in enumerate(SPAN_CLASSES) if each.reported]
    holds, found = (and_(one.span_class.in_(classes), one.sort >= moment) for one in (e, other))
    return Filter(
        holds, select(other.id).where(found), keeps=lambda outcome, _: outcome.status == "by_report"
    )


def _count(events: Iterable[Shown]) -> int:
    return sum(1 for _ in islice(events, MOST_COUNTED))


def _is_reported_later(event: Shown, window: Window) -> bool:
    date = event.date
    if date is None or event.status != "by_report":
        return False
    return _may_meet(date, window) and not _may_meet(reported(date), window)


def read_cursor(after: str | None) -> Cursor | None:
    """Read where to go on.

    Raises:
        UsageError: it is no cursor.
    """
    if after is None:
        return None
    found = re.fullmatch(r"(-?[0-9]{1,19}):(.+)", after, re.DOTALL)
    if found is None or not -(2**63) <= int(found[1]) < 2**63:
        raise UsageError("no-such-cursor", cursor=after)
    return Cursor(int(found[1]), found[2])


# The page -----------------------------------------------------------------------------------------


def _there(
    events: Iterable[tuple[Shown, bool | None]], session: Connection, question: Question
) -> Iterator[tuple[Shown, bool | None]]:
    """Keep events at the places that are asked, with whether they surely were there: what one
    source puts there, and another elsewhere, was there possibly.
    """
    asked = places_asked(session, question)
    for event, certain in events:
        there = not asked or (event.place_id in asked and event.place_status != "conflict")
        if there or not question.certainly:
            yield event, certain if not asked else there and certain is not False


def in_window(
    events: Iterable[Shown], window: Window | None
) -> Iterator[tuple[Shown, bool | None]]:
    """Keep what really meets the window, with whether it surely does: sets have gaps that bounds
    don't show.

    Args:
        events: as they are found by their bounds.
        window: None means no window.
    """
    for event in events:
        if window is None:
            yield event, None
        elif event.date is None:
            continue
        elif event.status == "conflict":
            # Searched by the hull of all its dates; none of them is certain.
            if not window.certainly and _overlaps(event, window):
                yield event, False
        elif event.status == "by_report":
            date = event.date if window.open else reported(event.date)
            if not window.certainly and _may_meet(date, window):
                yield event, False
        elif must_meet(event.date, window.start, window.end, zoned=window.zoned):
            yield event, True
        elif not window.certainly and _may_meet(event.date, window):
            yield event, False


def _may_meet(date: Date, window: Window) -> bool:
    return may_meet(date, window.start, window.end, zoned=window.zoned)


def _overlaps(event: Shown, window: Window) -> bool:
    start, end = window.reach(event.span_class)
    begins = end is None or event.earliest is None or event.earliest < end
    return begins and (start is None or event.latest is None or event.latest > start)


def _page(
    session: Connection,
    events: Iterator[tuple[Shown, bool | None]],
    language: str,
    limit: int | None,
    bound: int | None,
) -> Page[EventRow]:
    kept: list[tuple[Shown, bool | None]] = []
    for event in events:
        if limit is not None and len(kept) == limit:
            last = kept[-1][0] if kept else event[0]
            return Page(event_rows(session, kept, language, bound), f"{last.sort}:{last.key}")
        kept.append(event)
    return Page(event_rows(session, kept, language, bound))


def event_rows(
    session: Connection,
    events: Sequence[tuple[Shown, bool | None]],
    language: str,
    bound: int | None,
) -> tuple[EventRow, ...]:
    """Make rows of events, a batch of details at a time.

    Args:
        session: an open store.
        events: each with whether it surely lies in the window.
        language: of titles.
        bound: of the claims that count, as for `known_by`.
    """
    rows: list[EventRow] = []
    for first in range(0, len(events), _BATCH):
        part = events[first : first + _BATCH]
        more = details(session, [event.id for event, _ in part], language, bound)
        rows += [
            EventRow(
                key=event.key,
                date=event.date.text if event.date else None,
                earliest=None if event.earliest is None else iso_text(event.earliest),
                latest=None if event.latest is None else iso_text(event.latest),
                date_status=event.status,
                certain=certain,
                type=event.type,
                title=more.titles.get(event.id),
                place=event.place,
                actors=more.parties.get(event.id, ()),
                standing=event.standing,
                sources=more.sources.get(event.id, ()),
                claims=event.claims,
                origins=event.origins,
                reviewed=event.reviewed,
                machine=event.machine,
                confidence=event.confidence,
                hidden=event.hidden,
                place_status=event.place_status,
            )
            for event, certain in part
        ]
    return tuple(rows)


def event_row(session: Connection, event: int, language: str) -> EventRow:
    """Give one event's row, by its id."""
    return rows_of(session, [event], language)[0]


def rows_of(session: Connection, events: Sequence[int], language: str) -> tuple[EventRow, ...]:
    """Give the rows of some events, by their ids and in their order."""
    query = event_columns().where(t.event.c.id.in_(events))
    found = {row.id: shown(row) for row in session.execute(query)}
    return event_rows(session, [(found[event], None) for event in events], language, None)
