"""The types of events, and what people call them."""

from __future__ import annotations

from typing import get_args

from timeline.errors import UsageError
from timeline.queries.rows import TypeRow
from timeline.records import EventType
from timeline.records.everyday import everyday_words, probable

_KNOWN: tuple[EventType, ...] = get_args(EventType)


def types(*, language: str = "en") -> tuple[TypeRow, ...]:
    """List all types of events, each with the everyday words for it.

    Args:
        language: of the words; where the table has none, they are English.
    """
    words, code = everyday_words(), language.partition("-")[0]
    return tuple(TypeRow(name, words.get((name, code), words[name, "en"])) for name in _KNOWN)


def known_type(given: str) -> EventType:
    """Give a type, however its letters are written.

    Raises:
        UsageError: there is none of that name. The message names those that are called so in
            everyday words, else those that are written much like it.
    """
    for known in _KNOWN:
        if known == given.upper():
            return known
    near = probable(given, _KNOWN)
    raise UsageError("no-such-word", what="type", given=given, near=near, known=list(_KNOWN))
