"""Who may ask: the role that reads the views alone, roles that are too powerful, and what is said
where a right is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import OWNER, SEEDS, ask, put, put_files, records_of, superuser
from sqlalchemy import make_url, text

from timeline import records as r
from timeline.errors import StoreError, UsageError
from timeline.store import migrate, open_store
from timeline.store.roles import make_reader
from timeline.store.schema import VIEWS
from timeline.store.tables import tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from psycopg import Connection

SOURCE = r.Source(key="s", collection="c")
READER = 'read"er'


def as_role(url: str, role: str) -> str:
    """The same database, for another role."""
    return make_url(url).set(username=role).render_as_string()


@pytest.fixture
def boss(postgres_url: str, postgres_server: Path) -> Iterator[Connection]:
    """A superuser in the database of the test; the roles it makes go at the end."""
    name = make_url(postgres_url).database
    assert name is not None
    with superuser(str(postgres_server), name) as connection:
        yield connection
        made = connection.execute(
            "SELECT rolname FROM pg_roles WHERE oid >= 16384 AND rolname <> %s", (OWNER,)
        )
        for (role,) in made.fetchall():
            quoted = role.replace('"', '""')
            connection.execute(f'DROP OWNED BY "{quoted}"; DROP ROLE "{quoted}"')


@pytest.fixture
def reader(postgres_url: str, boss: Connection) -> str:
    """The URL of a role that may read the views of the seeds and nothing else."""
    put_files(postgres_url, SEEDS)
    with open_store(as_role(postgres_url, "postgres"), write=True) as session:
        make_reader(session, READER)
    return as_role(postgres_url, READER)


def test_a_reader_asks_the_views_and_nothing_else(reader: str) -> None:
    with open_store(reader, guarded=True) as session:
        for view in VIEWS:
            assert ask(session, f"SELECT * FROM {view}")[1]
        for table in [*tables.metadata.tables, "alembic_version", "event_search"]:
            with pytest.raises(UsageError, match=f"permission denied for table {table}"):
                ask(session, f'SELECT * FROM "{table}"')


@pytest.mark.parametrize("mode", [{}, {"write": True}])
def test_a_reader_is_led_to_the_views(reader: str, mode: dict[str, bool]) -> None:
    with (
        pytest.raises(StoreError, match="this role may not read the tables; ask their owner"),
        open_store(reader, **mode),
    ):
        pass


def test_a_view_that_may_not_be_read_is_named(reader: str, boss: Connection) -> None:
    boss.execute(f'REVOKE SELECT ON {VIEWS[1]}, {VIEWS[3]} FROM "read""er"')
    with (
        pytest.raises(StoreError, match=f"may not read {VIEWS[1]}, {VIEWS[3]}; ask their owner"),
        open_store(reader, guarded=True),
    ):
        pass


def test_a_table_that_may_not_be_read_is_named(postgres_url: str, boss: Connection) -> None:
    put(postgres_url, SOURCE)
    boss.execute("CREATE ROLE half LOGIN; GRANT SELECT ON alembic_version TO half")
    with (
        pytest.raises(StoreError, match="permission denied for table setting; ask its owner"),
        open_store(as_role(postgres_url, "half")) as session,
    ):
        session.execute(text("SELECT * FROM source"))


def test_a_reader_still_reads_when_the_views_are_made_anew(postgres_url: str, reader: str) -> None:
    migrate.downgrade(postgres_url, "tl0002")
    migrate.upgrade(postgres_url)
    with open_store(reader, guarded=True) as session:
        assert ask(session, f"SELECT * FROM {VIEWS[0]}")[1]


def test_a_role_that_is_there_becomes_a_reader(reader: str, postgres_url: str) -> None:
    with open_store(postgres_url, write=True) as session:
        statements = make_reader(session, READER)
    assert not [statement for statement in statements if statement.startswith("CREATE ROLE")]


POWERS = (
    ("ALTER ROLE strong SUPERUSER", "strong"),
    ("ALTER ROLE strong REPLICATION", "strong"),
    ("GRANT pg_read_server_files TO strong", "pg_read_server_files"),
    ("GRANT pg_write_server_files TO strong", "pg_write_server_files"),
    ("GRANT pg_execute_server_program TO strong", "pg_execute_server_program"),
    ("GRANT pg_signal_backend TO strong", "pg_signal_backend"),
    ("GRANT postgres TO strong", "postgres"),
    ("ALTER ROLE strong NOINHERIT; GRANT postgres TO strong", "postgres"),
    ("CREATE ROLE between; GRANT postgres TO between; GRANT between TO strong", "postgres"),
)
TABLES = (
    ("GRANT SELECT ON event TO strong", "event"),
    ("GRANT UPDATE (type) ON event TO PUBLIC", "event"),
    ("GRANT TRUNCATE ON claim TO strong", "claim"),
)


@pytest.mark.parametrize(("given", "named"), POWERS)
def test_no_query_is_run_as_a_role_that_may_do_more(
    postgres_url: str, boss: Connection, given: str, named: str
) -> None:
    put(postgres_url, SOURCE)
    boss.execute(f"CREATE ROLE strong LOGIN; GRANT SELECT ON {', '.join(VIEWS)} TO strong; {given}")
    with (
        pytest.raises(StoreError, match=f"more than read as strong, which is .*{named}"),
        open_store(as_role(postgres_url, "strong"), guarded=True),
    ):
        pytest.fail("it was opened")


@pytest.mark.parametrize(("given", "named"), POWERS + TABLES)
def test_no_role_that_may_do_more_becomes_a_reader(
    postgres_url: str, boss: Connection, given: str, named: str
) -> None:
    put(postgres_url, SOURCE)
    boss.execute(f"CREATE ROLE strong LOGIN; {given}")
    with (
        pytest.raises(UsageError, match=f"strong may do more than read the views: .*{named}"),
        open_store(postgres_url, write=True) as session,
    ):
        make_reader(session, "strong")
    given_now = "SELECT position('strong' IN relacl::text) > 0 FROM pg_class WHERE relname = %s"
    assert boss.execute(given_now, (VIEWS[0],)).fetchone() in ((False,), (None,))


def test_a_superuser_is_told_how_to_make_a_reader(postgres_url: str, boss: Connection) -> None:
    """The statements can be run as they stand, and what they make can ask."""
    put_files(postgres_url, SEEDS)
    with (
        pytest.raises(StoreError, match="more than read as postgres") as caught,
        open_store(as_role(postgres_url, "postgres"), guarded=True),
    ):
        pytest.fail("it was opened")
    assert len(str(caught.value).splitlines()) == 1
    boss.execute(str(caught.value).partition("connect as that: ")[2])
    with open_store(as_role(postgres_url, "timeline_reader"), guarded=True) as session:
        assert ask(session, f"SELECT * FROM {VIEWS[0]}")[1]


def test_who_may_not_make_roles_is_told_what_to_say(postgres_url: str) -> None:
    put(postgres_url, SOURCE)
    with (
        pytest.raises(StoreError, match=r'permission denied to create role; .*CREATE ROLE "new"'),
        open_store(postgres_url, write=True) as session,
    ):
        make_reader(session, "new")


def test_sqlite_has_no_roles(tmp_path: Path) -> None:
    with (
        pytest.raises(UsageError, match="SQLite has no roles"),
        open_store(str(tmp_path / "timeline.db"), write=True) as session,
    ):
        make_reader(session, "new")


@pytest.mark.parametrize("extension", ["pg_stat_statements", "dblink", "vector", "intagg"])
def test_extensions_do_not_count(postgres_url: str, boss: Connection, extension: str) -> None:
    """A database that holds nothing but them is empty."""
    boss.execute(f"CREATE EXTENSION {extension}")
    for mode in ({}, {"guarded": True}):
        with (
            pytest.raises(StoreError, match="is empty: nothing was loaded into it yet"),
            open_store(postgres_url, **mode),
        ):
            pass
    put(postgres_url, SOURCE)
    assert records_of(postgres_url) == [r.Collection(key="c"), SOURCE]
