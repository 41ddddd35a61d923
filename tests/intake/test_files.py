"""Which files names mean: records and articles, told apart file by file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from timeline.errors import Problem, UsageError
from timeline.intake.files import ARTICLE, File, gather
from timeline.intake.stream import read_files
from timeline.records import Event, Located

RECORDS = "source: {key: s}\nevents:\n- {key: a, type: OTHER, claims: [{date: 2024}]}\n"
ARTICLE_TEXT = "Date: 2024-11-13\n\nLe ministre Jean Dupont a démissionné lundi."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, with a folder `in` of records, articles and others."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "a.yaml",
        "b.txt",
        "deep/c.jsonl",
        "deep/d.md",
        "photo.jpg",
        ".e.yaml",
        ".f/g.txt",
    ):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(RECORDS, "utf-8")
    return tmp_path


def keys(items: tuple[File | Problem, ...]) -> list[str | None]:
    """The keys of files; of a problem what it says."""
    return [str(item) if isinstance(item, Problem) else item.key for item in items]


@pytest.mark.parametrize(
    ("form", "records", "articles"),
    [
        (None, ["a", "c"], ["b", "deep/d"]),
        ("yaml", ["a", "c"], []),
        (ARTICLE, [], ["b", "deep/d"]),
    ],
)
def test_a_folder_is_sorted_out_file_by_file(
    form: str | None, records: list[str], articles: list[str], folder: Path
) -> None:
    given = gather(["in"], form=form)
    assert (keys(given.records), keys(given.articles)) == (records, articles)


def test_a_name_means_what_it_ends_with_unless_the_format_says_otherwise(folder: Path) -> None:
    assert keys(gather(["in/a.yaml", "in/b.txt", "-"]).records) == ["a", None]
    assert keys(gather(["in/a.yaml", "in/b.txt"]).articles) == ["b"]
    assert keys(gather(["in/a.yaml", "in/b.txt"], form=ARTICLE).articles) == ["a.yaml", "b"]
    assert keys(gather(["in/a.yaml", "in/b.txt"], form="json").records) == ["a", "b"]


def test_nothing_named_means_the_records_that_ship(folder: Path) -> None:
    assert "public-record" in keys(gather([]).records)
    with pytest.raises(UsageError, match="none is named"):
        gather([], form=ARTICLE)


def test_a_key_is_for_all_records_or_for_one_article(folder: Path) -> None:
    assert keys(gather(["in/a.yaml", "in/deep/c.jsonl", "in/b.txt"], key="k").records) == ["k"] * 2
    assert keys(gather(["in/b.txt"], key="k").articles) == ["k"]
    with pytest.raises(UsageError, match="not all can be called k"):
        gather(["in/b.txt", "in/deep/d.md"], key="k")


@pytest.mark.parametrize("form", [None, "yaml", ARTICLE])
@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("in/a.yml", "there is no such file"),
        ("in/a.yaml/b.yaml", "there is no such file; look at its name"),
        ("x" * 300, "can't be read: File name too long; look at its name and rights"),
        (
            "deep/" * 1000 + "a.txt",
            "can't be read: File name too long; look at its name and rights",
        ),
        ("loop.yaml", "can't be read: Too many levels of symbolic links; look at its name and "),
        ("https://example.org/a.html", "is an address, and nothing is fetched"),
        ("empty", "no file in it ends with ."),
    ],
)
def test_what_is_no_file_is_a_problem(name: str, says: str, form: str | None, folder: Path) -> None:
    """One, where it was named, whatever is to be read."""
    (folder / "loop.yaml").symlink_to("loop.yaml")
    (folder / "empty").mkdir()
    given = gather([name], form=form)
    (problem,) = (*given.records, *given.articles)
    assert isinstance(problem, Problem)
    assert str(problem).startswith(f"{name}: {says}")


def test_the_file_that_was_meant_is_named(folder: Path) -> None:
    (problem,) = gather(["in/b.tx"]).records
    assert str(problem) == "in/b.tx: there is no such file; did you mean b.txt?"


def test_a_name_that_is_not_in_utf8_shows_its_bytes(folder: Path) -> None:
    for name in (b"caf\xe9.yaml", b"caf\xe9.txt"):
        Path("in", os.fsdecode(name)).write_text(RECORDS, "utf-8")
    given = gather(["in"])
    assert keys(given.records) == ["a", "caf\\xe9", "c"]
    assert "caf" in keys(given.articles)
    names = [item.name for item in (*given.records, *given.articles) if isinstance(item, File)]
    assert {"in/caf\\xe9.yaml", "in/caf\\xe9.txt"} < set(names)
    assert not [item for item in read_files("in", form="yaml") if isinstance(item, Problem)]


def test_texts_that_belong_to_records_are_no_articles(tmp_path: Path) -> None:
    """The other texts beside them are."""
    records = RECORDS.replace("{key: s}", "{key: s, text: s.txt}")
    (tmp_path / "r.yaml").write_text(records, "utf-8")
    (tmp_path / "s.txt").write_text(ARTICLE_TEXT, "utf-8")
    (tmp_path / "other.txt").write_text(ARTICLE_TEXT, "utf-8")
    found = [item.record for item in read_files(tmp_path) if isinstance(item, Located)]
    events = [record.key for record in found if isinstance(record, Event)]
    assert events == ["a", "other/demissionner"]
