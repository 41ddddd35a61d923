"""What is shown of an event beside its own row: texts, participants, sources."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, bindparam, func, select

from timeline.queries.rows import Party
from timeline.resolve import UNDATED
from timeline.store.accounts import KEPT, counts
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Select


# So many bound values are no trouble to either engine, each of which has a limit above that.
_AT_ONCE = 10_000


class Details(NamedTuple):
    """Of several events at once: event id -> what is shown of it; one without any is left out."""

    titles: dict[int, str]
    parties: dict[int, tuple[Party, ...]]
    sources: dict[int, tuple[str, ...]]


@lru_cache(KEPT)
def known_by(bound: int | None) -> ColumnElement[bool]:
    """Give the condition on claim and source that a claim counts and was certainly published by a
    moment.

    Args:
        bound: seconds UTC, the moment after the last that counts; None means all that count now.
    """
    known = counts(bound)
    return known if bound is None else and_(known, t.source.c.published_latest <= bound)


def in_order() -> tuple[ColumnElement[Any], ...]:
    """Give the order of an event's claims: as they were certainly published, those last of which
    that is unknown; within a source as they stand in its text.

    It does not depend on when what was loaded, nor on how an engine sorts NULL.
    """
    c, s = t.claim.c, t.source.c
    published = func.coalesce(s.published_latest, UNDATED)
    return published, s.key, func.coalesce(c.quote_start, UNDATED), c.key


def details(
    session: Connection, events: Sequence[int], language: str, bound: int | None
) -> Details:
    """Read what is shown of some events.

    Args:
        session: an open store.
        events: ids, after merges.
        language: of the titles.
        bound: of the claims that count, as for `known_by`.
    """
    sources: dict[int, dict[str, None]] = defaultdict(dict)
    parties: dict[int, dict[tuple[str, str, str], Party]] = defaultdict(dict)
    accounts = session.execute(_accounts(bound), {"events": events})
    for event, source, *party in accounts:
        sources[event][source] = None
        if party[0] is not None:
            _add(parties[event], Party(*party))
    return Details(
        titles(session, events, language),
        {event: tuple(found.values()) for event, found in parties.items()},
        {event: tuple(found) for event, found in sources.items()},
    )


def titles(session: Connection, events: Sequence[int], language: str) -> dict[int, str]:
    """Give the titles of events: a person's before a machine's, whichever of those that were merged
    has it; in the language asked for, else in English, else the first there is.

    Args:
        session: an open store.
        events: ids.
        language: a code.
    """
    return _texts(session, "title", events, language)


def summaries(session: Connection, events: Sequence[int], language: str) -> dict[int, str]:
    """Give the summaries of events, as `titles` does."""
    return _texts(session, "summary", events, language)


def _texts(
    session: Connection, column: str, events: Sequence[int], language: str
) -> dict[int, str]:
    found: dict[int, tuple[tuple[bool, bool, int], str]] = {}
    for first in range(0, len(events), _AT_ONCE):
        part = {"events": events[first : first + _AT_ONCE]}
        for event, machine, other, written_in, text in session.execute(_among_texts(column), part):
            rank = machine, other, 0 if written_in == language else 1 if written_in == "en" else 2
            if event not in found or rank < found[event][0]:
                found[event] = (rank, text)
    return {event: text for event, (_, text) in found.items()}


@cache
def _among_texts(column: str) -> Select[Any]:
    """Select event, whether a machine tells of it and whether that is one merged with it, language
    and text.
    """
    text, e = t.event_text.c, t.event.c
    query = select(text.home_id, e.extractor.is_not(None), text.event_id != text.home_id)
    query = query.add_columns(text.language, text[column]).join(t.event, e.id == text.event_id)
    query = query.where(_among_events(text.home_id), text[column].is_not(None))
    return query.order_by(e.key, text.n)


@lru_cache(KEPT)
def _accounts(bound: int | None) -> Select[Any]:
    """Select source and participant of each claim, in order; one query, since each costs
    a short command.
    """
    p, c, who = t.participation, t.claim, t.actor
    return (
        select(c.c.home_id, t.source.c.key)
        .add_columns(who.c.key, who.c.name, p.c.role, p.c.capacity, c.c.polarity)
        .join(t.source, t.source.c.id == c.c.source_id)
        .outerjoin(p, and_(p.c.home_id == c.c.home_id, p.c.claim_id == c.c.id))
        .outerjoin(who, who.c.id == p.c.actor_id)
        .where(_among_events(c.c.home_id), known_by(bound))
        .order_by(*in_order(), p.c.n)
    )


def _among_events(column: ColumnElement[int]) -> ColumnElement[bool]:
    """Give the condition that a column holds one of the `events` with which it is asked."""
    return column.in_(bindparam("events", expanding=True))


def _add(parties: dict[tuple[str, str, str], Party], new: Party) -> None:
    """Add an actor once per role and stance, with the first capacity that is given."""
    place = (new.key, new.role, new.stance)
    known = parties.setdefault(place, new)
    if known.capacity is None:
        parties[place] = known._replace(capacity=new.capacity)
