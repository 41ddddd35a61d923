"""The phrases of English."""

from __future__ import annotations

from timeline.errors.english import MESSAGES
from timeline.render.phrases import Phrases


def _ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th: of quarters, thirds and halves."""
    ending = (
        "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    )
    return f"{number}{ending}"


ENGLISH = Phrases(
    messages=MESSAGES,
    undated="undated",
    # parts of a date
    first_day="1",
    moment="{date}, {time}",
    full_hour="{hour}h",
    year_with_x="year {digits}",
    no_year="year unknown",
    without_year="{a}, year unknown",
    day_of_some_month="day {day} of some month",
    part_of="{a} of {the_b}",
    decade="the {year}s",
    some_decade="the decade from {first} to {last}",
    century="the {n} century",
    century_bc="the {n} century BC",
    millennium="the {n} millennium",
    millennium_bc="the {n} millennium BC",
    sizes=(
        (10**9, "{n} billion", "{n} billion"),
        (10**6, "{n} million", "{n} million"),
    ),
    seasons=("spring", "summer", "autumn", "winter"),
    season_year="{a} {b}",
    fractions={
        "quarter": "{n} quarter",
        "quadrimester": "{n} third",
        "semester": "{n} half",
    },
    fraction_year="{a} of {b}",
    # what is not sure; these stand in parentheses after the date
    about="about {the_a}",
    note="{a} ({notes})",
    qualities={
        "?": "uncertain",
        "~": "approximate",
        "%": "uncertain and approximate",
    },
    quality_of="{parts} {quality}",
    component_names=("year", "month", "day"),
    significant=("{n} significant digit", "{n} significant digits"),
    x_unknown="X unknown",
    unknown_parts={
        "day": "day unknown",
        "month": "month unknown",
        "month and day": "month and day unknown",
    },
    hemispheres=("northern hemisphere", "southern hemisphere"),
    # intervals
    interval="{the_a} to {the_b}",
    since="since {the_a}",
    from_="from {the_a}, end unknown",
    until="until {the_a}",
    until_from_unknown="until {the_a}, start unknown",
    always="always",
    from_ever="from time immemorial, end unknown",
    from_unknown="start unknown, no end",
    # sets
    between="between {the_a} and {the_b}",
    span="{the_a} to {the_b}",
    by="by {the_a}",
    or_before="{in_a} or before {the_a}",
    or_later="{a} or later",
    some_weekday="a {weekday} of {the_b}",
    every_weekday="every {weekday} of {the_b}",
    one_of="one of {n} dates between {the_a} and {the_b}",
    one_of_several="one of several dates between {the_a} and {the_b}",
    all_of="{n} dates between {the_a} and {the_b}",
    all_of_several="several dates between {the_a} and {the_b}",
    all_from_to="all dates from {the_a} to {the_b}",
    all_until="all dates until {the_a}",
    all_from="all dates from {the_a} on",
    comma="{a}, {b}",
    either="{a} or {b}",
    both="{a} and {b}",
    # grammar
    articles={"fraction": "the {}"},
    within={"": "in", "day": "on"},
    contractions=(),
    # answers
    quote="“{}”",
    colon=":",
    semicolon="; ",
    terms={
        "mention": "a mention, not confirmed",
        "declines": "declines to comment",
        "background": "background of",
        "url": "address",
        "made_at": "when",
        "tool_version": "version",
        "revoked at": "revoked",
        "replaced_by": "replaced by",
        "taken back": "counts no more",
        "company": "appears with",
        "lost": "what lost",
        "statements": "what collections say differently",
        "extractor": "machine-made by",
        "offsets": "characters {start} to {end}",
        "other_names": "names of the others",
        "size": "together",
    },
    ordinal=_ordinal,
    count_of_centuries=_ordinal,
)
