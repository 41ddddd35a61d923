"""`timeline serve`: the page and the API say what the commands say."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from typing import TYPE_CHECKING
from urllib.request import Request, urlopen

import pytest
from web.conftest import served

if TYPE_CHECKING:
    from cli.conftest import Timeline


@pytest.mark.parametrize(
    ("path", "command"),
    [
        ("/api/events", ("show",)),
        ("/api/events?actor=Musk&on=2024-11-11", ("show", "--actor", "Musk", "--on", "2024-11-11")),
        (
            "/api/events?from=2018&to=2020&certainly",
            ("show", "--from=2018", "--to=2020", "--certainly"),
        ),
        ("/api/events?type=CONSULT&type=SANCTION", ("show", "--type=CONSULT", "--type=SANCTION")),
        ("/api/events?known-by=11+Nov+2024", ("show", "--known-by", "11 Nov 2024")),
        ("/api/events?all&confidence=..0.5", ("show", "--all", "--confidence", "..0.5")),
        ("/api/events?reviewed=no", ("show", "--reviewed", "no")),
        ("/api/events/meeting", ("show", "meeting")),
        ("/api/actors", ("actors",)),
        ("/api/actors/Iravani", ("actors", "Iravani")),
        ("/api/sources", ("sources",)),
        ("/api/sources/report-fr", ("sources", "report-fr")),
        ("/api/conflicts", ("conflicts",)),
        ("/api/conflicts?about=date&actor=Musk", ("conflicts", "--about=date", "--actor=Musk")),
        ("/api/places", ("places",)),
    ],
)
def test_it_gives_what_the_command_gives(
    seeded: Timeline, path: str, command: tuple[str, ...]
) -> None:
    said = json.loads(seeded(*command, "--format", "json").out)
    assert seeded.db is not None
    with served(seeded.db) as site:
        found = site.json(path)
    found.pop("next", None)
    assert found == said


def test_it_is_served_until_ctrl_c(seeded: Timeline) -> None:
    assert seeded.db is not None
    command = [sys.executable, "-m", "timeline", "serve", "--port", "0", "--db", seeded.db]
    with subprocess.Popen(
        [*command, "--token", "s3cret"], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        address, _, token = process.stdout.readline().strip().partition("#token=")
        asked = Request(f"{address}api/events", headers={"Authorization": f"Bearer {token}"})
        with urlopen(asked, timeout=30) as answer:
            assert json.load(answer)["rows"]
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--host", "203.0.113.7"), "203.0.113.7"),
        (("--db", "none.db"), "none.db"),
    ],
)
def test_what_can_not_be_served_is_told_in_a_line(
    seeded: Timeline, arguments: tuple[str, ...], says: str
) -> None:
    done = seeded("serve", *arguments)
    assert done.code in (2, 3)
    assert says in done.err
    assert len(done.err.splitlines()) <= 2
