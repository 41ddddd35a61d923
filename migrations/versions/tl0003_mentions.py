"""Mentions, triggers, and the changesets that confirm and decline.

Revision ID: tl0003
Revises: tl0002
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from alembic import op

if TYPE_CHECKING:
    from collections.abc import Callable

revision = "tl0003"
down_revision = "tl0002"
branch_labels = None
depends_on = None

# What the way down loses -> how many rows of it there are.
LOST = {
    "mentions, which become ordinary actors": "SELECT count(*) FROM actor WHERE mention",
    "triggers of claims": "SELECT count(*) FROM claim WHERE trigger_start IS NOT NULL",
    "names of kinds of changesets": "SELECT count(*) FROM changeset WHERE kind IN ('confirm', 'decline')",
}

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
BEFORE = ("load", "merge", "unmerge", "undo")
AFTER = ("load", "merge", "unmerge", "confirm", "decline", "undo")
# What the older schema calls a changeset of a kind that it does not know.
OLDER = {"confirm": "load", "decline": "merge"}
# Fields of the records of this revision that the one before can't read.
ADDED = ("mention",)
BATCH = 1000


def upgrade() -> None:
    """Add the columns; nobody is a mention yet, and no trigger is known."""
    op.add_column(
        "actor", sa.Column("mention", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    # Of the mentions alone: nearly all actors are none.
    op.create_index(
        op.f("ix_actor_mention"),
        "actor",
        ["mention"],
        sqlite_where=sa.text("mention = 1"),
        postgresql_where=sa.text("mention"),
    )
    op.add_column("claim", sa.Column("trigger_start", sa.Integer()))
    op.add_column("claim", sa.Column("trigger_end", sa.Integer()))
    allow(AFTER)
    rewrite("revision", "before", "kind = 'quote'", lambda quote: [*quote, None, None])


def downgrade() -> None:
    """Drop the columns with what they hold: mentions become ordinary actors, triggers are lost."""
    rewrite("revision", "before", "kind = 'quote'", lambda quote: quote[:3])
    rewrite("revision", "before", "kind = 'actor'", lambda records: [*map(without, records)])
    rewrite("statement", "record", "kind = 'actor'", without)
    drop_lone_statements()
    for newer, older in OLDER.items():
        change = sa.text("UPDATE changeset SET kind = :older WHERE kind = :newer")
        op.get_bind().execute(change, {"older": older, "newer": newer})
    allow(BEFORE)
    op.drop_index(op.f("ix_actor_mention"), "actor")
    op.drop_column("actor", "mention")
    op.drop_column("claim", "trigger_end")
    op.drop_column("claim", "trigger_start")


def without(record: dict[str, Any]) -> dict[str, Any]:
    """Leave out of a record what the older schema has no field for."""
    return {name: value for name, value in record.items() if name not in ADDED}


def rewrite(table: str, column: str, where: str, change: Callable[[Any], Any]) -> None:
    """Change JSON texts of a table, a batch at a time, written as the loader writes them."""
    key = ["changeset_id", "n"] if table == "revision" else ["kind", "key", "collection_id"]
    found = sa.table(table, *map(sa.column, (*key, column)))
    at = [found.c[name] for name in key]
    query = sa.select(*at, found.c[column]).where(sa.text(where)).order_by(*at).limit(BATCH)
    last: tuple[Any, ...] | None = None
    while True:
        after = (
            query
            if last is None
            else query.where(sa.tuple_(*at) > sa.tuple_(*map(sa.literal, last)))
        )
        rows = op.get_bind().execute(after).all()
        for *place, text in rows:
            new = json.dumps(change(json.loads(text)), ensure_ascii=False, separators=(",", ":"))
            if new != text:
                mine = [one == value for one, value in zip(at, place, strict=True)]
                op.get_bind().execute(found.update().where(*mine).values({column: new}))
        if len(rows) < BATCH:
            return
        last = tuple(rows[-1])[:-1]


def drop_lone_statements() -> None:
    """Leave a thing that one collection describes to its own row, as the older schema does."""
    op.execute("""DELETE FROM statement WHERE NOT EXISTS (SELECT 1 FROM statement AS other
        WHERE other.kind = statement.kind AND other.key = statement.key
        AND other.collection_id <> statement.collection_id)""")


def allow(kinds: tuple[str, ...]) -> None:
    """Set anew which kinds of changesets there may be. SQLite has no other way than to make the table anew."""
    condition = f"kind IN ({', '.join(map(repr, kinds))})"
    if op.get_bind().dialect.name != "sqlite":
        op.drop_constraint(op.f("ck_changeset_kind"), "changeset", type_="check")
        op.create_check_constraint(op.f("ck_changeset_kind"), "changeset", condition)
        return
    columns: tuple[sa.Column[Any], ...] = (
        sa.Column("id", ID, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("tool_version", sa.Text(), nullable=False),
        sa.Column("input", sa.Text()),
        sa.Column("input_sha256", sa.Text()),
        *(
            sa.Column(name, sa.Integer(), nullable=False)
            for name in ("new", "changed", "unchanged", "revoked")
        ),
        sa.Column("undone_by", ID),
    )
    names = ", ".join(column.name for column in columns)
    op.create_table(
        "changeset_new",
        *columns,
        sa.CheckConstraint(condition, name=op.f("ck_changeset_kind")),
        # After the renaming it refers to the table itself.
        sa.ForeignKeyConstraint(
            ["undone_by"], ["changeset.id"], name=op.f("fk_changeset_undone_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_changeset")),
    )
    op.execute(f"INSERT INTO changeset_new ({names}) SELECT {names} FROM changeset")
    # Foreign keys are off in a migration: with them on this would empty what refers to it.
    op.drop_table("changeset")
    op.rename_table("changeset_new", "changeset")
