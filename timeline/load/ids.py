"""Ids: new ones, and those of keys."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from timeline.load.batches import parts
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Table

# So many keys are remembered per table before they are asked for again.
_REMEMBERED = 1_000_000
# So many keys are compared with a misspelt one.
_COMPARED = 20_000


class Ids:
    """The ids that one run gives out and looks up.

    New ones follow the greatest there is. Whoever writes holds the writer's lock of the database
    from before its first query to its end (`store.dialect`), so that no other run can give out the
    same. Sequences would let two runs write at once, but not without gaps, nor could many rows be
    written without asking for the number of each.

    Args:
        session: the open transaction.
    """

    def __init__(self, session: Connection) -> None:
        self._session = session
        self._next: dict[str, int] = {}
        self._known: dict[str, dict[str, int]] = defaultdict(dict)

    def new(self, table: Table) -> int:
        """Give out the next id of a table."""
        following = self._next.get(table.name)
        if following is None:
            following = (self._session.scalar(select(func.max(table.c.id))) or 0) + 1
        self._next[table.name] = following + 1
        return following

    def new_for(self, table: Table, key: str) -> int:
        """Give out the next id of a table to a key."""
        self._known[table.name][key] = number = self.new(table)
        return number

    def look_up(self, table: Table, keys: Iterable[str | None]) -> Mapping[str, int]:
        """Have the ids of these keys ready, as far as they exist; give those that are known now."""
        known = self._known[table.name]
        wanted = {key for key in keys if key is not None}
        if len(known) + len(wanted) > _REMEMBERED:
            known.clear()
        for part in parts(wanted - known.keys()):
            query = select(table.c.key, table.c.id).where(table.c.key.in_(part))
            known.update(self._session.execute(query).tuples().all())
        return known

    def of(self, table: Table, key: str | None) -> int | None:
        """Give the id of a key; None where there is none."""
        if key is None:
            return None
        if key not in self._known[table.name]:
            self.look_up(table, [key])
        return self._known[table.name].get(key)

    def known(self, table: Table, key: str) -> int:
        """Give the id of a key that is known to have one."""
        number = self.of(table, key)
        assert number is not None
        return number

    def of_collection(self, key: str | None) -> int:
        """Give the id of a collection, made if need be."""
        name = str(key)
        found = self.of(t.collection, name)
        if found is None:
            found = self.new_for(t.collection, name)
            self._session.execute(t.collection.insert().values(id=found, key=name))
        return found

    def some_keys(self, table: Table) -> Sequence[str]:
        """Give keys to compare a misspelt one with, as many as is worth while."""
        query = select(table.c.key).order_by(table.c.key).limit(_COMPARED)
        return self._session.scalars(query).all()
