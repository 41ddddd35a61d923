"""Events as a picture shows them: where on the axis of time, how surely, and in which lanes.

Bounds are seconds here, for a picture reckons with them.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import or_, select

from timeline.dates import Date
from timeline.dates.spans import AFTER_ALL, BEFORE_ALL
from timeline.queries.chronology import found_events, read_cursor
from timeline.queries.details import titles
from timeline.queries.find import find_event
from timeline.queries.lanes import lane_names, lanes_of
from timeline.queries.question import ANYTHING, Window, bound_of
from timeline.queries.rows import Page
from timeline.queries.walk import Cursor, event_columns, real_events, shown
from timeline.resolve import UNDATED, reported
from timeline.store.preferred import shown_links
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Select

    from timeline.dates.spans import Span
    from timeline.queries.lanes import Lane
    from timeline.queries.question import Question
    from timeline.queries.walk import Shown

# Of a date with more segments than this its bounds are drawn.
MOST_SEGMENTS = 50


class Segment(NamedTuple):
    """A segment of a date: it begins within `earliest` and `begun`, ends within `ended` and
    `latest`, half-open, seconds UTC. Where `begun` is before `ended`, it surely lasts from one to
    the other. None is open or unknown.
    """

    earliest: int | None
    begun: int | None
    ended: int | None
    latest: int | None


class MarkRow(NamedTuple):
    """An event in a picture.

    Attributes:
        key, title, type, standing, date, date_status: as in the chronology.
        kind: of the date: point, interval, one_of or all_of.
        vague: whether the date is said to be uncertain or approximate.
        open: of which end it is said that it is open: start, end, both or neither.
        segments: of which the date is made, in order of time; of `[..D]`, which is known by a
            report of D alone, D.
        earliest, latest: the bounds of all dates that are said of it.
        lanes: keys of those in which it is; None of one that has none.
        machine: whether machines alone say so, and nobody has reviewed it.
    """

    key: str
    title: str | None
    type: str
    standing: str
    date: str | None
    date_status: str
    kind: str
    vague: bool
    open: str
    segments: tuple[Segment, ...]
    earliest: int | None
    latest: int | None
    lanes: tuple[str | None, ...]
    machine: bool


class LinkedRow(NamedTuple):
    """An event to which another is linked, as a picture shows it.

    Attributes:
        kind: of the link; `from_here`: whether it leads from the other to this one.
        mark: the event.
    """

    kind: str
    from_here: bool
    mark: MarkRow


def picture(
    session: Connection,
    question: Question = ANYTHING,
    *,
    start: int | None = None,
    end: int | None = None,
    undated: bool = False,
    lane: Lane = "none",
    language: str = "en",
    limit: int | None = None,
    after: str | None = None,
) -> Page[MarkRow]:
    """Give events as a picture shows them, in order of time.

    Args:
        session: an open store.
        question: which events.
        start, end: only what may happen within these seconds; None is unbounded.
        undated: only what has no date.
        lane: by what they are laid out.
        language: of titles.
        limit: at most so many; None means all.
        after: a cursor: go on after the page that gave it.

    Raises:
        NotFoundError, AmbiguousError, UsageError: as for `chronology`.
    """
    cursor = read_cursor(after)
    if undated and cursor is None:
        cursor = Cursor(UNDATED, "")
    seen = None if start is None and end is None else Window(start, end)
    wanted = None if limit is None else limit + 1
    found = found_events(session, question, cursor, wanted, seen=seen)
    events = (event for event, _ in found if undated or event.date is not None)
    kept = list(islice(events, wanted))
    more = limit is not None and len(kept) > limit
    kept = kept[:limit]
    marks = _marks(session, kept, lane, language, bound_of(question))
    return Page(marks, f"{kept[-1].sort}:{kept[-1].key}" if more and kept else None)


def linked(
    session: Connection, key: str, *, lane: Lane = "none", language: str = "en"
) -> tuple[LinkedRow, ...]:
    """Give the events that an event is linked with.

    Args:
        session: an open store.
        key: of the event.
        lane, language: as for `picture`.

    Raises:
        NotFoundError: there is no such event.
    """
    event = find_event(session, key)
    found = dict.fromkeys(session.execute(_links(event)).tuples())
    ids = {other for _, _, other in found}
    rows = session.execute(event_columns().where(t.event.c.id.in_(ids), real_events()))
    events = [shown(row) for row in rows]
    marks = _marks(session, events, lane, language, None)
    by_id = {event.id: mark for event, mark in zip(events, marks, strict=True)}
    there = [(kind, here, by_id[other]) for kind, here, other in found if other in by_id]
    return tuple(LinkedRow(*each) for each in there)


def _links(event: int) -> Select[tuple[str, bool, int]]:
    """Select the links of an event: kind, whether it leads from here, the other end."""
    link = t.link.c
    here = (link.home_id == event).label("here")
    other = (link.home_id + link.other_home_id - event).label("other")
    touching = or_(link.home_id == event, link.other_home_id == event)
    query = select(link.kind, here, other).where(shown_links(), touching)
    return query.where(link.home_id != link.other_home_id).order_by(link.kind, here, other)


def _marks(
    session: Connection, events: Sequence[Shown], lane: Lane, language: str, bound: int | None
) -> tuple[MarkRow, ...]:
    named = titles(session, [event.id for event in events], language)
    lanes = lanes_of(session, events, lane, bound)
    keys = lane_names(session, lane, {number for each in lanes.values() for number in each})
    return tuple(
        _mark(event, named.get(event.id), tuple(keys[number].key for number in lanes[event.id]))
        for event in events
    )


def _mark(event: Shown, title: str | None, lanes: tuple[str | None, ...]) -> MarkRow:
    date = event.date
    if date is not None and event.status == "by_report":
        date = reported(date)
    return MarkRow(
        key=event.key,
        title=title,
        type=event.type,
        standing=event.standing,
        date=None if event.date is None else event.date.text,
        date_status=event.status,
        kind="none" if date is None else date.kind,
        vague=date is not None and (date.uncertain or date.approximate),
        open="neither" if date is None else _open(date),
        segments=() if date is None else tuple(_segments(date)),
        earliest=event.earliest,
        latest=event.latest,
        lanes=lanes,
        machine=event.machine and not event.reviewed,
    )


def _open(date: Date) -> str:
    if date.open_start:
        return "both" if date.open_end else "start"
    return "end" if date.open_end else "neither"


# A date in segments ------------------------------------------------------------------------------


def _segments(date: Date) -> Iterator[Segment]:
    if date.kind == "interval":
        first, last = date.parts
        begun = None if first is None else first.latest
        yield Segment(date.earliest, begun, None if last is None else last.earliest, date.latest)
        return
    spans = [*islice(date.spans(), MOST_SEGMENTS + 1)]
    if len(spans) > MOST_SEGMENTS:
        spans = [(_low(date), _high(date))]
    yield from (_possible(span, lasts=date.kind == "all_of") for span in spans)


def _low(date: Date) -> int:
    return BEFORE_ALL if date.earliest is None else date.earliest


def _high(date: Date) -> int:
    return AFTER_ALL if date.latest is None else date.latest


def _possible(span: Span, *, lasts: bool) -> Segment:
    """Give a segment that lasts from one end to the other, or lies anywhere between them."""
    low = None if span[0] == BEFORE_ALL else span[0]
    high = None if span[1] == AFTER_ALL else span[1]
    return Segment(low, low, high, high) if lasts else Segment(low, high, low, high)


# What was published when --------------------------------------------------------------------------


class PublishedRow(NamedTuple):
    """A day (EDTF) on which something became known, and how many documents were out by then."""

    day: str
    sources: int


def published(session: Connection, *, limit: int = 200) -> tuple[PublishedRow, ...]:
    """Give the days on which documents were certainly out, in order of time.

    Args:
        session: an open store.
        limit: at most so many, evenly chosen, with the last.
    """
    from timeline.dates.calendar import DAY, day_text

    s = t.source.c
    query = select(s.published_latest).where(s.published_latest.is_not(None))
    counted: dict[int, int] = {}
    for number, (moment,) in enumerate(session.execute(query.order_by(s.published_latest)), 1):
        counted[(moment - 1) // DAY] = number
    days = [*counted.items()]
    step = -(-len(days) // limit) if days else 1
    chosen = days[::-1][::step][::-1]
    return tuple(PublishedRow(day_text(day), number) for day, number in chosen)
