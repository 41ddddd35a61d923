"""What exits 0 is never lost, and what is killed leaves the state before or the one after: commands
as real processes, at random moments.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from trials import KILLED

TRIALS = Path(__file__).parents[1] / "trials.py"
ENGINES = ("sqlite", "postgresql")


def tried(*arguments: str) -> None:
    """Run trials to their end; what they say is shown if something does not hold."""
    path = f"{TRIALS.parent}:{TRIALS.parents[1]}"
    done = subprocess.run(
        [sys.executable, str(TRIALS), *arguments],
        check=False,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": path, "PATH": "/usr/bin:/bin"},
    )
    assert done.returncode == 0, done.stderr


def test_two_that_make_one_file_at_once(tmp_path: Path) -> None:
    tried("pairs", str(tmp_path), "12")


@pytest.mark.slow
def test_two_hundred_pairs(tmp_path: Path) -> None:
    tried("pairs", str(tmp_path), "200")


def kill(request: pytest.FixtureRequest, folder: Path, engine: str, name: str, number: int) -> None:
    """Try kills on one engine."""
    server = str(request.getfixturevalue("postgres_server")) if engine == "postgresql" else ""
    tried("kills", str(folder), name, str(number), server)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", ["load-new", "undo", "downgrade"])
def test_a_kill(request: pytest.FixtureRequest, tmp_path: Path, engine: str, name: str) -> None:
    kill(request, tmp_path, engine, name, 3)


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", KILLED)
def test_kills(request: pytest.FixtureRequest, tmp_path: Path, engine: str, name: str) -> None:
    kill(request, tmp_path, engine, name, 10)
