"""Another text of a page, or of a file: a version, which replaces the one before."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest
from builders import check_derived, export_in

from timeline import records as r
from timeline.dates import parse
from timeline.extract.article import read_article
from timeline.extract.header import version_kind
from timeline.intake.loading import load_files
from timeline.load import correct, judge_claims, undo
from timeline.queries import Question, chronology
from timeline.queries.sources import source, sources
from timeline.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

ARREST = "Police arrested Paul Garnier in Lyon on Monday."
TALKS = "The minister Anna Weber met Bob Orr on Friday."
FIRST, SECOND = f"{ARREST} {TALKS}", f"{ARREST} The mayor of Lyon resigned on Sunday."
THIRD = f"We have retracted the report. {TALKS}"
# Published, changed, text.
PAGES = (("12", None, FIRST), ("12", "14", SECOND), ("12", "16", THIRD))


def page(published: str, changed: str | None, text: str, url: str | None = None) -> str:
    """A page in HTML."""
    known = {"article:published_time": published, "article:modified_time": changed}
    said = "".join(
        f"<meta property='{name}' content='2024-11-{day}T09:00:00Z'>"
        for name, day in known.items()
        if day
    )
    said += f"<link rel='canonical' href='{url}'>" if url else ""
    return (
        f"<html lang='en'><head><title>News of Lyon</title>{said}</head><body><article>"
        f"<h1>News of Lyon</h1><p>{text}</p></article></body></html>"
    )


@pytest.fixture
def load(store_url: str, tmp_path: Path) -> Any:
    """Write a page to a file and load it; give what was told of it."""

    def load_page(text: str, name: str = "page.html", **wanted: Any) -> list[str]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        loaded = load_files(store_url, path, **wanted)
        assert loaded.problems == ()
        return [notice.message.code for notice in loaded.report.notices]

    return load_page


def shown(session: Connection, day: str | None = None) -> dict[str, tuple[str | None, ...]]:
    """Title of an event -> date, standing and sources, perhaps as known on a day."""
    question = Question(known_by=parse(f"2024-11-{day}")) if day else Question()
    rows = chronology(session, question).rows
    return {str(row.title): (row.date, row.standing, *row.sources) for row in rows}


def test_a_page_that_changes(load: Any, store_url: str) -> None:
    """Each text is kept, and counts from its day to the next one's."""
    assert [load(page(*one)) for one in PAGES] == [[], ["read-as-version"], ["read-as-version"]]
    with open_store(store_url, write=True) as session:
        found = sources(session).rows
        assert [(row.key, row.replaces, row.version) for row in found] == [
            ("page", None, None),
            ("page@2", "page", "update"),
            ("page@3", "page@2", "retraction"),
        ]
        assert [len(source(session, row.key).claims) for row in found] == [2, 2, 0]
        arrest, talks, mayor = sorted(shown(session), key=lambda title: "AaPM".find(title[0]))
        assert {row[1] for row in shown(session).values()} == {"retracted"}
        assert shown(session, "12") == {
            title: (row[0], "asserted", "page")
            for title, row in shown(session).items()
            if "mayor" not in title.lower()
        }
        assert {row[1:] for row in shown(session, "14").values()} == {
            ("asserted", "page@2"),
            ("retracted",),
        }
        assert len({arrest, talks, mayor}) == 3
        check_derived(session)


@pytest.mark.parametrize("order", [*permutations(range(3))])
def test_in_which_order_texts_are_read_is_beside_the_point(
    load: Any, store_url: str, order: tuple[int, ...]
) -> None:
    """What replaces what follows from their dates; the numbers in the keys tell of the order."""
    for number in order:
        load(page(*PAGES[number]))
    with open_store(store_url) as session:
        rows = sources(session).rows
        keys = {row.published: row.key for row in rows}
        first, second, third = (
            keys[day]
            for day in ("2024-11-12", "[2024-11-12..2024-11-14]", "[2024-11-12..2024-11-16]")
        )
        assert {row.key: (row.replaces, row.version) for row in rows} == {
            first: (None, None),
            second: (first, "update"),
            third: (second, "retraction"),
        }
        known = [
            sorted((date, standing) for date, standing, *_ in shown(session, day).values())
            for day in ("12", "14", "16", None)
        ]
        assert known == [
            [("2024-11-08", "asserted"), ("2024-11-11", "asserted")],
            [
                ("2024-11-08", "retracted"),
                ("2024-11-10", "asserted"),
                ("2024-11-11", "asserted"),
            ],
            *2 * [[(day, "retracted") for day in ("2024-11-08", "2024-11-10", "2024-11-11")]],
        ]
        check_derived(session)


def test_a_text_that_was_read_is_known(load: Any, store_url: str) -> None:
    """Whichever of them it is, also where all is read again."""
    load(page(*PAGES[0]))
    load(page(*PAGES[1]))
    with open_store(store_url) as session:
        before = export_in(session)
    for again in (False, True):
        for one in (PAGES[0], PAGES[1]):
            assert load(page(*one), again=again) == []
    with open_store(store_url) as session:
        assert export_in(session) == before


def test_undo_takes_a_version_back(load: Any, store_url: str) -> None:
    load(page(*PAGES[0]))
    with open_store(store_url) as session:
        before = export_in(session)
    load(page(*PAGES[1]))
    with open_store(store_url, write=True) as session:
        undo(session)
        assert export_in(session) == before
        check_derived(session)


ELSEWHERE, HERE = "https://example.org/b", "https://example.org/a"


@pytest.mark.parametrize(
    ("name", "first", "second", "new", "key"),
    [
        ("page.html", HERE, HERE, False, "page@2"),
        ("page.html", None, HERE, False, "page@2"),
        ("other.html", HERE, HERE, False, "page@2"),
        ("deep/page.html", None, None, False, "page@2"),
        ("page.html", HERE, ELSEWHERE, False, "page-"),
        ("other.html", HERE, ELSEWHERE, False, "other"),
        ("page.html", HERE, HERE, True, "page-"),
    ],
)
def test_which_text_is_a_version_of_which(
    load: Any,
    store_url: str,
    name: str,
    first: str | None,
    second: str | None,
    new: bool,
    key: str,
) -> None:
    """Of the same address, else of the same name, unless a person says that it is another one."""
    load(page(*PAGES[0], url=first))
    load(page(*PAGES[1], url=second), name, new=new)
    with open_store(store_url) as session:
        (_, other) = sorted(
            (row.key for row in sources(session).rows), key=lambda one: one != "page"
        )
        assert other.startswith(key)
        assert bool(source(session, "page").source.replaced_by) == (key == "page@2")
        events = {row.key for row in chronology(session, Question()).rows}
        assert all(one.startswith("page/") for one in events) == (key == "page@2")
        check_derived(session)


def test_another_happening_under_the_same_word_is_another_event(load: Any, store_url: str) -> None:
    """What was said of one man is not said of another."""
    load(page("12", None, "Police arrested Paul Garnier in Lyon on Monday."))
    load(page("12", "14", "Police arrested Peter Blanc in Lyon on Monday."))
    with open_store(store_url) as session:
        found = {row.key: (row.standing, row.title) for row in chronology(session, Question()).rows}
        assert {standing for standing, _ in found.values()} == {"asserted", "retracted"}
        assert {title for standing, title in found.values() if standing == "asserted"} != {
            title for standing, title in found.values() if standing == "retracted"
        }


@pytest.mark.parametrize("says", ["rejected", "accepted", "corrected"])
def test_what_was_decided_holds_in_the_next_version(
    load: Any, store_url: str, says: r.Decision
) -> None:
    load(page(*PAGES[0]))
    with open_store(store_url, write=True) as session:
        claims = {one.quote: one.key for one in source(session, "page").claims}
        if says == "corrected":
            correct(session, claims[ARREST], {"date": parse("2024-11-04")}, by="Nina")
        else:
            judge_claims(session, says, [claims[ARREST]], by="Nina")
    load(page(*PAGES[1]))
    with open_store(store_url) as session:
        (read,) = (one for one in source(session, "page@2").claims if one.quote == ARREST)
        assert read.decision is not None
        assert read.decision.says == says
        dates = {row.date for row in chronology(session, Question()).rows if "arrest" in row.key}
        expected = {"rejected": set(), "accepted": {"2024-11-11"}, "corrected": {"2024-11-04"}}
        assert dates == expected[says]
        check_derived(session)


# The page's own note ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police arrested a man. The report of the UN said so.", "update"),
        ("Corrections officers met the minister - nobody spoke.", "update"),
        ("Correction: the man is called Blanc.", "correction"),
        ("News.\n\nCORRECTION (14 Nov 2024): it was Tuesday.", "correction"),
        ("A previous version of this article said that he was arrested.", "correction"),
        ("This story has been corrected to say who met whom.", "correction"),
        ("Retraction: nothing of this took place.", "retraction"),
        ("Correction: he was not there. We have retracted the report.", "retraction"),
        ("This article has been withdrawn.", "retraction"),
        ("Le ministre a reçu le maire. Un article du code le dit.", "update"),
        ("Rectificatif : il s'agissait de mardi.", "correction"),
        ("Une version précédente de cet article citait M. Blanc.", "correction"),
        ("Cet article a été retiré.", "retraction"),
        ("Rétractation : rien de tout cela n'a eu lieu.", "retraction"),
    ],
)
def test_what_a_version_says_of_itself(text: str, kind: str) -> None:
    assert version_kind(text) == kind


@pytest.mark.parametrize(
    ("changed", "published", "days"),
    [
        (None, "2024-11-12", 0),
        ("12", "2024-11-12", 0),
        ("11", "2024-11-12", 0),
        ("14", "[2024-11-12..2024-11-14]", 2),
    ],
)
def test_a_page_that_was_changed_later_is_of_no_single_day(
    changed: str | None, published: str, days: int
) -> None:
    text = page("12", changed, FIRST).encode()
    found = read_article("page.html", text, published=None, language=None)
    assert (str(found.published), found.changed) == (published, days)
    known = read_article("page.html", text, published=parse("2024-11-13"), language=None)
    assert (str(known.published), known.changed) == ("2024-11-13", 0)
