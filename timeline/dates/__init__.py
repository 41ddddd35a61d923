"""Dates: the EDTF notation, what it means, and what people and sources write instead.

calendar    proleptic Gregorian arithmetic on plain integers, any year
spans       sets of moments as half-open spans of seconds
point       one EDTF date: components, bounds, moments
value       Date: bounds, membership, windows, order, intersection
edtf        parse: from EDTF text to Date
words       the words of each language, one table per language
absolute    whole dates in words or numbers: "11 novembre 2024", "14.11.2024"
relative    Rule: what a source says relative to its own date ("ce lundi"); read_said
human       read: from what people type to Date

The last four are imported where they are needed (`from timeline.dates.human import read`).
"""

from timeline.dates.calendar import iso_text
from timeline.dates.edtf import parse
from timeline.dates.point import PRECISIONS
from timeline.dates.value import Date, Kind

__all__ = ["PRECISIONS", "Date", "Kind", "iso_text", "parse"]
