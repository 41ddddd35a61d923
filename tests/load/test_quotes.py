"""Where a quote stands in a text, and where it departs from it."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.load.quotes import Passage, departure, locate
from timeline.names import typed

TEXT = "« L’été », dit-elle — c’est « L’été »\u202f!\r\n\r\nFin…"


@pytest.mark.parametrize(
    ("quote", "hint", "passage"),
    [
        ("L’été", None, (2, 7)),
        ("L'été", None, (2, 7)),
        ("L’été", 2, (2, 7)),
        ("L’été", 3, (30, 35)),
        ("L'été", 3, (30, 35)),
        ("L’été", 99, (2, 7)),
        ("L'été", 99, (2, 7)),
        ("dit-elle - c'est", None, (11, 27)),
        ("dit‑elle – c′est", None, (11, 27)),
        ("  L'été\n », ", None, (2, 10)),
        ("!\n\nFin", None, (38, 46)),
        ("! Fin…", None, (38, 47)),
        ("l’été", None, None),
        ("L’ete", None, None),
        ("L’été !", None, None),
        ("", None, None),
        (" \n", None, None),
    ],
)
def test_locate(quote: str, hint: int | None, passage: tuple[int, int] | None) -> None:
    assert locate(TEXT, quote, hint) == (Passage(*passage) if passage else None)


@pytest.mark.parametrize(
    ("quote", "where"),
    [
        ("Rien", "not even its first word does"),
        ("« L'été » dit-elle", "after “« L'été »” the text goes on “, dit-elle — c’est”"),
        ("! Fin… vraiment", "the text ends after “! Fin…”"),
        ("c'est « L'été » ! Suite", "after “L'été » !” the text goes on “Fin…”"),
    ],
)
def test_departure(quote: str, where: str) -> None:
    assert str(departure(TEXT, quote)) == where


texts = st.text(st.sampled_from("ab'’“\"—- \u00a0\n.*[("), min_size=1, max_size=30)


@given(texts, st.integers(0, 30), st.integers(1, 30), st.none() | st.integers(0, 40))
def test_whatever_is_cut_out_is_found(text: str, start: int, length: int, hint: int | None) -> None:
    """Law: a part of the text stands there, as it is and as people type it, and the slice is what
    was asked for.
    """
    part = text[start : start + length]
    for quote in (part, typed(part), f"  {part.strip()}\n"):
        passage = locate(text, quote, hint)
        assert (passage is None) == (not part.strip())
        if passage:
            assert typed(text[slice(*passage)]).split() == typed(part).split()


@given(texts, texts)
def test_a_departure_is_named_where_there_is_one(text: str, quote: str) -> None:
    """Law: it never fails for a quote that does not stand in the text."""
    if quote.split() and locate(text, quote) is None:
        assert departure(text, quote).code == "quote-departs"


@pytest.mark.parametrize("words", ["a ", "a\u00a0", "«\u202f", "aa "])
def test_the_search_for_a_place_takes_time_in_proportion_to_the_text(words: str) -> None:
    """Repetitions are what makes a search by trial slow: here a quote of 5,000 words in a text of
    100,000 characters, which it does not hold, or only at its very end.
    """
    text = words * (100_000 // len(words))
    quote = "a " * 5000 + "b"
    started = process_time()
    assert locate(text, quote) is None
    assert departure(text, quote).code == "quote-departs"
    found = locate(f"{text}{quote.replace(' ', '  ')}", quote)
    assert found is not None
    assert found.end == len(text) + 5000 * 3 + 1
    assert process_time() - started < 5
