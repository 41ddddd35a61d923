"""One run that changes the database: its changeset, and what becomes of it."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from sqlalchemy import select, update

from timeline import __version__
from timeline.dates import Date, parse
from timeline.errors import Problem
from timeline.errors.problems import Problems
from timeline.load.anew import Anew
from timeline.load.batches import parts
from timeline.load.ids import Ids
from timeline.load.journal import Journal
from timeline.load.work import Work
from timeline.store import dialect
from timeline.store.tables import seen
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

    from timeline.errors import Message, Where
    from timeline.records import Stated

ChangesetKind: TypeAlias = Literal[
    "load", "join", "merge", "unmerge", "confirm", "decline", "undo", "accept", "reject",
    "correct", "note", "set", "add",
]  # fmt: skip

_COUNTED = ("new", "changed", "unchanged", "revoked")


def now() -> Date:
    """Give this moment, as records say when something was decided."""
    return parse(datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


class Report(NamedTuple):
    """What a run did.

    Attributes:
        changeset: its number; None means that it changed nothing and left no trace.
        new, changed, unchanged, revoked: numbers of records.
        revoked_of: event key -> how many of its claims were revoked.
        replaced: collections of which all that they held before was revoked.
        notices: what a person should know though it was loaded all the same.
    """

    changeset: int | None
    new: int
    changed: int
    unchanged: int
    revoked: int
    revoked_of: dict[str, int]
    replaced: tuple[str, ...]
    notices: tuple[Problem, ...] = ()


class Run:
    """One changeset while it is written.

    Attributes:
        session: the open transaction.
        changeset: the number that everything new is marked with.
        by: who acts.
        once_only: a collection to which no claim is added that another holds already.
        ids: those that it gives out and looks up.
        work: what it still has to do.
        anew: what is judged anew at its end.
        journal: what things were before.
        count: "new", "changed", "unchanged", "revoked" -> how many records so far.
    """

    def __init__(
        self,
        session: Connection,
        kind: ChangesetKind,
        *,
        given: str | None = None,
        by: str | None = None,
        once_only: str | None = None,
        match: bool = False,
    ) -> None:
        self.session = session
        self.by = by
        self.once_only = once_only
        self.ids = Ids(session)
        self.work = Work()
        self.anew = Anew()
        self.count: Counter[str] = Counter()
        self._problems = Problems()
        self._notices: list[Problem] = []
        self.changeset = self.ids.new(t.changeset)
        self.journal = Journal(session, self.changeset)
        session.execute(
            t.changeset.insert().values(
                id=self.changeset,
                kind=kind,
                made_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
                tool_version=__version__,
                input=given,
                by=by,
                match=match,
                **dict.fromkeys(_COUNTED, 0),
            )
        )
        dialect.make_temporary(session)

    def problem(self, where: Where, message: Message) -> None:
        """Note what is wrong with the input; the run will end in a LoadError."""
        self._problems.add(Problem(where, message))

    def notice(self, where: Where, message: Message) -> None:
        """Note what a person should know though it is loaded all the same; once."""
        found = Problem(where, message)
        if found not in self._notices:
            self._notices.append(found)

    def refuse(self) -> None:
        """End the run here if there are problems.

        Raises:
            LoadError: there are.
        """
        if self._problems:
            raise self._problems.error()

    def see(self, kind: str, ids: Iterable[int]) -> None:
        """Note that the input still holds these claims, links or positions."""
        dialect.insert(self.session, seen, ("kind", "id"), [(kind, number) for number in ids])

    def finish(
        self,
        sha256: str | None = None,
        revoked_of: Mapping[int, int] | None = None,
        replaced: Iterable[str] = (),
    ) -> Report:
        """Write the changeset's numbers, or take it back if it changed nothing.

        Args:
            sha256: of the input, for the log.
            revoked_of: event id -> how many of its claims were revoked.
            replaced: keys of collections of which all claims were revoked.

        Raises:
            LoadError: there were problems; whoever opened the session must not commit it.
        """
        self.refuse()
        self.work.refuse_leftovers()
        self.anew.refuse_leftovers()
        numbers = {name: self.count[name] for name in _COUNTED}
        acted = self.count["new"] + self.count["changed"] + self.count["revoked"] > 0
        mine = t.changeset.c.id == self.changeset
        if acted:
            self.session.execute(
                update(t.changeset).where(mine).values(input_sha256=sha256, **numbers)
            )
        else:
            self.session.execute(t.changeset.delete().where(mine))
        return Report(
            self.changeset if acted else None,
            **numbers,
            revoked_of=self._by_key(revoked_of or {}),
            replaced=tuple(replaced),
            notices=tuple(self._notices),
        )

    def _by_key(self, numbers: Mapping[int, int]) -> dict[str, int]:
        found: dict[str, int] = {}
        for part in parts(numbers):
            query = select(t.event.c.key, t.event.c.id).where(t.event.c.id.in_(part))
            rows = self.session.execute(query).tuples()
            found.update((key, numbers[number]) for key, number in rows)
        return dict(sorted(found.items()))


def said_by(record: Stated) -> dict[str, str | None]:
    """Give the columns that say who states a record: a machine, or somebody by a command."""
    at = record.at
    return {"extractor": record.extractor, "by": record.by, "at": at.text if at else None}
