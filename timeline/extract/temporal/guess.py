"""Which of the known languages a text is in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from timeline.extract.temporal.patterns import names

STOP_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": frozenset(names("the of and to in is that for was on with as at by it from are has be this which have")),
        "fr": frozenset(names("le la les de des du et est dans que qui une un pour sur au aux par pas avec ce se il")),
    }
)
_SAMPLE = 100_000  # characters
_SHORT, _SHARE = 20, 0.1  # of so many words and more, this share at least are stop words in any prose
_WORD = re.compile(r"[^\W\d_]+")


def guess_language(text: str) -> str | None:
    """The language of a text by its stop words, a key of STOP_WORDS; None if it is in none of them."""
    words = Counter(_WORD.findall(text[:_SAMPLE].lower()))
    counts = {code: sum(words[word] for word in stop_words) for code, stop_words in STOP_WORDS.items()}
    best = max(counts, key=lambda code: counts[code])
    total = words.total()
    if not counts[best] or (total >= _SHORT and counts[best] < _SHARE * total):
        return None
    return best
