"""Patterns made of words, and the words that they begin with."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.temporal.grammar import grammar
from timeline.temporal.languages import LANGUAGES
from timeline.temporal.patterns import DIGITS, First, first_words, one_of

words = st.text(alphabet="abc '-.", min_size=1, max_size=5)


@given(st.sets(words, min_size=1), words)
def test_one_of_fits_its_words_alone(known: set[str], other: str) -> None:
    """The short pattern fits what the long one fits."""
    pattern = re.compile(one_of(known))
    assert all(pattern.fullmatch(word) for word in known)
    assert bool(pattern.fullmatch(other)) == (other in known)


@given(st.sets(words, min_size=1))
def test_one_of_prefers_the_longest(known: set[str]) -> None:
    """Of two words that fit, the longer counts."""
    longest = max(known, key=len)
    match = re.match(one_of(known), longest)
    assert match is not None
    assert match[0] == longest


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("le jour", {"le"}),
        ("(?:le )?jour", {"le", "jour"}),
        ("jours?", {"jour", "jours"}),
        (r"l'an|\d\d", {"l", DIGITS}),
        (r"(?!un jour)(?:une?|[12]\d) mois", {"un", "une", DIGITS}),
        (r"(?P<x>a|b){0,2}c", {"ac", "bc", "c"}),
        ("(?:mon|tues)days", {"mondays", "tuesdays"}),
        ("{slot}s", {"as", "b"}),
    ],
)
def test_first_words(pattern: str, expected: set[str]) -> None:
    """Optional parts, alternatives, looks ahead and slots are followed."""
    slots = {"slot": First(whole=frozenset({"b"}), open=frozenset({"a"}))}
    first = first_words(pattern, slots)
    assert first.whole | first.open == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("the next day", {"the next"}),
        ("(?:the )?(?:next|last) day", {"the next", "the last", "next", "last"}),
        (r"the \d\ds", {f"the {DIGITS}"}),
        ("the {slot} of", {"the a", "the b"}),
        ("the '?x", {"the ", "the x"}),
        ("the-day|a day", {"the", "a"}),
    ],
)
def test_first_two_words(pattern: str, expected: set[str]) -> None:
    """A frequent word is told with the one behind it, or with nothing where that may be any."""
    slots = {"slot": First(whole=frozenset({"b"}), open=frozenset({"a"}))}
    first = first_words(pattern, slots, frozenset({"the"}))
    assert first.whole | first.open == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_are_bounded(language: str) -> None:
    """No rule repeats without a limit, or the time would not be linear in the length of the
    text.
    """
    for compiled in {
        id(one): one for rules in grammar(language).rules.values() for one in rules
    }.values():
        bare = re.sub(r"\\.|\[[^]]*\]", "x", compiled.run.pattern)
        assert not re.search(r"[*+]|\{\d+,\}", bare), compiled.rule.name
