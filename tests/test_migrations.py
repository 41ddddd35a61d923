"""Migrations: they make the tables that the code expects, and keep the data on the way up and
down.
"""

from __future__ import annotations

import ast
import importlib.util
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from alembic.script import ScriptDirectory
from builders import (
    SEEDS,
    check_derived,
    export,
    export_in,
    put,
    put_files,
    put_whole,
    records_of,
    rows_of,
    snapshot,
    upgrade,
)
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlalchemy import inspect, text

from timeline import records as r
from timeline.dates import iso_text, parse
from timeline.errors import StoreError, UsageError
from timeline.load import undo
from timeline.names import tokens
from timeline.queries import Question, chronology
from timeline.store import connect, dialect, migrate, open_store, schema
from timeline.store.tables import tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from sqlalchemy import Connection

VERSIONS = sorted((Path(__file__).parents[1] / "migrations" / "versions").glob("*.py"))
VIEWS = ("timeline_events", "timeline_appearances", "timeline_claims", "timeline_conflicts")


def history() -> list[str]:
    """The revisions, oldest first."""
    steps = ScriptDirectory(str(migrate.scripts())).walk_revisions()
    return [step.revision for step in steps][::-1]


def fill(url: str) -> None:
    """The seeds; a revoked claim, a changed event, two merges, and dates far away."""
    put_files(url, SEEDS)
    source, actor = (
        r.Source(key="s", collection="more"),
        r.Actor(key="e-musk", name="Ilon Mask", collection="more"),
    )
    events = [
        r.Event(key=f"e{n}", type="OTHER", title={"fr": f"Où ? {'é' * 3000}"}, collection="more")
        for n in range(3)
    ]
    dates = map(parse, ("Y-13800000000", "-0043-03-15", "Y17E7"))
    claims = [
        r.Claim(
            event=event.key,
            source="s",
            date=date,
            who=(r.Part("e-musk", "agent"),),
            collection="more",
        )
        for event, date in zip(events, dates, strict=True)
    ]
    gone = r.Claim(event="e0", source="s", quote="révoqué", collection="more")
    put_whole(url, source, actor, *events, *claims, gone)
    put_whole(url, source, actor, *events, *claims)
    # As a command of 0.1.0 stored them: without a person, and without a time.
    put(
        url,
        r.Judgement(of="actor", left="elon-musk", right="e-musk", collection="by-hand"),
        r.Judgement(of="event", left="e0", right="e1", collection="by-hand"),
    )


def structure(session: Connection) -> dict[str, Any]:
    """Tables with columns, keys and constraints, as the engine tells them; the order of columns
    left out.
    """
    look = inspect(session)
    return {
        name: {
            "columns": {
                c["name"]: (str(c["type"]), c["nullable"], c["default"])
                for c in look.get_columns(name)
            },
            "primary": look.get_pk_constraint(name),
            "foreign": sorted(foreign_keys(session, name), key=str),
            "unique": sorted(
                (c["name"], c["column_names"]) for c in look.get_unique_constraints(name)
            ),
            "checks": sorted(str(c["name"]) for c in look.get_check_constraints(name)),
            "indexes": {
                i["name"]: (i["column_names"], i["unique"]) for i in look.get_indexes(name)
            },
        }
        for name in tables.metadata.tables
    }


def foreign_keys(session: Connection, table: str) -> Iterator[Any]:
    """The foreign keys of a table.

    A named one that was added with its column of SQLite is read back without its name.
    """
    for found in inspect(session).get_foreign_keys(table):
        name = f"fk_{table}_{found['constrained_columns'][0]}"
        if found["name"] is None:
            query = text("SELECT sql FROM sqlite_schema WHERE name = :table")
            assert f"CONSTRAINT {name} " in session.execute(query, {"table": table}).scalar_one()
        yield {**found, "name": name}


# What they make -----------------------------------------------------------------------------------


def test_the_code_expects_the_newest_revision() -> None:
    found = history()
    assert found[-1] == schema.HEAD
    # Older and newer are told apart by comparing their names.
    assert found == sorted(found)
    assert ScriptDirectory(str(migrate.scripts())).get_heads() == [schema.HEAD]


def test_the_migrations_make_the_tables_that_the_code_knows(store_url: str) -> None:
    with open_store(store_url, write=True) as session:
        assert migrate.differences_in(session) == []
        made = structure(session)
        for name in reversed(tables.metadata.sorted_tables):
            session.execute(
                text(f"DROP TABLE {name.name} {'CASCADE' if 'postgres' in store_url else ''}")
            )
        tables.metadata.create_all(session)
        assert structure(session) == made


@pytest.mark.parametrize(
    "change",
    [
        "DROP INDEX ix_place_name_folded",
        "DROP TABLE tag",
        "ALTER TABLE event ADD COLUMN colour text",
        "CREATE TABLE other (id integer)",
        "CREATE INDEX ix_event_type ON event (type)",
    ],
)
def test_differences_are_found(store_url: str, change: str) -> None:
    with open_store(store_url, write=True) as session:
        session.execute(text(change))
    assert migrate.differences(store_url)


@pytest.mark.parametrize("path", VERSIONS, ids=lambda path: path.stem)
def test_a_migration_leans_on_no_code_that_may_change(path: Path) -> None:
    allowed = {"alembic", "sqlalchemy", "__future__", *sys.stdlib_module_names}
    imported = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0
            imported.add(str(node.module).split(".")[0])
    assert imported <= allowed
    assert "alembic" in imported


# Up and down with data ----------------------------------------------------------------------------


@pytest.mark.parametrize("revision", history()[:-1])
def test_down_and_up_again_keeps_everything(store_url: str, revision: str) -> None:
    """The same records, rows and index as before; nothing is left of the step on the way."""
    fill(store_url)
    before, exported = snapshot(store_url), export(store_url)
    down = migrate.downgrade(store_url, revision)
    assert (down.before, down.after) == (schema.HEAD, revision)
    with (
        pytest.raises(StoreError, match=r"older than this version's .* upgrade it"),
        open_store(store_url),
    ):
        pass
    with migrate._reading(store_url) as session:
        searchable = revision >= "tl0002"
        assert bool(set(inspect(session).get_view_names()) & set(VIEWS)) is searchable
        assert ("event_search" in inspect(session).get_table_names()) is searchable
    up = upgrade(store_url)
    assert (up.before, up.after) == (revision, schema.HEAD)
    assert migrate.differences(store_url) == []
    assert snapshot(store_url) == before
    assert export(store_url) == exported
    with open_store(store_url) as session:
        check_derived(session)
        assert {
            row.key for row in chronology(session, Question(text="ambassadeur rencontre")).rows
        } == {"meeting"}
        assert session.execute(text("SELECT count(*) FROM timeline_claims")).scalar_one() > 10


def test_what_many_said_in_the_same_words_can_be_taken_back_after_a_way_down(
    store_url: str,
) -> None:
    """The older schema keeps for undo what all said, and not who was added."""
    exports = []
    for number in range(5):
        state = r.Actor(key="iso3166/US", name="US", kind="state", mention=True, extractor="m 1")
        put(store_url, replace(state, collection=f"a{number}"))
        exports.append(export(store_url))
    migrate.downgrade(store_url, "tl0012")
    with migrate._reading(store_url) as session:
        kept = session.execute(text("SELECT before FROM revision ORDER BY changeset_id")).scalars()
        assert [len(json.loads(before)) for before in kept] == [1, 2, 3, 4]
    upgrade(store_url)
    with open_store(store_url, write=True) as session:
        while exports:
            assert export_in(session) == exports.pop()
            undo(session)


def test_without_mentions_they_are_ordinary_actors(store_url: str) -> None:
    """What the older schema has no column for is lost on the way down, and nothing else."""
    text_of = "Musk a rencontré l'ambassadeur."
    quoted = r.Claim(
        event="e",
        source="s",
        quote="Musk a rencontré",
        trigger_start=7,
        trigger_end=16,
        collection="article",
    )
    put(
        store_url,
        r.Source(key="s", text=text_of, collection="article"),
        r.Actor(key="m", name="Musk", mention=True, collection="article"),
        r.Actor(key="n", name="É. Musk", mention=True, collection="article"),
        r.Actor(key="o", name="Omar", mention=False, collection="article"),
        r.Event(key="e", type="CONSULT", collection="article"),
        quoted,
    )
    put(store_url, r.Actor(key="n", name="Élon Musk", mention=False, collection="by-hand"))
    put(store_url, r.Source(key="s", text=f"Hier {text_of}", collection="article"))
    with open_store(store_url, write=True) as session:
        session.execute(text("UPDATE changeset SET kind = 'confirm' WHERE id = 2"))
    found = "SELECT key, mention FROM actor ORDER BY key"
    assert rows_of(store_url, found) == [("m", True), ("n", False), ("o", False)]
    assert rows_of(store_url, "SELECT trigger_start, trigger_end FROM claim") == [(12, 21)]
    exported = export(store_url)
    migrate.downgrade(store_url, "tl0002")
    with migrate._reading(store_url) as session:
        texts = "SELECT before FROM revision UNION ALL SELECT record FROM statement"
        left = " ".join(session.scalars(text(texts)))
        assert "mention" not in left
        assert '["Musk a rencontré",0,16]' in left
        assert session.scalars(text("SELECT kind FROM changeset ORDER BY id")).all() == ["load"] * 3
    upgrade(store_url)
    assert rows_of(store_url, found) == [("m", False), ("n", False), ("o", False)]
    expected = exported.replace(',"mention":true', "").replace(',"mention":false', "")
    assert export(store_url) == expected.replace(',"trigger_start":12,"trigger_end":21', "")
    with open_store(store_url, write=True) as session:
        check_derived(session)
        undo(session, 3)
        assert session.scalar(text("SELECT quote_start FROM claim")) == 0


def test_what_sources_disagree_on_is_worked_out_anew(store_url: str) -> None:
    """What the older schema does not know of follows from the claims once more."""
    told = [
        r.Claim(event="e", source=key, place=key, quantities=(r.Quantity("dead", number),))
        for key, number in (("lyon", 12), ("paris", 15))
    ]
    put(
        store_url,
        *(r.Source(key=one.source, collection="c") for one in told),
        *(r.Place(key=one.source, name=one.source.title(), collection="c") for one in told),
        r.Event(key="e", type="ACCIDENT", collection="c"),
        *(replace(one, collection="c") for one in told),
    )
    query = "SELECT about, says, other_says FROM timeline_conflicts ORDER BY about"
    before, conflicts = snapshot(store_url), rows_of(store_url, query)
    assert {about for about, *_ in conflicts} == {"numbers.dead", "place"}
    migrate.downgrade(store_url, "tl0010")
    with migrate._reading(store_url) as session:
        assert session.execute(text(query)).all() == []
        assert "place_status" not in {one["name"] for one in inspect(session).get_columns("event")}
    upgrade(store_url)
    assert snapshot(store_url) == before
    assert rows_of(store_url, query) == conflicts
    assert rows_of(store_url, "SELECT place_status FROM timeline_events") == [("conflict",)]


def test_down_to_the_base_leaves_nothing(store_url: str) -> None:
    fill(store_url)
    assert migrate.downgrade(store_url, "base").after is None
    with migrate._reading(store_url) as session:
        assert dialect.is_empty(session)
        assert set(inspect(session).get_table_names()) <= {"alembic_version"}
        assert inspect(session).get_view_names() == []
        if store_url.startswith("sqlite"):
            assert session.exec_driver_sql("PRAGMA application_id").scalar_one() == 0
    assert upgrade(store_url).after == schema.HEAD
    assert records_of(store_url) == []
    put_files(store_url, SEEDS)
    assert migrate.differences(store_url) == []


def test_an_emptied_database_is_made_again_by_the_next_load(store_url: str) -> None:
    put(store_url, r.Source(key="s", collection="c"))
    migrate.downgrade(store_url, "base")
    put(store_url, r.Source(key="t", collection="c"))
    assert [record.key for record in records_of(store_url) if isinstance(record, r.Source)] == ["t"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
@example("ﻻ ſ ﬁ Å İı ß ᾳ")
@example("x" * 600)
def test_the_step_that_fills_the_index_folds_as_the_loader_does(words: str) -> None:
    """Law: until a newer revision fills the index anew, both must cut a text into the same
    words.
    """
    step = version("tl0002")
    assert [word[: step.LONGEST_WORD] for word in step.folded(words).split()] == tokens(words)


def version(revision: str) -> ModuleType:
    """A migration as a module."""
    path = next(path for path in VERSIONS if path.name.startswith(revision))
    spec = importlib.util.spec_from_file_location(revision, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_step_that_breaks_a_reference_is_taken_back(tmp_path: Path) -> None:
    """Foreign keys are off while tables are replaced, so they are checked at the end."""
    url = str(tmp_path / "timeline.db")
    put(url, r.Source(key="s", collection="c"))
    with sqlite3.connect(url) as connection:
        connection.execute("INSERT INTO tag (home_id, event_id, tag, n) VALUES (999, 999, 'x', 0)")
    with pytest.raises(
        StoreError, match="broke a reference of table tag; the database is as it was before"
    ):
        migrate.downgrade(url, "tl0001")
    assert [step.name for step in migrate.history(url) if step.current] == [schema.HEAD]
    with pytest.raises(subprocess.CalledProcessError):
        alembic(tmp_path, url, "downgrade", "tl0001")
    assert [step.name for step in migrate.history(url) if step.current] == [schema.HEAD]


# The command that others know ---------------------------------------------------------------------


def alembic(folder: Path, url: str | None, *arguments: str) -> str:
    """Run the real command in an empty folder."""
    ini = Path(__file__).parents[1] / "alembic.ini"
    environment = {name: value for name, value in os.environ.items() if name != "TIMELINE_DB"}
    done = subprocess.run(
        [sys.executable, "-m", "alembic", "-c", str(ini), *arguments],
        check=True,
        cwd=folder,
        env=environment | ({"TIMELINE_DB": url} if url else {}),
        capture_output=True,
        text=True,
    )
    return done.stdout + done.stderr


def test_alembic_itself_upgrades_and_downgrades(store_url: str, tmp_path: Path) -> None:
    alembic(tmp_path, store_url, "upgrade", "head")
    assert migrate.differences(store_url) == []
    fill(store_url)
    before = snapshot(store_url)
    alembic(tmp_path, store_url, "downgrade", "-1")
    alembic(tmp_path, store_url, "upgrade", "+1")
    # The next command that writes works out what a revision can't.
    put(store_url)
    assert snapshot(store_url) == before
    assert alembic(tmp_path, store_url, "current").startswith(f"{schema.HEAD} (head)")
    alembic(tmp_path, store_url, "downgrade", "base")
    with migrate._reading(store_url) as session:
        assert dialect.is_empty(session)


def test_alembic_finds_the_database_as_timeline_does(tmp_path: Path) -> None:
    """-x db=, else TIMELINE_DB, else timeline.db in the working folder."""
    alembic(tmp_path, None, "upgrade", "head")
    alembic(tmp_path, str(tmp_path / "b.db"), "upgrade", "head")
    alembic(tmp_path, str(tmp_path / "b.db"), "-x", f"db={tmp_path / 'c.db'}", "upgrade", "tl0001")
    found = {
        path.name: [step.name for step in migrate.history(str(path)) if step.current]
        for path in tmp_path.iterdir()
    }
    assert found == {"timeline.db": [schema.HEAD], "b.db": [schema.HEAD], "c.db": ["tl0001"]}


# Backups and refusals -----------------------------------------------------------------------------


def test_a_backup_is_a_whole_database_and_never_overwritten(tmp_path: Path) -> None:
    url = str(tmp_path / "timeline.db")
    fill(url)
    before = snapshot(url)
    (down,) = migrate.downgrade(url, "tl0001").kept
    (up,) = upgrade(url).kept
    (again,) = migrate.downgrade(url, "tl0001").kept
    names = [
        f"timeline.db.{schema.HEAD}.backup",
        "timeline.db.tl0001.backup",
        f"timeline.db.{schema.HEAD}-2.backup",
    ]
    assert [path.name for path in (down, up, again)] == names
    assert snapshot(str(down)) == before
    assert migrate.differences(str(down)) == []
    assert upgrade(str(up)).after == schema.HEAD
    assert snapshot(str(up)) == before


def test_nothing_to_do_makes_no_backup(store_url: str, tmp_path: Path) -> None:
    put(store_url, r.Source(key="s", collection="c"))
    assert upgrade(store_url) == migrate.Move(schema.HEAD, schema.HEAD, ())
    assert not list(tmp_path.glob("*.backup*"))


@pytest.mark.parametrize("move", [migrate.upgrade, migrate.downgrade])
def test_an_unknown_revision_is_refused(store_url: str, tmp_path: Path, move: Any) -> None:
    put(store_url, r.Source(key="s", collection="c"))
    with pytest.raises(UsageError, match="there is no revision 'tl0815'; there are tl0001, tl0002"):
        move(store_url, "tl0815")
    assert migrate.differences(store_url) == []
    assert not list(tmp_path.glob("*.backup*"))


def test_an_upgrade_never_goes_down_nor_a_downgrade_up(store_url: str, tmp_path: Path) -> None:
    put(store_url, r.Source(key="s", collection="c"))
    with pytest.raises(
        UsageError, match=f"is at {schema.HEAD}, and tl0001 is older: that is a downgrade"
    ):
        migrate.upgrade(store_url, "tl0001")
    assert not list(tmp_path.glob("*.backup*"))
    migrate.downgrade(store_url, "tl0001")
    with pytest.raises(UsageError, match="is at tl0001, and tl0002 is newer: that is an upgrade"):
        migrate.downgrade(store_url, "tl0002")
    (first, *others) = migrate.history(store_url)
    assert first.current
    assert not any(step.current for step in others)


@pytest.mark.parametrize("move", [migrate.upgrade, lambda url: migrate.downgrade(url, "base")])
def test_a_newer_schema_is_left_alone(store_url: str, move: Any) -> None:
    with open_store(store_url, write=True) as session:
        session.execute(text("UPDATE alembic_version SET version_num = 'tl9999'"))
    with pytest.raises(
        StoreError,
        match=r"has schema tl9999, newer than this version's .*; install a newer timeline",
    ):
        move(store_url)


@pytest.mark.parametrize("move", [migrate.upgrade, lambda url: migrate.downgrade(url, "base")])
def test_a_database_of_something_else_is_left_alone(store_url: str, move: Any) -> None:
    engine = connect.make_engine(connect.database_url(store_url), "migrate")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE letters (x text)"))
        connection.execute(text("INSERT INTO letters VALUES ('a')"))
    with pytest.raises(StoreError, match="is no timeline database; it was left untouched"):
        move(store_url)
    with engine.begin() as connection:
        assert inspect(connection).get_table_names() == ["letters"]
    engine.dispose()


@pytest.mark.parametrize("act", [migrate.upgrade, migrate.history, migrate.differences])
def test_a_missing_file_is_not_made(tmp_path: Path, act: Any) -> None:
    with pytest.raises(StoreError, match="does not exist"):
        act(str(tmp_path / "none.db"))
    assert not list(tmp_path.iterdir())


# The views ----------------------------------------------------------------------------------------


@pytest.fixture
def both(tmp_path: Path, postgres_url: str) -> tuple[str, str]:
    """A database on each engine, filled alike."""
    urls = (str(tmp_path / "timeline.db"), postgres_url)
    for url in urls:
        fill(url)
    return urls


def test_both_engines_give_the_same_rows(both: tuple[str, str]) -> None:
    """The tables, the export, and each view, row by row."""
    left, right = both
    assert snapshot(left) == snapshot(right)
    assert export(left) == export(right)
    for view in VIEWS:
        rows = rows_of(left, f"SELECT * FROM {view}")
        assert sorted(map(repr, rows)) == sorted(
            map(repr, rows_of(right, f"SELECT * FROM {view}"))
        ), view
        assert rows


def test_the_views_say_what_a_person_reads(store_url: str) -> None:
    fill(store_url)
    query = (
        "SELECT date, earliest, latest, actors, standing, sources, claims, origins FROM "
        "timeline_events"
    )
    assert rows_of(store_url, f"{query} WHERE key = 'meeting'") == [
        (
            "2024-11-11",
            "2024-11-11T00:00:00Z",
            "2024-11-12T00:00:00Z",
            (
                "Elon Musk (participant), Amir Saeid Iravani (participant), Esmaeil Baghaei "
                "(denies), "
                "Donald Trump's communications team (declines), Elon Musk (declines)"
            ),
            "disputed",
            "nyt-2024-11-14, irna-2024-11-16, report-fr",
            4,
            1,
        )
    ]
    assert rows_of(store_url, f"{query} WHERE key IN ('e0', 'e1')") == [
        (
            "-0043-03-15", "-13800000000-01-01T00:00:00Z", "-0043-03-16T00:00:00Z",
            "Elon Musk (agent)", "asserted",
            "s", 2, 1,
        )
    ]  # fmt: skip
    query = (
        "SELECT actor, name, event, role FROM timeline_appearances WHERE event IN ('e0', "
        "'e2') ORDER BY event"
    )
    assert rows_of(store_url, query) == [
        ("elon-musk", "Elon Musk", "e0", "agent"),
        ("elon-musk", "Elon Musk", "e2", "agent"),
    ]
    assert rows_of(store_url, "SELECT count(*) FROM timeline_claims WHERE quote = 'révoqué'") == [
        (0,)
    ]
    chain = (
        "SELECT chain FROM timeline_claims WHERE event = 'meeting' AND source = 'nyt-2024-11-14'"
    )
    assert rows_of(store_url, chain) == [("nyt-2024-11-14 ← two Iranian officials",)]
    query = (
        "SELECT about, source, says, other_source, other_says FROM timeline_conflicts WHERE "
        "event = 'meeting'"
    )
    assert ("standing", "report-fr", "reported", "irna-2024-11-16", "denies") in rows_of(
        store_url, query
    )
    query = "SELECT about, says, other_says FROM timeline_conflicts WHERE event = 'e0'"
    assert rows_of(store_url, query) == [("date", "Y-13800000000", "-0043-03-15")]


@pytest.fixture
def dated(store_url: str) -> Iterator[Connection]:
    """A store with one event, whose bounds can be anything."""
    put(
        store_url, r.Source(key="s", collection="c"), r.Event(key="e", type="OTHER", collection="c")
    )
    with open_store(store_url, write=True) as session:
        session.execute(text("UPDATE event SET standing = 'asserted'"))
        yield session


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.integers(-(2**63), 2**63 - 1), st.integers(-(10**12), 10**12)))
@example(-(2**63))
@example(2**63 - 1)
@example(0)
@example(-62_135_596_801)
@example(-62_135_596_800)
@example(253_402_300_799)
@example(253_402_300_800)
@example(-62_167_219_200)
@example(-62_167_219_201)
@example(-62_162_035_201)
def test_the_views_write_any_second_as_iso_text(dated: Connection, second: int) -> None:
    """Law: as `iso_text` does, before the year 1 and beyond 9999 too."""
    dated.execute(text("UPDATE event SET earliest = :second, latest = :second"), {"second": second})
    found = dated.execute(text("SELECT earliest, latest FROM timeline_events")).one()
    assert tuple(found) == (iso_text(second), iso_text(second))
