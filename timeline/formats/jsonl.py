"""JSON Lines: one record a line, `{"record": "claim", ...}`, for streams of any length."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, get_args

import msgspec

from timeline.encoding import EIGHT_BIT, UnreadableError, lines
from timeline.errors import Message
from timeline.formats import jsontext
from timeline.formats.form import Format
from timeline.formats.shape import convert, refused
from timeline.formats.tree import MAX_FLAWS, Flaw, documents, path_text
from timeline.names import nearest
from timeline.records import (
    OLD_NAMES,
    AnyRecord,
    Collection,
    Located,
    Problem,
    Record,
    Where,
    canonical,
    decode_hook,
    encode_hook,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline.formats.form import Input

_BEGINS = re.compile(rb'\{\s*"record"\s*:')
KINDS: dict[str, type[Record]] = {
    str(kind.__struct_config__.tag): kind for kind in get_args(AnyRecord)
}


def read(given: Input) -> Iterator[Located | Problem]:
    """Read one record a line; blank lines are skipped.

    Yields:
        Records and problems in the order of the lines. If no line names a collection, last a marker
        that the input is the whole of its default collection.
    """
    problems = 0
    try:
        for found in _read(given):
            yield found
            problems += isinstance(found, Problem)
            if problems >= MAX_FLAWS:
                raise UnreadableError("too-many-problems", found.where.line, most=MAX_FLAWS)
    except UnreadableError as error:
        yield Problem(Where(given.name, error.line, error.path), error.message)


def _read(given: Input) -> Iterator[Located | Problem]:
    decode = msgspec.json.Decoder(AnyRecord, dec_hook=decode_hook).decode
    encode = _encoder().encode
    name, default, named = given.name, given.collection, False
    for number, line in lines(given.stream):
        where = Where(name, number)
        try:
            record = _decoded(line, decode)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            yield from _problems(line, where, error)
            continue
        # A line such as is written here has no name twice.
        doubtful = b"\\u0000" in line or (encode(record) != line.rstrip() and _has_twice(line))
        if doubtful and (problems := list(_problems(line, where))):
            yield from problems
            continue
        if record.collection is not None or isinstance(record, Collection):
            named = True
        else:
            record = msgspec.structs.replace(record, collection=default)
        yield Located(record, where)
    if not named:
        yield Located(Collection(key=default), Where(name))


def write(records: Iterable[AnyRecord]) -> Iterator[str]:
    """Write one record a line: compact, what has its default left out, names within a field in
    order.
    """
    encode = _encoder().encode
    for record in records:
        yield encode(canonical(record)).decode() + "\n"


def _encoder() -> msgspec.json.Encoder:
    return msgspec.json.Encoder(enc_hook=encode_hook, order="deterministic")


def _decoded(line: bytes, decode: Callable[[bytes], AnyRecord]) -> AnyRecord:
    """Decode a line, if need be once more with the present names of what had others."""
    try:
        return decode(line)
    except msgspec.ValidationError:
        value = msgspec.json.decode(line)
        renamed = _renamed(value)
        if renamed == value:
            raise
        return decode(msgspec.json.encode(renamed))


def _renamed(value: Any) -> Any:
    """Give the fields of a record the names that they have now."""
    if not isinstance(value, dict):
        return value
    tag = value.get("record")
    now = OLD_NAMES.get(tag, {}) if isinstance(tag, str) else {}
    return {
        now[name] if name in now and now[name] not in value else name: item
        for name, item in value.items()
    }


def _has_twice(line: bytes) -> bool:
    """Whether a name stands twice in a mapping, of which msgspec takes the last value."""
    twice = False

    def look(pairs: list[tuple[str, Any]]) -> None:
        nonlocal twice
        twice = twice or len(dict(pairs)) < len(pairs)

    json.loads(line, object_pairs_hook=look)
    return twice


def _problems(line: bytes, where: Where, error: Exception | None = None) -> Iterator[Problem]:
    """Read a line once more, slowly, for all that is wrong with it.

    Args:
        line: the line.
        where: where it stands.
        error: what msgspec said when it refused it.

    Raises:
        UnreadableError: it is not UTF-8, and so nothing after it can be trusted either.
    """
    try:
        text = line.decode()
    except UnicodeDecodeError:
        raise UnreadableError("not-utf8", where.line, guess=EIGHT_BIT) from None
    try:
        (document,) = documents(jsontext.tokens(text, where.line))
    except UnreadableError as unreadable:
        yield Problem(where._replace(path=unreadable.path), unreadable.message)
        return
    flaws = document.flaws + _flaws(document.value)
    for flaw in flaws:
        yield Problem(where._replace(path=path_text(flaw.path)), flaw.message)
    if error is not None and not flaws:
        flaw = refused(error)
        yield Problem(
            where._replace(path=path_text(flaw.path)), Message("json-type", why=flaw.message)
        )


def _flaws(value: Any) -> list[Flaw]:
    """Say what is wrong with a record."""
    if not isinstance(value, dict):
        return [Flaw((), Message("not-a-record"))]
    tag = value.get("record")
    if isinstance(tag, str) and tag in KINDS:
        return convert(_renamed(value), KINDS[tag])[1]
    known = tuple(KINDS)
    if tag is None:
        return [Flaw((), Message("no-record-name", known=known))]
    near = nearest(tag, known) if isinstance(tag, str) else []
    return [Flaw(("record",), Message("no-such-record", near=near, known=known))]


def _begins(head: bytes) -> bool:
    return _BEGINS.match(head) is not None


FORMAT = Format(
    "jsonl",
    (".jsonl", ".ndjson"),
    "JSON Lines: one record a line",
    begins=_begins,
    read=read,
    write=write,
)
