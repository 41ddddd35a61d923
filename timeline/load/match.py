"""Events that are one, told by several sources, where type, participants in their roles, and date
agree.

That is a machine's judgement, for events that were loaded with the wish to match them. It follows
from the whole database and is worked out for the events that a run touched.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, select

from timeline.load.batches import parts
from timeline.load.judged import circle, live, put_machine_judgements
from timeline.resolve import resolve
from timeline.store.accounts import accounts_of, counts
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection

    from timeline.load.run import Run
    from timeline.resolve import Outcome

MATCH = "timeline-match 1"
_DAY = 86_400


class _Told(NamedTuple):
    """What is told of events that people judged to be one.

    Attributes:
        id, key: of the one that stands for them.
        members: ids of all of them.
        joined: whether people joined several.
        wished: whether one of them was loaded with the wish to match it.
        type: of the one that stands for them.
        outcome: what follows from their claims.
        who: who takes part in which role. Who only denies it takes no part; but where nobody
            affirms it, those who deny it are all there is.
        sources, places: ids of the sources that speak of them, and of the places that these name.
    """

    id: int
    key: str
    members: tuple[int, ...]
    joined: bool
    wished: bool
    type: str
    outcome: Outcome
    who: frozenset[tuple[int, str]]
    sources: frozenset[int]
    places: frozenset[int]


def rematch(run: Run) -> None:
    """Judge anew whether the events that the run touched are one with others.

    They are of one type, of one date that is no longer than a day, and of the same participants in
    the same roles, at least one; no source tells of two of them, their places do not differ, and
    nobody judged two of them to be different or linked them with each other. All but one were
    loaded with the wish to match them. Where any of that fails nobody can say which is which:
    nothing is judged then.

    Args:
        run: the changeset, its events worked out; whose groups are to be set anew is added to it.
    """
    session, c = run.session, t.changeset
    if session.scalar(select(c.c.id).where(c.c.match, c.c.undone_by.is_(None)).limit(1)) is None:
        return
    told = _told(session, _one_with(session, run.anew.events | run.anew.groups["event"]))
    known = {number for one in told for number in one.members}
    more = _one_with(session, _beginning_with(session, told)) - known
    told += _told(session, more)
    alike: dict[Any, list[_Told]] = defaultdict(list)
    for one in told:
        if one.who and _is_dated(one.outcome):
            date = one.outcome.date and one.outcome.date.text
            alike[one.type, date, one.outcome.earliest, one.outcome.latest, one.who].append(one)
    apart = _apart(session, [number for one in told for number in one.members])
    pairs = set()
    for group in alike.values():
        if _are_one(group, apart):
            first = min(group, key=lambda one: (not one.joined, one.key))
            pairs |= {(first.id, one.id) for one in group if one is not first}
    everybody = {number for one in told for number in one.members}
    run.anew.groups["event"] |= put_machine_judgements(run, "event", MATCH, everybody, pairs)


def _is_dated(outcome: Outcome) -> bool:
    start, end = outcome.earliest, outcome.latest
    dated = outcome.standing is not None and outcome.status != "conflict"
    return dated and start is not None and end is not None and end - start <= _DAY


def _are_one(group: Sequence[_Told], apart: Collection[frozenset[int]]) -> bool:
    """Whether nothing tells events apart that agree, and at most one was not to be matched."""
    if len(group) < 2 or sum(not one.wished for one in group) > 1:
        return False
    if len(frozenset().union(*(one.places for one in group))) > 1:
        return False
    return not any(
        one.sources & other.sources
        or any(frozenset((a, b)) in apart for a in one.members for b in other.members)
        for one, other in combinations(group, 2)
    )


def _one_with(session: Connection, events: Iterable[int]) -> set[int]:
    """Give events, and all that are one with them today."""
    e = t.event
    found: set[int] = set()
    for part in parts(set(events)):
        groups = select(e.c.canonical_id).where(e.c.id.in_(part))
        found.update(session.scalars(select(e.c.id).where(e.c.canonical_id.in_(groups))))
    return found


def _beginning_with(session: Connection, told: Iterable[_Told]) -> Iterator[int]:
    """Give the events of the type and beginning of some: the index of both leads to them."""
    e = t.event
    sorts: dict[str, set[int]] = defaultdict(set)
    for one in told:
        if _is_dated(one.outcome):
            sorts[one.type].add(one.outcome.sort)
    for kind, begins in sorts.items():
        for part in parts(begins):
            alike = (e.c.type == kind, e.c.sort.in_(part), e.c.canonical_id == e.c.id)
            yield from session.scalars(select(e.c.id).where(*alike))


def _told(session: Connection, events: Iterable[int]) -> list[_Told]:
    """Read what is told of events, those together that people judged to be one."""
    found = circle(session, "event", events, machine=False)
    stands_for = found.stand_ins()
    members: dict[int, list[int]] = defaultdict(list)
    for number, stand_in in stands_for.items():
        members[stand_in].append(number)
    kinds, wished, homes = _rows(session, found.keys)
    accounts = defaultdict(list)
    event_of: dict[str, int] = {}
    sources: dict[int, set[int]] = defaultdict(set)
    places: dict[int, set[int]] = defaultdict(set)
    for key, event, source, place in _claims(session, homes):
        event_of[key] = stands_for[event]
        sources[stands_for[event]].add(source)
        places[stands_for[event]] |= {place} if place is not None else set()
    for part in parts(set(homes.values())):
        for _, account in accounts_of(session, part):
            accounts[event_of[account.key]].append(account)
    who = _who(session, homes, stands_for)
    return [
        _Told(
            id=stand_in,
            key=found.keys[stand_in],
            members=tuple(group),
            joined=len(group) > 1,
            wished=not wished.isdisjoint(group),
            type=kinds[stand_in],
            outcome=resolve(accounts[stand_in]),
            who=who[stand_in],
            sources=frozenset(sources[stand_in]),
            places=frozenset(places[stand_in]),
        )
        for stand_in, group in members.items()
    ]


def _rows(
    session: Connection, events: Iterable[int]
) -> tuple[dict[int, str], set[int], dict[int, int]]:
    """Give the types of events, those that were loaded with the wish to match them, and where their
    claims are kept.
    """
    e, c = t.event, t.changeset
    query = select(e.c.id, e.c.type, e.c.canonical_id, c.c.match).join(c, c.c.id == e.c.made_in)
    kinds: dict[int, str] = {}
    homes: dict[int, int] = {}
    wished: set[int] = set()
    for part in parts(set(events)):
        for number, kind, home, match in session.execute(query.where(e.c.id.in_(part))):
            kinds[number], homes[number] = kind, home
            wished |= {number} if match else set()
    return kinds, wished, homes


def _claims(
    session: Connection, homes: Mapping[int, int]
) -> Iterator[tuple[str, int, int, int | None]]:
    """Give key, event, source and place of the claims that count."""
    c = t.claim
    query = select(c.c.key, c.c.event_id, c.c.source_id, c.c.place_id).where(counts())
    for part in parts(set(homes.values())):
        yield from session.execute(query.where(c.c.home_id.in_(part))).tuples()


def _who(
    session: Connection, homes: Mapping[int, int], stands_for: Mapping[int, int]
) -> dict[int, frozenset[tuple[int, str]]]:
    """Give event -> who takes part in which role, by who stands for them."""
    c, p = t.claim, t.participation
    query = (
        select(c.c.event_id, c.c.polarity, p.c.actor_id, p.c.role)
        .join(p, and_(p.c.home_id == c.c.home_id, p.c.claim_id == c.c.id))
        .where(counts())
    )
    taking: dict[int, set[tuple[int, str]]] = defaultdict(set)
    others: dict[int, set[tuple[int, str]]] = defaultdict(set)
    for part in parts(set(homes.values())):
        for event, polarity, actor, role in session.execute(query.where(c.c.home_id.in_(part))):
            found = taking if polarity == "affirms" else others
            found[stands_for[event]].add((actor, role))
    people = {**others, **taking}
    return defaultdict(frozenset, {event: frozenset(found) for event, found in people.items()})


def _apart(session: Connection, events: Collection[int]) -> set[frozenset[int]]:
    """Give the pairs of events that people judged to be different, or that a link tells apart."""
    j, link = t.judgement, t.link
    judged = select(j.c.left_id, j.c.right_id).where(live("event"), j.c.says == "different")
    linked = select(link.c.event_id, link.c.other_id).where(link.c.revoked_in.is_(None))
    return {
        frozenset(pair)
        for part in parts(events)
        for query in (judged.where(j.c.left_id.in_(part)), linked.where(link.c.event_id.in_(part)))
        for pair in session.execute(query).tuples()
    }
