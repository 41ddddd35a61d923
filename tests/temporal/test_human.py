"""What people type."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import days, edtf_texts

from timeline.dates import Date, parse
from timeline.errors import DateError
from timeline.temporal.human import read
from timeline.temporal.languages import LANGUAGES, language
from timeline.temporal.words import MONTHS

TODAY = parse("2024-11-14")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2024-11", "2024-11"),
        (" 2024 ", "2024"),
        ("156X-12-25", "156X-12-25"),
        ("11 nov 2024", "2024-11-11"),
        ("Nov 11, 2024", "2024-11-11"),
        ("nov. 11th, 2024", "2024-11-11"),
        ("11th of November 2024", "2024-11-11"),
        ("Monday, 11 November 2024", "2024-11-11"),
        ("le lundi 11 novembre 2024", "2024-11-11"),
        ("11 novembre 2024", "2024-11-11"),
        ("11\u00a0NOVEMBRE\u202f2024", "2024-11-11"),
        ("1er janvier 2020", "2020-01-01"),
        ("15 août 2020", "2020-08-15"),
        ("novembre 2024", "2024-11"),
        ("Nov. 2024", "2024-11"),
        ("en 2024", "2024"),
        ("spring 2024", "2024-21"),
        ("été 2024", "2024-22"),
        ("1990s", "199X"),
        ("les années 1990", "199X"),
        ("circa 1850", "1850~"),
        ("vers novembre 1850", "1850-11~"),
        ("14.11.2024", "2024-11-14"),
        ("3.4.2024", "2024-04-03"),
        ("13/04/2024", "2024-04-13"),
        ("04/13/2024", "2024-04-13"),
        ("04/04/2024", "2024-04-04"),
        ("2024/11/11", "2024-11-11"),
        ("11/2024", "2024-11"),
        ("20241111", "2024-11-11"),
        ("44 BC", "-0043"),
        ("1 BC", "0000"),
        ("44 av. J.-C.", "-0043"),
        ("15 mars 44 av. J.-C.", "-0043-03-15"),
        ("yesterday", "2024-11-13"),
        ("today", "2024-11-14"),
        ("aujourd’hui", "2024-11-14"),
        ("last monday", "2024-11-11"),
        ("lundi dernier", "2024-11-11"),
        ("next month", "2024-12"),
        ("last november", "2023-11"),
        ("2024-11-11 14:30", "2024-11-11T14:30"),
        ("Mon, 11 Nov 2024 14:30:05 GMT", "2024-11-11T14:30:05Z"),
        ("11 nov 2024 3pm", "2024-11-11T15:00"),
    ],
)
def test_read(text: str, edtf: str) -> None:
    assert read(text, today=TODAY).text == edtf


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("03/04/2024", "ambiguous: write 2024-04-03 or 2024-03-04"),
        ("03/04/2024 10:00", "ambiguous: write 2024-04-03 or 2024-03-04"),
        ("31/02/2024", "no order of its numbers is a date"),
        ("30 février 2024", "February 2024 has 29 days"),
        ("2024-02-30", "February 2024 has 29 days"),
        ("32.1.2024", "there is no day 32"),
        ("Tuesday 11 November 2024", "2024-11-11 is a Monday"),
        ("Tue, 11 Nov 2024 14:30 GMT", "is a Monday"),
        ("11 nov", "which year"),
        ("november", "which year"),
        ("11 nov 24", "year with four digits"),
        ("nov 2024 14:30", "not understood"),
        ("11 nov 2024 25:00", "not understood"),
        ("11 nov 2024 14:30 QQT", "not understood"),
        ("hello", "like one of"),
        ("0 BC", "write 0000 for 1 BC"),
        ("-44", "four digits"),
        ("", "it is empty"),
    ],
)
def test_errors(text: str, words: str) -> None:
    with pytest.raises(DateError) as caught:
        read(text, today=TODAY)
    assert words in str(caught.value)


def test_today_is_the_clock_of_the_system() -> None:
    assert read("yesterday").precision == "day"


@given(edtf_texts())
def test_edtf_is_read_as_edtf(text: str) -> None:
    assert read(text) == parse(text)


@given(days(1000), st.sampled_from(sorted(LANGUAGES)), st.data())
def test_a_day_in_words_is_that_day(day: str, code: str, data: st.DataObject) -> None:
    year, month, number = day.split("-")
    names = [word for word, name in language(code).months.items() if name == MONTHS[int(month) - 1]]
    assert read(f"{int(number)} {data.draw(st.sampled_from(names))} {year}").text == day


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    with suppress(DateError):
        assert isinstance(read(text, today=TODAY), Date)


JUMBLE = (
    "11", "2024", "03", "nov", "lundi", "last", "av. J.-C.", "BC", "10:30", "pm", "/", ",", ".",
    "5", "GMT", "circa",
    "le",
)  # fmt: skip


@given(st.lists(st.sampled_from(JUMBLE), max_size=6))
def test_any_jumble_of_words_is_a_date_or_a_date_error(words: list[str]) -> None:
    with suppress(DateError):
        assert isinstance(read(" ".join(words), today=TODAY), Date)
