"""What events are a part of: the way up, for the loader and the dossier."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

# So many events are asked for by one statement.
_AT_ONCE = 1000


def wholes_above(session: Connection, events: Iterable[int]) -> dict[int, set[int]]:
    """Give of some events, and of all that they are a part of, what each is a part of.

    Args:
        session: an open store.
        events: ids, after merges.
    """
    link = t.link
    live = (link.c.kind == "part_of", link.c.revoked_in.is_(None))
    query = select(link.c.home_id, link.c.other_home_id).where(*live)
    found: dict[int, set[int]] = {}
    frontier = sorted(events)
    while frontier:
        found |= {number: set() for number in frontier}
        for start in range(0, len(frontier), _AT_ONCE):
            some = link.c.home_id.in_(frontier[start : start + _AT_ONCE])
            for part, whole in session.execute(query.where(some)):
                found[part].add(whole)
        frontier = sorted({up for part in frontier for up in found[part]} - found.keys())
    return found


def way_up(above: Mapping[int, Iterable[int]], start: int, goal: int) -> list[int]:
    """Give the events, each a part of the next, that lead from one to another; a shortest way, none
    if there is none.

    Args:
        above: what each event is a part of.
        start, goal: ids of events.
    """
    came_from = {start: start}
    frontier = [start]
    while frontier and goal not in came_from:
        reached: dict[int, int] = {}
        for part in frontier:
            reached |= {whole: part for whole in above[part] if whole not in came_from}
        came_from |= reached
        frontier = sorted(reached)
    way = [goal] if goal in came_from else []
    while way and way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]


def circles_with(session: Connection, events: Iterable[int]) -> dict[int, set[int]]:
    """Give event id -> the events with which it stands in a circle, itself too if there are any:
    that they are a part of each other says nothing.
    """
    asked = set(events)
    above = wholes_above(session, asked)
    below: dict[int, set[int]] = defaultdict(set)
    for part, wholes in above.items():
        for whole in wholes:
            below[whole].add(part)
    return {event: _reached(above, event) & _reached(below, event) for event in asked}


def _reached(ways: Mapping[int, Iterable[int]], start: int) -> set[int]:
    """Give what is come to from an event, itself only where a way leads back to it."""
    found: set[int] = set()
    frontier = {start}
    while frontier:
        frontier = {there for here in frontier for there in ways.get(here, ())} - found
        found |= frontier
    return found
