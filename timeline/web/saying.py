"""How dates and words of the model are said, with the bounds of the dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from timeline.dates import iso_text, parse
from timeline.render import term, words

if TYPE_CHECKING:
    from collections.abc import Iterable


class WordRow(NamedTuple):
    """A date, or a word of the model, and how it is said.

    Attributes:
        text: a date in EDTF, or the word.
        says: that in words.
        earliest, latest: the bounds of a date, half-open, ISO 8601; None means open, unknown, or no
            date.
    """

    text: str
    says: str
    earliest: str | None = None
    latest: str | None = None


def said(dates: Iterable[str], terms: Iterable[str], language: str) -> list[WordRow]:
    """Say dates (EDTF) and words of the model in a language.

    Raises:
        DateError: a text is no date.
    """
    dated = (_dated(text, language) for text in dates)
    return [*dated, *(WordRow(word, term(word, language)) for word in terms)]


def _dated(text: str, language: str) -> WordRow:
    date = parse(text)
    bounds = (None if one is None else iso_text(one) for one in (date.earliest, date.latest))
    return WordRow(text, words(text, language), *bounds)
