"""The chronology: events in order of time, filtered, a page at a time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, get_args

from timeline.dates import Date, iso_text, may_meet, must_meet
from timeline.errors import UsageError
from timeline.names import did_you_mean
from timeline.queries.details import details, known_by
from timeline.queries.find import find_actor, group_of
from timeline.queries.rows import EventRow, Page
from timeline.queries.walk import (
    BATCH,
    Shown,
    Window,
    conditions_for,
    event_columns,
    events_as_known,
    shown,
    stored_events,
    takes_part,
)
from timeline.resolve import Standing
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection


def chronology(
    session: Connection,
    *,
    start: Date | None = None,
    end: Date | None = None,
    on: Date | None = None,
    certainly: bool = False,
    actor: str | None = None,
    role: str | None = None,
    type: str | None = None,  # noqa: A002 - the word that users know it by
    source: str | None = None,
    place: str | None = None,
    tag: str | None = None,
    text: str | None = None,
    standing: str | None = None,
    known: Date | None = None,
    language: str = "en",
    limit: int | None = None,
    after: str | None = None,
) -> Page[EventRow]:
    """List events in order of time, undated ones last.

    Args:
        session: an open store.
        start: only what may happen from the beginning of this date on.
        end: only what may happen until the end of this date.
        on: only what may happen within this date.
        certainly: of these only what does so in every reading of its date.
        actor: a key or name of who takes part.
        role: in which role he does.
        type: of event.
        source: key of a source that speaks of it.
        place: key or name of where it happened, or of what that place lies in.
        tag: a tag it has.
        text: words in its title, summary, quotes and names.
        standing: asserted, reported, disputed, denied or planned.
        known: count only claims that were certainly published by this date.
        language: of titles.
        limit: at most so many; None means all.
        after: go on after a page's `after`.

    Returns:
        a page; its `after` is None if there is nothing more.

    Raises:
        NotFoundError, AmbiguousError: for actor, source and place.
        UsageError: an unknown standing, or options that don't go together.
    """
    window = _window(start, end, on, certainly=certainly)
    _check("standing", standing, get_args(Standing))
    if type or role:
        # Only now, for it is slow to import.
        from timeline.records import EventType, Role

        _check("type", type and type.upper(), get_args(EventType))
        _check("role", role, get_args(Role))
    if role is not None and actor is None:
        raise UsageError("--role needs --actor: whose role is it?")
    bound = None if known is None else known.latest
    if known is not None and bound is None:
        raise UsageError(f"{known} has no end; say by which day it was to be known")
    claims = known_by(bound)
    conditions = conditions_for(
        session, type=type, source=source, place=place, tag=tag, text=text, claims=claims
    )
    actors = group_of(session, find_actor(session, actor)) if actor else None
    place_after = _read_cursor(after)
    found: Iterator[Shown]
    if bound is not None:
        if actors is not None:
            conditions.append(takes_part(actors, role, claims))
        found = events_as_known(session, conditions, bound, standing, window, place_after)
    else:
        if standing:
            conditions.append(t.event.c.standing == standing)
        found = stored_events(session, conditions, actors, role, window, place_after)
    return _page(session, _in_window(found, window), language, limit, claims)


def _window(
    start: Date | None, end: Date | None, on: Date | None, *, certainly: bool
) -> Window | None:
    if on is not None and (start is not None or end is not None):
        raise UsageError("--on says both ends already; leave out --from and --to")
    if on is None and start is None and end is None:
        if certainly:
            raise UsageError("--certainly needs a window: add --on, or --from and --to")
        return None
    first, last = (on, on) if on is not None else (start, end)
    zoned = all(edge.is_instant for edge in (first, last) if edge)
    window = Window(_begin(first, zoned=zoned), _end(last, zoned=zoned), certainly, zoned)
    if window.start is not None and window.end is not None and window.start >= window.end:
        raise UsageError(f"the window ends ({end}) before it starts ({start})")
    return window


def _begin(date: Date | None, *, zoned: bool) -> int | None:
    """Give the first second of a window; beside a day an instant counts by the time written."""
    if date is None:
        return None
    return date.local[0] if date.is_instant and not zoned else date.earliest


def _end(date: Date | None, *, zoned: bool) -> int | None:
    if date is None:
        return None
    return date.local[1] if date.is_instant and not zoned else date.latest


def _check(what: str, given: str | None, known: Sequence[str]) -> None:
    if given is not None and given not in known:
        near = did_you_mean(given, known)
        raise UsageError(f"there is no {what} {given!r}{near or '; there are ' + ', '.join(known)}")


def _read_cursor(after: str | None) -> tuple[int, int] | None:
    if after is None:
        return None
    found = re.fullmatch(r"(-?[0-9]{1,19})\.([0-9]{1,18})", after)
    if found is None or not -(2**63) <= int(found[1]) < 2**63:
        raise UsageError(
            f"--after {after}: that is no cursor; take the one that the page before gave"
        )
    return int(found[1]), int(found[2])


# The page -----------------------------------------------------------------------------------------


def _in_window(
    events: Iterable[Shown], window: Window | None
) -> Iterator[tuple[Shown, bool | None]]:
    """Keep what really meets the window, with whether it surely does: sets have gaps that bounds
    don't show.
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
        elif must_meet(event.date, window.start, window.end, zoned=window.zoned):
            yield event, True
        elif not window.certainly and may_meet(
            event.date, window.start, window.end, zoned=window.zoned
        ):
            yield event, False


def _overlaps(event: Shown, window: Window) -> bool:
    start, end = window.reach(event.span_class)
    begins = end is None or event.earliest is None or event.earliest < end
    return begins and (start is None or event.latest is None or event.latest > start)


def _page(
    session: Connection,
    events: Iterator[tuple[Shown, bool | None]],
    language: str,
    limit: int | None,
    claims: ColumnElement[bool],
) -> Page[EventRow]:
    kept: list[tuple[Shown, bool | None]] = []
    for event in events:
        if limit is not None and len(kept) == limit:
            last = kept[-1][0] if kept else event[0]
            return Page(event_rows(session, kept, language, claims), f"{last.sort}.{last.id}")
        kept.append(event)
    return Page(event_rows(session, kept, language, claims))


def event_rows(
    session: Connection,
    events: Sequence[tuple[Shown, bool | None]],
    language: str,
    claims: ColumnElement[bool],
) -> tuple[EventRow, ...]:
    """Make rows of events, a batch of details at a time.

    Args:
        session: an open store.
        events: each with whether it surely lies in the window.
        language: of titles.
        claims: which claims count.
    """
    rows: list[EventRow] = []
    for first in range(0, len(events), BATCH):
        part = events[first : first + BATCH]
        more = details(session, [event.id for event, _ in part], language, claims)
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
                machine=event.id not in more.by_hand,
            )
            for event, certain in part
        ]
    return tuple(rows)


def event_row(session: Connection, event: int, language: str) -> EventRow:
    """Give one event's row, by its id."""
    row = session.execute(event_columns().where(t.event.c.id == event)).one()
    return event_rows(session, [(shown(row), None)], language, known_by(None))[0]
