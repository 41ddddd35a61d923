"""What the engines say when something fails, and what that means to a person."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from timeline.errors import StoreError, UsageError
from timeline.store import connect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.engine import URL

# Words of an engine -> the code of what they mean.
_MEANINGS = {
    "database is locked": "locked",
    "lock timeout": "locked",
    "file is not a database": "not-ours",
    "disk image is malformed": "damaged",
    "malformed database schema": "damaged",
    "Could not decode to UTF-8": "damaged",
    "database or disk is full": "disk-full",
    "No space left on device": "disk-full",
    "disk I/O error": "disk-failed",
    "unable to open database file": "no-permission",
    "readonly database": "read-only",
    "read-only transaction": "read-only",
    "permission denied for": "no-right",
    "must be owner of": "no-right",
}
# The same for a query that a person wrote.
_REFUSALS = {
    "readonly database": "query-writes",
    "read-only transaction": "query-writes",
    "must not contain data-modifying": "query-writes",
    "not authorized": "query-writes",
    "prohibited": "query-writes",
    "syntax error at": "query-no-query",
    "multiple commands": "query-no-query",
    "one statement at a time": "query-no-query",
    "cannot specify INTO": "query-writes",
    "string or blob too big": "value-too-large",
    "out of memory": "query-memory",
    "invalid memory alloc request size": "query-memory",
    "enlarge string buffer": "query-memory",
}


@contextmanager
def translated(url: URL) -> Iterator[None]:
    """Turn whatever the engine says into a StoreError that says it in one line.

    Raises:
        StoreError: the block raised an error of SQLAlchemy's or of the driver's, or the engine got
            no memory.
    """
    try:
        yield
    except Exception as error:
        known = (SQLAlchemyError, MemoryError, UnicodeDecodeError, *connect.driver_errors(url))
        if not isinstance(error, known):
            raise
        raise _explained(error, connect.shown(url)) from error


def _explained(error: Exception, name: str) -> StoreError:
    if isinstance(error, MemoryError):
        return StoreError("no-memory", name=name)
    if isinstance(error, UnicodeDecodeError):  # in what is stored, or in what SQLite says of it
        return StoreError("damaged", name=name)
    words = words_of(error)
    code = next((code for sign, code in _MEANINGS.items() if sign in words), "engine-says")
    return StoreError(code, name=name, words=words, patience=connect.PATIENCE)


def refused(error: Exception, *, value: int) -> UsageError:
    """Say of a query that a person wrote why the engine does not answer it.

    Args:
        error: what the driver raised.
        value: the limit of a value that the engine was told, in MiB.
    """
    words = words_of(error)
    code = next((code for sign, code in _REFUSALS.items() if sign in words), "query-refused")
    return UsageError(code, words=words, value=value)


def words_of(error: Exception) -> str:
    """Give the engine's own words in one line."""
    lines = str(getattr(error, "orig", None) or error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
