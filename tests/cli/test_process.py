"""In a process of its own: pipes, terminals, what is imported, and the table of commands."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import TYPE_CHECKING

import pytest
import typer
from builders import SEEDS, put_files

import timeline.cli
from timeline import __version__
from timeline.cli import COMMANDS

if TYPE_CHECKING:
    from cli.conftest import Timeline

HEAVY = (
    "rich",
    "pydantic",
    "alembic",
    "babel",
    "dateutil",
    "sqlalchemy.orm",
    "yaml",
    "msgspec",
    "psycopg",
    "jinja2",
)


@pytest.fixture
def filled(alone: Timeline, tmp_path: Path) -> Timeline:
    """The command, in a folder whose timeline.db holds the seeds."""
    put_files(str(tmp_path / "timeline.db"), SEEDS)
    return alone


# Pipes --------------------------------------------------------------------------------------------


def test_whoever_reads_has_seen_enough(filled: Timeline, tmp_path: Path) -> None:
    """`timeline export | head -1`: exit 0 and not a word, however much is still to come."""
    lines = "".join(
        f'{{"record": "source", "key": "s{number}", "title": "{"x" * 200}"}}\n'
        for number in range(2000)
    )
    (tmp_path / "many.jsonl").write_text(lines)
    assert filled("load", "many.jsonl").code == 0
    for command in (
        ["export"],
        ["sources", "--limit", "0"],
        ["sql", "SELECT * FROM source", "--format", "csv"],
    ):
        pipe = subprocess.PIPE
        with filled.start(*command, stdout=pipe, stderr=pipe) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            assert process.stdout.readline()
            process.stdout.close()
            said = process.stderr.read()
        assert (process.returncode, said) == (0, b""), command


@pytest.mark.parametrize("command", [["show"], ["load"], ["log"], ["--version"]], ids=" ".join)
def test_a_command_without_stdout(command: list[str], filled: Timeline) -> None:
    """`timeline show >&-`."""
    line = ["sh", "-c", '"$@" >&-', "sh", sys.executable, "-m", "timeline", *command]
    done = subprocess.run(line, check=False, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_command_without_stdin(filled: Timeline) -> None:
    line = ["sh", "-c", '"$@" <&-', "sh", sys.executable, "-m", "timeline", "load", "-"]
    done = subprocess.run(line, check=False, capture_output=True)
    assert done.returncode == 1
    assert done.stderr.startswith(b"<stdin>: is empty")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", [["show"], ["log"], ["load"]], ids=" ".join)
def test_a_disk_that_is_full(command: list[str], filled: Timeline) -> None:
    with (
        Path("/dev/full").open("wb") as full,
        filled.start(*command, stdout=full, stderr=subprocess.PIPE) as process,
    ):
        said = process.communicate()[1].decode()
    assert (process.returncode, said) == (
        3,
        "standard output can't be written: No space left on device\n",
    )


def test_what_goes_through_a_pipe(filled: Timeline) -> None:
    """The same as in this process: UTF-8, no colours; stdin is `-`."""
    assert filled.apart("show") == filled("show")
    assert "\x1b" not in filled.apart("show", "meeting", "--why").out
    copied = filled.apart("load", "-", "--db", "copy.db", stdin=filled.apart("export").out.encode())
    assert (copied.code, copied.out[:6]) == (0, "74 new")
    assert filled.apart("export", "--db", "copy.db") == filled.apart("export")
    assert filled.apart("sql", "-", stdin=b"SELECT count(*) AS n FROM event").out.split() == [
        "n",
        "9",
    ]


def test_where_letters_are_lacking(filled: Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
    """An encoding that lacks a letter shows it as an escape."""
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    done = filled.apart("actors", "Iravani")
    assert (done.code, done.err) == (0, "")
    assert r"\u0627\u06cc\u0631\u0648\u0627\u0646\u06cc" in done.out


def test_arguments_that_are_no_text(filled: Timeline) -> None:
    command = [sys.executable, "-m", "timeline", "show", "--actor", os.fsdecode(b"\xff")]
    done = subprocess.run(command, check=False, capture_output=True)
    assert done.returncode == 2
    assert done.stderr == b"\\udcff is not UTF-8; write it, or rename the file, in UTF-8\n"


# Terminals ----------------------------------------------------------------------------------------


def on_terminal(timeline: Timeline, *arguments: str, columns: int = 100) -> tuple[int, str]:
    """Run a command on a pseudo-terminal; give its exit code and all that it wrote there."""
    master, slave = pty.openpty()
    environment = (
        os.environ | timeline.environment({}) | {"COLUMNS": str(columns), "TERM": "xterm-256color"}
    )
    environment.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "timeline", *arguments]
    with subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, env=environment
    ) as process:
        os.close(slave)
        found = b""
        while process.poll() is None or select.select([master], [], [], 0)[0]:
            if select.select([master], [], [], 0.1)[0]:
                try:
                    found += os.read(master, 65536)
                except OSError:  # Linux tells so that the other side is closed
                    break
    os.close(master)
    return process.returncode, found.decode().replace("\r\n", "\n")


def plain(shown: str) -> str:
    """A text without its colours."""
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)


@pytest.mark.parametrize("columns", [70, 100, 200])
def test_a_terminal_gets_a_table_with_colours(columns: int, filled: Timeline) -> None:
    code, shown = on_terminal(filled, "show", columns=columns)
    assert code == 0
    assert "\x1b[33mdisputed" in shown
    assert {"meeting", "soleimani-strike"} <= set(plain(shown).split())
    assert max(map(len, plain(shown).splitlines())) <= columns
    assert "\x1b" in on_terminal(filled, "show", "meeting", "--why", columns=columns)[1]


def test_a_terminal_is_told_how_to_go_on(alone: Timeline) -> None:
    code, shown = on_terminal(alone, "load")
    assert (code, shown) == (0, "74 new, 0 changed, 0 unchanged, 0 revoked\nnext: timeline show\n")
    assert on_terminal(alone, "load")[1] == "0 new, 0 changed, 74 unchanged, 0 revoked\n"


def test_a_terminal_gets_json_without_colours(filled: Timeline) -> None:
    assert (
        on_terminal(filled, "show", "--format", "json")[1] == filled("show", "--format", "json").out
    )


def test_long_work_shows_a_bar(alone: Timeline, tmp_path: Path) -> None:
    lines = "".join(
        f'{{"record": "source", "key": "s{number}", "title": "{"x" * 900}"}}\n'
        for number in range(2500)
    )
    (tmp_path / "many.jsonl").write_text(lines)
    code, shown = on_terminal(alone, "load", "many.jsonl")
    assert code == 0
    assert re.search(r"loading .*MB", plain(shown))
    assert plain(shown).rstrip().splitlines()[-2:] == [
        "2500 new, 0 changed, 0 unchanged, 0 revoked",
        "next: timeline show",
    ]
    assert alone.apart("load", "many.jsonl") == (
        0,
        "0 new, 0 changed, 2500 unchanged, 0 revoked\n",
        "",
    )


def is_being_written(path: Path) -> bool:
    """Whether somebody writes to a SQLite file at this moment."""
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            return True
    return False


def test_ctrl_c_leaves_the_database_as_it_was(filled: Timeline, tmp_path: Path) -> None:
    """A load that waits for its input ends without a word, and nothing of it is there."""
    before = filled("export").out
    pipe = subprocess.PIPE
    with filled.start("load", "-", stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stdin is not None
        process.stdin.write(b'{"record": "source", "key": "s1"}\n' * 5)
        process.stdin.flush()
        while not is_being_written(tmp_path / "timeline.db"):
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    # A shell says 130 of both: when it is interrupted within exec(), Python ends by the signal
    # itself.
    assert process.returncode in (130, -signal.SIGINT)
    assert (out, err) == (b"", b"")
    assert filled("export").out == before


# Start-up -----------------------------------------------------------------------------------------


def imported(*arguments: str) -> set[str]:
    """The modules that a command has loaded when it ends."""
    program = (
        "import atexit, sys\n"
        "atexit.register(lambda: print('\\n' + ' '.join(sys.modules), file=sys.stderr))\n"
        f"sys.argv = ['timeline', *{list(arguments)!r}]\n"
        "from timeline.cli import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split())


def test_help_imports_nothing_heavy(alone: Timeline) -> None:
    found = imported("--help")
    assert found & {*HEAVY, "sqlalchemy"} == set()
    assert {name for name in found if name.startswith("timeline.")} == {
        "timeline.cli",
        "timeline.cli.spoken",
        "timeline.errors",
        "timeline.errors.message",
    }
    assert [name for name in imported("show", "--help") if "french" in name] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["show"],
        ["show", "--actor", "Musk", "--text", "iran"],
        ["show", "--on", "2024-11-11"],
        ["actors"],
        ["sources"],
    ],
    ids=" ".join,
)
def test_a_plain_answer_imports_nothing_heavy(arguments: list[str], filled: Timeline) -> None:
    found = imported(*arguments)
    assert "sqlalchemy" in found
    assert found & set(HEAVY) == set()


# The table of commands ----------------------------------------------------------------------------


def test_every_command_is_in_the_table() -> None:
    """A new command is one file and one line: a module of timeline/cli that has an `app` is one."""
    modules = [module.name for module in iter_modules(timeline.cli.__path__)]
    imported = {name: import_module(f"timeline.cli.{name}") for name in modules}
    apps = {
        name
        for name, module in imported.items()
        if isinstance(getattr(module, "app", None), typer.Typer)
    }
    assert apps == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_says_what_the_command_says(name: str) -> None:
    command = typer.main.get_command(import_module(f"timeline.cli.{name}").app)
    assert command.help is not None
    assert command.help.splitlines()[0] == COMMANDS[name]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_use_options_that_there_are(name: str, alone: Timeline) -> None:
    """Each command's help ends with examples, and has every option that these use."""
    done = alone(name, "--help")
    if name == "db":  # its own commands have examples
        done = alone(name, "upgrade", "--help")
    assert (done.code, done.err) == (0, "")
    options, _, shown = done.out.partition("Examples:\n")
    calls = re.findall(rf"timeline {name}\b(.*?)(?: {{3,}}|$)", shown, re.MULTILINE)
    assert calls
    used = {
        option for call in calls for option in re.findall(r"--[a-z-]+", call.partition(" | ")[0])
    }
    assert used <= set(re.findall(r"--[a-z-]+", options))


# Spelling -> what it means, wherever a command has it.
SHARED = {
    "--db": "Database: a path, or a URL such as",
    "--language": "Language of titles and words: en, fr, ...",
    "--limit": "At most so many lines; 0 means all.",
    "--after": "Go on after a page: what the page before gave.",
}


@pytest.mark.parametrize("name", COMMANDS)
def test_options_that_mean_the_same_are_spelt_the_same(name: str, alone: Timeline) -> None:
    text = " ".join(alone(name, "--help").out.split())
    for option, words in SHARED.items():
        assert (re.search(rf"{option} [A-Z]", text) is not None) == (words in text)


def test_version(alone: Timeline) -> None:
    assert alone("--version") == (0, f"timeline {__version__}\n", "")
    assert alone.apart("--version").out == f"timeline {__version__}\n"
