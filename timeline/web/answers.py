"""One request of the API, one answer: worked out in a thread, stopped when nobody waits for it any
more.
"""

from __future__ import annotations

import hashlib
from asyncio import FIRST_COMPLETED, create_task, wait
from dataclasses import dataclass, field
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import urlencode

from anyio import CapacityLimiter, to_thread
from starlette.responses import Response

from timeline import __version__
from timeline.errors import TimelineError, UsageError
from timeline.queries.changes import state
from timeline.queries.rows import Page
from timeline.render import render_page
from timeline.render.machine import json_document
from timeline.store import keep_open
from timeline.store.guard import stopper
from timeline.web.parameters import asked_of
from timeline.web.refusals import JSON, failure, language_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from timeline.web.route import ApiRequest, ApiRoute

    Respond: TypeAlias = Callable[[Any], Response]

CSV = "text/csv; charset=utf-8"
# So many questions are worked out at once.
_THREADS = 8


@dataclass
class Answering:
    """What all requests share.

    Attributes:
        db: the database.
        seconds: how long a question may take.
        threads: how many are worked out at once; the others wait for their turn.
        reviewer: under whose name it is reviewed, unless a request names another; None means that
            nothing may be written.
        opened, close: what opens the database to read, and closes what it keeps open.
    """

    db: str
    seconds: float = 10.0
    threads: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(_THREADS))
    reviewer: str | None = None

    def __post_init__(self) -> None:
        self.opened, self.close = keep_open(self.db, _THREADS)


@dataclass
class _Work:
    """A question that is worked out in a thread, and how it is stopped."""

    sharing: Answering
    respond: Respond
    stopped: Callable[[], None] | None = None
    turn: Lock = field(default_factory=Lock)

    def run(self) -> Response:
        """Answer, in whatever thread this is called."""
        with self.sharing.opened() as session:
            self.stopped = stopper(session)
            try:
                return self.respond(session)
            finally:
                with self.turn:  # the connection is another question's next
                    self.stopped = None

    def stop(self) -> None:
        """Stop the engine, if it still works on this question."""
        with self.turn:
            if self.stopped is not None:
                self.stopped()


async def answer(request: Request, route: ApiRoute, sharing: Answering) -> Response:
    """Answer a request of the API.

    It ends early when the client goes, or after `sharing.seconds`.
    """
    try:
        pairs = request.query_params.multi_items()
        asked = asked_of(route, pairs, request.path_params.get("key", ""), sharing.reviewer)
        return await worked_out(request, partial(_respond, request, route, asked), sharing)
    except TimelineError as error:
        return failure(error, language_of(request))


async def worked_out(request: Request, respond: Respond, sharing: Answering) -> Response:
    """Let a function answer from the database, in a thread.

    It ends early when the client goes.

    Raises:
        TimelineError: as the function, or after `sharing.seconds`.
    """
    work = _Work(sharing, respond)
    done = create_task(to_thread.run_sync(work.run, limiter=sharing.threads))
    gone = create_task(_gone(request))
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


def _respond(request: Request, route: ApiRoute, asked: ApiRequest, session: Any) -> Response:
    tag = _tag(state(session), request, asked.reviewer)
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={"etag": tag})
    return _written(route.answer(session, asked), route, request, tag)


async def _gone(request: Request) -> None:
    """Wait until the client has gone."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


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


def _tag(state: tuple[int, int], request: Request, reviewer: str | None) -> str:
    """Name the answer to a request as the database stands."""
    wanted = (request.headers.get("accept", ""), language_of(request), reviewer)
    asked = (__version__, state, str(request.url), *wanted)
    return f'W/"{hashlib.sha256(repr(asked).encode()).hexdigest()[:24]}"'
