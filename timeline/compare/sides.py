"""Groups of records that speak of one thing, from each side."""

from __future__ import annotations

from heapq import merge
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias, cast

from timeline import records as r

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    # Gives the records of a database anew.
    Reread: TypeAlias = Callable[[], Iterable[r.AnyRecord]]

# What groups of records are ordered by: their kind, then the keys of what they speak of.
Subject: TypeAlias = tuple[int, str, str]

_KINDS: tuple[type[r.Record], ...] = (
    *(r.Source, r.Actor, r.Place, r.Position, r.Event),
    *(r.Claim, r.Link, r.Judgement, r.Verdict, r.Note),
)
_NUMBERS = {kind: number for number, kind in enumerate(_KINDS)}


def aligned(*sides: Iterable[r.AnyRecord]) -> Iterator[tuple[list[r.AnyRecord], ...]]:
    """Give the groups of records that speak of one thing, one list from each side; one may be
    empty. Markers of collections are left out.

    Args:
        sides: records in the order of their subjects, as an export gives them.
    """
    streams = (_numbered(number, records) for number, records in enumerate(sides))
    for _, group in groupby(merge(*streams, key=_first), key=_first):
        found: tuple[list[r.AnyRecord], ...] = tuple([] for _ in sides)
        for _, number, record in group:
            found[number].append(record)
        yield found


def _numbered(
    number: int, records: Iterable[r.AnyRecord]
) -> Iterator[tuple[Subject, int, r.AnyRecord]]:
    for record in records:
        if not isinstance(record, r.Collection | r.Revoked):
            yield subject(record), number, record


def _first(item: tuple[Subject, int, r.AnyRecord]) -> Subject:
    return item[0]


def subject(record: r.AnyRecord) -> Subject:
    """Give what a record speaks of; it orders records as an export does."""
    number = _NUMBERS[type(record)]
    match record:
        case r.Source() | r.Actor() | r.Place() | r.Event():
            return number, record.key, ""
        case r.Position():
            return number, record.actor, ""
        case r.Claim() | r.Link():
            return number, record.event, ""
        case r.Judgement():
            return number, record.of, record.left
        case r.Verdict():
            return number, record.source, ""
        case r.Note():
            return number, record.about, ""
    raise TypeError(record)


def named(record: r.AnyRecord) -> r.Revoked:
    """Name a record by what no two in one database have: its kind, key and collection."""
    match record:
        case r.Source() | r.Actor() | r.Place() | r.Event():
            key = record.key
        case r.Collection() | r.Revoked():
            raise TypeError(record)
        case _:
            key = r.content_key(record)
    kind = cast("r.RecordKind", record.__struct_config__.tag)
    return r.Revoked(collection=record.collection, kind=kind, key=key)


def by_name(records: Sequence[r.AnyRecord]) -> dict[r.Revoked, list[r.AnyRecord]]:
    """Give name -> the records that have it: from two sides these may be two versions."""
    found: dict[r.Revoked, list[r.AnyRecord]] = {}
    for record in records:
        found.setdefault(named(record), []).append(record)
    return found
