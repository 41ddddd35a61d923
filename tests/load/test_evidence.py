"""What is no evidence counts only where nothing else is said of an event."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from builders import ask, check_derived, export_in, put_in
from msgspec.structs import replace

from timeline import records as r
from timeline.dates import parse
from timeline.load import state, undo
from timeline.queries import chronology
from timeline.queries.conflicts import conflicts
from timeline.queries.dossier import dossier

if TYPE_CHECKING:
    from sqlalchemy import Connection


def told(
    key: str, *said: dict[str, Any], kind: str = "article", evidence: r.Evidence | None = None
) -> list[r.AnyRecord]:
    """A source, and what it says of the meeting."""
    source = r.Source(key=key, kind=kind, evidence=evidence, published=parse("2024-11-14"))
    claims = [r.Claim(**{"event": "meeting", "source": key} | one) for one in said]
    event = r.Event(key="meeting", type="CONSULT")
    said_by: tuple[r.AnyRecord, ...] = (source, event, *claims)
    return [replace(record, collection=key) for record in said_by]


PAPER = told("paper", {"date": parse("2024-11-11"), "quote": "met on Monday"})
OTHERWISE: tuple[dict[str, Any], ...] = (
    {"date": parse("2024-11-12")},
    {"date": parse("2024-11-11")},
    {"date": parse("2024-11-12"), "pinned": True},
    {"polarity": "denies"},
    {"withdraws": "paper"},
)


def shown(session: Connection) -> tuple[Any, ...]:
    """What the chronology and the conflicts tell of the meeting."""
    (row,) = chronology(session).rows
    _, pairs = ask(session, "SELECT about, says, other_says FROM timeline_conflicts ORDER BY 1")
    sides = [(one.about, [side.says for side in one.sides]) for one in conflicts(session).rows]
    return row.date, row.date_status, row.standing, row.origins, sides, pairs


@pytest.mark.parametrize("said", OTHERWISE)
@pytest.mark.parametrize(
    ("kind", "evidence"), [("notes", None), ("notes", "no"), ("article", "no")]
)
def test_what_is_no_evidence_moves_nothing(
    session: Connection, said: dict[str, Any], kind: str, evidence: r.Evidence | None
) -> None:
    put_in(session, *PAPER)
    before = shown(session)
    put_in(session, *told("mine", said, kind=kind, evidence=evidence))
    assert shown(session) == before
    check_derived(session)
    found = dossier(session, "meeting")
    assert found.standing_reason.code == "standing-beside-notes"
    assert {claim.source: claim.evidence for claim in found.claims} == {
        "paper": True,
        "mine": False,
    }


@pytest.mark.parametrize("said", OTHERWISE)
def test_a_person_may_say_that_it_is_evidence(session: Connection, said: dict[str, Any]) -> None:
    """By a command or in the file, before or after: then it is as any source."""
    put_in(session, *PAPER, *told("mine", said, kind="notes"))
    noted, before = shown(session), export_in(session)
    state(session, r.Source, "mine", {"evidence": "yes"}, by="Nina")
    stated = shown(session)
    assert stated != noted
    check_derived(session)
    undo(session)
    assert (shown(session), export_in(session)) == (noted, before)
    put_in(session, *told("mine", said, kind="notes", evidence="yes"))
    assert shown(session) == stated


def test_notes_alone_are_shown_for_what_they_are(session: Connection) -> None:
    two = ({"date": parse("2024-11-12")}, {"date": parse("2024-11-13")})
    put_in(session, *told("mine", *two, kind="notes"))
    assert shown(session)[1:4] == ("conflict", "asserted", 0)
    assert shown(session)[4] == [("date", ["2024-11-12", "2024-11-13"])]
    assert len(shown(session)[5]) == 1
    assert dossier(session, "meeting").standing_reason.code == "standing-by-notes"
    put_in(session, *PAPER)
    assert shown(session)[:4] == ("2024-11-11", "agreed", "asserted", 1)


def test_notes_do_not_uphold_what_a_paper_retracts(session: Connection) -> None:
    put_in(session, *PAPER, *told("mine", {"date": parse("2024-11-12")}, kind="notes"))
    put_in(session, *told("later", {"withdraws": "paper"}))
    assert shown(session)[:3] == ("2024-11-11", "agreed", "retracted")
    check_derived(session)
