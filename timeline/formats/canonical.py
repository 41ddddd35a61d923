"""Equal records, written as equal text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from timeline.records import Actor

if TYPE_CHECKING:
    from timeline.records import AnyRecord

S = TypeVar("S", bound=msgspec.Struct)


def canonical(record: AnyRecord) -> AnyRecord:
    """Give the record with every text that equals its default made the default itself.

    msgspec leaves a default out by identity: a text that is only equal to it, such as one from a
    database, would be written.
    """
    if isinstance(record, Actor) and record.names:
        names = tuple(_settled(name) for name in record.names)
        return _settled(msgspec.structs.replace(record, names=names))
    return _settled(record)


def _settled(value: S) -> S:
    equal = {
        name: default
        for name, default in _text_defaults(type(value))
        if getattr(value, name) == default
    }
    if all(getattr(value, name) is default for name, default in equal.items()):
        return value
    return msgspec.structs.replace(value, **equal)


@lru_cache(maxsize=32)
def _text_defaults(kind: type[Any]) -> tuple[tuple[str, str], ...]:
    fields = msgspec.structs.fields(kind)
    return tuple((field.name, field.default) for field in fields if isinstance(field.default, str))
