"""What is to be reviewed, in which order, and what a reviewer sees of it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from builders import put_in
from draft import GAZETTE, MACHINE, draft, key_of, words_read
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from timeline import records as r
from timeline.dates import parse
from timeline.errors import NotFoundError
from timeline.load import decline, judge_claims, merge, note, unite
from timeline.load.reviewing import mend
from timeline.queries import Question
from timeline.queries.meant import (
    actors_alike,
    actors_called,
    claims_with,
    people_meant,
    places_called,
)
from timeline.queries.passages import found_in, passage_at, phrases, proper_names
from timeline.queries.review import (
    changed_readings,
    review_count,
    review_groups,
    review_queue,
    still_open,
)
from timeline.queries.under_review import under_review

if TYPE_CHECKING:
    from sqlalchemy import Connection


@pytest.fixture
def drafted(session: Connection) -> Connection:
    """A store with what a machine read."""
    put_in(session, *draft())
    return session


def queue(session: Connection, asked: Question | None = None, **more: Any) -> list[str]:
    """The words of the claims in the queue."""
    words = words_read(session)
    return [words[key] for key in review_queue(session, asked or Question(), **more)]


# The queue ----------------------------------------------------------------------------------------


def test_what_is_in_dispute_comes_first_then_what_is_least_sure(drafted: Connection) -> None:
    """One source says that they met and that they didn't."""
    assert queue(drafted) == ["denied", "met", "spoke", "left", "asked"]


def test_a_source_and_an_event_are_read_as_they_stand(drafted: Connection) -> None:
    assert queue(drafted, Question(sources="gazette")) == ["met", "spoke", "denied", "asked"]
    assert queue(drafted, event="gazette/meet") == ["met", "denied"]


def test_the_filters_of_the_chronology_hold(drafted: Connection) -> None:
    assert queue(drafted, Question(actors="Ann Lee")) == ["asked"]
    assert queue(drafted, Question(types="VISIT")) == ["left"]
    assert queue(drafted, limit=2) == ["denied", "met"]
    assert queue(drafted, but=[key_of(drafted, "denied")])[0] == "met"


def test_what_is_decided_is_not_asked_again(drafted: Connection) -> None:
    keys = {word: key_of(drafted, word) for word in ("met", "spoke", "left")}
    judge_claims(drafted, "accepted", [keys["met"]], by="Nina")
    judge_claims(drafted, "rejected", [keys["spoke"]], by="Omar")
    mend(drafted, keys["left"], {"modality": "planned"}, by="Nina")
    assert queue(drafted) == ["denied", "asked"]
    assert still_open(drafted, [*keys.values(), key_of(drafted, "asked")]) == [
        key_of(drafted, "asked")
    ]
    assert tuple(review_count(drafted)) == (3, 2)


# Another reading ----------------------------------------------------------------------------------


def reread() -> list[r.AnyRecord]:
    """The same articles, read by a newer machine that is sure of nothing."""
    return [
        replace(one, extractor="timeline-extract 3", modality="possible")
        if isinstance(one, r.Claim)
        else one
        for one in draft()
    ]


def test_other_readings_at_decided_places_are_listed(drafted: Connection) -> None:
    """Not asked: whatever was decided there still holds."""
    met, spoke, left = (key_of(drafted, word) for word in ("met", "spoke", "left"))
    judge_claims(drafted, "accepted", [met], by="Nina")
    judge_claims(drafted, "rejected", [spoke], by="Omar")
    mend(drafted, left, {"modality": "planned"}, by="Nina")
    assert changed_readings(drafted) == ()
    put_in(drafted, *reread())
    found = {row.quote: row for row in changed_readings(drafted)}
    assert [row.decided for row in found.values()] == ["accepted", "rejected", "corrected"]
    assert {row.extractor for row in found.values()} == {"timeline-extract 3"}
    assert {row.by for row in found.values()} == {"Nina", "Omar"}
    assert met in {row.instead for row in found.values()}
    assert queue(drafted) == ["denied", "asked"]


# Groups -------------------------------------------------------------------------------------------


def test_mentions_of_one_full_name_are_a_group(drafted: Connection) -> None:
    (group,) = review_groups(drafted)
    assert group == ("Elon Musk", "person", ("gazette/musk", "herald/musk"), 2, 2)


def test_a_group_is_no_group_once_it_is_decided(drafted: Connection) -> None:
    with drafted.begin_nested() as point:
        unite(drafted, "gazette/musk", "herald/musk", by="Nina")
        assert review_groups(drafted) == ()
        point.rollback()
    decline(drafted, "actor", "gazette/musk", "herald/musk", by="Nina")
    assert review_groups(drafted) == ()


@pytest.mark.parametrize(
    ("name", "kind", "is_one"),
    [
        ("Madonna", "person", False),
        ("Ann Lee", "person", True),
        ("the army", "organisation", False),
        ("Ministry", "organisation", True),
        ("Four People", "group", False),
        ("Mali", "state", True),
    ],
)
def test_only_full_names_of_one_actor_are_a_group(
    session: Connection, name: str, kind: r.ActorKind, *, is_one: bool
) -> None:
    for source in ("a", "b"):
        mention = r.Actor(
            collection=source, key=f"{source}/x", name=name, kind=kind, mention=True,
            extractor=MACHINE,
        )  # fmt: skip
        put_in(session, mention)
    assert [group.name for group in review_groups(session)] == [name] * is_one


# One claim ----------------------------------------------------------------------------------------


def test_a_claim_stands_in_its_paragraph_with_its_marks(drafted: Connection) -> None:
    item = under_review(drafted, key_of(drafted, "met"))
    passage = item.passage
    marked = {
        kind: [passage.text[m.start : m.end] for m in passage.marks if m.kind == kind]
        for kind in ("sentence", "trigger", "who", "date")
    }
    assert passage.text == GAZETTE.split("\n\n")[1]
    assert marked == {
        "sentence": ["Elon Musk met Iran's ambassador Amir Iravani on Monday."],
        "trigger": ["met"],
        "who": ["Elon Musk", "Amir Iravani"],
        "date": ["Monday"],
    }
    assert [str(doubt) for doubt in item.doubts] == ["another source denies it"]
    assert [row.polarity for row in item.others] == ["denies"]


def test_who_may_take_part_is_proposed_the_nearest_first(drafted: Connection) -> None:
    item = under_review(drafted, key_of(drafted, "spoke"))
    assert [(one.name, one.key) for one in item.people[:3]] == [
        ("Amir Iravani", "gazette/iravani"), ("Elon Musk", "gazette/musk"), ("Iran", None),
    ]  # fmt: skip
    assert "nobody is named in it" in [str(doubt) for doubt in item.doubts]


def test_dates_of_the_paragraph_and_of_publication_are_proposed(drafted: Connection) -> None:
    item = under_review(drafted, key_of(drafted, "spoke"))
    assert [tuple(one) for one in item.dates] == [
        ("2024-11-11", "Monday"), ("2024-11-13", None), ("[..2024-11-13]", None),
    ]  # fmt: skip


def test_dates_of_the_rest_of_the_text_are_proposed_last(session: Connection) -> None:
    """The nearest first; the paragraph and publication go before them."""
    text = "On 3 May 2019 they met.\n\nNobody knew. On 4 May they left.\n\nThe strike was on 5 May."
    here: dict[str, Any] = {"source": "s", "collection": "s", "event": "e", "extractor": MACHINE}
    start = text.index("strike")
    one = r.Claim(
        quote="The strike was on 5 May.", quote_start=text.index("The strike"),
        quote_end=len(text), trigger_start=start, trigger_end=start + 6, **here,
    )  # fmt: skip
    source = r.Source(
        key="s", text=text, language="en", published=parse("2019-06-01"), collection="s"
    )
    put_in(session, source, r.Event(key="e", type="PROTEST", collection="s"), one)
    proposed = [date.date for date in under_review(session, r.content_key(one)).dates]
    assert proposed == ["2019-05-05", "2019-06-01", "[..2019-06-01]", "2019-05-04", "2019-05-03"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("min", ["ministry", "ministry denied", "ministry denied it", "ministry denied it. Ann"]),
        ("ann", ["Ann", "Ann Lee", "Ann Lee asked", "Ann Lee asked for"]),
        ("two off", ["two officials", "two officials said"]),
        ("nobody", []),
    ],
)
def test_words_of_the_text_are_completed(typed: str, found: list[str]) -> None:
    assert list(phrases(GAZETTE, typed))[: len(found)] == found
    assert bool(found) == bool(list(phrases(GAZETTE, typed)))


def test_the_nearest_words_are_completed_first() -> None:
    text = "The hosts left. Later the hotel burnt, and hostile neighbours came."
    assert list(phrases(text, "ho", 60))[:3] == ["hostile", "hotel", "hosts"]


def test_who_is_meant_is_looked_for_in_the_text_before_the_database(drafted: Connection) -> None:
    """What was typed comes last, as it is; at most so many are offered."""
    others = [r.Actor(key=f"lee-{n}", name=f"Leo {n}", collection="c") for n in range(9)]
    put_in(drafted, *others)
    item = under_review(drafted, key_of(drafted, "asked"))
    meant = people_meant(drafted, item, "le", limit=5)
    assert (meant[0].key, meant[0].name) == ("gazette/lee", "Ann Lee")
    assert [one.name for one in meant[1:]] == ["Lee", "Lee asked", "Leo 0", "le"]
    (typed,) = people_meant(drafted, item, "zebra", limit=5)
    assert (typed.key, typed.name) == (None, "zebra")


def test_events_of_the_same_type_come_before_others(drafted: Connection) -> None:
    item = under_review(drafted, key_of(drafted, "spoke"))
    assert [one.key for one in item.events] == ["gazette/meet", "gazette/ask"]
    decline(drafted, "event", "gazette/meet", "gazette/speak", by="Nina")
    item = under_review(drafted, key_of(drafted, "spoke"))
    assert [one.key for one in item.events] == ["gazette/ask"]


def test_what_counts_in_the_place_of_a_claim_is_shown(drafted: Connection) -> None:
    key = key_of(drafted, "met")
    mend(drafted, key, {"modality": "reported"}, by="Nina")
    note(drafted, "claim", key, "call Ann", by="Omar")
    item = under_review(drafted, key)
    assert (item.decision, item.by, item.claim.modality) == ("corrected", "Nina", "reported")
    assert [one.text for one in item.notes] == ["call Ann"]
    assert [row.polarity for row in item.others] == ["denies"]


def test_what_was_rejected_is_no_more_said_of_the_event(drafted: Connection) -> None:
    judge_claims(drafted, "rejected", [key_of(drafted, "denied")], by="Omar")
    assert under_review(drafted, key_of(drafted, "met")).others == ()


def test_merged_actors_are_named_as_who_stands_for_them(drafted: Connection) -> None:
    put_in(drafted, r.Actor(collection="x", key="elon-musk", name="Elon Reeve Musk"))
    merge(drafted, "actor", "elon-musk", "herald/musk", by="Nina")
    item = under_review(drafted, key_of(drafted, "left"))
    assert [(one.name, one.role) for one in item.people if one.role] == [
        ("Elon Reeve Musk", "agent")
    ]


def test_a_claim_without_a_text_is_shown_by_its_quote(session: Connection) -> None:
    bare = [
        replace(one, text=None, published=None)
        if isinstance(one, r.Source)
        else replace(one, date=None, said=None)
        if isinstance(one, r.Claim)
        else one
        for one in draft()
    ]
    put_in(session, *bare)
    key = review_queue(session, event="herald/leave")[0]
    item = under_review(session, key)
    assert item.passage.text == "Elon Musk left for Paris on Tuesday."
    assert "it has no date, nor has its source" in map(str, item.doubts)


def test_what_is_gone_or_never_was_is_refused(drafted: Connection) -> None:
    key = key_of(drafted, "asked")
    gone = [one for one in draft() if isinstance(one, r.Claim) and one.event == "gazette/ask"]
    put_in(drafted, *(one for one in draft() if one not in gone))
    codes = []
    for called in (key, "0000"):
        with pytest.raises(NotFoundError) as refused:
            under_review(drafted, called)
        codes.append(refused.value.message.code)
    assert codes == ["claim-revoked", "no-such-claim"]


# What is typed ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mus", ["gazette/musk", "herald/musk"]),
        ("ELON M", ["gazette/musk", "herald/musk"]),
        ("usk", []),
        ("…", []),
        ("ann lee", ["gazette/lee"]),
    ],
)
def test_names_are_found_by_how_a_word_begins(
    drafted: Connection, typed: str, found: list[str]
) -> None:
    assert [one.key for one in actors_called(drafted, typed, limit=9)] == found


def test_those_who_may_be_the_same_are_found(drafted: Connection) -> None:
    put_in(drafted, r.Actor(collection="x", key="elon", name="Ilon Mask"))
    alike = [one.key for one in actors_alike(drafted, "gazette/musk", limit=9)]
    assert alike == ["herald/musk", "elon"]
    decline(drafted, "actor", "gazette/musk", "herald/musk", by="Nina")
    assert [one.key for one in actors_alike(drafted, "gazette/musk", limit=9)] == ["elon"]


def test_claims_and_places_are_found(drafted: Connection) -> None:
    put_in(drafted, r.Place(collection="x", key="paris", name="Paris", country="FR"))
    assert [one.key for one in places_called(drafted, "par", limit=9)] == ["paris"]
    assert places_called(drafted, "-", limit=9) == ()
    found = claims_with(drafted, "sanctions", language="en", limit=9)
    assert [(one.key, one.apart) for one in found] == [(key_of(drafted, "spoke"), "gazette")]
    assert claims_with(drafted, "…", language="en", limit=9) == ()


# Passages -----------------------------------------------------------------------------------------


@given(st.lists(st.text("ab .\n", min_size=1, max_size=9), min_size=1, max_size=6), st.data())
def test_a_passage_holds_its_sentence_and_begins_within_the_paragraph(
    paragraphs: list[str], data: st.DataObject
) -> None:
    text = "\n\n".join(paragraphs)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = passage_at(text, start, end)
    assert 0 <= first <= start <= end <= last <= len(text)
    assert "\n\n" not in text[first:start].strip("\n")


@given(st.lists(st.sampled_from(("ann", "ann lee", "lee", "bob")), max_size=4))
def test_names_that_are_found_lie_apart(names: list[str]) -> None:
    text = "ann lee met ann and bob; lee left, annabel stayed"
    found = sorted(found_in(text, names))
    assert all(text[start:end] in names for start, end in found)
    assert all(end <= after for (_, end), (after, _) in pairwise(found))
    assert {text[start:end] for start, end in found} >= set(names) & {"ann lee", "bob"}


def test_a_name_is_found_however_its_apostrophe_and_spaces_are_printed() -> None:
    assert [*found_in("Le Quai d’Orsay et Jean\u00a0Rey", ["Quai d'Orsay", "Jean Rey"])] == [
        (3, 15), (19, 27),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hier, Hamid Karzai a saisi le Conseil d'État.", ["Hamid Karzai", "Conseil d'État"]),
        ("Nobody knows. Ann Lee does.", ["Lee"]),
        ("the army of Mali", ["Mali"]),
        ("", []),
    ],
)
def test_what_looks_like_a_name_is_found(text: str, names: list[str]) -> None:
    assert proper_names(text) == names
