"""How many events there are in each stretch of a time, by what they are of: for a picture that is
too small to show each of them.

A bucket is `width` seconds wide and begins anywhere, so that a picture may ask for pieces of one
grid, and keep them.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from sqlalchemy import and_, func, literal, null, select

from timeline.dates import iso_text
from timeline.queries.details import known_by
from timeline.queries.lanes import TOLD_BY_CLAIMS, lane_columns, lane_names, lanes_of
from timeline.queries.past import events_that_moved
from timeline.queries.question import ANYTHING, bound_of, filters, window_of
from timeline.queries.walk import few_events, real_events
from timeline.resolve import UNDATED
from timeline.store.accounts import counts as claims_that_count
from timeline.store.accounts import events_in_question
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, FromClause

    from timeline.queries.lanes import Lane, LaneName
    from timeline.queries.question import Filter, Question, Window
    from timeline.queries.walk import Shown

# Id of a lane and number of a bucket -> how many events.
Counts: TypeAlias = "Counter[tuple[Any, int]]"
MOST_BUCKETS = 2000


class LaneRow(NamedTuple):
    """How many events of one kind there are.

    Attributes:
        key: of the type, standing, place, actor, source or side; None of those that have none, and
            of all others together, which come last.
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


class Buckets(NamedTuple):
    """Buckets of `width` seconds each, from `start`, seconds UTC."""

    start: int
    width: int
    number: int

    @property
    def end(self) -> int:
        """The second after the last bucket."""
        return self.start + self.width * self.number


def density(
    session: Connection,
    question: Question = ANYTHING,
    *,
    lane: Lane = "none",
    buckets: int = 200,
    lanes: int = 20,
    grid: Buckets | None = None,
    only: Collection[str] = (),
) -> Density:
    """Count events by when their dates begin.

    Args:
        session: an open store.
        question: which events. Where its window is open, the first or the last event is the end.
        lane: by what they are counted; an event of two actors counts for each of them.
        buckets: how many, at most MOST_BUCKETS.
        lanes: so many, and one of all the others.
        grid: these buckets, rather than `buckets` from end to end.
        only: keys of lanes: these, rather than those of most events, and one of all the others.

    Raises:
        NotFoundError, AmbiguousError, UsageError: as for `chronology`.
    """
    window, bound = window_of(question), bound_of(question)
    asked = [*filters(session, question, known_by(bound))]
    found = _found(session, asked, bound, window)
    undated, ends = 0, None
    if grid is None:
        undated, ends = found.undated() if window is None else 0, found.ends()
        grid = _divided(window, ends, max(1, min(buckets, MOST_BUCKETS)))
    if grid is None:
        return Density(None, None, 0, 0, undated, ())
    counts = found.counts(grid, lane)
    each = counts if lane not in TOLD_BY_CLAIMS else found.counts(grid, "none")
    named = _named(session, lane, counts, lanes, only)
    rows = _lane_rows(counts, grid.number, named)
    edges = iso_text(grid.start), iso_text(grid.end)
    return Density(*edges, grid.width, each.total(), undated, rows)


def _divided(window: Window | None, ends: tuple[int, int] | None, count: int) -> Buckets | None:
    """Divide a window, or where it has no end the time of the events."""
    first, last = (None, None) if window is None else (window.start, window.end)
    if ends is None and (first is None or last is None):
        return None
    begin, end = ends or (0, 0)
    start, stop = begin if first is None else first, end + 1 if last is None else last
    return Buckets(start, max(1, -((start - stop) // count)), count)


# What is counted ----------------------------------------------------------------------------------


class _Found(NamedTuple):
    """Events that are stored as they are shown, by conditions on them, and others that are not.

    Attributes:
        session: an open store.
        where: conditions on those that are stored.
        moved: as they were known at the moment `bound`, where that is asked for.
        window: within which they begin.
    """

    session: Connection
    where: tuple[ColumnElement[bool], ...]
    moved: Sequence[Shown]
    bound: int | None
    window: Window | None

    def undated(self) -> int:
        """Count those without a date."""
        e = t.event.c
        without = select(func.count(e.id)).where(*self.where, e.sort >= UNDATED)
        moved = sum(event.sort >= UNDATED for event in self.moved)
        return moved + (self.session.scalar(without) or 0)

    def ends(self) -> tuple[int, int] | None:
        """Give when the first and the last begin: an index has them in order."""
        sort = t.event.c.sort
        dated = select(sort).where(*self.where, sort < UNDATED).limit(1)
        stored = (self.session.scalar(dated.order_by(way)) for way in (sort, sort.desc()))
        sorts = [event.sort for event in self.moved if event.sort < UNDATED]
        known = [*(each for each in stored if each is not None), *sorts]
        return (min(known), max(known)) if known else None

    def counts(self, grid: Buckets, lane: Lane) -> Counts:
        """Count those of each lane in each bucket."""
        low, high = grid.start, grid.end
        if self.window is not None:
            low = low if self.window.start is None else max(low, self.window.start)
            high = high if self.window.end is None else min(high, self.window.end)
        moved = [event for event in self.moved if low <= event.sort < high]
        lanes = lanes_of(self.session, moved, lane, self.bound)
        found = self._stored(grid, lane, low, high)
        found.update(
            (number, (event.sort - grid.start) // grid.width)
            for event in moved
            for number in lanes[event.id]
        )
        return found

    def _stored(self, grid: Buckets, lane: Lane, low: int, high: int) -> Counts:
        e = t.event.c
        within = (*self.where, e.sort >= low, e.sort < high)
        if lane not in TOLD_BY_CLAIMS:
            own: ColumnElement[Any] = null()
            if lane != "none":
                own = e.place_id if lane == "place" else e[lane]
            return self._grouped(grid, t.event, own, func.count(e.id), within)
        # Only where some claim does not count each has to be looked at, which takes long.
        (said, key), c = lane_columns()[lane], t.claim.c
        told = t.event.outerjoin(key.table, key.table.c.home_id == e.id)
        counted = and_(c.home_id == e.id, claims_that_count(self.bound))
        asked, number = t.event.outerjoin(said, counted), func.count(e.id.distinct())
        some = e.id.in_(events_in_question())
        counts = self._grouped(grid, told, key, number, (*within, ~some))
        counts.update(self._grouped(grid, asked, key, number, (*within, some)))
        return counts

    def _grouped(
        self,
        grid: Buckets,
        found: FromClause,
        key: ColumnElement[Any],
        number: ColumnElement[int],
        where: Sequence[ColumnElement[bool]],
    ) -> Counts:
        """Count by lane and bucket."""
        bucket = (t.event.c.sort - literal(grid.start)) // literal(grid.width)
        query = select(key.label("lane"), bucket.label("bucket"), number).select_from(found)
        query = query.where(*where).group_by("lane", "bucket")
        rows = self.session.execute(query).all()
        return Counter({(lane, bucket): count for lane, bucket, count in rows})


def _found(
    session: Connection, asked: Sequence[Filter], bound: int | None, window: Window | None
) -> _Found:
    where = (real_events(), *(each.holds for each in asked))
    few = few_events(session, asked)
    if few is not None:
        where = (*where, t.event.c.id.in_(few))
    if bound is None:
        return _Found(session, where, (), None, window)
    # What was known wholly by then is as it is stored.
    whole = (*where, t.event.c.published_latest <= bound)
    return _Found(session, whole, events_that_moved(session, asked, bound), bound, window)


# What is shown ------------------------------------------------------------------------------------


def _named(
    session: Connection, lane: Lane, counts: Counts, most: int, only: Collection[str]
) -> Mapping[Any, LaneName]:
    """Name the lanes that are shown: those of `only`, or those of most events."""
    totals: Counter[Any] = Counter()
    for (number, _), count in counts.items():
        if number is not None:
            totals[number] += count
    if only:
        named = lane_names(session, lane, keys=only)
        return {number: name for number, name in named.items() if number in totals}
    least = min((count for _, count in totals.most_common(most)), default=0)
    # Of several that have as many events their keys decide, not their numbers.
    tied = lane_names(session, lane, [each for each, count in totals.items() if count >= least])
    shown = sorted(tied, key=lambda number: (-totals[number], tied[number].key or ""))
    return {number: tied[number] for number in shown[:most]}


def _lane_rows(counts: Counts, buckets: int, named: Mapping[Any, LaneName]) -> tuple[LaneRow, ...]:
    """Make a row of each lane that has a name, that of most events first, and one of the others."""
    found = {lane: [0] * buckets for lane in named}
    others = [0] * buckets
    for (lane, bucket), number in counts.items():
        found.get(lane, others)[bucket] += number
    rows = [LaneRow(*named[lane], sum(each), tuple(each)) for lane, each in found.items()]
    rows.sort(key=lambda row: (-row.total, row.key or ""))
    if any(others):
        rows.append(LaneRow(None, None, sum(others), tuple(others)))
    return tuple(rows)
