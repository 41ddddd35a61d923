"""What records refer to: settled, waited for, or told to be missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline import records as r
from timeline.errors import Message
from timeline.names import nearest
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Table

    from timeline.load.run import Run


def references(record: r.AnyRecord) -> list[tuple[Table, str]]:
    """List what a record refers to. The bare key of a hop is left out: it may be of two kinds."""
    found: list[tuple[Table, str | None]] = []
    match record:
        case r.Claim():
            found = [(t.event, record.event), (t.source, record.source), (t.place, record.place)]
            found += [(t.source, record.withdraws)]
            found += [(t.source, hop.source) for hop in record.via]
            found += [(t.actor, hop.actor) for hop in record.via]
            found += [(t.actor, part.actor) for part in record.who]
        case r.Position():
            found = [(t.actor, record.actor), (t.actor, record.organisation)]
            found += [(t.source, record.source)]
        case r.Link():
            found = [(t.event, record.event), (t.event, record.other), (t.source, record.source)]
        case r.Judgement():
            table = t.actor if record.of == "actor" else t.event
            found = [(table, record.left), (table, record.right)]
        case r.Event():
            found = [(t.place, record.place)]
        case r.Place():
            found = [(t.place, record.part_of)]
        case r.Source():
            found = [(t.source, record.replaces)]
    return [(table, key) for table, key in found if key is not None]


def settle_references(
    run: Run, located: Sequence[r.Located]
) -> tuple[list[r.Located], list[r.Located]]:
    """Part the records that refer only to what exists from those that don't (yet)."""
    wanted: dict[str, tuple[Table, set[str]]] = {}
    for item in located:
        found = references(item.record)
        found += [(table, key) for key in _bare(item.record) for table in (t.source, t.actor)]
        for table, key in found:
            wanted.setdefault(table.name, (table, set()))[1].add(key)
    for table, keys in wanted.values():
        run.ids.look_up(table, keys)
    ready: list[r.Located] = []
    waiting: list[r.Located] = []
    for item in located:
        (waiting if _missing(run, item.record) else ready).append(item)
    return ready, waiting


def report_missing(run: Run, item: r.Located) -> None:
    """Note as problems what a record refers to and nobody has."""
    bare = _bare(item.record)
    for table, key in _missing(run, item.record):
        tables = (t.source, t.actor) if key in bare else (table,)
        known = [key for one in tables for key in run.ids.some_keys(one)]
        code = "undefined-hop" if key in bare else _UNDEFINED[table.name]
        run.problem(item.where, Message(code, name=key, near=nearest(key, known)))


_UNDEFINED = {
    "event": "undefined-event",
    "source": "undefined-source",
    "actor": "undefined-actor",
    "place": "undefined-place",
}


def _bare(record: r.AnyRecord) -> list[str]:
    """Give the keys of hops of which it is not said whether they are a source's or an actor's."""
    return [hop.key for hop in record.via if hop.key] if isinstance(record, r.Claim) else []


def _missing(run: Run, record: r.AnyRecord) -> list[tuple[Table, str]]:
    """List what a record refers to and nobody has."""
    found = [(table, key) for table, key in references(record) if run.ids.of(table, key) is None]
    found += [
        (t.source, key)
        for key in _bare(record)
        if not run.ids.of(t.source, key) and not run.ids.of(t.actor, key)
    ]
    return found
