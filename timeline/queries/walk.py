"""Walking the events in order of time: what is asked for becomes conditions, batches and keyset
steps.
"""

from __future__ import annotations

from heapq import merge
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Row, Select, and_, or_, select, tuple_, union_all

from timeline.dates import Date, parse
from timeline.queries.details import known_by
from timeline.resolve import SPAN_CLASSES, resolve
from timeline.store.accounts import accounts_of, counts
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from sqlalchemy import ColumnElement, Connection

    from timeline.queries.question import Taking, Window

# So many events are read at once.
BATCH = 500


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


# Conditions ---------------------------------------------------------------------------------------


def takes_part(who: Taking, claims: ColumnElement[bool]) -> ColumnElement[bool]:
    """Give the condition that an actor takes part."""
    p, c = t.participation, t.claim
    query = (
        select(p.c.home_id)
        .join(c, and_(c.c.home_id == p.c.home_id, c.c.id == p.c.claim_id))
        .join(t.source, t.source.c.id == c.c.source_id)
        .where(p.c.actor_id.in_(who.actors), claims)
    )
    return t.event.c.id.in_(query.where(p.c.role == who.role) if who.role else query)


# Walking the stored events ------------------------------------------------------------------------


def event_columns() -> Select[Any]:
    """Select what `shown` reads."""
    e = t.event
    own = (
        e.c.id,
        e.c.key,
        e.c.type,
        t.place.c.name.label("place"),
        e.c.date,
        e.c.earliest,
        e.c.latest,
        e.c.sort,
        e.c.span_class,
    )
    worked_out = (e.c.date_status, e.c.standing, e.c.claims, e.c.origins)
    return select(*own, *worked_out).outerjoin(t.place, t.place.c.id == e.c.place_id)


def shown(row: Row[Any]) -> Shown:
    """Read an event's own row."""
    values = tuple(row)
    return Shown._make((*values[:4], parse(row.date) if row.date else None, *values[5:]))


def stored_events(
    session: Connection,
    conditions: Sequence[ColumnElement[bool]],
    who: Taking | None,
    window: Window | None,
    after: tuple[int, int] | None,
) -> Iterator[Shown]:
    """Walk the events in order by keyset, a batch at a time."""
    while True:
        if who is not None:
            rows, after = _actor_batch(session, conditions, who, window, after)
        else:
            rows, after = _event_batch(session, conditions, window, after)
        yield from map(shown, rows)
        if after is None:
            return


def _event_batch(
    session: Connection,
    conditions: Sequence[ColumnElement[bool]],
    window: Window | None,
    after: tuple[int, int] | None,
) -> tuple[Sequence[Row[Any]], tuple[int, int] | None]:
    e = t.event
    if after is not None:
        conditions = [*conditions, tuple_(e.c.sort, e.c.id) > after]
    if window is None:
        query = event_columns().where(*conditions).order_by(e.c.sort, e.c.id).limit(BATCH)
    else:
        candidates = union_all(
            *(select(arm.subquery()) for arm in _arms(window, conditions))
        ).subquery()
        ids = select(candidates.c.id).order_by(candidates.c.sort, candidates.c.id).limit(BATCH)
        query = event_columns().where(e.c.id.in_(ids)).order_by(e.c.sort, e.c.id)
    rows = session.execute(query).all()
    return rows, (rows[-1].sort, rows[-1].id) if len(rows) == BATCH else None


def _arms(window: Window, conditions: Sequence[ColumnElement[bool]]) -> Iterator[Select[Any]]:
    """Give one query per span class: what is no wider than that can't have begun long before the
    window.

    One query over all widths would have to look at everything that began before the window's end.
    """
    e = t.event
    for number, each in enumerate(SPAN_CLASSES):
        overlap = _overlap(*window.reach(number), each.width)
        arm = select(e.c.id, e.c.sort).where(e.c.span_class == number, *conditions, *overlap)
        yield arm.order_by(e.c.sort, e.c.id).limit(BATCH)


def _overlap(
    start: int | None, end: int | None, width: int | None
) -> Iterator[ColumnElement[bool]]:
    e = t.event
    if width is None:
        yield e.c.date.is_not(None)
        if end is not None:
            yield or_(e.c.earliest.is_(None), e.c.earliest < end)
        if start is not None:
            yield or_(e.c.latest.is_(None), e.c.latest > start)
        return
    if end is not None:
        yield e.c.earliest < end
    if start is not None:
        yield e.c.earliest > start - width
        yield e.c.latest > start


def _actor_batch(
    session: Connection,
    conditions: Sequence[ColumnElement[bool]],
    who: Taking,
    window: Window | None,
    after: tuple[int, int] | None,
) -> tuple[Sequence[Row[Any]], tuple[int, int] | None]:
    """Walk an actor's events by the index of his participations, which holds their order."""
    p, c, e = t.participation, t.claim, t.event
    same = t.event.alias()
    walked = (
        select(p.c.sort, p.c.home_id.label("id"))
        .select_from(p)
        .join(c, and_(c.c.home_id == p.c.home_id, c.c.id == p.c.claim_id, counts()))
        .join(same, same.c.id == p.c.home_id)
        .where(p.c.actor_id.in_(who.actors))
    )
    if who.role:
        walked = walked.where(p.c.role == who.role)
    if after is not None:
        walked = walked.where(p.c.sort >= after[0], tuple_(p.c.sort, p.c.home_id) > after)
    walked = walked.distinct().order_by(p.c.sort, p.c.home_id).limit(BATCH)
    if window is not None and window.end is not None:
        # What begins after the window can't meet it; but what has no beginning stands where it
        # ends.
        ends = {number: window.reach(number)[1] or 0 for number in range(len(SPAN_CLASSES))}
        begun = walked.where(p.c.sort < max(ends.values()))
        endless = (
            same.c.span_class.in_([n for n, each in enumerate(SPAN_CLASSES) if not each.width]),
            same.c.earliest.is_(None),
            same.c.date.is_not(None),
        )
        ended = walked.where(p.c.sort >= max(ends.values()), *endless)
        arms = union_all(*(select(arm.subquery()) for arm in (begun, ended))).subquery()
        walked = select(arms).order_by(arms.c.sort, arms.c.id).limit(BATCH)
    pairs = session.execute(walked).all()
    ids = [row.id for row in pairs]
    rows = session.execute(
        event_columns().where(e.c.id.in_(ids), *conditions).order_by(e.c.sort, e.c.id)
    ).all()
    return rows, (pairs[-1].sort, pairs[-1].id) if len(pairs) == BATCH else None


# The past -----------------------------------------------------------------------------------------


def events_as_known(
    session: Connection,
    conditions: Sequence[ColumnElement[bool]],
    bound: int,
    standings: Sequence[str],
    window: Window | None,
    after: tuple[int, int] | None,
) -> Iterator[Shown]:
    """Walk the events as they were known at a moment, in the order of the dates that they had then.

    What was known wholly by then is as it is stored. The rest is worked out anew from the claims
    that count, and put in order among them: its dates move.

    Args:
        session: an open store.
        conditions: what holds for all of them.
        bound: seconds UTC, the moment after the last that counts.
        standings: of which they are to have one; none means any.
        window: what may be left out already; what really meets it is told later.
        after: the sort and id after which to go on.
    """
    more_came = or_(t.event.c.published_latest.is_(None), t.event.c.published_latest > bound)
    as_stored = [*conditions, ~more_came]
    if standings:
        as_stored.append(t.event.c.standing.in_(standings))
    moved = _moved(
        session,
        [*conditions, more_came, t.event.c.published_earliest <= bound],
        known_by(bound),
        standings,
        after,
    )
    stored = stored_events(session, as_stored, None, window, after)
    return merge(stored, moved, key=lambda event: (event.sort, event.id))


def _moved(
    session: Connection,
    conditions: Sequence[ColumnElement[bool]],
    claims: ColumnElement[bool],
    standings: Sequence[str],
    after: tuple[int, int] | None,
) -> list[Shown]:
    e = t.event
    found: list[Shown] = []
    last = 0
    query = event_columns().where(*conditions).order_by(e.c.id).limit(BATCH)
    while rows := session.execute(query.where(e.c.id > last)).all():
        last = rows[-1].id
        found += _reworked(session, rows, claims)
    kept = [event for event in found if not standings or event.standing in standings]
    kept.sort(key=lambda event: (event.sort, event.id))
    return [event for event in kept if after is None or (event.sort, event.id) > after]


def _reworked(
    session: Connection, rows: Sequence[Row[Any]], claims: ColumnElement[bool]
) -> Iterator[Shown]:
    accounts: dict[int, list[Any]] = {row.id: [] for row in rows}
    for event, account in accounts_of(session, list(accounts), claims):
        accounts[event].append(account)
    for row in rows:
        outcome = resolve(accounts[row.id])
        bounds = (outcome.date, outcome.earliest, outcome.latest, outcome.sort)
        rest = (outcome.span_class, outcome.status, outcome.standing)
        yield Shown._make((*row[:4], *bounds, *rest, outcome.claims, outcome.origins))
