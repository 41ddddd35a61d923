"""Which later changesets build on what one made, changed or revoked, so that it can't be undone
before them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import or_, select, tuple_

from timeline import records as r
from timeline.load.rows import refers_to
from timeline.store.stored import KIND_NAMES, THINGS, decode
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Column, ColumnElement, Connection, Table

    from timeline.combine import Thing

# What is only added or revoked.
REVOCABLE = (t.claim, t.link, t.position, t.judgement, t.verdict, t.note)
# Who stands for a thing today follows from judgements; the version for which a correction stands,
# from verdicts.
_STAND_INS = ("canonical_id", "home_id", "other_home_id", "version_id")
# What makes two rows the same account, but for when they were made.
_SAME = {
    "claim": ("collection_id", "event_id", "key"),
    "link": ("collection_id", "event_id", "key"),
    "position": ("collection_id", "actor_id", "key"),
    "judgement": ("collection_id", "of", "left_id", "right_id", "says"),
    "verdict": ("key",),
    "note": ("key",),
}


def dependants(session: Connection, number: int) -> Iterator[int]:
    """Give the changesets, some of them more than once, that are to be undone before this one."""
    for table in REVOCABLE:
        yield from _revoked_or_added_again(session, table, number)
    for kind, table in THINGS.items():
        made = select(table.c.id).where(table.c.made_in == number)
        for other, column in references_to(table):
            if other not in THINGS.values():
                # The place of a claim that names none is that of its collection's event.
                named = [t.claim.c.place_stated] if column is t.claim.c.place_id else []
                yield from _of_others(session, other, number, column.in_(made), *named)
        yield from _changes_after(session, kind, number)
    yield from _placed_in(session, number)
    yield from _claims_through(session, number)
    yield from _judgements_on(session, number)


def _of_others(
    session: Connection, table: Table, number: int, *where: ColumnElement[bool]
) -> Iterator[int]:
    """Give the changesets that made some rows of a table, but for this one."""
    yield from session.scalars(
        select(table.c.made_in).where(*where, table.c.made_in != number).distinct()
    )


def _revoked_or_added_again(session: Connection, table: Table, number: int) -> Iterator[int]:
    """Give the changesets that revoked what this one added, or added again what this one
    revoked.
    """
    mine = table.c.made_in == number
    yield from session.scalars(
        select(table.c.revoked_in).where(mine, table.c.revoked_in.is_not(None)).distinct()
    )
    same = _SAME[table.name]
    gone = select(*(table.c[name] for name in same)).where(table.c.revoked_in == number)
    again = tuple_(*(table.c[name] for name in same)).in_(gone)
    yield from _of_others(session, table, number, again, table.c.made_in > number)


def references_to(table: Table) -> Iterator[tuple[Table, Column[int]]]:
    """Give the columns of tables with a changeset of their own that refer to a thing, but for its
    stand-in.
    """
    for other in (*THINGS.values(), t.claim, t.link, t.position):
        for column in other.c:
            target = {key.target_fullname for key in column.foreign_keys}
            if column.name not in _STAND_INS and f"{table.name}.id" in target:
                yield other, column


def _changes_after(session: Connection, kind: type[Thing], number: int) -> Iterator[int]:
    """Give the later changesets that changed a thing which this one made or changed."""
    table, name, v = THINGS[kind], KIND_NAMES[kind], t.revision
    made = select(table.c.key).where(table.c.made_in == number)
    changed = select(v.c.key).where(v.c.changeset_id == number, v.c.kind == name)
    query = select(v.c.changeset_id).where(v.c.changeset_id > number, v.c.kind == name)
    yield from session.scalars(query.where(or_(v.c.key.in_(made), v.c.key.in_(changed))).distinct())


def _placed_in(session: Connection, number: int) -> Iterator[int]:
    """Give the later changesets that put an event or a place into a place which this one made, or
    let a source replace one.
    """
    v, s = t.revision, t.statement
    for kind, column, target in (
        (r.Event, t.event.c.stated_place_id, t.place),
        (r.Place, t.place.c.part_of_id, t.place),
        (r.Source, t.source.c.replaces_id, t.source),
    ):
        targets = set(session.scalars(select(target.c.key).where(target.c.made_in == number)))
        if not targets:
            continue
        made = select(target.c.id).where(target.c.made_in == number)
        table, name = THINGS[kind], KIND_NAMES[kind]
        keys = set(session.scalars(select(table.c.key).where(column.in_(made))))
        # Of several collections that speak of it, one may name the target though another's word
        # counts.
        several = session.execute(select(s.c.key, s.c.record).where(s.c.kind == name)).tuples()
        keys |= {key for key, record in several if refers_to(decode(f"[{record}]")[0]) in targets}
        for key in sorted(keys):
            later = (table.c.key == key, table.c.made_in > number)
            yield from session.scalars(select(table.c.made_in).where(*later))
            changes = (v.c.changeset_id > number, v.c.kind == name, v.c.key == key)
            yield from session.scalars(select(v.c.changeset_id).where(*changes))


def _claims_through(session: Connection, number: int) -> Iterator[int]:
    """Give the changesets of claims whose hops or participants this changeset made."""
    c = t.claim
    for table, columns in (
        (t.attribution, ("source_id", "actor_id")),
        (t.participation, ("said_actor_id",)),
    ):
        for name in columns:
            target = t.source if name == "source_id" else t.actor
            made = select(target.c.id).where(target.c.made_in == number)
            query = select(c.c.made_in).join(
                table, (table.c.home_id == c.c.home_id) & (table.c.claim_id == c.c.id)
            )
            yield from session.scalars(
                query.where(table.c[name].in_(made), c.c.made_in != number).distinct()
            )


def _judgements_on(session: Connection, number: int) -> Iterator[int]:
    j = t.judgement
    for of, table in (("actor", t.actor), ("event", t.event)):
        made = select(table.c.id).where(table.c.made_in == number)
        either = or_(j.c.left_id.in_(made), j.c.right_id.in_(made))
        yield from _of_others(session, j, number, j.c.of == of, either)
