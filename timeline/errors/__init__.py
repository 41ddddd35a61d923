"""What can go wrong, and whose turn it is.

    TimelineError
    ├── DataError            what was read is wrong: mend the file            (exit 1)
    │   ├── DateError        a text that is no date
    │   └── LoadError        a load that found problems; it carries them all
    ├── NotFoundError        nothing has that name; the nearest are in the message (exit 1)
    ├── UsageError           the command can't be carried out as it was asked (exit 2)
    │   └── AmbiguousError   a name that several share; it carries the candidates
    └── StoreError           the database can't be used as it is              (exit 3)

Each carries a `Message`: a code and its values. `str(error)` is one line in English that says what
is wrong and how to mend it, and `str(problem)` says where as well. Exit codes, options and commands
belong to the command line and are given there.

message      a code and its values; how a sentence is filled with them
english      code -> sentence
problems     problems as they are found, the same mistake once
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.errors.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "AmbiguousError",
    "DataError",
    "DateError",
    "LoadError",
    "Message",
    "Namesake",
    "NotFoundError",
    "Problem",
    "StoreError",
    "TimelineError",
    "UsageError",
    "Where",
]


class Where(NamedTuple):
    """Where in the input something stands: file name, line (from 1; 0 = unknown), path in the
    document.
    """

    name: str
    line: int = 0
    path: str = ""

    def __str__(self) -> str:
        return ": ".join(
            filter(None, (f"{self.name}:{self.line}" if self.line else self.name, self.path))
        )

    def within(self, field: str) -> Where:
        """Give the place of a field of what stands here."""
        return self._replace(path=f"{self.path}.{field}" if self.path else field)


class Problem(NamedTuple):
    """A datum that could not be read: where, and what is wrong and how to mend it."""

    where: Where
    message: Message

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


class TimelineError(Exception):
    """The root of the tree: whatever `timeline` raises on purpose is one of these.

    Args:
        code: which sentence says it.
        values: what the sentence names.
    """

    def __init__(self, code: str, /, **values: Any) -> None:
        super().__init__(code)
        self.message = Message(code, **values)

    def __str__(self) -> str:
        return str(self.message)

    @property
    def code(self) -> str:
        """Which sentence says it, whatever the language."""
        return self.message.code

    @property
    def values(self) -> Mapping[str, Any]:
        """What the sentence names."""
        return self.message.values


class DataError(TimelineError):
    """Something that was read is wrong."""


class DateError(DataError):
    """A text that is no date, or one that can't be told from another date."""


class LoadError(DataError):
    """A load that found problems and changed nothing; it prints as all of them.

    Args:
        problems: in the order of the input; one may stand for several that say the same.
        count: how many there are.
        more: how many of them are neither kept nor stood for.
    """

    def __init__(self, problems: Sequence[Problem] = (), *, count: int = 0, more: int = 0) -> None:
        super().__init__("problems", count=count or len(problems), more=more or None)
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return "\n".join(map(str, (*self.problems, self.message)))


class NotFoundError(TimelineError):
    """Nothing in the database has that key or name."""


class UsageError(TimelineError):
    """What was asked for can't be done, whatever the database holds."""


class Namesake(NamedTuple):
    """What a name may mean, with what tells it apart from others of that name.

    Attributes:
        key: its own.
        name: its name, or the title of an event.
        description: as a record gives it.
        date: the date (EDTF) of an event, or of an actor's first one.
        event: the title or the key of that one.
        source: the key of the source that tells first of it.
    """

    key: str
    name: str
    description: str | None = None
    date: str | None = None
    event: str | None = None
    source: str | None = None


class AmbiguousError(UsageError):
    """A name that several actors or events share.

    Args:
        code: which sentence says so.
        candidates: each that it may mean.
        values: what the sentence names.
    """

    def __init__(self, code: str, /, candidates: Sequence[Namesake] = (), **values: Any) -> None:
        super().__init__(code, **values)
        self.candidates = tuple(candidates)


class StoreError(TimelineError):
    """The database is missing, locked, full, of another schema, or none of ours."""
