"""Alembic, for people who never learnt it. The only file that loads it."""

from __future__ import annotations

from contextlib import contextmanager
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from timeline.errors import StoreError, UsageError
from timeline.store import connect, dialect, schema
from timeline.store.build import file_errors, is_missing, sync, sync_folder
from timeline.store.failures import translated
from timeline.store.tables import tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from alembic.script import Script
    from sqlalchemy import Connection

    Dump: TypeAlias = Callable[[Connection], Iterable[str]]


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
    url = connect.database_url(name)
    with translated(url):
        opened = connect.make_engine(url, "migrate")
        try:
            with opened.connect() as session, session.begin():
                if not dialect.is_empty(session) and schema.schema_version(session) is None:
                    raise StoreError("not-ours", name=connect.shown(url))
                yield session
                dialect.check_foreign_keys(session)
        finally:
            opened.dispose()


class Move(NamedTuple):
    """A change of schema that was carried out.

    Attributes:
        before: the revision the database was at; None for an empty one.
        after: the one it is at now.
        kept: the files that hold what was there before.
    """

    before: str | None
    after: str | None
    kept: tuple[Path, ...]


class StepDown(NamedTuple):
    """One step to an older revision, and what is lost on it.

    Attributes:
        before: the revision it starts from.
        after: the one it leads to; None is the base.
        lost: what, in words, and in how many rows; without what there is none of.
    """

    before: str
    after: str | None
    lost: tuple[tuple[str, int], ...]


def upgrade(name: str, revision: str = "head") -> Move:
    """Upgrade a database up to a revision, after a backup of it (SQLite).

    Raises:
        UsageError: there is no such revision, or it is an older one.
        StoreError: missing, newer than this version, or no timeline database.
    """
    return _move(name, revision, down=False)


def downgrade(name: str, revision: str, dump: Dump | None = None) -> Move:
    """Take a database back to an older revision, or to "base", after a backup of it (SQLite).

    Args:
        name: the database.
        revision: to which.
        dump: writes all records of a session as text; given, that is kept beside the database too.

    Raises:
        UsageError, StoreError: as `upgrade`; the files can't be written.
    """
    return _move(name, revision, dump, down=True)


def steps_down(name: str, revision: str) -> list[StepDown]:
    """Tell what a downgrade would lose, step by step; empty means that there is nothing to do.

    Raises:
        UsageError, StoreError: as `downgrade`.
    """
    with _reading(name) as session:
        before = schema.schema_version(session)
        _check_way(name, before, revision, down=True)
        target = _target(revision)
        ahead = [
            step
            for step in ScriptDirectory.from_config(_config()).walk_revisions()
            if (target or "") < step.revision <= (before or "")
        ]
        return [
            StepDown(step.revision, _older(step), _lost(session, step.module.LOST))
            for step in ahead
        ]


def _older(step: Script) -> str | None:
    return step.down_revision if isinstance(step.down_revision, str) else None


def _lost(session: Connection, queries: Mapping[str, str]) -> tuple[tuple[str, int], ...]:
    numbers = (
        (what, session.exec_driver_sql(query).scalar_one()) for what, query in queries.items()
    )
    return tuple((what, number) for what, number in numbers if number)


def _move(name: str, revision: str, dump: Dump | None = None, *, down: bool) -> Move:
    with _reading(name) as session:
        _check_way(name, schema.schema_version(session), revision, down=down)
    with _migrating(name) as session:
        before = schema.schema_version(session)
        _check_way(name, before, revision, down=down)
        kept = () if before in (None, _target(revision)) else _keep(session, name, before, dump)
        files = tuple(kept)
        (command.downgrade if down else command.upgrade)(_config(session), revision)
        return Move(before, schema.schema_version(session), files)


def _check_way(name: str, before: str | None, revision: str, *, down: bool) -> None:
    """Refuse to go from a revision to another the wrong way, or from one that we don't know."""
    if before is not None and before > schema.HEAD:
        raise StoreError("schema-newer", name=name, version=before, known=schema.HEAD)
    wanted = _target(revision)
    if before != wanted and ((before or "") < (wanted or "")) is down:
        code = "revision-ahead" if down else "revision-behind"
        raise UsageError(code, name=name, version=before or "base", revision=revision)


def _target(revision: str) -> str | None:
    """Give the revision that a name stands for; None is the base."""
    if revision in ("head", "base"):
        return schema.HEAD if revision == "head" else None
    known = [step.revision for step in ScriptDirectory.from_config(_config()).walk_revisions()]
    if revision not in known:
        raise UsageError("no-such-revision", revision=revision, known=known[::-1])
    return revision


# What is kept -------------------------------------------------------------------------------------


def _keep(
    session: Connection,
    name: str,
    version: str | None,
    dump: Dump | None,
) -> Iterator[Path]:
    """Keep what the database holds: a copy of a SQLite file, and its records where a dump is asked
    for, which then lie beside the file, or in the working folder.
    """
    url = connect.database_url(name)
    place = connect.file_of(url)
    beside = place or Path(str(url.database)).absolute()
    if place is not None:
        with _kept(beside.with_name(f"{beside.name}.{version}.backup")) as path:
            dialect.backup(place, path.partial)
        yield path.whole
    if dump is not None:
        with _kept(beside.with_name(f"{beside.name}.{version}.jsonl")) as path:
            _write(path.partial, _records(session, dump))
        yield path.whole


class _Kept(NamedTuple):
    """A file that is written under one name and gets another when it is whole."""

    partial: Path
    whole: Path


@contextmanager
def _kept(wanted: Path) -> Iterator[_Kept]:
    """Give a path to write to, and the name that the file gets when it is on the disk: a kill
    leaves nothing that looks like a backup. No file that is there is replaced.
    """
    again = (f"{wanted.stem}-{number}{wanted.suffix}" for number in count(2))
    candidates = chain([wanted], map(wanted.with_name, again))
    with file_errors(wanted):
        path = _Kept(
            wanted.with_name(f"{wanted.name}.partial"),
            next(candidate for candidate in candidates if not candidate.exists()),
        )
        path.partial.unlink(missing_ok=True)
        try:
            yield path
            sync(path.partial)
            path.partial.rename(path.whole)
            sync_folder(path.whole.parent)
        finally:
            path.partial.unlink(missing_ok=True)


def _write(path: Path, pieces: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.writelines(pieces)


def _records(session: Connection, dump: Dump) -> Iterator[str]:
    """Write all records, also those of an older schema: they are read in the newest one, which is
    taken back.
    """
    with session.begin_nested() as savepoint:
        upgrade_in(session)
        yield from dump(session)
        savepoint.rollback()


@contextmanager
def _reading(name: str) -> Iterator[Connection]:
    url = connect.database_url(name)
    with translated(url):
        place = connect.file_of(url)
        if place is not None and is_missing(place):
            raise StoreError("no-database", name=connect.shown(url))
        opened = connect.make_engine(url, "read")
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
