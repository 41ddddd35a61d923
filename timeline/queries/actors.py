"""Who there is, and one actor's profile."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, func, select, union

from timeline.dates import may_meet, parse
from timeline.dates.common import from_spans
from timeline.dates.spans import joined
from timeline.names import fold
from timeline.queries.apart import Apart, apart
from timeline.queries.details import in_order, titles
from timeline.queries.find import find_actor, is_mention
from timeline.queries.having import actors_having
from timeline.queries.noted import notes_on_all
from timeline.queries.pages import read_page_by_name
from timeline.queries.question import ANYTHING
from timeline.queries.rows import (
    ActorRow,
    AppearanceRow,
    CompanyRow,
    MentionRow,
    NameRow,
    Page,
    PositionRow,
    Profile,
)
from timeline.resolve import UNDATED
from timeline.store.accounts import counts
from timeline.store.preferred import shown_positions
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select

    from timeline.dates import Date
    from timeline.queries.question import Question

# What is told of so many actors is read at once.
_BATCH = 500
# So few actors are listed by what they are, and not looked for among all names.
_FEW = 1000


def actors(
    session: Connection,
    *,
    limit: int | None = None,
    after: str | None = None,
    language: str = "en",
    question: Question = ANYTHING,
) -> Page[ActorRow]:
    """List the actors by name, those who were merged once, without the mentions.

    Args:
        session: an open store.
        limit: at most so many; None means all.
        after: the `after` of the page before: the key of its last actor.
        language: of titles.
        question: only those who take part in an event that meets it, as far as it asks who made and
            who reviewed the claims; and whether hidden events count.

    Raises:
        UsageError: `after` is no actor's key.
    """
    which = (*_known(session), *actors_having(session, question))
    rows, following = _by_name(session, which, limit, after)
    shown: list[ActorRow] = []
    for batch in _batches(rows):
        namesakes = _namesakes(session, [row.id for row in batch])
        told = apart(session, namesakes, language) if namesakes else {}
        shown += _actor_rows(session, batch, told, hidden=question.hidden)
    return Page(tuple(shown), following)


def mentions(
    session: Connection,
    *,
    limit: int | None = None,
    after: str | None = None,
    question: Question = ANYTHING,
) -> Page[MentionRow]:
    """List by name those whom a machine found and nobody has confirmed.

    Arguments and errors as for `actors`.
    """
    which = (is_mention(t.actor), *actors_having(session, question))
    rows, following = _by_name(session, which, limit, after)
    shown = [row for batch in _batches(rows) for row in _mention_rows(session, batch)]
    return Page(tuple(shown), following)


def _known(session: Connection) -> Iterator[ColumnElement[bool]]:
    """Give the conditions that an actor is no mention.

    Where such actors are few they are named: else the names of all mentions would be looked through
    for them.
    """
    a, i = t.actor, t.actor_identifier
    yield ~is_mention(a)
    confirmed = select(a.c.canonical_id).where(~a.c.mention).distinct().limit(_FEW + 1)
    found = set(session.scalars(confirmed))
    if len(found) > _FEW:
        return
    own = and_(i.c.actor_id == a.c.id, a.c.key == i.c.scheme.concat("/").concat(i.c.value))
    named = select(a.c.canonical_id).join(i, own).where(a.c.mention).distinct().limit(_FEW + 1)
    found.update(session.scalars(named))
    if len(found) <= _FEW:
        yield a.c.id.in_(found)


def _batches(rows: Sequence[Row[Any]]) -> Iterator[Sequence[Row[Any]]]:
    return (rows[first : first + _BATCH] for first in range(0, len(rows), _BATCH))


def _by_name(
    session: Connection, which: Iterable[ColumnElement[bool]], limit: int | None, after: str | None
) -> tuple[Sequence[Row[Any]], str | None]:
    """Give a page of actors, and the key to go on after."""
    a, n = t.actor, t.actor_name
    query = select(a).where(a.c.canonical_id == a.c.id, *which)
    return read_page_by_name(session, query, (a, n, n.c.actor_id), limit, after)


def _mention_rows(session: Connection, rows: Sequence[Row[Any]]) -> Iterator[MentionRow]:
    """Make the rows of some mentions: their events and sources are read at once."""
    ids = [row.id for row in rows]
    c, p, a = t.claim, t.participation, t.attribution
    taking = select(p.c.actor_id, p.c.home_id, p.c.claim_id).where(p.c.actor_id.in_(ids))
    telling = (
        select(t.actor.c.canonical_id, a.c.home_id, a.c.claim_id)
        .join(t.actor, t.actor.c.id == a.c.actor_id)
        .where(t.actor.c.canonical_id.in_(ids))
    )
    named = union(taking, telling).subquery()
    query = (
        select(named.c.actor_id, named.c.home_id, t.source.c.key)
        .select_from(named)
        .join(c, and_(c.c.home_id == named.c.home_id, c.c.id == named.c.claim_id, counts()))
        .join(t.source, t.source.c.id == c.c.source_id)
        .order_by(*in_order())
    )
    events: dict[int, set[int]] = defaultdict(set)
    sources: dict[int, dict[str, None]] = defaultdict(dict)
    for actor, event, source in session.execute(query):
        events[actor].add(event)
        sources[actor][source] = None
    for row in rows:
        told = tuple(sources[row.id])
        yield MentionRow(row.key, row.name, row.kind, len(events[row.id]), told)


class _Career(NamedTuple):
    """The dates of an actor's first and last dated event, and how many events there are."""

    first: str | None
    last: str | None
    events: int


def _namesakes(session: Connection, listed: Sequence[int]) -> set[int]:
    """Of actors in the list, give those whose name another one in it has."""
    n, other, a = t.actor_name, t.actor_name.alias(), t.actor
    query = (
        select(n.c.actor_id)
        .join(other, and_(other.c.folded == n.c.folded, other.c.actor_id != n.c.actor_id))
        .join(a, and_(a.c.id == other.c.actor_id, a.c.canonical_id == a.c.id, ~is_mention(a)))
        .where(n.c.actor_id.in_(listed), n.c.n == 0, other.c.n == 0)
    )
    return set(session.scalars(query))


def _actor_rows(
    session: Connection, rows: Sequence[Row[Any]], told: Mapping[int, Apart], *, hidden: bool
) -> Iterator[ActorRow]:
    """Make the rows of some actors: what is told of them is read at once."""
    ids = [row.id for row in rows]
    names, careers = _all_names(session, ids), _careers(session, ids, hidden=hidden)
    mentions = select(t.actor.c.id).where(t.actor.c.id.in_(ids), is_mention(t.actor))
    waiting = set(session.scalars(mentions)) if any(row.mention for row in rows) else set()
    for row in rows:
        known = told.get(row.id, Apart())
        yield ActorRow(
            key=row.key,
            name=row.name,
            kind=row.kind,
            names=tuple(name for name in names[row.id] if name != row.name),
            **careers[row.id]._asdict(),
            mention=row.id in waiting,
            description=known.description,
            event=known.event,
            source=known.source,
        )


def _all_names(session: Connection, actors: Sequence[int]) -> dict[int, dict[str, None]]:
    """Give actor id -> all names, first its own, then those of whom it was merged with."""
    n, a = t.actor_name.c, t.actor.c
    query = (
        select(a.canonical_id, n.text)
        .join(t.actor, a.id == n.actor_id)
        .where(a.canonical_id.in_(actors))
        .order_by(a.id != a.canonical_id, a.key, n.n)
    )
    found: dict[int, dict[str, None]] = defaultdict(dict)
    for actor, name in session.execute(query):
        found[actor][name] = None
    return found


def _careers(session: Connection, actors: Sequence[int], *, hidden: bool) -> dict[int, _Career]:
    """Give actor id -> career: each part of it is read off the actor's events in their order.

    When something was reported is no date of it.
    """
    a, p, c, e = t.actor, t.participation, t.claim, t.event
    live = and_(c.c.home_id == p.c.home_id, c.c.id == p.c.claim_id, counts())
    told = select(p.c.home_id).select_from(p).join(c, live).join(e, e.c.id == p.c.home_id)
    told = told.where(p.c.actor_id == a.c.id, *_shown(hidden=hidden))
    dated = told.where(p.c.sort < UNDATED, e.c.date_status != "by_report").limit(1)
    dates = dated.with_only_columns(e.c.date)
    columns = (
        dates.order_by(p.c.sort, e.c.key),
        dates.order_by(p.c.sort.desc(), e.c.key.desc()),
        told.with_only_columns(func.count(p.c.home_id.distinct())),
    )
    query = select(a.c.id, *(column.correlate(a).scalar_subquery() for column in columns))
    rows = session.execute(query.where(a.c.id.in_(actors))).tuples()
    return {actor: _Career(*career) for actor, *career in rows}


def _shown(*, hidden: bool) -> tuple[ColumnElement[bool], ...]:
    """Give the condition on an event that it is shown."""
    return () if hidden else (~t.event.c.hidden,)


def _appearances(actor: int) -> Select[Any]:
    """Select the participations of an actor that count, in order of time, with their events."""
    p, c, e = t.participation, t.claim, t.event
    own = (e.c.id, e.c.key, e.c.date, e.c.date_status, e.c.earliest, e.c.latest, e.c.standing)
    return (
        select(*own, e.c.hidden, p.c.role, p.c.capacity)
        .select_from(p)
        .join(c, and_(c.c.home_id == p.c.home_id, c.c.id == p.c.claim_id, counts()))
        .join(t.source, t.source.c.id == c.c.source_id)
        .join(e, e.c.id == p.c.home_id)
        .where(p.c.actor_id == actor)
        .order_by(p.c.sort, e.c.key, *in_order(), p.c.n)
    )


def profile(
    session: Connection, called: str, *, language: str = "en", hidden: bool = False
) -> Profile:
    """Draw one actor's profile.

    Args:
        session: an open store.
        called: a key or a name.
        language: of the events' titles.
        hidden: whether events are shown of which machines alone speak, undecided and unsure.

    Raises:
        NotFoundError, AmbiguousError: there is no such actor, or there are several.
    """
    number = find_actor(session, called)
    a = t.actor
    members = session.execute(select(a).where(a.c.canonical_id == number).order_by(a.c.key)).all()
    group = select(a.c.id).where(a.c.canonical_id == number)
    row = next(member for member in members if member.id == number)
    (shown,) = _actor_rows(session, [row], {number: Apart(row.description)}, hidden=hidden)
    positions = _positions(session, group)
    found = session.execute(_appearances(number)).all()
    rows = [row for row in found if hidden or not row.hidden]
    p, e = t.participation, t.event
    events = select(e.c.id).join(p, p.c.home_id == e.c.id).where(p.c.actor_id == number)
    by_machine = _merged_by_machine(session, group)
    roles = Counter(role for _, role in {(item.id, item.role): None for item in rows})
    named = titles(session, list({item.id: None for item in rows}), language)
    return Profile(
        actor=shown,
        description=row.description,
        names=_names(session, group),
        identifiers=_identifiers(session, group),
        merged=tuple(one.key for one in members if one is not row and one.id not in by_machine),
        merged_by_machine=tuple(one.key for one in members if one.id in by_machine),
        positions=tuple(positions),
        roles=tuple(sorted(roles.items(), key=lambda item: (-item[1], item[0]))),
        appearances=_appearance_rows(rows, positions, named),
        company=_company(session, number, events.where(*_shown(hidden=hidden))),
        notes=notes_on_all(session, "actor", [member.key for member in members]),
        hidden=len({row.id for row in found} - {row.id for row in rows}),
    )


def _merged_by_machine(session: Connection, group: Select[tuple[int]]) -> set[int]:
    """Give the ids of the mentions in a group that are in it as a machine judged."""
    j = t.judgement.c
    judged = select(j.right_id).where(j.of == "actor", j.extractor.is_not(None))
    return set(session.scalars(judged.where(j.revoked_in.is_(None), j.right_id.in_(group))))


def _names(session: Connection, group: Select[tuple[int]]) -> tuple[NameRow, ...]:
    n, a = t.actor_name.c, t.actor.c
    query = (
        select(n.text, n.language, n.kind)
        .join(t.actor, a.id == n.actor_id)
        .where(n.actor_id.in_(group))
        .order_by(a.id != a.canonical_id, a.key, n.n)
    )
    return tuple(dict.fromkeys(NameRow(*row) for row in session.execute(query)))


def _identifiers(session: Connection, group: Select[tuple[int]]) -> tuple[tuple[str, str], ...]:
    i = t.actor_identifier
    query = (
        select(i.c.scheme, i.c.value).where(i.c.actor_id.in_(group)).order_by(i.c.scheme, i.c.value)
    )
    return tuple((scheme, value) for scheme, value in session.execute(query))


def _positions(session: Connection, group: Select[tuple[int]]) -> list[PositionRow]:
    """Give the titles of an actor: those of which it is known from when to when they were held,
    then the others, each once for all sources that call them so.
    """
    p, within, organisation = t.position, t.actor.alias(), t.actor.alias()
    query = (
        select(p.c.title, organisation.c.name, p.c.held)
        .add_columns(t.source.c.key.label("source"), t.source.c.published)
        .add_columns(func.coalesce(t.source.c.published_earliest, -UNDATED).label("on"))
        .outerjoin(within, within.c.id == p.c.organisation_id)
        .outerjoin(organisation, organisation.c.id == within.c.canonical_id)
        .outerjoin(t.source, t.source.c.id == p.c.source_id)
        .where(p.c.actor_id.in_(group), shown_positions())
        .order_by(
            func.coalesce(p.c.held_earliest, UNDATED),
            p.c.title,
            func.coalesce(p.c.held, ""),
            func.coalesce(organisation.c.key, ""),
            func.coalesce(t.source.c.key, ""),
        )
    )
    told: list[PositionRow] = []
    called: dict[tuple[str, str | None], list[Row[Any]]] = defaultdict(list)
    for row in session.execute(query):
        if row.held is None:
            called[fold(row.title), row.name].append(row)
        else:
            told.append(PositionRow(row.title, row.name, row.held, row.source))
    for rows in called.values():
        rows.sort(key=lambda row: row.on)
        days = [parse(row.published.partition("T")[0]) for row in rows if row.published]
        row = rows[-1]
        told.append(PositionRow(row.title, row.name, None, row.source, _first_and_last(days)))
    return list(dict.fromkeys(told))


def _first_and_last(days: Sequence[Date]) -> str | None:
    """The first and the last of some dates, which are in order."""
    ends = joined(span for day in (*days[:1], *days[-1:]) for span in day.spans())
    found = from_spans(ends, lasting=True)
    return None if found is None else str(found)


def _appearance_rows(
    rows: Sequence[Row[Any]], positions: Sequence[PositionRow], named: dict[int, str]
) -> tuple[AppearanceRow, ...]:
    found: dict[tuple[int, str], AppearanceRow] = {}
    for row in rows:
        known = found.get((row.id, row.role))
        if known is None or (known.capacity is None and row.capacity is not None):
            at_the_time = tuple(_called(held) for held in positions if _held_at(held, row))
            found[row.id, row.role] = AppearanceRow(
                event=row.key,
                date=row.date,
                date_status=row.date_status,
                title=named.get(row.id),
                role=row.role,
                capacity=row.capacity,
                standing=row.standing,
                positions=at_the_time,
            )
    return tuple(found.values())


def _held_at(position: PositionRow, event: Row[Any]) -> bool:
    """Whether a position may have been held when the event took place."""
    if position.held is None or event.date is None or event.date_status == "by_report":
        return False
    return may_meet(parse(position.held), event.earliest, event.latest)


def _called(position: PositionRow) -> str:
    return f"{position.title}, {position.organisation}" if position.organisation else position.title


def _company(session: Connection, actor: int, events: Select[tuple[int]]) -> tuple[CompanyRow, ...]:
    """Give who else takes part in some events, the most frequent first."""
    p, c, who = t.participation, t.claim, t.actor
    times = func.count(p.c.home_id.distinct()).label("times")
    query = (
        select(who.c.key, who.c.name, times)
        .join(p, p.c.actor_id == who.c.id)
        .join(c, and_(c.c.home_id == p.c.home_id, c.c.id == p.c.claim_id, counts()))
        .where(p.c.home_id.in_(events), who.c.id != actor)
        .group_by(who.c.id, who.c.key, who.c.name)
        .order_by(times.desc(), who.c.key)
    )
    return tuple(CompanyRow(*row) for row in session.execute(query))
