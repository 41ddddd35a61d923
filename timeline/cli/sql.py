"""`timeline sql`."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.cli import options
from timeline.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

app = options.new_app()

_EXAMPLES = """
timeline sql "SELECT date, title, standing FROM timeline_events ORDER BY earliest"
timeline sql "SELECT * FROM timeline_claims WHERE event = 'meeting'" --format csv
timeline sql - < query.sql
"""
_MIB = 1024 * 1024
# What is written only when the width of every column is known.
_HELD = ("table", "markdown")
# So long the engine has to stop by itself, in seconds.
_GRACE = 5


@app.command(epilog=options.examples(_EXAMPLES))
def sql(
    query: Annotated[
        str, typer.Argument(metavar="QUERY", help="One query; - reads it from standard input.")
    ],
    *,
    form: options.Format = "table",
    timeout: Annotated[
        float,
        typer.Option(
            "--timeout", min=0, metavar="SECONDS", help="Until the first row; 0 means no limit."
        ),
    ] = 30,
    value_size: Annotated[
        int, typer.Option("--value-size", min=1, max=1024, metavar="MIB", help="Of one value.")
    ] = 64,
    memory: Annotated[
        int, typer.Option("--memory", min=1, metavar="MIB", help="Of the answer held at once.")
    ] = 1024,
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Run a read-only SQL query over the documented views.

    The views are timeline_events, timeline_appearances, timeline_claims and timeline_conflicts.
    """
    from timeline.cli.output import width, write
    from timeline.encoding import decode_text
    from timeline.queries.sql import Limits, run_query
    from timeline.render import render_table
    from timeline.store import open_store

    text = decode_text(sys.stdin.buffer.read()) if query == "-" else query
    limits = Limits(timeout, value_size * _MIB)
    with ExitStack() as stack:
        session = stack.enter_context(open_store(db, guarded=True))
        with _memory(memory * _MIB), _ended(timeout):
            columns, rows = stack.enter_context(run_query(session, text, limits))
        if form in _HELD:
            rows = _counted(rows, memory * _MIB // 2)
        # The limit is gone when the query is stopped, which takes memory too.
        with _memory(memory * _MIB):
            write(render_table(columns, rows, format=form, terminal=width()))


def _counted(rows: Iterator[tuple[Any, ...]], most: int) -> Iterator[tuple[Any, ...]]:
    """Give rows that are held until the last one is there, so long as they take so many bytes.

    The driver of PostgreSQL must not be the one to find that there is no memory left: it would then
    read on to the end of the answer, and there may be none.

    Raises:
        UsageError: they take more.
    """
    size = 0
    for row in rows:
        size += sys.getsizeof(row) + sum(map(sys.getsizeof, row))
        if size > most:
            raise UsageError("query-memory")
        yield row


@contextmanager
def _ended(seconds: float) -> Iterator[None]:
    """End this process if the engine does not stop by itself when its time is over.

    SQLite looks whether it is to stop between two steps, and one step, such as to look for a long
    text in a longer one, may take hours. There is nothing to lose: the process only reads.
    """
    from threading import Timer

    def end() -> None:
        from timeline.cli.output import say
        from timeline.cli.talk import told
        from timeline.errors import Message

        say(told(Message("query-too-long", seconds=f"{seconds:g}")))
        os._exit(2)

    timer = Timer(seconds + _GRACE, end)
    timer.daemon = True
    if seconds:
        timer.start()
    try:
        yield
    finally:
        timer.cancel()


@contextmanager
def _memory(most: int) -> Iterator[None]:
    """Let this process grow by so many bytes and no more, where the system can see to that.

    Raises:
        UsageError: it would have grown more.
    """
    try:
        import resource

        with open("/proc/self/statm", encoding="ascii") as file:
            now = int(file.read().split()[0]) * resource.getpagesize()
    except (ImportError, OSError):  # neither Windows nor macOS limits the memory of a process so
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = now + most if hard == resource.RLIM_INFINITY else min(now + most, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    try:
        yield
    except MemoryError as error:
        raise UsageError("query-memory") from error
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
