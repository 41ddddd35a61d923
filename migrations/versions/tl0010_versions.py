"""A claim may take back what another source said of an event, and a correction stands as long as
versions of its source still say what it corrects.

Revision ID: tl0010
Revises: tl0009
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic import op

if TYPE_CHECKING:
    from types import ModuleType

revision = "tl0010"
down_revision = "tl0009"
branch_labels = None
depends_on = None

# What the way down loses -> how many rows of it there are.
LOST = {
    "claims that withdraw others": "SELECT count(*) FROM claim WHERE withdraws_id IS NOT NULL",
}
REFERENCES = ("withdraws_id", "version_id")
COLUMNS = {"timeline_claims": "o.key AS withdraws"}
JOINED = {"timeline_claims": "\nLEFT JOIN source o ON o.id = c.withdraws_id"}


def upgrade() -> None:
    """Add the columns; what follows from them is worked out by the loader."""
    drop_views()
    for column in REFERENCES:
        earlier("tl0004").add_reference("claim", column, "source")
    for name in earlier("tl0002").VIEWS:
        op.execute(f"CREATE VIEW {name} AS {view(name)}")
    earlier("tl0009").mark_stale()


def downgrade() -> None:
    """Forget who took something back: what they took back counts."""
    drop_views()
    gone = "SELECT home_id, id FROM claim WHERE withdraws_id IS NOT NULL"
    op.execute(f"DELETE FROM attribution WHERE (home_id, claim_id) IN ({gone})")
    op.execute("DELETE FROM claim WHERE withdraws_id IS NOT NULL")
    for column in REFERENCES:
        earlier("tl0004").drop_reference("claim", column)
    for name in earlier("tl0002").VIEWS:
        op.execute(f"CREATE VIEW {name} AS {before(name)}")
    earlier("tl0009").mark_stale()


def drop_views() -> None:
    """Drop all views: they read the tables that change."""
    earlier("tl0008").drop_views()


def before(name: str) -> str:
    """Give the query of a view as it was."""
    query: str = earlier("tl0008").view(earlier("tl0005"), name)
    return query


def view(name: str) -> str:
    """Give the query of a view: as before, but for what was taken back, with columns added."""
    query = before(name)
    for claim in "cd":
        later = f"SELECT 1 FROM source v WHERE v.replaces_id = {claim}.source_id"
        newest = later.replace(
            f"{claim}.source_id", f"COALESCE({claim}.version_id, {claim}.source_id)"
        )
        query = query.replace(f"({later})", f"({newest}) AND NOT EXISTS ({withdrawn(claim)})")
    if name in COLUMNS:
        place = earlier("tl0008").ADDED[name][0]
        query = query.replace(place, f",\n  {COLUMNS[name]}{place}{JOINED[name]}", 1)
    return query


def withdrawn(claim: str) -> str:
    """Give the query of the claims that take a claim back, and count themselves."""
    return f"""SELECT 1 FROM claim x
      WHERE {claim}.withdraws_id IS NULL AND x.withdraws_id = {claim}.source_id
        AND x.home_id + 0 = {claim}.home_id AND x.revoked_in IS NULL
        AND COALESCE(x.decision, 'accepted') = 'accepted'
        AND NOT EXISTS (SELECT 1 FROM source y WHERE y.replaces_id = x.source_id)"""


def earlier(name: str) -> ModuleType:
    """Give an earlier revision: it never changes, so that this one may lean on it."""
    environment = op.get_context().environment_context
    assert environment is not None
    found = environment.script.get_revision(name)
    assert found is not None
    return found.module
