"""A tree against a class: its value, or all that is wrong with it, and where.

msgspec converts what is right, in C. Only what it refuses is walked here once more, for every flaw
instead of the first, in words that a person who writes files knows. What is wrong is left out, so
that the rest can be looked at: such a value stands for what was read only to find further problems,
never to be loaded.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import inspect

from timeline.errors import Message
from timeline.formats.tree import MAX_FLAWS, Flaw, Path, is_told, shown
from timeline.records import RefusedError, decode_hook
from timeline.records.everyday import probable

if TYPE_CHECKING:
    from collections.abc import Callable

_LOST: Any = object()
_SHORT = 12
_LONG_WORD = 60
# How msgspec writes a path: $.who[0].role
_STEP = re.compile(r"\.(\w+)|\[([0-9]+)\]")
# What a record can't be without, where it is missing or wrong: it keeps its key, so that a
# reference to it is no problem of its own.
_STAND_INS = {"name": "?", "title": "?", "type": "OTHER"}


class _TooManyError(Exception):
    """A block has so many flaws that no more are looked for."""


def convert(value: Any, kind: Any) -> tuple[Any, list[Flaw]]:
    """Read a value as a class.

    Args:
        value: a tree of mappings, lists and texts; numbers and true or false may stand there as
            texts.
        kind: a msgspec Struct.

    Returns:
        The value, without what is wrong; None if nothing is left of it. And the flaws, in order.
    """
    try:
        return msgspec.convert(value, kind, strict=False, dec_hook=decode_hook), []
    except msgspec.ValidationError:
        flaws: list[Flaw] = []
        try:
            mended = _mend(value, _described(kind), (), flaws)
        except _TooManyError:
            return None, [
                *flaws,
                Flaw((), Message("too-many-in-block", most=MAX_FLAWS)),
            ]
    if mended is _LOST:
        return None, flaws
    try:
        return msgspec.convert(mended, kind, strict=False, dec_hook=decode_hook), flaws
    except msgspec.ValidationError as error:  # a constraint that no mender knows
        flaw = refused(error)
        return None, flaws if is_told(flaws, flaw.path) else [*flaws, flaw]


def refused(error: Exception) -> Flaw:
    """Say why msgspec refuses a value, at the path that it names: what the records themselves said,
    or its own words.
    """
    words, _, at = str(error).partition(" - at `$")
    steps = _STEP.findall(at.partition("[...]")[0])
    path = tuple(name or int(index) for name, index in steps)
    if isinstance(error.__cause__, RefusedError):
        return Flaw(path, error.__cause__.message)
    return Flaw(path, Message("refused", why=words[:1].lower() + words[1:]))


@lru_cache(maxsize=64)
def _described(kind: type) -> inspect.Type:
    return inspect.type_info(kind)


def _mend(value: Any, kind: inspect.Type, path: Path, flaws: list[Flaw]) -> Any:
    """Give the value without what is wrong in it, _LOST if that is all of it; note every flaw."""
    while isinstance(kind, inspect.Metadata):
        kind = kind.type
    return _MENDERS.get(type(kind), _plain)(value, kind, path, flaws)


def _struct(value: Any, kind: Any, path: Path, flaws: list[Flaw]) -> Any:
    if not isinstance(value, dict):
        return _unexpected(path, value, [_MAPPING], flaws)
    fields = {field.encode_name: field for field in kind.fields}
    mended: dict[str, Any] = {}
    for name, item in value.items():
        if name == kind.tag_field:
            continue
        if name not in fields:
            _lost((*path, name), _unknown("no-such-field", name, list(fields)), flaws)
        elif item is not None:
            mended[name] = _mend(item, fields[name].type, (*path, name), flaws)
            if mended[name] is _LOST:
                del mended[name]
                # An event is one all the same where its type, or who states it, is wrong.
                if name == "type" or (name == "by" and "type" in fields):
                    mended.setdefault("type", _STAND_INS["type"])
    return _completed(value, mended, kind, path, flaws)


def _completed(value: Any, mended: dict[str, Any], kind: Any, path: Path, flaws: list[Flaw]) -> Any:
    """Tell what is missing, and stand in for it where that is harmless."""
    required = {field.encode_name: field.required for field in kind.fields}
    needed = () if "by" in mended else getattr(kind.cls, "needed", ())
    lost = False
    for name in (name for name in required if required[name] or name in needed):
        if name in mended:
            continue
        # Where it is wrong who states it, that is told.
        if value.get(name) is None and (required[name] or value.get("by") is None):
            _lost(path, Message("field-missing", name=name), flaws)
        lost = lost or name not in _STAND_INS
        mended[name] = _STAND_INS.get(name)
    return _LOST if lost else mended


def _list(value: Any, kind: Any, path: Path, flaws: list[Flaw]) -> Any:
    if not isinstance(value, list):
        return _unexpected(path, value, [_LIST], flaws, cure=Message("in-brackets"))
    items = (_mend(item, kind.item_type, (*path, i), flaws) for i, item in enumerate(value))
    return [item for item in items if item is not _LOST]


def _dict(value: Any, kind: Any, path: Path, flaws: list[Flaw]) -> Any:
    if not isinstance(value, dict):
        return _unexpected(path, value, [_MAPPING], flaws)
    mended = {}
    for name, item in value.items():
        if _mend(name, kind.key_type, (*path, name), flaws) is not _LOST:
            mended[name] = _mend(item, kind.value_type, (*path, name), flaws)
    return {name: item for name, item in mended.items() if item is not _LOST}


def _union(value: Any, kind: Any, path: Path, flaws: list[Flaw]) -> Any:
    """Take the branch that has the shape of the value; if none has, say what may stand here."""
    bare = [
        branch.type if isinstance(branch, inspect.Metadata) else branch for branch in kind.types
    ]
    branches = [branch for branch in bare if not isinstance(branch, inspect.NoneType)]
    fitting = [branch for branch in branches if isinstance(value, _SHAPES.get(type(branch), str))]
    if len(branches) == 1 or fitting:
        return _mend(value, (fitting or branches)[0], path, flaws)
    return _unexpected(path, value, [_wanted(branch) for branch in branches], flaws)


def _literal(value: Any, kind: Any, path: Path, flaws: list[Flaw]) -> Any:
    if value in kind.values:
        return value
    if not isinstance(value, str):
        return _unexpected(path, value, [Message("one-of", known=kind.values)], flaws)
    return _lost(path, _unknown("unknown-word", value, kind.values), flaws)


def _number(value: Any, kind: Any, path: Path, flaws: list[Flaw]) -> Any:
    whole = isinstance(kind, inspect.IntType)
    low, high = kind.ge, kind.le
    wanted = Message("a-whole-number" if whole else "a-number", low=low, high=high)
    try:
        found = msgspec.convert(value, int if whole else float, strict=False)
    except msgspec.ValidationError:
        return _unexpected(path, value, [wanted], flaws)
    if (
        not math.isfinite(found)
        or (low is not None and found < low)
        or (high is not None and found > high)
    ):
        return _unexpected(path, value, [wanted], flaws)
    return found


def _plain(value: Any, kind: Any, path: Path, flaws: list[Flaw]) -> Any:
    """A text, true or false, a date: what msgspec and our hook read by themselves."""
    wanted = _wanted(kind)
    if value is None or isinstance(value, dict | list):
        return _unexpected(path, value, [wanted], flaws)
    if value == "" and isinstance(kind, inspect.StrType) and kind.min_length:
        return _lost(path, Message("empty-text"), flaws)
    try:
        return msgspec.convert(value, _plain_type(kind), strict=False, dec_hook=decode_hook)
    except msgspec.ValidationError as error:
        if isinstance(kind, inspect.CustomType):
            return _lost(path, refused(error).message, flaws)
        return _unexpected(path, value, [wanted], flaws)


def _plain_type(kind: Any) -> Any:
    if isinstance(kind, inspect.CustomType):
        return kind.cls
    return bool if isinstance(kind, inspect.BoolType) else str


def _unexpected(
    path: Path,
    value: Any,
    wanted: list[Message],
    flaws: list[Flaw],
    cure: Message | None = None,
) -> Any:
    """Note that something else stands there than one of what is wanted."""
    return _lost(path, Message("unexpected", wanted=wanted, given=_given(value), cure=cure), flaws)


def _lost(path: Path, message: Message, flaws: list[Flaw]) -> Any:
    if len(flaws) >= MAX_FLAWS:
        raise _TooManyError
    flaws.append(Flaw(path, message))
    return _LOST


def _given(value: Any) -> Message:
    """Name what stands there."""
    if value is None:
        return Message("given-nothing")
    if isinstance(value, dict):
        return Message("given-mapping")
    return _LIST if isinstance(value, list) else Message("given-text", text=shown(str(value)))


def _wanted(kind: inspect.Type) -> Message:
    return _NAMES.get(type(kind), _TEXT)


def _unknown(code: str, word: str, known: Any) -> Message:
    """Name what is not known, what is probably meant, and all that is known where it is short."""
    near = probable(word[:_LONG_WORD], known)
    listed = None if near and len(known) > _SHORT else tuple(known)
    return Message(code, given=shown(word), near=near, known=listed)


_TEXT, _LIST, _MAPPING = Message("a-text"), Message("a-list"), Message("a-mapping")
_MENDERS: dict[type, Callable[[Any, Any, Path, list[Flaw]], Any]] = {
    inspect.StructType: _struct,
    inspect.ListType: _list,
    inspect.VarTupleType: _list,
    inspect.DictType: _dict,
    inspect.UnionType: _union,
    inspect.LiteralType: _literal,
    inspect.IntType: _number,
    inspect.FloatType: _number,
}
_SHAPES: dict[type, type] = {
    inspect.StructType: dict,
    inspect.DictType: dict,
    inspect.ListType: list,
    inspect.VarTupleType: list,
}
_NAMES: dict[type, Message] = {
    inspect.StructType: _MAPPING,
    inspect.DictType: _MAPPING,
    inspect.ListType: _LIST,
    inspect.VarTupleType: _LIST,
    inspect.BoolType: Message("true-or-false"),
    inspect.CustomType: Message("a-date"),
}
