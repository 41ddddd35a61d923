"""What differs between two databases, or two states of one."""

from __future__ import annotations

from heapq import merge
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace
from sqlalchemy import select

from timeline import records as r
from timeline.combine import combine
from timeline.compare.differences import same
from timeline.compare.sides import aligned, by_name, named
from timeline.queries.details import titles
from timeline.queries.rows import DifferenceRow
from timeline.store.said import spoken_of
from timeline.store.stored import THINGS
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from sqlalchemy import ColumnElement, Connection, Select, Table

    from timeline.combine import Thing


class Upheld(NamedTuple):
    """An account that one database upholds, and another revoked.

    Attributes:
        kind: of it.
        key: what it says (`content_key`).
        about: the key of the event or actor that it is about.
    """

    kind: str
    key: str
    about: str


def upheld(here: Connection, there: Connection) -> Iterator[Upheld]:
    """Give the accounts that are live in one database, and revoked in another.

    Args:
        here: the store in which they are live.
        there: the one in which they were live once.
    """
    for table in (t.claim, t.position, t.link):
        live = table.c.revoked_in.is_(None)
        gone = _held(there, table, ~live)
        if gone := gone and gone - _held(there, table, live):
            for key, by, about in here.execute(_accounts(table).where(live)).tuples():
                if (key, by) in gone:
                    yield Upheld(table.name, key, about)


def _held(session: Connection, table: Table, which: ColumnElement[bool]) -> set[tuple[str, str]]:
    found = session.execute(_accounts(table).where(which)).tuples()
    return {(key, collection) for key, collection, _ in found}


def _accounts(table: Table) -> Select[tuple[str, str, str]]:
    """Select key, collection and what it is about of accounts, in order."""
    thing, column = (t.actor, "actor_id") if table is t.position else (t.event, "event_id")
    return (
        select(table.c.key, t.collection.c.key, thing.c.key)
        .join(t.collection, t.collection.c.id == table.c.collection_id)
        .join(thing, thing.c.id == table.c[column])
        .order_by(thing.c.key, table.c.key, t.collection.c.key)
    )


def keys_among(session: Connection, kind: type[Thing], keys: Collection[str]) -> set[str]:
    """Give those of some keys that things of a kind have."""
    table = THINGS[kind]
    return set(session.scalars(select(table.c.key).where(table.c.key.in_(keys), spoken_of(table))))


# What a person reads of them -------------------------------------------------------------------

# So many events are read at once.
_PAGE = 1000


class EventState(NamedTuple):
    """What an event shows in one state of a database."""

    key: str
    title: str | None
    date: str | None
    date_status: str
    standing: str
    contested: bool


def event_states(session: Connection, language: str) -> Iterator[EventState]:
    """Give what the events show of which anything live speaks, by their keys.

    Args:
        session: an open store.
        language: of the titles.
    """
    e, last = t.event, ""
    query = select(e.c.id, e.c.key, e.c.date, e.c.date_status, e.c.standing)
    query = query.add_columns(e.c.contested).order_by(e.c.key)
    shown = query.where(e.c.canonical_id == e.c.id, e.c.standing.is_not(None)).limit(_PAGE)
    while rows := session.execute(shown.where(e.c.key > last)).all():
        named = titles(session, [row.id for row in rows], language)
        for number, key, *state in rows:
            yield EventState(key, named.get(number), *state)
        last = rows[-1].key


def event_differences(
    before: Iterable[EventState], after: Iterable[EventState]
) -> Iterator[DifferenceRow]:
    """Give the events that are dated otherwise, and those that are disputed now and were not: their
    standing, their date, or another value.

    Args:
        before, after: what events show in each state, by their keys.
    """
    both = merge(before, after, key=attrgetter("key"))
    for _, states in groupby(both, key=attrgetter("key")):
        was, *later = states
        for now in later:
            yield from _event_differences(was, now)


def _event_differences(was: EventState, now: EventState) -> Iterator[DifferenceRow]:
    shown = DifferenceRow("redated", "event", now.key, now.title, date=now.date)
    if was.date != now.date:
        yield shown._replace(was=was.date)
    if _is_disputed(now) and not _is_disputed(was):
        yield shown._replace(change="disputed", standing=now.standing)


def _is_disputed(state: EventState) -> bool:
    return state.standing == "disputed" or state.date_status == "conflict" or state.contested


def record_differences(
    before: Iterable[r.AnyRecord], after: Iterable[r.AnyRecord], language: str
) -> Iterator[DifferenceRow]:
    """Give the records that are new, revoked or changed, in the order of an export.

    Args:
        before, after: the records of each state, in that order.
        language: of the titles.
    """
    for was, now in aligned(before, after):
        if was != now:
            for change, record in _changes(_shown(was), _shown(now)):
                yield _row(change, record, language)


def _shown(records: list[r.AnyRecord]) -> list[r.AnyRecord]:
    """Give accounts as they are; of things what is shown after all that is said of them."""
    things = [one for one in records if isinstance(one, r.Source | r.Actor | r.Place | r.Event)]
    shown = replace(combine(things).record, collection=None) if things else None
    return records if shown is None else [shown]


def _changes(
    before: list[r.AnyRecord], after: list[r.AnyRecord]
) -> Iterator[tuple[str, r.AnyRecord]]:
    old, new = by_name(before), by_name(after)
    for name, (record, *_) in old.items():
        if name not in new:
            yield "revoked", record
    for name, (record, *_) in new.items():
        if name not in old:
            yield record.says if isinstance(record, r.Verdict) else "new", record
        elif not same(old[name][0], record):
            yield "changed", record


def _row(change: str, record: r.AnyRecord, language: str) -> DifferenceRow:
    row = DifferenceRow(change, named(record).kind, "")
    match record:
        case r.Source():
            return row._replace(key=record.key, name=record.title)
        case r.Actor() | r.Place():
            return row._replace(key=record.key, name=record.name)
        case r.Event():
            return row._replace(key=record.key, name=_in_language(record.title, language))
        case r.Claim():
            date = record.date.text if record.date else None
            claim = row._replace(key=record.event, source=record.source)
            return claim._replace(name=record.quote, date=date)
        case r.Link():
            return row._replace(key=record.event, name=f"{record.kind} {record.other}")
        case r.Position():
            return row._replace(key=record.actor, name=record.title, source=record.source)
        case r.Judgement():
            return row._replace(key=record.left, name=f"{record.says}: {record.right}")
        case r.Verdict():
            return row._replace(key=record.claim, name=record.why or record.quote, source=record.by)
        case r.Note():
            return row._replace(key=record.about, name=record.text, source=record.by)
    raise TypeError(record)


def _in_language(texts: Mapping[str, str], language: str) -> str | None:
    """Give the text in a language, else in English, else the first there is."""
    return texts.get(language) or texts.get("en") or next(iter(texts.values()), None)
