"""Who says so, versions and texts of sources, names of places, what a journal holds by name.

Revision ID: tl0004
Revises: tl0003
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from alembic import op

if TYPE_CHECKING:
    from types import ModuleType

revision = "tl0004"
down_revision = "tl0003"
branch_labels = None
depends_on = None

# What the way down loses -> how many rows of it there are.
LOST = {
    "what sources replace": "SELECT count(*) FROM source WHERE replaces_id IS NOT NULL",
    "further names of places": "SELECT count(*) FROM place_name WHERE n > 0",
    "who made changes by command": 'SELECT count(*) FROM changeset WHERE "by" IS NOT NULL',
    **{
        f"who states rows of {table}": f"""SELECT count(*) FROM {table}
            WHERE extractor IS NOT NULL OR "by" IS NOT NULL OR "at" IS NOT NULL"""
        for table in ("source", "actor", "place", "position")
    },
}

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEY = sa.Text().with_variant(sa.String(collation="C"), "postgresql")
SAID_BY = ("extractor", "by", "at")
TABLES = ("source", "actor", "place", "position")
# Fields of records of this revision that the one before can't read.
ADDED = frozenset((*SAID_BY, "replaces", "version"))
QUOTED = ("quote", "quote_start", "quote_end", "trigger_start", "trigger_end")


def earlier(name: str) -> ModuleType:
    """Give an earlier revision: it never changes, so that this one may lean on it."""
    environment = op.get_context().environment_context
    assert environment is not None
    found = environment.script.get_revision(name)
    assert found is not None
    return found.module


def upgrade() -> None:
    """Add tables and columns; texts of sources and names of places move to tables of their own."""
    op.create_table(
        "setting",
        sa.Column("name", KEY, nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
        sqlite_with_rowid=False,
    )
    allow_any_kind()
    op.add_column("changeset", sa.Column("by", sa.Text()))
    for table in TABLES:
        for name in SAID_BY:
            op.add_column(table, sa.Column(name, sa.Text()))
    add_reference("source", "replaces_id", "source")
    op.add_column("source", sa.Column("version", sa.Text()))
    move_texts()
    move_names()
    earlier("tl0003").rewrite(
        "revision", "before", "kind = 'quote'", lambda quote: dict(zip(QUOTED, quote, strict=True))
    )


def downgrade() -> None:
    """Drop what the columns and tables hold; texts and names of places go back."""
    older = earlier("tl0003")
    older.rewrite(
        "revision", "before", "kind = 'quote'", lambda quote: [quote[name] for name in QUOTED]
    )
    older.rewrite("revision", "before", "kind <> 'quote'", lambda records: [*map(without, records)])
    older.rewrite("statement", "record", "true", without)
    move_names_back()
    op.add_column("source", sa.Column("text", sa.Text()))
    op.execute("""UPDATE source SET text =
        (SELECT t.text FROM source_text AS t WHERE t.source_id = source.id)""")
    op.drop_table("source_text")
    op.drop_column("source", "version")
    drop_reference("source", "replaces_id")
    for table in TABLES:
        for name in SAID_BY:
            op.drop_column(table, name)
    op.drop_column("changeset", "by")
    known = ", ".join(map(repr, older.AFTER))
    op.execute(f"UPDATE changeset SET kind = 'load' WHERE kind NOT IN ({known})")
    if op.get_bind().dialect.name == "sqlite":
        older.allow(older.AFTER)
    else:
        op.create_check_constraint(op.f("ck_changeset_kind"), "changeset", f"kind IN ({known})")
    op.drop_table("setting")


def without(record: dict[str, Any]) -> dict[str, Any]:
    """Leave out of a record what the older schema has no field for."""
    kept = {name: value for name, value in record.items() if name not in ADDED}
    if kept.get("record") == "place":
        kept.pop("names", None)
    return kept


def partial(condition: str) -> dict[str, Any]:
    """Give the arguments of an index that holds only some rows."""
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def add_reference(table: str, column: str, target: str) -> None:
    """Add a column that refers to another table, with an index of the rows that have it.

    Alembic can't add one to a table of SQLite.
    """
    kind = ID.compile(op.get_bind().dialect)
    name = f"fk_{table}_{column}"
    op.execute(
        f"ALTER TABLE {table} ADD COLUMN {column} {kind} CONSTRAINT {name} REFERENCES {target} (id)"
    )
    condition = partial(f"{column} IS NOT NULL")
    op.create_index(op.f(f"ix_{table}_{column}"), table, [column], **condition)


def drop_reference(table: str, column: str) -> None:
    """Drop a column that `add_reference` added."""
    op.drop_index(op.f(f"ix_{table}_{column}"), table)
    op.drop_column(table, column)


def allow_any_kind() -> None:
    """Let later versions make changesets of kinds of their own.

    SQLite has no other way than to make the table anew.
    """
    if op.get_bind().dialect.name != "sqlite":
        op.drop_constraint(op.f("ck_changeset_kind"), "changeset", type_="check")
        return
    counts = ("new", "changed", "unchanged", "revoked")
    columns: tuple[sa.Column[Any], ...] = (
        sa.Column("id", ID, autoincrement=False, nullable=False),
        *(sa.Column(n, sa.Text(), nullable=False) for n in ("kind", "made_at", "tool_version")),
        *(sa.Column(n, sa.Text()) for n in ("input", "input_sha256")),
        *(sa.Column(n, sa.Integer(), nullable=False) for n in counts),
        sa.Column("undone_by", ID),
    )
    names = ", ".join(column.name for column in columns)
    op.create_table(
        "changeset_new",
        *columns,
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


def move_texts() -> None:
    """Put the texts of sources into a table of their own."""
    op.create_table(
        "source_text",
        sa.Column("source_id", ID, autoincrement=False, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_source_text_source_id")
        ),
        sa.PrimaryKeyConstraint("source_id", name=op.f("pk_source_text")),
    )
    op.execute("""INSERT INTO source_text (source_id, text)
        SELECT id, text FROM source WHERE text IS NOT NULL ORDER BY id""")
    op.drop_column("source", "text")


def move_names() -> None:
    """Give places a table of names, the one that they are shown by first."""
    op.create_table(
        "place_name",
        sa.Column("place_id", ID, nullable=False),
        sa.Column("n", sa.SmallInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.Text()),
        sa.Column("used", sa.Text()),
        sa.Column("folded", KEY, nullable=False),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"], name=op.f("fk_place_name_place_id")),
        sa.PrimaryKeyConstraint("place_id", "n", name=op.f("pk_place_name")),
        sqlite_with_rowid=False,
    )
    op.execute("""INSERT INTO place_name (place_id, n, text, folded)
        SELECT id, 0, name, folded FROM place ORDER BY id""")
    op.create_index(op.f("ix_place_name_folded"), "place_name", ["folded"])
    op.drop_index(op.f("ix_place_folded"), "place")
    op.drop_column("place", "folded")


def move_names_back() -> None:
    """Leave places the name that they are shown by."""
    op.add_column("place", sa.Column("folded", KEY, nullable=False, server_default=""))
    op.execute("""UPDATE place SET folded =
        (SELECT n.folded FROM place_name AS n WHERE n.place_id = place.id AND n.n = 0)""")
    op.create_index(op.f("ix_place_folded"), "place", ["folded"])
    op.drop_table("place_name")
