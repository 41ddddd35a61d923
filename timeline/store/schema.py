"""Which schema a database has, and whether it can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors import StoreError
from timeline.store import dialect

if TYPE_CHECKING:
    from sqlalchemy import Connection

# The newest revision in migrations/versions; a test ties the two together.
HEAD = "tl0018"
# What people ask in SQL; a test ties them to what the migrations make.
VIEWS = ("timeline_events", "timeline_appearances", "timeline_claims", "timeline_conflicts")
_PREFIX = "tl"
_VERSION = "alembic_version"


def schema_version(session: Connection) -> str | None:
    """Read which revision the database is at; None means that it is no timeline database, or not to
    be read by this role.
    """
    if not dialect.rights(session, [_VERSION]).get(_VERSION):
        return None
    found = session.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
    return found[0] if len(found) == 1 and str(found[0]).startswith(_PREFIX) else None


def is_stale(session: Connection) -> bool:
    """Whether a revision has left it to be worked out anew what follows from the data: folded
    names, and dates, places and standings of events.
    """
    query = "SELECT 1 FROM setting WHERE name = 'stale'"
    return session.exec_driver_sql(query).scalar() is not None


def check_schema(
    session: Connection, name: str, *, views_suffice: bool = False, stale: bool = True
) -> None:
    """Refuse a database that this version can't work with.

    Args:
        session: an open database.
        name: it, as a person knows it.
        views_suffice: whether it is enough that the documented views can be read.
        stale: whether it may still have to be worked out anew what follows from the data.

    Raises:
        StoreError: no timeline database, an empty one, one of an older or newer schema, or one that
            this role may not read; a stale one.
    """
    version = schema_version(session)
    if version == HEAD:
        if not stale and is_stale(session):
            raise StoreError("schema-stale", name=name)
        return
    if version is None:
        _check_rights(session, name, views_suffice=views_suffice)
        return
    if version > HEAD:
        raise StoreError("schema-newer", name=name, version=version, known=HEAD)
    raise StoreError("schema-older", name=name, version=version, known=HEAD)


def _check_rights(session: Connection, name: str, *, views_suffice: bool) -> None:
    """Say why no version can be read; if that is for want of rights, the views may do."""
    found = dialect.rights(session, [_VERSION, *VIEWS])
    if found.get(_VERSION, True):
        raise StoreError("empty-database" if dialect.is_empty(session) else "not-ours", name=name)
    if not views_suffice:
        raise StoreError("no-right-to-tables", name=name)
    missing = [view for view in VIEWS if not found.get(view)]
    if missing:
        raise StoreError("no-right-to-views", name=name, views=missing)
