"""What things were before a changeset changed them, for undo."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import select

from timeline.store.stored import decode_as, encode
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection

# What is kept where a run only adds what collections say: which ones.
ADDED = "added"
_FIELDS = msgspec.json.Decoder(dict[str, Any])


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

    def keep(self, kind: str, key: str, before: Sequence[Any] | Mapping[str, Any]) -> None:
        """Keep what something was when the run began, once.

        Args:
            kind, key: what it is.
            before: records, or a mapping: each field has its name.
        """
        known = self._known(kind, key)
        if known is None:
            self._write(kind, key, encode(before))
        elif added := added_by(known):
            began = [one for one in before if getattr(one, "collection", None) not in added]
            self._rewrite(kind, key, encode(began))

    def keep_added(self, kind: str, key: str, collection: str) -> None:
        """Keep that of something the run only adds what one more collection says: to tell what all
        said before would take the longer the more they are.

        Args:
            kind, key: what it is.
            collection: the key of the collection.
        """
        known = self._known(kind, key)
        if known is None:
            self._write(kind, key, encode({ADDED: [collection]}))
        elif added := added_by(known):
            self._rewrite(kind, key, encode({ADDED: [*added, collection]}))

    def _known(self, kind: str, key: str) -> str | None:
        return self._session.scalar(select(t.revision.c.before).where(*self._at(kind, key)))

    def _write(self, kind: str, key: str, before: str) -> None:
        self._count += 1
        row = {"changeset_id": self._changeset, "n": self._count, "kind": kind, "key": key}
        self._session.execute(t.revision.insert().values(**row, before=before))

    def _rewrite(self, kind: str, key: str, before: str) -> None:
        here = t.revision.update().where(*self._at(kind, key))
        self._session.execute(here.values(before=before))

    def _at(self, kind: str, key: str) -> tuple[ColumnElement[bool], ...]:
        v = t.revision.c
        return v.changeset_id == self._changeset, v.kind == kind, v.key == key


def added_by(before: str) -> list[str]:
    """Give the collections that a run only added to those that speak of a thing; none where what
    was there before is kept.
    """
    return [] if before.startswith("[") else decode_as(_FIELDS, before).get(ADDED, [])
