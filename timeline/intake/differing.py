"""Two databases, or two states of one, side by side."""

from __future__ import annotations

import json
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.intake.joining import records_of
from timeline.intake.spool import spooled
from timeline.load import undo_after
from timeline.queries.changes import last_changeset
from timeline.queries.differences import EventState, event_states
from timeline.store import open_store
from timeline.store.stored import every_record, read_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.records import AnyRecord


class Snapshot(NamedTuple):
    """A database in one state; each part can be read once.

    Attributes:
        records: all that are live, in the order of an export.
        events: what the events show, by their keys.
    """

    records: Iterable[AnyRecord]
    events: Iterable[EventState]


@contextmanager
def two_databases(one: str, other: str, language: str) -> Iterator[tuple[Snapshot, Snapshot]]:
    """Open two databases, or files of records.

    Args:
        one, other: their paths or URLs.
        language: of titles.

    Raises:
        LoadError: a file holds no records, or some that can't be loaded.
        StoreError: a database can't be used.
    """
    with records_of(one) as first, records_of(other) as second:
        yield _snapshot(first, language), _snapshot(second, language)


@contextmanager
def two_states(
    db: str, since: int | str, until: int | str | None, language: str
) -> Iterator[tuple[Snapshot, Snapshot]]:
    """Show a database as it was at two times: whatever was done later is undone, and nothing of
    that is kept. What was undone in truth counts as never made.

    Args:
        db: the database.
        since, until: the number of the last changeset that counts in each state, or the moment (ISO
            8601, UTC) before which it was made; no `until` is now.
        language: of titles.

    Raises:
        StoreError: the database can't be used, or not be written.
    """
    with open_store(db):  # it is there, and not made here
        pass
    with ExitStack() as stack:
        session = stack.enter_context(open_store(db, write=True))
        stack.callback(session.begin_nested().rollback)
        if until is not None:
            undo_after(session, last_changeset(session, until))
        later = _snapshot(session, language)
        records = stack.enter_context(spooled(later.records, read_record))
        events = stack.enter_context(spooled(later.events, _event_state))
        undo_after(session, last_changeset(session, since))
        yield _snapshot(session, language), Snapshot(records, events)


def _snapshot(session: Any, language: str) -> Snapshot:
    return Snapshot(every_record(session), event_states(session, language))


def _event_state(text: str) -> EventState:
    return EventState(*json.loads(text))
