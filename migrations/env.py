"""Runs the migrations: for `alembic ...` with a URL of its own choosing, for `timeline` on its open
transaction.
"""

from __future__ import annotations

import os

from alembic import context
from sqlalchemy import Connection

from timeline.store import connect, dialect
from timeline.store.roles import keeping_readers
from timeline.store.tables import tables


def migrate(connection: Connection) -> None:
    """Run what was asked for, in the transaction that is open: all steps or none."""
    context.configure(
        connection=connection,
        target_metadata=tables.metadata,
        transactional_ddl=True,
        transaction_per_migration=False,
    )
    with context.begin_transaction(), keeping_readers(connection):
        context.run_migrations()


def database() -> str:
    """Choose the database as `timeline` does: -x db=..., then TIMELINE_DB, then timeline.db."""
    return (
        context.get_x_argument(as_dictionary=True).get("db")
        or os.environ.get("TIMELINE_DB")
        or "timeline.db"
    )


def main() -> None:
    """Use the connection that `timeline` hands over, or open one."""
    if context.is_offline_mode():
        raise SystemExit("--sql can't be used: a step fills the full-text index from the data")
    given = context.config.attributes.get("connection")
    if given is not None:
        migrate(given)
        return
    engine = connect.make_engine(connect.database_url(database()), "migrate")
    try:
        with engine.connect() as connection, connection.begin():
            migrate(connection)
            dialect.check_foreign_keys(connection)
    finally:
        engine.dispose()


main()
