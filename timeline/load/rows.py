"""The rows of things: what a record becomes in the tables."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select

from timeline import records as r
from timeline.load.batches import parts, update_many
from timeline.load.homes import homes_of
from timeline.load.run import Run, said_by
from timeline.names import fold, skeleton
from timeline.resolve import UNDATED, UNDATED_CLASS
from timeline.store import dialect
from timeline.store.above import rows_above
from timeline.store.said import NOBODY
from timeline.store.stored import THINGS
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from timeline.combine import Thing

# What an event shows before its claims have been looked at.
_UNKNOWN = {
    "sort": UNDATED,
    "span_class": UNDATED_CLASS,
    "date_status": "none",
    "place_status": "none",
    "claims": 0,
    "sources": 0,
    "origins": 0,
}

# The column by which things of a kind refer to each other.
PARENTS: dict[type[Thing], str] = {r.Place: "part_of_id", r.Source: "replaces_id"}
# What belongs to one thing alone, and by which column.
CHILDREN: dict[type[Thing], tuple[tuple[Any, str], ...]] = {
    r.Source: ((t.source_text, "source_id"),),
    r.Actor: ((t.actor_name, "actor_id"), (t.actor_identifier, "actor_id")),
    r.Place: ((t.place_name, "place_id"),),
    r.Event: ((t.event_text, "event_id"), (t.tag, "event_id")),
}


def insert_rows(run: Run, kind: type[Thing], records: Sequence[Thing]) -> None:
    """Write new things of one kind; their ids are known to the run."""
    table = THINGS[kind]
    rows = [(run.ids.known(table, record.key), record) for record in records]
    values = [
        {"id": number, "made_in": run.changeset} | _columns(run, record) for number, record in rows
    ]
    if kind in (r.Actor, r.Event):
        values = [row | {"canonical_id": row["id"]} for row in values]
    if kind is r.Event:
        values = [row | _UNKNOWN for row in values]
        run.work.add_events(row["id"] for row in values)
    parent = PARENTS.get(kind)
    if parent:
        # It may lie in, or replace, one that comes later in the same batch.
        values = [row | {parent: None} for row in values]
    columns = tuple(values[0])
    dialect.insert(run.session, table, columns, [tuple(row.values()) for row in values])
    if parent:
        parents = [{"by_id": n, parent: run.ids.of(table, refers_to(one))} for n, one in rows]
        update_many(run.session, table, ("id",), [row for row in parents if row[parent]])
    _insert_children(run, rows)
    touch_replaced(run, *records)


def refers_to(record: Thing) -> str | None:
    """Give the key of the other thing that a record refers to: of its kind, or an event's place."""
    match record:
        case r.Place():
            return record.part_of
        case r.Source():
            return record.replaces
        case r.Event():
            return record.place
    return None


def replace_row(run: Run, kind: type[Thing], number: int, record: Thing) -> None:
    """Write another record in the place of a thing's row and of what belongs to it."""
    table = THINGS[kind]
    run.session.execute(table.update().where(table.c.id == number).values(**_columns(run, record)))
    for child, column in CHILDREN.get(kind, ()):
        run.session.execute(delete(child).where(child.c[column] == number))
    if record.collection != NOBODY:
        _insert_children(run, [(number, record)])


def touch_replaced(run: Run, *versions: Thing) -> None:
    """Note the events of which the sources speak that these versions replace, directly or not: they
    count no more, or again; and that corrections of what they say may stand for these versions.
    """
    keys = {one.replaces for one in versions if isinstance(one, r.Source)}
    replaced = {number for key in keys if (number := run.ids.of(t.source, key)) is not None}
    for part in parts(replaced):
        replaced |= rows_above(run.session, t.source, t.source.c.replaces_id, part).keys()
    touch_told(run, replaced)
    run.anew.decided |= replaced


def touch_told(run: Run, sources: Iterable[int | None]) -> None:
    """Note the events of which some sources speak, if any, corrections that stand for them and what
    others pass on from them included.
    """
    c, a = t.claim.c, t.attribution.c
    for part in parts(filter(None, sources)):
        for told in (c.source_id.in_(part), c.version_id.in_(part)):
            events = select(c.event_id).where(told, c.revoked_in.is_(None))
            run.work.touch(run.session.scalars(events.distinct()))
        passed_on = select(a.event_id).where(a.source_id.in_(part))
        run.work.touch(run.session.scalars(passed_on.distinct()))


def _columns(run: Run, record: Thing) -> dict[str, Any]:
    common = {
        "key": record.key,
        "collection_id": run.ids.of_collection(record.collection),
        **said_by(record),
    }
    if isinstance(record, r.Source):
        return common | _source(record) | {"replaces_id": run.ids.of(t.source, record.replaces)}
    if isinstance(record, r.Actor):
        known = {"kind": record.kind, "name": name_of(record), "description": record.description}
        return common | known | {"mention": record.mention is True}
    if isinstance(record, r.Place):
        plain = ("country", "latitude", "longitude")
        own = {name: getattr(record, name) for name in plain} | {"name": name_of(record)}
        return common | own | {"part_of_id": run.ids.of(t.place, record.part_of)}
    place = run.ids.of(t.place, record.place)
    return common | {"type": record.type or "OTHER", "stated_place_id": place}


def name_of(record: r.Actor | r.Place) -> str:
    """Give the name that a thing is shown by: its key, where nobody says what it is called."""
    return record.key if record.name is None else record.name


def _source(record: r.Source) -> dict[str, Any]:
    plain = (
        "kind",
        "title",
        "publisher",
        "author",
        "url",
        "language",
        "retrieved_at",
        "access",
        "version",
        "evidence",
        "partial",
    )
    published = record.published
    return {name: getattr(record, name) for name in plain} | {
        "published": published.text if published else None,
        "published_earliest": published.earliest if published else None,
        "published_latest": published.latest if published else None,
        "text_sha256": None
        if record.text is None
        else hashlib.sha256(record.text.encode()).hexdigest(),
    }


def _insert_children(run: Run, rows: Sequence[tuple[int, Thing]]) -> None:
    events = [number for number, record in rows if isinstance(record, r.Event)]
    homes = homes_of(run.session, events)
    children: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for number, record in rows:
        if isinstance(record, r.Source) and record.text is not None:
            children["source_text"].append((number, record.text))
        elif isinstance(record, r.Actor):
            children["actor_name"] += _names(number, record)
            children["actor_identifier"] += [
                (scheme, value, number) for scheme, value in record.identifiers.items()
            ]
        elif isinstance(record, r.Place):
            children["place_name"] += _place_names(number, record)
        elif isinstance(record, r.Event):
            children["event_text"] += _texts((homes[number], number), record)
            children["tag"] += [
                (homes[number], number, tag, n) for n, tag in enumerate(dict.fromkeys(record.tags))
            ]
    for tables in CHILDREN.values():
        for table, _ in tables:
            dialect.insert(run.session, table, _CHILD_COLUMNS[table.name], children[table.name])


_CHILD_COLUMNS = {
    "source_text": ("source_id", "text"),
    "actor_name": ("actor_id", "n", "text", "language", "kind", "folded", "skeleton"),
    "actor_identifier": ("scheme", "value", "actor_id"),
    "place_name": ("place_id", "n", "text", "language", "used", "folded"),
    "event_text": ("home_id", "event_id", "language", "n", "title", "summary"),
    "tag": ("home_id", "event_id", "tag", "n"),
}


def _texts(event: tuple[int, int], record: r.Event) -> list[tuple[Any, ...]]:
    languages = sorted({*record.title, *record.summary})
    return [
        (*event, language, n, record.title.get(language), record.summary.get(language))
        for n, language in enumerate(languages)
    ]


def _place_names(number: int, record: r.Place) -> list[tuple[Any, ...]]:
    return [
        (number, n, name.text, name.language, name.used and name.used.text, fold(name.text))
        for n, name in enumerate((r.PlaceName(name_of(record)), *record.names))
    ]


def _names(number: int, record: r.Actor) -> list[tuple[Any, ...]]:
    shown = r.Name(name_of(record), kind="primary")
    return [
        (number, n, name.text, name.language, name.kind, fold(name.text), skeleton(name.text))
        for n, name in enumerate((shown, *record.names))
    ]
