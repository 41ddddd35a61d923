"""Commands in processes of their own at the price of a fork, many of them: two at once, or one that
is killed at any moment. Run as a program by the tests that need it, since only a process without
threads may fork; what does not hold is an AssertionError.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import sys
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, NamedTuple

from builders import OWNER, SEEDS, check_derived, export, put_files, records_of, superuser, upgrade

from timeline import records as r
from timeline.cli import main
from timeline.errors import StoreError
from timeline.store import migrate, open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ARTICLE = "Paris, 12 November 2024. Elon Musk met Iran's ambassador in New York on Monday.\n" * 20


def start(arguments: Sequence[str], output: Path, gate: int | None = None) -> int:
    """Fork a process that runs a command; give its id.

    Args:
        arguments: of `timeline`.
        output: what it prints goes there.
        gate: the process begins when this pipe is closed.
    """
    child = os.fork()
    if child:
        return child
    code = 70
    try:
        descriptor = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(descriptor, 1)
        os.dup2(descriptor, 2)
        sys.argv = ["timeline", *arguments]
        if gate is not None:
            os.read(gate, 1)
        main()
    except SystemExit as end:
        code = int(end.code or 0)
        sys.stdout.flush()
    finally:
        os._exit(code)


def finished(child: int) -> int:
    """Wait for a process; give its exit code, or the signal that ended it as a negative number."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


# Two at once --------------------------------------------------------------------------------------


def pairs(folder: Path, number: int) -> None:
    """Two commands make the same new file at once: whatever exits 0 is in it."""
    for name in ("one", "two"):
        lines = "".join(f'{{"record":"source","key":"{name}-{n}"}}\n' for n in range(9))
        (folder / f"{name}.jsonl").write_text(lines)
    for _ in range(number):
        db, said = folder / "timeline.db", folder / "said"
        said.write_text("")
        gate, opener = os.pipe()
        children = [
            start(["load", str(folder / f"{name}.jsonl"), "--db", str(db)], said, gate)
            for name in ("one", "two")
        ]
        os.write(opener, b"go")
        codes = [finished(child) for child in children]
        os.close(gate)
        os.close(opener)
        assert codes == [0, 0], said.read_text()
        keys = {record.key for record in records_of(str(db)) if isinstance(record, r.Source)}
        assert keys == {f"{name}-{n}" for name in ("one", "two") for n in range(9)}
        left = {path.name for path in folder.iterdir()}
        assert left == {"timeline.db", "one.jsonl", "two.jsonl", "said"}
        db.unlink()


# Kills --------------------------------------------------------------------------------------------


class Databases(NamedTuple):
    """Makes databases as they were before, on one engine.

    Attributes:
        folder: where SQLite files are.
        server: the folder of PostgreSQL's socket; None means SQLite.
    """

    folder: Path
    server: str | None

    def url(self, name: str) -> str:
        """Name a database."""
        if self.server is None:
            return str(self.folder / f"{name}.db")
        return f"postgresql+psycopg://{OWNER}@/{name}?host={self.server}"

    def copy(self, name: str, new: str) -> str:
        """Make `new` as `name` is, or empty if there is no such; give its URL."""
        if self.server is None:
            for path in self.folder.glob(f"{new}.db*"):
                path.unlink()
            if (self.folder / f"{name}.db").exists():
                shutil.copy(self.folder / f"{name}.db", self.folder / f"{new}.db")
            return self.url(new)
        with superuser(self.server) as connection:
            there = "SELECT count(*) FROM pg_database WHERE datname = %s"
            template = (
                name if connection.execute(there, (name,)).fetchone() == (1,) else "template0"
            )
            connection.execute(f"DROP DATABASE IF EXISTS {new} WITH (FORCE)")
            connection.execute(
                f"CREATE DATABASE {new} OWNER {OWNER} TEMPLATE {template} STRATEGY file_copy"
            )
        return self.url(new)


def seeds(url: str) -> None:
    """What most commands find."""
    put_files(url, SEEDS)


def older(url: str) -> None:
    """A database of the revision before."""
    put_files(url, SEEDS)
    migrate.downgrade(url, "tl0003")


# Command -> what makes the database that it finds (None: there is none), its arguments.
KILLED: dict[str, tuple[Callable[[str], None] | None, tuple[str, ...]]] = {
    "load-new": (None, ("load", str(SEEDS))),
    "load": (seeds, ("load", "more.jsonl")),
    "article": (seeds, ("load", "article.txt", "--published", "2024-11-12", "--lang", "en")),
    "undo": (seeds, ("undo",)),
    "join": (seeds, ("join", "more.jsonl")),
    "merge": (seeds, ("merge", "elon-musk", "donald-trump")),
    "upgrade": (older, ("db", "upgrade")),
    "downgrade": (seeds, ("db", "downgrade", "tl0003", "--yes")),
}


def kills(databases: Databases, name: str, number: int) -> None:
    """A kill at any moment of a command leaves the state before or the one after."""
    made, arguments = KILLED[name]
    folder = databases.folder
    os.chdir(folder)
    prepare(folder)
    if made is not None:
        made(databases.copy("none", "before"))
    before = state(databases.copy("before", "now"))
    url, said = databases.url("now"), folder / "said"
    databases.copy("before", "now")
    begun = monotonic()
    assert finished(start([*arguments, "--db", url], said)) == 0, said.read_text()
    duration = monotonic() - begun
    after = state(url)
    for _ in range(number):
        databases.copy("before", "now")
        child = start([*arguments, "--db", url], said)
        sleep(random.uniform(0, duration))
        os.kill(child, signal.SIGKILL)
        finished(child)
        assert no_half_backup(folder)
        assert state(url) in (before, after)


def prepare(folder: Path) -> None:
    """Write the files that are loaded."""
    lines = "".join(
        f'{{"record":"source","key":"more-{n}","text":"{"x" * 500}"}}\n' for n in range(900)
    )
    (folder / "more.jsonl").write_text(lines)
    (folder / "article.txt").write_text(ARTICLE)


def state(url: str) -> str:
    """What a database holds, whatever its revision, but for the time at which it was said."""
    try:
        made = any(step.current for step in migrate.history(url))
    except StoreError as error:
        if error.code != "no-database":
            raise
        made = False
    if not made:
        return "nothing"
    upgrade(url)
    with open_store(url) as session:
        check_derived(session)
    return re.sub(r'"at":"[^"]*"', "", export(url))


def no_half_backup(folder: Path) -> bool:
    """Whether all that looks like a backup or dump is one."""
    for path in folder.glob("now*.tl*"):
        if path.suffix == ".jsonl":
            assert path.read_text().endswith("}\n")
        elif path.suffix == ".backup":
            assert state(str(shutil.copy(path, folder / "copy.db"))) != "nothing"
            for rest in folder.glob("copy.db*"):
                rest.unlink()
    return True


if __name__ == "__main__":
    kind, where, *rest = sys.argv[1:]
    if kind == "pairs":
        pairs(Path(where), int(rest[0]))
    else:
        kills(Databases(Path(where), rest[2] or None), rest[0], int(rest[1]))
