"""What is asked of the chronology, as one value: the command line, the page and Python make it
alike.

A filter stands here and nowhere else: its field, what it may hold, and the condition that it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, get_args

from sqlalchemy import and_, or_, select, union_all

from timeline.dates.windows import reach
from timeline.errors import UsageError
from timeline.names import nearest, tokens
from timeline.queries.find import find_actor, find_keyed, find_places, is_whole_name
from timeline.resolve import SPAN_CLASSES, Standing
from timeline.store import dialect
from timeline.store.accounts import KEPT
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from typing import Any

    from sqlalchemy import ColumnElement, Connection, Select

    from timeline.dates import Date
    from timeline.records import Part, Role
    from timeline.resolve import Outcome

    # Whether what follows from some claims, and the ids of the places that these name or are all
    # that is known, is as it is asked.
    Keeps: TypeAlias = Callable[[Outcome, Collection[int]], bool]

# One word, or several of them.
Words: TypeAlias = "str | Sequence[str]"


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked of the chronology. A date may be given as text, of one word no list is needed.

    Attributes:
        start: only what may happen from the beginning of this date on.
        end: only what may happen until the end of this date.
        on: only what may happen within this date.
        certainly: of these only what does so in every reading of its date, and at `places` only
            what no source puts elsewhere.
        actors: keys or names of those who all take part; `NAME:ROLE` says in which role.
        role: in which role those do who have none of their own.
        types: of event, one of them.
        sources: keys of sources, of which one speaks of it.
        places: keys or names, of which one is where it happened, or that place lies in it, as one
            source has it at least.
        tags: it has them all.
        text: words in its title, summary, quotes and names.
        standings: one of asserted, reported, disputed, denied and planned.
        known_by: count only claims that were certainly published by this date.
        open: with a window, also what is known by a later report alone, and may have been at any
            time before that.
        hidden: also what machines alone say, undecided and unsure.
        reviewed: whether a person made or accepted one of its claims; None means either.
        machine: only what machines alone say.
        confidence: how sure the surest machine is, from 0 to 1: least and most; None is open.
        decided_by: names of people, of whom one decided about a claim of it.
    """

    start: Date | str | None = None
    end: Date | str | None = None
    on: Date | str | None = None
    certainly: bool = False
    actors: Words = ()
    role: str | None = None
    types: Words = ()
    sources: Words = ()
    places: Words = ()
    tags: Words = ()
    text: str | None = None
    standings: Words = ()
    known_by: Date | str | None = None
    open: bool = False
    hidden: bool = False
    reviewed: bool | None = None
    machine: bool = False
    confidence: tuple[float | None, float | None] | None = None
    decided_by: Words = ()


# Without a filter.
ANYTHING = Question()


class Window(NamedTuple):
    """A half-open window of time in seconds UTC; None is unbounded.

    `certainly` leaves out what only may lie in it, `zoned` says that it runs from one instant with
    an offset to another, `open` lets in what may lie in it only because all that is known is a
    later report.
    """

    start: int | None
    end: int | None
    certainly: bool = False
    zoned: bool = False
    open: bool = False

    def reach(self, span_class: int) -> tuple[int | None, int | None]:
        """Give the bounds within which events of a span class have to be looked for."""
        zoned = SPAN_CLASSES[span_class].zoned
        return reach(self.start, self.end, date_zoned=zoned, window_zoned=self.zoned)


# Dates --------------------------------------------------------------------------------------------


def window_of(question: Question) -> Window | None:
    """Give the window that is asked for, if there is one.

    Raises:
        UsageError: a text is no date, or the dates don't go together.
    """
    on, start, end = (_date(name, getattr(question, name)) for name in ("on", "start", "end"))
    if on is not None and (start is not None or end is not None):
        raise UsageError("window-twice")
    if on is None and start is None and end is None:
        if question.certainly and not several(question.places):
            raise UsageError("certainly-without-window")
        if question.open:
            raise UsageError("open-without-window")
        return None
    first, last = (on, on) if on is not None else (start, end)
    zoned = all(edge.is_instant for edge in (first, last) if edge)
    edges = _begin(first, zoned=zoned), _end(last, zoned=zoned)
    window = Window(*edges, question.certainly, zoned, question.open)
    if window.start is not None and window.end is not None and window.start >= window.end:
        raise UsageError("window-backwards", start=str(start), end=str(end))
    return window


def _begin(date: Date | None, *, zoned: bool) -> int | None:
    """Give the first second of a window; beside a day an instant counts by the time written."""
    if date is None:
        return None
    return date.local[0] if date.is_instant and not zoned else date.earliest


def _end(date: Date | None, *, zoned: bool) -> int | None:
    if date is None:
        return None
    return date.local[1] if date.is_instant and not zoned else date.latest


def bound_of(question: Question) -> int | None:
    """Give the moment (seconds UTC) before which a source was published whose claims count; None
    where all do.

    Raises:
        UsageError: a text is no date, or a date that has no end.
    """
    known_by = _date("known_by", question.known_by)
    if known_by is not None and known_by.latest is None:
        raise UsageError("known-by-endless", date=str(known_by))
    return None if known_by is None else known_by.latest


def _date(name: str, given: Date | str | None) -> Date | None:
    if not isinstance(given, str):
        return given
    # Only for text: the reader of dates in words is slow to import.
    from timeline.temporal.human import read_given

    return read_given(name, given)


# Filters ------------------------------------------------------------------------------------------


class Taking(NamedTuple):
    """Who takes part: id of the actor, and in which role, if that is asked."""

    actor: int
    role: str | None


class Filter(NamedTuple):
    """One condition on events, in all the ways in which it can be looked for.

    Attributes:
        holds: the condition on an event that is at hand.
        finds: ids of events among which are all of these, where an index leads to them.
        arms: conditions that hold together, in one of several ways, each of which has an index with
            its events in order of time.
        taking: who has to take part, whose index has the events in order of time.
        keeps: of what follows from the claims, whether it would hold if other claims counted.
    """

    holds: ColumnElement[bool]
    finds: Select[tuple[int]] | None = None
    arms: tuple[tuple[ColumnElement[bool], ...], ...] = ()
    taking: Taking | None = None
    keeps: Keeps | None = None


def filters(
    session: Connection, question: Question, claims: ColumnElement[bool]
) -> Iterator[Filter]:
    """Give the filters of a question, but for those of dates.

    Args:
        session: an open store.
        question: what is asked.
        claims: which claims count.

    Raises:
        NotFoundError, AmbiguousError: there is no such actor, source or place, or there are
            several.
        UsageError: there is no such type, role or standing, a role has no actor, the text no word.
    """
    yield from _types(question)
    yield from (_part(who, claims) for who in _taking_part(session, question))
    yield from _sources(session, question, claims)
    yield from (_tag(word) for word in several(question.tags))
    yield from _text(session, question)
    yield from _standings(question)
    if places := places_asked(session, question):
        yield _there(tuple(sorted(places)), claims)
    yield from reviewing(question)
    if not question.hidden:
        yield _not_hidden()


def _standings(question: Question) -> Iterator[Filter]:
    if words := several(question.standings):
        known = get_args(Standing)
        yield _following("standing", tuple(_known("standing", word, known) for word in words))


def places_asked(session: Connection, question: Question) -> set[int]:
    """Give the ids of the places that a question names, and of all that lie in them.

    Raises:
        NotFoundError, AmbiguousError: there is no such place, or there are several.
    """
    called = several(question.places)
    return {number for place in called for number in find_places(session, place)}


@lru_cache(KEPT)
def _there(places: tuple[int, ...], claims: ColumnElement[bool]) -> Filter:
    e, there, c, s = t.event.c, t.event.alias().c, t.claim, t.source
    shown = select(there.id).where(there.place_id.in_(places))
    said = select(c.c.home_id).where(c.c.place_id.in_(places), c.c.polarity == "affirms")
    counted = said.join(s, s.c.id == c.c.source_id).where(claims)
    found = union_all(shown, said).subquery().c
    return Filter(
        or_(e.place_id.in_(places), _exists(counted, c.c.home_id)),
        select(found.id),
        keeps=lambda _, possible: not set(places).isdisjoint(possible),
    )


# Who made and who reviewed the claims -------------------------------------------------------------


def reviewing(question: Question) -> Iterator[Filter]:
    """Give the filters of who made and who reviewed the claims."""
    if question.reviewed is not None:
        yield _following("reviewed", (question.reviewed,))
    if question.machine:
        yield _following("machine", (True,))
    if question.confidence is not None:
        yield _confidence(*question.confidence)
    if people := several(question.decided_by):
        yield _decided_by(people)


@cache
def _not_hidden() -> Filter:
    return Filter(~t.event.c.hidden, keeps=lambda outcome, _: not outcome.hidden)


@lru_cache(KEPT)
def _confidence(low: float | None, high: float | None) -> Filter:
    e, other = t.event.c, t.event.alias().c
    least, most = 0 if low is None else low, 1 if high is None else high

    def keeps(outcome: Outcome, _: Collection[int]) -> bool:
        return outcome.confidence is not None and least <= outcome.confidence <= most

    holds, found = (and_(one.confidence >= least, one.confidence <= most) for one in (e, other))
    return Filter(holds, select(other.id).where(found), keeps=keeps)


@lru_cache(KEPT)
def _decided_by(people: tuple[str, ...]) -> Filter:
    c, v = t.claim.c, t.verdict.c
    decided = select(c.home_id).join(t.verdict, v.id == c.verdict_id)
    decided = decided.where(c.revoked_in.is_(None), v.by.in_(people))
    return Filter(_exists(decided, c.home_id), decided)


@lru_cache(KEPT)
def _one_of(name: str, values: tuple[Any, ...]) -> Filter:
    """Give the filter that a column of the event, indexed with its place in time, has a value."""
    column = t.event.c[name]
    return Filter(column.in_(values), arms=tuple((column == value,) for value in values))


def _following(name: str, values: tuple[Any, ...]) -> Filter:
    """Give the same for a column that follows from the claims."""
    return _one_of(name, values)._replace(keeps=lambda outcome, _: getattr(outcome, name) in values)


def _types(question: Question) -> Iterator[Filter]:
    if types := several(question.types):
        # Only now, for it is slow to import.
        from timeline.queries.types import known_type

        yield _one_of("type", tuple(known_type(word) for word in types))


def _sources(
    session: Connection, question: Question, claims: ColumnElement[bool]
) -> Iterator[Filter]:
    if keys := several(question.sources):
        yield _told(tuple(find_keyed(session, t.source, key) for key in keys), claims)


@lru_cache(KEPT)
def _told(sources: tuple[int, ...], claims: ColumnElement[bool]) -> Filter:
    c, s = t.claim, t.source
    spoken = select(c.c.home_id).where(c.c.source_id.in_(sources))
    counted = spoken.join(s, s.c.id == c.c.source_id).where(claims)
    return Filter(_exists(counted, c.c.home_id), spoken)


@lru_cache(KEPT)
def _tag(word: str) -> Filter:
    tagged = select(t.tag.c.home_id).where(t.tag.c.tag == word)
    return Filter(_exists(tagged, t.tag.c.home_id), tagged)


def _text(session: Connection, question: Question) -> Iterator[Filter]:
    if question.text is not None:
        words = tokens(question.text)
        if not words:
            raise UsageError("text-without-words", text=question.text)
        found = dialect.events_with(session, words)
        yield Filter(dialect.has_words(session, t.event.c.id, words), found)


@lru_cache(KEPT)
def _part(who: Taking, claims: ColumnElement[bool]) -> Filter:
    p, c, s = t.participation, t.claim, t.source
    taken = select(p.c.home_id).where(p.c.actor_id == who.actor)
    if who.role:
        taken = taken.where(p.c.role == who.role)
    held_in = and_(c.c.home_id == p.c.home_id, c.c.id == p.c.claim_id)
    counted = taken.join(c, held_in).join(s, s.c.id == c.c.source_id).where(claims)
    return Filter(_exists(counted, p.c.home_id, p.c.sort == t.event.c.sort), taken, taking=who)


def _exists(
    found: Select[tuple[int]], home: ColumnElement[int], *where: ColumnElement[bool]
) -> ColumnElement[bool]:
    """Give the condition that a query finds the event at hand.

    An engine may turn the condition round and gather all that the query finds, which is the other
    way to ask; the offset keeps it from that.
    """
    return found.where(home == t.event.c.id, *where).correlate(t.event).offset(0).exists()


# Who takes part, and in which role ----------------------------------------------------------------


def _taking_part(session: Connection, question: Question) -> Iterator[Taking]:
    actors = several(question.actors)
    if question.role is not None and not actors:
        raise UsageError("role-without-actor")
    role = None if question.role is None else _role(question.role)
    return (_taking(session, called, role) for called in actors)


def _taking(session: Connection, called: str, role: str | None) -> Taking:
    """Read `NAME` or `NAME:ROLE`: a name may have a colon of its own."""
    name, colon, own = called.rpartition(":")
    if colon and name and not is_whole_name(session, called):
        called, role = name, _role(own)
    return Taking(find_actor(session, called), role)


def parts_named(session: Connection, called: Sequence[str]) -> tuple[Part, ...]:
    """Read participants as a person names them, `NAME:ROLE`.

    Raises:
        UsageError: there is no such role, or none is given.
        AmbiguousError, NotFoundError: of the actors.
    """
    from timeline.records import Part

    found = []
    for one in called:
        name, _, role = one.rpartition(":")
        if not name:
            raise UsageError("role-missing", name=one)
        actor = find_actor(session, name)
        key = session.scalar(select(t.actor.c.key).where(t.actor.c.id == actor))
        found.append(Part(str(key), _role(role)))
    return tuple(found)


def _role(given: str) -> Role:
    # Only now, for it is slow to import.
    from timeline.records import Role

    role: Role = _known("role", given, get_args(Role))
    return role


def _known(what: str, given: str, known: Sequence[str]) -> Any:
    if given not in known:
        near = nearest(given, known)
        raise UsageError("no-such-word", what=what, given=given, near=near, known=list(known))
    return given


def several(given: Words) -> tuple[str, ...]:
    """Give the words of a field that takes one or several."""
    return (given,) if isinstance(given, str) else tuple(given)
