"""A real browser on the page, which tells what goes wrong in it."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Request

NAMES = ("chromium", "chromium-browser", "google-chrome")
# Without these it asks its maker's hosts for all sorts of things while the tests run.
FLAGS = (
    "--no-sandbox",  # it refuses to start for root with one
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
)


def missing(what: str) -> NoReturn:
    """Skip the test that needs something that is not there; in CI, where it has to be, fail."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


@contextmanager
def started() -> Iterator[Browser]:
    """Start the browser."""
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        missing("no Chromium is installed: nothing looks at the page")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


class Tab(NamedTuple):
    """A page in the browser.

    Attributes:
        page: Playwright's.
        strangers: addresses off the page's own place that it asked for.
        wrong: what the page told as an error, in its console or by stopping.
    """

    page: Page
    strangers: list[str]
    wrong: list[str]


@contextmanager
def opened(browser: Browser, address: str, **wanted: Any) -> Iterator[Tab]:
    """Open an address in a window of its own, and close it.

    Args:
        browser: the browser.
        address: the page's; `file:` as well.
        wanted: of the window: `locale`, `color_scheme`, `viewport`, `java_script_enabled`, ...

    Raises:
        AssertionError: at the end, if the page asked another place for anything, or went wrong.
    """
    context = browser.new_context(**{"locale": "en-GB", **wanted})
    tab = Tab(context.new_page(), [], [])
    home = urlsplit(address)

    def asked(request: Request) -> None:
        there = urlsplit(request.url)
        if there.scheme not in ("data", "blob") and there[:2] != home[:2]:
            tab.strangers.append(request.url)

    tab.page.on("request", asked)
    tab.page.on("pageerror", lambda error: tab.wrong.append(str(error)))
    tab.page.on(
        "console",
        lambda said: tab.wrong.append(said.text) if said.type == "error" else None,
    )
    tab.page.goto(address)
    try:
        yield tab
    finally:
        context.close()
    assert not tab.strangers
    assert not tab.wrong
