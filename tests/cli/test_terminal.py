"""What a person sees at a terminal, in their own language: through real pseudo-terminals."""

from __future__ import annotations

import fcntl
import os
import struct
import subprocess
import sys
import termios
from typing import TYPE_CHECKING, NamedTuple

import pytest

from timeline.render.escape import display_width

if TYPE_CHECKING:
    from cli.conftest import Timeline

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")


class Screen(NamedTuple):
    """What a terminal shows in the end, without styles, and the exit code."""

    text: str
    code: int


def at_terminal(
    timeline: Timeline, *arguments: str, columns: int = 80, **environment: str
) -> Screen:
    """Run a command whose stdout is a terminal of so many columns."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    settings = {"TERM": "xterm", "NO_COLOR": "1", "COLUMNS": str(columns)} | environment
    process = subprocess.Popen(
        [sys.executable, "-m", "timeline", *arguments],
        stdout=theirs,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        env=os.environ | timeline.environment(settings),
    )
    os.close(theirs)
    written = b""
    try:
        while part := os.read(ours, 65_536):
            written += part
    except OSError:  # Linux says so when the other end is closed
        pass
    finally:
        os.close(ours)
    code = process.wait()
    from rich.text import Text

    return Screen(Text.from_ansi(written.decode().replace("\r\n", "\n")).plain, code)


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_an_event_takes_two_or_three_lines(seeded: Timeline, columns: int) -> None:
    """No key is broken, and nothing is wider than the terminal."""
    shown = at_terminal(seeded, "show", columns=columns, TIMELINE_PAGER="")
    lines = shown.text.splitlines()
    keys = seeded("show", "--format", "jsonl").out.count("\n")
    assert shown.code == 0
    assert max(map(display_width, lines)) <= columns
    assert len(lines) <= 1 + keys * (3 if columns >= 80 else 4)
    for key in ("sanctions-november-2018", "officials-reaction", "jcpoa-withdrawal"):
        assert any(key in line.split() for line in lines)


CLAIMS = "SELECT * FROM timeline_claims ORDER BY claim"


@pytest.mark.parametrize("command", [["actors"], ["sources"], ["sql", CLAIMS], ["log"]])
def test_other_lists_fit_too(seeded: Timeline, command: list[str]) -> None:
    shown = at_terminal(seeded, *command, TIMELINE_PAGER="")
    assert shown.code == 0
    assert max(map(display_width, shown.text.splitlines())) <= 80


def test_a_pipe_gets_everything(seeded: Timeline) -> None:
    """What a terminal cuts is not cut elsewhere."""
    assert "…" in at_terminal(seeded, "show", TIMELINE_PAGER="").text
    assert "…" not in seeded("show").out


def test_long_answers_go_through_the_pager(seeded: Timeline) -> None:
    whole = at_terminal(seeded, "show", TIMELINE_PAGER="").text.splitlines()
    for shown in (
        at_terminal(seeded, "show", TIMELINE_PAGER="head -2"),
        at_terminal(seeded, "show", PAGER="head -2"),
    ):
        assert (shown.text.splitlines(), shown.code) == (whole[:2], 0)


@pytest.mark.parametrize(
    ("arguments", "pager"),
    [
        (["--no-pager", "show"], "head -2"),
        (["show", "--no-pager"], "head -2"),
        (["show"], "cat"),
        (["show"], "no-such-pager"),
        (["show"], "'"),
    ],
)
def test_no_pager(seeded: Timeline, arguments: list[str], pager: str) -> None:
    """Where it is not wanted, or there is none, the answer is printed."""
    whole = at_terminal(seeded, "show", TIMELINE_PAGER="")
    assert at_terminal(seeded, *arguments, TIMELINE_PAGER=pager) == whole


# Languages ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "settings",
    [{"LANG": "fr"}, {"LANG": "fr_FR.UTF-8"}, {"LC_ALL": "fr_CA", "LANG": "C"}],
    ids=lambda found: " ".join(found.values()),
)
def test_tables_are_in_the_language_of_the_environment(
    seeded: Timeline, settings: dict[str, str]
) -> None:
    for form in ("table", "markdown"):
        asked = ("show", "meeting", "--why", "--format", form)
        assert seeded(*asked, **settings).out == seeded(*asked, "--language", "fr").out


@pytest.mark.parametrize("settings", [{"LANG": "C.UTF-8"}, {"LANG": "xx_YY"}, {"LC_ALL": ""}])
def test_other_environments_get_english(seeded: Timeline, settings: dict[str, str]) -> None:
    assert seeded("show", **settings).out == seeded("show", "--language", "en").out


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
@pytest.mark.parametrize(
    "command", [["show"], ["show", "meeting"], ["actors", "Musk"], ["conflicts"], ["types"]]
)
def test_machines_never_get_another_language(
    seeded: Timeline, command: list[str], form: str
) -> None:
    asked = (*command, "--format", form)
    assert seeded(*asked, LANG="fr_FR.UTF-8").out == seeded(*asked).out
    codes = seeded(*asked, "--language", "fr").out
    assert "contesté" not in codes
    assert "rapporté" not in codes
