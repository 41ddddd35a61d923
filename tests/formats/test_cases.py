"""The corpus: each file of `cases/` against the records (`.expected.jsonl`) or problems
(`.problems.txt`) beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from formats.reading import CASES, problems, read, write

from timeline.formats import format_of
from timeline.records import Located

if TYPE_CHECKING:
    from pathlib import Path

INPUTS = sorted(
    p.name for p in CASES.iterdir() if format_of(p.name) and not p.name.endswith(".expected.jsonl")
)


def expectation(name: str) -> Path:
    """The file that says what is found in a case."""
    suffix = ".problems.txt" if name.startswith("bad_") else ".expected.jsonl"
    return CASES / (name.replace(".", "_") + suffix)


@pytest.mark.parametrize("name", INPUTS)
def test_case(name: str) -> None:
    """Bad cases give exactly their problems, good ones exactly their records and no problem."""
    form = format_of(name)
    assert form is not None
    found = read(form.name, (CASES / name).read_bytes())
    lines = "".join(f"{line}\n" for line in problems(found))
    if not name.startswith("bad_"):
        assert lines == ""
        lines = write("jsonl", [item.record for item in found if isinstance(item, Located)])
    assert lines == expectation(name).read_text(encoding="utf-8")


def test_corpus_is_whole() -> None:
    """No expectation is left over from a case that is gone."""
    found = {
        path for path in CASES.iterdir() if path.name.endswith((".expected.jsonl", ".problems.txt"))
    }
    assert found == {expectation(name) for name in INPUTS}
