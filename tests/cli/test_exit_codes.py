"""Exit codes, as grep has them: 1 only where a question with a filter or a name finds nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from timeline.cli import COMMANDS

if TYPE_CHECKING:
    from cli.conftest import Timeline

# Command, then what it leaves with on the seeds, and on a database that holds nothing.
CODES = {
    ("show",): (0, 0),
    ("show", "--on", "2024-11-11"): (0, 1),
    ("show", "--on", "1066", "--certainly"): (1, 1),
    ("show", "--type", "BIRTH"): (1, 1),
    ("show", "--text", "nowhere"): (1, 1),
    ("show", "--known-by", "1900"): (1, 1),
    ("show", "meeting"): (0, 1),
    ("show", "no such event"): (1, 1),
    ("show", "--actor", "Nobody"): (1, 1),
    ("show", "--actor", "donald"): (2, 1),
    ("show", "--type", "MEETINGS"): (2, 2),
    ("show", "--on", "whenever"): (2, 2),
    ("show", "--certainly"): (2, 2),
    ("actors",): (0, 0),
    ("actors", "Musk"): (0, 1),
    ("actors", "Nobody"): (1, 1),
    ("actors", "--mentions"): (0, 0),
    ("sources",): (0, 0),
    ("sources", "nothing"): (1, 1),
    ("types",): (0, 0),
    ("places",): (0, 0),
    ("conflicts",): (0, 0),
    ("suggest",): (0, 0),
    ("suggest", "--events"): (0, 0),
    ("log",): (0, 0),
    ("export",): (0, 0),
    ("export", "--format", "svg"): (0, 1),
    ("export", "--format", "png", "--output", "/dev/null"): (0, 1),
    ("export", "--format", "svg", "--type", "BIRTH"): (1, 1),
    ("export", "--format", "yaml", "--type", "BIRTH"): (2, 2),
    ("export", "--format", "html", "--with", "notes,texts"): (0, 1),
    ("export", "--format", "html", "--with", "everything"): (2, 2),
    ("export", "--format", "html", "--width", "500"): (2, 2),
    ("export", "--theme", "dark"): (2, 2),
    ("export", "--format", "svg", "--lanes", "colour"): (2, 2),
    ("export", "--format", "svg", "-o", "no/such/folder.svg"): (2, 1),
    ("sql", "SELECT key FROM timeline_events WHERE key = 'nothing'"): (0, 0),
    ("check",): (1, 0),
    ("schema",): (0, 0),
    ("db", "check"): (0, 0),
    ("undo", "999"): (1, 1),
    ("merge", "a", "b"): (1, 1),
    ("unmerge", "a", "b"): (1, 1),
    ("decline", "a", "b"): (1, 1),
    ("confirm", "a"): (1, 1),
    ("accept", "a"): (1, 1),
    ("accept",): (2, 2),
    ("reject", "a"): (1, 1),
    ("reject", "--confidence", "..0.1"): (0, 0),
    ("reject", "--confidence", "high"): (2, 2),
    ("correct", "a", "--date", "2024"): (1, 1),
    ("drop", "no such event"): (1, 1),
    ("add", "--title", "x"): (2, 2),
    ("set", "nothing", "--tag", "x"): (1, 1),
    ("note", "nothing", "x"): (1, 1),
    ("review",): (2, 2),
    ("review", "--changed"): (0, 0),
    ("serve", "--host", "203.0.113.7"): (2, 2),
    ("load", "nothing.yaml"): (1, 1),
    ("join", "nothing.jsonl"): (1, 1),
    ("diff", "nothing.jsonl"): (1, 1),
    ("diff", "--since", "0"): (0, 0),
    ("diff", "--since", "99"): (1, 1),
    ("diff",): (2, 2),
    ("dates", "nothing.txt"): (1, 1),
    ("extract", "nothing.txt"): (1, 1),
}
# What an empty answer is in each format: still a valid one.
EMPTY = {"json": {"rows": [], "after": None}, "jsonl": "", "table": "", "markdown": ""}


@pytest.fixture
def empty(timeline: Timeline) -> Timeline:
    """The command, with a database that has been made and holds nothing."""
    record = '{"record":"source","key":"s"}\n'
    assert timeline("load", "-", "--format", "jsonl", stdin=record).code == 0
    assert timeline("undo").code == 0
    return timeline


@pytest.mark.parametrize("command", CODES, ids=" ".join)
def test_with_the_seeds(seeded: Timeline, command: tuple[str, ...]) -> None:
    assert seeded(*command).code == CODES[command][0]


@pytest.mark.parametrize("command", CODES, ids=" ".join)
def test_with_nothing(empty: Timeline, command: tuple[str, ...]) -> None:
    assert empty(*command).code == CODES[command][1]


def test_every_command_is_in_the_table() -> None:
    assert {command[0] for command in CODES} == set(COMMANDS)


@pytest.mark.parametrize("form", EMPTY)
def test_an_empty_answer_is_a_valid_one(seeded: Timeline, form: str) -> None:
    done = seeded("show", "--to", "1066", "--certainly", "--format", form)
    assert (done.code, done.err) == (1, "no event\n")
    assert (json.loads(done.out) if form == "json" else done.out) == EMPTY[form]
    assert seeded("show", "--to", "1066", "--certainly", "--format", "csv").out.startswith(
        "key,date,"
    )


# The date that was understood ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("11 nov 2024", "--on 11 nov 2024: 11 Nov 2024 = 2024-11-11\n"),
        ("11 novembre 2024", "--on 11 novembre 2024: 11 Nov 2024 = 2024-11-11\n"),
        ("2010s", "--on 2010s: the 2010s = 201X\n"),
        ("2024-11-11", ""),
    ],
)
def test_the_date_understood_is_told(seeded: Timeline, typed: str, told: str) -> None:
    """Aside, so that a pipe has the answer alone; what is EDTF already needs no words."""
    done = seeded("show", "--on", typed)
    assert (done.code, done.err) == (0, told)


def test_a_day_that_depends_on_today_is_told(seeded: Timeline) -> None:
    for typed in ("yesterday", "hier"):
        done = seeded("show", "--from", typed)
        assert done.err.startswith(f"--from {typed}: ")
        assert " = 20" in done.err.splitlines()[0]
