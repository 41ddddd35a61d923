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

from timeline.dates import parse
from timeline.extract.article import read_article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from timeline.extract.article import Article

GOLD = Path(__file__).parents[1] / "tests" / "extract" / "gold"
DATA = Path(__file__).parents[2] / "shared" / "data"
PARTS = ("developing", "held-out")
FRENCH = ("news_fr", "ftb_fr")  # the corpora of the French events
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


def french(part: str | None = None) -> list[Text]:
    """The articles whose French events are annotated, those of one part or all."""
    return [text for corpus in FRENCH for text in texts(corpus, part)]


def lines_of(name: str, folder: Path = GOLD) -> list[dict[str, Any]]:
    """The lines of one file of annotations."""
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def sha256(text: str) -> str:
    """The digest by which a text is known again."""
    return hashlib.sha256(text.encode()).hexdigest()


class Corpus(NamedTuple):
    """A folder of texts in ../shared/data.

    language: that of its texts.
    contents: gives its texts by id.
    published: gives the days of publication that are known, in EDTF, by id.
    """

    language: str
    contents: Callable[[], Mapping[str, str]]
    published: Callable[[], Mapping[str, str]]


def content(corpus: str, key: str) -> str:
    """The text of an article.

    Args:
        corpus: a key of `CORPORA`.
        key: the article's id within it.

    Raises:
        FileNotFoundError: the corpora don't lie beside the checkout.
    """
    return CORPORA[corpus].contents()[key]


def article(corpus: str, key: str) -> Article:
    """An article as our reader gets it, with the day of publication if it is known."""
    published = CORPORA[corpus].published().get(key)
    return read_article(
        f"{key}.txt",
        content(corpus, key).encode(),
        published=parse(published) if published else None,
        language=CORPORA[corpus].language,
    )


@cache
def _pages() -> dict[str, str]:
    """The texts of all pages, made by the program that made those of `events_fr`."""
    with TemporaryDirectory() as folder:
        program, pages = DATA / "events_fr" / "html2txt.py", DATA / "news_fr"
        keys = [path.stem for path in pages.iterdir()]
        command = [sys.executable, str(program), str(pages), folder, *keys]
        subprocess.run(command, check=True)  # noqa: S603 - the corpora's own program
        return _files(Path(folder))


def _files(folder: Path) -> dict[str, str]:
    return {path.stem: path.read_bytes().decode() for path in folder.iterdir()}


def _days(table: Path) -> dict[str, str]:
    return dict(line.split("\t") for line in table.read_text(encoding="utf-8").splitlines())


def _timebank(field: str) -> dict[str, str]:
    return {row["id"]: row[field] for row in lines_of("ftb_fr.dev.jsonl", DATA / "temporal")}


def _sentences() -> dict[str, str]:
    path = DATA / "events_en" / "plover" / "PLOVER_GSR_CAMEO.dev.json"
    rows = json.loads(path.read_text(encoding="utf-8"))
    return {row["id"]: row["text"].strip() for row in rows if "text" in row}


_FRENCH, _ENGLISH = DATA / "events_fr", DATA / "events_en" / "meantime"
CORPORA: dict[str, Corpus] = {
    "news_fr": Corpus("fr", _pages, lambda: {row.id: row.published for row in texts("news_fr")}),
    "events_fr": Corpus(
        "fr", cache(lambda: _files(_FRENCH / "text")), lambda: _days(_FRENCH / "published.tsv")
    ),
    "ftb_fr": Corpus("fr", cache(lambda: _timebank("text")), lambda: _timebank("dct")),
    "meantime": Corpus(
        "en", cache(lambda: _files(_ENGLISH / "text")), lambda: _days(_ENGLISH / "dct.dev.tsv")
    ),
    "plover": Corpus("en", cache(_sentences), dict),
}


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
    chosen = french(part)
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
