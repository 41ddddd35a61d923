"""A heading dates what stands under it: a year, a month, a day, the hour of an entry."""

from __future__ import annotations

import pytest

from timeline.dates import parse
from timeline.temporal import tag

PUBLISHED = parse("2024-12-30")


def dates(text: str, language: str) -> list[str]:
    found = tag(text, language=language, published=PUBLISHED)
    return [str(one.edtf) for one in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "# 2011\n\n3 mars : le pont ferme.", ["2011", "2011-03-03"]),
        ("fr", "## 2011\n\nEn mai, le pont ferme.", ["2011", "2011-05"]),
        ("fr", "2011\n- le 3 mars : le pont ferme.", ["2011", "2011-03-03"]),
        ("en", "# 2011\n\nOn March 3 the bridge closed.", ["2011", "2011-03-03"]),
        ("en", "2011\n\nMarch 3: the bridge closes.", ["2011", "2011-03-03"]),
        ("en", "**2011**\n\nJune: the bridge opens.", ["2011", "2011-06"]),
        (
            "en",
            "# 2011\n\n## March\n\nOn March 3 it shut.\n\n## May\n\nOn 4 May it opened.",
            ["2011", "2011-03", "2011-03-03", "2011-05", "2011-05-04"],
        ),
        ("en", "# March 2011\n\nOn 3 March it shut.", ["2011-03", "2011-03-03"]),
    ],
)
def test_a_year_or_a_month(language: str, text: str, expected: list[str]) -> None:
    """What has no year of its own has that of the heading."""
    assert dates(text, language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "# 2011\n\nIt shut.\n\n# Notes\n\nOn March 3 we wrote this.",
        "2011\n\nIt shut. We wrote this on March 3.",
        "# 2011\n\nIt was built in 2024, and shut on March 3, 2024.",
        "# 2011\n\nIt shut on Sunday, March 3.",
    ],
)
def test_what_is_under_no_heading(text: str) -> None:
    """A heading ends; one without a mark is for lists; a year or a weekday in the words goes first.

    3 March was a Sunday in 2024, and not in 2011.
    """
    assert dates(text, "en")[-1] == "2024-03-03"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "10:20 - The mayor speaks\nYesterday he was silent.\n\n08:00 - Good morning\nHello.",
            ["2024-12-30T10:20", "2024-12-29", "2024-12-30T08:00"],
        ),
        (
            "fr",
            "9h15 - Le maire parle\nIl s'était tu hier.\n\n8h00 : le port rouvre\nEnfin.",
            ["2024-12-30T09:15", "2024-12-29", "2024-12-30T08:00"],
        ),
        (
            "fr",
            "Samedi 28 décembre\n\n9h15 - Il parle\nLa veille, il s'était tu.\n\n8h00 - Début",
            ["2024-12-28", "2024-12-28T09:15", "2024-12-27", "2024-12-28T08:00"],
        ),
    ],
)
def test_an_entry_begins_anew(language: str, text: str, expected: list[str]) -> None:
    """The hour of an entry is of the page's day, whatever the entry above it named."""
    assert dates(text, language) == expected
