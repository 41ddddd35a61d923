"""How many articles a second the temporal tagger does, and how to score what it finds.

    python -m bench.dates CORPUS.jsonl...                  from the checkout's folder
    python -m bench.dates CORPUS.jsonl --scorer SCORER.py  prints the command lines that score it

A corpus is JSON Lines of `{"id", "lang", "dct", "text"}`. One process and one core; the CPU time of
the process is counted, the best of the rounds; reading the file is not counted, and the first use
of a language, which compiles its rules, is told on its own. The last line of each corpus is about
all of its texts as one, to show that the time is linear in the length. A scorer is any program that
takes a gold file and a file of `timeline dates --format jsonl`.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.temporal import tag
from timeline.temporal.documents import Document, as_fields, read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LONG = 10_000_000  # characters


def cpu(work: Callable[[], object], rounds: int = 1) -> float:
    """Give the seconds of CPU time that some work takes, the least of several rounds."""
    least = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        work()
        least = min(least, time.process_time() - start)
    return least


def tag_all(documents: Sequence[Document]) -> int:
    """Tag documents; the number of expressions."""
    return sum(
        len(tag(one.text, language=one.language or "en", published=one.published))
        for one in documents
    )


def read_corpus(path: Path) -> list[Document]:
    """The documents of a corpus."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [read_document(line, number) for number, line in enumerate(lines, 1)]


def write_found(corpus: Path, found: Path) -> None:
    """Tag a corpus, and write what is found as a scorer takes it."""
    lines = (
        json.dumps(
            as_fields(one, tag(one.text, language=one.language or "en", published=one.published))
        )
        for one in read_corpus(corpus)
    )
    found.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def report(path: Path, rounds: int) -> None:
    """Print the speed on one corpus."""
    documents = read_corpus(path)
    if not documents:
        sys.exit(f"{path} holds no documents")
    size = sum(len(one.text) for one in documents)
    first = cpu(lambda: tag_all(documents[:1]))
    seconds = cpu(lambda: tag_all(documents), rounds)
    sys.stdout.write(
        f"{path.name}: {len(documents)} articles, {size / len(documents):.0f} characters each\n"
    )
    sys.stdout.write(f"  first article    {1000 * first:8.0f} ms    (compiles the rules)\n")
    sys.stdout.write(
        f"  articles         {len(documents) / seconds:8.0f} a second, {size / seconds / 1e6:.2f} "
        f"MB/s\n"
    )
    whole = "\n\n".join(one.text for one in documents)
    long = Document(
        "long",
        (whole + "\n\n") * (_LONG // len(whole) + 1),
        documents[0].language,
        documents[0].published,
    )
    seconds = cpu(lambda: tag_all([long]))
    sys.stdout.write(
        f"  one of {len(long.text) / 1e6:.0f} MB      {seconds:8.1f} s,  "
        f"{len(long.text) / seconds / 1e6:.2f} MB/s\n"
    )


def main() -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(description="Speed of the temporal tagger.")
    parser.add_argument("corpus", nargs="+", type=Path, help="JSON Lines of documents")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--scorer", type=Path, help="a program that takes the files GOLD and PREDICTED"
    )
    given = parser.parse_args()
    for path in given.corpus:
        report(path, given.rounds)
    if given.scorer:
        for path in given.corpus:
            found = f"{path.stem}.found.jsonl"
            sys.stdout.write(
                f"timeline dates {path} --format jsonl > {found} && python {given.scorer} {path} "
                f"{found} --errors 20\n"
            )


if __name__ == "__main__":
    main()
