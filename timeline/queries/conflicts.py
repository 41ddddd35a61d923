"""Where sources disagree: a denial against a report, dates that exclude each other, one office held
by two.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Any

from sqlalchemy import column, select, table, text

from timeline.dates import Date, parse
from timeline.names import fold
from timeline.queries.details import titles
from timeline.queries.rows import ConflictRow
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Row

_VIEW = (
    "event",
    "title",
    "about",
    "source",
    "says",
    "quote",
    "other_source",
    "other_says",
    "other_quote",
)


def conflicts(session: Connection, *, language: str = "en") -> Iterator[ConflictRow]:
    """List the pairs of accounts that can't both be right, each pair once whichever collections
    hold the two.

    Two successive holders of an office are none: only where both surely held it at the same time
    is there a conflict.

    Args:
        session: an open store.
        language: of titles.
    """
    view = table("timeline_conflicts", *map(column, _VIEW))
    e = t.event
    query = (
        select(view, e.c.id)
        .join(e, e.c.key == view.c.event)
        .order_by(e.c.sort, e.c.id, text("about DESC"))
    )
    rows = session.execute(
        query.order_by(view.c.source, view.c.other_source, view.c.quote, view.c.other_quote)
    ).all()
    named = titles(session, sorted({row.id for row in rows}), language)
    seen = set()
    for row in rows:
        sides = frozenset(
            [(row.source, row.says, row.quote), (row.other_source, row.other_says, row.other_quote)]
        )
        if (row.id, row.about, sides) not in seen:
            seen.add((row.id, row.about, sides))
            yield ConflictRow(*row[:-1])._replace(title=named.get(row.id))
    yield from _offices(session)


def _offices(session: Connection) -> Iterator[ConflictRow]:
    held: dict[tuple[str, int], dict[tuple[int, str, str | None], Row[Any]]] = defaultdict(dict)
    p, said, who, within, organisation = t.position, *(t.actor.alias() for _ in range(4))
    query = (
        select(
            p.c.title,
            organisation.c.id.label("of"),
            p.c.held,
            who.c.id.label("who"),
            who.c.name,
            who.c.key,
        )
        .add_columns(organisation.c.name.label("organisation"), t.source.c.key.label("source"))
        .join(said, said.c.id == p.c.actor_id)
        .join(who, who.c.id == said.c.canonical_id)
        .join(within, within.c.id == p.c.organisation_id)
        .join(organisation, organisation.c.id == within.c.canonical_id)
        .outerjoin(t.source, t.source.c.id == p.c.source_id)
        .where(p.c.revoked_in.is_(None), p.c.held.is_not(None))
        .order_by(p.c.id)
    )
    for row in session.execute(query):
        held[fold(row.title), row.of].setdefault((row.who, row.held, row.source), row)
    for holders in held.values():
        for one, other in combinations(holders.values(), 2):
            if one.who != other.who and _surely_overlap(parse(one.held), parse(other.held)):
                yield ConflictRow(
                    event=one.key,
                    title=f"{one.title}, {one.organisation}",
                    about="position",
                    source=one.source or one.key,
                    says=f"{one.name}: {one.held}",
                    quote=None,
                    other_source=other.source or other.key,
                    other_says=f"{other.name}: {other.held}",
                    other_quote=None,
                )


def _surely_overlap(one: Date, other: Date) -> bool:
    first, last = _core(one)
    begins, ends = _core(other)
    return max(first, begins) < min(last, ends)


def _core(held: Date) -> tuple[float, float]:
    """Give the time in which an office was surely held: from the latest start to the earliest
    end.
    """
    nowhere = (float("inf"), float("-inf"))
    if held.uncertain or held.approximate:
        return nowhere
    if held.kind != "interval":
        # A bare year says that it was held then, not from when to when.
        return nowhere
    start, end = held.parts
    first = start.latest if start is not None else None
    begins = float("-inf") if held.open_start else float("inf") if first is None else first
    if end is not None:
        return begins, float("-inf") if end.earliest is None else end.earliest
    return begins, float("inf") if held.open_end else begins
