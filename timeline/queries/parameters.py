"""The filters of a question by the names that people give them: options, and what stands in an
address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from timeline.errors import UsageError
from timeline.names import nearest
from timeline.queries.question import Question

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# What a filter takes: a date in words or EDTF; one text; texts, each given by itself; nothing, it
# is there or not; a range of numbers from 0 to 1; yes or no.
Takes: TypeAlias = Literal["date", "text", "texts", "switch", "range", "choice"]


class Parameter(NamedTuple):
    """A filter as people ask for it: by what name, and what it takes."""

    name: str
    takes: Takes


# Field of the question -> how it is asked for.
PARAMETERS: Mapping[str, Parameter] = {
    "start": Parameter("from", "date"),
    "end": Parameter("to", "date"),
    "on": Parameter("on", "date"),
    "certainly": Parameter("certainly", "switch"),
    "actors": Parameter("actor", "texts"),
    "role": Parameter("role", "text"),
    "types": Parameter("type", "texts"),
    "sources": Parameter("source", "texts"),
    "places": Parameter("place", "texts"),
    "tags": Parameter("tag", "texts"),
    "text": Parameter("text", "text"),
    "standings": Parameter("standing", "texts"),
    "known_by": Parameter("known-by", "date"),
    "open": Parameter("open", "switch"),
    "hidden": Parameter("all", "switch"),
    "reviewed": Parameter("reviewed", "choice"),
    "machine": Parameter("machine", "switch"),
    "confidence": Parameter("confidence", "range"),
    "decided_by": Parameter("decided-by", "texts"),
}
_CHOICE = {"yes": True, "no": False}


def question_of(given: Mapping[str, Sequence[str]]) -> Question:
    """Make the question that an address asks.

    Args:
        given: name of a filter -> its values; of a switch an empty one, or `yes`.

    Raises:
        UsageError: there is no such filter, it stands there twice, or does not take that value.
    """
    fields = {parameter.name: field for field, parameter in PARAMETERS.items()}
    asked: dict[str, Any] = {}
    for name, values in given.items():
        if name not in fields:
            near = nearest(name, fields)
            raise UsageError("no-such-filter", given=name, near=near, known=[*fields])
        asked[fields[name]] = _value(PARAMETERS[fields[name]], values)
    return Question(**asked)


def _value(parameter: Parameter, values: Sequence[str]) -> object:
    if parameter.takes == "texts":
        return tuple(values)
    if len(values) > 1:
        raise UsageError("filter-twice", name=parameter.name)
    (value,) = values
    match parameter.takes:
        case "date":
            from timeline.temporal.human import read_given  # slow to import

            return read_given(parameter.name, value)
        case "switch":
            return True if value == "" else choice_of(parameter.name, value)
        case "choice":
            return choice_of(parameter.name, value)
        case "range":
            return range_of(parameter.name, value)
        case _:
            return value


def choice_of(name: str, typed: str) -> bool:
    """Read yes or no.

    Raises:
        UsageError: it is neither.
    """
    if typed not in _CHOICE:
        raise UsageError("no-such-choice", option=name, given=typed, known=[*_CHOICE])
    return _CHOICE[typed]


def range_of(name: str, typed: str) -> tuple[float | None, float | None]:
    """Read a range of numbers from 0 to 1: `0.9..`, `..0.5`, `0.3..0.5`.

    Raises:
        UsageError: it is none.
    """
    low, dots, high = typed.partition("..")
    try:
        found = tuple(float(one) if one else None for one in (low, high))
    except ValueError:
        found = ()
    known = [one for one in found if one is not None]
    if not dots or not known or known != sorted(known) or not 0 <= known[0] <= known[-1] <= 1:
        raise UsageError("no-range", option=name, given=typed)
    return found[0], found[1]
