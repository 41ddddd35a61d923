"""What stands around the quotes of claims in the texts that are held."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from timeline.queries.find import find_event
from timeline.queries.passages import passage_at
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from sqlalchemy import Connection


class QuotedRow(NamedTuple):
    """A quote in its paragraph.

    Attributes:
        claim: its key.
        before, quote, after: the words of the text.
    """

    claim: str
    before: str
    quote: str
    after: str


def quoted(session: Connection, called: str) -> tuple[QuotedRow, ...]:
    """Give the words around each quote of an event's claims whose text is held.

    Args:
        session: an open store.
        called: the event's key, or words of its title.

    Raises:
        NotFoundError, AmbiguousError: there is no such event, or there are several.
    """
    c, x = t.claim.c, t.source_text.c
    query = (
        select(c.key, c.quote_start, c.quote_end, x.text)
        .join(t.source_text, x.source_id == c.source_id)
        .where(c.home_id == find_event(session, called), c.revoked_in.is_(None))
        .where(c.quote_start.is_not(None))
        .order_by(c.key)
    )
    found = {}
    for claim, start, end, text in session.execute(query):
        first, last = passage_at(text, start, end)
        found[claim] = QuotedRow(claim, text[first:start], text[start:end], text[end:last])
    return tuple(found.values())
