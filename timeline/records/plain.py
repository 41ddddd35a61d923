"""Records as plain values: read, written, described, and named by what they say."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from timeline.dates import Date, parse
from timeline.errors import DateError
from timeline.names import typed
from timeline.records.values import (
    Actor,
    AnyRecord,
    Claim,
    Judgement,
    Link,
    Note,
    Position,
    Record,
    RefusedError,
    Verdict,
)
from timeline.records.vocabulary import OLD_NAMES

R = TypeVar("R", bound=Record)
S = TypeVar("S", bound=msgspec.Struct)


def decode_hook(kind: type, value: Any) -> Any:
    """Read what msgspec does not know by itself: dates, as EDTF text."""
    if kind is not Date:
        raise NotImplementedError(kind)
    if isinstance(value, Date):
        return value
    if not isinstance(value, str):
        raise RefusedError("date-no-text", given=value)
    try:
        return parse(value)
    except DateError as error:
        raise RefusedError(error.code, **error.values) from error


def encode_hook(value: Any) -> Any:
    """Write what msgspec does not know by itself: dates, as EDTF text."""
    if isinstance(value, Date):
        return value.text
    raise NotImplementedError(type(value))


def schema_hook(kind: type) -> dict[str, Any]:
    """Describe in JSON Schema what msgspec does not know by itself."""
    if kind is Date:
        return {"type": "string", "description": "a date in EDTF (ISO 8601-2), level 0 to 2"}
    raise NotImplementedError(kind)


def to_mapping(record: AnyRecord) -> dict[str, Any]:
    """Give the record as plain values, defaults left out, in the order of its fields."""
    mapping: dict[str, Any] = msgspec.to_builtins(record, enc_hook=encode_hook)
    return mapping


def canonical(record: R) -> R:
    """Give the record with every text that equals its default made the default itself.

    msgspec leaves a default out by identity: a text that is only equal to it, such as one from a
    database, would be written.
    """
    if isinstance(record, Actor) and record.names:
        return _settled(replace(record, names=tuple(map(_settled, record.names))))
    return _settled(record)


def _settled(value: S) -> S:
    equal = {
        name: default
        for name, default in _text_defaults(type(value))
        if getattr(value, name) == default
    }
    if all(getattr(value, name) is default for name, default in equal.items()):
        return value
    return replace(value, **equal)


@lru_cache(maxsize=32)
def _text_defaults(kind: type[Any]) -> tuple[tuple[str, str], ...]:
    fields = msgspec.structs.fields(kind)
    return tuple((field.name, field.default) for field in fields if isinstance(field.default, str))


def content_key(record: Claim | Link | Position | Judgement | Verdict | Note) -> str:
    """Name a record by what it says: the first 20 hexadecimal digits of SHA-256 over its content.

    The collection, who states it, and what is worked out from the rest (offsets, a date that
    follows from a rule), are no part of it, so that the same account read twice has the same key.
    Nor is how a quote is typed: it is quoted as it stands in the source's text, which may only come
    later. Fields have the names that they had in the first version.
    """
    left_out = {"collection", *record.unkeyed}
    if isinstance(record, Claim) and record.rule:
        left_out.add("date")
    content = to_mapping(canonical(record))
    called = {new: old for old, new in OLD_NAMES.get(content["record"], {}).items()}
    kept = {
        called.get(name, name): value for name, value in content.items() if name not in left_out
    }
    if isinstance(record, Claim) and record.quote:
        kept["quote"] = " ".join(typed(record.quote).split())
    return hashlib.sha256(msgspec.json.encode(kept, order="sorted")).hexdigest()[:20]
