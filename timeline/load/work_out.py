"""What follows from claims: each touched event's date and standing, its place in order, its words
in the index.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, union_all

from timeline.load.run import Run, parts, update_many
from timeline.names import tokens
from timeline.resolve import Outcome, resolve
from timeline.store import dialect
from timeline.store.accounts import accounts_of
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import CompoundSelect, Connection, Select


def work_out(run: Run) -> None:
    """Work out anew all events that the run has touched so far."""
    for part in parts(run.touched):
        canonical = _canonical(run.session, part)
        _write_parts(run, _settle(run, canonical))
        _index(run.session, canonical)
    run.made -= run.touched
    run.touched.clear()


def events_of(run: Run, actors: Iterable[int]) -> set[int]:
    """Give the ids of the events of which the accounts name some actors, or whoever they are the
    same as.
    """
    found: set[int] = set()
    a = t.actor
    for part in parts(actors):
        group = select(a.c.id).where(
            a.c.canonical_id.in_(select(a.c.canonical_id).where(a.c.id.in_(part)))
        )
        for table in (t.participation, t.attribution):
            found.update(
                run.session.scalars(
                    select(table.c.event_id).where(table.c.actor_id.in_(group)).distinct()
                )
            )
    return found


def _canonical(session: Connection, events: Sequence[int]) -> dict[int, int]:
    """Give event id -> the event that stands for it, for all that are the same as one of these."""
    e = t.event
    groups = select(e.c.canonical_id).where(e.c.id.in_(events))
    query = select(e.c.id, e.c.canonical_id).where(e.c.canonical_id.in_(groups))
    # An event that was merged until now is left without its own entry otherwise.
    return dict.fromkeys(events, 0) | dict(session.execute(query).tuples().all())


def _settle(run: Run, canonical: dict[int, int]) -> dict[int, int]:
    """Bring the rows of events up to date; give event id -> its place in order of time."""
    accounts = defaultdict(list)
    for event, account in accounts_of(run.session, list(canonical)):
        accounts[canonical[event]].append(account)
    e = t.event
    before = {
        row.id: row for row in run.session.execute(select(e).where(e.c.id.in_(canonical))).all()
    }
    changed, moved, sorts = [], [], {}
    for event, standing_for in canonical.items():
        new = _columns(resolve(accounts[standing_for]))
        sorts[event] = new["sort"]
        old = before[event]._mapping
        if any(old[name] != value for name, value in new.items()):
            changed.append({"by_id": event} | new)
        # Of an event that this run has made nothing stands in the table of participations yet.
        if old["sort"] != new["sort"] and event not in run.made:
            moved.append({"by_event_id": event, "sort": new["sort"]})
    update_many(run.session, e, ("id",), changed)
    update_many(run.session, t.participation, ("event_id",), moved)
    return sorts


def _columns(outcome: Outcome) -> dict[str, Any]:
    return {
        "date": outcome.date.text if outcome.date else None,
        "earliest": outcome.earliest,
        "latest": outcome.latest,
        "sort": outcome.sort,
        "span_class": outcome.span_class,
        "date_status": outcome.status,
        "standing": outcome.standing,
        "claims": outcome.claims,
        "sources": outcome.sources,
        "origins": outcome.origins,
    }


def _write_parts(run: Run, sorts: dict[int, int]) -> None:
    rows = [
        (actor, sort, event, claim, n, *rest)
        for event, sort in sorts.items()
        for claim, n, actor, *rest in run.parts.pop(event, ())
    ]
    columns = ("actor_id", "sort", "event_id", "claim_id", "n", "role", "capacity")
    dialect.insert(run.session, t.participation, columns, rows)


def _index(session: Connection, canonical: dict[int, int]) -> None:
    """Index an event with the texts of all that it stands for; one that another stands for has no
    entry.
    """
    words: dict[int, set[str]] = {event: set() for event in canonical}
    for event, text in session.execute(_texts(list(canonical))).all():
        words[canonical[event]].update(tokens(text or ""))
    for event, folded in session.execute(_names(list(canonical))).all():
        words[canonical[event]].update(folded.split())
    dialect.index_texts(session, [(event, sorted(found)) for event, found in words.items()])


def _texts(events: Sequence[int]) -> CompoundSelect[Any]:
    c, text = t.claim, t.event_text
    return union_all(
        select(text.c.event_id, text.c.title).where(text.c.event_id.in_(events)),
        select(text.c.event_id, text.c.summary).where(text.c.event_id.in_(events)),
        select(c.c.event_id, c.c.quote).where(c.c.event_id.in_(events), c.c.revoked_in.is_(None)),
    )


def _names(events: Sequence[int]) -> Select[Any]:
    """Select the names, folded, of all who take part, and of who they are the same as."""
    c, p, same = t.claim, t.participation, t.actor.alias()
    return (
        select(p.c.event_id, t.actor_name.c.folded)
        .join(c, (c.c.event_id == p.c.event_id) & (c.c.id == p.c.claim_id))
        .join(t.actor, t.actor.c.id == p.c.actor_id)
        .join(same, same.c.canonical_id == t.actor.c.canonical_id)
        .join(t.actor_name, t.actor_name.c.actor_id == same.c.id)
        .where(p.c.event_id.in_(events), c.c.revoked_in.is_(None))
    )
