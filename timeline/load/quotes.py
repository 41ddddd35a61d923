"""Where a quote stands in a source's text. Offsets always refer to the text as it is."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.names import typed


class Passage(NamedTuple):
    """A part of a text: offsets in characters, end exclusive."""

    start: int
    end: int


def locate(text: str, quote: str, hint: int | None = None) -> Passage | None:
    """Find a quote: as it is, else but for the kind of apostrophes, quotation marks, dashes and spaces.

    Args:
        text: the source's text.
        quote: what is said to stand there.
        hint: where it is expected to begin, for a quote that stands there more than once.

    Returns:
        its place, that of the first one after the hint where it stands several times; None if it doesn't.
    """
    if not quote.strip():
        return None
    found = text.find(quote, hint or 0)
    if found < 0:
        found = text.find(quote)
    if found >= 0:
        return Passage(found, found + len(quote))
    pattern = re.compile(" +".join(re.escape(word) for word in typed(quote).split()))
    plain = typed(text)
    match = pattern.search(plain, hint or 0) or pattern.search(plain)
    return Passage(*match.span()) if match else None


def departure(text: str, quote: str) -> str:
    """Say where a quote that does not stand in a text departs from it, for the person who is to mend it."""
    words = quote.split()
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if locate(text, " ".join(words[:middle])):
            low = middle
        else:
            high = middle - 1
    if low == 0:
        return "not even its first word does"
    passage = locate(text, " ".join(words[:low]))
    assert passage is not None
    goes_on = " ".join(text[passage.end : passage.end + 60].split()[:4])
    known = " ".join(words[max(0, low - 3) : low])
    return f"after “{known}” the text goes on “{goes_on}”" if goes_on else f"the text ends after “{known}”"
