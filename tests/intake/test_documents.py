"""Texts that are read for their temporal expressions: what is wrong with one stops no other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from timeline.errors import Problem
from timeline.intake.documents import Tagged, tagged
from timeline.intake.outcome import Notice

if TYPE_CHECKING:
    from timeline.intake.outcome import Aside

GOOD = {"id": "a", "lang": "fr", "dct": "2024-11-13", "text": "Hier."}
BAD = [
    json.dumps(GOOD | {"dct": "2024-13-45"}),
    json.dumps(GOOD | {"dct": 2024}),
    json.dumps(GOOD | {"lang": "de"}),
    json.dumps(GOOD | {"text": None}),
    json.dumps({"text": "qwertz asdf"}),
    "{",
    "[" * 100_000,
    "[1]",
    "null",
]


def found(*names: str) -> list[Tagged | Aside]:
    return list(tagged(names, published=None, language=None))


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_document_is_a_problem_and_the_rest_goes_on(bad: str, tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text("\n".join([json.dumps(GOOD), bad, "", json.dumps(GOOD)]), "utf-8")
    before, problem, after = found(str(path))
    assert isinstance(problem, Problem)
    assert str(problem).startswith(f"{path}:2: ")
    for item in (before, after):
        assert isinstance(item, Tagged)
        assert [str(one.edtf) for one in item.timexes] == ["2024-11-12"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'{"text": "a\0b"}', "is a binary file"),
        ('{"text": "été"}'.encode("latin-1"), "is not UTF-8"),
        (b'{"text": "' + b"x" * 2**24, "the line is longer than 16 MiB"),
    ],
)
def test_a_line_that_is_no_text_ends_its_file(content: bytes, says: str, tmp_path: Path) -> None:
    """The other files go on."""
    bad, good = tmp_path / "bad.jsonl", tmp_path / "good.jsonl"
    bad.write_bytes(content + b"\n")
    good.write_text(json.dumps(GOOD), "utf-8")
    problem, item = found(str(bad), str(good))
    assert str(problem).startswith(f"{bad}:1: {says}")
    assert isinstance(item, Tagged)


@pytest.mark.parametrize("name", ["a.pdf", "a.txt"])
def test_what_is_no_text_is_named(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"%PDF-1.7\n")
    (problem,) = found(str(tmp_path / name))
    assert str(problem) == f"{tmp_path / name}: is a PDF; save its text as .txt"


def test_a_language_that_was_guessed_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The mine closed in 1998.", "utf-8")
    notice, item = found(str(path))
    assert isinstance(notice, Notice)
    assert str(notice.message) == "taken for language en"
    assert isinstance(item, Tagged)
    assert item.document.language == "en"
