"""Who fills the roles that only one can fill, and who of them surely are not one.

Two names may be those of one. Two actors surely are two where people judged so, where they have two
identifiers of one scheme, or where both are known, of one kind, and their names have nothing in
common; one that a machine found and nobody confirmed may be anybody.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, func, or_, select, tuple_

from timeline.names import may_be_one
from timeline.resolve import Filler
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection

# Kinds of which one is no part of another: of two groups, or a person and a party, both may be
# meant.
_APART = frozenset(("person", "organisation", "state"))


class _Known(NamedTuple):
    """What tells an actor from others: whether it is known, its kind, names and identifiers."""

    known: bool
    kind: str
    names: set[str]
    identifiers: set[tuple[str, str]]


def fillers_of(
    session: Connection, events: Collection[int]
) -> Mapping[tuple[int, int], Sequence[Filler]]:
    """Give (event id, claim id) -> whom the claim names in roles that only one can fill.

    Args:
        session: an open store.
        events: ids, after merges.
    """
    p, e, who = t.participation, t.event, t.actor
    query = (
        select(p.c.home_id, p.c.claim_id, p.c.role, p.c.actor_id, who.c.key, p.c.capacity)
        .join(e, e.c.id == p.c.home_id)
        .join(who, who.c.id == p.c.actor_id)
        .where(p.c.home_id.in_(events), _only_one())
        .order_by(p.c.home_id, p.c.claim_id, p.c.n)
    )
    rows = session.execute(query).all()
    together: dict[tuple[int, str], dict[int, str]] = defaultdict(dict)
    for row in rows:
        together[row.home_id, row.role][row.actor_id] = row.key
    others = _others(session, [named for named in together.values() if len(named) > 1])
    found: dict[tuple[int, int], list[Filler]] = defaultdict(list)
    for row in rows:
        mine = others[row.actor_id] & together[row.home_id, row.role].keys()
        keys = frozenset(together[row.home_id, row.role][other] for other in mine)
        filler = Filler(row.role, row.key, row.capacity, keys)
        found[row.home_id, row.claim_id].append(filler)
    return found


def _only_one() -> ColumnElement[bool]:
    """Give the condition that somebody takes part in a role that only one can fill."""
    # Only now: most answers don't need it, and records are slow to import.
    from timeline.records.sole import sole_roles

    return tuple_(t.event.c.type, t.participation.c.role).in_([*sole_roles()])


def contested_events(session: Connection, events: Collection[int]) -> set[int]:
    """Give those of some events (ids, after merges) in which claims name several in such a role."""
    p, e = t.participation, t.event
    several = (
        select(p.c.home_id)
        .join(e, e.c.id == p.c.home_id)
        .where(p.c.home_id.in_(events), _only_one())
        .group_by(p.c.home_id, p.c.role)
        .having(func.count(p.c.actor_id.distinct()) > 1)
    )
    return set(session.scalars(several))


def _others(session: Connection, together: Collection[Mapping[int, str]]) -> dict[int, set[int]]:
    """Give id of an actor -> ids of those named in its place who surely are somebody else."""
    found: dict[int, set[int]] = defaultdict(set)
    actors = {number for named in together for number in named}
    if not actors:
        return found
    known, judged = _known(session, actors), set(_judged(session, actors))
    for named in together:
        for one, other in combinations(sorted(named), 2):
            if (one, other) in judged or _are_two(known[one], known[other]):
                found[one].add(other)
                found[other].add(one)
    return found


def _are_two(one: _Known, other: _Known) -> bool:
    schemes = {scheme for scheme, _ in one.identifiers} & {key for key, _ in other.identifiers}
    if schemes:
        return one.identifiers.isdisjoint(other.identifiers)
    if not (one.known and other.known) or one.kind != other.kind or one.kind not in _APART:
        return False
    return not may_be_one(one.names, other.names)


def _judged(session: Connection, actors: Collection[int]) -> Iterator[tuple[int, int]]:
    """Give the pairs that people judged to be different, the smaller id first."""
    j, left, right = t.judgement.c, t.actor.alias(), t.actor.alias()
    query = (
        select(left.c.canonical_id, right.c.canonical_id)
        .select_from(t.judgement)
        .join(left, left.c.id == j.left_id)
        .join(right, right.c.id == j.right_id)
        .where(j.of == "actor", j.says == "different", j.revoked_in.is_(None))
        .where(left.c.canonical_id.in_(actors), right.c.canonical_id.in_(actors))
    )
    for one, other in session.execute(query).tuples():
        yield min(one, other), max(one, other)


def _known(session: Connection, actors: Collection[int]) -> dict[int, _Known]:
    """Read what is known of actors, and of all who are one with them."""
    a, n, i = t.actor, t.actor_name, t.actor_identifier
    query = select(a.c.id, a.c.mention, a.c.kind).where(a.c.id.in_(actors))
    found = {
        row.id: _Known(not row.mention, row.kind, set(), set()) for row in session.execute(query)
    }
    own = and_(a.c.canonical_id.in_(actors), or_(~a.c.mention, a.c.id == a.c.canonical_id))
    names = select(a.c.canonical_id, n.c.text).join(n, n.c.actor_id == a.c.id).where(own)
    for actor, name in session.execute(names).tuples():
        found[actor].names.add(name)
    schemes = select(a.c.canonical_id, i.c.scheme, i.c.value).join(i, i.c.actor_id == a.c.id)
    for actor, *identifier in session.execute(schemes.where(own)).tuples():
        found[actor].identifiers.add((identifier[0], identifier[1]))
    return found
