"""What the tagger gives: one expression of time, as TIMEX3 (TimeML 1.2.1, section 2.2) and as
EDTF.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from timeline.dates import Date
    from timeline.temporal.relative import Rule

Type = Literal["DATE", "TIME", "DURATION", "SET"]


class Timex(NamedTuple):
    """An expression of time in a text.

    Attributes:
        start, end: offsets in characters; `text` is what stands between them.
        type, value: of TIMEX3.
        edtf: the same as a date, None of a duration, a set, or what has no date.
        rule: the name of the rule that found it, which way it looked, and its anchor: `weekday,
            past @ published`.
        relative: the rule of `timeline.temporal.relative` that gives `edtf` again for a better date
            of publication; None if the expression does not depend on one, or only through the
            day named before it.
    """

    start: int
    end: int
    text: str
    type: Type
    value: str
    edtf: Date | None
    rule: str
    relative: Rule | None = None


class Meaning(NamedTuple):
    """What an expression says, before it is given its place in the text.

    how, anchor: which way the rule looked, and from where; '' if it looked nowhere. day: the day it
    names, from which "the day before" and a time of day are counted; None if it names none.
    """

    type: Type
    value: str
    edtf: Date | None = None
    how: str = ""
    anchor: str = ""
    relative: Rule | None = None
    day: Date | None = None
