"""How what is wrong is answered: a status of HTTP, a code, and a sentence that says it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from timeline.errors import (
    AmbiguousError,
    LoadError,
    NotFoundError,
    StoreError,
    TimelineError,
    UsageError,
)
from timeline.render import DEFAULT_LANGUAGE
from timeline.render.languages import LANGUAGES, sentence
from timeline.render.machine import json_document

if TYPE_CHECKING:
    from starlette.requests import Request

JSON = "application/json"
_OF_KINDS = {NotFoundError: 404, AmbiguousError: 409, StoreError: 503}
# Where the status says more than the kind of error.
_OF_CODES = {
    "address-too-long": 414,
    "body-too-large": 413,
    "changeset-built-on": 409,
    "claim-with-another": 409,
    "decided-meanwhile": 409,
    "host-not-served": 421,
    "no-right": 403,
    "no-such-path": 404,
    "not-json": 415,
    "only-read": 405,
    "origin-foreign": 403,
    "read-only": 403,
    "token-missing": 401,
}
_HEADERS = {
    401: {"www-authenticate": "Bearer"},
    405: {"allow": "GET, HEAD"},
    503: {"retry-after": "5"},
}


def failure(error: TimelineError, language: str = DEFAULT_LANGUAGE) -> Response:
    """Write an error, with its code, and its sentence in a language."""
    kinds = (status for kind, status in _OF_KINDS.items() if isinstance(error, kind))
    status = _OF_CODES.get(error.code) or next(kinds, 400)
    told: dict[str, Any] = {"code": error.code, "message": _told(error, language)}
    if isinstance(error, AmbiguousError):
        told["candidates"] = error.candidates
    headers = {"cache-control": "no-store", **_HEADERS.get(status, {})}
    text = "".join(json_document({"error": told}, language))
    return Response(text, status, headers, JSON)


def _told(error: TimelineError, language: str) -> str:
    """Say it in a line; of a load all that is wrong, without where in the file it stands."""
    messages = [one.message for one in error.problems] if isinstance(error, LoadError) else []
    return "; ".join(sentence(one, language) for one in messages or [error.message])


def refused(request: Request, code: str, **values: Any) -> Response:
    """Refuse a request before anything of it is looked at."""
    return failure(UsageError(code, **values), language_of(request))


def language_of(request: Request) -> str:
    """Give the language in which a request asks to be answered: its parameter, else the first of
    the reader's own that there are phrases in (RFC 9110, section 12.5.4), else the default one.
    """
    wanted = request.headers.get("accept-language", "").split(",")
    ranked = sorted(wanted, key=lambda one: -_weight(one))
    asked = [request.query_params.get("language", ""), *(one.split(";")[0] for one in ranked)]
    known = (one.replace("_", "-").partition("-")[0].strip().lower() for one in asked)
    return next((one for one in known if one in LANGUAGES), DEFAULT_LANGUAGE)


def _weight(language: str) -> float:
    found = re.search(r";\s*q=(\d(?:\.\d{1,3})?)\s*$", language)
    return float(found[1]) if found else 1.0
