"""A database of what happened: who did what, when, and according to whom.

    import timeline

    timeline.load_files("my.db", "notes.yaml", "article.txt")

    with timeline.open_store("my.db") as session:
        asked = timeline.Question(actors="Iravani", on="11 Nov 2024")
        for row in timeline.chronology(session, asked).rows:
            print(row.date, row.standing, row.title, [party.name for party in row.actors])
        print(timeline.dossier(session, "meeting").standing_reason)
        print(timeline.actors(session).rows, timeline.conflicts(session).rows)

What is exported here is loaded when it is first asked for; everything else is imported from its
room. The floors of the house, each using only those below it:

    cli       one file per command; the only place where text is printed
    render    rows -> table, JSON, CSV, Markdown; dates and messages in words
    intake    files, folders, pipes, articles in many processes -> records -> load
    load      records -> store: idempotent, one changeset a run; merges and undo
    queries   questions -> rows
    store     tables, SQLite and PostgreSQL, migrations  |  formats   files -> records -> files
    extract   articles -> claims
    compare   the records of two databases side by side: joined, or what differs
    resolve   the claims of one event -> its date and standing, with the reasons
    combine   what several collections say of one thing -> what is shown, and what lost
    temporal  dates in words: in articles, in records, and as people type them
    records   what files say, as frozen values, and problems
    dates     EDTF: what a date text means  |  names  how names are compared
    encoding  bytes -> text
    errors    what can go wrong: codes, values, and their sentences
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.intake.loading import load_files
    from timeline.intake.sitting import Sitting
    from timeline.intake.stream import read_files
    from timeline.queries.actors import actors, profile
    from timeline.queries.chronology import chronology
    from timeline.queries.conflicts import conflicts
    from timeline.queries.dossier import dossier
    from timeline.queries.question import Question
    from timeline.queries.review import (
        GroupRow,
        changed_readings,
        review_groups,
        review_queue,
    )
    from timeline.queries.sources import source, sources
    from timeline.queries.under_review import under_review
    from timeline.store import open_store

__version__ = "0.2.0"
__all__ = [
    "GroupRow",
    "Question",
    "Sitting",
    "actors",
    "changed_readings",
    "chronology",
    "conflicts",
    "dossier",
    "load_files",
    "open_store",
    "profile",
    "read_files",
    "review_groups",
    "review_queue",
    "source",
    "sources",
    "under_review",
]
_ROOMS = {
    "GroupRow": "queries.review",
    "Question": "queries.question",
    "Sitting": "intake.sitting",
    "actors": "queries.actors",
    "changed_readings": "queries.review",
    "chronology": "queries.chronology",
    "conflicts": "queries.conflicts",
    "dossier": "queries.dossier",
    "load_files": "intake.loading",
    "open_store": "store",
    "profile": "queries.actors",
    "read_files": "intake.stream",
    "review_groups": "queries.review",
    "review_queue": "queries.review",
    "source": "queries.sources",
    "sources": "queries.sources",
    "under_review": "queries.under_review",
}


def __getattr__(name: str) -> object:
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
