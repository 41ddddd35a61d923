"""What a picture is made of, before it is written in any notation; all lengths are in pixels."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

# Which end of a line of text stands where it is put.
Anchor: TypeAlias = Literal["start", "middle", "end"]


class Writing(NamedTuple):
    """A line of text.

    Attributes:
        x, y: where it begins, or ends, on its base line.
        text: what it says.
        size: of the font.
        ink: a colour of the palette.
        anchor: which end of it stands at x.
        bold, struck: how it is set.
        clear: whether what lies behind it is kept away from its letters.
    """

    x: float
    y: float
    text: str
    size: float
    ink: str = "ink"
    anchor: Anchor = "start"
    bold: bool = False
    struck: bool = False
    clear: bool = False


class Area(NamedTuple):
    """A rectangle.

    Attributes:
        x, y, width, height: where it is.
        ink: a colour of the palette.
        fade: whether it comes out of nothing on its left (`in`), or goes into nothing (`out`).
        opacity: from 0 to 1.
    """

    x: float
    y: float
    width: float
    height: float
    ink: str
    fade: Literal["", "in", "out"] = ""
    opacity: float = 1


class Outline(NamedTuple):
    """Any line or form.

    Attributes:
        path: in the notation of SVG (2, section 9.3).
        ink: a colour of the palette.
        opacity: from 0 to 1.
        stroke: how thick its line is; 0 fills it.
        dashes: lengths of dashes and gaps.
    """

    path: str
    ink: str
    opacity: float = 1
    stroke: float = 0
    dashes: tuple[float, ...] = ()


class Cluster(NamedTuple):
    """Shapes that belong together, and what they are in words."""

    says: str
    shapes: tuple[Shape, ...]


Shape: TypeAlias = "Writing | Area | Outline | Cluster"


class Box(NamedTuple):
    """Where something is."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two have a point inside of both."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


def number(value: float) -> str:
    """Write a length, to a tenth of a pixel."""
    return f"{value:.1f}".removesuffix(".0")


def path(*parts: str | float) -> str:
    """Write a path: commands, each before the lengths that it takes."""
    return " ".join(one if isinstance(one, str) else number(one) for one in parts)
