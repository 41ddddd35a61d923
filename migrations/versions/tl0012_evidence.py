"""A source says whether it is evidence; an editor's own notes are none beside what others say.

Revision ID: tl0012
Revises: tl0011
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa
from alembic import op

if TYPE_CHECKING:
    from types import ModuleType

revision = "tl0012"
down_revision = "tl0011"
branch_labels = None
depends_on = None

# What the way down loses -> how many rows of it there are.
LOST = {
    "sources that say whether they are evidence": (
        "SELECT count(*) FROM source WHERE evidence IS NOT NULL"
    ),
}
# Of the claim `c` of the source `s`.
EVIDENCE = "CASE WHEN {} THEN 1 ELSE 0 END AS evidence"


def upgrade() -> None:
    """Add the column; the loader works out what an editor's notes count for."""
    earlier("tl0008").drop_views()
    op.add_column("source", sa.Column("evidence", sa.Text()))
    for name in earlier("tl0002").VIEWS:
        op.execute(f"CREATE VIEW {name} AS {view(name)}")
    mark_stale()


def downgrade() -> None:
    """Let an editor's notes count as any source."""
    earlier("tl0008").drop_views()
    op.drop_column("source", "evidence")
    for name in earlier("tl0002").VIEWS:
        op.execute(f"CREATE VIEW {name} AS {before(name)}")
    mark_stale()


def mark_stale() -> None:
    """Have what follows from claims worked out anew."""
    op.execute("DELETE FROM setting WHERE name = 'stale'")
    op.execute("""INSERT INTO setting (name, value)
        SELECT 'stale', 'tl0012' WHERE EXISTS (SELECT 1 FROM changeset)""")


def before(name: str) -> str:
    """Give the query of a view as it was."""
    query: str = earlier("tl0011").view(name)
    return query


def is_evidence(source: str) -> str:
    """Give the condition that a source is evidence."""
    by_kind = f"CASE {source}.kind WHEN 'notes' THEN 'no' ELSE 'yes' END"
    return f"COALESCE({source}.evidence, {by_kind}) = 'yes'"


def view(name: str) -> str:
    """Give the query of a view: as before, but only evidence takes something back, or is at odds
    with other evidence.
    """
    query = before(name)
    for claim in "cd":
        withdrawn = earlier("tl0010").withdrawn(claim)
        by = f"EXISTS (SELECT 1 FROM source z WHERE z.id = x.source_id AND {is_evidence('z')})"
        query = query.replace(withdrawn, f"{withdrawn}\n        AND {by}")
    if name == "timeline_claims":
        place = earlier("tl0008").ADDED[name][0]
        query = query.replace(place, f",\n  {EVIDENCE.format(is_evidence('s'))}{place}", 1)
    if name == "timeline_conflicts":
        query = query.replace("c.key <> d.key", f"c.key <> d.key AND {both_heard()}")
    return query


def both_heard() -> str:
    """Give the condition that two claims are evidence, or none is that speaks of the event."""
    counted = earlier("tl0011").counts("n")
    return f"""({is_evidence("s")} AND {is_evidence("o")} OR NOT EXISTS (
    SELECT 1 FROM claim n JOIN source m ON m.id = n.source_id
    WHERE n.home_id = e.id AND n.polarity <> 'withdraws' AND {is_evidence("m")} AND {counted}))"""


def earlier(name: str) -> ModuleType:
    """Give an earlier revision: it never changes, so that this one may lean on it."""
    environment = op.get_context().environment_context
    assert environment is not None
    found = environment.script.get_revision(name)
    assert found is not None
    return found.module
