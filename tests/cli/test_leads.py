"""What people try that is not there: each gets the answer, or the sentence that leads on to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Timeline

LISTS = ("show", "actors", "sources", "conflicts", "suggest", "check", "log")


def test_help_of_a_command_by_its_name(alone: Timeline) -> None:
    """`help` is understood, as git understands it."""
    assert alone("help") == alone("--help")
    assert alone("help", "show") == alone("show", "--help")
    assert alone("help", "shwo").code == 2


@pytest.mark.parametrize("verb", LISTS)
def test_more_lines_than_an_engine_can_count_are_all(verb: str, seeded: Timeline) -> None:
    assert seeded(verb, "--limit", "9" * 30) == seeded(verb, "--limit", "0")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.csv", b"Date;Lieu\n", "is a table, which is not read; write a record for each row"),
        ("a.xlsx", b"PK\x03\x04" + b"\0" * 26 + b"xl/workbook.xml", "is a spreadsheet, which is "),
        ("a.docx", b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml", "is a Word document; save "),
        ("a.pdf", b"%PDF-1.7\n", "is a PDF; save its text as .txt"),
        ("a.yaml", b"%PDF-1.7\n", "is a PDF; save its text as .txt"),
        ("a.txt", b"%PDF-1.7\n", "is a PDF; save its text as .txt"),
        ("a.zip", b"PK\x03\x04", "is an archive or compressed; unpack it"),
        ("a.db", b"SQLite format 3\0", "is a database; write its records to a file, and name that"),
    ],
)
@pytest.mark.parametrize("verb", [["load"], ["extract"], ["load", "--format", "jsonl"]])
def test_what_a_file_is_and_what_to_do_with_it(
    verb: list[str], name: str, content: bytes, says: str, alone: Timeline, tmp_path: Path
) -> None:
    """Whatever is asked for: its content tells, and of a table its name if nothing else does."""
    (tmp_path / name).write_bytes(content)
    done = alone(*(["load"] if name == "a.csv" else verb), name)
    assert done.code == 1
    assert done.err.startswith(f"{name}: {says}")


@pytest.mark.parametrize("verb", [["load"], ["extract"], ["dates"]])
def test_an_address_is_not_fetched(verb: list[str], alone: Timeline) -> None:
    done = alone(*verb, "https://example.org/a.html")
    assert done.code == 1
    assert done.err.startswith(
        "https://example.org/a.html: is an address, and nothing is fetched; save the page as .html"
    )
