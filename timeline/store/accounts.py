"""What the live claims of events say, as `resolve` takes it: for the loader, the dossier and the
past.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, or_, select

from timeline.dates import parse
from timeline.errors import DateError
from timeline.resolve import BY_REPORT, TOLD, Account, Number
from timeline.store.fillers import fillers_of
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, FromClause, Row, Table

    from timeline.dates import Date


# So many conditions and statements of a kind are kept: to make one takes longer than to ask it. A
# condition that is kept is one object, by which those that are made of it are found again.
KEPT = 64


@lru_cache(KEPT)
def counts(bound: int | None = None) -> ColumnElement[bool]:
    """Give the condition that a claim counts: it stands, and no person rejected it or put another
    in its place.

    Args:
        bound: as for `stands`.
    """
    decision = t.claim.c.decision
    return and_(stands(bound), or_(decision.is_(None), decision == "accepted"))


@lru_cache(KEPT)
def stands(bound: int | None = None) -> ColumnElement[bool]:
    """Give the condition that a claim is live, and its source the newest version.

    Args:
        bound: count only versions of sources that were certainly published by this moment (seconds
            UTC, the moment after the last that counts); None means all.
    """
    c, version = t.claim, _version()
    later = exists().where(version.c.replaces_id == c.c.source_id)
    if bound is not None:
        later = later.where(version.c.published_latest <= bound)
    return and_(c.c.revoked_in.is_(None), ~later)


@cache
def unreviewed() -> ColumnElement[bool]:
    """Give the condition that a machine alone makes a claim."""
    c = t.claim.c
    return and_(c.extractor.is_not(None), c.decision.is_distinct_from("accepted"))


@cache
def _version() -> FromClause:
    """Give the sources once more, as what replaces a source: to make that takes time."""
    return t.source.alias("version")


def accounts_of(
    session: Connection, events: Sequence[int], *where: ColumnElement[bool]
) -> Iterator[tuple[int, Account]]:
    """Give the claims of some events, each with the id of the event that it is kept with.

    The origin of a claim is the last hop of its attribution (an actor is who stands for it after
    merges), else the source itself; an anonymous hop is its words in that source. All versions of a
    source are one origin.

    Args:
        session: an open store.
        events: ids, after merges.
        where: conditions on claim and source; without any, those that count.
    """
    c = t.claim
    rows = session.execute(
        select(c.c.id, c.c.home_id, c.c.key, c.c.polarity, c.c.modality, c.c.date, c.c.pinned)
        .add_columns(c.c.extractor, c.c.confidence, c.c.decision)
        .add_columns(c.c.place_id, t.source.c.key.label("source"), t.source.c.replaces_id)
        .add_columns(t.source.c.published)
        .join(t.source, t.source.c.id == c.c.source_id)
        .where(c.c.home_id.in_(events), *(where or (counts(),)))
        .order_by(c.c.home_id, c.c.id)
    ).all()
    hops, numbers = _last_hops(session, events), _numbers(session, events)
    fillers = fillers_of(session, events)
    earlier = {row.source: row.replaces_id for row in rows}
    earlier |= {row.source: row.replaces_id for row in hops.values() if row.source}
    first = _first_versions(session, earlier)
    places = _places_around(session, {row.place_id for row in rows if row.place_id is not None})
    for row in rows:
        yield (
            row.home_id,
            Account(
                key=row.key,
                source=row.source,
                origin=_origin(hops.get((row.home_id, row.id)), first, row.source),
                polarity=row.polarity,
                modality=row.modality,
                date=parse(row.date) if row.date else None,
                pinned=row.pinned,
                places=places.get(row.place_id, ()),
                machine=row.extractor is not None,
                accepted=row.decision == "accepted",
                confidence=row.confidence,
                bound=report_bound(row),
                numbers=tuple(numbers.get((row.home_id, row.id), ())),
                fillers=tuple(fillers.get((row.home_id, row.id), ())),
            ),
        )


def report_bound(row: Row[Any]) -> Date | None:
    """Give `[..D]` of a claim that tells of a fact without a date, in a source of D, by the rule
    BY_REPORT; None of any other.

    Args:
        row: date, polarity and modality of a claim, and when its source was published.
    """
    undated = row.date is None and row.polarity == "affirms" and row.modality in TOLD
    return _by(row.published) if undated and row.published else None


@lru_cache(maxsize=1024)
def _by(published: str) -> Date | None:
    # Only now, for it is slow to import.
    from timeline.temporal.relative import parse_rule

    try:
        return parse_rule(BY_REPORT).resolve(parse(published))
    except DateError:  # it has no end
        return None


def _origin(hop: Row[Any] | None, first: Mapping[str, str], source: str) -> str:
    """Name the origin of a claim.

    Args:
        hop: the last of its attribution.
        first: key of a source -> key of its first version.
        source: key of its own.
    """
    if hop is None:
        return f"source {first[source]}"
    if hop.actor:
        return f"actor {hop.actor}"
    # What is said without a name is one origin per source.
    return f"source {first[hop.source]}" if hop.source else f"words {hop.words} {first[source]}"


def _first_versions(session: Connection, earlier: Mapping[str, int | None]) -> dict[str, str]:
    """Give key of a source -> key of its first version.

    Args:
        session: an open store.
        earlier: key of a source -> id of the one that it replaces.
    """
    rows = _upwards(session, t.source, t.source.c.replaces_id, earlier.values())
    return {key: (key, *_chain(rows, number))[-1] for key, number in earlier.items()}


def _places_around(session: Connection, places: Collection[int]) -> dict[int, tuple[str, ...]]:
    """Give id of a place -> its key and those of all that it lies in, from the inside out."""
    rows = _upwards(session, t.place, t.place.c.part_of_id, places)
    return {place: tuple(_chain(rows, place)) for place in places}


def _upwards(
    session: Connection, table: Table, column: ColumnElement[int], ids: Iterable[int | None]
) -> dict[int, Row[Any]]:
    """Read rows, and those that they refer to by a column, and so on: id -> id, key and `above`."""
    rows: dict[int, Row[Any]] = {}
    wanted = {number for number in ids if number is not None}
    while wanted:
        query = select(table.c.id, table.c.key, column.label("above"))
        rows |= {row.id: row for row in session.execute(query.where(table.c.id.in_(wanted)))}
        wanted = {row.above for row in rows.values() if row.above is not None} - rows.keys()
    return rows


def _chain(rows: Mapping[int, Row[Any]], first: int | None) -> list[str]:
    """Give the keys from a row upwards; a circle, which older versions let in, ends it."""
    found: list[str] = []
    while first is not None and rows[first].key not in found:
        found.append(rows[first].key)
        first = rows[first].above
    return found


def _numbers(
    session: Connection, events: Sequence[int]
) -> Mapping[tuple[int, int], Sequence[Number]]:
    """Give (event id, claim id) -> the numbers that the claim gives.

    A mere number is from as many to as many; an estimate with bounds may be anything within these.
    """
    q, found = t.quantity.c, defaultdict[tuple[int, int], list[Number]](list)
    query = select(q.home_id, q.claim_id, q.name, q.value, q.low, q.high, q.unit)
    ordered = query.where(q.home_id.in_(events)).order_by(q.home_id, q.claim_id, q.n)
    for home, claim, name, value, low, high, unit in session.execute(ordered).tuples():
        bounds = (value, value) if low is None and high is None else (low, high)
        found[home, claim].append(Number(name, *bounds, unit))
    return found


def _last_hops(session: Connection, events: Sequence[int]) -> dict[tuple[int, int], Row[Any]]:
    """Give (event id, claim id) -> the last hop of its attribution."""
    a, canonical = t.attribution, t.actor.alias()
    query = (
        select(a.c.home_id, a.c.claim_id, a.c.words, t.source.c.key.label("source"))
        .add_columns(t.source.c.replaces_id, canonical.c.key.label("actor"))
        .outerjoin(t.source, t.source.c.id == a.c.source_id)
        .outerjoin(t.actor, t.actor.c.id == a.c.actor_id)
        .outerjoin(canonical, canonical.c.id == t.actor.c.canonical_id)
        .where(a.c.home_id.in_(events))
        .order_by(a.c.home_id, a.c.claim_id, a.c.hop)
    )
    return {(row.home_id, row.claim_id): row for row in session.execute(query).all()}
