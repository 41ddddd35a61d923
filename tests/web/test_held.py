"""The page in one file: the same events, cards and counts as the served one, and no more than was
asked for.
"""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from base64 import b64decode, b64encode
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from web.browser import opened

from timeline.load import judge_claims, note
from timeline.queries.chronology import chronology
from timeline.queries.question import ANYTHING, Question
from timeline.store import open_store
from timeline.web.bundle import PAGE, bundled, document, packed
from timeline.web.held import Holding, held

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page
    from web.conftest import Site

MEETING = "Elon Musk meets Iran's ambassador to the UN"
# What a page may show.
ADDRESSES = (
    "",
    "?type=SANCTION",
    "?actor=elon-musk&standing=reported",
    "?text=sanct",
    "?place=united-states",
    "?source=report-fr&source=nyt-2024-11-14",
    "?from=2019&to=2024-11-11",
    "?on=2024-11-12",
    "?known-by=2018-05-08",
    "?known-by=2020-01-03&type=SANCTION",
    "?known-by=2019&actor=united-states",
    "?view=event&key=meeting",
    "?view=event&key=soleimani-strike",
    "?view=document&key=nyt-2024-11-14",
    "?view=document&key=report-fr",
    "?view=document",
    "?view=actor&key=elon-musk",
    "?view=map",
    "?view=conflicts",
)


def holding(db: str, question: Question = ANYTHING, *more: str) -> Any:
    """What a file holds of a database."""
    with open_store(db) as session:
        rows = chronology(session, question).rows
        return held(session, rows, Holding(question, "en", more))


@pytest.fixture(scope="session")
def file(seeded_url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds as one file, with whole texts, as the served page has them."""
    path = tmp_path_factory.mktemp("held") / "story.html"
    text = document(
        holding(seeded_url, ANYTHING, "texts"), title="Story", language="en", lines=[MEETING]
    )
    path.write_text(text, encoding="utf-8")
    return path


def shown(page: Page) -> list[str]:
    """What a page says, when it has all its answers."""
    expect(page.locator("main").get_by_role("listitem").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    return [line for line in page.locator("main").inner_text().splitlines() if line.strip()]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_file_shows_what_the_served_page_shows(
    site: Site, file: Path, browser: Browser, address: str
) -> None:
    found = []
    for place in (site.address, file.as_uri()):
        with opened(browser, place + address) as tab:
            tab.page.wait_for_timeout(400)  # what is typed, or drawn, comes with the next frame
            found.append((shown(tab.page), tab.page.get_by_role("status").inner_text()))
    served, alone = found
    assert alone == served
    assert len(alone[0]) > 3


def test_a_file_is_walked_through_without_a_request(file: Path, browser: Browser) -> None:
    asked: list[str] = []
    with opened(browser, file.as_uri()) as tab:
        page = tab.page
        page.on("request", lambda request: asked.append(request.url))
        page.get_by_role("link", name=MEETING).first.click()
        expect(page.get_by_role("heading", name=MEETING)).to_be_visible()
        page.go_back()
        expect(page.locator("#card")).to_be_hidden()
        page.reload()
        expect(page.get_by_role("link", name=MEETING).first).to_be_visible()
    assert {url.partition("?")[0] for url in asked} <= {file.as_uri(), "data:,"}


def test_without_script_the_events_are_read(file: Path, browser: Browser) -> None:
    with opened(browser, file.as_uri(), java_script_enabled=False) as tab:
        expect(tab.page.get_by_text(MEETING)).to_be_visible()


def test_the_policy_lets_nothing_in_but_what_stands_there(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    (policy,) = re.findall(r'content-security-policy" content="([^"]*)"', text)
    for tag in ('script type="module"', "style"):
        (inner,) = re.findall(rf"<{tag}>(.*?)</{tag.split()[0]}>", text, re.DOTALL)
        assert b64encode(sha256(inner.encode()).digest()).decode() in policy
    assert {"default-src 'none'", "connect-src 'none'"} <= set(policy.split("; "))
    assert not re.search(r'<(?:script|link|img)[^>]*(?:src|href)="(?!data:)', text)


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--<script>", "\u2028"])
def test_data_end_no_script(text: str) -> None:
    written = packed({"title": text})
    assert re.fullmatch("[A-Za-z0-9+/=]+", written)
    assert json.loads(gzip.decompress(b64decode(written))) == {"title": text}


# Modules ------------------------------------------------------------------------------------------


def test_the_script_is_javascript_in_which_no_module_is_loaded() -> None:
    script = bundled({path.stem: path.read_text("utf-8") for path in PAGE.glob("*.js")})
    assert not re.search(r"^\s*(?:import|export)\b", script, re.MULTILINE)
    assert "</script" not in script
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    check = [node, "--input-type=module", "--check"]
    subprocess.run(check, input=script.encode(), check=True, timeout=60)


def test_a_module_comes_after_what_it_imports() -> None:
    script = bundled({
        "a": 'import { b as c, d } from "./b.js";\nexport const e = c + d;\n',
        "b": "export const b = 1;\nexport function d() {}\n",
    })  # fmt: skip
    assert script.index("const $b") < script.index("const $a")
    assert "const { b: c, d } = $b;" in script
    assert "return { b, d };" in script


# What is left out ---------------------------------------------------------------------------------


def texts(value: Any) -> Iterator[str]:
    """All texts in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts(one)


@pytest.fixture
def reviewed(changing: Site) -> str:
    """The seeds, with what a person named Quentin noted and decided."""
    claims = holding(changing.db)["answers"]["events/meeting"]["claims"]
    with open_store(changing.db, write=True) as session:
        why = "Quentin saw it otherwise"
        judge_claims(session, "accepted", [claims[0]], by="Quentin", why=why)
        note(session, "event", "meeting", "a remark of the desk", by="Quentin")
        session.commit()
    return changing.db


def test_notes_and_names_of_reviewers_are_held_where_they_are_asked_for(reviewed: str) -> None:
    plain = " ".join(texts(holding(reviewed)))
    assert "Quentin" not in plain
    assert "a remark of the desk" not in plain
    noted = " ".join(texts(holding(reviewed, ANYTHING, "notes")))
    assert "a remark of the desk" in noted
    assert "Quentin" not in noted
    assert "Quentin" in " ".join(texts(holding(reviewed, ANYTHING, "notes", "reviewers")))


def test_whole_texts_are_held_where_they_are_asked_for(seeded_url: str) -> None:
    with_texts = holding(seeded_url, ANYTHING, "texts")["answers"]["texts/report-fr"]["text"]
    assert len(with_texts) > 1000
    without = holding(seeded_url)
    assert without["answers"]["texts/report-fr"]["text"] is None
    assert max(map(len, texts(without["answers"]))) < 700
    for row in without["answers"]["quoted/meeting"]["rows"]:
        assert row["before"] + row["quote"] + row["after"] in with_texts


def test_nothing_is_held_of_events_that_were_not_asked_for(seeded_url: str) -> None:
    data = holding(seeded_url, Question(types="CONSULT"))
    assert [one["key"] for one in data["events"]] == ["meeting"]
    said = " ".join(texts(data))
    with open_store(seeded_url) as session:
        everything = chronology(session, ANYTHING).rows
    for row in everything:
        assert row.key == "meeting" or str(row.title) not in said


def test_only_what_people_stand_by(seeded_url: str) -> None:
    data = holding(seeded_url, replace(ANYTHING, reviewed=True))
    assert data["events"]
    assert all(one["reviewed"] for one in data["events"])
    assert data["claims"]
    assert all(claim["extractor"] is None for claim in data["claims"].values())
