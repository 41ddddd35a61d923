"""How the dates and the words of the model are said that stand in the data of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from timeline.dates import iso_text, parse
from timeline.render import term, words
from timeline.resolve import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

# Fields of rows that are dates.
_DATES = frozenset(("date", "published", "first", "last", "held", "was", "bound"))


def words_in(data: Any, language: str) -> dict[str, Any]:
    """Give how the dates and the model's words in data are said."""
    found = {}
    for date, text in dict.fromkeys((name in _DATES, text) for name, text in _texts(data)):
        if date:
            found[text] = _dated(text, language)
        elif (said := term(text, language)) != text:
            found[text] = {"text": text, "says": said}
    for text in get_args(Standing):
        found[text] = {"text": text, "says": term(text, language)}
    return found


def _dated(text: str, language: str) -> dict[str, str | None]:
    date = parse(text)
    earliest, latest = (
        None if one is None else iso_text(one) for one in (date.earliest, date.latest)
    )
    return {"text": text, "says": words(text, language), "earliest": earliest, "latest": latest}


def _texts(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Give each text in data with the name of its field."""
    if isinstance(value, str):
        if value and (name in _DATES or " " not in value):
            yield name, value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _texts(each, name)
    elif hasattr(value, "_fields"):
        for field in value._fields:
            yield from _texts(getattr(value, field), field)
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _texts(each, name)
