"""JSON, JSON Lines and CSV give back what went in."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import StringIO
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.render import render, render_table

VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False, allow_infinity=False),
    st.text(),
    st.lists(st.integers()),
)  # fmt: skip


class Inner(NamedTuple):
    name: str
    number: int | None = None


class Outer(NamedTuple):
    text: str | None
    inner: tuple[Inner, ...] = ()
    yes: bool = True


def cells(value: object) -> list[str]:
    """One value as CSV, read back."""
    text = "".join(render_table(["value", "end"], [(value, "end")], format="csv"))
    return next(row for number, row in enumerate(csv.reader(StringIO(text, newline=""))) if number)


@given(st.lists(st.tuples(VALUES, VALUES)))
def test_json_and_json_lines_give_the_values_back(rows: list[tuple[Any, Any]]) -> None:
    expected = [{"a": one, "b": two} for one, two in rows]
    assert json.loads("".join(render_table(["a", "b"], rows, format="json"))) == expected
    lines = "".join(render_table(["a", "b"], rows, format="jsonl")).split("\n")
    assert [json.loads(line) for line in lines[:-1]] == expected
    assert lines[-1] == ""


def test_columns_of_one_name_are_all_kept() -> None:
    text = "".join(render_table(["a", "a_2", "a", "a"], [(1, 2, 3, 4)], format="jsonl"))
    assert json.loads(text) == {"a": 1, "a_2": 2, "a_3": 3, "a_4": 4}


def test_rows_in_rows_are_objects() -> None:
    rows = [Outer("x", (Inner("a", 1), Inner("b"))), Outer(None)]
    assert json.loads("".join(render(rows, format="json"))) == [
        {
            "text": "x",
            "inner": [{"name": "a", "number": 1}, {"name": "b", "number": None}],
            "yes": True,
        },
        {"text": None, "inner": [], "yes": True},
    ]
    assert "".join(render(rows, format="csv")) == "text,inner,yes\nx,a | 1; b,true\n,,true\n"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (b"\x00\xff", "00ff"),
        (memoryview(b"\x01"), "01"),
        (float("inf"), "inf"),
        (date(2024, 11, 11), "2024-11-11"),
    ],
)
def test_what_json_does_not_know_is_text(value: object, written: str) -> None:
    assert json.loads("".join(render_table(["v"], [[value]], format="jsonl"))) == {"v": written}
    assert cells(value)[0] == written


def test_objects_of_a_database_are_objects() -> None:
    assert json.loads("".join(render_table(["v"], [[{"a": [1, None]}]], format="jsonl"))) == {
        "v": {"a": [1, None]}
    }


@pytest.mark.parametrize(
    "text",
    ["=1+1", "@SUM(1)", "\t=1", "\r=1", "+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "- a"],
)
def test_csv_runs_no_formula(text: str) -> None:
    assert cells(text)[0] == "'" + text


@pytest.mark.parametrize(
    "value",
    [
        "-0043-03-15",
        "-13.5",
        "+1",
        "-156X-12~",
        "-0044/-0027",
        "-",
        "-0043-03-15T14:30Z",
        "a=b",
        'a, "b"\nc',
        "1984?",
    ],
)
def test_csv_keeps_dates_numbers_and_text(value: str) -> None:
    assert cells(value)[0] == value


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="=@\t\r+-")))
def test_csv_gives_text_back(text: str) -> None:
    assert cells(text) == [text, "end"]


def test_csv_on_a_terminal_is_visible_and_in_a_pipe_exact() -> None:
    rows = [["a\x1b[31m"]]
    assert "".join(render_table(["v"], rows, format="csv", terminal=80)) == "v\na\\x1b[31m\n"
    assert "".join(render_table(["v"], rows, format="csv")) == "v\na\x1b[31m\n"
