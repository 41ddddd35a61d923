"""Laws of joining databases and of what differs between them: neither is the first, nothing that is
live is lost, and it can be undone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from builders import check_derived, export_in, located, put_in
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from load.drawing import Undo, actions, many_examples
from load.test_laws import Past
from msgspec.structs import replace

from timeline import records as r
from timeline.compare.differences import differences
from timeline.compare.join import TwoIdentifiers, Unclear, join
from timeline.compare.sides import named
from timeline.compare.split import texts
from timeline.compare.union import union
from timeline.errors import DataError, LoadError
from timeline.intake.spool import revoked_first
from timeline.load import load, undo
from timeline.store.stored import every_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from load.drawing import Action
    from sqlalchemy import Connection

    Records = list[r.AnyRecord]

QUICK = settings(
    max_examples=5,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
    ],
)
# A failing triple is shown as it is: to make it smaller would take hours.
MANY = settings(
    QUICK, max_examples=many_examples(), phases=[Phase.explicit, Phase.reuse, Phase.generate]
)

# A database: what was done to it. What was undone is not there, and two loads are enough.
databases = actions().map(lambda todo: [one for one in todo if not isinstance(one, Undo)][:5])


def held(session: Connection, todo: Sequence[Action]) -> Records:
    """What a database holds after all that was done to it."""
    with session.begin_nested() as point:
        past = Past(session)
        for action in todo:
            past.act(action)
        found = list(every_record(session))
        point.rollback()
    return found


class Joined(NamedTuple):
    """What a join made of two databases."""

    records: Records
    text: str


def joined(session: Connection, mine: Records, theirs: Records) -> Joined:
    """Join the records of one database into one that holds others; see to it that it can be
    undone, and leave out what is refused.
    """
    with session.begin_nested() as point:
        put_in(session, *mine)
        before = export_in(session)
        found = list(join(lambda: mine, lambda: theirs))
        assume(not any(isinstance(one, TwoIdentifiers | Unclear) for one in found))
        try:
            with revoked_first(one for one in found if isinstance(one, r.Record)) as changes:
                report = load(session, located(changes), kind="join")
        except DataError:  # say that two actors would have one identifier
            assume(False)
        check_derived(session)
        after = Joined(list(every_record(session)), export_in(session))
        if report.changeset is not None:
            undo(session)
        assert export_in(session) == before
        point.rollback()
    return after


def check_join(session: Connection, sides: Sequence[Sequence[Action]]) -> None:
    """Hold the laws on a pair of databases."""
    one, two = (held(session, todo) for todo in sides)
    assert joined(session, one, one).records == one
    both = joined(session, one, two)
    assert both.text == joined(session, two, one).text
    if not any("~" in key for key in texts(both.records)):
        check_nothing_lost(both.records, one, two)


def check_any_two_first(session: Connection, sides: Sequence[Sequence[Action]]) -> None:
    """Hold the two ways to join three databases against each other."""
    one, two, three = (held(session, todo) for todo in sides)
    known = [texts(side) for side in (one, two, three)]
    for key in {key for side in known for key in side}:
        # Where one only cites what two others hold in different texts, the order of joining says
        # which of the two is meant; joined last, a person is asked.
        assume(len({side[key] for side in known if key in side}) < 3)
    left = joined(session, joined(session, one, two).records, three)
    assert left.text == joined(session, one, joined(session, two, three).records).text


def check_nothing_lost(both: Records, *sides: Records) -> None:
    """Every account of each side is there, and no other."""
    kinds = (r.Claim, r.Link, r.Position, r.Judgement, r.Verdict, r.Note)
    accounts = [{named(one) for one in side if isinstance(one, kinds)} for side in (both, *sides)]
    assert accounts[0] == set.union(*accounts[1:])


@QUICK
@given(st.tuples(databases, databases))
def test_join(session: Connection, sides: Sequence[Sequence[Action]]) -> None:
    """Law: A + B = B + A, A + A = A; what is live is the union; undo restores."""
    check_join(session, sides)


@pytest.mark.slow
@MANY
@given(st.tuples(databases, databases))
def test_join_of_many(session: Connection, sides: Sequence[Sequence[Action]]) -> None:
    """The same, of many."""
    check_join(session, sides)


@pytest.mark.slow
@MANY
@given(st.tuples(databases, databases, databases))
def test_any_two_are_joined_first(session: Connection, sides: Sequence[Sequence[Action]]) -> None:
    """Law: (A + B) + C = A + (B + C)."""
    check_any_two_first(session, sides)


def test_what_is_kept_does_not_hang_on_where_it_was_read() -> None:
    """What a database gives is equal to a default; what a file leaves out is the default itself."""
    from_file = r.Actor(collection="one", key="a", name="Ann", identifiers={"wikidata": "Q1"})
    from_database = replace(from_file, kind=b"person".decode())
    assert from_file == from_database
    rival = r.Actor(collection="one", key="a", name="Ann", kind="organisation")
    kept = [union([one, rival]).records for one in (from_file, from_database)]
    assert kept[0] == kept[1]


def check_differences(session: Connection, sides: Sequence[Sequence[Action]]) -> None:
    """Hold the laws of differences on a pair of databases."""
    one, two = (held(session, todo) for todo in sides)
    assert not list(differences(one, one))
    with session.begin_nested() as point:
        put_in(session, *one)
        before = export_in(session)
        with revoked_first(differences(one, two)) as changes:
            report = load(session, located(changes))
        check_derived(session)
        assert list(every_record(session)) == two
        if report.changeset is not None:
            undo(session)
        assert export_in(session) == before
        check_derived(session)
        point.rollback()


@QUICK
@given(st.tuples(databases, databases))
def test_differences(session: Connection, sides: Sequence[Sequence[Action]]) -> None:
    """Law: diff(A, A) is empty; load(A, diff(A, B)) exports as B; undo restores."""
    check_differences(session, sides)


@pytest.mark.slow
@MANY
@given(st.tuples(databases, databases))
def test_differences_of_many(session: Connection, sides: Sequence[Sequence[Action]]) -> None:
    """The same, of many."""
    check_differences(session, sides)


def test_an_account_in_another_form_goes_and_comes(session: Connection) -> None:
    """What says the same stands elsewhere in the text: one form is live at a time, also after
    undo.
    """
    text = "They met. They met."
    said = r.Claim(event="e", source="s", quote="They met.", extractor="m 1", collection="c")
    first = replace(said, quote_start=0, quote_end=9, trigger_start=5, trigger_end=8)
    second = replace(said, quote_start=10, quote_end=19, trigger_start=15, trigger_end=18)
    assert r.content_key(first) == r.content_key(second)
    source = r.Source(key="s", text=text, collection="c")
    event = r.Event(key="e", type="CONSULT", collection="c")
    one: Records = [source, event, first]
    two: Records = [source, event, second]
    put_in(session, *one)
    with revoked_first(differences(one, two)) as changes:
        report = load(session, located(changes))
    assert (report.new, report.revoked) == (1, 1)
    assert [one for one in every_record(session) if isinstance(one, r.Claim)] == [second]
    check_derived(session)
    undo(session)
    assert [one for one in every_record(session) if isinstance(one, r.Claim)] == [first]
    check_derived(session)


@pytest.mark.parametrize("of", ["source", "actor", "event"])
def test_what_others_refer_to_can_not_go(session: Connection, of: r.RecordKind) -> None:
    """A thing goes with all that names it, or not at all."""
    part = r.Part("a", "participant")
    put_in(
        session,
        r.Source(key="s", collection="c"),
        r.Actor(key="a", name="A", collection="c"),
        r.Event(key="e", type="CONSULT", collection="c"),
        r.Claim(event="e", source="s", who=(part,), collection="c"),
    )
    key = {"source": "s", "actor": "a", "event": "e"}[of]
    with pytest.raises(LoadError, match=f"{of} {key}: .*others refer to it"):
        put_in(session, r.Revoked(kind=of, key=key, collection="c"))


def test_what_nobody_speaks_of_comes_back(session: Connection) -> None:
    """A thing that went may be described anew; it is in no export meanwhile."""
    actor = r.Actor(key="a", name="A", identifiers={"wikidata": "Q1"}, collection="c")
    put_in(session, actor)
    gone = r.Revoked(kind="actor", key="a", collection="c")
    assert put_in(session, gone).revoked == 1
    assert export_in(session) == ""
    # Its identifier is free for others.
    put_in(session, replace(actor, key="b"))
    again = replace(actor, identifiers={}, collection="d")
    assert put_in(session, again).new == 1
    assert again in list(every_record(session))
    for _ in range(4):
        undo(session)
        check_derived(session)
    assert export_in(session) == ""
