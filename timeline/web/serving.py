"""A socket on this machine, and the server on it."""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING, NamedTuple

import uvicorn

from timeline.errors import UsageError
from timeline.web.app import make_app

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LOCAL = "127.0.0.1"


class Served(NamedTuple):
    """Where a page is served: the address to open, and the token that data need, if any."""

    address: str
    token: str | None


def is_local(host: str) -> bool:
    """Whether an address is reached from this machine alone."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def serve(
    db: str,
    *,
    host: str = LOCAL,
    port: int = 0,
    names: Sequence[str] = (),
    token: str | None = None,
    reviewer: str | None = None,
    ready: Callable[[Served], None],
) -> None:
    """Serve the page and the API until Ctrl-C.

    Args:
        db: the database.
        host, port: of the socket; port 0 takes a free one.
        names: further hosts, with port, under which a proxy serves it.
        token: what requests for data have to bear.
        reviewer: who reviews, unless a request names another; None means that nobody does.
        ready: called when requests are taken.

    Raises:
        UsageError: the socket is taken, or may not be had.
    """
    taken = bound(host, port)
    port = taken.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host
    hosts = {f"{one}:{port}" for one in (shown, LOCAL, "localhost", "[::1]")} | set(names)
    app = make_app(db, {one.lower() for one in hosts}, token=token, reviewer=reviewer)
    config = uvicorn.Config(
        app,
        log_level="error",
        access_log=False,
        server_header=False,
        limit_concurrency=100,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=2,
        lifespan="on",
    )
    ready(Served(f"http://{LOCAL if host in _EVERYWHERE else shown}:{port}/", token))
    try:
        uvicorn.Server(config).run(sockets=[taken])
    except KeyboardInterrupt:
        pass
    finally:
        taken.close()


_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - compared, not bound


def bound(host: str, port: int) -> socket.socket:
    """Take a socket; whoever connects from then on waits for the server.

    Raises:
        UsageError: it is taken, or may not be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # By its protocol asyncio knows that what is written may go out at once (TCP_NODELAY): else each
    # answer waits 40 ms for the receipt of its head.
    found = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((host, port))
        found.listen()
    except (OSError, OverflowError) as error:
        found.close()
        why = getattr(error, "strerror", None) or str(error)
        raise UsageError("no-socket", host=host, port=port, why=why) from error
    return found
