"""What to type next: commands and options for what went wrong, by its code. The sentences
themselves stand in `timeline.errors.english` and speak of neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors.message import Message, fill

if TYPE_CHECKING:
    from timeline.errors.english import Sentence

ENGLISH: dict[str, Sentence] = {}
HINTS = {"en": ENGLISH}


def told(message: Message | str) -> str:
    """Give a message in English with what to type next, if its sentence does not lead on already to
    the names that were perhaps meant.
    """
    if isinstance(message, str) or message.code not in ENGLISH or message.values.get("near"):
        return str(message)
    return f"{message}; {fill(message, ENGLISH)}"
