"""What a machine judges follows from the rest; a mention keeps an identifier that others have.

Revision ID: tl0007
Revises: tl0006
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "tl0007"
down_revision = "tl0006"
branch_labels = None
depends_on = None

# What the way down loses -> how many rows of it there are.
LOST = {
    "identifiers of mentions that others have too": """SELECT count(*) FROM actor_identifier AS i
        WHERE EXISTS (SELECT 1 FROM actor_identifier AS other WHERE other.scheme = i.scheme
            AND other.value = i.value AND other.actor_id < i.actor_id)""",
    "loads that were to be matched": "SELECT count(*) FROM changeset WHERE match",
}

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEY = sa.Text().with_variant(sa.String(collation="C"), "postgresql")
SAME_CHANGESET = "(made_in IS NULL) = (collection_id IS NULL)"
MADE_BY = f"{SAME_CHANGESET} AND (made_in IS NOT NULL OR extractor IS NOT NULL)"
SIDES = ("left_id", "right_id")
BY_MATCH = "(SELECT id FROM collection WHERE key = 'by-match')"


def upgrade() -> None:
    """Judgements of `--match` follow from the claims from now on; a mention is linked anew."""
    op.add_column(
        "changeset", sa.Column("match", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    key_identifiers("scheme", "value", "actor_id")
    with op.batch_alter_table("judgement") as batch:
        batch.alter_column("collection_id", existing_type=ID, nullable=True)
        batch.alter_column("made_in", existing_type=ID, nullable=True)
    with op.batch_alter_table("judgement") as batch:
        batch.create_check_constraint(op.f("ck_judgement_made_in"), MADE_BY)
    for side in SIDES:
        op.create_index(op.f(f"ix_judgement_{side}_of"), "judgement", [side, "of"])
    op.drop_index(op.f("ix_actor_canonical_id"), "actor")
    op.create_index("ix_actor_canonical_id_mention", "actor", ["canonical_id", "mention"])
    op.execute(f"""UPDATE changeset SET match = true WHERE id IN
        (SELECT made_in FROM judgement WHERE collection_id = {BY_MATCH})""")
    op.execute(f"DELETE FROM judgement WHERE collection_id = {BY_MATCH}")
    op.execute("DELETE FROM setting WHERE name = 'stale'")
    op.execute("""INSERT INTO setting (name, value)
        SELECT 'stale', 'tl0007' WHERE EXISTS (SELECT 1 FROM changeset)""")


def downgrade() -> None:
    """A machine's judgements are those of the collection `by-match` again. Of an identifier that
    several have one keeps it: an actor before a mention, then the oldest.
    """
    op.execute("""INSERT INTO collection (id, key)
        SELECT (SELECT MAX(id) + 1 FROM collection), 'by-match'
        WHERE EXISTS (SELECT 1 FROM judgement WHERE collection_id IS NULL)
        AND NOT EXISTS (SELECT 1 FROM collection WHERE key = 'by-match')""")
    op.drop_index("ix_actor_canonical_id_mention", "actor")
    op.create_index(op.f("ix_actor_canonical_id"), "actor", ["canonical_id"])
    for side in SIDES:
        op.drop_index(op.f(f"ix_judgement_{side}_of"), "judgement")
    with op.batch_alter_table("judgement") as batch:
        batch.drop_constraint(op.f("ck_judgement_made_in"), type_="check")
    op.execute(f"""UPDATE judgement SET collection_id = {BY_MATCH},
        made_in = (SELECT MAX(id) FROM changeset) WHERE collection_id IS NULL""")
    with op.batch_alter_table("judgement") as batch:
        batch.alter_column("collection_id", existing_type=ID, nullable=False)
        batch.alter_column("made_in", existing_type=ID, nullable=False)
    op.execute("""DELETE FROM actor_identifier WHERE EXISTS (
        SELECT 1 FROM actor_identifier AS i
        JOIN actor AS other ON other.id = i.actor_id
        JOIN actor AS mine ON mine.id = actor_identifier.actor_id
        WHERE i.scheme = actor_identifier.scheme AND i.value = actor_identifier.value
        AND (CASE WHEN other.mention THEN 1 ELSE 0 END, other.id)
            < (CASE WHEN mine.mention THEN 1 ELSE 0 END, mine.id))""")
    key_identifiers("scheme", "value")
    op.drop_column("changeset", "match")


def key_identifiers(*columns: str) -> None:
    """Make the table of identifiers anew with another primary key."""
    op.drop_index(op.f("ix_actor_identifier_actor_id"), "actor_identifier")
    op.rename_table("actor_identifier", "actor_identifier_old")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("ALTER TABLE actor_identifier_old DROP CONSTRAINT pk_actor_identifier")
        op.execute("ALTER TABLE actor_identifier_old DROP CONSTRAINT fk_actor_identifier_actor_id")
    op.create_table(
        "actor_identifier",
        sa.Column("scheme", KEY, nullable=False),
        sa.Column("value", KEY, nullable=False),
        sa.Column("actor_id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actor.id"], name=op.f("fk_actor_identifier_actor_id")
        ),
        sa.PrimaryKeyConstraint(*columns, name=op.f("pk_actor_identifier")),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO actor_identifier SELECT scheme, value, actor_id FROM actor_identifier_old"
        " ORDER BY 1, 2, 3"
    )
    op.create_index(op.f("ix_actor_identifier_actor_id"), "actor_identifier", ["actor_id"])
    op.drop_table("actor_identifier_old")
