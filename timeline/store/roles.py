"""Roles of PostgreSQL: which are too powerful for queries that somebody else wrote, and making one
that may read the documented views and nothing else.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from timeline.errors import StoreError, UsageError
from timeline.store import dialect
from timeline.store.failures import words_of
from timeline.store.schema import VIEWS
from timeline.store.tables import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

# A query may call functions, and with these roles some functions reach beyond the database: files
# and programs of the server, other sessions. A read-only transaction does not stop them.
# https://www.postgresql.org/docs/current/predefined-roles.html
_POWERFUL = (
    "pg_execute_server_program",
    "pg_read_server_files",
    "pg_signal_autovacuum_worker",
    "pg_signal_backend",
    "pg_write_server_files",
)
_EXAMPLE = "timeline_reader"


def powers(session: Connection, role: str) -> list[str]:
    """Name what a role is, or may become by a call of set_config, that may do more than read.

    Replication slots are made by a query too, so a role that may replicate is among them.
    """
    query = text("""
        SELECT rolname FROM pg_roles
        WHERE CASE WHEN (SELECT rolsuper FROM pg_roles WHERE rolname = :role) THEN rolname = :role
            ELSE pg_has_role(:role, oid, 'MEMBER')
                AND (rolsuper OR rolreplication OR rolname = ANY(:powerful)) END
        ORDER BY rolname""")
    return [*session.scalars(query, {"role": role, "powerful": list(_POWERFUL)})]


def refuse_powers(session: Connection, name: str) -> None:
    """Refuse to run somebody's query as a role that may do more than read.

    Raises:
        StoreError: it may; the statements that make another role are in the message.
    """
    if session.dialect.name == "sqlite":
        return
    role = session.exec_driver_sql("SELECT session_user").scalar_one()
    if found := powers(session, role):
        statements = reader_statements(session, _EXAMPLE)
        raise StoreError(
            "role-too-powerful", name=name, role=role, powers=found, statements=statements
        )


def reader_statements(session: Connection, role: str) -> list[str]:
    """Give the statements that make a role that may read the views and nothing else.

    The views read the tables with the rights of their owner, so that a reader needs none on them.
    """
    quoted = session.dialect.identifier_preparer.quote_identifier
    database, schema = map(
        quoted, session.exec_driver_sql("SELECT current_database(), current_schema()").one()
    )
    reader = quoted(role)
    return [
        *([] if _exists(session, role) else [f"CREATE ROLE {reader} LOGIN"]),
        # Before PostgreSQL 15 everybody may make tables and functions in the schema `public`.
        f"REVOKE CREATE ON SCHEMA {schema} FROM PUBLIC",
        f"GRANT CONNECT ON DATABASE {database} TO {reader}",
        f"GRANT USAGE ON SCHEMA {schema} TO {reader}",
        f"GRANT SELECT ON {', '.join(VIEWS)} TO {reader}",
    ]


def _exists(session: Connection, role: str) -> bool:
    query = text("SELECT count(*) FROM pg_roles WHERE rolname = :role")
    return bool(session.execute(query, {"role": role}).scalar_one())


def make_reader(session: Connection, role: str) -> list[str]:
    """Make a role that may read the documented views, or give an existing one that right.

    Args:
        session: a store opened to write, as the owner of the views.
        role: its name. Its password, if it needs one, is the server's affair.

    Returns:
        the statements that did it.

    Raises:
        UsageError: the engine has no roles, or the role may do more than read the views.
        StoreError: we have no right to do it; the statements are in the message.
    """
    if session.dialect.name == "sqlite":
        raise UsageError("no-roles")
    statements = reader_statements(session, role)
    try:
        for statement in statements:
            session.exec_driver_sql(statement)
    except ProgrammingError as error:
        words = words_of(error)
        raise StoreError("reader-not-made", words=words, statements=statements) from error
    if found := powers(session, role):
        raise UsageError("reader-too-powerful", role=role, rights=found)
    if found := _readable(session, role):
        raise UsageError("reader-too-powerful", role=role, rights=found)
    return statements


@contextmanager
def keeping_readers(session: Connection) -> Iterator[None]:
    """Let whoever may read the views still read them when they have been made anew."""
    if session.dialect.name == "sqlite":
        yield
        return
    readers = session.execute(_READERS, {"names": [*VIEWS]}).all()
    yield
    there = dialect.rights(session, VIEWS)
    for view, reader in readers:
        if view in there:
            session.exec_driver_sql(f"GRANT SELECT ON {view} TO {reader}")


_READERS = text("""
    SELECT c.relname, CASE given.grantee WHEN 0 THEN 'PUBLIC' ELSE given.grantee::regrole::text END
    FROM pg_class AS c, aclexplode(c.relacl) AS given
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relname = ANY(:names)
        AND given.privilege_type = 'SELECT' AND given.grantee <> c.relowner""")


def _readable(session: Connection, role: str) -> list[str]:
    """Name the tables that a role may read or write, by whatever right."""
    query = text("""
        SELECT name FROM unnest(CAST(:names AS text[])) AS name
        WHERE has_any_column_privilege(:role, quote_ident(name), 'SELECT, INSERT, UPDATE')
            OR has_table_privilege(:role, quote_ident(name), 'DELETE, TRUNCATE')""")
    return [*session.scalars(query, {"names": [*tables.metadata.tables], "role": role})]
