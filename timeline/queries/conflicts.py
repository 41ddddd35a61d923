"""Where sources disagree: one denies what another reports, they date it differently, place it
differently, count differently, name two in a role that only one can fill, see two in one office;
and where collections say different things of one actor, event, place or source.

A disagreement is shown by its sides, each with those who take it, and not by all pairs of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, literal_column, select, tuple_, union

from timeline.dates import parse
from timeline.errors import UsageError
from timeline.names import fold
from timeline.queries.claims import attributions
from timeline.queries.details import in_order, titles
from timeline.queries.differing import (
    Told,
    decided_differently,
    differently_decided,
    grouped,
    read_otherwise,
)
from timeline.queries.rivals import value_rows
from timeline.queries.rows import ConflictRow, Page, Side, Voice
from timeline.queries.statements import KINDS, disagreements
from timeline.store.accounts import counts, outcomes_of, unreviewed
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Row, Select

    from timeline.dates import Date

# So many events are read at once.
_BATCH = 100
# A cursor in the first part, the events: sort and key. One in the second: what an office is called
# by, and the key of the organisation. One in the third: kind and key of a thing.
_EVENT_CURSOR = re.compile(r"event:(-?[0-9]{1,19}):(.+)", re.DOTALL)
_OFFICE_CURSOR = re.compile(r"office:([^:]*):(.+)", re.DOTALL)
_THING_CURSOR = re.compile(rf"said:({'|'.join(KINDS)}):(.+)", re.DOTALL)


class _Cursor(NamedTuple):
    """After which event (sort and key) to go on, or, when these are done, after which office, or,
    after these, after which thing (kind and key).
    """

    event: tuple[int, str] | None = None
    office: tuple[str, str] | None = None
    thing: tuple[str, str] | None = None


def conflicts(
    session: Connection, *, language: str = "en", limit: int | None = None, after: str | None = None
) -> Page[ConflictRow]:
    """List what is told differently: by sources, events in order of time, then offices by their
    titles; by collections, things by their keys.

    Two successive holders of an office are none: only where both surely held it at the same time
    is there a conflict.

    Args:
        session: an open store.
        language: of titles.
        limit: at most so many events, offices and things; None means all. Each may have several
            rows: of an event both its standing and its date may be in conflict.
        after: a cursor: go on after the page that gave it.

    Raises:
        UsageError: `after` is no cursor.
    """
    cursor = _read_cursor(after)
    things = chain(
        () if cursor.office or cursor.thing else _events(session, cursor.event, language),
        () if cursor.thing else _offices(session, cursor.office),
        _things(session, cursor.thing, language),
    )
    found = list(islice(things, None if limit is None else limit + 1))
    shown = found if limit is None else found[:limit]
    rows = tuple(row for _, rows in shown for row in rows)
    return Page(rows, shown[-1][0] if shown and len(shown) < len(found) else None)


def _read_cursor(after: str | None) -> _Cursor:
    if after is None:
        return _Cursor()
    if found := _EVENT_CURSOR.fullmatch(after):
        if -(2**63) <= int(found[1]) < 2**63:
            return _Cursor(event=(int(found[1]), found[2]))
    elif found := _OFFICE_CURSOR.fullmatch(after):
        return _Cursor(office=(found[1], found[2]))
    elif found := _THING_CURSOR.fullmatch(after):
        return _Cursor(thing=(found[1], found[2]))
    raise UsageError("no-such-cursor", cursor=after)


# Events -------------------------------------------------------------------------------------------


def _events(
    session: Connection, after: tuple[int, str] | None, language: str
) -> Iterator[tuple[str, list[ConflictRow]]]:
    """Give the disagreements about each event, with the cursor after it."""
    differently = session.scalars(differently_decided()).all()
    while True:
        events = session.execute(_disputed_events(after, differently)).all()
        ids = [event.id for event in events]
        told, named = _told(session, ids), titles(session, ids, language)
        outcomes = outcomes_of(session, [event.id for event in events if event.contested])
        voices = {claim.key: claim.voice for claims in told.values() for claim in claims}
        values = value_rows(session, outcomes, voices)
        decided = decided_differently(session, sorted(set(ids) & set(differently)))
        for event in events:
            sides = chain(
                _sides(event, told[event.id]),
                read_otherwise(event, told[event.id], outcomes.get(event.id)),
                ((one.about, one.sides) for one in values.get(event.id, ()) if one.sides),
                decided[event.id],
            )
            rows = [
                ConflictRow(about, "event", event.key, named.get(event.id), tuple(sides))
                for about, sides in sides
            ]
            if rows:
                yield f"event:{event.sort}:{event.key}", rows
        if len(events) < _BATCH:
            return
        after = events[-1].sort, events[-1].key


def _disputed_events(after: tuple[int, str] | None, differently: Sequence[int]) -> Select[Any]:
    """Select the next events of which the standing or the date is in conflict, of which claims may
    be at odds about a value, or which a machine reads otherwise than people.

    Each has its index, most of them for these events alone: so they are named in the statement, for
    the engine to see that.

    Args:
        after: the event before.
        differently: ids of the events about whose claims people decided differently.
    """
    e = t.event.c
    later = () if after is None else (e.sort >= after[0], tuple_(e.sort, e.key) > after)
    arms = [
        select(e.id, e.sort, e.key)
        .where(e.canonical_id == e.id, arm, *later)
        .order_by(e.sort, e.key)
        .limit(_BATCH)
        .subquery()
        for arm in (
            e.standing == "disputed",
            e.date_status == literal_column("'conflict'"),
            e.contested,
            *((e.id.in_(differently),) if differently else ()),
        )
    ]
    found = union(*map(select, arms)).subquery()
    shown = select(e.id, e.key, e.sort, e.date, e.date_status, e.standing, e.contested)
    return shown.join(found, found.c.id == e.id).order_by(e.sort, e.key).limit(_BATCH)


def _sides(event: Row[Any], claims: Sequence[Told]) -> Iterator[tuple[str, list[Side]]]:
    affirming = [claim for claim in claims if claim.polarity == "affirms"]
    if event.standing == "disputed":
        denying = [claim for claim in claims if claim.polarity == "denies"]
        yield "standing", [*grouped(affirming, "modality"), *grouped(denying, "polarity")]
    if event.date_status == "conflict":
        dated = sorted(
            (claim for claim in affirming or claims if claim.date),
            key=lambda claim: (claim.date != event.date, *_bounds(claim), claim.date),
        )
        if dated:  # it is none any more where all was taken back
            yield "date", grouped(dated, "date")


def _bounds(claim: Told) -> tuple[float, float]:
    return (
        float("-inf") if claim.earliest is None else claim.earliest,
        float("inf") if claim.latest is None else claim.latest,
    )


def _told(session: Connection, events: Sequence[int]) -> dict[int, list[Told]]:
    """Give event id -> the live claims about it, each once whichever collections hold it."""
    c = t.claim
    query = (
        select(c.c.home_id, c.c.id, c.c.key, t.source.c.key.label("source"))
        .add_columns(c.c.polarity, c.c.modality, c.c.date, c.c.earliest, c.c.latest, c.c.quote)
        .add_columns(unreviewed().label("unreviewed"))
        .join(t.source, t.source.c.id == c.c.source_id)
        .where(c.c.home_id.in_(events), counts())
        .order_by(*in_order())
    )
    once = {(row.home_id, row.key): row for row in reversed(session.execute(query).all())}
    passed_on = attributions(session, events)
    found: dict[int, list[Told]] = defaultdict(list)
    for home, number, *said in map(tuple, reversed(once.values())):
        origin = passed_on[number][-1] if number in passed_on else None
        found[home].append(Told._make((*said, origin)))
    return found


# Offices ------------------------------------------------------------------------------------------


class _Tenure(NamedTuple):
    """That somebody held an office: from when to when surely, and who says so."""

    begins: float
    ends: float
    who: str
    name: str
    held: str
    source: str | None


def _offices(
    session: Connection, after: tuple[str, str] | None
) -> Iterator[tuple[str, list[ConflictRow]]]:
    """Give the disagreements about each office, with the cursor after it."""
    offices: dict[tuple[str, str], list[Row[Any]]] = defaultdict(list)
    for row in _positions(session):
        offices[fold(row.title), row.organisation].append(row)
    for office in sorted(offices):
        if after is None or office > after:
            rows = list(_disputed(offices[office]))
            if rows:
                yield f"office:{office[0]}:{office[1]}", rows


def _positions(session: Connection) -> Sequence[Row[Any]]:
    p, said, who, within, of = t.position, *(t.actor.alias() for _ in range(4))
    query = (
        select(p.c.title, p.c.held, who.c.key, who.c.name, t.source.c.key.label("source"))
        .add_columns(of.c.key.label("organisation"), of.c.name.label("of"))
        .join(said, said.c.id == p.c.actor_id)
        .join(who, who.c.id == said.c.canonical_id)
        .join(within, within.c.id == p.c.organisation_id)
        .join(of, of.c.id == within.c.canonical_id)
        .outerjoin(t.source, t.source.c.id == p.c.source_id)
        .where(p.c.revoked_in.is_(None), p.c.held.is_not(None))
        .order_by(who.c.key, p.c.title, p.c.held, func.coalesce(t.source.c.key, ""))
    )
    return session.execute(query).all()


def _disputed(positions: Sequence[Row[Any]]) -> Iterator[ConflictRow]:
    """Give each time in which several surely held the office, with all of them."""
    first = positions[0]
    tenures = {
        _Tenure(*_core(parse(row.held)), row.key, row.name, row.held, row.source): None
        for row in positions
    }
    certain = sorted(
        (held for held in tenures if held.begins < held.ends),
        key=lambda held: (held.begins, held.ends, held.who, held.held, held.source or ""),
    )
    for rivals in _runs(certain):
        sides: dict[str, list[Voice]] = defaultdict(list)
        for held in rivals:
            sides[f"{held.name}: {held.held}"].append(Voice(held.source, None, None))
        yield ConflictRow(
            about="position",
            of="actor",
            key=first.organisation,
            title=f"{first.title}, {first.of}",
            sides=tuple(Side(says, tuple(voices)) for says, voices in sides.items()),
        )


def _runs(tenures: Sequence[_Tenure]) -> Iterator[list[_Tenure]]:
    """Give those that meet one of another holder, each run of what hangs together for itself.

    Args:
        tenures: in order of their beginning.
    """
    own: dict[str, list[_Tenure]] = defaultdict(list)
    for held in tenures:
        own[held.who].append(held)
    everybody, alone = _Edges.of(tenures), {who: _Edges.of(held) for who, held in own.items()}
    run: list[_Tenure] = []
    until = float("-inf")
    for held in tenures:
        if everybody.meeting(held) > alone[held.who].meeting(held):
            if run and held.begins >= until:
                yield run
                run = []
            run.append(held)
            until = max(until, held.ends)
    if run:
        yield run


class _Edges(NamedTuple):
    """The beginnings and the ends of tenures, each in order: so all that meet one are counted."""

    begins: list[float]
    ends: list[float]

    @classmethod
    def of(cls, tenures: Sequence[_Tenure]) -> _Edges:
        """Take those of some tenures."""
        return cls(sorted(held.begins for held in tenures), sorted(held.ends for held in tenures))

    def meeting(self, held: _Tenure) -> int:
        """Count the tenures that meet one: what has begun before its end and not ended before."""
        return bisect_left(self.begins, held.ends) - bisect_right(self.ends, held.begins)


def _core(held: Date) -> tuple[float, float]:
    """Give the time in which an office was surely held: from the latest start to the earliest
    end.
    """
    nowhere = (float("inf"), float("-inf"))
    if held.uncertain or held.approximate:
        return nowhere
    if held.kind != "interval":
        # A bare year says that it was held then, not from when to when.
        return nowhere
    start, end = held.parts
    first = start.latest if start is not None else None
    begins = float("-inf") if held.open_start else float("inf") if first is None else first
    if end is not None:
        return begins, float("-inf") if end.earliest is None else end.earliest
    return begins, float("inf") if held.open_end else begins


# Things -------------------------------------------------------------------------------------------


def _things(
    session: Connection, after: tuple[str, str] | None, language: str
) -> Iterator[tuple[str, list[ConflictRow]]]:
    """Give what collections say differently of each thing, with the cursor after it."""
    for kind in KINDS if after is None else KINDS[KINDS.index(after[0]) :]:
        last = after[1] if after and kind == after[0] else ""
        for rows in disagreements(session, kind, after=last, language=language):
            yield f"said:{kind}:{rows[0].key}", rows
