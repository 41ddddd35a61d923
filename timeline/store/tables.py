"""The tables, as SQLAlchemy Core knows them.

They are Core tables and not mapped classes since importing the ORM alone would cost a quarter more
than everything a plain command does. A test holds them equal to what the migrations make.

Bounds are whole seconds UTC since 1970 in the proleptic Gregorian calendar, half-open.

What belongs to an event has its `home_id`: the event that stands for it today, itself until a
merge. That is part of every unique constraint, so that the tables can be distributed by it, and no
query has to join an event to the one that it was merged into; a merge moves the rows
(`load.homes`). `event_id` is the event as it was said.
"""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)
from sqlalchemy.types import TypeEngine

_METADATA = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

# SQLite makes only an INTEGER primary key an alias of the row's own number.
Id: TypeEngine[int] = BigInteger().with_variant(Integer, "sqlite")
# Keys and folded names sort by code point on both engines.
Key: TypeEngine[str] = Text().with_variant(String(collation="C"), "postgresql")


def _id() -> Column[int]:
    return Column("id", Id, primary_key=True, autoincrement=False)


def _made_in() -> Column[int]:
    return Column("made_in", Id, ForeignKey("changeset.id"), nullable=False)


def _collection() -> Column[int]:
    return Column("collection_id", Id, ForeignKey("collection.id"), nullable=False)


def _said_by() -> tuple[Column[str], ...]:
    """Which machine says so (none: a person), and who and when, where a command said so."""
    return Column("extractor", Text), Column("by", Text), Column("at", Text)


def _home() -> tuple[Column[int], Column[int]]:
    """The event that stands for it today, and the one of which it was said."""
    return (
        Column("home_id", Id, ForeignKey("event.id"), primary_key=True),
        Column("event_id", Id, ForeignKey("event.id"), nullable=False),
    )


def _of_claim() -> tuple[Column[int], Column[int], Column[int], ForeignKeyConstraint]:
    """The claim to which it belongs, and where that is at home."""
    return (
        Column("home_id", Id, primary_key=True),
        Column("event_id", Id, nullable=False),
        Column("claim_id", Id, primary_key=True),
        ForeignKeyConstraint(["home_id", "claim_id"], ["claim.home_id", "claim.id"]),
    )


class Tables:
    """All tables, each made when it is first asked for: a command needs a third of them, and making
    one takes time.
    """

    @cached_property
    def changeset(self) -> Table:
        """One run that changed the database; `match`: its events may be matched with others;
        `request`: the name that who asked for it gave it, so that it is done once.
        """
        return Table(
            "changeset",
            _METADATA,
            _id(),
            Column("kind", Text, nullable=False),
            Column("made_at", Text, nullable=False),
            Column("tool_version", Text, nullable=False),
            Column("input", Text),
            Column("input_sha256", Text),
            Column("new", Integer, nullable=False, default=0),
            Column("changed", Integer, nullable=False, default=0),
            Column("unchanged", Integer, nullable=False, default=0),
            Column("revoked", Integer, nullable=False, default=0),
            Column("undone_by", Id, ForeignKey("changeset.id")),
            Column("match", Boolean, nullable=False, default=False, server_default=false()),
            Column("by", Text),
            Column("request", Text, index=True, unique=True),
        )

    @cached_property
    def collection(self) -> Table:
        """What belongs together and is loaded anew as a whole."""
        return Table(
            "collection",
            _METADATA,
            _id(),
            Column("key", Key, nullable=False, unique=True),
        )

    @cached_property
    def source(self) -> Table:
        """Documents."""
        return Table(
            "source",
            _METADATA,
            _id(),
            Column("key", Key, nullable=False, unique=True),
            _collection(),
            _made_in(),
            Column("kind", Text, nullable=False),
            Column("title", Text),
            Column("publisher", Text),
            Column("author", Text),
            Column("url", Text),
            Column("language", Text),
            Column("published", Text),
            Column("published_earliest", BigInteger),
            Column("published_latest", BigInteger),
            Column("retrieved_at", Text),
            Column("access", Text, nullable=False),
            Column("text_sha256", Text),
            # An earlier text of the same document, and what this one is to it.
            Column("replaces_id", Id, ForeignKey("source.id"), index=True),
            Column("version", Text),
            # Whether it is evidence, if it says so; else its kind does.
            Column("evidence", Text),
            # Whether its text is only a part of it.
            Column("partial", Boolean, nullable=False, server_default=false()),
            *_said_by(),
            CheckConstraint("access IN ('held', 'cited')", name="access"),
        )

    @cached_property
    def source_text(self) -> Table:
        """The texts of the sources that are held."""
        return Table(
            "source_text",
            _METADATA,
            Column("source_id", Id, ForeignKey("source.id"), primary_key=True, autoincrement=False),
            Column("text", Text, nullable=False),
        )

    @cached_property
    def actor(self) -> Table:
        """Who takes part; `canonical_id` is who he is after merges, a `mention` was found by a
        machine alone.
        """
        return Table(
            "actor",
            _METADATA,
            _id(),
            Column("key", Key, nullable=False, unique=True),
            _collection(),
            _made_in(),
            Column("kind", Text, nullable=False),
            Column("name", Text, nullable=False, index=True),
            Column("description", Text),
            Column("canonical_id", Id, ForeignKey("actor.id"), nullable=False),
            # The migration makes its index one of the mentions alone.
            Column("mention", Boolean, nullable=False, server_default=false(), index=True),
            *_said_by(),
            Index("ix_actor_canonical_id_mention", "canonical_id", "mention"),
            # Of those that are no mentions: the migration says so.
            Index("ix_actor_canonical_id", "canonical_id"),
        )

    @cached_property
    def actor_name(self) -> Table:
        """Names, folded to be found; the first is the one shown."""
        return Table(
            "actor_name",
            _METADATA,
            Column("actor_id", Id, ForeignKey("actor.id"), primary_key=True),
            Column("n", SmallInteger, primary_key=True),
            Column("text", Text, nullable=False),
            Column("language", Text),
            Column("kind", Text, nullable=False),
            Column("folded", Key, nullable=False, index=True),
            Column("skeleton", Key, nullable=False, index=True),
            sqlite_with_rowid=False,
        )

    @cached_property
    def actor_identifier(self) -> Table:
        """Identifiers in other schemes; but for mentions, one stands for one actor."""
        return Table(
            "actor_identifier",
            _METADATA,
            Column("scheme", Key, primary_key=True),
            Column("value", Key, primary_key=True),
            Column("actor_id", Id, ForeignKey("actor.id"), primary_key=True, index=True),
            sqlite_with_rowid=False,
        )

    @cached_property
    def place(self) -> Table:
        """Where things happen."""
        return Table(
            "place",
            _METADATA,
            _id(),
            Column("key", Key, nullable=False, unique=True),
            _collection(),
            _made_in(),
            Column("name", Text, nullable=False),
            Column("country", Text),
            Column("latitude", Float(53)),
            Column("longitude", Float(53)),
            Column("part_of_id", Id, ForeignKey("place.id"), index=True),
            *_said_by(),
        )

    @cached_property
    def place_name(self) -> Table:
        """Names of places, folded to be found; the first is the one shown. `used`: when (EDTF)."""
        return Table(
            "place_name",
            _METADATA,
            Column("place_id", Id, ForeignKey("place.id"), primary_key=True),
            Column("n", SmallInteger, primary_key=True),
            Column("text", Text, nullable=False),
            Column("language", Text),
            Column("used", Text),
            Column("folded", Key, nullable=False, index=True),
            sqlite_with_rowid=False,
        )

    @cached_property
    def position(self) -> Table:
        """Titles that actors hold or held."""
        return Table(
            "position",
            _METADATA,
            _id(),
            Column("key", Key, nullable=False),
            _collection(),
            _made_in(),
            Column("revoked_in", Id, ForeignKey("changeset.id"), index=True),
            Column("actor_id", Id, ForeignKey("actor.id"), nullable=False, index=True),
            Column("title", Text, nullable=False),
            Column("organisation_id", Id, ForeignKey("actor.id")),
            Column("held", Text),
            Column("held_earliest", BigInteger),
            Column("held_latest", BigInteger),
            Column("source_id", Id, ForeignKey("source.id")),
            *_said_by(),
        )

    @cached_property
    def event(self) -> Table:
        """What is said to have happened, and what follows from the claims."""
        return Table(
            "event",
            _METADATA,
            _id(),
            Column("key", Key, nullable=False, unique=True),
            _collection(),
            _made_in(),
            Column("type", Text, nullable=False),
            # That of the claims of its collection that name none themselves.
            Column("stated_place_id", Id, ForeignKey("place.id"), index=True),
            Column("canonical_id", Id, ForeignKey("event.id"), nullable=False, index=True),
            *_said_by(),
            # What follows is worked out from the live claims. An event without one has no standing.
            Column("date", Text),
            Column("earliest", BigInteger),
            Column("latest", BigInteger),
            Column("sort", BigInteger, nullable=False),
            Column("span_class", SmallInteger, nullable=False),
            Column("date_status", Text, nullable=False),
            Column("standing", Text),
            Column("claims", Integer, nullable=False, default=0),
            Column("sources", Integer, nullable=False, default=0),
            Column("origins", Integer, nullable=False, default=0),
            Column("place_id", Id, ForeignKey("place.id")),
            Column("place_status", Text, nullable=False, server_default="none"),
            # By when the first and the last of its claims were certainly published; none: never.
            Column("published_earliest", BigInteger, index=True),
            Column("published_latest", BigInteger, index=True),
            # Of its live claims: whether a person made or accepted one, whether machines made all,
            # how sure the surest machine is; whether all are a machine's, undecided and unsure.
            Column("reviewed", Boolean, nullable=False, server_default=false()),
            Column("machine", Boolean, nullable=False, server_default=false()),
            Column("confidence", Float(53)),
            Column("hidden", Boolean, nullable=False, server_default=false()),
            # Whether claims may be at odds about a value (`resolve`), or a machine reads date or
            # standing otherwise than people say.
            Column("contested", Boolean, nullable=False, server_default=false()),
            Index("ix_event_sort_key", "sort", "key"),
            Index("ix_event_span_class_sort_key_latest", "span_class", "sort", "key", "latest"),
            Index("ix_event_place_id_sort_key", "place_id", "sort", "key"),
            Index("ix_event_type_sort_key", "type", "sort", "key"),
            Index("ix_event_standing_sort_key", "standing", "sort", "key"),
            # Of those in conflict alone: the migration says so.
            Index("ix_event_date_status_sort_key", "date_status", "sort", "key"),
            Index("ix_event_reviewed_sort_key", "reviewed", "sort", "key"),
            Index("ix_event_machine_sort_key", "machine", "sort", "key"),
            # Of those that have one, that are hidden, that are contested: the migration says so.
            Index("ix_event_confidence", "confidence"),
            Index("ix_event_hidden_sort_key", "hidden", "sort", "key"),
            Index("ix_event_contested_sort_key", "contested", "sort", "key"),
        )

    @cached_property
    def event_text(self) -> Table:
        """Titles and summaries."""
        return Table(
            "event_text",
            _METADATA,
            Column("home_id", Id, ForeignKey("event.id"), primary_key=True),
            Column("event_id", Id, ForeignKey("event.id"), primary_key=True, index=True),
            Column("language", Key, primary_key=True),
            Column("n", SmallInteger, nullable=False),
            Column("title", Text),
            Column("summary", Text),
            sqlite_with_rowid=False,
        )

    @cached_property
    def tag(self) -> Table:
        """Tags of events."""
        return Table(
            "tag",
            _METADATA,
            Column("home_id", Id, ForeignKey("event.id"), primary_key=True),
            Column("event_id", Id, ForeignKey("event.id"), primary_key=True, index=True),
            Column("tag", Key, primary_key=True),
            Column("n", SmallInteger, nullable=False),
            Index("ix_tag_tag_home_id", "tag", "home_id"),
            sqlite_with_rowid=False,
        )

    @cached_property
    def claim(self) -> Table:
        """One source's account of one event."""
        return Table(
            "claim",
            _METADATA,
            *_home(),
            Column("id", Id, primary_key=True, autoincrement=False),
            Column("key", Key, nullable=False),
            _collection(),
            _made_in(),
            Column("revoked_in", Id, ForeignKey("changeset.id"), index=True),
            Column("source_id", Id, ForeignKey("source.id"), nullable=False),
            Column("polarity", Text, nullable=False),
            Column("modality", Text, nullable=False),
            Column("said", Text),
            Column("date_rule", Text),
            Column("date", Text),
            Column("earliest", BigInteger),
            Column("latest", BigInteger),
            # Whether the claim itself names its place; else it is that which its collection states
            # for the event.
            Column("place_id", Id, ForeignKey("place.id"), index=True),
            Column("place_stated", Boolean, nullable=False, default=False),
            Column("quote", Text),
            Column("quote_start", Integer),
            Column("quote_end", Integer),
            Column("trigger_start", Integer),
            Column("trigger_end", Integer),
            Column("locator", Text),
            # The source whose account of the event this claim takes back.
            Column("withdraws_id", Id, ForeignKey("source.id"), index=True),
            Column("remark", Text),
            Column("extractor", Text),
            Column("confidence", Float(53)),
            Column("pinned", Boolean, nullable=False, default=False),
            # What people decided about it, which follows from the verdicts (`load.decided`).
            Column("decision", Text),
            Column("verdict_id", Id, ForeignKey("verdict.id"), index=True),
            # Of a person's correction: the newest version of its source in which what it corrects
            # still stands.
            Column("version_id", Id, ForeignKey("source.id"), index=True),
            Index("ix_claim_collection_id_id", "collection_id", "id"),
            Index("ix_claim_event_id_id", "event_id", "id"),
            Index("ix_claim_made_in", "made_in"),
            Index("ix_claim_source_id_home_id", "source_id", "home_id"),
            # Among the live claims: the migration makes it a partial index. To say so here would
            # make every command import the PostgreSQL dialect.
            Index(
                "uq_claim_home_id_key_collection_id",
                "home_id",
                "key",
                "collection_id",
                unique=True,
            ),
        )

    @cached_property
    def quantity(self) -> Table:
        """Numbers that a claim gives, with their bounds."""
        return Table(
            "quantity",
            _METADATA,
            *_of_claim(),
            Column("name", Key, primary_key=True),
            Column("n", SmallInteger, nullable=False),
            Column("value", Float(53)),
            Column("low", Float(53)),
            Column("high", Float(53)),
            Column("unit", Text),
            sqlite_with_rowid=False,
        )

    @cached_property
    def attribution(self) -> Table:
        """The hops of a claim, from its source towards the origin."""
        return Table(
            "attribution",
            _METADATA,
            *_of_claim(),
            Column("hop", SmallInteger, primary_key=True),
            Column("source_id", Id, ForeignKey("source.id"), index=True),
            Column("actor_id", Id, ForeignKey("actor.id"), index=True),
            Column("verb", Text),
            Column("words", Text),
            sqlite_with_rowid=False,
        )

    @cached_property
    def participation(self) -> Table:
        """Who takes part in a claim's account. Its key holds an actor's events in order of time.

        `actor_id` is who stands today for the actor of whom it was said; a merge moves the rows.
        """
        return Table(
            "participation",
            _METADATA,
            Column("actor_id", Id, ForeignKey("actor.id"), primary_key=True),
            Column("sort", BigInteger, primary_key=True),
            *_of_claim(),
            Column("n", SmallInteger, primary_key=True),
            Column("said_actor_id", Id, ForeignKey("actor.id"), nullable=False, index=True),
            Column("role", Text, nullable=False),
            Column("capacity", Text),
            Index("ix_participation_home_id_claim_id", "home_id", "claim_id"),
            sqlite_with_rowid=False,
        )

    @cached_property
    def link(self) -> Table:
        """How one event stands to another."""
        return Table(
            "link",
            _METADATA,
            *_home(),
            Column("id", Id, primary_key=True, autoincrement=False),
            Column("key", Key, nullable=False),
            _collection(),
            _made_in(),
            Column("revoked_in", Id, ForeignKey("changeset.id"), index=True),
            Column("kind", Text, nullable=False),
            Column("other_home_id", Id, ForeignKey("event.id"), nullable=False, index=True),
            Column("other_id", Id, ForeignKey("event.id"), nullable=False, index=True),
            Column("source_id", Id, ForeignKey("source.id")),
            *_said_by(),
            Index("ix_link_event_id_id", "event_id", "id"),
        )

    @cached_property
    def judgement(self) -> Table:
        """Which two actors or events are the same, or are not.

        What a machine judges follows from the rest of the database: it is in no collection, and no
        changeset made it.
        """
        return Table(
            "judgement",
            _METADATA,
            _id(),
            Column("collection_id", Id, ForeignKey("collection.id")),
            Column("made_in", Id, ForeignKey("changeset.id")),
            Column("revoked_in", Id, ForeignKey("changeset.id"), index=True),
            Column("of", Text, nullable=False),
            Column("left_id", Id, nullable=False),
            Column("right_id", Id, nullable=False),
            Column("says", Text, nullable=False),
            *_said_by(),
            CheckConstraint("of IN ('actor', 'event')", name="of"),
            CheckConstraint("says IN ('same', 'different')", name="says"),
            CheckConstraint(
                "(made_in IS NULL) = (collection_id IS NULL) AND "
                "(made_in IS NOT NULL OR extractor IS NOT NULL)",
                name="made_in",
            ),
            Index("ix_judgement_left_id_of", "left_id", "of"),
            Index("ix_judgement_right_id_of", "right_id", "of"),
        )

    @cached_property
    def verdict(self) -> Table:
        """What people decided about claims. What it falls on follows from the claim's place: it
        outlives the claim, and so refers to no row.
        """
        return Table(
            "verdict",
            _METADATA,
            _id(),
            Column("key", Key, nullable=False, index=True),
            _made_in(),
            Column("revoked_in", Id, ForeignKey("changeset.id"), index=True),
            Column("source", Key, nullable=False, index=True),
            Column("says", Text, nullable=False),
            Column("claim", Key, nullable=False, index=True),
            Column("correction", Key),
            Column("by", Text, nullable=False, index=True),
            Column("at", Text, nullable=False),
            Column("why", Text),
            Column("text_sha256", Text, index=True),
            Column("url", Text, index=True),
            Column("quote", Text),
            Column("quote_start", Integer),
            Column("trigger", Text),
            Column("trigger_start", Integer),
            Column("trigger_end", Integer),
            Index("ix_verdict_made_in", "made_in"),
            CheckConstraint("says IN ('accepted', 'rejected', 'corrected')", name="says"),
        )

    @cached_property
    def note(self) -> Table:
        """People's words on things; like a verdict, a note outlives what it is on."""
        return Table(
            "note",
            _METADATA,
            _id(),
            Column("key", Key, nullable=False, index=True),
            _made_in(),
            Column("revoked_in", Id, ForeignKey("changeset.id"), index=True),
            Column("of", Text, nullable=False),
            Column("about", Key, nullable=False),
            Column("text", Text, nullable=False),
            Column("by", Text, nullable=False),
            Column("at", Text, nullable=False),
            Index("ix_note_made_in", "made_in"),
            Index("ix_note_about_of", "about", "of"),
            CheckConstraint("of IN ('event', 'actor', 'source', 'claim')", name="of"),
        )

    @cached_property
    def lease(self) -> Table:
        """Claims that somebody looks at now, so that a second reviewer gets others; `until`:
        seconds UTC. No changeset keeps them, and no export.
        """
        return Table(
            "lease",
            _METADATA,
            Column("claim", Key, primary_key=True),
            Column("by", Text, nullable=False),
            Column("until", BigInteger, nullable=False),
            sqlite_with_rowid=False,
        )

    @cached_property
    def statement(self) -> Table:
        """What each collection says of a thing that several of them describe.

        Where one does alone, the thing's own row is all there is to know, but for an actor that is
        said not to be a mention where nobody says that it is.
        """
        return Table(
            "statement",
            _METADATA,
            Column("kind", Key, primary_key=True),
            Column("key", Key, primary_key=True),
            Column("collection_id", Id, ForeignKey("collection.id"), primary_key=True),
            Column("record", Text, nullable=False),
            # Of what the record says, whichever collection it belongs to (`load.repeated`).
            Column("digest", Text),
            Index("ix_statement_kind_key_digest", "kind", "key", "digest"),
            sqlite_with_rowid=False,
        )

    @cached_property
    def revision(self) -> Table:
        """What a thing, or where a quote stood, was before a changeset changed it, for undo; and
        of an accepted claim that a load was without it, or had it again.
        """
        return Table(
            "revision",
            _METADATA,
            Column("changeset_id", Id, ForeignKey("changeset.id"), primary_key=True),
            Column("n", Integer, primary_key=True),
            Column("kind", Text, nullable=False),
            Column("key", Key, nullable=False),
            Column("before", Text, nullable=False),
            UniqueConstraint("changeset_id", "kind", "key"),
            sqlite_with_rowid=False,
        )

    @cached_property
    def setting(self) -> Table:
        """What is to be known of the database itself; `stale`: what follows from the data is to be
        worked out anew.
        """
        return Table(
            "setting",
            _METADATA,
            Column("name", Key, primary_key=True),
            Column("value", Text, nullable=False),
            sqlite_with_rowid=False,
        )

    @property
    def metadata(self) -> MetaData:
        """All of them at once, to be compared with what the migrations make."""
        for name, made in vars(Tables).items():
            if isinstance(made, cached_property):
                getattr(self, name)
        return _METADATA


tables = Tables()

# Scratch of one run, on its own connection: the claims, links and positions that the input still
# holds. It is in no migration, for it is made when it is needed.
seen = Table(
    "seen", MetaData(), Column("kind", Text, nullable=False), Column("id", Id, nullable=False)
)
