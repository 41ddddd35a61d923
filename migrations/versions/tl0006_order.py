"""Events of one moment stand in the order of their keys, and those without a beginning or a date
are in span classes of their own.

Revision ID: tl0006
Revises: tl0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "tl0006"
down_revision = "tl0005"
branch_labels = None
depends_on = None

# What the way down loses -> how many rows of it there are.
LOST: dict[str, str] = {}

# Columns of indexes of `event`: before -> after. An id tells when something was loaded; the order
# of an answer must not.
INDEXES = {
    "sort id": "sort key",
    "type sort id": "type sort key",
    "standing sort id": "standing sort key",
    "place_id sort id": "place_id sort key",
    "span_class sort id latest": "span_class sort key latest",
}


# So few events are in conflict that they have an index to themselves.
RIVALS = "ix_event_date_status_sort_key"
IN_CONFLICT = sa.text("date_status = 'conflict'")


def upgrade() -> None:
    """Replace the indexes; the loader works the classes out anew."""
    for before, after in INDEXES.items():
        replace_index(before, after)
    op.create_index(
        op.f(RIVALS),
        "event",
        ["date_status", "sort", "key"],
        sqlite_where=IN_CONFLICT,
        postgresql_where=IN_CONFLICT,
    )
    op.execute("""INSERT INTO setting (name, value) SELECT 'stale', 'tl0006'
        WHERE EXISTS (SELECT 1 FROM changeset) AND NOT EXISTS (SELECT 1 FROM setting
        WHERE name = 'stale')""")


def downgrade() -> None:
    """Put the indexes back, and the classes that there were."""
    op.drop_index(op.f(RIVALS), "event")
    for before, after in INDEXES.items():
        replace_index(after, before)
    # In the order of the table of tl0005: 4 is whatever is long or open, 6 the same of instants
    # with an offset.
    op.execute("UPDATE event SET span_class = 4 WHERE span_class IN (7, 9)")
    op.execute("UPDATE event SET span_class = 6 WHERE span_class = 8")


def replace_index(old: str, new: str) -> None:
    """Drop an index of events and make another."""
    op.drop_index(op.f(f"ix_event_{old.replace(' ', '_')}"), "event")
    op.create_index(op.f(f"ix_event_{new.replace(' ', '_')}"), "event", new.split())
