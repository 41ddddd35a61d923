"""Mentions: where they are listed and found, and who is proposed for them; events that may be one;
what to look at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from builders import put_in

from timeline import records as r
from timeline.dates import parse
from timeline.errors import AmbiguousError, NotFoundError
from timeline.load import confirm, decline, merge, undo
from timeline.queries import Question, chronology
from timeline.queries import suggest as suggest_module
from timeline.queries.actors import actors, mentions, profile
from timeline.queries.check import check
from timeline.queries.find import find_mention
from timeline.queries.rows import MentionRow
from timeline.queries.same_events import suggest_events
from timeline.queries.suggest import suggest_actors

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection


def actor(key: str, name: str, *names: str, kind: Any = "person", **fields: Any) -> r.Actor:
    """An actor that a person has written down."""
    return r.Actor(
        key=key,
        name=name,
        names=tuple(map(r.Name, names)),
        kind=kind,
        collection="people",
        **fields,
    )


def mention(key: str, name: str, *names: str, kind: Any = "person") -> r.Actor:
    """An actor that a machine has found."""
    return actor(key, name, *names, kind=kind, mention=True)


def source(key: str, **fields: Any) -> r.Source:
    """A source."""
    return r.Source(key=key, collection="people", **fields)


def told(
    event: str, by: str, *who: r.Part, kind: Any = "CONSULT", **fields: Any
) -> list[r.AnyRecord]:
    """An event, and a claim about it."""
    date = fields.pop("date", None)
    return [
        r.Event(key=event, type=kind, title={"en": f"title of {event}"}, collection="people"),
        r.Claim(
            event=event,
            source=by,
            who=who,
            date=parse(date) if date else None,
            collection="people",
            **fields,
        ),
    ]


def participants(*keys: str) -> tuple[r.Part, ...]:
    """They meet."""
    return tuple(r.Part(key, "participant") for key in keys)


# Lists and names ----------------------------------------------------------------------------------


@pytest.fixture
def some(session: Connection) -> Connection:
    """Two known actors; four mentions: one of a known name, two of one name, one merged."""
    put_in(
        session,
        actor("musk", "Elon Musk"),
        actor("iravani", "Amir Saeid Iravani"),
        mention("one/musk", "Elon Musk"),
        mention("one/lee", "Ann Lee", "Lee"),
        mention("two/lee", "Ann Lee"),
        mention("one/iravani", "Iravani"),
        source("one"),
        source("two"),
        *told("e", "one", *participants("one/lee", "one/musk"), via=(r.Hop(actor="two/lee"),)),
        *told("f", "two", *participants("one/lee")),
    )
    merge(session, "actor", "iravani", "one/iravani")
    return session


def test_mentions_have_a_list_of_their_own(some: Connection) -> None:
    assert [row.key for row in actors(some).rows] == ["iravani", "musk"]
    assert list(mentions(some).rows) == [
        MentionRow("one/lee", "Ann Lee", "person", 2, ("one", "two")),
        MentionRow("two/lee", "Ann Lee", "person", 1, ("one",)),
        MentionRow("one/musk", "Elon Musk", "person", 1, ("one",)),
    ]
    page = mentions(some, limit=2)
    assert ([row.key for row in page.rows], page.after) == (["one/lee", "two/lee"], "two/lee")
    assert [row.key for row in mentions(some, limit=2, after="two/lee").rows] == ["one/musk"]


def test_whoever_is_known_stands_before_a_mention(some: Connection) -> None:
    """A whole name of a mention does not go before a part of the name of an actor."""
    assert profile(some, "Elon Musk").actor.key == "musk"
    assert profile(some, "one/musk").actor.mention
    assert not profile(some, "Iravani").actor.mention
    put_in(some, mention("three/iravani", "Iravani"))
    assert profile(some, "Iravani").actor.key == "iravani"
    with pytest.raises(AmbiguousError) as caught:
        profile(some, "Ann Lee")
    assert [one.key for one in caught.value.candidates] == ["one/lee", "two/lee"]
    merge(some, "actor", "one/lee", "two/lee")
    assert profile(some, "Lee").actor == profile(some, "Ann Lee").actor
    assert [row.key for row in chronology(some, Question(actors="Lee")).rows] == ["e", "f"]
    assert [row.key for row in mentions(some).rows] == ["one/lee", "one/musk", "three/iravani"]


def test_a_mention_that_stands_for_a_known_actor_is_known(some: Connection) -> None:
    merge(some, "actor", "one/musk", "musk")
    assert [row.key for row in actors(some).rows] == ["iravani", "one/musk"]
    assert [row.key for row in mentions(some).rows] == ["one/lee", "two/lee"]
    assert not profile(some, "Elon Musk").actor.mention


def test_who_is_known_from_the_start_is_no_mention(some: Connection) -> None:
    """A key that is one of its own identifiers makes it so, and nothing that only looks like it."""
    put_in(
        some,
        r.Actor(key="iso3166/ML", name="Mali", kind="state", mention=True, collection="people",
        identifiers={"iso3166": "ML"}),
        r.Actor(key="iso3166/x", name="Malia", mention=True, collection="people"),
        r.Actor(key="zz/mali", name="Malian", mention=True, collection="people",
        identifiers={"iso3166": "XX"}),
    )  # fmt: skip
    assert [row.key for row in actors(some).rows] == ["iravani", "musk", "iso3166/ML"]
    assert {row.key for row in mentions(some).rows} >= {"iso3166/x", "zz/mali"}
    assert not profile(some, "iso3166/ML").actor.mention
    assert profile(some, "Мали").actor.key == "iso3166/ML"
    with pytest.raises(NotFoundError):
        find_mention(some, "iso3166/ML")


def test_who_is_confirmed_is_an_actor(some: Connection) -> None:
    assert find_mention(some, "élon musk") == "one/musk"
    confirm(some, "one/musk", "two/lee")
    assert [row.key for row in actors(some).rows] == ["iravani", "two/lee", "musk", "one/musk"]
    assert [row.key for row in mentions(some).rows] == ["one/lee"]
    assert find_mention(some, "Ann Lee") == "one/lee"
    undo(some)
    assert [row.key for row in mentions(some).rows] == ["one/lee", "two/lee", "one/musk"]


@pytest.mark.parametrize("called", ["musk", "Lee", "one/iravani", "nobody", ""])
def test_only_a_mention_is_found_to_be_confirmed(some: Connection, called: str) -> None:
    if called == "Lee":
        assert find_mention(some, called) == "one/lee"
        return
    with pytest.raises(NotFoundError, match="there is no mention"):
        find_mention(some, called)


def test_several_mentions_of_a_name_need_their_keys(some: Connection) -> None:
    with pytest.raises(AmbiguousError, match="may be several mentions"):
        find_mention(some, "Ann Lee")


# Actors -------------------------------------------------------------------------------------------


def proposed(session: Connection, **options: Any) -> list[tuple[str, str, str]]:
    """Keys of the first and of each other of what is proposed, and reasons."""
    return [
        (row.key, other, str(row.reason))
        for row in suggest_actors(session, **options)
        for other in row.others
    ]


def together(session: Connection) -> list[tuple[str, ...]]:
    """The keys of each group of actors that is proposed."""
    return [(row.key, *row.others) for row in suggest_actors(session)]


@pytest.mark.parametrize(
    ("known", "found", "reason"),
    [
        (actor("a", "Elon Musk"), mention("m", "ELON MUSK"), "the same name, “ELON MUSK”"),
        (
            actor("a", "Elon Musk", "Élon R. Musk"),
            mention("m", "X", "Elon R Musk"),
            "the same name, “Elon R Musk”",
        ),
        (
            actor("a", "Qassem Soleimani"),
            mention("m", "Ghassem Suleymani"),
            "“Ghassem Suleymani” and “Qassem Soleimani” sound alike",
        ),
        (actor("a", "ایروانی"), mention("m", "Iravani"), "“Iravani” and “ایروانی” sound alike"),
        (
            actor("a", "ONU", kind="organisation"),
            mention("m", "Organisation des Nations unies", kind="state"),
            "“ONU” is the acronym of “Organisation des Nations unies”",
        ),
        (
            actor("a", "the Islamic Republic News Agency", kind="organisation"),
            mention("m", "I.R.N.A.", kind="organisation"),
            "“I.R.N.A.” is the acronym of “the Islamic Republic News Agency”",
        ),
        (mention("a", "Ann Lee"), mention("m", "Ann Lee"), "the same name, “Ann Lee”"),
    ],
)
def test_who_is_proposed(session: Connection, known: r.Actor, found: r.Actor, reason: str) -> None:
    put_in(session, known, found)
    assert proposed(session) == [("a", "m", reason)]
    decline(session, "actor", "m", "a")
    assert proposed(session) == []
    undo(session)
    merge(session, "actor", "a", "m")
    assert proposed(session) == []


@pytest.mark.parametrize(
    ("known", "found"),
    [
        (actor("a", "Elon Musk"), actor("m", "Elon Musk")),
        (actor("a", "Washington"), mention("m", "Washington", kind="state")),
        (actor("a", "Elon Musk"), mention("m", "Kimbal Musk")),
        (actor("a", "Iran", kind="state"), mention("m", "Arno", kind="state")),
        (actor("a", "John Fitzgerald Kennedy"), mention("m", "JFK")),
        (
            actor("a", "onu", kind="organisation"),
            mention("m", "Organisation des Nations unies", kind="organisation"),
        ),
        (actor("a", "Iravani"), mention("m", "Amir Saeid Iravani")),
        (actor("a", "!!", kind="organisation"), mention("m", "??", kind="organisation")),
        (mention("a", "artists", kind="group"), mention("m", "artists", kind="group")),
    ],
)
def test_who_is_not_proposed(session: Connection, known: r.Actor, found: r.Actor) -> None:
    put_in(session, known, found)
    assert proposed(session) == []


def test_the_best_come_first_and_each_pair_once(
    session: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(suggest_module, "_BATCH", 1)
    put_in(
        session,
        mention("m1", "Ghassem Soleimani", "Qassem Soleimani"),
        mention("m2", "Ghassem Soleimani", "Suleymani Qasem"),
        actor("known", "Qassem Soleimani", "Ghassem Soleimani"),
        mention("m3", "Qasem Suleimani"),
    )
    found = [(left, right) for left, right, _ in proposed(session)]
    assert found == [("known", "m1"), ("known", "m2"), ("known", "m3")]
    assert len(suggest_actors(session, limit=2)) == 2
    # Of mentions alone not every pair is proposed: the oldest stands for them, unless that was
    # declined.
    merge(session, "actor", "m3", "known")
    undo(session)
    for key in ("m1", "m2", "m3"):
        decline(session, "actor", "known", key)
    assert [(left, right) for left, right, _ in proposed(session)] == [("m1", "m2"), ("m1", "m3")]
    decline(session, "actor", "m1", "m3")
    assert [(left, right) for left, right, _ in proposed(session)] == [("m1", "m2"), ("m2", "m3")]


@pytest.fixture
def surnames(session: Connection) -> Connection:
    """One mention by his surname alone, and three who have it."""
    put_in(
        session,
        actor("amir", "Amir Saeid Iravani"),
        actor("hossein", "Hossein Iravani"),
        actor("reza", "Reza Iravani"),
        actor("iran", "Iran", kind="state"),
        actor("peru", "Peru", kind="state"),
        mention("m", "Iravani"),
        source("one"),
        source("two"),
        *told(
            "e",
            "one",
            r.Part("amir", "speaker", "Iran's ambassador to the UN"),
            r.Part("iran", "agent"),
        ),
        *told("f", "one", r.Part("hossein", "speaker"), r.Part("peru", "agent")),
        *told("g", "one", r.Part("reza", "speaker"), r.Part("iran", "agent")),
    )
    return session


def test_a_surname_needs_an_office_or_company(surnames: Connection) -> None:
    put_in(surnames, *told("h", "two", r.Part("m", "speaker", "ambassador to the UN")))
    assert proposed(surnames) == [
        ("amir", "m", "“Iravani” is a part of “Amir Saeid Iravani”; both ambassador to the UN"),
    ]
    put_in(surnames, *told("h", "two", r.Part("m", "speaker"), r.Part("peru", "agent")))
    assert proposed(surnames)[1:] == [
        ("hossein", "m", "“Iravani” is a part of “Hossein Iravani”; both appear with Peru")
    ]
    put_in(surnames, r.Position(actor="reza", title="Ambassador", collection="people"))
    assert [left for left, _, _ in proposed(surnames)] == ["amir", "hossein", "reza"]


def test_two_whom_one_account_names_are_two(surnames: Connection) -> None:
    put_in(surnames, *told("h", "two", *participants("m", "reza", "iran")))
    assert [left for left, _, _ in proposed(surnames)] == ["amir"]


def test_a_full_name_may_be_that_of_a_surname(session: Connection) -> None:
    put_in(
        session,
        mention("m", "Iravani"),
        mention("n", "Amir Saeid Iravani"),
        source("one"),
        *told("e", "one", r.Part("m", "speaker", "envoy")),
        *told("f", "one", r.Part("n", "speaker", "Envoy")),
    )
    assert [row[:2] for row in proposed(session)] == [("m", "n")]


def test_all_mentions_of_a_name_are_proposed_together(session: Connection) -> None:
    """Whoever wrote it how; but for those that somebody told apart, and other names."""
    names = ("Ann Lee", "ANN LEE", "Ann Lee", "Ann Lee", "Bob Lee")
    put_in(
        session,
        *(mention(f"{n}/lee", name) for n, name in enumerate(names)),
        actor("carl", "Carl Orr"),
        mention("0/orr", "Carl Orr"),
    )
    assert together(session) == [("0/lee", "1/lee", "2/lee", "3/lee"), ("carl", "0/orr")]
    (row, _) = suggest_actors(session)
    assert (row.name, row.other_names, row.size) == ("Ann Lee", ("ANN LEE", "Ann Lee"), 4)
    # Two of them can't both be the first one.
    decline(session, "actor", "2/lee", "3/lee")
    assert together(session) == [
        ("0/lee", "1/lee", "2/lee"),
        ("carl", "0/orr"),
        ("0/lee", "3/lee"),
    ]
    merge(session, "actor", "0/lee", "1/lee", "2/lee")
    assert together(session) == [("carl", "0/orr")]
    undo(session)
    undo(session)
    merge(session, "actor", *together(session)[0])
    assert together(session) == [("carl", "0/orr")]


# Events -------------------------------------------------------------------------------------------


def pairs(session: Connection, **options: Any) -> list[tuple[str, str, str]]:
    """Keys of the first and of each other of the events that are proposed, and reasons."""
    return [
        (row.key, other, str(row.reason))
        for row in suggest_events(session, **options)
        for other in row.others
    ]


@pytest.fixture
def meeting(session: Connection) -> Connection:
    """Two known actors, and a meeting that one source tells of."""
    names = [actor(key, key.upper()) for key in ("a", "b", "c", "d", "e")]
    mondays = "[2024-11-04,2024-11-11,2024-11-18]"
    put_in(
        session,
        *names,
        source("one"),
        source("two"),
        *told("one/e", "one", *participants("a", "b"), date=mondays),
    )
    return session


@pytest.mark.parametrize(
    ("who", "fields", "reason"),
    [
        ("ab", {"date": "2024-11-11"}, "CONSULT on 2024-11-11, the same participants: A, B"),
        (
            "ab",
            {"date": "2024-11"},
            "CONSULT on [2024-11-04,2024-11-11,2024-11-18], the same participants: A, B",
        ),
        ("ac", {"date": "2024-11-11"}, "CONSULT on 2024-11-11, both with: A"),
        (
            "abc",
            {"date": "2024-11-04/2024-11-05", "polarity": "denies"},
            "CONSULT on 2024-11-04, both with: A, B",
        ),
        ("ab", {"date": "2024-11-12"}, None),
        ("ab", {"date": "2024"}, None),
        ("ab", {"date": None}, None),
        ("ab", {"date": "2024-11-11", "kind": "VISIT"}, None),
        ("cd", {"date": "2024-11-11"}, None),
        ("", {"date": "2024-11-11"}, None),
    ],
)
def test_which_event_is_proposed(
    meeting: Connection, who: str, fields: dict[str, Any], reason: str | None
) -> None:
    put_in(meeting, *told("two/e", "two", *participants(*who), **fields))
    assert pairs(meeting) == ([("one/e", "two/e", reason)] if reason else [])
    if reason:
        (row,) = suggest_events(meeting)
        assert (row.name, row.other_names) == ("title of one/e", ("title of two/e",))
        decline(meeting, "event", "two/e", "one/e")
        assert pairs(meeting) == []
        undo(meeting)
        merge(meeting, "event", "one/e", "two/e")
        assert pairs(meeting) == []


def test_one_source_tells_of_two(meeting: Connection) -> None:
    """Unless they are alike in full: who reads may have missed that it tells of one again."""
    put_in(meeting, *told("one/f", "one", *participants("a", "c"), date="2024-11-11"))
    put_in(meeting, *told("one/g", "one", *participants("a", "b", "c"), date="2024-11-11"))
    assert pairs(meeting) == []
    put_in(meeting, *told("one/h", "one", *participants("a", "b"), date="2024-11-11"))
    said = "CONSULT on 2024-11-11, the same participants: A, B"
    assert pairs(meeting) == [("one/e", "one/h", said)]
    decline(meeting, "event", "one/e", "one/h")
    assert pairs(meeting) == []


def test_events_that_are_all_alike_are_proposed_together(meeting: Connection) -> None:
    """Of several sources and of one; but for those that can't all be one: of which two were told
    apart, or which have no day in common.
    """

    def together() -> list[tuple[str, ...]]:
        return [(row.key, *row.others) for row in suggest_events(meeting)]

    put_in(
        meeting,
        *told("one/f", "one", *participants("a", "b"), date="2024-11-11"),
        *told("two/e", "two", *participants("a", "b"), date="2024-11-11"),
        *told("two/f", "two", *participants("b", "a"), date="2024-11-18"),
        *told("two/g", "two", *participants("a", "c"), date="2024-11-18"),
    )
    assert together() == [
        ("one/e", "one/f", "two/e"),
        ("one/e", "two/f"),
        ("one/e", "two/g"),
    ]
    (row, *_) = suggest_events(meeting)
    assert str(row.reason) == "CONSULT on 2024-11-11, the same participants: A, B"
    decline(meeting, "event", "one/f", "two/e")
    assert together()[:3] == [("one/e", "one/f"), ("one/e", "two/e"), ("one/e", "two/f")]
    undo(meeting)
    merge(meeting, "event", *together()[0])
    assert together() == []


def test_who_only_denies_an_event_takes_no_part_in_it(meeting: Connection) -> None:
    denial = r.Claim(
        event="one/e", source="one", polarity="denies", who=participants("e"), collection="people"
    )
    put_in(meeting, denial, *told("two/e", "two", *participants("a", "b"), date="2024-11-11"))
    assert pairs(meeting)[0][2] == "CONSULT on 2024-11-11, the same participants: A, B"


def test_who_was_merged_is_one_participant(meeting: Connection) -> None:
    put_in(meeting, *told("two/e", "two", *participants("c", "d"), date="2024-11-11"))
    merge(meeting, "actor", "c", "a")
    assert pairs(meeting) == [("one/e", "two/e", "CONSULT on 2024-11-11, both with: C")]
    merge(meeting, "actor", "b", "d")
    assert pairs(meeting) == [
        ("one/e", "two/e", "CONSULT on 2024-11-11, the same participants: B, C")
    ]


def test_the_best_pair_of_events_comes_first(meeting: Connection) -> None:
    put_in(
        meeting,
        *told("two/e", "two", *participants("a"), date="2024-11-11"),
        *told("three/e", "three", *participants("a", "b", "c", "d", "e"), date="2024-11-11"),
        *told("four/e", "four", *participants("a", "b", "c", "d", "e"), date="2024-11-11"),
        source("three"),
        source("four"),
    )
    found = pairs(meeting)
    assert found[0] == (
        "four/e",
        "three/e",
        "CONSULT on 2024-11-11, the same participants: A, B, C and 2 more",
    )
    assert [(left, right) for left, right, _ in found[1:3]] == [
        ("four/e", "one/e"),
        ("one/e", "three/e"),
    ]
    assert len(found) == 6
    assert pairs(meeting, limit=1) == found[:1]


# What to look at ----------------------------------------------------------------------------------


def findings(session: Connection, *kinds: str) -> list[tuple[str, str | None, str]]:
    """Kind, event and what is said of it."""
    return [
        (row.kind, row.event, row.says) for row in check(session) if not kinds or row.kind in kinds
    ]


def test_claims_that_nothing_backs(session: Connection) -> None:
    text = "Musk met him."
    put_in(
        session,
        source("one", text=text),
        source("two"),
        *told("e", "one", quote="Musk met", extractor="x 1", confidence=0.3),
        *told("f", "two", quote="not checked", extractor="x 1", confidence=0.7),
        *told("g", "two", date="2024"),
        r.Claim(event="g", source="two", date=parse("2024"), collection="again"),
    )
    assert findings(session) == [
        ("no quote", "g", "two is not quoted"),
        ("low confidence", "e", "x 1 is sure of it by 0.3 only"),
    ]
    session.exec_driver_sql(
        "UPDATE claim SET quote_start = 1, quote_end = 9 WHERE quote = 'Musk met'"
    )
    session.exec_driver_sql(
        "INSERT INTO source_text (source_id, text) SELECT id, 'y' FROM source WHERE key = 'two'"
    )
    lost = [
        ("quote not found", key, f"it does not stand in the text of {by}")
        for key, by in (("e", "one"), ("f", "two"))
    ]
    assert findings(session, "quote not found") == lost


def test_acts_of_the_dead(session: Connection) -> None:
    put_in(
        session,
        actor("q", "Qassem"),
        actor("q2", "Q."),
        source("one"),
        *told("death", "one", r.Part("q", "victim"), kind="DEATH", date="2020-01-03"),
        *told("before", "one", r.Part("q", "agent"), kind="VISIT", date="2020-01-02"),
        *told("same-month", "one", r.Part("q", "agent"), kind="VISIT", date="2020-01"),
        *told("after", "one", r.Part("q2", "speaker"), kind="STATEMENT", date="2020-01-04"),
        *told("grave", "one", r.Part("q", "recipient"), kind="CEREMONY", date="2020-01-05"),
        *told(
            "planned", "one", r.Part("q", "agent"), kind="VISIT", date="2020-02", modality="planned"
        ),
        *told(
            "denied", "one", r.Part("q", "agent"), kind="VISIT", date="2020-02", polarity="denies"
        ),
    )
    assert findings(session, "after death") == []
    merge(session, "actor", "q", "q2")
    says = "Qassem is its speaker on 2020-01-04, and died on 2020-01-03 (death)"
    assert findings(session, "after death") == [("after death", "after", says)]


@pytest.mark.parametrize(
    ("capacity", "date", "found"),
    [
        ("president", "2024-11-11", True),
        ("President of the Republic", "2024-11", True),
        ("president", "2019", False),
        ("president", "2020-06", False),
        ("president", None, False),
        ("former president", "2024-11-11", False),
        ("ex-president", "2024-11-11", False),
        ("billionaire", "2024-11-11", False),
        ("envoy", "2024-11-11", False),
        ("!", "2024-11-11", False),
    ],
)
def test_offices_that_were_held_at_another_time(
    session: Connection, capacity: str, date: str | None, found: bool
) -> None:
    put_in(
        session,
        actor("a", "Ann"),
        actor("b", "Ben"),
        source("one"),
        r.Position(actor="a", title="President", held=parse("2017/2020"), collection="people"),
        r.Position(actor="a", title="envoy", collection="people"),
        *told(
            "e",
            "one",
            r.Part("a", "speaker", capacity),
            r.Part("b", "speaker", capacity),
            date=date,
        ),
    )
    says = f"Ann takes part as {capacity} on {date}; on record: President 2017/2020"
    assert findings(session, "position") == ([("position", "e", says)] if found else [])


def rows_once(rows: Sequence[Any]) -> bool:
    """Whether nothing stands twice."""
    return len(set(rows)) == len(rows)


def test_what_several_collections_hold_is_found_once(session: Connection) -> None:
    records = [
        actor("a", "Ann"),
        source("one"),
        r.Position(actor="a", title="President", held=parse("2017/2020"), collection="people"),
        *told("e", "one", r.Part("a", "speaker", "president"), date="2024"),
    ]
    again = r.Claim(
        event="e",
        source="one",
        who=(r.Part("a", "speaker", "president"),),
        date=parse("2024"),
        collection="again",
    )
    put_in(session, *records, again)
    found = findings(session)
    assert len(found) == 2
    assert rows_once(found)
