"""What a reviewer does beside accepting and rejecting: mend a claim, part it from its event, take
back one's own last.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from timeline import records as r
from timeline.errors import NotFoundError, UsageError, Where
from timeline.load.follow import follow
from timeline.load.renew import renew
from timeline.load.run import Report, Run, now
from timeline.load.things import put_things
from timeline.load.undo import Undone, undo
from timeline.load.verdicts import judge_claims, put_correction
from timeline.names import fold
from timeline.store.decisions import DECIDING
from timeline.store.stored import by_hand_of, claims_called
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Table


def mend(
    session: Connection,
    key: str,
    changes: Mapping[str, Any],
    *,
    by: str,
    new: Sequence[r.Actor | r.Place | r.Event] = (),
) -> Report:
    """Correct a claim once more: what the same person corrected of it before stays corrected.

    Args:
        session: a store opened to write.
        key: of the claim as a machine read it.
        changes: field of a `Claim` -> what it is to be.
        by: who corrects it.
        new: actors, places and events that the changes name and that are not there yet; their keys
            are those that `free_key` gives.

    Raises:
        NotFoundError, UsageError, LoadError: as for `correct`.
    """
    renew(session)
    run = Run(session, "correct", given=key, by=by)
    said = {"collection": by_hand_of(by), "by": by, "at": now()}
    for kind in (r.Place, r.Actor, r.Event):
        things = [_stated(one, said) for one in new if isinstance(one, kind)]
        put_things(run, kind, [r.Located(one, Where(one.key)) for one in things])
    put_correction(run, key, {**_corrected(session, key, by), **changes}, by=by)
    follow(run)
    return run.finish()


def put_right(
    session: Connection,
    key: str,
    changes: Mapping[str, Any],
    *,
    by: str,
    new: Sequence[r.Actor | r.Place | r.Event] = (),
) -> Report:
    """Put something else in the place of what was read, as `mend` does; where nothing is different
    from what was read any more, that is accepted. Arguments and errors as for `mend`.
    """
    try:
        with session.begin_nested():
            return mend(session, key, changes, by=by, new=new)
    except UsageError as error:
        if error.code != "nothing-to-correct":
            raise
    return judge_claims(session, "accepted", [key], by=by)


def _stated(record: Any, said: Mapping[str, Any]) -> Any:
    from msgspec.structs import replace

    return replace(record, **said)


def _corrected(session: Connection, key: str, by: str) -> dict[str, Any]:
    """Give what a person corrected of a claim already: field -> value."""
    v = t.verdict
    own = (v.c.claim == key, v.c.by == by, v.c.says == "corrected", v.c.revoked_in.is_(None))
    correction = session.scalar(select(v.c.correction).where(*own).order_by(v.c.id.desc()).limit(1))
    if correction is None:
        return {}
    found = claims_called(session, [key, correction])
    if len(found) < 2:
        return {}
    read, mended = found[key], found[correction]
    left_out = {"collection", "extractor", "confidence"}
    names = [name for name in r.Claim.__struct_fields__ if name not in left_out]
    return {
        name: value for name in names if (value := getattr(mended, name)) != getattr(read, name)
    }


def split(session: Connection, key: str, *, by: str) -> Report:
    """Give a claim an event of its own, of the same type, apart from what others say.

    Arguments and errors as for `mend`.

    Raises:
        UsageError: it is all that is said of its event.
    """
    c, e = t.claim, t.event
    query = select(c.c.event_id, c.c.home_id, e.c.key, e.c.type).join(e, e.c.id == c.c.event_id)
    row = session.execute(query.where(c.c.key == key, c.c.revoked_in.is_(None))).first()
    if row is None:
        raise NotFoundError("claim-revoked", claim=key)
    others = (c.c.home_id == row.home_id, c.c.key != key, c.c.revoked_in.is_(None))
    if session.scalar(select(func.count()).where(*others)) == 0:
        raise UsageError("nothing-to-split", claim=key)
    event = free_key(session, t.event, row.key)
    return mend(session, key, {"event": event}, by=by, new=[r.Event(key=event, type=row.type)])


def free_key(session: Connection, table: Table, name: str) -> str:
    """Make the key of a new actor, place or event from its name: no other has it.

    >>> free_key(session, tables.actor, "Paul Garnier")  # doctest: +SKIP
    'paul-garnier'
    """
    base = re.sub(r"[^\w/]+", "-", name.lower() if "/" in name else fold(name)).strip("-") or "x"
    key, number = base, 1
    while session.scalar(select(table.c.id).where(table.c.key == key)) is not None:
        number += 1
        key = f"{base}-{number}"
    return key


def undo_own(session: Connection, *, by: str) -> Undone:
    """Take back what a person decided last by command.

    Args:
        session: a store opened to write.
        by: who.

    Raises:
        NotFoundError: nothing of theirs is left.
        UsageError: others built on it since.
    """
    c = t.changeset
    own = (c.c.by == by, c.c.kind.in_(DECIDING), c.c.undone_by.is_(None))
    number = session.scalar(select(func.max(c.c.id)).where(*own))
    if number is None:
        raise NotFoundError("nothing-of-yours", by=by)
    return undo(session, number, by=by)
