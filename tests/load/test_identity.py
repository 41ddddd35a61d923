"""Which known actor a machine's mention is: by an exact name or an identifier, and only where one
alone has it; whatever was loaded first.
"""

from __future__ import annotations

from collections import Counter
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest
from builders import check_derived, export_in, put_in, whole
from sqlalchemy import select

from timeline import records as r
from timeline.errors import LoadError, UsageError
from timeline.load import confirm, decline, merge, undo, unmerge, work_out
from timeline.load.run import Report
from timeline.store.accounts import outcomes_of
from timeline.store.stored import every_record
from timeline.store.tables import tables as t

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
    values: dict[str, Any] = {"key": "article/m", "collection": "article", "mention": True}
    values |= {"extractor": "x 1"} | fields
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
    return put_in(session, *(record for records in articles for record in records))


@pytest.fixture
def people(session: Connection) -> Connection:
    """A store that knows some people."""
    put_in(session, *KNOWN)
    return session


def stand_ins(session: Connection) -> dict[str, str]:
    """Key -> key of who stands for it, where that is another."""
    a, by = t.actor, t.actor.alias()
    query = select(a.c.key, by.c.key).join(by, by.c.id == a.c.canonical_id).where(by.c.id != a.c.id)
    return dict(session.execute(query).tuples().all())


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
    """The records stay what they are; undo brings back what was before."""
    before = export_in(people)
    records = article(found)
    read_in(people, records)
    assert stand_ins(people) == ({"article/m": expected} if expected else {})
    kept = [record for record in every_record(people) if record.collection == "article"]
    assert {r.to_mapping(record)["record"] for record in kept} == {
        "source", "actor", "position", "event", "claim"
    }  # fmt: skip
    assert found in kept
    (claim,) = (record for record in kept if isinstance(record, r.Claim))
    assert {part.actor for part in claim.who} == {"article/m"}
    taking_part = select(t.actor.c.key).join(
        t.participation, t.participation.c.actor_id == t.actor.c.id
    )
    assert people.scalars(taking_part).all() == [expected or "article/m"]
    check_derived(people)
    assert read_in(people, records).changeset is None
    undo(people)
    assert export_in(people) == before
    assert stand_ins(people) == {}


def test_whoever_writes_records_can_say_who_is_meant(people: Connection) -> None:
    """No machine has read of this mention: only an identifier tells who it is."""
    put_in(people, mention("Elon Musk", extractor=None))
    assert stand_ins(people) == {}
    put_in(people, mention("Elon Musk", extractor=None, identifiers={"wikidata": "Q317521"}))
    assert stand_ins(people) == {"article/m": "elon-musk"}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_articles_and_records_may_be_loaded_in_any_order(
    session: Connection, order: tuple[int, ...]
) -> None:
    loads = (
        whole(KNOWN[:2]),
        article(mention("Elon Musk"), mention("Ann Lee", key="article/n")),
        article(
            mention("Musk", key="two/m", collection="two"),
            mention("M. Musk", "Maye Musk", key="two/n", collection="two"),
            name="two",
        ),
    )
    undone = []
    for number in order:
        undone.append((export_in(session), stand_ins(session)))
        put_in(session, *loads[number])
        check_derived(session)
    assert stand_ins(session) == {
        "article/m": "elon-musk", "two/m": "elon-musk", "two/n": "maye-musk"
    }  # fmt: skip
    for before in reversed(undone):
        undo(session)
        assert (export_in(session), stand_ins(session)) == before


@pytest.mark.parametrize("known_before", [False, True])
def test_one_more_article_on_a_frequent_actor_costs_no_more(
    session: Connection, known_before: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The events of the articles before it are left alone, also where none knows who it is."""
    if known_before:
        put_in(session, known("usa", "USA", kind="state", identifiers={"iso3166": "US"}))
    worked_out = Counter[int]()

    def counting(session: Any, events: Any) -> Any:
        worked_out[number] += len(events)
        return outcomes_of(session, events)

    monkeypatch.setattr(work_out, "outcomes_of", counting)
    for number in range(5):
        name = f"article-{number}"
        who = mention(
            "United States" if number else "America",
            key=f"{name}/us",
            kind="state",
            identifiers={"iso3166": "US"},
            collection=name,
        )
        read_in(session, article(who, name=name))
    assert len(set(stand_ins(session).values())) == 1
    assert len(stand_ins(session)) == 5 - (not known_before)
    assert max(worked_out.values()) <= 2
    check_derived(session)


def test_an_older_undo_takes_the_links_with_it_that_rested_on_it(session: Connection) -> None:
    """And brings those back that it had made doubtful."""
    put_in(session, known("smith-1", "John Smith"))
    number = put_in(session, r.Actor(key="smith-2", name="John Smith", collection="c")).changeset
    read_in(session, article(mention("John Smith")))
    assert stand_ins(session) == {}
    undo(session, number)
    assert stand_ins(session) == {"article/m": "smith-1"}
    undo(session, 1)
    assert stand_ins(session) == {}
    check_derived(session)


def test_who_was_merged_is_known_by_all_names(people: Connection) -> None:
    merge(people, "actor", "elon-musk", "other/soleimani")
    read_in(people, article(mention("Ghassem Soleimani"), mention("John Smith", key="article/n")))
    assert stand_ins(people) == {"other/soleimani": "elon-musk", "article/m": "elon-musk"}
    # Of the two John Smiths nobody knows which is meant, until they are one.
    merge(people, "actor", "smith-2", "smith-1")
    assert stand_ins(people)["article/n"] == "smith-2"
    unmerge(people, "actor", "elon-musk", "other/soleimani")
    assert stand_ins(people) == {"smith-1": "smith-2", "article/n": "smith-2"}
    check_derived(people)


def test_an_identifier_that_nobody_known_has_makes_mentions_one(people: Connection) -> None:
    iran = {"iso3166": "IR"}
    names = ("two", "one", "three")
    for name in names:
        found = mention(f"Iran {name}", key=f"{name}/iran", identifiers=iran, collection=name)
        read_in(people, article(found, name=name))
    assert stand_ins(people) == {"three/iran": "one/iran", "two/iran": "one/iran"}
    merge(people, "actor", "un", "three/iran")
    assert stand_ins(people) == {f"{name}/iran": "un" for name in names}
    undo(people)
    put_in(people, known("iran", "Iran", kind="state", identifiers=iran))
    assert stand_ins(people) == {f"{name}/iran": "iran" for name in names}
    undo(people)
    undo(people, 3)
    assert stand_ins(people) == {"two/iran": "three/iran"}
    check_derived(people)


def test_a_persons_word_goes_before_a_machines(people: Connection) -> None:
    read_in(people, article(mention("Elon Musk"), mention("Musk", key="article/n")))
    before = stand_ins(people)
    assert before == {"article/m": "elon-musk", "article/n": "elon-musk"}
    decline(people, "actor", "article/m", "elon-musk")
    assert stand_ins(people) == {"article/n": "elon-musk"}
    with pytest.raises(UsageError, match="judged to be different"), people.begin_nested():
        merge(people, "actor", "elon-musk", "article/m")
    merge(people, "actor", "maye-musk", "article/m")
    undo(people)
    undo(people)
    assert stand_ins(people) == before
    # Two that a person tells apart can't both be the one known.
    decline(people, "actor", "article/m", "article/n")
    assert stand_ins(people) == {}
    undo(people)
    # What a machine joined is parted by a person's word, and is confirmed by one.
    assert unmerge(people, "actor", "elon-musk", "article/n").new == 1
    assert stand_ins(people) == {"article/m": "elon-musk"}
    undo(people)
    assert merge(people, "actor", "article/m", "elon-musk").new == 1
    assert set(stand_ins(people).values()) == {"article/m"}
    undo(people)
    confirm(people, "article/m")
    assert stand_ins(people) == {"article/n": "elon-musk"}
    undo(people)
    assert stand_ins(people) == before
    check_derived(people)


def test_what_a_machine_judges_is_not_exported(people: Connection) -> None:
    read_in(people, article(mention("Elon Musk")))
    assert not [one for one in every_record(people) if isinstance(one, r.Judgement)]


def test_a_mention_may_have_the_identifier_of_an_actor(session: Connection) -> None:
    """Whichever is loaded first; each keeps its own."""
    iran = mention("Iran", kind="state", identifiers={"iso3166": "IR", "x": "1"})
    read_in(session, article(iran))
    report = put_in(session, known("iran", "Iran", kind="state", identifiers={"iso3166": "IR"}))
    assert (report.new, report.changed) == (1, 0)
    assert iran in list(every_record(session))
    assert stand_ins(session) == {"article/m": "iran"}
    assert read_in(session, article(iran)).changeset is None


def test_two_actors_of_people_still_clash(session: Connection) -> None:
    put_in(session, known("iran", "Iran", kind="state", identifiers={"iso3166": "IR"}))
    with pytest.raises(LoadError, match="iso3166 IR is the identifier of actor 'iran' already"):
        put_in(session, known("persia", "Persia", kind="state", identifiers={"iso3166": "IR"}))
