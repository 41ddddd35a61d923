"""Circles: a place in a place that lies in it, a version that replaces itself, an event that is a
part of its own part.

A load takes no side of a circle: none of the things on it lies in, replaces or is a part of
another. What was said of them is kept, and counts when the circle is broken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from timeline import records as r
from timeline.combine import combine
from timeline.errors import Message, UsageError, Where
from timeline.load.batches import parts, update_many
from timeline.load.decided import later_versions
from timeline.load.homes import homes_of
from timeline.load.places import events_at
from timeline.load.rows import PARENTS, refers_to, touch_told
from timeline.load.things import write_statements
from timeline.store.stored import KIND_NAMES, THINGS, statements
from timeline.store.tables import tables as t
from timeline.store.wholes import way_up, wholes_above

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection

    from timeline.combine import Thing
    from timeline.load.run import Run


def circles_of(above: Mapping[str, str | None]) -> Iterator[list[str]]:
    """Find the circles in what leads from each key to one above it.

    >>> list(circles_of({"a": "b", "b": "c", "c": "b", "d": "d", "e": None}))
    [['b', 'c'], ['d']]
    """
    seen: set[str] = set()
    for start in sorted(above):
        way: list[str] = []
        key: str | None = start
        while key is not None and key not in seen:
            seen.add(key)
            way.append(key)
            key = above.get(key)
        if key in way:
            yield way[way.index(key) :]


# Places and sources ------------------------------------------------------------------------------


def cut_circles(run: Run) -> None:
    """Let no place lie in itself, and no source replace itself, as far as the run touched that."""
    for kind in PARENTS:
        said = _said_above(run, kind, run.anew.above.pop(kind, set()))
        above = {key: refers_to(combine(records).record) for key, records in said.items()}
        circles = list(circles_of(above))
        on_circle = {key for circle in circles for key in circle}
        _write_above(run, kind, said, {k: None if k in on_circle else v for k, v in above.items()})
        for circle in circles:
            _tell(run, KIND_NAMES[kind], circle)


def _said_above(run: Run, kind: type[Thing], start: Collection[str]) -> dict[str, Sequence[Thing]]:
    """Give what is said of things and of all that lies above them."""
    found: dict[str, Sequence[Thing]] = {}
    frontier = set(start)
    while frontier:
        said = statements(run.session, kind, frontier)
        found |= said
        parents = {refers_to(combine(records).record) for records in said.values()}
        frontier = {key for key in parents if key is not None} - found.keys()
    return found


def _write_above(
    run: Run,
    kind: type[Thing],
    said: Mapping[str, Sequence[Thing]],
    above: Mapping[str, str | None],
) -> None:
    """Bring the rows up to date; those of which a row does not say all keep their statements."""
    table, column = THINGS[kind], PARENTS[kind]
    run.ids.look_up(table, above.values())
    changed = []
    for part in parts(above):
        query = select(table.c.id, table.c.key, table.c[column]).where(table.c.key.in_(part))
        for number, key, before in run.session.execute(query).all():
            after = run.ids.of(table, above[key])
            if before == after:
                continue
            changed.append({"by_id": number, column: after})
            write_statements(run, kind, {key: said[key]}, all_of_it=above[key] is None)
            if kind is r.Place:
                run.work.touch(events_at(run.session, number))
            else:
                # What is known of an event is known from the day of each version on.
                touch_told(run, (before, after, *later_versions(run.session, {number})))
                run.anew.decided |= {number, *filter(None, (before, after))}
    update_many(run.session, table, ("id",), changed)


# Events -------------------------------------------------------------------------------------------


def refuse_circle(session: Connection, one: int, other: int) -> None:
    """Refuse to let two events be one of which one is a part of the other.

    Args:
        session: an open store.
        one, other: their ids, after merges.

    Raises:
        UsageError: so it is; it names the way from the part to the whole.
    """
    above = wholes_above(session, (one, other))
    if way := way_up(above, one, other) or way_up(above, other, one):
        keys = _keys(session, way)
        raise UsageError("part-of-itself", way=" < ".join(keys[number] for number in way))


def tell_circles(run: Run) -> None:
    """Note the circles that the input's links between events stand in."""
    homes = homes_of(run.session, run.anew.wholes)
    above = wholes_above(run.session, set(homes.values()))
    while ends := {number for number, wholes in above.items() if not wholes}:
        above = {number: wholes - ends for number, wholes in above.items() if number not in ends}
    keys = _keys(run.session, above)
    first = {keys[number]: min(keys[whole] for whole in wholes) for number, wholes in above.items()}
    for circle in circles_of(first):
        _tell(run, "event", circle)


def _keys(session: Connection, events: Iterable[int]) -> dict[int, str]:
    e = t.event
    return {
        number: key
        for part in parts(events)
        for number, key in session.execute(select(e.c.id, e.c.key).where(e.c.id.in_(part)))
    }


def _tell(run: Run, kind: str, circle: Sequence[str]) -> None:
    run.notice(Where(kind), Message("in-a-circle", kind=kind, way=" < ".join([*circle, circle[0]])))
