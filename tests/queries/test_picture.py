"""What a picture asks: where events are on the axis, in which lanes, and how many there are."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, get_args

import msgspec
import pytest
from builders import located, whole
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from load.drawing import PUBLISHED, collections

from timeline import records as r
from timeline.dates import parse
from timeline.load import judge_claims, load
from timeline.queries import Question, chronology
from timeline.queries.density import Buckets, density
from timeline.queries.dossier import dossier
from timeline.queries.lanes import TOLD_BY_CLAIMS, Lane
from timeline.queries.picture import MOST_SEGMENTS, linked, picture, published

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from timeline.queries.picture import MarkRow

law = settings(
    max_examples=10,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
DAY = 86_400
QUESTIONS = (Question(), Question(known_by="2024"), Question(standings="reported"))


def put(session: Connection, records: Sequence[r.AnyRecord]) -> None:
    load(session, located(records), given="test", match=False)


@contextmanager
def holding(session: Connection, records: Sequence[r.AnyRecord]) -> Iterator[None]:
    """Hold some records, and nothing of them afterwards."""
    point = session.begin_nested()
    try:
        put(session, records)
        yield
    finally:
        point.rollback()


# Laws ---------------------------------------------------------------------------------------------


@law
@given(collections(), st.sampled_from((None, *PUBLISHED)))
def test_it_has_the_events_of_the_chronology(
    session: Connection, records: list[r.AnyRecord], day: str | None
) -> None:
    with holding(session, records):
        question = Question(known_by=day)
        rows = chronology(session, question).rows
        dated = [row.key for row in rows if row.date is not None]
        assert [mark.key for mark in picture(session, question).rows] == dated
        undated = [row.key for row in rows if row.date is None]
        assert [mark.key for mark in picture(session, question, undated=True).rows] == undated


@law
@given(collections(), st.sampled_from(get_args(Lane)), st.sampled_from(QUESTIONS))
def test_the_lanes_of_its_events_have_as_many_as_are_counted(
    session: Connection, records: list[r.AnyRecord], lane: Lane, question: Question
) -> None:
    with holding(session, records):
        marks = picture(session, question, lane=lane).rows
        counted = density(session, question, lane=lane, lanes=200)
        assert counted.events == len(marks)
        shown = Counter(key for mark in marks for key in mark.lanes)
        assert shown == {row.key: row.total for row in counted.lanes}


@pytest.mark.parametrize("lane", TOLD_BY_CLAIMS)
def test_what_does_not_count_is_in_no_lane(session: Connection, lane: Lane) -> None:
    """Of four events a claim is rejected, revoked, of a retracted source, or passed on from it."""
    mine: dict[str, Any] = {"collection": "c"}
    sources = [r.Source(key=key, **mine) for key in "ab"]
    later = r.Source(key="a2", replaces="a", version="retraction", collection="d")
    actors = [r.Actor(key=key, name=key, kind="person", **mine) for key in "xyz"]
    events = [
        r.Event(key=key, type="CONSULT", **mine)
        for key in ("rejected", "revoked", "said", "passed")
    ]
    claims = [
        r.Claim(
            event=event.key, source=source, date=parse("2024"), who=(r.Part(who, "agent"),), **mine
        )
        for event in events
        for source, who in (("a", "x"), ("b", "y"))
    ]
    claims[-2:] = [msgspec.structs.replace(claims[-1], via=(r.Hop(source="a"),))]
    put(session, [*sources, *actors, *events, *claims])
    read = dossier(session, "rejected").claims[0].key
    judge_claims(session, "rejected", [read], by="Anna")
    put(session, whole([*sources, *actors, *events, *claims[:2], *claims[3:]]))
    for _ in range(2):
        shown = Counter(key for mark in picture(session, lane=lane).rows for key in mark.lanes)
        counted = density(session, lane=lane)
        assert shown == {row.key: row.total for row in counted.lanes}
        assert counted.events == len(events)
        put(session, [later])


@law
@given(collections(), st.integers(1, 400 * DAY), st.integers(2, 50))
def test_pieces_of_a_grid_have_as_many_as_the_whole(
    session: Connection, records: list[r.AnyRecord], width: int, number: int
) -> None:
    with holding(session, records):
        start = parse("2023").earliest
        assert start is not None
        counts = [
            density(session, grid=Buckets(start + at * width * number, width, number)).lanes
            for at in range(3)
        ]
        whole = density(session, grid=Buckets(start, width, 3 * number)).lanes
        found = [
            row.counts if row else (0,) * number for row in (next(iter(c), None) for c in counts)
        ]
        joined = tuple(count for each in found for count in each)
        assert joined == (whole[0].counts if whole else (0,) * 3 * number)


# Dates as they are drawn --------------------------------------------------------------------------


def mark_of(session: Connection, date: str | None, **claim: Any) -> MarkRow:
    """The mark of an event that one source dates."""
    put(
        session,
        [
            r.Source(key="s", published=parse("2024-12-31"), collection="c"),
            r.Event(key="e", type="CONSULT", collection="c"),
            r.Claim(
                event="e",
                source="s",
                date=None if date is None else parse(date),
                collection="c",
                **claim,
            ),
        ],
    )
    (found,) = picture(session).rows
    return found


@pytest.mark.parametrize(
    ("date", "kind", "open_", "vague"),
    [
        ("2024-11-11", "point", "neither", False),
        ("2024-11~", "point", "neither", True),
        ("2024-11/2025-01", "interval", "neither", False),
        ("2024-11/..", "interval", "end", False),
        ("../2024-11", "interval", "start", False),
        ("2024-11/", "interval", "neither", False),
        ("[2024-11-04,2024-11-11]", "one_of", "neither", False),
        ("{2024-11-04,2024-11-11}", "all_of", "neither", False),
        ("[..2024-11-04]", "one_of", "start", False),
        ("Y-13800000000", "point", "neither", False),
        ("20XX-12-25", "point", "neither", False),
    ],
)
def test_segments_fill_the_bounds_and_no_more(
    session: Connection, date: str, kind: str, open_: str, *, vague: bool
) -> None:
    mark, read = mark_of(session, date), parse(date)
    assert (mark.kind, mark.open, mark.vague) == (kind, open_, vague)
    assert (mark.segments[0].earliest, mark.segments[-1].latest) == (read.earliest, read.latest)
    spans = [*read.spans()]
    assert len(mark.segments) == (len(spans) if len(spans) <= MOST_SEGMENTS else 1)


def test_an_interval_surely_lasts_between_its_ends(session: Connection) -> None:
    (segment,) = mark_of(session, "2024-11/2025-01").segments
    november, january = parse("2024-11"), parse("2025-01")
    assert (segment.begun, segment.ended) == (november.latest, january.earliest)


def test_a_point_is_sure_nowhere(session: Connection) -> None:
    (segment,) = mark_of(session, "2024-11").segments
    assert (segment.begun, segment.ended) == (segment.latest, segment.earliest)


def test_what_is_known_by_a_report_stands_at_the_report(session: Connection) -> None:
    mark = mark_of(session, None, modality="reported")
    (segment,) = mark.segments
    assert mark.date_status == "by_report"
    assert (segment.earliest, segment.latest) == (
        parse("2024-12-31").earliest,
        parse("2024-12-31").latest,
    )


# Windows, pages, links ----------------------------------------------------------------------------


def test_a_window_holds_what_meets_it(world: Connection) -> None:
    every = picture(world).rows
    for one in every:
        start = one.earliest if one.earliest is not None else one.latest
        assert start is not None
        keys = {mark.key for mark in picture(world, start=start - 1, end=start + 1).rows}
        assert one.key in keys or one.latest == start
    assert picture(world, start=-(10**17), end=-(10**16)).rows == ()


def test_its_pages_are_the_whole_in_pieces(world: Connection) -> None:
    whole = picture(world, lane="actor").rows
    found: list[MarkRow] = []
    after = None
    while True:
        page = picture(world, lane="actor", limit=2, after=after)
        found += page.rows
        after = page.after
        if after is None:
            break
    assert tuple(found) == whole


def test_links_lead_both_ways(session: Connection) -> None:
    events = [r.Event(key=key, type="CONSULT", collection="c") for key in "ab"]
    claims = [r.Claim(event=key, source="s", date=parse("2024"), collection="c") for key in "ab"]
    link = r.Link(event="a", other="b", kind="causes", collection="c")
    put(session, [r.Source(key="s", collection="c"), *events, *claims, link])
    (there,), (back,) = linked(session, "a"), linked(session, "b")
    assert (there.kind, there.from_here, there.mark.key) == ("causes", True, "b")
    assert (back.kind, back.from_here, back.mark.key) == ("causes", False, "a")


def test_the_days_of_publication_are_thinned_and_keep_the_last(session: Connection) -> None:
    days = [f"2024-01-{day:02d}" for day in range(1, 21)]
    put(session, [r.Source(key=day, published=parse(day), collection="c") for day in days])
    assert [row.day for row in published(session)] == days
    few = published(session, limit=3)
    assert len(few) <= 3
    assert (few[-1].day, few[-1].sources) == (days[-1], len(days))
