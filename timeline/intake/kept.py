"""What is done to a database, kept or only tried."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.errors import StoreError
from timeline.load import Report
from timeline.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable


_NOTHING = Report(None, 0, 0, 0, 0, {}, ())  # what a run did that changed nothing


class _DryRunError(Exception):
    """Ends a transaction that is not to be kept; it carries the report."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report


def keep(db: str, act: Callable[[Any], Report], *, dry_run: bool) -> Report:
    """Open the database to write, do something, and keep that unless it is a dry run."""
    try:
        with open_store(db, write=True) as session:
            report = act(session)
            if dry_run:
                raise _DryRunError(report)
    except _DryRunError as ended:
        return ended.report
    return report


def check_writable(db: str) -> None:
    """See to it that a database can be written, before work is done that would be lost; it stays as
    it is.
    """
    try:
        with open_store(db, stale=True):
            return
    except StoreError:  # there is none yet, or it is none
        keep(db, lambda _: _NOTHING, dry_run=True)
