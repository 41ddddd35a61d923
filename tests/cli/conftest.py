"""The command line as a person runs it: in this process where that says the same, else in one of
its own.
"""

from __future__ import annotations

import gc
import io
import os
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

from timeline.cli import main

if TYPE_CHECKING:
    from pathlib import Path


class Done(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    def __str__(self) -> str:
        """A transcript: what it printed, then what it said aside, then its exit code if that is not
        0.
        """
        said = f"[stderr]\n{self.err}" if self.err else ""
        return self.out + said + (f"[exit {self.code}]\n" if self.code else "")


class Timeline:
    """The command `timeline`.

    Args:
        db: the database that TIMELINE_DB names; None leaves that unset.
    """

    def __init__(self, db: str | None = None) -> None:
        self.db = db

    def __call__(self, *arguments: str, stdin: str | bytes = "", **environment: str) -> Done:
        """Run it in this process, with pipes for a terminal."""
        given = io.TextIOWrapper(
            io.BytesIO(stdin.encode() if isinstance(stdin, str) else stdin), encoding="utf-8"
        )
        printed, said = io.BytesIO(), io.BytesIO()
        out, err = (io.TextIOWrapper(stream, encoding="utf-8") for stream in (printed, said))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "argv", ["timeline", *arguments])
            patch.setattr(sys.modules["__main__"], "__package__", None, raising=False)
            for name, stream in (("stdin", given), ("stdout", out), ("stderr", err)):
                patch.setattr(sys, name, stream)
            for name, value in self.environment(environment).items():
                patch.setenv(name, value)
            code = self._run()
        return Done(
            code, *(bytes(stream).decode() for stream in (printed.getbuffer(), said.getbuffer()))
        )

    @staticmethod
    def _run() -> int:
        try:
            with pytest.raises(SystemExit) as end:
                main()
        finally:
            gc.enable()
            sys.stdout.flush()
            sys.stderr.flush()
        assert isinstance(end.value.code, int)
        return end.value.code

    def environment(self, more: dict[str, str]) -> dict[str, str]:
        """The variables that matter to it."""
        return (
            {"COLUMNS": "80", "PAGER": "cat"} | ({"TIMELINE_DB": self.db} if self.db else {}) | more
        )

    def start(self, *arguments: str, **options: object) -> subprocess.Popen[bytes]:
        """Start it in a process of its own."""
        environment = os.environ | self.environment({})
        command = [sys.executable, "-m", "timeline", *arguments]
        return subprocess.Popen(command, env=environment, **options)  # type: ignore[call-overload,no-any-return]

    def apart(self, *arguments: str, stdin: bytes = b"") -> Done:
        """Run it in a process of its own, with pipes."""
        pipe = subprocess.PIPE
        with self.start(*arguments, stdin=pipe, stdout=pipe, stderr=pipe) as process:
            out, err = process.communicate(stdin)
        return Done(process.returncode, out.decode(), err.decode())


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Timeline:
    """The command in an empty folder, without TIMELINE_DB: its database is timeline.db there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIMELINE_DB", raising=False)
    return Timeline()


@pytest.fixture
def timeline(alone: Timeline, store_url: str) -> Timeline:
    """The command in an empty folder, with an empty database: once on SQLite and once on
    PostgreSQL.
    """
    return Timeline(store_url)


@pytest.fixture
def seeded(alone: Timeline, seeded_url: str) -> Timeline:
    """The command, with a database that holds the seeds; it must not change it."""
    return Timeline(seeded_url)
