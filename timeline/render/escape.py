"""Text from outside, made safe to print: what a terminal would obey and what a reader could not see
becomes visible.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Control characters (C0, DEL, C1); bidirectional embeddings, overrides and isolates (Unicode
# Standard Annex 9, section 2: they reorder what stands around them); invisible operators, fillers
# and deprecated format characters; annotation marks; tag characters (they can hide a whole text);
# surrogates, which no encoding can write. What ordinary text of some script needs stays: ZWJ and
# ZWNJ, left-to-right and right-to-left marks, the zero-width space of Thai and Khmer, soft hyphens,
# variation selectors, combining marks.
DANGEROUS = (
    "\x00-\x1f\x7f-\x9f\u115f\u1160\u17b4\u17b5\u180e\u2028\u2029\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)


def printable(text: str) -> str:
    r"""Show what must not reach a terminal or a page as it is.

    Each run of line breaks and tabs becomes one space, every other dangerous character an escape as
    Python writes it: `\x1b`, `\u202e`, `\U000e0041`.

    >>> printable("a\x1b[31m\nb")
    'a\\x1b[31m b'
    """
    if text.isascii() and text.isprintable():
        return text
    breaks, dangerous = _patterns()
    return dangerous.sub(_escape, breaks.sub(" ", text))


def json_safe(text: str) -> str:
    r"""Write the dangerous characters of a JSON document as `\uXXXX`, which every reader takes for
    the same value.

    Args:
        text: JSON in which line feeds stand only between values.
    """
    if (
        text.isascii() and "\x7f" not in text
    ):  # the characters below U+0020 have been escaped by whoever wrote the JSON
        return text
    return _patterns()[1].sub(
        lambda found: found[0] if found[0] == "\n" else _escape_utf16(found[0]), text
    )


def display_width(text: str) -> int:
    """Count the columns a text takes in a terminal: two for wide East Asian characters (Unicode
    Standard Annex 11), none for combining marks and format characters."""
    if text.isascii():
        return len(text)
    return sum(map(_columns, text))


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile("[\t\n\r\x85\u2028\u2029]+"), re.compile(f"[{DANGEROUS}]")


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _escape_utf16(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))


@lru_cache(maxsize=4096)
def _columns(character: str) -> int:
    import unicodedata

    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
