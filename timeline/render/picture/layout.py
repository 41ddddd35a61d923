"""Where each event of a lane stands, and its words: nothing lies on anything else.

A lane is shown in the fullest of its forms for which the picture has room: with words, as bars
alone, or as a density.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.render.picture.glyphs import OVER, extent, glyph
from timeline.render.picture.metrics import width, wrapped
from timeline.render.picture.shapes import Area, Box, Cluster, Writing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from timeline.render.picture.scale import Scale
    from timeline.render.picture.shapes import Anchor, Shape
    from timeline.render.picture.stretches import Extent, Times
    from timeline.render.picture.subjects import Pictured

TITLE_SIZE, DETAIL_SIZE = 13.0, 11.0
LINE = 16.0
_BAR, _THIN = 10.0, 6.0
_ROW = 8.0  # of bars without words
_GAP, _APART = 7.0, 16.0
# More events than these have no room for words, whatever the picture's size.
_MOST_LABELLED = 400
DENSITY_HEIGHT = 72.0
_COLUMN = 6.0
# From the bottom to the top of a column.
STANDINGS = ("asserted", "reported", "planned", "disputed", "denied", "retracted")


class Form(NamedTuple):
    """One way to show a lane.

    Attributes:
        name: labelled, bars or density.
        height: in pixels.
        shapes: draws it, below a line.
        boxes: of all words, below the same line.
    """

    name: str
    height: float
    shapes: Callable[[float], Iterator[Shape]]
    boxes: tuple[Box, ...] = ()


class Label(NamedTuple):
    """The words beside an event: their lines, the box around them, and whether they end at its
    right side, beside the event.
    """

    lines: tuple[str, ...]
    detail: tuple[str, ...]
    box: Box
    at_end: bool

    def writings(self, *, struck: bool) -> Iterator[Writing]:
        """The lines as they are written."""
        x = self.box.right if self.at_end else self.box.left
        anchor: Anchor = "end" if self.at_end else "start"
        y = self.box.top + LINE * 0.75
        for line in self.lines:
            yield Writing(x, y, line, TITLE_SIZE, anchor=anchor, struck=struck, clear=not struck)
            y += LINE
        for line in self.detail:
            yield Writing(x, y - 1, line, DETAIL_SIZE, "faint", anchor=anchor, clear=True)
            y += LINE


class _Words(NamedTuple):
    """How much is written beside events: so wide, so many lines of a title, with what below it."""

    widest: float
    lines: int
    detail: bool


_FULL, _SHORT = _Words(330, 3, detail=True), _Words(220, 1, detail=False)


class _Set(NamedTuple):
    """An event that has found its place: on which line, and where its words are."""

    subject: Pictured
    times: Times
    middle: float
    label: Label


def forms(subjects: Sequence[Pictured], scale: Scale, most: float) -> Iterator[Form]:
    """Give the ways to show a lane, the fullest first.

    Args:
        subjects: dated events, in order of time.
        scale: of the axis.
        most: how many events the highest column of any lane holds, for a density.
    """
    if len(subjects) <= _MOST_LABELLED:
        yield _labelled(subjects, scale, _FULL)
        yield _labelled(subjects, scale, _SHORT)
    yield _bars(subjects, scale)
    yield _density(subjects, scale, most)


# With words ---------------------------------------------------------------------------------------


def _labelled(subjects: Sequence[Pictured], scale: Scale, words: _Words) -> Form:
    shelves = _Shelves(_GAP)
    placed = [_placed(subject, scale, shelves, words) for subject in subjects]

    def shapes(top: float) -> Iterator[Shape]:
        for one in placed:
            yield _cluster(one, scale, top)

    boxes = tuple(one.label.box for one in placed)
    return Form("labelled", shelves.height, shapes, boxes)


def _placed(subject: Pictured, scale: Scale, shelves: _Shelves, words: _Words) -> _Set:
    times = subject.times
    assert times is not None
    start, end = extent(times, scale, _BAR)
    left, right = scale.left - OVER, scale.right + OVER
    room = min(words.widest, (right - left) * 0.6)
    lines = tuple(wrapped(subject.title, room, TITLE_SIZE, lines=words.lines))
    detail = tuple(wrapped(subject.detail, room, DETAIL_SIZE)) if words.detail else ()
    widths = [width(line, TITLE_SIZE) for line in lines]
    wide = max(widths + [width(line, DETAIL_SIZE) for line in detail], default=0)
    tall = LINE * (len(lines) + len(detail))
    beside = _BAR / 2 + 3
    if end + beside + wide <= right:
        label, below = (end + beside, False), 0.0
        hull = start, end + beside + wide
    elif start - beside - wide >= left:
        label, below = (start - beside - wide, True), 0.0
        hull = start - beside - wide, end
    else:
        at = min(max(start, left), right - wide)
        label, below = (at, False), LINE
        hull = min(start, at), max(end, at + wide)
    top = shelves.take(hull[0] - _APART / 2, hull[1] + _APART / 2, tall + below)
    box = Box(label[0], top + below, label[0] + wide, top + below + tall)
    return _Set(subject, times, top + LINE / 2, Label(lines, detail, box, label[1]))


def _cluster(one: _Set, scale: Scale, top: float) -> Cluster:
    look = one.subject.look
    label = one.label._replace(box=moved(one.label.box, top))
    marks = glyph(one.times, look, scale, top + one.middle, _BAR)
    words = label.writings(struck=look.standing == "retracted")
    return Cluster(one.subject.says, (*marks, *words))


def moved(box: Box, down: float) -> Box:
    """Give a box further down."""
    return box._replace(top=box.top + down, bottom=box.bottom + down)


class _Shelves:
    """What is taken of a lane: by strips of some pixels, from where to where."""

    def __init__(self, step: float) -> None:
        self._step = step
        self._taken: list[list[tuple[float, float]]] = []

    @property
    def height(self) -> float:
        """So far."""
        return len(self._taken) * self._step

    def take(self, left: float, right: float, tall: float) -> float:
        """Take the highest place that is free for something so wide and tall, and give its top."""
        need = int(-(-tall // self._step)) + 1
        row = 0
        while not all(self._free(row + more, left, right) for more in range(need)):
            row += 1
        while len(self._taken) < row + need:
            self._taken.append([])
        for more in range(need):
            self._taken[row + more].append((left, right))
        return row * self._step

    def _free(self, row: int, left: float, right: float) -> bool:
        if row >= len(self._taken):
            return True
        return all(end <= left or start >= right for start, end in self._taken[row])


# Bars alone ---------------------------------------------------------------------------------------


def _bars(subjects: Sequence[Pictured], scale: Scale) -> Form:
    placed: list[tuple[Pictured, Times, float]] = []
    ends: list[float] = []
    for subject in subjects:
        assert subject.times is not None
        start, end = extent(subject.times, scale, _THIN)
        row = next((at for at, last in enumerate(ends) if last <= start), len(ends))
        ends[row : row + 1] = [end + 2]
        placed.append((subject, subject.times, (row + 0.5) * _ROW))

    def shapes(top: float) -> Iterator[Shape]:
        for subject, times, middle in placed:
            marks = glyph(times, subject.look, scale, top + middle, _THIN)
            yield Cluster(subject.says, tuple(marks))

    return Form("bars", len(ends) * _ROW, shapes)


# Density ------------------------------------------------------------------------------------------

# Column -> standing -> how many events begin there.
PerColumn = dict[int, dict[str, float]]


def counted(subjects: Sequence[Pictured], scale: Scale) -> PerColumn:
    """Count events by the column in which they begin, and by their standing; one that is somewhere
    in a longer time is spread over it.
    """
    found: PerColumn = {}
    for subject in subjects:
        assert subject.times is not None
        columns = [at for one in subject.times.stretches for at in _columns(one, scale)]
        for at in columns:
            column = found.setdefault(at, {})
            standing = subject.look.standing
            column[standing] = column.get(standing, 0) + 1 / len(columns)
    return found


def _columns(stretch: Extent, scale: Scale) -> range:
    """Give the columns in which a stretch may begin."""
    ends = [one for one in (stretch.start, stretch.end) if one is not None] or [scale.start]
    last = ends[-1] - 1 if stretch.possible else ends[0]
    first, last = (int((scale.x(at) - scale.left) // _COLUMN) for at in (ends[0], last))
    return range(first, max(first, last) + 1)


def highest(subjects: Sequence[Pictured], scale: Scale) -> float:
    """Give how many events the highest column of a density holds."""
    return max((sum(one.values()) for one in counted(subjects, scale).values()), default=0)


def _density(subjects: Sequence[Pictured], scale: Scale, most: float) -> Form:
    counts = counted(subjects, scale)

    def shapes(top: float) -> Iterator[Shape]:
        for column in sorted(counts):
            bottom = top + DENSITY_HEIGHT
            for standing in STANDINGS:
                tall = counts[column].get(standing, 0) / most * (DENSITY_HEIGHT - 4)
                bottom -= tall
                if tall:
                    x = scale.left + column * _COLUMN
                    yield Area(x, bottom, _COLUMN - 1, tall, standing)

    return Form("density", DENSITY_HEIGHT, shapes)
