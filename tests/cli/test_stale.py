"""A database in which it is left to be worked out anew what follows from the data: whatever would
be answered from that is refused, with the cure.
"""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import pytest
from builders import SEEDS, put_files

from timeline.cli import COMMANDS
from timeline.store import open_store

if TYPE_CHECKING:
    from cli.conftest import Timeline

ANSWERS = [
    "show",
    "show meeting",
    "actors",
    "actors Musk",
    "sources",
    "places",
    "serve",
    "conflicts",
    "check",
    "suggest",
    "suggest --events",
    "sql 'SELECT key FROM timeline_events'",
]
# What reads or asks nothing that follows from the data, or writes.
OTHERS = {
    "load", "merge", "unmerge", "confirm", "decline", "undo", "db",
    "export", "log", "schema", "types", "dates", "extract",
    "accept", "reject", "correct", "drop", "add", "set", "note", "review", "join", "diff",
}  # fmt: skip


@pytest.fixture
def stale(timeline: Timeline) -> Timeline:
    """The command, with a database that Alembic alone has upgraded."""
    assert timeline.db
    put_files(timeline.db, SEEDS)
    with open_store(timeline.db, write=True) as session:
        session.exec_driver_sql("INSERT INTO setting (name, value) VALUES ('stale', 'tl0005')")
    return timeline


def test_every_command_is_in_one_of_the_lists() -> None:
    assert {line.split()[0] for line in ANSWERS} | OTHERS == set(COMMANDS)


@pytest.mark.parametrize("line", ANSWERS)
def test_what_could_be_wrong_is_not_answered(stale: Timeline, line: str) -> None:
    done = stale(*shlex.split(line))
    assert (done.code, done.out) == (3, "")
    assert "what follows from its data is still to be worked out anew" in done.err
    assert done.err.endswith("; run: timeline db upgrade\n")


def test_what_was_loaded_is_read_as_ever(stale: Timeline) -> None:
    export, log = stale("export"), stale("log")
    assert (export.code, log.code) == (0, 0)
    assert stale("db", "upgrade").code == 0
    assert (stale("export"), stale("log")) == (export, log)


@pytest.mark.parametrize("line", ["db upgrade", "undo", f"load {shlex.quote(str(SEEDS))}"])
def test_whatever_writes_cures_it(stale: Timeline, line: str) -> None:
    assert stale(*shlex.split(line)).code == 0
    assert stale("show").code == 0


def test_a_dry_run_cures_nothing(stale: Timeline) -> None:
    assert stale("load", "--dry-run", str(SEEDS)).code == 0
    assert stale("show").code == 3
