"""Windows of time: what the walk finds is what `may_meet` and `must_meet` say of each event, and
nothing is lost.
"""

from __future__ import annotations

from contextlib import contextmanager
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from builders import located
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import edtf_texts, near_texts

from timeline import records as r
from timeline.dates import Date, iso_text, may_meet, must_meet, parse
from timeline.dates.windows import reach
from timeline.errors import UsageError
from timeline.load import load
from timeline.queries import Question, chronology, walk
from timeline.queries.chronology import unlisted
from timeline.queries.question import Window
from timeline.resolve import SPAN_CLASSES, reported

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

    from timeline.queries.rows import EventRow

law = settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

# Every width, and every way to have no end.
DATES = (
    None, "2024-11-11T10:00:00Z", "2024-11-11T10:00:01Z", "2024-11-11T10:00", "2024-11-11T10",
    "2024-11-11T23:30-05:00", "2024-11-11T00:30+05:00", "[2024-11-11T23:30-05:00,2024-11-13]",
    "2024-11-11T23:30-05:00/..", "1900/2024-11-11T00:30+05:00", "2024-11-11",
    "2024-11-12", "2024-11", "2024-12", "2024-23", "2024", "2023", "202X", "20XX", "2XXX",
    "Y-13800000000", "Y12024",
    "-0043-03-15", "2024-11~", "2024?", "[2024-11-04,2024-11-11,2024-11-18]",
    "{2024-11-04,2024-11-18}",
    "[..2024-11-11]", "[2024-11-11..]", "../2024-11-11", "2024-11-11/..", "/2024-11-11",
    "2024-11-11/", "../2030",
    "1000/..", "../..", "/..", "../1000", "3000/..", "1900/2100", "2024-11-10/2024-11-12",
    "2024-01-31/2025-02-01",
    "2020/2029", "2024-11-10T23:59:59Z/2024-11-11T00:00:00Z", "XXXX-11-11", "2024-XX-11",
    "by 2024-11-11", "by 2024-11", "by 2024", "by 202X", "by 19XX", "by -0043", "by 2024-11-12?",
    "by [2024-11-10T23:30:00Z,2024-11-11T23:30:00Z]", "by 2024/..", "by ../2024-11-11",
)  # fmt: skip
WINDOWS = (
    "2024-11-11T10:00:00Z", "2024-11-11T10:00", "2024-11-12T05:30+01:00",
    "2024-11-11", "2024-11-10", "2024-11-12", "2024",
    "2024-11-05/2024-11-10", "19XX", "1000",
    "-0043", "Y12024", "../2024-11-10", "2024-11-12/..", "../0999", "3001/..",
)  # fmt: skip


def reports() -> st.SearchStrategy[str]:
    """Draw claims without a date, by when their sources were published."""
    return near_texts().map("by {}".format)


@contextmanager
def loaded(session: Connection, *events: Sequence[str | None]) -> Iterator[None]:
    """Hold events, each with the dates that its claims give; every second one has the actor.

    A claim "by 2024" gives none, and its source was published then.
    """
    found: list[r.AnyRecord] = [
        r.Source(key="paper", collection="test"),
        r.Actor(key="somebody", name="Somebody", collection="test"),
        r.Actor(key="another", name="Another", collection="test"),
    ]
    for day in {date for dates in events for date in dates if is_reported(date)}:
        published = parse(str(day).removeprefix("by "))
        found.append(r.Source(key=str(day), published=published, collection="test"))
    for number, dates in enumerate(events):
        found.append(r.Event(key=f"e{number}", type="OTHER", collection="test"))
        role: r.Role = "speaker" if number % 3 else "agent"
        who = (r.Part(actor="another" if number % 2 else "somebody", role=role),)
        for n, date in enumerate(dates):
            by = is_reported(date)
            found.append(
                r.Claim(
                    event=f"e{number}",
                    source=str(date) if by else "paper",
                    date=parse(date) if date and not by else None,
                    who=who,
                    remark=str(n),
                    collection="test",
                )
            )
    with session.begin_nested() as point:
        load(session, located(found))
        yield
        point.rollback()


def is_reported(date: str | None) -> bool:
    return date is not None and date.startswith("by ")


def keys(session: Connection, **asked: Any) -> list[tuple[str, bool | None]]:
    """The keys of the events that a question finds, and whether each is certain: the same at once
    and page by page.
    """
    question = Question(**asked)
    found = [(row.key, row.certain) for row in chronology(session, question).rows]
    paged: list[tuple[str, bool | None]] = []
    after = None
    while True:
        page = chronology(session, question, limit=4, after=after)
        paged += [(row.key, row.certain) for row in page.rows]
        after = page.after
        if after is None:
            assert paged == found
            return found


def oracle(
    rows: Sequence[EventRow],
    events: Sequence[Sequence[str | None]],
    window: Window,
) -> list[tuple[str, bool | None]]:
    """Look at each event in turn: what a window finds, without any index."""
    found: list[tuple[str, bool | None]] = []
    for row in rows:
        if row.date is None:
            continue
        may, must = meets(row.date, window)
        if row.date_status == "conflict":
            hull = dated(events[int(row.key[1:])])
            may, must = hull_meets(hull, window), False
        if row.date_status == "by_report":
            day = row.date if window.open else reported(parse(row.date)).text
            may, must = meets(day, window)[0], False
        if must or (may and not window.certainly):
            found.append((row.key, must))
    return found


def dated(dates: Sequence[str | None]) -> list[Date]:
    """Give the dates that claims give."""
    return [parse(date) for date in dates if date and not is_reported(date)]


def meets(text: str, window: Window) -> tuple[bool, bool]:
    """Whether a date may and whether it must meet a window."""
    may, must = (
        meet(parse(text), window.start, window.end, zoned=window.zoned)
        for meet in (may_meet, must_meet)
    )
    return may, must


def hull_meets(dates: Sequence[Date], window: Window) -> bool:
    """Whether what lies between the first and the last moment of some dates meets a window."""
    zoned = any(date.has_offset for date in dates)
    start, end = reach(window.start, window.end, date_zoned=zoned, window_zoned=window.zoned)
    firsts, lasts = [date.earliest for date in dates], [date.latest for date in dates]
    begins = end is None or any(first is None or first < end for first in firsts)
    return begins and (start is None or any(last is None or last > start for last in lasts))


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take few for many, so that every way to walk is taken."""
    monkeypatch.setattr(walk, "FEW", 3)
    monkeypatch.setattr(walk, "LOOKS", (5, 9))


def test_every_width_in_every_window(session: Connection) -> None:
    events = [[date] for date in DATES]
    with loaded(session, *events):
        rows = chronology(session).rows
        for text, certainly in product(WINDOWS, (False, True)):
            on = parse(text)
            expected = oracle(
                rows, events, Window(on.earliest, on.latest, certainly, on.is_instant)
            )
            assert keys(session, on=on, certainly=certainly) == expected, text
            for mine, actor in enumerate(("somebody", "another")):
                his = [found for found in expected if int(found[0][1:]) % 2 == mine]
                assert keys(session, on=on, certainly=certainly, actors=actor) == his, (text, actor)
                agents = [found for found in his if int(found[0][1:]) % 3 == 0]
                assert (
                    keys(session, on=on, certainly=certainly, actors=actor, role="agent") == agents
                )
            late = oracle(
                rows, events, Window(on.earliest, on.latest, certainly, on.is_instant, open=True)
            )
            assert keys(session, on=on, certainly=certainly, open=True) == late, text
            left_out = 0 if certainly else len(late) - len(expected)
            assert unlisted(session, Question(on=on, certainly=certainly)).open == left_out


@pytest.mark.parametrize("width", sorted({each.width for each in SPAN_CLASSES if each.width}))
def test_what_is_just_as_wide_as_its_class(width: int, session: Connection) -> None:
    """A window that begins with the last second of a date still finds it; one that begins later
    does not.
    """
    begins = 1_000_000_000
    spans = [(begins, begins + width + more) for more in (-1, 0, 1)]
    texts = ["/".join(iso_text(edge)[:-1] for edge in (start, end - 1)) for start, end in spans]
    with loaded(session, *([text] for text in texts)):
        for (_, end), (number, text) in product(spans, enumerate(texts)):
            for moment in (end - 1, end, begins - 1, begins):
                on = parse(iso_text(moment)[:-1])
                found = [key for key, _ in keys(session, on=on)]
                assert (f"e{number}" in found) is may_meet(parse(text), moment, moment + 1)


@law
@given(
    events=st.lists(
        st.lists(
            st.one_of(st.none(), near_texts(), reports(), edtf_texts()), min_size=1, max_size=3
        )
    ),
    windows=st.lists(
        st.tuples(near_texts(), st.one_of(near_texts(), st.none()), st.booleans()),
        min_size=1,
        max_size=5,
    ),
)
def test_windows_lose_nothing(
    session: Connection, events: list[list[str | None]], windows: list[tuple[str, str | None, bool]]
) -> None:
    """Law: the same as looking at each event; of several claims, and where these contradict each
    other, too.
    """
    with loaded(session, *events):
        rows = chronology(session).rows
        for first, last, certainly in windows:
            start, end = parse(first), parse(last) if last else None
            bounds = start.earliest, end.latest if end else None
            if bounds[0] is not None and bounds[1] is not None and bounds[0] >= bounds[1]:
                with pytest.raises(UsageError, match="before it starts"):
                    chronology(session, Question(start=start, end=end))
                continue
            expected = oracle(rows, events, Window(*bounds, certainly))
            assert keys(session, start=start, end=end, certainly=certainly) == expected
            late = oracle(rows, events, Window(*bounds, certainly, open=True))
            assert keys(session, start=start, end=end, certainly=certainly, open=True) == late
            more = unlisted(session, Question(start=start, end=end, certainly=certainly))
            assert more.open == (0 if certainly else len(late) - len(expected))
            his = [found for found in expected if int(found[0][1:]) % 2 == 0]
            assert (
                keys(session, start=start, end=end, certainly=certainly, actors="somebody") == his
            )


@law
@given(
    st.lists(
        st.lists(
            st.one_of(st.none(), near_texts(), reports(), edtf_texts()), min_size=1, max_size=2
        )
    )
)
def test_order_of_time(session: Connection, events: list[list[str | None]]) -> None:
    """Law: every event once, by its first second; without one by its last; without either at the
    end.
    """
    with loaded(session, *events):
        rows = chronology(session).rows
        assert sorted(row.key for row in rows) == sorted(
            f"e{number}" for number in range(len(events))
        )
        places = [place(events[int(row.key[1:])], row.date, row.date_status) for row in rows]
        assert places == sorted(places)
        assert sum(row.date is None for row in rows) == sum(
            not dated(dates) and not any(map(has_bound, dates)) for dates in events
        )


def has_bound(date: str | None) -> bool:
    """Whether a claim gives at least the bound of its report."""
    return date is not None and is_reported(date) and parse(date[3:]).latest is not None


def place(dates: Sequence[str | None], shown: str | None, status: str) -> float:
    """Where an event stands."""
    known = dated(dates) if status == "conflict" else [parse(shown)] if shown else []
    if not known:
        return float("inf")
    firsts, lasts = [date.earliest for date in known], [date.latest for date in known]
    if None not in firsts:
        return min(first for first in firsts if first is not None)
    return float("inf") if None in lasts else max(last for last in lasts if last is not None) - 1


def test_a_window_needs_an_end_after_its_start(session: Connection) -> None:
    with pytest.raises(UsageError, match="both ends of the window"):
        chronology(session, Question(on=parse("2024"), start=parse("2023")))
    with pytest.raises(UsageError, match="can't be told without"):
        chronology(session, Question(certainly=True))
