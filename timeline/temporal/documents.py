"""Documents to tag, and what was found in them, as JSON Lines and as TimeML."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.dates import Date, parse
from timeline.errors import DataError, DateError
from timeline.temporal.languages import LANGUAGES
from timeline.temporal.timex import Timex

_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_SCHEMA = "http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd"
_XML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"}
_NEEDS_CARE = re.compile('[&<>"\r]|[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]')


class Document(NamedTuple):
    """A text to tag; its language or its date of publication may be unknown."""

    id: str
    text: str
    language: str | None = None
    published: Date | None = None


def read_document(line: str, number: int) -> Document:
    """Read a line of JSON Lines: `{"id", "lang", "dct", "text"}`; all but `text` may be missing or
    null.

    Args:
        line: the line; `dct` (document creation time) is EDTF.
        number: its number, the id of a document without one.

    Raises:
        DataError: it is no such document.
    """
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise DataError("broken-json", why=str(error)) from None
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        raise DataError("no-document")
    language, dated, key = value.get("lang"), value.get("dct"), value.get("id")
    if language is not None and language not in LANGUAGES:
        raise DataError("document-language", given=language, known=[*LANGUAGES])
    if dated is not None and not isinstance(dated, str):
        raise DateError("document-date", given=dated)
    return Document(
        str(number if key is None else key),
        value["text"],
        language,
        parse(dated) if dated else None,
    )


def as_fields(document: Document, found: Sequence[Timex]) -> dict[str, object]:
    """What was found in a document, for JSON."""
    return {
        "id": document.id,
        "timexes": [
            {
                "start": timex.start,
                "end": timex.end,
                "type": timex.type,
                "value": timex.value,
                "edtf": timex.edtf and str(timex.edtf),
                "text": timex.text,
                "rule": timex.rule,
            }
            for timex in found
        ],
    }


def timeml(document: Document, found: Sequence[Timex]) -> Iterator[str]:
    """Write a document as TimeML 1.2.1, in the layout of TempEval-3: DOCID, DCT and TEXT.

    A character that XML 1.0 has no way to write becomes U+FFFD.
    """
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<TimeML xmlns:xsi="{_XSI}" xsi:noNamespaceSchemaLocation="{_SCHEMA}">\n'
    yield f"<DOCID>{_xml(document.id)}</DOCID>\n"
    if document.published is not None:
        date = _xml(str(document.published))
        opening = f'<TIMEX3 tid="t0" type="DATE" value="{date}" functionInDocument="CREATION_TIME">'
        yield f"<DCT>{opening}{date}</TIMEX3></DCT>\n"
    yield "<TEXT>"
    done = 0
    for number, timex in enumerate(found, 1):
        yield _xml(document.text[done : timex.start])
        opening = f'<TIMEX3 tid="t{number}" type="{timex.type}" value="{_xml(timex.value)}">'
        yield f"{opening}{_xml(timex.text)}</TIMEX3>"
        done = timex.end
    yield _xml(document.text[done:])
    yield "</TEXT>\n</TimeML>\n"


def _xml(text: str) -> str:
    return _NEEDS_CARE.sub(lambda match: _XML.get(match[0], "\ufffd"), text)
