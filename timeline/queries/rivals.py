"""What claims say of events beside date and standing, as it is shown, and who says otherwise."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import select

from timeline.errors import Message
from timeline.queries.rows import Side, ValueRow, Voice
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, FromClause

    from timeline.resolve import Outcome, Value


def value_rows(
    session: Connection, outcomes: Mapping[int, Outcome], voices: Mapping[str, Voice]
) -> dict[int, tuple[ValueRow, ...]]:
    """Give event id -> what its claims say beside date and standing.

    Args:
        session: an open store.
        outcomes: event id -> what follows from its claims.
        voices: key of a claim -> who makes it, in the order in which they are told.
    """
    order = {key: number for number, key in enumerate(voices)}
    values = [value for outcome in outcomes.values() for value in outcome.values]
    names = {
        field: _names(session, table, set(_keys(values, field)))
        for field, table in (("place", t.place), ("who", t.actor))
    }
    return {
        event: tuple(
            _row(
                value,
                names.get(value.about.partition(".")[0], {}),
                lambda claims: tuple(voices[key] for key in sorted(claims, key=order.__getitem__)),
            )
            for value in outcome.values
        )
        for event, outcome in outcomes.items()
    }


def _keys(values: Collection[Value], field: str) -> Iterator[str]:
    """Give the keys of the things that values of a field are."""
    for value in values:
        if value.about.partition(".")[0] == field:
            yield from (rival.says for rival in value.rivals)
            yield from () if value.says is None else (value.says,)
            yield from _named(value.reason)


def _named(reason: Message) -> Iterator[str]:
    """Give the values that a reason names."""
    for value in reason.values.values():
        if isinstance(value, Message):
            yield from value.values.get("names", ())


def _renamed(reason: Message, names: Mapping[str, str]) -> Message:
    """Let a reason call things by their names; claims keep their keys."""
    values = dict(reason.values)
    if "value" in values:
        values["value"] = names.get(values["value"], values["value"])
    if "values" in values:
        listed = values["values"]
        called = tuple(names.get(key, key) for key in listed.values["names"])
        values["values"] = Message(listed.code, **{**listed.values, "names": called})
    return Message(reason.code, **values)


def _names(session: Connection, table: FromClause, keys: Collection[str]) -> dict[str, str]:
    """Give key -> name, with the key after it where several are called so."""
    query = select(table.c.key, table.c.name).where(table.c.key.in_(keys))
    found = dict(session.execute(query).tuples().all()) if keys else {}
    times = Counter(found.values())
    return {key: name if times[name] == 1 else f"{name} ({key})" for key, name in found.items()}


def _row(
    value: Value, names: Mapping[str, str], voices: Callable[[Sequence[str]], tuple[Voice, ...]]
) -> ValueRow:
    sides = tuple(
        Side(
            names.get(one.says, one.says),
            (*(Voice(collection=key) for key in one.stated), *voices(one.claims)),
            one.why,
        )
        for one in value.rivals
    )
    says = None if value.says is None else names.get(value.says, value.says)
    return ValueRow(value.about, says, value.status, _renamed(value.reason, names), sides)
