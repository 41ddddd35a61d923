"""Offices that several are said to have held at once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, select

from timeline.dates import parse
from timeline.names import fold
from timeline.queries.rows import ConflictRow, Side, Voice
from timeline.store.preferred import shown_positions
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Row

    from timeline.dates import Date


class _Tenure(NamedTuple):
    """That somebody held an office: from when to when surely, and who says so."""

    begins: float
    ends: float
    who: str
    name: str
    held: str
    source: str | None


def offices_in_conflict(
    session: Connection, after: tuple[str, str] | None
) -> Iterator[tuple[str, list[ConflictRow]]]:
    """Give the disagreements about each office, with the cursor after it.

    Args:
        session: an open store.
        after: the office before: its title, folded, and the key of the organisation.
    """
    offices: dict[tuple[str, str], list[Row[Any]]] = defaultdict(list)
    for row in _positions(session):
        offices[fold(row.title), row.organisation].append(row)
    for office in sorted(offices):
        if after is None or office > after:
            rows = list(_disputed(offices[office]))
            if rows:
                yield f"office:{office[0]}:{office[1]}", rows


def _positions(session: Connection) -> Sequence[Row[Any]]:
    p, said, who, within, of = t.position, *(t.actor.alias() for _ in range(4))
    query = (
        select(p.c.title, p.c.held, who.c.key, who.c.name, t.source.c.key.label("source"))
        .add_columns(of.c.key.label("organisation"), of.c.name.label("of"))
        .join(said, said.c.id == p.c.actor_id)
        .join(who, who.c.id == said.c.canonical_id)
        .join(within, within.c.id == p.c.organisation_id)
        .join(of, of.c.id == within.c.canonical_id)
        .outerjoin(t.source, t.source.c.id == p.c.source_id)
        .where(shown_positions(), p.c.held.is_not(None))
        .order_by(who.c.key, p.c.title, p.c.held, func.coalesce(t.source.c.key, ""))
    )
    return session.execute(query).all()


def _disputed(positions: Sequence[Row[Any]]) -> Iterator[ConflictRow]:
    """Give each time in which several surely held the office, with all of them."""
    first = positions[0]
    tenures = {
        _Tenure(*_core(parse(row.held)), row.key, row.name, row.held, row.source): None
        for row in positions
    }
    certain = sorted(
        (held for held in tenures if held.begins < held.ends),
        key=lambda held: (held.begins, held.ends, held.who, held.held, held.source or ""),
    )
    for rivals in _runs(certain):
        sides: dict[str, list[Voice]] = defaultdict(list)
        for held in rivals:
            sides[f"{held.name}: {held.held}"].append(Voice(held.source, None, None))
        yield ConflictRow(
            about="position",
            of="actor",
            key=first.organisation,
            title=f"{first.title}, {first.of}",
            sides=tuple(Side(says, tuple(voices)) for says, voices in sides.items()),
        )


def _runs(tenures: Sequence[_Tenure]) -> Iterator[list[_Tenure]]:
    """Give those that meet one of another holder, each run of what hangs together for itself.

    Args:
        tenures: in order of their beginning.
    """
    own: dict[str, list[_Tenure]] = defaultdict(list)
    for held in tenures:
        own[held.who].append(held)
    everybody, alone = _Edges.of(tenures), {who: _Edges.of(held) for who, held in own.items()}
    run: list[_Tenure] = []
    until = float("-inf")
    for held in tenures:
        if everybody.meeting(held) > alone[held.who].meeting(held):
            if run and held.begins >= until:
                yield run
                run = []
            run.append(held)
            until = max(until, held.ends)
    if run:
        yield run


class _Edges(NamedTuple):
    """The beginnings and the ends of tenures, each in order: so all that meet one are counted."""

    begins: list[float]
    ends: list[float]

    @classmethod
    def of(cls, tenures: Sequence[_Tenure]) -> _Edges:
        """Take those of some tenures."""
        return cls(sorted(held.begins for held in tenures), sorted(held.ends for held in tenures))

    def meeting(self, held: _Tenure) -> int:
        """Count the tenures that meet one: what has begun before its end and not ended before."""
        return bisect_left(self.begins, held.ends) - bisect_right(self.ends, held.begins)


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
