"""How far a claim is trusted: by who takes part, and how the text names them."""

from __future__ import annotations

import pytest
from extract.conftest import written

from timeline import records as r
from timeline.extract.claims import extracted
from timeline.resolve import DOUBTFUL

# The same deed, of somebody who is named and of one for whom a pronoun may stand among several.
PAIRS = [
    ("fr", "Le ministre Paul Garnier a démissionné lundi.",
     "Le ministre Paul Garnier a vu Jean Morel. Il a démissionné lundi."),
    ("fr", "Le maire Paul Garnier a été arrêté mardi.",
     "Le maire Paul Garnier a reçu Jean Morel et Marc Aubry. Il a été arrêté mardi."),
    ("en", "The minister John Rowe resigned on Monday.",
     "The minister John Rowe met Peter Smith in Paris. He resigned on Monday."),
    ("en", "The mayor Anna Weber was arrested on Tuesday.",
     "The mayor Anna Weber met Mary Smith and Jane Hall. She was arrested on Tuesday."),
]  # fmt: skip


def last_claim(text: str, language: str) -> r.Claim:
    """The last claim of a text of one paragraph."""
    ((_, records),) = extracted([written(text, language)])
    return [record for record in records if isinstance(record, r.Claim)][-1]


@pytest.mark.parametrize(("language", "named", "meant"), PAIRS)
def test_a_pronoun_is_trusted_less_than_a_name(language: str, named: str, meant: str) -> None:
    sure, guessed = (last_claim(text, language) for text in (named, meant))
    assert [part.role for part in sure.who] == [part.role for part in guessed.who]
    assert 0 < (guessed.confidence or 0) < (sure.confidence or 0) < 1


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_claim_with_a_name_in_a_plain_clause_is_shown(language: str) -> None:
    text = next(named for code, named, _ in PAIRS if code == language)
    assert (last_claim(text, language).confidence or 0) >= DOUBTFUL
