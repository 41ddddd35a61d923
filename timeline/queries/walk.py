"""Walking the stored events in order of time, a page at a time, by the index that leads there.

Whatever finds few events is asked for all of them, which are then put in order. Else the events
are walked in order, and each is looked at for what is asked: what is frequent fills the page soon.
Where it does not, an actor's own index of events in order is walked, or all that is found is put
in order.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, or_, select, tuple_, union_all

from timeline.dates import Date, parse
from timeline.resolve import SPAN_CLASSES
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select

    from timeline.queries.question import Filter, Window

# What finds no more events than this is asked for all of them: so many are sorted in no time.
FEW = 1000
# So many events are looked at, in order, before that is given up for another way: what one event
# in five has fills a page of fifty in the first step, what one in twenty has in the second.
LOOKS = (FEW // 4, FEW, 5 * FEW)


class Cursor(NamedTuple):
    """After which event to go on: its place in order of time, and its key where several share
    that.
    """

    sort: int
    key: str


class Shown(NamedTuple):
    """An event as far as its own row goes."""

    id: int
    key: str
    type: str
    place: str | None
    date: Date | None
    earliest: int | None
    latest: int | None
    sort: int
    span_class: int
    status: str
    standing: str
    claims: int
    origins: int


@cache
def event_columns() -> Select[Any]:
    """Select what `shown` reads."""
    e = t.event.c
    own = (e.id, e.key, e.type, t.place.c.name.label("place"))
    bounds = (e.date, e.earliest, e.latest, e.sort, e.span_class)
    worked_out = (e.date_status, e.standing, e.claims, e.origins)
    joined = t.event.outerjoin(t.place, t.place.c.id == e.place_id)
    return select(*own, *bounds, *worked_out).select_from(joined)


def shown(row: Row[Any]) -> Shown:
    """Read an event's own row."""
    values = tuple(row)
    return Shown._make((*values[:4], parse(row.date) if row.date else None, *values[5:]))


def stored_events(
    session: Connection,
    filters: Sequence[Filter],
    window: Window | None,
    after: Cursor | None,
    limit: int | None,
) -> Iterator[Shown]:
    """Give the events in order of time, more and more at once.

    Args:
        session: an open store.
        filters: which all hold.
        window: what may be left out already; what really meets it is told later.
        after: where to go on.
        limit: how many are wanted; None means all.
    """
    few = None if window is None and _is_one_actor(filters) else few_events(session, filters)
    size = limit
    while True:
        walk = _Walk(session, filters, window, after, size)
        rows = walk.in_order() if few is None else walk.among(few)
        yield from map(shown, rows)
        if size is None or len(rows) < size:
            return
        after, size = Cursor(rows[-1].sort, rows[-1].key), 2 * size


def _is_one_actor(filters: Sequence[Filter]) -> bool:
    """Whether an actor's own index of events in order answers the question."""
    gathering = [each for each in filters if each.finds is not None]
    return len(gathering) == 1 and gathering[0].taking is not None


def few_events(session: Connection, filters: Sequence[Filter]) -> list[int] | None:
    """Give the ids of events among which are all that filters find; None where each finds many."""
    found: set[int] | None = None
    for each in filters:
        if each.finds is not None:
            ids = session.scalars(each.finds.distinct().limit(FEW + 1)).all()
            if len(ids) <= FEW:
                found = set(ids) if found is None else found & set(ids)
    return None if found is None else sorted(found)


@cache
def real_events() -> ColumnElement[bool]:
    """Give the condition that an event stands for itself, and somebody speaks of it."""
    return and_(t.event.c.canonical_id == t.event.c.id, t.event.c.standing.is_not(None))


class _Walk(NamedTuple):
    """One step of a walk: at most `size` events (None: all) after a cursor."""

    session: Connection
    filters: Sequence[Filter]
    window: Window | None
    after: Cursor | None
    size: int | None

    def in_order(self) -> Sequence[Row[Any]]:
        """Find the next events, where each filter finds many."""
        gathering = [each for each in self.filters if each.finds is not None]
        own = [each.holds for each in self.filters if each.finds is None]
        if not gathering:
            arms = self._arms()
            if len(arms) == 1:
                return self._rows(
                    real_events(), *_after(t.event.c.sort, self.after), *own, *arms[0]
                )
            return self._rows(t.event.c.id.in_(self._near(self.size, own)))
        looked_for = [each.holds for each in gathering]
        at_once = self.size is None or (self.window is None and _is_one_actor(self.filters))
        for looks in () if at_once else LOOKS:
            rows = self._rows(t.event.c.id.in_(self._near(looks, own)), *looked_for)
            if len(rows) == self.size:
                return rows
        for each in gathering:
            if each.taking is not None:
                return self._rows(t.event.c.id.in_(self._near_of(each.taking.actor)))
        assert gathering[0].finds is not None
        return self.among(gathering[0].finds)

    def among(self, ids: Sequence[int] | Select[tuple[int]]) -> Sequence[Row[Any]]:
        """Find the next of some events."""
        return self._rows(t.event.c.id.in_(ids), *self._asked())

    def _rows(self, *where: ColumnElement[bool]) -> Sequence[Row[Any]]:
        e = t.event.c
        query = event_columns().where(*where).order_by(e.sort, e.key).limit(self.size)
        return self.session.execute(query).all()

    def _asked(self) -> Iterator[ColumnElement[bool]]:
        """Give all that is asked of an event."""
        yield real_events()
        yield from _after(t.event.c.sort, self.after)
        yield from (each.holds for each in self.filters)
        if self.window is not None:
            yield or_(*(and_(*_within(self.window, n)) for n in range(len(SPAN_CLASSES))))

    def _near(self, size: int | None, where: Sequence[ColumnElement[bool]]) -> Select[tuple[int]]:
        """Select the ids of the next events that meet conditions on their own rows."""
        e = t.event.c
        query = select(e.id, e.sort, e.key).where(real_events(), *where)
        query = query.where(*_after(e.sort, self.after)).order_by(e.sort, e.key).limit(size)
        ordered = [query.where(*arm).subquery() for arm in self._arms()]
        if len(ordered) == 1:
            return select(ordered[0].c.id)
        near = union_all(*map(select, ordered)).subquery()
        in_order = select(near).order_by(near.c.sort, near.c.key).limit(size).subquery()
        return select(in_order.c.id)

    def _arms(self) -> list[list[ColumnElement[bool]]]:
        """Give conditions of which each has an index in order of time: one per span class, for what
        is no wider can't have begun long before the window; else one per value of a filter.
        """
        if self.window is not None:
            return [[*_within(self.window, number)] for number in range(len(SPAN_CLASSES))]
        return next(([[arm] for arm in each.arms] for each in self.filters if each.arms), [[]])

    def _near_of(self, actor: int) -> Select[tuple[int]]:
        """Select the ids of the next events of an actor, whose participations are in order."""
        p, e = t.participation, t.event
        query = (
            select(p.c.sort, e.c.key, e.c.id)
            .join(e, e.c.id == p.c.home_id)
            .where(p.c.actor_id == actor, *_after(p.c.sort, self.after), *self._asked())
            .distinct()
            .order_by(p.c.sort, e.c.key)
            .limit(self.size)
        )
        return select(query.subquery().c.id)


def _after(sort: ColumnElement[int], cursor: Cursor | None) -> Iterator[ColumnElement[bool]]:
    if cursor is not None:
        # An index leads to the moment; the rest is for those that share it.
        yield sort >= cursor.sort
        yield tuple_(sort, t.event.c.key) > tuple(cursor)


def _within(window: Window, number: int) -> Iterator[ColumnElement[bool]]:
    """Give the conditions that events of a span class may meet a window.

    Those that have a beginning stand there in order of time, the others at their end.
    """
    e, each = t.event.c, SPAN_CLASSES[number]
    start, end = window.reach(number)
    yield e.span_class == number
    if not each.begins:
        if start is not None:
            yield e.sort >= start
        return
    if end is not None:
        yield e.sort < end
    if start is not None:
        yield or_(e.latest > start, e.latest.is_(None)) if each.width is None else e.latest > start
        if each.width is not None:
            yield e.sort > start - each.width
