"""How much of what strangers' texts tell is read, and how much of it is right.

    python -m bench.reading [--shared FOLDER] [--keep FOLDER]      from the checkout's folder

FOLDER holds texts that were annotated by hand (data/) and the programs that score what is read from
them (tools/); without the option it is $TIMELINE_SHARED, or ../shared. Each text is read once. The
figures are those of the scorers, in percent; `--keep` leaves what was read, and all that they print
with the errors, in a folder.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from bench.dates import write_found
from bench.gold import write_gold
from timeline import records as r
from timeline.dates import parse
from timeline.extract.article import read_article
from timeline.extract.claims import extracted
from timeline.formats.jsonl import write
from timeline.resolve import TOLD
from timeline.temporal.bounds import bounded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

# An identifier of PLOVER's sentences begins so; its scorer knows them by the rest, in lower case.
_PLOVER = "PLOVER-"
_PLOVER_YEAR = "2000-01-01"  # the year of its sentences, which have no date of their own


class Text(NamedTuple):
    """A text to read."""

    name: str
    content: bytes
    published: str


class Row(NamedTuple):
    """What a scorer measures: how it is called here, and the pattern that finds it there."""

    measure: str
    pattern: str


_EVENTS = (
    Row("required events, F1", r"required\*.*F1 +([\d.]+)"),
    Row("all events, F1", r"all \(strict\).*F1 +([\d.]+)"),
    Row("core events found", r"core .*R +([\d.]+)"),
    Row("type accepted", r" type .*accepted +([\d.]+)"),
    Row("who, F1", r"names only .*F1 +([\d.]+)"),
    Row("who and role (merged), F1", r"roles merged .*F1 +([\d.]+)"),
    Row("attribution, where a source is named", r"gold names a source (\S+)"),
    Row("modality accepted", r" modality .*accepted +([\d.]+) "),
    Row("polarity", r" polarity +([\d.]+)"),
    Row("date exact or accepted", r"exact \(edtf or edtf_ok\) +([\d.]+)"),
    Row("date exact where one is told", r"where a date is predicted +([\d.]+)"),
)
_MEANTIME = (
    Row("claims whose trigger is an event", r"claims whose trigger .*\) +([\d.]+)"),
    Row("named participant: found", r"  named participant  +([\d.]+)"),
    Row("named participant and date: found", r"TIMELINE: .*?date +([\d.]+)"),
    Row("... with right participant and date", r"right participant and a right date.*?([\d.]+) \("),
    Row("participants, F1", r"all matched .*F1 ([\d.]+)"),
    Row("factuality", r"right of three +([\d.]+)"),
)
_TIMEXES = (
    Row("strict, F1", r"strict  .*F1 +([\d.]+)"),
    Row("relaxed, F1", r"relaxed .*F1 +([\d.]+)"),
    Row("value, F1", r"value  .*F1 +([\d.]+)"),
)
_PLOVER_ROWS = (
    Row("type accepted", r"type accepted, on trigger +([\d.]+)"),
    Row("source found, end to end", r"end to end: source +([\d.]+)"),
    Row("target found, end to end", r"end to end: .*?target +([\d.]+)"),
    Row("type, all sources and a target", r"all sources and a target +([\d.]+)"),
)


def read_texts(texts: Iterable[Text], language: str) -> Iterator[list[r.AnyRecord]]:
    """Yield the records of each text, as `timeline extract` gives them, but for what a database
    adds to them: that what is told as a fact was so by the day of its report.
    """
    articles = (
        read_article(
            f"{one.name}.txt", one.content, published=parse(one.published), language=language
        )
        for one in texts
    )
    for article, records in extracted(articles):
        assert article.published is not None
        bound = bounded("by", article.published)
        yield [
            msgspec.structs.replace(one, date=bound)
            if isinstance(one, r.Claim) and _is_undated_fact(one)
            else one
            for one in records
        ]


def _is_undated_fact(claim: r.Claim) -> bool:
    undated = claim.date is None and claim.rule is None
    return undated and claim.polarity == "affirms" and claim.modality in TOLD


def french_events(shared: Path, work: Path) -> str:
    """Read the French news, score them, and return what the scorer prints."""
    return _french(shared, shared / "data/events_fr", work / "fr", "--errors")


def own_events(part: str) -> Callable[[Path, Path], str]:
    """Return what does the same with the texts that were annotated here, one part of them; errors
    are left out, so that nobody reads those of the held-out ones.
    """

    def score(shared: Path, work: Path) -> str:
        data = work / part
        write_gold(data, part)
        return _french(shared, data, data / "read")

    return score


def _french(shared: Path, data: Path, read: Path, *options: str) -> str:
    """Read annotated French texts into a folder and score what was read."""
    _write_each(_dated(data / "text", data / "published.tsv"), "fr", read)
    found = read.with_suffix(".found")
    _scored(shared, "events_to_score.py", data / "text", read, found)
    return _scored(
        shared, "score_events.py", data / "gold_events.jsonl", found / "pred_events.jsonl",
        "--gold-actors", data / "gold_actors.jsonl", *options,
    )  # fmt: skip


def meantime(shared: Path, work: Path) -> str:
    """The same of the English news of MEANTIME."""
    data = shared / "data/events_en/meantime"
    _write_each(_dated(data / "text", data / "dct.dev.tsv"), "en", work / "en")
    return _scored(
        shared, "score_meantime.py", shared / "tools", data / "gold_events.dev.jsonl",
        data / "gold_actors.dev.jsonl", work / "en", "--errors", work / "meantime.errors.tsv",
    )  # fmt: skip


def plover(shared: Path, work: Path) -> str:
    """The same of the sentences of PLOVER."""
    gold = shared / "data/events_en/plover/PLOVER_GSR_CAMEO.dev.json"
    given = json.loads(gold.read_text(encoding="utf-8"))
    texts = [
        Text(one["id"].removeprefix(_PLOVER), one["text"].encode(), _PLOVER_YEAR)
        for one in given
        if "text" in one and one["event"] != "DOCUMENT"
    ]
    read = work / "plover.jsonl"
    read.write_text(
        "".join(line for records in read_texts(texts, "en") for line in write(records)),
        encoding="utf-8",
    )
    return _scored(
        shared, "score_plover.py", shared / "tools", gold, read,
        "--errors", work / "plover.errors.tsv",
    )  # fmt: skip


def timexes(corpus: str) -> Callable[[Path, Path], str]:
    """Return what tags a corpus of the folder `temporal` and returns what its scorer prints."""

    def score(shared: Path, work: Path) -> str:
        gold, found = shared / f"data/temporal/{corpus}.jsonl", work / f"{corpus}.found.jsonl"
        write_found(gold, found)
        return _scored(shared, "score_timex.py", gold, found, "--errors", 1000)

    return score


PARTS = {
    "French events": (french_events, _EVENTS),
    "French events, annotated here": (own_events("developing"), _EVENTS),
    "French events, annotated here, held out": (own_events("held-out"), _EVENTS),
    "MEANTIME, English": (meantime, _MEANTIME),
    "PLOVER, English": (plover, _PLOVER_ROWS),
    "French TimeBank, dates": (timexes("ftb_fr.dev"), _TIMEXES),
    "MEANTIME, English, dates": (timexes("meantime_en.dev"), _TIMEXES),
}


def _dated(folder: Path, days: Path) -> Iterator[Text]:
    """The texts of a folder that a table names, each with its day of publication."""
    for line in days.read_text(encoding="utf-8").splitlines():
        name, day = line.split("\t")
        yield Text(name, (folder / f"{name}.txt").read_bytes(), day)


def _write_each(texts: Iterable[Text], language: str, folder: Path) -> None:
    """Read texts and write the records of each to a file of a folder."""
    folder.mkdir(exist_ok=True)
    given = list(texts)
    for one, records in zip(given, read_texts(given, language), strict=True):
        (folder / f"{one.name}.jsonl").write_text("".join(write(records)), encoding="utf-8")


def _scored(shared: Path, scorer: str, *arguments: object) -> str:
    """Run a scorer and return what it prints."""
    command = [sys.executable, shared / "tools" / scorer, *arguments]
    done = subprocess.run(  # noqa: S603 - a program of the folder that was named
        [str(part) for part in command], check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


def picked(printed: str, rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Pick from what a scorer printed what each row measures.

    Raises:
        SystemExit: it prints no such line any more.
    """
    for row in rows:
        found = re.search(row.pattern, printed)
        if found is None:
            sys.exit(f"the scorer prints nothing for {row.measure!r}")
        yield row.measure, found[1]


def main() -> None:
    """Read the command line, the texts, and print the figures."""
    parser = argparse.ArgumentParser(description="Scores of what is read from strangers' texts.")
    parser.add_argument("--shared", type=Path, help="the folder of the texts and the scorers")
    parser.add_argument("--keep", type=Path, help="leave what was read and printed in this folder")
    given = parser.parse_args()
    shared = given.shared or Path(os.environ.get("TIMELINE_SHARED", "../shared"))
    if not (shared / "tools/score_events.py").is_file():
        sys.exit(f"{shared}/tools/score_events.py is missing: name the folder with --shared")
    with tempfile.TemporaryDirectory() as scratch:
        work = given.keep or Path(scratch)
        work.mkdir(parents=True, exist_ok=True)
        for part, (score, rows) in PARTS.items():
            printed = score(shared, work)
            (work / f"{part}.txt").write_text(printed, encoding="utf-8")
            sys.stdout.write(f"{part}\n")
            sys.stdout.writelines(
                f"  {measure:40} {value:>8}\n" for measure, value in picked(printed, rows)
            )


if __name__ == "__main__":
    main()
