"""Dates in words: a table of what is said of each kind of date, and what holds for all of them."""

from __future__ import annotations

import csv
import unicodedata
from calendar import monthrange
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import edtf_texts

from timeline.dates import parse
from timeline.errors import DateError, UsageError
from timeline.render.words import words

TABLE = Path(__file__).parent / "cases" / "words.tsv"


def rows() -> list[dict[str, str]]:
    """The table: EDTF, and what it is in English and French."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["edtf"])
def test_the_table(row: dict[str, str]) -> None:
    assert {language: words(row["edtf"], language) for language in ("en", "fr")} == {
        "en": row["en"],
        "fr": row["fr"],
    }


def test_the_table_is_long_and_has_each_date_once() -> None:
    dates = [row["edtf"] for row in rows()]
    assert len(set(dates)) == len(dates) > 100


@pytest.mark.parametrize(
    ("language", "said"), [("en", "undated"), ("fr", "sans date"), ("de", "undated")]
)
def test_no_date(language: str, said: str) -> None:
    assert words(None, language) == said


@pytest.mark.parametrize(
    ("language", "edtf", "said"),
    [
        ("de", "2024-11-11", "11. Nov. 2024"),
        ("de", "[..2024-11]", "in or before Nov. 2024"),
        ("de", "-0043-03-15", "15. März 44 v. Chr."),
        ("de", "Y-13800000000", "13.800.000.001 v. Chr."),
        ("fa", "2024-11-11", "11 نوامبر 2024"),
        ("ja", "-0043-03-15", "紀元前44年3月15日"),
        ("ja", "[2024-11-04,2024-11-11]", "2024年11月4日 or 2024年11月11日"),
        ("en-US", "[2024-11-04,2024-11-11]", "Nov 4, 2024 or Nov 11, 2024"),
        ("en_GB", "2024-11-11", "11 Nov 2024"),
        ("pt-BR", "2024-11-11", "11 de nov. de 2024"),
        ("fr-CA", "2024-11-01/2024-11-05", "du 1er au 5 nov. 2024"),
    ],
)
def test_other_languages(language: str, edtf: str, said: str) -> None:
    """Names and order are those of CLDR; without phrases of its own a language has those of
    English.
    """
    assert words(edtf, language) == said


def test_a_language_does_not_depend_on_those_before() -> None:
    """Babel 2.18 gives the stand-alone months of the language that was asked for before: they are
    not used.
    """
    assert [words("2024-11", language) for language in ("ja", "hu", "eu", "ja")] == [
        "2024年11月",
        "2024. nov.",
        "2024 aza.",
        "2024年11月",
    ]


@pytest.mark.parametrize("language", ["", "xx", "fr-XX", "../fr", "fr\0", "klingon", "é"])
def test_an_unknown_language_names_the_known(language: str) -> None:
    with pytest.raises(UsageError, match="write en or fr"):
        words("2024", language)


def test_no_edtf() -> None:
    with pytest.raises(DateError):
        words("11/12/2024")


@given(edtf_texts(), st.sampled_from(("en", "fr", "de", "fa", "ja", "ar", "eu")))
def test_every_date_has_words(edtf: str, language: str) -> None:
    said = words(edtf, language)
    assert said.strip() == said != ""
    said = said.removesuffix(edtf)  # where words would lose something
    assert "{" not in said
    assert not [c for c in said if unicodedata.category(c) == "Cc"]


@given(edtf_texts())
def test_what_is_uncertain_says_so(edtf: str) -> None:
    date = parse(edtf)
    said = words(edtf)
    assert not date.uncertain or "uncertain" in said or "one of" in said or "between" in said
    if not (date.uncertain or date.approximate or "S" in edtf):
        assert "uncertain" not in said
        assert "about" not in said


@given(st.integers(1, 12), st.integers(1, 7), st.integers(1000, 9999))
def test_all_of_one_weekday_of_a_month(month: int, first: int, year: int) -> None:
    """All the days that are a Monday of a month are "a Monday" of it; without one of them they are
    dates.
    """
    days = [
        f"{year}-{month:02d}-{day:02d}" for day in range(first, monthrange(year, month)[1] + 1, 7)
    ]
    assert "day of" in words(f"[{','.join(days)}]")
    assert "day of" not in words(f"[{','.join(days[1:])}]")
    assert "every" in words("{" + ",".join(days) + "}")
