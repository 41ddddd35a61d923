"""What is shown of an event beside its own row: texts, participants, sources."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, select

from timeline.queries.rows import Party
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection


class Details(NamedTuple):
    """Of several events at once: event id -> what is shown of it; one without any is left out."""

    titles: dict[int, str]
    parties: dict[int, tuple[Party, ...]]
    sources: dict[int, tuple[str, ...]]
    by_hand: set[int]


def known_by(bound: int | None) -> ColumnElement[bool]:
    """Give the condition on claim and source that a claim is live and was certainly published by a moment.

    Args:
        bound: seconds UTC, the moment after the last that counts; None means all live claims.
    """
    live = t.claim.c.revoked_in.is_(None)
    return live if bound is None else and_(live, t.source.c.published_latest <= bound)


def details(session: Connection, events: Sequence[int], language: str, claims: ColumnElement[bool]) -> Details:
    """Read what is shown of some events.

    Args:
        session: an open store.
        events: ids, after merges.
        language: of the titles.
        claims: which claims count (`known_by`).
    """
    sources, by_hand = _sources(session, events, claims)
    return Details(titles(session, events, language), _parties(session, events, claims), sources, by_hand)


def titles(session: Connection, events: Sequence[int], language: str) -> dict[int, str]:
    """Give the titles of events: in the language asked for, else in English, else the first there is."""
    text = t.event_text
    query = select(text.c.event_id, text.c.language, text.c.title).where(text.c.event_id.in_(events))
    found: dict[int, tuple[int, str]] = {}
    for event, written_in, title in session.execute(query.where(text.c.title.is_not(None)).order_by(text.c.n)):
        rank = 0 if written_in == language else 1 if written_in == "en" else 2
        if event not in found or rank < found[event][0]:
            found[event] = (rank, title)
    return {event: title for event, (_, title) in found.items()}


def _parties(session: Connection, events: Sequence[int], claims: ColumnElement[bool]) -> dict[int, tuple[Party, ...]]:
    """Give who takes part, each actor once per role and stance, in the order of the claims."""
    p, c, who, same = t.participation, t.claim, t.actor.alias(), t.actor
    query = (
        select(t.event.c.canonical_id, who.c.key, who.c.name, p.c.role, p.c.capacity, c.c.polarity)
        .join(t.event, t.event.c.id == p.c.event_id)
        .join(c, and_(c.c.event_id == p.c.event_id, c.c.id == p.c.claim_id))
        .join(t.source, t.source.c.id == c.c.source_id)
        .join(same, same.c.id == p.c.actor_id)
        .join(who, who.c.id == same.c.canonical_id)
        .where(t.event.c.canonical_id.in_(events), claims)
        .order_by(c.c.event_id, c.c.id, p.c.n)
    )
    found: dict[int, dict[tuple[str, str, str], Party]] = defaultdict(dict)
    for event, *party in session.execute(query):
        new = Party(*party)
        place = (new.key, new.role, new.stance)
        known = found[event].setdefault(place, new)
        if known.capacity is None:
            found[event][place] = known._replace(capacity=new.capacity)
    return {event: tuple(parties.values()) for event, parties in found.items()}


def _sources(
    session: Connection, events: Sequence[int], claims: ColumnElement[bool]
) -> tuple[dict[int, tuple[str, ...]], set[int]]:
    """Give the keys of the sources in the order of their claims, and the events of which a person made a claim."""
    c = t.claim
    query = (
        select(t.event.c.canonical_id, t.source.c.key, c.c.extractor)
        .join(t.event, t.event.c.id == c.c.event_id)
        .join(t.source, t.source.c.id == c.c.source_id)
        .where(t.event.c.canonical_id.in_(events), claims)
        .order_by(c.c.event_id, c.c.id)
    )
    keys: dict[int, dict[str, None]] = defaultdict(dict)
    by_hand = set()
    for event, key, extractor in session.execute(query):
        keys[event][key] = None
        if extractor is None:
            by_hand.add(event)
    return {event: tuple(found) for event, found in keys.items()}, by_hand
