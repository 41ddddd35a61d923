"""What was asked of the chronology, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.errors import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from timeline.queries.question import Question
    from timeline.render.lists import View

# Field of a question -> how it is said that it was asked; a switch has no value.
ASKED: Mapping[str, str] = {
    "start": "asked-start",
    "end": "asked-end",
    "on": "asked-on",
    "certainly": "asked-certainly",
    "actors": "asked-actors",
    "role": "asked-role",
    "types": "asked-types",
    "sources": "asked-sources",
    "places": "asked-places",
    "tags": "asked-tags",
    "text": "asked-text",
    "standings": "asked-standings",
    "known_by": "asked-known-by",
    "open": "asked-open",
    "hidden": "asked-hidden",
    "reviewed": "asked-reviewed",
    "machine": "asked-machine",
    "confidence": "asked-confidence",
    "decided_by": "asked-decided-by",
}
_DATES = frozenset(("start", "end", "on", "known_by"))
_WORDS = frozenset(("types", "standings", "role"))


def asked(question: Question, view: View) -> str:
    """Say what a question asks, in a line; of one without a filter nothing."""
    return " · ".join(_parts(question, view))


def _parts(question: Question, view: View) -> Iterator[str]:
    for field, code in ASKED.items():
        value = getattr(question, field)
        if value is None or (value is False and field != "reviewed") or value == ():
            continue
        if value is False:
            code = "asked-unreviewed"  # noqa: PLW2901
        yield view.sentence(Message(code, value=_said(field, value, view)))


def _said(field: str, value: Any, view: View) -> Any:
    """Give a value as it is read."""
    if field in _DATES:
        return view.words(str(value))
    if field == "confidence":
        low, high = value
        return f"{'' if low is None else low}..{'' if high is None else high}"
    values = (value,) if isinstance(value, str) else value
    if field in _WORDS:
        return tuple(view.term(one) for one in values)
    return values
