"""A server on a socket of its own, and what it answers."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

import pytest
import uvicorn
from builders import SEEDS, put_files
from web.browser import started

from timeline.web.app import make_app
from timeline.web.serving import bound

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from playwright.sync_api import Browser


ODD = Path(__file__).parent / "odd.yaml"
# What whoever writes has to bear.
TOKEN = "s3cret"


class Answer(NamedTuple):
    """What came back: the status, the headers by names in lower case, the body."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Site(NamedTuple):
    """A page that is served."""

    db: str
    port: int

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://127.0.0.1:{self.port}/"

    def get(self, path: str, *, method: str = "GET", **headers: str) -> Answer:
        """Ask for a path; the names of headers have `_` for `-`."""
        return self.send(path, method, None, headers)

    def send(
        self, path: str, method: str, body: bytes | None, headers: Mapping[str, str]
    ) -> Answer:
        """Send a request with a body; the names of headers have `_` for `-`."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, sent)
        response = connection.getresponse()
        found = {name.lower(): value for name, value in response.getheaders()}
        answer = Answer(response.status, found, response.read())
        connection.close()
        return answer

    def post(self, does: str, **says: Any) -> Answer:
        """Write as the page does it: with the token, a name of its own for the request, as JSON.

        Args:
            does: the last part of the path.
            says: the body, and headers, whose names begin with a capital letter.
        """
        headers = {
            "Authorization": f"Bearer {TOKEN}",
            "Origin": self.address.rstrip("/"),
            "Content-Type": "application/json",
            "Idempotency-Key": str(uuid4()),
        }
        headers |= {name.replace("_", "-"): says.pop(name) for name in [*says] if name.istitle()}
        body = says.pop("body", None) or json.dumps(says).encode()
        return self.send(f"/api/review/{does}", "POST", body, headers)

    def json(self, path: str, **headers: str) -> Any:
        """Give what a path answers, which is all right."""
        answer = self.get(path, **headers)
        assert answer.status == 200, answer.body
        return answer.json


@contextmanager
def served(db: str, **wanted: Any) -> Iterator[Site]:
    """Serve a database in a thread."""
    taken = bound("127.0.0.1", 0)
    port = taken.getsockname()[1]
    app = make_app(db, {f"127.0.0.1:{port}", "news.example.org"}, **wanted)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]}, daemon=True)
    thread.start()
    try:
        yield Site(db, port)
    finally:
        server.should_exit = True
        thread.join(10)
        taken.close()


@pytest.fixture(scope="session")
def site(seeded_url: str) -> Iterator[Site]:
    """The seeds, served to tests that only read them."""
    with served(seeded_url) as found:
        yield found


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A database of all that is hard to show, on which people have decided."""
    db = f"sqlite:///{tmp_path_factory.mktemp('odd') / 'odd.db'}"
    put_files(db, ODD)
    with served(db) as found:
        yield found


@pytest.fixture
def changing(store_url: str) -> Iterator[Site]:
    """The seeds, served to a test that changes them."""
    put_files(store_url, SEEDS)
    with served(store_url) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real browser; `web.browser.opened` opens a page in it.

    It ends with its module: as long as it is there, Playwright's loop runs in the thread of the
    tests, and another one can't.
    """
    with started() as found:
        yield found
