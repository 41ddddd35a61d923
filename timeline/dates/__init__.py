"""Dates: the EDTF notation and what it means.

calendar    proleptic Gregorian arithmetic on plain integers, any year
spans       sets of moments as half-open spans of seconds
point       one EDTF date: components, bounds, moments
value       Date: bounds, membership, order
edtf        parse: from EDTF text to Date
windows     whether a date may, or must, lie in a window of time
common      what several datings of one event have in common

What people and sources write instead is read by `timeline.temporal`.
"""

from timeline.dates.calendar import iso_text
from timeline.dates.common import Common, common_part
from timeline.dates.edtf import parse
from timeline.dates.point import PRECISIONS
from timeline.dates.value import Date, Kind
from timeline.dates.windows import may_meet, must_meet

__all__ = [
    "PRECISIONS",
    "Common",
    "Date",
    "Kind",
    "common_part",
    "iso_text",
    "may_meet",
    "must_meet",
    "parse",
]
