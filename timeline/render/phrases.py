"""What dates, and the answers around them, are said with; each language has a file of its own.

In a template, {a} is a date as it stands alone ("8 mai 2018") and {the_a} the same after a
preposition ("le 8 mai 2018"); `articles` makes the second from the first, and `contractions` join
what the language joins ("de le" -> "du").
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from timeline.errors.english import Sentence


# The annotations here are no texts (`from __future__ import annotations`), each of which NamedTuple
# would compile; a dataclass of so many fields takes six times as long to make.
class Phrases(NamedTuple):
    """All that a language has to say; what a template names stands behind it."""

    undated: str
    # parts of a date
    first_day: str  # the first of a month, as it is written
    moment: str  # {date} {time}
    full_hour: str  # {hour}, where minutes are not given
    year_with_x: str  # {digits}
    no_year: str
    without_year: str  # {a}
    day_of_some_month: str  # {day}
    part_of: str  # {a} {the_b}: 25 Dec of the 1560s
    decade: str  # {year}
    # {first} {last}: before Christ the tens are no decades of years BC
    some_decade: str
    century: str  # {n}
    century_bc: str
    millennium: str
    millennium_bc: str
    sizes: Sequence[tuple[int, str, str]]  # of round numbers: from which on, one, several ({n})
    seasons: tuple[str, ...]
    season_year: str  # {a} {b}
    fractions: Mapping[str, str]  # precision -> {n}
    fraction_year: str  # {a} {b}
    # what is not sure; these stand in parentheses after the date
    about: str  # {the_a}
    note: str  # {a} {notes}
    qualities: Mapping[str, str]  # qualifier -> word
    quality_of: str  # {parts} {quality}
    component_names: tuple[str, ...]
    significant: tuple[str, ...]  # {n}: one, several
    x_unknown: str
    unknown_parts: Mapping[str, str]
    hemispheres: tuple[str, ...]
    # intervals
    interval: str
    since: str
    from_: str
    until: str
    until_from_unknown: str
    always: str
    from_ever: str
    from_unknown: str
    # sets
    between: str
    span: str  # a range among other members
    by: str  # the report of which is of {the_a}
    or_before: str
    or_later: str
    some_weekday: str  # {weekday} {the_b}
    every_weekday: str
    one_of: str  # {n} {the_a} {the_b}
    one_of_several: str
    all_of: str
    all_of_several: str
    all_from_to: str
    all_until: str
    all_from: str
    comma: str
    either: str
    both: str
    # grammar
    articles: Mapping[str, str]  # kind of date -> {}
    within: Mapping[str, str]  # kind of date -> preposition
    contractions: tuple[tuple[str, str], ...]  # pattern, replacement
    # answers
    quote: str  # {}
    colon: str  # after a label
    semicolon: str
    terms: Mapping[str, str]
    messages: Mapping[str, Sentence]  # code -> what it says, as in `timeline.errors.english`
    # numbers
    ordinal: Callable[[int], str]  # of quarters, thirds and halves
    count_of_centuries: Callable[[int], str]  # and of millennia
