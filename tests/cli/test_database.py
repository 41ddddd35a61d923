"""Which database a command uses, and what it says of one that it can't: exit code 3, one line,
nothing touched.
"""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

import pytest
from builders import SEEDS, put_files
from sqlalchemy import text

from timeline.store import connect, open_store
from timeline.store.schema import HEAD

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Timeline

READERS = (
    ["show"],
    ["show", "meeting"],
    ["actors"],
    ["sources"],
    ["conflicts"],
    ["log"],
    ["export"],
    ["suggest"],
    ["suggest", "--events"],
    ["check"],
    ["sql", "SELECT 1"],
)
WRITERS = (
    ["load"],
    ["undo"],
    ["merge", "a", "b"],
    ["unmerge", "a", "b"],
    ["decline", "a", "b"],
    ["confirm", "a"],
)


def test_db_goes_before_timeline_db_and_that_before_the_folder(
    alone: Timeline, tmp_path: Path
) -> None:
    for name in ("timeline.db", "named.db", "meant.db"):
        put_files(str(tmp_path / name), SEEDS)
    with sqlite3.connect(tmp_path / "named.db") as connection:
        connection.execute("UPDATE actor SET name = 'Named' WHERE key = 'tesla'")
    connection.close()
    with sqlite3.connect(tmp_path / "meant.db") as connection:
        connection.execute("UPDATE actor SET name = 'Meant' WHERE key = 'tesla'")
    connection.close()
    assert alone("actors", "tesla").out.startswith("Tesla\n")
    assert alone("actors", "tesla", TIMELINE_DB="named.db").out.startswith("Named\n")
    assert alone("actors", "tesla", "--db", "meant.db", TIMELINE_DB="named.db").out.startswith(
        "Meant\n"
    )
    assert alone("actors", "tesla", "--db", f"sqlite:///{tmp_path}/meant.db").out.startswith(
        "Meant\n"
    )


@pytest.mark.parametrize("command", READERS, ids=" ".join)
def test_what_reads_makes_no_database(command: list[str], alone: Timeline, tmp_path: Path) -> None:
    assert alone(*command) == (3, "", "timeline.db does not exist; make it with: timeline load\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [*READERS, *WRITERS, ["db", "upgrade"]], ids=" ".join)
def test_what_is_not_ours_is_left_untouched(
    command: list[str], timeline: Timeline, tmp_path: Path
) -> None:
    """A text, somebody else's database: also when it is to be written to."""
    assert timeline.db is not None
    url = connect.database_url(timeline.db)
    if url.get_backend_name() == "sqlite":
        path = tmp_path / "letter.db"
        path.write_text(
            "Dear reader, this is no database at all, though it is long enough for one. " * 40
        )
        done = timeline(*command, "--db", str(path))
        assert (done.code, done.out) == (3, "")
        assert "letter.db is no timeline database; it was left untouched" in done.err
        assert done.err.count("\n") == 1
        assert path.read_text().startswith("Dear reader")
        assert list(tmp_path.iterdir()) == [path]
    engine = connect.make_engine(url, "write")
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE event (x integer)"))
    done = timeline(*command)
    assert (done.code, done.out) == (3, "")
    assert "is no timeline database; it was left untouched" in done.err
    assert done.err.count("\n") == 1
    with engine.begin() as connection:
        assert connection.execute(text("SELECT * FROM event")).all() == []
    engine.dispose()


@pytest.mark.parametrize(
    ("version", "words"),
    [
        ("tl9999", "has schema tl9999, newer than this version's tl"),
        ("tl0001", "older than this version's"),
        ("abcdef", "is no timeline database; it was left untouched"),
    ],
)
def test_another_schema(version: str, words: str, timeline: Timeline) -> None:
    timeline("load")
    assert timeline.db is not None
    engine = connect.make_engine(connect.database_url(timeline.db), "write")
    with engine.begin() as connection:
        connection.execute(
            text("UPDATE alembic_version SET version_num = :version"), {"version": version}
        )
    engine.dispose()
    for command in (["show"], ["load"], ["sql", "SELECT 1"], ["undo"]):
        done = timeline(*command)
        assert (done.code, done.out) == (3, "")
        assert words in done.err
        assert done.err.count("\n") == 1


def test_a_locked_database(timeline: Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever would write waits, and then says so; whoever reads goes on."""
    monkeypatch.setattr(connect, "PATIENCE", 1)
    timeline("load")
    assert timeline.db is not None
    with open_store(timeline.db, write=True) as session:
        session.execute(text("UPDATE actor SET name = 'x'"))
        done = timeline("load")
        assert (done.code, done.out) == (3, "")
        assert (
            "is locked: another command is writing to it; waited 1 s, try again later\n" in done.err
        )
        assert timeline("undo").code == 3
        assert timeline("actors", "tesla").out.startswith("Tesla\n")
    assert timeline("load").code == 0


def test_no_such_folder_and_no_such_engine(alone: Timeline, tmp_path: Path) -> None:
    for db, words in (
        ("no/where.db", "no is no folder"),
        (str(tmp_path), "is a folder; name a file in it; with --db"),
        ("mysql://host/x", "mysql is not supported; use SQLite or PostgreSQL"),
        ("nonsense://x", "is no database URL"),
        ("postgresql://user:secret@localhost:1/x", "postgresql+psycopg://user:***@localhost:1/x"),
    ):
        done = alone("load", "--db", db)
        assert (done.code, done.out) == (3, "")
        assert words in done.err
        assert "secret" not in done.err
        assert done.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_no_permission(alone: Timeline, tmp_path: Path) -> None:
    alone("load")
    (tmp_path / "timeline.db").chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        assert alone("show").code == 0
        done = alone("load")
    finally:
        tmp_path.chmod(0o700)
    assert (done.code, done.out) == (3, "")
    assert "no permission" in done.err


def test_the_schema_goes_down_and_up(timeline: Timeline) -> None:
    """What is loaded outlives a downgrade to the tables and an upgrade."""
    timeline("load")
    before = timeline("export").out
    shown = timeline("show", "--text", "reunion").out
    down = timeline("db", "downgrade", "tl0001", "--yes")
    assert (down.code, down.out) == (0, f"{HEAD} -> tl0001\n")
    assert timeline("show").code == 3
    assert timeline("db", "current").out.startswith("tl0001 ")
    check = timeline("db", "check")
    assert (check.code, check.out.startswith(f"it is not at revision {HEAD}: ")) == (1, True)
    assert timeline("db", "upgrade").out == f"tl0001 -> {HEAD}\n"
    assert timeline("export").out == before
    assert timeline("show", "--text", "reunion").out == shown
    assert timeline("db", "check").code == 0
    unknown = timeline("db", "downgrade", "tl0000", "--yes")
    assert (unknown.code, unknown.out) == (2, "")
    assert timeline("db", "downgrade", "base", "--yes").out == f"{HEAD} -> empty\n"
    assert timeline("show").code == 3
    assert timeline("load").out.startswith("74 new")
