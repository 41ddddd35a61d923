"""Queries that somebody else wrote: what they may do, and how much they may take."""

from __future__ import annotations

from contextlib import closing, contextmanager, suppress
from itertools import islice
from threading import Event, Timer
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from timeline.errors import UsageError
from timeline.store import connect, dialect
from timeline.store.failures import refused

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Generator, Iterator, Sequence

    from sqlalchemy import Connection

    SqlRow: TypeAlias = tuple[Any, ...]

MIB = 1024 * 1024


class Limits(NamedTuple):
    """What a query may take.

    Attributes:
        seconds: until its first row; 0 means as long as it likes.
        value: bytes of one value, as the engine gives it.
    """

    seconds: float = 30
    value: int = 64 * MIB


@contextmanager
def asked(
    session: Connection, query: str, limits: Limits
) -> Iterator[tuple[Sequence[str], Iterator[SqlRow]]]:
    """Run one query that a person wrote, over a session that was opened guarded.

    Args:
        session: the store.
        query: one statement in the engine's own language.
        limits: what it may take.

    Yields:
        the names of the columns, and the rows, streamed; the first has been worked out. At the end
        of the block the engine is stopped.

    Raises:
        UsageError: the engine takes it for no query, refuses it, or it met a limit; the rows raise
            the same while they are read.
    """
    if "\0" in query:
        raise UsageError("query-no-query", words="it holds a null character")
    ask = _ask_sqlite if session.dialect.name == "sqlite" else _ask_postgresql
    errors = connect.driver_errors(session.engine.url)
    with closing(_told(ask(session, query, limits), errors, limits)) as answer:
        with _in_time(session, limits.seconds):
            columns = next(answer)
        yield columns, answer


def _told(
    answer: Iterator[SqlRow], errors: tuple[type[Exception], ...], limits: Limits
) -> Generator[SqlRow]:
    """Pass an answer on, with what the engine says against the query in our words."""
    try:
        yield from answer
    except errors as error:
        raise refused(error, value=limits.value // MIB) from error


def stopper(session: Connection) -> Callable[[], None]:
    """Give what stops the engine's work for a session, from another thread; where that is over, it
    does nothing.
    """
    connection = dialect.driver(session)
    cancel: Callable[[], None] = (
        connection.interrupt if session.dialect.name == "sqlite" else connection.cancel_safe
    )

    def stop() -> None:
        with suppress(session.dialect.loaded_dbapi.Error):  # it is closed
            cancel()

    return stop


@contextmanager
def _in_time(session: Connection, seconds: float) -> Iterator[None]:
    """Stop the engine's work when its time is over. It stops between two of its steps."""
    if not seconds:
        yield
        return
    over, stop = Event(), stopper(session)

    def end() -> None:
        over.set()
        stop()

    timer = Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    except UsageError as error:
        if over.is_set():
            raise UsageError("query-too-long", seconds=f"{seconds:g}") from error
        raise
    finally:
        timer.cancel()


# SQLite -------------------------------------------------------------------------------------------

# Pragmas that only show something, whatever they are given; and those that do if given nothing.
_SHOWING = {
    "foreign_key_check", "foreign_key_list", "index_info", "index_list", "index_xinfo",
    "integrity_check", "quick_check", "table_info", "table_list", "table_xinfo",
}  # fmt: skip
_TELLING = {
    "application_id", "collation_list", "compile_options", "data_version", "database_list",
    "encoding", "foreign_keys", "freelist_count", "function_list", "journal_mode", "module_list",
    "page_count", "page_size", "pragma_list", "schema_version", "user_version",
}  # fmt: skip


def _ask_sqlite(session: Connection, query: str, limits: Limits) -> Iterator[SqlRow]:
    """Give the columns when the first row has been worked out, then the rows."""
    import sqlite3

    connection: sqlite3.Connection = dialect.driver(session)
    usual = connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, limits.value)
    # What SQLite does to open the full-text index is not for a query to do.
    connection.execute("SELECT 1 FROM event_search LIMIT 0")
    connection.set_authorizer(_authorize)
    try:
        with closing(connection.execute(query)) as cursor:
            if cursor.description is None:
                raise UsageError("query-no-query", words="it gives no rows")
            yield tuple(item[0] for item in cursor.description)
            yield from cursor
    finally:
        connection.set_authorizer(None)
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, usual)


def _authorize(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    """Tell SQLite what a statement may do: look at this database, and nothing else."""
    import sqlite3

    reads = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE)
    if action == sqlite3.SQLITE_FUNCTION:
        allowed = second != "load_extension"
    elif action == sqlite3.SQLITE_PRAGMA:
        allowed = first in _SHOWING or (first in _TELLING and second is None)
    else:
        allowed = action in reads
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


# PostgreSQL ---------------------------------------------------------------------------------------

_CURSOR = "timeline_query"


def _ask_postgresql(session: Connection, query: str, limits: Limits) -> Iterator[SqlRow]:
    """Let the server's own parser say whether a text is a query, then give its columns, when the
    first row is there, and its rows.

    A cursor can be declared for a query alone; and the extended protocol, which `prepare` asks
    for, takes one statement alone. Nothing is run by that. The same text is then run as it stands,
    and not through the cursor: FETCH gives rows by number, and a single one may be large.
    """
    point = session.begin_nested()
    try:
        # Once a query has run, a read-only transaction can't be made a writing one.
        session.exec_driver_sql("SET TRANSACTION READ ONLY")
        session.exec_driver_sql("SELECT 1")
        with dialect.driver(session).cursor() as cursor:
            cursor.execute(f"DECLARE {_CURSOR} NO SCROLL CURSOR FOR\n{query}", prepare=True)
            cursor.execute(f"FETCH 0 FROM {_CURSOR}")
            columns = tuple(item.name for item in cursor.description)
            with closing(_measured(cursor, query, limits.value)) as rows:
                first = list(islice(rows, 1))
                yield columns
                yield from first
                yield from rows
    finally:
        point.rollback()  # and with it what the query may have set


def _measured(cursor: Any, query: str, most: int) -> Generator[SqlRow]:
    """Stream the rows of a query; one with a value of more bytes than `most` is refused."""
    with closing(cursor.stream(query)) as rows:
        for row in rows:
            result = cursor.pgresult
            for column in range(result.nfields):
                if len(result.get_value(0, column) or b"") > most:
                    raise UsageError("value-too-large", value=most // MIB)
            yield row
