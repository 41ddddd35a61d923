"""Positions and links: like claims they are only added or revoked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from timeline import records as r
from timeline.load.batches import parts
from timeline.load.homes import homes_of
from timeline.load.references import settle_references
from timeline.load.run import Run, said_by
from timeline.store import dialect
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sqlalchemy import Connection, Table


def put_positions(run: Run, located: Sequence[r.Located]) -> list[r.Located]:
    """Write positions that are not there yet; give back those that refer to something unknown."""
    ready, waiting = settle_references(run, located)
    _put(run, t.position, ready, "actor_id", _position)
    return waiting


def put_links(run: Run, located: Sequence[r.Located]) -> list[r.Located]:
    """Write links that are not there yet; give back those that refer to something unknown."""
    ready, waiting = settle_references(run, located)
    _put(run, t.link, ready, "event_id", _link)
    for item in ready:
        assert isinstance(item.record, r.Link)
        event = run.ids.known(t.event, item.record.event)
        # Events that are linked are not the same.
        run.anew.events.add(event)
        run.anew.wholes.update([event] if item.record.kind == "part_of" else ())
    return waiting


def _position(run: Run, record: Any) -> dict[str, Any]:
    held = record.held
    return {
        "actor_id": run.ids.of(t.actor, record.actor),
        "title": record.title,
        "organisation_id": run.ids.of(t.actor, record.organisation),
        "held": held.text if held else None,
        "held_earliest": held.earliest if held else None,
        "held_latest": held.latest if held else None,
        "source_id": run.ids.of(t.source, record.source),
        **said_by(record),
    }


def _link(run: Run, record: Any) -> dict[str, Any]:
    return {
        "event_id": run.ids.of(t.event, record.event),
        "kind": record.kind,
        "other_id": run.ids.of(t.event, record.other),
        "source_id": run.ids.of(t.source, record.source),
        **said_by(record),
    }


def _put(
    run: Run,
    table: Table,
    located: Sequence[r.Located],
    owner: str,
    columns: Callable[[Run, Any], dict[str, Any]],
) -> None:
    rows: dict[tuple[int, str], dict[str, Any]] = {}
    for item in located:
        record: Any = item.record
        key, collection = r.content_key(record), run.ids.of_collection(record.collection)
        rows.setdefault(
            (collection, key), {"key": key, "collection_id": collection} | columns(run, record)
        )
    held = _held_rows(run.session, table, owner, {row[owner] for row in rows.values()})
    run.see(table.name, (held[place] for place in rows if place in held))
    new = [row for place, row in rows.items() if place not in held]
    for row in new:
        row.update(id=run.ids.new(table), made_in=run.changeset)
    if table is t.link:
        _find_homes(run.session, new)
    if new:
        dialect.insert(run.session, table, tuple(new[0]), [tuple(row.values()) for row in new])
    run.count["new"] += len(new)
    run.count["unchanged"] += len(located) - len(new)


def _find_homes(session: Connection, links: Iterable[dict[str, Any]]) -> None:
    homes = homes_of(session, {row[end] for row in links for end in ("event_id", "other_id")})
    for row in links:
        row.update(home_id=homes[row["event_id"]], other_home_id=homes[row["other_id"]])


def _held_rows(
    session: Connection, table: Table, owner: str, owners: set[int]
) -> dict[tuple[int, str], int]:
    columns = select(table.c.collection_id, table.c.key, table.c.id).where(
        table.c.revoked_in.is_(None)
    )
    found = {}
    for part in parts(owners):
        query = columns.where(table.c[owner].in_(part))
        found.update(
            {(collection, key): number for collection, key, number in session.execute(query)}
        )
    return found
