"""The page of many events: their counts from far away, each by itself from near."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from web.browser import opened
from web.conftest import served

from bench.page import database
from timeline.queries import Question, chronology
from timeline.store import open_store
from timeline.web.page import MOST_WRITTEN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page
    from web.conftest import Site

pytestmark = pytest.mark.slow
MANY = (5_000, 100_000)
TRIES = 40  # times that the key of zooming is pressed, until each event is seen by itself
WAIT = 30_000  # milliseconds, on a machine that has other things to do
HEIGHTS = 20  # of hills, at least; the lines of a grid have one or two
# How many pixels of each column of the canvas are not as its first one is.
COLUMNS = """(canvas) => {
  const { width, height } = canvas;
  const { data } = canvas.getContext("2d").getImageData(0, 0, width, height);
  const colours = new Uint32Array(data.buffer);
  const inked = (x) => {
    let found = 0;
    for (let y = 0; y < height; y += 1) found += colours[y * width + x] !== colours[0] ? 1 : 0;
    return found;
  };
  return Array.from({ length: width }, (_, x) => inked(x));
}"""


@pytest.fixture(scope="module", params=MANY)
def many(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """So many events, served."""
    path: Path = database(tmp_path_factory.mktemp("many"), request.param)
    with served(f"sqlite:///{path}") as site:
        yield site


def drawn(page: Page) -> None:
    """Wait until the picture has all that it shows."""
    expect(page.locator("canvas.axis")).to_have_attribute("aria-busy", "false", timeout=WAIT)


def test_from_far_away_there_are_hills(many: Site, browser: Browser) -> None:
    with opened(browser, many.address) as tab:
        drawn(tab.page)
        columns = tab.page.locator("canvas.axis").evaluate(COLUMNS)
        assert len(set(columns)) > HEIGHTS
        expect(tab.page.locator("#events li")).to_have_count(MOST_WRITTEN)


def test_one_of_many_is_come_to_by_keys(many: Site, browser: Browser) -> None:
    with opened(browser, many.address) as tab:
        page = tab.page
        told = page.locator("#picture [aria-live]")
        drawn(page)
        page.locator("canvas.axis").focus()
        for _ in range(TRIES):
            page.keyboard.press("+")
            drawn(page)
            page.keyboard.press("ArrowRight")
            page.wait_for_timeout(250)
            if told.text_content():
                break
        expect(told).not_to_be_empty()
        page.keyboard.press("Enter")
        expect(page.locator("#card").get_by_role("heading", level=2)).to_be_visible()


def test_one_of_many_is_found_by_its_words_and_opened_by_keys(many: Site, browser: Browser) -> None:
    with open_store(many.db) as session:
        sought = chronology(session, Question(text="réunion 4321")).rows[0]
    assert sought.title
    with opened(browser, many.address) as tab:
        page = tab.page
        drawn(page)
        page.get_by_role("searchbox").fill("reunion 4321")
        link = page.locator("#found").get_by_role("link", name=sought.title)
        expect(link).to_be_visible(timeout=WAIT)
        page.keyboard.press("ArrowDown")
        expect(link).to_be_focused()
        page.keyboard.press("Enter")
        heading = page.locator("#card").get_by_role("heading", name=sought.title)
        expect(heading).to_be_visible(timeout=WAIT)
