"""Taking a changeset back: what it made is deleted, what it changed or revoked is as before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import msgspec
from sqlalchemy import delete, func, or_, select, update

from timeline.errors import NotFoundError, UsageError
from timeline.load.anew import Of
from timeline.load.batches import parts, update_many
from timeline.load.dating import rederive
from timeline.load.decided import sources_of
from timeline.load.dependants import REVOCABLE, dependants
from timeline.load.follow import follow, set_stand_ins
from timeline.load.identity import reconsider
from timeline.load.journal import added_by
from timeline.load.judged import TABLES
from timeline.load.lapsing import revoke_lapsed
from timeline.load.renew import renew
from timeline.load.rows import CHILDREN, PARENTS
from timeline.load.run import Report, Run
from timeline.load.things import replace
from timeline.store import dialect
from timeline.store.above import rows_above
from timeline.store.decisions import verdicts
from timeline.store.stored import KIND_NAMES, THINGS, decode, decode_as, statements
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from timeline.combine import Thing

_KINDS: dict[str, type[Thing]] = {name: kind for kind, name in KIND_NAMES.items()}

# Columns of a claim, as they were before.
_VALUES = msgspec.json.Decoder(dict[str, Any])


class Undone(NamedTuple):
    """A changeset that was taken back, and what that did; `later`: the numbers of those that were
    taken back with it, newest first.
    """

    number: int
    kind: str
    given: str | None
    report: Report
    later: tuple[int, ...] = ()


def undo(
    session: Connection,
    number: int | None = None,
    *,
    by: str | None = None,
    with_later: bool = False,
) -> Undone:
    """Take a changeset back, so that an export is byte for byte what it was before.

    Args:
        session: a store opened to write.
        number: of the changeset; None means the newest that is not undone.
        by: who takes it back, for the log.
        with_later: take back later work that depends on it as well, all as one changeset.

    Raises:
        NotFoundError: there is no such changeset, or none left.
        UsageError: it is undone already, is an undo itself, or later work depends on it; the
            message lists what does.
    """
    renew(session)
    chosen = _choose(session, number)
    later: set[int] = set()
    while True:
        try:
            with session.begin_nested():
                return _undo(session, chosen, sorted(later, reverse=True), by)
        except UsageError as error:
            if not with_later or error.code != "changeset-built-on":
                raise
            later.update(error.values["first"])


def _undo(session: Connection, chosen: Any, later: Sequence[int], by: str | None) -> Undone:
    """Take back a changeset and before it those later ones, which are the newest first."""
    run = Run(session, "undo", given=f"changeset {chosen.id}", by=by)
    for one in (*later, chosen.id):
        _take_back(run, _choose(session, one))
    return Undone(chosen.id, chosen.kind, chosen.input, run.finish(), tuple(later))


def _take_back(run: Run, chosen: Any) -> None:
    session = run.session
    _refuse(chosen.id, dependants(session, chosen.id))
    run.work.touch(_events_concerned(run, chosen.id))
    run.anew.events |= _events_linked(run, chosen.id)
    _reconsider_judged(run, chosen.id)
    _reconsider_decided(run, chosen.id)
    # The same account may have come in another form: of the two forms one is live at a time.
    _delete_accounts(run, chosen.id)
    _restore_revoked(run, chosen.id)
    _part_things(run, chosen.id)
    _delete_children(run, chosen.id)
    _restore_changed(run, chosen.id)
    _delete_things(run, chosen.id)
    session.execute(
        update(t.changeset).where(t.changeset.c.id == chosen.id).values(undone_by=run.changeset)
    )
    # A later claim may rest on the text or the publication date that goes.
    _refuse(chosen.id, rederive(run, journal=False))
    _restore_quotes(run, chosen.id)
    session.execute(delete(t.revision).where(t.revision.c.changeset_id == chosen.id))
    revoke_lapsed(run)
    follow(run)


def undo_after(session: Connection, number: int) -> None:
    """Take back all that was done after a changeset, the newest first.

    Args:
        session: a store opened to write.
        number: of the last changeset that stays; 0 means that none does.
    """
    c = t.changeset
    standing = select(func.max(c.c.id)).where(c.c.kind != "undo", c.c.undone_by.is_(None))
    while (newest := session.scalar(standing)) is not None and newest > number:
        undo(session, newest)


def _choose(session: Connection, number: int | None) -> Any:
    c = t.changeset
    query = select(c).order_by(c.c.id.desc()).limit(1)
    if number is None:
        row = session.execute(query.where(c.c.kind != "undo", c.c.undone_by.is_(None))).first()
        if row is None:
            raise NotFoundError("nothing-to-undo")
        return row
    row = session.execute(query.where(c.c.id == number)).first()
    if row is None:
        raise NotFoundError("no-such-changeset", number=number)
    if row.kind == "undo":
        raise UsageError("changeset-is-undo", number=number)
    if row.undone_by is not None:
        raise UsageError("changeset-undone", number=number, by=row.undone_by)
    return row


def _refuse(number: int, later: Iterable[int]) -> None:
    if first := sorted(set(later)):
        raise UsageError("changeset-built-on", number=number, first=first)


def _events_concerned(run: Run, number: int) -> set[int]:
    """Give the events of the claims that it made or revoked, or of whose source, or a source that
    they came through, a version of it replaces, directly or not.
    """
    c, s, a = t.claim.c, t.source.c, t.attribution.c
    made = select(s.replaces_id).where(s.made_in == number, s.replaces_id.is_not(None))
    replaced = set(run.session.scalars(made))
    for part in parts(replaced):
        replaced |= rows_above(run.session, t.source, s.replaces_id, part).keys()
    queries = [select(c.event_id).where(or_(c.made_in == number, c.revoked_in == number))]
    for part in parts(replaced):
        told = (c.source_id.in_(part), c.version_id.in_(part))
        queries += [select(c.event_id).where(one) for one in told]
        queries.append(select(a.event_id).where(a.source_id.in_(part)))
    return {event for query in queries for event in run.session.scalars(query.distinct())}


def _events_linked(run: Run, number: int) -> set[int]:
    """Give the events whose links it made or revoked, but for those that it made itself."""
    link, e = t.link, t.event
    concerned = or_(link.c.made_in == number, link.c.revoked_in == number)
    query = select(link.c.event_id).join(e, e.c.id == link.c.event_id)
    return set(run.session.scalars(query.where(concerned, e.c.made_in != number)))


def _reconsider_judged(run: Run, number: int) -> None:
    """Note whom the changeset judged, or whose judgements it took back."""
    j = t.judgement
    concerned = or_(j.c.made_in == number, j.c.revoked_in == number)
    for of in get_args(Of):
        query = select(j.c.left_id, j.c.right_id).where(j.c.of == of, concerned)
        pairs = run.session.execute(query).tuples()
        reconsider(run, of, {one for pair in pairs for one in pair})


def _reconsider_decided(run: Run, number: int) -> None:
    """Note the sources whose claims the changeset made, revoked or decided; those that it made go.

    Claims are left without the verdicts that go.
    """
    c, v, s = t.claim, t.verdict, t.source
    concerned = or_(v.c.made_in == number, v.c.revoked_in == number)
    given = [one for _, one in verdicts(run.session, concerned, live=False)]
    sources = sources_of(run.session, given)
    for condition in (c.c.made_in == number, c.c.revoked_in == number):
        sources.update(run.session.scalars(select(c.c.source_id).where(condition).distinct()))
    made = run.session.scalars(select(s.c.id).where(s.c.made_in == number))
    run.anew.decided |= sources.difference(made)
    doomed = select(v.c.id).where(v.c.made_in == number)
    decided = c.c.verdict_id.in_(doomed)
    run.work.touch(run.session.scalars(select(c.c.home_id).where(decided).distinct()).all())
    undecided = {"decision": None, "verdict_id": None}
    run.session.execute(update(c).where(decided).values(undecided))


def _part_things(run: Run, number: int) -> None:
    """Part the actors and events that the changeset made from all others, also from those that a
    machine takes for the same.
    """
    j = t.judgement
    for of, table in TABLES.items():
        made = set(run.session.scalars(select(table.c.id).where(table.c.made_in == number)))
        reconsider(run, of, made)
        for part in parts(made):
            either = or_(j.c.left_id.in_(part), j.c.right_id.in_(part))
            run.session.execute(delete(j).where(j.c.of == of, either))
        set_stand_ins(run, of)
        run.anew.mentions -= made if of == "actor" else set()


def _restore_revoked(run: Run, number: int) -> None:
    for table in REVOCABLE:
        mine = table.c.revoked_in == number
        run.count["changed"] += run.session.execute(
            update(table).where(mine).values(revoked_in=None)
        ).rowcount


def _delete_accounts(run: Run, number: int) -> None:
    """Delete the claims, links, positions and judgements that the changeset made."""
    session, c = run.session, t.claim
    for child in (t.attribution, t.participation, t.quantity):
        pairs = select(c.c.id).where(c.c.made_in == number, c.c.home_id == child.c.home_id)
        session.execute(delete(child).where(child.c.claim_id.in_(pairs)))
    for table in REVOCABLE:
        run.count["revoked"] += session.execute(
            delete(table).where(table.c.made_in == number)
        ).rowcount


def _delete_children(run: Run, number: int) -> None:
    """Delete what belongs to the things that the changeset made."""
    s = t.statement
    for kind, table in THINGS.items():
        made = select(table.c.id).where(table.c.made_in == number)
        for child, column in CHILDREN.get(kind, ()):
            run.session.execute(delete(child).where(child.c[column].in_(made)))
        keys = select(table.c.key).where(table.c.made_in == number)
        run.session.execute(delete(s).where(s.c.kind == KIND_NAMES[kind], s.c.key.in_(keys)))


def _restore_changed(run: Run, number: int) -> None:
    """Put back what collections said of things before the changeset."""
    v = t.revision
    for name, kind in _KINDS.items():
        made = select(THINGS[kind].c.key).where(THINGS[kind].c.made_in == number)
        query = select(v.c.key, v.c.before).where(
            v.c.changeset_id == number, v.c.kind == name, v.c.key.not_in(made)
        )
        before = dict(run.session.execute(query.order_by(v.c.n)).tuples().all())
        now = statements(run.session, kind, before)
        for key, text in before.items():
            added = added_by(text)
            kept = [record for record in now[key] if record.collection not in added]
            replace(run, kind, key, kept if added else decode(text), now[key])
        run.count["changed"] += len(before)


def _delete_things(run: Run, number: int) -> None:
    """Delete the things that the changeset made; nothing refers to them any more but they to each
    other.
    """
    _leave_places(run, number)
    _leave_versions(run, number)
    gone = run.session.scalars(select(t.event.c.id).where(t.event.c.made_in == number)).all()
    dialect.index_texts(run.session, [(event, ()) for event in gone])
    run.work.forget(gone)
    for kind, table in reversed(THINGS.items()):
        made = table.c.made_in == number
        if parent := PARENTS.get(kind):
            run.session.execute(update(table).where(made).values({parent: None}))
        run.count["revoked"] += run.session.execute(delete(table).where(made)).rowcount


def _leave_places(run: Run, number: int) -> None:
    """Leave events without the places that the changeset made, until they are worked out."""
    e = t.event
    there = e.c.place_id.in_(select(t.place.c.id).where(t.place.c.made_in == number))
    events = run.session.scalars(select(e.c.id).where(there, e.c.made_in != number)).all()
    run.work.touch(events)
    run.session.execute(update(e).where(there).values(place_id=None))


def _leave_versions(run: Run, number: int) -> None:
    """Leave corrections without the versions that the changeset made, until they are decided."""
    c = t.claim
    made = select(t.source.c.id).where(t.source.c.made_in == number)
    there = (c.c.version_id.in_(made), c.c.made_in != number)
    for event, source in run.session.execute(select(c.c.event_id, c.c.source_id).where(*there)):
        run.work.touch([event])
        run.anew.decided.add(source)
    run.session.execute(update(c).where(*there).values(version_id=None))


def _restore_quotes(run: Run, number: int) -> None:
    """Put back where quotes stood.

    A quote that stands in a text twice could be found at the other place.
    """
    v, c = t.revision, t.claim
    query = select(v.c.key, v.c.before).where(v.c.changeset_id == number, v.c.kind == "quote")
    rows = []
    for key, before in run.session.execute(query):
        event, claim = map(int, key.split())
        values = decode_as(_VALUES, before)
        rows.append({"by_event_id": event, "by_id": claim} | values)
        run.work.touch([event])
    update_many(run.session, c, ("event_id", "id"), rows)
