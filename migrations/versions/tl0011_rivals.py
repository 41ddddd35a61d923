"""Sources may disagree on where it was as on when: events say so, and the views tell of places and
numbers.

Revision ID: tl0011
Revises: tl0010
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import sqlalchemy as sa
from alembic import op

if TYPE_CHECKING:
    from types import ModuleType

revision = "tl0011"
down_revision = "tl0010"
branch_labels = None
depends_on = None

# What the way down loses -> how many rows of it there are.
LOST: dict[str, str] = {}


def upgrade() -> None:
    """Add the column; the loader works out what stands in it, and what claims are at odds about."""
    earlier("tl0008").drop_views()
    text, default = sa.Text(), sa.text("'none'")
    op.add_column("event", sa.Column("place_status", text, nullable=False, server_default=default))
    for name in earlier("tl0002").VIEWS:
        op.execute(f"CREATE VIEW {name} AS {view(name)}")
    mark_stale()


def downgrade() -> None:
    """Forget how the place was reached."""
    earlier("tl0008").drop_views()
    op.drop_column("event", "place_status")
    for name in earlier("tl0002").VIEWS:
        op.execute(f"CREATE VIEW {name} AS {before(name)}")
    mark_stale()


def mark_stale() -> None:
    """Have what follows from claims worked out anew."""
    op.execute("DELETE FROM setting WHERE name = 'stale'")
    op.execute("""INSERT INTO setting (name, value)
        SELECT 'stale', 'tl0011' WHERE EXISTS (SELECT 1 FROM changeset)""")


# The views ----------------------------------------------------------------------------------------


def before(name: str) -> str:
    """Give the query of a view as it was."""
    query: str = earlier("tl0010").view(name)
    return query


def counts(claim: str) -> str:
    """Give the condition that a claim counts: it stands in the newest version, and neither a person
    nor another claim took it back.
    """
    newest = f"v.replaces_id = COALESCE({claim}.version_id, {claim}.source_id)"
    return f"""{claim}.revoked_in IS NULL AND COALESCE({claim}.decision, 'accepted') = 'accepted'
  AND NOT EXISTS (SELECT 1 FROM source v WHERE {newest})
  AND NOT EXISTS ({earlier("tl0010").withdrawn(claim)})"""


def view(name: str) -> str:
    """Give the query of a view: as before, with columns and conflicts added."""
    query = before(name)
    if name in COLUMNS:
        place = earlier("tl0008").ADDED[name][0]
        query = query.replace(place, f",\n  {COLUMNS[name]}{place}", 1)
    if name == "timeline_conflicts":
        query = f"{query.rstrip()}\nUNION ALL{places_at_odds()}\nUNION ALL{numbers_at_odds()}"
    sqlite = op.get_bind().dialect.name == "sqlite"
    for form, written in _WRITING[sqlite].items():
        query = re.sub(rf"{form}\(([\w.]+)\)", written, query)
    return query if sqlite else query.replace("group_concat(", "string_agg(")


def digits(column: str) -> str:
    """Write a number: a whole one, as far as a double has each of them, without a point; others
    with 15 digits, as both engines can.
    """
    whole = f"{column} = CAST({column} AS BIGINT) THEN CAST(CAST({column} AS BIGINT) AS TEXT)"
    return (
        f"CASE WHEN abs({column}) >= 9007199254740992 THEN scientific({column})"
        f" WHEN {whole} WHEN abs({column}) < 0.0001 THEN scientific({column})"
        f" ELSE decimal({column}) END"
    )


# How an engine writes a number with 15 digits.
_WRITING = {
    True: {"scientific": r"printf('%.14e', \1)", "decimal": r"CAST(\1 AS TEXT)"},
    False: {
        "scientific": r"trim(to_char(\1, '9.99999999999999EEEE'))",
        "decimal": r"CAST(CAST(\1 AS numeric) AS TEXT)",
    },
}


def number(of: str) -> str:
    """Write a quantity: `12`, `30..40 EUR`, `12 (10..15)`."""
    low, high, value = (
        f"COALESCE({digits(f'{of}.{end}')}, '')" for end in ("low", "high", "value")
    )
    bounds = f"{low} || '..' || {high}"
    return f"""CASE WHEN {of}.low IS NULL AND {of}.high IS NULL THEN {value}
      WHEN {of}.value IS NULL AND {of}.low = {of}.high THEN {low}
      WHEN {of}.value IS NULL THEN {bounds} ELSE {value} || ' (' || {bounds} || ')' END
      || COALESCE(' ' || {of}.unit, '')"""


NUMBERS = f"""(SELECT group_concat(said, '; ') FROM (
    SELECT q.name || ' ' || {number("q")} AS said FROM quantity q
    WHERE q.home_id = c.home_id AND q.claim_id = c.id ORDER BY q.n) AS numbers) AS numbers"""
COLUMNS = {"timeline_events": "e.place_status AS place_status", "timeline_claims": NUMBERS}


def at_odds(about: str, says: str, other_says: str, joined: str, where: str) -> str:
    """Give the query of the pairs of claims that are at odds about something, both affirming, and
    both telling of a fact or both of a plan.
    """
    title = earlier("tl0005").TITLE
    counted = " AND ".join(f"{claim}.polarity = 'affirms' AND {counts(claim)}" for claim in "cd")
    facts = "IN ('asserted', 'reported', 'possible')"
    return f"""
SELECT e.key AS event, {title} AS title, {about} AS about, s.key AS source, {says} AS says,
  c.quote AS quote, o.key AS other_source, {other_says} AS other_says, d.quote AS other_quote
FROM event e JOIN claim c ON c.home_id = e.id JOIN claim d ON d.home_id = e.id AND c.id < d.id
JOIN source s ON s.id = c.source_id JOIN source o ON o.id = d.source_id{joined}
WHERE e.canonical_id = e.id AND c.key <> d.key AND {counted}
  AND (c.modality {facts}) = (d.modality {facts}) AND {where}"""


def places_at_odds() -> str:
    """Give the query of the pairs that name two places of which neither lies in the other."""
    return at_odds(
        "'place'",
        "p.name",
        "r.name",
        "\nJOIN place p ON p.id = c.place_id JOIN place r ON r.id = d.place_id",
        f"e.contested AND {outside('p', 'r')} AND {outside('r', 'p')}",
    )


def outside(inner: str, outer: str) -> str:
    """Give the condition that a place does not lie in another, nor is it."""
    return f"""{outer}.id NOT IN (
    WITH RECURSIVE around (id) AS (
      SELECT {inner}.id UNION
      SELECT w.part_of_id FROM place w JOIN around ON w.id = around.id
      WHERE w.part_of_id IS NOT NULL)
    SELECT id FROM around)"""


def numbers_at_odds() -> str:
    """Give the query of the pairs that count the same differently."""
    low, high = (
        {
            of: f"COALESCE({of}.{end}, CASE WHEN {of}.{other} IS NULL THEN {of}.value END)"
            for of in "mn"
        }
        for end, other in (("low", "high"), ("high", "low"))
    )
    return at_odds(
        "'numbers.' || m.name",
        number("m"),
        number("n"),
        "\nJOIN quantity m ON m.home_id = c.home_id AND m.claim_id = c.id"
        "\nJOIN quantity n ON n.home_id = d.home_id AND n.claim_id = d.id AND n.name = m.name"
        " AND COALESCE(n.unit, '') = COALESCE(m.unit, '')",
        f"e.contested AND ({high['m']} < {low['n']} OR {high['n']} < {low['m']})",
    )


def earlier(name: str) -> ModuleType:
    """Give an earlier revision: it never changes, so that this one may lean on it."""
    environment = op.get_context().environment_context
    assert environment is not None
    found = environment.script.get_revision(name)
    assert found is not None
    return found.module
