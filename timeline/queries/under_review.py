"""One claim as a reviewer sees it: where it stands in the text, what it says, why it is doubtful,
what the database says of its event already, and what would perhaps be right instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select

from timeline.errors import Message, NotFoundError
from timeline.queries.chronology import event_row
from timeline.queries.claims import claim_rows
from timeline.queries.passages import Mark, MarkedPassage, found_in, passage_at
from timeline.queries.proposals import (
    PROPOSED,
    DateProposal,
    EventProposal,
    Person,
    actors_of,
    dates_proposed,
    events_proposed,
    people_proposed,
)
from timeline.records import content_key
from timeline.resolve import DOUBTFUL
from timeline.store.decisions import notes, verdicts
from timeline.store.stored import claims_called
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Row

    from timeline import records as r
    from timeline.queries.rows import ClaimRow, EventRow


class UnderReview(NamedTuple):
    """A claim as a reviewer sees it.

    Attributes:
        key: of the claim as it was read.
        claim: what counts in its place now: itself, or the correction.
        decision, by: what was decided, and by whom; None: nothing, nobody.
        published, language: of the source.
        passage: the paragraph with its marks.
        doubts: why it is doubtful.
        event: what the database shows of the event; summary of what all say.
        others: what other claims say of that event.
        people: who takes part, then who may.
        dates: those that the text gives, and that of publication.
        events: other events that may be the same one, the best first.
        notes: on the claim and the event.
        names: key of an actor, place or source -> what it is called.
    """

    key: str
    claim: r.Claim
    decision: str | None
    by: str | None
    published: str | None
    language: str | None
    passage: MarkedPassage
    doubts: tuple[Message, ...]
    event: EventRow
    others: tuple[ClaimRow, ...]
    people: tuple[Person, ...]
    dates: tuple[DateProposal, ...]
    events: tuple[EventProposal, ...]
    notes: tuple[r.Note, ...]
    names: dict[str, str]


def under_review(session: Connection, key: str, *, language: str = "en") -> UnderReview:
    """Give a claim with all that a reviewer needs to decide about it.

    Args:
        session: an open store.
        key: of the claim as a machine read it.
        language: of titles.

    Raises:
        NotFoundError: it is revoked, or there never was one.
    """
    row = _row(session, key)
    claim, by = _as_it_counts(session, key, row)
    home = _home(session, claim)
    others = claim_rows(session, language, t.event.c.id == home)
    event = event_row(session, home, language)
    actors = actors_of(session, row.source_id)
    passage = _passage(row.text, claim, actors)
    people = tuple(people_proposed(claim, actors, passage))
    return UnderReview(
        key=key,
        claim=claim,
        decision=row.decision,
        by=by,
        published=row.published,
        language=row.language,
        passage=passage,
        doubts=tuple(_doubts(claim, event, row)),
        event=event,
        others=tuple(
            one for one in others if one.counts and one.key not in (key, content_key(claim))
        ),
        people=people[:PROPOSED],
        dates=tuple(dates_proposed(row, passage))[:PROPOSED],
        events=tuple(events_proposed(session, home, row, language)),
        notes=tuple(notes(session, t.note.c.about.in_((key, event.key)))),
        names=_names(session, claim, actors),
    )


def _row(session: Connection, key: str) -> Row[Any]:
    """Read a claim's own row, and what of its source is needed.

    Raises:
        NotFoundError: it is revoked, or there never was one.
    """
    c, s = t.claim, t.source
    query = (
        select(c.c.source_id, c.c.trigger_start, c.c.decision, c.c.verdict_id)
        .add_columns(c.c.revoked_in, s.c.published, s.c.language, t.source_text.c.text)
        .join(s, s.c.id == c.c.source_id)
        .outerjoin(t.source_text, t.source_text.c.source_id == s.c.id)
        .where(c.c.key == key)
        .order_by(c.c.revoked_in.is_not(None), c.c.id)
    )
    row = session.execute(query.limit(1)).first()
    if row is None:
        raise NotFoundError("no-such-claim", name=key)
    if row.revoked_in is not None:
        raise NotFoundError("claim-revoked", claim=key)
    return row


def _as_it_counts(session: Connection, key: str, row: Row[Any]) -> tuple[r.Claim, str | None]:
    """Give what counts in the place of a claim, and who decided that."""
    read = claims_called(session, [key])[key]
    if row.verdict_id is None:
        return read, None
    given = [one for _, one in verdicts(session, t.verdict.c.id == row.verdict_id)]
    correction = given[0].correction if given and row.decision == "corrected" else None
    if correction is not None:
        read = claims_called(session, [correction]).get(correction, read)
    return read, given[0].by if given else None


def _home(session: Connection, claim: r.Claim) -> int:
    """Give the id of the event that stands for a claim's today: a correction may have another."""
    e = t.event
    query = select(e.c.canonical_id).where(e.c.key == claim.event)
    return int(session.execute(query).scalar_one())


def _passage(text: str | None, claim: r.Claim, actors: Sequence[Row[Any]]) -> MarkedPassage:
    """Give the paragraph in which a claim stands; where there is no text, its quote alone."""
    start, end = claim.quote_start, claim.quote_end
    if text is None or start is None or end is None:
        shown, start, end, first = claim.quote or "", 0, len(claim.quote or ""), 0
    else:
        first, last = passage_at(text, start, end)
        shown, start, end = text[first:last], start - first, end - first
    marks = [Mark(start, end, "sentence")] if shown else []
    if claim.trigger_start is not None and claim.trigger_end is not None and text is not None:
        marks.append(Mark(claim.trigger_start - first, claim.trigger_end - first, "trigger"))
    taking = {part.actor for part in claim.who}
    names = [row.text for row in actors if row.key in taking]
    marks += [Mark(*span, "who") for span in found_in(shown, names)]
    marks += [Mark(*span, "date") for span in found_in(shown, [claim.said or ""])]
    return MarkedPassage(shown, first, tuple(sorted(marks)))


def _names(session: Connection, claim: r.Claim, actors: Sequence[Row[Any]]) -> dict[str, str]:
    """Give key -> what it is called, of all that a claim and the proposals name."""
    a, canonical, s = t.actor, t.actor.alias(), t.source
    keys = {part.actor for part in claim.who}
    keys |= {str(hop.actor or hop.source or hop.key) for hop in claim.via} | {claim.source}
    query = select(a.c.key, canonical.c.name).join(canonical, canonical.c.id == a.c.canonical_id)
    places = select(t.place.c.key, t.place.c.name).where(t.place.c.key == claim.place)
    sources = select(s.c.key, s.c.publisher, s.c.title).where(s.c.key.in_(keys))
    return {
        **{key: publisher or title or key for key, publisher, title in session.execute(sources)},
        **dict(session.execute(places).tuples().all()),
        **{row.key: row.name for row in actors},
        **dict(session.execute(query.where(a.c.key.in_(keys))).tuples().all()),
    }


def _doubts(claim: r.Claim, event: EventRow, row: Row[Any]) -> Iterator[Message]:
    """Say why a claim is doubtful."""
    if row.decision is None and claim.confidence is not None and claim.confidence < DOUBTFUL:
        yield Message("doubt-unsure", percent=round(100 * claim.confidence))
    if not claim.who:
        yield Message("doubt-nobody")
    if claim.date is None and row.published is None:
        yield Message("doubt-undated")
    if event.date_status == "conflict":
        yield Message("doubt-date")
    if event.standing == "disputed":
        yield Message("doubt-disputed")
