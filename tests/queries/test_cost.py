"""What a question costs: a bounded number of statements, whatever it finds, each by an index."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from bench.questions import GROWING, QUESTIONS, counted, make
from timeline.queries import Question, chronology
from timeline.queries.walk import real_events
from timeline.store import open_store
from timeline.store.dialect import analyze
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection

# A page takes no more statements than this, whether it has one line or fifty.
MOST = 12
# Tables that grow with the database.
LARGE = ("event", "claim", "participation", "attribution", "event_text", "tag", "source", "actor")
# Indices of the few rows that withdraw or replace something, and the versions before one: to walk
# them whole costs nothing.
OF_FEW = re.compile("ix_claim_withdraws_id|ix_source_replaces_id|SCAN before|SCAN CONSTANT ROW")
# Words of a plan of SQLite -> why that may stand there.
EXCEPTIONS = {
    "USE TEMP B-TREE FOR RIGHT PART OF ORDER BY": "what is of one moment is put in order by key",
    "USE TEMP B-TREE FOR LAST TERM OF ORDER BY": "the same",
    "USE TEMP B-TREE FOR ORDER BY": "a page, or the few that a filter finds, are put in order",
    "USE TEMP B-TREE FOR DISTINCT": "repeats are dropped while they are read",
    "USE TEMP B-TREE FOR GROUP BY": "who appears with an actor is counted",
    "USE TEMP B-TREE FOR count(DISTINCT)": "the events of an actor or a source are counted",
}


@pytest.fixture(scope="module", params=("sqlite", "postgresql"))
def session(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Connection]:
    """A database of some size."""
    if request.param == "sqlite":
        url = str(tmp_path_factory.mktemp("cost") / "timeline.db")
        make(url, 2_000)
        with open_store(url) as opened:
            yield opened
        return
    database: Callable[[], AbstractContextManager[str]] = request.getfixturevalue(
        "postgres_database"
    )
    with database() as url:
        make(url, 2_000)
        with open_store(url, write=True) as opened:
            analyze(opened)  # as a load of more records does
        with open_store(url) as opened:
            opened.exec_driver_sql("SET LOCAL enable_seqscan = off")
            yield opened


@pytest.mark.parametrize("name", [*QUESTIONS, "profile, frequent"])
def test_a_page_takes_so_many_statements(name: str, session: Connection) -> None:
    with counted(session) as statements:
        (QUESTIONS | GROWING)[name].ask(session)
    assert len(statements) <= MOST


def test_the_number_of_statements_does_not_depend_on_the_lines(session: Connection) -> None:
    found = []
    for limit in (2, 200):
        with counted(session) as statements:
            assert len(chronology(session, Question(types="visit"), limit=limit).rows) == limit
        found.append(len(statements))
    assert found[0] == found[1]


@pytest.mark.parametrize("name", [name for name in QUESTIONS if name != "conflicts"])
def test_no_table_is_read_from_end_to_end(name: str, session: Connection) -> None:
    """Each statement finds its rows by an index, or walks one in order as far as a page goes."""
    with counted(session) as statements:
        QUESTIONS[name].ask(session)
    for statement, values in statements:
        plan = planned(session, statement, values)
        scans = [line for line in plan if any(scanned(line, table) for table in LARGE)]
        assert scans == [], statement
        sorts = [line for line in plan if line.startswith("USE TEMP B-TREE")]
        assert set(sorts) <= set(EXCEPTIONS), statement


def planned(session: Connection, statement: str, values: Any) -> list[str]:
    """How the engine goes about a statement."""
    if session.dialect.name == "sqlite":
        rows = session.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        return [row[3] for row in rows]
    return [row[0].strip() for row in session.exec_driver_sql(f"EXPLAIN {statement}", values)]


def scanned(line: str, table: str) -> bool:
    """Whether a step of a plan reads a whole table."""
    return line == f"SCAN {table}" or f"Seq Scan on {table} " in line


def test_postgresql_does_not_take_what_stands_for_itself_for_rare(session: Connection) -> None:
    """Else it reads and sorts all events for a page, and `enable_seqscan = off` hides that."""
    if session.dialect.name == "sqlite":
        pytest.skip("it estimates nothing of the kind")
    with counted(session) as statements:
        events = session.scalars(select(t.event.c.id).where(real_events())).all()
    (first, *_) = planned(session, *statements[0])
    expected = re.search(r"rows=(\d+)", first)
    assert expected is not None
    assert int(expected[1]) > len(events) / 10


@pytest.mark.parametrize(("column", "asked"), [("name", "Everywhere"), ("actor", "everywhere")])
def test_appearances_are_found_by_who_it_is(column: str, asked: str, session: Connection) -> None:
    """Whoever asks the view so gets to the actor, and to all that it joins, by an index."""
    query = f"SELECT event, role FROM timeline_appearances WHERE {column} = '{asked}'"
    assert session.exec_driver_sql(query).fetchone() is not None
    plan = planned(session, query, ())
    assert len([line for line in plan if "SEARCH" in line or "Index Cond" in line]) >= 6
    assert [*read_whole(plan)] in ([], ["SCAN timeline_appearances"]), "\n".join(plan)


def read_whole(plan: list[str]) -> Iterator[str]:
    """The steps of a plan that read a table or an index from end to end."""
    for line, following in pairwise([*plan, ""]):
        by_index = re.search("Index (Only )?Scan", line)
        if OF_FEW.search(line):
            continue
        if "SCAN" in line or "Seq Scan" in line or (by_index and "Index Cond" not in following):
            yield line
