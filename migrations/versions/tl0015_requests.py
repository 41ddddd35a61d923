"""What the page asks for is done once, however often it has to ask: a changeset keeps the name of
the request that made it.

Revision ID: tl0015
Revises: tl0014
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "tl0015"
down_revision = "tl0014"
branch_labels = None
depends_on = None

# What the way down loses -> how many rows of it there are.
LOST: dict[str, str] = {}


def upgrade() -> None:
    """Add the column, in which no name stands twice."""
    op.add_column("changeset", sa.Column("request", sa.Text()))
    op.create_index(op.f("ix_changeset_request"), "changeset", ["request"], unique=True)


def downgrade() -> None:
    """Forget which requests were carried out."""
    op.drop_index(op.f("ix_changeset_request"), "changeset")
    op.drop_column("changeset", "request")
