"""How a database is named and opened: engines whose connections hold to our rules."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DisconnectionError, NoSuchModuleError

from timeline.errors import StoreError

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy.pool import ConnectionPoolEntry

Mode: TypeAlias = Literal["read", "query", "write", "migrate", "build"]

# How long a command waits for another that writes, in seconds.
PATIENCE = 10
# Any fixed number: whoever writes to a PostgreSQL database of ours takes this advisory lock first.
_WRITER = 0x544C4E45


def database_url(name: str) -> URL:
    """Read what a person gives as a database: a path, or an SQLAlchemy URL.

    Raises:
        StoreError: the URL can't be read, or names an engine that is neither SQLite nor PostgreSQL.
    """
    try:
        url = make_url(name) if "://" in name else URL.create("sqlite", database=name)
        if url.get_backend_name() == "postgresql" and url.drivername == "postgresql":
            url = url.set(drivername="postgresql+psycopg")
        url.get_dialect()
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError, ValueError) as error:
        raise StoreError("no-database-url", name=name) from error
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise StoreError("engine-not-supported", engine=url.get_backend_name())
    if url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:"):
        raise StoreError("database-in-memory", name=name)
    return url


def shown(url: URL) -> str:
    """Name a database to a person: the path, or the URL without its password."""
    return (
        str(url.database)
        if url.get_backend_name() == "sqlite"
        else url.render_as_string(hide_password=True)
    )


def file_of(url: URL) -> Path | None:
    """Give the file of a SQLite database, where a link to it leads; None for PostgreSQL."""
    if url.get_backend_name() != "sqlite":
        return None
    path = str(url.database)
    return Path(os.path.realpath(path) if os.path.islink(path) else path)


def driver_errors(url: URL) -> tuple[type[Exception], ...]:
    """Give what the driver raises where SQLAlchemy does not wrap it."""
    if url.get_backend_name() == "sqlite":
        import sqlite3

        # Several statements at once are a Warning of sqlite3 before Python 3.12.
        return sqlite3.Error, sqlite3.Warning
    try:
        import psycopg
    except ModuleNotFoundError:  # and so nothing of it can be raised
        return ()
    return psycopg.Error, psycopg.Warning


def make_engine(url: URL, mode: Mode, *, keep: int = 0) -> Engine:
    """Make an engine whose connections hold to our rules.

    Args:
        url: the database.
        mode: "read": the engine itself refuses to write. "query": it refuses for good, whatever a
            statement that somebody wrote may try, and reads no other file. "write": one writer at a
            time, who waits for the one before. "migrate": the same with foreign keys off, since a
            batch migration that replaces a table would empty its children. "build": a new SQLite
            file that nobody else knows yet and that is thrown away if it fails, so safety is given
            up for speed.
        keep: how many connections it keeps for the next time, for whichever thread: opening one
            takes longer than to ask most questions.

    Raises:
        StoreError: the driver is not installed.
    """
    if url.get_backend_name() == "postgresql":
        return _postgresql_engine(url, mode, keep)
    return _sqlite_engine(url, mode, keep)


def _pool(keep: int) -> dict[str, Any]:
    from sqlalchemy.pool import NullPool, QueuePool

    if not keep:
        return {"poolclass": NullPool}
    return {"poolclass": QueuePool, "pool_size": keep, "max_overflow": -1}


@lru_cache(8)
def engine_to_read(url: URL) -> Engine:
    """Give an engine to read a database, the same each time: it keeps no connection, but the
    statements that it has compiled, which takes longer than to ask most of them.
    """
    return make_engine(url, "read")


_READING = ("read", "query")
_PRAGMAS: dict[str, tuple[str, ...]] = {
    # Our own questions sort little, and do so on a full disk too.
    "read": ("query_only = ON", "temp_store = MEMORY"),
    "query": ("query_only = ON",),
    "write": ("foreign_keys = ON", "synchronous = NORMAL", "cache_size = -65536"),
    "migrate": ("foreign_keys = OFF", "synchronous = NORMAL"),
    "build": (
        "foreign_keys = ON",
        "locking_mode = EXCLUSIVE",
        "journal_mode = OFF",
        "synchronous = OFF",
        "cache_size = -262144",
    ),
}


def _sqlite_engine(url: URL, mode: Mode, keep: int) -> Engine:
    import sqlite3

    path = str(url.database)

    def connect() -> sqlite3.Connection:
        if mode in _READING:
            return _connect_to_read(path, for_good=mode == "query", shared=bool(keep))
        return sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)

    def begin(connection: Connection) -> None:
        # A deferred transaction that reads and then writes fails at once under another writer.
        connection.exec_driver_sql("BEGIN" if mode in _READING else "BEGIN IMMEDIATE")

    def prepare(dbapi: sqlite3.Connection, _record: object) -> None:
        for pragma in _PRAGMAS[mode]:
            dbapi.execute(f"PRAGMA {pragma}").fetchall()

    def settle(dbapi: sqlite3.Connection, _record: object) -> None:
        # The last to close brings the log into the file; where a server keeps it open, that is not
        # the writer, and who then copies the file would copy it as it was.
        with suppress(sqlite3.Error):  # nothing is lost: it stays in the log
            dbapi.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()

    engine = create_engine(url, creator=connect, **_pool(keep))
    event.listen(engine, "begin", begin)
    event.listen(engine, "connect", prepare)
    if mode in ("write", "migrate"):
        event.listen(engine, "close", settle)
    if keep:
        _watch(engine, path)
    return engine


def _watch(engine: Engine, path: str) -> None:
    """Let an engine keep a connection only to the file that is there, and only one that sees what
    others write.
    """
    import sqlite3

    def note(_dbapi: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
        record.info["file"] = _identity(path)

    def compare(_dbapi: sqlite3.Connection, record: ConnectionPoolEntry, _proxy: object) -> None:
        if record.info["file"] != _identity(path):
            raise DisconnectionError  # and so another is opened

    def leave(dbapi: sqlite3.Connection | None, record: ConnectionPoolEntry) -> None:
        if dbapi is not None and type(dbapi) is not sqlite3.Connection:
            record.invalidate()

    event.listen(engine, "connect", note)
    event.listen(engine, "checkout", compare)
    event.listen(engine, "checkin", leave)


def _identity(path: str) -> tuple[int, int] | None:
    """Tell which file is at a path: no other gets its numbers as long as it is open."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _connect_to_read(path: str, *, for_good: bool, shared: bool) -> sqlite3.Connection:
    """Open a file to read, for one thread or for one after the other.

    Opened for good to read, SQLite can't write to it or attach another; but it can't tidy up its
    log either, so that is only done where others write the statements.

    In WAL mode a reader too makes files beside the database. Where it can't, because the folder is
    a read-only medium or the disk is full, nobody else has them open, and it does without them: as
    if the file never changed if its log is empty, else with the index of the log in memory.
    """
    import sqlite3
    from urllib.parse import quote

    uri = f"file:{quote(os.path.abspath(path))}?mode="
    log = f"{path}-wal"

    class Frozen(sqlite3.Connection):
        """One that does not see what others write."""

    def opened(
        rest: str, *pragmas: str, factory: type[sqlite3.Connection] = sqlite3.Connection
    ) -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri + rest,
            uri=True,
            timeout=PATIENCE,
            isolation_level=None,
            check_same_thread=not shared,
            factory=factory,
        )
        try:
            for pragma in pragmas:
                connection.execute(f"PRAGMA {pragma}").fetchall()
            connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    try:
        connection = opened("ro" if for_good else "rw")
    except sqlite3.DatabaseError as error:
        if not any(sign in str(error) for sign in _NO_FILES_BESIDE):
            raise
        try:
            if os.path.exists(log) and os.path.getsize(log):
                connection = opened("rw", "locking_mode = EXCLUSIVE", factory=Frozen)
            else:
                connection = opened("ro&immutable=1", factory=Frozen)
        except sqlite3.DatabaseError:
            raise error from None  # which says what is wrong
    # Python gets its turn now and then, so that Ctrl-C ends a long query.
    connection.set_progress_handler(lambda: 0, 100_000)
    return connection


# What SQLite says when it can't make the files beside a database in WAL mode.
_NO_FILES_BESIDE = ("unable to open", "readonly database", "disk I/O error", "disk is full")


def _postgresql_engine(url: URL, mode: Mode, keep: int) -> Engine:
    settings = [str(url.query["options"])] if "options" in url.query else []
    settings.append(
        f"-c lock_timeout={PATIENCE * 1000} -c timezone=UTC -c client_min_messages=warning"
    )
    if mode in _READING:
        settings.append("-c default_transaction_read_only=on")
    else:
        # Whoever waits for the lock of another writer must see what that one wrote.
        settings.append("-c default_transaction_isolation=read\\ committed")
    arguments = {"options": " ".join(settings), "connect_timeout": PATIENCE}
    try:
        # A server that was started anew has closed what was kept.
        engine = create_engine(url, connect_args=arguments, pool_pre_ping=bool(keep), **_pool(keep))
    except ModuleNotFoundError as error:
        raise StoreError("driver-missing", engine="PostgreSQL") from error

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER})")

    if mode not in _READING:
        event.listen(engine, "begin", begin)
    return engine
