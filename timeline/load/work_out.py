"""What follows from claims: each touched event's date and standing, its place in order, its words
in the index.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select, union, union_all

from timeline.load.batches import parts, update_many
from timeline.load.homes import stand_ins
from timeline.names import tokens
from timeline.store import dialect
from timeline.store.accounts import counts, outcomes_of
from timeline.store.fillers import contested_events
from timeline.store.publication import publication_bounds
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sqlalchemy import CompoundSelect, Connection

    from timeline.load.run import Run
    from timeline.resolve import Outcome


# An event of so many claims is not worked out after every batch that adds some: each time all of
# them are read.
_LARGE = 2000


def work_out(run: Run) -> None:
    """Work out anew all events that the run has touched."""
    _work_out(run, run.work.take_all())


def work_out_batch(run: Run) -> None:
    """Work out the events that a batch has touched, but leave large ones to the end."""
    events = run.work.take_touched()
    large = _large(run.session, events)
    run.work.postpone(large)
    for part in parts(large):
        canonical = _canonical(run.session, part)
        sorts = select(t.event.c.id, t.event.c.sort).where(t.event.c.id.in_(canonical))
        _write_parts(run, canonical, dict(run.session.execute(sorts).tuples().all()))
    _work_out(run, [event for event in events if event not in large])


def _work_out(run: Run, events: Iterable[int]) -> None:
    for part in parts(events):
        canonical = _canonical(run.session, part)
        _write_parts(run, canonical, _settle(run.session, canonical, run.work.is_bare))
        _settle_rivals(run.session, canonical)
        _index(run.session, canonical)
        run.work.settle(part)
        run.anew.events.update(part)


def _large(session: Connection, events: Iterable[int]) -> set[int]:
    e, home = t.event, t.event.alias()
    found: set[int] = set()
    query = select(e.c.id).join(home, home.c.id == e.c.canonical_id).where(home.c.claims >= _LARGE)
    for part in parts(events):
        found.update(session.scalars(query.where(e.c.id.in_(part))))
    return found


def events_of(run: Run, actors: Iterable[int]) -> set[int]:
    """Give the ids of the events of which the accounts name some actors, or whoever they are the
    same as.
    """
    found: set[int] = set()
    a = t.actor
    for part in parts(actors):
        stand_ins = select(a.c.canonical_id).where(a.c.id.in_(part))
        group = select(a.c.id).where(a.c.canonical_id.in_(stand_ins))
        for table, actors_of in ((t.participation, stand_ins), (t.attribution, group)):
            events = select(table.c.home_id).where(table.c.actor_id.in_(actors_of))
            found.update(run.session.scalars(events.distinct()))
    return found


def events_told_of(run: Run, actors: Iterable[int]) -> set[int]:
    """Give the ids of the events of which the accounts name some actors, not who they are the same
    as.
    """
    found: set[int] = set()
    for part in parts(actors):
        for column in (t.participation.c.said_actor_id, t.attribution.c.actor_id):
            events = select(column.table.c.home_id).where(column.in_(part))
            found.update(run.session.scalars(events.distinct()))
    return found


def work_out_anew(session: Connection, events: Sequence[int]) -> None:
    """Work out events though nothing touched them.

    Args:
        session: an open transaction.
        events: ids, after merges.
    """
    for part in parts(events):
        canonical = _canonical(session, part)
        _settle(session, canonical, lambda _: False)
        _index(session, canonical)


def _canonical(session: Connection, events: Sequence[int]) -> dict[int, int]:
    """Give event id -> the event that stands for it, for all that are the same as one of these."""
    e = t.event
    groups = select(e.c.canonical_id).where(e.c.id.in_(events))
    query = select(e.c.id, e.c.canonical_id).where(e.c.canonical_id.in_(groups))
    # An event that was merged until now is left without its own entry otherwise.
    return dict.fromkeys(events, 0) | dict(session.execute(query).tuples().all())


def _settle(
    session: Connection, canonical: dict[int, int], is_bare: Callable[[int], bool]
) -> dict[int, int]:
    """Bring the rows of events up to date; give event id -> its place in order of time.

    Args:
        session: an open transaction.
        canonical: event id -> the event that stands for it.
        is_bare: whether an event is new, and nothing of it stands in the table of participations.
    """
    e, homes = t.event, sorted(set(canonical.values()))
    before = {row.id: row for row in session.execute(select(e).where(e.c.id.in_(canonical))).all()}
    changed, moved, sorts = [], [], {}
    published = publication_bounds(session, homes)
    outcomes = outcomes_of(session, homes)
    places = _place_ids(session, (outcome.place for outcome in outcomes.values()))
    for event, standing_for in canonical.items():
        outcome = outcomes[standing_for]
        # Where no claim says where it was, what is stated for the event is all that is known.
        stated = before[event].stated_place_id
        new = _columns(outcome) | {"place_id": places.get(outcome.place, stated)}
        earliest, latest = published.get(standing_for, (None, None))
        new |= {"published_earliest": earliest, "published_latest": latest}
        sorts[event] = new["sort"]
        old = before[event]._mapping
        if any(old[name] != value for name, value in new.items()):
            changed.append({"by_id": event} | new)
        if old["sort"] != new["sort"] and event == standing_for and not is_bare(event):
            moved.append({"by_home_id": event, "sort": new["sort"]})
    update_many(session, e, ("id",), changed)
    update_many(session, t.participation, ("home_id",), moved)
    return sorts


def _settle_rivals(session: Connection, canonical: dict[int, int]) -> None:
    """Bring the rows of events up to date once more where claims name several in a role that only
    one can fill: who takes part is written where the event stands in order of time.
    """
    homes = contested_events(session, set(canonical.values()))
    if homes:
        among = {event: home for event, home in canonical.items() if home in homes}
        _settle(session, among, lambda _: False)


def _place_ids(session: Connection, keys: Iterable[str | None]) -> dict[str | None, int]:
    p, found = t.place, dict[str | None, int]()
    for part in parts({key for key in keys if key is not None}):
        found.update(
            session.execute(select(p.c.key, p.c.id).where(p.c.key.in_(part))).tuples().all()
        )
    return found


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
        "reviewed": outcome.reviewed,
        "machine": outcome.machine,
        "confidence": outcome.confidence,
        "hidden": outcome.hidden,
        "contested": outcome.contested,
        "place_status": outcome.place_status,
    }


def _write_parts(run: Run, canonical: dict[int, int], sorts: dict[int, int]) -> None:
    waiting = {event: run.work.take_parts(event) for event in sorts}
    actors = {new.actor for found in waiting.values() for new in found}
    stands_for = stand_ins(run.session, actors)
    rows = [
        (stands_for[new.actor], sorts[event], canonical[event], event, *new)
        for event, found in waiting.items()
        for new in found
    ]
    place = ("actor_id", "sort", "home_id", "event_id")
    columns = (*place, "claim_id", "n", "said_actor_id", "role", "capacity")
    dialect.insert(run.session, t.participation, columns, rows)


def _index(session: Connection, canonical: dict[int, int]) -> None:
    """Index an event with the texts of all that it stands for; one that another stands for has no
    entry.
    """
    words: dict[int, set[str]] = {event: set() for event in canonical}
    homes = sorted(set(canonical.values()))
    for event, text in session.execute(_texts(homes)).all():
        words[event].update(tokens(text or ""))
    for event, folded in session.execute(_names(homes)).all():
        words[event].update(tokens(folded))
    dialect.index_texts(session, [(event, sorted(found)) for event, found in words.items()])


def _texts(events: Sequence[int]) -> CompoundSelect[Any]:
    c, text = t.claim, t.event_text
    return union_all(
        select(text.c.home_id, text.c.title).where(text.c.home_id.in_(events)),
        select(text.c.home_id, text.c.summary).where(text.c.home_id.in_(events)),
        select(c.c.home_id, c.c.quote).where(c.c.home_id.in_(events), counts()),
    )


def _names(events: Sequence[int]) -> CompoundSelect[Any]:
    """Select the names, folded, of all who take part, and of the known actors that they are the
    same as: a frequent actor is one with the mentions of many articles, each with names of its own.
    """
    c, p, name, same = t.claim, t.participation, t.actor_name, t.actor.alias()
    live = (c.c.home_id == p.c.home_id) & (c.c.id == p.c.claim_id) & counts()
    parts = p.join(c, live)
    told = parts.join(name, name.c.actor_id == p.c.said_actor_id)
    known = parts.join(same, (same.c.canonical_id == p.c.actor_id) & ~same.c.mention)
    known = known.join(name, name.c.actor_id == same.c.id)
    return union(
        *(
            select(p.c.home_id, name.c.folded).select_from(named).where(p.c.home_id.in_(events))
            for named in (told, known)
        )
    )
