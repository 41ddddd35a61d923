"""A question: what its fields take, what repeated words mean, and what can't be asked together."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from itertools import combinations, product
from typing import TYPE_CHECKING, Any, get_args

import pytest
from builders import put_in

from timeline import records as r
from timeline.dates import parse
from timeline.errors import NotFoundError, UsageError
from timeline.queries import Question, chronology
from timeline.queries.types import known_type, types
from timeline.records.everyday import everyday_words

if TYPE_CHECKING:
    from sqlalchemy import Connection

# Field -> values of which each finds something in the small world.
OR = {
    "types": ("assault", "CONSULT", "VISIT"),
    "sources": ("gazette", "wire", "rumour"),
    "places": ("port", "Far Land", "town"),
    "standings": ("asserted", "disputed", "planned"),
}
AND = {
    "actors": ("anna", "Cléo Ørsted", "jane-1", "hussein", "anna:agent", "bert:speaker"),
    "tags": ("secret", "diplomacy", "office"),
}


def keys(session: Connection, **asked: Any) -> list[str]:
    """The keys of what a question finds."""
    return [row.key for row in chronology(session, Question(**asked)).rows]


@pytest.mark.parametrize("field", OR)
def test_one_of_several(field: str, world: Connection) -> None:
    """Law: repeated, any will do."""
    everything = keys(world)
    for pair in combinations(OR[field], 2):
        found = {key for word in pair for key in keys(world, **{field: word})}
        assert keys(world, **{field: pair}) == [key for key in everything if key in found]
    assert keys(world, **{field: ()}) == everything


@pytest.mark.parametrize("field", AND)
@pytest.mark.parametrize("known_by", [None, "2022"])
def test_all_of_several(field: str, known_by: str | None, world: Connection) -> None:
    """Law: repeated, all must hold, whatever the order; in the past too."""
    everything = keys(world, known_by=known_by)
    for pair in product(AND[field], AND[field]):
        found = [set(keys(world, known_by=known_by, **{field: word})) for word in pair]
        both = found[0] & found[1]
        asked = {field: list(pair), "known_by": known_by}
        assert keys(world, **asked) == [key for key in everything if key in both], pair
    assert keys(world, **{field: []}) == keys(world)


def test_a_role_for_all_or_one(world: Connection) -> None:
    assert keys(world, actors=("anna", "bert")) == ["era", "talks", "oath"]
    assert keys(world, actors=("anna", "bert"), role="agent") == ["era"]
    assert keys(world, actors=("anna:agent", "bert:recipient")) == ["oath"]
    assert keys(world, actors=("anna", "bert:recipient"), role="agent") == ["oath"]


def test_a_name_with_a_colon(world: Connection) -> None:
    """A whole name that exists wins; else what stands after the last colon is the role."""
    who = (r.Part("2:speaker", "agent"),)
    put_in(
        world,
        r.Actor(key="2:speaker", name="Anna Berg: agent", collection="c"),
        r.Event(key="colon", type="OTHER", collection="c"),
        r.Claim(event="colon", source="wire", who=who, collection="c"),
    )
    for name in ("2:speaker", "Anna Berg: agent", "2:speaker:agent"):
        assert keys(world, actors=name) == ["colon"], name
    assert keys(world, actors="2:speaker:speaker") == []
    assert keys(world, actors="Anna Berg:agent") == ["colon"], "that is how names are compared"
    assert keys(world, actors="anna:agent") == ["era", "oath"]
    with pytest.raises(UsageError, match="no role 'speeker'; did you mean speaker"):
        keys(world, actors="anna:speeker")
    for name in ("nobody at all:agent", "nobody at all", "anna:"):
        with pytest.raises((NotFoundError, UsageError), match=r"no actor|no role ''"):
            keys(world, actors=name)


@pytest.mark.parametrize("field", ["start", "end", "on", "known_by"])
def test_dates_as_text(field: str, world: Connection) -> None:
    for text, edtf in (("2020-04", "2020-04"), ("30 april 2020", "2020-04-30")):
        asked = {field: text}
        assert keys(world, **asked) == keys(world, **{field: parse(edtf)})
    with pytest.raises(UsageError, match=f"{field}: .*is not understood"):
        keys(world, **{field: "whenever"})


def test_a_question_stays_as_it_was_asked() -> None:
    question = Question(actors=("anna",))
    with pytest.raises(FrozenInstanceError):
        question.role = "agent"  # type: ignore[misc]
    assert question == Question(actors=("anna",)) != Question()


# Types --------------------------------------------------------------------------------------------


def test_each_type_has_everyday_words_in_both_languages() -> None:
    assert set(everyday_words()) == set(product(get_args(r.EventType), ("en", "fr")))
    assert all(len(set(words)) == len(words) for words in everyday_words().values())
    assert [row.type for row in types()] == list(get_args(r.EventType))
    assert {row.type: row.words for row in types(language="fr-CA")}["CONSULT"][0] == "rencontre"
    assert types(language="fa") == types()


@pytest.mark.parametrize("name", get_args(r.EventType))
def test_an_everyday_word_leads_to_its_type(name: str) -> None:
    """Whatever its letters and accents; but it is not taken for the type."""
    assert known_type(name.lower()) == name
    for language in ("en", "fr"):
        for word in everyday_words()[name, language]:
            if word.upper() not in get_args(r.EventType):
                with pytest.raises(UsageError) as error:
                    known_type(word.title())
                assert name in error.value.values["near"], word


@pytest.mark.parametrize(
    ("given", "near"),
    [
        ("meeting", ["CONSULT"]),
        ("rencontre", ["CONSULT"]),
        ("Élection", ["ELECTION"]),
        ("frappe", ["ASSAULT"]),
        ("strike", ["PROTEST", "ASSAULT"]),
        ("consul", ["CONSULT"]),
        ("zzz", []),
    ],
)
def test_what_is_proposed_for_a_type(given: str, near: list[str]) -> None:
    with pytest.raises(UsageError) as error:
        known_type(given)
    assert error.value.values["near"] == near
    assert str(error.value).startswith(f"there is no type {given!r}; ")
