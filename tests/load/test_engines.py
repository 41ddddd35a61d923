"""Both engines, and files in any order: the same rows, the same bytes."""

from __future__ import annotations

import subprocess
import sys
from contextlib import ExitStack
from itertools import permutations
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

import pytest
from builders import (
    SEEDS,
    check_derived,
    export,
    export_in,
    put,
    put_files,
    put_in,
    put_whole,
    records_of,
    rows_of,
    snapshot,
    snapshot_in,
    whole,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from load.drawing import collections

from timeline import records as r
from timeline.dates import parse
from timeline.errors import DataError
from timeline.load import load, merge, undo
from timeline.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

HERE = Path(__file__).parents[1]


def test_both_engines_hold_the_same_after_the_same_work(tmp_path: Path, postgres_url: str) -> None:
    """Loads, a newer version, merges and an undo: every row of every table, the index and the
    export.
    """
    urls = (str(tmp_path / "timeline.db"), postgres_url)
    for url in urls:
        put_files(url, SEEDS / "report-fr.yaml")
        put_files(url, SEEDS / "public-record.yaml")
        meeting = r.Event(
            key="meeting",
            type="CONSULT",
            title={"fr": "Zoë à l’Élysée", "fa": "دیدار"},
            collection="c",
        )
        put_whole(
            url, meeting, r.Claim(event="meeting", source="report-fr", remark="x", collection="c")
        )
        put_whole(url, meeting)
        # Without a time: that of a command is not the same for both.
        judged = r.Judgement(of="event", left="meeting", right="appointment", collection="j")
        put(url, judged)
        with open_store(url, write=True) as session:
            merge(session, "actor", "iran", "iran-foreign-ministry")
            undo(session)
    assert snapshot(urls[0]) == snapshot(urls[1])
    assert export(urls[0]) == export(urls[1])


@pytest.fixture
def both(tmp_path: Path, postgres_url: str) -> Iterator[list[Connection]]:
    """An empty store of each engine, opened to write; examples take a savepoint."""
    with ExitStack() as stack:
        for url in (str(tmp_path / "timeline.db"), postgres_url):
            put(url)
        yield [
            stack.enter_context(open_store(url, write=True))
            for url in (str(tmp_path / "timeline.db"), postgres_url)
        ]


def tried(session: Connection, records: list[r.AnyRecord]) -> str | None:
    """Load a collection; if it is refused, tell why, and leave nothing of it."""
    point = session.begin_nested()
    try:
        put_in(session, *whole(records))
    except DataError as error:
        point.rollback()
        return str(error)
    point.commit()
    return None


@settings(
    max_examples=6,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.tuples(collections("one"), collections("two"), collections("one")))
def test_both_engines_hold_the_same_records(
    both: list[Connection], loads: tuple[list[r.AnyRecord], ...]
) -> None:
    """Law: row by row, after any loads, some of which are refused."""
    found = []
    for session in both:
        with session.begin_nested() as point:
            told = [tried(session, records) for records in loads]
            found.append((told, snapshot_in(session), export_in(session)))
            point.rollback()
    assert found[0] == found[1]


def test_the_order_of_files_does_not_matter(tmp_path: Path) -> None:
    """Each file on its own after the other, or both at once: the same records, and the same is
    shown.
    """
    found = []
    for number, names in enumerate(permutations(("report-fr.yaml", "public-record.yaml"))):
        url = str(tmp_path / f"{number}.db")
        put_files(url, *(SEEDS / name for name in names))
        found.append(url)
    one_by_one = str(tmp_path / "one.db")
    for name in ("report-fr.yaml", "public-record.yaml"):
        put_files(one_by_one, SEEDS / name)
    found.append(one_by_one)
    views = ("timeline_claims", "timeline_conflicts", "timeline_appearances")
    columns = (
        "key, date, earliest, latest, date_status, type, title, place, standing, claims, origins"
    )
    answers = [
        [
            sorted(map(str, records_of(url))),
            sorted(rows_of(url, f"SELECT {columns} FROM timeline_events")),
            *(sorted(rows_of(url, f"SELECT * FROM {view}"), key=repr) for view in views[:1]),
        ]
        for url in found
    ]
    assert answers[0] == answers[1] == answers[2]
    for url in found:
        with open_store(url) as session:
            check_derived(session)


# Many, and several at once ------------------------------------------------------------------------


@pytest.mark.parametrize("isolation", ["read committed", "repeatable read"])
def test_two_that_write_at_once_give_out_no_id_twice(postgres_url: str, isolation: str) -> None:
    """Real processes, whatever isolation is the default of the database: all is there, once."""
    put(postgres_url, r.Source(key="s", collection="c"))
    with open_store(postgres_url, write=True) as session:
        name = session.exec_driver_sql("SELECT current_database()").scalar_one()
        session.exec_driver_sql(
            f"ALTER DATABASE \"{name}\" SET default_transaction_isolation TO '{isolation}'"
        )
    program = """
import sys
from builders import put
from timeline import records as r
for n in range(10):
    key = f"{sys.argv[2]}-{n}"
    event = r.Event(key=key, type="VISIT", collection=key)
    put(sys.argv[1], event, r.Claim(event=key, source="s", collection=key))
"""
    writers = [
        subprocess.Popen([sys.executable, "-c", program, postgres_url, name], cwd=HERE)
        for name in ("left", "right")
    ]
    assert [writer.wait(120) for writer in writers] == [0, 0]
    rows = rows_of(postgres_url, "SELECT count(*), count(DISTINCT id), max(id) FROM claim")
    assert rows == [(20, 20, 20)]
    with open_store(postgres_url) as session:
        check_derived(session)


def visits(number: int) -> Iterator[r.AnyRecord]:
    """One source, and an event with a claim for each number."""
    yield r.Source(key="s", collection="many")
    for n in range(number):
        yield r.Event(key=f"e{n:06}", type="VISIT", collection="many")
        yield r.Claim(event=f"e{n:06}", source="s", collection="many")


@pytest.mark.parametrize(("number", "counted"), [(10, False), (5100, True)])
def test_after_many_records_the_engine_knows_how_many_there_are(
    store_url: str, number: int, *, counted: bool
) -> None:
    put(store_url, *visits(number))
    if store_url.startswith("sqlite"):
        known = rows_of(store_url, "SELECT count(*) FROM sqlite_schema WHERE name = 'sqlite_stat1'")
    else:
        known = rows_of(store_url, "SELECT count(*) FROM pg_stats WHERE tablename = 'claim'")
    assert (known[0][0] > 0) is counted


def test_while_many_records_are_read_postgresql_knows_how_many_are_there(
    postgres_url: str,
) -> None:
    """Nobody else can count them before they are committed."""
    counted = []
    with open_store(postgres_url, write=True) as session:

        def watched() -> Iterator[r.Located]:
            for at, record in enumerate(visits(5_100), 1):
                yield r.Located(record, r.Where("x", at))
                if at in (1_000, 10_200):
                    query = "SELECT reltuples FROM pg_class WHERE relname = 'event'"
                    counted.append(session.exec_driver_sql(query).scalar_one())

        load(session, watched())
    assert counted[0] <= 0 < counted[1]


def test_an_event_of_many_claims_is_worked_out_once(session: Connection) -> None:
    """12,000 claims of different dates in three batches: in seconds, and right."""
    source, event = (
        r.Source(key="s", collection="c"),
        r.Event(key="e", type="VISIT", collection="c"),
    )
    claims = (
        r.Claim(
            event="e",
            source="s",
            date=parse(f"{1000 + n % 1000:04}-{1 + n // 1000:02}"),
            quote=str(n),
            collection="c",
        )
        for n in range(12_000)
    )
    started = process_time()
    put_in(session, source, event, *claims)
    assert process_time() - started < 60
    check_derived(session)
