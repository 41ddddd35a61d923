"""The lands that have a code of ISO 3166-1, as Unicode's CLDR names them in any language."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from timeline.names import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

# What CLDR gives two letters and ISO 3166-1 no land: codes that are only reserved, unions and
# areas, and what is there for tests.
_NO_LANDS = frozenset(
    ("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ")
)


@lru_cache
def lands(language: str) -> Mapping[str, str]:
    """Give alpha-2 code -> name, as it stands in a sentence.

    Args:
        language: a code that CLDR knows.
    """
    from babel import Locale

    return _named(Locale.parse(language).territories)


@lru_cache(maxsize=1)
def lands_called() -> Mapping[str, frozenset[str]]:
    """Give folded name -> the codes of the lands that are called so, in any language of CLDR."""
    from babel.localedata import load, locale_identifiers

    found: dict[str, set[str]] = {}
    for identifier in locale_identifiers():
        # What a region or script says otherwise than its language is seldom a name of a land.
        if "_" not in identifier:
            named = _named(load(identifier)["territories"])
            for code, name in named.items():
                found.setdefault(fold(name), set()).add(code)
    return {name: frozenset(codes) for name, codes in found.items()}


def _named(territories: Mapping[str, str]) -> dict[str, str]:
    return {
        code: str(name).replace(" & ", " and ")
        for code, name in territories.items()
        if len(code) == 2 and code not in _NO_LANDS
    }
