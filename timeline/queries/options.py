"""What a filter may be set to, and how many events each of that leaves."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from sqlalchemy import and_, func, select, union

from timeline.queries.chronology import found_events
from timeline.queries.details import known_by
from timeline.queries.question import ANYTHING, bound_of, filters, window_of
from timeline.queries.walk import real_events
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, Select

    from timeline.queries.question import Question
    from timeline.queries.walk import Shown

Optioned: TypeAlias = Literal["type", "standing", "actor", "source", "place"]
# So many events are asked about at once.
_AT_ONCE = 10_000


class OptionRow(NamedTuple):
    """What a filter may be set to.

    Attributes:
        value: as the filter takes it: a word, or a key.
        name: what that is called.
        events: how many are left with it.
    """

    value: str
    name: str
    events: int


def options(
    session: Connection, question: Question = ANYTHING, *, of: Optioned, limit: int | None = None
) -> tuple[OptionRow, ...]:
    """Count the events that each value of a filter would leave, the most frequent first.

    Args:
        session: an open store.
        question: what is asked besides; of a filter with alternatives, its own are put aside.
        of: which filter.
        limit: at most so many values.

    Raises:
        NotFoundError, AmbiguousError, UsageError: as for `chronology`.
    """
    certainly = question.certainly
    question = _without(question, of)
    counts: Counter[Any] = Counter()
    if _is_plain(question):
        asked = (each.holds for each in filters(session, question, known_by(None)))
        where = (real_events(), *asked)
        counts = _counted(session, of, question, where, certainly=certainly)
    else:
        events = [event for event, _ in found_events(session, question)]
        if of in ("type", "standing"):
            counts.update(getattr(event, of) for event in events)
        else:
            for part in _parts(events):
                counts += _counted(session, of, question, (part,), certainly=certainly)
    return _rows(session, of, counts)[:limit]


def _without(question: Question, of: Optioned) -> Question:
    """Put aside what a filter is set to, where one more value of it is an alternative. All actors
    that are asked for have to take part.
    """
    match of:
        case "type":
            return replace(question, types=())
        case "standing":
            return replace(question, standings=())
        case "source":
            return replace(question, sources=())
        case "place":
            # Without a place, only of a window something can be certain.
            dated = window_of(replace(question, certainly=False)) is not None
            return replace(question, places=(), certainly=question.certainly and dated)
        case "actor":
            return question


def _is_plain(question: Question) -> bool:
    """Whether events meet a question by conditions on what is stored alone."""
    dated = window_of(question) is not None or bound_of(question) is not None
    return not dated and not question.certainly


def _parts(events: Sequence[Shown]) -> Iterator[ColumnElement[bool]]:
    for first in range(0, len(events), _AT_ONCE):
        yield t.event.c.id.in_([event.id for event in events[first : first + _AT_ONCE]])


def _counted(
    session: Connection,
    of: Optioned,
    question: Question,
    where: Sequence[ColumnElement[bool]],
    *,
    certainly: bool,
) -> Counter[Any]:
    """Count events that meet conditions by the word, or by the id, of what they have."""
    e = t.event.c
    if of == "place":
        return _by_place(session, question, where, certainly=certainly)
    if of in ("type", "standing"):
        query = select(e[of], func.count(e.id)).where(*where).group_by(e[of])
    else:
        number, told = _told(of, question)
        query = told.with_only_columns(number, func.count(e.id.distinct()))
        query = query.where(*where).group_by(number)
    return Counter(dict(session.execute(query).tuples().all()))


def _told(of: Optioned, question: Question) -> tuple[ColumnElement[int], Select[Any]]:
    """Select the claims that count with what an option is told by, beside their events."""
    e, p, c, s = t.event, t.participation, t.claim, t.source
    told = select(c.c.id).join(s, s.c.id == c.c.source_id).join(e, e.c.id == c.c.home_id)
    told = told.where(known_by(bound_of(question)))
    if of == "source":
        return c.c.source_id, told
    told = told.join(p, and_(p.c.home_id == c.c.home_id, p.c.claim_id == c.c.id))
    if question.role is not None:
        told = told.where(p.c.role == question.role)
    return p.c.actor_id, told


def _by_place(
    session: Connection,
    question: Question,
    where: Sequence[ColumnElement[bool]],
    *,
    certainly: bool,
) -> Counter[int]:
    """Count events at places: at those in which their places lie, too; if `certainly`, where all
    accounts put them.
    """
    e, c, s = t.event, t.claim, t.source
    shown = select(e.c.id, e.c.place_id).where(e.c.place_id.is_not(None), *where)
    said = select(e.c.id, c.c.place_id).join(c, c.c.home_id == e.c.id)
    said = said.join(s, s.c.id == c.c.source_id).where(
        c.c.place_id.is_not(None),
        c.c.polarity == "affirms",
        known_by(bound_of(question)),
        *where,
    )
    query = shown.where(e.c.place_status != "conflict") if certainly else union(shown, said)
    around = dict(session.execute(select(t.place.c.id, t.place.c.part_of_id)).tuples().all())
    found: dict[int, set[int]] = defaultdict(set)
    for event, place in session.execute(query):
        inner: int | None = place
        while inner is not None and inner not in found[event]:
            found[event].add(inner)
            inner = around[inner]
    return Counter(place for places in found.values() for place in places)


def _rows(session: Connection, of: Optioned, counts: Counter[Any]) -> tuple[OptionRow, ...]:
    named = _names(session, of, counts)
    rows = (OptionRow(*named[value], number) for value, number in counts.items())
    return tuple(sorted(rows, key=lambda row: (-row.events, row.name, row.value)))


def _names(session: Connection, of: Optioned, counts: Counter[Any]) -> dict[Any, tuple[str, str]]:
    """Give value, or id -> what a filter takes for it, and what it is called."""
    if of in ("type", "standing"):
        return {word: (word, word) for word in counts}
    table = {"actor": t.actor, "source": t.source, "place": t.place}[of]
    name = func.coalesce(table.c.title, table.c.key) if of == "source" else table.c.name
    found: dict[Any, tuple[str, str]] = {}
    ids = [*counts]
    for first in range(0, len(ids), _AT_ONCE):
        query = select(table.c.id, table.c.key, name)
        query = query.where(table.c.id.in_(ids[first : first + _AT_ONCE]))
        found |= {number: (key, called) for number, key, called in session.execute(query)}
    return found
