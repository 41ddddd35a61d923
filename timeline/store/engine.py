"""Opening a store: one transaction, on a database whose schema is the one this version knows."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import finalize

from timeline.errors import StoreError
from timeline.store import connect, dialect
from timeline.store.failures import translated
from timeline.store.schema import check_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from typing import TypeAlias

    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine import URL

    Opened: TypeAlias = Callable[..., AbstractContextManager[Connection]]


@contextmanager
def open_store(
    name: str, *, write: bool = False, guarded: bool = False, stale: bool = False
) -> Iterator[Connection]:
    """Open a database for one transaction.

    What was written is committed at the end of the block, and taken back if it raises. A SQLite
    file that does not exist yet is made and migrated when it is opened to write; it appears under
    its name only when the block has ended well.

    Args:
        name: a path, or an SQLAlchemy URL (sqlite, postgresql+psycopg).
        write: open it to write; otherwise the engine refuses to.
        guarded: open it to read so that no statement whatever can undo that, nor read another
            file: for queries that somebody else wrote.
        stale: open it to read although a migration has left it to be worked out anew what follows
            from the data: for who reads what was loaded, and nothing that follows. Whoever writes
            may always open it, and works it out first.

    Yields:
        the session that queries and the loader take.

    Raises:
        StoreError: missing, locked, full, damaged, of another schema, stale, no timeline database,
            or not to be read by this role; guarded, also where the role may do more than read.

    >>> with open_store("timeline.db") as session:  # doctest: +SKIP
    ...     page = chronology(session)
    """
    url = connect.database_url(name)
    mode: connect.Mode = "write" if write else "query" if guarded else "read"
    with translated(url), ExitStack() as stack:
        place = connect.file_of(url)
        if place is not None and _is_ours_to_make(place, stack, write=write):
            opened = _built(url, place)
        elif mode == "read":
            opened = _session(connect.engine_to_read(url), mode, stale=stale)
        else:
            opened = _open(url, mode, stale=stale or write)
        yield stack.enter_context(opened)


def keep_open(name: str, connections: int) -> tuple[Opened, Callable[[], object]]:
    """Give what opens a database to read as `open_store` does, and takes `stale` as that, for whom
    is asked again and again, in whatever thread: its connections are kept for the next question.

    With it comes what closes them; that is done as well when nobody has it any more, or the program
    ends by itself.

    Args:
        name: a path, or an SQLAlchemy URL.
        connections: how many are kept.

    Raises:
        StoreError: it names no database; each opening raises what `open_store` does.
    """
    url = connect.database_url(name)
    with translated(url):
        engine = connect.make_engine(url, "read", keep=connections)

    @contextmanager
    def opened(*, stale: bool = False) -> Iterator[Connection]:
        place = connect.file_of(url)
        with translated(url), ExitStack() as stack:
            if place is not None:
                _is_ours_to_make(place, stack, write=False)
            yield stack.enter_context(_session(engine, "read", stale=stale))

    return opened, finalize(opened, engine.dispose)


def _is_ours_to_make(place: Path, stack: ExitStack, *, write: bool) -> bool:
    """Whether a file is still to be made; if so, nobody else does until the stack unwinds."""
    from timeline.store.build import is_missing, turn

    if not is_missing(place):
        return False
    if not write:
        raise StoreError("no-database", name=str(place))
    stack.enter_context(turn(place))
    # Whoever held the turn before has perhaps made it.
    return is_missing(place)


@contextmanager
def _open(url: URL, mode: connect.Mode, *, stale: bool) -> Iterator[Connection]:
    engine = connect.make_engine(url, mode)
    try:
        with _session(engine, mode, stale=stale) as session:
            yield session
    finally:
        engine.dispose()


@contextmanager
def _session(engine: Engine, mode: connect.Mode, *, stale: bool) -> Iterator[Connection]:
    with engine.connect() as session, session.begin() as transaction:
        if mode == "write" and dialect.is_empty(session):
            _migrate(session)
        name = connect.shown(engine.url)
        check_schema(session, name, views_suffice=mode == "query", stale=stale)
        if mode == "query":
            from timeline.store.roles import refuse_powers

            refuse_powers(session, name)
        yield session
        if mode == "query":
            # What a query may have brought about all the same is not kept.
            transaction.rollback()


@contextmanager
def _built(url: URL, place: Path) -> Iterator[Connection]:
    from timeline.store.build import site_of

    with site_of(place) as site:
        engine = connect.make_engine(url.set(database=str(site)), "build")
        try:
            with engine.connect() as session, session.begin():
                _migrate(session)
                yield session
        finally:
            engine.dispose()


def _migrate(session: Connection) -> None:
    # Alembic is loaded here and nowhere else, and only when there is something to migrate.
    from timeline.store import migrate

    migrate.upgrade_in(session)
