"""Records into the store, and what people decide about them afterwards.

run         one changeset: its ids, what it still has to do (work), its journal
references  what records refer to            batches  many rows at once
things      sources, actors, places, events; rows and identifiers of them
claims      claims                           relations  positions and links
revoked     what is said to be gone
dating      what of a claim rests on its source; quotes: where a quote stands in a text
places      the places of claims that name none
work_out    the dates, standings and index entries that follow
stating     what a person states of a thing by command
verdicts    what people decide about claims, and their notes; decided: which claims that falls on
reviewing   what a reviewer does beside that; leases: which claims somebody looks at now
once        what is asked for twice is done once
judge       what people judge; judged: what was, group by group; groups: which of it counts
identity    which known actor a machine's mention is
match       which events several sources tell of
circles     what lies in itself
follow      what follows of all that once it is written; anew: what it has to look at
homes       moving what belongs to merged things to who stands for them
lapsing     accepted claims that the newest reading no longer has
undo        taking a changeset back; dependants: which others that has to wait for
renew       what a migration leaves to be worked out anew
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlalchemy import and_, exists, or_, select

from timeline import records as r
from timeline.load.anew import Of
from timeline.load.claims import put_claims
from timeline.load.dating import rederive
from timeline.load.follow import follow
from timeline.load.judge import confirm, decline, merge, put_judgements, unite, unmerge
from timeline.load.lapsing import note_kept
from timeline.load.references import report_missing, settle_references
from timeline.load.relations import put_links, put_positions
from timeline.load.renew import left_to_renew, renew
from timeline.load.revoked import put_revoked, refuse_named, revoke
from timeline.load.run import Report, Run
from timeline.load.stating import stands_for, state, untag
from timeline.load.things import put_things
from timeline.load.undo import undo, undo_after
from timeline.load.verdicts import correct, drop, judge_claims, note, put_words
from timeline.load.work_out import work_out_batch
from timeline.store import dialect
from timeline.store.stored import is_by_hand
from timeline.store.tables import seen
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection, Table

    from timeline.load.run import ChangesetKind

__all__ = [
    "Of",
    "Report",
    "confirm",
    "correct",
    "decline",
    "drop",
    "judge_claims",
    "left_to_renew",
    "load",
    "merge",
    "note",
    "renew",
    "stands_for",
    "state",
    "undo",
    "undo_after",
    "unite",
    "unmerge",
    "untag",
]

# A collection, and the key of the source of which alone the input holds what it says in it.
Whole: TypeAlias = tuple[int, str | None]

_BATCH = 5000
# After so many records the engine counts anew what the tables hold.
_MANY = 10_000


def load(
    session: Connection,
    records: Iterable[r.Located | r.Problem],
    *,
    given: str | None = None,
    sha256: Callable[[], str] | None = None,
    by: str | None = None,
    once_only: str | None = None,
    match: bool = False,
    kind: ChangesetKind = "load",
) -> Report:
    """Load records as one changeset: what is new is added, what changed is changed.

    Of a collection that the input holds whole (it has a `Collection` record) what is gone from it
    is revoked. Records may refer to others that come later.

    Args:
        session: a store opened to write.
        records: what a reader yields; it is read as a stream.
        given: the names of the inputs, for the log.
        sha256: gives the hash of the input once it is read, for the log.
        by: who loads them, for the log.
        once_only: a collection to which no claim is added that another holds already (that of input
            which says nothing of where it belongs).
        match: let a machine judge the new events to be the same as those of other sources with
            which they agree in type, participants and date.
        kind: what the log calls it.

    Returns:
        how many records are new, changed, unchanged and revoked.

    Raises:
        LoadError: there are problems, in the input or in what it refers to; the session must not
            be committed.
    """
    renew(session)
    run = Run(session, kind, given=given, by=by, once_only=once_only, match=match)
    batch: dict[type[r.Record], list[r.Located]] = defaultdict(list)
    waiting: list[r.Located] = []
    whole: set[Whole] = set()
    read, due = 0, _BATCH
    for item in records:
        if isinstance(item, r.Problem):
            run.problem(item.where, item.message)
            continue
        batch[type(item.record)].append(item)
        read += 1
        if read % _BATCH == 0:
            whole |= _collections(run, batch)
            waiting += _write(run, batch)
            if read >= due:
                # Without counts of what it has written PostgreSQL takes ways that grow with it.
                dialect.analyze(session)
                due = read + read // 2
    whole |= _collections(run, batch)
    waiting += _write(run, batch)
    _write_waiting(run, waiting)
    replaced = _wholly_gone(run, whole)
    revoked_of = _revoke_gone(run, whole)
    rederive(run)
    follow(run)
    refuse_named(run)
    report = run.finish(sha256() if sha256 else None, revoked_of, replaced)
    if read > _MANY and report.changeset is not None:
        dialect.analyze(session)
    return report


def _collections(run: Run, batch: dict[type[r.Record], list[r.Located]]) -> set[Whole]:
    """Take out of a batch which collections the input holds as a whole."""
    named = [item.record for item in batch.pop(r.Collection, [])]
    # Exports of the first version say that they hold the whole of what people decided.
    return {
        (run.ids.of_collection(record.key), record.source)
        for record in named
        if isinstance(record, r.Collection) and not is_by_hand(record.key)
    }


def _within(run: Run, table: Table, whole: Collection[Whole]) -> ColumnElement[bool]:
    """Give the condition that a row is of what the input holds as a whole."""
    wholly = {collection for collection, source in whole if source is None}
    within: list[ColumnElement[bool]] = [table.c.collection_id.in_(wholly)]
    for collection, source in whole:
        number = run.ids.of(t.source, source)
        if number is not None and "source_id" in table.c:
            within.append((table.c.collection_id == collection) & (table.c.source_id == number))
    return or_(*within)


def _write(run: Run, batch: dict[type[r.Record], list[r.Located]]) -> list[r.Located]:
    """Write a batch and empty it; give back what refers to something that is not there yet."""
    waiting: list[r.Located] = []
    put_revoked(run, batch.pop(r.Revoked, []))
    for kind, put in _PUTS.items():
        waiting += put(run, batch.pop(kind, []))
    judgements, later = settle_references(run, batch.pop(r.Judgement, []))
    work_out_batch(run)
    put_judgements(run, judgements)
    put_words(run, [item for kind in (r.Verdict, r.Note) for item in batch.pop(kind, [])])
    return waiting + later


def _things(kind: Any) -> Callable[[Run, Sequence[r.Located]], list[r.Located]]:
    return lambda run, located: put_things(run, kind, located) if located else []


# In this order: what is named comes before what names it.
_PUTS: dict[type[r.Record], Callable[[Run, Sequence[r.Located]], list[r.Located]]] = {
    r.Source: _things(r.Source),
    r.Actor: _things(r.Actor),
    r.Place: _things(r.Place),
    r.Position: put_positions,
    r.Event: _things(r.Event),
    r.Claim: put_claims,
    r.Link: put_links,
}


def _write_waiting(run: Run, waiting: list[r.Located]) -> None:
    """Try again what referred to something that came later, until nothing more can be placed."""
    while waiting:
        batch: dict[type[r.Record], list[r.Located]] = defaultdict(list)
        for item in waiting:
            batch[type(item.record)].append(item)
        left = _write(run, batch)
        if len(left) == len(waiting):
            for item in left:
                report_missing(run, item)
            return
        waiting = left


def _wholly_gone(run: Run, whole: Collection[Whole]) -> list[str]:
    """Give the collections that held claims before this run, none of which the input still
    holds.

    Args:
        run: the changeset.
        whole: what the input holds as a whole.
    """
    c, k = t.claim, t.collection
    old = (c.c.collection_id == k.c.id, c.c.revoked_in.is_(None), c.c.made_in != run.changeset)
    still = exists().where(seen.c.kind == "claim", seen.c.id == c.c.id, *old)
    wholly = {collection for collection, source in whole if source is None}
    query = select(k.c.key).where(k.c.id.in_(wholly), exists().where(*old), ~still)
    return list(run.session.scalars(query.order_by(k.c.key)))


def _revoke_gone(run: Run, whole: Collection[Whole]) -> Counter[int]:
    """Revoke what the whole collections held before this run and the input no longer holds.

    Returns:
        event id -> how many of its claims were revoked.
    """
    revoked_of: Counter[int] = Counter()
    for table in (t.claim, t.link, t.position, t.judgement):
        still = exists().where(seen.c.kind == table.name, seen.c.id == table.c.id)
        gone = [
            _within(run, table, whole),
            table.c.revoked_in.is_(None),
            table.c.made_in != run.changeset,
            ~still,
        ]
        if table is t.claim:
            # What a person accepted stays, though a machine reads otherwise now.
            kept = and_(table.c.decision == "accepted", table.c.extractor.is_not(None))
            note_kept(run, *gone, kept)
            gone.append(or_(~kept, table.c.decision.is_(None)))
            revoked_of.update(run.session.scalars(select(table.c.event_id).where(*gone)))
        revoke(run, table, *gone)
    return revoked_of
