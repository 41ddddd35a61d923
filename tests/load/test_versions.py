"""Versions of one document: from the day a version is published the one it replaces counts no
more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from builders import check_derived, export_in, index_of, put_in
from sqlalchemy import select, text

from timeline import records as r
from timeline.dates import parse
from timeline.errors import UsageError
from timeline.load import merge, undo, unmerge
from timeline.queries.chronology import chronology
from timeline.queries.question import Question
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from sqlalchemy import Connection

Version = Literal["update", "correction", "retraction"]


def page(
    key: str,
    published: str | None,
    date: str | None,
    *,
    replaces: str | None = None,
    version: Version | None = None,
) -> list[r.AnyRecord]:
    """A version of a page, and what it says: when the arrest was."""
    return [
        r.Source(
            key=key,
            published=parse(published) if published else None,
            replaces=replaces,
            version=version,
            collection=key,
        ),
        r.Event(key="arrest", type="COERCE", collection=key),
        *(
            [r.Claim(event="arrest", source=key, date=parse(date), quote=key, collection=key)]
            if date
            else []
        ),
    ]


FIRST = page("daily-1", "2024-11-12", "2024-11-11")
SECOND = page("daily-2", "2024-11-13", "2024-11-12", replaces="daily-1", version="correction")
GONE = page("daily-2", "2024-11-13", None, replaces="daily-1", version="retraction")


def shown(session: Connection, day: str | None = None) -> list[tuple[str | None, ...]]:
    """Date, standing and sources of the events that are listed, perhaps as known on a day."""
    question = Question(known_by=parse(day)) if day else Question()
    return [(row.date, row.standing, *row.sources) for row in chronology(session, question).rows]


@pytest.mark.parametrize("order", [(FIRST, SECOND), (SECOND, FIRST), ([*FIRST, *SECOND],)])
def test_the_newest_version_alone_counts(
    session: Connection, order: tuple[list[r.AnyRecord], ...]
) -> None:
    """Whichever is loaded first; a version may come before the one that it replaces."""
    if order[0] is SECOND:
        put_in(session, r.Source(key="daily-1", collection="daily-1"))
    for records in order:
        put_in(session, *records)
    assert shown(session) == [("2024-11-12", "asserted", "daily-2")]
    assert shown(session, "2024-11-12") == [("2024-11-11", "asserted", "daily-1")]
    assert shown(session, "2024-11-13") == [("2024-11-12", "asserted", "daily-2")]
    assert shown(session, "2024-11-11") == []
    event = session.execute(select(t.event)).one()
    assert (event.claims, event.sources, event.origins, event.date_status) == (1, 1, 1, "agreed")
    assert {"daily", "2"} <= index_of(session)[event.id]
    assert "1" not in index_of(session)[event.id]
    check_derived(session)


def test_a_retraction_brings_nothing(session: Connection) -> None:
    put_in(session, *FIRST)
    put_in(session, *GONE)
    assert shown(session) == []
    assert shown(session, "2024-11-12") == [("2024-11-11", "asserted", "daily-1")]
    assert shown(session, "2024-11-13") == []
    assert "daily-1" in export_in(session)
    check_derived(session)


def test_versions_of_versions(session: Connection) -> None:
    third = page("daily-3", "2024-11-15", "2024-11-10", replaces="daily-2")
    put_in(session, *FIRST, *SECOND, *third)
    dates = [shown(session, f"2024-11-{day}")[0][0] for day in (12, 13, 14, 15)]
    assert dates == ["2024-11-11", "2024-11-12", "2024-11-12", "2024-11-10"]
    check_derived(session)


def test_versions_are_one_origin(session: Connection) -> None:
    """Two papers that each rest on another version of one page heard it from one."""
    put_in(session, *FIRST, *GONE)
    hops = [r.Hop(source="daily-1"), r.Hop(source="daily-2"), r.Hop(words="somebody there")]
    for n, hop in enumerate(hops):
        put_in(
            session,
            r.Source(key=f"p{n}", collection="p"),
            r.Claim(event="arrest", source=f"p{n}", via=(hop,), collection="p"),
        )
    assert session.scalar(select(t.event.c.origins)) == 2
    check_derived(session)


@pytest.mark.parametrize("later", [SECOND, GONE])
def test_undo_lets_the_replaced_version_count_again(
    session: Connection, later: list[r.AnyRecord]
) -> None:
    put_in(session, *FIRST)
    before, exported = shown(session), export_in(session)
    put_in(session, *later)
    assert shown(session) != before
    with pytest.raises(UsageError, match="undo first: 2"):
        undo(session, 1)
    undo(session)
    assert shown(session) == before
    assert export_in(session) == exported
    check_derived(session)


def test_a_version_whose_publication_moves(session: Connection) -> None:
    """The event is what it was; when it was known is not."""
    put_in(session, *FIRST, *GONE)
    late = r.Source(
        key="daily-2",
        published=parse("2024-12-01"),
        replaces="daily-1",
        version="retraction",
        collection="daily-2",
    )
    put_in(session, late)
    assert shown(session, "2024-11-30") == [("2024-11-11", "asserted", "daily-1")]
    assert shown(session, "2024-12-01") == []
    check_derived(session)


def test_a_version_of_which_nobody_knows_when_it_was_published(session: Connection) -> None:
    """It counts now; on no day is it certain that it did."""
    undated = page("daily-2", None, "2024-11-12", replaces="daily-1")
    put_in(session, *FIRST, *undated)
    assert shown(session) == [("2024-11-12", "asserted", "daily-2")]
    assert shown(session, "2030") == [("2024-11-11", "asserted", "daily-1")]


def test_versions_of_what_merged_events_say(session: Connection) -> None:
    other: list[r.AnyRecord] = [
        r.Event(key="capture", type="COERCE", collection="other"),
        r.Claim(event="capture", source="daily-1", quote="also", collection="other"),
    ]
    put_in(session, *FIRST, *other)
    merge(session, "event", "capture", "arrest")
    put_in(session, *GONE)
    assert shown(session) == []
    unmerge(session, "event", "capture", "arrest")
    check_derived(session)


def test_the_views_show_what_counts(session: Connection) -> None:
    put_in(session, *FIRST, *SECOND)
    for view in ("timeline_claims", "timeline_events"):
        column = "source" if view == "timeline_claims" else "sources"
        found = session.scalars(text(f"SELECT {column} FROM {view}")).all()
        assert found == ["daily-2"], view
