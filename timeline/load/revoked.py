"""What is said to be gone: accounts are revoked, and collections say no more of things.

A thing of which nobody says anything any more keeps a bare row, since accounts that were revoked
refer to it; it is in no answer and no export.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias, get_args

from sqlalchemy import Column, ColumnElement, Table, exists, or_, select, update

from timeline import records as r
from timeline.errors import Message
from timeline.load.anew import Of
from timeline.load.batches import parts
from timeline.load.decided import sources_of
from timeline.load.dependants import references_to
from timeline.load.identity import reconsider
from timeline.load.judged import TABLES
from timeline.load.judged import live as live_judgement
from timeline.load.things import replace
from timeline.store.decisions import verdicts
from timeline.store.said import spoken_of
from timeline.store.stored import KIND_NAMES, THINGS, judgements, statements
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from timeline.combine import Thing
    from timeline.load.run import Run

# Key and collection of each that is gone.
Gone: TypeAlias = set[tuple[str, str]]


def put_revoked(run: Run, located: Sequence[r.Located]) -> None:
    """Revoke what records say is gone; what is gone already stays so."""
    gone: dict[str, Gone] = defaultdict(set)
    for item in located:
        assert isinstance(item.record, r.Revoked)
        gone[item.record.kind].add((item.record.key, str(item.record.collection)))
    for table in (t.claim, t.link, t.position, t.verdict, t.note):
        _revoke_keyed(run, table, gone[table.name])
    _revoke_judgements(run, gone["judgement"])
    for kind, name in KIND_NAMES.items():
        _unsay(run, kind, gone[name])


def revoke(run: Run, table: Table, *which: ColumnElement[bool]) -> None:
    """Revoke rows of a table, and note what follows from them.

    Args:
        run: the changeset.
        table: of claims, links, positions, judgements, verdicts or notes.
        which: conditions that hold for those that go; they are live.
    """
    session = run.session
    if table is t.claim:
        c = t.claim
        run.work.touch(session.scalars(select(c.c.event_id).where(*which).distinct()))
        run.anew.decided.update(session.scalars(select(c.c.source_id).where(*which).distinct()))
    elif table is t.link:
        run.anew.events.update(session.scalars(select(t.link.c.event_id).where(*which).distinct()))
    elif table is t.judgement:
        _reconsider_judged(run, *which)
    elif table is t.verdict:
        run.anew.decided |= sources_of(session, [one for _, one in verdicts(session, *which)])
    gone = update(table).where(*which).values(revoked_in=run.changeset)
    run.count["revoked"] += session.execute(gone).rowcount


def _reconsider_judged(run: Run, *which: ColumnElement[bool]) -> None:
    j = t.judgement
    for of in get_args(Of):
        pairs = run.session.execute(select(j.c.left_id, j.c.right_id).where(j.c.of == of, *which))
        reconsider(run, of, {number for pair in pairs.tuples() for number in pair})


def _revoke_keyed(run: Run, table: Table, gone: Gone) -> None:
    """Revoke what is known by what it says; verdicts and notes are in no collection."""
    by_collection: dict[str, set[str]] = defaultdict(set)
    for key, collection in gone:
        by_collection[collection].add(key)
    for collection, keys in by_collection.items():
        live: list[ColumnElement[bool]] = [table.c.revoked_in.is_(None)]
        if "collection_id" in table.c:
            live.append(table.c.collection_id == run.ids.of(t.collection, collection))
        for part in parts(keys):
            revoke(run, table, *live, table.c.key.in_(part))


def _revoke_judgements(run: Run, gone: Gone) -> None:
    """Revoke judgements: they are few, and the table has no key of what they say."""
    found = judgements(run.session) if gone else ()
    ids = [number for number, one in found if (r.content_key(one), one.collection) in gone]
    for part in parts(ids):
        revoke(run, t.judgement, t.judgement.c.id.in_(part))


def _unsay(run: Run, kind: type[Thing], gone: Gone) -> None:
    """Let collections say no more of things."""
    for key, said in statements(run.session, kind, {key for key, _ in gone}).items():
        left = [one for one in said if (key, one.collection) not in gone]
        if len(left) < len(said):
            run.journal.keep(KIND_NAMES[kind], key, said)
            replace(run, kind, key, left, said)
            run.count["revoked"] += len(said) - len(left)


# What is still referred to ------------------------------------------------------------------------


def refuse_named(run: Run) -> None:
    """Report things of which nobody speaks any more, though what is live refers to them."""
    for kind, table in THINGS.items():
        gone = select(table.c.key).where(~spoken_of(table))
        if run.session.scalar(gone.limit(1)) is None:
            continue
        for key in run.session.scalars(gone.where(or_(*_naming(table))).order_by(table.c.key)):
            run.problem(r.Where(f"{KIND_NAMES[kind]} {key}"), Message("revoked-but-named"))


def _naming(table: Table) -> Iterator[ColumnElement[bool]]:
    """Give the conditions that something live refers to a thing."""
    for other, column in references_to(table):
        live = [other.c.revoked_in.is_(None)] if "revoked_in" in other.c else []
        yield _referring(column, table, *live)
    c = t.claim
    for child, column, target in (
        (t.attribution, t.attribution.c.source_id, t.source),
        (t.attribution, t.attribution.c.actor_id, t.actor),
        (t.participation, t.participation.c.said_actor_id, t.actor),
    ):
        if target is table:
            claim = (c.c.home_id == child.c.home_id, c.c.id == child.c.claim_id)
            yield _referring(column, table, *claim, c.c.revoked_in.is_(None))
    j = t.judgement
    for of, judged in TABLES.items():
        if judged is table:
            people = (live_judgement(of), j.c.made_in.is_not(None))
            yield _referring(j.c.left_id, table, *people)
            yield _referring(j.c.right_id, table, *people)


def _referring(
    column: Column[int], table: Table, *live: ColumnElement[bool]
) -> ColumnElement[bool]:
    """Give the condition that a row by this column refers to a thing of the table."""
    if column.table is not table:
        return exists().where(column == table.c.id, *live)
    other = table.alias()
    return exists().where(other.c[column.name] == table.c.id)
