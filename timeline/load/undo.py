"""Taking a changeset back: what it made is deleted, what it changed or revoked is as before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import delete, or_, select, update

from timeline.errors import NotFoundError, UsageError
from timeline.load.claims import rederive
from timeline.load.judge import apply_judgements
from timeline.load.run import Report, Run
from timeline.load.things import replace
from timeline.load.work_out import work_out
from timeline.store import dialect
from timeline.store.stored import KIND_NAMES, THINGS, Thing, decode, statements
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Connection, Table

_KINDS: dict[str, type[Thing]] = {name: kind for kind, name in KIND_NAMES.items()}
# What is only added or revoked.
_REVOCABLE = (t.claim, t.link, t.position, t.judgement)


class Undone(NamedTuple):
    """A changeset that was taken back, and what that did."""

    number: int
    kind: str
    given: str | None
    report: Report


def undo(session: Connection, number: int | None = None) -> Undone:
    """Take a changeset back, so that an export is byte for byte what it was before.

    Args:
        session: a store opened to write.
        number: of the changeset; None means the newest that is not undone.

    Raises:
        NotFoundError: there is no such changeset, or none left.
        UsageError: it is undone already, is an undo itself, or later work depends on it; the
            message lists what does.
    """
    chosen = _choose(session, number)
    later = sorted(set(_dependants(session, chosen.id)))
    if later:
        listed = ", ".join(str(n) for n in later)
        raise UsageError(f"changeset {chosen.id} can't be undone: later work depends on it; undo first: {listed}")
    run = Run(session, "undo", given=f"changeset {chosen.id}")
    run.touched |= _events_concerned(run, chosen.id)
    _restore_revoked(run, chosen.id)
    _delete_made(run, chosen.id)
    _restore_changed(run, chosen.id)
    session.execute(update(t.changeset).where(t.changeset.c.id == chosen.id).values(undone_by=run.changeset))
    existing = set(session.scalars(select(t.event.c.id).where(t.event.c.id.in_(run.touched))))
    run.touched &= existing
    rederive(run)
    apply_judgements(run, ["actor", "event"])
    work_out(run)
    return Undone(chosen.id, chosen.kind, chosen.input, run.finish())


def _choose(session: Connection, number: int | None) -> Any:
    c = t.changeset
    query = select(c).order_by(c.c.id.desc()).limit(1)
    if number is None:
        row = session.execute(query.where(c.c.kind != "undo", c.c.undone_by.is_(None))).first()
        if row is None:
            raise NotFoundError("there is nothing to undo; `timeline log` lists what was done")
        return row
    row = session.execute(query.where(c.c.id == number)).first()
    if row is None:
        raise NotFoundError(f"there is no changeset {number}; `timeline log` lists them")
    if row.kind == "undo":
        raise UsageError(f"changeset {number} is an undo; load the files again instead")
    if row.undone_by is not None:
        raise UsageError(f"changeset {number} was undone already, by changeset {row.undone_by}")
    return row


# What depends on a changeset ----------------------------------------------------------------------


def _dependants(session: Connection, number: int) -> Iterator[int]:
    """Give the later changesets that build on what this one made or changed."""
    for table in _REVOCABLE:
        mine = table.c.made_in == number
        yield from session.scalars(select(table.c.revoked_in).where(mine, table.c.revoked_in.is_not(None)).distinct())
    for kind, table in THINGS.items():
        made = select(table.c.id).where(table.c.made_in == number)
        for other, column in _references_to(table):
            yield from session.scalars(
                select(other.c.made_in).where(column.in_(made), other.c.made_in != number).distinct()
            )
        yield from _changes_after(session, kind, number)
    yield from _claims_through(session, number)
    yield from _judgements_on(session, number)


def _references_to(table: Table) -> Iterator[tuple[Table, ColumnElement[int]]]:
    """Give the columns of tables with a changeset of their own that refer to a thing, but for its stand-in."""
    for other in (*THINGS.values(), t.claim, t.link, t.position):
        for column in other.c:
            if column.name != "canonical_id" and any(
                key.target_fullname == f"{table.name}.id" for key in column.foreign_keys
            ):
                yield other, column


def _changes_after(session: Connection, kind: type[Thing], number: int) -> Iterator[int]:
    """Give the later changesets that changed a thing which this one made or changed."""
    table, name, v = THINGS[kind], KIND_NAMES[kind], t.revision
    made = select(table.c.key).where(table.c.made_in == number)
    changed = select(v.c.key).where(v.c.changeset_id == number, v.c.kind == name)
    live = select(t.changeset.c.id).where(t.changeset.c.undone_by.is_(None))
    query = select(v.c.changeset_id).where(v.c.changeset_id > number, v.c.kind == name, v.c.changeset_id.in_(live))
    yield from session.scalars(query.where(or_(v.c.key.in_(made), v.c.key.in_(changed))).distinct())


def _claims_through(session: Connection, number: int) -> Iterator[int]:
    """Give the changesets of claims whose hops or participants this changeset made."""
    c = t.claim
    for table, columns in ((t.attribution, ("source_id", "actor_id")), (t.participation, ("actor_id",))):
        for name in columns:
            target = t.source if name == "source_id" else t.actor
            made = select(target.c.id).where(target.c.made_in == number)
            query = select(c.c.made_in).join(table, (table.c.event_id == c.c.event_id) & (table.c.claim_id == c.c.id))
            yield from session.scalars(query.where(table.c[name].in_(made), c.c.made_in != number).distinct())


def _judgements_on(session: Connection, number: int) -> Iterator[int]:
    j = t.judgement
    for of, table in (("actor", t.actor), ("event", t.event)):
        made = select(table.c.id).where(table.c.made_in == number)
        query = select(j.c.made_in).where(j.c.of == of, j.c.made_in != number)
        yield from session.scalars(query.where(or_(j.c.left_id.in_(made), j.c.right_id.in_(made))).distinct())


# Taking it back -----------------------------------------------------------------------------------


def _events_concerned(run: Run, number: int) -> set[int]:
    c = t.claim
    query = select(c.c.event_id).where(or_(c.c.made_in == number, c.c.revoked_in == number)).distinct()
    return set(run.session.scalars(query))


def _restore_revoked(run: Run, number: int) -> None:
    for table in _REVOCABLE:
        mine = table.c.revoked_in == number
        run.count["changed"] += run.session.execute(update(table).where(mine).values(revoked_in=None)).rowcount


def _delete_made(run: Run, number: int) -> None:
    """Delete what the changeset made, the children before what they belong to."""
    session, c = run.session, t.claim
    for child in (t.attribution, t.participation):
        pairs = select(c.c.id).where(c.c.made_in == number, c.c.event_id == child.c.event_id)
        session.execute(delete(child).where(child.c.claim_id.in_(pairs)))
    for table in _REVOCABLE:
        run.count["revoked"] += session.execute(delete(table).where(table.c.made_in == number)).rowcount
    for kind, table in reversed(THINGS.items()):
        made = select(table.c.id).where(table.c.made_in == number)
        _delete_children(run, kind, table, number)
        session.execute(update(table).where(table.c.id.in_(made)).values(**_unlinked(table)))
        run.count["revoked"] += session.execute(delete(table).where(table.c.made_in == number)).rowcount


def _unlinked(table: Table) -> dict[str, Any]:
    """Loosen what may point from one deleted row to another of the same table."""
    return {"part_of_id": None} if "part_of_id" in table.c else {"made_in": table.c.made_in}


def _delete_children(run: Run, kind: type[Thing], table: Table, number: int) -> None:
    made = select(table.c.id).where(table.c.made_in == number)
    keys = select(table.c.key).where(table.c.made_in == number)
    for child, column in ((t.actor_name, "actor_id"), (t.actor_identifier, "actor_id")) if table is t.actor else ():
        run.session.execute(delete(child).where(child.c[column].in_(made)))
    if table is t.event:
        gone = run.session.scalars(made).all()
        for child in (t.event_text, t.tag):
            run.session.execute(delete(child).where(child.c.event_id.in_(made)))
        dialect.index_texts(run.session, [(event, ()) for event in gone])
    s = t.statement
    run.session.execute(delete(s).where(s.c.kind == KIND_NAMES[kind], s.c.key.in_(keys)))


def _restore_changed(run: Run, number: int) -> None:
    v = t.revision
    rows = run.session.execute(select(v).where(v.c.changeset_id == number).order_by(v.c.n.desc())).all()
    for row in rows:
        kind: Any = _KINDS[row.kind]
        now = statements(run.session, kind, [row.key]).get(row.key)
        if now is None:  # made by the same changeset, and deleted with it
            continue
        replace(run, kind, row.key, decode(row.before), now)
        run.count["changed"] += 1
    run.session.execute(delete(v).where(v.c.changeset_id == number))
