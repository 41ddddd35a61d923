"""What may be right instead of what a machine read: who takes part, when it was, which event it is.

Each list is short, and the best stands first: a reviewer takes one of them with a digit.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, or_, select, union

from timeline.dates import parse
from timeline.queries.details import titles
from timeline.queries.passages import Mark, MarkedPassage, found_in, proper_names
from timeline.queries.suggest import judged_apart
from timeline.resolve import UNDATED
from timeline.store.accounts import counts
from timeline.store.tables import tables as t
from timeline.temporal import tag
from timeline.temporal.bounds import bounded
from timeline.temporal.languages import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Row

    from timeline import records as r
    from timeline.dates import Date

# So many are proposed: each has a digit.
PROPOSED = 9
# So many events are looked at for that.
_LOOKED_AT = 200


class Person(NamedTuple):
    """Somebody who may take part: key and name; role is None of those who don't. Without a key it
    is a name in the text that nobody in the database has.
    """

    key: str | None
    name: str
    role: str | None = None
    capacity: str | None = None


class DateProposal(NamedTuple):
    """A date that a claim may have: EDTF, and the words of the text that say so."""

    date: str
    said: str | None = None


class EventProposal(NamedTuple):
    """An event that may be the same one: date is EDTF, who are the names of those in both."""

    key: str
    title: str | None
    type: str
    date: str | None
    who: tuple[str, ...]


def actors_of(session: Connection, source: int) -> Sequence[Row[Any]]:
    """Give the actors of a source's claims, each with who that is today, once for each name."""
    c, p, h, n = t.claim, t.participation, t.attribution, t.actor_name
    a, canonical = t.actor, t.actor.alias()
    live = (c.c.source_id == source, c.c.revoked_in.is_(None))
    taking = select(p.c.said_actor_id).join(
        c, and_(c.c.home_id == p.c.home_id, c.c.id == p.c.claim_id)
    )
    telling = select(h.c.actor_id).join(c, and_(c.c.home_id == h.c.home_id, c.c.id == h.c.claim_id))
    ids = union(taking.where(*live), telling.where(*live, h.c.actor_id.is_not(None)))
    query = (
        select(a.c.key, n.c.text, canonical.c.key.label("today"), canonical.c.name)
        .join(n, n.c.actor_id == a.c.id)
        .join(canonical, canonical.c.id == a.c.canonical_id)
        .where(a.c.id.in_(ids))
    )
    return session.execute(query.order_by(a.c.key, n.c.n)).all()


def people_proposed(
    claim: r.Claim, actors: Sequence[Row[Any]], passage: MarkedPassage
) -> Iterator[Person]:
    """Give who takes part, then who is named in the paragraph, the nearest to the trigger first,
    then names there that nobody in the database has, then the others of the source.
    """
    today = {row.key: row for row in actors}
    for part in claim.who:
        row = today.get(part.actor)
        yield Person(part.actor, row.name if row else part.actor, part.role, part.capacity)
    known = {row.today: row for row in reversed(actors)}
    for part in claim.who:
        if part.actor in today:
            known.pop(today[part.actor].today, None)
    names = [row.text for row in actors]
    named: dict[str, list[str]] = {}
    for row in actors:
        named.setdefault(row.today, []).append(row.text)
    trigger = next(
        (mark for mark in passage.marks if mark.kind == "trigger"), Mark(0, 0, "trigger")
    )

    def far(key: str) -> int:
        places = [start for start, _ in found_in(passage.text, named[key])]
        return min((abs(start - trigger.start) for start in places), default=-1)

    distances = {key: far(key) for key in known}
    here = sorted((key for key in known if distances[key] >= 0), key=lambda key: distances[key])
    yield from (Person(known[key].key, known[key].name) for key in here)
    covered = [passage.text[slice(*span)] for span in found_in(passage.text, names)]
    for name in proper_names(passage.text):
        if not any(name in one or one in name for one in covered):
            yield Person(None, name)
    yield from (Person(known[key].key, known[key].name) for key in known if key not in here)


def dates_proposed(row: Row[Any], passage: MarkedPassage) -> Iterator[DateProposal]:
    """Give the dates that the paragraph names, then that of publication, and "by" that, then the
    others that the text names, the nearest first.
    """
    found: dict[str, str | None] = {}
    published = parse(row.published) if row.published else None
    said = _said_in(row, passage, published)
    for far, words, date in said:
        if far == 0:
            found.setdefault(date, words)
    if published is not None:
        found.setdefault(published.text, None)
        found.setdefault(bounded("by", published).text, None)
    for _, words, date in said:
        found.setdefault(date, words)
    yield from (DateProposal(date, words) for date, words in found.items())


def _said_in(
    row: Row[Any], passage: MarkedPassage, published: Date | None
) -> list[tuple[int, str, str]]:
    """Give the dates that a text names, the nearest to a paragraph of it first: how far that is in
    characters, the words, EDTF.
    """
    if row.text is None or row.language not in LANGUAGES:
        return []
    end = passage.start + len(passage.text)
    said = [
        (max(passage.start - timex.start, timex.start - end, 0), timex.text, timex.edtf.text)
        for timex in tag(row.text, language=row.language, published=published)
        if timex.edtf is not None
    ]
    return sorted(said, key=lambda one: one[0])


def events_proposed(
    session: Connection, home: int, row: Row[Any], language: str
) -> Iterator[EventProposal]:
    """Give other events that may be the one of a claim: those of its source and those of its type
    in which somebody of it takes part; first those of its type, then those with most in common,
    then the nearest in the text.
    """
    c, e = t.claim, t.event
    own = session.execute(select(e.c.key, e.c.type).where(e.c.id == home)).one()
    taking = _taking(session, [home])[home]
    inside = select(c.c.home_id).where(c.c.source_id == row.source_id, counts())
    p = t.participation
    beside = select(p.c.home_id).where(p.c.actor_id.in_(taking))
    alike = and_(e.c.id.in_(beside), e.c.type == own.type)
    query = select(e.c.id, e.c.key, e.c.type, e.c.date).where(
        or_(e.c.id.in_(inside), alike), e.c.standing.is_not(None), e.c.id != home
    )
    rows = session.execute(query.order_by(e.c.sort, e.c.key).limit(_LOOKED_AT)).all()
    others = _taking(session, [other.id for other in rows])
    pairs = (pair for pair in judged_apart(session, "event") if home in pair)
    apart = {number for pair in pairs for number in pair}
    near = _distances(session, row)

    def rank(other: Row[Any]) -> tuple[bool, int, int]:
        common = taking.keys() & others[other.id].keys()
        return other.type != own.type, -len(common), near.get(other.id, UNDATED)

    best = sorted((other for other in rows if other.id not in apart), key=rank)[:PROPOSED]
    named = titles(session, [other.id for other in best], language)
    for other in best:
        who = tuple(name for key, name in taking.items() if key in others[other.id])
        yield EventProposal(other.key, named.get(other.id), other.type, other.date, who)


def _taking(session: Connection, events: Sequence[int]) -> dict[int, dict[int, str]]:
    """Give event id -> id and name of each who takes part."""
    p, who, found = t.participation, t.actor, defaultdict[int, dict[int, str]](dict)
    query = select(p.c.home_id, who.c.id, who.c.name).join(who, who.c.id == p.c.actor_id)
    for event, actor, name in session.execute(query.where(p.c.home_id.in_(events))):
        found[event][actor] = name
    return found


def _distances(session: Connection, row: Row[Any]) -> dict[int, int]:
    """Give id of an event -> how far from this claim the source speaks of it, in characters."""
    c = t.claim
    query = select(c.c.home_id, c.c.trigger_start).where(
        c.c.source_id == row.source_id, counts(), c.c.trigger_start.is_not(None)
    )
    here, found = row.trigger_start or 0, dict[int, int]()
    for event, start in session.execute(query).tuples():
        found[event] = min(found.get(event, UNDATED), abs(start - here))
    return found
