"""How far a claim is trusted: by who takes part, and how the text names them."""

from __future__ import annotations

from typing import get_args

import pytest
from extract.conftest import written

from timeline import records as r
from timeline.extract.claims import extracted
from timeline.extract.judging import Telling, is_right, of_claim
from timeline.extract.languages import LANGUAGES
from timeline.extract.languages.rows import rows
from timeline.resolve import DOUBTFUL

# The same deed, of somebody who is named and of one for whom a pronoun may stand among several.
PAIRS = [
    ("fr", "Le ministre Paul Garnier a vu Jean Morel. Paul Garnier a démissionné lundi.",
     "Le ministre Paul Garnier a vu Jean Morel. Il a démissionné lundi."),
    ("fr", "Le maire Paul Garnier a reçu Jean Morel. Paul Garnier a été arrêté mardi.",
     "Le maire Paul Garnier a reçu Jean Morel. Il a été arrêté mardi."),
    ("en", "The minister John Rowe met Peter Smith in Paris. John Rowe resigned on Monday.",
     "The minister John Rowe met Peter Smith in Paris. He resigned on Monday."),
    ("en", "The mayor Anna Weber met Mary Smith in Paris. Anna Weber was arrested on Tuesday.",
     "The mayor Anna Weber met Mary Smith in Paris. She was arrested on Tuesday."),
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


def test_a_claim_of_a_kind_that_is_mostly_right_is_trusted_more() -> None:
    """A statement that the article tells itself, and a contest in a condition."""
    plain = Telling("en", "STATEMENT", "asserted", "affirms", 1, sourced=False, dated="words")
    rare = Telling("en", "SPORT", "hypothetical", "affirms", 0, sourced=False, dated="words")
    assert is_right(rare, 0.8) < is_right(plain, 0.8)
    assert is_right(plain, 0.5) < is_right(plain, 0.9)


def test_every_weight_of_a_claim_is_of_something_that_a_claim_can_have() -> None:
    told = [
        Telling(
            language, kind, modality, polarity, people, sourced, dated, word,
            quoted=known, weak=known, alike=known, meant=known,
        )
        for language in LANGUAGES
        for kind in get_args(r.EventType)
        for modality in get_args(r.Modality)
        for polarity in get_args(r.Polarity)
        for word in ("VERB", "NOUN", "HELD", "ADJ", "ADP", "AUX")
        for people, known in ((0, False), (2, True))
        for dated in ("", "words", "tense")
        for sourced in (False, True)
    ]  # fmt: skip
    known = {name for one in told for name in of_claim(one, 0.5)}
    weights = {name for name, _ in rows("timeline.extract", "calibration.tsv")}
    assert weights <= known
    assert weights >= {"always", "chance"}


def test_that_somebody_declines_is_trusted_by_its_own_words() -> None:
    text = "Paul Garner was arrested on Monday. The police declined to comment."
    claim = last_claim(text, "en")
    assert claim.polarity == "declines"
    assert (claim.confidence or 0) >= DOUBTFUL
