"""How much CPU time whole commands take, relative to `python -c "import sqlalchemy"`.

    python -m bench.startup             from the checkout's folder: measures the checkout
    python PATH/TO/bench/startup.py     from any other folder: measures the timeline installed
    python -m bench.startup --runs 41   more runs, for a machine that has other things to do

A ratio holds on any machine, a number of milliseconds does not. Each run is a process of its own,
the commands take turns, and user and system time of the process are counted, not the time on the
clock. "median" is the median over the rounds of the ratio within a round, which other work on the
machine disturbs least; "minimum" is least by least. Python has to be able to write its bytecode
caches, or every command compiles what it imports. POSIX only.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import NamedTuple

# What the console script does, in the Python that runs this.
_TIMELINE = "from timeline.cli import main; main()"
_BASE = 'python -c "import sqlalchemy"'


class Command(NamedTuple):
    """A command to measure: what it is called, its arguments to Python, and the ratio it may reach,
    if one is set.
    """

    name: str
    arguments: tuple[str, ...]
    target: float | None = None


class CommandError(Exception):
    """A command that was to be measured has failed; the message is what it wrote to stderr."""


def commands(database: Path) -> tuple[Command, ...]:
    """List what is measured, the yardstick first."""

    def timeline(line: str, target: float | None = None) -> Command:
        options = () if line == "--help" else ("--db", str(database))
        return Command(f"timeline {line}", ("-c", _TIMELINE, *line.split(), *options), target)

    return (
        Command(_BASE, ("-c", "import sqlalchemy")),
        Command("python -c pass", ("-c", "pass")),
        timeline("--help", 0.35),
        timeline("show", 1.3),
        timeline("show --actor Musk", 1.35),
        timeline("show --on 2024-11-11", 1.35),
        timeline("show meeting --why"),
        timeline("actors Musk"),
        timeline("load"),
    )


def cpu_time(arguments: tuple[str, ...]) -> float:
    """Run Python once and give the seconds of user and system time that it took.

    Raises:
        CommandError: it did not end well.
    """
    environment = {
        name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
    with tempfile.TemporaryFile() as said:
        silence = [
            (os.POSIX_SPAWN_OPEN, descriptor, os.devnull, os.O_RDWR, 0) for descriptor in (0, 1)
        ]
        heard = (os.POSIX_SPAWN_DUP2, said.fileno(), 2)
        line = [sys.executable, *arguments]
        process = os.posix_spawn(sys.executable, line, environment, file_actions=[*silence, heard])
        _, status, usage = os.wait4(process, 0)
        if status != 0:
            said.seek(0)
            raise CommandError(said.read().decode(errors="replace").strip())
    return usage.ru_utime + usage.ru_stime


def measure(measured: tuple[Command, ...], runs: int) -> dict[str, list[float]]:
    """Run all commands in turn, again and again; give the times of each by its name."""
    times: dict[str, list[float]] = {command.name: [] for command in measured}
    for command in measured:  # the first run fills the caches and does not count
        cpu_time(command.arguments)
    for _ in range(runs):
        for command in measured:
            times[command.name].append(cpu_time(command.arguments))
    return times


def table(measured: tuple[Command, ...], times: dict[str, list[float]]) -> str:
    """Write the ratios to the first command: the median within a round, and of the minima."""
    base = times[measured[0].name]
    width = max(len(command.name) for command in measured)
    lines = [f"{'CPU time':<{width}}  median  minimum  target       ms"]
    for command in measured:
        mine = times[command.name]
        ratio = median(taken / yardstick for taken, yardstick in zip(mine, base, strict=True))
        target = (
            ""
            if command.target is None
            else f"{command.target:.2f} {'ok' if ratio <= command.target else 'no'}"
        )
        figures = (
            f"{ratio:6.2f}  {min(mine) / min(base):7.2f}  {target:<7}  {median(mine) * 1000:7.1f}"
        )
        lines.append(f"{command.name:<{width}}  {figures}")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Load the seeds into a new database and measure."""
    parser = argparse.ArgumentParser(
        description="CPU time of whole commands, relative to importing SQLAlchemy."
    )
    parser.add_argument(
        "--runs", type=int, default=21, metavar="N", help="how often each command is run (21)"
    )
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        measured = commands(Path(folder, "timeline.db"))
        try:
            cpu_time(
                measured[-1].arguments
            )  # the first load makes the database; what is measured is a later one
            sys.stdout.write(table(measured, measure(measured, max(runs, 1))))
        except CommandError as error:
            sys.exit(
                f"a command failed; run this in the checkout, or install timeline: pip install "
                f".\n{error}"
            )


if __name__ == "__main__":
    main()
