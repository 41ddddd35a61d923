"""Where sources disagree: one denies what another reports, they date it differently, place it
differently, count differently, name two in a role that only one can fill, see two in one office;
and where collections say different things of one actor, event, place or source.

A disagreement is shown by its sides, each with those who take it, and not by all pairs of them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from heapq import merge
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import literal_column, or_, select

from timeline.errors import UsageError
from timeline.names import nearest
from timeline.queries.chronology import in_window
from timeline.queries.claims import attributions
from timeline.queries.details import in_order, titles
from timeline.queries.differing import (
    Told,
    decided_differently,
    differently_decided,
    grouped,
    read_otherwise,
)
from timeline.queries.offices import offices_in_conflict
from timeline.queries.question import ANYTHING, Filter, filters, window_of
from timeline.queries.rivals import value_rows
from timeline.queries.rows import ConflictRow, Page, Side
from timeline.queries.statements import KINDS, disagreements
from timeline.queries.walk import Cursor, event_columns, shown, stored_events
from timeline.resolve import heard
from timeline.store.accounts import counts, outcomes_of, unreviewed
from timeline.store.tables import tables as t
from timeline.store.versions import is_evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection

    from timeline.queries.question import Question
    from timeline.queries.walk import Shown

# What can be in conflict: of an event by its claims, an office, a thing by what is said of it.
ABOUT = (
    *("standing", "date", "place", "numbers", "who", "verdict", "position"),
    *("name", "title", "summary", "type", "kind", "description", "identifiers"),
    *("publisher", "author", "url", "language", "published", "retrieved_at", "replaces", "version"),
    "evidence",
    *("text", "country", "latitude", "longitude", "part_of"),
)
# So many events are read at once.
_BATCH = 100
# A cursor in the first part, the events: sort and key. One in the second: what an office is called
# by, and the key of the organisation. One in the third: kind and key of a thing.
_EVENT_CURSOR = re.compile(r"event:(-?[0-9]{1,19}):(.+)", re.DOTALL)
_OFFICE_CURSOR = re.compile(r"office:([^:]*):(.+)", re.DOTALL)
_THING_CURSOR = re.compile(rf"said:({'|'.join(KINDS)}):(.+)", re.DOTALL)


class _Cursor(NamedTuple):
    """After which event (sort and key) to go on, or, when these are done, after which office, or,
    after these, after which thing (kind and key).
    """

    event: tuple[int, str] | None = None
    office: tuple[str, str] | None = None
    thing: tuple[str, str] | None = None


def conflicts(
    session: Connection,
    question: Question = ANYTHING,
    *,
    about: str | None = None,
    language: str = "en",
    limit: int | None = None,
    after: str | None = None,
) -> Page[ConflictRow]:
    """List what is told differently: by sources, events in order of time, then offices by their
    titles; by collections, things by their keys.

    Two successive holders of an office are none: only where both surely held it at the same time
    is there a conflict.

    Args:
        session: an open store.
        question: about which events; where anything is asked, offices and things are left out.
            Unsure events are in it either way, and all claims count.
        about: only what this is in conflict of: `place`, `numbers`, `title` and so on.
        language: of titles.
        limit: at most so many events, offices and things; None means all. Each may have several
            rows: of an event both its standing and its date may be in conflict.
        after: a cursor: go on after the page that gave it.

    Raises:
        UsageError: `after` is no cursor, or nothing can be in conflict that is called `about`; as
            for `chronology`.
        NotFoundError, AmbiguousError: for actors, sources and places.
    """
    cursor, whole = _read_cursor(after), question == ANYTHING
    things: Iterable[tuple[str, list[ConflictRow]]] = chain(
        () if cursor.office or cursor.thing else _events(session, question, cursor.event, language),
        offices_in_conflict(session, cursor.office) if whole and not cursor.thing else (),
        _things(session, cursor.thing, language) if whole else (),
    )
    if about is not None:
        things = _about(things, about)
    found = list(islice(things, None if limit is None else limit + 1))
    shown = found if limit is None else found[:limit]
    rows = tuple(row for _, rows in shown for row in rows)
    return Page(rows, shown[-1][0] if shown and len(shown) < len(found) else None)


def _about(
    things: Iterable[tuple[str, list[ConflictRow]]], about: str
) -> Iterator[tuple[str, list[ConflictRow]]]:
    """Keep what is about one field, whichever number, role or language of it."""
    if about not in ABOUT:
        near = nearest(about, ABOUT)
        raise UsageError("no-such-word", what="about", given=about, near=near, known=[*ABOUT])
    for cursor, rows in things:
        if kept := [row for row in rows if row.about.partition(".")[0] == about]:
            yield cursor, kept


def _read_cursor(after: str | None) -> _Cursor:
    if after is None:
        return _Cursor()
    if found := _EVENT_CURSOR.fullmatch(after):
        if -(2**63) <= int(found[1]) < 2**63:
            return _Cursor(event=(int(found[1]), found[2]))
    elif found := _OFFICE_CURSOR.fullmatch(after):
        return _Cursor(office=(found[1], found[2]))
    elif found := _THING_CURSOR.fullmatch(after):
        return _Cursor(thing=(found[1], found[2]))
    raise UsageError("no-such-cursor", cursor=after)


# Events -------------------------------------------------------------------------------------------


def _events(
    session: Connection, question: Question, after: tuple[int, str] | None, language: str
) -> Iterator[tuple[str, list[ConflictRow]]]:
    """Give the disagreements about each event, with the cursor after it."""
    differently = session.scalars(differently_decided()).all()
    window, cursor = window_of(question), None if after is None else Cursor(*after)
    asked = filters(session, replace(question, hidden=True), counts())
    at_odds = [_at_odds(differently), *asked]
    listed = stored_events(session, at_odds, window, cursor, _BATCH)
    silent = _silent(session, differently, after) if question == ANYTHING else ()
    found = in_window(merge(listed, silent, key=lambda event: (event.sort, event.key)), window)
    while events := [event for event, _ in islice(found, _BATCH)]:
        conflicting = _conflicts(session, events, differently, language)
        for event in events:
            if rows := conflicting[event.id]:
                yield f"event:{event.sort}:{event.key}", rows


def _silent(
    session: Connection, differently: Sequence[int], after: tuple[int, str] | None
) -> Iterator[Shown]:
    """Give those of some events of which nobody speaks any more, in order: a person rejected all.

    Args:
        session: an open store.
        differently: ids of events.
        after: the event before.
    """
    e = t.event.c
    which = (e.id.in_(differently), e.canonical_id == e.id, e.standing.is_(None))
    for row in session.execute(event_columns().where(*which).order_by(e.sort, e.key)):
        if after is None or (row.sort, row.key) > after:
            yield shown(row)


def _conflicts(
    session: Connection, events: Sequence[Shown], differently: Sequence[int], language: str
) -> dict[int, list[ConflictRow]]:
    """Give event id -> what is told differently of it."""
    ids = [event.id for event in events]
    named = titles(session, ids, language)
    told = {event: heard(claims) for event, claims in _told(session, ids).items()}
    outcomes = outcomes_of(session, _contested(session, ids))
    voices = {claim.key: claim.voice for claims in told.values() for claim in claims}
    values = value_rows(session, outcomes, voices)
    decided = decided_differently(session, sorted(set(ids) & set(differently)))
    found = {}
    for event in events:
        sides = chain(
            _sides(event, told.get(event.id, ())),
            read_otherwise(event, told.get(event.id, ()), outcomes.get(event.id)),
            ((one.about, one.sides) for one in values.get(event.id, ()) if one.sides),
            decided[event.id],
        )
        found[event.id] = [
            ConflictRow(about, "event", event.key, named.get(event.id), tuple(sides))
            for about, sides in sides
        ]
    return found


def _contested(session: Connection, events: Sequence[int]) -> Sequence[int]:
    e = t.event.c
    return session.scalars(select(e.id).where(e.id.in_(events), e.contested)).all()


def _at_odds(differently: Sequence[int]) -> Filter:
    """Give the filter of the events of which the standing or the date is in conflict, of which
    claims may be at odds about a value, or which a machine reads otherwise than people.

    Each has its index, most of them for these events alone: so they are named in the statement, for
    the engine to see that. An event is found in one way only.

    Args:
        differently: ids of the events about whose claims people decided differently.
    """
    e = t.event.c
    ways = (
        e.standing == "disputed",
        e.date_status == literal_column("'conflict'"),
        e.contested,
        *((e.id.in_(differently),) if differently else ()),
    )
    arms: list[tuple[ColumnElement[bool], ...]] = []
    for number, way in enumerate(ways):
        arms.append((way, *(~other for other in ways[:number])))
    return Filter(or_(*ways), arms=tuple(arms))


def _sides(event: Shown, claims: Sequence[Told]) -> Iterator[tuple[str, list[Side]]]:
    affirming = [claim for claim in claims if claim.polarity == "affirms"]
    if event.standing == "disputed":
        denying = [claim for claim in claims if claim.polarity == "denies"]
        yield "standing", [*grouped(affirming, "modality"), *grouped(denying, "polarity")]
    if event.status == "conflict" and event.standing != "retracted":
        dated = sorted(
            (claim for claim in affirming or claims if claim.date),
            key=lambda claim: (claim.date != str(event.date), *_bounds(claim), claim.date),
        )
        if dated:  # it is none any more where all was taken back
            yield "date", grouped(dated, "date")


def _bounds(claim: Told) -> tuple[float, float]:
    return (
        float("-inf") if claim.earliest is None else claim.earliest,
        float("inf") if claim.latest is None else claim.latest,
    )


def _told(session: Connection, events: Sequence[int]) -> dict[int, list[Told]]:
    """Give event id -> the live claims about it, each once whichever collections hold it."""
    c = t.claim
    query = (
        select(c.c.home_id, c.c.id, c.c.key, t.source.c.key.label("source"))
        .add_columns(c.c.polarity, c.c.modality, c.c.date, c.c.earliest, c.c.latest, c.c.quote)
        .add_columns(unreviewed().label("unreviewed"), is_evidence(t.source).label("evident"))
        .join(t.source, t.source.c.id == c.c.source_id)
        .where(c.c.home_id.in_(events), counts())
        .order_by(*in_order())
    )
    once = {(row.home_id, row.key): row for row in reversed(session.execute(query).all())}
    passed_on = attributions(session, events)
    found: dict[int, list[Told]] = defaultdict(list)
    for home, number, *said in map(tuple, reversed(once.values())):
        origin = passed_on[number][-1] if number in passed_on else None
        found[home].append(Told._make((*said, origin)))
    return found


# Things -------------------------------------------------------------------------------------------


def _things(
    session: Connection, after: tuple[str, str] | None, language: str
) -> Iterator[tuple[str, list[ConflictRow]]]:
    """Give what collections say differently of each thing, with the cursor after it."""
    for kind in KINDS if after is None else KINDS[KINDS.index(after[0]) :]:
        last = after[1] if after and kind == after[0] else ""
        for rows in disagreements(session, kind, after=last, language=language):
            yield f"said:{kind}:{rows[0].key}", rows
