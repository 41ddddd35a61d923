"""Classes of dates by the width of their bounds, by which events are indexed and searched."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from timeline.dates import Date

# Events without any date sort after all others.
UNDATED = 2**63 - 1
_DAY = 86_400


class SpanClass(NamedTuple):
    """What a search in a window has to know of a date's bounds.

    Attributes:
        width: how long the hull is at most, in seconds; None = longer, or open.
        zoned: whether an instant with an offset stands in it: it may fall on other days than its
            bounds in UTC say.
        begins: whether it has a beginning, which is where it stands in order of time; else it
            stands at its end.
        reported: whether it is only the bound of a report; the width is that of the report's own
            date then.
    """

    width: int | None
    zoned: bool = False
    begins: bool = True
    reported: bool = False


# An event's class is its place in this table, by which the events are indexed.
SPAN_CLASSES = (
    SpanClass(32 * _DAY),
    SpanClass(367 * _DAY),
    SpanClass(10 * 366 * _DAY),
    SpanClass(100 * 366 * _DAY),
    SpanClass(None),
    SpanClass(32 * _DAY, zoned=True),
    SpanClass(None, zoned=True),
    SpanClass(None, begins=False),
    SpanClass(None, zoned=True, begins=False),
    SpanClass(32 * _DAY, begins=False, reported=True),
    SpanClass(367 * _DAY, begins=False, reported=True),
    SpanClass(None, begins=False, reported=True),
    SpanClass(None, zoned=True, begins=False, reported=True),
)
# Of an event that has no date: no window finds it.
UNDATED_CLASS = len(SPAN_CLASSES)


def class_of(width: int | None, *, zoned: bool, begins: bool, reported: bool) -> int:
    """Give the place in SPAN_CLASSES of a date.

    Args:
        width: of its hull in seconds, of a report's bound that of the report's own date; None =
            open.
        zoned, begins, reported: as in `SpanClass`.
    """
    kind = (zoned, begins, reported)
    return next(
        n
        for n, each in enumerate(SPAN_CLASSES)
        if (each.zoned, each.begins, each.reported) == kind and _is_within(width, each.width)
    )


def _is_within(width: int | None, most: int | None) -> bool:
    return most is None or (width is not None and width <= most)


def reported(bound: Date) -> Date:
    """Give D of a bound `[..D]`: when it was reported."""
    (until,) = bound.parts
    assert until is not None
    day = until.parts[-1]
    assert day is not None
    return day
