"""The languages that answers are given in.

A further one is one file like `french` and one line here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.render.french import French
from timeline.render.phrases import Phrases

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES: Mapping[str, Phrases] = {"en": Phrases(), "fr": French()}


def term(name: str, language: str = "en") -> str:
    """A word of the model (`disputed`, `part_of`, `possible`) or a heading in a language.

    A word that the language's table does not hold stays as it is; a language that has no table is
    answered in English.

    Args:
        name: as the model writes it.
        language: a code such as `en`, `fr` or `fr-CA`.
    """
    return phrases_of(language).terms.get(name, name.replace("_", " "))


def heading(name: str, language: str = "en") -> str:
    """A word of the model as the heading of a column or a section: with a capital."""
    found = term(name, language)
    return found[:1].upper() + found[1:]


def phrases_of(language: str) -> Phrases:
    """The phrases of a language, else those of English."""
    return LANGUAGES.get(_base(language), LANGUAGES["en"])


def has_phrases(language: str) -> bool:
    """Whether a language has phrases of its own."""
    return _base(language) in LANGUAGES


def _base(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()
