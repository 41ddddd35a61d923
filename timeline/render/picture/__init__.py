"""Events as a picture for an article or a slide: an SVG, laid out without a browser.

stretches   a date -> parts of time: what is sure of it, what possible, how its ends are
glyphs      one event -> what it looks like on its line
scale, ticks  the axis;  metrics  how wide words are
subjects    a row -> what the picture shows of it;  lanes  by what events are divided
layout      one lane: where each event and its words stand, or how many there are
frame       title, legend, axis, the undated, sources;  asked  what was asked, in words
shapes, svg, png  what is drawn, and its notations

The same rows give the same bytes. Words never lie on other words: what has no room for them is
drawn as bars, what has no room for bars as a density.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from timeline.dates.calendar import DAY, civil, day_text, year_text
from timeline.errors import Message
from timeline.render.languages import DEFAULT_LANGUAGE
from timeline.render.lists import View
from timeline.render.picture.asked import asked
from timeline.render.picture.frame import (
    MARGIN,
    Panel,
    axis,
    caption,
    heading,
    legend,
    panel,
    undated,
)
from timeline.render.picture.glyphs import OVER
from timeline.render.picture.lanes import LANES, strips
from timeline.render.picture.layout import LINE, TITLE_SIZE, forms, highest
from timeline.render.picture.metrics import wrapped
from timeline.render.picture.scale import Scale
from timeline.render.picture.shapes import Outline, Writing, path
from timeline.render.picture.subjects import subject
from timeline.render.picture.svg import THEMES, Sheet, svg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from timeline.queries.question import Question
    from timeline.queries.rows import EventRow, SourceRow
    from timeline.render.picture.lanes import Strip
    from timeline.render.picture.layout import Form
    from timeline.render.picture.shapes import Shape
    from timeline.render.picture.subjects import Pictured

__all__ = ["DEFAULT_WIDTH", "LANES", "LEAST_WIDTH", "THEMES", "Wish", "picture", "sheet"]

DEFAULT_WIDTH, LEAST_WIDTH = 1200, 320
# More sources than these are counted.
_MOST_SOURCES = 40
# More events than these are not told one by one to who can't see the picture.
_MOST_TOLD = 200
# Lanes are at most so high, or that many times the width.
_LEAST_HEIGHT, _TALLEST = 620.0, 1.8
_STRIP_HEADING = 22.0
_BETWEEN = 10.0
# From when to when, in seconds; None is open.
Bounds: TypeAlias = tuple[int | None, int | None]


class Wish(NamedTuple):
    """How a picture is to be.

    Attributes:
        language: of its words.
        theme: one of THEMES.
        lanes: one of LANES.
        width: in pixels, at least LEAST_WIDTH.
        title: above it; without one it says what it is.
    """

    language: str = DEFAULT_LANGUAGE
    theme: str = "light"
    lanes: str = "none"
    width: int = DEFAULT_WIDTH
    title: str | None = None


def picture(
    rows: Sequence[EventRow],
    sources: Iterable[SourceRow],
    question: Question,
    window: Bounds,
    wish: Wish,
) -> str:
    """Draw events, and give the SVG.

    Args:
        rows: the events, in order of time; at least one.
        sources: those that they name, and perhaps others.
        question: which found them, for the words below the title.
        window: of time, in seconds, which it asks; None where that is open.
        wish: how it is to be.
    """
    return svg(sheet(rows, sources, question, window, wish), wish.theme)


def sheet(
    rows: Sequence[EventRow],
    sources: Iterable[SourceRow],
    question: Question,
    window: Bounds,
    wish: Wish,
) -> Sheet:
    """Lay out events, as `picture` does."""
    view = View(wish.language)
    cited = _cited(rows, sources, view)
    numbers = {key: at for at, key in enumerate(cited, 1)} if len(cited) <= _MOST_SOURCES else {}
    subjects = [subject(row, view, numbers) for row in rows]
    dated = [one for one in subjects if one.times]
    title, told = wish.title or view.heading("chronology"), _told(rows, dated, view)
    parts = [heading(title, [told, *filter(None, [asked(question, view)])], wish.width)]
    parts.append(legend(subjects, view, parts[-1].bottom, wish.width))
    if dated:
        scale = _scale(dated, window, wish.width)
        parts += _lanes(dated, cited, scale, view, wish, parts[-1].bottom)
    if len(dated) < len(subjects):
        without = [one for one in subjects if not one.times]
        parts.append(undated(without, view, parts[-1].bottom, wish.width))
    parts.append(caption(_sources(cited, numbers, view), parts[-1].bottom, wish.width))
    shapes = tuple(shape for one in parts for shape in one.shapes)
    return Sheet(wish.width, parts[-1].bottom, title, _says(told, subjects), wish.language, shapes)


# Time ---------------------------------------------------------------------------------------------

_MONTH = 30 * DAY
# In so long a time days are told, or months, else years: so many letters more than the year has.
_YEAR = 0
_EXACT = ((120 * DAY, 6), (20 * 365 * DAY, 3))


def _scale(dated: Sequence[Pictured], window: Bounds, wide: float) -> Scale:
    """Give the axis: all that is dated, as far as it lies in the window."""
    start, end = _reach(dated)
    low, high = window
    start = start if low is None else max(start, low)
    end = end if high is None else min(end, high)
    if start >= end:
        start, end = start - _MONTH, start + _MONTH
    elif all(_reach([one]) in ((start, end), (start, start)) for one in dated):
        # Nothing to compare it with but itself.
        start, end = start - (end - start), end + (end - start)
    return Scale(start, end, MARGIN + OVER, wide - MARGIN - OVER)


def _reach(dated: Sequence[Pictured]) -> tuple[int, int]:
    moments = [moment for one in dated if one.times for moment in one.times.moments]
    return min(moments, default=0), max(moments, default=0)


def _span(dated: Sequence[Pictured], view: View) -> str:
    """Say from when to when it is, as exactly as so long a time asks for."""
    if not dated:
        return ""
    start, end = _reach(dated)
    exact = next((letters for most, letters in _EXACT if end - start < most), _YEAR)
    first, last = _day(start, exact), _day(max(start, end - 1), exact)
    return view.words(first if first == last else f"{first}/{last}")


def _day(moment: int, letters: int) -> str:
    """Give the day of a moment in EDTF, or its first letters: the month, the year."""
    year = civil(moment // DAY)[0]
    if abs(year) > 9999:
        # To four digits that count: more would be told than anybody knows.
        return f"Y{round(year, 4 - len(str(abs(year))))}"
    return day_text(moment // DAY)[: len(year_text(year)) + letters]


# Lanes --------------------------------------------------------------------------------------------


def _lanes(
    dated: Sequence[Pictured],
    cited: Mapping[str, str],
    scale: Scale,
    view: View,
    wish: Wish,
    top: float,
) -> list[Panel]:
    found = strips(dated, wish.lanes, view, cited)
    chosen = _chosen(found, scale, max(_LEAST_HEIGHT, _TALLEST * wish.width))
    parts: list[Panel] = []
    y = top + _BETWEEN
    for strip, form in zip(found, chosen, strict=True):
        parts.append(panel(_strip(strip, form, scale, view, y), y))
        y += form.height + _BETWEEN + (_STRIP_HEADING if strip.name else 0)
    lines, below = axis(scale, view, top + _BETWEEN, y)
    parts = [lines, *parts, below]
    if any(form.name == "density" for form in chosen):
        most = max(highest(one.subjects, scale) for one in found)
        said = view.sentence(Message("picture-density", count=view.number(round(most))))
        parts.append(caption([said], below.bottom, wish.width))
    return parts


def _strip(strip: Strip, form: Form, scale: Scale, view: View, top: float) -> Iterator[Shape]:
    if strip.name:
        edge = path("M", MARGIN, top, "H", scale.right + OVER)
        yield Outline(edge, "line", stroke=1)
        name = f"{strip.name} · {view.number(len(strip.subjects))}"
        (line,) = wrapped(name, scale.right - scale.left, TITLE_SIZE, lines=1, bold=True)
        yield Writing(MARGIN, top + LINE, line, TITLE_SIZE, bold=True)
        top += _STRIP_HEADING
    yield from form.shapes(top)


def _chosen(strips: Sequence[Strip], scale: Scale, room: float) -> list[Form]:
    """Choose the form of each lane: the fullest ones that together have room; of lanes that are
    about as tall none is shown more fully than another.
    """
    most = max((highest(one.subjects, scale) for one in strips), default=1)
    offered = [list(forms(one.subjects, scale, most)) for one in strips]
    while sum(one[0].height for one in offered) > room:
        able = [one for one in offered if len(one) > 1]
        if not able:
            break
        tallest = max(one[0].height for one in able)
        for one in able:
            if one[0].height > tallest / 2:
                one.pop(0)
    return [one[0] for one in offered]


# Words --------------------------------------------------------------------------------------------


def _cited(rows: Sequence[EventRow], sources: Iterable[SourceRow], view: View) -> dict[str, str]:
    """Give the names of the sources that events have, in the order in which they come."""
    known = {source.key: source for source in sources}
    keys = dict.fromkeys(key for row in rows for key in row.sources)
    return {key: _name(known[key], view) if key in known else key for key in keys}


def _name(source: SourceRow, view: View) -> str:
    name = source.publisher or source.author or source.title or source.key
    return f"{name}, {view.words(source.published)}" if source.published else name


def _sources(cited: Mapping[str, str], numbers: Mapping[str, int], view: View) -> Iterator[str]:
    if numbers:
        listed = view.semicolon.join(f"[{numbers[key]}] {name}" for key, name in cited.items())
        yield view.label("sources") + " " + listed
    elif cited:
        yield view.sentence(Message("picture-sources", count=len(cited)))


def _told(rows: Sequence[EventRow], dated: Sequence[Pictured], view: View) -> str:
    """Say how many events there are, and from when to when."""
    code = "picture-event" if len(rows) == 1 else "picture-events"
    return view.sentence(Message(code, count=view.number(len(rows)), span=_span(dated, view)))


def _says(told: str, subjects: Sequence[Pictured]) -> str:
    """Say all that the picture shows."""
    if len(subjects) > _MOST_TOLD:
        return told
    return ". ".join([told, *(one.says for one in subjects)])
