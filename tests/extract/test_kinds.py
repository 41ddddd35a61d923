"""Nothing false about anybody: strangers' sentences of each kind that was ever read falsely.

They are annotated stand-off in tests/extract/gold/kinds.jsonl; the articles are no part of the
project.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, get_args

import pytest

from bench.gold import DATA, FRENCH, content, sha256, texts
from bench.kinds import (
    Claimed,
    Expected,
    Filler,
    Kind,
    Verdict,
    expected,
    is_whole,
    judged,
    judgements,
    shares,
)

if TYPE_CHECKING:
    from typing import Any

# Percent that are not false at least, and that are right at least. They rise and never fall.
FLOORS: dict[Kind, tuple[int, int]] = {
    "accused": (94, 42),
    "agent": (96, 66),
    "pronoun": (94, 48),
    "noun": (94, 62),
    "implicative": (97, 48),
    "negation": (95, 36),
    "correction": (100, 66),
    "named": (95, 44),
    "relative": (95, 56),
    "cut": (100, 59),
    "place": (96, 77),
    "name": (98, 64),
    "nothing": (90, 90),
}
CASES = expected()


@pytest.fixture(scope="module")
def corpora() -> None:
    """Skip where the articles are missing."""
    if not DATA.is_dir():
        pytest.skip(f"{DATA} is missing: the annotated articles are not part of the project")


def test_the_sentences_are_those_that_were_annotated(corpora: None) -> None:
    for case in CASES:
        text = content(case.corpus, case.doc)
        assert sha256(text[slice(*case.sentence)]) == case.sha256, case
        if case.trigger:
            assert case.sentence[0] <= case.trigger[0] < case.trigger[1] <= case.sentence[1], case
            assert is_whole(text, case.trigger), case


def test_no_sentence_is_of_a_text_that_is_held_out() -> None:
    corpora = (*FRENCH, "meantime")
    held_out = {text.id for corpus in corpora for text in texts(corpus, "held-out")}
    assert held_out
    assert not held_out & {case.doc for case in CASES}


def test_there_are_many_sentences_of_each_kind() -> None:
    """Of corrections there are no more."""
    sentences = defaultdict(set)
    for case in CASES:
        sentences[case.kind].add((case.doc, case.sentence))
    assert set(sentences) == set(get_args(Kind)) == set(FLOORS)
    assert {kind for kind, found in sentences.items() if len(found) < 30} == {"correction"}


def test_what_is_false_stays_as_rare_as_it_ever_was(corpora: None) -> None:
    counts: dict[Kind, Counter[Verdict]] = defaultdict(Counter)
    for case, _, verdict in judgements():
        counts[case.kind][verdict] += 1
    reached = {kind: shares(count) for kind, count in counts.items()}
    fallen = {
        kind: reached[kind]
        for kind, (not_false, right) in FLOORS.items()
        if 100 - reached[kind]["false"] < not_false or reached[kind]["right"] < right
    }
    assert not fallen


def case_of(*who: Filler, **fields: Any) -> Expected:
    """What must hold of the first word of a sentence."""
    return Expected("agent", "c", "d", (0, 30), "", (0, 4), who, **fields)


def claim_of(*who: tuple[str, str], stance: str = "asserted", **fields: Any) -> Claimed:
    """A claim on the first word of a sentence."""
    folded = tuple((role, frozenset({name})) for role, name in who)
    return Claimed((0, 4), folded, stance, "ASSAULT", False, None, True)._replace(**fields)


ANN = Filler("does", ("Ann Lee",))
BOB = Filler("bears", ("Bob",))


@pytest.mark.parametrize(
    ("case", "claim", "verdict"),
    [
        (case_of(ANN), claim_of(("agent", "lee")), "right"),
        (case_of(ANN), claim_of(("participant", "ann lee")), "right"),
        (case_of(ANN), claim_of(), "silent"),
        (case_of(ANN), claim_of(("agent", "bob")), "false"),
        (case_of(ANN), claim_of(("agent", "lee"), ("agent", "bob")), "false"),
        (case_of(ANN, BOB), claim_of(("agent", "lee")), "silent"),
        (case_of(ANN, BOB), claim_of(("agent", "lee"), ("victim", "bob")), "right"),
        (case_of(ANN, BOB), claim_of(("victim", "lee"), ("agent", "bob")), "false"),
        (case_of(Filler("does", ("Ann",), required=False)), claim_of(("agent", "bob")), "right"),
        (case_of(BOB), claim_of(("agent", "bob")), "false"),
        (case_of(BOB), claim_of(("agent", "lee")), "silent"),
        (case_of(Filler("any", ("Ann",))), claim_of(("victim", "ann")), "right"),
        (case_of(ANN), claim_of(("agent", "lee"), ("witness", "bob")), "right"),
        (case_of(never=(BOB,)), claim_of(("victim", "bob")), "false"),
        (case_of(never=(BOB,)), claim_of(("agent", "bob")), "right"),
        (case_of(nobody=("does",)), claim_of(("agent", "bob")), "false"),
        (case_of(nobody=("does",)), claim_of(("victim", "bob")), "right"),
        (case_of(stance=("denies",)), claim_of(stance="denies"), "right"),
        (case_of(stance=("denies",)), claim_of(), "false"),
        (case_of(types=("REJECT",)), claim_of(), "false"),
        (case_of(types=("ASSAULT",)), claim_of(), "right"),
        (case_of(is_event=False), claim_of(), "false"),
        (case_of(ANN, is_exact=True), claim_of(("agent", "lee")), "false"),
        (case_of(ANN, is_exact=True), claim_of(("agent", "ann lee")), "right"),
        (case_of(is_narrated=True), claim_of(is_sourced=True), "false"),
        (case_of(date="2001"), claim_of(date="2002"), "false"),
        (case_of(date="2001"), claim_of(), "silent"),
        (case_of(), claim_of(is_whole=False), "false"),
    ],
)
def test_a_claim_is_judged(case: Expected, claim: Claimed, verdict: Verdict) -> None:
    assert judged(case, [claim]) == verdict


def test_silence_is_right_only_where_there_is_nothing_to_say() -> None:
    assert judged(case_of(ANN), []) == judged(case_of(stance=("denies",)), []) == "silent"
    assert judged(case_of(is_event=False), []) == "right"
    assert judged(Expected("nothing", "c", "d", (0, 30), "", never=(BOB,)), []) == "right"
