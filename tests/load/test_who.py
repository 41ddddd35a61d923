"""Who changed the database stands in the log, whatever they did."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import located, put_in, whole
from sqlalchemy import select

from timeline import records as r
from timeline.load import confirm, decline, load, merge, undo, unmerge
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

ACTORS = whole(
    [
        r.Actor(key="ann", name="Ann", collection="c"),
        r.Actor(key="bob", name="Bob", collection="c"),
        r.Actor(key="cid", name="Cid", collection="c", mention=True),
    ]
)
DEE = r.Actor(key="dee", name="Dee", collection="c")
ACTS: dict[str, Callable[[Connection, str | None], object]] = {
    "load": lambda session, by: load(session, located([DEE]), by=by),
    "merge": lambda session, by: merge(session, "actor", "ann", "bob", by=by),
    "unmerge": lambda session, by: unmerge(session, "actor", "ann", "bob", by=by),
    "decline": lambda session, by: decline(session, "actor", "ann", "bob", by=by),
    "confirm": lambda session, by: confirm(session, "cid", by=by),
    "undo": lambda session, by: undo(session, by=by),
}


@pytest.mark.parametrize("by", ["Zoé", None])
@pytest.mark.parametrize("kind", ACTS)
def test_whoever_changes_it_is_named(session: Connection, kind: str, by: str | None) -> None:
    put_in(session, *ACTORS)
    if kind == "unmerge":
        merge(session, "actor", "ann", "bob")
    ACTS[kind](session, by)
    log = select(t.changeset.c.kind, t.changeset.c.by).order_by(t.changeset.c.id.desc())
    assert session.execute(log).tuples().first() == (kind, by)
