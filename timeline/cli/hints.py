"""What to type next: commands and options for what went wrong, by its code. The sentences
themselves stand in `timeline.errors.english` and speak of neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors.message import Message, fill

if TYPE_CHECKING:
    from timeline.errors.english import Sentence

ENGLISH: dict[str, Sentence] = {
    "certainly-without-window": "add --on, or --from and --to",
    "event-and-filter": "leave them out, or leave out EVENT",
    "no-such-actor": "`timeline actors` lists them",
    "no-such-event": "`timeline show` lists the keys",
    "no-such-mention": "`timeline actors --mentions` lists them",
    "no-such-place": "`timeline places` lists them",
    "no-such-source": "`timeline sources` lists the keys",
    "role-without-actor": "add --actor",
    "why-without-event": "timeline show EVENT --why",
    "window-twice": "leave out --from and --to, or --on",
}
HINTS = {"en": ENGLISH}


def told(message: Message | str) -> str:
    """Give a message in English with what to type next, if its sentence does not lead on already to
    the names that were perhaps meant.
    """
    if isinstance(message, str) or message.code not in ENGLISH or message.values.get("near"):
        return str(message)
    return f"{message}; {fill(message, ENGLISH)}"
