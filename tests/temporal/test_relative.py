"""What sources say relative to their own date."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import days, edtf_texts

from timeline.dates import Date, parse
from timeline.dates.calendar import DAY, day_text, weekday
from timeline.errors import DateError
from timeline.temporal.bounds import BOUNDS
from timeline.temporal.languages import LANGUAGES
from timeline.temporal.languages import language as language_of
from timeline.temporal.reader import read_said
from timeline.temporal.relative import DIRECTIONS, Rule, parse_rule
from timeline.temporal.words import MONTHS, SEASONS, UNITS, WEEKDAYS

names = st.one_of(
    st.sampled_from((*WEEKDAYS, *MONTHS, *SEASONS, *UNITS)),
    days().map(lambda day: f"--{day[5:]}"),
    st.builds(lambda name, day: f"{name} --{day[5:]}", st.sampled_from(WEEKDAYS), days()),
)
bounds = st.sampled_from(("", *BOUNDS))
offsets = st.builds(
    Rule,
    bounds,
    st.integers(-999, 999),
    st.sampled_from(UNITS),
    st.just(""),
    st.just(""),
    st.just("published"),
)
named = st.builds(lambda b, d, n: Rule(b, 0, "", d, n), bounds, st.sampled_from(DIRECTIONS), names)
rules = st.one_of(offsets, named, st.sampled_from(BOUNDS).map(Rule))


def _resolved(rule: str, anchor: str) -> str:
    return parse_rule(f"{rule} @ published").resolve(parse(anchor)).text


@given(rules)
def test_a_rule_can_be_written_and_read(rule: Rule) -> None:
    assert parse_rule(str(rule)) == rule


@given(st.text(alphabet="thislast @+-0123456789 mondaybefore", max_size=30))
def test_any_text_is_a_rule_or_a_date_error(text: str) -> None:
    with suppress(DateError):
        assert str(parse_rule(text)) == text


@pytest.mark.parametrize(
    "text", ["", "x", "@ published", "this  monday @ published", "-1 days @ p", "-01 day @ p",
    "nearest --02-30 @ p",
             "nearest --13-01 @ p", "before since @ p", "this monday", "-0 day @ p"]
)  # fmt: skip
def test_what_is_no_rule_is_refused_with_examples(text: str) -> None:
    with pytest.raises(DateError, match="this monday @ published"):
        parse_rule(text)


@pytest.mark.parametrize(
    ("rule", "anchor", "edtf"),
    [
        ("this monday", "2024-11-14", "2024-11-11"),
        ("this monday", "2024-11-11", "2024-11-11"),
        ("last monday", "2024-11-14", "2024-11-11"),
        ("last monday", "2024-11-11", "2024-11-04"),
        ("next monday", "2024-11-14", "2024-11-18"),
        ("next monday", "2024-11-11", "2024-11-18"),
        ("nearest sunday", "2024-11-14", "2024-11-17"),
        ("nearest monday", "2024-11-14", "2024-11-11"),
        ("this monday", "2024-11", "[2024-11-04,2024-11-11,2024-11-18,2024-11-25]"),
        ("last monday", "2024-11", "[2024-10-28,2024-11-04,2024-11-11,2024-11-18,2024-11-25]"),
        ("-1 day", "2024-11", "[2024-10-31..2024-11-29]"),
        ("+0 day", "2024-11", "2024-11"),
        ("-3 week", "2024-11-14", "[2024-10-21..2024-10-27]"),
        ("-1 month", "2024-01-31", "2023-12"),
        ("-1 year", "2024-02-29", "2023"),
        ("-1 decade", "2024-02-29", "201X"),
        ("-1 century", "2024-02-29", "19XX"),
        ("-90 minute", "2024-11-14", "[2024-11-13T22:30:00Z..2024-11-14T22:29:59Z]"),
        ("-3 hour", "2024-11-14~", "[2024-11-13~..2024-11-14~]"),
        ("this week", "2024-11-14", "[2024-11-11..2024-11-17]"),
        ("last month", "2024-11", "2024-10"),
        ("next year", "2024-11", "2025"),
        ("last november", "2024-11-14", "2023-11"),
        ("last november", "2024-12-01", "2024-11"),
        ("last november", "2024", "[2023-11,2024-11]"),
        ("next november", "2024-11-14", "2025-11"),
        ("this november", "2024-06-14", "2024-11"),
        ("nearest november", "2024-03-14", "2023-11"),
        ("nearest november", "2024-06-14", "2024-11"),
        ("this winter", "2024-01-14", "[2023-12..2024-02]"),
        ("last summer", "2024-07-14", "[2023-06..2023-08]"),
        ("nearest --11-11", "2024-11-14", "2024-11-11"),
        ("last --11-11", "2024-11-11", "2023-11-11"),
        ("next --02-29", "2024-02-29", "2028-02-29"),
        ("last monday --02-29", "1920-01-01", "1904-02-29"),
        ("before", "2024-11", "[..2024-11]"),
        ("before", "2024-11-14", "[..2024-11-14]"),
        ("before", "2024-11-14T10:00+01:00", "[..2024-11-14]"),
        ("before", "[2024-11-04,2024-12-02]", "[..2024-12-02]"),
        ("before", "../2024", "[..2024]"),
        ("after", "2024-11", "[2024-11..]"),
        ("after last week", "2024-11-14", "[2024-11-11..]"),
        ("from last week", "2024-11-14", "[2024-11-04..]"),
        ("before last month", "2024-11-14", "[..2024-09]"),
        ("before this monday", "2024-11-14", "[..2024-11-10]"),
        ("before +0 day", "2024-11", "[..2024-11-29]"),
        ("by this monday", "2024-11-14", "[..2024-11-11]"),
        ("by", "2024-11", "[..2024-11]"),
        ("since this monday", "2024-11-14", "2024-11-11/"),
        ("since this monday", "2024-11", "2024-11/"),
        ("since", "[2024-11-04,2024-12-02]", "2024/"),
        ("since", "[1999,2000]", "XXXX/"),
        ("until next year", "2024", "/2025"),
        ("this monday", "2024-11-14T23:30-05:00", "2024-11-11"),
        ("this monday", "2024-11~", "[2024-11-04~,2024-11-11~,2024-11-18~,2024-11-25~]"),
        ("this monday", "[2024-11-04,2024-12-03]", "[2024-11-04,2024-12-02]"),
        ("-1 day", "2024-11-10/2024-11-12", "[2024-11-09..2024-11-11]"),
        ("this monday", "199X", "[1990-01-01..1999-12-27]"),
        ("-1 day", "2020/2023", "[2019-12-31..2023-12-30]"),
        ("this monday", "-0043-03", "[-0043-03-04,-0043-03-11,-0043-03-18,-0043-03-25]"),
    ],
)
def test_resolve(rule: str, anchor: str, edtf: str) -> None:
    assert _resolved(rule, anchor) == edtf


@pytest.mark.parametrize(
    ("rule", "anchor", "words"),
    [
        ("-1 day", "../2024", "no bounds"),
        ("this monday", "2024/", "no bounds"),
        ("before", "../..", "leaves nothing out"),
        ("since", "2024/..", "a start and an end"),
        ("since", "[-0044,-0043]", "from 0000 to 9999"),
        ("-1 day", "Y17E7", "out of reach"),
    ],
)
def test_anchors_that_will_not_do(rule: str, anchor: str, words: str) -> None:
    with pytest.raises(DateError, match=words):
        _resolved(rule, anchor)


def test_a_year_has_all_its_mondays() -> None:
    found = parse_rule("this monday @ published").resolve(parse("2024"))
    assert len(found.parts) == 53


def _days(date: Date) -> list[str]:
    assert date.earliest is not None
    assert date.latest is not None
    return [day_text(day) for day in range(date.earliest // DAY, date.latest // DAY)]


months = st.builds("{:04d}-{:02d}".format, st.integers(1800, 2100), st.integers(1, 12))
wide_enough = st.sampled_from(("day", "week", "month", "year", "decade", "century"))


@given(months, st.integers(-40, 40), wide_enough)
def test_an_offset_of_a_month_has_that_of_each_of_its_days(
    month: str, number: int, unit: str
) -> None:
    rule = Rule(number=number, unit=unit)
    whole = rule.resolve(parse(month))
    assert all(rule.resolve(parse(day)) in whole for day in _days(parse(month)))


@given(months, st.sampled_from(("last", "next", "nearest")), names)
def test_a_name_seen_from_a_month_has_that_seen_from_each_of_its_days(
    month: str, direction: str, name: str
) -> None:
    rule = Rule(direction=direction, name=name)
    whole = rule.resolve(parse(month))
    assert all(rule.resolve(parse(day)) in whole for day in _days(parse(month)))


@given(months, st.sampled_from(WEEKDAYS))
def test_this_weekday_of_a_month_is_each_such_day_in_it(month: str, name: str) -> None:
    """The exception: never outside the month, though seen from its first days the latest one lies
    before it.
    """
    expected = []
    for day in _days(parse(month)):
        earliest = parse(day).earliest
        assert earliest is not None
        if WEEKDAYS[weekday(earliest // DAY) - 1] == name:
            expected.append(day)
    found = Rule(direction="this", name=name).resolve(parse(month))
    assert [part.text for part in found.parts if part] == expected


@given(rules, edtf_texts())
def test_any_rule_on_any_anchor_is_a_date_or_a_date_error(rule: Rule, anchor: str) -> None:
    try:
        found = rule.resolve(parse(anchor))
    except DateError:
        return
    assert parse(found.text) == found


@pytest.mark.parametrize(
    ("language", "text", "rule"),
    [
        ("fr", "ce lundi", "this monday"),
        ("fr", "LUNDI", "this monday"),
        ("fr", "ce lundi soir", "this monday"),
        ("fr", "lundi\u00a0dernier", "last monday"),
        ("fr", "lundi prochain", "next monday"),
        ("fr", "hier", "-1 day"),
        ("fr", "avant-hier", "-2 day"),
        ("fr", "aujourd\u2019hui", "+0 day"),
        ("fr", "aujourd'hui", "+0 day"),
        ("fr", "demain", "+1 day"),
        ("fr", "la veille", "-1 day"),
        ("fr", "il y a 3 jours", "-3 day"),
        ("fr", "il y a deux semaines", "-2 week"),
        ("fr", "il y a un an", "-1 year"),
        ("fr", "dans dix mois", "+10 month"),
        ("fr", "cette semaine", "this week"),
        ("fr", "cette année", "this year"),
        ("fr", "ce mois-ci", "this month"),
        ("fr", "cet été", "this summer"),
        ("fr", "le mois dernier", "last month"),
        ("fr", "l\u2019an dernier", "last year"),
        ("fr", "la semaine prochaine", "next week"),
        ("fr", "en novembre", "nearest november"),
        ("fr", "en novembre dernier", "last november"),
        ("fr", "l'été dernier", "last summer"),
        ("fr", "le 11 novembre", "nearest --11-11"),
        ("fr", "le 1er août", "nearest --08-01"),
        ("fr", "lundi 11 novembre", "nearest monday --11-11"),
        ("fr", "avant la publication", "before"),
        ("fr", "depuis lundi", "since this monday"),
        ("fr", "depuis l'an dernier", "since last year"),
        ("fr", "jusqu'à lundi", "until this monday"),
        ("en", "this Monday", "this monday"),
        ("en", "on Monday", "this monday"),
        ("en", "last Friday", "last friday"),
        ("en", "next tue", "next tuesday"),
        ("en", "yesterday evening", "-1 day"),
        ("en", "today", "+0 day"),
        ("en", "tomorrow", "+1 day"),
        ("en", "3 days ago", "-3 day"),
        ("en", "a century ago", "-1 century"),
        ("en", "in two weeks", "+2 week"),
        ("en", "0 days ago", "+0 day"),
        ("en", "last month", "last month"),
        ("en", "this year", "this year"),
        ("en", "in November", "nearest november"),
        ("en", "on 11 November", "nearest --11-11"),
        ("en", "November 11th", "nearest --11-11"),
        ("en", "on Monday, November 11", "nearest monday --11-11"),
        ("en", "before publication", "before"),
        ("en", "before the report", "before"),
        ("en", "since last week", "since last week"),
        ("en", "until tomorrow", "until +1 day"),
        ("fr-FR", "hier", "-1 day"),
        (None, "hier", "-1 day"),
        (None, "yesterday", "-1 day"),
        ("fa", "hier", "-1 day"),
    ],
)
def test_read_said(language: str | None, text: str, rule: str) -> None:
    assert str(read_said(text, language)) == f"{rule} @ published"


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("fr", "11 novembre 2024", "2024-11-11"),
        ("fr", "le 1er janvier 2020", "2020-01-01"),
        ("fr", "avant le 11 novembre 2024", "[..2024-11-10]"),
        ("fr", "le 11 novembre 2024 au plus tard", "[..2024-11-11]"),
        ("fr", "depuis 2015", "2015/"),
        ("en", "in 2015", "2015"),
        ("en", "until March 2025", "/2025-03"),
        ("en", "2024-11-11", "2024-11-11"),
        ("en", "[2024-11-04,2024-11-11]", "[2024-11-04,2024-11-11]"),
    ],
)
def test_what_is_said_outright_is_a_date(language: str, text: str, edtf: str) -> None:
    assert read_said(text, language) == parse(edtf)


@pytest.mark.parametrize("language", ["en", "fr", None])
def test_what_is_not_understood_comes_with_examples_that_are(language: str | None) -> None:
    with pytest.raises(DateError, match="not understood"):
        read_said("once upon a time", language)
    for known in LANGUAGES:
        for example in language_of(known).examples.split(", "):
            assert read_said(example, known)


def test_a_bound_takes_no_second_bound() -> None:
    with pytest.raises(DateError, match="not understood"):
        read_said("before since monday", "en")
