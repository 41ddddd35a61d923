"""Who a machine's mention is: one of the actors that are known, where an exact name or identifier
says so.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from sqlalchemy import or_, select

from timeline import records as r
from timeline.load.batches import parts
from timeline.names import fold
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection

# A transliteration is somebody's reading of a name in another script, and no proof.
_TELLING = ("primary", "alias", "acronym")


class _Known(NamedTuple):
    """Somebody who has a name or an identifier: his key, who he is after merges, and whether that
    is a person.
    """

    key: str
    canonical: int
    person: bool


def linked(
    session: Connection, records: Iterable[r.Located | r.Problem]
) -> Iterator[r.Located | r.Problem]:
    """Take for a known actor each mention that has the exact name or an identifier of one, and of
    one only.

    Names are compared folded. A known actor is one that is no mention, after merges; by its name a
    person is never taken for an organisation or a state. A surname alone is a name like any other
    only where it is all that the article gives. An identifier goes before all names, and tells
    which mention of another article this is as well. The mention is left out then, and what refers
    to it refers to the known actor. A mention that the database has already stays what it is, so
    that loading an article again changes nothing.

    Args:
        session: an open store.
        records: what a reader yields, one collection after the other; so much is held in memory at
            once.
    """
    held: list[r.Located | r.Problem] = []
    passed: dict[tuple[str, str], str] = {}
    collection: str | None = None
    for item in records:
        if isinstance(item, r.Located):
            record = item.record
            now = record.key if isinstance(record, r.Collection) else record.collection
            if now != collection:
                yield from _linked(session, held, passed)
                held, collection = [], now
        held.append(item)
    yield from _linked(session, held, passed)


def linked_by_identifier(
    session: Connection, records: Iterable[r.Located | r.Problem]
) -> Iterator[r.Located | r.Problem]:
    """Take each mention that has an identifier of another actor for that one, in records that
    people may have edited.

    Two actors can't have one identifier, and drafts of several articles speak of the same states.
    Names are left alone: whoever has a file of records can say who is meant. The mention is left
    out, and what comes after it and refers to it refers to the other actor. What the database has
    already stays what it is.

    Args:
        session: an open store.
        records: what a reader yields, an actor before what refers to him; a stream.
    """
    known: dict[str, str] = {}
    passed: dict[tuple[str, str], str] = {}
    for item in records:
        if isinstance(item, r.Problem):
            yield item
            continue
        record = item.record
        if isinstance(record, r.Actor) and record.mention is True and record.identifiers:
            stored = _identified(session, set(record.identifiers.items()))
            own = [
                stored.get(one) or passed.setdefault(one, record.key)
                for one in record.identifiers.items()
            ]
            keys = set(own) - {record.key}
            if len(keys) == 1 and _new(session, [record]):
                known[record.key] = keys.pop()
                continue
            record = _kept(session, [record])[record.key]
        yield (
            item._replace(record=_renamed(record, known))
            if known or record is not item.record
            else item
        )


def _linked(
    session: Connection, items: Sequence[r.Located | r.Problem], passed: dict[tuple[str, str], str]
) -> Iterator[r.Located | r.Problem]:
    """Do so for the records of one collection.

    Args:
        session: an open store.
        items: the records.
        passed: identifier -> key of the mention that had it first in this input; it is not stored
            yet.
    """
    actors = [
        item.record
        for item in items
        if isinstance(item, r.Located) and isinstance(item.record, r.Actor)
    ]
    mentions = _new(session, [actor for actor in actors if actor.mention is True])
    known = _known_as(session, mentions, passed)
    new = {actor.key for actor in mentions}
    kept = _kept(
        session, [actor for actor in actors if actor.mention is True and actor.key not in new]
    )
    for item in items:
        if (
            isinstance(item, r.Located)
            and isinstance(item.record, r.Actor)
            and item.record.key in kept
        ):
            yield item._replace(record=kept[item.record.key])
        elif isinstance(item, r.Problem) or not known:
            yield item
        elif not isinstance(item.record, r.Actor) or item.record.key not in known:
            yield item._replace(record=_renamed(item.record, known))


def _kept(session: Connection, mentions: Sequence[r.Actor]) -> dict[str, r.Actor]:
    """Give mentions by their keys, each without the identifiers that another actor has been given
    since.
    """
    i, a = t.actor_identifier, t.actor
    holders: dict[tuple[str, str], str] = {}
    query = select(i.c.scheme, i.c.value, a.c.key).join(a, a.c.id == i.c.actor_id)
    for part in parts({item for actor in mentions for item in actor.identifiers.items()}):
        wanted = (
            i.c.scheme.in_({scheme for scheme, _ in part}),
            i.c.value.in_({value for _, value in part}),
        )
        holders.update(
            {(scheme, value): key for scheme, value, key in session.execute(query.where(*wanted))}
        )
    return {
        actor.key: msgspec.structs.replace(
            actor,
            identifiers={
                n: v
                for n, v in actor.identifiers.items()
                if holders.get((n, v), actor.key) == actor.key
            },
        )
        for actor in mentions
    }


def _new(session: Connection, mentions: Sequence[r.Actor]) -> list[r.Actor]:
    """Give the mentions whose keys the database does not have."""
    there: set[str] = set()
    for part in parts({actor.key for actor in mentions}):
        there.update(session.scalars(select(t.actor.c.key).where(t.actor.c.key.in_(part))))
    return [actor for actor in mentions if actor.key not in there]


def _known_as(
    session: Connection, mentions: Sequence[r.Actor], passed: dict[tuple[str, str], str]
) -> dict[str, str]:
    """Give key of a mention -> key of the known actor that it is."""
    named = _named(session, {name for actor in mentions for name in _names(actor)})
    identified = _identified(
        session, {item for actor in mentions for item in actor.identifiers.items()}
    )
    found = {}
    for actor in mentions:
        own = [identified.get(item) or passed.get(item) for item in actor.identifiers.items()]
        keys = {key for key in own if key}
        if not keys:
            candidates = [known for name in _names(actor) for known in named[name]]
            fitting = {
                known.canonical: known
                for known in candidates
                if known.person is (actor.kind == "person")
            }
            keys = {known.key for known in fitting.values()}
        if len(keys) == 1:
            found[actor.key] = keys.pop()
        else:
            passed.update(
                (item, actor.key) for item in actor.identifiers.items() if item not in passed
            )
    return found


def _names(actor: r.Actor) -> list[str]:
    """Give the folded names by which a mention may be known.

    A surname beside a full name is that of his whole family.
    """
    own = fold(actor.name)
    further = [fold(name.text) for name in actor.names if name.kind in _TELLING]
    telling = [name for name in further if actor.kind != "person" or " " in name or name == own]
    return [name for name in dict.fromkeys((own, *telling)) if name]


def _named(session: Connection, names: set[str]) -> dict[str, list[_Known]]:
    """Give folded name -> the known actors that have it, each once."""
    n, who, canonical = t.actor_name, t.actor.alias(), t.actor
    query = (
        select(
            n.c.folded, who.c.key, who.c.mention, canonical.c.id, canonical.c.key, canonical.c.kind
        )
        .join(who, who.c.id == n.c.actor_id)
        .join(canonical, canonical.c.id == who.c.canonical_id)
        .where(or_(~who.c.mention, ~canonical.c.mention))
        # Whoever stands for others goes before them.
        .order_by(who.c.id != canonical.c.id, who.c.id)
    )
    found: dict[str, dict[int, _Known]] = defaultdict(dict)
    for part in parts(names):
        for name, key, mention, number, canonical_key, kind in session.execute(
            query.where(n.c.folded.in_(part))
        ):
            # What was itself a mention before a merge may be parted again: then it is nobody that
            # is known.
            known = _Known(canonical_key if mention else key, number, kind == "person")
            found[name].setdefault(number, known)
    return defaultdict(list, {name: list(group.values()) for name, group in found.items()})


def _identified(
    session: Connection, identifiers: set[tuple[str, str]]
) -> dict[tuple[str, str], str]:
    """Give (scheme, value) -> key of the actor that has that identifier, a mention or not."""
    i, who, canonical = t.actor_identifier, t.actor.alias(), t.actor
    query = (
        select(
            i.c.scheme, i.c.value, who.c.key, who.c.mention, canonical.c.key, canonical.c.mention
        )
        .join(who, who.c.id == i.c.actor_id)
        .join(canonical, canonical.c.id == who.c.canonical_id)
    )
    found = {}
    for part in parts(identifiers):
        # As two lists: of a list of pairs SQLite makes a scan of the table.
        wanted = (
            i.c.scheme.in_({scheme for scheme, _ in part}),
            i.c.value.in_({value for _, value in part}),
        )
        for scheme, value, key, mention, canonical_key, nobody in session.execute(
            query.where(*wanted)
        ):
            found[scheme, value] = canonical_key if mention and not nobody else key
    return found


def _renamed(record: r.AnyRecord, known: dict[str, str]) -> r.AnyRecord:
    """Let a record refer to known actors in place of their mentions."""
    match record:
        case r.Claim():
            via = tuple(_hop(hop, known) for hop in record.via)
            who = tuple(
                r.Part(known.get(part.actor, part.actor), part.role, part.capacity)
                for part in record.who
            )
            return msgspec.structs.replace(record, via=via, who=tuple(dict.fromkeys(who)))
        case r.Position():
            organisation = record.organisation and known.get(
                record.organisation, record.organisation
            )
            actor = known.get(record.actor, record.actor)
            return msgspec.structs.replace(record, actor=actor, organisation=organisation)
        case r.Judgement(of="actor"):
            left, right = known.get(record.left, record.left), known.get(record.right, record.right)
            return msgspec.structs.replace(record, left=left, right=right)
        case _:
            return record


def _hop(hop: r.Hop, known: dict[str, str]) -> r.Hop:
    if hop.actor in known:
        return msgspec.structs.replace(hop, actor=known[hop.actor])
    # A bare key that is a mention's means the actor, whatever else has the key of the known one.
    return msgspec.structs.replace(hop, key=None, actor=known[hop.key]) if hop.key in known else hop
