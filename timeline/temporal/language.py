"""What a language is: its words of time, the rules they stand in, and what surrounds them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Pattern(NamedTuple):
    """One rule of a language; `grammar` says how patterns are written.

    name: what people call it, in `Timex.rule`.
    kind: the key of the function that gives it a meaning, in `meanings.MEANINGS`.
    pattern: what it looks like.
    given: slots with a fixed value.
    unless, needs: patterns of what must not, or must, stand directly before it in a text.
    """

    name: str
    kind: str
    pattern: str
    given: Mapping[str, str] = _NOTHING
    unless: str = ""
    needs: str = ""


class Frame(NamedTuple):
    """How dates are put together to one: `between {a} and {b}`.

    kind: the key of the function that puts them together, in `frames.FRAMES`.
    opening, joint, closing: patterns of what stands before, between and after the dates. Without
        a joint it is about one date; a joint may stand several times in a list.
    """

    kind: str
    opening: str = ""
    joint: str = ""
    closing: str = ""


class Clues(NamedTuple):
    """Patterns, on lower-case text with accents, of what tells the past from the future within a
    sentence.

    past, future: verbs.
    beside: what tells the past if it stands directly before an expression: participles, "since".
    hint: what tells the future where no verb tells anything: "from", "until".
    trace: what tells the past there: "accident", "victory".
    clause: where another clause begins.
    default: how an expression looks that nothing tells of.
    small: words at the end of a line that is a line of a paragraph, not a heading.
    short: short words whose stop ends no sentence; each has an end of its own length.
    """

    past: str = "(?!)"
    future: str = "(?!)"
    beside: str = "(?!)"
    hint: str = "(?!)"
    trace: str = "(?!)"
    clause: str = r"[:;()\"]|,(?!\d)"
    default: str = "past"
    small: tuple[str, ...] = ()
    short: tuple[str, ...] = ()

    def pattern(self) -> str:
        """All of the clues, each as a group of its name; of two at one place the first in this
        order counts.
        """
        return "|".join(
            f"(?P<{kind}>{getattr(self, kind)})"
            for kind in ("future", "past", "beside", "hint", "trace", "clause")
        )


class Names(NamedTuple):
    """What tells a person called Noël from the feast.

    titles: pattern of what stands before a surname: `m.`, `mrs`.
    openers: words that may have a capital at the head of a sentence, or in a heading, and are no
        first names.
    timely: pattern of what stands before a feast though a name follows it: `over Easter Trump`.
    """

    titles: str = "(?!)"
    openers: frozenset[str] = frozenset()
    timely: str = "(?!)"


class Language(NamedTuple):
    """All that is known of a language. Its words and patterns are folded: lower case, no accents,
    plain apostrophes and hyphens.

    weekdays, months, seasons, units: its words for the names in `words`.
    slots: further slots: words, with what they stand for.
    raw: slots that are patterns.
    patterns: its rules; of two that find expressions of one length at one place, the first counts.
    alone: rules for what is a date only where it stands alone, as people type it.
    wide: slots that are wider there.
    lead: pattern of what may stand there before a date and says nothing: "on", "le".
    frames: how it puts dates together, in the order in which they are tried.
    to_day: pattern of what stands between a time of day and its day.
    hedges: pattern of what may stand before a length of time and belongs to it: "more than".
    clues: what tells past from future.
    names: what tells names from feasts.
    day_first: whether 03/04/2024 is 3 April.
    capitals: months and eras that are other words without a capital.
    everyday: months of other calendars that are other words too; without a day they are these.
    lower: months and seasons that are part of a name with a capital.
    stop_words, frequent: its most frequent words, by which a text is known to be in it; the first
        are rare in its neighbours.
    examples: dates as they are said in it, for messages.
    """

    weekdays: Mapping[str, str]
    months: Mapping[str, str]
    seasons: Mapping[str, str]
    units: Mapping[str, str]
    patterns: tuple[Pattern, ...]
    slots: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    raw: Mapping[str, str] = _NOTHING
    alone: tuple[Pattern, ...] = ()
    wide: Mapping[str, str] = _NOTHING
    lead: str = ""
    frames: tuple[Frame, ...] = ()
    to_day: str = ",? "
    hedges: str = "(?!)"
    clues: Clues = Clues()
    names: Names = Names()
    day_first: bool = True
    capitals: frozenset[str] = frozenset()
    everyday: frozenset[str] = frozenset()
    lower: frozenset[str] = frozenset()
    stop_words: frozenset[str] = frozenset()
    frequent: frozenset[str] = frozenset()
    examples: str = ""


def synonyms(names: tuple[str, ...], words: str) -> dict[str, str]:
    """Words to the names they stand for: one group of words for each name, parted by spaces, the
    words of a group by a bar, those of one expression by `_`.
    """
    return {
        word.replace("_", " "): name
        for name, group in zip(names, words.split(), strict=True)
        for word in group.split("|")
    }
