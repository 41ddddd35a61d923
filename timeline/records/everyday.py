"""What people call the words of the vocabulary: "meeting" for CONSULT."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from timeline.names import fold, nearest

if TYPE_CHECKING:
    from collections.abc import Collection

# Type of events, language, everyday words with commas between them: a line per type and language.
_WORDS = "type_words.tsv"


@cache
def everyday_words() -> dict[tuple[str, str], tuple[str, ...]]:
    """Give (type of events, language) -> the words by which people call events of the type."""
    lines = files(__package__).joinpath(_WORDS).read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {(name, language): tuple(words.split(", ")) for name, language, words in rows}


def probable(given: str, known: Collection[str]) -> list[str]:
    """Give the known words that one which is not known may stand for.

    Those that are called so in everyday words, in any language; else those that are written much
    like it.
    """
    wanted = fold(given)
    called = (word for (word, _), words in everyday_words().items() if wanted in map(fold, words))
    return [word for word in dict.fromkeys(called) if word in known] or nearest(given, known)
