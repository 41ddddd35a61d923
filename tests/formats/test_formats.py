"""The table of formats, and what is imported when."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from io import BytesIO
from pkgutil import walk_packages
from zipfile import ZipFile

import pytest
from formats.reading import CASES

from timeline import formats
from timeline.formats import FORMATS, Foreign, Format, format_of, identify
from timeline.formats.foreign import FOREIGN


def test_every_format_is_in_the_table() -> None:
    """A format is added with its file and its line."""
    modules = [import_module(m.name) for m in walk_packages(formats.__path__, "timeline.formats.")]
    found = {form for m in modules for form in vars(m).values() if isinstance(form, Format)}
    assert found == set(FORMATS.values())


def test_every_line_of_the_table_is_of_use() -> None:
    """Each has its own name and suffixes, says what it is, and is read or written."""
    suffixes = [suffix for form in FORMATS.values() for suffix in form.suffixes]
    assert len(suffixes) == len(set(suffixes))
    for name, form in FORMATS.items():
        assert form.name == name
        assert form.says
        assert form.read or form.write


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


@pytest.mark.parametrize("form", ["yaml", "json", "jsonl"])
def test_a_pipe_tells_its_format(form: str) -> None:
    """It is known by how it begins, and taken by one format only."""
    suffix = FORMATS[form].suffixes[0]
    heads = [path.read_bytes()[:64] for path in sorted(CASES.glob(f"good_*{suffix}"))]
    assert heads
    for head in heads:
        assert identify("-", head) is FORMATS[form]
        assert identify(f"a{suffix}", b"") is FORMATS[form]
        assert [known.name for known in FORMATS.values() if known.identify("-", head)] == [form]


def archive(*names: str, mimetype: str = "") -> bytes:
    """A ZIP archive with such files."""
    stream = BytesIO()
    with ZipFile(stream, "w") as opened:
        for name in ("mimetype", *names) if mimetype else names:
            opened.writestr(name, mimetype if name == "mimetype" else f"<{name}/>")
    return stream.getvalue()


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(8)
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."


@pytest.mark.parametrize(
    ("name", "head", "code"),
    [
        ("a.pdf", b"%PDF-1.4\n", "is-pdf"),
        ("report.yaml", b"\n%PDF-1.4\n", "is-pdf"),
        ("a.docx", archive("[Content_Types].xml", "word/document.xml"), "is-word-document"),
        ("-", archive("_rels/.rels", "docProps/app.xml", "word/a.xml"), "is-word-document"),
        ("a.odt", archive("content.xml", mimetype=OPEN_DOCUMENT + "text"), "is-word-document"),
        ("a.docx", archive("[Content_Types].xml", "xl/workbook.xml"), "is-spreadsheet"),
        ("-", archive("content.xml", mimetype=OPEN_DOCUMENT + "spreadsheet"), "is-spreadsheet"),
        ("a.pptx", archive("[Content_Types].xml", "ppt/a.xml"), "is-presentation"),
        ("a.epub", archive("a.html", mimetype="application/epub+zip"), "is-e-book"),
        ("a.zip", archive("a.txt", "sword/a", "b.xl/c"), "is-archive"),
        ("a.doc", OLE, "is-word-document"),
        ("a.XLS", OLE, "is-spreadsheet"),
        ("-", OLE, "is-office-file"),
        ("a.rtf", b"{\\rtf1\\ansi", "is-rtf"),
        ("a.csv", b"Date;Lieu;Fait\n", "is-table"),
        ("a.url", b"[InternetShortcut]\r\nURL=https://a.b/\r\n", "is-web-link"),
        ("a.json", b"\xef\xbb\xbf[Desktop Entry]\nType=Link", "is-web-link"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "is-picture"),
        ("a.mp4", b"\0\0\0\x20ftypisom", "is-recording"),
        ("timeline.db", b"SQLite format 3\0", "is-database"),
        ("a.yaml.gz", b"\x1f\x8b\x08\0", "is-archive"),
        ("a.xlsx", b"", "is-spreadsheet"),
    ],
)
def test_files_of_other_programs_are_named(name: str, head: bytes, code: str) -> None:
    """By how they begin, whatever they are called; else by their name."""
    found = identify(name, head)
    assert isinstance(found, Foreign)
    assert found.code == code


def test_every_kind_of_foreign_file_is_tested_and_no_format() -> None:
    """A kind has its own sentence and suffixes, none of them a format's."""
    codes = [kind.code for kind in FOREIGN]
    suffixes = [suffix for kind in FOREIGN for suffix in kind.suffixes]
    assert len(codes) == len(set(codes))
    assert len(suffixes) == len(set(suffixes))
    assert not any(format_of(suffix) for suffix in suffixes)


@pytest.mark.parametrize(
    ("name", "head"), [("a.txt", b"[Updated] Police said"), ("a.html", b"<html>"), ("a.xyz", b"")]
)
def test_what_nothing_tells(name: str, head: bytes) -> None:
    """A name with another suffix is not looked into."""
    assert identify(name, head) is None


def test_nothing_heavy_is_imported_before_it_is_used() -> None:
    """The table costs no PyYAML, and none of the native format but what tells its files."""
    code = "import sys, timeline.formats; print([m for m in sys.modules if 'yaml' in m])"
    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert found.stdout.strip() == "['msgspec.yaml']"
