"""The scores on the development parts of two TimeBanks do not fall.

The corpora are not part of the project.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from timeline.dates import parse
from timeline.temporal import tag
from timeline.temporal.documents import Document, as_fields

if TYPE_CHECKING:
    from pathlib import Path

# F1 of extents, of overlaps, and of values.
FLOORS = {"ftb_fr.dev": (95, 97, 92), "meantime_en.dev": (92, 95, 88)}


@pytest.mark.parametrize("corpus", FLOORS)
def test_score(corpus: str, root: Path, tmp_path: Path) -> None:
    """Scored as TempEval-3 does, by the scorer beside the corpora."""
    gold = root.parent / "shared" / "data" / "temporal" / f"{corpus}.jsonl"
    scorer = root.parent / "shared" / "tools" / "score_timex.py"
    if not gold.is_file() or not scorer.is_file():
        pytest.skip(f"{gold} or its scorer is missing: the corpora are not part of the project")
    found, scores = tmp_path / "found.jsonl", tmp_path / "scores.json"
    with found.open("w", encoding="utf-8") as written:
        for line in gold.read_text(encoding="utf-8").splitlines():
            given = json.loads(line)
            document = Document(
                given["id"],
                given["text"],
                given["lang"],
                parse(given["dct"]) if given["dct"] else None,
            )
            timexes = tag(document.text, language=given["lang"], published=document.published)
            written.write(json.dumps(as_fields(document, timexes)) + "\n")
    arguments = [sys.executable, str(scorer), str(gold), str(found), "--json", str(scores)]
    subprocess.run(arguments, check=True, capture_output=True)
    reached = json.loads(scores.read_text(encoding="utf-8"))
    for measure, floor in zip(("strict", "relaxed", "value"), FLOORS[corpus], strict=True):
        assert reached[measure]["f1"] >= floor, measure
