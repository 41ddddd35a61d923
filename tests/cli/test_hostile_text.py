"""Text that is made to harm whoever prints, opens or reads an answer, in each format."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any

import pytest
from builders import put

from timeline import records as r
from timeline.dates import parse
from timeline.render import OUTPUTS

if TYPE_CHECKING:
    from cli.conftest import Timeline

# What a text could do -> the text.
HOSTILE = {
    "clears the screen": "\x1b[2J\x1b]0;title\x07x",
    "turns the line around": "a\u202eb\u2066c",
    "breaks the line": "one\ntwo\r\nthree\u2028four\x85five",
    "breaks the table": "a | b || c \\| d",
    "is a formula": '=HYPERLINK("http://x")',
    "is another formula": "@SUM(1+1)*cmd|' /C calc'!A0",
    "closes the quotes": "\"; DROP TABLE event; --'",
    "is markup": "<script>alert(1)</script>[x](javascript:x)`code`**b**",
    "is empty to the eye": "\u200b\u2060\ufeff\u3164x",
    "is long": "x" * 3000,
}
COMMANDS = (
    ["show"], ["show", "e0", "--why"], ["actors"], ["actors", "a0"], ["sources"], ["sources", "s0"],
    ["conflicts"], ["check"], ["log"], ["sql", "SELECT * FROM timeline_claims ORDER BY claim"],
)  # fmt: skip


@pytest.fixture
def harmed(timeline: Timeline) -> Timeline:
    """A database in which every text is hostile."""
    assert timeline.db is not None
    records: list[Any] = []
    for number, text in enumerate(HOSTILE.values()):
        key, source = f"e{number}", f"s{number}"
        records += [
            r.Source(key=source, title=text, author=text, text=text, collection="c"),
            r.Actor(key=f"a{number}", name=text, collection="c"),
            r.Event(key=key, type="VISIT", title={"en": text}, tags=("t",), collection="c"),
        ]
        records += [
            r.Claim(
                event=key,
                source=source,
                date=parse(date),
                quote=text,
                who=(r.Part(f"a{number}", "agent", text),),
                collection="c",
            )
            for date in ("2024-11-11", "2024-11-12")
        ]
    put(timeline.db, *records)
    return timeline


def controls(text: str) -> list[str]:
    """Characters that a terminal acts on, or that turn a text around."""
    return [
        c
        for c in text
        if (unicodedata.category(c) == "Cc" and c != "\n")
        or unicodedata.bidirectional(c) in ("RLO", "LRO", "RLI", "LRI", "FSI")
    ]


@pytest.mark.parametrize("form", OUTPUTS)
def test_every_answer_is_harmless(harmed: Timeline, form: str) -> None:
    for command in COMMANDS:
        done = harmed(*command, "--format", form)
        assert (done.code in (0, 1), done.err.count("\n") <= 1) == (True, True), (command, done.err)
        if form in ("table", "markdown"):
            assert controls(done.out) == [], command
        if form == "markdown":
            assert not re.search(r"(?<!\\)<script", done.out), command
        if form == "json":
            json.loads(done.out)
        if form == "jsonl":
            for line in done.out.splitlines():
                json.loads(line)
        if form == "csv":
            rows = [*csv.reader(io.StringIO(done.out, newline=""))]
            assert len({len(row) for row in rows}) <= 1, command


def test_machines_get_the_text_as_it_is(harmed: Timeline) -> None:
    """No escape of ours changes what a program reads."""
    query = ("sql", "SELECT title FROM timeline_events ORDER BY key")
    titles = [*HOSTILE.values()]
    assert [row["title"] for row in json.loads(harmed(*query, "--format", "json").out)] == titles
    lines = harmed(*query, "--format", "jsonl").out.split("\n")[:-1]
    assert [json.loads(line)["title"] for line in lines] == titles
