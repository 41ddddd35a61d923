"""Who may ask, and how much: what every request goes through before it is answered.

A page of another site may send requests to 127.0.0.1 through a reader's browser, under its own name
(DNS rebinding, by Host) or as a form (by Origin); both are refused.
"""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request

from timeline.web.refusals import refused

if TYPE_CHECKING:
    from collections.abc import Collection

    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY = 64 * 1024  # bytes; a verdict has some hundreds
MAX_ADDRESS = 8 * 1024  # bytes of path and query
_SAFE = ("GET", "HEAD")
_DATA = "/api/"  # where the paths of data begin
# What a browser may do with an answer: show it, with our own scripts and styles and nothing else.
HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


class Guard:
    """The gate before the application.

    Args:
        app: what answers.
        hosts: what a request may name as its host, with port, in lower case.
        token: what a request for data has to bear; None asks for none.
        writes: the paths to which may be written, by those who bear the token.
    """

    def __init__(
        self,
        app: ASGIApp,
        hosts: Collection[str],
        token: str | None = None,
        writes: Collection[str] = (),
    ) -> None:
        self._app, self._hosts, self._token = app, frozenset(hosts), token
        self._writes = frozenset(writes) if token else frozenset()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        refused = self._refusal(scope)
        await (refused or self._app)(scope, receive, headed)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        code = self._wrong(scope, headers)
        return refused(Request(scope), code, most=MAX_BODY // 1024) if code else None

    def _wrong(self, scope: Scope, headers: Headers) -> str | None:
        """Give the code of what is wrong with a request."""
        if headers.get("host", "").lower() not in self._hosts:
            return "host-not-served"
        origin, reads = headers.get("origin"), scope["method"] in _SAFE
        if not reads and not (scope["method"] == "POST" and scope["path"] in self._writes):
            return "only-read"
        if (origin is not None or not reads) and not self._is_own(origin):
            return "origin-foreign"
        if len(scope["raw_path"]) + len(scope["query_string"]) > MAX_ADDRESS:
            return "address-too-long"
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > MAX_BODY or "transfer-encoding" in headers:
            return "body-too-large"
        if self._token and scope["path"].startswith(_DATA) and not self._bears(headers):
            return "token-missing"
        return None

    def _is_own(self, origin: str | None) -> bool:
        return (origin or "").partition("://")[2].lower() in self._hosts

    def _bears(self, headers: Headers) -> bool:
        given = headers.get("authorization", "").removeprefix("Bearer ").encode()
        return hmac.compare_digest(given, (self._token or "").encode())
