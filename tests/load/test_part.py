"""A text that is only a part of its document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import export_in, put_in

from timeline import records as r
from timeline.load import undo
from timeline.queries.sources import source

if TYPE_CHECKING:
    from sqlalchemy import Connection


def test_a_source_is_held_in_part(session: Connection) -> None:
    """Until its whole text comes."""
    part = r.Source(key="paper", collection="paper", text="Weber met", partial=True)
    put_in(session, part)
    first = export_in(session)
    assert source(session, "paper").source.partial
    put_in(session, r.Source(key="paper", collection="paper", text="Weber met Garner."))
    assert not source(session, "paper").source.partial
    undo(session)
    assert export_in(session) == first
