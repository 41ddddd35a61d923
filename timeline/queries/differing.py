"""Where a machine reads otherwise than people, and where people decided differently."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, func, or_, select

from timeline.errors import Message
from timeline.queries.rows import Side, Voice
from timeline.store.accounts import stands
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, FromClause, Select

    from timeline.queries.walk import Shown
    from timeline.resolve import Outcome


class Told(NamedTuple):
    """What a live claim says of an event; origin: from whom its source has that, if it passes it
    on.
    """

    key: str
    source: str
    polarity: str
    modality: str
    date: str | None
    earliest: int | None
    latest: int | None
    quote: str | None
    unreviewed: bool
    origin: str | None

    @property
    def voice(self) -> Voice:
        """Who makes it, in which words."""
        return Voice(self.source, self.key, self.quote, origin=self.origin)


def grouped(claims: Iterable[Told], name: str) -> list[Side]:
    """Give a side for each value that claims have, in the order in which they come."""
    voices: dict[str, list[Voice]] = defaultdict(list)
    for claim in claims:
        voices[getattr(claim, name)].append(claim.voice)
    return [Side(says, tuple(who)) for says, who in voices.items()]


def read_otherwise(
    event: Shown, claims: Sequence[Told], outcome: Outcome | None
) -> Iterator[tuple[str, list[Side]]]:
    """Give the sides of people and of machines, where these read standing or date otherwise.

    Args:
        event: as it is shown.
        claims: of it.
        outcome: what follows from them; None where no machine reads anything otherwise.
    """
    if outcome is None:
        return
    people = [claim for claim in claims if not claim.unreviewed]
    machines = [claim for claim in claims if claim.unreviewed]
    if outcome.standing_reason.code == "standing-unreviewed":
        sides = [_stances(of) for of in (people, machines)]
        known = {side.says for side in sides[0]}
        yield (
            "standing",
            [*sides[0], *_unreviewed(one for one in sides[1] if one.says not in known)],
        )
    lost = {one.key for one in outcome.lost if one.why.code == "lost-to-person"}
    if lost and event.status != "conflict":
        read = [claim for claim in machines if claim.key in lost]
        said = [one.voice for one in people if one.date]
        yield "date", [Side(str(event.date), tuple(said)), *_unreviewed(grouped(read, "date"))]


def _stances(claims: Sequence[Told]) -> list[Side]:
    """Give a side for each modality of those that affirm, and one for those that deny."""
    affirming, denying = (
        [claim for claim in claims if claim.polarity == stance] for stance in ("affirms", "denies")
    )
    return [*grouped(affirming, "modality"), *grouped(denying, "polarity")]


def _unreviewed(sides: Iterable[Side]) -> Iterator[Side]:
    for side in sides:
        denied = side.says == "denies"
        why = Message("read-unreviewed-denial") if denied else Message("read-unreviewed")
        yield side._replace(why=why)


def _rivals() -> tuple[FromClause, FromClause, ColumnElement[bool]]:
    """Give the verdicts twice, and the condition that two people decided differently about one
    claim.
    """
    one, other = t.verdict.alias(), t.verdict.alias()
    differ = or_(
        one.c.says != other.c.says,
        func.coalesce(one.c.correction, "") != func.coalesce(other.c.correction, ""),
    )
    live = and_(one.c.revoked_in.is_(None), other.c.revoked_in.is_(None))
    return one, other, and_(one.c.claim == other.c.claim, one.c.by != other.c.by, differ, live)


def differently_decided() -> Select[tuple[int]]:
    """Select the events about whose claims people decided differently."""
    c = t.claim.c
    one, other, differ = _rivals()
    query = select(c.home_id).join(one, one.c.claim == c.key).join(other, differ)
    return query.where(stands()).distinct().order_by(c.home_id)


def decided_differently(
    session: Connection, events: Sequence[int]
) -> dict[int, list[tuple[str, list[Side]]]]:
    """Give event id -> the sides of those who decided differently about one of its claims."""
    found: dict[int, dict[str, dict[str, Side]]] = defaultdict(lambda: defaultdict(dict))
    if events:
        c = t.claim.c
        one, other, differ = _rivals()
        query = (
            select(c.home_id, c.key, c.quote, t.source.c.key.label("source"))
            .add_columns(one.c.says, one.c.by, one.c.at, one.c.why)
            .join(t.source, t.source.c.id == c.source_id)
            .join(one, one.c.claim == c.key)
            .join(other, differ)
            .where(c.home_id.in_(events), stands())
            .order_by(c.home_id, c.key, c.verdict_id != one.c.id, one.c.at, one.c.by)
        )
        for row in session.execute(query):
            why = Message(
                "decided-by", by=row.by, at=row.at, **({"why": row.why} if row.why else {})
            )
            side = Side(row.says, (Voice(row.source, row.key, row.quote),), why)
            found[row.home_id][row.key].setdefault(row.by, side)
    return defaultdict(
        list,
        {
            event: [("verdict", list(sides.values())) for sides in of.values()]
            for event, of in found.items()
        },
    )
