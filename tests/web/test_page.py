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
