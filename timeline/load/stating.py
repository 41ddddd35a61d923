"""What a person states of a thing by command: a title, type, tag, place, name.

It is that person's own statement, in a collection of their own that no load replaces: it stands
before what files and machines say, and two persons who differ are told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from sqlalchemy import select

from timeline import records as r
from timeline.errors import NotFoundError, UsageError, Where
from timeline.load.dating import rederive
from timeline.load.follow import follow
from timeline.load.judged import circle
from timeline.load.references import report_missing
from timeline.load.relations import put_links, put_positions
from timeline.load.renew import renew
from timeline.load.run import Report, Run, now
from timeline.load.things import put_things
from timeline.store.stored import KIND_NAMES, THINGS, by_hand_of, statements

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from timeline.combine import Thing
    from timeline.load.anew import Of

# What people judge to be one, and how it is called then.
_JUDGED: dict[type[Thing], Of] = {r.Actor: "actor", r.Event: "event"}


def state(
    session: Connection,
    kind: type[Thing],
    key: str,
    changes: Mapping[str, Any],
    *,
    by: str,
    also: Sequence[r.Link | r.Position] = (),
) -> Report:
    """State something of a thing, or of who stands for it where people judged it to be one with
    others; what the same person stated of that before stays, but for that.

    Texts by language and identifiers are added to the person's own, as are names and tags.

    Args:
        session: a store opened to write.
        kind, key: which thing.
        changes: field of its record -> what it is to be.
        by: who says so.
        also: links and positions to be stated with it.

    Raises:
        NotFoundError: there is no such thing.
        LoadError: what is stated names something that there is not.
    """
    renew(session)
    key = stands_for(session, kind, key)
    run = Run(session, "set", given=f"{KIND_NAMES[kind]} {key}", by=by)
    if changes:
        put_stated(run, kind, key, changes, by=by)
    stated = {"collection": by_hand_of(by), "by": by, "at": now()}
    for one in also:
        item = r.Located(replace(one, **stated), Where(key))
        put = put_links if isinstance(one, r.Link) else put_positions
        for waiting in put(run, [item]):
            report_missing(run, waiting)
    run.refuse()
    # Dates that rest on a publication date move with it.
    rederive(run)
    follow(run)
    return run.finish()


def stands_for(session: Connection, kind: type[Thing], key: str) -> str:
    """Give the key of what stands for a thing by what people judged: itself, if they judged
    nothing.

    Raises:
        NotFoundError: there is no such thing.
    """
    table = THINGS[kind]
    number = session.scalar(select(table.c.id).where(table.c.key == key))
    if number is None:
        raise NotFoundError("no-such-key", kind=KIND_NAMES[kind], key=key)
    of = _JUDGED.get(kind)
    if of is None:
        return key
    people = circle(session, of, [number], machine=False)
    return people.keys[people.stand_ins()[number]]


def put_stated(run: Run, kind: type[Thing], key: str, changes: Mapping[str, Any], by: str) -> None:
    """Write what a person states of a thing, beside what they stated of it before. Arguments as for
    `state`.
    """
    said = statements(run.session, kind, [key]).get(key, [])
    own: dict[str, Any] = {"collection": by_hand_of(by), "by": by, "at": now()}
    before = (one for one in said if one.collection == own["collection"])
    record = replace(next(before, kind(key=key, **own)), **own)
    record = replace(record, **_added(record, changes))
    for waiting in put_things(run, kind, [r.Located(record, Where(key))]):
        report_missing(run, waiting)


def untag(session: Connection, key: str, tags: Sequence[str], *, by: str) -> Report:
    """Take back tags that the same person gave to an event.

    Raises:
        NotFoundError: there is no such event.
        UsageError: somebody else gave it that tag, or nobody did.
    """
    renew(session)
    key = stands_for(session, r.Event, key)
    run = Run(session, "set", given=f"event {key}", by=by)
    said = statements(session, r.Event, [key]).get(key, [])
    own = next((one for one in said if one.collection == by_hand_of(by)), None)
    kept = tuple(tag for tag in getattr(own, "tags", ()) if tag not in tags)
    for tag in tags:
        if tag not in getattr(own, "tags", ()):
            others = [one.collection for one in said if tag in getattr(one, "tags", ())]
            raise UsageError("tag-of-others", tag=tag, key=key, collections=others)
    assert own is not None
    put_things(run, r.Event, [r.Located(replace(own, tags=kept, at=now()), Where(key))])
    follow(run)
    return run.finish()


def _added(record: Thing, changes: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in changes.items():
        before = getattr(record, name)
        if isinstance(value, dict):
            found[name] = before | value
        elif isinstance(value, tuple):
            found[name] = tuple(dict.fromkeys((*before, *value)))
        else:
            found[name] = value
    return found
