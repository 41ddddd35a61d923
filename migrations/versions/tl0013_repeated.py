"""What a collection says of a thing has a digest, by which it is found that another says the same.

Revision ID: tl0013
Revises: tl0012
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "tl0013"
down_revision = "tl0012"
branch_labels = None
depends_on = None

# What the way down loses -> how many rows of it there are.
LOST: dict[str, str] = {}
INDEX = "ix_statement_kind_key_digest"


def upgrade() -> None:
    """Add the column; what stands there already gets its digest when it is written anew."""
    op.add_column("statement", sa.Column("digest", sa.Text()))
    op.create_index(op.f(INDEX), "statement", ["kind", "key", "digest"])


def downgrade() -> None:
    """Drop it."""
    op.drop_index(op.f(INDEX), "statement")
    op.drop_column("statement", "digest")
