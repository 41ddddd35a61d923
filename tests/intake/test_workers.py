"""Articles on which the program itself fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from timeline.errors import Problem, UsageError
from timeline.extract import claims
from timeline.intake.loading import load_files
from timeline.intake.stream import read_files
from timeline.records import Located, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from timeline.extract.article import Article
    from timeline.records import AnyRecord

TEXT = "Date: 2024-11-13\n\nLe ministre Jean Dupont a démissionné lundi.\n\n"
FAULTS = [IndexError, KeyError, AttributeError, TypeError, AssertionError, RecursionError]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six articles."""
    (tmp_path / "in").mkdir()
    for number in range(6):
        (tmp_path / f"in/{number}.txt").write_text(TEXT + str(number), "utf-8")
    return tmp_path / "in"


def failing(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the reading of the articles 1 and 4 fail."""
    kept = claims.extracted

    def extracted(articles: Iterable[Article]) -> Iterator[tuple[Article, list[AnyRecord]]]:
        for article, records in kept(articles):
            if article.key in ("1", "4"):
                raise error
            yield article, records

    monkeypatch.setattr(claims, "extracted", extracted)


@pytest.mark.parametrize("error", FAULTS)
def test_a_fault_of_the_program_is_told_for_its_article_and_the_others_go_on(
    error: type[Exception], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(error("x"), monkeypatch)
    found = list(read_files(folder))
    problems = [str(item) for item in found if isinstance(item, Problem)]
    for number, line in zip((1, 4), problems, strict=True):
        assert line.startswith(f"{folder}/{number}.txt: the program failed on it ({error.__name__}")
        assert "intake/workers.py:" in line
        assert line.endswith("please report it")
    sources = [item.record for item in found if isinstance(item, Located)]
    assert [one.key for one in sources if isinstance(one, Source)] == ["0", "2", "3", "5"]


def test_the_others_are_loaded(
    folder: Path, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(ValueError("x"), monkeypatch)
    loaded = load_files(store_url, folder)
    assert (loaded.read, loaded.unread, loaded.held) == (4, 2, 0)
    assert load_files(store_url, folder).held == 4
    monkeypatch.undo()
    assert load_files(store_url, folder).read == 2


@pytest.mark.parametrize("error", [MemoryError(), OSError(28, "full"), UsageError("no-text")])
def test_what_is_no_fault_of_the_program_ends_the_run(
    error: Exception, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(error, monkeypatch)
    with pytest.raises(type(error)):
        list(read_files(folder))
