"""Files of other programs, which people give and no format reads: what they are, by how they begin.

The signatures are those of the formats' own specifications, as `file` has them; a ZIP archive is
what the names of its first files make it (APPNOTE.TXT 4.3.7: 26 bytes stand between the mark of an
entry and its name).
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from typing import NamedTuple

# As many first bytes of a file as are wanted: office programs put their parts in any order.
HEAD = 2**16


class Foreign(NamedTuple):
    """A kind of file that no format reads.

    Attributes:
        code: which sentence says what it is and what to do about it.
        begins: how its files begin; None if nothing but the name tells.
        suffixes: how the names of its files end.
    """

    code: str
    begins: re.Pattern[bytes] | None
    suffixes: tuple[str, ...]


def _begins(*alternatives: bytes) -> re.Pattern[bytes]:
    return re.compile(b"|".join(alternatives), re.DOTALL)


def _zip_with(name: bytes) -> bytes:
    """A ZIP archive with a file of this name, which its content may follow."""
    return rb"PK\x03\x04(?:.*PK\x03\x04)?.{26}" + name


def _open_document(kind: bytes) -> bytes:
    return _zip_with(rb"mimetypeapplication/vnd\.oasis\.opendocument\." + kind)


_OLE = rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# Of several that begin alike the one whose name it has, else the first.
FOREIGN = (
    Foreign("is-pdf", _begins(rb"\s*%PDF-"), (".pdf",)),
    Foreign("is-office-file", _begins(_OLE), (".msg",)),
    Foreign(
        "is-word-document",
        _begins(_zip_with(b"word/"), _open_document(b"text"), _OLE),
        (".docx", ".doc", ".odt"),
    ),
    Foreign(
        "is-spreadsheet",
        _begins(_zip_with(b"xl/"), _open_document(b"spreadsheet"), _OLE),
        (".xlsx", ".xlsm", ".xls", ".ods"),
    ),
    Foreign(
        "is-presentation",
        _begins(_zip_with(b"ppt/"), _open_document(b"presentation"), _OLE),
        (".pptx", ".ppt", ".odp"),
    ),
    Foreign("is-e-book", _begins(_zip_with(rb"mimetypeapplication/epub\+zip")), (".epub",)),
    Foreign("is-rtf", _begins(rb"\{\\rtf"), (".rtf",)),
    Foreign("is-table", None, (".csv", ".tsv", ".tab")),
    Foreign(
        "is-web-link",
        _begins(
            rb"\[InternetShortcut\]",
            rb"\[Desktop Entry\]",
            rb"<\?xml.{,200}<plist.{,200}<key>URL</key>",
        ),
        (".url", ".webloc", ".desktop"),
    ),
    Foreign(
        "is-picture",
        _begins(
            rb"\x89PNG\r\n\x1a\n",
            rb"\xff\xd8\xff",
            rb"GIF8[79]a",
            rb"RIFF.{4}WEBP",
            rb"II\*\x00",
            rb"MM\x00\*",
            rb"\x00\x00..ftyp(?:heic|heix|mif1|avif)",
        ),
        (".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".heic", ".avif"),
    ),
    Foreign(
        "is-recording",
        _begins(
            rb"ID3[\x02-\x04]\x00",
            rb"\xff[\xf2\xf3\xfb]",
            rb"OggS",
            rb"fLaC",
            rb"RIFF.{4}(?:WAVE|AVI )",
            rb"\x1a\x45\xdf\xa3",
            rb"\x00\x00..ftyp",
        ),
        (".mp3", ".ogg", ".opus", ".flac", ".wav", ".avi", ".mkv", ".webm", ".mp4", ".m4a", ".mov"),
    ),
    Foreign("is-database", _begins(rb"SQLite format 3\x00"), (".db", ".sqlite", ".sqlite3")),
    Foreign(
        "is-archive",
        _begins(
            rb"PK[\x03\x05]",
            rb"\x1f\x8b\x08",
            rb"BZh[1-9]1AY&SY",
            rb"\xfd7zXZ\x00",
            rb"\x28\xb5\x2f\xfd",
            rb"7z\xbc\xaf\x27\x1c",
            rb"Rar!\x1a\x07",
            rb".{257}ustar",
        ),
        (".zip", ".gz", ".bz2", ".xz", ".zst", ".7z", ".rar", ".tar", ".tgz"),
    ),
)


def foreign_by_content(name: str, head: bytes) -> Foreign | None:
    """Tell what else a file is by how it begins.

    Args:
        name: its name, which tells apart what begins alike.
        head: its first bytes, up to HEAD.

    Returns:
        None if it begins like none of these.
    """
    head = head[:HEAD].removeprefix(BOM_UTF8)
    found = [kind for kind in FOREIGN if kind.begins is not None and kind.begins.match(head)]
    named = foreign_by_name(name)
    return named if named in found else next(iter(found), None)


def foreign_by_name(name: str) -> Foreign | None:
    """Tell what else a file is by the end of its name, whatever its case."""
    lowered = name.lower()
    return next((kind for kind in FOREIGN if lowered.endswith(kind.suffixes)), None)
