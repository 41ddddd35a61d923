"""What only a page asks: what is left by a filter, what stands around a quote, what others say of
somebody, and how versions differ.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, get_args

import pytest
from builders import put_in
from hypothesis import given
from hypothesis import strategies as st

from timeline import records as r
from timeline.errors import NotFoundError
from timeline.queries.chronology import chronology
from timeline.queries.options import Optioned, options
from timeline.queries.parameters import question_of
from timeline.queries.quoted import quoted
from timeline.queries.said_of import said_of
from timeline.queries.sources import source
from timeline.queries.versions import compared, pieces

if TYPE_CHECKING:
    from sqlalchemy import Connection

# What is asked besides.
ASKED: tuple[dict[str, list[str]], ...] = (
    {},
    {"all": [""]},
    {"actor": ["anna"]},
    {"actor": ["anna"], "role": ["participant"]},
    {"place": ["land"], "type": ["CONSULT"]},
    {"standing": ["asserted"], "source": ["wire"]},
    {"from": ["2020"]},
    {"to": ["2020-04-29"], "open": [""]},
    {"on": ["2020-04"], "certainly": [""]},
    {"place": ["port"], "certainly": [""]},
    {"known-by": ["2020-05"]},
    {"known-by": ["2020-05"], "from": ["2020"], "all": [""]},
)


@pytest.mark.parametrize("of", get_args(Optioned))
@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_an_option_leaves_as_many_events_as_it_says(
    world: Connection, of: Optioned, asked: dict[str, list[str]]
) -> None:
    """Law: with it instead of what the filter was set to, and no other value leaves any."""
    found = options(world, question_of(asked), of=of)
    kept = asked.get(of, []) if of == "actor" else []
    for row in found:
        rows = chronology(world, question_of({**asked, of: [*kept, row.value]})).rows
        assert len(rows) == row.events > 0, row
    assert [row.events for row in found] == sorted((row.events for row in found), reverse=True)
    assert options(world, question_of(asked), of=of, limit=1) == found[:1]
    named = {row.value for row in found}
    for event in chronology(world, question_of(asked)).rows:
        own: dict[str, tuple[str | None, ...]] = {
            "type": (event.type,),
            "standing": (event.standing,),
            "source": event.sources,
        }
        assert named.issuperset(own.get(of, ()))


def test_a_quote_stands_in_its_paragraph(session: Connection) -> None:
    text = "Before all.\n\nIt rained. The two met on Monday. They parted.\n\nAfter all."
    quote = "The two met on Monday."
    put_in(
        session,
        r.Source(key="daily", kind="article", text=text, collection="c"),
        r.Source(key="cited", kind="article", collection="c"),
        r.Event(key="meeting", type="CONSULT", collection="c"),
        r.Claim(event="meeting", source="daily", quote=quote, collection="c"),
        r.Claim(event="meeting", source="cited", quote="They met.", collection="c"),
    )
    (row,) = quoted(session, "meeting")
    assert (row.before, row.quote, row.after) == ("It rained. ", quote, " They parted.")
    with pytest.raises(NotFoundError):
        quoted(session, "nothing")


def test_what_others_say_of_an_actor_is_not_what_they_say(session: Connection) -> None:
    part = r.Part("ann", "participant")
    spoken = (r.Hop(actor="ann", verb="said"),)
    put_in(
        session,
        r.Actor(key="ann", name="Ann", kind="person", collection="c"),
        *(r.Source(key=key, kind="article", collection="c") for key in ("a", "b", "c", "d")),
        r.Event(key="meeting", type="CONSULT", collection="c"),
        r.Claim(event="meeting", source="a", who=(part,), quote="one", collection="c"),
        r.Claim(event="meeting", source="b", who=(part,), via=spoken, collection="c"),
        r.Claim(event="meeting", source="c", who=(r.Part("ann", "speaker"),), collection="c"),
        r.Claim(event="meeting", source="d", polarity="denies", who=(part,), collection="c"),
    )
    found = said_of(session, "Ann")
    assert [(row.source, row.polarity) for row in found] == [("a", "affirms"), ("d", "denies")]
    assert len(said_of(session, "Ann", limit=1)) == 1


def test_a_version_is_compared_with_the_one_that_it_replaces(session: Connection) -> None:
    old, new = "It rained.\nTwelve died there.\n", "It rained.\nFifteen died there.\nMore soon.\n"
    put_in(
        session,
        r.Source(key="daily", kind="article", text=old, collection="c"),
        r.Source(key="daily-2", kind="article", text=new, replaces="daily", collection="c"),
        r.Source(key="daily-3", kind="article", replaces="daily-2", collection="c"),
    )
    assert source(session, "daily-2").source.replaces == "daily"
    assert compared(session, "daily-2") == (
        ("same", "It rained.\n"),
        ("old", "Twelve "),
        ("new", "Fifteen "),
        ("same", "died there.\n"),
        ("new", "More soon.\n"),
    )
    assert compared(session, "daily") == compared(session, "daily-3") == ()


LINES = st.lists(st.sampled_from(["a b", "a  c", "\r", "é", "", "a b\n", "x " * 20])).map("\n".join)


@given(LINES, LINES)
def test_the_pieces_of_a_text_are_that_text(old: str, new: str) -> None:
    found = list(pieces(old, new))
    assert "".join(text for change, text in found if change != "new") == old
    assert "".join(text for change, text in found if change != "old") == new
    assert all(a.change != b.change for a, b in pairwise(found))


def test_what_is_wholly_rewritten_is_not_compared_word_by_word() -> None:
    old, new = (" ".join(f"{one}{n}" for n in range(5000)) for one in "ab")
    assert list(pieces(old, new)) == [("old", old), ("new", new)]
