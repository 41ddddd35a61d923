"""Every answer that a database gives, to be compared with another's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from timeline.formats import FORMATS
from timeline.queries import Question, chronology
from timeline.queries.actors import actors, mentions, profile
from timeline.queries.check import check
from timeline.queries.conflicts import conflicts
from timeline.queries.dossier import dossier
from timeline.queries.same_events import suggest_events
from timeline.queries.sources import source, sources
from timeline.queries.suggest import suggest_actors
from timeline.store.stored import every_record
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from sqlalchemy import Connection

LANGUAGES = ("en", "fr", "de")


def answers(session: Connection) -> dict[str, Any]:
    """What each command that only reads answers, but for the log and what was revoked.

    Args:
        session: an open store.
    """
    found: dict[str, Any] = {
        f"show in {language}": chronology(session, Question(), language=language)
        for language in LANGUAGES
    }
    found |= {
        "actors": actors(session),
        "mentions": mentions(session),
        "sources": sources(session),
        "conflicts": conflicts(session),
        "suggest": suggest_actors(session),
        "suggest events": suggest_events(session),
        "check": list(check(session)),
    }
    for key in _standing(session, "event"):
        found |= {
            f"show {key} in {language}": dossier(session, key, language=language)
            for language in LANGUAGES
        }
    for key in _standing(session, "actor"):
        found[f"actors {key}"] = profile(session, key)
        found[f"show --actor {key}"] = chronology(session, Question(actors=key))
    for key in session.scalars(select(t.source.c.key)):
        found[f"sources {key}"] = source(session, key)
        found[f"show --source {key}"] = chronology(session, Question(sources=key))
    for form in ("jsonl", "yaml", "json"):
        write = FORMATS[form].write
        assert write is not None
        found[f"export {form}"] = "".join(write(every_record(session)))
    return found


def _standing(session: Connection, of: str) -> list[str]:
    """The keys of the actors or events that stand for themselves."""
    table = t.actor if of == "actor" else t.event
    query = select(table.c.key).where(table.c.id == table.c.canonical_id).order_by(table.c.key)
    return list(session.scalars(query))


def different(one: dict[str, Any], other: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """The answers that two databases give differently."""
    asked = sorted({*one, *other})
    return {
        name: (one.get(name), other.get(name)) for name in asked if one.get(name) != other.get(name)
    }
