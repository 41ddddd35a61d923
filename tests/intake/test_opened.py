"""Bytes from outside: without end, without a writer, without rights."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from timeline.errors import DataError, Problem
from timeline.intake import opened as room
from timeline.intake.files import gather
from timeline.intake.opened import opened, whole
from timeline.intake.stream import read_files

if TYPE_CHECKING:
    from collections.abc import Iterator

RECORDS = "source: {key: s}\nevents:\n- {key: a, type: OTHER, claims: [{date: 2024}]}\n"
# A command may take so many bytes of memory, whatever it is given.
MOST = 2**29
# Runs a command, then prints the most bytes of memory that it took.
MEASURED = f"""
import sys
sys.path.append({str(Path(__file__).parents[1])!r})
from memory import peak
from timeline.cli import main
try:
    main()
finally:
    print(peak(), file=sys.stderr)
"""


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    """A named pipe."""
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    return path


def test_a_pipe_that_nobody_writes_to_is_given_up(
    pipe: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "PATIENCE", 0.1)
    with pytest.raises(DataError, match="nobody has written"), opened(pipe) as stream:
        stream.read()


@pytest.mark.parametrize("content", [b"", b"x", b"abc" * 100_000])
def test_a_pipe_is_read_to_its_end(content: bytes, pipe: Path) -> None:
    """Whoever writes to it may come later, and take time."""

    def write() -> None:
        with pipe.open("wb") as stream:
            for start in range(0, len(content), 70_000):
                stream.write(content[start : start + 70_000])
                stream.flush()

    writer = threading.Timer(0.1, write)
    writer.start()
    with opened(pipe) as stream:
        assert stream.read() == content
    writer.join()


def test_no_more_is_read_than_may_be(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * (2**20 + 1))
    with opened(tmp_path / "a") as stream:
        assert len(whole(stream, 2**20 + 1)) == 2**20 + 1
    with opened(tmp_path / "a") as stream, pytest.raises(DataError, match="larger than 1 MiB"):
        whole(stream, 2**20)


@pytest.fixture
def closed() -> Iterator[Path]:
    """A folder `in` with a folder `deep` and a file, of a user who is not root."""
    with tempfile.TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.chdir(name)
        Path("in/deep").mkdir(parents=True)
        Path("in/a.yaml").write_text(RECORDS, "utf-8")
        root = os.geteuid() == 0
        for path in (name, "in", "in/deep", "in/a.yaml"):
            if root:
                os.chown(path, 65534, 65534)
        list(read_files("in", "in/b.yaml"))  # whoever is not root may not be able to import
        if root:
            os.seteuid(65534)
        yield Path("in")
        if root:
            os.seteuid(0)
        Path("in").chmod(0o700)
        Path("in/deep").chmod(0o700)


@pytest.mark.parametrize("form", [None, "yaml", "article"])
@pytest.mark.parametrize(("mode", "where"), [(0o600, "in"), (0o300, "in"), (0o000, "in/deep")])
def test_a_folder_that_may_not_be_looked_into_is_a_problem(
    mode: int, where: str, form: str | None, closed: Path
) -> None:
    """One line says so, whatever is in it."""
    Path(where).chmod(mode)
    given = gather(["in"], form=form)
    (problem,) = (item for item in (*given.records, *given.articles) if isinstance(item, Problem))
    assert str(problem) == f"{where}: can't be read: Permission denied; look at its name and rights"
    if form != "article":
        assert problem in given.records, "so that no record is loaded"


def test_a_file_that_may_not_be_read_is_a_problem(closed: Path) -> None:
    (closed / "a.yaml").chmod(0)
    (item,) = read_files("in")
    assert str(item) == "in/a.yaml: can't be read: Permission denied; look at its name and rights"


@pytest.fixture(scope="module")
def endless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with files that are far larger than what is read of any."""
    folder = tmp_path_factory.mktemp("endless")
    for name in ("big.txt", "big.jsonl", "big.yaml"):
        with (folder / name).open("wb") as stream:
            stream.writelines(b"word " * 200_000 for _ in range(200))
    return folder


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments",
    [
        ("dates", "/dev/zero"),
        ("dates", "big.txt"),
        ("dates", "big.jsonl"),
        ("extract", "/dev/zero"),
        ("extract", "big.txt"),
        ("load", "/dev/zero", "--format", "yaml"),
        ("load", "/dev/zero", "--format", "jsonl"),
        ("load", "big.txt"),
        ("load", "big.jsonl"),
        ("load", "big.yaml"),
    ],
)
def test_what_has_no_end_is_refused_with_little_memory(
    arguments: tuple[str, ...], endless: Path
) -> None:
    command = [sys.executable, "-c", MEASURED, *arguments]
    done = subprocess.run(command, cwd=endless, capture_output=True, text=True, check=False)
    *said, memory = done.stderr.splitlines()
    assert done.returncode == 1, done.stderr
    assert len(said) <= 2
    assert ": is " in said[0] or "the line is longer than" in said[0]
    assert int(memory) < MOST
