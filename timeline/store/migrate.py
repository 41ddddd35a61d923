"""Alembic, for people who never learnt it. The only file that loads it."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from timeline.errors import StoreError, UsageError
from timeline.store import dialect, schema
from timeline.store.tables import tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection


class Revision(NamedTuple):
    """One step of the schema's history.

    Attributes:
        name: its revision.
        says: what it does.
        current: whether the database stands there.
    """

    name: str
    says: str
    current: bool


def scripts() -> Path:
    """Where the migrations are: in the package once it is installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "migrations"
    return inside if inside.is_dir() else package.parent / "migrations"


def _config(session: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(scripts()).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    if session is not None:
        config.attributes["connection"] = session
    return config


def upgrade_in(session: Connection, revision: str = "head") -> None:
    """Bring the schema up to a revision, within the transaction that is open."""
    command.upgrade(_config(session), revision)


@contextmanager
def _migrating(name: str) -> Iterator[Connection]:
    url = dialect.database_url(name)
    with schema.translated(url):
        opened = dialect.make_engine(url, "migrate")
        try:
            with opened.connect() as session, session.begin():
                if not dialect.is_empty(session) and schema.schema_version(session) is None:
                    raise StoreError(
                        f"{schema.shown(url)} is no timeline database; it was left untouched"
                    )
                yield session
                dialect.check_foreign_keys(session)
        finally:
            opened.dispose()


class Move(NamedTuple):
    """A change of schema that was carried out.

    Attributes:
        before: the revision the database was at; None for an empty one.
        after: the one it is at now.
        backup: the copy of the file as it was (None: nothing to do, or PostgreSQL).
    """

    before: str | None
    after: str | None
    backup: Path | None


def upgrade(name: str, revision: str = "head") -> Move:
    """Upgrade a database up to a revision, after a backup of it (SQLite).

    Raises:
        UsageError: there is no such revision, or it is an older one.
        StoreError: missing, newer than this version, or no timeline database.
    """
    return _move(name, revision, command.upgrade)


def downgrade(name: str, revision: str) -> Move:
    """Take a database back to an older revision, or to "base", after a backup of it (SQLite).

    As `upgrade`.
    """
    return _move(name, revision, command.downgrade)


def _move(name: str, revision: str, run: Callable[[Config, str], None]) -> Move:
    with _reading(name) as session:
        before = schema.schema_version(session)
    if before is not None and before > schema.HEAD:
        raise StoreError(
            f"{name} has schema {before}, newer than {schema.HEAD}; install a newer timeline"
        )
    wanted = _target(revision)
    ahead, way = (
        ((before or "") < (wanted or "")),
        ("upgrade" if run is command.downgrade else "downgrade"),
    )
    if before != wanted and ahead is (run is command.downgrade):
        raise UsageError(
            f"{name} is at {before or 'base'}; to get to {revision}: timeline db {way} {revision}"
        )
    saved = None if before in (None, wanted) else _back_up(name, str(before))
    try:
        with _migrating(name) as session:
            run(_config(session), revision)
            after = schema.schema_version(session)
    except CommandError as error:
        raise UsageError(f"{error}; `timeline db history` lists the revisions") from error
    return Move(before, after, saved)


def _target(revision: str) -> str | None:
    """Give the revision that a name stands for; None is the base."""
    if revision in ("head", "base"):
        return schema.HEAD if revision == "head" else None
    if revision not in (
        step.revision for step in ScriptDirectory.from_config(_config()).walk_revisions()
    ):
        raise UsageError(
            f"there is no revision {revision!r}; `timeline db history` lists the revisions"
        )
    return revision


def _back_up(name: str, version: str) -> Path | None:
    url = dialect.database_url(name)
    if url.get_backend_name() != "sqlite":
        return None
    place = Path(str(url.database))
    candidates = (
        place.with_name(f"{place.name}.{version}.backup{number or ''}") for number in count()
    )
    saved = next(candidate for candidate in candidates if not candidate.exists())
    dialect.backup(place, saved)
    return saved


@contextmanager
def _reading(name: str) -> Iterator[Connection]:
    url = dialect.database_url(name)
    with schema.translated(url):
        if url.get_backend_name() == "sqlite" and not Path(str(url.database)).exists():
            raise StoreError(f"{schema.shown(url)} does not exist; make it with: timeline load")
        opened = dialect.make_engine(url, "read")
        try:
            with opened.connect() as session:
                yield session
        finally:
            opened.dispose()


def history(name: str) -> list[Revision]:
    """List the revisions there are, oldest first, and where the database stands."""
    with _reading(name) as session:
        version = schema.schema_version(session)
    walked = ScriptDirectory.from_config(_config()).walk_revisions()
    found = [
        Revision(step.revision, (step.doc or "").strip(), step.revision == version)
        for step in walked
    ]
    return found[::-1]


def differences(name: str) -> list[str]:
    """Say where the database's tables differ from those that this version expects; empty means
    nowhere.
    """
    with _reading(name) as session:
        return differences_in(session)


def differences_in(session: Connection) -> list[str]:
    """As `differences`, within an open session."""
    context = MigrationContext.configure(
        session,
        opts={"include_object": _ours, "compare_type": True, "target_metadata": tables.metadata},
    )
    return [str(difference) for difference in compare_metadata(context, tables.metadata)]


def _ours(
    _thing: object, name: str | None, kind: str, _reflected: object, _compared: object
) -> bool:
    # The full-text index is the engine's own affair; dialect.py knows it.
    return not (kind == "table" and name is not None and name.startswith("event_search"))
