"""What a request to write has to say, as types: msgspec reads them, and the description is made of
them. Nothing of it is trusted.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import UNSET, Meta, UnsetType

from timeline import records as r
from timeline.load import Of
from timeline.records.vocabulary import Offset

# Neither engine keeps a null character, and a name has no line breaks.
GivenName: TypeAlias = Annotated[str, Meta(max_length=200, pattern=r"^[^\x00-\x20][^\x00-\x1f]*$")]
GivenKey: TypeAlias = Annotated[str, Meta(min_length=1, max_length=500, pattern=r"^[^\x00]+$")]
GivenWords: TypeAlias = Annotated[str, Meta(min_length=1, max_length=10_000, pattern=r"^[^\x00]+$")]
SeenDecision: TypeAlias = Literal["accepted", "rejected", "corrected", "superseded"]


class Order(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who writes."""

    by: GivenName


class LeaveOrder(Order, frozen=True, kw_only=True):
    """They look at no claim any more."""


class LookOrder(Order, frozen=True, kw_only=True):
    """Of which claims they want the first that nobody looks at."""

    claims: Annotated[tuple[GivenKey, ...], Meta(max_length=200)]


class ClaimOrder(Order, frozen=True, kw_only=True):
    """What is done about a claim: its key, and what they saw was decided about it (null: nothing
    was).
    """

    claim: GivenKey
    seen: SeenDecision | None


class VerdictOrder(ClaimOrder, frozen=True, kw_only=True):
    """A verdict, perhaps with a reason."""

    why: GivenWords | None = None


class GivenPerson(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody who takes part; without a key they are new, and `kind` says what they are."""

    name: GivenName
    key: GivenKey | None = None
    role: r.Role | None = None
    capacity: GivenWords | None = None
    kind: r.ActorKind = "person"


class NewPlace(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place that is not there yet."""

    name: GivenName


class GivenHop(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From whom a source has it: an actor by key, or what the text calls them."""

    actor: GivenKey | None = None
    words: GivenWords | None = None


class Changes(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What of a claim is to be otherwise; what is left out stays. A date is EDTF."""

    date: GivenKey | UnsetType | None = UNSET
    place: GivenKey | NewPlace | UnsetType | None = UNSET
    modality: r.Modality | UnsetType = UNSET
    polarity: Literal["affirms", "denies", "declines"] | UnsetType = UNSET
    via: Annotated[tuple[GivenHop, ...], Meta(max_length=20)] | UnsetType = UNSET


class CorrectionOrder(ClaimOrder, frozen=True, kw_only=True):
    """A correction."""

    changes: Changes


class TakeOrder(ClaimOrder, frozen=True, kw_only=True):
    """Who is to take part, in which role; null: the usual one for where they are named."""

    who: GivenPerson


class LeaveOutOrder(ClaimOrder, frozen=True, kw_only=True):
    """Who takes no part."""

    actor: GivenKey


class TypeOrder(ClaimOrder, frozen=True, kw_only=True):
    """The type of the claim's event."""

    type: r.EventType


class WordOrder(ClaimOrder, frozen=True, kw_only=True):
    """Which word of the text names the event: offsets, in characters."""

    start: Offset
    end: Offset


class SameOrder(Order, frozen=True, kw_only=True):
    """Two actors or events are one, or are not; the first stands for both."""

    of: Of
    first: GivenKey
    other: GivenKey


class UniteOrder(Order, frozen=True, kw_only=True):
    """All of them are one; the first stands for all."""

    actors: Annotated[tuple[GivenKey, ...], Meta(min_length=2, max_length=500)]


class NoteOrder(Order, frozen=True, kw_only=True):
    """A note."""

    of: r.Noted
    about: GivenKey
    text: GivenWords


class NewEvent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An event that is not there yet."""

    type: r.EventType
    title: GivenName


class TellOrder(Order, frozen=True, kw_only=True):
    """A claim that a person reads in a text: the words that name the event, as offsets in
    characters; and which event that is.
    """

    source: GivenKey
    start: Offset
    end: Offset
    event: GivenKey | NewEvent
    language: Annotated[str, Meta(pattern=r"^[a-z]{2,3}$")] = "en"


class UndoOrder(Order, frozen=True, kw_only=True):
    """What they decided last is to be taken back."""
