"""What is to be reviewed, in an order that settles most first: groups of actors, then claims.

with timeline.open_store("my.db") as session:
    for group in timeline.review_groups(session):
        print(group.name, group.mentions, group.sources)
    for key in timeline.review_queue(session):
        print(timeline.under_review(session, key).passage.text)
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, case, func, or_, select

from timeline.errors import NotFoundError
from timeline.queries.chronology import chronology
from timeline.queries.find import find_keyed, is_mention
from timeline.queries.question import ANYTHING, several
from timeline.queries.suggest import judged_apart
from timeline.resolve import UNDATED
from timeline.store.accounts import counts
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select

    from timeline.queries.question import Question

# So many claims are put in order at once.
_AT_ONCE = 1000


class GroupRow(NamedTuple):
    """Actors of one full name, who may be one.

    Attributes:
        name, kind: of all of them.
        keys: of the actors, the one first that is to stand for all.
        sources, claims: how many speak of them.
    """

    name: str
    kind: str
    keys: tuple[str, ...]
    sources: int
    claims: int


class MemberRow(NamedTuple):
    """One actor of a group, and the passage that names it first.

    Attributes:
        key: of the actor.
        source: title of the source of that passage, or its key; None where no claim names it.
        quote: the passage.
    """

    key: str
    source: str | None
    quote: str | None


class ChangedRow(NamedTuple):
    """Another reading of a place at which people decided: it counts for nothing.

    Attributes:
        claim: key of the reading; event, source: of which, and where.
        extractor: the machine that reads it so; date: EDTF; quote: the sentence.
        decided: what was decided there; by, at: by whom and when.
        instead: key of the claim on which it was decided, or of the correction.
    """

    claim: str
    event: str
    source: str
    extractor: str
    date: str | None
    quote: str | None
    decided: str
    by: str
    at: str
    instead: str


class ReviewCount(NamedTuple):
    """How many claims of machines people have decided about, and how many are left."""

    decided: int
    left: int


def _undecided() -> tuple[ColumnElement[bool], ...]:
    c = t.claim
    return counts(), c.c.extractor.is_not(None), c.c.decision.is_(None)


def review_queue(
    session: Connection,
    question: Question = ANYTHING,
    *,
    event: str | None = None,
    but: Collection[str] = (),
    limit: int = _AT_ONCE,
) -> tuple[str, ...]:
    """Give the keys of claims that a machine made and nobody has decided about, those first that
    settle most.

    Those of events whose date or standing is in dispute come first, then those of which the machine
    is least sure. Of an event, or of sources that the question names, they come as they stand in
    the text.

    Args:
        session: an open store.
        question: of which events; where it names sources, of these sources alone.
        event: the key of an event, of which alone.
        but: keys of claims that are left out.
        limit: at most so many.

    Raises:
        NotFoundError, AmbiguousError, UsageError: of what the question asks.
    """
    c, e, s = t.claim, t.event, t.source
    in_text = (s.c.key, func.coalesce(c.c.trigger_start, UNDATED), c.c.key)
    disputed = or_(e.c.date_status == "conflict", e.c.standing == "disputed")
    settling = (case((disputed, 0), else_=1), func.coalesce(c.c.confidence, 1.0))
    query = (
        select(c.c.key, e.c.key.label("event"))
        .join(e, e.c.id == c.c.home_id)
        .join(s, s.c.id == c.c.source_id)
        .where(*_undecided())
    )
    if event is not None:
        query = query.where(e.c.key == event)
    if sources := several(question.sources):
        query = query.where(s.c.id.in_([find_keyed(session, s, key) for key in sources]))
    reading = event is not None or sources
    query = query.order_by(*(in_text if reading else (*settling, *in_text)))
    return tuple(_first(session, query, question, but, limit))


def _first(
    session: Connection,
    query: Select[Any],
    question: Question,
    but: Collection[str],
    limit: int,
) -> dict[str, None]:
    """Give the first keys of a query whose events a question finds, each once."""
    asked = question != ANYTHING
    everything = replace(question, hidden=True)
    events = {row.key for row in chronology(session, everything).rows} if asked else set()
    found: dict[str, None] = {}
    for row in session.execute(query):
        if row.key not in but and (not asked or row.event in events):
            found.setdefault(row.key)
        if len(found) == limit:
            break
    return found


def still_open(session: Connection, keys: Sequence[str]) -> list[str]:
    """Give those of some claims about which nobody has decided, in their order."""
    query = select(t.claim.c.key).where(t.claim.c.key.in_(keys), *_undecided())
    found = set(session.scalars(query))
    return [key for key in keys if key in found]


def decision_on(session: Connection, key: str) -> tuple[str | None, str | None]:
    """Give what was decided about a live claim, and by whom.

    Raises:
        NotFoundError: it is revoked, or there never was one.
    """
    c, v = t.claim, t.verdict
    query = select(c.c.decision, v.c.by).outerjoin(v, v.c.id == c.c.verdict_id)
    row = session.execute(query.where(c.c.key == key, c.c.revoked_in.is_(None)).limit(1)).first()
    if row is None:
        raise NotFoundError("claim-revoked", claim=key)
    return row.decision, row.by


def review_count(session: Connection) -> ReviewCount:
    """Count the claims of machines that people have decided about, and those that are left."""
    c = t.claim
    live = (c.c.extractor.is_not(None), c.c.revoked_in.is_(None))
    decided = select(func.count(c.c.key.distinct())).where(*live, c.c.decision.is_not(None))
    left = select(func.count(c.c.key.distinct())).where(*_undecided())
    return ReviewCount(session.scalar(decided) or 0, session.scalar(left) or 0)


def changed_readings(session: Connection) -> tuple[ChangedRow, ...]:
    """List what machines read otherwise now at places where people decided, source by source as it
    stands in the text.
    """
    c, e, s, v = t.claim, t.event, t.source, t.verdict
    query = (
        select(c.c.key, e.c.key, s.c.key, c.c.extractor, c.c.date, c.c.quote)
        .add_columns(v.c.says, v.c.by, v.c.at, func.coalesce(v.c.correction, v.c.claim))
        .join(v, v.c.id == c.c.verdict_id)
        .join(e, e.c.id == c.c.home_id)
        .join(s, s.c.id == c.c.source_id)
        .where(c.c.revoked_in.is_(None), c.c.extractor.is_not(None), c.c.key != v.c.claim)
        .order_by(s.c.key, func.coalesce(c.c.trigger_start, UNDATED), c.c.key)
    )
    return tuple(dict.fromkeys(ChangedRow(*row) for row in session.execute(query)))


# Groups of actors ---------------------------------------------------------------------------------


def review_groups(session: Connection) -> tuple[GroupRow, ...]:
    """Give groups of actors of one full name who may be one, those first of whom most claims speak.

    There is a mention in each. People have two words to their names at least, and no name begins
    with a small letter: "the army" is another one in each article. Whom people judged to be
    different from the first of a group is in none.
    """
    apart = judged_apart(session, "actor")
    groups = [
        group
        for members in _namesakes(session)
        if len(group := _not_apart(members, apart)) > 1 and any(one.mention for one in group)
    ]
    numbers = _numbers(session, [one.id for group in groups for one in group])
    rows = [_group_row(group, numbers) for group in groups]
    return tuple(sorted(rows, key=lambda row: (-row.claims, row.keys)))


def group_members(session: Connection, group: GroupRow) -> tuple[MemberRow, ...]:
    """Give the actors of a group, in its order, each with the passage that names it first."""
    a, p, c, s = t.actor, t.participation, t.claim, t.source
    first = (
        select(c.c.id)
        .join(p, and_(p.c.home_id == c.c.home_id, p.c.claim_id == c.c.id))
        .where(p.c.actor_id == a.c.id, counts())
        .order_by(p.c.sort, c.c.key)
        .limit(1)
        .correlate(a)
        .scalar_subquery()
    )
    query = (
        select(a.c.key, func.coalesce(s.c.title, s.c.key), c.c.quote)
        .select_from(a)
        .outerjoin(c, c.c.id == first)
        .outerjoin(s, s.c.id == c.c.source_id)
        .where(a.c.key.in_(group.keys))
    )
    found = {row[0]: MemberRow(*row) for row in session.execute(query).tuples()}
    return tuple(found[key] for key in group.keys if key in found)


def _namesakes(session: Connection) -> Iterator[list[Row[Any]]]:
    """Give the actors, after merges, who share kind and name, those first who are no mentions."""
    a, n = t.actor, t.actor_name
    shown = and_(n.c.actor_id == a.c.id, n.c.n == 0)
    today = (a.c.canonical_id == a.c.id, a.c.kind != "group", n.c.folded != "")
    shared = (
        select(n.c.folded, a.c.kind)
        .join(a, shown)
        .where(*today)
        .group_by(n.c.folded, a.c.kind)
        .having(func.count() > 1)
        .subquery()
    )
    query = (
        select(a.c.id, a.c.key, a.c.name, a.c.kind, n.c.folded, is_mention(a).label("mention"))
        .join(n, shown)
        .join(shared, and_(shared.c.folded == n.c.folded, shared.c.kind == a.c.kind))
        .where(*today)
    )
    found: dict[tuple[str, str], list[Row[Any]]] = defaultdict(list)
    for row in session.execute(query.order_by("mention", a.c.key)):
        if _is_full(row.name, row.kind):
            found[row.folded, row.kind].append(row)
    yield from found.values()


def _is_full(name: str, kind: str) -> bool:
    """Whether a name may be that of one actor in several articles."""
    return not name[0].islower() and (kind != "person" or " " in name.strip())


def _not_apart(members: Sequence[Row[Any]], apart: Collection[frozenset[int]]) -> list[Row[Any]]:
    first = members[0]
    return [one for one in members if frozenset((first.id, one.id)) not in apart]


def _numbers(session: Connection, actors: Collection[int]) -> dict[int, tuple[set[int], int]]:
    """Give id of an actor -> ids of the sources that speak of it, and the number of its claims."""
    p, c = t.participation, t.claim
    query = (
        select(p.c.actor_id, c.c.source_id, func.count(c.c.id.distinct()))
        .select_from(p)
        .join(c, and_(c.c.home_id == p.c.home_id, c.c.id == p.c.claim_id, counts()))
        .where(p.c.actor_id.in_(actors))
        .group_by(p.c.actor_id, c.c.source_id)
    )
    found: dict[int, tuple[set[int], int]] = defaultdict(lambda: (set(), 0))
    for actor, source, claims in session.execute(query).tuples():
        sources, before = found[actor]
        found[actor] = (sources | {source}, before + claims)
    return found


def _group_row(group: Sequence[Row[Any]], numbers: dict[int, tuple[set[int], int]]) -> GroupRow:
    sources = set[int]().union(*(numbers[one.id][0] for one in group))
    claims = sum(numbers[one.id][1] for one in group)
    keys = tuple(one.key for one in group)
    return GroupRow(group[0].name, group[0].kind, keys, len(sources), claims)
