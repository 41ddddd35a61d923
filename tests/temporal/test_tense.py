"""Which way an expression looks, by the words around it."""

from __future__ import annotations

import pytest

from timeline.dates import parse
from timeline.temporal import tag

PUBLISHED = parse("2024-11-14")  # a Thursday


def values(text: str, language: str) -> list[str]:
    return [found.value for found in tag(text, language=language, published=PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Un rendez-vous à confirmer\n\nCe lundi, le roi l'aurait reçu.", "fr", "2024-11-11"),
        ("Le conseil votera\nLundi, le maire a parlé.", "fr", "2024-11-11"),
        ("A vote will follow\n\nOn Monday, the mayor spoke.", "en", "2024-11-11"),
        ("Talks will resume\nMonday saw no talks; they had failed.", "en", "2024-11-11"),
    ],
)
def test_a_heading_says_nothing_of_the_paragraph_after_it(
    text: str, language: str, expected: str
) -> None:
    """Words of another paragraph do not count, were they the only ones."""
    assert values(text, language) == [expected]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le conseil votera\nlundi sur le budget.", "fr"),
        ("The council will vote on\nMonday on the budget.", "en"),
    ],
)
def test_a_wrapped_line_belongs_to_its_paragraph(text: str, language: str) -> None:
    """A line break within a sentence does not end it."""
    assert values(text, language) == ["2024-11-18"]


def test_the_clause_counts_before_the_sentence() -> None:
    """The verb of the clause tells the tense, whichever verb is nearer to the expression."""
    text = "Le texte que les députés voteront mardi avait été rédigé par le Sénat vendredi."
    assert values(text, "fr") == ["2024-11-19", "2024-11-08"]
    text = "The court, which will rule on Monday, heard both sides on Tuesday."
    assert values(text, "en") == ["2024-11-18", "2024-11-12"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Il serait arrivé mardi.", "2024-11-12"),
        ("Il se serait rendu mardi à Rome.", "2024-11-12"),
        ("Ils auraient été vus mardi.", "2024-11-12"),
        ("Le pont devrait avoir été réparé mardi.", "2024-11-12"),
        ("Le pont devrait être réparé mardi.", "2024-11-19"),
        ("Le budget serait voté mardi.", "2024-11-19"),
        ("Il pourrait se rendre mardi à Rome.", "2024-11-19"),
        ("L'assemblée a lieu mardi.", "2024-11-19"),
    ],
)
def test_conditionals_in_french(sentence: str, expected: str) -> None:
    """The conditional perfect is past; the conditional of a modal verb and of the passive looks
    ahead.
    """
    assert values(sentence, "fr") == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It may have closed on Tuesday.", "2024-11-12"),
        ("It would have closed on Tuesday.", "2024-11-12"),
        ("It may be closed on Tuesday.", "2024-11-19"),
        ("It will have closed by Tuesday.", "2024-11-19"),
        ("Since Tuesday, it will not open.", "2024-11-12"),
        ("The shops open on Tuesday.", "2024-11-19"),
        ("Its launch on Tuesday failed.", "2024-11-12"),
    ],
)
def test_perfects_in_english(sentence: str, expected: str) -> None:
    """A modal verb with a perfect is past; "will" is not."""
    assert values(sentence, "en") == [expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("The two met face-to-face on Friday in Addis Ababa.", "en", "2024-11-08"),
        ("They agreed to work together in the run-up to the 27 January vote.", "en", "2025-01-27"),
        ("Doha allait accueillir le 8 décembre une conférence.", "fr", "2024-12-08"),
        ("Ils ont déposé leurs listes en vue du scrutin du 8 décembre.", "fr", "2024-12-08"),
        ("Il allait mieux mardi.", "fr", "2024-11-12"),
    ],
)
def test_what_was_to_come_lies_ahead(text: str, language: str, expected: str) -> None:
    """The future of a past, and what somebody has in view; no compound looks ahead."""
    assert values(text, language) == [expected]
