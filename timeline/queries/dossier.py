"""One event: all that is known of it, and why it shows what it shows."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from timeline.queries.chronology import rows_of
from timeline.queries.claims import claim_rows
from timeline.queries.details import in_order, summaries, titles
from timeline.queries.find import find_event
from timeline.queries.noted import in_order_of_writing, notes_on
from timeline.queries.rivals import value_rows
from timeline.queries.rows import Dossier, LinkRow, LostRow, RevokedRow, Voice
from timeline.queries.statements import disagreements
from timeline.store.accounts import outcomes_of
from timeline.store.preferred import shown_links
from timeline.store.tables import tables as t
from timeline.store.wholes import circles_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from timeline.queries.rows import ClaimRow, NoteRow


def dossier(session: Connection, called: str, *, language: str = "en") -> Dossier:
    """Open the dossier of one event.

    Args:
        session: an open store.
        called: its key, or words of its title.
        language: of titles and summary.

    Raises:
        NotFoundError, AmbiguousError: there is no such event, or there are several.
    """
    event = find_event(session, called)
    return dossiers(session, [event], language)[event]


def dossiers(session: Connection, events: Sequence[int], language: str) -> dict[int, Dossier]:
    """Open the dossiers of some events: id -> dossier.

    Args:
        session: an open store.
        events: ids, after merges; not more than a statement takes.
        language: of titles and summaries.
    """
    outcomes = outcomes_of(session, events)
    rows = dict(zip(events, rows_of(session, events, language), strict=True))
    numbers = {row.key: event for event, row in rows.items()}
    claims: dict[int, list[ClaimRow]] = defaultdict(list)
    for claim in claim_rows(session, language, t.event.c.id.in_(events)):
        claims[numbers[claim.event]].append(claim)
    told = [claim for event in events for claim in claims[event]]
    sources, voices = {one.key: one.source for one in told}, {one.key: _voice(one) for one in told}
    values = value_rows(session, outcomes, voices)
    told_of, tags = summaries(session, events, language), _tags(session, events)
    links, notes = _links(session, events, language), _notes(session, events)
    differing = disagreements(session, "event", list(numbers), language=language)
    statements = {numbers[rivals[0].key]: tuple(rivals) for rivals in differing}
    return {
        event: Dossier(
            event=rows[event],
            summary=told_of.get(event),
            tags=tuple(tags[event]),
            date_reason=outcomes[event].date_reason,
            standing_reason=outcomes[event].standing_reason,
            lost=tuple(
                LostRow(lost.key, sources[lost.key], lost.says, lost.why)
                for lost in outcomes[event].lost
            ),
            claims=tuple(claims[event]),
            links=links[event],
            revoked=() if claims[event] else _revoked(session, event),
            notes=notes[event],
            values=values[event],
            statements=statements.get(event, ()),
        )
        for event in events
    }


def _voice(claim: ClaimRow) -> Voice:
    origin = claim.chain[-1] if claim.chain else None
    return Voice(claim.source, claim.key, claim.quote, origin=origin)


def _notes(session: Connection, events: Sequence[int]) -> dict[int, tuple[NoteRow, ...]]:
    """Give event id -> the notes on it and on all that it stands for."""
    e = t.event.c
    query = select(e.canonical_id, e.key).where(e.canonical_id.in_(events))
    own: dict[int, list[str]] = defaultdict(list)
    for event, key in session.execute(query).tuples():
        own[event].append(key)
    found = notes_on(session, "event", [key for keys in own.values() for key in keys])
    return {
        event: in_order_of_writing(found.get(key, ()) for key in own[event]) for event in events
    }


def _tags(session: Connection, events: Sequence[int]) -> defaultdict[int, list[str]]:
    tag, found = t.tag.c, defaultdict[int, list[str]](list)
    own = select(tag.home_id, tag.tag).join(t.event, t.event.c.id == tag.event_id)
    own = own.where(tag.home_id.in_(events))
    first = (tag.event_id != tag.home_id, t.event.c.key, tag.n)
    for event, text in session.execute(own.order_by(tag.home_id, *first)).tuples():
        if text not in found[event]:
            found[event].append(text)
    return found


def _revoked(session: Connection, event: int) -> tuple[RevokedRow, ...]:
    """Give the claims that were made about an event, each once, as it was revoked last."""
    c = t.claim
    query = (
        select(c.c.key, t.source.c.key, c.c.polarity, c.c.modality, c.c.date, c.c.quote)
        .add_columns(t.changeset.c.made_at)
        .join(t.source, t.source.c.id == c.c.source_id)
        .join(t.changeset, t.changeset.c.id == c.c.revoked_in)
        .where(c.c.home_id == event)
        .order_by(*in_order(), t.changeset.c.id)
    )
    rows = map(RevokedRow._make, session.execute(query).tuples())
    return tuple({row.claim: row for row in rows}.values())


def _links(
    session: Connection, events: Sequence[int], language: str
) -> dict[int, tuple[LinkRow, ...]]:
    """Give event id -> its links, but for those of a circle of parts, each once though several
    collections hold it.
    """
    left, right, link = t.event.alias(), t.event.alias(), t.link
    query = (
        select(left.c.id, left.c.key, link.c.kind, right.c.id, right.c.key, t.source.c.key)
        .join(left, left.c.id == link.c.home_id)
        .join(right, right.c.id == link.c.other_home_id)
        .outerjoin(t.source, t.source.c.id == link.c.source_id)
        .where(shown_links(), or_(left.c.id.in_(events), right.c.id.in_(events)))
        .order_by(
            left.c.sort,
            left.c.key,
            link.c.kind,
            right.c.sort,
            right.c.key,
            func.coalesce(t.source.c.key, ""),
        )
    )
    rows = session.execute(query).tuples().all()
    named = titles(session, [number for row in rows for number in (row[0], row[3])], language)
    parts = {number for row in rows if row[2] == "part_of" for number in (row[0], row[3])}
    circles = circles_with(session, parts.intersection(events))
    found: dict[int, dict[LinkRow, None]] = {event: {} for event in events}
    for number, key, kind, other, other_key, source in rows:
        told = LinkRow(key, named.get(number), kind, other_key, named.get(other), source)
        for event in found.keys() & {number, other}:
            if kind != "part_of" or not circles[event].issuperset((number, other)):
                found[event][told] = None
    return {event: tuple(told) for event, told in found.items()}
