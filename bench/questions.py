"""How long each question takes, beside the best SQL by hand, and whether that grows with the
database.

    python -m bench.questions
    python -m bench.questions --keep FOLDER --postgresql URL_OF_AN_EMPTY_ONE URL_OF_ANOTHER
    python -m bench.questions --only actor --events 10000 1000000

The events are those of `bench.load`, with what is uneven in life made uneven: an actor in every
third event, a dataset that speaks of every fourth, tags and places that stand for a tenth and for
fifty events; every tenth is read by a machine, of these every second unsurely, and every fiftieth
has no date. They are loaded into a SQLite database per size; `--keep` leaves these in a folder for
the next time. An empty PostgreSQL database is given per size, in the same order.

Each question is asked as Python does, for its first page of 50, and then by hand: the same rows and
what is shown of them, by statements written for this one question and sent through the driver
alone. "x hand" is the ratio of the two, "x size" that of the question to itself in the smallest
database. All are medians of CPU time; of PostgreSQL's on the clock, since there most of the work is
the server's. What misses its target (3 and 1.5) has a mark.
"""

from __future__ import annotations

import argparse
import gc
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from sqlalchemy import event

from bench.load import records
from timeline.dates import parse
from timeline.load import load
from timeline.queries import Question, chronology
from timeline.queries.actors import actors, mentions, profile
from timeline.queries.chronology import unlisted
from timeline.queries.conflicts import conflicts
from timeline.queries.places import places
from timeline.queries.sources import sources
from timeline.records import Actor, Claim, Event, Located, Part, Place, Source, Where
from timeline.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy import Connection

    from timeline.records import AnyRecord

_SIZES = (10_000, 100_000)
_PAGE = 50
_TARGET_HAND, _TARGET_SIZE = 3.0, 1.5
_REGIONS = 5
_OF_A_CASE = 50

# The events ---------------------------------------------------------------------------------------


def uneven(number: int) -> Iterator[AnyRecord]:
    """Give the records of `bench.load`, and what makes some of them frequent."""
    yield Source(key="dataset", published=parse("1999-12-31"), collection="bench")
    for region in range(_REGIONS):
        yield Place(key=f"region-{region}", name=f"Region {region}", collection="bench")
    for record in records(number):
        count = int(record.key.rpartition("-")[2]) if isinstance(record, Event | Place) else 0
        match record:
            case Place():
                yield msgspec.structs.replace(record, part_of=f"region-{count % _REGIONS}")
            case Event():
                tags = (*record.tags, f"case-{count // _OF_A_CASE}")
                yield msgspec.structs.replace(record, tags=tags)
            case Claim():
                yield from _told(record)
            case Actor(key="actor-0"):
                yield record
                yield Actor(key="everywhere", name="Everywhere", collection="bench")
            case _:
                yield record


def _told(claim: Claim) -> Iterator[Claim]:
    count = int(claim.event.rpartition("-")[2])
    if count % 3 == 0:
        who = (*claim.who, Part("everywhere", "witness" if count % 2 else "host"))
        claim = msgspec.structs.replace(claim, who=who)
    if count % 10 == 3:
        sure = 0.9 if count % 20 == 3 else 0.3
        claim = msgspec.structs.replace(claim, extractor="reader 1", confidence=sure)
    if count % 50 == 7:
        claim = msgspec.structs.replace(claim, date=None)
    yield claim
    if count % 4 == 1:
        yield msgspec.structs.replace(claim, source="dataset", quote=None, via=())


# The questions ------------------------------------------------------------------------------------


class Asked(NamedTuple):
    """A question: how it is asked, and the statements by hand, if it has any.

    The first of these gives the ids of the events, which the others have in the place of {ids}.
    """

    ask: Callable[[Connection], Any]
    by_hand: tuple[str, ...] = ()


_SHOWN = (
    """SELECT e.id, e.key, e.type, p.name, e.date, e.earliest, e.latest, e.sort, e.date_status,
       e.standing, e.claims, e.origins FROM event e LEFT JOIN place p ON p.id = e.place_id
       WHERE e.id IN ({ids}) ORDER BY e.sort, e.key""",
    "SELECT home_id, language, title FROM event_text WHERE home_id IN ({ids}) ORDER BY n",
    """SELECT c.home_id, s.key, c.extractor, a.key, a.name, p.role, p.capacity, c.polarity
       FROM claim c JOIN source s ON s.id = c.source_id
       LEFT JOIN participation p ON p.home_id = c.home_id AND p.claim_id = c.id
       LEFT JOIN actor a ON a.id = p.actor_id WHERE c.home_id IN ({ids}) AND c.revoked_in IS NULL
       ORDER BY c.home_id, s.published_latest, s.key, c.key, p.n""",
)
_REAL = "e.canonical_id = e.id AND e.standing IS NOT NULL AND NOT e.hidden"
_IN_ORDER = f"ORDER BY e.sort, e.key LIMIT {_PAGE}"


def _events(where: str = "") -> str:
    return f"SELECT e.id FROM event e WHERE {_REAL} {where} {_IN_ORDER}"


def _walked(condition: str) -> str:
    """Each event in order is looked at, which is best for what is frequent."""
    return _events(f"AND EXISTS (SELECT 1 FROM {condition} LIMIT 1 OFFSET 0)")


def _sorted(ids: str) -> str:
    """What is rare is found first, and then put in order."""
    return f"""SELECT e.id FROM event e WHERE e.id IN ({ids}) AND NOT e.hidden
        ORDER BY +e.sort, e.key LIMIT {_PAGE}"""


def _claims(source: str) -> str:
    key = f"(SELECT id FROM source WHERE key = '{source}')"
    return f"claim c WHERE c.source_id = {key} AND c.revoked_in IS NULL"


def _actor(key: str, more: str = "") -> str:
    """The events of an actor by the index of participations, which holds their order."""
    return f"""SELECT DISTINCT e.id, p.sort, e.key FROM participation p
        JOIN event e ON e.id = p.home_id WHERE NOT e.hidden AND p.actor_id = (SELECT id FROM actor
        WHERE key = '{key}') {more} ORDER BY p.sort, e.key LIMIT {_PAGE}"""


def _window(first: str, last: str) -> str:
    """An arm per width, each by its index."""
    begins, ends, day = parse(first).earliest or 0, parse(last).latest or 0, 86_400
    widths = (32 * day, 367 * day, 10 * 366 * day, 100 * 366 * day, 2**40)
    arms = (
        f"""SELECT * FROM (SELECT e.id, e.sort, e.key FROM event e WHERE {_REAL}
        AND e.span_class = {number} AND e.sort > {begins - width} AND e.sort < {ends}
        AND (e.latest > {begins} OR e.latest IS NULL) {_IN_ORDER}) AS arm{number}"""
        for number, width in enumerate(widths)
    )
    return f"SELECT id FROM ({' UNION ALL '.join(arms)}) AS e {_IN_ORDER.replace('e.', '')}"


def _page(by_hand: str = "", **asked: Any) -> Asked:
    question = Question(**asked)
    statements = (by_hand, *_SHOWN) if by_hand else ()
    return Asked(lambda session: chronology(session, question, limit=_PAGE), statements)


_CASE = "SELECT home_id FROM tag WHERE tag = 'case-17'"
_OIL = "tag g WHERE g.tag = 'oil' AND g.home_id = e.id"
_REGION = "SELECT id FROM place WHERE key = 'region-1' OR part_of_id = (SELECT id FROM place WHERE \
key = 'region-1')"
QUESTIONS: dict[str, Asked] = {
    "first page": _page(_events()),
    "type": _page(_events("AND e.type = 'ASSAULT'"), types="assault"),
    "types": _page(types=("assault", "visit", "aid")),
    "standing": _page(_events("AND e.standing = 'reported'"), standings="reported"),
    "source, rare": _page(_sorted(f"SELECT c.home_id FROM {_claims('source-77')}"),
                          sources="source-77"),
    "source, frequent": _page(_walked(f"{_claims('dataset')} AND c.home_id = e.id"),
                              sources="dataset"),
    "tag, rare": _page(_sorted(_CASE), tags="case-17"),
    "tag, frequent": _page(_walked(_OIL), tags="oil"),
    "actor, rare": _page(_actor("actor-17"), actors="actor-17"),
    "actor, frequent": _page(_actor("everywhere"), actors="everywhere"),
    "actor in a role": _page(_actor("everywhere", "AND p.role = 'host'"), actors="everywhere:host"),
    "actor in a window": _page(actors="everywhere", on="2001-05"),
    "actor and source": _page(actors="everywhere", sources="dataset"),
    "two actors": _page(actors=("everywhere", "actor-17")),
    "place": _page(_events("AND e.place_id = (SELECT id FROM place WHERE key = 'place-7')"),
                   places="place-7"),
    "place around": _page(_events(f"AND e.place_id IN ({_REGION})"), places="region-1"),
    "text, rare": _page(text="réunion 1234"),
    "text, frequent": _page(text="border"),
    "day": _page(_window("2001-05-05", "2001-05-05"), on="2001-05-05"),
    "year": _page(_window("2001", "2001"), on="2001"),
    "wide window": _page(_window("1966", "2024"), start="1966", end="2024"),
    "certainly": _page(start="2001", end="2003", certainly=True),
    "tag in a window": _page(start="2001", end="2009", tags="oil"),
    "known by, late": _page(known_by="2030"),
    "unreviewed": _page(_events("AND NOT e.reviewed"), reviewed=False),
    "machine": _page(_events("AND e.machine"), machine=True),
    "confidence": _page(confidence=(0.8, None)),
    "not listed": Asked(lambda session: unlisted(session, Question(on="2001"))),
    "actors, unreviewed": Asked(
        lambda session: actors(session, limit=_PAGE, question=Question(reviewed=False))
    ),
    "sources, unreviewed": Asked(
        lambda session: sources(session, limit=_PAGE, question=Question(reviewed=False))
    ),
    "actors": Asked(lambda session: actors(session, limit=_PAGE)),
    "mentions": Asked(lambda session: mentions(session, limit=_PAGE)),
    "sources": Asked(lambda session: sources(session, limit=_PAGE, after="source-1")),
    "places": Asked(lambda session: places(session, limit=_PAGE)),
    "conflicts": Asked(lambda session: conflicts(session, limit=_PAGE)),
    "profile, rare": Asked(lambda session: profile(session, "actor-17")),
}  # fmt: skip
# What grows with the answer, or with what has to be worked out anew for it, not with a page.
GROWING: dict[str, Asked] = {
    "known by, middle": _page(known_by="1995"),
    "profile, frequent": Asked(lambda session: profile(session, "everywhere")),
}


# What is measured ---------------------------------------------------------------------------------


class Measured(NamedTuple):
    """Seconds for the question, seconds by hand (None where it has no statements of its own), and
    how many statements the question took.
    """

    asked: float
    by_hand: float | None
    statements: int


def measure(session: Connection, asked: Asked, runs: int) -> Measured:
    """Ask in turn as Python does and by hand, and give the medians."""
    clock = time.process_time if session.dialect.name == "sqlite" else time.perf_counter
    times: list[float] = []
    hands: list[float] = []
    with counted(session) as statements:
        asked.ask(session)  # fills the caches
    for _ in range(runs):
        begun = clock()
        asked.ask(session)
        between = clock()
        _by_hand(session, asked.by_hand)
        times.append(between - begun)
        hands.append(clock() - between)
    return Measured(median(times), median(hands) if asked.by_hand else None, len(statements))


@contextmanager
def counted(session: Connection) -> Iterator[list[tuple[str, Any]]]:
    """Note each statement that is sent, with its values."""
    found: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, sent: str, values: Any, *_more: Any) -> None:
        found.append((sent, values))

    event.listen(session.engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(session.engine, "before_cursor_execute", note)


def _by_hand(session: Connection, statements: Sequence[str]) -> None:
    driver: Any = session.connection.dbapi_connection
    ids = "NULL"
    for number, statement in enumerate(statements):
        rows = driver.cursor().execute(statement.format(ids=ids)).fetchall()
        if not number:
            ids = ", ".join(str(row[0]) for row in rows) or "NULL"


def make(database: str, number: int) -> None:
    """Load the events into a database, if it has none yet."""
    with open_store(database, write=True) as session:
        if not chronology(session, limit=1).rows:
            found = enumerate(uneven(number), 1)
            load(session, (Located(record, Where("bench", line)) for line, record in found))


def report(databases: Sequence[str], runs: int, only: str) -> None:
    """Measure, and print each line as soon as it is known."""
    smallest: dict[str, Measured] = {}
    for database in databases:
        sys.stdout.write(f"{database}\n{'':<20}       ms   x hand   x size  statements\n")
        with open_store(database) as session:
            for name, asked in (QUESTIONS | GROWING).items():
                if only in name:
                    found = measure(session, asked, runs)
                    sys.stdout.write(_line(name, found, smallest.setdefault(name, found)))
                    sys.stdout.flush()


def _line(name: str, found: Measured, smallest: Measured) -> str:
    hand = found.asked / found.by_hand if found.by_hand else None
    size = found.asked / smallest.asked
    ratios = f"{_ratio(hand, _TARGET_HAND)} {_ratio(size, _TARGET_SIZE)}"
    return f"{name:<20} {found.asked * 1000:8.2f} {ratios} {found.statements:11}\n"


def _ratio(value: float | None, target: float) -> str:
    if value is None:
        return f"{'':8}"
    return f"{value:7.2f}{'!' if value > target else ' '}"


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Time of each question, and what it grows with.")
    parser.add_argument("--events", type=int, nargs="+", default=_SIZES, metavar="N")
    parser.add_argument("--postgresql", nargs="+", default=(), metavar="URL")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where databases are kept")
    parser.add_argument("--runs", type=int, default=9, metavar="N", help="of each question (9)")
    parser.add_argument("--only", default="", metavar="WORD", help="questions with it in the name")
    given = parser.parse_args()
    gc.disable()  # as the command line does
    with tempfile.TemporaryDirectory() as folder:
        place = given.keep or Path(folder)
        files = [str(place / f"questions-{number}.db") for number in given.events]
        for databases in (files, given.postgresql):
            for database, number in zip(databases, given.events, strict=False):
                make(database, number)
            report(databases, given.runs, given.only)


if __name__ == "__main__":
    main()
