"""What several collections say of one thing: whose word is shown, and what lost."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from load.drawing import SPARSE, a_source, an_actor, an_event

from timeline import records as r
from timeline.combine import Lost, combine
from timeline.dates import parse

KINDS = (
    a_source("s"),
    an_actor("a"),
    an_event("e", ["p1", "p2"]),
    st.builds(r.Place, key=st.just("p"), name=st.sampled_from("AB"), country=st.sampled_from("XY")),
)


@st.composite
def several(draw: st.DrawFn) -> list[Any]:
    """What up to three collections say of one thing; a person may say no more than they mean."""
    kind = draw(st.sampled_from(KINDS))
    collections = draw(st.lists(st.sampled_from("abc"), min_size=1, unique=True))
    found = [draw(kind) for _ in collections]
    by = {"by": "Nina", "at": parse("2024-11-11")}
    found = [
        msgspec.structs.replace(one, **by, **dict.fromkeys(one.needed)) if draw(SPARSE) else one
        for one in found
    ]
    return [
        msgspec.structs.replace(record, collection=collection)
        for record, collection in zip(found, collections, strict=True)
    ]


@given(several())
def test_any_order_gives_the_same_and_nothing_is_lost_silently(said: list[Any]) -> None:
    """Laws: any permutation; combined once more it stays; what was said is shown or has lost."""
    found: Any = combine(said)
    assert all(combine(order) == found for order in permutations(said))
    assert combine([found.record]) == (found.record, ())
    lost = {(item.field, item.value, item.collection) for item in found.lost}
    for record in said:
        for name in ("title", "summary"):
            for language, text in (
                (getattr(record, name, None) or {}).items() if isinstance(record, r.Event) else ()
            ):
                kept = getattr(found.record, name)[language] == text
                assert kept is not ((f"{name}.{language}", text, record.collection) in lost)
        if isinstance(record, r.Actor):
            known = {None, found.record.name, *(name.text for name in found.record.names)}
            assert known >= {record.name, *(name.text for name in record.names)}
        if isinstance(record, r.Place):
            for name in ("name", "country"):
                if getattr(record, name) is None:
                    continue
                kept = getattr(found.record, name) == getattr(record, name)
                assert kept is not ((name, getattr(record, name), record.collection) in lost)


def actor(collection: str, name: str, **fields: Any) -> r.Actor:
    """An actor, as one collection describes it."""
    return r.Actor(key="a", name=name, collection=collection, **fields)


@pytest.mark.parametrize(
    ("said", "record", "lost"),
    [
        ([actor("c", "A")], actor("c", "A"), []),
        (
            [
                actor(
                    "c", "A", kind="state", names=(r.Name("X"),), identifiers={"w": "1", "u": "3"}
                ),
                actor(
                    "d", "B", names=(r.Name("X"), r.Name("Y")), identifiers={"v": "2", "w": "9"}
                ),
            ],
            actor(
                "c",
                "A",
                kind="state",
                names=(r.Name("X"), r.Name("Y"), r.Name("B")),
                identifiers={"u": "3", "v": "2", "w": "1"},
            ),
            [Lost("name", "B", "d", "A", "c", "order"),
             Lost("identifiers.w", "9", "d", "1", "c", "order")],
        ),
        # A person's word goes before a machine's, whatever the collections are called.
        (
            [actor("a", "Machine's", mention=True), actor("b", "Person's")],
            actor("b", "Person's", names=(r.Name("Machine's"),)),
            [Lost("name", "Machine's", "a", "Person's", "b", "person")],
        ),
        (
            [actor("a", "B", extractor="x 1"), actor("b", "A", extractor="x 1"), actor("c", "A")],
            actor("c", "A", names=(r.Name("B"),)),
            [Lost("name", "B", "a", "A", "c", "person")],
        ),
        (
            [actor("a", "A", names=(r.Name("B"),)), actor("b", "B", names=(r.Name("A"),))],
            actor("a", "A", names=(r.Name("B"), r.Name("A"))),
            [],
        ),
        (
            [actor("a", "A", mention=True), actor("b", "A", mention=True)],
            actor("a", "A", mention=True),
            [],
        ),
        (
            [actor("a", "A", mention=True), actor("b", "A", mention=False)],
            actor("b", "A", mention=False),
            [],
        ),
    ],
)  # fmt: skip
def test_combined(said: list[r.Actor], record: r.Actor, lost: list[Lost]) -> None:
    assert combine(said) == (record, tuple(lost))


def test_a_source_keeps_what_only_one_says() -> None:
    said = [
        r.Source(key="s", text="x", title="T", collection="c"),
        r.Source(key="s", text="y", publisher="P", collection="d"),
    ]
    assert combine(said) == (
        r.Source(key="s", text="x", title="T", publisher="P", collection="c"),
        (Lost("text", "y", "d", "x", "c", "order"),),
    )
