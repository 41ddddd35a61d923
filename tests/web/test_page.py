"""The page: what it is made of is served, and nothing in it is a script that the policy forbids."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from timeline import web

if TYPE_CHECKING:
    from web.conftest import Site

PAGE = Path(web.__file__).parent / "page"
MODULES = sorted(PAGE.glob("*.js"))
KINDS = {".css": "text/css", ".html": "text/html", ".js": "text/javascript"}


@pytest.mark.parametrize("path", sorted(PAGE.iterdir()), ids=lambda path: path.name)
def test_each_of_its_files_is_served_as_what_it_is(site: Site, path: Path) -> None:
    answer = site.get(f"/{path.name}")
    assert (answer.status, answer.body) == (200, path.read_bytes())
    assert answer.headers["content-type"].startswith(KINDS[path.suffix])


def test_the_page_is_at_the_root(site: Site) -> None:
    assert site.get("/").body == (PAGE / "index.html").read_bytes()


def test_all_that_it_names_is_there() -> None:
    html = (PAGE / "index.html").read_text()
    named = set(re.findall(r'(?:src|href)="([\w.]+)"', html))
    for module in MODULES:
        named |= set(re.findall(r'from "\./([\w.]+)"', module.read_text()))
    assert named == {path.name for path in PAGE.iterdir()} - {"index.html"}


def test_nothing_in_it_is_written_where_the_policy_forbids_it() -> None:
    html = (PAGE / "index.html").read_text()
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=", html)
    for module in MODULES:
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|\beval\b", module.read_text())


def test_it_says_the_same_in_each_language() -> None:
    text = (PAGE / "speech.js").read_text()
    languages = re.findall(r"^  (\w\w): \{(.*?)^  \}", text, re.MULTILINE | re.DOTALL)
    said = {code: set(re.findall(r'["]?([\w-]+)["]?: "', words)) for code, words in languages}
    assert len(said) == 2
    assert said["en"] == said["fr"]
    html = (PAGE / "index.html").read_text()
    assert set(re.findall(r'data-says="([\w-]+)"', html)) <= said["en"]
