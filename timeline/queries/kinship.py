"""What two actors have in common beside a part of their names: an office, or company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, exists, select, union

from timeline.errors import Message
from timeline.names import fold
from timeline.store.accounts import counts
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from sqlalchemy import Connection

# So many events are asked for at once; of whoever takes part in more, the first are enough.
_EVENTS = 1000


class Circles:
    """What is known of the offices and the company of actors (ids after merges), each read once.

    Args:
        session: an open store.
    """

    def __init__(self, session: Connection) -> None:
        self._session = session
        self._offices: dict[int, list[str]] = {}
        self._company: dict[int, dict[int, tuple[str, str]]] = {}

    def in_common(self, one: int, other: int) -> Message | None:
        """Say what two actors have in common; None where they have nothing."""
        for title in self._offices_of(one):
            for same in self._offices_of(other):
                if one_office(title, same):
                    return Message("suggest-office", title=min(title, same, key=len))
        mine, theirs = self._company_of(one), self._company_of(other)
        shared = sorted(mine[who] for who in mine.keys() & theirs.keys() - {one, other})[:2]
        if not shared:
            return None
        return Message("suggest-company", names=tuple(name for _, name in shared))

    def _offices_of(self, actor: int) -> list[str]:
        if actor not in self._offices:
            self._offices[actor] = sorted(_offices(self._session, actor))
        return self._offices[actor]

    def _company_of(self, actor: int) -> dict[int, tuple[str, str]]:
        if actor not in self._company:
            self._company[actor] = _company(self._session, actor)
        return self._company[actor]


def in_one_account(session: Connection, one: int, other: int) -> bool:
    """Whether one claim names both: then they are two."""
    p, also, c = t.participation, t.participation.alias(), t.claim
    both = (
        exists()
        .where(p.c.actor_id == one, also.c.actor_id == other)
        .where(also.c.home_id == p.c.home_id, also.c.claim_id == p.c.claim_id)
        .where(c.c.home_id == p.c.home_id, c.c.id == p.c.claim_id, counts())
    )
    return bool(session.scalar(select(both)))


def one_office(title: str, other: str) -> bool:
    """Whether two titles may be those of one office: all words of the one are in the other
    ("president").
    """
    left, right = set(fold(title).split()), set(fold(other).split())
    return bool(left and right) and (left <= right or right <= left)


def _offices(session: Connection, actor: int) -> set[str]:
    """Give the titles that an actor holds or held, and the capacities in which he takes part."""
    a, p, c, held = t.actor, t.participation, t.claim, t.position
    named = (
        select(p.c.capacity)
        .join(c, and_(c.c.home_id == p.c.home_id, c.c.id == p.c.claim_id, counts()))
        .where(p.c.actor_id == actor, p.c.capacity.is_not(None))
    )
    titles = select(held.c.title).join(a, a.c.id == held.c.actor_id)
    return set(
        session.scalars(
            union(named, titles.where(a.c.canonical_id == actor, held.c.revoked_in.is_(None)))
        )
    )


def _company(session: Connection, actor: int) -> dict[int, tuple[str, str]]:
    """Give id -> key and name of who takes part in the events of an actor."""
    p, c, who, e = t.participation, t.claim, t.actor, t.event
    live = and_(c.c.home_id == p.c.home_id, c.c.id == p.c.claim_id, counts())
    own = (
        select(p.c.sort, e.c.key, e.c.id)
        .select_from(p)
        .join(c, live)
        .join(e, e.c.id == p.c.home_id)
        .where(p.c.actor_id == actor)
        .distinct()
        .order_by(p.c.sort, e.c.key)
        .limit(_EVENTS)
    )
    events = [event.id for event in session.execute(own)]
    query = (
        select(who.c.id, who.c.key, who.c.name)
        .join(p, p.c.actor_id == who.c.id)
        .join(c, live)
        .where(p.c.home_id.in_(events))
        .distinct()
    )
    return {number: (key, name) for number, key, name in session.execute(query)} if events else {}
