"""What a path of the API is: what it takes, and the function that answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from timeline.queries.question import Question

DEFAULT_LIMIT, MOST_LINES = 100, 1000


class Own(NamedTuple):
    """A parameter that only some routes take, besides the filters.

    Attributes:
        says: what it is, for the description.
        kind: the class of its value.
        default: None means that it has to be given.
        least, most: of a number.
        many: whether it may be given several times; its value is all of them.
        known: the words that it may be; none means any.
    """

    says: str
    kind: type[int] | type[str] = str
    default: Any = None
    least: int = 0
    most: int = 0
    known: tuple[str, ...] = ()
    many: bool = False


class ApiRequest(NamedTuple):
    """What a request asks.

    Attributes:
        question: the filters.
        key: of the thing that the path names; empty where it names none.
        own: the route's own parameters, by name.
        reviewer: under whose name it is reviewed; None means not at all.
    """

    question: Question
    key: str
    own: Mapping[str, Any]
    reviewer: str | None = None

    @property
    def page(self) -> dict[str, Any]:
        """How much of a long answer, from where."""
        return {"limit": self.own["limit"], "after": self.own["after"] or None}

    @property
    def language(self) -> str:
        """Of titles."""
        return str(self.own["language"])


class ApiRoute(NamedTuple):
    """One path of the API.

    Attributes:
        path: below the root; `{key}` is the key of one thing, which may hold slashes.
        says: what is answered, in a line.
        answer: gives it, from an open store.
        gives: the class of the answer, or of its rows.
        many: whether the answer is a page of rows.
        filters: fields of the question that it takes.
        own: further parameters.
    """

    path: str
    says: str
    answer: Callable[[Any, ApiRequest], Any]
    gives: type[Any]
    many: bool
    filters: tuple[str, ...]
    own: Mapping[str, Own]


LANGUAGE = {"language": Own("Language of titles.", default="en")}
PAGE = {
    "limit": Own("At most so many rows.", int, default=DEFAULT_LIMIT, least=1, most=MOST_LINES),
    "after": Own("Where to go on: the `after` of the page before.", default=""),
}
