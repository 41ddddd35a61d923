"""Who there is, and one actor's profile."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select, tuple_, union

from timeline.dates import may_meet, parse
from timeline.errors import UsageError
from timeline.queries.details import titles
from timeline.queries.find import find_actor, group_of, is_mention
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
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select


def actors(
    session: Connection, *, limit: int | None = None, after: str | None = None
) -> Page[ActorRow]:
    """List the actors by name, those who were merged once, without the mentions.

    Args:
        session: an open store.
        limit: at most so many; None means all.
        after: the `after` of the page before: the key of its last actor.

    Raises:
        UsageError: `after` is no actor's key.
    """
    rows, following = _by_name(session, ~is_mention(t.actor), limit, after)
    return Page(tuple(_actor_row(session, row) for row in rows), following)


def mentions(
    session: Connection, *, limit: int | None = None, after: str | None = None
) -> Page[MentionRow]:
    """List by name those whom a machine found and nobody has confirmed.

    Arguments and errors as for `actors`.
    """
    rows, following = _by_name(session, is_mention(t.actor), limit, after)
    return Page(tuple(_mention_row(session, row) for row in rows), following)


def _by_name(
    session: Connection, which: ColumnElement[bool], limit: int | None, after: str | None
) -> tuple[Sequence[Row[Any]], str | None]:
    """Give a page of actors, and the key to go on after."""
    a, n = t.actor, t.actor_name
    query = (
        select(a)
        .join(n, and_(n.c.actor_id == a.c.id, n.c.n == 0))
        .where(a.c.canonical_id == a.c.id, which)
    )
    if after is not None:
        place = session.execute(
            select(n.c.folded, a.c.id)
            .join(a, and_(n.c.actor_id == a.c.id, n.c.n == 0))
            .where(a.c.key == after)
        ).first()
        if place is None:
            raise UsageError("no-such-cursor", cursor=after)
        query = query.where(tuple_(n.c.folded, a.c.id) > tuple(place))
    query = query.order_by(n.c.folded, a.c.id)
    rows = session.execute(query if limit is None else query.limit(limit + 1)).all()
    shown = rows if limit is None else rows[:limit]
    return shown, shown[-1].key if len(shown) < len(rows) else None


def _mention_row(session: Connection, row: Row[Any]) -> MentionRow:
    group = group_of(session, row.id)
    c = t.claim
    told = [
        select(t.source.c.key, c.c.home_id, c.c.id)
        .select_from(table)
        .join(c, and_(c.c.home_id == table.c.home_id, c.c.id == table.c.claim_id, counts()))
        .join(t.source, t.source.c.id == c.c.source_id)
        .where(table.c.actor_id.in_(group))
        for table in (t.participation, t.attribution)
    ]
    accounts = union(*told).subquery()
    found = session.execute(select(accounts).order_by(accounts.c.id)).all()
    sources = tuple(dict.fromkeys(account.key for account in found))
    return MentionRow(
        row.key, row.name, row.kind, len({account.home_id for account in found}), sources
    )


def _actor_row(session: Connection, row: Row[Any]) -> ActorRow:
    group = group_of(session, row.id)
    appearances = _appearances(group)
    dated = appearances.where(t.participation.c.sort < UNDATED).order_by(None)
    place = (t.participation.c.sort, t.event.c.id)
    first = session.execute(dated.order_by(*place).limit(1)).first()
    last = session.execute(dated.order_by(*(column.desc() for column in place)).limit(1)).first()
    counted = appearances.order_by(None).with_only_columns(func.count(t.event.c.id.distinct()))
    names = session.scalars(
        select(t.actor_name.c.text)
        .where(t.actor_name.c.actor_id.in_(group))
        .order_by(t.actor_name.c.actor_id != row.id, t.actor_name.c.actor_id, t.actor_name.c.n)
    )
    return ActorRow(
        key=row.key,
        name=row.name,
        kind=row.kind,
        names=tuple(name for name in dict.fromkeys(names) if name != row.name),
        first=first.date if first else None,
        last=last.date if last else None,
        events=session.scalar(counted) or 0,
        mention=row.mention
        and all(session.scalars(select(t.actor.c.mention).where(t.actor.c.id.in_(group)))),
    )


def _appearances(group: Sequence[int]) -> Select[Any]:
    """Select the live participations of actors in order of time, with their events as they are
    after merges.
    """
    p, c, e = t.participation, t.claim, t.event
    return (
        select(
            e.c.id,
            e.c.key,
            e.c.date,
            e.c.earliest,
            e.c.latest,
            e.c.standing,
            p.c.role,
            p.c.capacity,
        )
        .select_from(p)
        .join(c, and_(c.c.home_id == p.c.home_id, c.c.id == p.c.claim_id, counts()))
        .join(e, e.c.id == p.c.home_id)
        .where(p.c.actor_id.in_(group))
        .order_by(p.c.sort, e.c.id, c.c.event_id, c.c.id, p.c.n)
    )


def profile(session: Connection, called: str, *, language: str = "en") -> Profile:
    """Draw one actor's profile.

    Args:
        session: an open store.
        called: his key or one of his names.
        language: of the events' titles.

    Raises:
        NotFoundError, AmbiguousError: there is no such actor, or there are several.
    """
    number = find_actor(session, called)
    group = group_of(session, number)
    row = session.execute(select(t.actor).where(t.actor.c.id == number)).one()
    positions = _positions(session, group)
    rows = session.execute(_appearances(group)).all()
    roles: Counter[str] = Counter()
    for _, role in {(item.id, item.role): None for item in rows}:
        roles[role] += 1
    return Profile(
        actor=_actor_row(session, row),
        description=row.description,
        names=_names(session, group),
        identifiers=_identifiers(session, group),
        merged=tuple(
            session.scalars(
                select(t.actor.c.key)
                .where(t.actor.c.id.in_(group), t.actor.c.id != number)
                .order_by(t.actor.c.id)
            )
        ),
        positions=tuple(positions),
        roles=tuple(sorted(roles.items(), key=lambda item: (-item[1], item[0]))),
        appearances=_appearance_rows(
            rows, positions, titles(session, [item.id for item in rows], language)
        ),
        company=_company(session, group, sorted({item.id for item in rows})),
    )


def _names(session: Connection, group: Sequence[int]) -> tuple[NameRow, ...]:
    n = t.actor_name
    query = (
        select(n.c.text, n.c.language, n.c.kind)
        .where(n.c.actor_id.in_(group))
        .order_by(n.c.actor_id, n.c.n)
    )
    return tuple(dict.fromkeys(NameRow(*row) for row in session.execute(query)))


def _identifiers(session: Connection, group: Sequence[int]) -> tuple[tuple[str, str], ...]:
    i = t.actor_identifier
    query = (
        select(i.c.scheme, i.c.value).where(i.c.actor_id.in_(group)).order_by(i.c.scheme, i.c.value)
    )
    return tuple(session.execute(query).tuples().all())


def _positions(session: Connection, group: Sequence[int]) -> list[PositionRow]:
    p, within, organisation = t.position, t.actor.alias(), t.actor.alias()
    query = (
        select(p.c.title, organisation.c.name, p.c.held, t.source.c.key)
        .outerjoin(within, within.c.id == p.c.organisation_id)
        .outerjoin(organisation, organisation.c.id == within.c.canonical_id)
        .outerjoin(t.source, t.source.c.id == p.c.source_id)
        .where(p.c.actor_id.in_(group), p.c.revoked_in.is_(None))
        .order_by(func.coalesce(p.c.held_earliest, UNDATED), p.c.id)
    )
    return list(dict.fromkeys(PositionRow(*row) for row in session.execute(query)))


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
                title=named.get(row.id),
                role=row.role,
                capacity=row.capacity,
                standing=row.standing,
                positions=at_the_time,
            )
    return tuple(found.values())


def _held_at(position: PositionRow, event: Row[Any]) -> bool:
    """Whether a position may have been held when the event took place."""
    if position.held is None or event.date is None:
        return False
    return may_meet(parse(position.held), event.earliest, event.latest)


def _called(position: PositionRow) -> str:
    return f"{position.title}, {position.organisation}" if position.organisation else position.title


def _company(
    session: Connection, group: Sequence[int], events: Sequence[int]
) -> tuple[CompanyRow, ...]:
    """Give who else takes part in some events, the most frequent first."""
    p, c, who = t.participation, t.claim, t.actor
    times = func.count(p.c.home_id.distinct()).label("times")
    query = (
        select(who.c.key, who.c.name, times)
        .join(p, p.c.actor_id == who.c.id)
        .join(c, and_(c.c.home_id == p.c.home_id, c.c.id == p.c.claim_id, counts()))
        .where(p.c.home_id.in_(events), who.c.id.not_in(group))
        .group_by(who.c.id, who.c.key, who.c.name)
        .order_by(times.desc(), who.c.key)
    )
    return tuple(CompanyRow(*row) for row in session.execute(query))
