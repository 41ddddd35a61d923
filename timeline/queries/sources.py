"""Which documents there are, and one with its claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, false, func, or_, select

from timeline.errors import UsageError
from timeline.queries.claims import claim_rows
from timeline.queries.find import find_keyed
from timeline.queries.having import sources_having
from timeline.queries.noted import notes_on_all
from timeline.queries.pages import read_page
from timeline.queries.question import ANYTHING
from timeline.queries.rows import Page, SourceDetail, SourceRow
from timeline.store.accounts import counts
from timeline.store.said import spoken_of
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection, Select

    from timeline.queries.question import Question


def held(session: Connection, hashes: Collection[str]) -> dict[str, str]:
    """Tell which texts are held already.

    Args:
        session: an open store.
        hashes: SHA-256 of texts in UTF-8, in hexadecimal.

    Returns:
        hash -> key of a source that has that text: of several, the first by its key.
    """
    s = t.source
    query = (
        select(s.c.text_sha256, s.c.key).where(s.c.text_sha256.in_(hashes)).order_by(s.c.key.desc())
    )
    return dict(session.execute(query).tuples().all())


def machine_read(
    session: Connection, key: str, url: str | None, *, versions: bool = False
) -> list[str]:
    """Give the keys of the sources whose texts machines read that are known by an address, else by
    a key.

    Args:
        session: an open store.
        key: of a source.
        url: an address; None means that the key tells.
        versions: give its later versions as well (`KEY@2`).
    """
    s = t.source.c
    read = (s.text_sha256.is_not(None), s.extractor.is_not(None))
    known = [s.url == url] if url is not None else []
    later = [s.key.startswith(f"{key}@", autoescape=True)] if versions else []
    for wanted in (known, [s.key == key, *later]):
        query = select(s.key).where(*read, or_(false(), *wanted)).order_by(s.key)
        if found := session.scalars(query).all():
            return list(found)
    return []


def written_by_people(session: Connection, keys: Collection[str]) -> set[str]:
    """Tell which collections hold what people wrote: claims that no machine made, positions or
    links.

    Args:
        session: an open store.
        keys: keys of collections.
    """
    found: set[str] = set()
    for table in (t.claim, t.position, t.link):
        query = select(t.collection.c.key).where(
            t.collection.c.key.in_(keys),
            table.c.collection_id == t.collection.c.id,
            table.c.revoked_in.is_(None),
            *((t.claim.c.extractor.is_(None),) if table is t.claim else ()),
        )
        found.update(session.scalars(query.distinct()))
    return found


def sources(
    session: Connection,
    *,
    limit: int | None = None,
    after: str | None = None,
    question: Question = ANYTHING,
) -> Page[SourceRow]:
    """List the sources by their keys.

    Args:
        session: an open store.
        limit: at most so many; None means all.
        after: the `after` of the page before: the key of its last source.
        question: only those that speak of an event that meets it, as far as it asks who made and
            who reviewed the claims.

    Raises:
        UsageError: `after` is no source's key.
    """
    query = _query().where(*sources_having(session, question))
    if after is not None:
        if session.scalar(select(t.source.c.id).where(t.source.c.key == after)) is None:
            raise UsageError("no-such-cursor", cursor=after)
        query = query.where(t.source.c.key > after)
    rows, following = read_page(session, query.order_by(t.source.c.key), limit)
    return Page(tuple(SourceRow(*row) for row in rows), following)


def source(session: Connection, key: str, *, language: str = "en") -> SourceDetail:
    """Show one source with its claims.

    Args:
        session: an open store.
        key: the source's key.
        language: of the events' titles.

    Raises:
        NotFoundError: there is no such source.
    """
    number = find_keyed(session, t.source, key)
    row = session.execute(_query().where(t.source.c.id == number)).one()
    claims = claim_rows(session, language, t.source.c.id == number)
    return SourceDetail(SourceRow(*row), claims, notes_on_all(session, "source", [key]))


class HeldText(NamedTuple):
    """The text of a source that is held; None where it is only cited."""

    key: str
    language: str | None
    text: str | None


def held_text(session: Connection, key: str) -> HeldText:
    """Give the text of a source.

    Raises:
        NotFoundError: there is no such source.
    """
    number = find_keyed(session, t.source, key)
    s, x = t.source.c, t.source_text.c
    query = select(s.key, s.language, x.text).outerjoin_from(
        t.source, t.source_text, x.source_id == s.id
    )
    return HeldText(*session.execute(query.where(s.id == number)).one())


def _query() -> Select[Any]:
    s, c = t.source, t.claim
    mine = and_(c.c.source_id == s.c.id, counts())
    claims = select(func.count(c.c.key.distinct())).where(mine).correlate(s).scalar_subquery()
    events = select(func.count(c.c.home_id.distinct())).where(mine).correlate(s).scalar_subquery()
    shown = (
        "key",
        "kind",
        "title",
        "publisher",
        "author",
        "url",
        "language",
        "published",
        "access",
    )
    earlier, later = s.alias(), s.alias()
    replaces = select(earlier.c.key).where(earlier.c.id == s.c.replaces_id).scalar_subquery()
    replaced_by = select(func.min(later.c.key)).where(later.c.replaces_id == s.c.id)
    columns = (claims, events, replaces, s.c.version, s.c.evidence, s.c.partial)
    later_one = replaced_by.scalar_subquery()
    return select(*(s.c[name] for name in shown), *columns, later_one).where(spoken_of(s))
