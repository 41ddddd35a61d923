"""Claims as a person reads them: with their participants and the chain to the origin."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, select

from timeline.queries.details import in_order, titles
from timeline.queries.rows import ClaimRow, Party, QuantityRow
from timeline.store.accounts import counts, report_bound
from timeline.store.claim_columns import QUANTITY, plain_fields
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Row


def claim_rows(
    session: Connection, language: str, *where: ColumnElement[bool]
) -> tuple[ClaimRow, ...]:
    """Read live claims, event by event in order of time.

    A claim that several collections hold is one.

    Args:
        session: an open store.
        language: of the events' titles.
        where: conditions on claim, source and event (after merges).
    """
    c = t.claim
    query = (
        select(
            c,
            t.event.c.id.label("canonical"),
            t.event.c.key.label("event"),
            t.source.c.key.label("source"),
            t.place.c.name.label("place"),
        )
        .add_columns(t.source.c.published, t.source.c.access)
        .join(t.event, t.event.c.id == c.c.home_id)
        .join(t.source, t.source.c.id == c.c.source_id)
        .outerjoin(t.place, t.place.c.id == c.c.place_id)
        .where(counts(), *where)
        .order_by(t.event.c.sort, t.event.c.key, *in_order())
    )
    once: dict[str, Row[Any]] = {}
    for row in session.execute(query):
        once.setdefault(row.key, row)
    rows = once.values()
    events = sorted({row.home_id for row in rows})
    parties, chains = _parties(session, events), _chains(session, events)
    numbers = _quantities(session, events)
    named = titles(session, sorted({row.canonical for row in rows}), language)
    return tuple(
        ClaimRow(
            key=row.key,
            event=row.event,
            title=named.get(row.canonical),
            source=row.source,
            published=row.published,
            access=row.access,
            date=row.date,
            bound=bound.text if (bound := report_bound(row)) else None,
            place=row.place,
            quantities=tuple(numbers[row.id]),
            who=tuple(parties[row.id]),
            chain=tuple(chains[row.id]),
            **plain_fields(row, ClaimRow._fields),
        )
        for row in rows
    )


def _parties(session: Connection, events: Sequence[int]) -> dict[int, list[Party]]:
    p, who = t.participation, t.actor
    query = (
        select(p.c.claim_id, who.c.key, who.c.name, p.c.role, p.c.capacity)
        .join(who, who.c.id == p.c.actor_id)
        .where(p.c.home_id.in_(events))
        .order_by(p.c.claim_id, p.c.n)
    )
    found: dict[int, list[Party]] = defaultdict(list)
    for claim, *party in session.execute(query):
        found[claim].append(Party(*party))
    return found


def _quantities(session: Connection, events: Sequence[int]) -> dict[int, list[QuantityRow]]:
    q = t.quantity
    query = (
        select(q.c.claim_id, *(q.c[name] for name in QUANTITY))
        .where(q.c.home_id.in_(events))
        .order_by(q.c.claim_id, q.c.n)
    )
    found: dict[int, list[QuantityRow]] = defaultdict(list)
    for claim, *quantity in session.execute(query):
        found[claim].append(QuantityRow(*quantity))
    return found


def _chains(session: Connection, events: Sequence[int]) -> dict[int, list[str]]:
    """Give claim id -> who passed it on, from the source towards the origin: his words, name or
    title, and the verb.
    """
    a, said, who = t.attribution, t.actor.alias(), t.actor
    query = (
        select(
            a.c.claim_id,
            a.c.words,
            a.c.verb,
            who.c.name,
            t.source.c.publisher,
            t.source.c.title,
            t.source.c.key,
        )
        .outerjoin(said, said.c.id == a.c.actor_id)
        .outerjoin(who, who.c.id == said.c.canonical_id)
        .outerjoin(t.source, and_(t.source.c.id == a.c.source_id))
        .where(a.c.home_id.in_(events))
        .order_by(a.c.claim_id, a.c.hop)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for claim, words, verb, name, publisher, title, key in session.execute(query):
        called = name or publisher or title or key
        shown = f"{called} (“{words}”)" if called and words else called or words
        found[claim].append(f"{shown} ({verb})" if verb else shown)
    return found
