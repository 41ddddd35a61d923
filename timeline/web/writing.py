"""One request to write, one answer: one transaction, in a thread."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec
from anyio import to_thread
from starlette.responses import Response

from timeline.errors import TimelineError, UsageError
from timeline.intake.reviewing import refuse_taken
from timeline.load.once import once
from timeline.render.machine import json_document
from timeline.store import open_store
from timeline.web.bodies import ClaimOrder
from timeline.web.refusals import JSON, failure, language_of

if TYPE_CHECKING:
    from starlette.requests import Request

    from timeline.web.answers import Answering
    from timeline.web.bodies import Order
    from timeline.web.posts import ApiPost

# The header that names a request (draft-ietf-httpapi-idempotency-key-header); browsers make a UUID.
NAMING = "idempotency-key"
NAMES = r"^[A-Za-z0-9-]{8,64}$"


async def write(request: Request, post: ApiPost, sharing: Answering) -> Response:
    """Carry out a request to write, once for each name that it has.

    It is carried out to its end though the client goes: who asks again hears that it was.
    """
    try:
        name = _name(request) if post.once else ""
        body = _body(request, await request.body(), post)
        work = partial(_written, sharing.db, post, name, body)
        value = await to_thread.run_sync(work, limiter=sharing.threads)
    except TimelineError as error:
        return failure(error, language_of(request))
    return Response("".join(json_document(value)), 200, {"cache-control": "no-store"}, JSON)


def _written(db: str, post: ApiPost, name: str, body: Order) -> Any:
    with open_store(db, write=True) as session:
        if not post.once:
            return post.act(session, body)

        def act() -> int | None:
            if isinstance(body, ClaimOrder):
                refuse_taken(session, body.claim, by=body.by, seen=body.seen)
            report = post.act(session, body)
            return report.changeset if report else None

        return once(session, name, act)


def _name(request: Request) -> str:
    given = request.headers.get(NAMING, "")
    if not re.fullmatch(NAMES, given):
        raise UsageError("request-unnamed", header=NAMING)
    return given


def _body(request: Request, text: bytes, post: ApiPost) -> Order:
    """Read what a request says.

    Raises:
        UsageError: it is no JSON, or says something else than it has to.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
        raise UsageError("not-json")
    try:
        return msgspec.json.decode(text, type=post.takes)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UsageError("body-wrong", why=str(error)) from error
