"""From when on what is known of an event was known: by that a question about the past tells what is
as it is stored from what was otherwise then.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, or_, select

from timeline.store.above import rows_above
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Row


def publication_bounds(
    session: Connection, events: Sequence[int]
) -> dict[int, tuple[int | None, int | None]]:
    """Give event id -> by when the first and the last of its claims were certainly published.

    Versions count, though they may say nothing of the event: from then on those that they replace
    do not, and both are one origin. The last is None where something was never certainly published.

    Args:
        session: an open store.
        events: ids, after merges.
    """
    said, passed_on = _sources(session, events)
    concerned = {number for found in (*said.values(), *passed_on.values()) for number in found}
    s = t.source.c
    rows = rows_above(session, t.source, s.replaces_id, concerned, s.published_latest)
    later = _later(session, concerned)
    bounds = {}
    for event, sources in said.items():
        own = [rows[number].published_latest for number in sources]
        moments = [*own, *(moment for number in sources for moment in later[number])]
        for number in passed_on[event]:
            moments += later[number]
        for number in (*sources, *passed_on[event]):
            moments += _versions_upwards(rows, number)
        known = [moment for moment in moments if moment is not None]
        first = min((moment for moment in own if moment is not None), default=None)
        bounds[event] = (first, max(known) if len(known) == len(moments) else None)
    return bounds


def _sources(
    session: Connection, events: Sequence[int]
) -> tuple[dict[int, set[int]], defaultdict[int, set[int]]]:
    """Give event id -> the sources of its claims, those included for which corrections stand now;
    and event id -> those among the sources through which they came that replace another or are
    replaced.
    """
    c, a = t.claim.c, t.attribution.c
    said: defaultdict[int, set[int]] = defaultdict(set)
    passed_on: defaultdict[int, set[int]] = defaultdict(set)
    live = (c.home_id.in_(events), c.revoked_in.is_(None))
    query = select(c.home_id, c.source_id, c.version_id).where(*live).distinct()
    for event, *sources in session.execute(query):
        said[event].update(number for number in sources if number is not None)
    claim = and_(c.home_id == a.home_id, c.id == a.claim_id)
    s, newer = t.source.c, t.source.alias("newer_version").c
    replaced = s.id.in_(select(newer.replaces_id).where(newer.replaces_id.is_not(None)))
    hops = select(a.home_id, a.source_id).join(t.source, s.id == a.source_id)
    hops = hops.join(t.claim, claim).where(*live, or_(s.replaces_id.is_not(None), replaced))
    for event, number in session.execute(hops.distinct()):
        passed_on[event].add(number)
    return said, passed_on


def _later(session: Connection, sources: Collection[int]) -> dict[int, list[int | None]]:
    """Give id of a source -> by when each that replaces it, directly or not, was published."""
    s, direct = t.source.c, defaultdict[int, dict[int, int | None]](dict)
    asked, wanted = set[int](), set(sources)
    while wanted:
        asked |= wanted
        query = select(s.replaces_id, s.id, s.published_latest).where(s.replaces_id.in_(wanted))
        for number, newer, moment in session.execute(query):
            direct[number][newer] = moment
        wanted = {newer for number in wanted for newer in direct[number]} - asked
    found: dict[int, list[int | None]] = {}
    for number in sources:
        reached: dict[int, int | None] = {}
        frontier = dict(direct[number])
        while frontier:
            reached |= frontier
            above = (direct[newer] for newer in frontier)
            frontier = {one: at for each in above for one, at in each.items() if one not in reached}
        found[number] = list(reached.values())
    return found


def _versions_upwards(rows: Mapping[int, Row[Any]], number: int | None) -> Iterator[int | None]:
    """Give when a source, if it is a version, and each version before it were certainly
    published.
    """
    seen: set[int] = set()
    while number is not None and number not in seen:
        seen.add(number)
        row = rows[number]
        if row.above is not None:
            yield row.published_latest
        number = row.above
