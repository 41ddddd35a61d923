"""Merges: who stands for whom, what that changes, and that it can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from builders import check_derived, export_in, put_in, snapshot_in, whole
from msgspec.structs import replace
from sqlalchemy import select

from timeline import records as r
from timeline.dates import parse
from timeline.errors import NotFoundError, UsageError
from timeline.load import confirm, decline, merge, undo, unmerge
from timeline.store.stored import every_record, judgements
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from sqlalchemy import Connection


@pytest.fixture
def filled(session: Connection) -> Connection:
    """Four actors and four events; each actor takes part in one event, and is the origin of
    another.
    """
    names = ("a", "b", "c", "d")
    put_in(
        session,
        r.Source(key="s", collection="x"),
        *(r.Actor(key=key, name=key * 3, collection="x") for key in names),
        *(
            r.Event(key=f"e{key}", type="VISIT", title={"en": f"title {key}"}, collection="x")
            for key in names
        ),
        *(
            r.Claim(
                event=f"e{key}", source="s", date=date, who=(r.Part(key, "agent"),), collection="x"
            )
            for key, date in zip(
                names, map(parse, ("2024-11", "2024-11-11", "2023", "2022")), strict=True
            )
        ),
        *(
            r.Claim(event="ea", source="s", via=(r.Hop(actor=key),), collection="x")
            for key in names
        ),
    )
    return session


def stand_ins(session: Connection, table: Any) -> dict[str, str]:
    """Key -> key of who stands for it, where that is another."""
    keys = dict(session.execute(select(table.c.id, table.c.key)).tuples().all())
    pairs = session.execute(select(table.c.key, table.c.canonical_id)).tuples()
    return {key: keys[number] for key, number in pairs if keys[number] != key}


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([("a", "b")], {"b": "a"}),
        ([("b", "a")], {"a": "b"}),
        ([("a", "b"), ("a", "c")], {"b": "a", "c": "a"}),
        ([("a", "b"), ("c", "a")], {"a": "c", "b": "c"}),
        ([("a", "b"), ("c", "d"), ("b", "c")], {"b": "a", "c": "a", "d": "a"}),
        ([("a", "b"), ("c", "d"), ("d", "b")], {"b": "a", "c": "a", "d": "a"}),
    ],
)
@pytest.mark.parametrize("of", ["actor", "event"])
def test_the_left_one_stands_for_both(
    filled: Connection, of: Any, pairs: list[tuple[str, str]], expected: dict[str, str]
) -> None:
    prefix = "e" if of == "event" else ""
    before = export_in(filled)
    for left, right in pairs:
        merge(filled, of, prefix + left, prefix + right)
        check_derived(filled)
    found = stand_ins(filled, t.actor if of == "actor" else t.event)
    assert found == {prefix + key: prefix + by for key, by in expected.items()}
    for left, right in reversed(pairs):
        unmerge(filled, of, prefix + left, prefix + right)
        check_derived(filled)
    assert export_in(filled) == before


def test_a_merged_event_shows_what_both_say(filled: Connection) -> None:
    merge(filled, "event", "ea", "eb")
    rows = filled.execute(
        select(t.event.c.key, t.event.c.date, t.event.c.claims).order_by(t.event.c.key)
    ).all()
    assert [tuple(row) for row in rows[:2]] == [("ea", "2024-11-11", 6), ("eb", "2024-11-11", 6)]


def test_actors_who_are_one_are_one_origin(filled: Connection) -> None:
    def origins() -> int | None:
        return filled.scalar(select(t.event.c.origins).where(t.event.c.key == "ea"))

    assert origins() == 5
    merge(filled, "actor", "c", "d")
    assert origins() == 4
    unmerge(filled, "actor", "c", "d")
    assert origins() == 5


@pytest.mark.parametrize(
    ("left", "right", "error", "message"),
    [
        ("a", "nobody", NotFoundError, "there is no actor 'nobody'"),
        ("nobody", "a", NotFoundError, "there is no actor 'nobody'"),
        ("a", "a", UsageError, "a and a are one already"),
        ("b", "a", UsageError, "b and a are one already"),
        ("a", "c", UsageError, r"c and a were judged to be different \(x\); take that back first"),
        ("b", "c", UsageError, r"c and a were judged to be different \(x\); take that back first"),
    ],
)
def test_what_can_not_be_merged(
    filled: Connection, left: str, right: str, error: Any, message: str
) -> None:
    merge(filled, "actor", "a", "b")
    put_in(filled, r.Judgement(of="actor", left="c", right="a", says="different", collection="x"))
    before = snapshot_in(filled)
    with pytest.raises(error, match=message), filled.begin_nested():
        merge(filled, "actor", left, right)
    assert snapshot_in(filled) == before


def test_what_was_not_merged_can_not_be_unmerged(filled: Connection) -> None:
    merge(filled, "actor", "a", "b")
    merge(filled, "actor", "a", "c")
    with (
        pytest.raises(UsageError, match="b and c were not merged with each other"),
        filled.begin_nested(),
    ):
        unmerge(filled, "actor", "b", "c")
    with pytest.raises(NotFoundError, match="there is no actor 'x'"), filled.begin_nested():
        unmerge(filled, "actor", "a", "x")


def judgement(collection: str, verdict: Any = "same") -> r.Judgement:
    """A judgement in a file."""
    return r.Judgement(of="actor", left="a", right="b", says=verdict, collection=collection)


def test_a_file_may_merge_and_a_newer_version_take_it_back(filled: Connection) -> None:
    other = r.Source(key="t", collection="y")
    before = export_in(filled)
    assert put_in(filled, *whole([other, judgement("y"), judgement("y")])).unchanged == 1
    assert stand_ins(filled, t.actor) == {"b": "a"}
    assert put_in(filled, *whole([other, judgement("y")])).changeset is None
    assert put_in(filled, *whole([other])).revoked == 1
    assert stand_ins(filled, t.actor) == {}
    check_derived(filled)
    undo(filled)
    assert stand_ins(filled, t.actor) == {"b": "a"}
    undo(filled)
    assert export_in(filled) == before


def test_two_files_may_merge_the_same(filled: Connection) -> None:
    """The one that no longer does so leaves the other's word alone."""
    put_in(filled, *whole([r.Source(key="t", collection="y"), judgement("y")]))
    put_in(filled, *whole([r.Source(key="u", collection="z"), judgement("z")]))
    put_in(filled, *whole([r.Source(key="t", collection="y")]))
    assert stand_ins(filled, t.actor) == {"b": "a"}
    check_derived(filled)
    put_in(filled, *whole([r.Source(key="u", collection="z")]))
    assert stand_ins(filled, t.actor) == {}


def test_different_merges_nothing(filled: Connection) -> None:
    put_in(filled, judgement("y", "different"))
    assert stand_ins(filled, t.actor) == {}


def test_the_index_finds_an_event_by_the_names_of_both(filled: Connection) -> None:
    merge(filled, "actor", "a", "b")
    put_in(filled, r.Actor(key="b", name="Renamed", collection="x"))
    check_derived(filled)
    unmerge(filled, "actor", "a", "b")
    check_derived(filled)


# Different, and confirmed -------------------------------------------------------------------------


@pytest.mark.parametrize("of", ["actor", "event"])
def test_two_that_are_different_are_not_merged_until_that_is_undone(
    filled: Connection, of: Any
) -> None:
    a, b, c = ("a", "b", "c") if of == "actor" else ("ea", "eb", "ec")
    before = export_in(filled)
    assert decline(filled, of, b, a).new == 1
    with pytest.raises(UsageError, match="were judged to be different"), filled.begin_nested():
        merge(filled, of, a, b)
    for left, right, error, message in (
        (a, b, UsageError, "were judged to be different already"),
        (a, a, UsageError, f"{a} and {a} are one already"),
        (a, "x", NotFoundError, f"there is no {of} 'x'"),
    ):
        with pytest.raises(error, match=message), filled.begin_nested():
            decline(filled, of, left, right)
    undo(filled)
    assert export_in(filled) == before
    merge(filled, of, a, b)
    merge(filled, of, b, c)
    with (
        pytest.raises(UsageError, match=f"{a} and {c} are one; part {a} and {b} first"),
        filled.begin_nested(),
    ):
        decline(filled, of, a, c)


def judged_in(session: Connection) -> list[tuple[str, str, str, str | None]]:
    """Who judged what, of the judgements that are live."""
    return [(one.by or "", one.left, one.says, one.right) for _, one in judgements(session)]


def test_what_is_judged_by_command_says_by_whom_and_when(filled: Connection) -> None:
    merge(filled, "actor", "a", "b", by="Nina")
    decline(filled, "event", "ea", "eb", by="Dan")
    merge(filled, "actor", "c", "d")
    made = [one for _, one in judgements(filled)]
    assert [one.by for one in made] == ["Nina", None, "Dan"]
    assert [one.collection for one in made] == ["by-hand/Nina", "by-hand", "by-hand/Dan"]
    assert all(one.at is not None for one in made)
    # It is the same in the export, and after it is loaded again.
    exported = list(every_record(filled))
    assert put_in(filled, *exported).changeset is None
    assert [one for one in exported if isinstance(one, r.Judgement)] == made


@pytest.mark.parametrize("of", ["actor", "event"])
def test_a_persons_later_word_replaces_their_own_and_nobody_elses(
    filled: Connection, of: Any
) -> None:
    a, b = ("a", "b") if of == "actor" else ("ea", "eb")
    table = t.actor if of == "actor" else t.event
    before = export_in(filled)
    merge(filled, of, a, b, by="Nina")
    with pytest.raises(UsageError, match=f"part {a} and {b} first"), filled.begin_nested():
        decline(filled, of, b, a, by="Dan")
    for act, says, one in ((decline, "different", {}), (merge, "same", {b: a})):
        report = act(filled, of, a, b, by="Nina")
        assert (report.new, report.revoked) == (1, 1)
        assert judged_in(filled) == [("Nina", a, says, b)]
        assert stand_ins(filled, table) == one
        check_derived(filled)
    decline(filled, of, a, b, by="Nina")
    with pytest.raises(UsageError, match="were judged to be different"), filled.begin_nested():
        merge(filled, of, a, b, by="Dan")
    for _ in range(4):
        undo(filled)
        check_derived(filled)
    assert export_in(filled) == before


@pytest.mark.parametrize("of", ["actor", "event"])
@pytest.mark.parametrize("first", ["same", "different"])
def test_of_two_people_different_holds_and_is_told(
    filled: Connection, of: Any, first: r.Sameness
) -> None:
    """Whichever is loaded first, and whoever said it last."""
    a, b = ("a", "b") if of == "actor" else ("ea", "eb")
    said = {"of": of, "left": a, "right": b}
    nina = r.Judgement(
        **said, says="same", collection="by-hand/Nina", by="Nina", at=parse("2024-03-01")
    )
    dan = r.Judgement(
        **said, says="different", collection="by-hand/Dan", by="Dan", at=parse("2024-02-01")
    )
    earlier, later = (nina, dan) if first == "same" else (dan, nina)
    put_in(filled, earlier)
    report = put_in(filled, later)
    assert stand_ins(filled, t.actor if of == "actor" else t.event) == {}
    (notice,) = report.notices
    assert (notice.message.code, notice.message.values["ties"]) == (
        "apart-counts",
        f"{a} = {b} (by-hand/Nina)",
    )
    # Who was of another mind is so no more.
    convinced = replace(dan, says="same", at=parse("2024-04-01"))
    assert put_in(filled, convinced).notices == ()
    assert stand_ins(filled, t.actor if of == "actor" else t.event) == {b: a}
    check_derived(filled)


def test_a_mention_is_confirmed_under_its_own_name(filled: Connection) -> None:
    found = r.Actor(key="m", name="Mona", kind="group", mention=True, collection="article")
    put_in(filled, found, r.Actor(key="n", name="N", mention=True, collection="article"))
    before = export_in(filled)
    assert confirm(filled, "m", "n", "m").changed == 2
    rows = filled.execute(
        select(t.actor.c.kind, t.actor.c.name, t.actor.c.mention).where(t.actor.c.key == "m")
    ).all()
    assert [tuple(row) for row in rows] == [("group", "Mona", False)]
    check_derived(filled)
    # Loaded again, the article still says that it is a mention; a person's word counts.
    assert put_in(filled, *whole([found])).changeset is None
    exported = export_in(filled)
    assert '"key":"m","name":"Mona","mention":false}' in exported
    for keys, error, message in (
        (("m",), UsageError, "m is no mention"),
        (("a",), UsageError, "a is no mention"),
        (("x",), NotFoundError, "there is no actor 'x'"),
    ):
        with pytest.raises(error, match=message), filled.begin_nested():
            confirm(filled, *keys)
    undo(filled)
    assert export_in(filled) == before
