"""Who a machine's mention is: a known actor, where an exact name or identifier says so.

That is a machine's judgement. It follows from the whole database and is worked out for the names
and identifiers that a run touched; no record is changed, so that one article says the same in
every database.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from timeline.load.judged import put_machine_judgements
from timeline.load.known import (
    first_with,
    flat,
    groups_of,
    identifiers_of,
    known_called,
    known_with,
    mentions_called,
    mentions_with,
    names_of,
    telling_names,
)
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    from timeline.load.anew import Identifier, Of
    from timeline.load.known import ActorGroup, NamedActor
    from timeline.load.run import Run

IDENTITY = "timeline-identity 1"


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
    groups = groups_of(run.session, actors)
    known = [actor.id for group in groups if group.known for actor in group.members]
    mentions = [actor.id for group in groups if not group.known for actor in group.members]
    run.anew.mentions.update(mentions)
    run.anew.names.update(name for _, name, _ in names_of(run.session, known))
    run.anew.identifiers.update(flat(identifiers_of(run.session, known)))
    run.anew.loose.update(flat(identifiers_of(run.session, mentions)))


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
    changed = set(run.anew.loose)
    _note_names(run, run.anew.groups["actor"])
    scope = run.anew.mentions | mentions_called(session, run.anew.names)
    scope |= mentions_with(session, run.anew.identifiers)
    while True:
        groups = [group for group in groups_of(session, scope) if not group.known]
        members = {actor.id for group in groups for actor in group.members}
        loose = changed | flat(identifiers_of(session, members))
        firsts = first_with(session, loose - known_with(session, loose).keys())
        # Where another mention was or is the first, all that have the identifier are looked at.
        moved = {one for one, first in firsts.items() if one in changed or first in members}
        more = mentions_with(session, moved) - scope
        if not more:
            break
        scope |= more
    links = _links(session, groups, firsts)
    run.anew.mentions.clear()
    everybody = scope | members
    run.anew.groups["actor"] |= put_machine_judgements(run, "actor", IDENTITY, everybody, links)


def _any_mention(session: Connection) -> bool:
    return session.scalar(select(t.actor.c.id).where(t.actor.c.mention).limit(1)) is not None


def _links(
    session: Connection, groups: Sequence[ActorGroup], firsts: Mapping[Identifier, int]
) -> set[tuple[int, int]]:
    """Give pairs of ids: who is known, and who stands for the mentions that are the same.

    Args:
        session: an open store.
        groups: of mentions.
        firsts: identifier that nobody known has -> the mention with the smallest key that has it.
    """
    mentions = {actor.id: actor for group in groups for actor in group.members}
    names = telling_names(session, mentions)
    identifiers = identifiers_of(session, mentions)
    named = known_called(session, {name for found in names.values() for name in found})
    first = {
        actor.id: (actor, group)
        for group in groups_of(session, firsts.values())
        for actor in group.members
    }
    identified = {one: [first[number]] for one, number in firsts.items()}
    identified |= known_with(session, flat(identifiers))
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


def _heads(
    group: ActorGroup, found: Iterable[tuple[NamedActor, ActorGroup]]
) -> dict[int, NamedActor]:
    """Give of each other group the actor by whom it was found, the one with the smallest key."""
    heads: dict[int, NamedActor] = {}
    for actor, known in found:
        number = known.stand_in.id
        if number != group.stand_in.id:
            heads[number] = min(actor, heads.get(number, actor), key=lambda one: one.key)
    return heads
