"""The types of events, and what people call them."""

from __future__ import annotations

from functools import cache
from typing import get_args

from timeline.errors import UsageError
from timeline.names import fold, nearest
from timeline.queries.rows import TypeRow

# Type, language, everyday words with commas between them: a line per type and language.
_WORDS = "type_words.tsv"


def types(*, language: str = "en") -> tuple[TypeRow, ...]:
    """List all types of events, each with the everyday words for it.

    Args:
        language: of the words; where the table has none, they are English.
    """
    words, code = everyday_words(), language.partition("-")[0]
    return tuple(TypeRow(name, words.get((name, code), words[name, "en"])) for name in _known())


def known_type(given: str) -> str:
    """Give a type, however its letters are written.

    Raises:
        UsageError: there is none of that name. The message names those that are called so in
            everyday words, else those that are written much like it.
    """
    name = given.upper()
    if name in _known():
        return name
    wanted = fold(given)
    called = [found for (found, _), words in everyday_words().items() if wanted in map(fold, words)]
    near = list(dict.fromkeys(called)) or nearest(given, _known())
    raise UsageError("no-such-word", what="type", given=given, near=near, known=list(_known()))


@cache
def everyday_words() -> dict[tuple[str, str], tuple[str, ...]]:
    """Give (type, language) -> the words by which people call events of the type."""
    from importlib.resources import files

    lines = files(__package__).joinpath(_WORDS).read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {(name, language): tuple(words.split(", ")) for name, language, words in rows}


def _known() -> tuple[str, ...]:
    # Only now, for it is slow to import.
    from timeline.records import EventType

    return get_args(EventType)
