"""What it costs to load one more article: the first as the last.

    python -m bench.growth
    python -m bench.growth --articles 800 --postgresql postgresql+psycopg://user@host/EMPTY_DATABASE

Articles are made up: each is a collection of its own by a machine, with two states that all
articles name, three people of its own and four events, loaded as `timeline load` does, with its
events matched. Printed are the CPU and the clock's milliseconds for each article, by the hundred,
and the first page of `actors` after it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.dates import parse
from timeline.load import load
from timeline.queries.actors import actors
from timeline.records import (
    Actor,
    Claim,
    Collection,
    Event,
    Located,
    Name,
    Part,
    Source,
    Where,
)
from timeline.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.records import AnyRecord

_READER = "bench 1"
_STATES = ("iso3166/US", "iso3166/FR")
_HUNDRED = 100
_PAGE = 50


def main() -> None:
    """Load the articles, and print what each hundred cost."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--postgresql", help="the URL of an empty database")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = asked.postgresql or str(Path(folder) / "growth.db")
        sys.stdout.write(f"{'articles':>10} {'CPU ms':>8} {'ms':>8} {'actors ms':>10}\n")
        for first in range(0, asked.articles, _HUNDRED):
            numbers = range(first, min(first + _HUNDRED, asked.articles))
            begun, clock = time.process_time(), time.perf_counter()
            for number in numbers:
                with open_store(url, write=True) as session:
                    records = (Located(one, Where("bench")) for one in article(number))
                    load(session, records, match=True)
            each = 1000 / len(numbers)
            cpu = (time.process_time() - begun) * each
            wall = (time.perf_counter() - clock) * each
            page = first_page(url)
            sys.stdout.write(f"{numbers.stop:>10} {cpu:>8.1f} {wall:>8.1f} {page:>10.1f}\n")


def first_page(url: str) -> float:
    """Give the milliseconds for the first page of actors, the best of five times."""
    times = []
    for _ in range(5):
        with open_store(url) as session:
            begun = time.perf_counter()
            actors(session, limit=_PAGE)
            times.append(time.perf_counter() - begun)
    return min(times) * 1000


def article(number: int) -> Iterator[AnyRecord]:
    """Give what a machine reads in an article: whom it names, and what it tells of them."""
    key = f"article-{number:05}"
    yield Collection(key=key, collection=key)
    day = parse(f"{1990 + number % 30}-{1 + number % 12:02}-{1 + number % 28:02}")
    yield Source(key=key, published=day, text="They met on Monday.", collection=key)
    for state in _STATES:
        names = tuple(Name(f"{state} {n}", "en") for n in range(10))
        scheme, code = state.split("/")
        yield Actor(
            key=state,
            name=code,
            kind="state",
            names=names,
            identifiers={scheme: code},
            mention=True,
            extractor=_READER,
            collection=key,
        )
    people = [f"{key}/person-{n}" for n in range(3)]
    for n, person in enumerate(people):
        name = f"Person {number}{'abc'[n]}"
        yield Actor(key=person, name=name, mention=True, extractor=_READER, collection=key)
    for n, person in enumerate([*people, people[0]]):
        event = f"{key}/event-{n}"
        yield Event(key=event, type="CONSULT", extractor=_READER, collection=key)
        who = (Part(person, "agent"), Part(_STATES[n % 2], "recipient"))
        yield Claim(
            event=event,
            source=key,
            date=day,
            who=who,
            confidence=0.7,
            extractor=_READER,
            collection=key,
        )


if __name__ == "__main__":
    main()
