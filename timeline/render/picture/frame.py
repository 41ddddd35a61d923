"""What stands around the lanes: title, legend, axis, the undated, and the list of sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.errors import Message
from timeline.render.picture.glyphs import OVER, Look, glyph
from timeline.render.picture.layout import DETAIL_SIZE, LINE, STANDINGS, TITLE_SIZE
from timeline.render.picture.metrics import width, wrapped
from timeline.render.picture.scale import Scale
from timeline.render.picture.shapes import Box, Cluster, Outline, Writing, path
from timeline.render.picture.stretches import Extent, Times
from timeline.render.picture.ticks import ticks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.render.lists import View
    from timeline.render.picture.shapes import Shape
    from timeline.render.picture.subjects import Pictured

MARGIN = 28.0
AXIS_HEIGHT = 44.0
_HEADING, _SMALL = 20.0, 11.0
# More undated events than these are counted.
_MOST_UNDATED = 30


class Panel(NamedTuple):
    """A part of the picture, from the top to its own bottom.

    Attributes:
        bottom: where it ends.
        shapes: what it draws.
        boxes: of its words.
    """

    bottom: float
    shapes: tuple[Shape, ...]
    boxes: tuple[Box, ...]


def panel(shapes: Iterable[Shape], bottom: float) -> Panel:
    """Make a part of its shapes."""
    drawn = tuple(shapes)
    return Panel(bottom, drawn, tuple(boxes_of(drawn)))


def boxes_of(shapes: Iterable[Shape]) -> Iterator[Box]:
    """Give the boxes of all lines of words."""
    for shape in shapes:
        if isinstance(shape, Cluster):
            yield from boxes_of(shape.shapes)
        elif isinstance(shape, Writing):
            yield box_of(shape)


def box_of(line: Writing) -> Box:
    """Give the box of a line of words."""
    wide = width(line.text, line.size, bold=line.bold)
    shift = {"start": 0.0, "middle": wide / 2, "end": wide}[line.anchor]
    left = line.x - shift
    return Box(left, line.y - line.size * 0.8, left + wide, line.y + line.size * 0.2)


# Above the lanes ----------------------------------------------------------------------------------


def heading(title: str, lines: Sequence[str], wide: float) -> Panel:
    """Write the title, and below it what is shown.

    Args:
        title: of the picture.
        lines: what is shown.
        wide: the picture.
    """
    room = wide - 2 * MARGIN
    shapes, y = [], MARGIN + _HEADING * 0.8
    for line in wrapped(title, room, _HEADING, bold=True):
        shapes.append(Writing(MARGIN, y, line, _HEADING, bold=True))
        y += _HEADING * 1.25
    for text in lines:
        for line in wrapped(text, room, TITLE_SIZE):
            shapes.append(Writing(MARGIN, y, line, TITLE_SIZE, "faint"))
            y += LINE + 2
    return panel(shapes, y - 4)


def legend(subjects: Sequence[Pictured], view: View, top: float, wide: float) -> Panel:
    """Say what the forms mean that the picture has, and no others."""
    shapes: list[Shape] = []
    x, y = MARGIN, top + 8
    for sample in _samples(subjects):
        text = (
            view.term(sample.look.standing)
            if sample.code is None
            else view.sentence(Message(sample.code))
        )
        words = x + sample.width + 7
        if x > MARGIN and words + width(text, _SMALL) > wide - MARGIN:
            x, y = MARGIN, y + LINE
            words = x + sample.width + 7
        scale = Scale(0, 1000, x + sample.inset, x + sample.width - sample.inset)
        shapes += glyph(sample.times, sample.look, scale, y, 9)
        shapes.append(Writing(words, y + _SMALL * 0.35, text, _SMALL, "faint"))
        x = words + width(text, _SMALL) + 16
    return panel(shapes, y + LINE if shapes else top)


class _Sample(NamedTuple):
    """An entry of the legend.

    Attributes:
        code: of its words; None of a standing.
        look, times: of what it shows.
        width: of that, in pixels.
        inset: from where to where its time goes, from both ends.
    """

    code: str | None
    look: Look
    times: Times
    width: float = 10
    inset: float = 0


_PLAIN = Look("reported")
_MOMENT = Times((Extent(500, 500),))


def _samples(subjects: Sequence[Pictured]) -> Iterator[_Sample]:
    looks = {subject.look for subject in subjects}
    for standing in STANDINGS:
        if any(look.standing == standing for look in looks):
            yield _Sample(None, Look(standing), _MOMENT)
    if any(look.unreviewed for look in looks):
        yield _Sample("legend-unreviewed", Look("reported", unreviewed=True), _MOMENT)
    times = [subject.times for subject in subjects if subject.times]
    yield from _samples_of_dates(times)


def _samples_of_dates(times: Sequence[Times]) -> Iterator[_Sample]:
    found = [stretch for one in times for stretch in one.stretches]
    edges = {edge for one in found for edge in (one.first, one.last)}
    if any(one.possible and "report" not in (one.first, one.last) for one in found):
        within = Times((Extent(0, 1000, possible=True),))
        yield _Sample("legend-possible", _PLAIN, within, 30)
    if any(one.alternatives and len(one.stretches) > 1 for one in times):
        days = (Extent(0, 0, possible=True), Extent(1000, 1000, possible=True))
        yield _Sample("legend-one-of", _PLAIN, Times(days, alternatives=True), 36, 5)
    if "about" in edges:
        yield _Sample("legend-about", _PLAIN, Times((Extent(0, 1000, "about", "about"),)), 44, 16)
    if "unknown" in edges:
        begun = Extent(0, None, last="unknown", high=1000)
        yield _Sample("legend-unknown", _PLAIN, Times((begun,)), 44, 14)
    if "open" in edges:
        yield _Sample("legend-open", _PLAIN, Times((Extent(0, None, last="open"),)), 50, OVER)
    if "report" in edges:
        report = Extent(None, 1000, "unknown", "report", possible=True)
        yield _Sample("legend-report", _PLAIN, Times((report,)), 36, 10)
    if any(one.hull for one in times):
        wide = Times(_MOMENT.stretches, hull=(0, 1000))
        yield _Sample("legend-disagree", _PLAIN, wide, 30)


# The axis -----------------------------------------------------------------------------------------


def axis(scale: Scale, view: View, top: float, bottom: float) -> tuple[Panel, Panel]:
    """Draw the axis below the lanes.

    Args:
        scale: what it shows.
        view: how it is said.
        top, bottom: of the lanes.

    Returns:
        the lines behind the lanes, and the axis.
    """
    edge = path("M", scale.left - OVER, bottom, "H", scale.right + OVER)
    lines: list[Shape] = []
    marks: list[Shape] = [Outline(edge, "faint", stroke=1)]
    for tick in ticks(scale, view.language, _SMALL):
        lines.append(Outline(path("M", tick.x, top, "V", bottom), "line", stroke=1))
        marks.append(Outline(path("M", tick.x, bottom, "v", 5), "faint", stroke=1))
        label = Writing(tick.x, bottom + 17, tick.label, _SMALL, "faint", "middle")
        context = Writing(tick.x, bottom + 32, tick.context, _SMALL, "ink", "middle")
        marks += (one for one in (label, context) if one.text and _within(one, scale))
    return panel(lines, top), panel(marks, bottom + AXIS_HEIGHT)


def _within(line: Writing, scale: Scale) -> bool:
    """Whether a line of words keeps off the edges of the picture."""
    box, beyond = box_of(line), OVER + MARGIN / 2
    return box.left >= scale.left - beyond and box.right <= scale.right + beyond


# Below the axis -----------------------------------------------------------------------------------


def undated(subjects: Sequence[Pictured], view: View, top: float, wide: float) -> Panel:
    """List the events that have no date, in columns."""
    title = f"{view.heading('undated')} ({view.number(len(subjects))})"
    shapes: list[Shape] = [Writing(MARGIN, top + LINE, title, TITLE_SIZE, bold=True)]
    columns = max(1, int((wide - 2 * MARGIN) // 320))
    room = (wide - 2 * MARGIN) / columns
    y = top + LINE * 1.6
    shown = subjects[:_MOST_UNDATED]
    for first in range(0, len(shown), columns):
        bottom = y
        for at, subject in enumerate(shown[first : first + columns]):
            words, under = _item(subject, MARGIN + at * room, y, room)
            shapes.append(words)
            bottom = max(bottom, under)
        y = bottom + 4
    if more := len(subjects) - len(shown):
        text = view.sentence(Message("picture-more", count=more))
        shapes.append(Writing(MARGIN, y + LINE * 0.75, text, DETAIL_SIZE, "faint"))
        y += LINE
    return panel(shapes, y)


def _item(subject: Pictured, x: float, top: float, room: float) -> tuple[Cluster, float]:
    scale = Scale(0, 1000, x, x + 10)
    shapes = glyph(_MOMENT, subject.look, scale, top + LINE / 2, 10)
    left, y = x + 18, top + LINE * 0.75
    for line in wrapped(subject.title, room - 34, TITLE_SIZE, lines=3):
        struck = subject.look.standing == "retracted"
        shapes.append(Writing(left, y, line, TITLE_SIZE, struck=struck))
        y += LINE
    for line in wrapped(subject.detail, room - 34, DETAIL_SIZE):
        shapes.append(Writing(left, y - 1, line, DETAIL_SIZE, "faint"))
        y += LINE
    return Cluster(subject.says, tuple(shapes)), y - LINE * 0.75


def caption(paragraphs: Iterable[str], top: float, wide: float) -> Panel:
    """Write what is said of the picture below it."""
    shapes, y = [], top + LINE
    for text in paragraphs:
        for line in wrapped(text, wide - 2 * MARGIN, _SMALL):
            shapes.append(Writing(MARGIN, y, line, _SMALL, "faint"))
            y += LINE
        y += 2
    return panel(shapes, y - LINE + MARGIN)
