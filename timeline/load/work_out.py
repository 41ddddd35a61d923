"""What follows from claims: each touched event's date and standing, its place in order, its words in the index."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, union_all

from timeline.load.run import Run, update_many
from timeline.names import tokens
from timeline.resolve import Outcome, resolve
from timeline.store import dialect
from timeline.store.accounts import accounts_of
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

_AT_ONCE = 1000


def work_out(run: Run) -> None:
    """Work out anew all events that the run has touched so far."""
    touched = sorted(run.touched)
    for start in range(0, len(touched), _AT_ONCE):
        _settle(run.session, _canonical(run.session, touched[start : start + _AT_ONCE]))
    _write_parts(run)
    for start in range(0, len(touched), _AT_ONCE):
        _index(run.session, _canonical(run.session, touched[start : start + _AT_ONCE]))
    run.touched.clear()


def _canonical(session: Connection, events: Sequence[int]) -> dict[int, int]:
    """Give event id -> the event that stands for it, for all that are the same as one of these."""
    e = t.event
    groups = select(e.c.canonical_id).where(e.c.id.in_(events))
    query = select(e.c.id, e.c.canonical_id).where(e.c.canonical_id.in_(groups))
    # An event that was merged until now is left without its own entry otherwise.
    return dict.fromkeys(events, 0) | dict(session.execute(query).tuples().all())


def _settle(session: Connection, canonical: dict[int, int]) -> None:
    accounts = defaultdict(list)
    for event, account in accounts_of(session, list(canonical)):
        accounts[canonical[event]].append(account)
    e = t.event
    before = {row.id: row for row in session.execute(select(e).where(e.c.id.in_(canonical)))}
    changed, moved = [], []
    for event, standing_for in canonical.items():
        new = _columns(resolve(accounts[standing_for]))
        old = before[event]._mapping
        if any(old[name] != value for name, value in new.items()):
            changed.append({"by_id": event} | new)
        if old["sort"] != new["sort"]:
            moved.append({"by_event_id": event, "sort": new["sort"]})
    update_many(session, e, ("id",), changed)
    update_many(session, t.participation, ("event_id",), moved)


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


def _write_parts(run: Run) -> None:
    events = sorted({part[0] for part in run.parts})
    sorts: dict[int, int] = {}
    for start in range(0, len(events), _AT_ONCE):
        query = select(t.event.c.id, t.event.c.sort).where(t.event.c.id.in_(events[start : start + _AT_ONCE]))
        sorts.update(run.session.execute(query).tuples().all())
    rows = [(actor, sorts[event], event, claim, n, *rest) for event, claim, n, actor, *rest in run.parts]
    columns = ("actor_id", "sort", "event_id", "claim_id", "n", "role", "capacity")
    dialect.insert(run.session, t.participation, columns, rows)
    run.parts.clear()


def _index(session: Connection, canonical: dict[int, int]) -> None:
    """Index an event with the texts of all that it stands for; one that another stands for has no entry."""
    words: dict[int, set[str]] = {event: set() for event in canonical}
    for event, text in _texts(session, list(canonical)):
        words[canonical[event]].update(tokens(text or ""))
    dialect.index_texts(session, [(event, sorted(found)) for event, found in words.items()])


def _texts(session: Connection, events: Sequence[int]) -> Sequence[Any]:
    c, p, same = t.claim, t.participation, t.actor.alias()
    live = c.c.revoked_in.is_(None)
    text = t.event_text
    names = (
        select(p.c.event_id, t.actor_name.c.text)
        .join(c, (c.c.event_id == p.c.event_id) & (c.c.id == p.c.claim_id))
        .join(t.actor, t.actor.c.id == p.c.actor_id)
        .join(same, same.c.canonical_id == t.actor.c.canonical_id)
        .join(t.actor_name, t.actor_name.c.actor_id == same.c.id)
        .where(p.c.event_id.in_(events), live)
    )
    query = union_all(
        select(text.c.event_id, text.c.title).where(text.c.event_id.in_(events)),
        select(text.c.event_id, text.c.summary).where(text.c.event_id.in_(events)),
        select(c.c.event_id, c.c.quote).where(c.c.event_id.in_(events), live),
        names,
    )
    return session.execute(query).all()
