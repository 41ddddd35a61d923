"""How dates are put together to one: about, before and after a date, from one to another, one of
several. A language says in its frames with which words; what they mean is told here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from timeline.dates import Date, parse
from timeline.temporal.bounds import BOUNDS, bounded
from timeline.temporal.relative import Rule

if TYPE_CHECKING:
    from timeline.temporal.language import Frame

DateOrRule: TypeAlias = Date | Rule
"""What words say: a date, or a rule for one that depends on the date of their source."""

_MARKS = {"": "", "~": "~", "?": "?", "%": "%", "?~": "%", "~?": "%"}


@lru_cache
def openings(frames: tuple[Frame, ...], kind: str) -> re.Pattern[str]:
    """What stands before a date in the frames of a kind."""
    found = "|".join(frame.opening for frame in frames if frame.kind == kind and frame.opening)
    return re.compile(rf"\b(?:{found or '(?!)'})$")


def marked(date: Date, mark: str) -> Date:
    """A point with one more qualifier for the whole of it; a time of day can't have one."""
    if date.kind != "point" or date.clock or len(set(date.qualifiers)) > 1:
        return date
    own = date.qualifiers[0] if date.qualifiers else ""
    bare = date.text.rstrip("?~%")
    return parse(bare + _MARKS.get(own + mark, "%" if own != mark else own))


def _marked(mark: str) -> Callable[[Sequence[DateOrRule]], DateOrRule | None]:
    def put(parts: Sequence[DateOrRule]) -> DateOrRule | None:
        (one,) = parts
        if not isinstance(one, Date) or one.kind != "point" or one.clock:
            return None
        return marked(one, mark)

    return put


def _bounded(bound: str) -> Callable[[Sequence[DateOrRule]], DateOrRule | None]:
    def put(parts: Sequence[DateOrRule]) -> DateOrRule | None:
        (one,) = parts
        if isinstance(one, Rule):
            return None if one.bound else one._replace(bound=bound)
        return bounded(bound, one) if one.kind == "point" else None

    return put


def _written(template: str) -> Callable[[Sequence[DateOrRule]], DateOrRule | None]:
    """A template of EDTF for points."""

    def put(parts: Sequence[DateOrRule]) -> DateOrRule | None:
        points = [one for one in parts if isinstance(one, Date) and one.kind == "point"]
        if len(points) < len(parts):
            return None
        return parse(template.format(*points))

    return put


def _set(left: str, right: str) -> Callable[[Sequence[DateOrRule]], DateOrRule | None]:
    def put(parts: Sequence[DateOrRule]) -> DateOrRule | None:
        dates = [one for one in parts if isinstance(one, Date)]
        if len(dates) < len(parts):
            return None
        members = [text for date in dates if (text := _member(date, left))]
        return parse(left + ",".join(members) + right) if len(members) == len(parts) else None

    return put


def _member(date: Date, left: str) -> str:
    """A date as a member of a set: a point, a range, or the members of a set of the same kind."""
    if date.kind == "point":
        return date.text
    if date.kind == "interval" and None not in date.parts:
        return date.text.replace("/", "..")
    return date.text[1:-1] if date.text[0] == left else ""


FRAMES: Mapping[str, Callable[[Sequence[DateOrRule]], DateOrRule | None]] = MappingProxyType(
    {
        "about": _marked("~"),
        "uncertain": _marked("?"),
        "doubtful": _marked("%"),
        **{bound: _bounded(bound) for bound in BOUNDS},
        "every until": _written("{{..{}}}"),
        "every from": _written("{{{}..}}"),
        "every": _written("{{{}..{}}}"),
        "between": _written("[{}..{}]"),
        "interval": _written("{}/{}"),
        "one of": _set("[", "]"),
        "all of": _set("{", "}"),
    }
)
"""Kind of frame -> the date of its dates, None if it has none of them. In a frame of kind `clock`
or `clock first` one of the two is no date, but a time of day: `reader` knows of them.
"""
