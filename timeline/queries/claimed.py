"""From what a person types to the claims that are meant: by key, or all that a question finds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from timeline.errors import AmbiguousError, Namesake, NotFoundError
from timeline.names import fold
from timeline.queries.chronology import chronology
from timeline.queries.find import find_actor, find_event, find_keyed
from timeline.queries.question import several
from timeline.store.accounts import counts
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from timeline.queries.question import Question

# So many digits of a key name a claim, as long as no other begins with them.
_SHORTEST = 4
# So many of those that begin with them are named.
_NAMED = 10
# So many events are looked at in one statement.
_AT_ONCE = 500


def find_claim(session: Connection, called: str) -> str:
    """Give the key of the live claim that a key, or the beginning of one, means.

    Args:
        session: an open store.
        called: at least four digits of the key.

    Raises:
        AmbiguousError: several begin so; each is named with its event.
        NotFoundError: none does.
    """
    c, e = t.claim, t.event
    begins = c.c.key.startswith(called, autoescape=True)
    if len(called) < _SHORTEST:
        begins = c.c.key == called
    query = select(c.c.key, e.c.key).join(e, e.c.id == c.c.home_id)
    live = query.where(begins, c.c.revoked_in.is_(None)).order_by(c.c.key, e.c.key)
    found = dict(session.execute(live.limit(_NAMED)).tuples().all())
    if called in found or len(found) == 1:
        return called if called in found else next(iter(found))
    if found:
        candidates = [Namesake(key, event) for key, event in found.items()]
        raise AmbiguousError("several-claims", candidates, name=called)
    short = len(called) < _SHORTEST
    raise NotFoundError(
        "claim-key-short" if short else "no-such-claim", name=called, least=_SHORTEST
    )


def undecided(session: Connection, question: Question) -> list[str]:
    """Give the keys of the claims that a machine made and nobody has decided, in the order of the
    chronology.

    Args:
        session: an open store.
        question: of which events; where it names sources, of these sources alone, and where it says
            how sure the machine is, of these claims alone.
    """
    c, e = t.claim, t.event
    sources = [find_keyed(session, t.source, key) for key in several(question.sources)]
    query = (
        select(c.c.key, e.c.key.label("event"))
        .join(e, e.c.id == c.c.home_id)
        .where(counts(), c.c.extractor.is_not(None), c.c.decision.is_(None))
        .order_by(c.c.trigger_start, c.c.key)
    )
    least, most = question.confidence or (None, None)
    if sources:
        query = query.where(c.c.source_id.in_(sources))
    if least is not None:
        query = query.where(c.c.confidence >= least)
    if most is not None:
        query = query.where(c.c.confidence <= most)
    events_of = replace(question, hidden=True, confidence=None)
    events = [row.key for row in chronology(session, events_of).rows]
    found: dict[str, None] = {}
    for first in range(0, len(events), _AT_ONCE):
        part = events[first : first + _AT_ONCE]
        rows = session.execute(query.where(e.c.key.in_(part))).all()
        found |= dict.fromkeys(
            row.key for row in sorted(rows, key=lambda row: part.index(row.event))
        )
    return list(found)


def find_thing(session: Connection, called: str, kinds: Sequence[str]) -> tuple[str, str]:
    """Find out what a person means: its kind and key.

    A key goes before a name, and the first of the kinds before the others.

    Args:
        session: an open store.
        called: a key, a name or words of a title, or how the key of a claim begins.
        kinds: of "event", "actor", "source", "place" and "claim", those that it may be.

    Raises:
        AmbiguousError: several have that name.
        NotFoundError: none has.
    """
    tables = {"event": t.event, "actor": t.actor, "source": t.source, "place": t.place}
    for kind, table in tables.items():
        exact = select(table.c.key).where(table.c.key == called)
        if kind in kinds and session.scalar(exact) is not None:
            return kind, called
    for kind, find in (("actor", find_actor), ("event", find_event)):
        try:
            number = find(session, called) if kind in kinds else None
        except NotFoundError:
            continue
        if number is not None:
            table = tables[kind]
            return kind, str(session.scalar(select(table.c.key).where(table.c.id == number)))
    if "place" in kinds:
        named = select(t.place.c.key).join(t.place_name, t.place_name.c.place_id == t.place.c.id)
        keys = session.scalars(named.where(t.place_name.c.folded == fold(called)).distinct()).all()
        if len(keys) == 1:
            return "place", str(keys[0])
    if "claim" in kinds and len(called) >= _SHORTEST:
        try:
            return "claim", find_claim(session, called)
        except NotFoundError:
            pass
    raise NotFoundError("nothing-called", name=called, kinds=list(kinds))
