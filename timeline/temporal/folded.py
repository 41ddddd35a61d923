"""A text as the rules see it, aligned with the text as it is."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_DROPPED = re.compile("[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]")
_SPECIAL = {
    **dict.fromkeys("’‘ʼ′`´", "'"),
    **dict.fromkeys("‐‑‒–−", "-"),
    **dict.fromkeys("\r\t\v\f", " "),
    "—": ";",
    **dict.fromkeys("\x85\u2028\u2029", "\n"),
}
_LATIN = range(0x80, 0x250)


class Folded(NamedTuple):
    """Three strings of one length, and where each of their characters stands in the text.

    bare: lower case, without accents, with plain apostrophes, hyphens and spaces; the rules run on
    it. lower: the same with its accents, for the tense of verbs (`annonce`, `annoncé`). cased: with
    its case as well. places: offset in the text of each character and of the end; None if they are
    the same.
    """

    bare: str
    lower: str
    cased: str
    places: list[int] | None

    def place(self, index: int) -> int:
        """The offset in the text of an offset in the strings."""
        return index if self.places is None else self.places[index]


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[int, str], dict[int, str]]:
    plain = {ord(c): to for c, to in _SPECIAL.items()}
    plain |= {c: " " for c in range(0x80, 0x3001) if unicodedata.category(chr(c)) == "Zs"}
    lower = {c: low for c in range(0x250) if len(low := chr(c).lower()) == 1 and low != chr(c)}
    bare = dict(plain)
    for c in _LATIN:
        base = unicodedata.normalize("NFKD", chr(c).lower())
        kept = "".join(x for x in base if not unicodedata.combining(x))
        if c not in plain and len(kept) == 1:
            bare[c] = kept
    return lower | plain, lower | bare


def fold(text: str) -> Folded:
    """Fold a text so that every character of the result has a place in it.

    Combining accents are first joined with their letters, soft hyphens and zero-width characters
    are left out.
    """
    places: list[int] | None = None
    if _DROPPED.search(text):
        text, places = _joined(text)
    lower, bare = _tables()
    return Folded(text.translate(bare), text.translate(lower), text, places)


def _joined(text: str) -> tuple[str, list[int]]:
    kept: list[str] = []
    places: list[int] = []
    for index, character in enumerate(text):
        if not _DROPPED.match(character):
            kept.append(character)
            places.append(index)
        elif kept and unicodedata.combining(character):
            whole = unicodedata.normalize("NFC", kept[-1] + character)
            kept[-1] = whole if len(whole) == 1 else kept[-1]
    places.append(len(text))
    return "".join(kept), places


def bare(text: str) -> str:
    """Lower case, without accents, with plain apostrophes, hyphens and single spaces."""
    return " ".join(fold(text).bare.split())
