"""What release 0.1.0 left in a database is worth the same under this version.

`release_0_1_0/` holds files, and all rows of the database (revision tl0003) that 0.1.0 made of
them. It loaded the records (of letters.jsonl first a version with one claim more) and the article
quay.txt, published on 12 November 2024; merged two actors and two events, merged two more and
undid that, declined a pair and confirmed a mention. export.jsonl is what it then exported.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from builders import check_derived, export, put_files, upgrade
from sqlalchemy import MetaData, insert, text

from timeline import load_files
from timeline.store import connect, dialect, migrate, open_store, schema

FROZEN = Path(__file__).parent / "release_0_1_0"
REVISION = "tl0003"
RECORDS = [FROZEN / name for name in ("harbour.yaml", "letters.jsonl", "notes.yaml")]
MENDED, ARTICLE, EXPORT = (FROZEN / name for name in ("mended.yaml", "quay.txt", "export.jsonl"))
INDEX = {
    "sqlite": "INSERT INTO event_search (rowid, body) VALUES (:event_id, :body)",
    "postgresql": "INSERT INTO event_search (event_id, body) "
    "VALUES (:event_id, array_to_tsvector(string_to_array(:body, ' ')))",
}


@pytest.fixture
def released(store_url: str) -> str:
    """A database as 0.1.0 left it: its schema, its rows, its full-text index."""
    rows = defaultdict(list)
    for line in (FROZEN / "rows.jsonl").read_text(encoding="utf-8").split("\n")[:-1]:
        table, row = json.loads(line)
        rows[table].append(row)
    engine = connect.make_engine(connect.database_url(store_url), "migrate")
    with engine.begin() as session:
        migrate.upgrade_in(session, REVISION)
        index = rows.pop("event_search")
        made = MetaData()
        made.reflect(session, only=[*rows])
        for table in made.sorted_tables:
            # In one statement, since rows of a table may refer to later ones.
            whole = [dict.fromkeys(table.c.keys()) | row for row in rows[table.name]]
            session.execute(insert(table).values(whole))
        session.execute(text(INDEX[session.dialect.name]), index)
        dialect.check_foreign_keys(session)
    engine.dispose()
    return store_url


def loaded(url: str, *files: Path, **wanted: Any) -> dict[str, int]:
    """Load files as the command line does: what it prints of them."""
    report = load_files(url, *files, **wanted).report
    return {name: getattr(report, name) for name in ("new", "changed", "revoked")}


NOTHING = {"new": 0, "changed": 0, "revoked": 0}


def test_the_same_files_bring_nothing_new(released: str) -> None:
    """Records, what was exported of them, and the article, which is held; all stays as it was."""
    upgrade(released)
    before = export(released)
    assert [loaded(released, path) for path in (*RECORDS, EXPORT)] == [NOTHING] * 4
    assert loaded(released, *RECORDS) == NOTHING
    assert load_files(released, ARTICLE, published="2024-11-12", language="en").held == 1
    assert export(released) == before
    assert migrate.differences(released) == []
    with open_store(released) as session:
        assert schema.schema_version(session) == schema.HEAD
        check_derived(session)


def test_it_is_exported_as_a_new_database_with_the_same_records(
    released: str, tmp_path: Path
) -> None:
    """All of it as one made of its export, and each collection as one made of the files."""
    upgrade(released)
    copy, fresh = str(tmp_path / "copy.db"), str(tmp_path / "fresh.db")
    put_files(copy, EXPORT)
    assert export(released) == export(copy)
    put_files(fresh, *RECORDS)
    collections = {json.loads(line)["key"] for line in export(fresh).splitlines()[:3]}
    assert collections == {"harbour", "letters", "notes"}
    assert _of(collections, export(released)) == _of(collections, export(fresh))


def _of(collections: set[str], exported: str) -> list[str]:
    """The lines of an export that are of some collections."""
    lines = exported.split("\n")[:-1]
    return [line for line in lines if json.loads(line).get("collection") in collections]


def test_a_date_that_was_misread_is_mended_by_the_file(released: str) -> None:
    """0.1.0 had the 18th in "before 18 November": the words are another claim now."""
    upgrade(released)
    assert loaded(released, MENDED) == {"new": 1, "changed": 0, "revoked": 1}
    assert loaded(released, MENDED) == NOTHING
    with open_store(released) as session:
        dates = session.scalars(text("SELECT date FROM event WHERE key = 'mended'")).all()
    assert dates == ["[..2024-11-17]"]


def test_what_people_judged_is_kept(released: str) -> None:
    """Merges stand, what was undone does not, a pair that was declined is not merged."""
    upgrade(released)
    with open_store(released) as session:
        same = session.execute(
            text(
                "SELECT a.key, b.key FROM actor a JOIN actor b ON b.id = a.canonical_id "
                "WHERE a.id <> b.id UNION ALL SELECT a.key, b.key FROM event a "
                "JOIN event b ON b.id = a.canonical_id WHERE a.id <> b.id ORDER BY 1"
            )
        ).tuples()
        assert same.all() == [("i-maroy", "ines"), ("rencontre", "accord")]
        mentions = session.scalars(text("SELECT key FROM actor WHERE mention ORDER BY key")).all()
        assert mentions == ["quay/dockers-federation", "quay/ines-maroy", "quay/minister"]
        kinds = session.scalars(text("SELECT kind FROM changeset ORDER BY id")).all()
    assert kinds == [*["load"] * 5, *["merge"] * 3, "undo", "decline", "confirm"]
