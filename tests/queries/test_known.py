"""As it was known: a question about the past answers as if the later claims had never been
loaded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from builders import located
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from load.drawing import PUBLISHED, collections
from msgspec.structs import replace

from timeline import records as r
from timeline.dates import parse
from timeline.load import load
from timeline.queries import Question, chronology

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from timeline.dates import Date

law = settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def known(records: list[r.AnyRecord], day: Date) -> list[r.AnyRecord]:
    """Leave out the claims whose source was perhaps published later; and such a source replaces no
    other yet.
    """
    assert day.latest is not None
    early = {
        record.key
        for record in records
        if isinstance(record, r.Source)
        and record.published
        and (record.published.latest or 2**62) <= day.latest
    }
    then = [
        replace(record, replaces=None)
        if isinstance(record, r.Source) and record.key not in early
        else record
        for record in records
    ]
    return [record for record in then if not isinstance(record, r.Claim) or record.source in early]


@law
@given(collections(), st.sampled_from((*PUBLISHED, "2025")))
def test_the_past_is_what_was_published(
    session: Connection, records: list[r.AnyRecord], day: str
) -> None:
    """Law: dates, places, standings, order, participants and counts, with and without filters, also
    after merges.
    """
    there = {record.key for record in records if isinstance(record, r.Source | r.Actor | r.Place)}
    questions: list[dict[str, Any]] = [{}, {"on": parse("2024-11")}, {"standings": "reported"}]
    questions += [{"actors": key} for key in ("a1", "a2") if key in there]
    questions += [{"sources": key} for key in ("s1", "s2") if key in there]
    questions += [{"places": key} for key in ("p1", "p2") if key in there]
    with session.begin_nested() as point:
        load(session, located(known(records, parse(day))))
        expected = [chronology(session, Question(**question)).rows for question in questions]
        point.rollback()
    with session.begin_nested() as point:
        load(session, located(records))
        assert [
            chronology(session, Question(known_by=parse(day), **question)).rows
            for question in questions
        ] == expected
        point.rollback()


def test_the_denial_is_not_known_yet(world: Connection) -> None:
    def talks(day: str) -> tuple[str | None, tuple[str, ...]]:
        (row,) = chronology(world, Question(known_by=parse(day), types="CONSULT")).rows
        return row.standing, row.sources

    assert talks("2020-05-01") == ("reported", ("gazette",))
    assert talks("2021-03-30") == ("reported", ("gazette",)), "March may not be over"
    assert talks("2021-03-31") == ("reported", ("gazette", "herald"))
    assert talks("2022-06-15") == ("disputed", ("gazette", "herald", "wire"))
    assert chronology(world, Question(known_by=parse("2020-04-30"))).rows == ()
    assert "hearsay" not in {
        row.key for row in chronology(world, Question(known_by=parse("2999"))).rows
    }, "nobody knows since when"


def test_the_date_is_what_it_was_thought_to_be(world: Connection) -> None:
    def raid(day: str) -> tuple[str | None, str, bool | None]:
        (row,) = chronology(
            world,
            Question(
                known_by=parse(day), sources="gazette", types="ASSAULT", on=parse("2020-04-29")
            ),
        ).rows
        return row.date, row.date_status, row.certain

    assert raid("2020-12-31") == ("2020-04-29", "agreed", True)
    assert raid("2022") == ("2021-01-02", "conflict", False)


def test_who_took_part_is_what_was_said_by_then(world: Connection) -> None:
    def found(**asked: Any) -> list[str]:
        return [
            row.key
            for row in chronology(world, Question(known_by=parse("2020-05-01"), **asked)).rows
        ]

    assert found(actors="anna") == ["talks", "oath"]
    assert found(actors="bert") == ["oath"]
    assert found(actors="anna", role="victim") == []
    assert found(sources="herald") == []
    assert found(sources="gazette") == ["talks", "raid", "oath"]
