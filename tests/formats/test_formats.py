"""The table of formats, and what is imported when."""

from __future__ import annotations

import subprocess
import sys

import pytest
from formats.reading import CASES

from timeline.formats import FORMATS, format_of


def test_table_names_functions_that_exist() -> None:
    """Each line of the table has its own name and suffixes, and functions that are there."""
    suffixes = [suffix for form in FORMATS.values() for suffix in form.suffixes]
    assert len(suffixes) == len(set(suffixes))
    for name, form in FORMATS.items():
        assert form.name == name
        assert callable(form.read) == (form.reader is not None)
        assert callable(form.write) == (form.writer is not None)
        assert form.says


def test_every_format_has_cases() -> None:
    """A new format brings good and bad files."""
    for form in FORMATS.values():
        for kind in ("good", "bad"):
            assert any(list(CASES.glob(f"{kind}_*{suffix}")) for suffix in form.suffixes)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.yaml", "yaml"),
        ("A.YML", "yaml"),
        ("x/a.b.json", "json"),
        ("a.jsonl", "jsonl"),
        ("a.ndjson", "jsonl"),
    ],
)
def test_format_of_a_name(name: str, form: str) -> None:
    """The end of a name tells, in either case."""
    assert format_of(name) is FORMATS[form]


@pytest.mark.parametrize("name", ["a.txt", "yaml", "a.yaml.gz", "a", ""])
def test_no_format_of_a_name(name: str) -> None:
    """Anything else has none."""
    assert format_of(name) is None


def test_nothing_heavy_is_imported_before_it_is_used() -> None:
    """The table alone costs neither PyYAML nor msgspec; JSON Lines never costs PyYAML."""
    code = (
        "import sys, timeline.formats as f; f.FORMATS; print([m for m in ('yaml', 'msgspec') if m "
        "in sys.modules]);"
        "f.FORMATS['jsonl'].read; print('yaml' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert found.stdout.split("\n")[:2] == ["[]", "False"]
