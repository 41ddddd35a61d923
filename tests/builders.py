"""Databases filled in one line, and what is in them in a form to compare: what the tests of several
rooms share.
"""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, select, text

from timeline import records as r
from timeline.formats import FORMATS
from timeline.intake.files import gather
from timeline.intake.reading import FileReading
from timeline.load import load, renew
from timeline.load.decided import changes, versions_stood_for
from timeline.names import tokens
from timeline.queries.sql import run_query
from timeline.store import migrate, open_store, schema
from timeline.store.accounts import counts, outcomes_of
from timeline.store.stored import every_record
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import psycopg
    from sqlalchemy import Connection

    from timeline.load import Report

# The role that owns the PostgreSQL databases of the tests.
OWNER = "timeline"
SEEDS = Path(__file__).parents[1] / "seeds"


# Making -------------------------------------------------------------------------------------------


@contextmanager
def superuser(server: str, database: str = "postgres") -> Iterator[psycopg.Connection[Any]]:
    """Connect to the server whose socket is in a folder, as whom everything is allowed."""
    import psycopg

    with psycopg.connect(
        host=server, user="postgres", dbname=database, autocommit=True
    ) as connection:
        yield connection


def new_postgresql(server: Path, names: Iterator[str]) -> str:
    """Make an empty database that is left to the end of the tests, and give its owner's URL. The
    owner is no superuser: as one no query of somebody else's is run.

    Args:
        server, names: the fixtures `postgres_server` and `database_names`.
    """
    name = next(names)
    url = URL.create("postgresql+psycopg", OWNER, database=name, query={"host": str(server)})
    with superuser(str(server)) as connection:
        connection.execute(
            f'CREATE DATABASE "{name}" OWNER {OWNER} TEMPLATE template0 STRATEGY file_copy'
        )
    return url.render_as_string()


# Filling ------------------------------------------------------------------------------------------


def located(records: Iterable[r.AnyRecord]) -> Iterator[r.Located]:
    """Give records a place to be found at: their number is the line."""
    for number, record in enumerate(records, 1):
        yield r.Located(record, r.Where("test", number))


def whole(records: Sequence[r.AnyRecord]) -> list[r.AnyRecord]:
    """Say of each collection of some records that they are all it holds."""
    keys = dict.fromkeys(
        str(record.collection) for record in records if record.collection is not None
    )
    return [*(r.Collection(key=key) for key in keys), *records]


def put(url: str, *records: r.AnyRecord, once_only: str | None = None) -> Report:
    """Load records as they are, into a database that is made if need be."""
    with open_store(url, write=True) as session:
        return put_in(session, *records, once_only=once_only)


def put_in(
    session: Connection, *records: r.AnyRecord, once_only: str | None = None, match: bool = False
) -> Report:
    """As `put`, within an open session."""
    return load(session, located(records), given="test", once_only=once_only, match=match)


def put_whole(url: str, *records: r.AnyRecord) -> Report:
    """Load records as the whole of their collections: what these held before and do not hold now is
    revoked.
    """
    return put(url, *whole(records))


def put_files(url: str, *paths: Path) -> Report:
    """Load files as the command line does."""
    reading = FileReading(gather(paths).records)
    with open_store(url, write=True) as session:
        return load(session, reading, given="files", sha256=reading.sha256)


# Looking ------------------------------------------------------------------------------------------


def upgrade(url: str, revision: str = "head") -> migrate.Move:
    """Upgrade a database as `timeline db upgrade` does."""
    move = migrate.upgrade(url, revision)
    if move.after == schema.HEAD:
        with open_store(url, write=True) as session:
            renew(session)
    return move


def records_of(url: str) -> list[r.AnyRecord]:
    """Every record that is live."""
    with open_store(url) as session:
        return list(every_record(session))


def export(url: str) -> str:
    """What `timeline export` prints."""
    with open_store(url) as session:
        return export_in(session)


def export_in(session: Connection) -> str:
    """As `export`, within an open session."""
    write = FORMATS["jsonl"].write
    assert write is not None
    return "".join(write(every_record(session)))


def ask(session: Connection, query: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The columns and all rows that a query of a person's gives."""
    with run_query(session, query) as (columns, rows):
        return [*columns], [*rows]


def rows_of(url: str, query: str, **values: object) -> list[tuple[Any, ...]]:
    """What an SQL query gives."""
    with open_store(url) as session:
        return [tuple(row) for row in session.execute(text(query), values)]


def snapshot(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, and the full-text index: what must not differ.

    The time and place of a run do.
    """
    with open_store(url) as session:
        return snapshot_in(session)


def snapshot_in(session: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """As `snapshot`, within an open session."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    for table in t.metadata.sorted_tables:
        columns = [
            column for column in table.c if column.name not in ("made_at", "input", "input_sha256")
        ]
        found[table.name] = sorted(
            (tuple(row) for row in session.execute(select(*columns))), key=repr
        )
    found["event_search"] = sorted(
        (event, *sorted(words)) for event, words in index_of(session).items()
    )
    return found


def index_of(session: Connection) -> dict[int, frozenset[str]]:
    """The full-text index: event id -> words."""
    if session.dialect.name == "sqlite":
        rows = session.execute(text("SELECT rowid, body FROM event_search")).tuples()
        return {number: frozenset(body.split()) for number, body in rows}
    rows = session.execute(
        text("SELECT home_id, tsvector_to_array(body) FROM event_search")
    ).tuples()
    return {number: frozenset(words) for number, words in rows}


# What follows, worked out again -------------------------------------------------------------------


def check_derived(session: Connection) -> None:
    """Hold all that is worked out against what the claims, names and texts say now."""
    e = t.event
    events = {row.id: row for row in session.execute(select(e))}
    outcomes = outcomes_of(session, sorted({row.canonical_id for row in events.values()}))
    places = dict(session.execute(select(t.place.c.key, t.place.c.id)).tuples().all())
    published = _published(session)
    for row in events.values():
        outcome = outcomes[row.canonical_id]
        assert row.place_id == places.get(str(outcome.place), row.stated_place_id), row.key
        known = published[row.canonical_id]
        assert (row.published_earliest, row.published_latest) == known, row.key
        expected = (
            outcome.date and outcome.date.text,
            outcome.earliest,
            outcome.latest,
            outcome.sort,
        )
        assert (row.date, row.earliest, row.latest, row.sort) == expected, row.key
        numbers = (
            outcome.status,
            outcome.standing,
            outcome.claims,
            outcome.sources,
            outcome.origins,
        )
        assert (row.date_status, row.standing, row.claims, row.sources, row.origins) == numbers, (
            row.key
        )
        assert row.span_class == outcome.span_class
        flags = (outcome.reviewed, outcome.machine, outcome.confidence, outcome.hidden)
        assert (row.reviewed, row.machine, row.confidence, row.hidden) == flags, row.key
        odds = (outcome.contested, outcome.place_status)
        assert (row.contested, row.place_status) == odds, row.key
    parts = session.execute(select(t.participation.c.home_id, t.participation.c.sort)).tuples()
    assert {(event, sort) for event, sort in parts if events[event].sort != sort} == set()
    check_homes(session)
    sources = list(session.scalars(select(t.source.c.id)))
    assert [*changes(session, sources), *versions_stood_for(session, sources)] == []
    assert index_of(session) == _expected_index(
        session, {row.id: row.canonical_id for row in events.values()}
    )
    if session.dialect.name == "sqlite":
        assert session.execute(text("PRAGMA foreign_key_check")).all() == []


def _published(session: Connection) -> dict[int, tuple[int | None, int | None]]:
    """Event id -> by when the first and the last of its claims were certainly published."""
    c, s = t.claim, t.source
    sources = {row.id: row for row in session.execute(select(s))}
    moments: dict[int, list[int | None]] = defaultdict(list)
    first: dict[int, list[int]] = defaultdict(list)
    live = select(c.c.home_id, c.c.source_id, c.c.version_id, t.attribution.c.source_id)
    hop = (c.c.home_id == t.attribution.c.home_id) & (c.c.id == t.attribution.c.claim_id)
    live = live.outerjoin(t.attribution, hop).where(c.c.revoked_in.is_(None))
    for event, *said, through in session.execute(live):
        own = [sources[number] for number in said if number is not None]
        moments[event] += [row.published_latest for row in own]
        for number in (*said, through):
            moments[event] += _published_after(sources, number)
        first[event] += [row.published_latest for row in own if row.published_latest is not None]
        for number in (*said, through):
            while number is not None and (number := sources[(last := number)].replaces_id):
                moments[event].append(sources[last].published_latest)
    found: dict[int, tuple[int | None, int | None]] = defaultdict(lambda: (None, None))
    for event, known in moments.items():
        certain = [moment for moment in known if moment is not None]
        last = max(certain) if len(certain) == len(known) else None
        found[event] = (min(first[event], default=None), last)
    return found


def _published_after(sources: Mapping[int, Any], number: int | None) -> Iterator[int | None]:
    """By when each version was certainly published that replaces a source, directly or not."""
    for row in sources.values():
        if number is not None and row.replaces_id == number:
            yield row.published_latest
            yield from _published_after(sources, row.id)


def check_homes(session: Connection) -> None:
    """What belongs to an event is kept with the one that stands for it, and so for actors."""
    stands_for = {
        table: dict(session.execute(select(table.c.id, table.c.canonical_id)).tuples().all())
        for table in (t.event, t.actor)
    }
    kept = [
        (table, t.event, table.c.event_id, table.c.home_id)
        for table in t.metadata.sorted_tables
        if "home_id" in table.c
    ]
    kept += [
        (t.link, t.event, t.link.c.other_id, t.link.c.other_home_id),
        (t.participation, t.actor, t.participation.c.said_actor_id, t.participation.c.actor_id),
    ]
    for table, things, said, home in kept:
        for one, other in session.execute(select(said, home)):
            assert stands_for[things][one] == other, table.name


def _expected_index(session: Connection, canonical: dict[int, int]) -> dict[int, frozenset[str]]:
    c, p = t.claim, t.participation
    texts: dict[int, list[str | None]] = defaultdict(list)
    for event, title, summary in session.execute(
        select(t.event_text.c.event_id, t.event_text.c.title, t.event_text.c.summary)
    ):
        texts[canonical[event]] += [title, summary]
    live = {row.id: row for row in session.execute(select(c).where(counts()))}
    for claim in live.values():
        texts[canonical[claim.event_id]].append(claim.quote)
    stands_for = dict(session.execute(select(t.actor.c.id, t.actor.c.canonical_id)).tuples().all())
    own: dict[int, list[str]] = defaultdict(list)
    known: dict[int, list[str]] = defaultdict(list)
    named = select(t.actor.c.id, t.actor.c.mention, t.actor_name.c.text).join(t.actor_name)
    for actor, mention, name in session.execute(named):
        own[actor].append(name)
        known[stands_for[actor]] += [] if mention else [name]
    for event, claim_id, actor in session.execute(
        select(p.c.event_id, p.c.claim_id, p.c.said_actor_id)
    ):
        if claim_id in live:
            texts[canonical[event]] += own[actor] + known[stands_for[actor]]
    words = {
        event: frozenset(word for text in found for word in tokens(text or ""))
        for event, found in texts.items()
    }
    return {event: found for event, found in words.items() if found}
