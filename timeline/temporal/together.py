"""Two expressions of an article that say one date together: "between 1480 and 1490", "de 1873 à
1878", "1453 ou 1454".

The tagger finds them one by one, as TimeML has them; the frames of the language, with which a date
that stands alone is read, put them together.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from timeline.dates import Date
from timeline.errors import DateError
from timeline.temporal.folded import fold
from timeline.temporal.frames import FRAMES, openings
from timeline.temporal.languages import language

if TYPE_CHECKING:
    from timeline.temporal.timex import Timex

_REACH = 24  # characters of what stands before the first
_UNOPENED = ("one of",)  # the kind of frame that begins with its first date
_KINDS = ("between", "interval", *_UNOPENED)


class Together(NamedTuple):
    """A date that two expressions say, and where its words begin and end."""

    start: int
    end: int
    date: Date


def together(text: str, first: Timex, second: Timex, code: str) -> Together | None:
    """The date that two expressions say together, None if they are two dates.

    Args:
        text: the text in which they stand.
        first, second: one after the other, as `tag` gives them.
        code: the language, a key of LANGUAGES.

    Raises:
        UsageError: there is no such language.
    """
    if first.edtf is None or second.edtf is None:
        return None
    frames = language(code).frames
    between = re.sub(r"\s+", " ", fold(text[first.end : second.start]).bare)
    before = re.sub(r"\s+", " ", fold(text[max(0, first.start - _REACH) : first.start]).bare)
    for frame in frames:
        if frame.kind not in _KINDS or not re.fullmatch(frame.joint, between):
            continue
        opening = openings((frame,), frame.kind).search(before)
        if frame.kind not in _UNOPENED and not (opening and opening[0]):
            continue
        with suppress(DateError):  # it ends before it begins: two dates
            date = FRAMES[frame.kind]([first.edtf, second.edtf])
            if isinstance(date, Date):
                start = first.start - len(opening[0]) if opening else first.start
                return Together(start, second.end, date)
    return None
