"""What a reviewer does beside accepting and rejecting, and takes back again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from builders import check_derived, export_in, put_in
from draft import draft, key_of
from sqlalchemy import select

from timeline import records as r
from timeline.dates import parse
from timeline.errors import NotFoundError, UsageError
from timeline.load import judge_claims, merge, note, state, unite
from timeline.load.reviewing import free_key, mend, split, undo_own
from timeline.store.stored import claims_called
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection


@pytest.fixture
def drafted(session: Connection) -> Connection:
    """A store with what a machine read."""
    put_in(session, *draft())
    return session


def own(session: Connection) -> list[r.Claim]:
    """The live claims that people made."""
    c = t.claim
    live = (c.c.extractor.is_(None), c.c.revoked_in.is_(None))
    return list(claims_called(session, session.scalars(select(c.c.key).where(*live))).values())


def test_what_was_mended_before_stays_mended(drafted: Connection) -> None:
    key = key_of(drafted, "met")
    mend(drafted, key, {"date": parse("2024-11-10")}, by="Nina")
    mend(drafted, key, {"modality": "reported"}, by="Nina")
    mend(drafted, key, {"who": ()}, by="Nina")
    (claim,) = own(drafted)
    assert (claim.date, claim.said, claim.modality, claim.who) == (
        parse("2024-11-10"), None, "reported", (),
    )  # fmt: skip
    check_derived(drafted)


def test_another_person_mends_what_was_read(drafted: Connection) -> None:
    """Two who correct one claim have a verdict each."""
    key = key_of(drafted, "met")
    mend(drafted, key, {"modality": "reported"}, by="Nina")
    mend(drafted, key, {"polarity": "denies"}, by="Omar")
    assert {(one.modality, one.polarity) for one in own(drafted)} == {
        ("reported", "affirms"), ("asserted", "denies"),
    }  # fmt: skip


def test_who_is_new_comes_with_the_correction_and_goes_with_it(drafted: Connection) -> None:
    before = export_in(drafted)
    key = free_key(drafted, t.actor, "Two officials")
    officials = r.Actor(key=key, name="Two officials", kind="group")
    who = (r.Part(key, "agent"),)
    mend(drafted, key_of(drafted, "spoke"), {"who": who}, by="Nina", new=[officials])
    assert own(drafted)[0].who == who
    assert drafted.scalar(select(t.actor.c.by).where(t.actor.c.key == key)) == "Nina"
    undo_own(drafted, by="Nina")
    assert export_in(drafted) == before


def test_a_free_key_is_nobodys(drafted: Connection) -> None:
    assert free_key(drafted, t.actor, "Zoé  Martin") == "zoe-martin"
    put_in(drafted, r.Actor(collection="x", key="zoe-martin", name="Zoé Martin"))
    assert free_key(drafted, t.actor, "Zoé Martin") == "zoe-martin-2"
    assert free_key(drafted, t.event, "gazette/meet") == "gazette/meet-2"
    assert free_key(drafted, t.actor, "…") == "x"


def test_a_claim_is_split_from_its_event(drafted: Connection) -> None:
    split(drafted, key_of(drafted, "denied"), by="Nina")
    (claim,) = own(drafted)
    assert claim.event == "gazette/meet-2"
    events = dict(drafted.execute(select(t.event.c.key, t.event.c.standing)).tuples().all())
    assert (events["gazette/meet"], events["gazette/meet-2"]) == ("asserted", "denied")
    with pytest.raises(UsageError) as refused:
        split(drafted, key_of(drafted, "asked"), by="Nina")
    assert refused.value.message.code == "nothing-to-split"
    check_derived(drafted)


def test_a_group_of_actors_is_united_as_one_changeset(drafted: Connection) -> None:
    before = export_in(drafted)
    unite(drafted, "gazette/musk", "herald/musk", by="Nina")
    a = t.actor
    query = select(a.c.canonical_id).where(a.c.key.in_(("gazette/musk", "herald/musk")))
    assert len(set(drafted.scalars(query))) == 1
    assert drafted.scalar(select(a.c.mention).where(a.c.key == "gazette/musk")) is False
    undo_own(drafted, by="Nina")
    assert export_in(drafted) == before
    check_derived(drafted)


ACTS: dict[str, Callable[[Connection], Any]] = {
    "accept": lambda s: judge_claims(s, "accepted", [key_of(s, "met")], by="Nina"),
    "reject": lambda s: judge_claims(s, "rejected", [key_of(s, "left")], by="Nina"),
    "mend": lambda s: mend(s, key_of(s, "spoke"), {"modality": "possible"}, by="Nina"),
    "type": lambda s: state(s, r.Event, "gazette/ask", {"type": "APPEAL"}, by="Nina"),
    "event": lambda s: merge(s, "event", "gazette/meet", "gazette/speak", by="Nina"),
    "note": lambda s: note(s, "claim", key_of(s, "asked"), "call her", by="Nina"),
    "unite": lambda s: unite(s, "gazette/musk", "herald/musk", by="Nina"),
}


def test_one_takes_back_ones_own_last_again_and_again(drafted: Connection) -> None:
    """Never what another person did, nor a load."""
    states = [export_in(drafted)]
    for act in ACTS.values():
        act(drafted)
        states.append(export_in(drafted))
    judge_claims(drafted, "accepted", [key_of(drafted, "denied")], by="Omar")
    others = export_in(drafted)
    for _ in ACTS:
        undo_own(drafted, by="Nina")
    assert others != states[-1]
    with pytest.raises(NotFoundError) as refused:
        undo_own(drafted, by="Nina")
    assert refused.value.message.code == "nothing-of-yours"
    undo_own(drafted, by="Omar")
    assert export_in(drafted) == states[0]
    check_derived(drafted)


@pytest.mark.parametrize(
    "act",
    [
        lambda s, key: mend(s, key, {"modality": "planned"}, by="Nina"),
        lambda s, key: split(s, key, by="Nina"),
        lambda s, key: judge_claims(s, "accepted", [key], by="Nina"),
    ],
    ids=["mend", "split", "accept"],
)
def test_a_revoked_claim_is_refused(
    drafted: Connection, act: Callable[[Connection, str], object]
) -> None:
    key = key_of(drafted, "spoke")
    gone = [one for one in draft() if isinstance(one, r.Claim) and one.event == "gazette/speak"]
    put_in(drafted, *(one for one in draft() if one not in gone))
    with pytest.raises(NotFoundError) as refused:
        act(drafted, key)
    assert refused.value.message.code == "claim-revoked"
