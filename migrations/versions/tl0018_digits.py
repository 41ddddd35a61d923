"""Views write a number that is a hair off a whole one alike on both engines.

Revision ID: tl0018
Revises: tl0017
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alembic import op

if TYPE_CHECKING:
    from types import ModuleType

revision = "tl0018"
down_revision = "tl0017"
branch_labels = None
depends_on = None

# What the way down loses -> how many rows of it there are.
LOST: dict[str, str] = {}


def upgrade() -> None:
    """Make the views anew."""
    earlier("tl0008").drop_views()
    for name in earlier("tl0002").VIEWS:
        op.execute(f"CREATE VIEW {name} AS {view(name)}")


def downgrade() -> None:
    """Make the views as they were."""
    earlier("tl0008").drop_views()
    for name in earlier("tl0002").VIEWS:
        op.execute(f"CREATE VIEW {name} AS {before(name)}")


def before(name: str) -> str:
    """Give the query of a view as it was."""
    query: str = earlier("tl0017").view(name)
    return query


def view(name: str) -> str:
    """Give the query of a view: as before, but a number with a fraction has 15 digits on SQLite as
    on PostgreSQL, without the point that SQLite leaves behind what it rounds to a whole one; where
    these digits would be too few for the point, both write its power of ten.
    """
    few = r"abs\(([\w.]+)\) < 0\.0001 THEN"
    query = re.sub(few, r"abs(\1) < 0.0001 OR abs(\1) >= 999999999999999 THEN", before(name))
    if op.get_bind().dialect.name == "sqlite":
        written = r"WHEN \1 IS NOT NULL THEN printf('%.15g', \1) END"  # of NULL it would write 0
        query = re.sub(r"ELSE CAST\(([\w.]+) AS TEXT\) END", written, query)
    return query


def earlier(name: str) -> ModuleType:
    """Give an earlier revision: it never changes, so that this one may lean on it."""
    environment = op.get_context().environment_context
    assert environment is not None
    found = environment.script.get_revision(name)
    assert found is not None
    return found.module
