"""Sources, actors, places and events as records, made of their rows and of what belongs to them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from timeline import records as r
from timeline.dates import parse
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy import Connection, Row, Table


def _children(
    session: Connection, table: Table, column: str, ids: Sequence[int]
) -> dict[int, list[Row[Any]]]:
    order = table.c.n if "n" in table.c else table.c.value
    found: dict[int, list[Row[Any]]] = defaultdict(list)
    for row in session.execute(select(table).where(table.c[column].in_(ids)).order_by(order)):
        found[row._mapping[column]].append(row)
    return found


def date_of(text: str | None) -> Any:
    """Give the date of a column that holds EDTF."""
    return None if text is None else parse(text)


def said_by(row: Row[Any]) -> dict[str, Any]:
    """Give the fields of a record that say who states it, and when."""
    return {"extractor": row.extractor, "by": row.by, "at": date_of(row.at)}


def _sources(session: Connection, rows: Sequence[Row[Any]]) -> Iterator[r.Source]:
    texts, earlier = t.source_text, _keys(session, t.source, {row.replaces_id for row in rows})
    query = select(texts.c.source_id, texts.c.text)
    held = query.where(texts.c.source_id.in_([row.id for row in rows]))
    text = dict(session.execute(held).tuples().all())
    for row in rows:
        yield r.Source(
            collection=row.collection,
            key=row.key,
            kind=row.kind,
            title=row.title,
            publisher=row.publisher,
            author=row.author,
            url=row.url,
            language=row.language,
            published=date_of(row.published),
            retrieved_at=row.retrieved_at,
            text=text.get(row.id),
            replaces=earlier.get(row.replaces_id),
            version=row.version,
            evidence=row.evidence,
            partial=row.partial,
            **said_by(row),
        )


def _actors(session: Connection, rows: Sequence[Row[Any]]) -> Iterator[r.Actor]:
    ids = [row.id for row in rows]
    names = _children(session, t.actor_name, "actor_id", ids)
    identifiers = _children(session, t.actor_identifier, "actor_id", ids)
    for row in rows:
        # The name it is shown by is the first of its names; the record says it apart.
        further = [name for name in names[row.id] if name.n > 0]
        yield r.Actor(
            collection=row.collection,
            key=row.key,
            name=row.name,
            kind=row.kind,
            description=row.description,
            names=tuple(r.Name(name.text, name.language, name.kind) for name in further),
            identifiers={
                item.scheme: item.value
                for item in sorted(identifiers[row.id], key=lambda i: i.scheme)
            },
            mention=row.mention or None,
            **said_by(row),
        )


def _places(session: Connection, rows: Sequence[Row[Any]]) -> Iterator[r.Place]:
    parents = _keys(session, t.place, {row.part_of_id for row in rows})
    names = _children(session, t.place_name, "place_id", [row.id for row in rows])
    for row in rows:
        yield r.Place(
            collection=row.collection,
            key=row.key,
            name=row.name,
            country=row.country,
            latitude=row.latitude,
            longitude=row.longitude,
            part_of=parents.get(row.part_of_id),
            names=tuple(
                r.PlaceName(name.text, name.language, date_of(name.used))
                for name in names[row.id]
                if name.n > 0
            ),
            **said_by(row),
        )


def _events(session: Connection, rows: Sequence[Row[Any]]) -> Iterator[r.Event]:
    ids = [row.id for row in rows]
    texts = _children(session, t.event_text, "event_id", ids)
    tags = _children(session, t.tag, "event_id", ids)
    places = _keys(session, t.place, {row.stated_place_id for row in rows})
    for row in rows:
        yield r.Event(
            collection=row.collection,
            key=row.key,
            type=row.type,
            title={text.language: text.title for text in texts[row.id] if text.title is not None},
            summary={
                text.language: text.summary for text in texts[row.id] if text.summary is not None
            },
            place=places.get(row.stated_place_id),
            tags=tuple(tag.tag for tag in tags[row.id]),
            **said_by(row),
        )


# Kind of things -> what makes records of their rows, each with the key of its collection.
BUILDERS: dict[Any, Callable[[Connection, Sequence[Row[Any]]], Iterator[Any]]] = {
    r.Source: _sources,
    r.Actor: _actors,
    r.Place: _places,
    r.Event: _events,
}


def _keys(session: Connection, table: Table, ids: set[int | None]) -> dict[int, str]:
    """Give id -> key, None among the ids left out."""
    wanted = [i for i in ids if i is not None]
    query = select(table.c.id, table.c.key).where(table.c.id.in_(wanted))
    return dict(session.execute(query).tuples().all()) if wanted else {}
