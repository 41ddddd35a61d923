"""Shapes as SVG: presentation attributes alone, no style sheet and no script, so that it may stand
in any page, and any program shows it.
"""

from __future__ import annotations

from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from timeline.render.escape import printable
from timeline.render.picture.shapes import Area, Cluster, Outline, Writing, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from timeline.render.picture.shapes import Shape

# Families that are everywhere under one of their names; those that an image is made with as well.
FONTS = "Helvetica, Arial, 'Liberation Sans', 'Noto Sans', 'DejaVu Sans', sans-serif"
LIGHT: Mapping[str, str] = {
    "ground": "#fdfcfa",
    "ink": "#1b1b1f",
    "faint": "#5c5c66",
    "line": "#dcd9d3",
    "asserted": "#1f6b3a",
    "reported": "#2f6db5",
    "planned": "#6a57ad",
    "disputed": "#b06a00",
    "denied": "#a4271a",
    "retracted": "#5c5c66",
}
DARK: Mapping[str, str] = {
    "ground": "#17171a",
    "ink": "#e7e5e1",
    "faint": "#a5a3a0",
    "line": "#3a3a40",
    "asserted": "#7fcf9b",
    "reported": "#8db9f0",
    "planned": "#b9a8f5",
    "disputed": "#e9ad5a",
    "denied": "#f0897c",
    "retracted": "#a5a3a0",
}
THEMES: Mapping[str, Mapping[str, str]] = {"light": LIGHT, "dark": DARK}


class Sheet(NamedTuple):
    """A picture, all but its notation.

    Attributes:
        width, height: in pixels.
        title, says: what it shows, for those who can't see it.
        language: of its texts.
        shapes: what is drawn, from the back to the front.
    """

    width: float
    height: float
    title: str
    says: str
    language: str
    shapes: Sequence[Shape]


def svg(sheet: Sheet, theme: str) -> str:
    """Write a picture as a document of its own.

    Args:
        sheet: the picture.
        theme: one of THEMES.
    """
    colours = THEMES[theme]
    name = _name(sheet, theme)
    size = f"{number(sheet.width)} {number(sheet.height)}"
    attributes = {
        "viewBox": f"0 0 {size}",
        "width": number(sheet.width),
        "height": number(sheet.height),
        "role": "img",
        "xml:lang": _text(sheet.language),
        "aria-labelledby": f"{name}-title {name}-desc",
        "font-family": FONTS,
    }
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg"{_attributes(attributes)}>',
        f'<title id="{name}-title">{_text(sheet.title)}</title>',
        f'<desc id="{name}-desc">{_text(sheet.says)}</desc>',
        *_gradients(sheet.shapes, colours, name),
        f'<rect width="100%" height="100%" fill="{colours["ground"]}"/>',
        *(line for shape in sheet.shapes for line in _written(shape, colours, name)),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _name(sheet: Sheet, theme: str) -> str:
    """Name what the picture refers to, so that several may stand in one page."""
    return "t" + sha256(repr((sheet, theme)).encode()).hexdigest()[:8]


def _gradients(shapes: Iterable[Shape], colours: Mapping[str, str], name: str) -> Iterator[str]:
    used = {(area.ink, area.fade) for area in _areas(shapes) if area.fade}
    if not used:
        return
    yield "<defs>"
    for ink, fade in sorted(used):
        first, last = (0, 1) if fade == "in" else (1, 0)
        yield (
            f'<linearGradient id="{name}-{ink}-{fade}">'
            f'<stop offset="0" stop-color="{colours[ink]}" stop-opacity="{first}"/>'
            f'<stop offset="1" stop-color="{colours[ink]}" stop-opacity="{last}"/>'
            "</linearGradient>"
        )
    yield "</defs>"


def _areas(shapes: Iterable[Shape]) -> Iterator[Area]:
    for shape in shapes:
        if isinstance(shape, Cluster):
            yield from _areas(shape.shapes)
        elif isinstance(shape, Area):
            yield shape


def _written(shape: Shape, colours: Mapping[str, str], name: str) -> Iterator[str]:
    match shape:
        case Cluster(says, shapes):
            yield f"<g><title>{_text(says)}</title>"
            for inner in shapes:
                yield from _written(inner, colours, name)
            yield "</g>"
        case Writing():
            yield _writing(shape, colours)
        case Area():
            yield _area(shape, colours, name)
        case Outline():
            yield _outline(shape, colours)


def _writing(shape: Writing, colours: Mapping[str, str]) -> str:
    more = {
        "text-anchor": shape.anchor if shape.anchor != "start" else "",
        "font-weight": "bold" if shape.bold else "",
        "text-decoration": "line-through" if shape.struck else "",
        "paint-order": "stroke" if shape.clear else "",
        "stroke": colours["ground"] if shape.clear else "",
        "stroke-width": "4" if shape.clear else "",
        "stroke-linejoin": "round" if shape.clear else "",
    }
    return (
        f'<text x="{number(shape.x)}" y="{number(shape.y)}" font-size="{number(shape.size)}" '
        f'fill="{colours[shape.ink]}"{_attributes(more)}>{_text(shape.text)}</text>'
    )


def _area(shape: Area, colours: Mapping[str, str], name: str) -> str:
    ink = f"url(#{name}-{shape.ink}-{shape.fade})" if shape.fade else colours[shape.ink]
    more = {"opacity": f"{shape.opacity:g}" if shape.opacity != 1 else ""}
    return (
        f'<rect x="{number(shape.x)}" y="{number(shape.y)}" width="{number(shape.width)}" '
        f'height="{number(shape.height)}" fill="{ink}"{_attributes(more)}/>'
    )


def _outline(shape: Outline, colours: Mapping[str, str]) -> str:
    ink = colours[shape.ink]
    more = {
        "opacity": f"{shape.opacity:g}" if shape.opacity != 1 else "",
        "stroke": ink if shape.stroke else "",
        "stroke-width": number(shape.stroke) if shape.stroke else "",
        "stroke-dasharray": " ".join(map(number, shape.dashes)),
    }
    fill = "none" if shape.stroke else ink
    return f'<path d="{shape.path}" fill="{fill}"{_attributes(more)}/>'


def _attributes(values: Mapping[str, str]) -> str:
    return "".join(f' {name}="{value}"' for name, value in values.items() if value)


def _text(text: str) -> str:
    """Escape a text; what XML forbids, and what would turn its surroundings, is made visible."""
    return escape(printable(text))
