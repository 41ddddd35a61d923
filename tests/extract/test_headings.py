"""What the heading of an article tells that its prose does not."""

from __future__ import annotations

import pytest
from extract.conftest import PUBLISHED

from timeline import records as r
from timeline.extract.article import read_article
from timeline.extract.claims import extracted

BODY = {"fr": "Le vent a soufflé mardi sur la ville de Lyon.", "en": "The wind blew on Tuesday."}

LEADS = [
    ("Mali : des citoyens manifestent à Bamako", "fr", "des citoyens manifestent à Bamako"),
    ("Des citoyens manifestent à Bamako", "fr", "Des citoyens manifestent à Bamako"),
    ("Garnier : « Nous avons gagné »", "fr", None),
    ("La réponse que donne le maire de la ville : il part", "fr", None),
    ("Police Arrest Three Men Over Market Attack", "en", None),
    ("Police arrest three men over attack", "en", "Police arrest three men over attack"),
]


@pytest.mark.parametrize(("heading", "language", "lead"), LEADS)
def test_what_of_a_heading_is_read(heading: str, language: str, lead: str | None) -> None:
    text = f"{heading}\n\n{BODY[language]}\n"
    article = read_article("a.txt", text.encode(), published=PUBLISHED, language=language)
    found = article.lead()
    assert (None if found is None else text[slice(*found)]) == lead


def test_prose_without_a_heading_has_no_lead() -> None:
    article = read_article("a.txt", BODY["fr"].encode(), published=PUBLISHED, language="fr")
    assert article.lead() is None


TOLD = [
    ("Paul Garnier démissionne", "Le maire de Lyon a parlé aux élus mardi.", True),
    ("Paul Garnier démissionne", "Le maire Paul Garnier a démissionné mardi.", False),
    ("Démission de Paul Garnier", "Le maire de Lyon a parlé aux élus mardi.", False),
    ("Paul Garnier aurait démissionné", "Le maire de Lyon a parlé aux élus mardi.", False),
]


@pytest.mark.parametrize(("heading", "body", "new"), TOLD)
def test_a_heading_tells_what_the_prose_does_not(heading: str, body: str, new: bool) -> None:
    """By a verb, on its own word, and nothing of a type that the prose tells of; its quote is the
    heading.
    """
    text = f"{heading}\n\n{body}\n"
    article = read_article("a.txt", text.encode(), published=PUBLISHED, language="fr")
    ((_, records),) = extracted([article])
    claims = [one for one in records if isinstance(one, r.Claim)]
    above = [one for one in claims if (one.trigger_start or 0) < len(heading)]
    assert [one.quote for one in above] == [heading] * new
