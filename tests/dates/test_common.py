"""What several datings of one event have in common."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import edtf_texts, near_texts

from timeline.dates import Common, Date, common_part, may_meet, parse

if TYPE_CHECKING:
    import random

near = near_texts().map(parse)


@pytest.mark.parametrize(
    ("one", "two", "both"),
    [
        ("2024-11", "[2024-11-04,2024-12-02]", "2024-11-04"),
        ("2024", "2024-11-11", "2024-11-11"),
        ("2024-11-11?", "2024", "2024-11-11?"),
        ("2024-11-11?", "2024-11-11", "2024-11-11"),
        ("2024?", "2024~", "2024?"),
        ("2024-11-04/2024-11-20", "2024-11", "2024-11-04/2024-11-20"),
        ("2024-11-04/2024-11-20", "2024-11-10", "2024-11-10"),
        ("2024-10-20/2024-11-20", "2024-11", "[2024-11-01..2024-11-20]"),
        ("2024-10-20/2024-11-20", "2024-11~", "[2024-11-01~..2024-11-20~]"),
        ("2018/2020", "2018-03/2019", "2018-03/2019"),
        ("2018/2020", "2019/2022", "2019/2020"),
        ("2018/2020", "2020/2022", "2020"),
        ("2018-24/2020", "2019/2022", "2019/2020"),
        ("2018/2020", "2021/2022", None),
        ("2018/..", "2017/", "2018/.."),
        ("2018/..", "../2020", "2018/2020"),
        ("2018/..", "2019/..", "2019/.."),
        ("[..2024-11]", "2018-05-08", "2018-05-08"),
        ("[..2024-11]", "[2024-10..]", "[2024-10..2024-11]"),
        ("[..2024-11]", "[..2020,2025]", "[..2020]"),
        ("[2024-11-04,2024-11-11]", "[2024-11-11,2024-11-18]", "2024-11-11"),
        ("[2024-11-04,2024-11-11]", "[2024-11-05,2024-11-18]", None),
        ("{2024-11-04,2024-11-11,2024-11-18}", "{2024-11-04,2024-11-11,2024-11-25}",
        "{2024-11-04,2024-11-11}"),
        ("{2024-11-04,2024-11-11,2024-12}", "2024-11-01/2024-11-30", "{2024-11-04,2024-11-11}"),
        ("156X-12-25", "15X3", "1563-12-25"),
        ("-01XX", "-0X50-11", "-0150-11"),
        ("XXX4-02-29", "2XXX-02", "2XX4-02-29"),
        ("XXXX-12-25", "1999/2001", "[1999-12-25,2000-12-25,2001-12-25]"),
        ("2024-11-11T10:00/2024-11-11T12:00", "2024-11-11T11:00/2024-11-11T13:00",
         "2024-11-11T11:00/2024-11-11T12:00"),
        ("2024-11-11", "2024-11-11T23:30-05:00/2024-11-13", None),
        ("2024-11-11T23", "[2024-11-11T23:30..2024-11-12]",
        "[2024-11-11T23:30:00Z..2024-11-11T23:59:59Z]"),
        ("Y17E7", "Y170000000", "Y17E7"),
        ("2024", "2025", None),
        ("9999-24", "[9999..Y10000]", "9999-24"),
        ("9999-24", "Y10000", None),
        ("1890/1910", "[19XX,1700]", "[1900..1910]"),
    ],
)  # fmt: skip
def test_the_common_part_of_two(one: str, two: str, both: str | None) -> None:
    found = common_part((parse(one), parse(two)))
    assert (found and found.date and found.date.text) == both


def test_digits_that_meet_may_name_no_day() -> None:
    assert common_part((parse("20XX-02-29"), parse("XXX1-02-2X"))) is None


# Agreement without words, and instants ------------------------------------------------------------


@pytest.mark.parametrize(
    ("texts", "earliest", "latest"),
    [
        (("2019-01-01/..", "[2019-01-01,XXXX-12-XX]"), "2019-01-01", "9999-12-31"),
        (("XXXX-12-25", "[1000..8999]"), "1000-12-25", "8999-12-25"),
        (("2024-11-11~", "2024-11-11T10:00/2024-11-12"), "2024-11-11T10:00", "2024-11-11"),
    ],
)
def test_what_edtf_has_no_words_for_is_common_all_the_same(
    texts: tuple[str, ...], earliest: str, latest: str
) -> None:
    expected = Common(None, parse(earliest).earliest, parse(latest).latest)
    assert common_part(map(parse, texts)) == expected


def test_a_further_date_may_give_it_words_again() -> None:
    dates = map(parse, ("2019-01-01/..", "[2019-01-01,XXXX-12-XX]", "2019-01-01"))
    found = common_part(dates)
    assert found is not None
    assert found.date == parse("2019-01-01")


@pytest.mark.parametrize(
    ("texts", "common"),
    [
        # The day that is written, the day in UTC, and the last one that it is anywhere on Earth.
        (("2024-11-11", "2024-11-11T23:30-05:00"), "2024-11-11T23:30-05:00"),
        (("2024-11-12", "2024-11-11T23:30-05:00"), "2024-11-11T23:30-05:00"),
        (("2024-11-12", "2024-11-11T10:00-05:00"), "2024-11-11T10:00-05:00"),
        (("2024-11-13", "2024-11-11T23:30-05:00"), None),
        (("2024-11-10", "2024-11-11T10:00-05:00"), None),
        (("2024-11-11", "2024-11-11T23:30Z"), "2024-11-11T23:30Z"),
        (("2024-11-11", "2024-11-12", "2024-11-11T23:30-05:00"), None),
        (("2024-11", "2024-11-10/2024-11-12", "2024-11-11T23:30-05:00"), "2024-11-11T23:30-05:00"),
        # Against another instant the moment counts.
        (("2024-11-12T04:30Z", "2024-11-11T23:30-05:00"), "2024-11-12T04:30Z"),
        (("2024-11-12T04:31Z", "2024-11-11T23:30-05:00"), None),
        (("2024-11-11T23:30", "2024-11-11T23:30-05:00"), "2024-11-11T23:30-05:00"),
        (
            ("[2024-11-11T23:30-05:00,2024-11-13T10:00Z]", "2024-11-12"),
            "[2024-11-11T23:30-05:00,2024-11-13T10:00Z]",
        ),
        (("[2024-11-11T23:30-05:00,2024-11-20T10:00Z]", "2024-11-12"), "2024-11-12T04:30Z"),
    ],
)
def test_an_instant_falls_on_the_days_that_it_has_somewhere(
    texts: tuple[str, ...], common: str | None
) -> None:
    for order in permutations(texts):
        found = common_part(map(parse, order))
        assert (found and found.date and found.date.text) == common


def test_a_hundred_thousand_dates_take_no_longer_than_sorting_them() -> None:
    """They agree on one day, or two of them do not."""
    day = parse("1999-07-01")
    around = [parse(f"{year:04d}/{9999 - year:04d}") for year in range(1, 1999)]
    months = [parse(f"{year:04d}-01/{9999 - year:04d}-{month:02d}")
              for year in range(1, 1999) for month in range(1, 13)]  # fmt: skip
    assert common_part([*around, *months, day]) == Common(day, day.earliest, day.latest)
    assert common_part([*around, *months, day, parse("1999-07-02")]) is None


# Laws ---------------------------------------------------------------------------------------------


@given(st.lists(near, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_any_order_gives_the_same(dates: list[Date], rng: random.Random) -> None:
    mixed = [*dates, *dates[:2]]
    rng.shuffle(mixed)
    assert common_part(mixed) == common_part(dates)


@given(near, near)
def test_what_is_common_is_within_both(one: Date, two: Date) -> None:
    both = common_part((one, two))
    assume(both is not None and both.date is not None)
    assert both is not None
    assert both.date is not None
    assert parse(both.date.text) == both.date
    assert (both.date.earliest, both.date.latest) == (both.earliest, both.latest)
    assert both.date in one
    assert both.date in two


@given(near, near)
def test_nothing_in_common_means_no_common_moment(one: Date, two: Date) -> None:
    if common_part((one, two)) is None:
        assert not any(may_meet(one, low, high) for low, high in two.spans())
    else:
        assert any(may_meet(one, low, high) for low, high in two.spans())


@given(edtf_texts().map(parse))
def test_a_date_has_itself_in_common_with_itself(date: Date) -> None:
    assert common_part((date, date)) == Common(date, date.earliest, date.latest)
