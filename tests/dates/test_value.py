"""Date: membership, windows, order, intersection."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import edtf_texts, near_texts

from timeline.dates import PRECISIONS, Date, may_meet, must_meet, parse

DAY = 86_400
near = near_texts().map(parse)


def _window(text: str) -> tuple[int | None, int | None]:
    date = parse(text)
    return date.earliest, date.latest


def test_it_is_a_frozen_value() -> None:
    date = parse("2024-11-11")
    with pytest.raises(AttributeError):
        date.text = "2024"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        date.note = "x"  # type: ignore[attr-defined]
    assert {date: 1}[parse("2024-11-11")] == 1
    assert date != "2024-11-11"
    assert repr(date) == "Date('2024-11-11')"
    assert pickle.loads(pickle.dumps(date)) == date


@given(edtf_texts())
def test_structure_can_be_read_of_every_date(text: str) -> None:
    date = parse(text)
    assert date.kind in ("point", "interval", "one_of", "all_of")
    assert date.precision in PRECISIONS
    assert (date.kind == "point") == bool(date.components) == (not date.parts)
    assert len(date.components) == len(date.qualifiers)
    if date.kind == "point":
        # what rendering takes apart is all that was written
        assert date.season is None or date.month is None
        assert (date.year is None) == ("X" in date.components[0])
        assert date.uncertain == any(mark in ("?", "%") for mark in date.qualifiers)
        assert date.approximate == any(mark in ("~", "%") for mark in date.qualifiers)


def test_structure() -> None:
    date = parse("2004-06~-?11")
    assert (date.year, date.month, date.day, date.qualifiers) == (2004, 6, 11, ("~", "~", "?"))
    assert parse("Y-17E7").year == -170_000_000
    assert parse("1950S2").year == 1950
    assert parse("156X-12-25").components == ("156X", "12", "25")
    assert (parse("2001-34").season, parse("2001-34").month) == (34, None)
    assert (parse("1984-1X").month, parse("2024").day) == (None, None)
    time = parse("1985-04-12T23:20:30+04:30")
    assert (time.clock, time.zone, time.precision) == ("23:20:30", "+04:30", "second")
    assert parse("?2004-06~").qualifiers == ("%", "~")
    interval = parse("2004-06/..")
    assert (interval.kind, interval.parts, interval.open_end) == (
        "interval",
        (parse("2004-06"), None),
        True,
    )
    assert parse("/2006").unknown_start
    assert parse("2004/").unknown_end
    group = parse("[1667, 1670..1672, 1700..]")
    assert (group.kind, group.open_start, group.open_end) == ("one_of", False, True)
    assert [part.text for part in group.parts if part] == ["1667", "1670..1672", "1700.."]
    middle = group.parts[1]
    assert middle is not None
    assert (middle.kind, middle.parts) == ("range", (parse("1670"), parse("1672")))
    assert parse("{..1984}").kind == "all_of"
    assert parse("2024/2024-11-11").precision == "year"
    assert parse("../..").precision == "years"


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("2024-11", "2024-11-11"),
        ("[2024-11-04,2024-11-11]", "2024-11-11"),
        ("[2024-11-04,2024-11-11]", "2024-11-11T14:30"),
        ("156X-12-25", "1563-12-25"),
        ("XXXX-12-XX", "[1999-12-30,2024-12]"),
        ("XXXX-XX-X1", "XXXX-12-21"),
        ("2024", "2024/2024"),
        ("[..2024-11]", "2018-05-08"),
        ("2004/", "2010"),
        ("2004/..", "2010/.."),
        ("../..", "XXXX"),
        ("19XX", "1950S2"),
        ("{2024-11-04..2024-11-06}", "2024-11-05"),
        ("[2024-11,2024-12]", "2024-11-20/2024-12-05"),
    ],
)
def test_contains(outer: str, inner: str) -> None:
    assert parse(outer).contains(parse(inner))
    assert parse(inner) in parse(outer)


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("[2024-11-04,2024-11-11]", "2024-11-12"),
        ("[2024-11-04,2024-11-12]", "2024-11-08"),
        ("156X-12-25", "1563-12-26"),
        ("XXXX-12-XX", "2024-11-30"),
        ("XXXX-12-XX", "XXXX-1X-XX"),
        ("2024-11", "2024"),
        ("[..2024-11]", "2024"),
        ("2004/2006", "2004/"),
        ("[2024-11,2025-01]", "2024-11-20/2025-01-05"),
    ],
)
def test_does_not_contain(outer: str, inner: str) -> None:
    assert not parse(outer).contains(parse(inner))


@pytest.mark.parametrize(
    ("text", "window", "may", "must"),
    [
        ("2024-11", "2024", True, True),
        ("2024", "2024-11", True, False),
        ("2024?", "2024", True, False),
        ("2024~", "2023/2025", True, False),
        ("2018-05-08/2018-11-05", "2018-06-01", True, True),
        ("2018/2020", "2019", True, True),
        ("2018/2020", "2018-03", True, False),
        ("2018/2020", "2018", True, True),
        ("2018/2020", "2021", False, False),
        ("2018/2018", "2018-06", True, False),
        ("2004/", "2010", True, False),
        ("2004/", "2004", True, True),
        ("2004/", "2003", False, False),
        ("2004/..", "2010", True, True),
        ("2004/..", "2004-06", True, False),
        ("/2006", "2000", True, False),
        ("/2006", "2006", True, True),
        ("../2006", "2000", True, True),
        ("../2006", "2006-06", True, False),
        ("../..", "2006", True, True),
        ("../", "2006", True, False),
        ("/..", "2006", True, False),
        ("[2024-11-04,2024-11-11]", "2024-11-05/2024-11-10", False, False),
        ("[2024-11-04,2024-11-11]", "2024-11-04", True, False),
        ("[2024-11-04,2024-11-11]", "2024-11", True, True),
        ("[2024-11-04..2024-11-11]", "2024-11-05", True, False),
        ("{2024-11-04,2024-11-11}", "2024-11-04", True, True),
        ("{2024-11-04,2024-11-11}", "2024-11-05", False, False),
        ("{1670..1672}", "1671", True, True),
        ("{1670..1672}", "1671-03/1672-11", True, False),
        ("{1670-03..1672-02}", "1671-05", True, True),
        ("{2024-11-04..2024-11-11}", "2024-11-05", True, True),
        ("{2024-11-04T10:00..2024-11-04T11:00}", "2024-11-04T10:30:00", True, False),
        ("{..1984}", "1900", True, True),
        ("{..1984}", "1984-06", True, False),
        ("156X-12-25", "1563-12-25", True, False),
        ("156X-12-25", "1563-12-26", False, False),
        ("156X-12-25", "1560/1569", True, True),
        ("XXXX-12-XX", "2024-01/2024-11", False, False),
        ("XXXX-12-XX", "2024", True, False),
        ("19XX-24", "1950-01", True, False),
        ("19XX-24", "1950-06", False, False),
    ],
)
def test_windows(text: str, window: str, may: bool, must: bool) -> None:
    start, end = _window(window)
    assert (may_meet(parse(text), start, end), must_meet(parse(text), start, end)) == (may, must)


@given(near, st.integers(2015, 2025), st.integers(1, 800), st.data())
def test_windows_agree_with_the_moments(
    date: Date, year: int, length: int, data: st.DataObject
) -> None:
    """must implies may; a wider window is met as well; may is the overlap with the moments."""
    start = (parse(f"{year}").earliest or 0) + data.draw(st.integers(0, 364)) * DAY
    end = start + length * DAY
    may, must = may_meet(date, start, end), must_meet(date, start, end)
    assert may or not must
    assert may == any(low < end and high > start for low, high in date.spans())
    assert may_meet(date, start - DAY, end + DAY) or not may
    assert must_meet(date, start - DAY, None) or not must
    assert may_meet(date, None, None)


@given(st.lists(edtf_texts().map(parse), min_size=2, max_size=4))
def test_order_is_total(dates: list[Date]) -> None:
    keys = [date.sort_key for date in dates]
    for date, key in zip(dates, keys, strict=True):
        for other, its in zip(dates, keys, strict=True):
            assert (key == its) == (date == other)
            assert (key < its) + (its < key) + (key == its) == 1
    low, high = min(keys), max(keys)
    assert all(low <= key <= high for key in keys)


def test_order() -> None:
    texts = [
        "../..",
        "/1999",
        "2024",
        "2024-01-01",
        "2024/..",
        "2024-11",
        "[2024-11-04,2024-12-02]",
    ]
    dates = sorted(map(parse, texts), key=lambda date: date.sort_key)
    assert [date.text for date in dates] == [
        "../..", "/1999", "2024-01-01", "2024", "2024/..", "2024-11", "[2024-11-04,2024-12-02]",
    ]  # fmt: skip


def test_a_day_contains_the_instants_that_are_written_with_it() -> None:
    """Days are compared as they stand: the offset makes no other day of it."""
    instant = parse("2024-11-11T23:30-05:00")
    assert instant in parse("2024-11-11")
    assert instant not in parse("2024-11-12")
    assert parse("2024-11-11") not in instant


# Instants: the day that is written is certain, every other one that it has somewhere is possible.
EVENING, MORNING = "2024-11-11T23:30-05:00", "2024-11-11T00:30+05:00"


@pytest.mark.parametrize(
    ("text", "window", "may", "must"),
    [
        (EVENING, "2024-11-10", False, False),
        (EVENING, "2024-11-11", True, True),
        (EVENING, "2024-11-12", True, False),
        (EVENING, "2024-11-13", False, False),
        (MORNING, "2024-11-09", False, False),
        (MORNING, "2024-11-10", True, False),
        (MORNING, "2024-11-11", True, True),
        (MORNING, "2024-11-12", False, False),
        (EVENING, "2024-11-11T23:00/2024-11-12", True, True),
        (EVENING, "2024-11-12T04:30Z", True, True),
        (EVENING, "2024-11-12T04:31Z", False, False),
        ("2024-11-11", EVENING, True, False),
        ("2024-11-12", EVENING, True, False),
        ("2024-11-13", EVENING, False, False),
        ("2024-11-11/2024-11-14", "2024-11-12T04:30Z", True, False),
        ("2024-11-10/2024-11-14", "2024-11-12T04:30Z", True, True),
        ("2024-11", "2024-10-30T00:00Z/2024-12-02T00:00Z", True, True),
        ("2024-11", "2024-11-01T00:00Z/2024-12-01T00:00Z", True, False),
        (f"{MORNING}/2024-11-20", "2024-11-10", True, False),
        (f"{MORNING}/2024-11-20", "2024-11-11", True, True),
        (f"2024-11-01/{EVENING}", "2024-11-12", True, False),
        (f"2024-11-01/{EVENING}", "2024-11-11", True, True),
        (f"[{EVENING},2024-11-20]", "2024-11-12", True, False),
        (f"[{EVENING},2024-11-20]", "2024-11-21", False, False),
        (f"{{{EVENING},2024-11-20}}", "2024-11-11", True, True),
        (f"{{2024-11-10..{EVENING}}}", "2024-11-12", True, False),
    ],
)
def test_instants_in_windows(text: str, window: str, may: bool, must: bool) -> None:
    on = parse(window)
    bounds, zoned = (on.earliest, on.latest), "Z" in window or window == EVENING
    assert may_meet(parse(text), *bounds, zoned=zoned) == may
    assert must_meet(parse(text), *bounds, zoned=zoned) == must


@given(near)
def test_a_date_contains_itself_and_its_parts(date: Date) -> None:
    assert date.contains(parse(date.text))
    assert all(part in date for part in date.parts if part)
