"""Events as the picture shows them: when they were, what they look like, what is written beside
them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.dates.calendar import seconds_of
from timeline.render.lists import date_in_words, standing_in_words
from timeline.render.picture.glyphs import Look
from timeline.render.picture.stretches import times_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.queries.rows import EventRow
    from timeline.render.lists import View
    from timeline.render.picture.stretches import Times


class Pictured(NamedTuple):
    """One event of the picture.

    Attributes:
        row: the event.
        times: when it was; None of an undated one.
        look: what it looks like.
        title, detail: what is written beside it.
        says: all of it in a line.
    """

    row: EventRow
    times: Times | None
    look: Look
    title: str
    detail: str
    says: str


def subject(row: EventRow, view: View, numbers: Mapping[str, int]) -> Pictured:
    """Give what the picture shows of an event.

    Args:
        row: the event.
        view: how it is said.
        numbers: source -> its number in the list below the picture; empty where it has none.
    """
    title = row.title or row.key
    date = [date_in_words(row, view)] if row.date else []
    parts = [*date, standing_in_words(row, view)]
    cited = [str(numbers[key]) for key in row.sources if key in numbers]
    detail = " · ".join([*parts, *([f"[{', '.join(cited)}]"] if cited else [])])
    says = " · ".join([title, *parts])
    return Pictured(row, _times(row), _look(row), title, detail, says)


def _times(row: EventRow) -> Times | None:
    if row.date is None:
        return None
    hull = (_seconds(row.earliest), _seconds(row.latest))
    return times_of(row.date, row.date_status, hull)


def _seconds(text: str | None) -> int | None:
    return None if text is None else seconds_of(text)


def _look(row: EventRow) -> Look:
    return Look(row.standing or "retracted", row.machine and not row.reviewed)
