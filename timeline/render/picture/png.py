"""A picture as PNG, by resvg."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from timeline.render.picture.svg import FONTS

# Pixels of the image for each of the picture: enough for print at its usual size, and for screens.
SCALE = 2
# A noncharacter, which no font has.
_NOWHERE = "\U0010ffff"


class Fonts(NamedTuple):
    """What the fonts of this machine lack for a text.

    Attributes:
        none: whether no font is found at all.
        lacking: characters that none of them has.
    """

    none: bool
    lacking: tuple[str, ...]


def png(svg: str) -> bytes:
    """Draw an SVG as PNG.

    Raises:
        ModuleNotFoundError: resvg_py is not installed.
    """
    from resvg_py import svg_to_bytes

    return bytes(svg_to_bytes(svg_string=svg, zoom=SCALE))


def lacking(text: str) -> Fonts:
    """Find what the fonts lack that resvg finds: it draws an empty box in the place of that.

    Raises:
        ModuleNotFoundError: resvg_py is not installed.
    """
    nothing, box = _drawn(""), _drawn(_NOWHERE)
    if _drawn("a") in (nothing, box):
        return Fonts(none=True, lacking=())
    letters = sorted({letter for letter in text if not letter.isascii() and _is_seen(letter)})
    return Fonts(none=False, lacking=tuple(one for one in letters if _drawn(one) == box))


def _is_seen(letter: str) -> bool:
    return unicodedata.category(letter) not in ("Cc", "Cf", "Zs", "Zl", "Zp")


def _drawn(text: str) -> bytes:
    from resvg_py import svg_to_bytes

    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="32">'
        f'<text x="8" y="22" font-size="16" font-family="{FONTS}">{text}</text></svg>'
    )
    return bytes(svg_to_bytes(svg_string=svg))
