"""The application: the page, the API, and what guards both."""

from __future__ import annotations

from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from timeline.errors import TimelineError
from timeline.web.answers import Answering, answer, worked_out
from timeline.web.bundle import PAGE, page_script
from timeline.web.changes import notices
from timeline.web.guard import Guard
from timeline.web.openapi import description
from timeline.web.page import bare_page, page_with
from timeline.web.posts import POSTS
from timeline.web.refusals import language_of, refused
from timeline.web.review_routes import REVIEW_ROUTES
from timeline.web.routes import ROUTES
from timeline.web.writing import write

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Collection

    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp

    from timeline.web.posts import ApiPost
    from timeline.web.route import ApiRoute

# Shorter answers are not worth it.
_COMPRESSED = 1000


def make_app(
    db: str,
    hosts: Collection[str],
    *,
    token: str | None = None,
    seconds: float = 10.0,
    reviewer: str | None = None,
) -> ASGIApp:
    """Make the application.

    Args:
        db: the database.
        hosts: what a request may name as its host, with port.
        token: what a request for data has to bear; None asks for none.
        seconds: how long a question may take.
        reviewer: who reviews, unless a request names another; None means that the database is only
            read. Who writes has to bear the token; without one nobody does.
    """
    sharing = Answering(db, seconds, reviewer=reviewer)
    asked = ROUTES if reviewer is None else (*ROUTES, *REVIEW_ROUTES)
    posts = () if reviewer is None else POSTS
    routes = [
        *(_api_route(one, sharing) for one in asked),
        *(_api_post(one, sharing) for one in posts),
        Route("/api/notices", lambda _: notices(sharing.opened)),
        Route("/api/openapi.json", lambda _: JSONResponse(description(asked, posts))),
        Route("/", partial(_page, None if token else sharing)),
        Route("/page.js", _script),
        Mount("/", StaticFiles(directory=PAGE)),
    ]

    @asynccontextmanager
    async def until_it_ends(_: Starlette) -> AsyncIterator[None]:
        yield
        sharing.close()

    handlers: Any = {HTTPException: _astray}
    answered = Starlette(routes=routes, exception_handlers=handlers, lifespan=until_it_ends)
    app: Any = GZipMiddleware(answered, minimum_size=_COMPRESSED, compresslevel=4)
    return Guard(app, hosts, token, {one.path for one in posts})


def _api_route(route: ApiRoute, sharing: Answering) -> Route:
    async def answered(request: Request) -> Response:
        return await answer(request, route, sharing)

    return Route(route.path.replace("{key}", "{key:path}"), answered, methods=["GET"])


def _api_post(post: ApiPost, sharing: Answering) -> Route:
    async def answered(request: Request) -> Response:
        return await write(request, post, sharing)

    return Route(post.path, answered, methods=["POST"])


async def _page(sharing: Answering | None, request: Request) -> Response:
    """Give the page; where data need no token, with the first events in it."""
    if sharing is not None:
        pairs, language = request.query_params.multi_items(), language_of(request)

        def written(session: Any) -> Response:
            return HTMLResponse(page_with(session, pairs, language))

        try:
            return await worked_out(request, written, sharing)
        except TimelineError:
            pass  # the page says it when it asks
    return HTMLResponse(bare_page())


def _script(_: Request) -> Response:
    """Give the page's modules as one script, which a browser keeps for as long as its address is in
    the page.
    """
    kept = {"cache-control": "max-age=31536000, immutable"}
    return Response(page_script(), media_type="text/javascript", headers=kept)


def _astray(request: Request, _: Exception) -> Response:
    """Say of a path that nothing is there."""
    return refused(request, "no-such-path")
