"""What people noted on things, as it is shown with them."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING

from sqlalchemy import select

from timeline.queries.rows import NoteRow
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy import Connection

    from timeline.records import Noted


def notes_on(session: Connection, of: Noted, keys: Collection[str]) -> dict[str, list[NoteRow]]:
    """Give key of a thing -> the notes on it, in the order in which they were written.

    Args:
        session: an open store.
        of: which kind of things.
        keys: theirs.
    """
    n = t.note.c
    query = select(n.about, n.text, n.by, n.at).order_by(n.at, n.by, n.key)
    here = (n.revoked_in.is_(None), n.of == of, n.about.in_(keys))
    found: dict[str, list[NoteRow]] = defaultdict(list)
    for about, *words in session.execute(query.where(*here)):
        found[about].append(NoteRow(*words))
    return found


def notes_on_all(session: Connection, of: Noted, keys: Collection[str]) -> tuple[NoteRow, ...]:
    """Give the notes on things that are one, in the order in which they were written."""
    return in_order_of_writing(notes_on(session, of, keys).values())


def in_order_of_writing(notes: Iterable[Iterable[NoteRow]]) -> tuple[NoteRow, ...]:
    """Put the notes on several things into one order."""
    return tuple(sorted(chain.from_iterable(notes), key=_when))


def _when(note: NoteRow) -> tuple[str, str, str]:
    return note.at, note.by, note.text
