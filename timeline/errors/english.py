"""What each code says in English: what is wrong, and how to mend it; nothing of the command line,
so that it reads well from Python too. `fill` tells how a sentence is written.
"""

from __future__ import annotations

from typing import TypeAlias

# A template, or one with ends of which one is added.
Sentence: TypeAlias = str | tuple[str, ...]

MESSAGES: dict[str, Sentence] = {
    "date-of-option": "{option} {why}",
    "no-such-choice": ("{option} {given}: there are {known}", "; did you mean {near: or }?"),
    "problems": (
        "{count:problem|problems}",
        " ({more} more not shown); nothing was loaded",
        "; nothing was loaded",
    ),
}
