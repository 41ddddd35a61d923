"""A disk without room: what reads goes on, in a real file system that is full where root may mount
one, and where no file may grow, which everybody can try.
"""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from builders import SEEDS, put_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

READERS = (
    ["show", "--text", "musk"], ["actors", "elon-musk"], ["conflicts"], ["export"],
    ["sql", "SELECT * FROM timeline_events ORDER BY title"],
)  # fmt: skip


def command(
    path: Path, *arguments: str, before: Callable[[], None] | None = None
) -> tuple[int, str, str]:
    """The exit code of a command, and what it prints and says; it does not count its coverage, for
    which there would be no room.
    """
    environment = {name: v for name, v in os.environ.items() if not name.startswith("COVERAGE")}
    done = subprocess.run(
        [sys.executable, "-m", "timeline", *arguments, "--db", str(path)],
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=before,
        env=environment,
    )
    return done.returncode, done.stdout, done.stderr


@contextmanager
def full_disk(folder: Path, **files: Path) -> Iterator[None]:
    """A file system with copies of some files (name -> which) in it, and no room left."""
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)],
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("may not mount a file system")
    try:
        for name, path in files.items():
            shutil.copy(path, folder / name)
        with suppress(OSError), (folder / "rest").open("wb", buffering=0) as rest:
            while rest.write(bytes(1000)):
                pass
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that holds the seeds, and nothing beside it."""
    path = tmp_path_factory.mktemp("full") / "timeline.db"
    put_files(str(path), SEEDS)
    return path


def test_reads_go_on_when_the_disk_is_full(tmp_path: Path, database: Path) -> None:
    expected = [command(database, *reader) for reader in READERS]
    with full_disk(tmp_path, copy=database):
        assert [command(tmp_path / "copy", *reader) for reader in READERS] == expected


@pytest.mark.skipif(os.name != "posix", reason="limits the size of files as POSIX does")
def test_reads_go_on_where_no_file_may_grow(database: Path) -> None:
    def nothing_grows() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    for reader in READERS:
        assert command(database, *reader, before=nothing_grows) == command(database, *reader)


def test_a_log_that_a_crash_left_is_read_on_a_full_disk(tmp_path: Path, database: Path) -> None:
    """The index of the log, which a crash of the machine does not leave, can't be written."""
    (tmp_path / "full").mkdir()
    copy = tmp_path / "copy"
    shutil.copy(database, copy)
    connection = sqlite3.connect(copy)
    connection.execute("UPDATE actor SET name = 'Logged' WHERE key = 'tesla'")
    connection.commit()
    files = {
        f"copy{end}": Path(shutil.copy(f"{copy}{end}", tmp_path / f"k{end}"))
        for end in ("", "-wal")
    }
    connection.close()
    with full_disk(tmp_path / "full", **files):
        query = ("sql", "SELECT name FROM actor WHERE key = 'tesla'", "--format", "csv")
        assert command(tmp_path / "full" / "copy", *query) == (0, "name\nLogged\n", "")
