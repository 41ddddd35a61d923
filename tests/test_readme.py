"""What the README says is run: its queries on both engines, its Python, its record file.

Cog checks its output.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from builders import ask

from timeline.intake.files import gather
from timeline.intake.reading import FileReading
from timeline.load import load
from timeline.queries.chronology import chronology
from timeline.queries.question import ANYTHING
from timeline.queries.sources import sources
from timeline.render.picture import Wish, picture
from timeline.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterable

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The code blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def load_files(url: str, names: Iterable[str] = ()) -> int:
    """Load files, or the seeds, and give how many records are new."""
    with open_store(url, write=True) as session:
        return load(session, FileReading(gather(names).records)).new


@pytest.mark.parametrize("query", blocks("sql"))
def test_queries(query: str, store_url: str) -> None:
    load_files(store_url)
    with open_store(store_url, guarded=True) as session:
        columns, rows = ask(session, query)
    assert columns
    assert rows


def test_there_are_queries() -> None:
    assert len(blocks("sql")) >= 5


def test_python(tmp_path: Path) -> None:
    (example,) = blocks("python")
    load_files(str(tmp_path / "timeline.db"))
    printed = io.StringIO()
    with contextlib.chdir(tmp_path), contextlib.redirect_stdout(printed):
        exec(compile(example, "README.md", "exec"), {})
    assert "2024-11-11 disputed" in printed.getvalue()
    assert "Iravani" in printed.getvalue()


def test_picture(store_url: str) -> None:
    """The picture is the one that the program makes of the example.

    TIMELINE_REGENERATE=1 writes it anew; look at it before you commit it.
    """
    load_files(store_url)
    with open_store(store_url) as session:
        rows, cited = chronology(session).rows, sources(session).rows
    drawn = picture(rows, cited, ANYTHING, (None, None), Wish())
    path = Path(__file__).parents[1] / "docs" / "chronology.svg"
    if os.environ.get("TIMELINE_REGENERATE"):
        path.write_text(drawn, encoding="utf-8")
    assert drawn == path.read_text(encoding="utf-8")


def test_record_file(tmp_path: Path, store_url: str) -> None:
    (example,) = blocks("yaml")
    path = tmp_path / "gazette.yaml"
    path.write_text(example, encoding="utf-8")
    assert load_files(store_url, [os.fspath(path)]) == 5
