"""What collections say differently of one thing: its title, its type, a name and so on."""

from __future__ import annotations

from collections import defaultdict
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, true

from timeline.errors import Message
from timeline.queries.rows import ConflictRow, Side, Voice
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from timeline.combine import Combined, Lost

# The kinds of things, in the order in which they are told.
KINDS = ("source", "actor", "place", "event")

# Why a collection goes first -> the code of its sentence.
_WHY = {
    "person": "statement-person",
    "command": "statement-command",
    "later": "statement-later",
    "order": "statement-order",
}


def disagreements(
    session: Connection,
    of: str,
    keys: Sequence[str] | None = None,
    *,
    after: str = "",
    language: str = "en",
) -> Iterator[list[ConflictRow]]:
    """Give what collections say differently of some things.

    Args:
        session: an open store.
        of: the kind of the things (one of KINDS).
        keys: of the things; None means all.
        after: of all, only those whose keys come after this one.
        language: of titles.

    Yields:
        the rows of one thing, a row for each field, in order of their keys; the first side of a row
        is the one that is shown.
    """
    s = t.statement.c
    which = s.key > after if keys is None else s.key.in_(keys)
    if session.scalar(select(true()).where(s.kind == of, which).limit(1)) is None:
        return
    # Only where several speak, for records are slow to import.
    from timeline.store.stored import KIND_NAMES, lost_statements

    kinds = {name: kind for kind, name in KIND_NAMES.items()}
    for thing in lost_statements(session, kinds[of], keys, after=after):
        if rows := list(_rows(of, thing, language)):
            yield rows


def _rows(of: str, thing: Combined, language: str) -> Iterator[ConflictRow]:
    for field, told in groupby(thing.lost, key=lambda one: one.field):
        lost = list(told)
        # Where it was is told beside what claims say of that (`rivals`).
        if (of, field) != ("event", "place"):
            sides = tuple(_sides(field, lost))
            yield ConflictRow(field, of, thing.record.key, _called(of, thing, language), sides)


def _sides(field: str, lost: Sequence[Lost]) -> Iterator[Side]:
    shown = lost[0]
    others: dict[str, list[Lost]] = defaultdict(list)
    for one in lost:
        others[_text(field, one.value)].append(one)
    yield Side(_text(field, shown.shown), (Voice(collection=shown.by),))
    for says, who in others.items():
        why = Message(_WHY[who[0].why], by=shown.by)
        yield Side(says, tuple(Voice(collection=one.collection) for one in who), why)


def _text(field: str, value: Any) -> str:
    """Write a value of a field as it is; of the text of a source, which is long, its SHA-256."""
    return f"sha256 {sha256(value.encode()).hexdigest()}" if field == "text" else str(value)


def _called(of: str, thing: Combined, language: str) -> str | None:
    """Give what a thing is shown by."""
    record: Any = thing.record
    if of == "event":
        titles: dict[str, str] = record.title
        return titles.get(language) or titles.get("en") or next(iter(titles.values()), None)
    found: str | None = record.title if of == "source" else record.name
    return found
