"""The rows of things: what a record becomes in the tables."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete

from timeline import records as r
from timeline.load.run import Run, update_many
from timeline.names import fold, skeleton
from timeline.resolve import ANY_WIDTH, UNDATED
from timeline.store import dialect
from timeline.store.stored import THINGS
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.combine import Thing

# What an event shows before its claims have been looked at.
_UNKNOWN = {
    "sort": UNDATED,
    "span_class": ANY_WIDTH,
    "date_status": "none",
    "claims": 0,
    "sources": 0,
    "origins": 0,
}

# What belongs to one thing alone, and by which column.
CHILDREN: dict[type[Thing], tuple[tuple[Any, str], ...]] = {
    r.Actor: ((t.actor_name, "actor_id"), (t.actor_identifier, "actor_id")),
    r.Event: ((t.event_text, "event_id"), (t.tag, "event_id")),
}


def insert_rows(run: Run, kind: type[Thing], records: Sequence[Thing]) -> None:
    """Write new things of one kind; their ids are known to the run."""
    table = THINGS[kind]
    rows = [(run.id_of(table, record.key), record) for record in records]
    values = [
        {"id": number, "made_in": run.changeset} | _columns(run, record) for number, record in rows
    ]
    if kind in (r.Actor, r.Event):
        values = [row | {"canonical_id": row["id"]} for row in values]
    if kind is r.Event:
        values = [row | _UNKNOWN for row in values]
        run.made.update(row["id"] for row in values)
    if kind is r.Place:
        # A place may lie in one that comes later in the same batch.
        values = [row | {"part_of_id": None} for row in values]
    columns = tuple(values[0])
    dialect.insert(run.session, table, columns, [tuple(row.values()) for row in values])
    if kind is r.Place:
        parents = [
            {"by_id": n, "part_of_id": run.id_of(table, p.part_of)}
            for n, p in rows
            if isinstance(p, r.Place)
        ]
        update_many(run.session, table, ("id",), parents)
    _insert_children(run, rows)


def replace_row(run: Run, kind: type[Thing], number: int, record: Thing) -> None:
    """Write another record in the place of a thing's row and of what belongs to it."""
    table = THINGS[kind]
    run.session.execute(table.update().where(table.c.id == number).values(**_columns(run, record)))
    for child, column in CHILDREN.get(kind, ()):
        run.session.execute(delete(child).where(child.c[column] == number))
    _insert_children(run, [(number, record)])


def _columns(run: Run, record: Thing) -> dict[str, Any]:
    common = {"key": record.key, "collection_id": run.collection_id(str(record.collection))}
    if isinstance(record, r.Source):
        return common | _source(record)
    if isinstance(record, r.Actor):
        own = {"kind": record.kind, "name": record.name, "description": record.description}
        return common | own | {"mention": record.mention is True}
    if isinstance(record, r.Place):
        plain = ("name", "country", "latitude", "longitude")
        place = {name: getattr(record, name) for name in plain}
        return (
            common
            | place
            | {"folded": fold(record.name), "part_of_id": run.id_of(t.place, record.part_of)}
        )
    return common | {"type": record.type, "place_id": run.id_of(t.place, record.place)}


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
        "text",
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


def _insert_children(run: Run, rows: Sequence[tuple[int | None, Thing]]) -> None:
    names, identifiers, texts, tags = [], [], [], []
    for number, record in rows:
        if isinstance(record, r.Actor):
            names += _names(number, record)
            identifiers += [(scheme, value, number) for scheme, value in record.identifiers.items()]
        elif isinstance(record, r.Event):
            languages = sorted({*record.title, *record.summary})
            texts += [
                (number, lang, n, record.title.get(lang), record.summary.get(lang))
                for n, lang in enumerate(languages)
            ]
            tags += [(number, tag, n) for n, tag in enumerate(dict.fromkeys(record.tags))]
    name_columns = ("actor_id", "n", "text", "language", "kind", "folded", "skeleton")
    dialect.insert(run.session, t.actor_name, name_columns, names)
    dialect.insert(run.session, t.actor_identifier, ("scheme", "value", "actor_id"), identifiers)
    dialect.insert(
        run.session, t.event_text, ("event_id", "language", "n", "title", "summary"), texts
    )
    dialect.insert(run.session, t.tag, ("event_id", "tag", "n"), tags)


def _names(number: int | None, record: r.Actor) -> list[tuple[Any, ...]]:
    shown = r.Name(record.name, kind="primary")
    return [
        (number, n, name.text, name.language, name.kind, fold(name.text), skeleton(name.text))
        for n, name in enumerate((shown, *record.names))
    ]
