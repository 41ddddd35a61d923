"""What is asked of the chronology, as one value: the command line, the page and Python make it
alike.

A filter stands here and nowhere else: its field, what it may hold, and the condition that it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, get_args

from sqlalchemy import select

from timeline.dates.windows import reach
from timeline.errors import DateError, UsageError
from timeline.names import nearest, tokens
from timeline.queries.find import find_actor, find_keyed, find_places, group_of, is_whole_name
from timeline.resolve import SPAN_CLASSES, Standing
from timeline.store import dialect
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection

    from timeline.dates import Date

# One word, or several of them.
Words: TypeAlias = "str | Sequence[str]"


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked of the chronology. A date may be given as text, of one word no list is needed.

    Attributes:
        start: only what may happen from the beginning of this date on.
        end: only what may happen until the end of this date.
        on: only what may happen within this date.
        certainly: of these only what does so in every reading of its date.
        actors: keys or names of those who all take part; `NAME:ROLE` says in which role.
        role: in which role those do who have none of their own.
        types: of event, one of them.
        sources: keys of sources, of which one speaks of it.
        places: keys or names, of which one is where it happened, or that place lies in it.
        tags: it has them all.
        text: words in its title, summary, quotes and names.
        standings: one of asserted, reported, disputed, denied and planned.
        known_by: count only claims that were certainly published by this date.
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


class Window(NamedTuple):
    """A half-open window of time in seconds UTC; None is unbounded.

    `certainly` leaves out what only may lie in it, `zoned` says that it runs from one instant with
    an offset to another.
    """

    start: int | None
    end: int | None
    certainly: bool = False
    zoned: bool = False

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
        if question.certainly:
            raise UsageError("certainly-without-window")
        return None
    first, last = (on, on) if on is not None else (start, end)
    zoned = all(edge.is_instant for edge in (first, last) if edge)
    edges = _begin(first, zoned=zoned), _end(last, zoned=zoned)
    window = Window(*edges, question.certainly, zoned)
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
    from timeline.temporal.human import read

    try:
        return read(given)
    except DateError as error:
        raise UsageError("date-of-filter", filter=name, why=error.message) from error


# Filters ------------------------------------------------------------------------------------------


class Taking(NamedTuple):
    """Who takes part: the ids of all that are this actor, and in which role, if that is asked."""

    actors: Sequence[int]
    role: str | None


def conditions(
    session: Connection, question: Question, claims: ColumnElement[bool]
) -> Iterator[ColumnElement[bool]]:
    """Give the conditions on events that depend neither on their dates nor on who takes part.

    Args:
        session: an open store.
        question: what is asked.
        claims: which claims count.

    Raises:
        NotFoundError: there is no such source or place.
        UsageError: there is no such type, or the text has no word.
    """
    e = t.event
    yield from (e.c.canonical_id == e.c.id, e.c.standing.is_not(None))
    if types := several(question.types):
        # Only now, for it is slow to import.
        from timeline.queries.types import known_type

        yield e.c.type.in_([known_type(word) for word in types])
    if places := several(question.places):
        found = {number for place in places for number in find_places(session, place)}
        yield e.c.place_id.in_(sorted(found))
    for tag in several(question.tags):
        yield e.c.id.in_(select(t.tag.c.home_id).where(t.tag.c.tag == tag))
    if sources := several(question.sources):
        numbers = [find_keyed(session, t.source, key) for key in sources]
        told = (t.claim.c.source_id.in_(numbers), t.source.c.id == t.claim.c.source_id, claims)
        yield e.c.id.in_(select(t.claim.c.home_id).where(*told))
    if question.text is not None:
        words = tokens(question.text)
        if not words:
            raise UsageError("text-without-words", text=question.text)
        yield dialect.text_matches(session, e.c.id, words)


def standings_of(question: Question) -> tuple[str, ...]:
    """Give the standings that are asked for; none where any will do.

    Raises:
        UsageError: there is no such standing.
    """
    known = get_args(Standing)
    return tuple(_known("standing", word, known) for word in several(question.standings))


def taking_part(session: Connection, question: Question) -> list[Taking]:
    """Give who has to take part.

    Raises:
        NotFoundError, AmbiguousError: there is no such actor, or there are several.
        UsageError: there is no such role, or nobody whose role it is.
    """
    actors = several(question.actors)
    if question.role is None:
        return [_taking(session, called, None) for called in actors]
    if not actors:
        raise UsageError("role-without-actor")
    role = _role(question.role)
    return [_taking(session, called, role) for called in actors]


def _taking(session: Connection, called: str, role: str | None) -> Taking:
    """Read `NAME` or `NAME:ROLE`: a name may have a colon of its own."""
    name, colon, own = called.rpartition(":")
    if colon and name and not is_whole_name(session, called):
        called, role = name, _role(own)
    return Taking(group_of(session, find_actor(session, called)), role)


def _role(given: str) -> str:
    # Only now, for it is slow to import.
    from timeline.records import Role

    return _known("role", given, get_args(Role))


def _known(what: str, given: str, known: Sequence[str]) -> str:
    if given not in known:
        near = nearest(given, known)
        raise UsageError("no-such-word", what=what, given=given, near=near, known=list(known))
    return given


def several(given: Words) -> tuple[str, ...]:
    """Give the words of a field that takes one or several."""
    return (given,) if isinstance(given, str) else tuple(given)
