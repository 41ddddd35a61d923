"""Reviewing in a real browser: by keys, two at a time, and while the network breaks."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from builders import put, whole
from draft import claim, draft, event, key_of, source
from playwright.sync_api import expect
from sqlalchemy import select
from web.browser import opened
from web.conftest import TOKEN, served

from timeline.load import judge_claims
from timeline.queries.changes import changes
from timeline.store import open_store
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route
    from web.conftest import Site

# A machine that does much else answers late.
expect.set_options(timeout=30_000)

WORDS = ("met", "spoke", "agreed", "left", "asked", "voted", "signed", "fell", "rose", "won")


def ten() -> list[Any]:
    """Ten claims that a machine read in one document, one of each sentence."""
    sentences = [f"On Monday somebody {word} there." for word in WORDS]
    text = " ".join(sentences)
    here: dict[str, Any] = {"source": "gazette", "collection": "gazette"}
    events = [event(f"gazette/{word}", "CONSULT", f"Somebody {word}") for word in WORDS]
    claims = [
        claim(text, said, word, event=f"gazette/{word}", confidence=0.9, **here)
        for said, word in zip(sentences, WORDS, strict=True)
    ]
    return whole([source("gazette", text), *events, *claims])


@pytest.fixture
def desk(store_url: str) -> Iterator[Site]:
    """The draft, served to be reviewed by Nina."""
    put(store_url, *draft())
    with served(store_url, token=TOKEN, reviewer="Nina") as site:
        yield site


def address(site: Site, query: str = "") -> str:
    return f"{site.address}?view=review{query}#token={TOKEN}"


def trigger(page: Page) -> str:
    """The word of the claim that is shown."""
    return page.locator(".paper .trigger").inner_text()


def ready(page: Page, word: str = "") -> None:
    """Wait until a claim is shown, of that word."""
    expect(page.locator(".paper .trigger")).to_have_text(re.compile(word or "."))
    expect(page.locator("#page")).to_have_attribute("aria-busy", "false")


def press(page: Page, key: str) -> None:
    """Press a key, and wait for what it does."""
    page.keyboard.press(key)
    expect(page.locator("#page")).to_have_attribute("aria-busy", "false")


def answer(page: Page, asked: str, typed: str) -> None:
    """Answer what the page asks: the first that is found for what is typed."""
    expect(page.get_by_role("combobox", name=asked)).to_be_focused()
    page.keyboard.type(typed)
    page.keyboard.press("Enter")


def log(site: Site) -> list[tuple[str, str | None]]:
    with open_store(site.db) as session:
        return [(one.kind, one.by) for one in changes(session, each=True)][-2::-1]


def test_ten_claims_are_reviewed_by_keys_and_found_by_the_command_line(
    store_url: str, browser: Browser
) -> None:
    put(store_url, *ten())
    with (
        served(store_url, token=TOKEN, reviewer="Nina") as site,
        opened(browser, address(site, "&source=gazette")) as tab,
    ):
        page = tab.page
        for n, word in enumerate(WORDS):
            ready(page, word)
            press(page, "r" if n % 3 == 2 else "y")
        expect(page.get_by_role("heading", name="All is decided.")).to_be_visible()
    command = (sys.executable, "-m", "timeline", "show", "--decided-by", "Nina", "--db", store_url)
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert [word for word in WORDS if f"Somebody {word}" in shown] == [
        word for n, word in enumerate(WORDS) if n % 3 != 2
    ]


def test_a_date_typed_in_words_and_a_person_let_in_are_written(
    desk: Site, browser: Browser
) -> None:
    with opened(browser, address(desk, "&source=herald")) as tab:
        page = tab.page
        ready(page, "left")
        page.keyboard.press("d")
        answer(page, "When was it?", "10 nov 2024")
        expect(page.locator(".decided")).to_contain_text("Nina")
        expect(page.locator(".fields")).to_contain_text("10 Nov 2024")
        page.keyboard.press("w")
        answer(page, "Who takes part", "Paris")
        answer(page, "Who is that?", "state")
        expect(page.get_by_role("button", name=re.compile("Paris.*recipient"))).to_be_visible()
    assert log(desk) == [("correct", "Nina")] * 2


def test_selected_words_make_a_claim(desk: Site, browser: Browser) -> None:
    with opened(browser, address(desk, "&source=gazette")) as tab:
        page = tab.page
        ready(page, "met")
        page.get_by_text("They spoke of sanctions").evaluate(
            """node => {
                const text = node.firstChild, at = text.data.indexOf("sanctions");
                getSelection().setBaseAndExtent(text, at, text, at + 9);
            }"""
        )
        page.get_by_role("button", name="new claim").click()
        answer(page, "What kind of event", "sanc")
        answer(page, "What happened", " are discussed")
        expect(page.get_by_role("status")).to_contain_text("This is your claim")
        assert trigger(page) == "sanctions"
    assert log(desk) == [("add", "Nina")]


def test_actors_are_merged_from_a_list_with_what_speaks_for_it(
    desk: Site, browser: Browser
) -> None:
    with opened(browser, address(desk)) as tab:
        page = tab.page
        expect(page.get_by_role("heading", name="Elon Musk")).to_be_visible()
        page.get_by_role("button", name="Same actors?").click()
        page.get_by_role("button", name="one", exact=True).first.click()
        expect(page.get_by_text("No two look alike.")).to_be_visible()
    assert log(desk) == [("merge", "Nina")]


def test_two_at_once_get_other_claims_and_each_writes_under_their_name(
    desk: Site, browser: Browser
) -> None:
    with (
        opened(browser, address(desk, "&all")) as nina,
        opened(browser, address(desk, "&all")) as omar,
    ):
        ready(omar.page)
        omar.page.get_by_label("You are").fill("Omar")
        omar.page.get_by_label("You are").blur()
        for page in (nina.page, omar.page):
            ready(page)
        expect(omar.page.locator(".paper .trigger")).not_to_have_text(trigger(nina.page))
        ready(omar.page)
        assert trigger(nina.page) != trigger(omar.page)
        press(omar.page, "r")
        press(nina.page, "y")
        assert trigger(nina.page) != trigger(omar.page)
        press(nina.page, "u")
    assert log(desk) == [("reject", "Omar"), ("accept", "Nina"), ("undo", "Nina")]


def test_what_others_decide_is_seen_without_a_key(desk: Site, browser: Browser) -> None:
    with opened(browser, address(desk, "&all")) as tab:
        ready(tab.page)
        left = tab.page.locator(".head .aside")
        before = left.inner_text()
        with open_store(desk.db, write=True) as session:
            (key,) = session.scalars(select(t.lease.c.claim))
            judge_claims(session, "rejected", [key], by="Omar")
            session.commit()
        expect(tab.page.locator(".asked")).to_contain_text("Omar")
        expect(left).not_to_have_text(before)
        press(tab.page, "n")
        expect(tab.page.locator(".asked")).not_to_contain_text("Omar")


@pytest.mark.parametrize("arrives", [True, False])
def test_when_the_network_breaks_a_verdict_is_sent_again_and_given_once(
    desk: Site, browser: Browser, *, arrives: bool
) -> None:
    """It breaks before the request arrives, or before its answer does."""
    sent = []

    def broken(route: Route) -> None:
        sent.append(route.request.headers["idempotency-key"])
        if len(sent) > 1:
            route.continue_()
            return
        if arrives:
            route.fetch()
        route.abort("connectionfailed")

    with opened(browser, address(desk, "&source=gazette")) as tab:
        page = tab.page
        ready(page, "met")
        page.route("**/api/review/accept", broken)
        page.keyboard.press("y")
        expect(page.get_by_role("status")).to_contain_text("The network is gone")
        ready(page, "spoke")
        assert [one for one in tab.wrong if "ERR_CONNECTION" not in one] == []
        tab.wrong.clear()
    assert len(set(sent)) == 1 < len(sent)
    assert log(desk) == [("accept", "Nina")]


def test_what_could_not_be_sent_is_sent_by_the_next_page(desk: Site, browser: Browser) -> None:
    with open_store(desk.db) as session:
        met = key_of(session, "met")
    with opened(browser, address(desk, "&source=gazette")) as tab:
        page = tab.page
        ready(page, "met")
        page.route("**/api/review/accept", lambda route: route.abort("connectionfailed"))
        page.keyboard.press("y")
        expect(page.get_by_role("status")).to_contain_text("The network is gone")
        page.unroute("**/api/review/accept")
        page.reload()
        ready(page, "spoke")
        tab.wrong.clear()
    assert log(desk) == [("accept", "Nina")]
    found = desk.json(f"/api/review/claims/{met}", authorization=f"Bearer {TOKEN}")
    assert (found["decision"], found["by"]) == ("accepted", "Nina")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("key", ["", "n", "n?", "nd", "l"])
def test_everybody_can_use_it(desk: Site, browser: Browser, key: str, scheme: str) -> None:
    with opened(browser, address(desk), color_scheme=scheme) as tab:
        expect(tab.page.get_by_role("heading", name="Elon Musk")).to_be_visible()
        for one in key:
            tab.page.keyboard.press(one)
            tab.page.wait_for_timeout(500)
        found = Axe().run(tab.page)
        assert found.violations_count == 0, found.generate_report()


def test_without_reviewing_the_page_offers_none(site: Site, browser: Browser) -> None:
    with opened(browser, site.address) as tab:
        expect(tab.page.get_by_role("listitem").first).to_be_visible()
        expect(tab.page.get_by_role("link", name="Review")).to_be_hidden()
