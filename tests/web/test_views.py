"""The views of the page in a real browser: what they show, by keys alone, in each language, on
paper and on a phone, and that nothing from outside becomes more than text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from web.browser import opened

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route
    from web.conftest import Site

MEETING = "Elon Musk meets Iran's ambassador to the UN"
VIEWS = [
    "",
    "?view=event&key=fire",
    "?view=actor",
    "?view=actor&key=petit",
    "?view=document",
    "?view=document&key=daily-2",
    "?view=map",
    "?view=conflicts",
    "?actor=petit&type=DISASTER&from=2020&all=",
]
PHONE = {"width": 380, "height": 720}


def wait(page: Page) -> None:
    """Wait until what an address asks for is there."""
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_each_view(odd: Site, browser: Browser, view: str, scheme: str) -> None:
    with opened(browser, odd.address + view, color_scheme=scheme) as tab:
        wait(tab.page)
        found = Axe().run(tab.page)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_wider_than_a_phone(odd: Site, browser: Browser, view: str) -> None:
    with opened(browser, odd.address + view, viewport=PHONE) as tab:
        wait(tab.page)
        wide = tab.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= PHONE["width"]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("locale", ["en-GB", "fr-FR"])
def test_what_comes_from_outside_is_text(
    odd: Site, browser: Browser, view: str, locale: str
) -> None:
    with opened(browser, odd.address + view, locale=locale) as tab:
        wait(tab.page)
        body = tab.page.locator("body")
        assert body.locator("script, b, i, img, [onerror]").count() == 0
        assert body.locator("a[href^='javascript']").count() == 0
        assert "\u202e" not in body.inner_text()


def test_a_card_shows_each_claim_with_its_way_and_its_words(odd: Site, browser: Browser) -> None:
    with opened(browser, f"{odd.address}?view=event&key=fire") as tab:
        card = tab.page.get_by_role("article")
        title = card.get_by_role("heading", level=2)
        expect(title).to_have_text("Fire <img src=x onerror=alert(1)>")
        claim = card.locator(".claim", has_text="Ten died near Rome")
        expect(claim.locator("mark")).to_have_text("Ten died near Rome")
        expect(claim.locator("blockquote")).to_contain_text("a union told us.")
        expect(claim).to_contain_text("10 (8–12)")
        expect(claim).to_contain_text("<b>sic</b>")
        gone = card.locator(".claim.gone")
        expect(gone).to_contain_text("Its source is corrected by daily-2 (3 Mar 2024)")
        chain = gone.get_by_role("list", name="The way to the origin")
        expect(chain.get_by_role("listitem")).to_have_text(["daily", "the prefecture"])
        expect(card.locator(".sides").first.get_by_role("listitem")).to_have_count(2)
        expect(card.get_by_text("the dates have no part in common")).to_be_visible()


def test_reasons_are_in_the_language_of_the_reader(odd: Site, browser: Browser) -> None:
    with opened(browser, f"{odd.address}?view=event&key=fire", locale="fr-FR") as tab:
        page = tab.page
        expect(page.get_by_text("les dates n'ont rien en commun")).to_be_visible()
        here = page.get_by_role("link", name="Chronologie")
        expect(here).to_have_attribute("aria-current", "page")
        assert page.locator("html").get_attribute("lang") == "fr"


def test_a_quote_leads_to_its_place_in_the_document(odd: Site, browser: Browser) -> None:
    with opened(browser, f"{odd.address}?view=event&key=fire") as tab:
        page = tab.page
        claim = page.locator(".claim", has_text="Fifteen died")
        claim.get_by_role("link", name="in the document").click()
        mark = page.locator(".text .marked", has_text="A fire broke out in Lyon. Fifteen died")
        expect(mark).to_be_in_viewport()
        assert page.locator(".text").first.inner_text().startswith("Fire \U0001f525\n\nA fire")
        expect(page.locator("del")).to_have_text("Twelve ")
        expect(page.locator("ins")).to_have_text("Fifteen ")
        mark.click()
        expect(page.get_by_role("article").get_by_role("heading", level=2)).to_contain_text("Fire")
        page.go_back()
        expect(mark).to_be_visible()


def test_an_actor_has_names_offices_events_company_and_what_others_say(
    odd: Site, browser: Browser
) -> None:
    with opened(browser, f"{odd.address}?view=actor&key=petit") as tab:
        page = tab.page
        expect(page.get_by_role("heading", level=2)).to_have_text("Jean <b>Petit</b>")
        expect(page.locator(".lane li")).to_have_count(2)
        expect(page.locator(".lane .late, .lane .early")).to_have_count(2)
        expect(page.get_by_text("wikidata Q1")).to_be_visible()
        expect(page.locator(".tags")).to_contain_text("City of Lyon")
        said = page.locator("#page > section", has_text="What others say")
        expect(said).to_contain_text("Ten died near Rome")
        page.get_by_role("link", name="in the chronology").click()
        expect(page.get_by_role("status")).to_contain_text("2 events")


def test_filters_say_what_they_leave_and_stand_in_the_address(odd: Site, browser: Browser) -> None:
    with opened(browser, odd.address) as tab:
        page = tab.page
        page.locator("#facet-place summary").click()
        label = page.locator("#facet-place label", has_text="France")
        expect(label).to_have_text("France1")
        label.click()
        expect(page.get_by_role("status")).to_contain_text("1 event")
        assert page.url.endswith("?place=france")
        page.get_by_role("button", name="Place: France").click()
        expect(page.get_by_role("status")).to_contain_text("2 events")
        page.go_back()
        expect(page.get_by_role("status")).to_contain_text("1 event")
        expect(page.get_by_role("button", name="Place: France")).to_be_visible()


def test_a_filter_that_is_none_is_told(odd: Site, browser: Browser) -> None:
    with opened(browser, odd.address) as tab:
        tab.page.get_by_role("textbox", name="From").fill("whenever")
        with tab.page.expect_response(lambda answer: answer.status == 400):
            tab.page.keyboard.press("Enter")
        expect(tab.page.get_by_role("status")).to_contain_text("whenever")
        wait(tab.page)
        tab.wrong.clear()  # the browser tells of each answer 400


def test_what_comes_too_late_is_not_shown(odd: Site, browser: Browser) -> None:
    late: list[Route] = []

    def hold(route: Route) -> None:
        late.append(route)

    with opened(browser, odd.address) as tab:
        wait(tab.page)
        tab.page.route("**/api/words*", hold)
        with tab.page.expect_request("**/api/words*date=*"):  # of the list
            tab.page.reload(wait_until="commit")
        tab.page.get_by_role("textbox", name="From").fill("whenever")
        with tab.page.expect_response(lambda answer: answer.status == 400):
            tab.page.keyboard.press("Enter")
        expect(tab.page.get_by_role("status")).to_contain_text("whenever")
        for one in late:
            one.continue_()
        tab.page.wait_for_timeout(500)
        expect(tab.page.get_by_role("status")).to_contain_text("whenever")
        tab.wrong.clear()  # the browser tells of each answer 400


def test_one_box_finds_names_events_documents_places_and_dates(odd: Site, browser: Browser) -> None:
    with opened(browser, odd.address) as tab:
        page = tab.page
        box = page.get_by_role("searchbox", name="Search names, words, dates")
        for typed, found in (
            ("petit", "Jean <b>Petit</b>"),
            ("rome", "Rome"),
            ("depot", "Fire at the depot <script>alert(1)</script>"),
            ("1 mar 2024", "1 Mar 2024"),
        ):
            box.fill(typed)
            expect(page.locator("#found").get_by_role("link", name=found).first).to_be_visible()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name="On: 2024-03-01")).to_be_visible()
        expect(page.locator("#found")).to_be_hidden()


def test_the_list_is_walked_by_keys(site: Site, browser: Browser) -> None:
    with opened(browser, site.address) as tab:
        page = tab.page
        lines = page.locator("#events a")
        expect(page.get_by_role("status")).to_contain_text("9 events")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="To the events")).to_be_focused()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        expect(lines.first).to_be_focused()
        for key, at in (("ArrowDown", 1), ("End", 8), ("ArrowUp", 7), ("Home", 0)):
            page.keyboard.press(key)
            expect(lines.nth(at)).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.get_by_role("article")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.get_by_role("article")).to_be_hidden()
        expect(lines.first).to_be_focused()


def test_the_map_shows_where_things_happen(odd: Site, browser: Browser) -> None:
    with opened(browser, f"{odd.address}?view=map") as tab:
        page = tab.page
        expect(page.locator(".map circle")).to_have_count(2)
        before = page.locator(".map").get_attribute("viewBox")
        page.locator(".map").focus()
        page.keyboard.press("+")
        assert page.locator(".map").get_attribute("viewBox") != before
        page.get_by_role("button", name="The whole world").click()
        assert page.locator(".map").get_attribute("viewBox") == "0.00 0.00 1000.00 487.00"
        page.locator(".atlas li").get_by_role("link", name="France").click()
        expect(page.get_by_role("status")).to_contain_text("1 event")


def test_conflicts_stand_side_by_side(site: Site, browser: Browser) -> None:
    with opened(browser, f"{site.address}?view=conflicts") as tab:
        page = tab.page
        denied = page.locator(".side", has_text="denies")
        claimed = page.locator(".side", has_text="responsables iraniens")
        expect(denied).to_be_visible()
        one, other = denied.bounding_box(), claimed.bounding_box()
        assert one
        assert other
        assert one["y"] == other["y"]
        page.get_by_role("link", name=MEETING).click()
        expect(page.get_by_role("article")).to_be_visible()


def test_without_scripts_the_events_are_there(odd: Site, browser: Browser) -> None:
    with opened(browser, odd.address, java_script_enabled=False, locale="fr-FR") as tab:
        page = tab.page
        expect(page.locator("#events li")).to_have_count(2)
        expect(page.locator("#events")).to_contain_text("contesté")
        page.locator("#events a").first.click()
        expect(page.locator("#open")).to_contain_text("Ten died near Rome")
        page.go_back()
        page.locator("#filters input[name=from]").fill("2024-04")
        page.locator("#filters button[type=submit]").click()
        expect(page.locator("#events li")).to_have_count(1)


def test_a_card_is_printed_alone(odd: Site, browser: Browser) -> None:
    with opened(browser, f"{odd.address}?view=event&key=fire") as tab:
        page = tab.page
        expect(page.get_by_role("article")).to_be_visible()
        page.emulate_media(media="print")
        expect(page.locator("#open h2")).to_be_visible()
        for hidden in ("header", "#filters", "#list", "#close"):
            expect(page.locator(hidden).first).to_be_hidden()


def test_a_chronology_is_printed_with_its_picture_on_white(odd: Site, browser: Browser) -> None:
    with opened(browser, odd.address, color_scheme="dark") as tab:
        page = tab.page
        expect(page.locator("#events li")).to_have_count(2)
        corner = """() => {
            const axis = document.querySelector("canvas.axis");
            return [...axis.getContext("2d").getImageData(4, axis.height - 4, 1, 1).data];
        }"""

        def corner_is(*, dark: bool) -> bool:
            for _ in range(100):  # it is drawn in a frame of its own
                *colour, there = page.evaluate(corner)
                if there == 255 and (max(colour) < 60 if dark else min(colour) > 240):
                    return True
                page.wait_for_timeout(20)
            return False

        assert corner_is(dark=True)
        page.emulate_media(media="print")
        expect(page.locator("canvas.axis")).to_be_visible()
        assert corner_is(dark=False)
        for hidden in ("#picture .bar", "canvas.overview"):
            expect(page.locator(hidden)).to_be_hidden()


@pytest.mark.parametrize(
    ("view", "filtered"), [("", True), ("map", True), ("conflicts", True), ("document", False)]
)
def test_filters_stand_where_they_filter(
    site: Site, browser: Browser, view: str, *, filtered: bool
) -> None:
    with opened(browser, f"{site.address}?view={view}") as tab:
        expect(tab.page.get_by_role("link", name="Chronology")).to_be_visible()
        expect(tab.page.locator("#filters")).to_be_visible(visible=filtered)
