"""Actors and sources by their events: those that have one of which something is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, select

from timeline.queries.question import reviewing
from timeline.queries.walk import few_events
from timeline.store.accounts import counts
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Connection, Select

    from timeline.queries.question import Question


def actors_having(session: Connection, question: Question) -> Iterator[ColumnElement[bool]]:
    """Give the conditions that an actor takes part in an event that meets a question, as far as it
    asks who made and who reviewed the claims.
    """
    p, c = t.participation, t.claim
    told = (
        select(p.c.actor_id)
        .select_from(p)
        .join(c, and_(c.c.home_id == p.c.home_id, c.c.id == p.c.claim_id, counts()))
        .join(t.event, t.event.c.id == p.c.home_id)
    )
    return _having(session, question, t.actor.c.id, p.c.actor_id, told)


def sources_having(session: Connection, question: Question) -> Iterator[ColumnElement[bool]]:
    """Give the same conditions on a source that speaks of such an event."""
    c = t.claim
    told = select(c.c.source_id).select_from(c).join(t.event, t.event.c.id == c.c.home_id)
    told = told.where(counts())
    return _having(session, question, t.source.c.id, c.c.source_id, told)


def _having(
    session: Connection,
    question: Question,
    own: ColumnElement[int],
    column: ColumnElement[int],
    told: Select[tuple[int]],
) -> Iterator[ColumnElement[bool]]:
    """Look from the events where they are few, else from whoever is at hand."""
    if asked := list(reviewing(question)):
        found = told.where(*(each.holds for each in asked))
        few = few_events(session, asked)
        if few is not None:
            yield own.in_(found.where(t.event.c.id.in_(few)))
        else:
            yield found.where(column == own).correlate(own.table).exists()
