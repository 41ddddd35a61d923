"""What a machine says of a thing in words that it, or its like, has used before.

Many articles name the same states, each in a collection of its own that says the same of them. Of
such words nothing has to be read or worked out anew: they are kept beside the others.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import String, and_, column, exists, select, values

from timeline import records as r
from timeline.load.batches import parts
from timeline.store import dialect
from timeline.store.stored import KIND_NAMES, THINGS, encode
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from timeline.combine import Thing
    from timeline.load.run import Run

_DIGITS = 20
_COLUMNS = ("kind", "key", "collection_id", "digest", "record")


class _Wording(NamedTuple):
    """A statement of the input: of what, by which collection, and the digest of what it says."""

    key: str
    collection: str
    digest: str


def _text_of(record: Thing) -> str:
    return encode(r.canonical(record))


def digest_of(text: str) -> str:
    """Name what a record says, whichever collection it belongs to.

    Args:
        text: the record, as it is kept. The digest hangs on nothing else: a revision works it out
            in the same way.
    """
    said = {name: value for name, value in json.loads(text).items() if name != "collection"}
    plain = json.dumps(said, sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()[:_DIGITS]


def put_repeated(run: Run, kind: type[Thing], located: Sequence[Any]) -> list[Any]:
    """Write what collections say in the words of others that go before them: it changes nothing of
    what is shown. What a collection has said so already is unchanged.

    Of an event each collection states where its own claims were: that is not repeated.

    Args:
        run: the changeset.
        kind: the class of all the records.
        located: the records, with their places.

    Returns:
        the rest.
    """
    shared = set() if kind is r.Event else _shared(run, kind, located)
    times = Counter((item.record.key, item.record.collection) for item in located)
    given = {
        _Wording(
            item.record.key, str(item.record.collection), digest_of(_text_of(item.record))
        ): item
        for item in located
        if item.record.key in shared and times[item.record.key, item.record.collection] == 1
    }
    held, repeated = _compared(run.session, kind, list(given))
    run.count["unchanged"] += len(held)
    run.count["changed"] += len(repeated)
    run.ids.look_up(t.collection, (one.collection for one in repeated))
    for one in repeated:
        run.journal.keep_added(KIND_NAMES[kind], one.key, one.collection)
    insert_statements(run, kind, (given[one].record for one in repeated))
    done = {id(given[one]) for one in (*held, *repeated)}
    return [item for item in located if id(item) not in done]


def insert_statements(run: Run, kind: type[Thing], said: Iterable[Thing]) -> None:
    """Keep collections' own words of things."""
    name, texts = KIND_NAMES[kind], [(record, _text_of(record)) for record in said]
    rows = [
        (name, one.key, run.ids.of_collection(one.collection), digest_of(text), text)
        for one, text in texts
    ]
    dialect.insert(run.session, t.statement, _COLUMNS, rows)


def _shared(run: Run, kind: type[Thing], located: Iterable[Any]) -> set[str]:
    """Give the keys of those that several collections described before this run."""
    table, s = THINGS[kind], t.statement.c
    several = exists().where(s.kind == KIND_NAMES[kind], s.key == table.c.key)
    query = select(table.c.key).where(several, table.c.made_in != run.changeset)
    found: set[str] = set()
    for part in parts({item.record.key for item in located}):
        found.update(run.session.scalars(query.where(table.c.key.in_(part))))
    return found


def _compared(
    session: Connection, kind: type[Thing], given: Sequence[_Wording]
) -> tuple[list[_Wording], list[_Wording]]:
    """Give those that their collection says already, and those that one before it says."""
    s, k = t.statement, t.collection
    held: list[_Wording] = []
    repeated: list[_Wording] = []
    for part in parts(given):
        names = (column(name, String) for name in _Wording._fields)
        one = values(*names, name="given").data(part).cte("given").c
        own = and_(s.c.kind == KIND_NAMES[kind], s.c.key == one.key, k.c.id == s.c.collection_id)
        mine = exists().where(own, k.c.key == one.collection)
        said = exists().where(own, s.c.digest == one.digest, k.c.key < one.collection)
        same = mine.where(s.c.digest == one.digest)
        query = select(one.key, one.collection, one.digest, same)
        for *words, is_held in session.execute(query.where(same | (said & ~mine))):
            (held if is_held else repeated).append(_Wording(*words))
    return held, repeated
