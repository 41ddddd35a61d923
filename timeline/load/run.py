"""One run that changes the database: its changeset, the numbers it gives out, and what it has found
wrong.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from sqlalchemy import func, select, update

from timeline import __version__
from timeline.errors import Problem, Where
from timeline.errors.problems import Problems
from timeline.names import did_you_mean
from timeline.store import dialect
from timeline.store.stored import encode
from timeline.store.tables import seen
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection, Table

    from timeline.errors import Message
    from timeline.records import Stated

ChangesetKind: TypeAlias = Literal["load", "merge", "unmerge", "confirm", "decline", "undo"]

# So many keys are remembered per table before they are asked for again.
_REMEMBERED = 1_000_000
_ASKED_AT_ONCE = 1000


class Report(NamedTuple):
    """What a run did.

    Attributes:
        changeset: its number; None means that it changed nothing and left no trace.
        new, changed, unchanged, revoked: numbers of records.
        revoked_of: event key -> how many of its claims were revoked.
        replaced: collections of which all that they held before was revoked.
    """

    changeset: int | None
    new: int
    changed: int
    unchanged: int
    revoked: int
    revoked_of: dict[str, int]
    replaced: tuple[str, ...]


class Run:
    """The state of one changeset while it is written.

    Attributes:
        session: the open transaction.
        changeset: the number that everything new is marked with.
        count: "new", "changed", "unchanged", "revoked" -> how many records so far.
        revoked_of: event id -> how many of its claims were revoked.
        touched: ids of events whose claims, texts or names changed.
        made: ids of new events of which no claim has come yet.
        parts: participations of new claims, to be written once their events' dates are known:
            event id -> claim id, number, actor id, role, capacity.
        redated: ids of sources whose text, language or publication date changed.
        replaced: keys of collections of which all claims were revoked.
        complete: ids of the collections of which the input holds the whole.
        once_only: whether a claim that any collection holds already is not added again.
    """

    def __init__(
        self,
        session: Connection,
        kind: ChangesetKind,
        *,
        given: str | None = None,
        once_only: bool = False,
    ) -> None:
        self.session = session
        self.count: Counter[str] = Counter()
        self.revoked_of: Counter[int] = Counter()
        self.touched: set[int] = set()
        self.made: set[int] = set()
        self.parts: dict[int, list[tuple[int, int, int, str, str | None]]] = defaultdict(list)
        self.redated: set[int] = set()
        self.replaced: list[str] = []
        self.complete: set[int] = set()
        self.once_only = once_only
        self._problems = Problems()
        self._next: dict[str, int] = {}
        self._ids: dict[str, dict[str, int]] = defaultdict(dict)
        self.changeset = self.new_id(t.changeset)
        session.execute(
            t.changeset.insert().values(
                id=self.changeset,
                kind=kind,
                made_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
                tool_version=__version__,
                input=given,
                new=0,
                changed=0,
                unchanged=0,
                revoked=0,
            )
        )
        dialect.make_temporary(session)

    # Numbers and keys -----------------------------------------------------------------------------

    def new_id(self, table: Table) -> int:
        """Give out the next number of a table.

        Only one run writes at a time, so nobody else does.
        """
        following = self._next.get(table.name)
        if following is None:
            following = (self.session.scalar(select(func.max(table.c.id))) or 0) + 1
        self._next[table.name] = following + 1
        return following

    def journal(self, kind: str, key: str, before: Any) -> None:
        """Keep what something was when the run began, once, for undo.

        Args:
            kind, key: what it is.
            before: plain values or records.
        """
        v = t.revision
        mine = select(v.c.n).where(v.c.changeset_id == self.changeset)
        if self.session.scalar(mine.where(v.c.kind == kind, v.c.key == key)) is not None:
            return
        number = self._next["revision"] = self._next.get("revision", 0) + 1
        values = {
            "changeset_id": self.changeset,
            "n": number,
            "kind": kind,
            "key": key,
            "before": encode(before),
        }
        self.session.execute(v.insert().values(values))

    def remember(self, table: Table, key: str, number: int) -> None:
        """Note the id of a key."""
        self._ids[table.name][key] = number

    def look_up(self, table: Table, keys: Iterable[str | None]) -> None:
        """Have the ids of these keys ready, as far as they exist."""
        known = self._ids[table.name]
        wanted = {key for key in keys if key is not None and key not in known}
        if len(known) + len(wanted) > _REMEMBERED:
            known.clear()
        for part in parts(wanted):
            for key, number in self.session.execute(
                select(table.c.key, table.c.id).where(table.c.key.in_(part))
            ):
                known[key] = number

    def id_of(self, table: Table, key: str | None) -> int | None:
        """Give the id of a key; None where there is none."""
        if key is None:
            return None
        if key not in self._ids[table.name]:
            self.look_up(table, [key])
        return self._ids[table.name].get(key)

    def known_id(self, table: Table, key: str) -> int:
        """Give the id of a key that is known to have one."""
        number = self.id_of(table, key)
        assert number is not None
        return number

    def collection_id(self, key: str) -> int:
        """Give the id of a collection, made if need be."""
        found = self.id_of(t.collection, key)
        if found is not None:
            return found
        number = self.new_id(t.collection)
        self.session.execute(t.collection.insert().values(id=number, key=key))
        self.remember(t.collection, key, number)
        return number

    # Problems -------------------------------------------------------------------------------------

    def problem(self, where: Where, message: Message | str) -> None:
        """Note what is wrong with the input; the run will end in a LoadError."""
        self._problems.add(Problem(where, message))

    def unknown(self, where: Where, table: Table, key: str) -> None:
        """Note a reference to something that neither the input nor the database has."""
        kind = table.name
        near = did_you_mean(key, self.some_keys(table))
        self.problem(where, f"there is no {kind} {key!r}{near or f'; define it under {kind}s'}")

    def some_keys(self, table: Table) -> Sequence[str]:
        """Give keys to compare a misspelt one with, as many as is worth while."""
        return self.session.scalars(select(table.c.key).order_by(table.c.key).limit(20_000)).all()

    # The end --------------------------------------------------------------------------------------

    def homes(self, events: Iterable[int]) -> dict[int, int]:
        """Give event id -> the event that stands for it today."""
        e = t.event
        found: dict[int, int] = {}
        for part in parts(set(events)):
            query = select(e.c.id, e.c.canonical_id).where(e.c.id.in_(part))
            found.update(self.session.execute(query).tuples().all())
        return found

    def see(self, kind: str, ids: Iterable[int]) -> None:
        """Note that the input still holds these claims, links or positions."""
        dialect.insert(self.session, seen, ("kind", "id"), [(kind, number) for number in ids])

    def finish(self, sha256: str | None = None) -> Report:
        """Write the changeset's numbers, or take it back if it changed nothing.

        Args:
            sha256: of the input, for the log.

        Raises:
            LoadError: there were problems; whoever opened the session must not commit it.
        """
        if self._problems:
            raise self._problems.error()
        numbers = {name: self.count[name] for name in ("new", "changed", "unchanged", "revoked")}
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
            revoked_of=self._revoked_by_key(),
            replaced=tuple(self.replaced),
        )

    def _revoked_by_key(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for part in parts(self.revoked_of):
            query = select(t.event.c.key, t.event.c.id).where(t.event.c.id.in_(part))
            found.update(
                (key, self.revoked_of[number])
                for key, number in self.session.execute(query).tuples()
            )
        return dict(sorted(found.items()))


def said_by(record: Stated) -> dict[str, str | None]:
    """Give the columns that say who states a record: a machine, or somebody by a command."""
    at = record.at
    return {"extractor": record.extractor, "by": record.by, "at": at.text if at else None}


def parts(items: Iterable[Any]) -> Iterator[list[Any]]:
    """Split what a query asks for into so much as one statement may take."""
    everything = sorted(items)
    for start in range(0, len(everything), _ASKED_AT_ONCE):
        yield everything[start : start + _ASKED_AT_ONCE]


def update_many(
    session: Connection, table: Table, by: Sequence[str], rows: Sequence[dict[str, Any]]
) -> None:
    """Update rows one by one in one call.

    Args:
        session: an open transaction.
        table: the table.
        by: names of the columns that find the row; each row gives their values as `by_NAME`.
        rows: the same columns in each.
    """
    from sqlalchemy import bindparam

    if not rows:
        return
    statement = update(table).values(
        {name: bindparam(name) for name in rows[0] if not name.startswith("by_")}
    )
    for name in by:
        statement = statement.where(table.c[name] == bindparam(f"by_{name}"))
    session.execute(statement, list(rows))
