"""The offices by which an article calls people: they hold them when it is published."""

from __future__ import annotations

import pytest
from extract.conftest import PUBLISHED, written

from timeline import records as r
from timeline.extract.claims import extracted

OFFICES = {
    "fr": [
        (
            "Le ministre de la Justice, Éric Dupont, a rencontré l'ambassadeur d'Iran, Ali Karimi.",
            {"Éric Dupont": "ministre de la Justice", "Ali Karimi": "ambassadeur d'Iran"},
        ),
        ("Marie Durand, maire de Lyon, a démissionné.", {"Marie Durand": "maire de Lyon"}),
        ("L'ex-ministre de l'Intérieur Bruno Gall a été condamné lundi.", {}),
        ("Marie Durand, alors maire de Lyon, a démissionné.", {}),
        ("Le maire Paul Petit a été blessé lundi.", {}),
        ("Le frère du président tunisien, Karim Ben Ali, a été interpellé lundi.", {}),
        ("L'avocat de la famille, Jean Blanc, a dénoncé une erreur.", {}),
    ],
    "en": [
        (
            "French foreign minister Jean Martin met Jane Hall, mayor of Bristol.",
            {"Jean Martin": "French foreign minister", "Jane Hall": "mayor of Bristol"},
        ),
        ("Jane Hall, then mayor of Bristol, resigned.", {}),
        ("The former president of Peru, Alberto Ruiz, died on Monday.", {}),
        ("Police arrested Mark Bell, a lawyer of the family.", {}),
    ],
}


@pytest.mark.parametrize(
    ("language", "text", "offices"),
    [(language, *row) for language, rows in OFFICES.items() for row in rows],
)
def test_an_office_of_somewhere_is_held_when_the_article_is_published(
    language: str, text: str, offices: dict[str, str]
) -> None:
    ((article, records),) = extracted([written(text, language)])
    assert article.published == PUBLISHED
    names = {one.key: one.name for one in records if isinstance(one, r.Actor)}
    found = [one for one in records if isinstance(one, r.Position)]
    assert {names[one.actor]: one.title for one in found} == offices
    assert all(one.source == article.key and one.held is None for one in found)
