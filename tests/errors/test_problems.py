"""The same mistake is told once, with how often it was made and where first."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import Message, Problem, Where
from timeline.errors.problems import KEPT, Problems

DRAWN = st.builds(
    Problem,
    st.builds(
        Where,
        st.sampled_from(["a", "b"]),
        st.integers(0, 9),
        st.sampled_from(["", "type", "events[1].type", "events[22].type", "events[1].key"]),
    ),
    st.sampled_from([Message("no-text"), Message("is-pdf"), Message("too-large", most=1)]),
)


def told(*problems: Problem) -> list[str]:
    """The lines of the error that tells problems."""
    found = Problems()
    for problem in problems:
        found.add(problem)
    return str(found.error()).splitlines()


def problem(line: int, path: str = "", message: str = "no-text", name: str = "f") -> Problem:
    return Problem(Where(name, line, path), Message(message))


@pytest.mark.parametrize(
    ("problems", "lines"),
    [
        ([problem(3)], ["f:3: is empty; give a text", "1 problem; nothing was loaded"]),
        (
            [problem(7), problem(3), problem(7)],
            ["f:7: is empty; give a text (3 times: lines 3, 7)", "3 problems; nothing was loaded"],
        ),
        (
            [problem(n, f"events[{n}].type") for n in range(1, 483)],
            [
                "f:1: events[1].type: is empty; give a text (482 times: lines 1, 2, 3, 4, ...)",
                "482 problems; nothing was loaded",
            ],
        ),
        (
            [problem(0), problem(0)],
            ["f: is empty; give a text (2 times)", "2 problems; nothing was loaded"],
        ),
        (
            [problem(9, name="b"), problem(9, name="a"), problem(8, message="is-rtf", name="b")],
            [
                "a:9: is empty; give a text",
                "b:8: is RTF; save its text as .txt",
                "b:9: is empty; give a text",
                "3 problems; nothing was loaded",
            ],
        ),
    ],
)
def test_the_same_mistake_is_told_once(problems: list[Problem], lines: list[str]) -> None:
    assert told(*problems) == lines


@given(st.lists(DRAWN, min_size=1))
def test_none_is_lost(problems: list[Problem]) -> None:
    """Law: the numbers of times add up, and each problem's sentence, file and part are told."""
    found = Problems()
    assert not found
    for one in problems:
        found.add(one)
    assert found
    error = found.error()
    times: Counter[tuple[str, str]] = Counter()
    for where, message in error.problems:
        assert isinstance(message, Message)
        inner = message.values["message"] if message.code == "repeated" else message
        times[where.name, str(inner)] += message.values.get("count", 1)
    assert times == Counter((where.name, str(message)) for where, message in problems)
    assert error.values["count"] == len(problems)


def test_a_thousand_different_ones_are_kept_and_the_others_counted() -> None:
    *lines, last = told(*(problem(n, f"part{n}") for n in range(KEPT + 5)))
    assert len(lines) == KEPT
    assert last == f"{KEPT + 5} problems (5 more not shown); nothing was loaded"
