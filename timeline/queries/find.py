"""From what a person calls something to the thing: one, several candidates, or the nearest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, or_, select

from timeline.errors import AmbiguousError, Namesake, NotFoundError
from timeline.names import fold, nearest, ranked, skeleton, slug, tokens
from timeline.queries.apart import candidates
from timeline.store import dialect
from timeline.store.said import spoken_of
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection, FromClause, Row, Table

# So many names are compared with a misspelt one.
_COMPARED = 20_000
# So many are proposed in place of one.
_PROPOSED = 3
_NO_SUCH = {"event": "no-such-event", "place": "no-such-place", "source": "no-such-source"}


def find_actor(session: Connection, called: str, *, itself: bool = False) -> int:
    """Give the id of the actor whom a key or name means; after a merge, of whom he is.

    A key wins, then a whole name, then a name that has all the words ("Iravani"), then the name of
    a state in any language. A mention is found by a name only where nobody else is.

    Args:
        session: an open store.
        called: the key or name.
        itself: give the actor who has the name, whoever stands for him after a merge.

    Raises:
        AmbiguousError: several actors have that name.
        NotFoundError: none has.
    """
    n, a = t.actor_name, t.actor
    wanted = a.c.id if itself else a.c.canonical_id
    known: int | None = session.scalar(select(wanted).where(a.c.key == called, spoken_of(a)))
    if known is not None:
        return known
    folded = fold(called)
    whole = (
        select(wanted, a.c.canonical_id).join(n, n.c.actor_id == a.c.id).where(n.c.folded == folded)
    )
    named = dict(session.execute(whole).tuples().all())
    found = _confirmed(session, named)
    if not found:
        worded = _actors_with_words(session, folded, wanted)
        found = _confirmed(session, worded) or set(named) or set(worded)
    found = found or _lands(session, folded, wanted)
    if len(found) == 1:
        return found.pop()
    if found:
        raise AmbiguousError("several-actors", candidates(session, found), name=called)
    raise NotFoundError("no-such-actor", name=called, near=_nearest_actors(session, called))


def is_whole_name(session: Connection, called: str) -> bool:
    """Whether an actor has this key, or this name with all its words."""
    n, a = t.actor_name, t.actor
    by_key = exists().where(a.c.key == called)
    return bool(session.scalar(select(by_key | exists().where(n.c.folded == fold(called)))))


def _has_words(column: ColumnElement[str], words: Iterable[str]) -> ColumnElement[bool]:
    return and_(*(column.contains(word, autoescape=True) for word in words))


def _actors_with_words(
    session: Connection, folded: str, wanted: ColumnElement[int]
) -> dict[int, int]:
    """Give id -> who that is after merges."""
    words = folded.split()
    if not words:
        return {}
    n, a = t.actor_name, t.actor
    query = select(n.c.folded, wanted, a.c.canonical_id).join(a, a.c.id == n.c.actor_id)
    rows = session.execute(query.where(_has_words(n.c.folded, words)))
    return {
        number: canonical for name, number, canonical in rows if set(words) <= set(name.split())
    }


def _lands(session: Connection, folded: str, wanted: ColumnElement[int]) -> set[int]:
    """Give the ids of states that some language calls so."""
    from timeline.extract.languages.lands import lands_called

    i, a = t.actor_identifier, t.actor
    query = select(wanted).join(i, i.c.actor_id == a.c.id).where(i.c.scheme == "iso3166")
    codes = lands_called().get(folded)
    return set(session.scalars(query.where(i.c.value.in_(codes)))) if codes else set()


def is_mention(actor: FromClause) -> ColumnElement[bool]:
    """Give the condition that an actor, who is nobody else's after merges, is a mention, and so are
    all that he is.

    Nobody has to confirm who is known from the start: a mention whose key is one of its identifiers
    ("iso3166/IR").
    """
    member, i = t.actor.alias(), t.actor_identifier
    own = exists().where(
        i.c.actor_id == member.c.id, member.c.key == i.c.scheme.concat("/").concat(i.c.value)
    )
    confirmed = select(member.c.id).where(
        member.c.canonical_id == actor.c.id, ~member.c.mention | own
    )
    # The offset keeps PostgreSQL from gathering all who are no mentions.
    return and_(actor.c.mention, ~confirmed.correlate(actor).offset(0).exists())


def _confirmed(session: Connection, found: dict[int, int]) -> set[int]:
    """Of ids, each with who that is after merges, give those of actors that are no mentions."""
    query = select(t.actor.c.id).where(t.actor.c.id.in_(set(found.values())), is_mention(t.actor))
    mentions = set(session.scalars(query)) if found else set()
    return {number for number, canonical in found.items() if canonical not in mentions}


def find_mention(session: Connection, called: str) -> str:
    """Give the key of the mention that a key or a whole name means.

    Raises:
        AmbiguousError: several mentions have that name.
        NotFoundError: none has.
    """
    rows = _mentions_called(session, called)
    if len(rows) > 1:
        several = candidates(session, [row.id for row in rows])
        raise AmbiguousError("several-mentions", several, name=called)
    return str(rows[0].key)


def find_mentions(session: Connection, called: str) -> tuple[str, ...]:
    """Give the keys of all mentions that a key or a whole name means: perhaps one and the same.

    They are of one kind, and people have more names than a surname.

    Raises:
        AmbiguousError: several mentions have that name, and it says too little.
        NotFoundError: none has.
    """
    rows = _mentions_called(session, called)
    kinds = {row.kind for row in rows}
    if len(rows) > 1 and (len(kinds) > 1 or (kinds == {"person"} and " " not in fold(called))):
        several = candidates(session, [row.id for row in rows])
        raise AmbiguousError("several-mentions", several, name=called)
    return tuple(row.key for row in rows)


def free_slug(session: Connection, name: str | None) -> str | None:
    """Give a short key made of a name, if no actor has it."""
    key, a = slug(name or ""), t.actor
    taken = session.scalar(select(a.c.id).where(a.c.key == key))
    return key if fold(name or "") and taken is None else None


def _mentions_called(session: Connection, called: str) -> Sequence[Row[Any]]:
    a, n, canonical = t.actor, t.actor_name, t.actor.alias()
    query = select(a.c.id, a.c.key, a.c.kind).join(canonical, canonical.c.id == a.c.canonical_id)
    mentions = query.where(a.c.mention, is_mention(canonical)).order_by(a.c.key)
    by_name = select(n.c.actor_id).where(n.c.folded == fold(called))
    rows = session.execute(mentions.where(a.c.key == called)).all()
    rows = rows or session.execute(mentions.where(a.c.id.in_(by_name))).all()
    if not rows:
        raise NotFoundError("no-such-mention", name=called)
    return rows


def _nearest_actors(session: Connection, called: str) -> list[str]:
    n = t.actor_name
    sounds = skeleton(called)
    alike = select(n.c.text).where(n.c.skeleton == sounds).distinct().order_by(n.c.text)
    names: list[str] = []
    if len(sounds) > 1:  # one consonant is no likeness
        names = ranked(called, session.scalars(alike.limit(_COMPARED)), limit=_PROPOSED)
    if not names:
        known = session.scalars(select(n.c.text).order_by(n.c.folded).limit(_COMPARED)).all()
        words = {word: name for name in known for word in name.split()} | {
            name: name for name in known
        }
        names = [words[word] for word in nearest(called, words)]
    return list(dict.fromkeys(names))


def find_event(session: Connection, called: str, *, itself: bool = False) -> int:
    """Give the id of the event that a key or a title means; after a merge, of what it is.

    Args:
        session: an open store.
        called: the key or words of a title.
        itself: give the event that has the title, whatever stands for it after a merge.

    Raises:
        AmbiguousError: several events have that title.
        NotFoundError: none has.
    """
    e, text = t.event, t.event_text
    wanted = e.c.id if itself else e.c.canonical_id
    known: int | None = session.scalar(select(wanted).where(e.c.key == called, spoken_of(e)))
    if known is not None:
        return known
    words = tokens(called)
    found: dict[int, Namesake] = {}
    if words:
        query = select(wanted, e.c.key, e.c.date, text.c.title).join(e, e.c.id == text.c.event_id)
        matching = e.c.canonical_id.in_(dialect.events_with(session, words))
        rows = session.execute(
            query.where(text.c.title.is_not(None), matching).order_by(e.c.key).limit(_COMPARED)
        )
        for number, key, date, title in rows:
            if set(words) <= set(tokens(title)):
                found.setdefault(number, Namesake(key, title, date=date))
    if len(found) == 1:
        return next(iter(found))
    if found:
        raise AmbiguousError("several-events", list(found.values()), name=called)
    raise _unknown(session, e, called)


def key_of(session: Connection, *called: str, of: str | None = None) -> tuple[str, ...]:
    """Find out whether some names mean actors or events.

    Args:
        session: an open store.
        called: keys or names.
        of: "actor" or "event", if that is known; otherwise events only if no actor is called so.

    Returns:
        "actor" or "event", then the key of each; a key is taken as it is, even of one that was
        merged.
    """
    if of is None:
        try:
            return key_of(session, *called, of="actor")
        except NotFoundError as not_an_actor:
            if any(_is_actor(session, name) for name in called):
                raise
            try:
                return key_of(session, *called, of="event")
            except NotFoundError:
                raise not_an_actor from None
    table, find = (t.actor, find_actor) if of == "actor" else (t.event, find_event)
    keys: list[str] = []
    for name in called:
        exact = session.scalar(select(table.c.key).where(table.c.key == name, spoken_of(table)))
        found = exact or session.scalar(
            select(table.c.key).where(table.c.id == find(session, name, itself=True))
        )
        keys.append(str(found))
    return (of, *keys)


def _is_actor(session: Connection, name: str) -> bool:
    try:
        find_actor(session, name)
    except NotFoundError:
        return False
    return True


def find_keyed(session: Connection, table: Table, called: str) -> int:
    """Give the id of the source or place with a key.

    Raises:
        NotFoundError: there is none.
    """
    keyed = select(table.c.id).where(table.c.key == called, spoken_of(table))
    number: int | None = session.scalar(keyed)
    if number is None:
        raise _unknown(session, table, called)
    return number


def find_places(session: Connection, called: str) -> list[int]:
    """Give the ids of the places that a key or name means, and of all that lie in them.

    Raises:
        NotFoundError: there is none.
    """
    p = t.place
    named = select(t.place_name.c.place_id).where(t.place_name.c.folded == fold(called))
    meant = or_(and_(p.c.key == called, spoken_of(p)), p.c.id.in_(named))
    found = set(session.scalars(select(p.c.id).where(meant)))
    if not found:
        raise _unknown(session, p, called)
    inner = found
    while inner:
        inner = set(session.scalars(select(p.c.id).where(p.c.part_of_id.in_(inner)))) - found
        found |= inner
    return sorted(found)


def _unknown(session: Connection, table: Table, called: str) -> NotFoundError:
    keys: Sequence[str] = session.scalars(
        select(table.c.key).where(spoken_of(table)).order_by(table.c.key).limit(_COMPARED)
    ).all()
    return NotFoundError(_NO_SUCH[table.name], name=called, near=nearest(called, keys))
