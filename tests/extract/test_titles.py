"""Titles of what is read: a clause that can be understood on its own, in the words of the text."""

from __future__ import annotations

import pytest

from timeline import records as r
from timeline.dates import parse
from timeline.extract.article import read_article
from timeline.extract.claims import extracted

FRENCH = [
    ("Le maire a promis une aide aux familles.", "Le maire a promis une aide aux familles"),
    ("L'armée a annoncé jeudi que la route était coupée.",
     "L'armée a annoncé jeudi que la route était coupée"),
    ("Paul Garnier est arrivé à Lyon. Il a rencontré lundi Driss Alaoui.",
     "Paul Garnier a rencontré lundi Driss Alaoui"),
    ("Le navire a coulé lors de son retour.", "Le navire a coulé lors de son retour"),
    ("Il a atterri à Lyon.", "Il a atterri à Lyon"),
    ("La police a arrêté l'homme à Lyon en mars 2024.", "La police a arrêté l'homme à Lyon"),
    ("Driss Alaoui a adhéré au Parti des eaux (PDE) à Lyon.",
     "Driss Alaoui a adhéré au Parti des eaux (PDE) à Lyon"),
    ("Le maire a appelé à la grève après une violente explosion à Lyon.",
     "Violente explosion à Lyon"),
    ("Une explosion a eu lieu à Lyon.", "Une explosion a eu lieu à Lyon"),
    ("« Nous resterons ici », a déclaré Driss Alaoui.",
     "Driss Alaoui a déclaré – « Nous resterons ici »"),
    ("La Coalition des pêcheurs et des paysans de la côte du Nord, absente, a refusé l'accord.",
     "La Coalition des pêcheurs et des paysans de la côte du Nord a refusé l'accord"),
]  # fmt: skip
ENGLISH = [
    ("The mayor promised help to the families.", "The mayor promised help to the families"),
    ("Ann Lee arrived in Rome. She met Bob Orr on Monday.", "Ann Lee met Bob Orr"),
    ("Officials said that the road was closed.", "Officials said that the road was closed"),
    ("“We stay here,” said Ann Lee.", "Ann Lee said – “We stay here,”"),
    ("The company will launch a new service.", "The company will launch a new service"),
    ("Ann Lee signed a contract to supply planes.", "Ann Lee – to supply planes"),
    ("Northern Mills and its partner Ann Lee bought the yard.",
     "Northern Mills and its partner Ann Lee bought the yard"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [*(("fr", *row) for row in FRENCH), *(("en", *row) for row in ENGLISH)],
    ids=lambda value: value if len(value) > 2 else "",
)
def test_a_title_is_a_clause_of_the_text(language: str, text: str, title: str) -> None:
    assert title in titles(text, language)


def test_a_long_title_is_cut_between_words_and_closes_what_it_opened() -> None:
    long = "de la commune voisine et " * 8
    (title,) = titles(f"Driss Alaoui a promis « une aide aux familles {long}du bourg ».", "fr")
    assert title.startswith("Driss Alaoui a promis « une aide aux familles")
    assert title.endswith(" … »")
    assert len(title) <= 104


def titles(text: str, language: str) -> list[str]:
    article = read_article(
        "text.txt", text.encode(), published=parse("2024-11-14"), language=language
    )
    ((_, records),) = extracted([article])
    return [record.title[language] for record in records if isinstance(record, r.Event)]
