"""The records, and what they are made of."""

from __future__ import annotations

import math
from typing import ClassVar, Literal, NamedTuple, TypeAlias

import msgspec
from msgspec.structs import force_setattr

from timeline.dates import Date
from timeline.errors import DataError, Where
from timeline.records.vocabulary import (
    ActorKind,
    Confidence,
    Decision,
    EventType,
    Evidence,
    Key,
    Latitude,
    LinkKind,
    Longitude,
    Modality,
    NameKind,
    Noted,
    Offset,
    Polarity,
    RecordKind,
    Role,
    Sameness,
    VersionKind,
)

# A double has each whole number up to this one (IEEE 754: 53 bits of precision).
_EXACT = 2**53
# What only a claim that does not withdraw another says.
_SAYING = ("said", "rule", "date", "place", "who", "quantities")


class RefusedError(DataError, ValueError):
    """A value that no record may have. msgspec reports it with its path, as any ValueError."""


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
    """Says that an input holds the whole of a collection: what it no longer holds is revoked.

    Attributes:
        source: it holds the whole of what this source says in the collection, and no more of it.
    """

    key: Key
    source: Key | None = None


class Stated(Record, frozen=True, kw_only=True):
    """The part that records of things share: who states them.

    Attributes:
        extractor: the machine that made the record; None means a person.
        by: the person who stated it by a command.
        at: when, as an EDTF date-time in UTC.
    """

    extractor: str | None = None
    by: str | None = None
    at: Date | None = None

    # Whoever says it says the same.
    unkeyed: ClassVar[tuple[str, ...]] = ("extractor", "by", "at")
    # The fields that a record can't be without, unless a person only adds to what others say.
    needed: ClassVar[tuple[str, ...]] = ()

    def __post_init__(self) -> None:
        """See to it that nothing is missing.

        Raises:
            RefusedError: something is.
        """
        for name in self.needed:
            if self.by is None and getattr(self, name) is None:
                raise RefusedError("field-missing", name=name)


class Source(Stated, frozen=True, kw_only=True, tag="source"):
    """A document.

    It is *held* when `text` is its text, otherwise *cited*: known only through another.

    Attributes:
        replaces: the key of the source that is an earlier text of this one.
        version: what it is to that one; None means no more than that it comes after it.
        evidence: whether what it says is evidence; left out, it is, but for an editor's own notes
            (kind `notes`). What is none counts only where nothing else is said of an event.
        partial: whether the text is only a part of the document, which may say more.
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
    replaces: str | None = None
    version: VersionKind | None = None
    evidence: Evidence | None = None
    partial: bool = False
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


class Actor(Stated, frozen=True, kw_only=True, tag="actor"):
    """A person, organisation, state, armed group or other group that takes part.

    Attributes:
        name: the name it is shown by; only what a person states by a command may be without.
        names: further names.
        identifiers: scheme -> value, e.g. {"wikidata": "Q317521"}.
        mention: true = found by a machine and confirmed by nobody; false = confirmed, though
            another collection says mention; left out = an ordinary actor.
    """

    key: Key
    name: str | None = None
    kind: ActorKind = "person"
    description: str | None = None
    names: tuple[Name, ...] = ()
    identifiers: dict[str, str] = {}
    mention: bool | None = None

    needed: ClassVar[tuple[str, ...]] = ("name",)


class Position(Stated, frozen=True, kw_only=True, tag="position"):
    """An actor holds a title, perhaps in an organisation, for a time.

    Attributes:
        held: from when to when, as an EDTF interval; left out = nobody says, but when the source
            was published they held it.
    """

    actor: str
    title: str
    organisation: str | None = None
    held: Date | None = None
    source: str | None = None


class PlaceName(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """One name of a place, as written in one language.

    Attributes:
        used: from when to when it was the name, as an EDTF interval.
    """

    text: str
    language: str | None = None
    used: Date | None = None


class Place(Stated, frozen=True, kw_only=True, tag="place"):
    """Where things happen. Latitude and longitude are in degrees, WGS 84.

    Attributes:
        name: the name it is shown by; only what a person states by a command may be without.
        names: further names.
    """

    key: Key
    name: str | None = None
    names: tuple[PlaceName, ...] = ()
    country: str | None = None
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    part_of: str | None = None

    needed: ClassVar[tuple[str, ...]] = ("name",)

    def __post_init__(self) -> None:
        """Leave out the sign of zero: SQLite does not keep it, PostgreSQL does."""
        super().__post_init__()
        for name in ("latitude", "longitude"):
            if getattr(self, name) == 0:
                force_setattr(self, name, 0.0)


class Event(Stated, frozen=True, kw_only=True, tag="event"):
    """Something that is said to have happened or to be planned. Its date and standing come from its
    claims.

    Attributes:
        type: only what a person states by a command may be without.
        title: language -> title.
        summary: language -> summary.
        place: where it happened according to those claims of the same collection that name no
            place themselves.
    """

    key: Key
    type: EventType | None = None
    title: dict[str, str] = {}
    summary: dict[str, str] = {}
    place: str | None = None
    tags: tuple[str, ...] = ()

    needed: ClassVar[tuple[str, ...]] = ("type",)


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


class Quantity(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """A number that a claim gives: an estimate, its bounds, or both.

    Whole numbers are integers, as far as a double has each of them, so that both engines give back
    the same.

    Attributes:
        name: what is counted or measured ("dead").
        value: the number, or the best estimate.
        low: at least so many.
        high: at most so many.
        unit: what it is measured in ("EUR"); None for things counted.
    """

    name: Key
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None

    def __post_init__(self) -> None:
        """Hold the numbers against each other.

        Raises:
            RefusedError: there is none, one is infinite, or they are not in order.
        """
        known = [number for number in (self.low, self.value, self.high) if number is not None]
        if not known or not all(map(math.isfinite, known)) or known != sorted(known):
            raise RefusedError("no-quantity", name=self.name)
        for field in ("value", "low", "high"):
            number = getattr(self, field)
            if isinstance(number, float) and number.is_integer() and abs(number) <= _EXACT:
                force_setattr(self, field, int(number))


class Claim(Record, frozen=True, kw_only=True, tag="claim"):
    """One source's account of one event.

    Attributes:
        said: the date as the source says it ("ce lundi"), resolved against its publication date.
        rule: what `said` means, as a rule with its anchor; read from `said` when it is not given.
        date: the date in EDTF; worked out where there is a rule.
        place: where it happened, if this account says otherwise than the event's `place` of its
            collection.
        via: the attribution, from the source towards the origin.
        who: the participants in this account.
        quantities: the numbers that it gives, each by another name.
        locator: where in the source it stands ("p. 14", "00:12:31").
        quote: the passage that says so, as it stands in the source.
        quote_start: offset of the quote in the source's text, in characters; worked out.
        quote_end: offset after its last character; worked out.
        trigger_start: offset in the source's text of the word that names the event ("met"), in
            characters.
        trigger_end: offset after the last character of that word.
        withdraws: key of the source whose account of the event this one takes back: from the day
            of this source that account counts no more. Such a claim says nothing else.
        remark: what the writer of the record adds; shown beside the claim.
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
    place: str | None = None
    via: tuple[Hop, ...] = ()
    who: tuple[Part, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    locator: str | None = None
    quote: str | None = None
    quote_start: Offset | None = None
    quote_end: Offset | None = None
    trigger_start: Offset | None = None
    trigger_end: Offset | None = None
    withdraws: str | None = None
    remark: str | None = None
    extractor: str | None = None
    confidence: Confidence | None = None
    pinned: bool = False

    # What is worked out from the rest, and where words stand, is no part of what the claim says.
    unkeyed: ClassVar[tuple[str, ...]] = (
        "quote_start",
        "quote_end",
        "trigger_start",
        "trigger_end",
    )

    def __post_init__(self) -> None:
        """Leave out the sign of zero: SQLite does not keep it, PostgreSQL does.

        One that withdraws an account has the polarity `withdraws`, which need not be written.

        Raises:
            RefusedError: two quantities have the same name; it withdraws nothing, or says something
                else as well.
        """
        if self.confidence == 0:
            force_setattr(self, "confidence", 0.0)
        if self.withdraws is not None and self.polarity == "affirms":
            force_setattr(self, "polarity", "withdraws")
        if self.withdraws is None and self.polarity == "withdraws":
            raise RefusedError("withdraws-nothing")
        if self.withdraws is not None and (
            self.polarity != "withdraws" or any(getattr(self, name) for name in _SAYING)
        ):
            raise RefusedError("withdraws-and-says")
        if self.quantities and len({one.name for one in self.quantities}) < len(self.quantities):
            raise RefusedError("quantity-twice")


class Link(Stated, frozen=True, kw_only=True, tag="link"):
    """One event stands to another: `event` is `kind` of `other`, according to `source`."""

    event: str
    kind: LinkKind
    other: str
    source: str | None = None


class Judgement(Stated, frozen=True, kw_only=True, tag="judgement"):
    """Two actors or two events are the same (a merge: `left` absorbs `right`) or are not."""

    of: Literal["actor", "event"]
    left: str
    right: str
    says: Sameness = "same"


class Verdict(Record, frozen=True, kw_only=True, tag="verdict"):
    """What a person decided about a claim.

    It falls on whatever stands at the claim's place in the text, also when the text is read again:
    the place is the source (same text, else same URL, else same key, or a later version) and the
    trigger's offsets; in another text, the same word in the same sentence, also where that was
    mended a little and the same is read in it. A claim without a trigger is known by its key.

    Attributes:
        source: key of the claim's source.
        says: what was decided.
        claim: key of the claim as it was read.
        correction: key of the person's own claim that stands in its place.
        by: who decided.
        at: when, as an EDTF date-time in UTC.
        why: in the person's words.
        text_sha256, url: of the source as it was.
        quote: the sentence; quote_start: its offset in the text, in characters.
        trigger: the word that names the event; trigger_start, trigger_end: its offsets in the text.
    """

    source: Key
    says: Decision
    claim: Key
    correction: Key | None = None
    by: Key
    at: Date
    why: str | None = None
    text_sha256: str | None = None
    url: str | None = None
    quote: str | None = None
    quote_start: Offset | None = None
    trigger: str | None = None
    trigger_start: Offset | None = None
    trigger_end: Offset | None = None

    unkeyed: ClassVar[tuple[str, ...]] = ()

    def __post_init__(self) -> None:
        """Hold the fields against each other.

        Raises:
            RefusedError: it is corrected without a correction, or has one though it is not.
        """
        if (self.says == "corrected") != (self.correction is not None):
            raise RefusedError("verdict-without-correction")


class Note(Record, frozen=True, kw_only=True, tag="note"):
    """A person's words on something; no evidence.

    Attributes:
        of: what it is on.
        about: the key of that.
        by: who wrote it.
        at: when, as an EDTF date-time in UTC.
    """

    of: Noted
    about: Key
    text: Key
    by: Key
    at: Date

    unkeyed: ClassVar[tuple[str, ...]] = ()


class Revoked(Record, frozen=True, kw_only=True, tag="revoked"):
    """Says that a collection no longer holds a record.

    Attributes:
        kind: of the record.
        key: its own, or what it says (`content_key`).
    """

    kind: RecordKind
    key: Key


AnyRecord: TypeAlias = (
    Collection
    | Source
    | Actor
    | Place
    | Position
    | Event
    | Claim
    | Link
    | Judgement
    | Verdict
    | Note
    | Revoked
)


class Located(NamedTuple):
    """A record and where it was read."""

    record: AnyRecord
    where: Where
