"""Two databases per engine for all tests here, an empty one and a small world: whatever a test does
is undone.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from builders import put_files

from timeline.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection

WORLD = Path(__file__).parent / "world.yaml"


@contextmanager
def new_database(request: pytest.FixtureRequest, folders: pytest.TempPathFactory) -> Iterator[str]:
    """Make a database of the engine that is asked for, with all tables."""
    if request.param == "sqlite":
        url = f"sqlite:///{folders.mktemp('queries') / 'timeline.db'}"
        with open_store(url, write=True):
            pass
        yield url
    else:
        database: Callable[[], AbstractContextManager[str]] = request.getfixturevalue(
            "postgres_database"
        )
        with database() as url:
            with open_store(url, write=True):
                pass
            yield url


@contextmanager
def undone(url: str) -> Iterator[Connection]:
    """Open a database to write, and take back whatever was written."""
    with open_store(url, write=True) as session:
        point = session.begin_nested()
        yield session
        point.rollback()


@pytest.fixture(scope="session", params=("sqlite", "postgresql"))
def empty_url(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """A database without records."""
    with new_database(request, tmp_path_factory) as url:
        yield url


@pytest.fixture(scope="session", params=("sqlite", "postgresql"))
def world_url(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """A database that holds world.yaml."""
    with new_database(request, tmp_path_factory) as url:
        put_files(url, WORLD)
        yield url


@pytest.fixture
def session(empty_url: str) -> Iterator[Connection]:
    """An empty database, opened to write."""
    with undone(empty_url) as session:
        yield session


@pytest.fixture
def world(world_url: str) -> Iterator[Connection]:
    """The small world, opened to write."""
    with undone(world_url) as session:
        yield session
