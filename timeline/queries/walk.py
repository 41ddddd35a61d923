"""Walking the stored events in order of time, a page at a time, by the index that leads there.

Whatever finds few events is asked for all of them, which are then put in order. Else the events
are walked in order, and each is looked at for what is asked: what is frequent fills the page soon.
Where it does not, an actor's own index of events in order is walked, or all that is found is put
in order.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from sqlalchemy import BigInteger, and_, bindparam, false, func, or_, select, tuple_, union_all

from timeline.dates import Date, parse
from timeline.resolve import SPAN_CLASSES
from timeline.store.accounts import KEPT
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
# Conditions that hold together.
Conditions: TypeAlias = "tuple[ColumnElement[bool], ...]"


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
    place_id: int | None
    place_status: str
    date: Date | None
    earliest: int | None
    latest: int | None
    sort: int
    span_class: int
    status: str
    standing: str
    claims: int
    origins: int
    reviewed: bool
    machine: bool
    confidence: float | None
    hidden: bool


@cache
def event_columns() -> Select[Any]:
    """Select what `shown` reads."""
    e = t.event.c
    own = (e.id, e.key, e.type, t.place.c.name.label("place"), e.place_id, e.place_status)
    bounds = (e.date, e.earliest, e.latest, e.sort, e.span_class)
    worked_out = (e.date_status, e.standing, e.claims, e.origins)
    joined = t.event.outerjoin(t.place, t.place.c.id == e.place_id)
    reviewing = (e.reviewed, e.machine, e.confidence, e.hidden)
    return select(*own, *bounds, *worked_out, *reviewing).select_from(joined)


def shown(row: Row[Any]) -> Shown:
    """Read an event's own row."""
    return Shown._make(row)._replace(date=parse(row.date) if row.date else None)


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
            ids = session.scalars(_some(each.finds)).all()
            if len(ids) <= FEW:
                found = set(ids) if found is None else found & set(ids)
    return None if found is None else sorted(found)


@lru_cache(KEPT)
def _some(finds: Select[tuple[int]]) -> Select[tuple[int]]:
    return finds.distinct().limit(FEW + 1)


@cache
def real_events() -> ColumnElement[bool]:
    """Give the condition that an event stands for itself, and somebody speaks of it."""
    return and_(stands_for_itself(), t.event.c.standing.is_not(None))


@cache
def stands_for_itself() -> ColumnElement[bool]:
    """Give the condition that an event was not merged into another.

    PostgreSQL takes an equality of two columns for rare (one row in 200), and would rather read and
    sort all events than walk an index; of an expression that it can't judge it expects every other.
    """
    return func.coalesce(t.event.c.canonical_id == t.event.c.id, false())


class _Walk(NamedTuple):
    """One step of a walk: at most `size` events (None: all) after a cursor.

    What is asked does not hold the values of window, cursor and size, which are bound to it.
    """

    session: Connection
    filters: Sequence[Filter]
    window: Window | None
    after: Cursor | None
    size: int | None

    def in_order(self) -> Sequence[Row[Any]]:
        """Find the next events, where each filter finds many."""
        gathering = [each for each in self.filters if each.finds is not None]
        own = tuple(each.holds for each in self.filters if each.finds is None)
        if not gathering:
            arms = self._arms()
            if len(arms) == 1:
                return self._rows(real_events(), *self._later(), *own, *arms[0])
            return self._rows(self._near(own), looks=self.size)
        looked_for = [each.holds for each in gathering]
        at_once = self.size is None or (self.window is None and _is_one_actor(self.filters))
        for looks in () if at_once else LOOKS:
            rows = self._rows(self._near(own), *looked_for, looks=looks)
            if len(rows) == self.size:
                return rows
        for each in gathering:
            if each.taking is not None:
                near = _near_of(each.taking.actor, self._asked(), **self._kind())
                return self._rows(near, looks=self.size)
        assert gathering[0].finds is not None
        return self._rows(_found_by(gathering[0].finds), *self._asked())

    def among(self, ids: Sequence[int]) -> Sequence[Row[Any]]:
        """Find the next of some events."""
        return self._rows(_given(), *self._asked(), given=ids)

    def _rows(self, *where: ColumnElement[bool], **values: Any) -> Sequence[Row[Any]]:
        bounds = {} if self.window is None else _bounds(self.window)
        cursor = {} if self.after is None else {"sort": self.after.sort, "key": self.after.key}
        query = _asking(where, limited=self.size is not None)
        return self.session.execute(query, {"size": self.size, **bounds, **cursor, **values}).all()

    def _kind(self) -> dict[str, bool]:
        """Give what statements hang on: whether there is a cursor, and a limit."""
        return {"after": self.after is not None, "limited": self.size is not None}

    def _later(self) -> Conditions:
        return () if self.after is None else _after()

    def _asked(self) -> Conditions:
        """Give all that is asked of an event."""
        held = (each.holds for each in self.filters)
        window = () if self.window is None else (_in_one_of(self._arms()),)
        return real_events(), *self._later(), *held, *window

    def _near(self, own: Conditions) -> ColumnElement[bool]:
        return _near(self._arms(), own, **self._kind())

    def _arms(self) -> tuple[Conditions, ...]:
        """Give conditions of which each has an index in order of time: one per span class, for what
        is no wider can't have begun long before the window; else one per value of a filter.
        """
        if self.window is not None:
            starts, ends = self.window.start is not None, self.window.end is not None
            return _span_classes(starts=starts, ends=ends, late=self.window.open)
        return next((each.arms for each in self.filters if each.arms), ((),))


# What is asked ------------------------------------------------------------------------------------


@lru_cache(KEPT)
def _asking(where: Conditions, *, limited: bool) -> Select[Any]:
    """Select the first `size` events that meet conditions."""
    e = t.event.c
    query = event_columns().where(*where).order_by(e.sort, e.key)
    return _first("size", query, limited=limited)


def _first(number: str, query: Select[Any], *, limited: bool) -> Select[Any]:
    return query.limit(bindparam(number, type_=BigInteger)) if limited else query


@cache
def _given() -> ColumnElement[bool]:
    return t.event.c.id.in_(bindparam("given", expanding=True))


@lru_cache(KEPT)
def _found_by(finds: Select[tuple[int]]) -> ColumnElement[bool]:
    return t.event.c.id.in_(finds)


@cache
def _after() -> Conditions:
    """Give the condition that an event comes after the cursor, `sort` and `key`."""
    e = t.event.c
    sort, key = bindparam("sort", type_=e.sort.type), bindparam("key", type_=e.key.type)
    # An index leads to the moment; the rest is for those that share it.
    return e.sort >= sort, tuple_(e.sort, e.key) > tuple_(sort, key)


@lru_cache(KEPT)
def _near(
    arms: tuple[Conditions, ...], own: Conditions, *, after: bool, limited: bool
) -> ColumnElement[bool]:
    """Give the condition that an event is one of the next `looks` that meet conditions on their own
    rows.
    """
    e = t.event.c
    later = _after() if after else ()
    query = select(e.id, e.sort, e.key).where(real_events(), *own, *later)
    query = _first("looks", query.order_by(e.sort, e.key), limited=limited)
    ordered = [query.where(*arm).subquery() for arm in arms]
    if len(ordered) == 1:
        return e.id.in_(select(ordered[0].c.id))
    near = union_all(*map(select, ordered)).subquery()
    in_order = _first("looks", select(near).order_by(near.c.sort, near.c.key), limited=limited)
    return e.id.in_(select(in_order.subquery().c.id))


@lru_cache(KEPT)
def _near_of(actor: int, asked: Conditions, *, after: bool, limited: bool) -> ColumnElement[bool]:
    """Give the condition that an event is one of the next `looks` of an actor, whose participations
    are in order, that meet conditions.
    """
    p, e = t.participation.c, t.event.c
    query = select(p.sort, e.key, e.id).join(t.event, e.id == p.home_id)
    query = query.where(p.actor_id == actor, *asked).distinct().order_by(p.sort, e.key)
    if after:
        query = query.where(p.sort >= bindparam("sort", type_=p.sort.type))
    return e.id.in_(select(_first("looks", query, limited=limited).subquery().c.id))


# Windows ------------------------------------------------------------------------------------------


@cache
def _span_classes(*, starts: bool, ends: bool, late: bool) -> tuple[Conditions, ...]:
    """Give for each span class the conditions that its events may meet a window, whose bounds are
    bound (`_bounds`); `late`: a report may be later than the window.
    """
    classes = range(len(SPAN_CLASSES))
    return tuple(tuple(_within(number, starts=starts, ends=ends, late=late)) for number in classes)


def _within(number: int, *, starts: bool, ends: bool, late: bool) -> Iterator[ColumnElement[bool]]:
    """Give the conditions for one class.

    Those that have a beginning stand there in order of time, the others at their end. Of what is
    known by its report alone, the report has to meet the window.
    """
    e, each = t.event.c, SPAN_CLASSES[number]
    start, end = (bindparam(f"{edge}_{number}", type_=e.sort.type) for edge in ("start", "end"))
    yield e.span_class == number
    if not each.begins:
        if starts:
            yield e.sort >= start
        if ends and each.reported and each.width is not None and not late:
            yield e.sort < bindparam(f"until_{number}")
        return
    if ends:
        yield e.sort < end
    if starts:
        yield or_(e.latest > start, e.latest.is_(None)) if each.width is None else e.latest > start
        if each.width is not None:
            yield e.sort > bindparam(f"since_{number}")


@lru_cache(KEPT)
def _in_one_of(arms: tuple[Conditions, ...]) -> ColumnElement[bool]:
    return or_(*(and_(*arm) for arm in arms))


def _bounds(window: Window) -> dict[str, int | None]:
    """Give the values that are bound to the conditions of a window."""
    values: dict[str, int | None] = {}
    for number, each in enumerate(SPAN_CLASSES):
        start, end = window.reach(number)
        values |= {f"start_{number}": start, f"end_{number}": end}
        if start is not None and each.width is not None:
            values[f"since_{number}"] = start - each.width
        if end is not None and each.width is not None:
            values[f"until_{number}"] = end + each.width
    return values
