"""Who a machine's mention is: a known actor, where an exact name or identifier says so.

That is a machine's judgement. It follows from the whole database and is worked out for the names
and identifiers that a run touched; no record is changed, so that one article says the same in
every database.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from sqlalchemy import and_, exists, or_, select

from timeline.load.anew import Identifier
from timeline.load.batches import parts
from timeline.load.judged import circle, live, put_machine_judgements
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection

    from timeline.load.anew import Of
    from timeline.load.run import Run

IDENTITY = "timeline-identity 1"
# A transliteration is somebody's reading of a name in another script, and no proof.
_TELLING = ("primary", "alias", "acronym")

# A name, or an identifier.
K = TypeVar("K")


class _Actor(NamedTuple):
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


class _Group(NamedTuple):
    """Actors that people judged to be one, and who stands for them."""

    stand_in: _Actor
    members: tuple[_Actor, ...]

    @property
    def known(self) -> bool:
        """Whether somebody in it is no mention."""
        return not all(actor.mention for actor in self.members)


def reconsider(run: Run, of: Of, ids: Iterable[int]) -> None:
    """Note that the groups of some actors or events are to be set anew when the run ends.

    It is called before what was judged of them, or what they are called, changes.
    """
    wanted = set(ids)
    run.anew.groups[of] |= wanted
    if of == "actor":
        _note_names(run, wanted)


def _note_names(run: Run, actors: Iterable[int]) -> None:
    """Note what some actors are called, and those that people judged to be one with them: mentions
    that are called so are looked at again when the run ends.

    How they are called when the run ends `relink` finds out.
    """
    groups = _groups(run.session, actors)
    known = [actor.id for group in groups if group.known for actor in group.members]
    mentions = [actor.id for group in groups if not group.known for actor in group.members]
    run.anew.mentions.update(mentions)
    run.anew.names.update(name for _, name, _ in _names(run.session, known))
    run.anew.identifiers.update(_flat(_identifiers(run.session, known)))
    run.anew.loose.update(_flat(_identifiers(run.session, mentions)))


def relink(run: Run) -> None:
    """Judge anew who the mentions are that this run touched, or whose names or identifiers it did.

    A mention is who has one of its identifiers, else who has one of its names, if that is one alone
    after what people judged. Names are compared folded; by its name a person is never taken for an
    organisation or a state. A surname alone is a name like any other only where it is all that the
    article gives. An identifier that nobody known has tells which mention of another article this
    is as well: the one with the smallest key. What people judged to be different is left to
    `settle`.

    Args:
        run: the changeset; whose groups are to be set anew is added to it.
    """
    session = run.session
    if not run.anew.mentions and not _any_mention(session):
        return
    _note_names(run, run.anew.groups["actor"])
    scope = run.anew.mentions | _mentions_called(session, run.anew.names)
    scope |= _mentions_with(session, run.anew.identifiers)
    loose = set(run.anew.loose)
    while True:
        groups = _groups(session, scope)
        members = [actor.id for group in groups for actor in group.members if not group.known]
        loose |= _flat(_identifiers(session, members))
        more = _mentions_with(session, loose - _known_with(session, loose).keys()) - scope
        if not more:
            break
        scope |= more
    links = _links(session, [group for group in groups if not group.known])
    run.anew.mentions.clear()
    everybody = {actor.id for group in groups for actor in group.members}
    run.anew.groups["actor"] |= put_machine_judgements(run, "actor", IDENTITY, everybody, links)


def _any_mention(session: Connection) -> bool:
    return session.scalar(select(t.actor.c.id).where(t.actor.c.mention).limit(1)) is not None


def _links(session: Connection, groups: Sequence[_Group]) -> set[tuple[int, int]]:
    """Give pairs of ids: who is known, and who stands for the mentions that are the same."""
    group_of = {actor.id: (actor, group) for group in groups for actor in group.members}
    names = _telling(session, group_of)
    identifiers = _identifiers(session, group_of)
    named = _known_called(session, {name for found in names.values() for name in found})
    identified: dict[Identifier, list[tuple[_Actor, _Group]]] = {}
    for _, number in sorted((group_of[number][0].key, number) for number in identifiers):
        for identifier in identifiers[number]:
            identified.setdefault(identifier, [group_of[number]])
    identified |= _known_with(session, identified)
    found = set()
    for group in groups:
        own = [one for actor in group.members for one in identifiers.get(actor.id, ())]
        heads = _heads(group, (head for one in own for head in identified[one]))
        if not heads:
            heads = _heads(
                group,
                (
                    (actor, known)
                    for member in group.members
                    for name in names[member.id]
                    for actor, known in named.get(name, ())
                    if known.stand_in.person is member.person
                ),
            )
        if len(heads) == 1:
            (actor,) = heads.values()
            found.add((actor.id, group.stand_in.id))
    return found


def _heads(group: _Group, found: Iterable[tuple[_Actor, _Group]]) -> dict[int, _Actor]:
    """Give of each other group the actor by whom it was found, the one with the smallest key."""
    heads: dict[int, _Actor] = {}
    for actor, known in found:
        number = known.stand_in.id
        if number != group.stand_in.id:
            heads[number] = min(actor, heads.get(number, actor), key=lambda one: one.key)
    return heads


# What is known of actors --------------------------------------------------------------------------


def _groups(session: Connection, actors: Iterable[int]) -> list[_Group]:
    """Give the groups that some actors are in as people judged."""
    found = circle(session, "actor", actors, machine=False)
    a = t.actor
    rows: dict[int, _Actor] = {}
    for part in parts(found.keys):
        query = select(a.c.id, a.c.key, a.c.kind, a.c.mention, a.c.extractor).where(
            a.c.id.in_(part)
        )
        for number, key, kind, mention, extractor in session.execute(query):
            rows[number] = _Actor(number, key, kind == "person", mention, extractor is not None)
    members: dict[int, list[_Actor]] = defaultdict(list)
    for number, stand_in in found.stand_ins().items():
        members[stand_in].append(rows[number])
    return [_Group(rows[stand_in], tuple(group)) for stand_in, group in members.items()]


def _names(session: Connection, actors: Iterable[int]) -> Iterable[tuple[int, str, str]]:
    """Give actor, folded name and kind of each name, in order."""
    n = t.actor_name
    query = select(n.c.actor_id, n.c.folded, n.c.kind).order_by(n.c.actor_id, n.c.n)
    for part in parts(set(actors)):
        yield from session.execute(query.where(n.c.actor_id.in_(part))).tuples()


def _telling(
    session: Connection, mentions: Mapping[int, tuple[_Actor, _Group]]
) -> dict[int, list[str]]:
    """Give the folded names by which mentions may be known.

    A surname beside a full name is that of a whole family.
    """
    found: dict[int, list[str]] = {number: [] for number in mentions}
    own: dict[int, str] = {}
    for number, name, kind in _names(session, mentions):
        actor = mentions[number][0]
        own.setdefault(number, name)
        full = not actor.person or " " in name or name == own[number]
        if actor.read and name and full and kind in _TELLING:
            found[number].append(name)
    return found


def _identifiers(session: Connection, actors: Iterable[int]) -> dict[int, list[Identifier]]:
    i = t.actor_identifier
    found: dict[int, list[Identifier]] = defaultdict(list)
    for part in parts(set(actors)):
        query = select(i.c.actor_id, i.c.scheme, i.c.value).where(i.c.actor_id.in_(part))
        for number, scheme, value in session.execute(query):
            found[number].append((scheme, value))
    return dict(found)


def _flat(identifiers: Mapping[int, Iterable[Identifier]]) -> set[Identifier]:
    return {one for found in identifiers.values() for one in found}


# Who has a name or an identifier ------------------------------------------------------------------


def _mentions_called(session: Connection, names: Collection[str]) -> set[int]:
    """Give the mentions that a machine has read and that have one of some folded names."""
    a = t.actor
    return {who for who, _ in _called(session, names, a.c.mention & a.c.extractor.is_not(None))}


def _mentions_with(session: Connection, identifiers: Collection[Identifier]) -> set[int]:
    return {who for who, _ in _holding(session, identifiers, t.actor.c.mention)}


def _known_called(
    session: Connection, names: Collection[str]
) -> dict[str, list[tuple[_Actor, _Group]]]:
    """Give folded name -> who has it of the known actors, and of those that people judged to be one
    with them.
    """
    return _known_by(session, _called(session, names, _may_be_known()))


def _known_with(
    session: Connection, identifiers: Collection[Identifier]
) -> dict[Identifier, list[tuple[_Actor, _Group]]]:
    """Give identifier -> who has it, as `_known_called`."""
    return _known_by(session, _holding(session, identifiers, _may_be_known()))


def _known_by(
    session: Connection, found: Iterable[tuple[int, K]]
) -> dict[K, list[tuple[_Actor, _Group]]]:
    pairs = list(found)
    known = {
        actor.id: (actor, group)
        for group in _groups(session, {number for number, _ in pairs})
        if group.known
        for actor in group.members
    }
    by: dict[K, list[tuple[_Actor, _Group]]] = defaultdict(list)
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
        # As two lists: of a list of pairs SQLite makes a scan of the table.
        either = (
            i.c.scheme.in_({scheme for scheme, _ in part}),
            i.c.value.in_({value for _, value in part}),
        )
        for number, scheme, value in session.execute(query.where(*either)):
            if (scheme, value) in wanted:
                yield number, (scheme, value)


def _may_be_known() -> ColumnElement[bool]:
    """Give the condition that an actor is no mention, or that people judged it to be somebody."""
    a, j = t.actor, t.judgement
    by_people = and_(live("actor"), j.c.says == "same", j.c.extractor.is_(None))
    return or_(
        ~a.c.mention,
        exists().where(by_people, j.c.left_id == a.c.id),
        exists().where(by_people, j.c.right_id == a.c.id),
    )
