"""A date as parts of time: what of it is sure, what only possible, and how its ends are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from timeline.dates import Date, parse
from timeline.resolve import reported

if TYPE_CHECKING:
    from collections.abc import Iterator

# How a part of time ends: here; somewhere about here; it goes on, or may be at any time beyond; or
# a report is of here, and it was before.
Edge: TypeAlias = Literal["sharp", "about", "open", "unknown", "report"]

# What is told to the day or better happens on that day: that is how people read it.
_EXACT = frozenset(("day", "hour", "minute", "second"))


class Extent(NamedTuple):
    """A part of time, from the beginning to the end of what a date gives.

    Attributes:
        start, end: in seconds, half-open; None where the edge is open or unknown.
        first, last: the edges.
        possible: whether it is somewhere within, and not all through.
        low, high: from when to when it surely lasts, where that is less; None means the end itself.
    """

    start: int | None
    end: int | None
    first: Edge = "sharp"
    last: Edge = "sharp"
    possible: bool = False
    low: int | None = None
    high: int | None = None


class Times(NamedTuple):
    """When an event was.

    Attributes:
        stretches: the parts of time, in order.
        alternatives: whether it is one of them, and not all.
        hull: from when to when its sources put it, where they disagree.
    """

    stretches: tuple[Extent, ...]
    alternatives: bool = False
    hull: tuple[int | None, int | None] | None = None

    @property
    def moments(self) -> Iterator[int]:
        """The ends of all parts, as far as there are any."""
        for stretch in self.stretches:
            yield from (end for end in (stretch.start, stretch.end) if end is not None)
        yield from (end for end in self.hull or () if end is not None)


def times_of(date: str, status: str, hull: tuple[int | None, int | None] = (None, None)) -> Times:
    """Give the parts of time that a date speaks of.

    Args:
        date: in EDTF.
        status: how the event's date was reached, as `EventRow` has it.
        hull: its bounds; in a conflict those of all dates that are said.

    Raises:
        DateError: it is no EDTF.
    """
    read = parse(date)
    if status == "by_report":
        return Times((_report(reported(read)),))
    disputed = hull if status == "conflict" else None
    if read.kind in ("one_of", "all_of"):
        one = read.kind == "one_of"
        parts = tuple(_member(part, possible=one) for part in read.parts if part)
        return Times(parts, alternatives=one, hull=disputed)
    return Times((_interval(read) if read.kind == "interval" else _point(read),), hull=disputed)


def _report(date: Date) -> Extent:
    return Extent(None, date.latest, "unknown", "report", possible=True)


def _point(date: Date) -> Extent:
    edge: Edge = "about" if date.uncertain or date.approximate else "sharp"
    possible = date.precision not in _EXACT
    return Extent(date.earliest, date.latest, edge, edge, possible)


def _member(date: Date, *, possible: bool) -> Extent:
    if date.kind != "range":
        return _point(date)._replace(possible=possible or _point(date).possible)
    beyond: Edge = "unknown" if possible else "open"
    first = "sharp" if date.earliest is not None else beyond
    last = "sharp" if date.latest is not None else beyond
    return Extent(date.earliest, date.latest, first, last, possible)


def _interval(date: Date) -> Extent:
    """From some moment of its start to some moment of its end."""
    start, end = date.parts
    first, last = _edge(start, is_open=date.open_start), _edge(end, is_open=date.open_end)
    low, high = _inner(start, end), _inner(end, start, last=True)
    if low is not None and high is not None and low >= high:
        return Extent(date.earliest, date.latest, first, last, possible=True)
    return Extent(date.earliest, date.latest, first, last, low=low, high=high)


def _inner(date: Date | None, other: Date | None, *, last: bool = False) -> int | None:
    """Give the moment at which an interval has surely begun, or has not ended yet (`last`); where
    an end is unknown, all that is sure is the other end.
    """
    if date is None:
        return (other.latest if last else other.earliest) if other else None
    if date.precision in _EXACT:
        return date.latest if last else date.earliest
    return date.earliest if last else date.latest


def _edge(date: Date | None, *, is_open: bool) -> Edge:
    if date is None:
        return "open" if is_open else "unknown"
    return "about" if date.uncertain or date.approximate else "sharp"
