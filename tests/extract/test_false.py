"""Claims that are false about a person: how they are held against annotations and answers."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.false import (
    ANSWERS,
    Annotated,
    Decided,
    Person,
    Personal,
    answers,
    area,
    is_excluded,
)
from bench.gold import CORPORA


def claim(*people: tuple[str, str], stance: str = "asserted", confidence: float = 0.5) -> Personal:
    """A claim on the first word of an article."""
    persons = tuple(Person(role, (name,)) for role, name in people)
    return Personal("news_fr", "a", (0, 4), "ASSAULT", stance, persons, confidence)


def gold(**fields: Any) -> Annotated:
    """An article in which Ann Lee, the old judge, is told to hit Bob."""
    event = {
        "doc": "a",
        "trigger": [2, 9],
        "alt_triggers": [],
        "polarity": 1,
        "modality": "asserted",
        "modality_ok": [],
        "who": [
            {"role": "agent", "name": "Ann Lee", "text": "La vieille juge"},
            {"role": "recipient", "name": "Bob"},
        ],
    }
    return Annotated({"a": [event | fields]}, {("a", "Bob"): ["Robert"]})


@pytest.mark.parametrize(
    ("people", "stance", "fields", "excluded"),
    [
        ([("agent", "lee")], "asserted", {}, False),
        ([("speaker", "ann lee"), ("victim", "robert")], "asserted", {}, False),
        ([("agent", "vieille dame")], "asserted", {}, False),
        ([("agent", "dame")], "asserted", {}, True),
        ([("agent", "bob")], "asserted", {}, True),
        ([("agent", "lee"), ("victim", "lee")], "asserted", {}, True),
        ([("witness", "bob")], "asserted", {}, False),
        ([("agent", "lee")], "asserted", {"polarity": -1}, True),
        ([("agent", "lee")], "denies", {"polarity": -1}, False),
        ([("agent", "lee")], "denies", {}, True),
        ([("agent", "lee")], "asserted", {"modality": "planned"}, True),
        (
            [("agent", "lee")],
            "reported",
            {"modality": "planned", "modality_ok": ["asserted"]},
            False,
        ),
        ([("agent", "lee")], "planned", {"modality": "planned"}, False),
        ([("agent", "bob")], "asserted", {"trigger": [4, 9]}, None),
        ([("agent", "bob")], "asserted", {"trigger": [4, 9], "alt_triggers": [[0, 1]]}, True),
    ],
)
def test_a_claim_is_held_against_the_annotated_event(
    people: list[tuple[str, str]], stance: str, fields: dict[str, Any], excluded: bool | None
) -> None:
    assert is_excluded(claim(*people, stance=stance), gold(**fields)) is excluded


def test_an_answer_is_found_whatever_the_order_of_people() -> None:
    one, other = ("agent", "ann"), ("victim", "bob")
    assert claim(one, other).digest() == claim(other, one).digest()
    assert (
        len({claim(one).digest(), claim(other).digest(), claim(one, stance="denies").digest()}) == 3
    )


CONFIDENT = st.tuples(st.integers(0, 20), st.sampled_from([True, False, None]))


@given(st.lists(CONFIDENT))
def test_the_area_is_a_share_of_pairs(found: list[tuple[int, bool | None]]) -> None:
    """Turned over it is the rest; confidence that is the same for all tells nothing."""
    under = area([Decided(claim(confidence=value), false) for value, false in found])
    over = area([Decided(claim(confidence=-value), false) for value, false in found])
    level = area([Decided(claim(), false) for _, false in found])
    assert (under is None) == (len({false is False for _, false in found}) < 2)
    if under is not None and over is not None:
        assert under + over == pytest.approx(100)
        assert level == 50


def test_what_is_true_stands_above_what_is_not_known_to_be() -> None:
    found = [Decided(claim(confidence=0.9), False), Decided(claim(confidence=0.6), None)]
    assert area(found) == 100


def test_answers_are_in_order() -> None:
    rows = [line.split("\t") for line in ANSWERS.read_text(encoding="utf-8").splitlines()[1:]]
    assert len(answers()) == len(rows)
    for digest, place, false, why in rows:
        assert re.fullmatch(r"[0-9a-f]{64}", digest)
        assert re.fullmatch(rf"({'|'.join(CORPORA)})/\S+:\d+-\d+", place)
        assert false in {"yes", "no"}
        assert why.strip()
