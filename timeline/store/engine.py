"""Opening a store: one transaction, on a database whose schema is the one this version knows."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.errors import StoreError
from timeline.store import dialect
from timeline.store.schema import check_schema, shown, translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection
    from sqlalchemy.engine import URL


@contextmanager
def open_store(name: str, *, write: bool = False, guarded: bool = False) -> Iterator[Connection]:
    """Open a database for one transaction.

    What was written is committed at the end of the block, and taken back if it raises. A SQLite
    file that does not exist yet is made and migrated when it is opened to write; it appears under
    its name only when the block has ended well.

    Args:
        name: a path, or an SQLAlchemy URL (sqlite, postgresql+psycopg).
        write: open it to write; otherwise the engine refuses to.
        guarded: open it to read so that no statement whatever can undo that, nor read another
            file: for queries that somebody else wrote.

    Yields:
        the session that queries and the loader take.

    Raises:
        StoreError: missing, locked, full, damaged, of another schema, or no timeline database.

    >>> with open_store("timeline.db") as session:  # doctest: +SKIP
    ...     page = chronology(session)
    """
    url = dialect.database_url(name)
    mode: dialect.Mode = "write" if write else "query" if guarded else "read"
    with translated(url):
        building = url.get_backend_name() == "sqlite" and _is_missing(url)
        opened = _build_sqlite(url, write=write) if building else _open(url, mode)
        with opened as session:
            yield session


@contextmanager
def _open(url: URL, mode: dialect.Mode) -> Iterator[Connection]:
    engine = dialect.make_engine(url, mode)
    try:
        with engine.connect() as session, session.begin():
            if mode == "write" and dialect.is_empty(session):
                _migrate(session)
            check_schema(session, shown(url))
            yield session
    finally:
        engine.dispose()


def _is_missing(url: URL) -> bool:
    # An empty file (mktemp makes one) is a database that is still to be made.
    path = Path(str(url.database))
    if path.is_dir():
        raise StoreError(f"{path} is a folder; name a file in it with --db")
    return not path.exists() or (path.is_file() and path.stat().st_size == 0)


@contextmanager
def _build_sqlite(url: URL, *, write: bool) -> Iterator[Connection]:
    """Build a new file beside its place, and put it there when all is well.

    A kill at any moment leaves no database or a whole one. A leftover is deleted by the next build.
    """
    if not write:
        raise StoreError(f"{shown(url)} does not exist; make it with: timeline load")
    place = Path(str(url.database))
    if not place.absolute().parent.is_dir():
        raise StoreError(f"{place.parent} is no folder; make it, or name another place with --db")
    site = place.with_name(f"{place.name}.building")
    with _files():
        _clear(site)
    engine = dialect.make_engine(url.set(database=str(site)), "build")
    try:
        with engine.connect() as session, session.begin():
            _migrate(session)
            yield session
        with _files():
            dialect.settle(site)
            _put(site, place)
    finally:
        engine.dispose()
        site.unlink(missing_ok=True)


@contextmanager
def _files() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"{error.filename}: {error.strerror}; mend that, or name another place with --db"
        ) from error


def _clear(site: Path) -> None:
    import sqlite3

    if not site.exists():
        return
    leftover = sqlite3.connect(site, timeout=0, isolation_level=None)
    try:
        # Whoever is building at this moment holds the lock; what nobody holds is a leftover.
        leftover.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        raise StoreError(
            f"{site} is being built by another command; wait until it is done"
        ) from error
    except sqlite3.DatabaseError:
        pass
    finally:
        leftover.close()
    site.unlink(missing_ok=True)


def _put(site: Path, place: Path) -> None:
    if place.exists() and place.stat().st_size == 0:
        site.replace(place)
    else:
        try:
            os.link(site, place)
        except FileExistsError as error:
            raise StoreError(
                f"{place} was made by another command meanwhile; run this one again"
            ) from error
        except OSError:  # a file system without hard links
            site.rename(place)
    _sync_folder(place.absolute().parent)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _migrate(session: Connection) -> None:
    # Alembic is loaded here and nowhere else, and only when there is something to migrate.
    from timeline.store import migrate

    migrate.upgrade_in(session)
