"""What each command answers over the seeds: the same bytes on both engines, as files in cases/.

After a change that is meant, write the files anew and read the difference before you commit it:

    TIMELINE_REGENERATE=1 pytest tests/cli/test_answers.py
"""

from __future__ import annotations

import os
import re
import shlex
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from timeline.cli import COMMANDS

if TYPE_CHECKING:
    from cli.conftest import Done, Timeline

CASES = Path(__file__).parent / "cases"
EVENTS = (
    "SELECT key, date, earliest, standing, actors FROM timeline_events ORDER BY earliest IS "
    "NULL, earliest, key"
)

# File in cases/ -> the command line that prints it.
ANSWERS = {
    "show": "show",
    "show-fr": "show --language fr",
    "show-de": "show --language de --limit 2",
    "show-json": "show --format json",
    "show-jsonl": "show --format jsonl",
    "show-csv": "show --format csv",
    "show-markdown": "show --format markdown",
    "show-on": "show --on 2024-11-11",
    "show-on-before": "show --on 2018-05-08",
    "show-from-to": "show --from 'nov 2018' --to 2020",
    "show-certainly": "show --from 2024-11-01 --to 2024-11-30 --certainly",
    "show-actor": "show --actor Iravani",
    "show-actor-persian": "show --actor ایروانی",
    "show-actor-role": "show --actor iravani --role participant",
    "show-actor-window": "show --actor Trump --on 2018-05-08",
    "show-actor-unknown": "show --actor Iravanni",
    "show-actor-nobody": "show --actor Zarathustra",
    "show-actor-ambiguous": "show --actor Donald",
    "show-standing": "show --standing asserted",
    "show-type": "show --type assault",
    "show-source": "show --source report-fr",
    "show-source-unknown": "show --source report-en",
    "show-place": "show --place baghdad",
    "show-place-around": "show --place 'united states'",
    "show-place-unknown": "show --place bagdad",
    "show-tag": "show --tag nuclear-deal",
    "show-text": "show --text réunion",
    "show-text-plain": "show --text 'REUNION heure'",
    "show-text-beginning": "show --text 'sanct'",
    "show-text-persian": "show --text تكذيب",
    "show-known-by": "show --known-by 2024-11-14",
    "show-known-by-early": "show --known-by 2020",
    "show-together": "show --actor musk --text iran --standing disputed --from 2024 --source "
    "irna-2024-11-16",
    "show-nothing": "show --standing denied",
    "show-limit": "show --limit 2",
    "show-limit-json": "show --limit 1 --format json",
    "show-event": "show meeting",
    "show-event-by-title": "show 'nuclear deal'",
    "show-event-ambiguous": "show 'elon musk'",
    "show-event-unknown": "show metting",
    "show-event-json": "show request --format json",
    "show-event-csv": "show request --format csv",
    "show-why": "show meeting --why",
    "show-why-fr": "show meeting --why --language fr",
    "show-why-markdown": "show soleimani-strike --why --format markdown",
    "actors": "actors",
    "actors-limit": "actors --limit 2",
    "actors-csv": "actors --format csv",
    "actors-musk": "actors Musk",
    "actors-musk-fr": "actors Musk --language fr",
    "actors-trump-json": "actors Trump --format json",
    "actors-soleymani": "actors Soleymani",
    "actors-unknown": "actors Suleymaani",
    "actors-mentions": "actors --mentions",
    "sources": "sources",
    "sources-after": "sources --limit 1 --after irna-2024-11-16",
    "sources-one": "sources report-fr",
    "sources-one-json": "sources irna-2024-11-16 --format json",
    "sources-unknown": "sources irna",
    "places": "places",
    "places-after": "places --after new-york",
    "types-fr": "types --language fr",
    "conflicts": "conflicts",
    "conflicts-fr": "conflicts --language fr",
    "conflicts-csv": "conflicts --format csv",
    "suggest": "suggest",
    "suggest-events": "suggest --events",
    "check": "check",
    "check-limit-json": "check --limit 1 --format json",
    "export-svg": "export --format svg --actor Iravani --on '11 Nov 2024'",
    "export-svg-fr": "LANG=fr_FR.UTF-8 export --format svg --lanes type --theme dark --width 800",
    "export-svg-nothing": "export --format svg --type BIRTH",
    "sql": f'sql "{EVENTS}"',
    "sql-csv": f'sql "{EVENTS}" --format csv',
    "sql-json": "sql \"SELECT event, source, said, date, chain FROM timeline_claims WHERE event = "
    "'meeting' "
    'ORDER BY source, claim" --format json',
    "sql-conflicts": 'sql "SELECT * FROM timeline_conflicts ORDER BY source" --format markdown',
    "sql-appearances": "sql \"SELECT event, role, capacity FROM timeline_appearances WHERE actor "
    "= 'elon-musk' "
    'ORDER BY event, role, capacity"',
    "db-current": "db current",
    "db-history": "db history",
    "db-check": "db check",
    "help": "--help",
    **{f"help-{name}": f"{name} --help" for name in COMMANDS if name != "dates"},
    **{
        f"help-db-{name}": f"db {name} --help"
        for name in ("upgrade", "downgrade", "reader", "current", "history", "check")
    },
    "help-fr": "LANG=fr_FR.UTF-8 --help",
    "help-show-fr": "LANG=fr_FR.UTF-8 show --help",
    "help-db-fr": "LANG=fr_FR.UTF-8 db --help",
    "usage-nothing": "",
    "usage-command": "shwo",
    "usage-command-unlike": "quux",
    "usage-option": "show --actr Musk",
    "usage-option-before": "--format json show",
    "usage-db-before": "--db=other.db show",
    "usage-option-value": "show --limit many",
    "usage-argument": "actors Musk Trump",
    "usage-format": "show --format xml",
    "usage-export-format": "export --format csv",
    "usage-language": "show --language xx",
    "usage-type": "show --type consul",
    "usage-role": "show --actor Musk --role speeker",
    "usage-role-alone": "show --role speaker",
    "usage-standing": "show --standing true",
    "usage-text": "show --text '!?'",
    "usage-on-and-from": "show --on 2024 --from 2023",
    "usage-window": "show --from 2025 --to 2024",
    "usage-certainly": "show --certainly",
    "usage-why": "show --why",
    "usage-event-and-filter": "show meeting --known-by 2024",
    "usage-date-ambiguous": "show --on 03/04/2024",
    "usage-date-impossible": "show --from 2024-02-30",
    "usage-date": "show --to whenever",
    "usage-known-by": "show --known-by 2024/..",
    "usage-cursor": "show --after yesterday",
    "usage-cursor-huge": "show --after 99999999999999999999.1",
    "usage-cursor-actors": "actors --after nobody",
    "usage-mentions": "actors Musk --mentions",
    "usage-undo-kind": "undo merge",
    "usage-undo-number": "undo 99999999999999999999",
    "usage-undo-below": "undo -- -1",
    "usage-export-file": "export out.jsonl",
    "usage-export-filters": "export --format yaml --actor Musk",
    "usage-export-html": "export --format html --lanes actor --width 500",
    "usage-export-with": "export --format html --with names",
    "usage-export-lanes": "export --format svg --lanes actors",
    "usage-export-theme": "LANG=fr_FR.UTF-8 export --theme dark",
    "usage-load-key": "load a.txt b.txt --collection c --dry-run",
    "usage-load-articles": "load --format article",
    "usage-load-published": "load a.yaml --published 2024",
    "usage-cursor-places": "places --after nowhere",
    "usage-cursor-sources": "sources --after nothing",
}  # fmt: skip


def asked(timeline: Timeline, line: str) -> Done:
    """Run a command line, which may begin with variables of the environment as in a shell."""
    words = shlex.split(line)
    variables = list(takewhile(re.compile("[A-Z_]+=").match, words))
    return timeline(*words[len(variables) :], **dict(word.split("=", 1) for word in variables))


@pytest.mark.parametrize("name", ANSWERS)
def test_answers(name: str, seeded: Timeline) -> None:
    """The file says what the command prints, what it says aside, and its exit code if that is not
    0.
    """
    done = str(asked(seeded, ANSWERS[name]))
    path = CASES / f"{name}.txt"
    if os.environ.get("TIMELINE_REGENERATE"):
        path.write_bytes(done.encode())
    assert done == path.read_bytes().decode()


def test_every_case_is_tested() -> None:
    assert {path.name for path in CASES.iterdir()} == {f"{name}.txt" for name in ANSWERS}


@pytest.mark.parametrize("name", [name for name in ANSWERS if name.startswith("usage-")])
def test_a_command_that_was_asked_wrongly_leaves_with_2(name: str) -> None:
    assert (CASES / f"{name}.txt").read_text(encoding="utf-8").endswith("[exit 2]\n")
