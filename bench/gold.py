"""Articles that others wrote, and what tests/extract/gold says of them.

    python -m bench.gold FOLDER [--part developing | held-out]

writes into a folder what the scorer of events beside the corpora takes (../shared/tools): `text/`,
`published.tsv`, `gold_events.jsonl`, `gold_actors.jsonl`, `gold_timex.jsonl`. The annotations are
stand-off: they say where something is in a text, and the texts are no part of the project.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

GOLD = Path(__file__).parents[1] / "tests" / "extract" / "gold"
DATA = Path(__file__).parents[2] / "shared" / "data"
PARTS = ("developing", "held-out")
# The field that holds places in the text, and that of the words that stand there.
WORDS = {
    "trigger": "trigger_text",
    "quote": "quote_text",
    "date_span": "date_text",
    "alt_triggers": "alt_texts",
    "mention": "text",
    "mentions": "texts",
    "optional_mentions": "optional_texts",
}


class Text(NamedTuple):
    """An annotated article.

    corpus: a key of `CORPORA`.     part: one of `PARTS`.
    published: its day, in EDTF.    sha256: of its text in UTF-8.
    """

    corpus: str
    id: str
    part: str
    published: str
    sha256: str


def texts(corpus: str, part: str | None = None) -> list[Text]:
    """The annotated articles of a corpus, those of one part or all."""
    with (GOLD / "texts.tsv").open(encoding="utf-8", newline="") as file:
        rows = [Text(**row) for row in csv.DictReader(file, delimiter="\t")]
    return [row for row in rows if row.corpus == corpus and part in (None, row.part)]


def lines_of(name: str) -> list[dict[str, Any]]:
    """The lines of one file of the annotations."""
    lines = (GOLD / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def sha256(text: str) -> str:
    """The digest by which a text is known again."""
    return hashlib.sha256(text.encode()).hexdigest()


def content(corpus: str, key: str) -> str:
    """The text of an article.

    Args:
        corpus: a key of `CORPORA`.
        key: the article's id within it.

    Raises:
        FileNotFoundError: the corpora don't lie beside the checkout.
    """
    return CORPORA[corpus](key)


@cache
def _pages() -> dict[str, str]:
    """The texts of all pages, made by the program that made those of `events_fr`."""
    with TemporaryDirectory() as folder:
        program, pages = DATA / "events_fr" / "html2txt.py", DATA / "news_fr"
        keys = [path.stem for path in pages.glob("*.html")]
        command = [sys.executable, str(program), str(pages), folder, *keys]
        subprocess.run(command, check=True)  # noqa: S603 - the corpora's own program
        return {key: (Path(folder) / f"{key}.txt").read_bytes().decode() for key in keys}


def _page(key: str) -> str:
    return _pages()[key]


def _meantime(key: str) -> str:
    path = DATA / "events_en" / "meantime" / "text" / f"{key}.txt"
    return path.read_bytes().decode()


CORPORA: dict[str, Callable[[str], str]] = {"news_fr": _page, "meantime": _meantime}


def with_words(row: dict[str, Any], text: str) -> dict[str, Any]:
    """A line of the annotations with the words that stand at its places."""
    joined: dict[str, Any] = {}
    for field, value in row.items():
        joined[field] = [with_words(who, text) for who in value] if field == "who" else value
        if field in WORDS:
            joined[WORDS[field]] = _words(value, text)
    if "start" in row:
        joined["text"] = text[row["start"] : row["end"]]
    return joined


def _words(places: Any, text: str) -> list[str] | str | None:
    if places is None:
        return None
    if places and isinstance(places[0], int):
        return text[slice(*places)]
    return [text[slice(*place)] for place in places]


def write_gold(folder: Path, part: str | None = None) -> None:
    """Write the French articles, of one part or all, as the scorer of events takes them."""
    chosen = texts("news_fr", part)
    contents = {text.id: content(text.corpus, text.id) for text in chosen}
    (folder / "text").mkdir(parents=True, exist_ok=True)
    for key, words in contents.items():
        (folder / "text" / f"{key}.txt").write_text(words, encoding="utf-8", newline="")
    published = "".join(f"{text.id}\t{text.published}\n" for text in chosen)
    (folder / "published.tsv").write_text(published, encoding="utf-8")
    for name in ("events", "actors", "timexes"):
        rows = lines_of(f"{name}_fr.jsonl")
        joined = (with_words(row, contents[row["doc"]]) for row in rows if row["doc"] in contents)
        _write(folder / f"gold_{name.replace('timexes', 'timex')}.jsonl", joined)


def _write(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text("".join(lines), encoding="utf-8")


def main() -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser(description="Annotated articles for the scorer of events.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", choices=PARTS)
    given = parser.parse_args()
    write_gold(given.folder, given.part)


if __name__ == "__main__":
    main()
