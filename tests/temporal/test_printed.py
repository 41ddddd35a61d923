"""What the program prints it can read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import edtf_texts, near_texts

from timeline.dates import Date, parse
from timeline.errors import DateError
from timeline.render.languages import LANGUAGES
from timeline.render.words import words
from timeline.resolve import BY_REPORT
from timeline.temporal.human import read
from timeline.temporal.relative import parse_rule

TODAY = parse("2024-11-14")


def said(date: Date) -> tuple[object, ...]:
    """What a date says: its moments, and how sure it is."""
    return list(date.spans()), date.uncertain, date.approximate


@given(st.one_of(edtf_texts(), near_texts()), st.sampled_from(sorted(LANGUAGES)))
def test_a_date_in_words_is_read_back(edtf: str, language: str) -> None:
    """The law: the same moments and the same qualifiers."""
    text = words(edtf, language)
    assert said(read(text, today=TODAY)) == said(parse(edtf)), text


@given(st.one_of(edtf_texts(), near_texts()), st.sampled_from(sorted(LANGUAGES)))
def test_the_bound_of_a_report_in_words_is_read_back(published: str, language: str) -> None:
    """The law: the same, of a source of any day."""
    try:
        bound = parse_rule(BY_REPORT).resolve(parse(published))
    except DateError:
        return
    text = words(bound.text, language, by_report=True)
    assert said(read(text, today=TODAY)) == said(bound), text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "edtf",
    [
        "[..1850]", "[1850..]", "[..1849-12-31]", "[..18XX]", "[..2001-22]",
        "2018-05-06/2018-05-08", "[2018-04-18T10:00,2018-04-18T12:30]",
        "2018-04-18T10:00/2018-04-18T12:30Z", "18XX", "-01XX", "1XXX", "156X", "2001-34",
        "2001-41", "2001-21", "1890~", "1890?", "1890%", "2015/..", "2015/", "../2015", "/2015",
        "[1480..1490]", "[1453,1454]", "{1453,1454}", "-0043-03-15", "0000", "Y12000",
        "Y-13800000000", "2024-11-11T14:30+04:30", "2018-04-18T10", "{2024-11-04..2024-11-25}",
        "[2024-11-04,2024-11-11,2024-11-18,2024-11-25]", "[2024-09-09,2024-01-09,1800-01-01]",
    ],
)  # fmt: skip
def test_each_kind_of_date_is_read_back(edtf: str, language: str) -> None:
    """The kinds of dates that random ones may miss."""
    assert said(read(words(edtf, language), today=TODAY)) == said(parse(edtf))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("un lundi [2024-11-04,2024-11-11]", "[2024-11-04,2024-11-11]"),
        ("about 1890, perhaps [1890%]", "1890%"),
        ("the 19th century (18XX)", "18XX"),
        ("two Mondays {2024-11-04,2024-11-11}", "{2024-11-04,2024-11-11}"),
        ("nobody knows when [..2024]", "[..2024]"),
        ("November 2024 [[2024-11-04,2024-11-11]]", "[2024-11-04,2024-11-11]"),
    ],
)
def test_words_with_their_edtf(text: str, edtf: str) -> None:
    """The EDTF in brackets says it."""
    assert read(text, today=TODAY) == parse(edtf)


@pytest.mark.parametrize("text", ["novembre 2024 [2023-11]", "before 2012 [2012]", "44 BC (0044)"])
def test_words_that_contradict_their_edtf(text: str) -> None:
    """Nobody can tell which of the two is meant."""
    with pytest.raises(DateError, match="the words say"):
        read(text, today=TODAY)
