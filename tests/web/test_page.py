"""The page: what it is made of is served, and nothing in it is a script that the policy forbids."""

from __future__ import annotations

import re
import socket
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from builders import put_files
from playwright.sync_api import expect
from web.browser import opened
from web.conftest import served

from timeline import web
from timeline.queries import density, meant, passages, proposals, rows, sources
from timeline.queries.parameters import PARAMETERS
from timeline.web import review_routes, saying
from timeline.web.page import MOST_WRITTEN, OWN, bare_page, script_address
from timeline.web.serving import bound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from web.conftest import Site

PAGE = Path(web.__file__).parent / "page"
MODULES = sorted(PAGE.glob("*.js"))
KINDS = {".css": "text/css", ".html": "text/html", ".js": "text/javascript"}


@pytest.mark.parametrize("path", sorted(PAGE.iterdir()), ids=lambda path: path.name)
def test_each_of_its_files_is_served_as_what_it_is(site: Site, path: Path) -> None:
    answer = site.get(f"/{path.name}")
    assert (answer.status, answer.body) == (200, path.read_bytes())
    assert answer.headers["content-type"].startswith(KINDS[path.suffix])


def lines_in(html: str) -> list[str]:
    """The events that a page has in its list."""
    return re.findall("<li><a href=.*</li>", html)


def test_no_answer_waits_for_the_receipt_of_its_head() -> None:
    """Python sends at once (TCP_NODELAY) over sockets that say that they are of TCP."""
    with bound("127.0.0.1", 0) as taken:
        assert taken.proto == socket.IPPROTO_TCP


def test_the_page_has_its_events_in_it_for_who_has_no_scripts(site: Site) -> None:
    found = site.json("/api/events")["rows"]
    html = site.get("/").body.decode()
    keys = [re.findall(r"key=([^\"]+)", line) for line in lines_in(html)]
    assert keys == [[row["key"]] for row in found]
    for line in lines_in(html):
        html = html.replace(f"{line}\n", "")
    assert html == bare_page()


def test_all_modules_of_the_page_come_as_one_script(site: Site, browser: Browser) -> None:
    """Which a browser keeps, since its address is another one when the script is."""
    names = "performance.getEntriesByType('resource').map((one) => one.name)"
    with opened(browser, site.address) as tab:
        expect(tab.page.get_by_role("link", name="Soleimani").first).to_be_visible()
        asked = [name for name in tab.page.evaluate(names) if ".js" in name]
    assert [name.rpartition("/")[2] for name in asked] == [script_address()]
    script = site.get(f"/{script_address()}")
    assert "immutable" in script.headers["cache-control"]
    assert script.headers["content-type"].startswith("text/javascript")


def test_what_an_address_asks_is_in_the_page(site: Site) -> None:
    html = site.get("/?actor=Iravani&from=&window=x&view=event&key=meeting").body.decode()
    assert len(lines_in(html)) == len(site.json("/api/events?actor=Iravani")["rows"]) > 0
    assert re.search(r'<article id="card"[^>]*labelledby="open-title">', html)
    assert "denies" in html.partition("<pre>")[2].partition("</pre>")[0]
    french = site.get("/?on=11+nov+2024", accept_language="fr-CA,en;q=0.5").body.decode()
    assert '<html lang="fr">' in french
    assert "contesté" in french
    wrong = site.get("/?type=NOTHING", accept_language="fr").body.decode()
    assert "NOTHING" in wrong.partition('role="status">')[2].partition("</p>")[0]


def test_only_the_first_events_are_in_the_page(changing: Site, tmp_path: Path) -> None:
    told = (f"  - {{key: e{n}, type: OTHER, claims: [{{date: 1999}}]}}\n" for n in range(300))
    (tmp_path / "more.yaml").write_text(f"source: {{key: s}}\nevents:\n{''.join(told)}")
    put_files(changing.db, tmp_path / "more.yaml")
    assert len(lines_in(changing.get("/").body.decode())) == MOST_WRITTEN


def test_nothing_of_the_database_is_in_the_page_where_a_token_is_asked_for(seeded_url: str) -> None:
    with served(seeded_url, token="abc") as site:
        assert site.get("/?view=event&key=meeting").body.decode() == bare_page()


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "Fire &lt;img src=x onerror=alert(1)&gt;"), ("fr", r"Incendie\u202e &amp; fumée")],
)
def test_what_comes_from_outside_is_text_in_the_page(odd: Site, language: str, title: str) -> None:
    html = odd.get("/?view=event&key=fire", accept_language=language).body.decode()
    written = html.partition('id="events"')[2]
    assert written.count(title) > 1
    assert not re.search(r"<(?:script|img|b|i)\b", written)
    assert "\u202e" not in written


def test_an_address_says_of_the_page_what_is_no_filter() -> None:
    text = (PAGE / "address.js").read_text()
    own, switches = (
        re.findall(r'"([\w-]+)"', text.partition(f"const {name} = ")[2].partition(";")[0])
        for name in ("OWN", "SWITCHES")
    )
    assert set(own) == set(OWN)
    takes = {one.name: one.takes for one in PARAMETERS.values()}
    assert {name for name, kind in takes.items() if kind == "switch"} == set(switches)
    assert not takes.keys() & set(own)
    assert {f"filter-{name}" for name in takes} <= said("english")


def test_its_modules_know_the_rows_as_they_are() -> None:
    """The types that are written beside the modules have the fields of the rows, and no others."""
    known: dict[str, Any] = {
        name: kind
        for module in (rows, density, sources, saying, meant, passages, proposals, review_routes)
        for name, kind in vars(module).items()
    }
    found = dict(typedefs((PAGE / "rows.js").read_text()))
    assert len(found) > 25
    for name, fields in found.items():
        assert fields == [*known[name]._fields], name


def typedefs(text: str) -> Iterator[tuple[str, list[str]]]:
    """Give the names of the types that a module defines, with their fields."""
    for comment in re.findall(r"/\*\*(.*?)\*/", text, re.DOTALL):
        plain = re.sub(r"\s*\n\s*\* ?", " ", comment)
        if long := re.search(r"@typedef \{object\} (\w+)", plain):
            yield long[1], re.findall(r"@property \{.*?\} (\w+)", plain)
        elif short := re.search(r"@typedef \{\{(.*)\}\}\s+(\w+)", plain):
            yield short[2], re.findall(r"(?:^|, )(\w+)\??:", short[1])


def test_all_that_it_names_is_there() -> None:
    html = (PAGE / "index.html").read_text()
    named = set(re.findall(r'(?:src|href)="([\w.]+)"', html))
    for module in MODULES:
        named |= set(re.findall(r'(?:from |import\()"\./([\w.]+)"', module.read_text()))
    assert named == {path.name for path in PAGE.iterdir()} - {"index.html"}


def test_nothing_in_it_is_written_where_the_policy_forbids_it() -> None:
    html = (PAGE / "index.html").read_text()
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=", html)
    for module in MODULES:
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|\beval\b", module.read_text())


def said(language: str) -> set[str]:
    """What a language has a text for."""
    text = (PAGE / f"{language}.js").read_text()
    return {name.strip('"') for name in re.findall(r'^  ("?[\w-]+"?):', text, re.MULTILINE)}


def test_it_says_the_same_in_each_language() -> None:
    assert said("english") == said("french")
    html = (PAGE / "index.html").read_text()
    wanted = set(re.findall(r'data-(?:says|label)="([\w-]+)"', html))
    for module in MODULES:
        wanted |= set(re.findall(r'\bsay\("([\w-]+)"', module.read_text()))
    assert wanted <= said("english")


def test_what_it_says_is_said_somewhere() -> None:
    texts = [(PAGE / "index.html").read_text(), *(module.read_text() for module in MODULES)]
    written = " ".join(text for text in texts if not text.startswith("// What the page says in"))
    families = {found[0] for found in re.finditer(r"(?<=say\(`)[\w-]+-(?=\$)", written)}
    for name in said("english"):
        assert f'"{name}"' in written or any(map(name.startswith, families)), name
