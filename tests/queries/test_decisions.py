"""What people decided about claims and noted on things, as dossiers, sources, profiles and `check`
show it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from builders import put_in
from load.test_verdicts import SENTENCE, TEXT, reading
from msgspec.structs import replace

from timeline import records as r
from timeline.dates import parse
from timeline.load import correct, judge_claims, merge, note
from timeline.queries.actors import profile
from timeline.queries.check import check
from timeline.queries.conflicts import conflicts
from timeline.queries.dossier import dossier
from timeline.queries.rows import ChangeRow, ClaimRow
from timeline.queries.sources import source

if TYPE_CHECKING:
    from sqlalchemy import Connection

DENIAL, READ = "read-unreviewed-denial", "read-unreviewed"


@pytest.fixture
def read(session: Connection) -> ClaimRow:
    """The one claim of a machine that there is."""
    put_in(session, *reading(date=parse("2024-11-12")))
    (claim,) = claims(session)
    return claim


def claims(session: Connection) -> tuple[ClaimRow, ...]:
    found = dossier(session, "meeting").claims
    assert source(session, "a").claims == found
    return found


def decided(claim: ClaimRow) -> tuple[str, str, str | None] | None:
    return claim.decision and (claim.decision.says, claim.decision.by, claim.decision.why)


@pytest.mark.parametrize("says", ["accepted", "rejected"])
def test_who_decided_what_and_why(session: Connection, read: ClaimRow, says: Any) -> None:
    assert decided(read) is None
    judge_claims(session, says, [read.key], by="Nina", why="I called them")
    (claim,) = claims(session)
    assert decided(claim) == (says, "Nina", "I called them")
    assert claim.counts is (says == "accepted")
    assert claim._replace(decision=None) == read, "it is shown as it was read"
    assert dossier(session, "meeting").event.claims == int(claim.counts)


def test_what_a_correction_changed(session: Connection, read: ClaimRow) -> None:
    changes = {"date": parse("2024-11-11"), "modality": "reported"}
    correct(session, read.key, changes, by="Nina", why="it says Monday")
    before, now = sorted(claims(session), key=lambda claim: claim.counts)
    assert decided(before) == ("corrected", "Nina", "it says Monday")
    assert before.decision is not None
    assert before.decision.changes == (
        ChangeRow("modality", "asserted", "reported"),
        ChangeRow("date", "2024-11-12", "2024-11-11"),
    )
    assert (decided(now), now.extractor) == (None, None)


def test_another_reading_of_what_was_decided(session: Connection, read: ClaimRow) -> None:
    judge_claims(session, "accepted", [read.key], by="Nina")
    put_in(session, *reading(modality="reported", extractor="reader 2", collection="b"))
    found = {claim.modality: decided(claim) for claim in claims(session)}
    assert found == {
        "asserted": ("accepted", "Nina", None),
        "reported": ("superseded", "Nina", None),
    }


def test_a_note_is_shown_with_what_it_is_on(session: Connection, read: ClaimRow) -> None:
    note(session, "claim", read.key, "ask them", by="Nina")
    note(session, "event", "meeting", "call the mission", by="Nina")
    note(session, "source", "a", "taken down", by="Nina")
    note(session, "actor", "ann", "who is this?", by="Nina")
    note(session, "actor", "bob", "her brother", by="Nina")
    found = dossier(session, "meeting")
    assert [row.text for row in found.notes] == ["call the mission"]
    assert [row.text for row in found.claims[0].notes] == ["ask them"]
    assert [(row.text, row.by) for row in source(session, "a").notes] == [("taken down", "Nina")]
    assert [row.text for row in profile(session, "ann").notes] == ["who is this?"]
    merge(session, "actor", "ann", "bob")
    assert {row.text for row in profile(session, "ann").notes} == {"who is this?", "her brother"}


@pytest.mark.parametrize("says", ["accepted", "rejected"])
@pytest.mark.parametrize(
    ("later", "listed"),
    [
        (TEXT, False),
        (f"Corrected. {TEXT}", False),
        ("All of it was taken back.", True),
    ],
)
def test_a_verdict_at_whose_place_nothing_stands_is_listed(
    session: Connection, read: ClaimRow, says: Any, later: str, *, listed: bool
) -> None:
    judge_claims(session, says, [read.key], by="Nina")
    put_in(session, *reading(later) if "met" in later else reading(None, key="a")[:1])
    found = [row for row in check(session) if row.kind == "verdict"]
    # What a person accepted stays, though the machine does not read it any more.
    assert [row.claim for row in found] == [read.key] * (listed and says == "rejected")


def sides(session: Connection) -> list[tuple[str, list[tuple[str, str | None]]]]:
    """What is in conflict: about what, and each side with why it is not shown."""
    return [
        (row.about, [(side.says, side.why.code if side.why else None) for side in row.sides])
        for row in conflicts(session).rows
    ]


def test_two_people_who_decided_differently(session: Connection, read: ClaimRow) -> None:
    judge_claims(session, "accepted", [read.key], by="Nina")
    judge_claims(session, "accepted", [read.key], by="Otto")
    assert sides(session) == []
    judge_claims(session, "rejected", [read.key], by="Otto", why="I was there")
    assert sides(session) == [
        ("verdict", [("rejected", "decided-by"), ("accepted", "decided-by")]),
    ]
    (row,) = conflicts(session).rows
    assert (row.key, [str(side.why).split(" on ")[0] for side in row.sides]) == (
        "meeting",
        ["Otto", "Nina"],
    )
    judge_claims(session, "rejected", [read.key], by="Nina")
    assert sides(session) == []


@pytest.mark.parametrize("later", [TEXT, f"Corrected. {TEXT}"])
def test_two_people_who_decided_on_different_readings_of_one_place(
    session: Connection, read: ClaimRow, later: str
) -> None:
    """Also where the text moved; a person's later word at the place is the one that counts."""
    judge_claims(session, "accepted", [read.key], by="Nina")
    put_in(session, *reading(later, modality="reported", extractor="reader 2", collection="b"))
    (other,) = (one for one in claims(session) if one.modality == "reported")
    judge_claims(session, "accepted", [other.key], by="Otto", why="as they say themselves")
    (row,) = conflicts(session, about="verdict").rows
    assert (row.about, row.key) == ("verdict", "meeting")
    assert {(side.says, side.voices[0].claim) for side in row.sides} == {
        ("accepted", read.key),
        ("accepted", other.key),
    }
    assert {side.why and side.why.code for side in row.sides} == {"decided-about"}
    judge_claims(session, "accepted", [read.key], by="Otto")
    assert conflicts(session, about="verdict").rows == ()


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ({"polarity": "denies"}, [("standing", [("asserted", None), ("denies", DENIAL)])]),
        ({"modality": "planned"}, []),
        ({"date": parse("2024-11-10")}, [("date", [("2024-11-12", None), ("2024-11-10", READ)])]),
        ({"date": parse("2024-11")}, []),
        ({}, []),
    ],
)
def test_what_a_machine_reads_otherwise(
    session: Connection, read: ClaimRow, claim: dict[str, Any], expected: list[Any]
) -> None:
    judge_claims(session, "accepted", [read.key], by="Nina")
    other = {"date": parse("2024-11-12")} | claim
    records = reading(SENTENCE, key="b", collection="b", **other)
    put_in(
        session,
        *(replace(one, url=None) if isinstance(one, r.Source) else one for one in records),
    )
    (unread,) = (one for one in dossier(session, "meeting").claims if one.source == "b")
    assert sides(session) == expected
    assert dossier(session, "meeting").event.date == "2024-11-12"
    judge_claims(session, "rejected", [unread.key], by="Nina")
    assert sides(session) == []
