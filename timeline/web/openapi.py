"""The description of the API (OpenAPI 3.1), from its routes and the classes of its answers."""

from __future__ import annotations

import inspect
import re
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from timeline import __version__
from timeline.errors import Message
from timeline.load.once import Done
from timeline.queries.parameters import PARAMETERS, Takes
from timeline.queries.question import Question
from timeline.web.posts import ApiPost, Leased
from timeline.web.route import ApiRoute, Own
from timeline.web.routes import ROUTES
from timeline.web.writing import NAMES, NAMING

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    Any: {},
    object: {},
    Message: {"type": "string"},
}
_TAKEN: dict[Takes, dict[str, Any]] = {
    "date": {"type": "string", "examples": ["2024-11-11", "11 Nov 2024"]},
    "text": {"type": "string"},
    "texts": {"type": "array", "items": {"type": "string"}},
    "switch": {"type": "string", "enum": ["", "yes", "no"]},
    "range": {"type": "string", "examples": ["0.9..", "..0.5"]},
    "choice": {"type": "string", "enum": ["yes", "no"]},
}
_AMONG = "#/components/schemas/{name}"
_NAMED = (
    "A name that no other request has: who asks again by it, because the answer got lost, hears "
    "what became of it, and nothing is done twice."
)
_ERRORS = {
    "400": "The question can't be answered as it was asked.",
    "404": "Nothing has that key.",
    "409": "Several things have that name; they are listed.",
    "503": "The database can't be read now.",
}
_ERRORS_OF_WRITING = {
    "401": "The token is missing.",
    "403": "Another site asks, or the database may only be read.",
    "409": "Somebody else looks at the claim, has decided about it, or built on it.",
    "413": "The body is too large.",
    "415": "The body is no JSON.",
    "503": "The database can't be written to now.",
}


def description(
    routes: Sequence[ApiRoute] = ROUTES, posts: Sequence[ApiPost] = ()
) -> dict[str, Any]:
    """Give the document.

    Args:
        routes: what is answered.
        posts: what may be written.
    """
    schemas: dict[str, Any] = {"Error": _ERROR}
    paths = {route.path: {"get": _operation(route, schemas)} for route in routes}
    paths |= {post.path: {"post": _writing(post, schemas)} for post in posts}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "timeline",
            "summary": "Who did what, when, and according to whom.",
            "version": __version__,
        },
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


_ERROR: dict[str, Any] = {
    "type": "object",
    "description": "What is wrong: a code, and a sentence that says it.",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "message"],
            "properties": {
                "code": {"type": "string"},
                "message": {"type": "string"},
                "candidates": {"type": "array", "items": {"type": "object"}},
            },
        }
    },
}


def _operation(route: ApiRoute, schemas: dict[str, Any]) -> dict[str, Any]:
    given = _schema(route.gives, schemas)
    if route.many:
        text = {"type": ["string", "null"]}
        given = {
            "type": "object",
            "required": ["rows", "after", "next"],
            "properties": {"rows": {"type": "array", "items": given}, "after": text, "next": text},
        }
    content = {"application/json": {"schema": given}}
    if route.many:
        content["text/csv"] = {"schema": {"type": "string"}}
    refused = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    return {
        "summary": route.says,
        "parameters": [*_parameters(route)],
        "responses": {
            "200": {"description": "The answer.", "content": content},
            "304": {"description": "It is what the client has already (ETag)."},
            **{code: {"description": says, "content": refused} for code, says in _ERRORS.items()},
        },
    }


def _writing(post: ApiPost, schemas: dict[str, Any]) -> dict[str, Any]:
    """Describe what may be written; the schema of its body is put among the components."""
    (body,), found = msgspec.json.schema_components([post.takes], ref_template=_AMONG)
    schemas |= found
    given = _schema(Done if post.once else Leased, schemas)
    refused = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    says = {**_ERRORS, **_ERRORS_OF_WRITING}
    named = {"type": "string", "pattern": NAMES, "description": _NAMED}
    header = {"name": NAMING, "in": "header", "required": True, "schema": named}
    return {
        "summary": post.says,
        "security": [{"token": []}],
        "parameters": [header] if post.once else [],
        "requestBody": {"required": True, "content": {"application/json": {"schema": body}}},
        "responses": {
            "200": {
                "description": "It is done.",
                "content": {"application/json": {"schema": given}},
            },
            **{code: {"description": told, "content": refused} for code, told in says.items()},
        },
    }


def _parameters(route: ApiRoute) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if "{key}" in route.path:
        schema = {"type": "string", "minLength": 1}
        found.append({"name": "key", "in": "path", "required": True, "schema": schema})
    says = _attributes(Question)
    for field in route.filters:
        name, takes = PARAMETERS[field]
        one = {"name": name, "in": "query", "schema": _TAKEN[takes], "description": says[field]}
        found.append(one)
    for name, own in route.own.items():
        one = {"name": name, "in": "query", "schema": _own_schema(own), "description": own.says}
        found.append({**one, "required": own.default is None})
    return found


def _own_schema(own: Own) -> dict[str, Any]:
    schema = dict(_PLAIN[own.kind])
    if own.many:
        return {"type": "array", "items": schema}
    if own.kind is int:
        schema |= {"minimum": own.least, "maximum": own.most}
    if own.known:
        schema["enum"] = [*own.known]
    return schema if own.default is None else {**schema, "default": own.default}


def _schema(kind: Any, schemas: dict[str, Any]) -> dict[str, Any]:
    """Give the schema of a class of answers; that of a row is put among the components."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Literal:
        return {"enum": [*inner]}
    if origin in (Union, UnionType):
        return {"anyOf": [_schema(one, schemas) for one in inner]}
    if origin in (tuple, list):
        items = inner[:1] if inner[-1] is ... or origin is list else (Union[inner],)  # noqa: UP007
        return {"type": "array", "items": _schema(items[0], schemas)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(inner[1], schemas)}
    if isinstance(kind, type) and hasattr(kind, "_fields"):
        return _row(kind, schemas)
    return {"type": "string"}  # what JSON has no word for is written as text


def _row(kind: Any, schemas: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in schemas:
        schemas[name] = {}  # a row may hold others of its kind
        says, hints = _attributes(kind), get_type_hints(kind)
        properties = {}
        for field in kind._fields:
            schema = _schema(hints[field], schemas)
            properties[field] = {**schema, "description": says[field]} if field in says else schema
        schemas[name] = {
            "type": "object",
            "description": inspect.cleandoc(kind.__doc__ or "").partition("\n\n")[0],
            "required": [*kind._fields],
            "properties": properties,
            "additionalProperties": False,
        }
    return {"$ref": f"#/components/schemas/{name}"}


def _attributes(kind: Any) -> dict[str, str]:
    """Give what the documentation of a class says of its attributes."""
    _, _, listed = inspect.cleandoc(kind.__doc__ or "").partition("\n\nAttributes:\n")
    found = {}
    for names, words in re.findall(r"^ {4}([\w, ]+): (.*(?:\n {5,}.*)*)", listed, re.MULTILINE):
        for name in names.split(", "):
            found[name] = " ".join(words.split())
    return found
