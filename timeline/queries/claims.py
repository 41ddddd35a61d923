"""Claims as a person reads them: with their participants and the chain to the origin."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, select

from timeline.queries.details import in_order, titles
from timeline.queries.noted import notes_on
from timeline.queries.rows import ChangeRow, ClaimRow, DecisionRow, GoneRow, Party, QuantityRow
from timeline.store.accounts import report_bound
from timeline.store.claim_columns import QUANTITY, plain_fields, plain_number
from timeline.store.tables import tables as t
from timeline.store.versions import is_evidence, taken_back

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Row

# What a claim says: a person who corrects it changes some of that.
_SAID = (
    *("event", "polarity", "modality", "said", "date", "place", "quantities", "who", "chain"),
    *("quote", "locator", "remark"),
)


def claim_rows(
    session: Connection, language: str, *where: ColumnElement[bool]
) -> tuple[ClaimRow, ...]:
    """Read the live claims, event by event in order of time, also those about which people decided
    that they do not count, and those of which later versions or others took back what they say.

    A claim that several collections hold is one.

    Args:
        session: an open store.
        language: of the events' titles.
        where: conditions on claim, source and event (after merges).
    """
    c, v, withdrawn = t.claim, t.verdict.c, t.source.alias()
    query = (
        select(
            c,
            t.event.c.id.label("canonical"),
            t.event.c.key.label("event"),
            t.source.c.key.label("source"),
            t.place.c.name.label("place"),
            withdrawn.c.key.label("withdraws"),
        )
        .add_columns(t.source.c.published, t.source.c.access)
        .add_columns(is_evidence(t.source).label("evidence"))
        .add_columns(v.says, v.by, v.at, v.why, v.correction)
        .join(t.event, t.event.c.id == c.c.home_id)
        .join(t.source, t.source.c.id == c.c.source_id)
        .outerjoin(t.place, t.place.c.id == c.c.place_id)
        .outerjoin(t.verdict, v.id == c.c.verdict_id)
        .outerjoin(withdrawn, withdrawn.c.id == c.c.withdraws_id)
        .where(c.c.revoked_in.is_(None), *where)
        .order_by(t.event.c.sort, t.event.c.key, *in_order())
    )
    once: dict[str, Row[Any]] = {}
    for row in session.execute(query):
        once.setdefault(row.key, row)
    rows = list(once.values())
    gone = taken_back(session, rows)
    events = sorted({row.home_id for row in rows})
    parties, chains = _parties(session, events), attributions(session, events)
    numbers = _quantities(session, events)
    named = titles(session, sorted({row.canonical for row in rows}), language)
    noted = notes_on(session, "claim", list(once))
    found = {
        row.key: ClaimRow(
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
            withdraws=row.withdraws,
            **plain_fields(row, ClaimRow._fields),
            notes=tuple(noted[row.key]),
            gone=GoneRow(*gone[row.id]) if row.id in gone else None,
            evidence=row.evidence,
        )
        for row in rows
    }
    return tuple(found[row.key]._replace(decision=_decision(row, found)) for row in rows)


def _decision(row: Row[Any], found: Mapping[str, ClaimRow]) -> DecisionRow | None:
    """Give what was decided about a claim; nothing of a person's own that stands for another."""
    if row.decision is None or (row.decision == "accepted" and row.says == "corrected"):
        return None
    now = found.get(row.correction)
    changes = _changes(found[row.key], now) if row.decision == "corrected" and now else ()
    return DecisionRow(row.decision, row.by, row.at, row.why, tuple(changes))


def _changes(read: ClaimRow, now: ClaimRow) -> Iterator[ChangeRow]:
    for field in _SAID:
        before, after = getattr(read, field), getattr(now, field)
        # Of another version its sentence is another: nobody corrected that.
        if before != after and (field != "quote" or read.source == now.source):
            yield ChangeRow(field, before, after)


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
    for claim, name, *numbers, unit in session.execute(query):
        value, low, high = map(plain_number, numbers)
        found[claim].append(QuantityRow(name, value, low, high, unit))
    return found


def attributions(session: Connection, events: Sequence[int]) -> dict[int, list[str]]:
    """Give claim id -> who passed it on, from the source towards the origin: their words, name or
    title, and the verb.

    Args:
        session: an open store.
        events: ids, after merges.
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
