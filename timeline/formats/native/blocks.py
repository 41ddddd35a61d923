"""The blocks that people write: the records, shaped for the hand.

A block has the fields of its record, but for those that its place in the document says. It is
derived from the record, so that a field stands in one list only.
"""

from __future__ import annotations

from types import GenericAlias
from typing import Annotated, Any, get_args

import msgspec
from msgspec import NODEFAULT, Meta

from timeline import records
from timeline.dates import Date
from timeline.records import Hop, Key, Name, Offset, PlaceName, Role, Sameness, Stated

_GIVEN_BY_THE_DOCUMENT = ("collection",)
_TEXT_DATE = "a date in EDTF (ISO 8601-2), level 0 to 2"


def block(
    kind: type[msgspec.Struct],
    name: str,
    /,
    *without: str,
    doc: str = "",
    whole: bool = True,
    **changed: Any,
) -> Any:
    """Derive the class of a block from that of a record.

    Args:
        kind: the record.
        name: of the new class.
        without: fields that the block has not.
        doc: what the block is; else what the record says.
        whole: whether the block needs what the record needs.
        changed: field -> its type in the block, where it may be left out.
    """
    fields: list[Any] = []
    last = Stated.__struct_fields__ if issubclass(kind, Stated) else ()
    for field in sorted(msgspec.structs.fields(kind), key=lambda field: field.name in last):
        if field.name in changed:
            fields.append((field.name, changed.pop(field.name), None))
        elif field.name in _GIVEN_BY_THE_DOCUMENT + without:
            continue
        elif field.required:
            fields.append((field.name, field.type))
        else:
            default = (
                field.default if field.default_factory is NODEFAULT else field.default_factory()
            )
            fields.append((field.name, field.type, default))
    fields += [(added, annotation, None) for added, annotation in changed.items()]
    namespace: dict[str, Any] = {"__doc__": doc or kind.__doc__}
    if whole and issubclass(kind, Stated) and kind.needed:
        namespace |= {"needed": kind.needed, "__post_init__": Stated.__post_init__}
    return msgspec.defstruct(
        name,
        fields,
        namespace=namespace,
        module=__name__,
        frozen=True,
        kw_only=True,
        forbid_unknown_fields=True,
        rename={"capacity": "as"},
    )


def _some(kind: Any) -> Any:
    """A list of that kind; dynamic, since the kind is."""
    return GenericAlias(list, (kind,))


def _says(kind: Any, words: str, **bounds: Any) -> Any:
    return Annotated[kind, Meta(description=words, **bounds)]


class DateBlock(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A date as a source says it.

    Attributes:
        said: its own words ("ce lundi"), resolved against the publication date of the source.
        rule: what they mean, e.g. "this monday @ published"; read from the words when it is not
            given.
        edtf: the date in EDTF; worked out when it is not given.
    """

    said: str | None = None
    rule: str | None = None
    edtf: Date | None = None


SourceBlock = block(
    records.Source,
    "SourceBlock",
    text=_says(str | None, "the name of a file beside this one that holds the source's text"),
    content=_says(str | None, "the source's text itself"),
)
PositionBlock = block(records.Position, "PositionBlock", "actor")
LoosePositionBlock = block(records.Position, "LoosePositionBlock")
PlaceBlock = block(
    records.Place,
    "PlaceBlock",
    names=_says(
        str | _some(str | PlaceName) | None, "further names; a bare text has no language and time"
    ),
)
ActorBlock = block(
    records.Actor,
    "ActorBlock",
    names=_says(str | _some(str | Name) | None, "further names; a bare text is an alias"),
    positions=_says(_some(PositionBlock) | None, "the positions that the actor held"),
)
PersonBlock = block(records.Part, "PersonBlock", "role")
PartBlock = block(records.Part, "PartBlock")
QuantityBlock = block(records.Quantity, "QuantityBlock", "name")
ClaimBlock = block(
    records.Claim,
    "ClaimBlock",
    "event",
    "said",
    "rule",
    "quantities",
    source=_says(str | None, "the source whose account this is; else that of the document"),
    date=_says(str | DateBlock | None, f"{_TEXT_DATE}, or what the source says"),
    via=_says(
        str | Hop | _some(str | Hop) | None,
        "from the source towards the origin; a bare text is the key of a source or an actor",
    ),
    who=_says(
        Annotated[
            GenericAlias(dict, (Role, str | PersonBlock | _some(str | PersonBlock))),
            Meta(extra_json_schema={"propertyNames": {"enum": list(get_args(Role))}}),
        ]
        | _some(PartBlock)
        | None,
        "role -> who takes part in it, by the key of the actor; or a list of actors, each with "
        "its role",
    ),
    numbers=_says(
        GenericAlias(dict, (Key, str | QuantityBlock)) | None,
        "what is counted or measured -> the number, or its bounds, and its unit: 12, 30..40, "
        "2 billion EUR",
    ),
    page=_says(str | None, "where in the source it stands, if that is a page; else `locator`"),
    note=_says(str | None, "the former name of `remark`"),
    quote_start=_says(Offset | None, "a hint, where a quote stands in the text more than once"),
    quote_end=_says(Offset | None, "worked out from the quote"),
)
EventBlock = block(
    records.Event,
    "EventBlock",
    doc="Something that is said to have happened or to be planned, with the claims about it. "
    "Without a type the block "
    "only adds claims to an event that another block or file defines.",
    whole=False,
    title=_says(
        str | dict[str, str] | None,
        "language -> title; a bare text is in the language of the source",
    ),
    summary=_says(
        str | dict[str, str] | None,
        "language -> summary; a bare text is in the language of the source",
    ),
    place=_says(str | None, "where it happened; the place of the claims below that name none"),
    tags=_says(str | list[str] | None, "words to find it by"),
    part_of=_says(str | None, "the event that this one is a part of"),
    claims=_says(_some(ClaimBlock) | None, "what the sources say of it"),
)
LinkBlock = block(records.Link, "LinkBlock")
JudgementBlock = block(
    records.Judgement,
    "JudgementBlock",
    says=_says(Sameness | None, "whether the two are the same, which they are if nothing is said"),
    verdict=_says(Sameness | None, "the former name of `says`"),
)
VerdictBlock = block(records.Verdict, "VerdictBlock")
NoteBlock = block(records.Note, "NoteBlock")
RevokedBlock = block(records.Revoked, "RevokedBlock")

# section -> the block of its items, in the order in which they are read
SECTIONS: dict[str, Any] = {
    "sources": SourceBlock,
    "actors": ActorBlock,
    "places": PlaceBlock,
    "positions": LoosePositionBlock,
    "events": EventBlock,
    "links": LinkBlock,
    "judgements": JudgementBlock,
    "verdicts": VerdictBlock,
    "notes": NoteBlock,
    "revoked": RevokedBlock,
}

DocumentBlock: Any = msgspec.defstruct(
    "DocumentBlock",
    [
        (
            "collection",
            _says(str | None, "the collection; else the name of the file without its suffix"),
            None,
        ),
        (
            "source",
            _says(str | SourceBlock | None, "the source of the claims below, or its key"),
            None,
        ),
        *((section, _some(kind) | None, None) for section, kind in SECTIONS.items()),
    ],
    namespace={
        "__doc__": "A document of `timeline`: sources, actors, places, and events with the claims "
        "about them."
    },
    module=__name__,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
)
