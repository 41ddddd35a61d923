"""One request of the API, one answer: worked out in a thread, stopped when nobody waits for it any
more.
"""

from __future__ import annotations

import hashlib
import re
from asyncio import FIRST_COMPLETED, create_task, wait
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from anyio import CapacityLimiter, to_thread
from starlette.responses import Response

from timeline import __version__
from timeline.errors import AmbiguousError, NotFoundError, StoreError, TimelineError, UsageError
from timeline.queries.changes import state
from timeline.queries.rows import Page
from timeline.render import DEFAULT_LANGUAGE, render_page
from timeline.render.languages import has_phrases
from timeline.render.machine import json_document
from timeline.store import open_store
from timeline.store.guard import stopper
from timeline.web.parameters import asked_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from timeline.web.routes import ApiAsked, ApiRoute

JSON, CSV = "application/json", "text/csv; charset=utf-8"
_STATUS = {NotFoundError: 404, AmbiguousError: 409, UsageError: 400, StoreError: 503}


@dataclass
class Answering:
    """What all requests share.

    Attributes:
        db: the database.
        seconds: how long a question may take.
        threads: how many are worked out at once; the others wait for their turn.
    """

    db: str
    seconds: float = 10.0
    threads: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(8))


@dataclass
class _Work:
    """A question that is worked out in a thread, and how it is stopped."""

    db: str
    route: ApiRoute
    asked: ApiAsked
    request: Request
    stop: Callable[[], None] = lambda: None

    def run(self) -> Response:
        """Answer, in whatever thread this is called."""
        with open_store(self.db) as session:
            self.stop = stopper(session)
            tag = _tag(state(session), self.request)
            if tag in self.request.headers.get("if-none-match", ""):
                return Response(status_code=304, headers={"etag": tag})
            value = self.route.answer(session, self.asked)
        return _written(value, self.route, self.request, tag)


async def answer(request: Request, route: ApiRoute, sharing: Answering) -> Response:
    """Answer a request of the API.

    It ends early when the client goes, or after `sharing.seconds`.
    """
    try:
        pairs = request.query_params.multi_items()
        asked = asked_of(route, pairs, request.path_params.get("key", ""))
        return await _in_thread(_Work(sharing.db, route, asked, request), sharing)
    except TimelineError as error:
        return failure(error, language_of(request))


async def _in_thread(work: _Work, sharing: Answering) -> Response:
    run = partial(to_thread.run_sync, work.run, limiter=sharing.threads)
    done = create_task(run())
    gone = create_task(_gone(work.request))
    try:
        await wait({done, gone}, timeout=sharing.seconds, return_when=FIRST_COMPLETED)
        if done.done():
            return done.result()
        work.stop()
        if gone.done():
            return Response(status_code=499)  # nobody reads it; nginx logs this number
        raise UsageError("query-too-long", seconds=f"{sharing.seconds:g}")
    finally:
        gone.cancel()
        if not done.done():
            done.add_done_callback(lambda task: task.exception())


async def _gone(request: Request) -> None:
    """Wait until the client has gone."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def language_of(request: Request) -> str:
    """Give the language in which a request asks to be answered: its parameter, else the first of
    the reader's own that there are phrases in (RFC 9110, section 12.5.4), else the default one.
    """
    wanted = request.headers.get("accept-language", "").split(",")
    ranked = sorted(wanted, key=lambda one: -_weight(one))
    asked = [request.query_params.get("language", ""), *(one.split(";")[0] for one in ranked)]
    known = (one.strip() for one in asked if has_phrases(one.strip()))
    return next(known, DEFAULT_LANGUAGE)


def _weight(language: str) -> float:
    found = re.search(r";\s*q=(\d(?:\.\d{1,3})?)\s*$", language)
    return float(found[1]) if found else 1.0


def failure(error: TimelineError, language: str = DEFAULT_LANGUAGE) -> Response:
    """Write an error, with its code, and its sentence in a language."""
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 400)
    told: dict[str, Any] = {"code": error.message.code, "message": error.message}
    if isinstance(error, AmbiguousError):
        told["candidates"] = error.candidates
    headers = {"retry-after": "5"} if status == 503 else {}
    return Response("".join(json_document({"error": told}, language)), status, headers, JSON)


def _written(value: Any, route: ApiRoute, request: Request, tag: str) -> Response:
    headers = {"etag": tag, "vary": "accept, accept-language", "cache-control": "no-cache"}
    language = language_of(request)
    if not route.many:
        return Response("".join(json_document(value, language)), 200, headers, JSON)
    page = value if isinstance(value, Page) else Page(tuple(value))
    following = _following(request, page.after)
    if following:
        headers["link"] = f'<{following}>; rel="next"'
    if "text/csv" in request.headers.get("accept", ""):
        text = "".join(render_page(page, format="csv", kind=route.gives))
        return Response(text, 200, headers, CSV)
    document = {"rows": page.rows, "after": page.after, "next": following}
    return Response("".join(json_document(document, language)), 200, headers, JSON)


def _following(request: Request, after: str | None) -> str | None:
    """Give the address of the page after this one."""
    if after is None:
        return None
    kept = [pair for pair in request.query_params.multi_items() if pair[0] != "after"]
    return f"{request.url.path}?{urlencode([*kept, ('after', after)])}"


def _tag(state: tuple[int, int], request: Request) -> str:
    """Name the answer to a request as the database stands."""
    wanted = (request.headers.get("accept", ""), language_of(request))
    asked = (__version__, state, str(request.url), *wanted)
    return f'W/"{hashlib.sha256(repr(asked).encode()).hexdigest()[:24]}"'
