"""The picture in a real browser: keys, lanes, the window in the address, what was known when."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect
from web.browser import opened

from timeline.dates.calendar import DAY, civil

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from web.conftest import Site


# Days by their numbers: around each turn of a year, a century, the era, and far away.
DAYS = [
    day
    for year in (-13_800_000_000, -10_000, -4713, -400, -1, 0, 1, 400, 1600, 1900, 1970, 2000, 9999)
    for start in [int((year - 1970) * 365.2425)]
    for day in range(start - 40, start + 800, 13)
]


def axis(page: Page) -> None:
    """Wait for the events, and go to the axis by key."""
    canvas = page.locator("canvas.axis")
    expect(canvas).to_have_attribute("aria-busy", "false")
    canvas.focus()


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


def test_its_calendar_is_that_of_the_dates(site: Site, browser: Browser) -> None:
    with opened(browser, site.address) as tab:
        read = """async (days) => {
          const { civil, dayNumber } = await import("./calendar.js");
          return days.map((day) => [...civil(day), dayNumber(...civil(day))]);
        }"""
        found = tab.page.evaluate(read, DAYS)
    assert found == [[*civil(day), day] for day in DAYS]


def test_a_moment_is_read_as_it_is_written(site: Site, browser: Browser) -> None:
    moments = [day * DAY + second for day in DAYS for second in (0, 45_296)]
    with opened(browser, site.address) as tab:
        read = """async (moments) => {
          const { momentText, readMoment } = await import("./calendar.js");
          return moments.map((moment) => readMoment(momentText(moment, 1)));
        }"""
        found = tab.page.evaluate(read, moments)
    near = [moment for moment in moments if abs(civil(moment // DAY)[0]) <= 9999]
    assert [one for one, moment in zip(found, moments, strict=True) if moment in near] == near
