"""What nobody dates was over by its first report; what machines alone say, unsure and undecided, is
hidden; and the filters of who made and who reviewed.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from builders import check_derived, put_in

from timeline import records as r
from timeline.dates import parse
from timeline.load import judge_claims
from timeline.queries import Question, chronology
from timeline.queries.actors import actors, profile
from timeline.queries.chronology import unlisted
from timeline.queries.dossier import dossier
from timeline.queries.rows import Unlisted
from timeline.queries.sources import sources
from timeline.resolve import DOUBTFUL

if TYPE_CHECKING:
    from sqlalchemy import Connection


def told(
    event: str = "talks",
    source: str = "paper",
    published: str | None = "2012-07-04",
    date: str | None = None,
    **claim: Any,
) -> list[r.AnyRecord]:
    """An event of which one source tells, in a collection of its own."""
    of: dict[str, Any] = {"collection": f"{event} {source}"}
    day = parse(published) if published else None
    who = (r.Part("ann", "agent"),)
    return [
        r.Source(key=source, published=day, **of),
        r.Actor(key="ann", name="Ann Lee", **of),
        r.Event(key=event, type="CONSULT", **of),
        r.Claim(
            event=event, source=source, date=parse(date) if date else None, who=who, **claim, **of
        ),
    ]


def shown(session: Connection, **asked: Any) -> list[str]:
    return [row.key for row in chronology(session, Question(**asked)).rows]


def date_of(session: Connection) -> tuple[str | None, str]:
    (row,) = chronology(session).rows
    return row.date, row.date_status


# The bound of the report --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("published", "claim", "expected"),
    [
        ("2012-07-04", {}, ("[..2012-07-04]", "by_report")),
        ("2012-07", {}, ("[..2012-07]", "by_report")),
        ("2012-07-04", {"modality": "reported"}, ("[..2012-07-04]", "by_report")),
        ("2012-07-04", {"modality": "possible"}, ("[..2012-07-04]", "by_report")),
        ("2012-07-04", {"modality": "planned"}, (None, "none")),
        ("2012-07-04", {"modality": "requested"}, (None, "none")),
        ("2012-07-04", {"modality": "hypothetical"}, (None, "none")),
        ("2012-07-04", {"polarity": "denies"}, (None, "none")),
        ("2012-07-04", {"polarity": "declines"}, (None, "none")),
        ("2012-07-04", {"date": "2012-06"}, ("2012-06", "agreed")),
        ("2012/..", {}, (None, "none")),
        (None, {}, (None, "none")),
    ],
)
def test_which_claim_has_the_bound_of_its_report(
    session: Connection,
    published: str | None,
    claim: dict[str, Any],
    expected: tuple[str | None, str],
) -> None:
    put_in(session, *told(published=published, **claim))
    assert date_of(session) == expected


def test_the_first_report_counts_until_somebody_dates_the_event(session: Connection) -> None:
    put_in(session, *told(), *told(source="other", published="2012-07-02"))
    assert date_of(session) == ("[..2012-07-02]", "by_report")
    put_in(session, *told(source="third", published="2012-07-09", date="2012-08"))
    assert date_of(session) == ("2012-08", "agreed"), "no conflict with what a report bounds"
    check_derived(session)


def test_a_better_publication_date_moves_it(session: Connection) -> None:
    for published, expected in (
        ("2012", ("[..2012]", "by_report")),
        ("2012-07-04", ("[..2012-07-04]", "by_report")),
        (None, (None, "none")),
    ):
        put_in(session, *told(published=published))
        assert date_of(session) == expected
        check_derived(session)


def test_a_person_who_read_it_goes_before_a_machine(session: Connection) -> None:
    put_in(session, *told(published="2012-07-02", extractor="reader 1"), *told(source="other"))
    assert date_of(session) == ("[..2012-07-04]", "by_report")


def test_why_it_is_dated_so(session: Connection) -> None:
    put_in(session, *told())
    found = dossier(session, "talks")
    assert str(found.date_reason) == (
        "no live claim gives a date; paper, which tells of it, is of 2012-07-04"
    )
    (claim,) = found.claims
    assert (claim.date, claim.rule, claim.bound) == (None, None, "[..2012-07-04]")


def test_a_window_has_it_where_the_report_may_lie(session: Connection) -> None:
    put_in(session, *told(), *told("sale", date="2012-07-03"))
    both = ["sale", "talks"]
    assert shown(session) == both
    assert shown(session, on="2012-07") == both
    assert shown(session, on="2012-07", certainly=True) == ["sale"]
    assert shown(session, on="2012-07-03") == ["sale"]
    assert shown(session, on="2012-07-03", open=True) == both
    assert shown(session, start="2012-07-05") == []
    for window, count in (("2012-07-03", 1), ("2012-07-04", 0), ("2012-07-05", 0)):
        assert unlisted(session, Question(on=window)) == Unlisted(open=count)
    assert unlisted(session, Question(on="2012-07-03", types="VISIT")) == Unlisted()
    assert unlisted(session, Question(on="2012-07-03", known_by="2012-07-04")) == Unlisted(open=1)
    assert unlisted(session, Question(on="2012-07-03", known_by="2012-07-03")) == Unlisted()


def test_an_actor_has_no_date_from_a_report(session: Connection) -> None:
    office = r.Position(actor="ann", title="mayor", held=parse("1999/2001"), collection="office")
    put_in(session, *told(), *told("sale", date="2000"), office)
    found = profile(session, "ann")
    assert (found.actor.first, found.actor.last, found.actor.events) == ("2000", "2000", 2)
    assert [(row.event, row.positions) for row in found.appearances] == [
        ("sale", ("mayor",)),
        ("talks", ()),
    ]


# What is hidden -----------------------------------------------------------------------------------


READ: dict[str, Any] = {"extractor": "reader 1"}
UNSURE: dict[str, Any] = READ | {"confidence": DOUBTFUL - 0.1}
SURE: dict[str, Any] = READ | {"confidence": DOUBTFUL}


def test_only_what_machines_alone_say_unsure_is_hidden(session: Connection) -> None:
    put_in(session, *told("by-hand"), *told("sure", **SURE), *told("unsure", **UNSURE))
    put_in(session, *told("both", **UNSURE), *told("both", "other", **SURE))
    put_in(session, *told("mixed", **UNSURE), *told("mixed", "third"))
    put_in(session, *told("silent", **READ))
    assert "unsure" not in shown(session)
    assert set(shown(session, hidden=True)) == {*shown(session), "unsure"}
    assert unlisted(session, Question()) == Unlisted(hidden=1)
    assert unlisted(session, Question(hidden=True)) == Unlisted()
    assert unlisted(session, Question(on="2012-07")) == Unlisted(hidden=1)
    assert unlisted(session, Question(on="2013")) == Unlisted()
    assert unlisted(session, Question(known_by="2012-07-04")) == Unlisted(hidden=1)
    assert dossier(session, "unsure").event.hidden


def test_what_a_person_decides_hides_or_shows_it(session: Connection) -> None:
    put_in(session, *told(**UNSURE))
    (claim,) = dossier(session, "talks").claims
    assert shown(session) == []
    judge_claims(session, "accepted", [claim.key], by="Nina")
    (row,) = chronology(session).rows
    assert (row.machine, row.reviewed, row.hidden) == (True, True, False)
    judge_claims(session, "rejected", [claim.key], by="Nina")
    assert shown(session, hidden=True) == []
    assert unlisted(session, Question()) == Unlisted()


def test_it_was_hidden_before_the_better_source_came(session: Connection) -> None:
    put_in(session, *told(**UNSURE), *told(source="other", published="2013", **SURE))
    assert shown(session) == ["talks"]
    assert shown(session, known_by="2012-07-04") == []
    assert shown(session, known_by="2012-07-04", hidden=True) == ["talks"]


def test_an_actors_page_hides_it(session: Connection) -> None:
    put_in(session, *told("sale", date="2000"), *told("unsure", date="1999", **UNSURE))
    for hidden, events, first in ((False, 1, "2000"), (True, 2, "1999")):
        found = profile(session, "ann", hidden=hidden)
        (row,) = actors(session, question=Question(hidden=hidden)).rows
        assert (found.actor.events, found.actor.first, row) == (events, first, found.actor)
        assert (len(found.appearances), dict(found.roles)) == (events, {"agent": events})
        assert found.hidden == 2 - events


def test_no_more_are_counted_than_are_told(
    session: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_module("timeline.queries.chronology"), "MOST_COUNTED", 2)
    for number in range(4):
        put_in(session, *told(f"e{number}", **UNSURE), *told(f"r{number}"))
    assert unlisted(session, Question(on="2012-01")) == Unlisted(open=2)
    assert unlisted(session, Question()) == Unlisted(hidden=2)


# Who made and who reviewed it ---------------------------------------------------------------------


@pytest.fixture
def reviewed(session: Connection) -> Connection:
    """Events of a person, of machines, and of a machine whose claim a person accepted."""
    put_in(session, *told("by-hand", "notes"))
    for name, sure in (("low", 0.68), ("high", 0.95), ("accepted", 0.7)):
        more = READ | {"confidence": sure, "date": "2012-07-01"}
        put_in(session, *told(name, f"of-{name}", **more))
    (claim,) = dossier(session, "accepted").claims
    judge_claims(session, "accepted", [claim.key], by="Nina")
    return session


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"reviewed": True}, {"by-hand", "accepted"}),
        ({"reviewed": False}, {"low", "high"}),
        ({"machine": True}, {"low", "high", "accepted"}),
        ({"machine": True, "reviewed": True}, {"accepted"}),
        ({"confidence": (0.9, None)}, {"high"}),
        ({"confidence": (None, 0.68)}, {"low"}),
        ({"confidence": (0.7, 0.95)}, {"high", "accepted"}),
        ({"confidence": (None, None)}, {"low", "high", "accepted"}),
        ({"decided_by": "Nina"}, {"accepted"}),
        ({"decided_by": ("Zoe", "Nina")}, {"accepted"}),
        ({"decided_by": "Zoe"}, set()),
    ],
)
def test_who_made_and_who_reviewed(
    reviewed: Connection, asked: dict[str, Any], expected: set[str]
) -> None:
    """Of events, of events as they were known, and of the sources and actors that have such."""
    assert set(shown(reviewed, **asked)) == expected
    assert set(shown(reviewed, known_by="2013", **asked)) == expected
    assert set(shown(reviewed, on="2012-07", **asked)) == expected
    spoken = {row.key for row in sources(reviewed, question=Question(**asked)).rows}
    assert {key.removeprefix("of-").replace("notes", "by-hand") for key in spoken} == expected
    assert len(actors(reviewed, question=Question(**asked)).rows) == bool(expected)
