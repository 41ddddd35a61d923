"""The picture in a real browser: keys, lanes, the window in the address, what was known when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect
from web.browser import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from web.conftest import Site


def axis(page: Page) -> None:
    """Wait for the events, and go to the axis by key."""
    expect(page.get_by_role("link", name="Soleimani").first).to_be_visible()
    page.locator("canvas.axis").focus()


def test_events_are_gone_through_and_opened_by_keys(site: Site, browser: Browser) -> None:
    with opened(browser, site.address) as tab:
        page = tab.page
        axis(page)
        told = page.locator("#picture [aria-live]")
        page.keyboard.press("ArrowRight")
        expect(told).to_contain_text("withdraws from the nuclear deal")
        expect(told).to_contain_text("8 May 2018")
        page.keyboard.press("ArrowRight")
        expect(told).to_contain_text("First round of restored US sanctions")
        page.keyboard.press("Enter")
        heading = page.locator("#card").get_by_role("heading", name="First round")
        expect(heading).to_be_visible()


def test_the_window_stands_in_the_address_and_back_leads_back(site: Site, browser: Browser) -> None:
    with opened(browser, site.address) as tab:
        page = tab.page
        axis(page)
        page.keyboard.press("+")
        expect(page).to_have_url(re.compile("window="))
        there = page.url
        page.keyboard.press("Home")
        expect(page).not_to_have_url(re.compile("window="))
        page.go_back()
        expect(page).to_have_url(there)
        page.go_back()
        expect(page).not_to_have_url(re.compile("window="))


def test_lanes_are_chosen_and_kept_in_the_address(site: Site, browser: Browser) -> None:
    with opened(browser, f"{site.address}?by=actor") as tab:
        choice = tab.page.get_by_label("Lanes")
        expect(choice).to_have_value("actor")
        choice.select_option("side")
        expect(tab.page).to_have_url(re.compile("by=side"))


def test_the_slider_shows_what_was_known_then(site: Site, browser: Browser) -> None:
    with opened(browser, site.address) as tab:
        page = tab.page
        slider = page.get_by_role("slider")
        expect(slider).to_be_enabled()
        slider.focus()
        page.keyboard.press("Home")
        expect(page).to_have_url(re.compile("known-by=2018-05-08"))
        expect(page.locator("#list").get_by_role("listitem")).to_have_count(1)
        page.keyboard.press("End")
        expect(page).not_to_have_url(re.compile("known-by"))
