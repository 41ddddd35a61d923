"""The languages in which articles are read: a package for each, with one value, LANGUAGE.

A further language is a package beside these and a line in LANGUAGES; nothing else of `extract`
names one.

language    ProseLanguage: all that depends on a language
lexicon     its words        senses, states, rows   how they are read
french, english
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from timeline.errors import UsageError
from timeline.temporal.languages import LANGUAGES as DATED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.extract.languages.language import ProseLanguage

LANGUAGES: Mapping[str, str] = MappingProxyType({"en": "english", "fr": "french"})


def unread(code: str) -> str:
    """Why no article is read in a language that is no key of LANGUAGES: the code of an error."""
    return "only-dates" if code in DATED else "no-prose"


@lru_cache(maxsize=len(LANGUAGES))
def prose_language(code: str) -> ProseLanguage:
    """Return all that is known of a language, a key of LANGUAGES.

    Raises:
        UsageError: articles are not read in it.
    """
    if code not in LANGUAGES:
        raise UsageError(unread(code), language=code, known=tuple(LANGUAGES))
    found: ProseLanguage = import_module(f"{__name__}.{LANGUAGES[code]}").LANGUAGE
    return found
