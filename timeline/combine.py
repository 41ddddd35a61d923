"""From what several collections say of one thing to the record shown, and what lost.

The order in which collections are heard is fixed: a person's word goes before a machine's, what
was said by a command before what a file says, the later before the earlier; then the collections go
by their keys. It knows nothing of when or in which order they were loaded.

Pure: no store, no input, no output.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

import msgspec

from timeline import records as r

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Thing: TypeAlias = r.Source | r.Actor | r.Place | r.Event

Why: TypeAlias = Literal["person", "command", "later", "order"]

# Who says it, and not what is said; `mention` has a rule of its own.
_APART = frozenset(("collection", "extractor", "by", "at", "mention"))


class Lost(NamedTuple):
    """What a collection says of a thing, and is not shown.

    Attributes:
        field: which one, with its language or scheme where it has several values ("title.fr").
        value: what is not shown.
        collection: who says so.
        shown: what is shown in its place.
        by: the collection that says that.
        why: that one goes first since a person says so and no machine, by command and in no file,
            or later; else by the order of keys.
    """

    field: str
    value: Any
    collection: str | None
    shown: Any
    by: str | None
    why: Why


class Combined(NamedTuple):
    """The record shown, and what lost, field by field."""

    record: Thing
    lost: tuple[Lost, ...] = ()


def combine(said: Iterable[Thing]) -> Combined:
    """Put together what several collections say of one thing.

    Of a single value the first that is given is shown; of titles and summaries the first in each
    language, of identifiers the first in each scheme. Names and tags are united, the first ones
    before the others, and a name of an actor that is not the one shown is a further name; it has
    not lost where whoever is heard first has it too. What is left at its default is not said. The
    thing belongs to the first collection. An actor is a mention as long as all say so.

    Args:
        said: one record per collection, all of one thing, in any order; at least one.
    """
    ranked = sorted(said, key=rank)
    first = ranked[0]
    if len(ranked) == 1:
        return Combined(first)
    values: dict[str, Any] = {}
    lost: list[Lost] = []
    for name, default in _fields(type(first)):
        given = [
            (record, value)
            for record in ranked
            if (value := getattr(record, name)) != default and value not in ((), {})
        ]
        if not given:
            continue
        if isinstance(given[0][1], tuple):
            values[name] = _united(value for _, value in given)
        elif isinstance(given[0][1], dict):
            values[name] = _by_key(name, given, lost)
        else:
            values[name] = given[0][1]
            lost += _losers(name, given)
    if isinstance(first, r.Actor):
        values |= _of_an_actor(ranked, values)
        own = {name.text for name in first.names}
        lost = [one for one in lost if one.field != "name" or one.value not in own]
    return Combined(msgspec.structs.replace(first, **values), tuple(lost))


def by_machine(record: Thing) -> bool:
    """Whether a machine says so: it is named, or what it says is that it has found somebody."""
    return record.extractor is not None or (isinstance(record, r.Actor) and record.mention is True)


def rank(record: Thing) -> tuple[bool, bool, float, str]:
    """Give what orders the records that speak of one thing: the first is heard first."""
    at = None if record.at is None else record.at.earliest
    by_command = record.by is not None and at is not None
    return by_machine(record), not by_command, -(at or 0), record.collection or ""


@lru_cache
def _fields(kind: type[Thing]) -> tuple[tuple[str, Any], ...]:
    """Give the fields that say something, with their defaults; msgspec reads the annotations anew
    each time it is asked.
    """
    fields = msgspec.structs.fields(kind)
    return tuple((field.name, field.default) for field in fields if field.name not in _APART)


def _united(values: Iterable[tuple[Any, ...]]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(item for value in values for item in value))


def _by_key(name: str, given: Sequence[tuple[Thing, Any]], lost: list[Lost]) -> dict[str, Any]:
    """Give each language or scheme its first value; note what loses."""
    keys = sorted({key for _, value in given for key in value})
    found = {}
    for key in keys:
        own = [(record, value[key]) for record, value in given if key in value]
        found[key] = own[0][1]
        lost += _losers(f"{name}.{key}", own)
    return found


def _losers(field: str, given: Sequence[tuple[Thing, Any]]) -> Iterator[Lost]:
    winner, shown = given[0]
    for record, value in given[1:]:
        if value != shown:
            why = _why(rank(winner), rank(record))
            yield Lost(field, value, record.collection, shown, winner.collection, why)


def behind(first: Thing, record: Thing) -> Why:
    """Say why a record goes behind the one that is heard first."""
    return _why(rank(first), rank(record))


def _why(winner: tuple[Any, ...], loser: tuple[Any, ...]) -> Why:
    """Say by which part of their ranks a record goes before another."""
    parts: tuple[Why, ...] = ("person", "command", "later", "order")
    ranked = zip(parts, winner, loser, strict=True)
    return next((why for why, one, other in ranked if one != other), "order")


def _of_an_actor(said: Sequence[Any], values: dict[str, Any]) -> dict[str, Any]:
    shown = (None, values.get("name"))
    names = tuple(r.Name(actor.name) for actor in said if actor.name not in shown)
    mentions = {actor.mention for actor in said}
    return {
        "names": _united((values.get("names", ()), names)),
        "mention": True if mentions == {True} else False if False in mentions else None,
    }
