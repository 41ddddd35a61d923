"""The page in a real browser: found by typing, opened by keyboard, in each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from web.browser import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from web.conftest import Site

MEETING = "Elon Musk meets Iran's ambassador to the UN"


def test_an_event_is_found_by_typing_and_opened_by_keyboard_alone(
    site: Site, browser: Browser
) -> None:
    with opened(browser, site.address) as tab:
        page = tab.page
        expect(page.get_by_role("listitem").first).to_be_visible()
        page.get_by_role("searchbox").focus()
        page.keyboard.type("Iravani")
        found = page.locator("#found").get_by_role("link", name=MEETING)
        expect(found).to_be_visible()
        while not found.evaluate("node => node === document.activeElement"):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name=MEETING)).to_be_visible()
        expect(page.locator("#card").get_by_text("denies").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["", "?view=event&key=meeting"])
def test_everybody_can_use_it(site: Site, browser: Browser, address: str, scheme: str) -> None:
    with opened(browser, site.address + address, color_scheme=scheme) as tab:
        expect(tab.page.get_by_role("listitem").first).to_be_visible()
        found = Axe().run(tab.page)
        assert found.violations_count == 0, found.generate_report()
