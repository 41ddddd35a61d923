"""New events that are another one told by another source, where type, participants in their roles,
and date agree.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, func, select

from timeline.load.batches import parts
from timeline.load.judge import apply_judgements, insert_judgements
from timeline.load.run import Run
from timeline.store.accounts import counts
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection, Row

# The collection of these judgements: the next load of an article leaves them alone, an undo of the
# load that made them takes them back.
BY_MATCH = "by-match"
_DAY = 86_400


class _Told(NamedTuple):
    """What claims say of an event: who takes part in which role, and ids of the sources that speak
    of it.

    Who only denies it takes no part; but where nobody affirms it, those who deny it are all there
    is.
    """

    who: frozenset[tuple[int, str]]
    sources: frozenset[int]


def newest_event(session: Connection) -> int:
    """Give the number of the newest event; 0 if there is none."""
    return session.scalar(select(func.max(t.event.c.id))) or 0


def match_events(run: Run, after: int) -> None:
    """Judge each event of this run to be the same as the one other event that it agrees with in
    full.

    The two are of one type, of one date that is no longer than a day, and of the same participants
    in the same roles, at least one; no source tells of both, and their places do not differ. Where
    several agree, or one source tells of two such events, nobody can say which is which: nothing
    is judged then.

    Args:
        run: the changeset, its events worked out.
        after: the number of the newest event before this run.
    """
    e = t.event
    new = set(
        run.session.scalars(select(e.c.id).where(e.c.id > after, e.c.made_in == run.changeset))
    )
    pairs: list[tuple[int, int]] = []
    for part in parts(new):
        alike = _alike(run.session, part)
        told = _told(run.session, [row.id for row in alike])
        groups: dict[Any, list[Row[Any]]] = defaultdict(list)
        for row in alike:
            groups[row.type, row.date, row.earliest, row.latest, told[row.id].who].append(row)
        for group in groups.values():
            if told[group[0].id].who and _is_one(run.session, group, new, told):
                pairs += [(group[0].id, row.id) for row in group[1:]]
    fresh = list(dict.fromkeys(pairs))
    insert_judgements(run, BY_MATCH, "event", "same", fresh)
    if fresh:
        apply_judgements(run, ["event"])


def _alike(session: Connection, events: Sequence[int]) -> list[Row[Any]]:
    """Give, oldest first, some events and all of one type and one beginning with one of them, as
    far as they are dated.

    The index of type and order leads to them.
    """
    e = t.event
    dated = and_(
        e.c.canonical_id == e.c.id,
        e.c.standing.is_not(None),
        e.c.date_status != "conflict",
        e.c.latest - e.c.earliest <= _DAY,
    )
    columns = select(
        e.c.id, e.c.type, e.c.date, e.c.earliest, e.c.latest, e.c.sort, e.c.place_id
    ).where(dated)
    sorts: dict[str, set[int]] = defaultdict(set)
    for row in session.execute(columns.where(e.c.id.in_(events))):
        sorts[row.type].add(row.sort)
    found: list[Row[Any]] = []
    for kind, begins in sorts.items():
        for part in parts(begins):
            found += session.execute(columns.where(e.c.type == kind, e.c.sort.in_(part))).all()
    return sorted(found, key=lambda row: row.id)


def _told(session: Connection, events: Iterable[int]) -> dict[int, _Told]:
    """Give event id -> what its live claims say."""
    c, p = t.claim, t.participation
    query = (
        select(c.c.home_id, c.c.source_id, c.c.polarity, p.c.actor_id, p.c.role)
        .select_from(c)
        .outerjoin(p, and_(p.c.home_id == c.c.home_id, p.c.claim_id == c.c.id))
    )
    taking: dict[int, set[tuple[int, str]]] = defaultdict(set)
    others: dict[int, set[tuple[int, str]]] = defaultdict(set)
    sources: dict[int, set[int]] = defaultdict(set)
    for part in parts(set(events)):
        for event, source, polarity, actor, role in session.execute(
            query.where(c.c.home_id.in_(part), counts())
        ):
            sources[event].add(source)
            if actor is not None:
                (taking if polarity == "affirms" else others)[event].add((actor, role))
    people = {**others, **taking}
    return {
        event: _Told(frozenset(people.get(event, ())), frozenset(found))
        for event, found in sources.items()
    }


def _is_one(
    session: Connection, group: Sequence[Row[Any]], new: set[int], told: dict[int, _Told]
) -> bool:
    """Whether events that agree are one: at most one is older than this run, and nothing tells them
    apart.
    """
    if len(group) < 2 or sum(row.id not in new for row in group) > 1:
        return False
    if any(told[one.id].sources & told[other.id].sources for one, other in combinations(group, 2)):
        return False
    if len({row.place_id for row in group} - {None}) > 1:
        return False
    ids = {row.id for row in group}
    j, left, right = t.judgement, t.event.alias(), t.event.alias()
    apart = (
        select(left.c.canonical_id, right.c.canonical_id)
        .select_from(j)
        .join(left, left.c.id == j.c.left_id)
        .join(right, right.c.id == j.c.right_id)
        .where(j.c.of == "event", j.c.says == "different", j.c.revoked_in.is_(None))
        .where(left.c.canonical_id.in_(ids), right.c.canonical_id.in_(ids))
    )
    return session.execute(apart).first() is None
