"""How one event is drawn on its line: what its date, its standing, and who says so look like."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from timeline.render.picture.shapes import Area, Outline, path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.render.picture.scale import Scale
    from timeline.render.picture.shapes import Shape
    from timeline.render.picture.stretches import Edge, Extent, Times

# How far an edge takes to fade, in pixels: somewhere about here, and unknown.
_FADES: dict[Edge, float] = {"about": 16, "unknown": 44}
# What has no end reaches so far out of the time that is shown; its arrow is as long as that many
# heights of a bar.
OVER, _TIP = 18, 0.9
_PALE, _FAINT = 0.4, 0.15


class Look(NamedTuple):
    """What an event looks like, whenever it was.

    Attributes:
        standing: which gives the colour and the form: what is disputed is split, what is denied is
            struck through, what is retracted is hollow.
        unreviewed: whether machines alone say so, and nobody has looked at it: dashed.
    """

    standing: str
    unreviewed: bool = False


class _Span(NamedTuple):
    """A stretch in pixels: it comes out of nothing from `rise` to `start`, and goes into nothing
    from `end` to `fall`.
    """

    rise: float
    start: float
    end: float
    fall: float
    dot: bool
    stretch: Extent


def extent(times: Times, scale: Scale, height: float) -> tuple[float, float]:
    """Give from where to where an event is drawn, in pixels."""
    ends = [(span.rise, span.fall) for span in _spans(times, scale, height)]
    if times.hull:
        ends.append(_hull(times.hull, scale))
    return min(low for low, _ in ends), max(high for _, high in ends)


def glyph(times: Times, look: Look, scale: Scale, middle: float, height: float) -> list[Shape]:
    """Draw an event.

    Args:
        times: when it was.
        look: what it looks like.
        scale: of the axis.
        middle: the line on which it stands, in pixels.
        height: of a bar.
    """
    spans = _spans(times, scale, height)
    shapes: list[Shape] = []
    if times.hull:
        shapes.append(_bracket(*_hull(times.hull, scale), middle, height))
    for one, two in pairwise(spans):
        dashes = (1.5, 3.0) if times.alternatives else ()
        between = path("M", one.fall, middle, "H", two.rise)
        shapes.append(Outline(between, look.standing, stroke=1.5, dashes=dashes))
    for span in spans:
        shapes += _fades(span, look, middle, height)
        shapes += _body(span, look, middle, height)
        shapes += _ends(span, look, middle, height)
    return shapes


# Pixels -------------------------------------------------------------------------------------------


def _spans(times: Times, scale: Scale, height: float) -> list[_Span]:
    return [_span(stretch, scale, height) for stretch in times.stretches]


def _span(stretch: Extent, scale: Scale, height: float) -> _Span:
    low, high = _x(stretch.low, stretch.start, scale), _x(stretch.high, stretch.end, scale)
    endless = "open" in (stretch.first, stretch.last)
    dot = low is not None and high is not None and high - low < height and not endless
    if low is not None and high is not None and dot:
        middle = (low + high) / 2
        low, high = middle - height / 2, middle + height / 2
    left, right = scale.left - OVER, scale.right + OVER
    tip = height * _TIP
    start = _inner(low, high, stretch.first, left + tip)
    end = _inner(high, low, stretch.last, right - tip)
    rise = _outer(start, _x(stretch.start, None, scale), stretch.first, -1)
    fall = _outer(end, _x(stretch.end, None, scale), stretch.last, 1)
    if stretch.possible and not dot and (rise, fall) == (start, end):
        # Somewhere within: the ends are what is least likely.
        fade = (end - start) / 4
        start, end = start + fade, end - fade
    return _Span(max(rise, left), start, end, min(fall, right), dot, stretch)


def _x(moment: int | None, other: int | None, scale: Scale) -> float | None:
    given = other if moment is None else moment
    return None if given is None else scale.x(given)


def _inner(at: float | None, other: float | None, edge: Edge, limit: float) -> float:
    """Give where a stretch is drawn in full from; what has no end there goes on to the limit."""
    if edge == "open":
        return limit
    return next((x for x in (at, other) if x is not None), limit)


def _outer(inner: float, end: float | None, edge: Edge, way: int) -> float:
    far = inner + way * _FADES.get(edge, 0)
    if end is None or edge == "open":
        return far
    return min(far, end) if way < 0 else max(far, end)


def _hull(hull: tuple[int | None, int | None], scale: Scale) -> tuple[float, float]:
    low, high = hull
    start = scale.left if low is None else scale.x(low)
    return start, max(start, scale.right if high is None else scale.x(high))


# Shapes -------------------------------------------------------------------------------------------


def _fades(span: _Span, look: Look, middle: float, height: float) -> Iterator[Area]:
    tall = height / 2 if look.standing == "disputed" else height
    opacity = _opacity(span, look)
    top = middle - height / 2
    # A dot is round: its fades begin behind it.
    inset = height / 2 if span.dot else 0
    if span.rise < span.start:
        wide = span.start + inset - span.rise
        yield Area(span.rise, top, wide, tall, look.standing, "in", opacity)
    if span.end < span.fall:
        begin = span.end - inset
        yield Area(begin, top, span.fall - begin, tall, look.standing, "out", opacity)


def _opacity(span: _Span, look: Look) -> float:
    if look.standing in ("retracted", "denied"):
        return _FAINT
    return _PALE if span.stretch.possible or look.unreviewed else 1


def _body(span: _Span, look: Look, middle: float, height: float) -> Iterator[Outline]:
    if span.start >= span.end:
        return
    top, bottom = middle - height / 2, middle + height / 2
    whole = _form(span, top, bottom)
    filled = _upper(span, top, middle) if look.standing == "disputed" else whole
    yield Outline(filled, look.standing, _opacity(span, look))
    edged = look.standing in ("disputed", "denied", "retracted")
    if edged or look.unreviewed or (span.dot and span.stretch.possible):
        dashes = (2.5, 1.5) if look.unreviewed else ()
        yield Outline(whole, look.standing, stroke=1.2, dashes=dashes)
    if look.standing == "denied":
        through = path("M", span.start - 3, middle, "H", span.end + 3)
        yield Outline(through, look.standing, stroke=1.6)


def _form(span: _Span, top: float, bottom: float) -> str:
    if not span.dot:
        return path("M", span.start, top, "H", span.end, "V", bottom, "H", span.start, "Z")
    middle, radius = (top + bottom) / 2, (bottom - top) / 2
    there = ("A", radius, radius, "0 0 1", span.end, middle)
    back = ("A", radius, radius, "0 0 1", span.start, middle)
    return path("M", span.start, middle, *there, *back, "Z")


def _upper(span: _Span, top: float, middle: float) -> str:
    """The upper half of a form."""
    if not span.dot:
        return path("M", span.start, top, "H", span.end, "V", middle, "H", span.start, "Z")
    radius = middle - top
    return path("M", span.start, middle, "A", radius, radius, "0 0 1", span.end, middle, "Z")


def _ends(span: _Span, look: Look, middle: float, height: float) -> Iterator[Outline]:
    """Arrows where there is no end, and a stop where a report is of."""
    stretch, reach = span.stretch, height * _TIP
    for edge, x, way in ((stretch.first, span.start, -1), (stretch.last, span.end, 1)):
        if edge == "open":
            base = x - way
            arrow = ("M", base, middle - reach, "L", x + way * reach, middle)
            yield Outline(path(*arrow, "L", base, middle + reach, "Z"), look.standing)
        if edge == "report":
            stop = path("M", x, middle - height * 0.8, "V", middle + height * 0.8)
            yield Outline(stop, look.standing, stroke=2)


def _bracket(start: float, end: float, middle: float, height: float) -> Outline:
    """From where to where sources put it that disagree."""
    top, bottom = middle - height * 0.7, middle + height * 0.7
    ends = ("M", start, top, "V", bottom, "M", end, top, "V", bottom)
    return Outline(path(*ends, "M", start, middle, "H", end), "faint", stroke=1, dashes=(4, 2))
