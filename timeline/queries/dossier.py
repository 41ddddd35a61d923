"""One event: all that is known of it, and why it shows what it shows."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from sqlalchemy import func, or_, select

from timeline.queries.chronology import event_row
from timeline.queries.claims import claim_rows
from timeline.queries.details import in_order, titles
from timeline.queries.find import find_event
from timeline.queries.noted import notes_on_all
from timeline.queries.rivals import value_rows
from timeline.queries.rows import Dossier, LinkRow, LostRow, RevokedRow, Voice
from timeline.queries.statements import disagreements
from timeline.store.accounts import outcomes_of
from timeline.store.tables import tables as t
from timeline.store.wholes import on_circle_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection


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
    outcome = outcomes_of(session, [event])[event]
    claims = claim_rows(session, language, t.event.c.id == event)
    sources = {claim.key: claim.source for claim in claims}
    row = event_row(session, event, language)
    voices = {
        one.key: Voice(one.source, one.key, one.quote, origin=one.chain[-1] if one.chain else None)
        for one in claims
    }
    return Dossier(
        event=row,
        summary=_summary(session, event, language),
        tags=_tags(session, event),
        date_reason=outcome.date_reason,
        standing_reason=outcome.standing_reason,
        lost=tuple(
            LostRow(lost.key, sources[lost.key], lost.says, lost.why) for lost in outcome.lost
        ),
        claims=claims,
        links=_links(session, event, language),
        revoked=() if claims else _revoked(session, event),
        notes=notes_on_all(session, "event", _keys(session, event)),
        values=value_rows(session, {event: outcome}, voices)[event],
        statements=tuple(
            chain.from_iterable(disagreements(session, "event", [row.key], language=language))
        ),
    )


def _keys(session: Connection, event: int) -> Sequence[str]:
    """Give the keys of an event and of all that it stands for."""
    e = t.event.c
    return session.scalars(select(e.key).where(e.canonical_id == event)).all()


def _tags(session: Connection, event: int) -> tuple[str, ...]:
    tag = t.tag.c
    own = select(tag.tag).where(tag.home_id == event, tag.event_id == event)
    return tuple(session.scalars(own.order_by(tag.n)))


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


def _summary(session: Connection, event: int, language: str) -> str | None:
    text = t.event_text
    query = select(text.c.language, text.c.summary).where(
        text.c.event_id == event, text.c.summary.is_not(None)
    )
    found = dict(session.execute(query.order_by(text.c.n)).tuples().all())
    return found.get(language) or found.get("en") or next(iter(found.values()), None)


def _links(session: Connection, event: int, language: str) -> tuple[LinkRow, ...]:
    left, right, link = t.event.alias(), t.event.alias(), t.link
    query = (
        select(left.c.id, left.c.key, link.c.kind, right.c.id, right.c.key, t.source.c.key)
        .join(left, left.c.id == link.c.home_id)
        .join(right, right.c.id == link.c.other_home_id)
        .outerjoin(t.source, t.source.c.id == link.c.source_id)
        .where(link.c.revoked_in.is_(None), or_(left.c.id == event, right.c.id == event))
        .order_by(
            left.c.sort,
            left.c.key,
            link.c.kind,
            right.c.sort,
            right.c.key,
            func.coalesce(t.source.c.key, ""),
        )
    )
    circle = on_circle_with(session, event)
    rows = [
        row
        for row in session.execute(query).tuples()
        if row[2] != "part_of" or not circle.issuperset((row[0], row[3]))
    ]
    named = titles(session, [number for row in rows for number in (row[0], row[3])], language)
    found = (
        LinkRow(key, named.get(number), kind, other_key, named.get(other_number), source)
        for number, key, kind, other_number, other_key, source in rows
    )
    # What several collections hold is one link.
    return tuple(dict.fromkeys(found))
