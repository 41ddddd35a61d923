"""How much reading articles for claims costs beside spaCy alone, on the same texts, in the same
number of processes.

    python -m bench.extract FOLDER [--jobs 2] [--rounds 3] [--repeat 10]

The peer is `nlp.pipe` of the same model, loaded as spaCy loads it, over the same paragraphs, with
as many processes. Both load their models before the clock starts (a first batch is not counted);
other processes of ours load theirs again, on the clock. Both run without the collector of circular
rubbish, as the command line does. Rounds alternate; the ratio is that of the medians.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import statistics
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.extract.languages import prose_language
from timeline.intake.articles import Read, read_articles
from timeline.intake.files import ARTICLE, gather
from timeline.intake.workers import Extracted, extracted

if TYPE_CHECKING:
    from collections.abc import Callable

_WARM = 32


def clocked(work: Callable[[], int]) -> float:
    """Give the seconds that some work takes by the clock on the wall: the work of other processes
    counts.
    """
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def ours(reads: list[Read], jobs: int) -> Callable[[], int]:
    """Read the articles for claims."""
    return lambda: sum(
        len(item.records) for item in extracted(reads, jobs=jobs) if isinstance(item, Extracted)
    )


def spacy_alone(reads: list[Read], jobs: int) -> Callable[[], int]:
    """Parse the same paragraphs by spaCy's own pipe."""
    by_language: dict[str, list[str]] = {}
    for read in reads:
        texts = by_language.setdefault(read.article.language, [])
        texts += [read.article.shown(span) for span in read.article.prose]

    models = {code: import_module(prose_language(code).model).load() for code in by_language}

    def work() -> int:
        return sum(
            len(doc)
            for language, texts in by_language.items()
            for doc in models[language].pipe(texts, n_process=jobs)
        )

    return work


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description="Cost of reading articles beside spaCy alone.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--repeat", type=int, default=1, help="so many times the articles of the folder"
    )
    given = parser.parse_args()
    files = gather([given.folder], form=ARTICLE).articles
    found = list(read_articles(files, published=None, language=None))
    reads = [read for read in found if isinstance(read, Read)] * given.repeat
    words = sum(len(read.article.text.split()) for read in reads)
    sys.stdout.write(
        f"{len(reads)} articles, {words / len(reads):.0f} words each, {given.jobs} process(es)\n"
    )
    gc.disable()
    for make in (ours, spacy_alone):
        make(reads[:_WARM], 1)()
    times: dict[str, list[float]] = {"ours": [], "spaCy": []}
    for _ in range(given.rounds):
        times["ours"].append(clocked(ours(reads, given.jobs)))
        times["spaCy"].append(clocked(spacy_alone(reads, given.jobs)))
    for name, seconds in times.items():
        median = statistics.median(seconds)
        sys.stdout.write(
            f"  {name:6} {len(reads) / median:7.1f} articles/s  {words / median:9.0f} words/s\n"
        )
    ratio = statistics.median(times["ours"]) / statistics.median(times["spaCy"])
    peak = (
        max(
            resource.getrusage(who).ru_maxrss
            for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        / 1024
    )
    sys.stdout.write(
        f"  ratio  {ratio:.2f} of spaCy's time; peak memory {peak:.0f} MiB; {os.cpu_count()} "
        f"cores\n"
    )


if __name__ == "__main__":
    main()
