"""How events are drawn in a page that stands alone: as they are known now, and as they were known
before.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from timeline.dates import parse
from timeline.queries.chronology import chronology
from timeline.queries.lanes import Lane
from timeline.queries.picture import linked, picture, published

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from timeline.queries.picture import MarkRow
    from timeline.queries.question import Question
    from timeline.queries.rows import EventRow

# Of how many days it is told what was known by then: no more than these, nor more than so many
# events in all, but of the fewest in any case.
_MOST_DAYS, _FEWEST_DAYS, _REPLAYED = 200, 4, 20_000


class Drawn(NamedTuple):
    """Where events stand, and by what there are lanes: those of each event; in one order."""

    marks: Sequence[MarkRow]
    lanes: Mapping[str, Sequence[Sequence[str | None]]]


def drawn(session: Any, rows: Sequence[EventRow], question: Question, language: str) -> Drawn:
    """Give how events are drawn, in the order of rows.

    Args:
        session: an open store.
        rows: events that a question finds.
        question: that question.
        language: of titles.
    """
    marks: list[MarkRow] = []
    lanes = {}
    for lane in get_args(Lane):
        pages = (
            picture(session, question, undated=undated, lane=lane, language=language)
            for undated in (False, True)
        )
        found = {mark.key: mark for page in pages for mark in page.rows}
        lanes[lane] = [found[row.key].lanes for row in rows]
        marks = marks or [found[row.key]._replace(lanes=()) for row in rows]
    return Drawn(marks, lanes)


def threads(
    session: Any, rows: Sequence[EventRow], language: str
) -> dict[str, list[dict[str, Any]]]:
    """Give for each event with which others it is linked, of those that are held."""
    kept = {row.key for row in rows}
    return {
        row.key: [
            {"kind": one.kind, "from_here": one.from_here, "other": one.mark.key}
            for one in linked(session, row.key, language=language)
            if one.mark.key in kept
        ]
        for row in rows
    }


def known_then(
    session: Any, rows: Sequence[EventRow], question: Question, language: str, now: Drawn
) -> Iterator[dict[str, Any]]:
    """Give for days on which documents came out what was known by then, where that is not what is
    known now: events, none for one of which nothing was known, and how they are drawn. Of an event
    that is known no more nothing is held.

    Args:
        session: an open store.
        rows: the events that are held.
        question: which events; where it asks for a day itself, there are no others.
        language: of titles.
        now: how they are drawn.
    """
    if question.known_by is not None or not rows:
        return
    most = max(_FEWEST_DAYS, min(_MOST_DAYS, _REPLAYED // len(rows)))
    keys = [row.key for row in rows]
    marks = dict(zip(keys, now.marks, strict=True))
    lanes = {lane: dict(zip(keys, each, strict=True)) for lane, each in now.lanes.items()}
    for day in published(session, limit=most):
        asked = replace(question, known_by=parse(day.day))
        known = chronology(session, asked, language=language).rows
        held = [row for row in known if row.key in marks]
        then = drawn(session, held, asked, language)
        found = {row.key: row for row in held}
        order = [*found]
        yield {
            "day": day.day,
            "sources": day.sources,
            "events": {row.key: found.get(row.key) for row in rows if found.get(row.key) != row},
            "marks": {mark.key: mark for mark in then.marks if mark != marks[mark.key]},
            "lanes": {
                lane: {
                    key: own
                    for key, own in zip(order, each, strict=True)
                    if own != lanes[lane][key]
                }
                for lane, each in then.lanes.items()
            },
            "order": None if order == [key for key in keys if key in found] else order,
        }
