"""What the live claims of events say, as `resolve` takes it: for the loader, the dossier and the
past.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, case, or_, select, union

from timeline.dates import parse
from timeline.errors import DateError
from timeline.resolve import BY_REPORT, TOLD, Account, LostAccount, Number, resolve
from timeline.store.above import keys_above, rows_above
from timeline.store.claim_columns import plain_number
from timeline.store.fillers import fillers_of
from timeline.store.stated import places_stated
from timeline.store.tables import tables as t
from timeline.store.versions import is_evidence, replaced, taken_back, withdrawn

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, CompoundSelect, Connection, Row

    from timeline.dates import Date
    from timeline.resolve import Outcome
    from timeline.store.versions import TakenBack


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
    """Give the condition that a claim is live, its source the newest version, and that nobody took
    back what it says.

    Args:
        bound: count only versions and withdrawals that were certainly published by this moment
            (seconds UTC, the moment after the last that counts); None means all.
    """
    return and_(t.claim.c.revoked_in.is_(None), ~replaced(bound), ~withdrawn(bound))


@lru_cache(KEPT)
def _gone(bound: int | None) -> ColumnElement[bool]:
    """Give the condition that a claim would count, had its source not been replaced, or somebody
    not taken back what it says.
    """
    c = t.claim.c
    given = (c.revoked_in.is_(None), or_(c.decision.is_(None), c.decision == "accepted"))
    return and_(*given, c.withdraws_id.is_(None), or_(replaced(bound), withdrawn(bound)))


@cache
def events_in_question() -> CompoundSelect[tuple[int]]:
    """Select the ids of events of which some claim does not count, whatever the moment, or may
    not: of all others every claim does. Each way of that has an index of its own.
    """
    c, s = t.claim.c, t.source.c
    replaced_ones = select(s.replaces_id).where(s.replaces_id.is_not(None))
    ways = (
        c.revoked_in.is_not(None),
        and_(c.verdict_id.is_not(None), c.decision != "accepted"),
        c.source_id.in_(replaced_ones),
        c.version_id.in_(replaced_ones),
        c.withdraws_id.is_not(None),
    )
    passed_on = select(t.attribution.c.home_id).where(t.attribution.c.source_id.in_(replaced_ones))
    return union(*(select(c.home_id).where(way) for way in ways), passed_on)


@cache
def unreviewed() -> ColumnElement[bool]:
    """Give the condition that a machine alone makes a claim."""
    c = t.claim.c
    return and_(c.extractor.is_not(None), c.decision.is_distinct_from("accepted"))


class _Said(NamedTuple):
    """An account, the row of its claim, and the keys of the versions of its source, the newest that
    says so first.
    """

    account: Account
    claim: Row[Any]
    versions: tuple[str, ...]


def outcomes_of(
    session: Connection, events: Sequence[int], bound: int | None = None
) -> dict[int, Outcome]:
    """Give event id -> what follows from its claims.

    Args:
        session: an open store.
        events: ids, after merges.
        bound: as for `stands`; claims that were not certainly published by then do not count.
    """
    if not events:
        return {}
    at = () if bound is None else (t.source.c.published_latest <= bound,)
    accounts: dict[int, list[Account]] = defaultdict(list)
    for event, said in _said(session, events, bound, counts(bound), *at):
        accounts[event].append(said.account)
    silent = [event for event in events if not any(map(_attests, accounts[event]))]
    gone: dict[int, list[_Said]] = defaultdict(list)
    for event, said in _said(session, silent, bound, _gone(bound), *at) if silent else ():
        gone[event].append(said)
    taken = taken_back(session, [said.claim for found in gone.values() for said in found], bound)
    stated = places_stated(session, events)
    e = t.event.c
    kinds = dict(session.execute(select(e.id, e.type).where(e.id.in_(events))).tuples().all())
    return {
        event: resolve(
            accounts[event],
            [_as_gone(one, taken) for one in _last(gone[event])],
            stated.get(event, ()),
            kinds.get(event),
        )
        for event in events
    }


def _attests(account: Account) -> bool:
    return account.evident and account.polarity != "withdraws"


def _last(said: Sequence[_Said]) -> list[_Said]:
    """Give what the last version of each page said that spoke of an event at all."""
    last: dict[str, int] = {}
    for one in said:
        page = one.versions[-1]
        last[page] = max(last.get(page, 0), len(one.versions))
    return [one for one in said if len(one.versions) == last[one.versions[-1]]]


def _as_gone(said: _Said, taken: Mapping[int, TakenBack]) -> LostAccount:
    why = taken[said.claim.id]
    return LostAccount(said.account, why.by, why.how)


def accounts_of(session: Connection, events: Sequence[int]) -> Iterator[tuple[int, Account]]:
    """Give the claims of some events that count, each with the id of the event that it is kept
    with.

    The origin of a claim is the last hop of its attribution (an actor is who stands for it after
    merges), else the source itself; an anonymous hop is its words in that source. All versions of a
    source are one origin.

    Args:
        session: an open store.
        events: ids, after merges.
    """
    return ((event, said.account) for event, said in _said(session, events, None, counts()))


def _said(
    session: Connection, events: Sequence[int], bound: int | None, *where: ColumnElement[bool]
) -> Iterator[tuple[int, _Said]]:
    """Give what claims of some events say.

    Args:
        session: an open store.
        events: ids, after merges.
        bound: versions that were published later are sources of their own.
        where: conditions on claim and source.
    """
    c = t.claim
    rows = session.execute(
        select(c.c.id, c.c.home_id, c.c.key, c.c.polarity, c.c.modality, c.c.date, c.c.pinned)
        .add_columns(c.c.extractor, c.c.confidence, c.c.decision, c.c.place_id, c.c.withdraws_id)
        .add_columns(c.c.source_id, c.c.version_id, t.source.c.key.label("source"))
        .add_columns(t.source.c.published, is_evidence(t.source).label("evident"), t.event.c.type)
        .join(t.source, t.source.c.id == c.c.source_id)
        .join(t.event, t.event.c.id == c.c.event_id)
        .where(c.c.home_id.in_(events), *where)
        .order_by(c.c.home_id, c.c.id)
    ).all()
    hops, numbers = _last_hops(session, events), _numbers(session, events)
    fillers = fillers_of(session, events)
    sources = {number for row in rows for number in (row.source_id, row.version_id)}
    versions = _versions(session, sources | {row.source_id for row in hops.values()}, bound)
    places = _places_around(session, {row.place_id for row in rows if row.place_id is not None})
    for row in rows:
        account = Account(
            key=row.key,
            source=row.source,
            origin=_origin(hops.get((row.home_id, row.id)), versions, row.source_id),
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
            evident=row.evident,
            type=row.type,
        )
        yield row.home_id, _Said(account, row, versions[row.version_id or row.source_id])


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


def _origin(hop: Row[Any] | None, versions: Mapping[int, tuple[str, ...]], source: int) -> str:
    """Name the origin of a claim.

    Args:
        hop: the last of its attribution.
        versions: id of a source -> keys of its versions, the first one last.
        source: id of its own.
    """
    if hop is None:
        return f"source {versions[source][-1]}"
    if hop.actor:
        return f"actor {hop.actor}"
    # What is said without a name is one origin per source.
    if hop.source_id:
        return f"source {versions[hop.source_id][-1]}"
    return f"words {hop.words} {versions[source][-1]}"


def _versions(
    session: Connection, sources: Iterable[int | None], bound: int | None
) -> dict[int, tuple[str, ...]]:
    """Give id of a source -> its key and those of all that it replaces, the first version last.

    Args:
        session: an open store.
        sources: ids.
        bound: what was not certainly published by this moment replaces nothing yet.
    """
    s = t.source.c
    above: ColumnElement[Any] = s.replaces_id
    if bound is not None:
        above = case((s.published_latest <= bound, above))
    rows = rows_above(session, t.source, above, sources)
    return {number: tuple(keys_above(rows, number)) for number in rows}


def _places_around(session: Connection, places: Collection[int]) -> dict[int, tuple[str, ...]]:
    """Give id of a place -> its key and those of all that it lies in, from the inside out."""
    rows = rows_above(session, t.place, t.place.c.part_of_id, places)
    return {place: tuple(keys_above(rows, place)) for place in places}


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
        least, most = (value, value) if low is None and high is None else (low, high)
        found[home, claim].append(Number(name, plain_number(least), plain_number(most), unit))
    return found


def _last_hops(session: Connection, events: Sequence[int]) -> dict[tuple[int, int], Row[Any]]:
    """Give (event id, claim id) -> the last hop of its attribution."""
    a, canonical = t.attribution, t.actor.alias()
    query = (
        select(a.c.home_id, a.c.claim_id, a.c.words, a.c.source_id, canonical.c.key.label("actor"))
        .outerjoin(t.actor, t.actor.c.id == a.c.actor_id)
        .outerjoin(canonical, canonical.c.id == t.actor.c.canonical_id)
        .where(a.c.home_id.in_(events))
        .order_by(a.c.home_id, a.c.claim_id, a.c.hop)
    )
    return {(row.home_id, row.claim_id): row for row in session.execute(query).all()}
