"""The judgements in a store, group by group: what was judged of some actors or events, and of those
that are one with them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, delete, exists, or_, select

from timeline.dates import parse
from timeline.load.batches import parts
from timeline.load.groups import Judged, joined, settle, stand_ins
from timeline.store import dialect
from timeline.store.stored import is_by_hand
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from sqlalchemy import ColumnElement, Connection, Row, Table

    from timeline.load.anew import Of
    from timeline.load.groups import Rank, Settled
    from timeline.load.run import Run

TABLES: dict[Of, Table] = {"actor": t.actor, "event": t.event}


class Circle(NamedTuple):
    """Some actors or events, and all that is judged to be the same as one of them.

    Attributes:
        keys: id -> key.
        mentions: keys of those that only a machine has found: mentions, and events of which no
            person says anything.
        settled: which judgements on them count.
    """

    keys: dict[int, str]
    mentions: frozenset[str]
    settled: Settled

    def stand_ins(self) -> dict[int, int]:
        """Give id -> id of who stands for it, itself where it is alone."""
        ids = {key: number for number, key in self.keys.items()}
        chosen = stand_ins(self.settled.ties, self.mentions)
        return {number: ids[chosen.get(key, key)] for number, key in self.keys.items()}

    def groups(self) -> dict[str, str]:
        """Give key -> the smallest key of its group, itself where it is alone."""
        group = joined(self.settled.ties)
        return {key: group.get(key, key) for key in self.keys.values()}


def live(of: Of) -> ColumnElement[bool]:
    """Give the condition that a judgement is of this kind and was not taken back."""
    return and_(t.judgement.c.of == of, t.judgement.c.revoked_in.is_(None))


def circle(session: Connection, of: Of, start: Iterable[int], *, machine: bool) -> Circle:
    """Read what was judged of some actors or events, and of those that are one with them.

    Args:
        session: an open store.
        of: which of the two.
        start: their ids.
        machine: whether a machine's judgements are to be heard beside those of people.
    """
    ids = _joined_with(session, of, set(start), machine=machine)
    table = TABLES[of]
    keys: dict[int, str] = {}
    mentions: set[str] = set()
    found = table.c.mention if of == "actor" else table.c.extractor.is_not(None)
    query = select(table.c.id, table.c.key, found)
    for part in parts(ids):
        for number, key, mention in session.execute(query.where(table.c.id.in_(part))):
            keys[number] = key
            if mention:
                mentions.add(key)
    judged = _judged(session, of, keys, machine=machine)
    return Circle(keys, frozenset(mentions), settle(judged))


def leaves(session: Connection, actors: Iterable[int]) -> dict[int, int]:
    """Give of mentions that only one judgement ties to a group, a machine's, who stands for that
    group: it stands for them as well, and nothing else can change, however many are in it.

    Args:
        session: an open store.
        actors: ids.
    """
    j, mine, head, by = t.judgement, t.actor, t.actor.alias(), t.actor.alias()
    other = j.alias()
    tied = or_(other.c.left_id == mine.c.id, other.c.right_id == mine.c.id)
    others = exists().where(
        other.c.of == "actor", other.c.revoked_in.is_(None), other.c.id != j.c.id, tied
    )
    query = (
        select(mine.c.id, by.c.id)
        .join(j, and_(j.c.right_id == mine.c.id, live("actor"), j.c.extractor.is_not(None)))
        .join(head, head.c.id == j.c.left_id)
        .join(by, by.c.id == head.c.canonical_id)
        .where(mine.c.mention, mine.c.canonical_id == mine.c.id, ~others)
        .where(or_(~by.c.mention, by.c.key < mine.c.key))
    )
    found: dict[int, int] = {}
    for part in parts(actors):
        found.update(session.execute(query.where(mine.c.id.in_(part))).tuples().all())
    # Who stands for a group that is to be set anew itself is not known yet.
    return {number: by for number, by in found.items() if by not in actors}


def known_of(session: Connection, actors: Iterable[int]) -> set[int]:
    """Give those of some actors that are no mentions."""
    a = t.actor
    found: set[int] = set()
    for part in parts(actors):
        found.update(session.scalars(select(a.c.id).where(a.c.id.in_(part), ~a.c.mention)))
    return found


def _heard(of: Of, *, machine: bool) -> ColumnElement[bool]:
    return live(of) if machine else and_(live(of), t.judgement.c.extractor.is_(None))


def _joined_with(session: Connection, of: Of, start: set[int], *, machine: bool) -> set[int]:
    """Give ids, and those of all that any judgement, whether it counts or not, makes one with
    them.
    """
    j = t.judgement
    same = and_(_heard(of, machine=machine), j.c.says == "same")
    found, frontier = set(start), set(start)
    while frontier:
        reached: set[int] = set()
        for part in parts(frontier):
            for mine, other in ((j.c.left_id, j.c.right_id), (j.c.right_id, j.c.left_id)):
                reached.update(session.scalars(select(other).where(same, mine.in_(part))))
        frontier = reached - found
        found |= frontier
    return found


def _judged(
    session: Connection, of: Of, keys: dict[int, str], *, machine: bool
) -> Iterable[Judged]:
    j, k = t.judgement, t.collection
    query = (
        select(j.c.left_id, j.c.right_id, j.c.says, j.c.extractor, k.c.key, j.c.by, j.c.at)
        .outerjoin(k, k.c.id == j.c.collection_id)
        .where(_heard(of, machine=machine))
    )
    for part in parts(keys):
        for row in session.execute(query.where(j.c.left_id.in_(part))):
            if row.right_id in keys:
                yield _one_judged(row, keys)


def _one_judged(row: Row[Any], keys: Mapping[int, str]) -> Judged:
    rank: Rank = "machine" if row.extractor else "command" if is_by_hand(row.key) else "file"
    at = parse(row.at).earliest if row.by and row.at else None
    pair = (keys[row.left_id], keys[row.right_id])
    return Judged(*pair, row.says == "same", rank, row.key or "", row.by or "", at or 0)


def put_machine_judgements(
    run: Run, of: Of, extractor: str, about: Collection[int], pairs: Collection[tuple[int, int]]
) -> set[int]:
    """Let a machine's judgements on some actors or events be these, and no others.

    They belong to no collection and to no changeset: they follow from the rest.

    Args:
        run: the changeset.
        of: which of the two.
        extractor: the machine.
        about: ids; the judgements on them are those of which they are the right one.
        pairs: who is the same, left and right.

    Returns:
        the ids of whose groups may be others now, or of one of each group that may be.
    """
    j = t.judgement
    before: dict[tuple[int, int], int] = {}
    for part in parts(about):
        query = select(j.c.left_id, j.c.right_id, j.c.id).where(live(of), j.c.right_id.in_(part))
        for left, right, number in run.session.execute(query.where(j.c.extractor == extractor)):
            before[left, right] = number
    gone = [number for pair, number in before.items() if pair not in pairs]
    for part in parts(gone):
        run.session.execute(delete(j).where(j.c.id.in_(part)))
    new = sorted(set(pairs) - before.keys())
    rows = [(run.ids.new(j), of, *pair, "same", extractor) for pair in new]
    dialect.insert(run.session, j, ("id", "of", "left_id", "right_id", "says", "extractor"), rows)
    taken_back = {number for pair in before.keys() - set(pairs) for number in pair}
    return taken_back | {right for _, right in new}
