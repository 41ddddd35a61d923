"""Judgements that contradict each other, and who stands for whom: whatever their order."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.load.groups import RANKS, Judged, joined, settle, stand_ins

keys = st.sampled_from("abcdef")
judgements = st.builds(
    Judged,
    left=keys,
    right=keys,
    same=st.booleans(),
    rank=st.sampled_from(RANKS),
    by=st.sampled_from(("", "N", "D")),
    at=st.integers(0, 2),
)


def same(left: str, right: str, rank: Any = "command", **who: Any) -> Judged:
    """A judgement that two are the same."""
    return Judged(left, right, True, rank, **who)


def different(left: str, right: str, rank: Any = "command", **who: Any) -> Judged:
    """A judgement that two are different."""
    return Judged(left, right, False, rank, **who)


def is_replaced(one: Judged, judged: list[Judged]) -> bool:
    """Whether the same person later judged of the same two again."""
    return bool(one.by) and any(
        (other.rank, other.by, {other.left, other.right})
        == (one.rank, one.by, {one.left, one.right})
        and other.at > one.at
        for other in judged
    )


@given(st.lists(judgements, max_size=12), st.randoms(use_true_random=False), st.sets(keys))
def test_what_counts_hangs_on_no_order_and_contradicts_nothing(
    judged: list[Judged], rng: random.Random, mentions: set[str]
) -> None:
    """Laws: any order; what counts has no contradiction; what has none counts; a lower rank changes
    nothing of a higher one.
    """
    found = settle(judged)
    mixed = [*judged, *judged[:2]]
    rng.shuffle(mixed)
    assert settle(mixed) == found
    group = joined(found.ties)
    for one in found.apart:
        assert group.get(one.left, one.left) != group.get(one.right, one.right)
    counted = (*found.ties, *found.apart)
    assert settle(counted) == found._replace(contradictions=())
    refused = {one for one in judged if one.left != one.right and not is_replaced(one, judged)}
    refused -= set(counted)
    if not refused:
        assert not found.contradictions
    told = {one for item in found.contradictions for one in (item.apart, *item.ties)}
    assert {one for one in refused if one.rank != "machine"} <= told
    people = [one for one in judged if one.rank != "machine"]
    assert settle(people).ties == tuple(tie for tie in found.ties if tie.rank != "machine")
    chosen = stand_ins(found.ties, mentions)
    assert stand_ins(found.ties[::-1], mentions) == chosen
    assert chosen.keys() == group.keys()
    for key, by in chosen.items():
        assert group[key] == group[by]
        assert chosen[by] == by


@pytest.mark.parametrize(
    ("judged", "refused"),
    [
        # A pair judged both ways.
        ([same("a", "b"), different("b", "a")], {same("a", "b")}),
        # A chain.
        (
            [different("a", "b"), same("a", "c"), same("b", "c"), same("c", "d")],
            {same("a", "c"), same("b", "c")},
        ),
        # What a command says goes before what a file says, and both before a machine.
        ([same("a", "b", "file"), different("a", "b")], {same("a", "b", "file")}),
        ([same("a", "b"), different("a", "b", "file")], {different("a", "b", "file")}),
        ([same("a", "b", "machine"), different("a", "b", "file")], {same("a", "b", "machine")}),
        # Two mentions that a person tells apart can't both be the one that they are like.
        (
            [same("a", "m", "machine"), same("a", "n", "machine"), different("m", "n", "file")],
            {same("a", "m", "machine"), same("a", "n", "machine")},
        ),
        (
            [same("a", "b"), same("b", "m", "machine"), different("a", "m")],
            {same("b", "m", "machine")},
        ),
        # Somebody is who they are.
        (
            [same("a", "a"), different("a", "a"), same("a", "b")],
            {same("a", "a"), different("a", "a")},
        ),
    ],
)
def test_what_contradicts_does_not_count(judged: list[Judged], refused: set[Judged]) -> None:
    found = settle(judged)
    assert set(judged) - {*found.ties, *found.apart} == refused


@pytest.mark.parametrize(
    ("earlier", "later", "counts"),
    [
        # Their own word is replaced, whichever it was; at one moment, and of two people, it is that
        # two are different.
        (different("a", "b", by="N", at=1), same("b", "a", by="N", at=2), "later"),
        (same("a", "b", by="N", at=1), different("a", "b", by="N", at=2), "later"),
        (different("a", "b", by="N", at=1), same("b", "a", by="N", at=1), "earlier"),
        (different("a", "b", by="N", at=1), same("b", "a", by="D", at=2), "earlier"),
        (different("a", "b"), same("b", "a"), "earlier"),
    ],
)
def test_a_later_word_replaces_only_ones_own(earlier: Judged, later: Judged, counts: str) -> None:
    found = settle([earlier, later])
    assert [*found.ties, *found.apart] == [{"earlier": earlier, "later": later}[counts]]
    # Who changes their mind is told of nothing.
    assert bool(found.contradictions) == (counts == "earlier")


@pytest.mark.parametrize(
    ("judged", "counts"),
    [
        ([same("a", "b", "file"), different("a", "b", "file")], "apart"),
        ([same("a", "b", "file"), different("a", "b")], "apart"),
        ([same("a", "b"), different("a", "b", "file")], "ties"),
    ],
)
def test_a_contradiction_says_which_side_counts(judged: list[Judged], counts: str) -> None:
    (found,) = settle(judged).contradictions
    assert (found.apart, found.counts) == (judged[1], counts)
    assert found.ties == ((judged[0],) if counts != "ties" else ())


@pytest.mark.parametrize(
    ("ties", "mentions", "expected"),
    [
        ([same("b", "a")], "", "b"),
        ([same("a", "b"), same("c", "a")], "", "c"),
        ([same("a", "b"), same("c", "d"), same("b", "c")], "", "a"),
        ([same("a", "b"), same("c", "d"), same("d", "b")], "", "a"),
        # Two ways round: neither is never right.
        ([same("b", "a"), same("a", "b")], "", "a"),
        # An actor before a mention, and a person's left one before both.
        ([same("a", "b"), same("c", "b")], "a", "c"),
        ([same("m", "a")], "m", "m"),
        # A machine joins the groups of people.
        ([same("b", "a", "machine")], "", "a"),
        ([same("b", "a", "machine")], "a", "b"),
        ([same("x", "m", "machine"), same("m", "n")], "mn", "x"),
        ([same("x", "m", "machine"), same("y", "x")], "m", "y"),
        ([same("n", "x"), same("x", "m", "machine")], "mn", "n"),
        ([same("m", "n"), same("a", "m", "machine")], "amn", "m"),
    ],
)
def test_who_stands_for_a_group(ties: list[Judged], mentions: str, expected: str) -> None:
    assert set(stand_ins(ties, mentions).values()) == {expected}
