"""Which events may be one: of one type, at dates that meet, with somebody in common; those of one
source with the same participants.

All that may be one with each other are proposed together.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, select

from timeline.dates import common_part, parse
from timeline.errors import Message
from timeline.queries.details import titles
from timeline.queries.rows import SuggestionRow
from timeline.queries.suggest import judged_apart
from timeline.resolve import SPAN_CLASSES
from timeline.store.accounts import counts
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Row

    from timeline.dates import Date

_BATCH = 200
# So many names stand in a reason.
_NAMED = 3

# The span classes of up to a month.
_SHORT = tuple(
    n for n, each in enumerate(SPAN_CLASSES) if each.begins and each.width == SPAN_CLASSES[0].width
)


class Alike(NamedTuple):
    """Events that may be one, in order of their keys, and what all of them have in common.

    Attributes:
        events: their rows.
        date: the common part of their dates.
        common: id and name of each who takes part in all of them.
        all_the_same: whether nobody else takes part in any.
    """

    events: tuple[Row[Any], ...]
    date: Date
    common: dict[int, str]
    all_the_same: bool

    @property
    def rank(self) -> tuple[bool, int, tuple[str, ...]]:
        """The best first: all participants in common, then as many as possible."""
        keys = tuple(event.key for event in self.events)
        return not self.all_the_same, -len(self.common), keys


def suggest_events(
    session: Connection, *, limit: int | None = None, language: str = "en"
) -> tuple[SuggestionRow, ...]:
    """Propose groups of events that may be one, the best first; never what was judged to be
    different, or to be one.

    Of one source they have all participants in common: it tells the others apart. A date of more
    than a month agrees with anything, so that such events are left out.

    Args:
        session: an open store.
        limit: at most so many groups; None means all.
        language: of titles.
    """
    apart = judged_apart(session, "event")
    found = _grouped(sorted(_pairs(session, apart), key=lambda pair: pair.rank))[:limit]
    named = titles(session, sorted({event.id for one in found for event in one.events}), language)
    return tuple(_row(one, named) for one in found)


def _row(one: Alike, named: Mapping[int, str]) -> SuggestionRow:
    first, *others = one.events
    called = dict.fromkeys(named[event.id] for event in others if event.id in named)
    keys = tuple(event.key for event in others)
    name = named.get(first.id)
    return SuggestionRow(first.key, name, keys, tuple(called), len(one.events), _reason(one))


def _reason(one: Alike) -> Message:
    names = sorted(one.common.values())
    who = Message("names", names=tuple(names))
    if len(names) > _NAMED:
        who = Message("names-and-more", names=tuple(names[:_NAMED]), more=len(names) - _NAMED)
    code = "suggest-same-event" if one.all_the_same else "suggest-event"
    return Message(code, type=one.events[0].type, date=one.date.text, who=who)


def _grouped(pairs: Sequence[Alike]) -> list[Alike]:
    """Put together the events with the same participants of which each may be each other; the best
    come first.
    """
    alike = {frozenset(one.id for one in pair.events): pair for pair in pairs if pair.all_the_same}
    groups: dict[int, Alike] = {}
    for pair in alike.values():
        alone = (pair._replace(events=(event,)) for event in pair.events)
        one, other = (groups.get(each.events[0].id, each) for each in alone)
        if one is not other and (both := _joined(one, other, alike)) is not None:
            groups |= {event.id: both for event in both.events}
    found: dict[tuple[int, ...], Alike] = {}
    for pair in pairs:
        left, right = (groups.get(event.id) for event in pair.events)
        shown = pair if left is None or left is not right else left
        found.setdefault(tuple(event.id for event in shown.events), shown)
    return list(found.values())


def _joined(one: Alike, other: Alike, alike: Mapping[frozenset[int], Alike]) -> Alike | None:
    """Make two groups one, if each event of the one may be each of the other, and all have a date
    in common.
    """
    between = [alike.get(frozenset((a.id, b.id))) for a, b in product(one.events, other.events)]
    dates = [pair.date for pair in (one, other, *between) if pair is not None]
    both = common_part(dates)
    if None in between or both is None or both.date is None:
        return None
    events = sorted((*one.events, *other.events), key=lambda event: event.key)
    return one._replace(events=tuple(events), date=both.date)


def _pairs(session: Connection, apart: set[frozenset[int]]) -> Iterator[Alike]:
    e, last = t.event, ""
    query = select(e.c.id, e.c.key, e.c.type, e.c.earliest, e.c.latest).where(
        e.c.canonical_id == e.c.id
    )
    dated = (
        query.where(e.c.standing.is_not(None), e.c.span_class.in_(_SHORT))
        .order_by(e.c.key)
        .limit(_BATCH)
    )
    while events := session.execute(dated.where(e.c.key > last)).all():
        last = events[-1].key
        candidates = [pair for pair in _candidates(session, events) if frozenset(pair) not in apart]
        concerned = sorted({event for pair in candidates for event in pair})
        sources, people = _sources(session, concerned), _people(session, concerned)
        rows = {row.id: row for row in _rows(session, concerned)}
        for left, right in candidates:
            common = people[left].keys() & people[right].keys()
            date = _common_date(rows[left].date, rows[right].date)
            alike = people[left].keys() == people[right].keys()
            told_apart = bool(sources[left] & sources[right]) and not alike
            if date is not None and common and not told_apart:
                names = {who: people[left][who] for who in common}
                yield Alike((rows[left], rows[right]), date, names, alike)


def _common_date(left: str, right: str) -> Date | None:
    both = common_part((parse(left), parse(right)))
    return both and both.date


def _candidates(session: Connection, events: Sequence[Row[Any]]) -> Iterator[tuple[int, int]]:
    """Give pairs of an event and one of these, whose key comes after, of one type, at bounds that
    overlap, with an actor in common.

    Each event is asked for by itself: one query for many leads SQLite to walk all events of the
    types.
    """
    actors = _people(session, [event.id for event in events])
    month = SPAN_CLASSES[_SHORT[0]].width or 0
    p, c, other = t.participation, t.claim, t.event
    query = (
        select(other.c.id, other.c.key)
        .select_from(p)
        .join(c, and_(c.c.home_id == p.c.home_id, c.c.id == p.c.claim_id, counts()))
        .join(other, other.c.id == p.c.home_id)
        .where(other.c.span_class.in_(_SHORT), other.c.standing.is_not(None))
        .distinct()
        .order_by(other.c.key)
    )
    for event in events:
        who = sorted(actors[event.id])
        # The index holds each actor's events in order of time.
        near = (p.c.actor_id.in_(who), p.c.sort > event.earliest - month, p.c.sort < event.latest)
        meeting = (
            other.c.type == event.type,
            other.c.earliest < event.latest,
            other.c.latest > event.earliest,
        )
        for number in session.scalars(query.where(*near, *meeting, other.c.key < event.key)):
            yield number, event.id


def _rows(session: Connection, events: Sequence[int]) -> Sequence[Row[Any]]:
    e = t.event
    return session.execute(
        select(e.c.id, e.c.key, e.c.type, e.c.date).where(e.c.id.in_(events))
    ).all()


def _sources(session: Connection, events: Sequence[int]) -> dict[int, set[int]]:
    """Give event id -> ids of the sources that speak of it."""
    c = t.claim
    query = select(c.c.home_id, c.c.source_id).where(c.c.home_id.in_(events), counts())
    found: dict[int, set[int]] = defaultdict(set)
    for event, source in session.execute(query):
        found[event].add(source)
    return found


def _people(session: Connection, events: Sequence[int]) -> dict[int, dict[int, str]]:
    """Give event id -> id and name of each who takes part, after merges.

    Who only denies it takes no part; but where nobody affirms it, those who deny it are all there
    is.
    """
    c, p, who = t.claim, t.participation, t.actor
    query = (
        select(c.c.home_id, who.c.id, who.c.name, c.c.polarity)
        .join(p, and_(p.c.home_id == c.c.home_id, p.c.claim_id == c.c.id))
        .join(who, who.c.id == p.c.actor_id)
        .where(c.c.home_id.in_(events), counts())
    )
    taking: dict[int, dict[int, str]] = defaultdict(dict)
    others: dict[int, dict[int, str]] = defaultdict(dict)
    for event, actor, name, polarity in session.execute(query):
        (taking if polarity == "affirms" else others)[event][actor] = name
    return defaultdict(dict, {**others, **taking})
