"""Two expressions that say one date."""

from __future__ import annotations

import pytest

from timeline.dates import parse
from timeline.temporal import tag
from timeline.temporal.together import together


@pytest.mark.parametrize(
    ("language", "text", "edtf", "words"),
    [
        ("en", "It was built between 1480 and 1490.", "[1480..1490]", "between 1480 and 1490"),
        ("fr", "Elle fut bâtie entre 1480 et 1490.", "[1480..1490]", "entre 1480 et 1490"),
        ("en", "He ruled from 1873 to 1878.", "1873/1878", "from 1873 to 1878"),
        ("fr", "Il a régné de 1873 à 1878.", "1873/1878", "de 1873 à 1878"),
        ("fr", "Il a siégé du 3 mai au 5 juin 2018.", "2018-05-03/2018-06-05", None),
        ("en", "The city fell in 1453 or 1454.", "[1453,1454]", "1453 or 1454"),
        ("fr", "La ville tomba en 1453 ou 1454.", "[1453,1454]", "1453 ou 1454"),
        ("en", "They met from 4 May 2018\nto  5 May 2018.", "2018-05-04/2018-05-05", None),
        ("en", "It opens from 10 a.m. to 5 p.m.", "2024-11-14T10:00/2024-11-14T17:00", None),
        ("en", "He was elected in 1873 and in 1878.", None, None),
        ("en", "He paid in 1873, to be free in 1878.", None, None),
        ("en", "From 1878 to 1873 is no time.", None, None),
        ("fr", "Il fut élu en 1873 à Paris en 1878.", None, None),
    ],
)
def test_together(language: str, text: str, edtf: str | None, words: str | None) -> None:
    """As one, or as two that have only a word between them in common."""
    first, second = tag(text, language=language, published=parse("2024-11-14"))[:2]
    found = together(text, first, second, language)
    assert (found and found.date) == (edtf and parse(edtf))
    if found and words:
        assert text[found.start : found.end] == words
