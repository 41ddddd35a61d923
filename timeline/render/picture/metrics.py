"""How wide text is, and where it breaks into lines, without a font at hand."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Advance widths in hundredths of an em, rounded up to the next five: of each character the wider
# one of DejaVu Sans and Liberation Sans (which has the widths of Arial and Helvetica). Of common
# fonts hardly any is wider than DejaVu, so that what is measured here has room for its text
# wherever it is shown.
_ADVANCES: Mapping[int, str] = {
    25: "י′‵",
    30: "'Iijlıł͵ͿΙϳІіјוןاـ",
    35: " ,./:;\\|¦·ŀιז‘’‚‛․‧‸",
    40: "()-[]ftŧſ‐‑″‶‹›",
    45: "!r¡²³¹גנدذ",
    50: '"*J`¨ª°´¸ºͺ΄ϝЈءرزو‖',
    55: "cszͻͼͽεζϯϲгзсэєѕדךכץةه٠١٢٣٤٥٦٧٨٩“”„‟‴‷",
    60: "?L_kvxy§¯ĳĸĿŁͱΓγκλνξςυχϛϜвтухчьבלצרعغ–‗†‡•‣",
    65: (
        "$0123456789FTabdeghnopqu{}¢£¤¥«µ¶»¿ßðøþđŋŦͳͷΞΣΤβδηθμορστϐϑϙϚϡϧϩϫϭϮϱϵ϶ϷϸϼГЗТУабеиклоряђטסעף"
        "פجحخػؼؽؾؿمچ‒€"
    ),
    70: "ABEKPSVXYZÞħͰΑΒΔΕΖΚΛΡΥΧαπφϏϒϕϗϞϟϥϨϬϰϹϻϾЅАБВЕРХЧЬднпцћџאהחםמת‥",
    75: "CNRUĲŊͶΝψϽϿЄИКСЭЯъקשلن",
    80: "&DGHOQÐØĐΗΘΟΠΦΩϘϤϦϪϴЏДЛНОПЦмыقىيی",
    85: "#+<=>^w~¬±×÷ŉΨωϖϣЪюك",
    90: "MͲΜϠϺЂЋМФЫфњکگ",
    95: "@ĦϢжшщљبتثطظپ…—",
    100: "%Wm©®¼½¾Ææ―",
    105: "œЊف",
    110: "ŒЉЖШЩЮ",
    125: "سشصض",
}
_KNOWN = {letter: advance for advance, letters in _ADVANCES.items() for letter in letters}
_OTHER = 110
_FULL = 105  # East Asian characters fill a square
_BOLD = 1.15  # DejaVu Sans Bold beside DejaVu Sans: 1.11 on average, 1.15 for lower-case letters
ELLIPSIS = "…"


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Give the width of a text in pixels: what it takes at most, or hardly less.

    Args:
        text: one line.
        size: of the font, in pixels.
        bold: whether it is set in bold.
    """
    return sum(map(_advance, text)) * size / 100 * (_BOLD if bold else 1)


@lru_cache(maxsize=4096)
def _advance(letter: str) -> int:
    if letter in _KNOWN:
        return _KNOWN[letter]
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    base = unicodedata.normalize("NFD", letter)[0]
    if base in _KNOWN:
        return _KNOWN[base]
    return _FULL if unicodedata.east_asian_width(letter) in "WF" else _OTHER


def wrapped(
    text: str, room: float, size: float, *, lines: int | None = None, bold: bool = False
) -> list[str]:
    """Break a text into lines; a word that is too long for one is broken too.

    Args:
        text: which is broken at its spaces.
        room: for a line, in pixels.
        size: of the font, in pixels.
        lines: at most so many, of which the last ends in an ellipsis; None means all.
        bold: whether it is set in bold.
    """
    found = list(_lines(text, room, size, bold=bold))
    if lines is None or len(found) <= lines:
        return found
    return [*found[: lines - 1], _cut(" ".join(found[lines - 1 :]), room, size, bold=bold)]


def _lines(text: str, room: float, size: float, *, bold: bool) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, size, bold=bold) <= room:
            line = longer
            continue
        if line:
            yield line
        *whole, line = _pieces(word, room, size, bold=bold)
        yield from whole
    if line:
        yield line


def _pieces(word: str, room: float, size: float, *, bold: bool) -> Iterator[str]:
    """Break a word into pieces that each have room; at least one letter is in each."""
    piece = ""
    for letter in word:
        if piece and width(piece + letter, size, bold=bold) > room:
            yield piece
            piece = ""
        piece += letter
    yield piece


def _cut(text: str, room: float, size: float, *, bold: bool) -> str:
    """Shorten a text to a room, with an ellipsis in the place of its end."""
    while text and width(text.rstrip() + ELLIPSIS, size, bold=bold) > room:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS
