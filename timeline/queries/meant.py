"""What a person may mean who has typed the beginning of a name or some words: the best first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, case, func, or_, select

from timeline.names import fold, tokens
from timeline.queries.chronology import chronology
from timeline.queries.details import titles
from timeline.queries.find import is_mention
from timeline.queries.passages import begins, found_in, phrases
from timeline.queries.question import Question
from timeline.queries.suggest import judged_apart
from timeline.resolve import UNDATED
from timeline.store import dialect
from timeline.store.accounts import counts
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection

    from timeline.queries.under_review import UnderReview

# So many consonants are a likeness.
_CONSONANTS = 3


class Meant(NamedTuple):
    """Something that may be meant: its key, what it is called, and what tells it apart. Without a
    key nothing in the database is called so.
    """

    key: str | None
    name: str
    apart: str = ""


def actors_called(session: Connection, typed: str, *, limit: int) -> tuple[Meant, ...]:
    """Give actors with a name in which a word begins as somebody has typed it; those first who have
    that whole name, then those who are no mentions.

    Args:
        session: an open store.
        typed: the beginning of a name, or of a word in it.
        limit: at most so many.
    """
    n = t.actor_name
    folded = fold(typed)
    if not folded:
        return ()
    return _actors(session, _begins(n.c.folded, folded), n.c.folded == folded, limit)


def actors_alike(session: Connection, key: str, *, limit: int) -> tuple[Meant, ...]:
    """Give actors who may be the same as one: those of the same name, then those whose names sound
    alike; none whom people judged to be different.

    Args:
        session: an open store.
        key: of the actor, also of one that was merged.
        limit: at most so many.
    """
    a, n = t.actor, t.actor_name
    own = select(a.c.canonical_id).where(a.c.key == key).scalar_subquery()
    number = session.scalar(select(own))
    mine = select(n.c.folded, n.c.skeleton).join(a, a.c.id == n.c.actor_id)
    names = session.execute(mine.where(a.c.canonical_id == number, n.c.folded != "")).all()
    same = n.c.folded.in_({row.folded for row in names})
    sounds = {row.skeleton for row in names if len(row.skeleton.replace(" ", "")) >= _CONSONANTS}
    pairs = (pair for pair in judged_apart(session, "actor") if number in pair)
    others = a.c.canonical_id.not_in({one for pair in pairs for one in pair} | {number})
    return _actors(session, and_(or_(same, n.c.skeleton.in_(sounds)), others), same, limit)


def _actors(
    session: Connection, where: ColumnElement[bool], best: ColumnElement[bool], limit: int
) -> tuple[Meant, ...]:
    n, a, today = t.actor_name, t.actor, t.actor.alias()
    mention = is_mention(today)
    first = func.min(case((best, 0), else_=1))
    query = (
        select(today.c.key, today.c.name, func.coalesce(today.c.description, today.c.kind))
        .select_from(n)
        .join(a, a.c.id == n.c.actor_id)
        .join(today, today.c.id == a.c.canonical_id)
        .where(where)
        .group_by(today.c.id)
        .order_by(first, mention, today.c.key)
    )
    return tuple(Meant(*row) for row in session.execute(query.limit(limit)))


def places_called(session: Connection, typed: str, *, limit: int) -> tuple[Meant, ...]:
    """Give places with a name in which a word begins as somebody has typed it."""
    p, n = t.place, t.place_name
    folded = fold(typed)
    if not folded:
        return ()
    query = (
        select(p.c.key, p.c.name, func.coalesce(p.c.country, ""))
        .join(n, n.c.place_id == p.c.id)
        .where(_begins(n.c.folded, folded))
        .group_by(p.c.id)
        .order_by(p.c.key)
    )
    return tuple(Meant(*row) for row in session.execute(query.limit(limit)))


def claims_with(session: Connection, words: str, *, language: str, limit: int) -> tuple[Meant, ...]:
    """Give claims that a machine made of events with some words: key, title and source.

    Args:
        session: an open store.
        words: to be found in titles, summaries, quotes and names.
        language: of the titles.
        limit: at most so many.
    """
    asked = tokens(words)
    if not asked:
        return ()
    c, e, s = t.claim, t.event, t.source
    query = (
        select(c.c.key, c.c.home_id, s.c.key.label("source"), c.c.quote)
        .join(e, e.c.id == c.c.home_id)
        .join(s, s.c.id == c.c.source_id)
        .where(c.c.home_id.in_(dialect.events_with(session, asked)))
        .where(counts(), c.c.extractor.is_not(None))
        .order_by(e.c.sort, e.c.key, func.coalesce(c.c.trigger_start, UNDATED), c.c.key)
    )
    rows = session.execute(query.limit(limit)).all()
    named = titles(session, sorted({row.home_id for row in rows}), language)
    return tuple(
        Meant(row.key, named.get(row.home_id) or row.quote or row.key, row.source) for row in rows
    )


# While a claim is reviewed ------------------------------------------------------------------------


def people_meant(
    session: Connection, item: UnderReview, typed: str, *, limit: int
) -> tuple[Meant, ...]:
    """Give who may be meant: those proposed for a claim, then others whom the text names, then
    words of it that nobody is called by yet, then whoever else is known.

    Args:
        session: an open store.
        item: the claim.
        typed: the beginning of a name, or of a word in it.
        limit: at most so many.
    """
    here = [Meant(one.key, one.name) for one in item.people if begins(one.name, typed)]
    keys = {one.key for one in here}
    others = [one for one in actors_called(session, typed, limit=limit) if one.key not in keys]
    text = _text(session, item)
    named = {text[slice(*span)] for span in found_in(text, [one.name for one in others])}
    told = [one for one in others if one.name in named]
    known = {one.name for one in (*here, *others)}
    new = [one for one in _new(item, text, typed) if one.name not in known][: limit // 2]
    return _among((*here, *told, *new), [one for one in others if one not in told], typed, limit)


def places_meant(
    session: Connection, item: UnderReview, typed: str, *, limit: int
) -> tuple[Meant, ...]:
    """Give the places that may be meant, then words of the text. Arguments as for
    `people_meant`.
    """
    known = places_called(session, typed, limit=limit)
    return _among(known, _new(item, _text(session, item), typed), typed, limit)


def _among(
    first: Sequence[Meant], then: Iterable[Meant], typed: str, limit: int
) -> tuple[Meant, ...]:
    """Give the first of those that may be meant; the last is what was typed, as it is."""
    found = [*first, *then]
    if all(one.name != typed for one in found):
        found[limit - 1 :] = [Meant(None, typed)]
    return tuple(found[:limit])


def _new(item: UnderReview, text: str, typed: str) -> Iterator[Meant]:
    near = item.claim.trigger_start
    for name in phrases(text, typed, item.passage.start if near is None else near):
        yield Meant(None, name)


def _text(session: Connection, item: UnderReview) -> str:
    """Give the whole text of a claim's source, or what is shown of it where none is held."""
    s, text = t.source, t.source_text
    query = select(text.c.text).join(s, s.c.id == text.c.source_id)
    return session.scalar(query.where(s.c.key == item.claim.source)) or item.passage.text


def events_meant(
    session: Connection, typed: str, *, language: str, limit: int
) -> tuple[Meant, ...]:
    """Give events with some words: key, title, and type with the date (EDTF)."""
    if not tokens(typed):
        return ()
    asked = Question(text=typed, hidden=True)
    page = chronology(session, asked, language=language, limit=limit)
    return tuple(
        Meant(one.key, one.title or one.key, " ".join(filter(None, (one.type, one.date))))
        for one in page.rows
    )


def _begins(column: ColumnElement[str], folded: str) -> ColumnElement[bool]:
    inside = column.contains(f" {folded}", autoescape=True)
    return or_(column.startswith(folded, autoescape=True), inside)
