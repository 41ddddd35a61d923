"""Where events happen, and how many they count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from extract.conftest import written

from timeline import records as r
from timeline.extract.claims import extracted
from timeline.extract.gazetteer.places import place_key, spot_of_state, spots

if TYPE_CHECKING:
    from collections.abc import Iterable

PLACES = [
    ("en", "Anna Weber met John Rowe in Paris.", "Paris"),
    ("en", "Thousands demonstrated in the city of Lyon.", "Lyon"),
    ("en", "A bomb exploded near a market in Baghdad on Friday.", "Baghdad"),
    ("en", "The police arrested two dozen people in Chad.", "Chad"),
    ("en", "The minister flew to Moscow on Monday.", "Moscow"),
    ("en", "The fire in Cambridge, Massachusetts killed a man.", "Cambridge"),
    ("en", "A man was killed in Cambridge.", None),  # which one is not known
    ("en", "Paris rejected the plan.", None),
    ("en", "The president of France met the workers.", None),
    ("en", "A report of France criticised the plan.", None),
    ("fr", "Des milliers de personnes ont manifesté à Paris.", "Paris"),
    ("fr", "Le ministre a rencontré son homologue dans un hôtel de Genève.", "Geneva"),
    ("fr", "La police a arrêté 45 personnes à La Haye.", "The Hague"),
    ("fr", "Paul Garnier s’est rendu à Kiev lundi.", "Kyiv"),
    ("fr", "Le maire de Lyon a démissionné.", None),
]
COUNTS = [
    ("en", "Rebels killed 14 soldiers in Mali.", "dead 14"),
    (
        "en",
        "A bomb killed at least 1,200 people and wounded more than 30.",
        "dead 1200..; injured 30..",
    ),
    ("en", "The fire left 12 dead and 30 injured.", "dead 12; injured 30"),
    ("en", "Two dozen people were arrested on Monday.", "arrested 24"),
    ("en", "Halden Corp won a $2.5 billion contract.", "sum 2500000000 USD"),
    ("en", "Anna Weber met 12 ministers.", ""),
    ("fr", "Une explosion a fait douze morts et une trentaine de blessés.", "dead 12; injured 30"),
    ("fr", "Au moins 45 personnes ont été arrêtées lundi.", "arrested 45.."),
    ("fr", "L’entreprise a versé 2 milliards d’euros à la ville.", "sum 2000000000 EUR"),
]


def claims(found: Iterable[r.AnyRecord]) -> list[r.Claim]:
    return [record for record in found if isinstance(record, r.Claim)]


def shown(quantity: r.Quantity) -> str:
    number = f"{quantity.value}" if quantity.low is None else f"{quantity.low:g}.."
    return " ".join(filter(None, (quantity.name, number, quantity.unit)))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_event_happens_where_its_words_say(language: str) -> None:
    table = [(text, name) for code, text, name in PLACES if code == language]
    for (text, name), (_, found) in zip(
        table, extracted(written(text, language) for text, _ in table), strict=True
    ):
        records = list(found)
        places = {one.key: one for one in records if isinstance(one, r.Place)}
        named = {places[one.place].name if one.place else None for one in claims(records)}
        assert named == {name}, text
        assert all(one.latitude is not None and one.country for one in places.values())


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_claim_gives_the_numbers_of_its_passage(language: str) -> None:
    table = [(text, counts) for code, text, counts in COUNTS if code == language]
    for (text, counts), (_, found) in zip(
        table, extracted(written(text, language) for text, _ in table), strict=True
    ):
        given = {shown(one): None for claim in claims(found) for one in claim.quantities}
        assert "; ".join(given) == counts, text


def test_places_are_found_with_accents_or_without_and_in_both_languages() -> None:
    names = [("Montréal", "Montreal"), ("Genève", "Geneva"), ("Pékin", "Beijing")]
    assert all(spots(one) == spots(other) != () for one, other in names)
    assert spots("paris") == spots("Nowhere") == ()


def test_every_state_of_the_gazetteer_lies_on_the_globe() -> None:
    chad = spot_of_state("TD")
    assert chad is not None
    assert place_key(chad).startswith("geonames/")
    assert (7 < chad.latitude < 24, 13 < chad.longitude < 25) == (True, True)
    assert spot_of_state("XX") is None
