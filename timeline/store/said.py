"""Things of which nobody says anything any more: what spoke of them was taken back.

They keep a bare row, since accounts that were revoked refer to it; they are in no answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, FromClause

# The collection that such a thing is in; no record has an empty key.
NOBODY = ""


def spoken_of(thing: FromClause) -> ColumnElement[bool]:
    """Give the condition that somebody says something of a thing."""
    nobody = select(t.collection.c.id).where(t.collection.c.key == NOBODY)
    return thing.c.collection_id.not_in(nobody)
