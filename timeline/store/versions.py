"""What later versions of sources, and claims that withdraw others, do to what was said before; and
which sources are evidence.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, case, exists, func, literal, or_, select

from timeline.resolve import NOTES
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sqlalchemy import CTE, ColumnElement, Connection, FromClause, Row, Select


class TakenBack(NamedTuple):
    """Why a claim counts no more.

    Attributes:
        by: key of the source that replaces its own, or that took it back.
        how: update, correction or retraction, if that source says what it is; `withdrawal`, also
            of what it passes on of a source that was retracted.
        published: when, in EDTF.
        quote: what the one that took it back says.
    """

    by: str
    how: str | None
    published: str | None
    quote: str | None = None


class _Withdrawal(NamedTuple):
    """The claims once more, as what withdraws others, their sources, and the versions of these; and
    of a claim that passes something on its own source and what it came through: to make them takes
    time.
    """

    claim: FromClause
    source: FromClause
    newer: FromClause
    own: FromClause
    hop: FromClause


@cache
def _version() -> FromClause:
    return t.source.alias("version")


@cache
def _withdrawal() -> _Withdrawal:
    names = ("withdrawal", "withdrawing", "newer", "passing", "hop")
    tables = (t.claim, t.source, t.source, t.source, t.attribution)
    return _Withdrawal(*(table.alias(name) for table, name in zip(tables, names, strict=True)))


def is_evidence(source: FromClause) -> ColumnElement[bool]:
    """Give the condition that a source is evidence: an editor's own notes are if they say so."""
    s = source.c
    return func.coalesce(s.evidence, case((s.kind == NOTES, "no"), else_="yes")) == "yes"


def replaced(bound: int | None) -> ColumnElement[bool]:
    """Give the condition that a version replaces the source of a claim. A person's correction is a
    claim of the newest version that still says what it corrects.

    Args:
        bound: count only versions that were certainly published by this moment; None means all.
    """
    version = _version()
    return exists().where(version.c.replaces_id == _source_of(t.claim), *_by(version, bound))


def withdrawn(bound: int | None) -> ColumnElement[bool]:
    """Give the condition that a claim is taken back by another one, which counts itself: the
    account of its source, or of a source through which it came. What withdraws is not withdrawn.

    A source that passes something on though it was certainly published later upholds it. A
    retraction takes back all that is passed on of the source that it replaces, or of an earlier
    version of that one.

    Args:
        bound: as for `replaced`.
    """
    c, w = t.claim.c, _withdrawal().claim.c
    through = _passes_on(w.withdraws_id, _withdrawal().source)
    taken = or_(w.withdraws_id == c.source_id, through)
    # As a sum it has no index: those that withdraw are few, the claims of an event may be many.
    of = (c.withdraws_id.is_(None), taken, w.home_id + 0 == c.home_id)
    # Asked first, once for all claims: where nothing was ever withdrawn, none has to be looked at.
    some = t.claim.alias("some_withdrawal")
    any_is = select(some.c.id).where(some.c.withdraws_id.is_not(None)).exists()
    return or_(and_(any_is, exists().where(*of, *_withdraws(bound))), _retracted_before(bound))


def _retracted_before(bound: int | None) -> ColumnElement[bool]:
    """Give the condition that a claim passes on what a retraction took back."""
    version, some, gone = _version(), t.source.alias("some_retraction"), _retracted(bound)
    # Those that replace another have an index.
    replacing = (some.c.replaces_id.is_not(None), some.c.version == "retraction")
    any_is = select(some.c.id).where(*replacing).exists()
    through = _passes_on(gone.c.source_id, version)
    passed = exists().where(version.c.id == gone.c.by_id, through)
    return and_(any_is, t.claim.c.withdraws_id.is_(None), passed)


@lru_cache(64)
def _retracted(bound: int | None) -> CTE:
    """Select the sources that retractions replace, directly or not, each with the retraction."""
    version, older = _version().c, t.source.alias("older").c
    first = select(version.replaces_id.label("source_id"), version.id.label("by_id"))
    first = first.where(version.replaces_id.is_not(None), *_retracts(bound))
    name = "retracted" if bound is None else f"retracted by {bound}"
    found = first.cte(name, recursive=True)
    above = select(older.replaces_id, found.c.by_id).where(
        older.id == found.c.source_id, older.replaces_id.is_not(None)
    )
    return found.union(above)


def _retracts(bound: int | None) -> tuple[ColumnElement[bool], ...]:
    """Give the conditions that a version is a retraction that no later one replaces."""
    version, newer = _version(), _withdrawal().newer
    later = exists().where(newer.c.replaces_id == version.c.id, *_by(newer, bound))
    return version.c.version == "retraction", *_by(version, bound), ~later


def _passes_on(source: ColumnElement[int], by: FromClause) -> ColumnElement[bool]:
    """Give `_came_through` as one condition, also within one that is within a query of claims."""
    own, hop = _withdrawal().own, _withdrawal().hop
    return exists().where(*_came_through(source, by)).correlate_except(own, hop)


def _came_through(source: ColumnElement[int], by: FromClause) -> tuple[ColumnElement[bool], ...]:
    """Give the conditions that a claim came through a source, and that its own was not certainly
    published after another one.

    Args:
        source: the id of the one that it came through.
        by: the other one.
    """
    c, own, hop = t.claim.c, _withdrawal().own.c, _withdrawal().hop.c
    begun, ended = own.published_earliest, by.c.published_latest
    upheld = and_(begun.is_not(None), ended.is_not(None), begun >= ended)
    here = (hop.home_id == c.home_id, hop.claim_id == c.id, hop.source_id == source)
    return *here, own.id == c.source_id, ~upheld


def _withdraws(bound: int | None) -> tuple[ColumnElement[bool], ...]:
    """Give the conditions that one that withdraws counts itself."""
    w, source, newer, *_ = _withdrawal()
    decided = or_(w.c.decision.is_(None), w.c.decision == "accepted")
    later = exists().where(newer.c.replaces_id == _source_of(w), *_by(newer, bound))
    own = (w.c.revoked_in.is_(None), decided, source.c.id == w.c.source_id)
    return *own, is_evidence(source), ~later, *_by(source, bound)


def _source_of(claim: FromClause) -> ColumnElement[int]:
    return func.coalesce(claim.c.version_id, claim.c.source_id)


def _by(source: FromClause, bound: int | None) -> Sequence[ColumnElement[bool]]:
    return () if bound is None else (source.c.published_latest <= bound,)


def taken_back(
    session: Connection, claims: Sequence[Row[Any]], bound: int | None = None
) -> dict[int, TakenBack]:
    """Give id of a claim -> why it counts no more, of those for which that is a version or another
    claim.

    Args:
        session: an open store.
        claims: rows with id, home_id, source_id, version_id and withdraws_id.
        bound: as for `replaced`.
    """
    versions = _first(
        session, _versions({row.version_id or row.source_id for row in claims}, bound)
    )
    withdrawals = _first(session, _withdrawals({row.home_id for row in claims}, bound), places=2)
    found: dict[int, TakenBack] = {}
    for row in claims:
        own = withdrawals.get((row.home_id, row.source_id)) if row.withdraws_id is None else None
        why = own or versions.get((row.version_id or row.source_id,))
        if why is not None:
            found[row.id] = why
    left = [row.id for row in claims if row.id not in found]
    for query in _passed_on(left, bound) if left else ():
        found |= {number: why for (number,), why in _first(session, query).items()}
    return found


def _passed_on(claims: Collection[int], bound: int | None) -> Iterator[Select[Any]]:
    """Yield what takes back claims that pass something on: a withdrawal, and before that a
    retraction.
    """
    w, source, *_ = _withdrawal()
    c, version = t.claim.c, _version()
    mine = (c.id.in_(claims), c.withdraws_id.is_(None))
    gone = _retracted(bound)
    columns = (c.id, version.c.key, literal("withdrawal"), version.c.published)
    query = select(*columns).where(
        *mine, version.c.id == gone.c.by_id, *_came_through(gone.c.source_id, version)
    )
    yield query.order_by(version.c.key)
    columns = (c.id, source.c.key, literal("withdrawal"), source.c.published)
    query = select(*columns, w.c.quote).where(*mine, w.c.home_id == c.home_id)
    query = query.where(*_came_through(w.c.withdraws_id, source), *_withdraws(bound))
    yield query.order_by(source.c.key, w.c.key)


def _first(
    session: Connection, query: Select[Any], places: int = 1
) -> dict[tuple[Any, ...], TakenBack]:
    """Give place -> the first that takes back what is there.

    Args:
        session: an open store.
        query: selects the places, and then what `TakenBack` holds.
        places: how many columns a place is.
    """
    found: dict[tuple[Any, ...], TakenBack] = {}
    for row in session.execute(query):
        found.setdefault(tuple(row[:places]), TakenBack(*row[places:]))
    return found


def _versions(sources: Collection[int], bound: int | None) -> Select[Any]:
    version = _version()
    query = select(version.c.replaces_id, version.c.key, version.c.version, version.c.published)
    query = query.where(version.c.replaces_id.in_(sources), *_by(version, bound))
    return query.order_by(version.c.key)


def _withdrawals(homes: Collection[int], bound: int | None) -> Select[Any]:
    w, source, *_ = _withdrawal()
    columns = (w.c.home_id, w.c.withdraws_id, source.c.key, literal("withdrawal"))
    query = select(*columns, source.c.published, w.c.quote)
    query = query.where(w.c.home_id.in_(homes), w.c.withdraws_id.is_not(None), *_withdraws(bound))
    return query.order_by(source.c.key, w.c.key)
