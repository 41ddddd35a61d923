"""Values that claims give differently: place, numbers, who fills a role that only one can fill; as
conflicts and dossiers tell them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from builders import check_derived, put_in
from sqlalchemy import text

from timeline import records as r
from timeline.dates import parse
from timeline.errors import UsageError
from timeline.load import confirm, decline, judge_claims, merge, state, undo
from timeline.queries import Question, chronology
from timeline.queries.conflicts import ABOUT, conflicts
from timeline.queries.differences import event_differences, event_states
from timeline.queries.dossier import dossier

if TYPE_CHECKING:
    from sqlalchemy import Connection

PLACES = (
    r.Place(key="fr", name="France", collection="c"),
    r.Place(key="lyon", name="Lyon", part_of="fr", collection="c"),
    r.Place(key="paris", name="Paris", part_of="fr", collection="c"),
    r.Place(key="paris-tx", name="Paris", collection="c"),
)


def event(
    *claims: dict[str, Any], kind: r.EventType = "APPOINTMENT", **actors: Any
) -> list[r.AnyRecord]:
    """An event with a claim of each of s0, s1, ...; actors by key."""
    return [
        *PLACES,
        *(r.Source(key=f"s{n}", collection="c") for n in range(len(claims))),
        *(r.Actor(key=key, collection="c", **fields) for key, fields in actors.items()),
        r.Event(key="e", type=kind, title={"en": "It"}, collection="c"),
        *(
            r.Claim(**{"event": "e", "source": f"s{n}", "quote": f"q{n}", "collection": "c"} | said)
            for n, said in enumerate(claims)
        ),
    ]


def told(session: Connection) -> list[tuple[str, set[tuple[str, str]]]]:
    """What is in conflict, and each side: what, and whose. One side is shown, of people none."""
    rows = conflicts(session).rows
    for row in rows:
        shown = [side.why is None for side in row.sides]
        assert any(shown) if row.about.startswith("who") else shown.count(True) == 1
    return [
        (
            row.about,
            {(side.says, " ".join(str(one.source) for one in side.voices)) for side in row.sides},
        )
        for row in rows
    ]


def dead(low: float, high: float | None = None) -> dict[str, Any]:
    return {"quantities": (r.Quantity("dead", low=low, high=high or low),)}


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([{"place": "lyon"}, {"place": "paris"}], [("place", {("Lyon", "s0"), ("Paris", "s1")})]),
        ([{"place": "fr"}, {"place": "paris"}], []),
        ([{"place": "paris"}, {"place": "paris-tx"}],
        [("place", {("Paris (paris)", "s0"), ("Paris (paris-tx)", "s1")})]),
        ([{"place": "lyon"}, {"place": "paris"}, {"place": "paris", "polarity": "declines"}],
        [("place", {("Lyon", "s0"), ("Paris", "s1")})]),
        ([dead(12), dead(12, 15)], []),
        ([dead(12), dead(15)], [("numbers.dead", {("12", "s0"), ("15", "s1")})]),
        ([dead(12), dead(15), dead(15)], [("numbers.dead", {("12", "s0"), ("15", "s1 s2")})]),
    ],
)  # fmt: skip
def test_what_is_at_odds(
    session: Connection, claims: list[dict[str, Any]], expected: list[Any]
) -> None:
    put_in(session, *event(*claims))
    assert told(session) == expected


def test_the_dossier_says_which_is_shown_and_why(session: Connection) -> None:
    put_in(session, *event({"place": "lyon"}, {"place": "paris"}, {"place": "paris"}))
    found = dossier(session, "e")
    (place,) = found.values
    assert (place.about, place.says, place.status) == ("place", "Paris", "conflict")
    assert found.event.place == "Paris"
    assert str(place.reason).endswith("asserted, 2 independent origins")
    assert [(side.says, side.why and side.why.code) for side in place.sides] == [
        ("Paris", None),
        ("Lyon", "lost-to-better-value"),
    ]


def test_of_values_that_are_as_good_nobody_says_that_one_is_better(session: Connection) -> None:
    put_in(session, *event({"place": "lyon"}, {"place": "paris"}))
    (place,) = dossier(session, "e").values
    assert [side.why and side.why.code for side in place.sides] == [None, "lost-to-equal"]


def test_reasons_call_places_by_their_names(session: Connection) -> None:
    put_in(session, *event({"place": "fr"}, {"place": "paris"}))
    (place,) = dossier(session, "e").values
    assert str(place.reason) == "Paris is the part common to France, Paris"


def test_what_people_reject_is_no_rival(session: Connection) -> None:
    put_in(session, *event(dead(12), dead(15)))
    (row,) = conflicts(session).rows
    judge_claims(session, "rejected", [str(row.sides[1].voices[0].claim)], by="Nina")
    assert told(session) == []
    (number,) = dossier(session, "e").values
    assert number.status == "agreed"


def test_a_machine_that_counts_otherwise_than_people(session: Connection) -> None:
    machine = {"extractor": "reader", "confidence": 0.9}
    put_in(session, *event(dead(12), dead(15) | machine, dead(16) | machine))
    assert told(session) == [("numbers.dead", {("12", "s0"), ("15", "s1"), ("16", "s2")})]
    (number,) = dossier(session, "e").values
    assert (number.says, number.status) == ("12", "agreed")


ANN, BOB = {"name": "Ann Weber"}, {"name": "Bob Roux"}


def appointed(*keys: str, capacity: str | None = None) -> dict[str, Any]:
    return {"who": tuple(r.Part(key, "recipient", capacity) for key in keys)}


RIVALS = [("who.recipient", {"Ann Weber", "Bob Roux"})]


@pytest.mark.parametrize(
    ("claims", "actors", "expected"),
    [
        ([appointed("ann"), appointed("bob")], {"ann": ANN, "bob": BOB}, RIVALS),
        ([appointed("ann"), appointed("ann")], {"ann": ANN, "bob": BOB}, []),
        # A mention may be anybody.
        ([appointed("ann"), appointed("bob")], {"ann": ANN, "bob": BOB | {"mention": True}}, []),
        # Their names have something in common.
        ([appointed("ann"), appointed("bob")],
        {"ann": ANN, "bob": {"name": "A. Veber"}}, []),
        ([appointed("ann"), appointed("bob")],
        {"ann": ANN, "bob": BOB | {"names": (r.Name("Weber"),)}}, []),
        # A person and a party, or two groups, may both be meant.
        ([appointed("ann"), appointed("bob")],
        {"ann": ANN, "bob": BOB | {"kind": "organisation"}}, []),
        ([appointed("ann"), appointed("bob")],
        {"ann": ANN | {"kind": "group"}, "bob": BOB | {"kind": "group"}}, []),
        # Identifiers say who is who.
        ([appointed("ann"), appointed("bob")],
        {"ann": ANN | {"identifiers": {"wikidata": "Q1"}, "mention": True},
        "bob": BOB | {"identifiers": {"wikidata": "Q2"}, "mention": True}}, RIVALS),
        # Several fill the role; or each another office.
        ([appointed("ann", "bob"), appointed("bob")], {"ann": ANN, "bob": BOB}, []),
        ([appointed("ann", capacity="Minister"), appointed("bob", capacity="Prefect")],
        {"ann": ANN, "bob": BOB}, []),
    ],
)  # fmt: skip
def test_who_is_a_rival(
    session: Connection, claims: list[Any], actors: dict[str, Any], expected: list[Any]
) -> None:
    put_in(session, *event(*claims, **actors))
    found = [
        (row.about, {side.says for side in row.sides})
        for row in conflicts(session).rows
        if row.of == "event"
    ]
    assert found == expected


def test_a_role_that_several_may_fill_has_no_rivals(session: Connection) -> None:
    put_in(session, *event(appointed("ann"), appointed("bob"), kind="VISIT", ann=ANN, bob=BOB))
    assert told(session) == []


def test_rivals_that_are_one_are_none_and_mentions_become_rivals(session: Connection) -> None:
    """What is known of who is who changes what is told, at once."""
    mention = BOB | {"mention": True}
    put_in(session, *event(appointed("ann"), appointed("bob"), ann=ANN, bob=mention))
    assert told(session) == []
    confirm(session, "bob")
    assert [about for about, _ in told(session)] == ["who.recipient"]
    merge(session, "actor", "ann", "bob")
    assert told(session) == []


def test_whom_people_judged_to_be_two_are_rivals(session: Connection) -> None:
    mention = {"name": "Weber", "mention": True}
    put_in(session, *event(appointed("ann"), appointed("w"), ann=ANN, w=mention))
    assert told(session) == []
    decline(session, "actor", "ann", "w")
    assert [about for about, _ in told(session)] == ["who.recipient"]
    (who,) = dossier(session, "e").values
    assert (who.says, who.status) == (None, "conflict")


def test_a_machine_names_another_than_people_do(session: Connection) -> None:
    """People's word is shown; of what sources say alike nobody is preferred."""
    machine = {"extractor": "reader", "confidence": 0.9}
    said = [appointed("ann"), appointed("bob") | machine]
    put_in(session, *event(*said, ann=ANN, bob=BOB))
    (who,) = dossier(session, "e").values
    assert (who.says, who.status) == ("Ann Weber", "agreed")
    assert [side.why and side.why.code for side in who.sides] == [None, "lost-to-person"]


def test_pages_of_rivals_are_all(session: Connection) -> None:
    """Events whose claims may be at odds, and are not, are on no page."""
    one = event(dead(12), dead(15), ann=ANN, bob=BOB | {"mention": True})
    put_in(session, *one)
    for n in range(6):
        said = dead(12 + n) | appointed("ann" if n % 2 else "bob")
        put_in(
            session,
            r.Event(key=f"e{n}", type="APPOINTMENT", collection="d"),
            r.Claim(event=f"e{n}", source="s0", collection="d", **appointed("ann")),
            r.Claim(event=f"e{n}", source="s1", collection="d", **said),
            r.Claim(event=f"e{n}", source="s1", collection="d", **dead(13)),
        )
    everything = conflicts(session).rows
    assert {row.about for row in everything} == {"numbers.dead"}
    found, after = list[Any](), None
    while True:
        page = conflicts(session, limit=2, after=after)
        found += page.rows
        if (after := page.after) is None:
            break
    assert tuple(found) == everything


# Filters ------------------------------------------------------------------------------------------


def listed(session: Connection, **question: Any) -> list[tuple[str, bool | None]]:
    """The events that a question finds, and whether they surely are what it asks."""
    return [(row.key, row.certain) for row in chronology(session, Question(**question)).rows]


def test_a_place_finds_what_one_source_puts_there_as_possible(session: Connection) -> None:
    put_in(session, *event({"place": "lyon"}, {"place": "paris"}, {"place": "paris"}))
    put_in(
        session,
        r.Event(key="f", type="VISIT", place="lyon", collection="f"),
        r.Claim(event="f", source="s0", collection="f"),
        r.Claim(event="f", source="s1", polarity="denies", place="paris", collection="f"),
    )
    assert listed(session, places="paris") == [("e", False)]
    assert listed(session, places="lyon") == [("e", False), ("f", True)]
    assert listed(session, places="fr") == [("e", False), ("f", True)]
    assert listed(session, places="lyon", certainly=True) == [("f", True)]
    assert listed(session, places="paris", certainly=True) == []
    (shown, _) = chronology(session).rows
    assert (shown.place, shown.place_status, shown.certain) == ("Paris", "conflict", None)


def test_place_and_window_are_certain_together(session: Connection) -> None:
    day = {"date": parse("2024-05-01")}
    put_in(session, *event({"place": "lyon"} | day, {"place": "fr", "date": parse("2024-05")}))
    assert listed(session, places="lyon", on="2024-05-01") == [("e", True)]
    assert listed(session, places="lyon", on="2024-05") == [("e", True)]
    assert listed(session, places="lyon", on="2024-05-02") == []
    put_in(session, *event({"place": "lyon"} | day, {"place": "paris"} | day))
    assert listed(session, places="lyon", on="2024-05-01") == [("e", False)]


def test_conflicts_are_filtered_as_the_chronology_is(session: Connection) -> None:
    put_in(session, *event(dead(12) | {"place": "lyon"}, dead(15) | {"place": "paris"}))
    put_in(
        session,
        r.Event(key="f", type="VISIT", collection="f"),
        r.Claim(event="f", source="s0", date=parse("2024"), collection="f"),
        r.Claim(event="f", source="s2", date=parse("2025"), collection="f"),
        r.Source(key="s2", title="One", collection="f"),
        r.Source(key="s2", title="Another", collection="g"),
    )

    def about(**question: Any) -> list[tuple[str, str]]:
        return [(row.key, row.about) for row in conflicts(session, Question(**question)).rows]

    places = [("e", "place"), ("e", "numbers.dead")]
    assert about() == [("f", "date"), *places, ("s2", "title")]
    assert about(types="VISIT") == about(sources="s2") == about(start="2023") == [("f", "date")]
    assert about(places="paris") == about(types="APPOINTMENT") == places
    assert about(end="2020") == []
    found = conflicts(session, about="numbers").rows
    assert [(row.key, row.about) for row in found] == [("e", "numbers.dead")]
    assert [row.key for row in conflicts(session, about="title").rows] == ["s2"]
    with pytest.raises(UsageError, match="there is no about 'plaice'; did you mean place"):
        conflicts(session, about="plaice")


def test_all_that_can_be_in_conflict_has_a_word(session: Connection) -> None:
    kinds = (r.Source, r.Actor, r.Place, r.Event)
    told = {field.name for kind in kinds for field in msgspec.structs.fields(kind)}
    unsaid = {
        "key",
        "collection",
        "extractor",
        "by",
        "at",
        "mention",
        "names",
        "tags",
        "partial",
    } | {"partial"}
    assert told - unsaid <= set(ABOUT)


def test_the_views_tell_of_places_and_numbers(session: Connection) -> None:
    """As the command does, but for who fills a role; France is at odds with none of the others."""
    put_in(
        session,
        *event(
            dead(12) | {"place": "lyon"},
            dead(15, 20) | {"place": "paris"},
            dead(14) | {"place": "fr"},
            {"quantities": (r.Quantity("cost", value=2.5, low=2, unit="EUR"),)},
        ),
    )
    query = text("SELECT about, source, says, other_source, other_says FROM timeline_conflicts")
    found = {
        (about, *sorted(((source, says), (other, other_says))))
        for about, source, says, other, other_says in session.execute(query)
    }
    assert found == {
        ("place", ("s0", "Lyon"), ("s1", "Paris")),
        ("numbers.dead", ("s0", "12"), ("s1", "15..20")),
        ("numbers.dead", ("s0", "12"), ("s2", "14")),
        ("numbers.dead", ("s1", "15..20"), ("s2", "14")),
    }
    query = text("SELECT source, place, numbers FROM timeline_claims ORDER BY source")
    assert [tuple(row) for row in session.execute(query)] == [
        ("s0", "Lyon", "dead 12"),
        ("s1", "Paris", "dead 15..20"),
        ("s2", "France", "dead 14"),
        ("s3", None, "cost 2.5 (2..) EUR"),
    ]
    status = session.execute(text("SELECT place_status FROM timeline_events")).scalar_one()
    assert status == "conflict"


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (12.0, "12"),
        (2.5, "2.5"),
        (1.0000000000000002, "1"),
        (0.1 + 0.2, "0.3"),
        (123456789.123456789, "123456789.123457"),
        (-1.0000000000000002, "-1"),
        (0.000123, "0.000123"),
        (0.000099999999, "9.99999990000000e-05"),
        (99999999999999.9, "99999999999999.9"),
        (999999999999999.9, "1.00000000000000e+15"),
        (1234567890123456.5, "1.23456789012346e+15"),
        (9007199254740991.0, "9007199254740991"),
        (1e300, "1.00000000000000e+300"),
    ],
)
def test_the_views_write_numbers_alike(session: Connection, number: float, written: str) -> None:
    """On both engines: whole ones without a point, others with 15 digits."""
    put_in(session, *event({"quantities": (r.Quantity("cost", value=number),)}))
    query = text("SELECT numbers FROM timeline_claims")
    assert session.execute(query).scalar_one() == f"cost {written}"


def in_view(session: Connection) -> set[tuple[str, ...]]:
    """What `timeline_conflicts` tells: about what, and the two sides in order."""
    query = text("SELECT about, source, says, other_source, other_says FROM timeline_conflicts")
    return {
        (about, *sorted((f"{source}: {says}", f"{other}: {other_says}")))
        for about, source, says, other, other_says in session.execute(query)
    }


def test_the_views_tell_of_a_place_that_is_stated(session: Connection) -> None:
    """By a command, whoever claims another; one around it is no rival."""
    put_in(session, *event({"place": "lyon", "extractor": "m 1"}, {"place": "fr"}))
    assert in_view(session) == set()
    state(session, r.Event, "e", {"place": "paris"}, by="Nina")
    assert in_view(session) == {("place", "by-hand/Nina: Paris", "s0: Lyon")}
    undo(session)
    assert in_view(session) == set()


# What two people state ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("of", "field", "mine", "other"),
    [
        ("event", "place", {"place": "lyon"}, {"place": "paris"}),
        ("event", "title.en", {"title": {"en": "One"}}, {"title": {"en": "Another"}}),
        ("event", "type", {"type": "VISIT"}, {"type": "ASSAULT"}),
        ("actor", "name", {"name": "Ann Lee"}, {"name": "Ann Roe"}),
        ("actor", "kind", {"kind": "group"}, {"kind": "state"}),
        ("actor", "description", {"description": "a"}, {"description": "b"}),
        ("place", "name", {"name": "Lutetia"}, {"name": "Paname"}),
        ("place", "part_of", {"part_of": "fr"}, {"part_of": "paris-tx"}),
        ("source", "title", {"title": "One"}, {"title": "Another"}),
        ("source", "published", {"published": parse("2024")}, {"published": parse("2025")}),
    ],
)
def test_people_who_state_different_things_are_told(
    session: Connection, of: str, field: str, mine: dict[str, Any], other: dict[str, Any]
) -> None:
    """Both are told, and that the later word is shown since it is later."""
    things: dict[str, tuple[type[Any], str]] = {
        "event": (r.Event, "e"),
        "actor": (r.Actor, "ann"),
        "place": (r.Place, "paris"),
        "source": (r.Source, "s0"),
    }
    put_in(session, *event({}, ann=ANN))
    kind, key = things[of]
    for by, said in (("Nina", mine), ("Otto", other)):
        moment = parse(f"2024-05-0{1 if by == 'Nina' else 2}T10:00:00Z")
        collection = f"by-hand/{by}"
        stated = kind(key=key, by=by, at=moment, collection=collection, **said)
        put_in(session, stated)
    (row,) = (row for row in conflicts(session).rows if row.about == field)
    voices = [side.voices[0].collection for side in row.sides]
    assert voices[:2] == ["by-hand/Otto", "by-hand/Nina"]
    assert row.sides[1].why is not None
    assert row.sides[1].why.code == "statement-later"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"place": "lyon"}, {"place": "paris"}),
        (dead(12), dead(15)),
        ({"date": parse("2024-11-11")}, {"date": parse("2024-11-12")}),
        ({}, {"polarity": "denies"}),
    ],
)
def test_a_new_rival_is_a_difference(
    session: Connection, one: dict[str, Any], other: dict[str, Any]
) -> None:
    """Of two states of a database: the event is disputed now and was not."""
    put_in(session, *event(one))
    before = list(event_states(session, "en"))
    assert [*event_differences(before, before)] == []
    put_in(session, *event(one, one))
    agreed = list(event_states(session, "en"))
    assert [*event_differences(before, agreed)] == []
    put_in(session, *event(one, one, other))
    found = event_differences(agreed, list(event_states(session, "en")))
    assert [(row.change, row.key) for row in found] == [("disputed", "e")]


def test_events_of_several_types_that_are_one(session: Connection) -> None:
    """The type of the first is shown; the others are told, until they are parted again."""
    kinds: dict[str, r.EventType] = {"a": "CONSULT", "b": "VISIT", "c": "CONSULT"}
    for key, kind in kinds.items():
        source = r.Source(key=key, collection=key)
        put_in(session, source, r.Event(key=key, type=kind, collection=key))
        put_in(session, r.Claim(event=key, source=key, collection=key))
    merge(session, "event", "a", "c")
    assert told(session) == []
    merge(session, "event", "a", "b")
    assert told(session) == [("type", {("CONSULT", "a c"), ("VISIT", "b")})]
    assert in_view(session) == {
        ("type", "a: CONSULT", "b: VISIT"),
        ("type", "b: VISIT", "c: CONSULT"),
    }
    (found,) = dossier(session, "a").values
    assert (found.says, found.status, str(found.reason)) == (
        "CONSULT",
        "conflict",
        "CONSULT is the type of the event that stands for all",
    )
    check_derived(session)
    undo(session)
    assert told(session) == []
