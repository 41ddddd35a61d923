"""What can go wrong, and whose turn it is.

    TimelineError
    ├── DataError            what was read is wrong: mend the file            (exit 1)
    │   ├── DateError        a text that is no date
    │   └── LoadError        a load that found problems; it carries them all
    ├── NotFoundError        nothing has that name; the nearest are in the message (exit 1)
    ├── UsageError           the command can't be carried out as it was asked (exit 2)
    │   └── AmbiguousError   a name that several share; it carries the candidates
    └── StoreError           the database can't be used as it is              (exit 3)

Every message is one line that says what is wrong and how to mend it. The exit codes belong to
the command line and are given there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class TimelineError(Exception):
    """The root of the tree: whatever `timeline` raises on purpose is one of these."""


class DataError(TimelineError):
    """Something that was read is wrong."""


class DateError(DataError):
    """A text that is no date, or one that can't be told from another date."""


class LoadError(DataError):
    """A load that found problems and changed nothing.

    Args:
        problems: each as one printable line, in the order of the input.
        more: how many further problems were counted but not kept.
    """

    def __init__(self, problems: Sequence[str], more: int = 0) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)
        self.more = more


class NotFoundError(TimelineError):
    """Nothing in the database has that key or name."""


class UsageError(TimelineError):
    """What was asked for can't be done, whatever the database holds."""


class AmbiguousError(UsageError):
    """A name that several actors or events share.

    Args:
        message: the line that says so.
        candidates: (key, name) of each that it may mean.
    """

    def __init__(self, message: str, candidates: Sequence[tuple[str, str]]) -> None:
        super().__init__(message)
        self.candidates = tuple(candidates)


class StoreError(TimelineError):
    """The database is missing, locked, full, of another schema, or none of ours."""
