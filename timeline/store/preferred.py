"""Which links and positions are shown: a machine's gives way to what a person says of the same."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, func, or_

from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause


@cache
def shown_links() -> ColumnElement[bool]:
    """Give the condition that a link stands, and is a person's, or that no person links the same
    two events.
    """
    link, own = t.link.c, t.link.alias("own_link").c
    ways = [
        and_(own.home_id == one, own.other_home_id == other)
        for one, other in (
            (link.home_id, link.other_home_id),
            (link.other_home_id, link.home_id),
        )
    ]
    told = exists().where(own.revoked_in.is_(None), own.extractor.is_(None), or_(*ways))
    return and_(link.revoked_in.is_(None), or_(link.extractor.is_(None), ~told))


@cache
def shown_positions() -> ColumnElement[bool]:
    """Give the condition that a position stands, and is a person's, or that no person says when the
    actor held it.
    """
    held, own = t.position.c, t.position.alias("own_position").c
    said = t.actor.alias("own_holder"), t.actor.alias("same_holder")
    bodies = t.actor.alias("own_organisation"), t.actor.alias("same_organisation")
    one_body = or_(
        func.coalesce(own.organisation_id, held.organisation_id).is_(None),
        exists()
        .where(_are_one(*bodies, own.organisation_id, held.organisation_id))
        .correlate_except(*bodies),
    )
    told = exists().where(
        own.revoked_in.is_(None),
        own.extractor.is_(None),
        func.lower(own.title) == func.lower(held.title),
        _are_one(*said, own.actor_id, held.actor_id),
        one_body,
    )
    return and_(held.revoked_in.is_(None), or_(held.extractor.is_(None), ~told))


def _are_one(
    one: FromClause, other: FromClause, left: ColumnElement[int], right: ColumnElement[int]
) -> ColumnElement[bool]:
    """Give the condition that two actors, by their ids, are the same one after merges."""
    same = one.c.canonical_id == other.c.canonical_id
    return and_(one.c.id == left, other.c.id == right, same)
