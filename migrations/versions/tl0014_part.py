"""A source says whether its text is only a part of the document.

Revision ID: tl0014
Revises: tl0013
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "tl0014"
down_revision = "tl0013"
branch_labels = None
depends_on = None

# What the way down loses -> how many rows of it there are.
LOST = {"sources that say that they are here in part": "SELECT count(*) FROM source WHERE partial"}


def upgrade() -> None:
    """Add the column: what is here already is taken for whole."""
    op.add_column(
        "source", sa.Column("partial", sa.Boolean(), nullable=False, server_default=sa.false())
    )


def downgrade() -> None:
    """Take every text for whole."""
    op.drop_column("source", "partial")
