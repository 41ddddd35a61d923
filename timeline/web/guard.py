"""Who may ask, and how much: what every request goes through before it is answered.

A page of another site may send requests to 127.0.0.1 through a reader's browser, under its own name
(DNS rebinding, by Host) or as a form (by Origin); both are refused.
"""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from collections.abc import Collection

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY = 64 * 1024  # bytes; a verdict has some hundreds
MAX_ADDRESS = 8 * 1024  # bytes of path and query
_SAFE = ("GET", "HEAD")
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
        data: where the paths of data begin.
    """

    def __init__(
        self, app: ASGIApp, hosts: Collection[str], token: str | None = None, data: str = "/api/"
    ) -> None:
        self._app, self._hosts, self._token, self._data = app, frozenset(hosts), token, data

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

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        headers = Headers(scope=scope)
        if headers.get("host", "").lower() not in self._hosts:
            return _refused(421, "this address is not served here")
        origin = headers.get("origin")
        if origin is not None and origin.partition("://")[2].lower() not in self._hosts:
            return _refused(403, "another site may not ask here")
        if scope["method"] not in _SAFE:
            return _refused(405, "this may only be read", allow="GET, HEAD")
        if len(scope["raw_path"]) + len(scope["query_string"]) > MAX_ADDRESS:
            return _refused(414, "the address is too long")
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > MAX_BODY or "transfer-encoding" in headers:
            return _refused(413, "the request is too large")
        if self._token and scope["path"].startswith(self._data) and not self._bears(headers):
            return _refused(401, "a token is missing", **{"www-authenticate": "Bearer"})
        return None

    def _bears(self, headers: Headers) -> bool:
        given = headers.get("authorization", "").removeprefix("Bearer ").encode()
        return hmac.compare_digest(given, (self._token or "").encode())


def _refused(status: int, words: str, **headers: str) -> PlainTextResponse:
    return PlainTextResponse(f"{words}\n", status, headers)
