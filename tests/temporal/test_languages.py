"""A language is one file and one line in a table."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

from timeline.dates import parse
from timeline.errors import UsageError
from timeline.temporal import tag
from timeline.temporal.grammar import compiled
from timeline.temporal.language import Clues, Language, Names, Pattern, synonyms
from timeline.temporal.languages import LANGUAGES, code_of, language
from timeline.temporal.tagger import tagged
from timeline.temporal.words import MONTHS, SEASONS, UNITS, WEEKDAYS

if TYPE_CHECKING:
    from pathlib import Path

# A language that nobody speaks: what a file of a language needs at least.
VOLAPUK = Language(
    weekdays=synonyms(WEEKDAYS, "mudel tudel vedel dodel fridel zadel sudel"),
    months=synonyms(
        MONTHS, "yanul febul mazul prilul mayul yunul yulul gustul setul tobul novul dekul"
    ),
    seasons=synonyms(SEASONS, "florup hitup fluküp nifup"),
    units=synonyms(UNITS, "sekun minut dup del vig mul yel yelsdeg yeltum"),
    patterns=(
        Pattern("date", "date", "{day}id {month}(?: {year})?"),
        Pattern("weekday", "weekday", "in {weekday}"),
        Pattern("yesterday", "offset", "adelo", {"sign": "-"}),
    ),
    raw={"day": r"\d\d?", "year": r"\d{4}"},
    clues=Clues(past=r"\bäbinom\b", future=r"\bobinom\b"),
    names=Names(titles=r"\bsöl "),
)


def test_a_language_of_a_few_lines_is_read() -> None:
    """Its words, its rules, its tenses and its names, and those of no other language."""
    text = "Söl Mudel äbinom us in mudel, 11id novul 2024, adelo e yesterday."
    found = tagged(text, compiled(VOLAPUK), parse("2024-11-14"))
    assert [(one.text, one.value) for one in found] == [
        ("in mudel", "2024-11-11"),
        ("11id novul 2024", "2024-11-11"),
        ("adelo", "2024-11-13"),
    ]


def test_each_line_is_a_file_and_each_file_a_line(root: Path) -> None:
    """The table names the files there are."""
    folder = root / "timeline" / "temporal" / "languages"
    assert set(LANGUAGES.values()) == {path.stem for path in folder.glob("*.py")} - {"__init__"}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_has_all_that_is_asked_of_it(code: str) -> None:
    """Each name of the calendar has a word, and each field something."""
    known = language(code)
    for names, table in (
        (WEEKDAYS, known.weekdays),
        (MONTHS, known.months),
        (SEASONS, known.seasons),
        (UNITS, known.units),
    ):
        assert set(table.values()) >= set(names)
    assert known.frames
    assert known.alone
    assert known.stop_words
    assert known.examples


@pytest.mark.parametrize("code", ["de", "", "EN", "english"])
def test_an_unknown_language_is_an_error(code: str) -> None:
    """It is never taken for another."""
    with pytest.raises(UsageError, match="can't be read"):
        tag("The mine closed in 1998.", language=code, published=None)


@pytest.mark.parametrize(
    ("written", "code"),
    [("fr", "fr"), ("fr-CA", "fr"), ("FR_fr", "fr"), ("fra", None), ("", None), (None, None)],
)
def test_the_code_of_a_language_tag(written: str | None, code: str | None) -> None:
    """BCP 47 as people write it."""
    assert code_of(written) == code


def test_languages_are_named_in_their_table_alone(root: Path) -> None:
    """No room of dates but the table knows which languages there are."""
    named = set(LANGUAGES) | set(LANGUAGES.values())
    imported = re.compile(r"timeline\.temporal\.languages\.(\w+)")
    for path in (root / "timeline" / "temporal").rglob("*.py"):
        if path.parent.name == "languages":
            continue
        text = path.read_text(encoding="utf-8")
        assert not imported.search(text), path
        strings = {
            node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant)
        }
        assert not named & {value for value in strings if isinstance(value, str)}, path


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_word_stands_once_in_a_language(code: str) -> None:
    """The rules of a language take its months and days of the week from the tables."""
    known = language(code)
    names = {word for word in (*known.weekdays, *known.months) if len(word) > 3} - known.capitals
    for pattern in (*known.patterns, *known.alone):
        assert not names.intersection(re.findall(r"[a-z]+", pattern.pattern)), pattern
