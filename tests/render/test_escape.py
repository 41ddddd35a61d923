"""What is made visible, and what stays."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.render.escape import display_width, json_safe, printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", r"\x1b[31mred\x1b[0m"),
        ("a\x00b\x7fc\x9bd", r"a\x00b\x7fc\x9bd"),
        ("a\u202eb\u2066c\u2069", r"a\u202eb\u2066c\u2069"),
        ("\ufeffa\u2060b\u3164", r"\ufeffa\u2060b\u3164"),
        ("\U000e0041", r"\U000e0041"),
        ("\ud800", r"\ud800"),
        ("one\r\ntwo\tthree\u2028four\x85five", "one two three four five"),
    ],
)
def test_what_is_dangerous_is_shown(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "plain [text] \\x1b",
        "مقام\u200cهای ایرانی",
        "क्\u200dष",
        "e\u0301",
        "ภาษา\u200bไทย",
        "שלום\u200f!",
        "13\u202f800",
        "日本語",
        "👩\u200d🚀 ❤\ufe0f",
        "\ufffd",
    ],
)
def test_ordinary_text_stays(text: str) -> None:
    assert printable(text) == text


@given(st.text())
def test_nothing_that_controls_is_left(text: str) -> None:
    shown = printable(text)
    assert not [
        c
        for c in shown
        if unicodedata.category(c) in ("Cc", "Cs") or unicodedata.bidirectional(c) in ("RLO", "LRO")
    ]
    assert printable(shown) == shown
    shown.encode()


@given(st.text())
def test_json_means_the_same(text: str) -> None:
    safe = json_safe(json.dumps([text], ensure_ascii=False))
    assert json.loads(safe) == [text]
    assert printable(safe) == safe


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("می\u200cشود", 5), ("", 0)]
)
def test_columns(text: str, columns: int) -> None:
    assert display_width(text) == columns
