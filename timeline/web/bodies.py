"""What a request to write has to say, as types: msgspec reads them, and the description is made of
them. Nothing of it is trusted.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import UNSET, Meta, UnsetType

from timeline import records as r
from timeline.load import Of

# Neither engine keeps a null character, and a name has no line breaks.
Name: TypeAlias = Annotated[str, Meta(max_length=200, pattern=r"^[^\x00-\x20][^\x00-\x1f]*$")]
Key: TypeAlias = Annotated[str, Meta(min_length=1, max_length=500, pattern=r"^[^\x00]+$")]
Words: TypeAlias = Annotated[str, Meta(min_length=1, max_length=10_000, pattern=r"^[^\x00]+$")]
Offset: TypeAlias = Annotated[int, Meta(ge=0, le=2**31 - 1)]
Seen: TypeAlias = Literal["accepted", "rejected", "corrected", "superseded"]


class Body(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who writes."""

    by: Name


class Leave(Body, frozen=True, kw_only=True):
    """They look at no claim any more."""


class Look(Body, frozen=True, kw_only=True):
    """Of which claims they want the first that nobody looks at."""

    claims: Annotated[tuple[Key, ...], Meta(max_length=200)]


class OfClaim(Body, frozen=True, kw_only=True):
    """What is done about a claim: its key, and what they saw was decided about it (null: nothing
    was).
    """

    claim: Key
    seen: Seen | None


class Judged(OfClaim, frozen=True, kw_only=True):
    """A verdict, perhaps with a reason."""

    why: Words | None = None


class Named(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody who takes part; without a key they are new, and `kind` says what they are."""

    name: Name
    key: Key | None = None
    role: r.Role | None = None
    capacity: Words | None = None
    kind: r.ActorKind = "person"


class NewPlace(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place that is not there yet."""

    name: Name


class Via(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From whom a source has it: an actor by key, or what the text calls them."""

    actor: Key | None = None
    words: Words | None = None


class Changes(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What of a claim is to be otherwise; what is left out stays. A date is EDTF."""

    date: Key | UnsetType | None = UNSET
    place: Key | NewPlace | UnsetType | None = UNSET
    modality: r.Modality | UnsetType = UNSET
    polarity: Literal["affirms", "denies", "declines"] | UnsetType = UNSET
    via: Annotated[tuple[Via, ...], Meta(max_length=20)] | UnsetType = UNSET


class Corrected(OfClaim, frozen=True, kw_only=True):
    """A correction."""

    changes: Changes


class Taking(OfClaim, frozen=True, kw_only=True):
    """Who is to take part, in which role; null: the usual one for where they are named."""

    who: Named


class LeavingOut(OfClaim, frozen=True, kw_only=True):
    """Who takes no part."""

    actor: Key


class Retyped(OfClaim, frozen=True, kw_only=True):
    """The type of the claim's event."""

    type: r.EventType


class Reread(OfClaim, frozen=True, kw_only=True):
    """Which word of the text names the event: offsets, in characters."""

    start: Offset
    end: Offset


class Same(Body, frozen=True, kw_only=True):
    """Two actors or events are one, or are not; the first stands for both."""

    of: Of
    first: Key
    other: Key


class United(Body, frozen=True, kw_only=True):
    """All of them are one; the first stands for all."""

    actors: Annotated[tuple[Key, ...], Meta(min_length=2, max_length=500)]


class Noted(Body, frozen=True, kw_only=True):
    """A note."""

    of: r.Noted
    about: Key
    text: Words


class NewEvent(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An event that is not there yet."""

    type: r.EventType
    title: Name


class Told(Body, frozen=True, kw_only=True):
    """A claim that a person reads in a text: the words that name the event, as offsets in
    characters; and which event that is.
    """

    source: Key
    start: Offset
    end: Offset
    event: Key | NewEvent
    language: Annotated[str, Meta(pattern=r"^[a-z]{2,3}$")] = "en"


class Undo(Body, frozen=True, kw_only=True):
    """What they decided last is to be taken back."""
