"""What a command did to the database: kept or not, added up, and told."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from timeline.cli.output import say, write_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from timeline.load import Report


class _DryRunError(Exception):
    """Ends a transaction that is not to be kept; it carries the report."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report


def keep(db: str, act: Callable[[Any], Report], *, dry_run: bool) -> Report:
    """Open the database to write, do something, and keep that unless it is a dry run.

    Args:
        db: the database.
        act: is given the session.
        dry_run: take it all back at the end.

    Raises:
        StoreError: the database can't be used.
    """
    from timeline.store import open_store

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

    Raises:
        StoreError: it can't be.
    """
    from timeline.errors import StoreError
    from timeline.store import open_store

    try:
        with open_store(db):
            return
    except StoreError:  # there is none yet, or it is none
        keep(db, lambda _: summed([]), dry_run=True)


def summed(reports: Sequence[Report]) -> Report:
    """Put together what several changesets did."""
    from timeline.load import Report

    if len(reports) == 1:
        return reports[0]
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
    )


def tell(report: Report) -> None:
    """Print what was done, and say aside what a person may not have meant."""
    write_line(
        f"{report.new} new, {report.changed} changed, {report.unchanged} unchanged, "
        f"{report.revoked} revoked"
    )
    for event, number in report.revoked_of.items():
        say(f"revoked: {number} {'claim' if number == 1 else 'claims'} of {event}")
    for name in report.replaced:
        say(f"note: nothing is left of what collection {name} held before")
        say("if this is another one: timeline undo, then load it with --collection NAME")
