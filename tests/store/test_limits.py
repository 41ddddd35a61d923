"""What a query that somebody wrote may take: time, the size of a value, memory."""

from __future__ import annotations

import subprocess
import sys
from itertools import islice
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from builders import ask, put

from timeline import records as r
from timeline.errors import UsageError
from timeline.queries.sql import Limits, run_query
from timeline.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT {} FROM n"
MIB = 1024 * 1024


@pytest.fixture
def asking(store_url: str) -> Iterator[Connection]:
    """A session on which queries are asked."""
    put(store_url, r.Event(key="e", type="VISIT", collection="c"))
    with open_store(store_url, guarded=True) as session:
        yield session


def pick(session: Connection, *, sqlite: str, postgresql: str) -> str:
    """Choose the engine's own way to say it."""
    return sqlite if session.dialect.name == "sqlite" else postgresql


@pytest.mark.parametrize("query", [ENDLESS.format("count(*)"), "{sleep}"])
def test_a_query_without_a_first_row_is_stopped(asking: Connection, query: str) -> None:
    sleep = pick(
        asking, sqlite=f"{ENDLESS.format('i')} ORDER BY -i", postgresql="SELECT pg_sleep(60)"
    )
    begun = monotonic()
    with (
        pytest.raises(UsageError, match=r"gave no row within 0\.3 s: narrow it down"),
        run_query(asking, query.replace("{sleep}", sleep), Limits(seconds=0.3)),
    ):
        pass
    assert monotonic() - begun < 20
    assert ask(asking, "SELECT 1")[1] == [(1,)], "the session goes on"


def test_rows_are_streamed_without_end(asking: Connection) -> None:
    """The first come at once; no limit is on how many there are, or how long that takes."""
    with run_query(asking, ENDLESS.format("i"), Limits(seconds=20)) as (columns, rows):
        assert list(columns) == ["i"]
        assert [i for (i,) in islice(rows, 50_000)] == [*range(1, 50_001)]
    assert ask(asking, "SELECT 1")[1] == [(1,)], "the session goes on"


def test_rows_go_on_when_the_time_of_the_first_is_over(asking: Connection) -> None:
    with run_query(asking, ENDLESS.format("i"), Limits(seconds=0.5)) as (_, rows):
        begun = monotonic()
        number = 0
        while monotonic() - begun < 1:
            ((number,),) = islice(rows, 1)
    assert number > 100


@pytest.mark.parametrize("behind", [0, 3])
def test_a_value_that_is_too_large_is_refused(asking: Connection, behind: int) -> None:
    """At once, or in a later row."""
    blob = pick(asking, sqlite="randomblob({})", postgresql="repeat('x', {})")
    row = f"SELECT {blob.format('CASE WHEN i > {} THEN {} ELSE 1 END')} FROM n LIMIT 9"
    numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
    query = f"{numbers} {row.format(behind, 3 * MIB)}"
    found: list[object] = []
    with (
        pytest.raises(UsageError, match="a value is larger than 2 MiB: ask for a part of it"),
        run_query(asking, query, Limits(value=2 * MIB)) as (_, rows),
    ):
        found.extend(rows)
    assert len(found) in (behind, behind - 1), "sqlite3 looks one row ahead"
    with run_query(asking, query, Limits(value=4 * MIB)) as (_, rows):
        assert len(list(rows)) == 9, "a larger limit lets it through"


@pytest.mark.parametrize(
    "value",
    ["array_agg(repeat('x', 1000)) FROM generate_series(1, 3000)",
     "json_agg(repeat('x', 1000)) FROM generate_series(1, 3000)",
     "decode(repeat('00', 3000000), 'hex')", "repeat('é', 1500000)"],
)  # fmt: skip
def test_a_value_of_any_type_is_measured(asking: Connection, value: str) -> None:
    if asking.dialect.name == "sqlite":
        value = "json_array(hex(randomblob(1500000)))"
    with (
        pytest.raises(UsageError, match="a value is larger than 2 MiB"),
        run_query(asking, f"SELECT {value}", Limits(value=2 * MIB)),
    ):
        pass


def test_what_writes_meets_no_limit_of_a_query_before(store_url: str) -> None:
    with open_store(store_url, write=True) as session:
        with run_query(session, "SELECT 1", Limits(value=1000)) as (_, rows):
            list(rows)
        session.exec_driver_sql(f"INSERT INTO collection (id, key) VALUES (1, '{'x' * 1500}')")


def command(store_url: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Ask with the command, in a process whose memory is its own."""
    line = [sys.executable, "-m", "timeline", "sql", *arguments, "--db", store_url]
    return subprocess.run(line, check=False, capture_output=True, text=True)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process")
def test_an_answer_takes_no_more_memory_than_it_may(store_url: str) -> None:
    """A table holds all rows until it knows how wide they are; other formats do not."""
    put(store_url, r.Event(key="e", type="VISIT", collection="c"))
    done = command(store_url, ENDLESS.format("i"), "--memory", "60")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("the query took more memory than it may have")
    assert done.stderr.count("\n") == 1
    long = (
        f"SELECT {'repeat(chr(120), 1000)' if 'postgres' in store_url else 'hex(randomblob(500))'}"
    )
    many = f"{ENDLESS.format('i').replace('FROM n)', 'FROM n WHERE i < 100000)')}"
    streamed = f"{long} FROM ({many}) AS numbers"
    done = command(store_url, streamed, "--format", "csv", "--memory", "60")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout) > 100 * MIB * 0.9


def test_one_step_that_takes_too_long_ends_the_command(store_url: str) -> None:
    """An engine looks at the clock between two steps; SQLite's search in a text is a single one."""
    put(store_url, r.Event(key="e", type="VISIT", collection="c"))
    if "postgres" in store_url:
        pytest.skip("PostgreSQL looks at the clock within them")
    text = "printf('%.30000000c', 'a')"
    begun = monotonic()
    done = command(
        store_url, f"SELECT instr({text}, substr({text}, 15000000) || 'b')", "--timeout", "0.2"
    )
    assert done.returncode == 2
    assert done.stderr.startswith("the query gave no row within 0.2 s")
    assert monotonic() - begun < 60
