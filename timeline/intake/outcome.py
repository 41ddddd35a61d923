"""What comes of files, as values: whoever asked prints them, or counts them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from timeline.errors import Message, Problem, Where

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from contextlib import AbstractContextManager
    from typing import Literal

    from timeline.load import Report

    # Makes what is called with each part that is done, of a whole of so many bytes or articles.
    Progress: TypeAlias = Callable[
        [int, Literal["bytes", "articles"]], AbstractContextManager[Callable[[int], None]]
    ]


class Notice(NamedTuple):
    """What a person should know of a file that was read all the same."""

    where: Where
    message: Message


class Held(NamedTuple):
    """An article whose text the database holds already; it was not read again."""

    where: Where


class Wrote(NamedTuple):
    """A changeset, or what would have been one.

    articles: how many articles it holds; 0 for one of record files.
    """

    report: Report
    articles: int


Aside: TypeAlias = Held | Problem | Notice  # what is told of one file
LoadOutcome: TypeAlias = Wrote | Aside


class Loaded(NamedTuple):
    """What came of a load.

    report: what all its changesets did.
    changesets: their numbers.
    read, held: numbers of articles.
    problems: what was left out, and why.
    """

    report: Report
    changesets: tuple[int, ...]
    read: int
    held: int
    problems: tuple[Problem, ...]

    @property
    def unread(self) -> int:
        """Number of files that the problems are about."""
        return len({problem.where.name for problem in self.problems})

    @classmethod
    def of(cls, outcomes: Iterable[LoadOutcome]) -> Loaded:
        """Add up outcomes, as they come."""
        wrote: list[Wrote] = []
        problems: list[Problem] = []
        held = 0
        for outcome in outcomes:
            if isinstance(outcome, Wrote):
                wrote.append(outcome)
            elif isinstance(outcome, Problem):
                problems.append(outcome)
            else:
                held += isinstance(outcome, Held)
        reports = [one.report for one in wrote]
        numbers = tuple(one.changeset for one in reports if one.changeset is not None)
        read = sum(one.articles for one in wrote)
        return cls(_summed(reports), numbers, read, held, tuple(problems))


def _summed(reports: Sequence[Report]) -> Report:
    from timeline.load import Report

    revoked: Counter[str] = Counter()
    for report in reports:
        revoked.update(report.revoked_of)
    return Report(
        changeset=reports[-1].changeset if reports else None,
        new=sum(report.new for report in reports),
        changed=sum(report.changed for report in reports),
        unchanged=sum(report.unchanged for report in reports),
        revoked=sum(report.revoked for report in reports),
        revoked_of=dict(revoked),
        replaced=tuple(name for report in reports for name in report.replaced),
        notices=tuple(notice for report in reports for notice in report.notices),
    )
