"""What there is for words typed into one box: actors, places, sources, events, and a date."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, or_, select

from timeline.errors import DateError
from timeline.names import fold, tokens
from timeline.queries.chronology import chronology
from timeline.queries.meant import Meant, actors_called, places_called
from timeline.queries.question import Question
from timeline.queries.rows import EventRow
from timeline.store.said import spoken_of
from timeline.store.tables import tables as t
from timeline.temporal.human import read

if TYPE_CHECKING:
    from sqlalchemy import Connection


class SearchResult(NamedTuple):
    """What words may mean, the best of each kind first.

    Attributes:
        date: EDTF, if they are a date.
        actors, places, sources: with a name, or a title or key, in which a word begins so.
        events: with these words in title, summary, quotes or names; the last word may be begun.
    """

    date: str | None
    actors: tuple[Meant, ...]
    places: tuple[Meant, ...]
    sources: tuple[Meant, ...]
    events: tuple[EventRow, ...]


def search(
    session: Connection, words: str, *, language: str = "en", limit: int = 10
) -> SearchResult:
    """Look words up in everything.

    Args:
        session: an open store.
        words: what a person typed.
        language: of titles.
        limit: at most so many of each kind.
    """
    events: tuple[EventRow, ...] = ()
    if tokens(words):
        asked = Question(text=words, hidden=True)
        events = chronology(session, asked, language=language, limit=limit).rows
    return SearchResult(
        date=_date(words),
        actors=actors_called(session, words, limit=limit),
        places=places_called(session, words, limit=limit),
        sources=_sources_called(session, words, limit=limit),
        events=events,
    )


def _date(words: str) -> str | None:
    try:
        return read(words).text
    except DateError:
        return None


def _sources_called(session: Connection, words: str, *, limit: int) -> tuple[Meant, ...]:
    """Give sources with words in their title, key, publisher or author, in any case."""
    s = t.source
    if not fold(words):
        return ()
    spellings = {fold(words), words.strip().lower()}  # an engine may not know accents
    columns = [func.lower(one) for one in (s.c.key, s.c.title, s.c.publisher, s.c.author)]
    holds = or_(*(one.contains(typed, autoescape=True) for one in columns for typed in spellings))
    query = select(s.c.key, func.coalesce(s.c.title, s.c.key), func.coalesce(s.c.publisher, ""))
    query = query.where(holds, spoken_of(s)).order_by(s.c.key).limit(limit)
    return tuple(Meant(*row) for row in session.execute(query))
