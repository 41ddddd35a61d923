"""Who has a name or an identifier: known actors, and mentions, in the groups in which people judged
them to be one.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sqlalchemy import and_, exists, func, or_, select

from timeline.load.anew import Identifier
from timeline.load.batches import parts
from timeline.load.judged import circle, live
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from sqlalchemy import ColumnElement, Connection

# A transliteration is somebody's reading of a name in another script, and no proof.
_TELLING = ("primary", "alias", "acronym")

# A name, or an identifier.
K = TypeVar("K")


class NamedActor(NamedTuple):
    """An actor, as far as it may be somebody known, or be the known one.

    Attributes:
        read: whether a machine has read of it. It may be known by its names then; whoever has a
            file of records can say who is meant.
    """

    id: int
    key: str
    person: bool
    mention: bool
    read: bool


class ActorGroup(NamedTuple):
    """Actors that people judged to be one, and who stands for them."""

    stand_in: NamedActor
    members: tuple[NamedActor, ...]

    @property
    def known(self) -> bool:
        """Whether somebody in it is no mention."""
        return not all(actor.mention for actor in self.members)


def groups_of(session: Connection, actors: Iterable[int]) -> list[ActorGroup]:
    """Give the groups that some actors are in as people judged."""
    found = circle(session, "actor", actors, machine=False)
    a = t.actor
    rows: dict[int, NamedActor] = {}
    for part in parts(found.keys):
        query = select(a.c.id, a.c.key, a.c.kind, a.c.mention, a.c.extractor).where(
            a.c.id.in_(part)
        )
        for number, key, kind, mention, extractor in session.execute(query):
            rows[number] = NamedActor(number, key, kind == "person", mention, extractor is not None)
    members: dict[int, list[NamedActor]] = defaultdict(list)
    for number, stand_in in found.stand_ins().items():
        members[stand_in].append(rows[number])
    return [ActorGroup(rows[stand_in], tuple(group)) for stand_in, group in members.items()]


def names_of(session: Connection, actors: Iterable[int]) -> Iterable[tuple[int, str, str]]:
    """Give actor, folded name and kind of each name, in order."""
    n = t.actor_name
    query = select(n.c.actor_id, n.c.folded, n.c.kind).order_by(n.c.actor_id, n.c.n)
    for part in parts(set(actors)):
        yield from session.execute(query.where(n.c.actor_id.in_(part))).tuples()


def telling_names(session: Connection, mentions: Mapping[int, NamedActor]) -> dict[int, list[str]]:
    """Give the folded names by which mentions may be known.

    A surname beside a full name is that of a whole family.
    """
    found: dict[int, list[str]] = {number: [] for number in mentions}
    own: dict[int, str] = {}
    for number, name, kind in names_of(session, mentions):
        actor = mentions[number]
        own.setdefault(number, name)
        full = not actor.person or " " in name or name == own[number]
        if actor.read and name and full and kind in _TELLING:
            found[number].append(name)
    return found


def identifiers_of(session: Connection, actors: Iterable[int]) -> dict[int, list[Identifier]]:
    i = t.actor_identifier
    found: dict[int, list[Identifier]] = defaultdict(list)
    for part in parts(set(actors)):
        query = select(i.c.actor_id, i.c.scheme, i.c.value).where(i.c.actor_id.in_(part))
        for number, scheme, value in session.execute(query):
            found[number].append((scheme, value))
    return dict(found)


def flat(identifiers: Mapping[int, Iterable[Identifier]]) -> set[Identifier]:
    return {one for found in identifiers.values() for one in found}


# Who has a name or an identifier ------------------------------------------------------------------


def mentions_called(session: Connection, names: Collection[str]) -> set[int]:
    """Give the mentions that a machine has read and that have one of some folded names."""
    a = t.actor
    return {who for who, _ in _called(session, names, a.c.mention & a.c.extractor.is_not(None))}


def mentions_with(session: Connection, identifiers: Collection[Identifier]) -> set[int]:
    return {who for who, _ in _holding(session, identifiers, t.actor.c.mention)}


def first_with(session: Connection, identifiers: Collection[Identifier]) -> dict[Identifier, int]:
    """Give identifier -> the mention with the smallest key that has it."""
    i, a = t.actor_identifier, t.actor
    first = func.min(a.c.key).label("key")
    query = select(i.c.scheme, i.c.value, first).join(a, a.c.id == i.c.actor_id)
    grouped = query.where(a.c.mention).group_by(i.c.scheme, i.c.value)
    found: dict[Identifier, int] = {}
    for part in parts(identifiers):
        firsts = grouped.where(_any_of(part)).subquery()
        rows = select(firsts.c.scheme, firsts.c.value, a.c.id).join(a, a.c.key == firsts.c.key)
        for scheme, value, number in session.execute(rows):
            if (scheme, value) in identifiers:
                found[scheme, value] = number
    return found


def known_called(
    session: Connection, names: Collection[str]
) -> dict[str, list[tuple[NamedActor, ActorGroup]]]:
    """Give folded name -> who has it of the known actors, and of those that people judged to be one
    with them.
    """
    return _known_by(session, _called(session, names, _may_be_known()))


def known_with(
    session: Connection, identifiers: Collection[Identifier]
) -> dict[Identifier, list[tuple[NamedActor, ActorGroup]]]:
    """Give identifier -> who has it, as `known_called`."""
    return _known_by(session, _holding(session, identifiers, _may_be_known()))


def _known_by(
    session: Connection, found: Iterable[tuple[int, K]]
) -> dict[K, list[tuple[NamedActor, ActorGroup]]]:
    pairs = list(found)
    known = {
        actor.id: (actor, group)
        for group in groups_of(session, {number for number, _ in pairs})
        if group.known
        for actor in group.members
    }
    by: dict[K, list[tuple[NamedActor, ActorGroup]]] = defaultdict(list)
    for number, value in pairs:
        if number in known:
            by[value].append(known[number])
    return dict(by)


def _called(
    session: Connection, names: Collection[str], which: ColumnElement[bool]
) -> Iterable[tuple[int, str]]:
    """Give the actors that have one of some folded names, and which."""
    n, a = t.actor_name, t.actor
    query = select(a.c.id, n.c.folded).join(a, a.c.id == n.c.actor_id).where(which).distinct()
    for part in parts(set(names) - {""}):
        yield from session.execute(query.where(n.c.folded.in_(part))).tuples()


def _holding(
    session: Connection, identifiers: Collection[Identifier], which: ColumnElement[bool]
) -> Iterable[tuple[int, Identifier]]:
    """Give the actors that have one of some identifiers, and which."""
    i, a = t.actor_identifier, t.actor
    query = select(a.c.id, i.c.scheme, i.c.value).join(a, a.c.id == i.c.actor_id).where(which)
    wanted = set(identifiers)
    for part in parts(wanted):
        for number, scheme, value in session.execute(query.where(_any_of(part))):
            if (scheme, value) in wanted:
                yield number, (scheme, value)


def _any_of(identifiers: Collection[Identifier]) -> ColumnElement[bool]:
    """Give a condition that identifiers fulfil, and some others: of a list of pairs SQLite makes a
    scan of the table.
    """
    i = t.actor_identifier
    schemes, values = zip(*identifiers, strict=True)
    return and_(i.c.scheme.in_(set(schemes)), i.c.value.in_(set(values)))


def _may_be_known() -> ColumnElement[bool]:
    """Give the condition that an actor is no mention, or that people judged it to be somebody."""
    a, j = t.actor, t.judgement
    by_people = and_(live("actor"), j.c.says == "same", j.c.extractor.is_(None))
    return or_(
        ~a.c.mention,
        exists().where(by_people, j.c.left_id == a.c.id),
        exists().where(by_people, j.c.right_id == a.c.id),
    )
