"""How a language says a date: its phrases, and the parts that they are filled with."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from timeline.render.calendars import CalendarWords, calendar_of
from timeline.render.languages import has_phrases, phrases_of

if TYPE_CHECKING:
    from timeline.render.phrases import Phrases


class Said(NamedTuple):
    """A date in words, as it stands alone.

    Attributes:
        text: the words.
        kind: which article and which preposition they take.
        exact: whether the words say all of it: they are read back as the same date.
    """

    text: str
    kind: str = ""
    exact: bool = True


class Day(NamedTuple):
    """A date of plain numbers: all that a series of dates can share."""

    year: int
    month: int | None
    day: int | None


class Speech(NamedTuple):
    """One language: how it says things and how it writes dates."""

    phrases: Phrases
    calendar: CalendarWords

    def say(self, template: str, **parts: Said | str | int) -> str:
        """Fill a template; of a part `a` that is a date, {the_a} has the article, and {in_a} is
        the preposition that says when something was.
        """
        given: dict[str, object] = {}
        for name, part in parts.items():
            given[name] = part.text if isinstance(part, Said) else part
            if isinstance(part, Said):
                given["the_" + name] = self.phrases.articles.get(part.kind, "{}").format(part.text)
                given["in_" + name] = self.phrases.within.get(part.kind, self.phrases.within[""])
        return template.format_map(given)

    def join(self, template: str, *, exact: bool = True, kind: str = "", **parts: Said) -> Said:
        """Fill a template with dates; it says all only if each of them does."""
        text = self.say(template, **parts)
        return Said(text, kind, exact and all(part.exact for part in parts.values()))

    def numbers(self, day: Day, *, without: str = "") -> Said:
        """Write a date of plain numbers, without its `y`ear, or without year and month (`yM`)."""
        skeleton = "y" + ("MMM" if day.month else "") + ("d" if day.day else "")
        for letter in without:
            skeleton = skeleton.replace(letter, "")
        number = self.phrases.first_day if day.day == 1 else str(day.day)
        text = self.calendar.write(skeleton, year=day.year, month=day.month or 1, day=number)
        return Said(text, "day" if day.day else "")


@lru_cache(maxsize=64)
def speech_of(language: str) -> Speech:
    phrases = phrases_of(language)
    return Speech(phrases, calendar_of(language, phrases.sizes if has_phrases(language) else ()))
