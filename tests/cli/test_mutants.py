"""Files that are nearly right: cut, doubled, shuffled, in other encodings, with what attacks
parsers. Each is loaded in full or refused in full, with no traceback and in less than 1 GiB.
"""

from __future__ import annotations

import json
import random
import shutil
from typing import TYPE_CHECKING

import pytest
from builders import SEEDS, export, put_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from cli.conftest import Timeline

GIB = 1024**3
YAML = """
collection: notes
source: {key: report, kind: article, language: fr, published: 2024-11, text: "Musk a vu Iravani."}
actors:
  - {key: musk, kind: person, name: Elon Musk, names: {fa: ایلان ماسک}}
  - {key: iravani, kind: person, name: Amir Saeid Iravani}
places:
  - {key: new-york, name: New York, country: US, latitude: 40.7, longitude: -74}
events:
  - key: meeting-of-two
    type: CONSULT
    title: {en: Musk meets Iravani, fr: Musk voit Iravani}
    tags: [diplomacy]
    claims:
      - date: {said: lundi}
        modality: reported
        place: new-york
        who: {participant: [musk, {actor: iravani, as: ambassador}]}
        quote: Musk a vu Iravani
"""
ARTICLE = """<html lang="en"><head><title>Musk met envoy</title>
<meta property="article:published_time" content="2024-11-14T10:00:00Z"></head><body><article>
<h1>Musk met envoy</h1><p>NEW YORK, Nov. 14, 2024 - Elon Musk met Iran's ambassador to the UN on
Monday, two Iranian officials said.</p><p>"The meeting was positive," one of them told the New York
Times. Iran's foreign ministry denied on Saturday that they had met.</p></article></body></html>
"""
# What attacks parsers, readers of dates, and whoever prints.
HOSTILE = (
    "\x00", "\x1b[2J", "\u202e", "\ufeff", "\ud7ff", "&a [*a, *a]", "<<: *a", "!!python/object:os",
    "[" * 5000, "{a: " * 500, '"', "'", "\n---\n", "\r", "\t", "9" * 400, "1e999", "-0", "NaN", "~",
    "2024-13-45", "Y-99999999999999999999", "[..]", "X" * 10_000, "'; DROP TABLE event; --",
    "%s%n", "null", "true", ": : :", "- - -", "\\ud800", "&amp;" * 100, "<script>", "</p>" * 50,
)  # fmt: skip


def mutant(text: str, chance: random.Random) -> bytes:
    """Change a text a few times, then perhaps how it is written."""
    for _ in range(chance.choice((1, 1, 2, 5))):
        start = chance.randrange(len(text) + 1)
        end = min(len(text), start + chance.choice((1, 1, 10, 200)))
        lines = text.splitlines(keepends=True)
        chance.shuffle(lines)
        text = chance.choice((
            text[:start] + text[end:],
            text[:end] + text[start:],
            text[:start],
            text[:start] + chance.choice(HOSTILE) + text[start:],
            text[:start] + chance.choice(HOSTILE) + text[end:],
            text[:start] + chr(chance.randrange(1, 0xD800)) + text[end:],
            "".join(lines),
        ))  # fmt: skip
    content = text.encode(chance.choice(("utf-8",) * 8 + ("utf-16", "utf-8-sig")), "replace")
    if chance.random() < 0.1 and content:
        place = chance.randrange(len(content))
        content = content[:place] + bytes([chance.randrange(256)]) + content[place + 1 :]
    return content


def try_mutants(
    timeline: Timeline, folder: Path, bases: Iterable[tuple[str, str]], number: int, *options: str
) -> None:
    """Load mutants of texts (ending of the file, text) into a database with the seeds."""
    kept, path = folder / "kept.db", folder / "timeline.db"
    put_files(str(kept), SEEDS)
    before = export(str(kept))
    chance = random.Random(number)
    files = [*bases]
    shutil.copy(kept, path)
    for _ in range(number):
        ending, text = chance.choice(files)
        file = folder / f"mutant.{ending}"
        file.write_bytes(mutant(text, chance))
        done = timeline("load", str(file), *options)
        assert done.code in (0, 1, 2), (done, file.read_bytes())
        assert done.err.count("\n") < 1100, "one line for each thing that is wrong"
        if done.code:
            assert export(str(path)) == before, file.read_bytes()
        else:
            for left in folder.glob("timeline.db*"):
                left.unlink()
            shutil.copy(kept, path)


def in_bounds(act: Callable[[], None]) -> None:
    """Run something that must not take more than 1 GiB."""
    resource = pytest.importorskip("resource")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    act()
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 < GIB


def records() -> list[tuple[str, str]]:
    """Record files in each native format."""
    event = {"record": "event", "key": "e", "type": "VISIT", "title": {"en": "Visit"}}
    claim = {"record": "claim", "event": "e", "source": "s", "date": "2024-11-11~", "quote": "x"}
    lines = [{"record": "source", "key": "s", "text": "a x b"}, event, claim]
    return [
        ("yaml", YAML),
        ("json", json.dumps(lines, indent=1)),
        ("jsonl", "".join(f"{json.dumps(line)}\n" for line in lines)),
    ]


def test_mutated_records(alone: Timeline, tmp_path: Path) -> None:
    in_bounds(lambda: try_mutants(alone, tmp_path, records(), 40))


@pytest.mark.slow
def test_a_thousand_mutated_records(alone: Timeline, tmp_path: Path) -> None:
    in_bounds(lambda: try_mutants(alone, tmp_path, records(), 1000))


@pytest.mark.slow
def test_mutated_articles(alone: Timeline, tmp_path: Path) -> None:
    pytest.importorskip("spacy")
    bases = [
        ("html", ARTICLE),
        ("txt", "Elon Musk met Iran's ambassador on Monday, they said.\n" * 9),
    ]
    options = ("--format", "article", "--published", "2024-11-14", "--lang", "en")
    in_bounds(lambda: try_mutants(alone, tmp_path, bases, 300, *options))
