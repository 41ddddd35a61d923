"""How a sentence is filled with the values of a message."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from timeline.errors import (
    AmbiguousError,
    LoadError,
    Message,
    Namesake,
    Problem,
    UsageError,
    Where,
)
from timeline.errors.message import fill

if TYPE_CHECKING:
    from timeline.errors.english import Sentence

KNOWN = "there is no type {given!r}"


@pytest.mark.parametrize(
    ("sentence", "values", "line"),
    [
        ("changeset {number} is gone", {"number": 3}, "changeset 3 is gone"),
        ("write {readings: or }", {"readings": ("1", "2", "3")}, "write 1 or 2 or 3"),
        ("there are {known}", {"known": ["a", "b"]}, "there are a, b"),
        ("none of {known!r}", {"known": ("a", "b")}, "none of 'a', 'b'"),
        ("{n:claim|claims}, {m:claim|claims}", {"n": 1, "m": 0}, "1 claim, 0 claims"),
        ("{size:,} bytes", {"size": 1000}, "1,000 bytes"),
        ((KNOWN, "; perhaps {near: or }?"), {"given": "x", "near": ()}, "there is no type 'x'"),
        ((KNOWN, "; {near}?", "; {all}"), {"given": "x", "near": [], "all": "y"}, f"{KNOWN}; y"),
        ((KNOWN, "; {near}?", "; {all}"), {"given": "x", "near": ["y"]}, f"{KNOWN}; y?"),
        ("line {line}: {why}", {"line": 2, "why": Message("inner", n=1)}, "line 2: it is 1"),
        ("{why}", {"why": [Message("inner", n=1), Message("inner", n=2)]}, "it is 1, it is 2"),
    ],
)
def test_a_sentence_is_filled(sentence: Sentence, values: dict[str, object], line: str) -> None:
    table: dict[str, Sentence] = {"code": sentence, "inner": "it is {n}"}
    assert fill(Message("code", **values), table) == line.format(given="x")


def test_a_value_that_a_sentence_needs_is_missed() -> None:
    with pytest.raises(KeyError, match="number"):
        fill(Message("code"), {"code": "changeset {number}"})


def test_messages_are_compared_by_what_they_say() -> None:
    assert Message("a", n=1) == Message("a", n=1)
    assert hash(Message("a", n=1)) == hash(Message("a", n=1))
    assert Message("a", n=1) != Message("a", n=2)
    assert Message("a") != "a"
    assert repr(Message("a", n="x")) == "Message('a', n='x')"


def test_errors_come_whole_out_of_another_process() -> None:
    error = AmbiguousError("several", [Namesake("a", "A", date="2024")], name="x")
    copied = pickle.loads(pickle.dumps(error))
    assert (copied.message, copied.candidates) == (error.message, error.candidates)
    assert (copied.code, copied.values) == ("several", {"name": "x"})
    assert isinstance(copied, UsageError)


@pytest.mark.parametrize(
    ("count", "more", "last"),
    [
        (1, 0, "1 problem; nothing was loaded"),
        (2, 5, "7 problems (5 more not shown); nothing was loaded"),
    ],
)
def test_a_load_that_failed_prints_its_problems_and_their_number(
    count: int, more: int, last: str
) -> None:
    found = [Problem(Where("a.yaml", n), Message("problems", count=n)) for n in range(count)]
    error = LoadError(found, count=count + more, more=more)
    assert str(error).splitlines() == [*map(str, found), last]
    assert pickle.loads(pickle.dumps(error)).problems == tuple(found)
