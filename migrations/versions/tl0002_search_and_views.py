"""The full-text index and the documented views.

Revision ID: tl0002
Revises: tl0001
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

import sqlalchemy as sa
from alembic import op

revision = "tl0002"
down_revision = "tl0001"
branch_labels = None
depends_on = None

# What the way down loses: nothing, since index and views follow from the data.
LOST: dict[str, str] = {}

VIEWS = ("timeline_events", "timeline_appearances", "timeline_claims", "timeline_conflicts")


def upgrade() -> None:
    """Make the index and fill it from the data there is; make the views."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    if sqlite:
        op.execute(
            "CREATE VIRTUAL TABLE event_search USING fts5(body, tokenize = 'unicode61 remove_diacritics 2')"
        )
    else:
        op.create_table(
            "event_search",
            sa.Column(
                "event_id",
                sa.BigInteger,
                sa.ForeignKey("event.id", name="fk_event_search_event_id"),
            ),
            sa.Column("body", sa.dialects.postgresql.TSVECTOR, nullable=False),
            sa.PrimaryKeyConstraint("event_id", name="pk_event_search"),
        )
        op.create_index("ix_event_search_body", "event_search", ["body"], postgresql_using="gin")
    fill()
    for name in VIEWS:
        op.execute(f"CREATE VIEW {name} AS {view(name, sqlite=sqlite)}")


def downgrade() -> None:
    """Drop the views and the index; the data stay."""
    for name in reversed(VIEWS):
        op.execute(f"DROP VIEW {name}")
    op.drop_table("event_search")


# The index ----------------------------------------------------------------------------------------

TEXTS = """
SELECT e.canonical_id, t.title FROM event e JOIN event_text t ON t.event_id = e.id
UNION ALL SELECT e.canonical_id, t.summary FROM event e JOIN event_text t ON t.event_id = e.id
UNION ALL SELECT e.canonical_id, c.quote FROM event e JOIN claim c ON c.event_id = e.id WHERE c.revoked_in IS NULL
UNION ALL SELECT e.canonical_id, n.text
  FROM event e JOIN claim c ON c.event_id = e.id JOIN participation p ON p.event_id = e.id AND p.claim_id = c.id
  JOIN actor a ON a.id = p.actor_id JOIN actor b ON b.canonical_id = a.canonical_id
  JOIN actor_name n ON n.actor_id = b.id WHERE c.revoked_in IS NULL
"""
BATCH = 1000
# PostgreSQL indexes no word of more than 2,046 bytes.
LONGEST_WORD = 500


def fill() -> None:
    """Index every event, a batch at a time, in order of their ids."""
    connection = op.get_bind()
    last = 0
    while True:
        ids = connection.scalars(
            sa.text(
                "SELECT id FROM event WHERE id > :last AND canonical_id = id ORDER BY id LIMIT :batch"
            ),
            {"last": last, "batch": BATCH},
        ).all()
        if not ids:
            return
        words: dict[int, set[str]] = defaultdict(set)
        between = sa.text(
            f"SELECT * FROM ({TEXTS}) AS t WHERE t.canonical_id BETWEEN :first AND :last"
        )
        for event_id, text in connection.execute(between, {"first": ids[0], "last": ids[-1]}):
            words[event_id].update(word[:LONGEST_WORD] for word in folded(text or "").split())
        store({event_id: sorted(found) for event_id, found in words.items() if found})
        last = ids[-1]


def store(words: dict[int, list[str]]) -> None:
    """Write one batch in the engine's own way."""
    if not words:
        return
    if op.get_bind().dialect.name == "sqlite":
        statement = "INSERT INTO event_search (rowid, body) VALUES (:event, :body)"
    else:
        statement = (
            "INSERT INTO event_search (event_id, body) VALUES (:event, array_to_tsvector(:words))"
        )
    rows = [
        {"event": event, "body": " ".join(found), "words": found} for event, found in words.items()
    ]
    op.get_bind().execute(sa.text(statement), rows)


# As names were folded when this revision was written: a migration never changes, so it can't lean
# on code that may.
LETTERS = str.maketrans(
    {
        **dict(zip("œæþ", ("oe", "ae", "th"), strict=True)),
        **dict(zip("øłđðıيىئكةۀؤأإآٱ", "olddiیییکههواااا", strict=True)),
        **dict.fromkeys("ءـ\u00ad\u200b\u200c\u200d\u2060"),
    }
)


def folded(text: str) -> str:
    """Fold a text as the index of this revision holds it."""
    bare = unicodedata.normalize("NFKC", text).casefold().translate(LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", " ", plain.translate(LETTERS))


# The views ----------------------------------------------------------------------------------------


def view(name: str, *, sqlite: bool) -> str:
    """Give the query of a view for one of the two engines."""
    query = QUERIES[name]
    for column in ("e.earliest", "e.latest"):
        query = query.replace(f"ISO({column})", iso(column, sqlite=sqlite))
    return query if sqlite else query.replace("group_concat(", "string_agg(")


def iso(column: str, *, sqlite: bool) -> str:
    """Give the expression for seconds since 1970 as ISO 8601 text, in any year that 64 bits hold.

    Years 1 to 9999 are left to the engine. The others are counted in 400-year eras from 1 March 0000
    (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days), moved by 10^9 eras
    so that no division meets a negative number.
    """
    era, shift = 146097, 1000000000
    days = f"{column} / 86400 - CASE WHEN {column} % 86400 < 0 THEN 1 ELSE 0 END"
    clock = f"({column} % 86400 + 86400) % 86400"

    def pad(value: str, width: int) -> str:
        if sqlite:
            return f"printf('%0{width}d', {value})"
        return f"lpad(CAST({value} AS text), greatest({width}, length(CAST({value} AS text))), '0')"

    if sqlite:
        usual = f"strftime('%Y-%m-%dT%H:%M:%SZ', {column}, 'unixepoch')"
    else:
        usual = (
            f"""to_char(to_timestamp({column}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')"""
        )
    return f"""CASE WHEN {column} BETWEEN -62135596800 AND 253402300799 THEN {usual}
    ELSE (SELECT CASE WHEN y < 0 THEN '-' WHEN y > 9999 THEN '+' ELSE '' END || {pad("abs(y)", 4)}
      || '-' || {pad("m", 2)} || '-' || {pad("d", 2)}
      || 'T' || {pad("s / 3600", 2)} || ':' || {pad("s % 3600 / 60", 2)} || ':' || {pad("s % 60", 2)} || 'Z'
      FROM (SELECT s, y0 + CASE WHEN mp < 10 THEN 0 ELSE 1 END AS y,
          CASE WHEN mp < 10 THEN mp + 3 ELSE mp - 9 END AS m, doy - (153 * mp + 2) / 5 + 1 AS d
        FROM (SELECT s, y0, doy, (5 * doy + 2) / 153 AS mp
          FROM (SELECT s, yoe + 400 * (z / {era} - {shift}) AS y0, doe - (365 * yoe + yoe / 4 - yoe / 100) AS doy
            FROM (SELECT s, z, doe, (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365 AS yoe
              FROM (SELECT s, z, z % {era} AS doe
                FROM (SELECT {clock} AS s, {days} + 719468 + {era * shift} AS z) AS a) AS b) AS c) AS g) AS h) AS i
      WHERE {column} IS NOT NULL) END"""


TITLE = """(SELECT t.title FROM event_text t WHERE t.event_id = e.id AND t.title IS NOT NULL
    ORDER BY CASE WHEN t.language = 'en' THEN 0 ELSE 1 END, t.n LIMIT 1)"""

CHAIN = """s.key || COALESCE((SELECT group_concat(' ← ' || who, '') FROM (
    SELECT COALESCE(h.words, ha.name, hs.title, hs.key) AS who
    FROM attribution h LEFT JOIN actor ha ON ha.id = h.actor_id LEFT JOIN source hs ON hs.id = h.source_id
    WHERE h.event_id = c.event_id AND h.claim_id = c.id ORDER BY h.hop) AS hops), '')"""

QUERIES = {
    "timeline_events": f"""
SELECT e.key AS key, e.date AS date, ISO(e.earliest) AS earliest, ISO(e.latest) AS latest,
  e.date_status AS date_status, e.type AS type, {TITLE} AS title, p.name AS place,
  (SELECT group_concat(label, ', ') FROM (
    SELECT a.name || ' (' || CASE WHEN c.polarity = 'affirms' THEN w.role ELSE c.polarity END || ')' AS label
    FROM event m JOIN claim c ON c.event_id = m.id AND c.revoked_in IS NULL
    JOIN participation w ON w.event_id = c.event_id AND w.claim_id = c.id
    JOIN actor x ON x.id = w.actor_id JOIN actor a ON a.id = x.canonical_id
    WHERE m.canonical_id = e.id GROUP BY a.id, 1 ORDER BY min(c.id * 32768 + w.n), a.id) AS labels) AS actors,
  e.standing AS standing,
  (SELECT group_concat(key, ', ') FROM (
    SELECT s.key AS key FROM event m JOIN claim c ON c.event_id = m.id AND c.revoked_in IS NULL
    JOIN source s ON s.id = c.source_id
    WHERE m.canonical_id = e.id GROUP BY s.id, s.key ORDER BY min(c.id)) AS keys) AS sources,
  e.claims AS claims, e.origins AS origins
FROM event e LEFT JOIN place p ON p.id = e.place_id
WHERE e.canonical_id = e.id AND e.standing IS NOT NULL""",
    "timeline_appearances": f"""
SELECT DISTINCT a.key AS actor, a.name AS name, e.key AS event, {TITLE} AS title, e.date AS date,
  w.role AS role, w.capacity AS capacity, e.standing AS standing
FROM participation w JOIN claim c ON c.event_id = w.event_id AND c.id = w.claim_id AND c.revoked_in IS NULL
JOIN event m ON m.id = w.event_id JOIN event e ON e.id = m.canonical_id
JOIN actor x ON x.id = w.actor_id JOIN actor a ON a.id = x.canonical_id""",
    "timeline_claims": f"""
SELECT c.key AS claim, e.key AS event, s.key AS source, s.published AS published, c.polarity AS polarity,
  c.modality AS modality, c.said AS said, c.date AS date, c.quote AS quote, {CHAIN} AS chain,
  c.extractor AS extractor, c.confidence AS confidence, k.key AS collection
FROM claim c JOIN event m ON m.id = c.event_id JOIN event e ON e.id = m.canonical_id
JOIN source s ON s.id = c.source_id JOIN collection k ON k.id = c.collection_id
WHERE c.revoked_in IS NULL""",
    "timeline_conflicts": f"""
SELECT e.key AS event, {TITLE} AS title, CASE WHEN d.polarity = 'denies' THEN 'standing' ELSE 'date' END AS about,
  s.key AS source, CASE WHEN d.polarity = 'denies' THEN c.modality ELSE c.date END AS says, c.quote AS quote,
  o.key AS other_source, CASE WHEN d.polarity = 'denies' THEN d.polarity ELSE d.date END AS other_says,
  d.quote AS other_quote
FROM event e JOIN event m ON m.canonical_id = e.id JOIN claim c ON c.event_id = m.id AND c.revoked_in IS NULL
JOIN event n ON n.canonical_id = e.id JOIN claim d ON d.event_id = n.id AND d.revoked_in IS NULL
JOIN source s ON s.id = c.source_id JOIN source o ON o.id = d.source_id
WHERE e.canonical_id = e.id AND c.polarity = 'affirms' AND c.key <> d.key
  AND (e.standing = 'disputed' AND d.polarity = 'denies'
    OR e.date_status = 'conflict' AND d.polarity = 'affirms' AND c.date <> d.date AND c.id < d.id)""",
}
