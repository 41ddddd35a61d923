"""Another database, or an export of one, into a database: one truth of both."""

from __future__ import annotations

import textwrap
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from timeline.compare.join import Parted, TwoIdentifiers, Unclear, join
from timeline.compare.renaming import Renaming
from timeline.compare.union import TwoVersions
from timeline.errors import DataError, LoadError, Message, NotFoundError, Problem, UsageError, Where
from timeline.intake.files import gather
from timeline.intake.kept import keep
from timeline.intake.reading import FileReading
from timeline.intake.spool import revoked_first
from timeline.load import load
from timeline.queries.differences import Upheld, keys_among, upheld
from timeline.records import Located, to_mapping
from timeline.store import open_store
from timeline.store.connect import database_url, file_of
from timeline.store.stored import KIND_NAMES, every_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from timeline.compare.join import JoinFinding
    from timeline.compare.sides import Reread
    from timeline.load import Report
    from timeline.records import AnyRecord

_SQLITE = b"SQLite format 3\0"
# So many characters of a value are shown.
_SHOWN = 60


def join_into(
    db: str,
    other: str,
    *,
    renames: Mapping[str, str] | None = None,
    by: str | None = None,
    dry_run: bool = False,
) -> Report:
    """Join another database into one, as one changeset: what is live on either side is live then.

    Args:
        db: the database, a path or a URL; made if need be.
        other: a database, or a file of records, such as an export.
        renames: old key -> new key of things of the other one.
        by: who joins them, for the log.
        dry_run: whether nothing is kept.

    Returns:
        what that did. Its notices tell what was live on one side alone, and of which records one
        version was taken.

    Raises:
        LoadError: the other's records can't be read, or the two can't be joined without a person's
            word.
        NotFoundError: nothing of the other has a key that is to be renamed.
        StoreError: one of the two can't be used.
        UsageError: the other is the database itself.
    """
    if _are_one(db, other):
        raise UsageError("join-itself", name=other)
    with records_of(other) as theirs:
        side = _renamed(theirs, renames or {})

        def act(mine: Any) -> Report:
            disagreed = [*upheld(mine, theirs), *upheld(theirs, mine)]
            report = _join(mine, side, given=other, by=by)
            return report._replace(notices=(*map(_told_upheld, disagreed), *report.notices))

        return keep(db, act, dry_run=dry_run)


def _are_one(db: str, other: str) -> bool:
    one, two = (database_url(name) for name in (db, other))
    place, another = file_of(one), file_of(two)
    if place is None or another is None:
        return one == two
    return place.exists() and another.exists() and place.samefile(another)


@contextmanager
def records_of(name: str) -> Iterator[Any]:
    """Open what holds records: a database, or else a file of them, loaded into a database that is
    there for this alone.

    Raises:
        LoadError: the file holds no records, or some that can't be loaded.
        StoreError: the database can't be used.
    """
    if "://" in name or _is_database(Path(name)):
        with open_store(name) as session:
            yield session
        return
    with TemporaryDirectory(prefix="timeline-") as folder:
        made = str(Path(folder) / "other.db")
        given = gather([name])
        if given.articles:
            raise DataError("no-records-but-article", name=name)
        with open_store(made, write=True) as session:
            load(session, FileReading(given.records), given=given.names)
        with open_store(made) as session:
            yield session


def _is_database(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:  # whoever reads it as records says why
        return False


def _join(mine: Any, theirs: Reread, *, given: str, by: str | None) -> Report:
    told: list[Problem] = []
    wrong: list[Problem] = []
    found = join(lambda: every_record(mine), theirs)
    with revoked_first(_records_among(found, told, wrong)) as changes:
        if wrong:
            raise LoadError(wrong)
        located = (Located(record, Where(given)) for record in changes)
        report = load(mine, located, given=given, by=by, kind="join")
    return report._replace(notices=(*told, *report.notices))


def _records_among(
    found: Iterable[JoinFinding], told: list[Problem], wrong: list[Problem]
) -> Iterator[AnyRecord]:
    """Give the records of what a join finds; the rest is put aside."""
    for one in found:
        match one:
            case TwoIdentifiers():
                wrong.append(_problem("actor", one.key, "two-identifiers", **one._asdict()))
            case Unclear():
                wrong.append(_problem("source", one.key, "source-unclear", **one._asdict()))
            case Parted():
                told.append(_problem("source", one.key, "source-parted", **one._asdict()))
            case TwoVersions():
                told += _told_versions(one)
            case _:
                yield one


def _problem(kind: str, key: str, code: str, /, **values: Any) -> Problem:
    return Problem(Where(f"{kind} {key}"), Message(code, **values))


def _told_versions(one: TwoVersions) -> Iterator[Problem]:
    kept, lost = to_mapping(one.kept), to_mapping(one.lost)
    for name in sorted(kept.keys() | lost.keys()):
        if kept.get(name) != lost.get(name):
            values = {
                "collection": one.kept.collection,
                "field": name,
                "kept": _short(kept.get(name)),
                "lost": _short(lost.get(name)),
            }
            yield _problem(kept["record"], kept["key"], "two-versions", **values)


def _short(value: Any) -> str | None:
    return None if value is None else textwrap.shorten(str(value), _SHOWN, placeholder=" ...")


def _told_upheld(one: Upheld) -> Problem:
    return _problem(one.kind, one.key, "live-and-revoked", about=one.about)


def _renamed(theirs: Any, renames: Mapping[str, str]) -> Reread:
    """Give the records of a side, things with their new keys.

    Raises:
        NotFoundError: nothing has such a key.
    """

    def side() -> Iterator[AnyRecord]:
        return every_record(theirs)

    if not renames:
        return side
    things = {
        name: {key: renames[key] for key in sorted(keys_among(theirs, kind, renames))}
        for kind, name in KIND_NAMES.items()
    }
    for key in renames:
        if not any(key in found for found in things.values()):
            raise NotFoundError("nothing-to-rename", key=key)
    return lambda: Renaming(things).renamed(side)
