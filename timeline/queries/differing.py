"""Where a machine reads otherwise than people, and where people decided differently."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, case, or_, select

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
    evident: bool
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


# Verdicts -----------------------------------------------------------------------------------------


def _at_one_place() -> tuple[FromClause, FromClause, ColumnElement[bool]]:
    """Give the verdicts twice, and the condition that two people decided about what stands at one
    place: about one claim, or about two readings of it.
    """
    one, other = t.verdict.alias(), t.verdict.alias()
    a, b = one.c, other.c
    around = and_(a.trigger_start < b.trigger_end, b.trigger_start < a.trigger_end)
    # In another text it is the same word in the same sentence.
    word = and_(a.quote == b.quote, a.trigger == b.trigger, _in_quote(one) == _in_quote(other))
    elsewhere = and_(word, or_(a.source == b.source, a.url == b.url))
    here = or_(a.claim == b.claim, and_(a.text_sha256 == b.text_sha256, around), elsewhere)
    live = and_(a.revoked_in.is_(None), b.revoked_in.is_(None))
    return one, other, and_(here, a.by != b.by, live)


def _in_quote(verdict: FromClause) -> ColumnElement[int]:
    return verdict.c.trigger_start - verdict.c.quote_start


def _kept(verdict: FromClause) -> ColumnElement[str]:
    """Give the key of the claim that a verdict lets count; of one that rejects it no key."""
    v = verdict.c
    return case((v.says == "rejected", ""), (v.says == "corrected", v.correction), else_=v.claim)


def differently_decided() -> Select[tuple[int]]:
    """Select the events about whose claims people may have decided differently."""
    c = t.claim.c
    one, other, at_one_place = _at_one_place()
    query = select(c.home_id).join(one, one.c.id == c.verdict_id).join(other, at_one_place)
    differ = _kept(one) != _kept(other)
    return query.where(stands(), differ).distinct().order_by(c.home_id)


class _Decided(NamedTuple):
    """What a person decided last about a place."""

    says: str
    kept: str
    claim: str
    quote: str | None
    by: str
    at: str
    why: str | None


def decided_differently(
    session: Connection, events: Sequence[int]
) -> dict[int, list[tuple[str, list[Side]]]]:
    """Give event id -> the sides of those who decided differently about one of its claims, the one
    that holds first.
    """
    c = t.claim.c
    one, other, at_one_place = _at_one_place()
    told = (other.c.says, _kept(other), other.c.claim, other.c.quote, other.c.by, other.c.at)
    query = (
        select(c.home_id, t.source.c.key, one.c.id, one.c.says, _kept(one), one.c.claim)
        .add_columns(one.c.quote, one.c.by, one.c.at, one.c.why, *told, other.c.why)
        .join(t.source, t.source.c.id == c.source_id)
        .join(one, one.c.id == c.verdict_id)
        .join(other, at_one_place)
        .where(c.home_id.in_(events), stands())
        .order_by(c.home_id, t.source.c.key, one.c.claim, one.c.id, other.c.at, other.c.by)
    )
    places: dict[tuple[int, str, int], dict[str, _Decided]] = defaultdict(dict)
    for home, source, number, *both in session.execute(query).tuples() if events else ():
        holds, later = _Decided(*both[:7]), _Decided(*both[7:])
        people = places[home, source, number]
        people.setdefault(holds.by, holds)
        people[later.by] = later
    found: dict[int, list[tuple[str, list[Side]]]] = defaultdict(list)
    for (home, source, _), people in places.items():
        if len({one.kept for one in people.values()}) > 1:
            found[home].append(("verdict", list(_by_people(source, list(people.values())))))
    return found


def _by_people(source: str, decided: Sequence[_Decided]) -> Iterator[Side]:
    """Give a side for each person; where they read differently, with which reading it is about."""
    several = len({one.claim for one in decided}) > 1
    for one in decided:
        values = {"by": one.by, "at": one.at} | ({"why": one.why} if one.why else {})
        why = Message("decided-by", **values)
        if several:
            why = Message("decided-about", claim=one.claim, **values)
        yield Side(one.says, (Voice(source, one.claim, one.quote),), why)
