"""A store that stays open for a whole test, so that a law's many examples share one connection."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from timeline.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection


@pytest.fixture
def session(store_url: str) -> Iterator[Connection]:
    """An empty database, opened to write. Examples take a savepoint of it, which they roll back."""
    with open_store(store_url, write=True):
        pass  # a file that is being built has no journal to roll back with
    with open_store(store_url, write=True) as opened:
        yield opened
