"""What has gone and what has come from one database to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from timeline import records as r
from timeline.compare.sides import aligned, by_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_THINGS = (r.Source, r.Actor, r.Place, r.Event)


def differences(
    before: Iterable[r.AnyRecord], after: Iterable[r.AnyRecord]
) -> Iterator[r.AnyRecord]:
    """Give what makes one database the other when it is loaded: what has gone as `Revoked`, what
    has come as it is.

    Args:
        before, after: records in the order of an export.
    """
    for was, now in aligned(before, after):
        yield from changes(was, now)


def changes(before: Sequence[r.AnyRecord], after: Sequence[r.AnyRecord]) -> Iterator[r.AnyRecord]:
    """Give what changes one group of records into another, as `differences` does.

    What only a collection's newer word changes is no more than that word; an account is never
    changed: it goes, and another one comes.
    """
    if before == after:
        return
    old = {name: found[0] for name, found in by_name(before).items()}
    new = {name: found[0] for name, found in by_name(after).items()}
    for name, record in old.items():
        if name not in new or not (isinstance(record, _THINGS) or same(record, new[name])):
            yield name
    yield from (one for name, one in new.items() if name not in old or not same(old[name], one))


def same(one: r.AnyRecord, other: r.AnyRecord) -> bool:
    """Whether two records are equal, but for a date that follows from a rule."""
    if one == other:
        return True
    if isinstance(one, r.Claim) and isinstance(other, r.Claim) and one.rule:
        return replace(one, date=None) == replace(other, date=None)
    return False
