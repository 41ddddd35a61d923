"""The tables of words are complete, and nothing is imported before it is needed."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from inspect import isclass
from pkgutil import iter_modules
from typing import get_args

import pytest

import timeline.render.languages
from timeline import records, resolve
from timeline.queries import rows
from timeline.render.languages import DEFAULT_LANGUAGE, LANGUAGES, heading, term
from timeline.render.phrases import Phrases

MODEL = (
    records.Polarity, records.Modality, records.ActorKind, records.NameKind, records.LinkKind,
    records.Role, records.EventType,
    resolve.DateStatus, resolve.Standing,
)  # fmt: skip
LISTS = (
    rows.ActorRow,
    rows.SourceRow,
    rows.ClaimRow,
    rows.AppearanceRow,
    rows.CompanyRow,
    rows.ChangesetRow,
    rows.ConflictRow,
    rows.MentionRow,
    rows.SuggestionRow,
    rows.FindingRow,
    rows.TypeRow,
    rows.PlaceRow,
    rows.DifferenceRow,
)
# Fields that no table has as a column.
UNSEEN = {
    "AppearanceRow": {"date_status"},
    "ClaimRow": {"quote_start", "quote_end", "rule", "bound", "pinned"},
    "ConflictRow": {"of", "sides"},
}


@pytest.mark.parametrize("word", sorted({word for kind in MODEL for word in get_args(kind)}))
def test_every_word_of_the_model_is_in_french(word: str) -> None:
    assert word in LANGUAGES["fr"].terms


@pytest.mark.parametrize("kind", LISTS, ids=lambda kind: kind.__name__)
def test_every_heading_is_in_french(kind: type[rows.EventRow]) -> None:
    assert isclass(kind)
    assert set(kind._fields) - UNSEEN.get(kind.__name__, set()) <= set(LANGUAGES["fr"].terms)


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
def test_a_language_says_everything_in_its_own_words(language: str) -> None:
    own, default = LANGUAGES[language], LANGUAGES[DEFAULT_LANGUAGE]
    shared = {name for name in Phrases._fields if getattr(own, name) == getattr(default, name)}
    assert shared <= {"moment", "note", "season_year", "comma"}
    assert set(LANGUAGES["en"].terms) <= set(LANGUAGES[language].terms)


def test_every_language_has_its_line_in_the_table() -> None:
    found = []
    for module in iter_modules(timeline.render.languages.__path__):
        own = vars(import_module(f"timeline.render.languages.{module.name}")).values()
        found += [value for value in own if isinstance(value, Phrases)]
    assert found
    assert all(any(value is known for known in LANGUAGES.values()) for value in found)


@pytest.mark.parametrize(
    ("language", "word", "said"),
    [
        ("en", "part_of", "part of"),
        ("fr", "disputed", "contesté"),
        ("fr-CA", "disputed", "contesté"),
        ("FR_be", "disputed", "contesté"),
        ("de", "declines", "declines to comment"),
        ("fr", "CONSULT", "rencontre"),
        ("en", "CONSULT", "CONSULT"),
    ],
)
def test_words(language: str, word: str, said: str) -> None:
    assert term(word, language) == said


def test_headings_have_a_capital() -> None:
    assert [heading(word, "fr") for word in ("events", "key", "undated")] == [
        "Événements",
        "Clé",
        "Sans date",
    ]


def imported(code: str) -> set[str]:
    """The modules that some code brings into a new interpreter."""
    printing = f"import sys\nbefore = set(sys.modules)\n{code}\nprint(*set(sys.modules) - before)"
    done = subprocess.run(
        [sys.executable, "-c", printing], check=True, capture_output=True, text=True
    )
    return set(done.stdout.split())


TABLE = "from timeline.render import render_table, words\nwords('2024-11-11')\n"


@pytest.mark.parametrize(
    ("code", "needed"),
    [
        ("import timeline.render", set()),
        (TABLE + "list(render_table(['a'], [['b']], format='table'))", set()),
        (TABLE + "list(render_table(['a'], [['b']], format='json'))", {"json"}),
        (TABLE + "list(render_table(['a'], [['b']], format='csv'))", {"csv"}),
        ("from timeline.render import words\nwords('2024', 'fr')", {"babel"}),
    ],
    ids=["import", "table", "json", "csv", "French"],
)
def test_only_what_is_needed_is_imported(code: str, needed: set[str]) -> None:
    assert imported(code) & {"rich", "babel", "json", "csv", "dateutil", "sqlalchemy"} <= needed
