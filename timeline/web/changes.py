"""A notice to open pages when the database has changed: server-sent events (HTML, section 9.2)."""

from __future__ import annotations

from asyncio import sleep
from typing import TYPE_CHECKING

from anyio import to_thread
from starlette.responses import StreamingResponse

from timeline.errors import StoreError
from timeline.queries.changes import state

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from timeline.store.engine import Opened

# So many seconds between two looks at the database, and between two signs of life.
LOOKS, ALIVE = 1.0, 15.0


def notices(opened: Opened) -> StreamingResponse:
    """Answer with a stream in which each change of the database that `opened` opens is an
    event, `changed`.
    """
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(_events(opened), headers=headers, media_type="text/event-stream")


async def _events(opened: Opened) -> AsyncIterator[str]:
    known = await to_thread.run_sync(_state, opened)
    yield "retry: 3000\n\n"
    waited = 0.0
    while True:
        await sleep(LOOKS)
        waited += LOOKS
        now = await to_thread.run_sync(_state, opened)
        if now != known:
            known, waited = now, 0.0
            yield "event: changed\ndata: {}\n\n"
        elif waited >= ALIVE:
            waited = 0.0
            yield ": alive\n\n"


def _state(opened: Opened) -> tuple[int, int] | None:
    """Give the state of the database; None where it can't be read just now."""
    try:
        with opened(stale=True) as session:
            return state(session)
    except StoreError:
        return None
