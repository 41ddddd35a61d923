"""The page of many events: their counts from far away, each by itself from near."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from web.browser import opened
from web.conftest import served

from bench.page import database
from timeline.web.page import MOST_WRITTEN

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

MANY = 5_000
NEAR = 12  # times that the key of zooming is pressed
TRIES = 40  # to step to an event, until those that are seen then have come


@pytest.mark.slow
def test_one_of_many_is_come_to_by_keys(tmp_path: Path, browser: Browser) -> None:
    db = str(database(tmp_path, MANY))
    with served(db) as site, opened(browser, site.address) as tab:
        page = tab.page
        canvas, told = page.locator("canvas.axis"), page.locator("#picture [aria-live]")
        expect(canvas).to_have_attribute("aria-busy", "false")
        expect(page.locator("#events li")).to_have_count(MOST_WRITTEN)
        canvas.focus()
        for _ in range(NEAR):
            page.keyboard.press("+")
        for _ in range(TRIES):
            page.keyboard.press("ArrowRight")
            page.wait_for_timeout(250)
            if told.text_content():
                break
        expect(told).not_to_be_empty()
        page.keyboard.press("Enter")
        expect(page.locator("#card").get_by_role("heading", level=2)).to_be_visible()
