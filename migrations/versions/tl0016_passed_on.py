"""What is taken back is so for those who pass it on, too.

Revision ID: tl0016
Revises: tl0015
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic import op

if TYPE_CHECKING:
    from types import ModuleType

revision = "tl0016"
down_revision = "tl0015"
branch_labels = None
depends_on = None

# What the way down loses -> how many rows of it there are.
LOST: dict[str, str] = {}


def upgrade() -> None:
    """Let the views leave out what came through a source that was taken back."""
    earlier("tl0008").drop_views()
    for name in earlier("tl0002").VIEWS:
        op.execute(f"CREATE VIEW {name} AS {view(name)}")
    mark_stale()


def downgrade() -> None:
    """Let those who pass something on stand for it."""
    earlier("tl0008").drop_views()
    for name in earlier("tl0002").VIEWS:
        op.execute(f"CREATE VIEW {name} AS {before(name)}")
    mark_stale()


def mark_stale() -> None:
    """Have what follows from claims worked out anew."""
    op.execute("DELETE FROM setting WHERE name = 'stale'")
    op.execute("""INSERT INTO setting (name, value)
        SELECT 'stale', 'tl0016' WHERE EXISTS (SELECT 1 FROM changeset)""")


def before(name: str) -> str:
    """Give the query of a view as it was."""
    query: str = earlier("tl0012").view(name)
    return query


def view(name: str) -> str:
    """Give the query of a view: as before, but for claims that came through what was withdrawn, or
    through what a retraction replaces.
    """
    query = before(name)
    for claim in "cdn":
        own = f"x.withdraws_id = {claim}.source_id"
        through = came_through(claim, "x.withdraws_id", "x.source_id")
        taken = f"NOT EXISTS (SELECT 1 FROM claim x\n      WHERE {claim}.withdraws_id IS NULL"
        retracted = f"""NOT EXISTS (SELECT 1 FROM source w
      WHERE w.replaces_id IS NOT NULL AND w.version = 'retraction'
        AND {claim}.withdraws_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM source y WHERE y.replaces_id = w.id)
        AND {came_through(claim, "w.replaces_id", "w.id")})"""
        query = query.replace(own, f"x.withdraws_id IS NOT NULL AND ({own} OR {through})")
        query = query.replace(taken, f"{retracted}\n  AND {taken}")
    return query


def came_through(claim: str, source: str, by: str) -> str:
    """Give the condition that a claim came through a source, and that its own was not certainly
    published after another one.

    Args:
        claim: the name of the claim in the query.
        source: the id of the one that it came through.
        by: the id of the other one.
    """
    return f"""EXISTS (SELECT 1 FROM attribution h
          JOIN source i ON i.id = {claim}.source_id JOIN source j ON j.id = {by}
          WHERE h.home_id = {claim}.home_id AND h.claim_id = {claim}.id AND h.source_id = {source}
            AND (i.published_earliest IS NULL OR j.published_latest IS NULL
              OR i.published_earliest < j.published_latest))"""


def earlier(name: str) -> ModuleType:
    """Give an earlier revision: it never changes, so that this one may lean on it."""
    environment = op.get_context().environment_context
    assert environment is not None
    found = environment.script.get_revision(name)
    assert found is not None
    return found.module
