"""What a collection says of a thing has a digest, by which it is found that another says the same;
actors who are no mentions have an index.

Revision ID: tl0013
Revises: tl0012
"""

from __future__ import annotations

import hashlib
import json

import sqlalchemy as sa
from alembic import op

revision = "tl0013"
down_revision = "tl0012"
branch_labels = None
depends_on = None

# What the way down loses -> how many rows of it there are.
LOST: dict[str, str] = {}
INDEX = "ix_statement_kind_key_digest"
PAGE = 1000
KNOWN = "ix_actor_canonical_id"


def upgrade() -> None:
    """Add the column and the indexes; what stands there gets its digest."""
    op.add_column("statement", sa.Column("digest", sa.Text()))
    add_digests()
    op.create_index(op.f(INDEX), "statement", ["kind", "key", "digest"])
    op.create_index(
        op.f(KNOWN),
        "actor",
        ["canonical_id"],
        sqlite_where=sa.text("mention = 0"),
        postgresql_where=sa.text("NOT mention"),
    )


def add_digests() -> None:
    """Work out the digest of each statement from its words alone."""
    session = op.get_bind()
    place = sa.select(*(sa.column(name) for name in ("kind", "key", "collection_id")))
    query = place.add_columns(sa.column("record")).select_from(sa.table("statement"))
    update = sa.text("""UPDATE statement SET digest = :digest
        WHERE kind = :kind AND key = :key AND collection_id = :collection_id""")
    rows = session.execute(query).mappings().all()
    found = [{**row, "digest": digest_of(row["record"])} for row in rows]
    for first in range(0, len(found), PAGE):
        session.execute(update, found[first : first + PAGE])


def digest_of(record: str) -> str:
    """Name what a record says, whichever collection it belongs to."""
    said = {name: value for name, value in json.loads(record).items() if name != "collection"}
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:20]


def downgrade() -> None:
    """Drop both, and write out what was only added to."""
    write_out_added()
    op.drop_index(op.f(KNOWN), "actor")
    op.drop_index(op.f(INDEX), "statement")
    op.drop_column("statement", "digest")


def write_out_added() -> None:
    """Keep what all collections said of a thing before a changeset, where only which ones it added
    is kept.
    """
    session = op.get_bind()
    added = sa.text("SELECT DISTINCT kind, key FROM revision WHERE before LIKE :added")
    said_now = sa.text("""SELECT k.key, s.record FROM statement s
        JOIN collection k ON k.id = s.collection_id WHERE s.kind = :kind AND s.key = :key""")
    changes = sa.text("""SELECT changeset_id, n, before FROM revision
        WHERE kind = :kind AND key = :key ORDER BY changeset_id DESC""")
    update = sa.text("UPDATE revision SET before = :before WHERE changeset_id = :id AND n = :n")
    for kind, key in session.execute(added, {"added": '{"added":%'}).all():
        thing = {"kind": kind, "key": key}
        said = {by: json.loads(text) for by, text in session.execute(said_now, thing)}
        for number, n, text in session.execute(changes, thing).all():
            before = json.loads(text)
            if isinstance(before, list):
                said = {record["collection"]: record for record in before}
                continue
            said = {by: one for by, one in said.items() if by not in before["added"]}
            records = [said[by] for by in sorted(said)]
            new = json.dumps(records, ensure_ascii=False, separators=(",", ":"))
            session.execute(update, {"before": new, "id": number, "n": n})
