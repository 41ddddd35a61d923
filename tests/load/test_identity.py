"""Which known actor a machine's mention is: by an exact name or an identifier, and only where one
alone has it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from builders import check_derived, export_in, located, put_in, whole

from timeline import records as r
from timeline.errors import LoadError, Message
from timeline.load import linked, load, merge, undo
from timeline.load.run import Report
from timeline.store.stored import every_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection


def known(key: str, *names: str, kind: Any = "person", **fields: Any) -> r.Actor:
    """An actor that a person has written down."""
    further = tuple(r.Name(name) for name in names[1:])
    return r.Actor(key=key, name=names[0], names=further, kind=kind, collection="people", **fields)


KNOWN = (
    known("elon-musk", "Elon Musk", "Musk", identifiers={"wikidata": "Q317521"}),
    known("maye-musk", "Maye Musk"),
    known("un", "Organisation des Nations unies", "ONU", kind="organisation"),
    known("washington-state", "Washington", kind="state"),
    known("washington-person", "Washington"),
    known("smith-1", "John Smith"),
    known("smith-2", "John Smith"),
    r.Actor(key="other/soleimani", name="Ghassem Soleimani", mention=True, collection="other"),
)


def mention(name: str, *names: str | r.Name, kind: Any = "person", **fields: Any) -> r.Actor:
    """An actor that a machine has found in the article."""
    further = tuple(name if isinstance(name, r.Name) else r.Name(name) for name in names)
    values: dict[str, Any] = {"key": "article/m", "collection": "article", "mention": True} | fields
    return r.Actor(name=name, names=further, kind=kind, **values)


def article(*actors: r.Actor, name: str = "article") -> list[r.AnyRecord]:
    """What is read of an article: everybody met, one after the other, and the first says so."""
    events = [
        r.Event(key=f"{name}/e{n}", type="CONSULT", collection=name) for n in range(len(actors))
    ]
    hops = (r.Hop(key=actors[0].key), r.Hop(actor=actors[0].key, verb="said"), r.Hop(words="some"))
    claims = [
        r.Claim(
            event=event.key,
            source=name,
            who=(r.Part(actor.key, "participant"),),
            via=hops,
            collection=name,
        )
        for event, actor in zip(events, actors, strict=True)
    ]
    position = r.Position(
        actor=actors[0].key, title="chief", organisation=actors[-1].key, collection=name
    )
    return whole([r.Source(key=name, collection=name), *actors, position, *events, *claims])


def read_in(session: Connection, *articles: Sequence[r.AnyRecord]) -> Report:
    """Load articles that a machine has read."""
    return load(
        session, linked(session, located([record for records in articles for record in records]))
    )


@pytest.fixture
def people(session: Connection) -> Connection:
    """A store that knows some people."""
    put_in(session, *KNOWN)
    return session


def found_in(session: Connection, name: str = "article") -> list[str]:
    """Who takes part, according to an article."""
    claims = (
        record
        for record in every_record(session)
        if isinstance(record, r.Claim) and record.source == name
    )
    return [part.actor for claim in claims for part in claim.who]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (mention("Elon Musk"), "elon-musk"),
        (mention("ÉLON  MUSK"), "elon-musk"),
        (mention("Musk"), "elon-musk"),
        (mention("Mr. Elon Musk", "Elon Musk", "Musk"), "elon-musk"),
        (mention("the billionaire", r.Name("Elon Musk", kind="transliteration")), None),
        # The surname of a full name is that of a family.
        (mention("Kimbal Musk", "Musk"), None),
        (mention("Maye Musk", "Musk"), "maye-musk"),
        (mention("E. Musk"), None),
        (mention("ONU", kind="organisation"), "un"),
        (mention("Nations unies", r.Name("ONU", kind="acronym"), kind="organisation"), "un"),
        (mention("ONU", kind="person"), None),
        (mention("Washington", kind="state"), "washington-state"),
        (mention("Washington", kind="organisation"), "washington-state"),
        (mention("Washington"), "washington-person"),
        (mention("John Smith"), None),
        # Two known names are of two people.
        (mention("Elon Musk", "Maye Musk"), None),
        (mention("X", identifiers={"wikidata": "Q317521"}), "elon-musk"),
        (mention("Maye Musk", identifiers={"wikidata": "Q317521"}), "elon-musk"),
        (mention("X", kind="group", identifiers={"wikidata": "Q317521"}), "elon-musk"),
        (mention("X", identifiers={"wikidata": "Q1"}), None),
        (mention("Ghassem Soleimani"), None),
        (mention("!?"), None),
        (mention("Elon Musk", mention=None), None),
    ],
)
def test_who_a_mention_is(people: Connection, found: r.Actor, expected: str | None) -> None:
    """Whatever refers to a known one refers to him, and the mention is left out; undo brings back
    what was before.
    """
    before = export_in(people)
    records = article(found)
    read_in(people, records)
    assert found_in(people) == [expected or "article/m"]
    (claim,) = (record for record in every_record(people) if isinstance(record, r.Claim))
    assert {hop.actor for hop in claim.via} == {expected or "article/m", None}
    (position,) = (record for record in every_record(people) if isinstance(record, r.Position))
    assert {position.actor, position.organisation} == {expected or "article/m"}
    there = {record.key for record in every_record(people) if isinstance(record, r.Actor)}
    assert ("article/m" in there) is (expected is None)
    check_derived(people)
    assert read_in(people, records).changeset is None
    undo(people)
    assert export_in(people) == before


def test_who_was_merged_is_known_by_all_his_names(people: Connection) -> None:
    merge(people, "actor", "elon-musk", "other/soleimani")
    merge(people, "actor", "maye-musk", "smith-2")
    merge(people, "actor", "maye-musk", "smith-1")
    read_in(people, article(mention("Ghassem Soleimani"), mention("John Smith", key="article/n")))
    # The one was a mention: should the two be parted again, this would be nobody that is known.
    assert found_in(people) == ["elon-musk", "smith-1"]


def test_who_is_known_by_an_identifier_may_be_a_mention(people: Connection) -> None:
    """Also one of the same input, which is not written yet."""
    iran = {"iso3166": "IR"}
    first, second, third = (
        article(
            mention("Iran", key=f"{name}/iran", kind="state", identifiers=iran, collection=name),
            name=name,
        )
        for name in ("one", "two", "three")
    )
    read_in(people, first, second)
    read_in(people, third)
    assert [found_in(people, name) for name in ("one", "two", "three")] == [["one/iran"]] * 3
    merge(people, "actor", "un", "one/iran")
    fourth = mention("Iran", key="four/iran", kind="state", identifiers=iran, collection="four")
    read_in(people, article(fourth, name="four"))
    assert found_in(people, "four") == ["un"]


def test_two_mentions_of_one_are_one_participant(people: Connection) -> None:
    two = (mention("Elon Musk"), mention("Musk", key="article/n"))
    records = article(*two)
    both = tuple(r.Part(actor.key, "agent") for actor in two)
    records[-1] = r.Claim(event="article/e1", source="article", who=both, collection="article")
    records.append(
        r.Judgement(of="actor", left="article/m", right="maye-musk", collection="article")
    )
    records.append(
        r.Judgement(of="event", left="article/e0", right="article/e1", collection="article")
    )
    read_in(people, records)
    assert found_in(people) == ["elon-musk", "elon-musk"]
    judged = [
        record
        for record in every_record(people)
        if isinstance(record, r.Judgement) and record.of == "actor"
    ]
    assert [(record.left, record.right) for record in judged] == [("elon-musk", "maye-musk")]


def test_a_mention_that_is_there_already_stays_one(session: Connection) -> None:
    """Otherwise an article that is loaded again would change what it says."""
    records = article(mention("Elon Musk"))
    read_in(session, records)
    put_in(session, *KNOWN)
    assert read_in(session, records).changeset is None
    assert found_in(session) == ["article/m"]


def test_problems_pass(people: Connection) -> None:
    problem = r.Problem(r.Where("f", 1), Message("no-text"))
    read: list[r.Located | r.Problem] = [problem, *located(article(mention("Elon Musk"))), problem]
    found = list(linked(people, read))
    assert [found[0], found[-1]] == [problem, problem]
    assert list(linked(people, [problem])) == [problem]
    assert list(linked(people, [])) == []


def test_a_mention_gives_its_identifier_up_to_an_actor(session: Connection) -> None:
    """Whoever has read an article first can load what people wrote afterwards; reading it again
    changes nothing.
    """
    iran = mention("Iran", kind="state", identifiers={"iso3166": "IR", "x": "1"})
    read_in(session, article(iran))
    before = export_in(session)
    report = put_in(session, known("iran", "Iran", kind="state", identifiers={"iso3166": "IR"}))
    assert (report.new, report.changed) == (1, 1)
    identifiers = {
        record.key: record.identifiers
        for record in every_record(session)
        if isinstance(record, r.Actor)
    }
    assert identifiers == {"article/m": {"x": "1"}, "iran": {"iso3166": "IR"}}
    assert found_in(session) == ["article/m"]
    again = read_in(session, article(iran))
    assert (again.new, again.changed) == (0, 0)
    undo(session)
    assert export_in(session) == before


def test_two_actors_of_people_still_clash(session: Connection) -> None:
    put_in(session, known("iran", "Iran", kind="state", identifiers={"iso3166": "IR"}))
    with pytest.raises(LoadError, match="iso3166 IR is the identifier of actor 'iran' already"):
        put_in(session, known("persia", "Persia", kind="state", identifiers={"iso3166": "IR"}))
