"""Files in which bits have flipped: whatever a command finds there, it says so in one line."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from builders import SEEDS, put, put_files
from sqlalchemy import text

from timeline import records as r
from timeline.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Timeline

COMMANDS = (
    ["show"], ["show", "meeting", "--why"], ["show", "--text", "musk"], ["actors"], ["sources"],
    ["conflicts"], ["check"], ["log"], ["export"], ["sql", "SELECT * FROM timeline_events"],
    ["undo"], ["load"], ["db", "check"], ["db", "downgrade", "base", "--yes"],
)  # fmt: skip


def fill(url: str) -> None:
    """The seeds, and a second collection that says other things of them."""
    put_files(url, SEEDS)
    put(
        url,
        r.Actor(key="tesla", name="Tesla Motors", collection="more"),
        r.Event(key="meeting", type="OTHER", title={"en": "Talks"}, collection="more"),
    )


def try_flips(timeline: Timeline, folder: Path, number: int) -> None:
    """Flip bits of a database at random, one or many, and run everything."""
    path = folder / "timeline.db"
    fill(str(path))
    whole = path.read_bytes()
    chance = random.Random(number)
    for _ in range(number):
        content = bytearray(whole)
        for _ in range(chance.choice((1, 1, 3, 20))):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        for command in COMMANDS:
            for left in folder.iterdir():
                left.unlink()
            path.write_bytes(content)
            done = timeline(*command)
            assert done.code in (0, 1, 2, 3), command
            assert done.code < 3 or done.err.count("\n") == 1, (command, done)


def test_flipped_bits(alone: Timeline, tmp_path: Path) -> None:
    try_flips(alone, tmp_path, 6)


@pytest.mark.slow
def test_many_flipped_bits(alone: Timeline, tmp_path: Path) -> None:
    try_flips(alone, tmp_path, 60)


@pytest.mark.parametrize(("table", "column"), [("statement", "record"), ("revision", "before")])
@pytest.mark.parametrize("damage", ["{", "null", '{"record": "actor"}', "é"])
def test_stored_records_that_are_none(
    timeline: Timeline, table: str, column: str, damage: str
) -> None:
    assert timeline.db is not None
    fill(timeline.db)
    with open_store(timeline.db, write=True) as session:
        session.execute(text(f"UPDATE {table} SET {column} = :damage"), {"damage": damage})
    done = timeline("undo")
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
    assert done.err.startswith("what is stored is damaged: ")


@pytest.mark.parametrize("number", [2**63, 10**30, -(2**63) - 1])
def test_numbers_beyond_64_bits(seeded: Timeline, number: int) -> None:
    """Where a number is taken, one that no database holds finds nothing or is refused."""
    for command in ("show", "actors", "sources", "log", "check", "conflicts"):
        assert seeded(command, "--limit", str(number)).code == (
            2 if number < 0 else seeded(command).code
        )
    for command in ("show", "actors", "sources"):
        assert seeded(command, "--after", str(number)).code == 2
    assert seeded("undo", "--", str(number)).code == 2
