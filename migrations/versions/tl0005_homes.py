"""What belongs to an event is kept with the event that stands for it today.

Revision ID: tl0005
Revises: tl0004
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sa
from alembic import op

if TYPE_CHECKING:
    from types import ModuleType

revision = "tl0005"
down_revision = "tl0004"
branch_labels = None
depends_on = None

# What the way down loses -> how many rows of it there are.
LOST = {
    "places that claims name": "SELECT count(*) FROM claim WHERE place_stated",
    "locators of claims": "SELECT count(*) FROM claim WHERE locator IS NOT NULL",
    "quantities of claims": "SELECT count(*) FROM quantity",
    **{
        f"who states rows of {table}": f"""SELECT count(*) FROM {table}
            WHERE extractor IS NOT NULL OR "by" IS NOT NULL OR "at" IS NOT NULL"""
        for table in ("event", "link", "judgement")
    },
}

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
KEY = sa.Text().with_variant(sa.String(collation="C"), "postgresql")


class Layout(NamedTuple):
    """What a table is like.

    Attributes:
        columns: their names; those of the primary key come first, then those that may not be
            missing, and after a bar those that may.
        primary: how many make the primary key.
        foreign: column -> table to whose `id` it refers.
        indexes: further indexes: their columns, and which rows they hold (all where empty).
        clustered: whether SQLite keeps the rows in the order of the primary key.
        live: columns that are unique among the rows that nobody revoked.
    """

    columns: str
    primary: int
    foreign: dict[str, str]
    indexes: dict[str, str]
    clustered: bool = False
    live: str = ""

    @property
    def names(self) -> list[str]:
        """The names of the columns."""
        return self.columns.replace("|", " ").split()


KINDS: dict[str, sa.types.TypeEngine[Any]] = {
    **dict.fromkeys(("key", "language", "tag", "name"), KEY),
    **dict.fromkeys(("made_in", "revoked_in", "id"), ID),
    **dict.fromkeys(("n", "hop"), sa.SmallInteger()),
    **dict.fromkeys(("earliest", "latest", "sort"), sa.BigInteger()),
    **dict.fromkeys(("confidence", "value", "low", "high"), sa.Float(precision=53)),
    **dict.fromkeys(("pinned", "place_stated"), sa.Boolean()),
    **dict.fromkeys(
        ("quote_start", "quote_end", "trigger_start", "trigger_end"),
        sa.Integer(),
    ),
}
REVOKED, STATED = "revoked_in IS NOT NULL", "place_id IS NOT NULL"
CHANGES = {"made_in": "changeset", "revoked_in": "changeset"}
HOME = {"home_id": "event", "event_id": "event"}
ROW = {"collection_id": "collection", **CHANGES, "source_id": "source"}
HOP = {"source_id": "source", "actor_id": "actor"}
SAYS = (
    "said date_rule date earliest latest quote quote_start quote_end trigger_start trigger_end"
    " extractor confidence"
)
OPINIONS = "IN ('same', 'different')"
CHECKS = {"of": "IN ('actor', 'event')", "verdict": OPINIONS, "says": OPINIONS}
# In this order, for attributions and participations refer to claims.
AFTER = {
    "event_text": Layout(
        "home_id event_id language n | title summary", 3, HOME, {"event_id": ""}, clustered=True
    ),
    "tag": Layout(
        "home_id event_id tag n", 3, HOME, {"event_id": "", "tag home_id": ""}, clustered=True
    ),
    "claim": Layout(
        "home_id id event_id key collection_id made_in source_id polarity modality pinned"
        f" place_stated | revoked_in place_id locator remark {SAYS}",
        2,
        HOME | ROW | {"place_id": "place"},
        {
            "event_id id": "",
            "collection_id id": "",
            "made_in": "",
            "revoked_in": REVOKED,
            "source_id home_id": "",
            "place_id": STATED,
        },
        live="home_id key collection_id",
    ),
    "quantity": Layout(
        "home_id claim_id name event_id n | value low high unit", 3, {}, {}, clustered=True
    ),
    "attribution": Layout(
        "home_id claim_id hop event_id | source_id actor_id verb words",
        3,
        HOP,
        {"actor_id": "", "source_id": ""},
        clustered=True,
    ),
    "participation": Layout(
        "actor_id sort home_id claim_id n event_id said_actor_id role | capacity",
        5,
        {"actor_id": "actor", "said_actor_id": "actor"},
        {"home_id claim_id": "", "said_actor_id": ""},
        clustered=True,
    ),
    "link": Layout(
        "home_id id event_id key collection_id made_in kind other_id other_home_id"
        " | revoked_in source_id extractor by at",
        2,
        HOME | ROW | {"other_id": "event", "other_home_id": "event"},
        {"event_id id": "", "other_id": "", "other_home_id": "", "revoked_in": REVOKED},
    ),
    "judgement": Layout(
        "id collection_id made_in of left_id right_id says | revoked_in extractor by at",
        1,
        {"collection_id": "collection", **CHANGES},
        {"revoked_in": REVOKED},
    ),
}
BEFORE = {
    "event_text": Layout(
        "event_id language n | title summary", 2, {"event_id": "event"}, {}, clustered=True
    ),
    "tag": Layout("event_id tag n", 2, {"event_id": "event"}, {"tag event_id": ""}, clustered=True),
    "claim": Layout(
        "event_id id key collection_id made_in source_id polarity modality pinned"
        f" | revoked_in note {SAYS}",
        2,
        {"event_id": "event"} | ROW,
        {"collection_id id": "", "made_in": "", "revoked_in": REVOKED, "source_id": ""},
        live="event_id key collection_id",
    ),
    "attribution": Layout(
        "event_id claim_id hop | source_id actor_id verb words",
        3,
        HOP,
        {"actor_id": "", "source_id": ""},
        clustered=True,
    ),
    "participation": Layout(
        "actor_id sort event_id claim_id n role | capacity",
        5,
        {"actor_id": "actor"},
        {"event_id claim_id": ""},
        clustered=True,
    ),
    "link": Layout(
        "event_id id key collection_id made_in kind other_id | revoked_in source_id",
        2,
        {"event_id": "event", "other_id": "event"} | ROW,
        {"other_id": "", "revoked_in": REVOKED},
    ),
    "judgement": Layout(
        "id collection_id made_in of left_id right_id verdict | revoked_in",
        1,
        {"collection_id": "collection", **CHANGES},
        {"revoked_in": REVOKED},
    ),
}
# Where the values of columns come from that the other layout has not, or has for something else.
UP = {
    "home_id": "e.canonical_id",
    "other_home_id": "o.canonical_id",
    "participation.actor_id": "a.canonical_id",
    "said_actor_id": "x.actor_id",
    "remark": "x.note",
    "says": "x.verdict",
    "place_stated": "false",
}
DOWN = {"note": "x.remark", "verdict": "x.says", "participation.actor_id": "x.said_actor_id"}


def earlier(name: str) -> ModuleType:
    """Give an earlier revision: it never changes, so that this one may lean on it."""
    environment = op.get_context().environment_context
    assert environment is not None
    found = environment.script.get_revision(name)
    assert found is not None
    return found.module


def upgrade() -> None:
    """Copy every table that belongs to events into one whose keys begin with the home."""
    views = earlier("tl0002")
    for name in reversed(views.VIEWS):
        op.execute(f"DROP VIEW {name}")
    change_events()
    copy(BEFORE, AFTER, UP)
    if op.get_bind().dialect.name != "sqlite":
        rename_search("event_id", "home_id")
    for name in views.VIEWS:
        op.execute(f"CREATE VIEW {name} AS {view(name)}")
    # What is folded, keyed or worked out follows from the data, and the loader knows how.
    op.execute("""INSERT INTO setting (name, value)
        SELECT 'stale', 'tl0005' WHERE EXISTS (SELECT 1 FROM changeset)""")


def downgrade() -> None:
    """Copy the tables back.

    Places, locators and quantities of claims are lost, and who said what by which means.
    """
    views, sqlite = earlier("tl0002"), op.get_bind().dialect.name == "sqlite"
    for name in reversed(views.VIEWS):
        op.execute(f"DROP VIEW {name}")
    op.execute("DELETE FROM setting WHERE name = 'stale'")
    copy(AFTER, BEFORE, DOWN)
    change_events_back()
    if not sqlite:
        rename_search("home_id", "event_id")
    for name in views.VIEWS:
        op.execute(f"CREATE VIEW {name} AS {views.view(name, sqlite=sqlite)}")


# Tables -------------------------------------------------------------------------------------------


def copy(old: dict[str, Layout], new: dict[str, Layout], sources: dict[str, str]) -> None:
    """Make tables anew in another layout, with what they hold."""
    for table, layout in old.items():
        set_aside(table, layout)
    for table, layout in new.items():
        make(table, layout)
        if table in old:
            op.execute(filling(table, old[table], layout, sources))
        add_indexes(table, layout)
    for table in reversed(old):
        op.drop_table(f"{table}_old")


def set_aside(table: str, layout: Layout) -> None:
    """Rename a table, and free the names of its indexes: they are those of the schema."""
    for columns in layout.indexes:
        op.drop_index(op.f(f"ix_{table}_{columns.replace(' ', '_')}"), table)
    if layout.live:
        op.drop_index(op.f(f"uq_{table}_{layout.live.replace(' ', '_')}"), table)
    op.rename_table(table, f"{table}_old")
    if op.get_bind().dialect.name != "sqlite":
        op.execute(f"ALTER TABLE {table}_old DROP CONSTRAINT pk_{table} CASCADE")


def make(table: str, layout: Layout) -> None:
    """Make a table, without its indexes."""
    needed = layout.columns.split("|")[0].split()
    columns: list[sa.schema.SchemaItem] = [
        sa.Column(
            name,
            KINDS.get(name, ID if name.endswith("_id") else sa.Text()),
            autoincrement=False,
            nullable=name not in needed,
        )
        for name in layout.names
    ]
    for name, target in layout.foreign.items():
        constraint = op.f(f"fk_{table}_{name}")
        columns.append(sa.ForeignKeyConstraint([name], [f"{target}.id"], name=constraint))
    if "claim_id" in needed:
        first = "home_id" if "home_id" in needed else "event_id"
        columns.append(
            sa.ForeignKeyConstraint(
                [first, "claim_id"],
                [f"claim.{first}", "claim.id"],
                name=op.f(f"fk_{table}_{first}"),
            )
        )
    columns += [
        sa.CheckConstraint(f"{name} {CHECKS[name]}", name=op.f(f"ck_{table}_{name}"))
        for name in layout.names
        if name in CHECKS
    ]
    primary = sa.PrimaryKeyConstraint(*needed[: layout.primary], name=op.f(f"pk_{table}"))
    op.create_table(table, *columns, primary, sqlite_with_rowid=not layout.clustered)


def filling(table: str, old: Layout, new: Layout, sources: dict[str, str]) -> str:
    """Give the statement that copies the rows, in the order of the new primary key."""

    def value(name: str) -> str:
        known = f'x."{name}"' if name in old.names else sources.get(name, "NULL")
        return sources.get(f"{table}.{name}", known)

    joins = "".join(
        f" JOIN {joined} AS {short} ON {short}.id = x.{column}"
        for short, joined, column in (
            ("e", "event", "event_id"),
            ("o", "event", "other_id"),
            ("a", "actor", "actor_id"),
        )
        if any(value(name).startswith(f"{short}.") for name in new.names)
    )
    into = ", ".join(f'"{name}"' for name in new.names)
    order = ", ".join(map(str, range(1, new.primary + 1)))
    return (
        f"INSERT INTO {table} ({into}) SELECT {', '.join(map(value, new.names))}"
        f" FROM {table}_old AS x{joins} ORDER BY {order}"
    )


def add_indexes(table: str, layout: Layout) -> None:
    """Make the indexes of a table that is filled."""
    for columns, condition in layout.indexes.items():
        name = op.f(f"ix_{table}_{columns.replace(' ', '_')}")
        op.create_index(name, table, columns.split(), **partial(condition))
    if layout.live:
        name = op.f(f"uq_{table}_{layout.live.replace(' ', '_')}")
        live = partial("revoked_in IS NULL")
        op.create_index(name, table, layout.live.split(), unique=True, **live)


def partial(condition: str) -> dict[str, Any]:
    """Give the arguments of an index that holds only some rows; of all without a condition.

    An index of what was revoked must not hold the live rows, nearly all there are: SQLite would
    take it for a good one to find them by.
    """
    if not condition:
        return {}
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


# Events and actors --------------------------------------------------------------------------------


def change_events() -> None:
    """Tell the place that an event's record states from the one that follows from its claims."""
    words = earlier("tl0004")
    op.create_index(op.f("ix_actor_name"), "actor", ["name"])
    for name in words.SAID_BY:
        op.add_column("event", sa.Column(name, sa.Text()))
    words.add_reference("event", "stated_place_id", "place")
    op.execute("UPDATE event SET stated_place_id = place_id WHERE place_id IS NOT NULL")
    for name in ("published_earliest", "published_latest"):
        op.add_column("event", sa.Column(name, sa.BigInteger()))
        op.create_index(op.f(f"ix_event_{name}"), "event", [name])
    replace_index("place_id", "place_id sort id")
    replace_index("span_class earliest id latest", "span_class sort id latest")


def change_events_back() -> None:
    """Let an event have the one place that its record states."""
    words = earlier("tl0004")
    replace_index("span_class sort id latest", "span_class earliest id latest")
    replace_index("place_id sort id", "place_id")
    for name in ("published_earliest", "published_latest"):
        op.drop_index(op.f(f"ix_event_{name}"), "event")
        op.drop_column("event", name)
    op.execute("UPDATE event SET place_id = stated_place_id")
    words.drop_reference("event", "stated_place_id")
    for name in words.SAID_BY:
        op.drop_column("event", name)
    op.drop_index(op.f("ix_actor_name"), "actor")


def replace_index(old: str, new: str) -> None:
    """Put one index of events in the place of another."""
    op.drop_index(op.f(f"ix_event_{old.replace(' ', '_')}"), "event")
    op.create_index(op.f(f"ix_event_{new.replace(' ', '_')}"), "event", new.split())


def rename_search(old: str, new: str) -> None:
    """Rename the key of the full-text index of PostgreSQL."""
    op.alter_column("event_search", old, new_column_name=new)
    op.execute(
        f"ALTER TABLE event_search RENAME CONSTRAINT fk_event_search_{old} TO fk_event_search_{new}"
    )


# The views ----------------------------------------------------------------------------------------


def view(name: str) -> str:
    """Give the query of a view for the engine."""
    sqlite, iso = op.get_bind().dialect.name == "sqlite", earlier("tl0002").iso
    query = QUERIES[name]
    for column in ("e.earliest", "e.latest"):
        query = query.replace(f"ISO({column})", iso(column, sqlite=sqlite))
    return query if sqlite else query.replace("group_concat(", "string_agg(")


TITLE = """(SELECT t.title FROM event_text t
    WHERE t.home_id = e.id AND t.event_id = e.id AND t.title IS NOT NULL
    ORDER BY CASE WHEN t.language = 'en' THEN 0 ELSE 1 END, t.n LIMIT 1)"""

CHAIN = """s.key || COALESCE((SELECT group_concat(' ← ' || who, '') FROM (
    SELECT COALESCE(h.words, ha.name, hs.title, hs.key) AS who
    FROM attribution h LEFT JOIN actor ha ON ha.id = h.actor_id
    LEFT JOIN source hs ON hs.id = h.source_id
    WHERE h.home_id = c.home_id AND h.claim_id = c.id ORDER BY h.hop) AS hops), '')"""


def counts(claim: str) -> str:
    """Give the condition that a claim counts: nobody revoked it, no version replaces its source."""
    later = f"SELECT 1 FROM source v WHERE v.replaces_id = {claim}.source_id"
    return f"{claim}.revoked_in IS NULL AND NOT EXISTS ({later})"


QUERIES = {
    "timeline_events": f"""
SELECT e.key AS key, e.date AS date, ISO(e.earliest) AS earliest, ISO(e.latest) AS latest,
  e.date_status AS date_status, e.type AS type, {TITLE} AS title, p.name AS place,
  (SELECT group_concat(label, ', ') FROM (
    SELECT a.name || ' (' || CASE WHEN c.polarity = 'affirms' THEN w.role ELSE c.polarity END
      || ')' AS label
    FROM claim c JOIN participation w ON w.home_id = c.home_id AND w.claim_id = c.id
    JOIN actor a ON a.id = w.actor_id
    WHERE c.home_id = e.id AND {counts("c")}
    GROUP BY a.id, 1 ORDER BY min(c.id * 32768 + w.n), a.id) AS labels) AS actors,
  e.standing AS standing,
  (SELECT group_concat(key, ', ') FROM (
    SELECT s.key AS key FROM claim c JOIN source s ON s.id = c.source_id
    WHERE c.home_id = e.id AND {counts("c")}
    GROUP BY s.id, s.key ORDER BY min(c.id)) AS keys) AS sources,
  e.claims AS claims, e.origins AS origins
FROM event e LEFT JOIN place p ON p.id = e.place_id
WHERE e.canonical_id = e.id AND e.standing IS NOT NULL""",
    "timeline_appearances": f"""
SELECT DISTINCT a.key AS actor, a.name AS name, e.key AS event, {TITLE} AS title, e.date AS date,
  w.role AS role, w.capacity AS capacity, e.standing AS standing
FROM actor a JOIN participation w ON w.actor_id = a.id
JOIN claim c ON c.home_id = w.home_id AND c.id = w.claim_id AND {counts("c")}
JOIN event e ON e.id = w.home_id""",
    "timeline_claims": f"""
SELECT c.key AS claim, e.key AS event, s.key AS source, s.published AS published,
  c.polarity AS polarity, c.modality AS modality, c.said AS said, c.date AS date, c.quote AS quote,
  {CHAIN} AS chain, c.extractor AS extractor, c.confidence AS confidence, k.key AS collection,
  p.name AS place, c.locator AS locator
FROM claim c JOIN event e ON e.id = c.home_id
JOIN source s ON s.id = c.source_id JOIN collection k ON k.id = c.collection_id
LEFT JOIN place p ON p.id = c.place_id
WHERE {counts("c")}""",
    "timeline_conflicts": f"""
SELECT e.key AS event, {TITLE} AS title,
  CASE WHEN d.polarity = 'denies' THEN 'standing' ELSE 'date' END AS about, s.key AS source,
  CASE WHEN d.polarity = 'denies' THEN c.modality ELSE c.date END AS says, c.quote AS quote,
  o.key AS other_source,
  CASE WHEN d.polarity = 'denies' THEN d.polarity ELSE d.date END AS other_says,
  d.quote AS other_quote
FROM event e JOIN claim c ON c.home_id = e.id AND {counts("c")}
JOIN claim d ON d.home_id = e.id AND {counts("d")}
JOIN source s ON s.id = c.source_id JOIN source o ON o.id = d.source_id
WHERE e.canonical_id = e.id AND c.polarity = 'affirms' AND c.key <> d.key
  AND (e.standing = 'disputed' AND d.polarity = 'denies'
    OR e.date_status = 'conflict' AND d.polarity = 'affirms' AND c.date <> d.date AND c.id < d.id)
""",
}
