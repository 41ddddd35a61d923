"""Where SQLite and PostgreSQL differ. Beside it only `connect`, `guard` and `failures` tell them
apart.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    Table,
    Text,
    TextClause,
    column,
    literal,
    literal_column,
    select,
    table,
    text,
)

from timeline.errors import StoreError
from timeline.store import connect

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# SQLite's header field for the kind of file (PRAGMA application_id): "TLNE".
APPLICATION_ID = 0x544C4E45
# SQLite takes at most 32,766 bound values a statement (https://sqlite.org/limits.html). Many rows
# in one are faster than executemany, but with this many values there is no more to be gained, and
# with all that it takes a part is lost.
_BOUND_VALUES = 4000


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

    connection = sqlite3.connect(place, timeout=connect.PATIENCE, isolation_level=None)
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
