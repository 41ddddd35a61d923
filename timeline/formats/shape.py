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

from timeline.formats.tree import MAX_FLAWS, Flaw, Path, is_told, shown
from timeline.names import did_you_mean
from timeline.records import decode_hook

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
                Flaw((), f"more than {MAX_FLAWS} problems in one block; mend these first"),
            ]
    if mended is _LOST:
        return None, flaws
    try:
        return msgspec.convert(mended, kind, strict=False, dec_hook=decode_hook), flaws
    except msgspec.ValidationError as error:  # a constraint that no mender knows
        flaw = _refused(error)
        return None, flaws if is_told(flaws, flaw.path) else [*flaws, flaw]


def _refused(error: msgspec.ValidationError) -> Flaw:
    """Say what msgspec says, at the path that it names."""
    message, _, at = str(error).partition(" - at `$")
    steps = _STEP.findall(at.partition("[...]")[0])
    return Flaw(tuple(name or int(index) for name, index in steps), message)


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
        return _lost(path, f"a mapping (name: value) is expected here, not {_what(value)}", flaws)
    fields = {field.encode_name: field for field in kind.fields}
    mended: dict[str, Any] = {}
    for name, item in value.items():
        if name == kind.tag_field:
            continue
        if name not in fields:
            _lost(
                (*path, name),
                f"there is no field {shown(name)} here{_instead(name, list(fields))}",
                flaws,
            )
        elif item is not None:
            mended[name] = _mend(item, fields[name].type, (*path, name), flaws)
            if mended[name] is _LOST:
                del mended[name]
                if name == "type":
                    mended[name] = _STAND_INS[name]
    return _completed(value, mended, fields, path, flaws)


def _completed(
    value: Any, mended: dict[str, Any], fields: dict[str, Any], path: Path, flaws: list[Flaw]
) -> Any:
    """Look for what is missing, and stand in for it where that is harmless."""
    lost = False
    for name in (name for name, field in fields.items() if field.required and name not in mended):
        if value.get(name) is None:
            _lost(path, f"the field `{name}` is missing; write `{name}: ...`", flaws)
        lost = lost or name not in _STAND_INS
        mended[name] = _STAND_INS.get(name)
    return _LOST if lost else mended


def _list(value: Any, kind: Any, path: Path, flaws: list[Flaw]) -> Any:
    if not isinstance(value, list):
        return _lost(
            path, f"a list is expected here, not {_what(value)}; put it in brackets: [ ]", flaws
        )
    items = (_mend(item, kind.item_type, (*path, i), flaws) for i, item in enumerate(value))
    return [item for item in items if item is not _LOST]


def _dict(value: Any, kind: Any, path: Path, flaws: list[Flaw]) -> Any:
    if not isinstance(value, dict):
        return _lost(path, f"a mapping (name: value) is expected here, not {_what(value)}", flaws)
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
    wanted = " or ".join(_NAMES.get(type(branch), "a text") for branch in branches)
    return _lost(path, f"{wanted} is expected here, not {_what(value)}", flaws)


def _literal(value: Any, kind: Any, path: Path, flaws: list[Flaw]) -> Any:
    if value in kind.values:
        return value
    if not isinstance(value, str):
        return _lost(
            path, f"one of {', '.join(kind.values)} is expected here, not {_what(value)}", flaws
        )
    return _lost(path, f"{shown(value)} is not known here{_instead(value, kind.values)}", flaws)


def _number(value: Any, kind: Any, path: Path, flaws: list[Flaw]) -> Any:
    whole = isinstance(kind, inspect.IntType)
    wanted = "a whole number" if whole else "a number"
    low, high = kind.ge, kind.le
    if low is not None:
        wanted += f" from {low} to {high}" if high is not None else f" of at least {low}"
    try:
        found = msgspec.convert(value, int if whole else float, strict=False)
    except msgspec.ValidationError:
        return _lost(path, f"{wanted} is expected here, not {_what(value)}", flaws)
    if (
        not math.isfinite(found)
        or (low is not None and found < low)
        or (high is not None and found > high)
    ):
        return _lost(path, f"{wanted} is expected here, not {_what(value)}", flaws)
    return found


def _plain(value: Any, kind: Any, path: Path, flaws: list[Flaw]) -> Any:
    """A text, true or false, a date: what msgspec and our hook read by themselves."""
    wanted = _NAMES.get(type(kind), "a text")
    if value is None or isinstance(value, dict | list):
        return _lost(path, f"{wanted} is expected here, not {_what(value)}", flaws)
    if value == "" and isinstance(kind, inspect.StrType) and kind.min_length:
        return _lost(path, "a text is expected here, and this one is empty", flaws)
    try:
        return msgspec.convert(value, _plain_type(kind), strict=False, dec_hook=decode_hook)
    except msgspec.ValidationError as error:
        message = str(error) if isinstance(kind, inspect.CustomType) else ""
        return _lost(path, message or f"{wanted} is expected here, not {_what(value)}", flaws)


def _plain_type(kind: Any) -> Any:
    if isinstance(kind, inspect.CustomType):
        return kind.cls
    return bool if isinstance(kind, inspect.BoolType) else str


def _lost(path: Path, message: str, flaws: list[Flaw]) -> Any:
    if len(flaws) >= MAX_FLAWS:
        raise _TooManyError
    flaws.append(Flaw(path, message))
    return _LOST


def _what(value: Any) -> str:
    """Name what stands there."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list) else shown(str(value))


def _instead(word: str, known: Any) -> str:
    """Say the nearest that is known, and all of it where it is short."""
    near = did_you_mean(word[:_LONG_WORD], known)
    if near and len(known) > _SHORT:
        return f"{near} (`timeline schema` lists all)"
    listed = ", ".join(known)
    return f"{near} (known: {listed})" if near else f"; write one of {listed}"


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
_NAMES: dict[type, str] = {
    inspect.StructType: "a mapping",
    inspect.DictType: "a mapping",
    inspect.ListType: "a list",
    inspect.VarTupleType: "a list",
    inspect.BoolType: "true or false",
    inspect.CustomType: "a date",
}
