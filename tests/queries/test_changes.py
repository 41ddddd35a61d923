"""The log: a line for each load, and one for what a person decided in one sitting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from builders import put_in
from sqlalchemy import update

from timeline import records as r
from timeline.load import decline, merge, note, undo
from timeline.queries.changes import changes, sitting_of
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

# What is done in turn: by whom (None: a load, which nobody in particular did), and in which minute.
Done = tuple[str | None, int]


def done(session: Connection, *acts: Done) -> None:
    """Do so many things at these times."""
    for number, (by, minute) in enumerate(acts, 1):
        if by is None:
            put_in(session, r.Source(key=f"s{number}", collection="c"))
        else:
            note(session, "source", "s1", f"note {number}", by=by)
        at = f"2024-11-11T{10 + minute // 60:02}:{minute % 60:02}:00Z"
        session.execute(update(t.changeset).where(t.changeset.c.id == number).values(made_at=at))


def lines(session: Connection, limit: int | None = None) -> list[tuple[int, int]]:
    """Of each line the number, and how many it stands for."""
    return [
        (row.number, sum(act.times for act in row.acts) if row.acts else 1)
        for row in changes(session, limit=limit)
    ]


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ([], []),
        ([("Nina", 1), ("Nina", 31), ("Nina", 61)], [(4, 3), (1, 1)]),
        ([("Nina", 1), ("Nina", 32)], [(3, 1), (2, 1), (1, 1)]),
        # Two people at once.
        ([("Nina", 1), ("Otto", 2), ("Nina", 3), ("Otto", 4)], [(5, 2), (4, 2), (1, 1)]),
        # A load is a line of its own, and no end of a sitting.
        ([("Nina", 1), (None, 2), ("Nina", 3)], [(4, 2), (3, 1), (1, 1)]),
        # Who went away comes back to another sitting.
        ([("Nina", 1), ("Otto", 9), ("Nina", 60), ("Nina", 61)], [(5, 2), (3, 1), (2, 1), (1, 1)]),
    ],
)
def test_a_sitting_is_one_line(
    session: Connection, acts: Sequence[Done], expected: list[tuple[int, int]]
) -> None:
    done(session, (None, 0), *acts)
    assert lines(session) == (expected or [(1, 1)])
    assert [row.number for row in changes(session, each=True)] == [*range(len(acts) + 1, 0, -1)]
    # However few lines are asked for, each of them is whole.
    for limit in range(len(expected) + 1):
        assert lines(session, limit) == lines(session)[:limit]
        assert len(changes(session, limit=limit, each=True)) == limit


def test_the_line_says_what_was_done_in_it(session: Connection) -> None:
    """And what somebody took back of it at once is a part of it; that of a load is not."""
    put_in(session, *(r.Actor(key=key, name=key, collection="c") for key in "abc"))
    merge(session, "actor", "a", "b", by="Nina")
    decline(session, "actor", "a", "c", by="Nina")
    undo(session, by="Nina")
    note(session, "actor", "c", "Who is it?", by="Nina")
    put_in(session, r.Actor(key="d", name="d", collection="c"))
    undo(session, by="Nina")
    undone, load, line, first = changes(session)
    assert (undone.kind, load.kind, first.kind) == ("undo", "load", "load")
    assert (line.number, line.kind, line.by, line.input) == (5, "sitting", "Nina", None)
    assert {act.kind: act.times for act in line.acts or ()} == {
        "merge": 1,
        "decline": 1,
        "undo": 1,
        "note": 1,
    }
    each = {row.number: row for row in changes(session, each=True)}
    assert (line.made_at, line.begun) == (each[5].made_at, each[2].made_at)
    assert line.new == sum(each[number].new for number in range(2, 6))
    assert line.undone_by is None
    assert [sitting_of(session, number) for number in (1, 4, 5, 9)] == [1, 1, 4, 1]
    for number in (5, 2):
        undo(session, number, by="Nina")
    assert changes(session)[0]._fields == each[1]._fields
    (line,) = (row for row in changes(session) if row.kind == "sitting")
    assert line.undone_by == 9
