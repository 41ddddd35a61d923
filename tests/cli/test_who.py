"""Who changed the database is named by the command, the environment, git or the login."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from builders import put, whole

from timeline import records as r
from timeline.cli import person as room

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Timeline

RECORD = '{"record":"source","key":"s","collection":"c"}'
COMMANDS = (
    ("load", "-"),
    ("merge", "ann", "bob"),
    ("unmerge", "ann", "bob"),
    ("decline", "ann", "bob"),
    ("confirm", "cid"),
    ("undo",),
)


@pytest.fixture
def nobody(alone: Timeline, monkeypatch: pytest.MonkeyPatch) -> Timeline:
    """The command where nobody is named but by the login."""
    monkeypatch.delenv("TIMELINE_BY")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "none")
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("LOGNAME", "login")
    return alone


def named(timeline: Timeline, **environment: str) -> str | None:
    """Whom the log names after a load."""
    assert timeline("load", **environment).code == 0
    found: str | None = json.loads(timeline("log", "--format", "json").out)[0]["by"]
    return found


def test_each_command_that_writes_says_who_did_it(timeline: Timeline) -> None:
    """In the order of the log, newest first, in every format."""
    assert timeline.db is not None
    names = ("ann", "bob", "cid")
    put(
        timeline.db,
        *whole([r.Actor(key=key, name=key, mention=key == "cid", collection="a") for key in names]),
    )
    for number, command in enumerate(COMMANDS):
        done = timeline(*command, "--by", f"Zoé {number}", stdin=RECORD)
        assert done.code == 0, done
    rows = json.loads(timeline("log", "--format", "json").out)
    expected = [(command[0], f"Zoé {number}") for number, command in enumerate(COMMANDS)]
    assert [(row["kind"], row["by"]) for row in rows] == [*expected[::-1], ("load", None)]
    lines = timeline("log", "--format", "jsonl").out.splitlines()
    assert [json.loads(line) for line in lines] == rows
    csv = timeline("log", "--format", "csv").out.splitlines()
    assert csv[0].endswith(",tool_version,by,begun,acts")
    assert csv[1].endswith(",Zoé 5,,")
    for form in ("table", "markdown"):
        assert "Zoé 5" in timeline("log", "--format", form).out


def test_the_option_goes_before_the_environment(alone: Timeline) -> None:
    alone("load", "--by", "Ann", TIMELINE_BY="Bob")
    assert '"by": "Ann"' in alone("log", "--format", "json").out
    alone("undo", TIMELINE_BY="Bob")
    assert json.loads(alone("log", "--format", "json").out)[0]["by"] == "Bob"


@pytest.mark.skipif(not shutil.which("git"), reason="there is no git")
def test_git_names_whom_nobody_else_names(nobody: Timeline, tmp_path: Path) -> None:
    config = tmp_path / "config"
    config.write_text("[user]\n\tname = Çelik Ö.\n", encoding="utf-8")
    assert named(nobody, GIT_CONFIG_GLOBAL=str(config)) == "Çelik Ö."


@pytest.mark.parametrize("git", [None, "exit 1", "sleep 9", r"printf '\377'", "echo"])
def test_the_login_is_the_last(
    nobody: Timeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, git: str | None
) -> None:
    """Where there is no git, or it fails, hangs, or has no name that can be read."""
    monkeypatch.setattr(room, "_PATIENCE", 0.2)
    folder = tmp_path / "bin"
    folder.mkdir()
    if git is not None:
        (folder / "git").write_text(f"#!/bin/sh\n{git}\n")
        (folder / "git").chmod(0o755)
    path = f"{folder}:/usr/bin:/bin" if git else str(folder)
    assert named(nobody, PATH=path) == "login"


def test_a_name_that_is_not_utf8_is_refused(alone: Timeline) -> None:
    done = alone("load", TIMELINE_BY="\udcff")
    assert (done.code, done.out) == (2, "")
    assert "is not UTF-8" in done.err
