"""What a migration can't work out, worked out anew: folded names, places of claims, events.

A revision sets the mark `stale`, since it may not lean on code that changes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, literal, select, tuple_

from timeline.load.batches import update_many
from timeline.load.follow import follow, set_stand_ins
from timeline.load.identity import reconsider, relink
from timeline.load.places import stated_places
from timeline.load.run import Run
from timeline.load.work_out import work_out_anew
from timeline.names import fold, skeleton
from timeline.store.schema import is_stale
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy import Connection, Row, Table

_PAGE = 1000


def left_to_renew(session: Connection) -> int:
    """Give the number of events that a revision left to be worked out anew."""
    events = session.scalar(select(func.count()).select_from(t.event)) or 0
    return events if is_stale(session) else 0


def renew(session: Connection, advance: Callable[[int], None] = lambda _: None) -> None:
    """Work out anew what follows from the data, if a revision left that to be done.

    Args:
        session: a store opened to write; all is done in its transaction.
        advance: is called with the number of events each time some are done.
    """
    if not is_stale(session):
        return
    _fold_names(session)
    _place_claims(session)
    for page in _pages(session, t.event, ("id",)):
        work_out_anew(session, [row.id for row in page if row.canonical_id == row.id])
        advance(len(page))
    _link_mentions(session)
    session.execute(delete(t.setting).where(t.setting.c.name == "stale"))


def _link_mentions(session: Connection) -> None:
    """Let a machine judge anew who is the same; no changeset remains of that."""
    run = Run(session, "load")
    for page in _pages(session, t.actor, ("id",)):
        reconsider(run, "actor", [row.id for row in page if row.mention])
        relink(run)
        set_stand_ins(run, "actor")
    wished = select(t.changeset.c.id).where(t.changeset.c.match)
    run.anew.events.update(
        session.scalars(select(t.event.c.id).where(t.event.c.made_in.in_(wished)))
    )
    follow(run)
    run.finish()


def _fold_names(session: Connection) -> None:
    """Fold all names as this version does."""
    folds: dict[str, Callable[[str], str]] = {"folded": fold, "skeleton": skeleton}
    for table, owner in ((t.actor_name, "actor_id"), (t.place_name, "place_id")):
        made = {name: make for name, make in folds.items() if name in table.c}
        for page in _pages(session, table, (owner, "n")):
            changed = [
                {f"by_{owner}": row._mapping[owner], "by_n": row.n}
                | {name: make(row.text) for name, make in made.items()}
                for row in page
                if any(row._mapping[name] != make(row.text) for name, make in made.items())
            ]
            update_many(session, table, (owner, "n"), changed)


def _place_claims(session: Connection) -> None:
    """Give claims that name no place the one that their collection states."""
    for page in _pages(session, t.event, ("id",)):
        rows = [
            {"by_event_id": event, "by_collection_id": collection, "place_id": place}
            | {"by_place_stated": False}
            for (event, collection), place in stated_places(
                session, [row.id for row in page]
            ).items()
        ]
        update_many(session, t.claim, ("event_id", "collection_id", "place_stated"), rows)


def _pages(session: Connection, table: Table, key: Sequence[str]) -> Iterator[Sequence[Row[Any]]]:
    """Read a table a page at a time, in the order of its key."""
    columns = [table.c[name] for name in key]
    query = select(table).order_by(*columns).limit(_PAGE)
    after: tuple[Any, ...] | None = None
    while True:
        beyond = [] if after is None else [tuple_(*columns) > tuple_(*map(literal, after))]
        page = session.execute(query.where(*beyond)).all()
        if page:
            yield page
        if len(page) < _PAGE:
            return
        after = tuple(page[-1]._mapping[name] for name in key)
