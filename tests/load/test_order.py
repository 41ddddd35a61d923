"""Answers don't depend on the order of loading, and a copy made from an export answers as the
original does.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest
from builders import check_derived, export_in, put_in, whole
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from load.answers import answers, different
from load.drawing import ACTORS, EVENTS, PEOPLE, Judge, collections, many_examples

from timeline import records as r
from timeline.errors import DataError, TimelineError
from timeline.load import confirm, decline, merge, undo, unmerge
from timeline.store.stored import every_record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection

    from timeline.load import Report

    Records = list[r.AnyRecord]

QUICK = settings(
    max_examples=5,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
MANY = settings(QUICK, max_examples=many_examples())

ACTS: dict[str, Callable[..., Report]] = {"merge": merge, "unmerge": unmerge, "decline": decline}


def judge(session: Connection, act: Judge) -> None:
    """Do what a person does, if it is not refused."""
    point = session.begin_nested()
    try:
        if act.act == "confirm":
            confirm(session, act.left, by=act.by)
        else:
            ACTS[act.act](session, act.of, act.left, act.right, by=act.by)
    except TimelineError:
        point.rollback()
    else:
        point.commit()


def put_all(session: Connection, loads: Sequence[Records], *, match: bool) -> None:
    """Load collections one after the other."""
    for records in loads:
        put_in(session, *whole(records), match=match)


def a_judge(of: Any, keys: tuple[str, ...]) -> st.SearchStrategy[Judge]:
    """What a person judges of two actors or events."""
    act = st.sampled_from(("merge", "decline", "confirm"))
    key = st.sampled_from(keys)
    by = st.sampled_from((None, *PEOPLE))
    return st.builds(Judge, act=act, of=st.just(of), left=key, right=key, by=by)


judges = st.lists(st.one_of(a_judge("actor", ACTORS), a_judge("event", EVENTS)), max_size=3)
some_loads = st.tuples(collections("one"), collections("two"), collections("three")).flatmap(
    lambda found: st.integers(2, 3).map(lambda count: list(found[:count]))
)


def answers_of(session: Connection, *loads: Records, match: bool) -> dict[str, Any] | None:
    """What a new database answers after some loads; None if one of them is refused."""
    with session.begin_nested() as point:
        try:
            put_all(session, loads, match=match)
            check_derived(session)
            return answers(session)
        except DataError:
            return None
        finally:
            point.rollback()


def has_one_text(loads: list[Records]) -> bool:
    """Whether no source has different texts: where a quote stands that a text has twice hangs on
    the text that it was found in first.
    """
    texts: dict[str, set[str]] = defaultdict(set)
    for records in loads:
        for record in records:
            if isinstance(record, r.Source) and record.text is not None:
                texts[record.key].add(record.text)
    return all(len(found) == 1 for found in texts.values())


def check_any_order(session: Connection, loads: list[Records], *, match: bool) -> None:
    """Law: whichever is loaded first, or all at once, or each twice; each undo restores what was
    before.
    """
    assume(has_one_text(loads))
    found = [answers_of(session, *order, match=match) for order in permutations(loads)]
    assume(None not in found)
    first = found[0]
    assert first is not None
    for other in found[1:]:
        assert other is not None
        assert different(first, other) == {}
    for again in ([[one for records in loads for one in records]], [*loads, *loads]):
        once_more = answers_of(session, *again, match=match)
        assert once_more is not None
        assert different(first, once_more) == {}
    with session.begin_nested() as point:
        before = []
        for records in loads:
            before.append(answers(session))
            assert put_in(session, *whole(records), match=match).changeset is not None
        for expected in reversed(before):
            undo(session)
            assert different(answers(session), expected) == {}
        point.rollback()


def check_copy(
    session: Connection, loads: list[Records], acts: list[Judge], *, match: bool
) -> None:
    """Law: what is exported, loaded into a new database, is exported as the same bytes, and every
    answer of the copy is the original's.
    """
    with session.begin_nested() as point:
        try:
            put_all(session, loads, match=match)
        except DataError:
            point.rollback()
            assume(False)
        for act in acts:
            judge(session, act)
        records, exported, expected = (
            list(every_record(session)),
            export_in(session),
            answers(session),
        )
        point.rollback()
    with session.begin_nested() as point:
        put_in(session, *records, match=match)
        assert export_in(session) == exported
        assert different(expected, answers(session)) == {}
        check_derived(session)
        point.rollback()


@QUICK
@given(some_loads, st.booleans())
def test_any_order_answers_the_same(session: Connection, loads: list[Records], match: bool) -> None:
    check_any_order(session, loads, match=match)


@pytest.mark.slow
@MANY
@given(some_loads, st.booleans())
def test_any_order_of_many_answers_the_same(
    session: Connection, loads: list[Records], match: bool
) -> None:
    check_any_order(session, loads, match=match)


@QUICK
@given(some_loads, judges, st.booleans())
def test_a_copy_answers_as_the_original(
    session: Connection, loads: list[Records], acts: list[Judge], match: bool
) -> None:
    check_copy(session, loads, acts, match=match)


@pytest.mark.slow
@MANY
@given(some_loads, judges, st.booleans())
def test_many_copies_answer_as_the_originals(
    session: Connection, loads: list[Records], acts: list[Judge], match: bool
) -> None:
    check_copy(session, loads, acts, match=match)
