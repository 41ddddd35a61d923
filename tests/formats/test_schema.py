"""The JSON Schema: of its dialect, whole, and of one mind with the readers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, get_args

import pytest
import yaml
from formats.reading import CASES

from timeline.formats import format_of
from timeline.formats.native.blocks import SECTIONS
from timeline.formats.native.schema import schema
from timeline.records import AnyRecord, EventType, Role

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Every schema within a schema."""
    if isinstance(node, dict):
        yield node
        for item in node.values():
            yield from nodes(item)
    elif isinstance(node, list):
        for item in node:
            yield from nodes(item)


@pytest.mark.parametrize("records", [False, True])
def test_whole(records: bool) -> None:
    """It names its dialect, refers only to what is in it, and says what each class is."""
    found = schema(records=records)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    references = {node["$ref"] for node in nodes(found) if "$ref" in node}
    definitions = {f"#/$defs/{name}" for name in found["$defs"]}
    assert references == definitions
    for definition in found["$defs"].values():
        assert definition["description"]
        assert "Attributes" not in definition["description"]
        assert definition["additionalProperties"] is False
        assert set(definition.get("required", ())) <= set(definition["properties"])
    json.dumps(found)


def test_document_has_all_sections() -> None:
    """Each with its blocks, its words and its lists of what is allowed."""
    found = schema()["$defs"]
    assert set(found["DocumentBlock"]["properties"]) == {"collection", "source", *SECTIONS}
    claim, event = found["ClaimBlock"]["properties"], found["EventBlock"]["properties"]
    assert claim["pinned"]["description"] == "whether its date wins over those of all other claims."
    (types,) = (node["enum"] for node in nodes(event["type"]) if "enum" in node)
    assert set(types) == {*get_args(EventType)}
    (roles,) = (
        node["propertyNames"]["enum"] for node in nodes(claim["who"]) if "propertyNames" in node
    )
    assert set(roles) == {*get_args(Role)}
    assert found["PersonBlock"]["properties"].keys() == {"actor", "as"}
    assert found["DocumentBlock"]["properties"]["collection"]["anyOf"][0] == {
        "type": ["string", "number", "boolean"]
    }


def test_records_are_a_choice_by_name() -> None:
    """One for each record, and texts are texts."""
    found = schema(records=True)
    assert len(found["anyOf"]) == len(get_args(AnyRecord))
    assert found["$defs"]["Place"]["properties"]["key"] == {"type": "string", "minLength": 1}


def cases(prefix: str, suffix: str) -> list[Path]:
    """Files of the corpus."""
    found = sorted(CASES.glob(f"{prefix}_*{suffix}"))
    return [path for path in found if format_of(path.name) and ".expected" not in path.name]


def test_validators_agree_with_the_readers() -> None:
    """What a validator of the dialect says: the schema is valid, good documents are, bad ones are
    not.
    """
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    for records in (False, True):
        jsonschema.Draft202012Validator.check_schema(schema(records=records))
    native = jsonschema.Draft202012Validator(schema())
    for path in cases("good", ".yaml"):
        for document in yaml.load_all(path.read_bytes(), yaml.BaseLoader):
            if document:
                assert native.is_valid(_typed(document)), path
    for name in (
        "unknown_field",
        "unknown_role",
        "unknown_type",
        "unknown_words",
        "wrong_kind_of_value",
    ):
        assert not native.is_valid(
            yaml.load((CASES / f"bad_{name}.yaml").read_bytes(), yaml.BaseLoader)
        ), name
    lines = jsonschema.Draft202012Validator(schema(records=True))
    for path in CASES.glob("*.expected.jsonl"):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert lines.is_valid(json.loads(line)), line


def _typed(node: Any, name: str = "") -> Any:
    """A document as an editor sees it: numbers and booleans where the schema wants them."""
    if isinstance(node, dict):
        return {key: _typed(item, key) for key, item in node.items()}
    if isinstance(node, list):
        return [_typed(item) for item in node]
    if name in (
        "latitude",
        "longitude",
        "confidence",
        "quote_start",
        "trigger_start",
        "pinned",
        "mention",
        "value",
        "low",
        "high",
    ):
        return json.loads(node)
    return node
