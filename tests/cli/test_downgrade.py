"""`timeline db downgrade`: what it says before, what it keeps, and where it can't keep it."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

import pytest
from builders import SEEDS, export, put, put_files

from timeline import records as r
from timeline.store import migrate, schema

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Timeline

MENTION = r.Actor(key="m", name="Musk", mention=True, collection="article")


def test_what_is_lost_is_said_and_confirmed(timeline: Timeline, tmp_path: Path) -> None:
    assert timeline.db is not None
    put(timeline.db, MENTION, r.Source(key="s", collection="c"))
    before = export(timeline.db)
    done = timeline("db", "downgrade", "base")
    assert (done.code, done.out) == (2, "")
    *steps, last = done.err.splitlines()
    assert last == "what is listed would be lost; confirm that; --yes does"
    assert [line.split()[0] for line in steps] == [
        "tl0001",
        "tl0002",
        "tl0003",
        *[step.name for step in migrate.history(timeline.db)[3:]],
    ][::-1]
    assert "tl0003 -> tl0002 loses 1 mentions, which become ordinary actors" in steps
    assert "tl0002 -> tl0001 loses nothing" in steps
    assert re.search(r"^tl0001 -> base loses 1 rows of source, 1 rows of actor", steps[-1])
    assert export(timeline.db) == before
    assert {path.name for path in tmp_path.iterdir()} <= {"timeline.db"}


def test_a_dump_is_kept_that_can_be_loaded(timeline: Timeline, tmp_path: Path) -> None:
    """Also of a database that is older than this version."""
    assert timeline.db is not None
    put_files(timeline.db, SEEDS)
    before = export(timeline.db)
    for revision, version in (("tl0003", schema.HEAD), ("base", "tl0003")):
        done = timeline("db", "downgrade", revision, "--yes")
        assert done.code == 0
        (dump,) = tmp_path.glob(f"*.{version}.jsonl")
        assert f"kept: {dump}" in done.err
        assert not list(tmp_path.glob("*.partial"))
        timeline("load", str(dump), "--db", "copy.db")
        assert export(str(tmp_path / "copy.db")) == before
        for path in tmp_path.glob("copy.db*"):
            path.unlink()


def test_nothing_to_do_asks_nothing(timeline: Timeline) -> None:
    timeline("load")
    assert timeline("db", "downgrade", "head") == (0, f"{schema.HEAD} -> {schema.HEAD}\n", "")


@pytest.mark.skipif(os.name != "posix", reason="POSIX permissions")
def test_a_folder_that_takes_no_backup(alone: Timeline, tmp_path: Path) -> None:
    """What can't be kept is not lost. A name in the way is refused to root too."""
    alone("load")
    before = export(str(tmp_path / "timeline.db"))
    (tmp_path / f"timeline.db.{schema.HEAD}.backup.partial").mkdir()
    done = alone("db", "downgrade", "tl0001", "--yes")
    assert (done.code, done.out, done.err.count("\n")) == (3, "", 1)
    assert f"timeline.db.{schema.HEAD}.backup can't be " in done.err
    assert export(str(tmp_path / "timeline.db")) == before
