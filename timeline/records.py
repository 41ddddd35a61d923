"""What a file says, as frozen values, and what could not be read.

A reader yields `Located` records and `Problem`s; the loader takes them. A record names other
records by their keys. The same classes give the JSON Lines format and its JSON Schema.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, TypeAlias, TypeVar

import msgspec
from msgspec.structs import replace

from timeline.dates import Date, parse
from timeline.errors import DateError
from timeline.errors import Problem as Problem
from timeline.errors import Where as Where
from timeline.names import typed

R = TypeVar("R", bound="Record")
S = TypeVar("S", bound=msgspec.Struct)
Key: TypeAlias = Annotated[str, msgspec.Meta(min_length=1)]
Latitude: TypeAlias = Annotated[float, msgspec.Meta(ge=-90, le=90)]
Longitude: TypeAlias = Annotated[float, msgspec.Meta(ge=-180, le=180)]
Confidence: TypeAlias = Annotated[float, msgspec.Meta(ge=0, le=1)]
Offset: TypeAlias = Annotated[int, msgspec.Meta(ge=0, le=2**31 - 1)]
Polarity: TypeAlias = Literal["affirms", "denies", "declines"]
Modality: TypeAlias = Literal[
    "asserted", "reported", "possible", "planned", "requested", "hypothetical"
]
ActorKind: TypeAlias = Literal["person", "organisation", "state", "armed_group", "group"]
NameKind: TypeAlias = Literal["primary", "alias", "transliteration", "acronym"]
LinkKind: TypeAlias = Literal[
    "part_of", "causes", "responds_to", "background", "contradicts", "before", "after"
]
Role: TypeAlias = Literal[
    "agent",
    "recipient",
    "participant",
    "speaker",
    "addressee",
    "mediator",
    "host",
    "victim",
    "beneficiary",
    "witness",
]
# The PLOVER categories (Open Event Data Alliance, PLOVER codebook; DEMAND is its REQUEST), then
# what everyday news needs beside them.
EventType: TypeAlias = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "DEMAND",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "STATEMENT",
    "APPEAL",
    "APPOINTMENT",
    "RESIGNATION",
    "ELECTION",
    "VISIT",
    "LEGISLATION",
    "TRIAL",
    "BIRTH",
    "DEATH",
    "ACCIDENT",
    "DISASTER",
    "BUSINESS",
    "PUBLICATION",
    "CEREMONY",
    "CULTURE",
    "SPORT",
    "SCIENCE",
    "OTHER",
]


class Record(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    forbid_unknown_fields=True,
    tag_field="record",
):
    """The part that all records share.

    Attributes:
        collection: the collection the record belongs to; None means that of its file.
    """

    collection: str | None = None


class Collection(Record, frozen=True, kw_only=True, tag="collection"):
    """Says that an input holds the whole of a collection: what it no longer holds is revoked."""

    key: Key


class Source(Record, frozen=True, kw_only=True, tag="source"):
    """A document.

    It is *held* when `text` is its text, otherwise *cited*: known only through another.
    """

    key: Key
    kind: str = "article"
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    published: Date | None = None
    retrieved_at: str | None = None
    text: str | None = None

    @property
    def access(self) -> Literal["held", "cited"]:
        """Whether the text itself is here."""
        return "cited" if self.text is None else "held"


class Name(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One name of an actor, as written in one language."""

    text: str
    language: str | None = None
    kind: NameKind = "alias"


class Actor(Record, frozen=True, kw_only=True, tag="actor"):
    """A person, organisation, state, armed group or other group that takes part.

    Attributes:
        name: the name it is shown by.
        names: further names.
        identifiers: scheme -> value, e.g. {"wikidata": "Q317521"}.
        mention: true = found by a machine and confirmed by nobody; false = confirmed, though
            another collection says mention; left out = an ordinary actor.
    """

    key: Key
    name: str
    kind: ActorKind = "person"
    description: str | None = None
    names: tuple[Name, ...] = ()
    identifiers: dict[str, str] = {}
    mention: bool | None = None


class Position(Record, frozen=True, kw_only=True, tag="position"):
    """An actor holds a title, perhaps in an organisation, for a time.

    Attributes:
        held: from when to when, as an EDTF interval.
    """

    actor: str
    title: str
    organisation: str | None = None
    held: Date | None = None
    source: str | None = None


class Place(Record, frozen=True, kw_only=True, tag="place"):
    """Where things happen. Latitude and longitude are in degrees, WGS 84."""

    key: Key
    name: str
    country: str | None = None
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    part_of: str | None = None

    def __post_init__(self) -> None:
        """Leave out the sign of zero: SQLite does not keep it, PostgreSQL does."""
        for name in ("latitude", "longitude"):
            if getattr(self, name) == 0:
                msgspec.structs.force_setattr(self, name, 0.0)


class Event(Record, frozen=True, kw_only=True, tag="event"):
    """Something that is said to have happened or to be planned. Its date and standing come from its
    claims.

    Attributes:
        title: language -> title.
        summary: language -> summary.
    """

    key: Key
    type: EventType
    title: dict[str, str] = {}
    summary: dict[str, str] = {}
    place: str | None = None
    tags: tuple[str, ...] = ()


class Part(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """An actor in a role, perhaps in a capacity ("ambassador to the UN")."""

    actor: str
    role: Role
    capacity: str | None = None


class Hop(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """One step of an attribution, from the source we hold towards the origin.

    Attributes:
        key: a source or an actor, whichever has that key (what people write).
        source: a source, by key.
        actor: an actor, by key.
        verb: how it says so ("announced").
        words: what the account calls it ("certain sources"); alone, an anonymous hop.
    """

    key: str | None = None
    source: str | None = None
    actor: str | None = None
    verb: str | None = None
    words: str | None = None


class Claim(Record, frozen=True, kw_only=True, tag="claim"):
    """One source's account of one event.

    Attributes:
        said: the date as the source says it ("ce lundi"), resolved against its publication date.
        rule: what `said` means, as a rule with its anchor; read from `said` when it is not given.
        date: the date in EDTF; worked out where there is a rule.
        via: the attribution, from the source towards the origin.
        who: the participants in this account.
        quote: the passage that says so, as it stands in the source.
        quote_start: offset of the quote in the source's text, in characters; worked out.
        quote_end: offset after its last character; worked out.
        trigger_start: offset in the source's text of the word that names the event ("met"), in
            characters.
        trigger_end: offset after the last character of that word.
        extractor: the machine that made the claim; None means a person.
        confidence: of the machine, 0 to 1.
        pinned: whether its date wins over those of all other claims.
    """

    event: str
    source: str
    polarity: Polarity = "affirms"
    modality: Modality = "asserted"
    said: str | None = None
    rule: str | None = None
    date: Date | None = None
    via: tuple[Hop, ...] = ()
    who: tuple[Part, ...] = ()
    quote: str | None = None
    quote_start: Offset | None = None
    quote_end: Offset | None = None
    trigger_start: Offset | None = None
    trigger_end: Offset | None = None
    note: str | None = None
    extractor: str | None = None
    confidence: Confidence | None = None
    pinned: bool = False

    def __post_init__(self) -> None:
        """Leave out the sign of zero: SQLite does not keep it, PostgreSQL does."""
        if self.confidence == 0:
            msgspec.structs.force_setattr(self, "confidence", 0.0)

    # What is worked out from the rest, and where words stand, is no part of what the claim says.
    derived: ClassVar[tuple[str, ...]] = (
        "quote_start",
        "quote_end",
        "trigger_start",
        "trigger_end",
    )


class Link(Record, frozen=True, kw_only=True, tag="link"):
    """One event stands to another: `event` is `kind` of `other`, according to `source`."""

    event: str
    kind: LinkKind
    other: str
    source: str | None = None


class Judgement(Record, frozen=True, kw_only=True, tag="judgement"):
    """Two actors or two events are the same (a merge: `left` absorbs `right`) or are not."""

    of: Literal["actor", "event"]
    left: str
    right: str
    verdict: Literal["same", "different"] = "same"


AnyRecord: TypeAlias = (
    Collection | Source | Actor | Place | Position | Event | Claim | Link | Judgement
)


class Located(NamedTuple):
    """A record and where it was read."""

    record: AnyRecord
    where: Where


def decode_hook(kind: type, value: Any) -> Any:
    """Read what msgspec does not know by itself: dates, as EDTF text."""
    if kind is not Date:
        raise NotImplementedError(kind)
    if isinstance(value, Date):
        return value
    if not isinstance(value, str):
        raise ValueError(f"a date is a text, not {value!r}")  # noqa: TRY004 - msgspec reports ValueError with its path
    try:
        return parse(value)
    except DateError as error:
        raise ValueError(str(error)) from error


def encode_hook(value: Any) -> Any:
    """Write what msgspec does not know by itself: dates, as EDTF text."""
    if isinstance(value, Date):
        return value.text
    raise NotImplementedError(type(value))


def schema_hook(kind: type) -> dict[str, Any]:
    """Describe in JSON Schema what msgspec does not know by itself."""
    if kind is Date:
        return {"type": "string", "description": "a date in EDTF (ISO 8601-2), level 0 to 2"}
    raise NotImplementedError(kind)


def to_mapping(record: AnyRecord) -> dict[str, Any]:
    """Give the record as plain values, defaults left out, in the order of its fields."""
    mapping: dict[str, Any] = msgspec.to_builtins(record, enc_hook=encode_hook)
    return mapping


def canonical(record: R) -> R:
    """Give the record with every text that equals its default made the default itself.

    msgspec leaves a default out by identity: a text that is only equal to it, such as one from a
    database, would be written.
    """
    if isinstance(record, Actor) and record.names:
        return _settled(replace(record, names=tuple(map(_settled, record.names))))
    return _settled(record)


def _settled(value: S) -> S:
    equal = {
        name: default
        for name, default in _text_defaults(type(value))
        if getattr(value, name) == default
    }
    if all(getattr(value, name) is default for name, default in equal.items()):
        return value
    return replace(value, **equal)


@lru_cache(maxsize=32)
def _text_defaults(kind: type[Any]) -> tuple[tuple[str, str], ...]:
    fields = msgspec.structs.fields(kind)
    return tuple((field.name, field.default) for field in fields if isinstance(field.default, str))


def content_key(record: Claim | Link | Position) -> str:
    """Name a record by what it says: the first 20 hexadecimal digits of SHA-256 over its content.

    The collection, and what is worked out from the rest (offsets, a date that follows from a rule),
    are no part of it, so that the same account read twice has the same key. Nor is how a quote is
    typed: it is quoted as it stands in the source's text, which may only come later.
    """
    content = to_mapping(canonical(record))
    left_out = {"collection", *getattr(record, "derived", ())}
    if isinstance(record, Claim) and record.rule:
        left_out.add("date")
    kept = {name: value for name, value in content.items() if name not in left_out}
    if isinstance(record, Claim) and record.quote:
        kept["quote"] = " ".join(typed(record.quote).split())
    return hashlib.sha256(msgspec.json.encode(kept, order="sorted")).hexdigest()[:20]
