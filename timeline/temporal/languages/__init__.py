"""The languages that dates are read in: a file each, and a line of LANGUAGES.

A file holds one value, LANGUAGE, with all that `timeline.temporal` knows of the language.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from timeline.errors import UsageError

if TYPE_CHECKING:
    from timeline.temporal.language import Language

LANGUAGES: Mapping[str, str] = MappingProxyType({"en": "english", "fr": "french", "es": "spanish"})
"""Codes, and the files that hold the languages; what is read in any of them is tried in this order.
"""


@lru_cache
def language(code: str) -> Language:
    """All that is known of a language.

    Args:
        code: a key of LANGUAGES.

    Raises:
        UsageError: there is no such language.
    """
    if code not in LANGUAGES:
        raise UsageError("no-grammar", language=code, known=tuple(LANGUAGES))
    module = import_module(f"{__name__}.{LANGUAGES[code]}")
    found: Language = module.LANGUAGE
    return found


def code_of(tag: str | None) -> str | None:
    """The code of a language that is written as `fr-CA` or `FR`; None if it is not known."""
    code = (tag or "").replace("_", "-").partition("-")[0].lower()
    return code if code in LANGUAGES else None
