"""Which schema a database has, and what the engine's errors say of it as a whole."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DatabaseError, InternalError, OperationalError, ProgrammingError

from timeline.errors import StoreError
from timeline.store import dialect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection
    from sqlalchemy.engine import URL

# The newest revision in migrations/versions; a test ties the two together.
HEAD = "tl0003"
_PREFIX = "tl"


def schema_version(session: Connection) -> str | None:
    """Read which revision the database is at; None means that it is no timeline database."""
    try:
        found = session.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
    except (OperationalError, ProgrammingError):
        return None
    return found[0] if len(found) == 1 and str(found[0]).startswith(_PREFIX) else None


def check_schema(session: Connection, name: str) -> None:
    """Refuse a database that this version can't work with.

    Raises:
        StoreError: no timeline database, or one of an older or newer schema.
    """
    version = schema_version(session)
    if version == HEAD:
        return
    if version is None:
        raise StoreError(
            f"{name} is no timeline database; it was left untouched; name another with --db"
        )
    if version > HEAD:
        raise StoreError(
            f"{name} has schema {version}, newer than this version's {HEAD}; install a newer "
            f"timeline"
        )
    raise StoreError(
        f"{name} has schema {version}, older than this version's {HEAD}; run: timeline db upgrade"
    )


@contextmanager
def translated(url: URL) -> Iterator[None]:
    """Turn what the engine says of the database as a whole into a StoreError."""
    try:
        yield
    except ProgrammingError:
        raise
    except DatabaseError as error:
        if type(error) is DatabaseError or isinstance(error, OperationalError | InternalError):
            raise dialect.explain(error, shown(url)) from error
        raise


def shown(url: URL) -> str:
    """Name a database to a person: the path, or the URL without its password."""
    return (
        str(url.database)
        if url.get_backend_name() == "sqlite"
        else url.render_as_string(hide_password=True)
    )
