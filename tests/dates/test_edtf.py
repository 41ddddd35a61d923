"""The notation: examples of other implementations, laws, and the messages."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import edtf_texts, plain_dates, times

from timeline.dates import Date, iso_text, parse
from timeline.errors import DateError

VECTORS = Path(__file__).parents[3] / "shared" / "data" / "edtf"

REFUSED = {
    "Spring, 2002": "not EDTF: a reading aid of that library",
    "winter, 2002": "not EDTF: a reading aid of that library",
    "Summer, -1980": "not EDTF: a reading aid of that library",
    "second quarter of 2001": "not EDTF: a reading aid of that library",
    "Y1700": "the standard keeps Y for years of more than four digits",
    "Y-1200": "the standard keeps Y for years of more than four digits",
}
OTHER_BOUNDS = {
    "/2006": "an unknown start has no bound; that library takes ten years",
    "2004-06-01/": "an unknown end has no bound; that library takes ten years",
    "1984-06-02?/": "an unknown end has no bound; that library takes ten years",
    "2010-24": "winter goes on to the end of February; that library stops it in December",
    "1950S2": "the bounds are those of the possible years, not of the estimate",
    "1953S2": "the bounds are those of the possible years, not of the estimate",
    "1953S3": "the bounds are those of the possible years, not of the estimate",
    "Y17101E4S3": "the bounds are those of the possible years, not of the estimate",
    "Y3388E2S3": "the bounds are those of the possible years, not of the estimate",
    "Y171010000S3": "the bounds are those of the possible years, not of the estimate",
    "Y-20E2S3": "three significant digits of -2000 leave ten years, not a thousand",
}


def _vectors(name: str) -> list[dict[str, object]]:
    path = VECTORS / name
    if not path.exists():
        pytest.skip(f"the vectors {name} are not beside the checkout")
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _first_day(date: Date) -> str:
    return (
        "-inf" if date.earliest is None else iso_text(date.earliest).partition("T")[0].lstrip("+")
    )


def _last_day(date: Date) -> str:
    return "inf" if date.latest is None else iso_text(date.latest - 1).partition("T")[0].lstrip("+")


def test_examples_of_python_edtf() -> None:
    """The strict bounds; the widened ones of qualified dates are that library's own."""
    rows = [row for row in _vectors("vectors_python-edtf.jsonl") if row["table"] == "EXAMPLES"]
    seen = set()
    for row in rows:
        text, expected = str(row["edtf"]), row["expected"]
        assert isinstance(expected, list)
        seen.add(text)
        date = parse(text)
        assert str(date) == text
        bounds = [_first_day(date), _last_day(date)]
        if date.clock:
            local = text.partition("T")[0]
            assert expected == [local], text
        elif text in OTHER_BOUNDS:
            assert bounds != [expected[0], expected[min(1, len(expected) - 1)]], text
        elif len(expected) == 3:  # one strict day, then the widened bounds
            assert bounds == [expected[0], expected[0]], text
        else:
            assert bounds == [expected[0], expected[min(1, len(expected) - 1)]], text
    assert len(rows) > 80
    assert set(OTHER_BOUNDS) - seen == {"Y-20E2S3"}


def test_qualifiers_of_python_edtf() -> None:
    """There, % is a third property beside uncertain and approximate; here it is both."""
    rows = [
        row
        for row in _vectors("vectors_python-edtf.jsonl")
        if row["table"] == "APPROXIMATE_UNCERTAIN_EXAMPLES"
    ]
    for row in rows:
        expected = row["expected"]
        assert isinstance(expected, list)
        uncertain, approximate, both = expected
        date = parse(str(row["edtf"]))
        assert (date.uncertain, date.approximate) == (uncertain or both, approximate or both), date
    assert len(rows) > 20


def test_bad_examples_of_python_edtf() -> None:
    """All of them are refused; the first row is no text at all."""
    rows = [
        row["edtf"]
        for row in _vectors("vectors_python-edtf.jsonl")
        if row["table"] == "BAD_EXAMPLES"
    ]
    texts = [text for text in rows if isinstance(text, str)]
    assert len(texts) == len(rows) - 1
    for text in texts:
        with pytest.raises(DateError):
            parse(text)


def test_examples_of_go_edtf() -> None:
    """Bounds in RFC 3339, the last second inclusive; an end without a bound is marked open or
    unknown.
    """
    seen = set()
    for row in _vectors("vectors_go-edtf.jsonl"):
        text, expected = str(row["edtf"]), row["expected"]
        assert isinstance(expected, dict)
        seen.add(text)
        if text in REFUSED:
            continue
        date = parse(text)
        assert str(date) == text
        low, high = expected.get("StartLowerTimeRFC3339"), expected.get("EndUpperTimeRFC3339")
        if low is not None:
            assert (iso_text(date.earliest or 0) == low) is (
                text not in OTHER_BOUNDS or text == "1950S2"
            ), text
        if high is not None:
            assert iso_text((date.latest or 0) - 1) == high, text
        assert ("StartLowerIsOpen" in expected) is date.open_start
        assert ("EndUpperIsOpen" in expected) is date.open_end
        assert ("StartLowerIsUnknown" in expected) is date.unknown_start
        assert ("EndUpperIsUnknown" in expected) is date.unknown_end
    assert set(REFUSED) <= seen


@pytest.mark.parametrize("text", REFUSED)
def test_examples_of_go_edtf_that_are_refused(text: str) -> None:
    with pytest.raises(DateError):
        parse(text)


@given(edtf_texts())
def test_text_is_kept(text: str) -> None:
    assert str(parse(text)) == text
    assert parse.__wrapped__(text) == parse(text)


@given(edtf_texts())
def test_bounds_fit_64_bit_and_are_in_order(text: str) -> None:
    date = parse(text)
    for bound in (date.earliest, date.latest):
        assert bound is None or -(2**63) <= bound < 2**63
    assert date.earliest is None or date.latest is None or date.earliest < date.latest


@given(
    st.one_of(
        st.text(max_size=40), st.text(alphabet="0123456789XYEST-/.,[]{}?~%:+ Zux", max_size=60)
    )
)
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    with suppress(DateError):
        assert str(parse(text)) == text


@given(edtf_texts(), st.data())
def test_a_damaged_date_is_a_date_or_a_date_error(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    damaged = (
        text[:at]
        + data.draw(st.sampled_from("0123456789X-/.,[]{}?~%TZ+ "))
        + text[at + data.draw(st.integers(0, 1)) :]
    )
    with suppress(DateError):
        assert str(parse(damaged)) == damaged


@given(plain_dates())
def test_fast_and_full_reading_agree(text: str) -> None:
    """A plain date has the bounds of the same date qualified, which takes the other path."""
    plain, full = parse(text), parse(text + "?")
    assert (plain.earliest, plain.latest) == (full.earliest, full.latest)
    assert plain.components == full.components


@given(plain_dates(1, 9999))
def test_bounds_agree_with_undate(text: str) -> None:
    """undate is an oracle for plain dates; it drops qualifiers and refuses sets."""
    theirs = import_module("undate").Undate.parse(text, "EDTF")
    date = parse(text)
    assert [str(theirs.earliest), str(theirs.latest)] == [_first_day(date), _last_day(date)]


@given(times())
def test_times_agree_with_the_standard_library(text: str) -> None:
    day, _, time = text.partition("T")
    clock, sign, zone = re.fullmatch(r"([\d:]+)(?:Z|([+-])(.*))?", time).groups("")  # type: ignore[union-attr]
    hours, _, minutes = zone.partition(":")
    offset = timedelta(hours=int(hours or 0), minutes=int(minutes or 0)) * (
        -1 if sign == "-" else 1
    )
    assume("0002" <= text < "9998")  # the ends of its calendar
    moment = datetime.fromisoformat(f"{day}T{clock}+00:00") - offset
    assert parse(text).earliest == int((moment - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-02-30", "February 2024 has 29 days"),
        ("2024-13-01", "there is no month 13; seasons are 21 to 41 and take no day"),
        ("03/04/2024", "ambiguous: write 2024-04-03 or 2024-03-04"),
        ("13/04/2024", "write 2024-04-13"),
        ("14.11.2024", "write 2024-11-14"),
        ("2024/2020", "an interval must not end before it starts; write 2020/2024"),
        ("[2024..2020]", "a range must not end before it starts; write 2020..2024"),
        ("2024-1-5", "write 2024-01-05"),
        ("2024/11/11", "write 2024-11-11"),
        ("20241111", "write 2024-11-11"),
        ("-44", "four digits"),
        ("123456", "Y before it"),
        ("10000", "as Excel counts days this is 1927-05-18: write that, or Y10000 if it is a year"),
        ("45352", "as Excel counts days this is 2024-03-01"),
        ("45352.999", "as Excel counts days this is 2024-03-01"),
        ("-0000", "no year -0000"),
        ("-0000-01-01", "no year -0000"),
        ("Y1700", "write 1700"),
        ("Y0123", "no leading zero"),
        ("Y1E99999999999", "out of reach; years go from -292277022656 to 292277026595"),
        ("Y292277026596", "out of reach"),
        ("XXX1-02-29", "no such year has a 29 February"),
        ("1900-02-29", "February 1900 has 28 days"),
        ("2024-04-31", "April has 30 days"),
        ("2024-00", "write 01 to 12"),
        ("2024-11-00", "days are 01 to 31"),
        ("[2024", "write a set as"),
        ("[2024,,2025]", "it is empty"),
        ("[2024,..]", "write a range in a set as"),
        ("[2024,..2025]", "only at the beginning or at the end"),
        ("[" + ",".join(["2024"] * 1001) + "]", "at most 1000 members"),
        ("[" + "2024," * 9000 + "2024]", "at most 20000 characters"),
        ("/", "write ../.."),
        ("open/2004", "write .. for an open end"),
        ("1984?~", "write %"),
        ("15uu", "capital X"),
        ("y17e7", "capitals"),
        ("2018–2020", "write an interval with a slash"),
        ("2004-(06)?-11", "no parentheses"),
        (" 2024", "remove the white space"),
        ("2024-11-11T24:00", "from 00:00:00 to 23:59:59"),
        ("2024-11-11T10:00+24:00", "no zone +24:00"),
        ("2024-11T10:00", "needs a full date"),
        ("2024-11-11T10:00:00.5", "whole seconds"),
        ("2024-11-11 10:00", "the letter T"),
        ("2024..2025", "in brackets"),
        ("1950S5", "at most 4 significant"),
        ("19XXS2", "takes no significant digits"),
        ("Y17E7-12-26", "takes no month"),
        ("2024-W10", "with two hyphens"),
        ("hello", "write 2024-11-11"),
    ],
)
def test_messages_carry_the_cure(text: str, words: str) -> None:
    with pytest.raises(DateError) as caught:
        parse(text)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2019-24", "2019-12-01", "2020-02-29", "season"),
        ("2019-28", "2019-12-01", "2020-02-29", "season"),
        ("2019-29", "2019-09-01", "2019-11-30", "season"),
        ("2019-30", "2019-12-01", "2020-02-29", "season"),
        ("2019-32", "2019-06-01", "2019-08-31", "season"),
        ("2019-33", "2019-01-01", "2019-03-31", "quarter"),
        ("2019-39", "2019-09-01", "2019-12-31", "quadrimester"),
        ("2019-41", "2019-07-01", "2019-12-31", "semester"),
        ("19XX-21", "1900-03-01", "1999-05-31", "season"),
        ("199X", "1990-01-01", "1999-12-31", "decade"),
        ("-01XX", "-0199-01-01", "-0100-12-31", "century"),
        ("-000X", "-0009-01-01", "-0001-12-31", "decade"),
        ("1XXX-XX", "1000-01-01", "1999-12-31", "millennium"),
        ("XXXX-12-XX", "0000-12-01", "9999-12-31", "month"),
        ("1984-1X", "1984-10-01", "1984-12-31", "month"),
        ("XXXX-02-29", "0000-02-29", "9996-02-29", "day"),
        ("1X5X", "1050-01-01", "1959-12-31", "decade"),
        ("1950S2", "1900-01-01", "1999-12-31", "century"),
        ("-1950S2", "-1999-01-01", "-1900-12-31", "century"),
        ("Y171010000S3", "171000000-01-01", "171999999-12-31", "years"),
        ("Y-20E2S3", "-2009-01-01", "-2000-12-31", "decade"),
        ("Y-13800000000", "-13800000000-01-01", "-13800000000-12-31", "year"),
        ("2024-11-11T14", "2024-11-11", "2024-11-11", "hour"),
    ],
)
def test_bounds_and_precision(text: str, first: str, last: str, precision: str) -> None:
    date = parse(text)
    assert (_first_day(date), _last_day(date), date.precision) == (first, last, precision)
