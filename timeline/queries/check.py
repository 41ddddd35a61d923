"""What deserves a look: claims that nothing backs, acts of the dead, offices that were not held at
the time.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, exists, func, or_, select

from timeline.dates import may_meet, parse
from timeline.names import fold
from timeline.queries.details import in_order
from timeline.queries.kinship import one_office
from timeline.queries.rows import FindingRow
from timeline.resolve import DOUBTFUL
from timeline.store.accounts import counts
from timeline.store.preferred import shown_positions
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Connection, Row, Select

# In these roles somebody acts.
_ACTS = ("agent", "speaker")
# What is only planned, asked for or supposed may speak of the dead.
_TOLD = ("asserted", "reported")
# Words by which a capacity says itself that it is not held at the time.
_NOT_THEN = frozenset(
    ("ancien", "ancienne", "designate", "designe", "elect", "elu", "elue", "ex", "former", "futur")
)


class _Held(NamedTuple):
    """A position of which it is known from when to when it was held, and its title."""

    title: str
    held: str


def check(session: Connection) -> Iterator[FindingRow]:
    """List what deserves a look, kind by kind, in order of time.

    no quote         a claim that quotes nothing
    quote not found  a quote that does not stand in the text we hold
    low confidence   a claim of which its machine is unsure
    after death      an act of somebody after a death that sources tell of him
    position         a capacity in an office that the actor is known to have held at other times
    verdict          what a person decided about a claim, where nothing stands any more
    withdrawal       a claim that takes back what a source said, which says nothing of it (any more)

    Args:
        session: an open store.
    """
    c = t.claim
    yield from _claims(
        session, "no quote", c.c.quote.is_(None), lambda row: f"{row.source} is not quoted"
    )
    held = t.source_text
    passage = func.substr(held.c.text, c.c.quote_start + 1, c.c.quote_end - c.c.quote_start)
    lost = and_(
        c.c.quote.is_not(None),
        held.c.text.is_not(None),
        or_(c.c.quote_start.is_(None), passage != c.c.quote),
    )
    yield from _claims(
        session,
        "quote not found",
        lost,
        lambda row: f"it does not stand in the text of {row.source}",
    )
    unsure = and_(c.c.extractor.is_not(None), c.c.confidence < DOUBTFUL)
    yield from _claims(
        session,
        "low confidence",
        unsure,
        lambda row: f"{row.extractor} is sure of it by {row.confidence:g} only",
    )
    yield from _after_death(session)
    yield from _once(_positions(session))
    yield from _verdicts(session)
    yield from _withdrawals(session)


def _claims(
    session: Connection, kind: str, flaw: ColumnElement[bool], says: Any
) -> Iterator[FindingRow]:
    query = _live().where(flaw)
    yield from _once(
        FindingRow(kind, row.event, row.claim, says(row)) for row in session.execute(query)
    )


def _live(*columns: ColumnElement[Any]) -> Select[Any]:
    """Select the live claims in order of time, with their source and the event that they speak of
    after merges.
    """
    c, e = t.claim, t.event
    return (
        select(c.c.key.label("claim"), e.c.key.label("event"), t.source.c.key.label("source"))
        .add_columns(c.c.extractor, c.c.confidence, *columns)
        .select_from(c)
        .join(e, e.c.id == c.c.home_id)
        .join(t.source, t.source.c.id == c.c.source_id)
        .outerjoin(t.source_text, t.source_text.c.source_id == c.c.source_id)
        .where(counts())
        .order_by(e.c.sort, e.c.key, *in_order())
    )


def _once(rows: Iterator[FindingRow]) -> Iterator[FindingRow]:
    """Give each row once: what several collections hold is one claim."""
    seen: set[FindingRow] = set()
    for row in rows:
        if row not in seen:
            seen.add(row)
            yield row


# Acts after death ---------------------------------------------------------------------------------


def _after_death(session: Connection) -> Iterator[FindingRow]:
    p, e = t.participation, t.event
    for death in _deaths(session):
        acts = (
            _live(p.c.role, t.event.c.date)
            .join(p, and_(p.c.home_id == t.claim.c.home_id, p.c.claim_id == t.claim.c.id))
            # The index holds an actor's events in order of time.
            .where(
                p.c.actor_id == death.who,
                p.c.sort >= death.latest,
                e.c.earliest >= death.latest,
            )
            .where(
                p.c.role.in_(_ACTS), t.claim.c.polarity == "affirms", t.claim.c.modality.in_(_TOLD)
            )
        )
        rows = session.execute(acts).all()
        yield from _once(
            FindingRow(
                "after death",
                row.event,
                row.claim,
                f"{death.name} is its {row.role} on {row.date}, and died on {death.date} "
                f"({death.key})",
            )
            for row in rows
        )


def _deaths(session: Connection) -> Iterator[Row[Any]]:
    """Give whose death sources tell of, and when that was over at the latest."""
    e, c, p, who = t.event, t.claim, t.participation, t.actor
    query = (
        select(e.c.latest, e.c.key, who.c.key.label("whose"), who.c.id.label("who"))
        .add_columns(who.c.name, e.c.date)
        .select_from(e)
        .join(c, and_(c.c.home_id == e.c.id, counts(), c.c.polarity == "affirms"))
        .join(p, and_(p.c.home_id == c.c.home_id, p.c.claim_id == c.c.id, p.c.role == "victim"))
        .join(who, who.c.id == p.c.actor_id)
        .where(
            e.c.type == "DEATH",
            e.c.canonical_id == e.c.id,
            e.c.standing.in_(_TOLD),
            e.c.latest.is_not(None),
        )
        .order_by(e.c.latest, e.c.key, who.c.key)
        .distinct()
    )
    yield from session.execute(query).all()


# Offices ------------------------------------------------------------------------------------------


def _positions(session: Connection) -> Iterator[FindingRow]:
    """Find those who take part as what they were at another time only.

    A capacity that no title on record has the words of tells nothing: an office is called by many
    names.
    """
    p, e, who, holder = t.participation, t.event, t.actor, t.actor.alias()
    held = and_(t.position.c.actor_id == holder.c.id, t.position.c.revoked_in.is_(None))
    query = (
        _live(p.c.capacity, who.c.id.label("who"), who.c.name, e.c.date, e.c.earliest, e.c.latest)
        .join(p, and_(p.c.home_id == t.claim.c.home_id, p.c.claim_id == t.claim.c.id))
        .join(who, who.c.id == p.c.actor_id)
        .where(p.c.capacity.is_not(None), e.c.date.is_not(None))
        .where(exists().where(held, holder.c.canonical_id == who.c.id))
    )
    rows = session.execute(query).all()
    positions = _held(session, {row.who for row in rows})
    for row in rows:
        office = [one for one in positions[row.who] if one_office(one.title, row.capacity)]
        if (
            office
            and not any(may_meet(parse(one.held), row.earliest, row.latest) for one in office)
            and not _NOT_THEN & set(fold(row.capacity).split())
        ):
            known = ", ".join(dict.fromkeys(f"{one.title} {one.held}" for one in office))
            says = f"{row.name} takes part as {row.capacity} on {row.date}; on record: {known}"
            yield FindingRow("position", row.event, row.claim, says)


def _held(session: Connection, actors: set[int]) -> dict[int, list[_Held]]:
    """Give actor id -> the positions of which it is known when they were held."""
    found: dict[int, list[_Held]] = defaultdict(list)
    p, said = t.position, t.actor
    query = select(said.c.canonical_id, p.c.title, p.c.held).join(said, said.c.id == p.c.actor_id)
    for actor, title, held in session.execute(
        query.where(shown_positions(), p.c.held.is_not(None)).order_by(p.c.title, p.c.held, p.c.key)
    ):
        if actor in actors:
            found[actor].append(_Held(title, held))
    return found


# Verdicts -----------------------------------------------------------------------------------------


def _verdicts(session: Connection) -> Iterator[FindingRow]:
    """Find the verdicts at whose place no claim stands: they wait for one."""
    v, c, s = t.verdict.c, t.claim.c, t.source.c
    fell, other, read = t.verdict.alias().c, t.claim.alias().c, t.claim.alias().c
    at_same = and_(fell.source == v.source, fell.claim == v.claim)
    falls = exists().where(c.verdict_id == fell.id, c.revoked_in.is_(None), at_same)
    kept = exists().where(other.key.in_((v.claim, v.correction)), other.revoked_in.is_(None))
    here = (s.text_sha256 == v.text_sha256, read.source_id == s.id, read.revoked_in.is_(None))
    around = (read.trigger_start < v.trigger_end, read.trigger_end > v.trigger_start)
    stands = exists().where(*here, *around)
    once = t.claim.alias().c
    event = select(func.min(t.event.c.key)).where(once.key == v.claim, t.event.c.id == once.home_id)
    query = select(v.claim, v.source, v.says, v.by, v.at, v.quote, v.trigger_start, v.trigger_end)
    query = query.add_columns(event.scalar_subquery().label("event"))
    query = query.where(v.revoked_in.is_(None), ~falls, ~kept, ~stands)
    for row in session.execute(query.order_by(v.source, v.claim, v.at, v.by)):
        at, where = f"{row.trigger_start} to {row.trigger_end}", row.source
        if row.trigger_start is not None:
            where = f"{where}, characters {at}"
        told = f": {row.quote}" if row.quote else ""
        says = f"{row.says} by {row.by} on {row.at}; nothing stands in {where}{told}"
        yield FindingRow("verdict", row.event, row.claim, says)


# Withdrawals --------------------------------------------------------------------------------------


def _withdrawals(session: Connection) -> Iterator[FindingRow]:
    """Find the claims that take back what counts for nothing without them: perhaps another version
    of the source is meant.
    """
    c, said, newer, of = t.claim.c, t.claim.alias().c, t.source.alias().c, t.source.alias()
    later = exists().where(newer.replaces_id == func.coalesce(said.version_id, said.source_id))
    upheld = exists().where(
        said.source_id == c.withdraws_id,
        said.home_id == c.home_id,
        said.withdraws_id.is_(None),
        said.revoked_in.is_(None),
        ~later,
    )
    query = _live(of.c.key.label("withdraws")).join(of, of.c.id == c.withdraws_id).where(~upheld)
    yield from _once(
        FindingRow(
            "withdrawal",
            row.event,
            row.claim,
            f"{row.source} takes back what {row.withdraws} said of it, of which nothing counts",
        )
        for row in session.execute(query)
    )
