"""What things were before a changeset changed them, for undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from timeline.store.stored import encode
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Journal:
    """The journal of one changeset.

    Args:
        session: the open transaction.
        changeset: its number.
    """

    def __init__(self, session: Connection, changeset: int) -> None:
        self._session = session
        self._changeset = changeset
        self._count = 0

    def keep(self, kind: str, key: str, before: Any) -> None:
        """Keep what something was when the run began, once.

        Args:
            kind, key: what it is.
            before: records, or a mapping: each field has its name.
        """
        v = t.revision
        mine = select(v.c.n).where(v.c.changeset_id == self._changeset)
        if self._session.scalar(mine.where(v.c.kind == kind, v.c.key == key)) is not None:
            return
        self._count += 1
        row = {"changeset_id": self._changeset, "n": self._count, "kind": kind, "key": key}
        self._session.execute(v.insert().values(**row, before=encode(before)))
