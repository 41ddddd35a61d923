"""What people decide: verdicts, notes, leases; and what follows from verdicts for claims and
events.

Revision ID: tl0008
Revises: tl0007
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from alembic import op

if TYPE_CHECKING:
    from types import ModuleType

revision = "tl0008"
down_revision = "tl0007"
branch_labels = None
depends_on = None

# What the way down loses -> how many rows of it there are.
LOST = {
    "verdicts": "SELECT count(*) FROM verdict WHERE revoked_in IS NULL",
    "notes": "SELECT count(*) FROM note WHERE revoked_in IS NULL",
}

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEY = sa.Text().with_variant(sa.String(collation="C"), "postgresql")
TYPES: dict[str, Any] = {
    **dict.fromkeys(("key", "source", "claim", "correction", "about"), KEY),
    **dict.fromkeys(("quote_start", "trigger_start", "trigger_end"), sa.Integer()),
    "until": sa.BigInteger(),
}
OPTIONAL = (
    *("revoked_in", "correction", "why", "text_sha256", "url"),
    *("quote", "quote_start", "trigger", "trigger_start", "trigger_end"),
)
FLAGS = ("reviewed", "machine", "hidden")
# View -> where it gets columns, the columns, and the table that they need.
OF_EVENTS = ", ".join(f"CASE WHEN e.{name} THEN 1 ELSE 0 END AS {name}" for name in FLAGS)
REVIEWED = "CASE WHEN c.extractor IS NULL OR c.decision IS NOT NULL THEN 1 ELSE 0 END AS reviewed"
MACHINE = "CASE WHEN c.extractor IS NULL THEN 0 ELSE 1 END AS machine"
HIDDEN = "CASE WHEN e.hidden THEN 1 ELSE 0 END AS hidden"
ADDED = {
    "timeline_events": (
        "\nFROM event e LEFT JOIN place",
        f"{OF_EVENTS}, e.confidence AS confidence",
        "",
    ),
    "timeline_claims": (
        "\nFROM claim c JOIN event e ON e.id = c.home_id",
        f"{REVIEWED}, {MACHINE}, {HIDDEN}, u.by AS decided_by, u.at AS decided_at",
        "\nLEFT JOIN verdict u ON u.id = c.verdict_id",
    ),
}


def upgrade() -> None:
    """Add the tables and columns; what stands in the latter is worked out by the loader."""
    views = earlier("tl0005")
    drop_views()
    make(
        "verdict",
        ("made_in", "source", "says", "claim", "by", "at"),
        OPTIONAL,
        ("says", "('accepted', 'rejected', 'corrected')"),
        ("key", "made_in", "revoked_in", "source", "claim", "text_sha256", "url"),
    )
    make(
        "note",
        ("made_in", "of", "about", "text", "by", "at"),
        ("revoked_in",),
        ("of", "('event', 'actor', 'source', 'claim')"),
        ("key", "made_in", "revoked_in", "about of"),
    )
    op.create_table(
        "lease",
        sa.Column("claim", KEY, nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("claim", name=op.f("pk_lease")),
        sqlite_with_rowid=False,
    )
    op.add_column("claim", sa.Column("decision", sa.Text()))
    earlier("tl0004").add_reference("claim", "verdict_id", "verdict")
    for name in FLAGS:
        flag: sa.Column[bool] = sa.Column(
            name, sa.Boolean(), nullable=False, server_default=sa.false()
        )
        op.add_column("event", flag)
    op.add_column("event", sa.Column("confidence", sa.Float(53)))
    for name in views.earlier("tl0002").VIEWS:
        op.execute(f"CREATE VIEW {name} AS {view(views, name)}")
    op.execute("DELETE FROM setting WHERE name = 'stale'")
    op.execute("""INSERT INTO setting (name, value)
        SELECT 'stale', 'tl0008' WHERE EXISTS (SELECT 1 FROM changeset)""")


def downgrade() -> None:
    """Forget what people decided: the claims count as they were read."""
    views = earlier("tl0005")
    drop_views()
    for name in (*FLAGS, "confidence"):
        op.drop_column("event", name)
    earlier("tl0004").drop_reference("claim", "verdict_id")
    op.drop_column("claim", "decision")
    for table in ("lease", "note", "verdict"):
        op.drop_table(table)
    for name in views.earlier("tl0002").VIEWS:
        op.execute(f"CREATE VIEW {name} AS {views.view(name)}")


def make(
    table: str,
    needed: tuple[str, ...],
    optional: tuple[str, ...],
    check: tuple[str, str],
    indexes: tuple[str, ...],
) -> None:
    """Make a table of what people say, with an id and a key."""
    columns: list[sa.schema.SchemaItem] = [
        sa.Column("id", ID, nullable=False, autoincrement=False),
        sa.Column("key", KEY, nullable=False),
    ]
    for names, nullable in ((needed, False), (optional, True)):
        for name in names:
            kind = ID if name.endswith("_in") else TYPES.get(name, sa.Text())
            columns.append(sa.Column(name, kind, nullable=nullable))
    for name in ("made_in", "revoked_in"):
        constraint = op.f(f"fk_{table}_{name}")
        columns.append(sa.ForeignKeyConstraint([name], ["changeset.id"], name=constraint))
    field, values = check
    columns.append(sa.CheckConstraint(f"{field} IN {values}", name=op.f(f"ck_{table}_{field}")))
    op.create_table(table, *columns, sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")))
    for index in indexes:
        name = op.f(f"ix_{table}_{index.replace(' ', '_')}")
        op.create_index(name, table, index.split())


def drop_views() -> None:
    """Drop all views: they read the tables that change."""
    for name in reversed(earlier("tl0002").VIEWS):
        op.execute(f"DROP VIEW {name}")


def view(views: ModuleType, name: str) -> str:
    """Give the query of a view: as before, but for what people rejected, with columns added."""
    query: str = views.view(name)
    for claim in "cd":
        live, decision = f"{claim}.revoked_in IS NULL", f"COALESCE({claim}.decision, 'accepted')"
        query = query.replace(live, f"{live} AND {decision} = 'accepted'")
    if name in ADDED:
        place, columns, joined = ADDED[name]
        query = query.replace(place, f",\n  {columns}{place}{joined}", 1)
    return query


def earlier(name: str) -> ModuleType:
    """Give an earlier revision: it never changes, so that this one may lean on it."""
    environment = op.get_context().environment_context
    assert environment is not None
    found = environment.script.get_revision(name)
    assert found is not None
    return found.module
