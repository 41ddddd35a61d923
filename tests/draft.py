"""What a machine read in two articles, to be reviewed: five claims, of which two are of one event,
and two mentions of one name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from builders import whole
from sqlalchemy import select

from timeline import records as r
from timeline.dates import parse
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from sqlalchemy import Connection

GAZETTE = (
    "Musk in New York\n\n"
    "Elon Musk met Iran's ambassador Amir Iravani on Monday. They spoke of sanctions, two "
    "officials said.\n\n"
    "In Tehran the ministry denied it. Ann Lee asked for an answer."
)
HERALD = "Elon Musk left for Paris on Tuesday."
MACHINE = "timeline-extract 1"


def claim(text: str, sentence: str, trigger: str, **fields: Any) -> r.Claim:
    """What is read of a word in a sentence of a text."""
    start = text.index(sentence)
    at = text.index(trigger, start)
    return r.Claim(
        extractor=MACHINE,
        quote=sentence,
        quote_start=start,
        quote_end=start + len(sentence),
        trigger_start=at,
        trigger_end=at + len(trigger),
        **fields,
    )


def mention(source: str, key: str, name: str, kind: r.ActorKind = "person") -> r.Actor:
    """Somebody whom a machine found in a source."""
    return r.Actor(
        collection=source, key=f"{source}/{key}", name=name, kind=kind, mention=True,
        extractor=MACHINE,
    )  # fmt: skip


def event(key: str, kind: r.EventType, title: str) -> r.Event:
    """An event that a machine found in a source."""
    source = key.partition("/")[0]
    return r.Event(
        collection=source, key=key, type=kind, title={"en": title}, extractor=MACHINE
    )  # fmt: skip


def source(key: str, text: str) -> r.Source:
    """An article."""
    published = parse("2024-11-13")
    return r.Source(
        collection=key, key=key, text=text, title=key.title(), language="en", published=published
    )


def draft() -> list[r.AnyRecord]:
    """All of it."""
    here: dict[str, Any] = {"source": "gazette", "collection": "gazette"}
    musk, iravani = (r.Part(f"gazette/{key}", "participant") for key in ("musk", "iravani"))
    return whole([
        source("gazette", GAZETTE),
        source("herald", HERALD),
        mention("gazette", "musk", "Elon Musk"),
        mention("gazette", "iravani", "Amir Iravani"),
        mention("gazette", "lee", "Ann Lee"),
        mention("gazette", "ministry", "ministry", "organisation"),
        mention("herald", "musk", "Elon Musk"),
        event("gazette/meet", "CONSULT", "Musk meets Iravani"),
        event("gazette/speak", "CONSULT", "They speak of sanctions"),
        event("gazette/ask", "DEMAND", "Ann Lee asks for an answer"),
        event("herald/leave", "VISIT", "Musk leaves for Paris"),
        claim(
            GAZETTE, "Elon Musk met Iran's ambassador Amir Iravani on Monday.", "met",
            event="gazette/meet", date=parse("2024-11-11"), said="Monday", confidence=0.9,
            who=(musk, iravani), **here,
        ),
        claim(
            GAZETTE, "They spoke of sanctions, two officials said.", "spoke",
            event="gazette/speak", modality="reported", confidence=0.65,
            via=(r.Hop(words="two officials"),), **here,
        ),
        claim(
            GAZETTE, "In Tehran the ministry denied it.", "denied", event="gazette/meet",
            polarity="denies", confidence=0.6, who=(r.Part("gazette/ministry", "speaker"),), **here,
        ),
        claim(
            GAZETTE, "Ann Lee asked for an answer.", "asked", event="gazette/ask",
            confidence=0.95, who=(r.Part("gazette/lee", "agent"),), **here,
        ),
        claim(
            HERALD, HERALD, "left", source="herald", collection="herald", event="herald/leave",
            date=parse("2024-11-12"), said="Tuesday", confidence=0.7,
            who=(r.Part("herald/musk", "agent"),),
        ),
    ])  # fmt: skip


def words_read(session: Connection) -> dict[str, str]:
    """Key of each claim that a machine made -> the word that it read."""
    c, s = t.claim, t.source_text
    query = select(c.c.key, c.c.trigger_start, c.c.trigger_end, s.c.text)
    read = query.join(s, s.c.source_id == c.c.source_id).where(c.c.extractor.is_not(None))
    return {key: text[start:end] for key, start, end, text in session.execute(read).tuples()}


def key_of(session: Connection, word: str) -> str:
    """The key of the claim that a machine read of a word."""
    return next(key for key, read in words_read(session).items() if read == word)
