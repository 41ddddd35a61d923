"""A store that is open to read: the engine itself refuses what writes, whatever somebody tries."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest
from builders import ask, new_postgresql, put, put_in, snapshot
from sqlalchemy import text

from timeline import records as r
from timeline.errors import StoreError, UsageError
from timeline.store import open_store

LISTS = Path(__file__).parent / "guard"


def attacks(name: str) -> list[tuple[str, ...]]:
    """What a list holds: statements that are tried one after the other in one session."""
    lines = (LISTS / f"{name}.sql").read_text("utf-8").splitlines()
    return [tuple(line.split(" ;; ")) for line in lines if not line.startswith("--")]


WRITES = [statements[0] for statements in attacks("both")[:12]]


VISIT = r.Event(key="e", type="VISIT", title={"en": "Visit"}, tags=("t",), collection="c")


@pytest.fixture(scope="module")
def postgres_filled(request: pytest.FixtureRequest) -> str:
    """A PostgreSQL database with one event.

    It serves all tests: each shows that it is as it was.
    """
    url = new_postgresql(
        request.getfixturevalue("postgres_server"), request.getfixturevalue("database_names")
    )
    put(url, VISIT)
    with open_store(url, write=True) as session:
        session.execute(text("CREATE SEQUENCE numbers"))
    return url


@pytest.fixture(scope="module", params=("sqlite", "postgresql"))
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The same on each engine."""
    if request.param == "postgresql":
        url: str = request.getfixturevalue("postgres_filled")
        return url
    url = str(tmp_path_factory.mktemp("guard") / "timeline.db")
    put(url, VISIT)
    return url


@pytest.mark.parametrize("statement", WRITES)
def test_a_reader_can_not_write(filled: str, statement: str) -> None:
    before = snapshot(filled)
    with pytest.raises(StoreError, match="can't be written to"), open_store(filled) as session:
        session.execute(text(statement))
    assert snapshot(filled) == before


def attack(url: str, folder: Path, statements: tuple[str, ...]) -> None:
    """Try the statements; the last is refused, whatever became of those before it."""
    *before, last = (statement.replace("{folder}", str(folder)) for statement in statements)
    with open_store(url, guarded=True) as session:
        for statement in before:
            with suppress(UsageError):
                ask(session, statement)
        with pytest.raises(UsageError) as caught:
            ask(session, last)
    assert caught.value.code in ("query-writes", "query-no-query", "query-refused")
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("statements", attacks("both") + attacks("sqlite"), ids=" / ".join)
def test_nothing_undoes_the_guard_of_sqlite(tmp_path: Path, statements: tuple[str, ...]) -> None:
    path = tmp_path / "timeline.db"
    put(str(path), VISIT)
    before = path.read_bytes()
    attack(str(path), tmp_path, statements)
    assert path.read_bytes() == before
    # Who may not write can't tidy up: what is left beside the file is empty, or shared memory.
    assert {name for name in os.listdir(tmp_path) if not name.endswith("-shm")} <= {
        "timeline.db",
        "timeline.db-wal",
    }
    assert (
        not (tmp_path / "timeline.db-wal").exists()
        or (tmp_path / "timeline.db-wal").stat().st_size == 0
    )


@pytest.mark.parametrize("statements", attacks("both") + attacks("postgresql"), ids=" / ".join)
def test_nothing_undoes_the_guard_of_postgresql(
    postgres_filled: str, tmp_path: Path, statements: tuple[str, ...]
) -> None:
    before = snapshot(postgres_filled)
    attack(postgres_filled, tmp_path, statements)
    assert snapshot(postgres_filled) == before
    assert list(tmp_path.iterdir()) == []
    with open_store(postgres_filled) as session:
        assert session.execute(text("SELECT last_value FROM numbers")).scalar_one() == 1


@pytest.mark.parametrize("name", ["table_info(event)", "journal_mode", "integrity_check"])
def test_a_pragma_that_shows_something_is_answered(tmp_path: Path, name: str) -> None:
    put(str(tmp_path / "timeline.db"), VISIT)
    with open_store(str(tmp_path / "timeline.db"), guarded=True) as session:
        assert ask(session, f"PRAGMA {name}")[1]


def test_the_full_text_index_may_be_asked(tmp_path: Path) -> None:
    put(str(tmp_path / "timeline.db"), VISIT)
    with open_store(str(tmp_path / "timeline.db"), guarded=True) as session:
        query = "SELECT rowid FROM event_search WHERE event_search MATCH 'visit'"
        assert ask(session, query)[1] == [(1,)]


def test_a_session_that_writes_can_go_on_after_a_query(store_url: str) -> None:
    with open_store(store_url, write=True) as session:
        put_in(session, VISIT)
        assert ask(session, "SELECT key FROM event") == (["key"], [("e",)])
        session.execute(text("DELETE FROM event_text"))


def test_another_file_can_not_be_read(tmp_path: Path) -> None:
    """Somebody who may ask this database may not therefore read the others."""
    for name in ("timeline.db", "secret.db"):
        put(str(tmp_path / name), VISIT)
    with open_store(str(tmp_path / "timeline.db"), guarded=True) as session:
        with pytest.raises(UsageError, match="a query may only read this database"):
            ask(session, f"ATTACH '{tmp_path / 'secret.db'}' AS secret")
        with pytest.raises(UsageError, match="the database says: "):
            ask(session, "SELECT * FROM secret.event")


@pytest.mark.parametrize(
    ("query", "columns", "rows"),
    [
        ("SELECT key, type FROM event", ["key", "type"], [("e", "VISIT")]),
        ("SELECT 1 AS a, 2 AS a", ["a", "a"], [(1, 2)]),
        ("SELECT key FROM event WHERE 1 = 0", ["key"], []),
        ("SELECT ':x' AS a, '%s' AS b, '%%' AS c", ["a", "b", "c"], [(":x", "%s", "%%")]),
        (("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT i "
        "FROM n"), ["i"],
         [(1,), (2,), (3,)]),
    ],
)  # fmt: skip
def test_any_reading_query_is_answered(
    filled: str, query: str, columns: list[str], rows: list[tuple[object]]
) -> None:
    with open_store(filled, guarded=True) as session:
        assert ask(session, query) == (columns, rows)


@pytest.mark.parametrize(
    "query", ["SELEC 1", "SELECT * FROM nothing", "SELECT 'a", "SELECT ?", "SELECT key FROM event)"]
)
def test_what_the_engine_does_not_understand_is_said_in_one_line(filled: str, query: str) -> None:
    with (
        open_store(filled, guarded=True) as session,
        pytest.raises(UsageError, match=r"the database says: .") as caught,
    ):
        ask(session, query)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("query", ["", " ", "-- nothing"])
def test_no_query_is_told(filled: str, query: str) -> None:
    with (
        open_store(filled, guarded=True) as session,
        pytest.raises(UsageError, match="that is not one query; write one SELECT"),
    ):
        ask(session, query)
