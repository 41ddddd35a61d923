"""The names that stand, in every language, for what it says in its own words.

They are those of the notation of `relative`, so a language says that `lundi` is "monday".
"""

from __future__ import annotations

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
SEASONS = ("spring", "summer", "autumn", "winter")
UNITS = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")
