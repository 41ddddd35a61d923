"""The words and bounds that fields of records may have."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta

Key: TypeAlias = Annotated[str, Meta(min_length=1)]
Latitude: TypeAlias = Annotated[float, Meta(ge=-90, le=90)]
Longitude: TypeAlias = Annotated[float, Meta(ge=-180, le=180)]
Confidence: TypeAlias = Annotated[float, Meta(ge=0, le=1)]
Offset: TypeAlias = Annotated[int, Meta(ge=0, le=2**31 - 1)]
Polarity: TypeAlias = Literal["affirms", "denies", "declines", "withdraws"]
Modality: TypeAlias = Literal[
    "asserted", "reported", "possible", "planned", "requested", "hypothetical"
]
ActorKind: TypeAlias = Literal["person", "organisation", "state", "armed_group", "group"]
NameKind: TypeAlias = Literal["primary", "alias", "transliteration", "acronym"]
Evidence: TypeAlias = Literal["yes", "no"]
VersionKind: TypeAlias = Literal["update", "correction", "retraction"]
Sameness: TypeAlias = Literal["same", "different"]
Decision: TypeAlias = Literal["accepted", "rejected", "corrected"]
Noted: TypeAlias = Literal["event", "actor", "source", "claim"]
RecordKind: TypeAlias = Literal[
    "source", "actor", "place", "position", "event", "claim", "link", "judgement", "verdict",
    "note",
]  # fmt: skip
LinkKind: TypeAlias = Literal[
    "part_of", "causes", "responds_to", "background", "contradicts", "before", "after"
]
Role: TypeAlias = Literal[
    "agent", "recipient", "participant", "speaker", "addressee", "mediator", "host", "victim",
    "beneficiary", "witness", "winner",
]  # fmt: skip
# The PLOVER categories (Open Event Data Alliance, PLOVER codebook; DEMAND is its REQUEST), then
# what everyday news needs beside them.
EventType: TypeAlias = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "DEMAND", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "STATEMENT",
    "APPEAL", "APPOINTMENT", "RESIGNATION", "ELECTION", "VISIT", "LEGISLATION", "TRIAL", "BIRTH",
    "DEATH", "ACCIDENT", "DISASTER", "BUSINESS", "PUBLICATION", "CEREMONY", "CULTURE", "SPORT",
    "SCIENCE", "OTHER",
]  # fmt: skip
# What words of records were called before 0.2.0: they are still read, and still make the keys.
OLD_NAMES: dict[str, dict[str, str]] = {
    "claim": {"note": "remark"},
    "judgement": {"verdict": "says"},
}
