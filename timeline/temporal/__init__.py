"""Dates in words: what an article says, what a record's `said:` says, what a person types.

There is one reader. A language (languages/: a file each) has its words, its rules, and the frames
with which it puts dates together; an article, a record and a person are read with the same ones.

words       the names that stand for what each language says in its own words
language    what a language is
grammar     how its rules are written down, and how they are found
patterns    words as patterns
folded      a text as the rules see it
context     what a text has said so far: the date of the source, the last day named
headings    a year, a month, a day or an hour that dates what stands under it
days, feasts, periods, shares, clocks, lengths, calendars   what the words found mean
meanings    kind of rule -> meaning
frames      kind of frame -> the date of the dates in it; bounds: before, by, after, from, since
relative    Rule: a date relative to the source's own, as databases hold it

reader      read_said: one date in words, as a record has it; numeric: one in figures
human       read: what people type

tagger      tag: the expressions of time in an article, as TIMEX3 and as EDTF (timex)
together    two of them that say one date: "between 1480 and 1490"
tense       which way a sentence looks
people      who is called Noël
guess       the language of a text
documents   what is read and written around it: JSON Lines, TimeML

The tagger is imported when `tag` is first asked for, a language when a text in it is first tagged.
"""

from typing import TYPE_CHECKING

from timeline.temporal.timex import Timex

if TYPE_CHECKING:
    from timeline.temporal.tagger import tag

__all__ = ["Timex", "tag"]


def __getattr__(name: str) -> object:
    if name == "tag":
        from timeline.temporal.tagger import tag

        return tag
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
