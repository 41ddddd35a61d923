"""From what people call something to the thing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from builders import located
from sqlalchemy import select

from timeline import records as r
from timeline.dates import parse
from timeline.errors import AmbiguousError, Namesake, NotFoundError
from timeline.load import load, merge
from timeline.queries import Question, chronology
from timeline.queries.find import find_actor, find_event, find_places, key_of
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table


def key(session: Connection, table: Table, number: int) -> str:
    """The key of an id."""
    return cast("str", session.scalar(select(table.c.key).where(table.c.id == number)))


@pytest.mark.parametrize(
    ("called", "expected"),
    [
        ("anna", "anna"),
        ("Anna Berg", "anna"),
        ("ANNA  BERG!", "anna"),
        ("berg anna", "anna"),
        ("Berg", "anna"),
        ("آنا برگ", "anna"),
        ("برگ", "anna"),
        ("Cleo Orsted", "cleo"),
        ("o’neill ørsted", "cleo"),
        ("oneill", None),
        ("حسین الحکیم", "hussein"),
        ("حسين", "hussein"),
        ("Hussein", "hussein"),
        ("light ministry", "ministry-2"),
        ("Ministry of Light", "ministry"),
        ("jane-2", "jane-2"),
        ("An", None),
        ("%", None),
        ("", None),
    ],
)
def test_an_actor(called: str, expected: str | None, world: Connection) -> None:
    """By key, by a whole name, by words of one; in any script, whatever the accents and the shape
    of letters.
    """
    if expected is None:
        with pytest.raises(NotFoundError):
            find_actor(world, called)
    else:
        assert key(world, t.actor, find_actor(world, called)) == expected


@pytest.mark.parametrize(
    ("called", "candidates"),
    [
        ("Jane Smith", [("jane-1", "Jane Smith"), ("jane-2", "Jane Smith")]),
        ("smith", [("jane-1", "Jane Smith"), ("jane-2", "Jane Smith")]),
        ("olsen", [("bert", "Bert Olsen"), ("bert-o", "B. Olsen")]),
        ("light", [("ministry", "Ministry of Light"), ("ministry-2", "Light Ministry")]),
    ],
)
def test_an_actor_who_may_be_several(
    called: str, candidates: list[tuple[str, str]], world: Connection
) -> None:
    with pytest.raises(AmbiguousError) as error:
        find_actor(world, called)
    assert [(one.key, one.name) for one in error.value.candidates] == candidates


def test_candidates_are_told_apart(world: Connection) -> None:
    """By what a record says of each, the first event and who tells first of that."""
    load(world, located([
        r.Actor(key="jane-2", name="Jane Smith", description="a pilot", collection="world"),
        r.Actor(key="jane-3", name="Jane Smith", collection="more"),
        r.Claim(event="raid", source="herald", date=parse("2020-04-29"),
        who=(r.Part("jane-2", "witness"),), collection="more"),
    ]))  # fmt: skip
    with pytest.raises(AmbiguousError) as error:
        find_actor(world, "Jane Smith")
    assert error.value.candidates == (
        Namesake("jane-1", "Jane Smith", None, "2020-04-29", "The raid in the harbour", "wire"),
        Namesake("jane-2", "Jane Smith", "a pilot", "2020-04-29", "Raid on the port", "herald"),
        Namesake("jane-3", "Jane Smith"),
    )


@pytest.mark.parametrize(
    ("called", "nearest"),
    [
        ("Ana Berg", "; did you mean Anna Berg or آنا برگ?"),
        ("Husein al Hakeem", "; did you mean Hussein al-Hakim or حسين الحكيم?"),
        ("Bergh", "; did you mean Berg"),
        ("Xyzzy", ""),
        ("zzz", ""),
    ],
)
def test_an_unknown_actor_is_told_who_is_near(called: str, nearest: str, world: Connection) -> None:
    with pytest.raises(NotFoundError) as error:
        find_actor(world, called)
    assert str(error.value).startswith(f"there is no actor {called!r}{nearest}")


def test_a_key_wins_over_a_name_and_a_whole_name_over_a_part(world: Connection) -> None:
    load(world, located([
        r.Actor(key="Bert Olsen", name="Somebody Else", collection="more"),
        r.Actor(key="b", name="Berg", collection="more"),
        r.Actor(key="c", name="Berg Bergen", collection="more"),
    ]))  # fmt: skip
    assert key(world, t.actor, find_actor(world, "Bert Olsen")) == "Bert Olsen"
    assert key(world, t.actor, find_actor(world, "Bergen")) == "c"
    with pytest.raises(AmbiguousError) as error:
        find_actor(world, "Berg")
    assert [candidate.key for candidate in error.value.candidates] == ["anna", "b"]


def test_who_was_merged_is_no_more_ambiguous(world: Connection) -> None:
    merge(world, "actor", "jane-2", "jane-1")
    assert key(world, t.actor, find_actor(world, "smith")) == "jane-2"
    assert key(world, t.actor, find_actor(world, "jane-1")) == "jane-2"


@pytest.mark.parametrize(
    ("called", "expected"),
    [
        ("raid", "raid"),
        ("raid on the port", "raid"),
        ("harbour", "raid-again"),
        ("reunion elysee", "talks"),
        ("palace", "talks"),
        ("minis", None),
        ("secret conversation", None),
        ("smith", None),
        ("'", None),
    ],
)
def test_an_event(called: str, expected: str | None, world: Connection) -> None:
    """By key, or by words of a title in any language; what else is said of it names no event."""
    if expected is None:
        with pytest.raises(NotFoundError):
            find_event(world, called)
    else:
        assert key(world, t.event, find_event(world, called)) == expected


def test_an_event_that_may_be_several(world: Connection) -> None:
    with pytest.raises(AmbiguousError) as error:
        find_event(world, "the raid")
    assert error.value.candidates == (
        Namesake("raid", "Raid on the port", date="2021-01-02"),
        Namesake("raid-again", "The raid in the harbour", date="2020-04-29"),
    )
    merge(world, "event", "raid", "raid-again")
    assert key(world, t.event, find_event(world, "the raid")) == "raid"


def test_an_unknown_event_is_told_what_is_near(world: Connection) -> None:
    with pytest.raises(NotFoundError, match="did you mean talks"):
        find_event(world, "talk")


def test_which_two_are_meant(world: Connection) -> None:
    assert key_of(world, "Berg", "bert") == ("actor", "anna", "bert")
    assert key_of(world, "raid", "harbour") == ("event", "raid", "raid-again")
    assert key_of(world, "raid", "harbour", of="event") == ("event", "raid", "raid-again")
    for pair in (("Berg", "raid"), ("raid", "Berg"), ("nobody", "Berg"), ("the raid", "Berg")):
        with pytest.raises(NotFoundError, match="there is no actor"):
            key_of(world, *pair)
    with pytest.raises(AmbiguousError, match="several events"):
        key_of(world, "the raid", "talks")


def test_places_lie_in_places(world: Connection) -> None:
    def keys(called: str) -> list[str]:
        return [key(world, t.place, number) for number in find_places(world, called)]

    assert keys("land") == keys("FAR LAND") == ["land", "region", "town"]
    assert keys("region du nord") == ["region", "town"]
    assert keys("oster town") == ["town"]


# Text ---------------------------------------------------------------------------------------------

TEXTS = {
    "accents": "Réunion à l’Élysée, déjà vue",
    "apostrophe": "L'ambassadeur d’Iran",
    "persian": "ديدار مقام‌های ایرانی در كابل",
    "german": "Straße und Ærø",
    "letters": "İstanbul ﬁle ＡＢＣ",
    "numbers": "Boeing 737-800 crashed, 12,5 dead",
    "long": "x" * 3000,
    "others": "東京 Встреча naïve co-operation under_score",
}


# Words -> which of the texts have them.
HITS: dict[str, list[str]] = {
    "reunion": ["accents"],
    "RÉUNION elysee": ["accents"],
    "elysee reunion": ["accents"],
    "reu": ["accents"],
    "reu elysee": [],
    "elysee reu": ["accents"],
    "l": ["accents", "apostrophe"],
    "l'Iran": ["apostrophe"],
    "d'iran": ["apostrophe"],
    "ambassadeur": ["apostrophe"],
    "دیدار": ["persian"],
    "ديدار كابل": ["persian"],
    "مقامهای": ["persian"],
    "strasse": ["german"],
    "aero": ["german"],
    "istanbul": ["letters"],
    "file abc": ["letters"],
    "737": ["numbers"],
    "737 8": ["numbers"],
    "800 12 5": ["numbers"],
    "встреча": ["others"],
    "東": ["others"],
    "naive cooperation": [],
    "co operation": ["others"],
    "score": ["others"],
    "and": [],
    "OR": [],
    "reunion OR boeing": [],
    'reunion"': ["accents"],
    "reun*": ["accents"],
    "NEAR(reunion)": [],
    "reunion:*": ["accents"],
    "!reunion": ["accents"],
    "reunion & | ( ) ' \\ <-> :A": ["accents"],
    "x" * 3000: ["long"],
}


def test_text(session: Connection) -> None:
    """All words, the last one also as a beginning; signs mean nothing; the same hits on both
    engines.
    """
    load(session, located([
        r.Source(key="s", collection="c"),
        *(r.Event(key=key, type="OTHER", title={"fr": text}, collection="c") for key,
        text in TEXTS.items()),
        *(r.Claim(event=key, source="s", collection="c") for key in TEXTS),
    ]))  # fmt: skip
    for words, found in HITS.items():
        assert sorted(row.key for row in chronology(session, Question(text=words)).rows) == sorted(
            found
        ), words


def test_text_is_searched_in_titles_summaries_quotes_and_names(world: Connection) -> None:
    def found(words: str) -> list[str]:
        return [row.key for row in chronology(world, Question(text=words)).rows]

    assert found("secret") == ["talks"]
    assert found("devient ministre") == ["oath"]
    assert found("took the oath") == ["oath"]
    assert found("oneill") == []
    assert found("neill orsted") == ["talks", "raid"]
    assert found("raid neill") == ["raid"], "each word may stand in another text"
    assert found("آنا") == ["era", "talks", "raid", "oath"]
