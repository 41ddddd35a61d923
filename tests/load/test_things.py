"""Sources, actors, places and events: what several collections say of one thing, and what a newer
version changes.
"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest
from builders import check_derived, export_in, put_in, snapshot_in, whole
from msgspec.structs import replace
from sqlalchemy import select

from timeline import records as r
from timeline.combine import Lost
from timeline.dates import parse
from timeline.errors import LoadError
from timeline.load import undo
from timeline.store.stored import every_record, lost_statements, statements
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection


def event(collection: str, **fields: Any) -> r.Event:
    """The one event of these tests, as a collection has it."""
    return r.Event(key="e", collection=collection, **({"type": "VISIT"} | fields))


def shown(session: Connection) -> dict[str, Any]:
    """What its row shows."""
    row = session.execute(
        select(t.event, t.place.c.key.label("place")).outerjoin(
            t.place, t.place.c.id == t.event.c.place_id
        )
    ).one()
    texts = session.execute(
        select(t.event_text.c.language, t.event_text.c.title).order_by(t.event_text.c.n)
    )
    tags = session.scalars(select(t.tag.c.tag).order_by(t.tag.c.n))
    return {
        "type": row.type,
        "place": row.place,
        "title": dict(texts.tuples().all()),
        "tags": tuple(tags),
    }


# Changes ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (event("c", title={"en": "A"}), event("c", title={"en": "B"})),
        (event("c", tags=("x",)), event("c")),
        (event("c"), event("c", type="TRIAL")),
        (r.Actor(key="a", name="A", collection="c"), r.Actor(key="a", name="B", collection="c")),
        (
            r.Actor(key="a", name="A", collection="c"),
            r.Actor(key="a", name="A", names=(r.Name("B"),), collection="c"),
        ),
        (
            r.Actor(key="a", name="A", collection="c"),
            r.Actor(key="a", name="A", mention=True, collection="c"),
        ),
        (
            r.Actor(key="a", name="A", mention=False, collection="c"),
            r.Actor(key="a", name="A", mention=True, collection="c"),
        ),
        (
            r.Actor(key="a", name="A", collection="c"),
            r.Actor(key="a", name="A", mention=False, collection="c"),
        ),
        (r.Source(key="s", collection="c"), r.Source(key="s", text="x", collection="c")),
        (
            r.Source(key="s", published=parse("2024"), collection="c"),
            r.Source(key="s", collection="c"),
        ),
        (
            r.Place(key="p", name="P", latitude=1.5, collection="c"),
            r.Place(key="p", name="P", collection="c"),
        ),
    ],
)
def test_an_edited_thing_is_one_change(
    session: Connection, first: r.AnyRecord, second: r.AnyRecord
) -> None:
    put_in(session, *whole([first]))
    before = export_in(session)
    report = put_in(session, *whole([second]))
    assert (report.new, report.changed, report.unchanged, report.revoked) == (0, 1, 0, 0)
    assert list(every_record(session)) == whole([second])
    check_derived(session)
    undo(session)
    assert export_in(session) == before


def test_a_thing_that_a_collection_leaves_out_stays(session: Connection) -> None:
    """Only claims, links, positions and judgements are revoked: others may speak of the thing."""
    put_in(session, *whole([event("c"), r.Source(key="s", collection="c")]))
    report = put_in(session, *whole([r.Source(key="s", collection="c")]))
    assert (report.changeset, report.unchanged) == (None, 1)
    assert len(list(every_record(session))) == 3


# Several collections ------------------------------------------------------------------------------


def test_what_collections_say_is_put_together(session: Connection) -> None:
    place = r.Place(key="p", name="P", collection="two")
    put_in(session, event("one", title={"en": "A", "fr": "A"}, tags=("x", "y")))
    put_in(
        session,
        place,
        event("two", type="TRIAL", title={"en": "B", "de": "B"}, tags=("y", "z"), place="p"),
    )
    title = {"de": "B", "en": "A", "fr": "A"}
    assert shown(session) == {
        "type": "VISIT",
        "place": "p",
        "title": title,
        "tags": ("x", "y", "z"),
    }
    said = [record for record in every_record(session) if isinstance(record, r.Event)]
    assert [record.collection for record in said] == ["one", "two"]
    assert said[0] == event("one", title={"en": "A", "fr": "A"}, tags=("x", "y"))


def test_a_new_version_of_one_collection_leaves_the_other_alone(session: Connection) -> None:
    put_in(session, *whole([event("one", title={"en": "A"}, tags=("x",))]))
    put_in(session, *whole([event("two", title={"fr": "B"}, tags=("y",))]))
    put_in(session, *whole([event("one", title={"en": "C"})]))
    assert shown(session)["title"] == {"en": "C", "fr": "B"}
    assert shown(session)["tags"] == ("y",)
    put_in(session, *whole([event("two", title={"fr": "D"})]))
    assert shown(session)["title"] == {"en": "C", "fr": "D"}
    check_derived(session)


@pytest.mark.parametrize("order", list(permutations(("one", "two", "three"))))
def test_whose_word_counts_does_not_hang_on_when_it_came(
    session: Connection, order: tuple[str, ...]
) -> None:
    for key in order:
        put_in(session, event(key, title={"en": key}))
    assert shown(session)["title"] == {"en": "one"}
    (found,) = lost_statements(session, r.Event)
    assert found.record.key == "e"
    assert found.lost == tuple(
        Lost("title.en", key, key, "one", "one", "order") for key in ("three", "two")
    )
    assert list(lost_statements(session, r.Event, after="e")) == []


def test_undo_takes_away_what_the_last_of_three_collections_said(session: Connection) -> None:
    """The one in the middle had the word before, and has it again."""
    put_in(session, *(r.Source(key=f"s-{key}", collection=key) for key in ("one", "two", "three")))
    put_in(session, event("two", title={"en": "two"}))
    put_in(session, event("three", title={"en": "three"}))
    before, rows = export_in(session), snapshot_in(session)
    put_in(session, event("one", title={"en": "one"}))
    undo(session)
    assert export_in(session) == before
    kept = rows.keys() - {"changeset"}
    assert {name: snapshot_in(session)[name] for name in kept} == {
        name: rows[name] for name in kept
    }
    assert shown(session)["title"] == {"en": "three"}


def test_an_export_makes_the_same_database(session: Connection) -> None:
    put_in(session, event("one", title={"en": "A"}), r.Source(key="s", collection="two"))
    put_in(session, event("two", title={"en": "B"}, tags=("x",)))
    put_in(session, event("one", title={"en": "C"}))
    records, row, text = list(every_record(session)), shown(session), export_in(session)
    for _ in range(3):
        undo(session)
    assert export_in(session) == ""
    put_in(session, *records)
    assert (shown(session), export_in(session)) == (row, text)


# Places -------------------------------------------------------------------------------------------


def test_a_place_may_lie_in_one_that_comes_later(session: Connection) -> None:
    city = r.Place(key="city", name="City", part_of="land", collection="c")
    put_in(session, city, r.Place(key="land", name="Land", collection="c"))
    inside = select(t.place.c.key, t.place.c.part_of_id).order_by(t.place.c.id)
    assert [(key, number is not None) for key, number in session.execute(inside)] == [
        ("city", True),
        ("land", False),
    ]


# Identifiers --------------------------------------------------------------------------------------


def actor(key: str, value: str | None, collection: str = "c") -> r.Actor:
    """An actor, perhaps with an identifier."""
    return r.Actor(
        key=key, name=key, identifiers={"wikidata": value} if value else {}, collection=collection
    )


@pytest.mark.parametrize("before", [[actor("a", "Q1")], []])
def test_an_identifier_of_two_actors_is_a_problem(
    session: Connection, before: list[r.AnyRecord]
) -> None:
    put_in(session, *before)
    with pytest.raises(LoadError) as caught:
        put_in(session, actor("a", "Q1"), actor("b", "Q1"))
    message = (
        "wikidata Q1 is the identifier of actor 'a' already; give it to one of the two, or "
        "merge them"
    )
    assert [str(problem) for problem in caught.value.problems] == [f"test:2: {message}"]


@pytest.mark.parametrize("after", [("Q2", "Q1"), (None, "Q1"), ("Q2", None), (None, None)])
def test_identifiers_may_change_hands(
    session: Connection, after: tuple[str | None, str | None]
) -> None:
    """A person who gave one to the wrong actor mends both in one file; and undo gives them back."""
    put_in(session, actor("a", "Q1"), actor("b", "Q2"))
    before = export_in(session)
    report = put_in(session, actor("a", after[0]), actor("b", after[1]))
    assert report.changed == sum(new != old for new, old in zip(after, ("Q1", "Q2"), strict=True))
    found = session.execute(
        select(t.actor_identifier.c.value, t.actor.c.key)
        .join(t.actor, t.actor.c.id == t.actor_identifier.c.actor_id)
        .order_by(t.actor_identifier.c.value)
    )
    assert [tuple(row) for row in found] == sorted(
        (q, key) for q, key in zip(after, "ab", strict=True) if q
    )
    undo(session)
    assert export_in(session) == before


def test_a_new_actor_may_get_the_identifier_of_an_old_one(session: Connection) -> None:
    put_in(session, actor("a", "Q1"))
    before = export_in(session)
    put_in(session, actor("b", "Q1"), actor("a", None))
    assert actor("b", "Q1") in list(every_record(session))
    undo(session)
    assert export_in(session) == before


# Twice in one input -------------------------------------------------------------------------------


@pytest.mark.parametrize("between", [0, 5000])
def test_a_key_that_stands_twice_is_a_problem(session: Connection, between: int) -> None:
    """In one batch, and in two."""
    many = [r.Place(key=f"p{n}", name="P", collection="c") for n in range(between)]
    with pytest.raises(LoadError) as caught:
        put_in(session, actor("a", None), *many, r.Actor(key="a", name="other", collection="c"))
    problem, _ = str(caught.value).splitlines()
    assert problem.startswith(f"test:{between + 2}: actor 'a' stands twice in collection c")
    assert problem.endswith("; keep one")
    if not between:
        assert "(first on line 1)" in problem


def test_two_collections_in_one_input_may_describe_one_thing(session: Connection) -> None:
    report = put_in(session, event("one", title={"en": "A"}), event("two", title={"fr": "B"}))
    assert (report.new, report.changed) == (2, 0)
    assert shown(session)["title"] == {"en": "A", "fr": "B"}


# Mentions -----------------------------------------------------------------------------------------


def found_by(collection: str, mention: bool | None, name: str = "Musk") -> r.Actor:
    """An actor as a collection describes him."""
    return r.Actor(key="m", name=name, mention=mention, collection=collection)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([True], True),
        ([False], False),
        ([None], False),
        ([True, True], True),
        ([True, None], False),
        ([False, True], False),
        ([True, False, True], False),
    ],
)
def test_who_is_described_as_an_ordinary_actor_is_no_mention(
    session: Connection, said: list[bool | None], expected: bool
) -> None:
    """Whichever collection came first; and each keeps its own word."""
    before = []
    for number, mention in enumerate(said):
        before.append(export_in(session))
        put_in(session, *whole([found_by(f"c{number}", mention)]))
    assert session.scalar(select(t.actor.c.mention)) is expected
    actors = [record for record in every_record(session) if isinstance(record, r.Actor)]
    assert [actor.mention for actor in actors] == said
    for number, mention in enumerate(said):
        assert put_in(session, *whole([found_by(f"c{number}", mention)])).changeset is None
    for exported in reversed(before):
        undo(session)
        assert export_in(session) == exported


# In words that another collection has used --------------------------------------------------------


def article(number: int, name: str = "US") -> list[r.AnyRecord]:
    """What a machine says of a state that all articles name."""
    state = r.Actor(
        key="iso3166/US",
        name=name,
        kind="state",
        names=(r.Name("United States", "en"),),
        identifiers={"iso3166": "US"},
        mention=True,
        extractor="m 1",
        collection=f"a{number}",
    )
    return [state, r.Source(key=f"a{number}", collection=f"a{number}")]


def kept(session: Connection) -> list[str]:
    """What is kept for undo of the state, load by load."""
    v = t.revision.c
    query = select(v.before).where(v.kind == "actor").order_by(v.changeset_id)
    return list(session.scalars(query))


@pytest.mark.parametrize("order", [range(6), range(5, -1, -1), (3, 0, 5, 1, 4, 2)])
def test_what_many_say_in_the_same_words_is_as_if_all_came_at_once(
    session: Connection, order: Sequence[int]
) -> None:
    exports = [export_in(session)]
    for number in order:
        report = put_in(session, *article(number))
        assert (report.new + report.changed, report.unchanged) == (2, 0)
        assert put_in(session, *article(number)).changeset is None
        exports.append(export_in(session))
        check_derived(session)
    said = statements(session, r.Actor, ["iso3166/US"])["iso3166/US"]
    assert [one.collection for one in said] == [f"a{number}" for number in range(6)]
    digests = select(t.statement.c.digest).distinct()
    assert len(session.scalars(digests).all()) == 1
    while exports:
        assert export_in(session) == exports.pop()
        if exports:
            undo(session)


def test_the_last_of_many_costs_what_the_third_did(session: Connection) -> None:
    """Nothing of what the others say is read or kept again."""
    for number in range(6):
        put_in(session, *article(number))
    assert kept(session)[1:] == [f'{{"added":["a{number}"]}}' for number in range(2, 6)]


def test_one_run_may_add_to_a_thing_and_change_it(session: Connection) -> None:
    """In the same words, in other words, and as somebody who says something of it already."""
    for number in range(3):
        put_in(session, *article(number))
    before = export_in(session)
    put_in(session, *article(3), *article(4, "USA"), *article(1, "America"), *article(5))
    check_derived(session)
    said = statements(session, r.Actor, ["iso3166/US"])["iso3166/US"]
    names = [one.name for one in said if isinstance(one, r.Actor)]
    assert names == ["US", "America", "US", "US", "USA", "US"]
    undo(session)
    assert export_in(session) == before


def test_a_person_or_another_machine_says_it_in_their_own_right(session: Connection) -> None:
    for number in range(3):
        put_in(session, *article(number))
    (state, _) = article(9)
    assert isinstance(state, r.Actor)
    mine = replace(state, extractor=None, mention=None, collection="mine")
    put_in(session, mine)
    assert session.scalar(select(t.actor.c.mention)) is False
    check_derived(session)
