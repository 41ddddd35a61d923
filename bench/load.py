"""How many events a second the loader takes, beside SQLite's own `executemany` of the same rows.

    python -m bench.load             from the checkout's folder: measures the checkout
    python PATH/TO/bench/load.py     from any other folder: measures the timeline that is installed
    python -m bench.load --events 50000 --postgresql postgresql+psycopg://user@host/EMPTY_DATABASE
    python -m bench.load --profile yaml      where the time of one load goes, by cProfile

The events are made up, the same ones every time: each with a source, of which some are held, two or
three participants, dates of every precision, a quote, an attribution on some, a second source's
account of some. They are written as native YAML, native JSON and JSON Lines, and each file is
loaded into a new database through the public interface, then once more. Every measurement has a
process of its own. TMPDIR chooses the disk.

"baseline" is what the rows cost by themselves: all that the load of JSON Lines left in the tables,
put with one executemany a table into an empty database with the same tables, indexes and full-text
index. No parsing, no references, no keys. "x base" is CPU time; with PostgreSQL most of the work is
the server's, and only the clock tells.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import resource
import sqlite3
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from timeline.dates import parse
from timeline.formats import FORMATS, Input, format_of
from timeline.load import load
from timeline.records import (
    Actor,
    Claim,
    Collection,
    Event,
    EventType,
    Hop,
    Modality,
    Name,
    Part,
    Place,
    Role,
    Source,
)
from timeline.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from timeline.records import AnyRecord

Item = TypeVar("Item")

# The events ---------------------------------------------------------------------------------------

_COLLECTION = "bench"
_EVENTS_OF_A_SOURCE = 8
_SYLLABLES = (
    "ba",
    "da",
    "el",
    "fa",
    "ga",
    "ha",
    "ira",
    "jo",
    "ka",
    "li",
    "mu",
    "na",
    "or",
    "pe",
    "ra",
    "so",
    "tan",
    "va",
)
_VERBS = (
    "accused",
    "advised",
    "called",
    "met",
    "received",
    "supported",
    "thanked",
    "visited",
    "warned",
)
_NOUNS = (
    "agreement",
    "border",
    "election",
    "grain",
    "harbour",
    "inquiry",
    "loan",
    "oil",
    "quota",
    "treaty",
)
_TYPES: tuple[EventType, ...] = (
    "CONSULT",
    "STATEMENT",
    "AGREE",
    "SANCTION",
    "ASSAULT",
    "VISIT",
    "PROTEST",
    "AID",
)
_ROLES: tuple[Role, ...] = ("agent", "recipient", "participant", "speaker", "mediator")
_MODALITIES: tuple[Modality, ...] = ("asserted", "asserted", "reported", "reported", "possible")
_CAPACITIES = (None, None, None, "minister of trade", "ambassador to the UN", "spokesperson")
# Half of the dates are days.
_DATES = (
    *("{day}",) * 8,
    *(
        "{month}",
        "{month}",
        "{year}",
        "{day}~",
        "{month}?",
        "{day}/..",
        "[{day},{month}-28]",
        "{month}-1X",
    ),
)


class Dice:
    """Throws that are the same with every Python (D.

    E. Knuth's linear congruential generator for MMIX).
    """

    def __init__(self) -> None:
        self._state = 1

    def throw(self, sides: int) -> int:
        """Give a number from 0 to below `sides`."""
        self._state = (self._state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self._state >> 33) % sides

    def pick(self, items: Sequence[Item]) -> Item:
        """Give one of the items."""
        return items[self.throw(len(items))]

    def name(self) -> str:
        """Make up a name of two words."""
        words = ("".join(self.pick(_SYLLABLES) for _ in range(2 + self.throw(2))) for _ in range(2))
        return " ".join(words).title()

    def sentence(self) -> str:
        """Make up a sentence."""
        about = " and the ".join(self.pick(_NOUNS) for _ in range(3))
        return f"{self.name()} {self.pick(_VERBS)} {self.name()}, the delegate for the {about}."

    def date(self, form: str) -> str:
        """Make up a date of the last sixty years in a form such as "{day}" or "{month}?"."""
        year = f"{1965 + self.throw(60)}"
        month = f"{year}-{1 + self.throw(12):02d}"
        return form.format(year=year, month=month, day=f"{month}-{1 + self.throw(27):02d}")


def records(number: int) -> Iterator[AnyRecord]:
    """Make up events with all that belongs to them; the same number gives the same events."""
    dice = Dice()
    actors, places = max(10, number // 20), max(10, number // 100)
    events = [_event(dice, i, places) for i in range(number)]
    claims = [claim for i, event in enumerate(events) for claim in _claims(dice, i, event, actors)]
    texts: dict[str, list[str]] = {
        f"source-{i}": [] for i in range(-(-number // _EVENTS_OF_A_SOURCE))
    }
    for claim in claims:
        texts[claim.source].append(str(claim.quote))
    mine: Any = {"collection": _COLLECTION}
    yield Collection(key=_COLLECTION)
    for i, (key, quotes) in enumerate(texts.items()):
        held = f"{dice.sentence()} {' '.join(quotes)} {dice.sentence()}" if i % 3 == 0 else None
        published = parse(dice.date("{day}"))
        yield Source(
            key=key,
            title=dice.sentence(),
            publisher=dice.name(),
            published=published,
            text=held,
            **mine,
        )
    for i in range(actors):
        names = (Name(dice.name()), Name(f"{dice.name()} Él-Ÿ", "fr", "transliteration"))
        yield Actor(
            key=f"actor-{i}",
            name=dice.name(),
            names=names,
            identifiers={"wikidata": f"Q{i}"},
            **mine,
        )
    for i in range(places):
        yield Place(key=f"place-{i}", name=dice.name(), country="IR", **mine)
    yield from events
    yield from claims


def _event(dice: Dice, number: int, places: int) -> Event:

    return Event(
        collection=_COLLECTION,
        key=f"event-{number}",
        type=dice.pick(_TYPES),
        title={"en": dice.sentence().rstrip("."), "fr": f"{dice.name()} à la réunion {number}"},
        place=f"place-{dice.throw(places)}" if dice.throw(2) else None,
        tags=tuple(dict.fromkeys(dice.pick(_NOUNS) for _ in range(dice.throw(3)))),
    )


def _claims(dice: Dice, number: int, event: Event, actors: int) -> Iterator[Claim]:
    """Make up the account of the event's own source and, of every fourth event, that of the source
    before.
    """
    source = number // _EVENTS_OF_A_SOURCE
    date = dice.date(dice.pick(_DATES))
    who = {f"actor-{dice.throw(actors)}": None for _ in range(2 + dice.throw(2))}
    for told in (source, source - 1) if source and number % 4 == 0 else (source,):
        yield Claim(
            collection=_COLLECTION,
            event=event.key,
            source=f"source-{told}",
            modality=dice.pick(_MODALITIES),
            date=parse(date),
            via=_via(dice, told, actors),
            who=tuple(Part(actor, dice.pick(_ROLES), dice.pick(_CAPACITIES)) for actor in who),
            quote=dice.sentence(),
        )


def _via(dice: Dice, source: int, actors: int) -> tuple[Hop, ...]:
    hops = (Hop(words="two officials"), Hop(actor=f"actor-{dice.throw(actors)}", verb="said"))
    match dice.throw(5):
        case 0:
            return (Hop(source=f"source-{max(0, source - 1)}"), *hops)
        case 1:
            return hops[1:]
        case _:
            return ()


# What is measured ---------------------------------------------------------------------------------


class Taken(NamedTuple):
    """What something took: seconds of CPU time, seconds on the clock, and peak memory of its
    process in bytes.
    """

    cpu: float
    clock: float
    peak: int


def make_files(folder: Path, number: int) -> None:
    """Write the events as `events.yaml`, `events.json` and `events.jsonl`."""
    for form in FORMATS.values():
        if form.write is not None:
            text = "".join(form.write(records(number)))
            (folder / f"events{form.suffixes[0]}").write_text(text, encoding="utf-8")


def load_file(path: Path, database: str) -> Taken:
    """Load a file as `timeline load` does."""
    form = format_of(path.name)
    assert form is not None
    assert form.read is not None
    read = form.read
    with path.open("rb") as stream:

        def run() -> None:
            with open_store(database, write=True) as session:
                load(
                    session,
                    read(
                        Input(
                            path.name,
                            stream,
                            _COLLECTION,
                            lambda name: path.with_name(name).read_bytes(),
                        )
                    ),
                )

        return _taken(run)


def put_rows(loaded: Path, database: Path) -> Taken:
    """Put the rows of a loaded database into a new one that has its tables, by executemany."""
    with closing(sqlite3.connect(loaded)) as connection:
        # Tables before indexes and views. The full-text index makes its own tables.
        schema = connection.execute(
            """SELECT s.sql, 'SELECT * FROM "' || s.name || '"', 'INSERT INTO "' || s.name || '"
            VALUES ('
               || (SELECT group_concat('?') FROM pragma_table_info(s.name)) || ')'
               FROM sqlite_schema AS s WHERE s.sql IS NOT NULL AND s.name NOT LIKE 'event_search_%'
               ORDER BY s.type = 'table' DESC, s.rowid"""
        ).fetchall()
        plain = [(read, insert) for sql, read, insert in schema if sql.startswith("CREATE TABLE")]
        filled = [(insert, connection.execute(read).fetchall()) for read, insert in plain]
        words = connection.execute("SELECT rowid, body FROM event_search").fetchall()
    filled.append(("INSERT INTO event_search (rowid, body) VALUES (?, ?)", words))

    def run() -> None:
        connection.execute("BEGIN IMMEDIATE")
        for insert, rows in filled:
            connection.executemany(insert, rows)
        connection.execute("COMMIT")

    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -262144"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        for sql, *_ in schema:
            connection.execute(sql)
        return _taken(run)


def _taken(run: Callable[[], None]) -> Taken:
    gc.disable()  # as the command line does
    cpu, clock = time.process_time(), time.perf_counter()
    run()
    cpu, clock = time.process_time() - cpu, time.perf_counter() - clock
    # In kibibytes, on macOS in bytes: getrusage(2).
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (
        1 if sys.platform == "darwin" else 1024
    )
    return Taken(cpu, clock, peak)


def apart(function: Callable[..., Any], *arguments: Any) -> Any:
    """Call a function in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(function, *arguments).result()


# The report ---------------------------------------------------------------------------------------


def report(folder: Path, number: int, postgresql: str | None) -> None:
    """Measure, and print each line as soon as it is known."""
    apart(make_files, folder, number)
    files = [folder / f"events{suffix}" for suffix in (".yaml", ".json", ".jsonl")]
    say(
        f"{number} events: "
        + ", ".join(f"{path.suffix[1:]} {path.stat().st_size / 2**20:.1f} MiB" for path in files)
    )
    apart(load_file, files[-1], str(folder / "rows.db"))  # for its rows; it warms the caches, too
    base: Taken = apart(put_rows, folder / "rows.db", folder / "baseline.db")
    say(f"{'':<18} events/s   CPU s  clock s  x base  peak MiB")
    say(_line("baseline", number, base, base))
    jobs = [(path.suffix[1:], path, str(path.with_suffix(f"{path.suffix}.db"))) for path in files]
    if postgresql:
        jobs.append(("PostgreSQL, jsonl", files[-1], postgresql))
    for name, path, database in jobs:
        say(_line(name, number, apart(load_file, path, database), base))
        say(_line("  once more", number, apart(load_file, path, database), base))


def _line(name: str, number: int, taken: Taken, base: Taken) -> str:
    figures = (
        f"{number / taken.clock:8.0f}  {taken.cpu:6.2f}  {taken.clock:7.2f}  "
        f"{taken.cpu / base.cpu:6.1f}"
    )
    return f"{name:<18} {figures}  {taken.peak / 2**20:8.0f}"


def profile(folder: Path, number: int, suffix: str) -> None:
    """Print the functions in which one load spends its time."""
    make_files(folder, number)
    profiler = cProfile.Profile()
    profiler.runcall(load_file, folder / f"events.{suffix}", str(folder / "profiled.db"))
    statistics = pstats.Stats(profiler, stream=sys.stdout)
    statistics.sort_stats(pstats.SortKey.TIME).print_stats(40)
    statistics.sort_stats(pstats.SortKey.CUMULATIVE).print_stats("timeline", 60)


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Events a second through the loader.")
    parser.add_argument(
        "--events", type=int, default=10_000, metavar="N", help="how many events (10000)"
    )
    parser.add_argument(
        "--postgresql", metavar="URL", help="load into this database as well; it has to be empty"
    )
    parser.add_argument(
        "--profile", choices=("yaml", "json", "jsonl"), help="print where one load spends its time"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if given.profile:
            profile(Path(folder), given.events, given.profile)
        else:
            report(Path(folder), given.events, given.postgresql)


if __name__ == "__main__":
    main()
