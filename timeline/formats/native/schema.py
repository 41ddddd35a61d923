"""The JSON Schema (draft 2020-12) of what the readers take, for editors and for other programs."""

from __future__ import annotations

import inspect
import re
from typing import Any, get_args

import msgspec

from timeline.formats.native.blocks import SECTIONS, DocumentBlock
from timeline.records import AnyRecord, schema_hook

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(*, records: bool = False) -> dict[str, Any]:
    """Give the JSON Schema of the native document.

    Where the native format wants a text a number, true or false may stand as well, since YAML
    editors see these in `published: 2024`.

    Args:
        records: give that of one line of JSON Lines instead.

    Returns:
        The schema, with what the classes say of themselves and their fields as descriptions.
    """
    kind, title = (
        (AnyRecord, "timeline, one record")
        if records
        else (DocumentBlock, "timeline, native format")
    )
    found: dict[str, Any] = msgspec.json.schema(kind, schema_hook=schema_hook)
    found.pop("discriminator", None)  # OpenAPI's, no keyword of JSON Schema
    needed = {
        one.__name__: one.needed
        for one in (*get_args(AnyRecord), *SECTIONS.values())
        if getattr(one, "needed", ())
    }
    for name, definition in found["$defs"].items():
        _describe(definition)
        definition.pop("title")
        if name in needed:
            definition["anyOf"] = [{"required": [*needed[name]]}, {"required": ["by"]}]
    return {"$schema": _DIALECT, "title": title} | (found if records else _lenient(found))


def _describe(definition: dict[str, Any]) -> None:
    """Move what the documentation of a class says of its attributes to the properties of these
    names.
    """
    says, _, attributes = inspect.cleandoc(definition.get("description", "")).partition(
        "\n\nAttributes:\n"
    )
    definition["description"] = says
    for name, words in re.findall(r"^ {4}(\w+): (.*(?:\n {5,}.*)*)", attributes, re.MULTILINE):
        if name in definition["properties"]:
            definition["properties"][name].setdefault("description", " ".join(words.split()))


def _lenient(node: Any) -> Any:
    """Let numbers, true and false stand for texts."""
    if isinstance(node, list):
        return [_lenient(item) for item in node]
    if not isinstance(node, dict):
        return node
    wide = {name: _lenient(item) for name, item in node.items()}
    if node.get("type") == "string":
        wide["type"] = ["string", "number", "boolean"]
    return wide
