"""JSON Lines in, JSON and TimeML out, and the command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import parse
from timeline.errors import DataError
from timeline.temporal import tag
from timeline.temporal.documents import Document, as_fields, read_document, timeml

if TYPE_CHECKING:
    from collections.abc import Sequence

CASES = Path(__file__).parent / "cases"
ARTICLE = Document(
    "article", (CASES / "article.txt").read_text(encoding="utf-8"), "fr", parse("2024-11")
)


def test_read() -> None:
    """All but the text may be missing."""
    line = '{"id": "a", "lang": "fr", "dct": "2024-11", "text": "Hier."}'
    assert read_document(line, 1) == Document("a", "Hier.", "fr", parse("2024-11"))
    assert read_document('{"text": "x", "dct": null}', 3) == Document("3", "x")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "broken JSON"),
        ("[" * 100_000, "broken JSON"),
        ("[1]", "a document is a mapping with a text"),
        ('{"text": 1}', "a document is a mapping with a text"),
        ('{"text": "", "lang": "de"}', "lang: 'de' is none of en, fr"),
        ('{"text": "", "dct": 2024}', "write EDTF in quotes"),
        ('{"text": "", "dct": "12.11.24"}', "is not a date in EDTF"),
    ],
)
def test_bad_line(line: str, message: str) -> None:
    """Of a line that is no document what is wrong is said."""
    with pytest.raises(DataError) as raised:
        read_document(line, 1)
    assert message in str(raised.value)


def test_timeml() -> None:
    """The file that is expected, byte for byte."""
    found = tag(ARTICLE.text, language="fr", published=ARTICLE.published)
    assert "".join(timeml(ARTICLE, found)) == (CASES / "article.tml").read_text(encoding="utf-8")


@given(st.text(), st.text())
def test_timeml_is_xml(text: str, key: str) -> None:
    """Any text gives well-formed XML that holds it, but for what XML can't hold."""
    document = Document(key, f"{text} Hier. {text}", "fr", None)
    found = tag(document.text, language="fr", published=None)
    tree = ET.fromstring("".join(timeml(document, found)))
    written = tree.find("TEXT")
    assert written is not None
    shown = "".join(written.itertext())
    assert len(shown) == len(document.text)
    assert all(one in (other, "\ufffd") for one, other in zip(shown, document.text, strict=True))
    assert [one.get("value") for one in written.iter("TIMEX3")] == [one.value for one in found]


def test_fields() -> None:
    """The names that scorers and other programs read."""
    found = tag("Elle dure deux ans, dès ce lundi.", language="fr", published=parse("2024-11-13"))
    fields = as_fields(Document("a", "..."), found)
    assert fields == {
        "id": "a",
        "timexes": [
            {
                "start": 10, "end": 18, "type": "DURATION", "value": "P2Y", "edtf": None,
                "text": "deux ans",
                "rule": "duration in years",
            },
            {
                "start": 24, "end": 32, "type": "DATE", "value": "2024-11-18", "edtf": "2024-11-18",
                "text": "ce lundi",
                "rule": "weekday, future @ published",
            },
        ],
    }  # fmt: skip


def command(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "timeline", "dates", *arguments],
        input=given,
        capture_output=True,
        check=False,
    )


def test_command_table() -> None:
    """A text, its language guessed."""
    done = command(str(CASES / "article.txt"), "--published", "2024-11")
    assert done.returncode == 0
    assert done.stdout.decode() == (CASES / "article.table.txt").read_text(encoding="utf-8")
    assert b"taken for language fr" in done.stderr


def test_command_json_lines(tmp_path: Path) -> None:
    """Documents of JSON Lines, each with its own language and date, from a file and from a pipe."""
    lines = (
        b'{"id": "a", "lang": "fr", "dct": "2024-11-13", "text": "Hier."}\n'
        b'{"id": "b", "lang": "en", "dct": "2024-11-12", "text": "Yesterday."}\n'
    )
    path = tmp_path / "corpus.jsonl"
    path.write_bytes(lines)
    done = command(str(path), "--format", "jsonl")
    values = [
        [one["edtf"] for one in json.loads(line)["timexes"]] for line in done.stdout.splitlines()
    ]
    assert values == [["2024-11-12"], ["2024-11-11"]]
    assert command("-", "--format", "jsonl", given=lines).stdout == done.stdout
    assert [one["id"] for one in json.loads(command(str(path), "--format", "json").stdout)] == [
        "a",
        "b",
    ]
    several = command(str(path), "--format", "timeml")
    assert several.returncode == 2
    assert b"TimeML holds one document" in several.stderr


@pytest.mark.parametrize(
    ("content", "arguments", "message"),
    [
        (b"", (), b"is empty; give a text"),
        (b" \n", (), b"is empty; give a text"),
        (b"\x7fELF\0\1", (), b"is a binary file"),
        (b"a\0b", (), b"is a binary file"),
        ("été".encode("latin-1"), (), b"is not UTF-8"),
        ("été".encode("utf-16"), (), b"is not UTF-8"),
        (b"qwertz asdf", (), b"say which with --lang en or --lang fr"),
    ],
)
def test_command_bad_input(
    tmp_path: Path, content: bytes, arguments: Sequence[str], message: bytes
) -> None:
    """One clear line, and the other files are done."""
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    bad.write_bytes(content)
    good.write_bytes(b"The mine closed in 1998.")
    done = command(str(bad), str(good), *arguments)
    assert done.returncode == 1
    assert message in done.stderr
    assert b"Traceback" not in done.stderr
    assert b"1998" in done.stdout


def test_command_missing_file(tmp_path: Path) -> None:
    """A file that is not there."""
    done = command(str(tmp_path / "none.txt"))
    assert done.returncode == 1
    assert b"there is no such file" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lang", "de"),
        ("--format", "csv"),
        ("--published", "03/04/2024"),
        ("--published", "soonish"),
    ],
)
def test_command_usage(arguments: Sequence[str]) -> None:
    """An option that can't be understood."""
    assert command("-", *arguments, given=b"The 1998 fair.").returncode == 2
