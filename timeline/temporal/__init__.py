"""Dates in words: what an article says, what a record's `said:` says, what a person types.

words       the words of each language, one table per language
absolute    whole dates in words or numbers: "11 novembre 2024", "14.11.2024"
relative    Rule: what a source says relative to its own date ("ce lundi"); read_said
human       read: from what people type to Date

A tagger of temporal expressions: from a text to what it says of time, as TIMEX3 and as EDTF.

timex       what is found
folded      the text as the rules see it
grammar     how a language is written down, and how its rules are found in a text
french, english   the languages: their words and rules
french_verbs, english_verbs   how their verbs tell the past from the future
context     what the text has said so far: the date of the source, the last day named
tense       which way a sentence looks
patterns    words as patterns
days, feasts, periods, clocks, lengths   what the words found mean
meanings    kind of rule -> meaning
tagger      tag
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
