"""The calendar on plain integers, against the standard library where that reaches."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.calendar import civil, day_number, days_in_month, iso_text, month_start, weekday


@given(st.dates())
def test_days_agree_with_the_standard_library(day: date) -> None:
    number = (day - date(1970, 1, 1)).days
    assert day_number(day.year, day.month, day.day) == number
    assert civil(number) == (day.year, day.month, day.day)
    assert weekday(number) == day.isoweekday()


@given(st.integers(-(10**14), 10**14))
def test_civil_is_the_inverse_for_any_day(number: int) -> None:
    year, month, day = civil(number)
    assert day_number(year, month, day) == number
    assert 1 <= month <= 12
    assert 1 <= day <= days_in_month(year, month)


@given(st.integers(-(10**6), 10**6), st.integers(-30, 30))
def test_months_follow_each_other(year: int, month: int) -> None:
    assert 28 <= month_start(year, month + 1) - month_start(year, month) <= 31
    assert month_start(year, month + 12) == month_start(year + 1, month)


@given(st.datetimes())
def test_text_agrees_with_the_standard_library(moment: datetime) -> None:
    moment = moment.replace(microsecond=0, tzinfo=UTC)
    second = int((moment - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds())
    assert iso_text(second) == moment.isoformat().replace("+00:00", "Z")


@pytest.mark.parametrize(
    ("second", "text"),
    [
        (0, "1970-01-01T00:00:00Z"),
        (-1, "1969-12-31T23:59:59Z"),
        (day_number(-43, 3, 15) * 86_400, "-0043-03-15T00:00:00Z"),
        (day_number(0, 1, 1) * 86_400, "0000-01-01T00:00:00Z"),
        (day_number(13_800, 1, 1) * 86_400, "+13800-01-01T00:00:00Z"),
        (2**63 - 1, "+292277026596-12-04T15:30:07Z"),
    ],
)
def test_text(second: int, text: str) -> None:
    assert iso_text(second) == text
