"""A tagger of temporal expressions: from a text to what it says of time, as TIMEX3 and as EDTF.

timex       what is found
folded      the text as the rules see it
grammar     how a language is written down, and how its rules are found in a text
french, english   the languages
context     what the text has said so far: the date of the source, the last day named
tense       which way a sentence looks
patterns    words as patterns
days, feasts, periods, clocks, lengths   what the words found mean
meanings    kind of rule -> meaning
tagger      tag
guess       the language of a text
documents   what is read and written around it: JSON Lines, TimeML
"""

from timeline.extract.temporal.tagger import tag
from timeline.extract.temporal.timex import Timex

__all__ = ["Timex", "tag"]
