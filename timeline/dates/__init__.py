"""Dates: the EDTF notation and what it means.

calendar    proleptic Gregorian arithmetic on plain integers, any year
spans       sets of moments as half-open spans of seconds
point       one EDTF date: components, bounds, moments
value       Date: bounds, membership, windows, order, intersection
edtf        parse: from EDTF text to Date

What people and sources write instead is read by `timeline.temporal`.
"""

from timeline.dates.calendar import iso_text
from timeline.dates.edtf import parse
from timeline.dates.point import PRECISIONS
from timeline.dates.value import Date, Kind

__all__ = ["PRECISIONS", "Date", "Kind", "iso_text", "parse"]
