"""The French future and conditional are told by their forms, whatever the model takes them for."""

from __future__ import annotations

import pytest
from extract.conftest import written

from timeline.extract.languages import prose_language
from timeline.extract.languages.french.futures import read_futures
from timeline.extract.parse import parsed


@pytest.mark.parametrize(
    ("form", "lemma", "mood", "tense"),
    [
        ("signera", "signer", "Ind", "Fut"),
        ("signerait", "signer", "Cnd", "Pres"),
        ("viendront", "venir", "Ind", "Fut"),
        ("viendraient", "venir", "Cnd", "Pres"),
        ("mourra", "mourir", "Ind", "Fut"),
        ("appellerons", "appeler", "Ind", "Fut"),
        ("achèterait", "acheter", "Cnd", "Pres"),
        ("paiera", "payer", "Ind", "Fut"),
        ("permettra", "permettre", "Ind", "Fut"),
        ("tira", "tirer", "Ind", "Past"),
        ("tirait", "tirer", "Ind", "Imp"),
        ("tirera", "tirer", "Ind", "Fut"),
        ("rencontra", "rencontrer", "Ind", "Past"),
        ("déclarait", "déclarer", "Ind", "Imp"),
        ("entrons", "entrer", "Ind", "Pres"),
        ("mourait", "mourir", "Ind", "Imp"),
    ],
)
def test_forms_tell_the_tense(form: str, lemma: str, mood: str, tense: str) -> None:
    """A participle is read as a future, a future as a plain past; what is right is left so."""
    ((_, paragraphs),) = parsed([written("Le président signe.")])
    token = paragraphs[0].tokens[2]
    language = prose_language("fr")
    left = tense == "Imp" or form.endswith("trons")
    told = {"Mood": mood, "Tense": tense} if left else {"VerbForm": "Part", "Tense": "Past"}
    told = {"Mood": "Ind", "Tense": "Fut"} if tense == "Past" else told
    token.text, token.lower, token.lemma, token.pos, token.morph = form, form, lemma, "VERB", told
    read_futures([token], language)
    assert (token.lemma, token.morph["Mood"], token.morph["Tense"]) == (lemma, mood, tense)
