"""What dates, and the answers around them, are said with: in English here, in other languages in a
file each.

In a template, {a} is a date as it stands alone ("8 mai 2018") and {the_a} the same after a
preposition ("le 8 mai 2018"); `articles` makes the second from the first, and `contractions` join
what the language joins ("de le" -> "du").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Phrases:
    """The phrases of English; a language is a subclass that says all of them in its own words."""

    undated = "undated"
    # parts of a date
    first_day = "1"  # the first of a month, as it is written
    moment = "{date}, {time}"  # {date} {time}
    full_hour = "{hour}h"  # {hour}, where minutes are not given
    year_with_x = "year {digits}"  # {digits}
    no_year = "year unknown"
    without_year = "{a}, year unknown"  # {a}
    day_of_some_month = "day {day} of some month"  # {day}
    part_of = "{a} of {the_b}"  # {a} {the_b}: 25 Dec of the 1560s
    decade = "the {year}s"  # {year}
    # {first} {last}: before Christ the tens are no decades of years BC
    some_decade = "the decade from {first} to {last}"
    century = "the {n} century"  # {n}
    century_bc = "the {n} century BC"
    millennium = "the {n} millennium"
    millennium_bc = "the {n} millennium BC"
    sizes: Sequence[tuple[int, str, str]] = (
        (10**9, "{n} billion", "{n} billion"),
        (10**6, "{n} million", "{n} million"),
    )  # of round numbers: from which on, one, several ({n})
    seasons = ("spring", "summer", "autumn", "winter")
    season_year = "{a} {b}"  # {a} {b}
    fractions: ClassVar[Mapping[str, str]] = {
        "quarter": "{n} quarter",
        "quadrimester": "{n} third",
        "semester": "{n} half",
    }  # precision -> {n}
    fraction_year = "{a} of {b}"  # {a} {b}
    # what is not sure; these stand in parentheses after the date
    about = "about {the_a}"  # {the_a}
    note = "{a} ({notes})"  # {a} {notes}
    qualities: ClassVar[Mapping[str, str]] = {
        "?": "uncertain",
        "~": "approximate",
        "%": "uncertain and approximate",
    }  # qualifier -> word
    quality_of = "{parts} {quality}"  # {parts} {quality}
    parts = ("year", "month", "day")
    significant = ("{n} significant digit", "{n} significant digits")  # {n}: one, several
    x_unknown = "X unknown"
    unknown_parts: ClassVar[Mapping[str, str]] = {
        "day": "day unknown",
        "month": "month unknown",
        "month and day": "month and day unknown",
    }
    hemispheres = ("northern hemisphere", "southern hemisphere")
    # intervals
    interval = "{the_a} to {the_b}"
    since = "since {the_a}"
    from_ = "from {the_a}, end unknown"
    until = "until {the_a}"
    until_from_unknown = "until {the_a}, start unknown"
    always = "always"
    from_ever = "from time immemorial, end unknown"
    from_unknown = "start unknown, no end"
    # sets
    between = "between {the_a} and {the_b}"
    span = "{the_a} to {the_b}"  # a range among other members
    or_before = "{in_a} or before {the_a}"
    or_later = "{a} or later"
    some_weekday = "a {weekday} of {the_b}"  # {weekday} {the_b}
    every_weekday = "every {weekday} of {the_b}"
    one_of = "one of {n} dates between {the_a} and {the_b}"  # {n} {the_a} {the_b}
    one_of_several = "one of several dates between {the_a} and {the_b}"
    all_of = "{n} dates between {the_a} and {the_b}"
    all_of_several = "several dates between {the_a} and {the_b}"
    all_from_to = "all dates from {the_a} to {the_b}"
    all_until = "all dates until {the_a}"
    all_from = "all dates from {the_a} on"
    comma = "{a}, {b}"
    either = "{a} or {b}"
    both = "{a} and {b}"
    # grammar
    articles: ClassVar[Mapping[str, str]] = {"fraction": "the {}"}  # kind of date -> {}
    within: ClassVar[Mapping[str, str]] = {"": "in", "day": "on"}  # kind of date -> preposition
    contractions: tuple[tuple[str, str], ...] = ()  # pattern, replacement
    # answers
    quote = "“{}”"  # {}
    colon = ":"  # after a label
    semicolon = "; "
    terms: ClassVar[Mapping[str, str]] = {
        "mention": "a mention, not confirmed",
        "declines": "declines to comment",
        "background": "background of",
        "url": "address",
        "made_at": "when",
        "tool_version": "version",
        "company": "appears with",
        "lost": "what lost",
        "extractor": "machine-made by",
        "offsets": "characters {start} to {end}",
        "says nothing": "says nothing more",
        "left": "one",
        "left_name": "name",
        "right": "other",
        "right_name": "name of the other",
    }

    @staticmethod
    def ordinal(number: int) -> str:
        """1st, 2nd, 3rd, 11th: of quarters, thirds and halves."""
        ending = (
            "th"
            if number % 100 in (11, 12, 13)
            else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        )
        return f"{number}{ending}"

    @classmethod
    def count_of_centuries(cls, number: int) -> str:
        """The number of a century or a millennium."""
        return cls.ordinal(number)
