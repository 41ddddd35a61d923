"""The native format, written: records as documents that read well and read back as the same
records.

One document for each collection. Claims stand in their events and positions in their actors; claims
about an event of another collection stand in a block without a type.
"""

from __future__ import annotations

import json
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any

import msgspec

from timeline.dates import Date
from timeline.formats.native.blocks import SECTIONS
from timeline.formats.native.quantities import quantity_text
from timeline.formats.native.yamlwrite import mapping_lines
from timeline.records import (
    Actor,
    Claim,
    Collection,
    Event,
    Hop,
    Judgement,
    Link,
    Name,
    Note,
    Part,
    Place,
    PlaceName,
    Position,
    Quantity,
    Revoked,
    Source,
    Stated,
    Verdict,
    canonical,
    encode_hook,
    to_mapping,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.records import AnyRecord

_BLOCK_STYLE = frozenset(("source", "sources", "actors", "events", "claims"))


def write_yaml(records: Iterable[AnyRecord]) -> Iterator[str]:
    """Write YAML, a document for each collection.

    Args:
        records: those of one collection after the other; keys are unique in each.
    """
    for i, document in enumerate(documents_of(records)):
        if i:
            yield "---\n"
        line = ""
        for name, value in document.items():
            if line:
                yield "\n"
            for line in mapping_lines({name: value}, _BLOCK_STYLE):
                yield f"{line}\n"


def write_json(records: Iterable[AnyRecord]) -> Iterator[str]:
    """Write the same documents in JSON: one by itself, several as a list."""
    found = documents_of(records)
    encode = json.JSONEncoder(ensure_ascii=False, indent=2, default=str).iterencode
    documents = list(islice(found, 2))
    yield from encode(documents[0] if len(documents) == 1 else [*documents, *found])
    yield "\n"


def documents_of(records: Iterable[AnyRecord]) -> Iterator[dict[str, Any]]:
    """Give the documents as plain values and dates, in the form in which people write them.

    All records of a collection stand in one document, wherever they come from in the stream.
    """
    for collection, group in groupby(sorted(records, key=_group), _collection):
        document: dict[str, Any] = {} if collection is None else {"collection": collection}
        blocks = _blocks(group)
        yield document | {section: blocks[section] for section in SECTIONS if blocks[section]}


def _collection(record: AnyRecord) -> str | None:
    return record.key if isinstance(record, Collection) else record.collection


def _group(record: AnyRecord) -> str:
    return _collection(record) or ""


def _blocks(records: Iterable[AnyRecord]) -> dict[str, list[dict[str, Any]]]:
    """Give the blocks of each section: claims put into their events, positions into their
    actors.
    """
    blocks: dict[str, list[dict[str, Any]]] = {section: [] for section in SECTIONS}
    claims: dict[str, list[dict[str, Any]]] = {}
    positions: list[Position] = []
    for record in map(canonical, records):
        if isinstance(record, Claim):
            claims.setdefault(record.event, []).append(_claim(record))
        elif isinstance(record, Position):
            positions.append(record)
        elif not isinstance(record, Collection):
            blocks[_SECTION[type(record)]].append(_block(record))
    actors = {block["key"]: block for block in blocks["actors"]}
    for position in positions:
        block = _plain(position)
        if actor := actors.get(position.actor):
            del block["actor"]
            actor.setdefault("positions", []).append(block)
        else:
            blocks["positions"].append(block)
    for event in blocks["events"]:
        if event["key"] in claims:
            event["claims"] = claims.pop(event["key"])
    blocks["events"] += ({"key": event, "claims": about} for event, about in claims.items())
    return blocks


def _plain(record: Any) -> dict[str, Any]:
    """Give the fields that are not their default, dates as dates, who states it last."""
    block = {
        name: _itself(getattr(record, name), value)
        for name, value in to_mapping(record).items()
        if name not in ("record", "collection")
    }
    last = Stated.__struct_fields__ if isinstance(record, Stated) else ()
    return block | {name: block.pop(name) for name in last if name in block}


def _itself(value: Any, plain: Any) -> Any:
    if isinstance(value, Date):
        return value
    return list(plain) if isinstance(plain, tuple) else plain


def _block(record: AnyRecord) -> dict[str, Any]:
    block = _plain(record)
    if isinstance(record, Source) and record.text is not None:
        block["content"] = block.pop("text")
    elif isinstance(record, Actor | Place) and record.names:
        block["names"] = [_name(name) for name in record.names]
    return block


def _name(name: Name | PlaceName) -> str | dict[str, Any]:
    """A name of which nothing else is said stands as a bare text."""
    return name.text if name == type(name)(name.text) else _built_in(name)


def _built_in(value: msgspec.Struct) -> dict[str, Any]:
    mapping: dict[str, Any] = msgspec.to_builtins(value, enc_hook=encode_hook)
    return mapping


def _claim(claim: Claim) -> dict[str, Any]:
    plain = _plain(claim)
    block = {"source": plain.pop("source")}
    said = {name: plain.pop(name) for name in ("said", "rule") if name in plain}
    date = plain.pop("date", None)
    if said:
        block["date"] = said if date is None else {**said, "edtf": date}
    elif date is not None:
        block["date"] = date
    if claim.withdraws is not None:
        del plain["polarity"]
    told = ("polarity", "modality", "withdraws", "place")
    block |= {name: plain.pop(name) for name in told if name in plain}
    if claim.via:
        block["via"] = [
            hop.key if hop.key is not None and hop == Hop(key=hop.key) else _built_in(hop)
            for hop in claim.via
        ]
    if claim.who:
        block["who"] = _who(claim.who)
    if claim.quantities:
        block["numbers"] = {quantity.name: _number(quantity) for quantity in claim.quantities}
    written = ("event", "via", "who", "quantities")
    return block | {name: value for name, value in plain.items() if name not in written}


def _number(quantity: Quantity) -> Any:
    """Give the number alone where nothing else is said, else a text that says it, else its
    fields.
    """
    if (quantity.low, quantity.high, quantity.unit) == (None, None, None):
        return quantity.value
    text = quantity_text(quantity)
    if text is not None:
        return text
    mapping = _built_in(quantity)
    del mapping["name"]
    return mapping


def _who(parts: tuple[Part, ...]) -> Any:
    """Give the participants by role; as a list with their roles where that would change their
    order.
    """
    by_role = [
        (role, [_part(part) for part in group])
        for role, group in groupby(parts, lambda part: part.role)
    ]
    if len({role for role, _ in by_role}) < len(by_role):
        return [{"actor": part.actor, "role": part.role, **_capacity(part)} for part in parts]
    return {role: items[0] if len(items) == 1 else items for role, items in by_role}


def _part(part: Part) -> str | dict[str, str]:
    return {"actor": part.actor, **_capacity(part)} if part.capacity is not None else part.actor


def _capacity(part: Part) -> dict[str, str]:
    return {} if part.capacity is None else {"as": part.capacity}


_SECTION: dict[type, str] = {
    Source: "sources",
    Actor: "actors",
    Place: "places",
    Event: "events",
    Link: "links",
    Judgement: "judgements",
    Verdict: "verdicts",
    Note: "notes",
    Revoked: "revoked",
}
