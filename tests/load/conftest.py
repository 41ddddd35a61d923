"""A store that stays open for all tests of the loader; each works in a savepoint, which is rolled back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import URL

from timeline.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection


@pytest.fixture(scope="session", params=("sqlite", "postgresql"))
def opened(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """An empty database of each engine, opened to write once."""
    if request.param == "sqlite":
        url = str(tmp_path_factory.mktemp("load") / "timeline.db")
    else:
        url = _new_postgresql(request.getfixturevalue("postgres_server"), request.getfixturevalue("database_names"))
    with open_store(url, write=True):
        pass  # a file that is being built has no journal to roll back with
    with open_store(url, write=True) as session:
        yield session


def _new_postgresql(server: Path, names: Iterator[str]) -> str:
    from psycopg import connect

    name = next(names)
    with connect(host=str(server), user="postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0 STRATEGY file_copy')
    url = URL.create("postgresql+psycopg", "postgres", database=name, query={"host": str(server)})
    return url.render_as_string()


@pytest.fixture
def session(opened: Connection) -> Iterator[Connection]:
    """An empty store, opened to write."""
    with opened.begin_nested() as point:
        yield opened
        point.rollback()
