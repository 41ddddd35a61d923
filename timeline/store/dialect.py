"""Where SQLite and PostgreSQL differ. Beside it only `guard` and `failures` tell them apart."""

from __future__ import annotations

import os
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Integer,
    Select,
    Table,
    Text,
    TextClause,
    column,
    create_engine,
    event,
    literal,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from timeline.errors import StoreError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

Mode: TypeAlias = Literal["read", "query", "write", "migrate", "build"]

# How long a command waits for another that writes, in seconds.
PATIENCE = 10
# SQLite's header field for the kind of file (PRAGMA application_id): "TLNE".
APPLICATION_ID = 0x544C4E45
# Any fixed number: whoever writes to a PostgreSQL database of ours takes this advisory lock first.
_WRITER = 0x544C4E45
# SQLite takes at most 32,766 bound values a statement (https://sqlite.org/limits.html). Many rows
# in one are faster than executemany, but with this many values there is no more to be gained, and
# with all that it takes a part is lost.
_BOUND_VALUES = 4000


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


def make_engine(url: URL, mode: Mode) -> Engine:
    """Make an engine whose connections hold to our rules.

    Args:
        url: the database.
        mode: "read": the engine itself refuses to write. "query": it refuses for good, whatever a
            statement that somebody wrote may try, and reads no other file. "write": one writer at a
            time, who waits for the one before. "migrate": the same with foreign keys off, since a
            batch migration that replaces a table would empty its children. "build": a new SQLite
            file that nobody else knows yet and that is thrown away if it fails, so safety is given
            up for speed.

    Raises:
        StoreError: the driver is not installed.
    """
    if url.get_backend_name() == "postgresql":
        return _postgresql_engine(url, mode)
    return _sqlite_engine(url, mode)


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


def _sqlite_engine(url: URL, mode: Mode) -> Engine:
    import sqlite3

    from sqlalchemy.pool import NullPool

    path = str(url.database)

    def connect() -> sqlite3.Connection:
        if mode in _READING:
            return _connect_to_read(path, for_good=mode == "query")
        return sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)

    def begin(connection: Connection) -> None:
        # A deferred transaction that reads and then writes fails at once under another writer.
        connection.exec_driver_sql("BEGIN" if mode in _READING else "BEGIN IMMEDIATE")

    def prepare(dbapi: sqlite3.Connection, _record: object) -> None:
        for pragma in _PRAGMAS[mode]:
            dbapi.execute(f"PRAGMA {pragma}").fetchall()

    engine = create_engine(url, creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", begin)
    event.listen(engine, "connect", prepare)
    return engine


def _connect_to_read(path: str, *, for_good: bool) -> sqlite3.Connection:
    """Open a file to read.

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

    def opened(rest: str, *pragmas: str) -> sqlite3.Connection:
        connection = sqlite3.connect(uri + rest, uri=True, timeout=PATIENCE, isolation_level=None)
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
                connection = opened("rw", "locking_mode = EXCLUSIVE")
            else:
                connection = opened("ro&immutable=1")
        except sqlite3.DatabaseError:
            raise error from None  # which says what is wrong
    # Python gets its turn now and then, so that Ctrl-C ends a long query.
    connection.set_progress_handler(lambda: 0, 100_000)
    return connection


# What SQLite says when it can't make the files beside a database in WAL mode.
_NO_FILES_BESIDE = ("unable to open", "readonly database", "disk I/O error", "disk is full")


def _postgresql_engine(url: URL, mode: Mode) -> Engine:
    from sqlalchemy.pool import NullPool

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
        engine = create_engine(url, poolclass=NullPool, connect_args=arguments)
    except ModuleNotFoundError as error:
        raise StoreError("driver-missing", engine="PostgreSQL") from error

    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER})")

    if mode not in _READING:
        event.listen(engine, "begin", begin)
    return engine


def is_empty(session: Connection) -> bool:
    """Whether the database holds nothing, whoever made it, but what a downgrade to base leaves
    behind, what the engine keeps for itself, and what extensions brought.
    """
    if session.dialect.name == "sqlite":
        query = """SELECT count(*) FROM sqlite_schema
            WHERE tbl_name <> 'alembic_version' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"""
    else:
        query = """SELECT count(*) FROM pg_class AS c
            WHERE relnamespace = current_schema()::regnamespace
            AND relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND relname <> 'alembic_version'
            AND NOT EXISTS (SELECT 1 FROM pg_depend
                WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')"""
    return bool(session.exec_driver_sql(query).scalar_one() == 0)


def analyze(session: Connection) -> None:
    """Count what the tables hold, so that the engine chooses its ways by that.

    SQLite looks at so many rows of each index at most: enough to tell a rare value from a frequent
    one, whatever the size of the table.
    """
    if session.dialect.name == "sqlite":
        session.exec_driver_sql("PRAGMA analysis_limit = 1000")
        session.exec_driver_sql("ANALYZE")
        return
    ours = session.exec_driver_sql(
        "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = current_schema()"
    )
    session.exec_driver_sql(f"ANALYZE {', '.join(ours.scalars())}")


def rights(session: Connection, names: Sequence[str]) -> dict[str, bool]:
    """Give those of some tables and views that there are, and whether this role may read each."""
    if session.dialect.name == "sqlite":
        marks = ", ".join("?" * len(names))
        query = f"SELECT name, 1 FROM sqlite_schema WHERE name IN ({marks})"
        found = session.exec_driver_sql(query, tuple(names))
    else:
        found = session.execute(
            text("""SELECT name, has_table_privilege(to_regclass(quote_ident(name)), 'SELECT')
                FROM unnest(CAST(:names AS text[])) AS name
                WHERE to_regclass(quote_ident(name)) IS NOT NULL"""),
            {"names": list(names)},
        )
    return {name: bool(readable) for name, readable in found}


def settle(path: Path) -> None:
    """Make a file that was built loosely safe for many: write-ahead log on."""
    import sqlite3

    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
    finally:
        connection.close()


def backup(place: Path, target: Path) -> None:
    """Copy a SQLite database into a new file, whole and consistent, while others use it."""
    import sqlite3

    connection = sqlite3.connect(place, timeout=PATIENCE, isolation_level=None)
    try:
        connection.execute("VACUUM INTO ?", (str(target),))
    finally:
        connection.close()


def check_foreign_keys(session: Connection) -> None:
    """Refuse a migration, run with foreign keys off, that left a row pointing nowhere."""
    if session.dialect.name != "sqlite":
        return
    broken = session.exec_driver_sql("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise StoreError("reference-broken", table=broken[0])


def insert(
    session: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Add many rows: one statement with many VALUES on SQLite, COPY on PostgreSQL.

    Args:
        session: an open transaction.
        table: where to.
        columns: the columns that each row gives, in order; the others get their default.
        rows: the values.
    """
    if not rows:
        return
    if session.dialect.name == "postgresql":
        names = ", ".join(f'"{name}"' for name in columns)
        with (
            driver(session).cursor() as cursor,
            cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as copy,
        ):
            for row in rows:
                copy.write_row(row)
        return
    names = ", ".join(f'"{name}"' for name in columns)
    marks = f"({', '.join('?' * len(columns))})"
    step = _BOUND_VALUES // len(columns)
    for start in range(0, len(rows), step):
        part = rows[start : start + step]
        values = tuple(chain.from_iterable(part))
        session.exec_driver_sql(
            f'INSERT INTO "{table.name}" ({names}) VALUES {", ".join([marks] * len(part))}', values
        )


def driver(session: Connection) -> Any:
    """Give the driver's own connection, for what SQLAlchemy has no words for."""
    return session.connection.dbapi_connection


def index_texts(session: Connection, texts: Iterable[tuple[int, Sequence[str]]]) -> None:
    """Put events into the full-text index, in place of what it held of them.

    Args:
        session: an open transaction.
        texts: event id and its folded words. No words takes the event out of the index.
    """
    pairs = [(event_id, " ".join(words)) for event_id, words in texts]
    ids = [(event_id,) for event_id, _ in pairs]
    filled = [(event_id, body) for event_id, body in pairs if body]
    if session.dialect.name == "sqlite":
        # The driver's own executemany takes no empty list.
        if ids:
            session.exec_driver_sql("DELETE FROM event_search WHERE rowid = ?", ids)
        if filled:
            session.exec_driver_sql("INSERT INTO event_search (rowid, body) VALUES (?, ?)", filled)
        return
    if ids:
        session.execute(
            text("DELETE FROM event_search WHERE home_id = ANY(:ids)"),
            {"ids": [i for (i,) in ids]},
        )
    if filled:
        session.execute(
            text(
                "INSERT INTO event_search (home_id, body) SELECT event_id, "
                "array_to_tsvector(array("
                "SELECT DISTINCT word FROM unnest(string_to_array(body, ' ')) AS word WHERE word "
                "<> '')) "
                "FROM unnest(CAST(:ids AS bigint[]), CAST(:bodies AS text[])) AS given (event_id, "
                "body)"
            ),
            {"ids": [i for i, _ in filled], "bodies": [body for _, body in filled]},
        )


def events_with(session: Connection, words: Sequence[str]) -> Select[tuple[int]]:
    """Select the ids of the events whose texts hold all words, the last one also as a beginning.

    Args:
        session: tells the engine.
        words: folded words (`names.tokens`): letters and digits only.
    """
    sqlite = session.dialect.name == "sqlite"
    query = text(_MATCHING if sqlite else _MATCHING_POSTGRESQL)
    found = query.bindparams(words=_asked(words, sqlite=sqlite)).columns(column("home_id", Integer))
    return select(found.subquery().c.home_id)


def has_words(
    session: Connection, event_id: ColumnElement[int], words: Sequence[str]
) -> ColumnElement[bool]:
    """Give the condition on one event at hand that `events_with` finds it.

    Args:
        session: tells the engine.
        event_id: its id.
        words: as for `events_with`.
    """
    found = select(literal(1)).select_from(table("event_search"))
    holds: Sequence[ColumnElement[bool] | TextClause]
    if session.dialect.name == "sqlite":
        # To find one row by its words takes longer than to read it.
        home, body = literal_column("rowid", Integer), literal_column("' ' || body || ' '", Text)
        *whole, last = words
        holds = [*(body.like(f"% {word} %") for word in whole), body.like(f"% {last}%")]
    else:
        home = literal_column("event_search.home_id", Integer)
        asked = {"words": _asked(words, sqlite=False)}
        holds = [text("body @@ CAST(:words AS tsquery)").bindparams(**asked)]
    return found.where(home == event_id, *holds).offset(0).exists()


_MATCHING = "SELECT rowid AS home_id FROM event_search WHERE event_search MATCH :words"
_MATCHING_POSTGRESQL = "SELECT home_id FROM event_search WHERE body @@ CAST(:words AS tsquery)"


def _asked(words: Sequence[str], *, sqlite: bool) -> str:
    if sqlite:
        return " ".join(f'"{word}"' for word in words) + "*"
    return " & ".join(f"'{word}'" for word in words) + ":*"


def make_temporary(session: Connection) -> None:
    """Make the scratch table `seen` of this connection, empty."""
    session.exec_driver_sql(
        "CREATE TEMPORARY TABLE IF NOT EXISTS seen (kind text NOT NULL, id bigint NOT NULL)"
    )
    session.exec_driver_sql("CREATE INDEX IF NOT EXISTS ix_seen ON seen (kind, id)")
    session.exec_driver_sql("DELETE FROM seen")
