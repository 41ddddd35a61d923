"""Views show the titles that people gave, and tell of rival types and of places stated by command.

Revision ID: tl0017
Revises: tl0016
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic import op

if TYPE_CHECKING:
    from types import ModuleType

revision = "tl0017"
down_revision = "tl0016"
branch_labels = None
depends_on = None

# What the way down loses -> how many rows of it there are.
LOST: dict[str, str] = {}

# Of the event `e`: a person's goes before a machine's, whichever of those merged has it.
TITLE = """(SELECT t.title FROM event_text t JOIN event g ON g.id = t.event_id
    WHERE t.home_id = e.id AND t.title IS NOT NULL
    ORDER BY CASE WHEN g.extractor IS NULL THEN 0 ELSE 1 END,
      CASE WHEN t.event_id = t.home_id THEN 0 ELSE 1 END,
      CASE WHEN t.language = 'en' THEN 0 ELSE 1 END, g.key, t.n LIMIT 1)"""


def upgrade() -> None:
    """Make the views anew; what a retraction of a later version takes back is worked out anew."""
    earlier("tl0008").drop_views()
    for name in earlier("tl0002").VIEWS:
        op.execute(f"CREATE VIEW {name} AS {view(name)}")
    mark_stale()


def downgrade() -> None:
    """Make the views as they were."""
    earlier("tl0008").drop_views()
    for name in earlier("tl0002").VIEWS:
        op.execute(f"CREATE VIEW {name} AS {before(name)}")
    mark_stale()


def mark_stale() -> None:
    """Have what follows from claims worked out anew, where anything was retracted."""
    retracted = "EXISTS (SELECT 1 FROM source WHERE version = 'retraction')"
    stale = "NOT EXISTS (SELECT 1 FROM setting WHERE name = 'stale')"
    op.execute(f"""INSERT INTO setting (name, value)
        SELECT 'stale', 'tl0017' WHERE {retracted} AND {stale}""")


def before(name: str) -> str:
    """Give the query of a view as it was."""
    query: str = earlier("tl0016").view(name)
    return query


def view(name: str) -> str:
    """Give the query of a view: as before, with more titles and conflicts; what was passed on of an
    earlier version falls with the version that is retracted.
    """
    query = before(name)
    if name == "timeline_conflicts":
        places = query.split("\nUNION ALL")[1]
        query = f"{query.rstrip()}\nUNION ALL{types(places)}\nUNION ALL{stated(places)}"
    query = query.replace(
        "h.source_id = w.replaces_id",
        """h.source_id IN (
            WITH RECURSIVE before (id) AS (
              SELECT w.replaces_id UNION
              SELECT v.replaces_id FROM source v JOIN before ON v.id = before.id
              WHERE v.replaces_id IS NOT NULL)
            SELECT id FROM before)""",
    )
    return query.replace(earlier("tl0005").TITLE, TITLE)


def odd_places() -> str:
    """Give the condition that two claims name places of which neither lies in the other."""
    outside = earlier("tl0011").outside
    return f"{outside('p', 'r')} AND {outside('r', 'p')}"


def types(places: str) -> str:
    """Give the query of the pairs of claims about events that were merged and have two types.

    Args:
        places: the query of the pairs that name two places.
    """
    tables = "\nJOIN place p ON p.id = c.place_id JOIN place r ON r.id = d.place_id"
    merged = "\nJOIN event p ON p.id = c.event_id JOIN event r ON r.id = d.event_id"
    query = places.replace(tables, merged).replace(odd_places(), "p.type <> r.type")
    return (
        query.replace("'place'", "'type'").replace("p.name", "p.type").replace("r.name", "r.type")
    )


def stated(places: str) -> str:
    """Give the query of the places that a person stated of an event itself, by a command or in a
    file that has no claim on it, beside those that claims name.

    Args:
        places: the query of the pairs that name two places.
    """
    counted = places[places.index("d.polarity = 'affirms'") :]
    counted = counted[: counted.index("\n  AND (c.modality")]
    return f"""
SELECT e.key AS event, {TITLE} AS title, 'place' AS about, k.key AS source, p.name AS says,
  CAST(NULL AS TEXT) AS quote, o.key AS other_source, r.name AS other_says, d.quote AS other_quote
FROM event e JOIN event g ON g.canonical_id = e.id JOIN collection k ON k.id = g.collection_id
JOIN place p ON p.id = g.stated_place_id JOIN claim d ON d.home_id = e.id
JOIN source o ON o.id = d.source_id JOIN place r ON r.id = d.place_id
WHERE e.canonical_id = e.id AND g.extractor IS NULL AND {counted} AND {odd_places()}
  AND (g.by IS NOT NULL OR NOT EXISTS (
    SELECT 1 FROM claim n WHERE n.event_id = g.id AND n.revoked_in IS NULL
      AND n.collection_id + 0 = g.collection_id))"""


def earlier(name: str) -> ModuleType:
    """Give an earlier revision: it never changes, so that this one may lean on it."""
    environment = op.get_context().environment_context
    assert environment is not None
    found = environment.script.get_revision(name)
    assert found is not None
    return found.module
