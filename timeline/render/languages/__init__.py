"""The languages that answers are given in.

A further one is one file like `french`, and one line here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors.message import Message, fill
from timeline.render.languages.english import ENGLISH
from timeline.render.languages.french import FRENCH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.render.phrases import Phrases

DEFAULT_LANGUAGE = "en"
# Values of messages that are words of the model.
_MODEL = {"kind", "modality", "of", "polarity", "role"}
LANGUAGES: Mapping[str, Phrases] = {"en": ENGLISH, "fr": FRENCH}


def term(name: str, language: str = DEFAULT_LANGUAGE) -> str:
    """A word of the model (`disputed`, `part_of`, `possible`) or a heading in a language.

    A word that the language's table does not hold stays as it is; a language that has no table is
    answered in the default language.

    Args:
        name: as the model writes it.
        language: a code such as `en`, `fr` or `fr-CA`.
    """
    return phrases_of(language).terms.get(name, name.replace("_", " "))


def heading(name: str, language: str = DEFAULT_LANGUAGE) -> str:
    """A word of the model as the heading of a column or a section: with a capital."""
    found = term(name, language)
    return found[:1].upper() + found[1:]


def sentence(message: Message, language: str = DEFAULT_LANGUAGE) -> str:
    """What a message says in a language."""
    return fill(in_words(message, language), phrases_of(language).messages)


def in_words(message: Message, language: str) -> Message:
    """A message in which the words of the model are those of a language."""
    values = {
        name: term(value, language) if name in _MODEL and isinstance(value, str) else value
        for name, value in message.values.items()
    }
    return Message(message.code, **values)


def phrases_of(language: str) -> Phrases:
    """The phrases of a language, else those of the default language."""
    return LANGUAGES.get(_base(language), LANGUAGES[DEFAULT_LANGUAGE])


def has_phrases(language: str) -> bool:
    """Whether a language has phrases of its own."""
    return _base(language) in LANGUAGES


def _base(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()
