"""Both engines print the same bytes, whatever was done to the database and whatever is asked."""

from __future__ import annotations

import re
import shlex
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from builders import put, put_in, whole
from cli.conftest import Timeline
from hypothesis import HealthCheck, Phase, given, settings
from load.drawing import Action, Judge, Load, Undo, actions

from timeline.cli import COMMANDS
from timeline.errors import TimelineError
from timeline.load import confirm, decline, merge, undo, unmerge
from timeline.store import open_store
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sqlalchemy import Connection

FILTERS = (
    "--from 2023 --to 2024-11-20", "--on 2024-11", "--on 2024-11-11 --certainly", "--to 1999",
    "--actor a1", "--actor a1 --actor a2", "--actor a2 --role speaker --on 2024",
    "--actor a1:participant --actor a3", "--type assault", "--type assault --type consult",
    "--source s1", "--source s1 --source s2 --actor a1", "--place p1", "--tag x", "--tag x --tag y",
    "--text rencontre", "--text musk --source s2", "--standing disputed --standing denied",
    "--known-by 2023", "--known-by 2024-11-14", "--known-by 2024-12 --actor a1 --on 2024-11",
    "--limit 1", "--language fr --format json",
)  # fmt: skip


def sql(view: str, columns: Iterable[int]) -> str:
    """A query whose order does not depend on where an engine puts what is missing."""
    order = ", ".join(f"{column} NULLS FIRST" for column in columns)
    return f'sql "SELECT * FROM timeline_{view} ORDER BY {order}" --format json'


# Each command that reads, with what it is asked. What others do is asked of these afterwards.
QUESTIONS = (
    "show", *(f"show {filters}" for filters in FILTERS), "show e1 --why", "show e2 --format json",
    "show e3 --format csv", "show rencontre", "actors", "actors --format json", "actors a1",
    "actors a2 --format json", "actors musk", "actors --mentions", "sources", "sources s1",
    "sources s2 --format json", "conflicts", "conflicts --format json", "conflicts --limit 1",
    "suggest", "suggest --events", "check", "check --format json", "export", "places",
    "places --limit 1", "types", "schema",
    *(sql(view, columns) for view, columns in (
        ("events", (1,)), ("appearances", (1, 3, 6, 7, 8)), ("claims", (1, 2, 3, 13)),
        ("conflicts", (1, 3, 4, 7, 5, 8, 6, 9)),
    )),
)  # fmt: skip
# These change the database, or read no database.
OTHERS = {
    "load", "extract", "dates", "merge", "unmerge", "decline", "confirm", "undo", "db",
    "accept", "reject", "correct", "drop", "add", "set", "note", "review", "join", "diff",
    "log",  # says when
    "serve",
}  # fmt: skip


def test_every_command_is_asked() -> None:
    assert {question.split()[0] for question in QUESTIONS} == set(COMMANDS) - OTHERS


@pytest.fixture
def both(tmp_path: Path, postgres_url: str) -> tuple[str, str]:
    """An empty database of each engine."""
    urls = str(tmp_path / "timeline.db"), postgres_url
    for url in urls:
        put(url)
    return urls


def empty(session: Connection) -> None:
    """Take everything out."""
    session.exec_driver_sql("DELETE FROM event_search")
    for table in reversed(t.metadata.sorted_tables):
        session.execute(table.delete())


def do(session: Connection, action: Action) -> None:
    """Do it, or leave everything as it is if it is refused."""
    try:
        with session.begin_nested():
            match action:
                case Load(records, all_of_it, match):
                    put_in(session, *(whole(records) if all_of_it else records), match=match)
                case Judge("confirm", _, left, _):
                    confirm(session, left)
                case Judge(act, of, left, right):
                    {"merge": merge, "unmerge": unmerge, "decline": decline}[act](
                        session, of, left, right
                    )
                case Undo(number):
                    undo(session, number)
    except TimelineError:
        return


def plain(answer: str, url: str) -> str:
    """An answer without the name of its database and the moment at which it was changed."""
    today = datetime.now(UTC).strftime("%Y-%m-%d")
    return re.sub(rf"{today}T\d\d:\d\d:\d\dZ", "THEN", answer.replace(url, "DB"))


def same(both: tuple[str, str], todo: list[Action]) -> None:
    """Do the same to both, and ask both the same."""
    for url in both:
        with open_store(url, write=True) as session:
            empty(session)
            for action in todo:
                do(session, action)
    one, other = map(Timeline, both)
    for question in QUESTIONS:
        answers = [str(engine(*shlex.split(question))) for engine in (one, other)]
        assert plain(answers[0], both[0]) == plain(answers[1], both[1]), question


# To shrink what takes seconds would take minutes.
law = settings(
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@settings(law, max_examples=3)
@given(actions())
def test_both_engines_print_the_same(both: tuple[str, str], todo: list[Action]) -> None:
    """Law: byte for byte."""
    same(both, todo)


@pytest.mark.slow
@settings(law, max_examples=20)
@given(actions())
def test_both_engines_print_the_same_of_many(both: tuple[str, str], todo: list[Action]) -> None:
    """Law: the same, more often."""
    same(both, todo)
