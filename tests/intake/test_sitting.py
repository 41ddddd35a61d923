"""One person's review: what comes next, what it leaves behind, and two at the same time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import export, put, rows_of
from draft import draft, words_read

from timeline import records as r
from timeline.errors import NotFoundError, UsageError
from timeline.intake.sitting import Sitting
from timeline.load.leases import lease
from timeline.queries.proposals import Person
from timeline.queries.question import Question
from timeline.queries.review import GroupRow
from timeline.queries.under_review import UnderReview
from timeline.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def drafted(store_url: str) -> str:
    """A database with what a machine read."""
    put(store_url, *draft())
    return store_url


@pytest.fixture
def nina(drafted: str) -> Sitting:
    """Nina at her first claim; the group of actors was passed."""
    sitting = Sitting(drafted, by="Nina")
    assert isinstance(sitting.next(), GroupRow)
    sitting.next()
    return sitting


def word(sitting: Sitting) -> str | None:
    """The word that the claim which is asked now was read of."""
    if sitting.item is None:
        return None
    assert isinstance(sitting.item, UnderReview)
    with open_store(sitting.db) as session:
        return words_read(session)[sitting.item.key]


def claim(sitting: Sitting) -> UnderReview:
    assert isinstance(sitting.item, UnderReview)
    return sitting.item


def test_groups_come_first_then_claims_until_all_is_asked(nina: Sitting) -> None:
    asked = []
    while nina.item is not None:
        asked.append(word(nina))
        nina.next()
    assert asked == ["denied", "met", "spoke", "left", "asked"]
    assert nina.next() is None


def test_who_comes_back_goes_on_with_what_is_left(nina: Sitting) -> None:
    nina.accept()
    nina.next()
    nina.reject("another day")
    nina.leave()
    again = Sitting(nina.db, by="Nina", question=Question(sources="gazette"))
    again.next()
    assert word(again) == "spoke"
    assert tuple(again.count()) == (2, 3)
    assert len(nina.done) == 2
    assert nina.rate() > 0


def test_two_at_the_same_time_never_look_at_one_claim(nina: Sitting) -> None:
    omar = Sitting(nina.db, by="Omar")
    omar.next()
    omar.next()
    seen = {"Nina": [word(nina)], "Omar": [word(omar)]}
    for sitting in (nina, omar) * 4:
        if sitting.item is not None:
            sitting.accept()
            sitting.next()
            assert word(nina) is None or word(nina) != word(omar)
            seen[sitting.by].append(word(sitting))
    done = [one for words in seen.values() for one in words if one is not None]
    assert sorted(done) == ["asked", "denied", "left", "met", "spoke"]


def test_a_claim_that_another_looks_at_or_decided_is_left_alone(nina: Sitting) -> None:
    """Her lease ran out, somebody else took the claim, and has decided."""
    key = claim(nina).key
    with open_store(nina.db, write=True) as session:
        lease(session, [], by="Nina")
        lease(session, [key], by="Omar")
    with pytest.raises(UsageError) as refused:
        nina.accept()
    assert str(refused.value) == f"Omar looks at claim {key} now; go on to the next"
    omar = Sitting(nina.db, by="Omar")
    omar.show(key)
    omar.reject()
    omar.leave()
    with pytest.raises(UsageError) as refused:
        nina.mend({"modality": "planned"})
    assert str(refused.value) == "Omar decided about it meanwhile: rejected"
    assert claim(omar).by == "Omar"


def test_back_and_forth(nina: Sitting) -> None:
    nina.next()
    nina.back()
    assert word(nina) == "denied"
    nina.back()
    assert word(nina) == "denied"
    nina.next()
    assert word(nina) == "met"
    nina.show(claim(nina).key)
    assert word(nina) == "met"


def test_people_are_let_in_and_out(nina: Sitting) -> None:
    nina.next()
    musk, iravani = claim(nina).people[:2]
    nina.drop(musk)
    nina.take(iravani, role="recipient")
    nina.take(Person(None, "Two Officials"), kind="group")
    nina.take(Person(None, "Zoé Martin"))
    nina.take(musk, role="host")
    assert [(one.name, one.role) for one in claim(nina).people if one.role] == [
        ("Amir Iravani", "recipient"), ("Two Officials", "agent"), ("Zoé Martin", "recipient"),
        ("Elon Musk", "host"),
    ]  # fmt: skip
    nina.take(Person("two-officials", "Two Officials"), role="witness")
    assert [part.actor for part in claim(nina).claim.who][1] == "two-officials"


def test_who_is_named_before_the_word_acts_and_who_is_behind_it_is_acted_on(nina: Sitting) -> None:
    nina.next()
    musk, iravani = claim(nina).people[:2]
    nina.mend({"who": ()})
    nina.take(iravani)
    nina.take(musk)
    assert [(part.actor, part.role) for part in claim(nina).claim.who] == [
        ("gazette/iravani", "recipient"), ("gazette/musk", "agent"),
    ]  # fmt: skip


def test_roles_are_swapped_and_swapped_back(nina: Sitting) -> None:
    nina.next()
    first, second = claim(nina).people[:2]
    nina.take(first, role="agent")
    nina.take(second, role="recipient")
    before = claim(nina).claim.who
    nina.swap()
    assert [part.role for part in claim(nina).claim.who] == ["recipient", "agent"]
    nina.swap()
    assert claim(nina).claim.who == before


def test_what_is_mended_back_is_accepted(nina: Sitting) -> None:
    nina.next()
    before = claim(nina).claim
    nina.mend({"modality": "planned"})
    nina.mend({"modality": before.modality})
    assert (claim(nina).decision, claim(nina).claim) == ("accepted", before)


def test_events_and_actors_are_joined_parted_and_noted(nina: Sitting) -> None:
    nina.next()
    nina.next()
    assert word(nina) == "spoke"
    nina.same_event("gazette/meet")
    assert claim(nina).event.key == "gazette/meet"
    nina.split()
    assert claim(nina).event.key not in ("gazette/meet", "gazette/speak")
    nina.retype("AGREE")
    nina.note("ask the officials")
    nina.same_actor("herald/musk", "gazette/musk")
    assert (claim(nina).event.type, claim(nina).notes[0].text) == ("AGREE", "ask the officials")


def test_each_act_is_taken_back_by_itself(nina: Sitting) -> None:
    states = [export(nina.db)]
    acts: list[Callable[[], object]] = [
        nina.accept,
        nina.next,
        lambda: nina.take(claim(nina).people[0], role="host"),
        lambda: nina.retype("VISIT"),
        nina.next,
        nina.reject,
    ]
    for act in acts:
        act()
        states.append(export(nina.db))
    changed = [state for n, state in enumerate(states) if n == 0 or states[n - 1] != state]
    while len(changed) > 1:
        changed.pop()
        nina.undo()
        assert export(nina.db) == changed[-1]
    assert nina.done == set()
    with pytest.raises(NotFoundError):
        nina.undo()


def test_a_group_is_one_or_not(drafted: str) -> None:
    sitting = Sitting(drafted, by="Nina")
    sitting.next()
    with pytest.raises(UsageError) as refused:
        sitting.accept()
    assert refused.value.message.code == "no-claim-shown"
    sitting.unite()
    sitting.undo()
    sitting = Sitting(drafted, by="Nina")
    assert isinstance(sitting.next(), GroupRow)
    sitting.part()
    assert isinstance(sitting.next(), UnderReview)
    with pytest.raises(UsageError) as refused:
        sitting.unite()
    assert refused.value.message.code == "no-group-shown"
    assert isinstance(Sitting(drafted, by="Nina").next(), UnderReview)


def test_a_larger_group_that_is_not_one_is_asked_in_pairs(drafted: str) -> None:
    third = r.Actor(collection="x", key="x/musk", name="Elon Musk", mention=True, extractor="m 1")
    put(drafted, third)
    sitting = Sitting(drafted, by="Nina")
    sitting.next()
    sitting.part()
    asked = []
    while isinstance(item := sitting.next(), GroupRow):
        asked.append(item.keys)
        sitting.part()
    assert asked == [("gazette/musk", "herald/musk"), ("gazette/musk", "x/musk")]


def test_a_review_costs_changesets_for_decisions_alone(nina: Sitting) -> None:
    """Not for looking, going on or leaving."""
    while nina.item is not None:
        nina.next()
    nina.leave()
    assert rows_of(nina.db, "SELECT kind FROM changeset ORDER BY id") == [("load",)]
