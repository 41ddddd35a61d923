"""How many events there are in each stretch of a time, by what they are of: for a picture that is
too small to show each of them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from sqlalchemy import and_, func, literal, null, select

from timeline.dates import iso_text
from timeline.errors import UsageError
from timeline.queries.details import known_by
from timeline.queries.past import events_as_known
from timeline.queries.question import ANYTHING, bound_of, filters, window_of
from timeline.queries.walk import real_events
from timeline.resolve import UNDATED
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sqlalchemy import ColumnElement, Connection, FromClause

    from timeline.queries.question import Question, Window
    from timeline.queries.walk import Shown

Lane: TypeAlias = Literal["none", "type", "standing", "place", "actor", "source"]
# Key of a lane and number of a bucket -> how many events.
Counts: TypeAlias = "Counter[tuple[Any, int]]"
MOST_BUCKETS = 2000


class LaneRow(NamedTuple):
    """How many events of one kind there are.

    Attributes:
        key: of the type, standing, place, actor or source; None of those that have none, and of
            all others together, which come last.
        name: what that is called.
        total: how many events.
        counts: how many of them in each bucket.
    """

    key: str | None
    name: str | None
    total: int
    counts: tuple[int, ...]


class Density(NamedTuple):
    """How many events begin in each bucket of a time.

    Attributes:
        start, end: of the first and the last bucket, ISO 8601; None where no event has a date.
        width: of a bucket, in seconds.
        events: how many begin there.
        undated: how many others have no date.
        lanes: by what was asked for, that of most events first.
    """

    start: str | None
    end: str | None
    width: int
    events: int
    undated: int
    lanes: tuple[LaneRow, ...]


class _Buckets(NamedTuple):
    """Buckets of `width` seconds each, from `start`, seconds UTC."""

    start: int
    width: int
    number: int

    @property
    def end(self) -> int:
        return self.start + self.width * self.number


def density(
    session: Connection,
    question: Question = ANYTHING,
    *,
    lane: Lane = "none",
    buckets: int = 200,
    lanes: int = 20,
) -> Density:
    """Count events by when their dates begin.

    Args:
        session: an open store.
        question: which events. Where its window is open, the first or the last event is the end.
        lane: by what they are counted; an event of two actors counts for each of them.
        buckets: how many, at most MOST_BUCKETS.
        lanes: so many, and one of all the others.

    Raises:
        NotFoundError, AmbiguousError, UsageError: as for `chronology`; and where it is asked what
            was known by then, by actor or source.
    """
    window, bound = window_of(question), bound_of(question)
    asked = [*filters(session, question, known_by(bound))]
    count = max(1, min(buckets, MOST_BUCKETS))
    found: _AsKnown | _Stored
    if bound is not None:
        found = _AsKnown(list(events_as_known(session, asked, bound, None, None, None)))
    else:
        found = _Stored(session, (real_events(), *(each.holds for each in asked)))
    undated, ends = found.ends() if window is None else (0, found.ends()[1])
    span = _buckets(window, ends, count)
    if span is None:
        return Density(None, None, 0, 0, undated, ())
    counts = found.counts(span, lane)
    each = counts if lane not in _MANY else found.counts(span, "none")
    named = _names(session, "none" if bound is not None else lane, counts)
    rows = _rows(counts, span.number, lanes, named)
    return Density(
        iso_text(span.start), iso_text(span.end), span.width, each.total(), undated, rows
    )


def _buckets(window: Window | None, ends: tuple[int, int] | None, count: int) -> _Buckets | None:
    """Divide a window, or where it has no end the time of the events."""
    first, last = (None, None) if window is None else (window.start, window.end)
    if ends is None and (first is None or last is None):
        return None
    begin, end = ends or (0, 0)
    start, stop = begin if first is None else first, end + 1 if last is None else last
    return _Buckets(start, max(1, -((start - stop) // count)), count)


# What is counted ----------------------------------------------------------------------------------

# Of these an event may have several.
_MANY = ("actor", "source")


class _AsKnown(NamedTuple):
    """Events as they were known at some time."""

    events: list[Shown]

    def ends(self) -> tuple[int, tuple[int, int] | None]:
        sorts = [event.sort for event in self.events if event.sort < UNDATED]
        ends = (min(sorts), max(sorts)) if sorts else None
        return len(self.events) - len(sorts), ends

    def counts(self, span: _Buckets, lane: Lane) -> Counts:
        if lane in _MANY:
            raise UsageError("density-known-by", lane=lane)
        return Counter(
            (getattr(event, lane, None), (event.sort - span.start) // span.width)
            for event in self.events
            if span.start <= event.sort < span.end
        )


class _Stored(NamedTuple):
    """Events as they are stored, by conditions on them."""

    session: Connection
    where: tuple[ColumnElement[bool], ...]

    def ends(self) -> tuple[int, tuple[int, int] | None]:
        e = t.event.c
        dated = select(func.min(e.sort), func.max(e.sort)).where(*self.where, e.sort < UNDATED)
        first, last = self.session.execute(dated).one()
        without = select(func.count(e.id)).where(*self.where, e.sort >= UNDATED)
        ends = None if first is None else (first, last)
        return self.session.scalar(without) or 0, ends

    def counts(self, span: _Buckets, lane: Lane) -> Counts:
        e, p, c = t.event.c, t.participation.c, t.claim.c
        bucket = ((e.sort - literal(span.start)) // literal(span.width)).label("bucket")
        key: ColumnElement[Any] = null()
        found: FromClause = t.event
        number = func.count(e.id)
        if lane == "actor":
            found, key = found.join(t.participation, p.home_id == e.id), p.actor_id
        elif lane == "source":
            live = and_(c.home_id == e.id, c.revoked_in.is_(None))
            found, key = found.join(t.claim, live), c.source_id
        elif lane == "place":
            key = e.place_id
        elif lane != "none":
            key = e[lane]
        if lane in _MANY:
            number = func.count(e.id.distinct())
        query = select(key.label("lane"), bucket, number).select_from(found)
        within = (e.sort >= span.start, e.sort < span.end)
        query = query.where(*self.where, *within).group_by("lane", "bucket")
        return Counter({(row[0], row[1]): row[2] for row in self.session.execute(query)})


# What is shown ------------------------------------------------------------------------------------


def _rows(
    counts: Counts, buckets: int, most: int, named: Callable[[Any], tuple[str | None, str | None]]
) -> tuple[LaneRow, ...]:
    """Make a row of each lane that has most events, and one of the others."""
    found: dict[Any, list[int]] = defaultdict(lambda: [0] * buckets)
    for (lane, bucket), number in counts.items():
        found[lane][bucket] += number
    rows = [LaneRow(*named(lane), sum(each), tuple(each)) for lane, each in found.items()]
    rows.sort(key=lambda row: (-row.total, row.key or ""))
    if len(rows) <= most:
        return tuple(rows)
    rest = tuple(map(sum, zip(*(row.counts for row in rows[most:]), strict=True)))
    return (*rows[:most], LaneRow(None, None, sum(rest), rest))


def _names(
    session: Connection, lane: Lane, counts: Iterable[tuple[Any, int]]
) -> Callable[[Any], tuple[str | None, str | None]]:
    """Give what tells key and name of a lane."""
    tables: Mapping[str, Any] = {"actor": t.actor, "source": t.source, "place": t.place}
    if lane not in tables:
        return lambda word: (word, word)
    table = tables[lane]
    name = func.coalesce(table.c.title, table.c.key) if lane == "source" else table.c.name
    keys = {key for key, _ in counts if key is not None}
    query = select(table.c.id, table.c.key, name).where(table.c.id.in_(keys))
    known = {row[0]: (row[1], row[2]) for row in session.execute(query)}
    return lambda number: known.get(number, (number, number))
