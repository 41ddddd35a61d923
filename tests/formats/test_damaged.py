"""Files that chance has damaged: each is loaded whole or not at all."""

from __future__ import annotations

import shutil
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random

import pytest
from builders import SEEDS, export
from formats.reading import CASES
from memory import peak

from timeline.errors import LoadError
from timeline.formats import format_of
from timeline.intake.loading import load_files

WHOLE = sorted(
    path
    for path in (*CASES.glob("good_*"), *SEEDS.iterdir())
    if format_of(path.name) and path.stat().st_size
)
PIECES = (
    b"\n", b"  ", b"- ", b": ", b"{", b"}", b"[", b"]", b",", b'"', b"'", b"|", b"---\n", b"\0",
    b"\xff", b"\xc3", b"null", b"1e999", b"2024-02-30", b"45352", b"\\u0000", b"&a ", b"*a",
    b"\xe2\x80\xae", b"key: ", b'"key":"x",',
)  # fmt: skip


def damaged(number: int) -> tuple[str, bytes]:
    """A name and the bytes of a file with one to five faults; a number always gives the same."""
    dice = Random(number)
    path = dice.choice(WHOLE)
    content = path.read_bytes()
    for _ in range(dice.randint(1, 5)):
        start, other = sorted(dice.choices(range(len(content) + 1), k=2))
        end = min(other, start + dice.choice((1, 10, 300)))
        piece = dice.choice((b"", dice.choice(PIECES), content[start:end] * 2))
        content = content[:start] + piece + content[end:]
    return f"file{path.suffix}", content


def problems_of(database: Path, path: Path) -> list[str]:
    """Load a file; what is said if it is refused."""
    try:
        load_files(str(database), path)
    except LoadError as error:
        return [str(problem) for problem in error.problems]
    return []


def load_damaged(folder: Path, first: int, count: int) -> tuple[int, int]:
    """Load so many files, each into a copy of the same database.

    Returns:
        how many were refused, and the peak memory of the process in bytes.
    """
    start, database, refused = folder / "start.db", folder / "copy.db", 0
    load_files(str(start), str(SEEDS))
    before = export(str(start))
    for number in range(first, first + count):
        name, content = damaged(number)
        shutil.copy(start, database)
        (folder / name).write_bytes(content)
        lines = problems_of(database, folder / name)
        if lines:
            refused += 1
            assert all(len(line.splitlines()) == 1 for line in lines), number
            assert export(str(database)) == before, number
    return refused, peak()


@pytest.mark.parametrize(
    ("first", "count"), [(0, 40), pytest.param(40, 1000, marks=pytest.mark.slow)]
)
def test_damaged_files(tmp_path: Path, first: int, count: int) -> None:
    """In a process of their own, whose memory is bounded."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        refused, memory = pool.submit(load_damaged, tmp_path, first, count).result()
    assert count / 2 < refused < count
    assert memory < 2**30
