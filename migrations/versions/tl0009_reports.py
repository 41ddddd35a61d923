"""What is known by its report alone has span classes of its own; who made and who reviewed what,
and where machines read otherwise than people, has indexes.

Revision ID: tl0009
Revises: tl0008
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "tl0009"
down_revision = "tl0008"
branch_labels = None
depends_on = None

# What the way down loses -> how many rows of it there are.
LOST: dict[str, str] = {}

# Columns of the indexes of `event` -> of which events alone, in SQLite and in PostgreSQL.
INDEXES = {
    "reviewed sort key": None,
    "machine sort key": None,
    "confidence": ("confidence IS NOT NULL", "confidence IS NOT NULL"),
    "hidden sort key": ("hidden = 1", "hidden"),
    "contested sort key": ("contested = 1", "contested"),
}


def upgrade() -> None:
    """Make the indexes; the loader works out the classes and where machines read otherwise."""
    kind = sa.Boolean()
    op.add_column("event", sa.Column("contested", kind, nullable=False, server_default=sa.false()))
    for columns, among in INDEXES.items():
        sqlite, postgresql = map(sa.text, among) if among else (None, None)
        op.create_index(
            name_of(columns),
            "event",
            columns.split(),
            sqlite_where=sqlite,
            postgresql_where=postgresql,
        )
    op.create_index(op.f("ix_verdict_by"), "verdict", ["by"])
    # After the classes of the reports come the events without a date.
    op.execute("UPDATE event SET span_class = 13 WHERE span_class = 9")
    mark_stale()


def downgrade() -> None:
    """Drop the indexes; a report's bound is as any date without a beginning until all is worked out
    anew.
    """
    op.drop_index(op.f("ix_verdict_by"), "verdict")
    for columns in INDEXES:
        op.drop_index(name_of(columns), "event")
    op.drop_column("event", "contested")
    op.execute("UPDATE event SET span_class = 7 WHERE span_class BETWEEN 9 AND 11")
    op.execute("UPDATE event SET span_class = 8 WHERE span_class = 12")
    op.execute("UPDATE event SET span_class = 9 WHERE span_class = 13")
    mark_stale()


def mark_stale() -> None:
    """Have what follows from claims worked out anew."""
    op.execute("DELETE FROM setting WHERE name = 'stale'")
    op.execute("""INSERT INTO setting (name, value)
        SELECT 'stale', 'tl0009' WHERE EXISTS (SELECT 1 FROM changeset)""")


def name_of(columns: str) -> str:
    """Give the name of an index of `event`."""
    name: str = op.f(f"ix_event_{columns.replace(' ', '_')}")
    return name
