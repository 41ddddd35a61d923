"""The tables.

Revision ID: tl0001
Revises:
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "tl0001"
down_revision = None
branch_labels = None
depends_on = None

# What the way down loses -> how many rows of it there are.
LOST = {
    f"rows of {table}": f'SELECT count(*) FROM "{table}"'
    for table in (
        "source",
        "actor",
        "place",
        "position",
        "event",
        "claim",
        "link",
        "judgement",
        "changeset",
    )
}

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEY = sa.Text().with_variant(sa.String(collation="C"), "postgresql")
# SQLite's header field for the kind of file: "TLNE".
APPLICATION_ID = 0x544C4E45

TABLES = (
    "changeset",
    "collection",
    "revision",
    "actor",
    "judgement",
    "place",
    "source",
    "statement",
    "actor_identifier",
    "actor_name",
    "event",
    "position",
    "claim",
    "event_text",
    "link",
    "tag",
    "attribution",
    "participation",
)


def partial(condition: str) -> dict[str, Any]:
    """Give the arguments of an index that holds only some rows.

    An index of what was revoked must not hold the live rows, nearly all there are: SQLite would
    take it for a good one to find them by.
    """
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def upgrade() -> None:
    """Make all tables, empty."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    op.create_table(
        "changeset",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("tool_version", sa.Text(), nullable=False),
        sa.Column("input", sa.Text()),
        sa.Column("input_sha256", sa.Text()),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("revoked", sa.Integer(), nullable=False),
        sa.Column("undone_by", ID),
        sa.CheckConstraint(
            "kind IN ('load', 'merge', 'unmerge', 'undo')", name=op.f("ck_changeset_kind")
        ),
        sa.ForeignKeyConstraint(
            ["undone_by"], ["changeset.id"], name=op.f("fk_changeset_undone_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_changeset")),
    )
    op.create_table(
        "collection",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_collection")),
        sa.UniqueConstraint("key", name=op.f("uq_collection_key")),
    )
    op.create_table(
        "revision",
        sa.Column("changeset_id", ID, nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["changeset_id"], ["changeset.id"], name=op.f("fk_revision_changeset_id")
        ),
        sa.PrimaryKeyConstraint("changeset_id", "n", name=op.f("pk_revision")),
        sa.UniqueConstraint(
            "changeset_id", "kind", "key", name=op.f("uq_revision_changeset_id_kind_key")
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "actor",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.Column("collection_id", ID, nullable=False),
        sa.Column("made_in", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("description", sa.Text()),
        sa.Column("canonical_id", ID, nullable=False),
        sa.ForeignKeyConstraint(["canonical_id"], ["actor.id"], name=op.f("fk_actor_canonical_id")),
        sa.ForeignKeyConstraint(
            ["collection_id"], ["collection.id"], name=op.f("fk_actor_collection_id")
        ),
        sa.ForeignKeyConstraint(["made_in"], ["changeset.id"], name=op.f("fk_actor_made_in")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actor")),
        sa.UniqueConstraint("key", name=op.f("uq_actor_key")),
    )
    op.create_index(op.f("ix_actor_canonical_id"), "actor", ["canonical_id"])
    op.create_table(
        "judgement",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("collection_id", ID, nullable=False),
        sa.Column("made_in", ID, nullable=False),
        sa.Column("revoked_in", ID),
        sa.Column("of", sa.Text(), nullable=False),
        sa.Column("left_id", ID, nullable=False),
        sa.Column("right_id", ID, nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.CheckConstraint("of IN ('actor', 'event')", name=op.f("ck_judgement_of")),
        sa.CheckConstraint("verdict IN ('same', 'different')", name=op.f("ck_judgement_verdict")),
        sa.ForeignKeyConstraint(
            ["collection_id"], ["collection.id"], name=op.f("fk_judgement_collection_id")
        ),
        sa.ForeignKeyConstraint(["made_in"], ["changeset.id"], name=op.f("fk_judgement_made_in")),
        sa.ForeignKeyConstraint(
            ["revoked_in"], ["changeset.id"], name=op.f("fk_judgement_revoked_in")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
    )
    op.create_index(
        op.f("ix_judgement_revoked_in"),
        "judgement",
        ["revoked_in"],
        **partial("revoked_in IS NOT NULL"),
    )
    op.create_table(
        "place",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.Column("collection_id", ID, nullable=False),
        sa.Column("made_in", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("folded", KEY, nullable=False),
        sa.Column("country", sa.Text()),
        sa.Column("latitude", sa.Float(precision=53)),
        sa.Column("longitude", sa.Float(precision=53)),
        sa.Column("part_of_id", ID),
        sa.ForeignKeyConstraint(
            ["collection_id"], ["collection.id"], name=op.f("fk_place_collection_id")
        ),
        sa.ForeignKeyConstraint(["made_in"], ["changeset.id"], name=op.f("fk_place_made_in")),
        sa.ForeignKeyConstraint(["part_of_id"], ["place.id"], name=op.f("fk_place_part_of_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sa.UniqueConstraint("key", name=op.f("uq_place_key")),
    )
    op.create_index(op.f("ix_place_folded"), "place", ["folded"])
    op.create_index(op.f("ix_place_part_of_id"), "place", ["part_of_id"])
    op.create_table(
        "source",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.Column("collection_id", ID, nullable=False),
        sa.Column("made_in", ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("publisher", sa.Text()),
        sa.Column("author", sa.Text()),
        sa.Column("url", sa.Text()),
        sa.Column("language", sa.Text()),
        sa.Column("published", sa.Text()),
        sa.Column("published_earliest", sa.BigInteger()),
        sa.Column("published_latest", sa.BigInteger()),
        sa.Column("retrieved_at", sa.Text()),
        sa.Column("access", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.Text()),
        sa.Column("text", sa.Text()),
        sa.CheckConstraint("access IN ('held', 'cited')", name=op.f("ck_source_access")),
        sa.ForeignKeyConstraint(
            ["collection_id"], ["collection.id"], name=op.f("fk_source_collection_id")
        ),
        sa.ForeignKeyConstraint(["made_in"], ["changeset.id"], name=op.f("fk_source_made_in")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("key", name=op.f("uq_source_key")),
    )
    op.create_table(
        "statement",
        sa.Column("kind", KEY, nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.Column("collection_id", ID, nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["collection_id"], ["collection.id"], name=op.f("fk_statement_collection_id")
        ),
        sa.PrimaryKeyConstraint("kind", "key", "collection_id", name=op.f("pk_statement")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "actor_identifier",
        sa.Column("scheme", KEY, nullable=False),
        sa.Column("value", KEY, nullable=False),
        sa.Column("actor_id", ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actor.id"], name=op.f("fk_actor_identifier_actor_id")
        ),
        sa.PrimaryKeyConstraint("scheme", "value", name=op.f("pk_actor_identifier")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_actor_identifier_actor_id"), "actor_identifier", ["actor_id"])
    op.create_table(
        "actor_name",
        sa.Column("actor_id", ID, nullable=False),
        sa.Column("n", sa.SmallInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.Text()),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("folded", KEY, nullable=False),
        sa.Column("skeleton", KEY, nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_actor_name_actor_id")),
        sa.PrimaryKeyConstraint("actor_id", "n", name=op.f("pk_actor_name")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_actor_name_folded"), "actor_name", ["folded"])
    op.create_index(op.f("ix_actor_name_skeleton"), "actor_name", ["skeleton"])
    op.create_table(
        "event",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.Column("collection_id", ID, nullable=False),
        sa.Column("made_in", ID, nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("place_id", ID),
        sa.Column("canonical_id", ID, nullable=False),
        sa.Column("date", sa.Text()),
        sa.Column("earliest", sa.BigInteger()),
        sa.Column("latest", sa.BigInteger()),
        sa.Column("sort", sa.BigInteger(), nullable=False),
        sa.Column("span_class", sa.SmallInteger(), nullable=False),
        sa.Column("date_status", sa.Text(), nullable=False),
        sa.Column("standing", sa.Text()),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["canonical_id"], ["event.id"], name=op.f("fk_event_canonical_id")),
        sa.ForeignKeyConstraint(
            ["collection_id"], ["collection.id"], name=op.f("fk_event_collection_id")
        ),
        sa.ForeignKeyConstraint(["made_in"], ["changeset.id"], name=op.f("fk_event_made_in")),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_event_place_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("key", name=op.f("uq_event_key")),
    )
    op.create_index(op.f("ix_event_canonical_id"), "event", ["canonical_id"])
    op.create_index(op.f("ix_event_place_id"), "event", ["place_id"])
    op.create_index("ix_event_sort_id", "event", ["sort", "id"])
    op.create_index(
        "ix_event_span_class_earliest_id_latest",
        "event",
        ["span_class", "earliest", "id", "latest"],
    )
    op.create_index("ix_event_standing_sort_id", "event", ["standing", "sort", "id"])
    op.create_index("ix_event_type_sort_id", "event", ["type", "sort", "id"])
    op.create_table(
        "position",
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.Column("collection_id", ID, nullable=False),
        sa.Column("made_in", ID, nullable=False),
        sa.Column("revoked_in", ID),
        sa.Column("actor_id", ID, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("organisation_id", ID),
        sa.Column("held", sa.Text()),
        sa.Column("held_earliest", sa.BigInteger()),
        sa.Column("held_latest", sa.BigInteger()),
        sa.Column("source_id", ID),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_position_actor_id")),
        sa.ForeignKeyConstraint(
            ["collection_id"], ["collection.id"], name=op.f("fk_position_collection_id")
        ),
        sa.ForeignKeyConstraint(["made_in"], ["changeset.id"], name=op.f("fk_position_made_in")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["actor.id"], name=op.f("fk_position_organisation_id")
        ),
        sa.ForeignKeyConstraint(
            ["revoked_in"], ["changeset.id"], name=op.f("fk_position_revoked_in")
        ),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_position_source_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_position")),
    )
    op.create_index(op.f("ix_position_actor_id"), "position", ["actor_id"])
    op.create_index(
        op.f("ix_position_revoked_in"),
        "position",
        ["revoked_in"],
        **partial("revoked_in IS NOT NULL"),
    )
    op.create_table(
        "claim",
        sa.Column("event_id", ID, nullable=False),
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.Column("collection_id", ID, nullable=False),
        sa.Column("made_in", ID, nullable=False),
        sa.Column("revoked_in", ID),
        sa.Column("source_id", ID, nullable=False),
        sa.Column("polarity", sa.Text(), nullable=False),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("said", sa.Text()),
        sa.Column("date_rule", sa.Text()),
        sa.Column("date", sa.Text()),
        sa.Column("earliest", sa.BigInteger()),
        sa.Column("latest", sa.BigInteger()),
        sa.Column("quote", sa.Text()),
        sa.Column("quote_start", sa.Integer()),
        sa.Column("quote_end", sa.Integer()),
        sa.Column("note", sa.Text()),
        sa.Column("extractor", sa.Text()),
        sa.Column("confidence", sa.Float(precision=53)),
        sa.Column("pinned", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["collection_id"], ["collection.id"], name=op.f("fk_claim_collection_id")
        ),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_claim_event_id")),
        sa.ForeignKeyConstraint(["made_in"], ["changeset.id"], name=op.f("fk_claim_made_in")),
        sa.ForeignKeyConstraint(["revoked_in"], ["changeset.id"], name=op.f("fk_claim_revoked_in")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_claim_source_id")),
        sa.PrimaryKeyConstraint("event_id", "id", name=op.f("pk_claim")),
    )
    op.create_index("ix_claim_collection_id_id", "claim", ["collection_id", "id"])
    op.create_index("ix_claim_made_in", "claim", ["made_in"])
    op.create_index(
        op.f("ix_claim_revoked_in"), "claim", ["revoked_in"], **partial("revoked_in IS NOT NULL")
    )
    op.create_index(op.f("ix_claim_source_id"), "claim", ["source_id"])
    op.create_index(
        "uq_claim_event_id_key_collection_id",
        "claim",
        ["event_id", "key", "collection_id"],
        unique=True,
        **partial("revoked_in IS NULL"),
    )
    op.create_table(
        "event_text",
        sa.Column("event_id", ID, nullable=False),
        sa.Column("language", KEY, nullable=False),
        sa.Column("n", sa.SmallInteger(), nullable=False),
        sa.Column("title", sa.Text()),
        sa.Column("summary", sa.Text()),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_text_event_id")),
        sa.PrimaryKeyConstraint("event_id", "language", name=op.f("pk_event_text")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "link",
        sa.Column("event_id", ID, nullable=False),
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("key", KEY, nullable=False),
        sa.Column("collection_id", ID, nullable=False),
        sa.Column("made_in", ID, nullable=False),
        sa.Column("revoked_in", ID),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("other_id", ID, nullable=False),
        sa.Column("source_id", ID),
        sa.ForeignKeyConstraint(
            ["collection_id"], ["collection.id"], name=op.f("fk_link_collection_id")
        ),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_link_event_id")),
        sa.ForeignKeyConstraint(["made_in"], ["changeset.id"], name=op.f("fk_link_made_in")),
        sa.ForeignKeyConstraint(["other_id"], ["event.id"], name=op.f("fk_link_other_id")),
        sa.ForeignKeyConstraint(["revoked_in"], ["changeset.id"], name=op.f("fk_link_revoked_in")),
        sa.ForeignKeyConstraint(["source_id"], ["source.id"], name=op.f("fk_link_source_id")),
        sa.PrimaryKeyConstraint("event_id", "id", name=op.f("pk_link")),
    )
    op.create_index(op.f("ix_link_other_id"), "link", ["other_id"])
    op.create_index(
        op.f("ix_link_revoked_in"), "link", ["revoked_in"], **partial("revoked_in IS NOT NULL")
    )
    op.create_table(
        "tag",
        sa.Column("event_id", ID, nullable=False),
        sa.Column("tag", KEY, nullable=False),
        sa.Column("n", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_tag_event_id")),
        sa.PrimaryKeyConstraint("event_id", "tag", name=op.f("pk_tag")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_tag_tag_event_id", "tag", ["tag", "event_id"])
    op.create_table(
        "attribution",
        sa.Column("event_id", ID, nullable=False),
        sa.Column("claim_id", ID, nullable=False),
        sa.Column("hop", sa.SmallInteger(), nullable=False),
        sa.Column("source_id", ID),
        sa.Column("actor_id", ID),
        sa.Column("verb", sa.Text()),
        sa.Column("words", sa.Text()),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_attribution_actor_id")),
        sa.ForeignKeyConstraint(
            ["event_id", "claim_id"],
            ["claim.event_id", "claim.id"],
            name=op.f("fk_attribution_event_id"),
        ),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_attribution_source_id")
        ),
        sa.PrimaryKeyConstraint("event_id", "claim_id", "hop", name=op.f("pk_attribution")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_attribution_actor_id"), "attribution", ["actor_id"])
    op.create_index(op.f("ix_attribution_source_id"), "attribution", ["source_id"])
    op.create_table(
        "participation",
        sa.Column("actor_id", ID, nullable=False),
        sa.Column("sort", sa.BigInteger(), nullable=False),
        sa.Column("event_id", ID, nullable=False),
        sa.Column("claim_id", ID, nullable=False),
        sa.Column("n", sa.SmallInteger(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("capacity", sa.Text()),
        sa.ForeignKeyConstraint(["actor_id"], ["actor.id"], name=op.f("fk_participation_actor_id")),
        sa.ForeignKeyConstraint(
            ["event_id", "claim_id"],
            ["claim.event_id", "claim.id"],
            name=op.f("fk_participation_event_id"),
        ),
        sa.PrimaryKeyConstraint(
            "actor_id", "sort", "event_id", "claim_id", "n", name=op.f("pk_participation")
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_participation_event_id_claim_id", "participation", ["event_id", "claim_id"])
    # ### end Alembic commands ###


def downgrade() -> None:
    """Drop all tables with what they hold."""
    for table in reversed(TABLES):
        op.drop_table(table)
    if op.get_bind().dialect.name == "sqlite":
        op.execute("PRAGMA application_id = 0")
