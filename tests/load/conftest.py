"""A store that stays open for all tests of the loader; each works in a savepoint, which is rolled
back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import new_postgresql

from timeline.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection


@pytest.fixture(scope="session", params=("sqlite", "postgresql"))
def opened(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Connection]:
    """An empty database of each engine, opened to write once."""
    if request.param == "sqlite":
        url = str(tmp_path_factory.mktemp("load") / "timeline.db")
    else:
        url = new_postgresql(
            request.getfixturevalue("postgres_server"), request.getfixturevalue("database_names")
        )
    with open_store(url, write=True):
        pass  # a file that is being built has no journal to roll back with
    with open_store(url, write=True) as session:
        yield session


@pytest.fixture
def session(opened: Connection) -> Iterator[Connection]:
    """An empty store, opened to write."""
    with opened.begin_nested() as point:
        yield opened
        point.rollback()
