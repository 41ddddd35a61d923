"""What a page that stands alone leaves out: notes, and who decided, unless they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.errors import Message
from timeline.queries.changes import changes
from timeline.queries.rows import DecisionRow, NoteRow, Voice

if TYPE_CHECKING:
    from collections.abc import Callable, Collection


def people_of(session: Any) -> frozenset[str]:
    """Give the names of all who did anything."""
    return frozenset(one.by for one in changes(session, limit=None, each=True) if one.by)


def cleared(value: Any, more: Collection[str], names: Collection[str]) -> Any:
    """Take out of any value what is not to be held: notes, and who decided.

    Args:
        value: rows, or what holds them.
        more: which of these are held after all: "notes", "reviewers".
        names: who did anything; in sentences they are called nothing.
    """
    again: Callable[[Any], Any] = lambda one: cleared(one, more, names)  # noqa: E731
    if isinstance(value, Message):
        said = {name: "…" if one in names else one for name, one in value.values.items()}
        return Message(value.code, **said)
    if isinstance(value, dict):
        return {name: again(one) for name, one in value.items()}
    if not isinstance(value, tuple | list):
        return value
    if "reviewers" not in more:
        if isinstance(value, DecisionRow):
            value = value._replace(by="", why=None)
        elif isinstance(value, Voice):
            value = value._replace(collection=None)
        elif isinstance(value, NoteRow):
            value = value._replace(by="")
    if hasattr(value, "_fields"):
        return type(value)(*map(again, value))
    kept = (one for one in value if "notes" in more or not isinstance(one, NoteRow))
    return type(value)(map(again, kept))
