"""What the live claims of events say, as `resolve` takes it: for the loader, the dossier and the
past.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, select

from timeline.dates import parse
from timeline.resolve import Account
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, FromClause


def counts(bound: int | None = None) -> ColumnElement[bool]:
    """Give the condition that a claim counts: it is live, and its source is the newest version.

    Args:
        bound: count only versions of sources that were certainly published by this moment (seconds
            UTC, the moment after the last that counts); None means all.
    """
    c, version = t.claim, _version()
    later = exists().where(version.c.replaces_id == c.c.source_id)
    if bound is not None:
        later = later.where(version.c.published_latest <= bound)
    return and_(c.c.revoked_in.is_(None), ~later)


@cache
def _version() -> FromClause:
    """Give the sources once more, as what replaces a source: to make that takes time."""
    return t.source.alias("version")


def accounts_of(
    session: Connection, events: Sequence[int], *where: ColumnElement[bool]
) -> Iterator[tuple[int, Account]]:
    """Give the claims of some events, each with the id of the event that it is kept with.

    The origin of a claim is the last hop of its attribution (an actor is who he is after merges),
    else the source itself; an anonymous hop is its words in that source.

    Args:
        session: an open store.
        events: ids, after merges.
        where: conditions on claim and source; without any, those that count.
    """
    c = t.claim
    origins = _origins(session, events)
    query = (
        select(c.c.id, c.c.home_id, c.c.key, c.c.polarity, c.c.modality, c.c.date, c.c.pinned)
        .add_columns(t.source.c.key)
        .join(t.source, t.source.c.id == c.c.source_id)
        .where(c.c.home_id.in_(events), *(where or (counts(),)))
        .order_by(c.c.home_id, c.c.id)
    )
    for number, event, key, polarity, modality, date, pinned, source in session.execute(
        query
    ).all():
        origin = origins.get((event, number), "source")
        yield (
            event,
            Account(
                key=key,
                source=source,
                # What is said without a name is one origin per source.
                origin=origin if origin.startswith(("actor ", "source ")) else f"{origin} {source}",
                polarity=polarity,
                modality=modality,
                date=parse(date) if date else None,
                pinned=pinned,
            ),
        )


def _origins(session: Connection, events: Sequence[int]) -> dict[tuple[int, int], str]:
    """Give (event id, claim id) -> the last hop of its attribution."""
    a, canonical = t.attribution, t.actor.alias()
    query = (
        select(a.c.home_id, a.c.claim_id, t.source.c.key, canonical.c.key, a.c.words)
        .outerjoin(t.source, t.source.c.id == a.c.source_id)
        .outerjoin(t.actor, t.actor.c.id == a.c.actor_id)
        .outerjoin(canonical, canonical.c.id == t.actor.c.canonical_id)
        .where(a.c.home_id.in_(events))
        .order_by(a.c.home_id, a.c.claim_id, a.c.hop)
    )
    found = {}
    for event, claim, source, actor, words in session.execute(query).all():
        found[event, claim] = (
            f"actor {actor}" if actor else f"source {source}" if source else f"words {words}"
        )
    return found
