"""What people judge: two actors or events are the same or are not, a mention is somebody.

All can be taken back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from sqlalchemy import ColumnElement, and_, or_, select, update

from timeline import records as r
from timeline.errors import NotFoundError, UsageError
from timeline.load.batches import update_many
from timeline.load.homes import move_actors, move_events
from timeline.load.renew import renew
from timeline.load.run import Report, Run
from timeline.load.things import put_things
from timeline.load.work_out import events_of, work_out
from timeline.store import dialect
from timeline.store.stored import BY_HAND
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection, Table

Of: TypeAlias = Literal["actor", "event"]
TABLES: dict[Of, Table] = {"actor": t.actor, "event": t.event}
_COLUMNS = ("id", "collection_id", "made_in", "of", "left_id", "right_id", "says")


def merge(session: Connection, of: Of, left: str, right: str) -> Report:
    """Judge two actors or two events to be the same: the left one stands for both from now on.

    Args:
        session: a store opened to write.
        of: which of the two.
        left, right: keys.

    Raises:
        NotFoundError: there is no such key.
        UsageError: they are one already, or were judged to be different.
    """
    renew(session)
    run = Run(session, "merge", given=f"{of} {left} {right}")
    first, second = _both(run, of, left, right)
    if _are_one(session, of, first, second):
        raise UsageError("one-already", left=left, right=right)
    if _live_between(session, of, first, second, "different"):
        raise UsageError("judged-different", left=left, right=right)
    insert_judgements(run, BY_HAND, of, "same", [(first, second)])
    apply_judgements(run, [of])
    return run.finish()


def unmerge(session: Connection, of: Of, left: str, right: str) -> Report:
    """Take back the judgement that two actors or two events are the same.

    Arguments and errors as for `merge`.
    """
    renew(session)
    run = Run(session, "unmerge", given=f"{of} {left} {right}")
    first, second = _both(run, of, left, right)
    found = _live_between(session, of, first, second, "same")
    if not found:
        raise UsageError("not-merged", left=left, right=right)
    session.execute(
        update(t.judgement).where(t.judgement.c.id.in_(found)).values(revoked_in=run.changeset)
    )
    run.count["revoked"] += len(found)
    apply_judgements(run, [of])
    return run.finish()


def decline(session: Connection, of: Of, left: str, right: str) -> Report:
    """Judge two actors or two events to be different, so that nobody proposes them as one again.

    Args:
        session: a store opened to write.
        of: which of the two.
        left, right: keys.

    Raises:
        NotFoundError: there is no such key.
        UsageError: they are one, or were judged to be different already.
    """
    renew(session)
    run = Run(session, "decline", given=f"{of} {left} {right}")
    first, second = _both(run, of, left, right)
    if _are_one(session, of, first, second):
        raise UsageError("one-by-merges", left=left, right=right)
    if _live_between(session, of, first, second, "different"):
        raise UsageError("different-already", left=left, right=right)
    insert_judgements(run, BY_HAND, of, "different", [(first, second)])
    return run.finish()


def confirm(session: Connection, *keys: str) -> Report:
    """Make mentions ordinary actors, each under the name that it has.

    Args:
        session: a store opened to write.
        keys: of the mentions.

    Raises:
        NotFoundError: there is no such key.
        UsageError: it is no mention.
    """
    renew(session)
    run = Run(session, "confirm", given=" ".join(keys))
    for key in dict.fromkeys(keys):
        row = session.execute(
            select(t.actor.c.name, t.actor.c.mention).where(t.actor.c.key == key)
        ).first()
        if row is None:
            raise NotFoundError("no-such-key", kind="actor", key=key)
        if not row.mention:
            raise UsageError("no-mention", key=key)
        said = r.Actor(collection=BY_HAND, key=key, name=row.name, mention=False)
        put_things(run, r.Actor, [r.Located(said, r.Where("confirm"))])
    work_out(run)
    return run.finish()


def insert_judgements(
    run: Run, collection: str, of: Of, verdict: str, pairs: Iterable[tuple[int, int]]
) -> None:
    """Write judgements that are not there yet.

    Args:
        run: the changeset.
        collection: key of the collection that they belong to.
        of, verdict: as in `Judgement`.
        pairs: ids.
    """
    made = [
        (
            run.ids.new(t.judgement),
            run.ids.of_collection(collection),
            run.changeset,
            of,
            *pair,
            verdict,
        )
        for pair in pairs
    ]
    dialect.insert(run.session, t.judgement, _COLUMNS, made)
    run.count["new"] += len(made)


def _both(run: Run, of: Of, left: str, right: str) -> tuple[int, int]:
    first, second = run.ids.of(TABLES[of], left), run.ids.of(TABLES[of], right)
    if first is None or second is None:
        raise NotFoundError("no-such-key", kind=of, key=left if first is None else right)
    return first, second


def _are_one(session: Connection, of: Of, first: int, second: int) -> bool:
    """Whether one stands for both already."""
    table = TABLES[of]
    query = select(table.c.canonical_id).where(table.c.id.in_([first, second]))
    return first == second or len(set(session.scalars(query))) == 1


def _live_between(
    session: Connection,
    of: Of,
    first: int,
    second: int,
    verdict: str,
    collection: int | None = None,
) -> Sequence[int]:
    j = t.judgement
    pair = or_(
        and_(j.c.left_id == first, j.c.right_id == second),
        and_(j.c.left_id == second, j.c.right_id == first),
    )
    query = select(j.c.id).where(_live(of), pair, j.c.says == verdict)
    return session.scalars(
        query if collection is None else query.where(j.c.collection_id == collection)
    ).all()


def _live(of: Of) -> ColumnElement[bool]:
    return and_(t.judgement.c.of == of, t.judgement.c.revoked_in.is_(None))


def put_judgements(run: Run, located: Sequence[r.Located]) -> None:
    """Write judgements from a file that are not live yet. What they name is known to exist."""
    rows: list[tuple[Any, ...]] = []
    made: set[tuple[Any, ...]] = set()
    for item in located:
        record = item.record
        assert isinstance(record, r.Judgement)
        first, second = _both(run, record.of, record.left, record.right)
        collection = run.ids.of_collection(record.collection)
        same = (collection, record.of, frozenset((first, second)), record.says)
        held = _live_between(run.session, record.of, first, second, record.says, collection)
        run.see("judgement", held)
        if held or same in made:
            run.count["unchanged"] += 1
            continue
        made.add(same)
        rows.append(
            (
                run.ids.new(t.judgement),
                collection,
                run.changeset,
                record.of,
                first,
                second,
                record.says,
            )
        )
    dialect.insert(run.session, t.judgement, _COLUMNS, rows)
    run.count["new"] += len(rows)
    if rows:
        apply_judgements(run, {row[3] for row in rows})


def apply_judgements(run: Run, kinds: Iterable[Of]) -> None:
    """Set anew who stands for whom, from the live judgements in their order, and work out what
    follows.
    """
    set_stand_ins(run, kinds)
    work_out(run)


def set_stand_ins(run: Run, kinds: Iterable[Of]) -> None:
    """Set anew who stands for whom, and note the events that this touches."""
    for of in sorted(set(kinds)):
        changed = _set_canonical(run.session, of)
        run.work.move(events_of(run, changed) if of == "actor" else changed)


def _set_canonical(session: Connection, of: Of) -> set[int]:
    """Give the ids of those who are stood for by another than before."""
    table = TABLES[of]
    parent: dict[int, int] = {}

    def root(number: int) -> int:
        while parent.get(number, number) != number:
            number = parent[number]
        return number

    j = t.judgement
    query = select(j.c.left_id, j.c.right_id).where(_live(of), j.c.says == "same").order_by(j.c.id)
    for left, right in session.execute(query):
        parent[root(right)] = root(left)
    merged = select(table.c.id, table.c.canonical_id).where(table.c.id != table.c.canonical_id)
    before = dict(session.execute(merged).tuples().all())
    after = {number: root(number) for number in parent if root(number) != number}
    changed: set[int] = {
        n for n in before.keys() | after.keys() if before.get(n, n) != after.get(n, n)
    }
    update_many(
        session,
        table,
        ("id",),
        [{"by_id": n, "canonical_id": after.get(n, n)} for n in sorted(changed)],
    )
    move = move_actors if of == "actor" else move_events
    move(session, {n: before.get(n, n) for n in changed})
    # Whoever stood or stands for a changed one shows something else now as well.
    return changed | {before.get(n, n) for n in changed} | {after.get(n, n) for n in changed}
