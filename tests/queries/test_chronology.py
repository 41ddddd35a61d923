"""The chronology's filters, alone and together, and its pages."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

from timeline.dates import parse
from timeline.errors import AmbiguousError, NotFoundError, UsageError
from timeline.load import merge, unmerge
from timeline.queries import Question, chronology

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from timeline.queries.rows import EventRow

ORDER = ["era", "denial", "talks", "raid", "raid-again", "oath", "vote", "hearsay"]


def keys(session: Connection, **asked: Any) -> list[str]:
    """The keys of what a question finds."""
    return [row.key for row in chronology(session, Question(**asked)).rows]


def takes_part(row: EventRow, actor: str, role: str | None = None) -> bool:
    """Whether an actor stands in a row."""
    return any(party.key == actor and role in (None, party.role) for party in row.actors)


# What is asked -> which rows of the whole chronology it finds.
FILTERS: dict[str, tuple[dict[str, Any], Callable[[EventRow], bool]]] = {
    "type": ({"types": "assault"}, lambda row: row.type == "ASSAULT"),
    "standing": ({"standings": "reported"}, lambda row: row.standing == "reported"),
    "actor": ({"actors": "Anna Berg"}, lambda row: takes_part(row, "anna")),
    "actor in Persian": ({"actors": "آنا برگ"}, lambda row: takes_part(row, "anna")),
    "role": ({"actors": "anna", "role": "agent"}, lambda row: takes_part(row, "anna", "agent")),
    "source": ({"sources": "wire"}, lambda row: "wire" in row.sources),
    "place": ({"places": "port"}, lambda row: row.place == "Port"),
    "place around": (
        {"places": "far land"},
        lambda row: row.place in ("Région du Nord", "Öster Town"),
    ),
    "tag": ({"tags": "secret"}, lambda row: row.key in ("talks", "hearsay")),
    "text": ({"text": "raid"}, lambda row: row.key in ("raid", "raid-again")),
    "from": (
        {"start": parse("2020-04-28")},
        lambda row: row.key not in ("denial", "talks", "hearsay"),
    ),
    "to": ({"end": parse("2020-04-29")}, lambda row: row.key not in ("oath", "vote", "hearsay")),
    "on": (
        {"on": parse("2020-04")},
        lambda row: row.key in ("era", "talks", "raid", "raid-again", "oath"),
    ),
    "certainly": (
        {"on": parse("2020-04"), "certainly": True},
        lambda row: row.key in ("era", "talks", "raid-again", "oath"),
    ),
}


def test_in_order_of_time(world: Connection) -> None:
    """A conflict stands where the first of its dates does; whatever has the same first second as it
    was loaded.
    """
    rows = chronology(world).rows
    assert [row.key for row in rows] == ORDER
    assert [
        (row.key, row.date, row.standing)
        for row in rows
        if row.key in ("raid", "denial", "talks", "hearsay")
    ] == [
        ("denial", "2019", "denied"),
        ("talks", "[2020-04-20,2020-04-27]", "disputed"),
        ("raid", "2021-01-02", "asserted"),
        ("hearsay", None, "reported"),
    ]


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_alone(name: str, world: Connection) -> None:
    asked, holds = FILTERS[name]
    expected = [row.key for row in chronology(world).rows if holds(row)]
    assert 0 < len(expected) < len(ORDER)
    assert keys(world, **asked) == expected


def test_filters_together(world: Connection) -> None:
    """Two filters find what both find."""
    everything = chronology(world).rows
    alone = {name: set(keys(world, **asked)) for name, (asked, _) in FILTERS.items()}
    tried = 0
    for one, other in combinations(FILTERS, 2):
        left, right = FILTERS[one][0], FILTERS[other][0]
        both = left | right
        if len(both) == len(left) + len(right) and not (
            "on" in both and both.keys() & {"start", "end"}
        ):
            found = alone[one] & alone[other]
            assert keys(world, **both) == [row.key for row in everything if row.key in found], (
                one,
                other,
            )
            tried += 1
    assert tried > 70


def test_certainty_is_said_in_a_window_only(world: Connection) -> None:
    assert {row.certain for row in chronology(world).rows} == {None}
    found = {
        row.key: row.certain for row in chronology(world, Question(on=parse("2020-04-29"))).rows
    }
    assert found == {"era": True, "raid": False, "raid-again": True}
    assert keys(world, on=parse("2020-04-25")) == ["era"], (
        "between the two days of a set, and before the conflict"
    )
    assert keys(world, on=parse("2020-08")) == ["era", "raid"], (
        "a conflict is searched by the hull of its dates"
    )


def test_titles_in_a_language(world: Connection) -> None:
    titles = {row.key: row.title for row in chronology(world, language="fr").rows}
    assert titles["talks"] == "Réunion à l’Élysée"
    assert titles["raid"] == "Raid on the port"
    assert {row.key: row.title for row in chronology(world, language="de").rows}[
        "talks"
    ] == "Talks at the palace"


# Pages --------------------------------------------------------------------------------------------


def pages(session: Connection, limit: int, **asked: Any) -> list[EventRow]:
    """All pages of an answer, one after the other."""
    found: list[EventRow] = []
    after = None
    while True:
        page = chronology(session, Question(**asked), limit=limit, after=after)
        assert len(page.rows) == limit or page.after is None
        found += page.rows
        after = page.after
        if after is None:
            return found
        assert page.rows


@pytest.mark.parametrize("merged", [False, True])
def test_all_pages_are_everything(merged: bool, world: Connection) -> None:
    """Law: whatever is asked, and whoever was merged, pages of any size hold each row of the answer
    once, in order.
    """
    if merged:
        merge(world, "event", "raid-again", "raid")
        merge(world, "actor", "bert", "anna")
    for asked, _ in (*FILTERS.values(), ({}, None), ({"known_by": parse("2021")}, None)):
        everything = list(chronology(world, Question(**asked)).rows)
        for limit in (1, 2, 3, len(everything), 1000):
            if limit:
                assert pages(world, limit, **asked) == everything, asked


def test_a_page_goes_on_where_the_one_before_ended_though_events_came_between(
    world: Connection,
) -> None:
    first = chronology(world, limit=3)
    merge(world, "event", "talks", "denial")
    rest = chronology(world, after=first.after).rows
    assert [row.key for row in rest] == ["raid", "raid-again", "oath", "vote", "hearsay"]


@pytest.mark.parametrize(
    "cursor", ["", "1", "x.1", "1.x", "1.5.2", "9223372036854775808.1", "1.9999999999999999999"]
)
def test_what_is_no_cursor(cursor: str, world: Connection) -> None:
    with pytest.raises(UsageError, match="is no cursor"):
        chronology(world, after=cursor)


# What can't be asked ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "error", "words"),
    [
        ({"types": "CONSULTATION"}, UsageError, "did you mean CONSULT"),
        ({"standings": "Disputed"}, UsageError, "did you mean disputed"),
        ({"role": "speaker"}, UsageError, "needs an actor"),
        ({"role": "Speaker", "actors": "anna"}, UsageError, "did you mean speaker"),
        ({"actors": "Jane Smith"}, AmbiguousError, "one of these keys"),
        ({"actors": "Ana Berg"}, NotFoundError, "did you mean Anna Berg"),
        ({"sources": "herold"}, NotFoundError, "did you mean herald"),
        ({"places": "prt"}, NotFoundError, "did you mean port"),
        ({"text": "’–"}, UsageError, "no word to look for"),
        ({"known_by": parse("2020/..")}, UsageError, "has no end"),
        ({"certainly": True}, UsageError, "can't be told without"),
        ({"start": parse("2021"), "end": parse("2020")}, UsageError, "ends .* before it starts"),
        ({"on": parse("2020"), "end": parse("2020")}, UsageError, "both ends of the window"),
    ],
)
def test_what_cant_be_asked(
    asked: dict[str, Any], error: type[Exception], words: str, world: Connection
) -> None:
    with pytest.raises(error, match=words):
        chronology(world, Question(**asked))


# Merges -------------------------------------------------------------------------------------------


def test_merged_events_are_one(world: Connection) -> None:
    """Its claims speak together: of date, standing and who took part; every filter finds it by
    either's part.
    """
    before = chronology(world).rows
    merge(world, "event", "raid-again", "raid")
    (row,) = chronology(world, Question(types="ASSAULT")).rows
    assert row.key == "raid-again"
    assert (row.date, row.date_status, row.standing) == ("2020-04-29", "conflict", "asserted")
    assert set(row.sources) == {"gazette", "herald", "wire"}
    assert {party.key for party in row.actors} == {"hussein", "cleo", "anna", "jane-1"}
    assert (row.claims, row.origins) == (3, 3)
    for asked in (
        {"actors": "cleo"},
        {"actors": "jane-1"},
        {"sources": "gazette"},
        {"sources": "wire"},
        {"tags": "sea"},
        {"text": "raid port"},
        {"text": "harbour"},
        {"on": parse("2021-01-02")},
    ):
        assert "raid-again" in keys(world, **asked), asked
        assert "raid" not in keys(world, **asked), asked
    unmerge(world, "event", "raid-again", "raid")
    assert chronology(world).rows == before


def test_merged_actors_are_one(world: Connection) -> None:
    before = chronology(world).rows
    merge(world, "actor", "bert-o", "bert")
    for name in ("bert", "bert-o", "B. Olsen", "Bert Olsen", "olsen"):
        assert keys(world, actors=name) == ["era", "denial", "talks", "oath"], name
    (oath,) = (row for row in chronology(world, Question(actors="olsen", types="appointment")).rows)
    assert ("bert-o", "B. Olsen", "recipient", "minister", "affirms") in oath.actors
    assert keys(world, text="b olsen") == ["era", "denial", "talks", "oath"]
    unmerge(world, "actor", "bert-o", "bert")
    assert chronology(world).rows == before
    assert keys(world, actors="bert-o") == []
