"""What a file says, as frozen values, and what could not be read.

A reader yields `Located` records and `Problem`s; the loader takes them. A record names other
records by their keys. The same classes give the JSON Lines format and its JSON Schema.

vocabulary  the words and bounds that fields may have; everyday: what people call them
sole        the roles that only one can fill
values      the records, and what they are made of
plain       records as plain values: read, written, described, and named by what they say
"""

from __future__ import annotations

from timeline.errors import Problem, Where
from timeline.records.plain import (
    canonical,
    content_key,
    decode_hook,
    encode_hook,
    schema_hook,
    to_mapping,
)
from timeline.records.values import (
    Actor,
    AnyRecord,
    Claim,
    Collection,
    Event,
    Hop,
    Judgement,
    Link,
    Located,
    Name,
    Note,
    Part,
    Place,
    PlaceName,
    Position,
    Quantity,
    Record,
    RefusedError,
    Revoked,
    Source,
    Stated,
    Verdict,
)
from timeline.records.vocabulary import (
    OLD_NAMES,
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

__all__ = [
    "OLD_NAMES",
    "Actor",
    "ActorKind",
    "AnyRecord",
    "Claim",
    "Collection",
    "Confidence",
    "Decision",
    "Event",
    "EventType",
    "Evidence",
    "Hop",
    "Judgement",
    "Key",
    "Latitude",
    "Link",
    "LinkKind",
    "Located",
    "Longitude",
    "Modality",
    "Name",
    "NameKind",
    "Note",
    "Noted",
    "Offset",
    "Part",
    "Place",
    "PlaceName",
    "Polarity",
    "Position",
    "Problem",
    "Quantity",
    "Record",
    "RecordKind",
    "RefusedError",
    "Revoked",
    "Role",
    "Sameness",
    "Source",
    "Stated",
    "Verdict",
    "VersionKind",
    "Where",
    "canonical",
    "content_key",
    "decode_hook",
    "encode_hook",
    "schema_hook",
    "to_mapping",
]
