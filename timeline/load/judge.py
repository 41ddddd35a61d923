"""What people judge: two actors or events are the same or are not, a mention is somebody.

All can be taken back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from timeline import records as r
from timeline.errors import Message, NotFoundError, UsageError, Where
from timeline.load.batches import parts
from timeline.load.circles import refuse_circle
from timeline.load.follow import follow
from timeline.load.groups import between
from timeline.load.identity import reconsider
from timeline.load.judged import TABLES, circle, live
from timeline.load.renew import renew
from timeline.load.run import Report, Run, now, said_by
from timeline.load.stating import put_stated
from timeline.load.things import put_things
from timeline.store import dialect
from timeline.store.stored import BY_HAND, by_hand_of
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection

    from timeline.load.anew import Of

_COLUMNS = (
    *("id", "collection_id", "made_in", "of", "left_id", "right_id", "says"),
    *("extractor", "by", "at"),
)


def merge(
    session: Connection, of: Of, left: str, right: str, *more: str, by: str | None = None
) -> Report:
    """Judge actors or events to be the same: the left one stands for all from now on.

    That a machine takes them for one already is no hindrance: a person's word stays when the
    machine thinks otherwise. A person's own earlier word that one is different from the left one is
    taken back.

    Args:
        session: a store opened to write.
        of: which of the two.
        left, right, more: keys.
        by: who says so.

    Raises:
        NotFoundError: there is no such key.
        UsageError: they are one already, or were judged to be different, themselves or others that
            are one with them; or an event would be a part of itself.
    """
    renew(session)
    run = Run(session, "merge", given=" ".join((of, left, right, *more)), by=by)
    for other in (right, *more):
        _take_back_own(run, of, "different", *_both(run, of, left, other))
    _judge_same(run, of, left, right)
    for other in more:
        _judge_same_once(run, of, left, other)
    follow(run)
    return run.finish()


def unite(session: Connection, first: str, *others: str, by: str | None = None) -> Report:
    """Judge actors to be the same, as one changeset; the first stands for all, and is a mention no
    more.

    Args:
        session: a store opened to write.
        first, others: keys.
        by: who says so.

    Raises:
        NotFoundError, UsageError: as for `merge`.
    """
    renew(session)
    run = Run(session, "merge", given=" ".join(("actor", first, *others)), by=by)
    for other in others:
        _judge_same(run, "actor", first, other)
    if session.scalar(select(t.actor.c.mention).where(t.actor.c.key == first)):
        _confirm(run, first)
    follow(run)
    return run.finish()


def _judge_same(run: Run, of: Of, left: str, right: str) -> None:
    first, second = _both(run, of, left, right)
    known = circle(run.session, of, (first, second), machine=False)
    group = known.groups()
    if group[left] == group[right]:
        raise UsageError("one-already", left=left, right=right)
    for one in known.settled.apart:
        if {group[one.left], group[one.right]} == {group[left], group[right]}:
            apart = {"one": one.left, "other": one.right, "origin": one.origin}
            raise UsageError("judged-different", left=left, right=right, **apart)
    if of == "event":
        refuse_circle(run.session, *_stand_ins(run.session, of, first, second))
    _insert_by_hand(run, of, "same", first, second)


def _judge_same_once(run: Run, of: Of, left: str, right: str) -> None:
    """Judge two to be the same, unless people's judgements make them one already."""
    group = circle(run.session, of, _both(run, of, left, right), machine=False).groups()
    if group[left] != group[right]:
        _judge_same(run, of, left, right)


def unmerge(session: Connection, of: Of, left: str, right: str, *, by: str | None = None) -> Report:
    """Take back the judgement that two actors or two events are the same.

    A machine's judgement can't be taken back, since it follows from the rest; it is overruled: they
    are judged to be different then. That they are one all the same, by a machine or by others that
    people merged, is a notice.

    Arguments and errors as for `merge`.
    """
    renew(session)
    run = Run(session, "unmerge", given=f"{of} {left} {right}", by=by)
    first, second = _both(run, of, left, right)
    reconsider(run, of, (first, second))
    if not _take_back(run, of, "same", first, second):
        if not _one_by_machine(session, of, first, second):
            raise UsageError("not-merged", left=left, right=right)
        _insert_by_hand(run, of, "different", first, second)
    follow(run)
    _tell_if_one(run, of, (left, first), (right, second))
    return run.finish()


def decline(session: Connection, of: Of, left: str, right: str, *, by: str | None = None) -> Report:
    """Judge two actors or two events to be different, so that nobody proposes them as one again.

    A person's own earlier word that they are the same is taken back.

    Args:
        session: a store opened to write.
        of: which of the two.
        left, right: keys.
        by: who says so.

    Raises:
        NotFoundError: there is no such key.
        UsageError: other people judged them to be one, or the same person did by way of others; or
            they were judged to be different already.
    """
    renew(session)
    run = Run(session, "decline", given=f"{of} {left} {right}", by=by)
    first, second = _both(run, of, left, right)
    _take_back_own(run, of, "same", first, second)
    known = circle(session, of, (first, second), machine=False)
    group = known.groups()
    if group[left] == group[right]:
        if first == second:
            raise UsageError("one-already", left=left, right=right)
        tie = between(known.settled.ties, {}, left, right)[0]
        raise UsageError("one-by-merges", left=left, right=right, one=tie.left, other=tie.right)
    if any({one.left, one.right} == {left, right} for one in known.settled.apart):
        raise UsageError("different-already", left=left, right=right)
    _insert_by_hand(run, of, "different", first, second)
    follow(run)
    return run.finish()


def confirm(
    session: Connection,
    *keys: str | Sequence[str],
    by: str | None = None,
    called: str | None = None,
) -> Report:
    """Make mentions ordinary actors, each under the name that it has.

    Args:
        session: a store opened to write.
        keys: of the mentions; several in place of one are judged to be the same, and the first of
            them becomes the actor.
        by: who says so.
        called: the key of a new actor, which stands for them all.

    Raises:
        NotFoundError: there is no such key.
        UsageError: it is no mention, or two of several were judged to be different; or another
            actor has the new key.
    """
    renew(session)
    groups = [(key,) if isinstance(key, str) else tuple(key) for key in dict.fromkeys(keys)]
    run = Run(session, "confirm", given=" ".join(key for group in groups for key in group), by=by)
    for first, *others in groups:
        _confirm(run, first)
        if called is not None:
            _call(run, called, first)
        for other in others:
            _judge_same_once(run, "actor", first, other)
    follow(run)
    return run.finish()


def _confirm(run: Run, key: str) -> None:
    a = t.actor
    row = run.session.execute(select(a.c.name, a.c.mention).where(a.c.key == key)).first()
    if row is None:
        raise NotFoundError("no-such-key", kind="actor", key=key)
    if not row.mention:
        raise UsageError("no-mention", key=key)
    if run.by:
        put_stated(run, r.Actor, key, {"mention": False}, by=run.by)
    else:
        said = r.Actor(collection=BY_HAND, key=key, name=row.name, mention=False)
        put_things(run, r.Actor, [r.Located(said, Where("confirm"))])


def _call(run: Run, key: str, mention: str) -> None:
    """Let a new actor with a key of its own stand for a mention, by its name."""
    if run.ids.of(t.actor, key) is not None:
        raise UsageError("key-taken", key=key)
    a = t.actor.c
    row = run.session.execute(select(a.name, a.kind).where(a.key == mention)).one()
    said: dict[str, Any] = {"by": run.by, "at": now()}
    said["collection"] = by_hand_of(run.by) if run.by else BY_HAND
    new = r.Actor(key=key, name=row.name, kind=row.kind, **said)
    put_things(run, r.Actor, [r.Located(new, Where("confirm"))])
    _judge_same(run, "actor", key, mention)


def put_judgements(run: Run, located: Sequence[r.Located]) -> None:
    """Write judgements from a file that are not live yet. What they name is known to exist."""
    wanted: dict[tuple[Any, ...], r.Judgement] = {}
    for item in located:
        record = item.record
        assert isinstance(record, r.Judgement)
        if record.left == record.right:
            run.notice(item.where, Message("judged-against-itself", key=record.left, of=record.of))
            continue
        pair = _both(run, record.of, record.left, record.right)
        reconsider(run, record.of, pair)
        run.anew.heard.add((record.left, record.right))
        run.anew.wholes.update(pair if record.of == "event" else ())
        place = (run.ids.of_collection(record.collection), record.of, *pair, record.says)
        wanted.setdefault(place, record)
    held = _held(run, wanted)
    run.see("judgement", held.values())
    rows = [
        (run.ids.new(t.judgement), place[0], run.changeset, *place[1:], *said_by(record).values())
        for place, record in wanted.items()
        if place not in held
    ]
    dialect.insert(run.session, t.judgement, _COLUMNS, rows)
    run.count["new"] += len(rows)
    run.count["unchanged"] += len(located) - len(rows)


def _held(run: Run, wanted: Iterable[tuple[Any, ...]]) -> dict[tuple[Any, ...], int]:
    """Give collection, kind, ids and what is said -> id of the judgement, of those that are
    live.
    """
    j = t.judgement
    columns = (j.c.collection_id, j.c.of, j.c.left_id, j.c.right_id, j.c.says)
    found = {}
    for part in parts({place[2] for place in wanted}):
        query = select(*columns, j.c.id).where(j.c.left_id.in_(part), j.c.revoked_in.is_(None))
        for *place, number in run.session.execute(query):
            found[tuple(place)] = number
    return {place: found[place] for place in wanted if place in found}


def _insert_by_hand(run: Run, of: Of, says: str, first: int, second: int) -> None:
    reconsider(run, of, (first, second))
    collection = run.ids.of_collection(by_hand_of(run.by) if run.by else BY_HAND)
    place = (run.ids.new(t.judgement), collection, run.changeset, of, first, second, says)
    dialect.insert(run.session, t.judgement, _COLUMNS, [(*place, None, run.by, now().text)])
    run.count["new"] += 1


def _take_back_own(run: Run, of: Of, says: r.Sameness, first: int, second: int) -> None:
    """Take back what the same person judged otherwise of two before."""
    if run.by:
        _take_back(run, of, says, first, second, t.judgement.c.by == run.by)


def _take_back(
    run: Run, of: Of, says: r.Sameness, first: int, second: int, *where: ColumnElement[bool]
) -> bool:
    """Take back what people judged of two; whether there was anything."""
    j, both = t.judgement, (first, second)
    pair = (j.c.left_id.in_(both), j.c.right_id.in_(both), j.c.left_id != j.c.right_id)
    mine = (live(of), j.c.says == says, j.c.extractor.is_(None), *pair, *where)
    found = run.session.scalars(select(j.c.id).where(*mine)).all()
    run.session.execute(update(j).where(j.c.id.in_(found)).values(revoked_in=run.changeset))
    run.count["revoked"] += len(found)
    return bool(found)


def _both(run: Run, of: Of, left: str, right: str) -> tuple[int, int]:
    first, second = run.ids.of(TABLES[of], left), run.ids.of(TABLES[of], right)
    if first is None or second is None:
        raise NotFoundError("no-such-key", kind=of, key=left if first is None else right)
    return first, second


def _one_by_machine(session: Connection, of: Of, first: int, second: int) -> bool:
    """Whether two are one, though people did not judge so."""
    by_people = set(circle(session, of, (first, second), machine=False).stand_ins().values())
    today = set(_stand_ins(session, of, first, second))
    return len(today) == 1 < len(by_people)


def _tell_if_one(run: Run, of: Of, left: tuple[str, int], right: tuple[str, int]) -> None:
    """Note by what two are one still, if they are."""
    if len(set(_stand_ins(run.session, of, left[1], right[1]))) == 2:
        return
    values = {"left": left[0], "right": right[0]}
    known = circle(run.session, of, (left[1], right[1]), machine=False)
    message = Message("one-by-machine", **values)
    if ties := between(known.settled.ties, {}, left[0], right[0]):
        message = Message("one-by-merges", **values, one=ties[0].left, other=ties[0].right)
    run.notice(Where("unmerge"), message)


def _stand_ins(session: Connection, of: Of, first: int, second: int) -> tuple[int, int]:
    """Give who stands for two today."""
    table = TABLES[of]
    query = select(table.c.id, table.c.canonical_id).where(table.c.id.in_((first, second)))
    found = dict(session.execute(query).tuples().all())
    return found[first], found[second]
