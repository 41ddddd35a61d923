"""Profiles, sources, conflicts, dossiers, the log and SQL, over the small world."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from builders import ask, located, put_in, whole

from timeline import records as r
from timeline.dates import parse
from timeline.errors import AmbiguousError, NotFoundError, UsageError
from timeline.load import load, merge, unmerge
from timeline.queries import Question, chronology
from timeline.queries.actors import actors, profile
from timeline.queries.changes import changes
from timeline.queries.conflicts import conflicts
from timeline.queries.dossier import dossier
from timeline.queries.places import places
from timeline.queries.rows import CompanyRow, ConflictRow, NameRow, PlaceRow
from timeline.queries.sources import source, sources
from timeline.store import open_store
from timeline.store.stored import every_record

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from timeline.queries.rows import Page


def add(session: Connection, *records: r.AnyRecord) -> None:
    """Load records of another collection."""
    load(session, located(records))


def held(
    actor: str, when: str | None, *, organisation: str | None = "ministry", title: str = "Minister"
) -> r.Position:
    """An office."""
    date = parse(when) if when else None
    return r.Position(
        actor=actor, title=title, organisation=organisation, held=date, collection="offices"
    )


# Actors -------------------------------------------------------------------------------------------


def test_actors_in_order_of_their_names(world: Connection) -> None:
    rows = actors(world).rows
    assert [(row.key, row.first, row.last, row.events) for row in rows] == [
        ("anna", "1815/..", "2020-04-30", 4),
        ("bert-o", None, None, 0),
        ("bert", "1815/..", "2020-04-30", 4),
        ("cleo", "[2020-04-20,2020-04-27]", "2021-01-02", 2),
        ("jane-1", "2020-04-29", "2020-04-29", 2),
        ("jane-2", None, None, 1),
        ("ministry-2", None, None, 0),
        ("ministry", None, None, 0),
        ("hussein", "2021-01-02", "2020-04-29", 2),
    ]
    assert {row.key: row.names for row in rows}["anna"] == ("Berg", "آنا برگ")


def test_actors_of_one_name_are_told_apart(world: Connection) -> None:
    """In the language that is asked for; nobody else's row has more than before."""
    add(
        world,
        r.Actor(key="jane-3", name="JANE SMITH", description="a pilot", collection="more"),
        r.Event(key="hearsay", type="OTHER", title={"fr": "Des rumeurs"}, collection="more"),
    )
    rows = [(row.key, row.description, row.event, row.source) for row in actors(world).rows]
    assert [row for row in rows if any(row[1:])] == [
        ("jane-1", None, "The raid in the harbour", "wire"),
        ("jane-2", None, "What they say", "rumour"),
        ("jane-3", "a pilot", None, None),
    ]
    named = {row.key: row.event for row in actors(world, language="fr").rows}
    assert named["jane-2"] == "Des rumeurs"
    merge(world, "actor", "jane-1", "jane-2")
    merge(world, "actor", "jane-1", "jane-3")
    assert {row.event for row in actors(world).rows} == {None}


def test_a_merged_actor_is_listed_once_with_all_that_is_his(world: Connection) -> None:
    merge(world, "actor", "jane-2", "bert")
    (row,) = (row for row in actors(world).rows if row.key in ("jane-2", "bert"))
    assert (row.key, row.name, row.names) == ("jane-2", "Jane Smith", ("Bert Olsen",))
    assert (row.first, row.last, row.events) == ("1815/..", "2020-04-30", 5)


@pytest.mark.parametrize("lister", [actors, sources, places])
def test_all_pages_of_a_list_are_everything(
    lister: Callable[..., Page[Any]], world: Connection
) -> None:
    """Law: also where two have the same name; and the cursor of one who was merged since still
    leads on.
    """
    everything = lister(world).rows
    for limit in range(1, len(everything) + 2):
        found: list[Any] = []
        after = None
        while after or not found:
            page = lister(world, limit=limit, after=after)
            found += page.rows
            after = page.after
        assert tuple(found) == everything
    with pytest.raises(UsageError, match="is no cursor"):
        lister(world, after="nobody")


def test_first_and_last_of_several_that_begin_at_once(world: Connection) -> None:
    """What begins in the same second stands as it does in the chronology, on both engines."""
    found: list[r.AnyRecord] = [r.Actor(key="zoe", name="Zoe", collection="more")]
    for number, date in enumerate(("1999-01", "1999", "1999-01-01", "1999-01-01T00:00:00Z")):
        found.append(r.Event(key=f"z{number}", type="OTHER", collection="more"))
        who = (r.Part("zoe", "agent"),)
        found.append(
            r.Claim(event=f"z{number}", source="wire", date=parse(date), who=who, collection="more")
        )
    add(world, *found)
    row = actors(world).rows[-2]
    assert (row.key, row.first, row.last, row.events) == (
        "zoe",
        "1999-01",
        "1999-01-01T00:00:00Z",
        4,
    )


def test_a_profile(world: Connection) -> None:
    add(
        world,
        r.Actor(
            key="bert", name="Bert Olsen", identifiers={"wikidata": "Q1"}, collection="offices"
        ),
        held("bert", "2020-04-30/2021-02"),
        held("bert", "2000/2020-04-29", title="Deputy", organisation=None),
        held("bert", "2022~/..", title="Mayor"),
        held("bert", None, title="Baron", organisation=None),
        held("anna", "2019/..", title="Queen"),
    )
    found = profile(world, "Bert Olsen")
    assert found.description == "Minister"
    assert found.names == (NameRow("Bert Olsen", None, "primary"),)
    assert found.identifiers == (("wikidata", "Q1"),)
    assert [(p.title, p.organisation, p.held) for p in found.positions] == [
        ("Deputy", None, "2000/2020-04-29"),
        ("Minister", "Ministry of Light", "2020-04-30/2021-02"),
        ("Mayor", "Ministry of Light", "2022~/.."),
        ("Baron", None, None),
    ]
    assert found.roles == (("speaker", 2), ("agent", 1), ("recipient", 1))
    assert [(row.event, row.role, row.capacity, row.positions) for row in found.appearances] == [
        (
            "era",
            "agent",
            None,
            ("Deputy", "Minister, Ministry of Light", "Mayor, Ministry of Light"),
        ),
        ("denial", "speaker", None, ("Deputy",)),
        ("talks", "speaker", "spokesman", ("Deputy",)),
        ("oath", "recipient", "minister", ("Minister, Ministry of Light",)),
    ]
    assert found.company == (
        CompanyRow("anna", "Anna Berg", 3),
        CompanyRow("cleo", "Cléo Ørsted", 1),
    )
    assert found.merged == ()


def test_what_sources_only_call_somebody_is_one_row_with_their_days(world: Connection) -> None:
    """Sources that give no time for an office: the first and the last day, and the last source."""
    days = {"c": "2024-12-03", "a": "2024-11-11", "b": "2024-11-30T08:00Z"}
    add(
        world,
        *(r.Source(key=key, published=parse(day), collection="news") for key, day in days.items()),
        *(
            r.Position(actor="anna", title=title, source=key, collection="news")
            for key in days
            for title in (f"Chief {key}", "Mayor of Ys")
        ),
    )
    add(world, r.Position(actor="anna", title="Mayor of ys", source="b", collection="offices"))
    found = {row.title: row for row in profile(world, "anna").positions}
    mayor = found["Mayor of Ys"]
    assert "Mayor of ys" not in found
    assert (mayor.held, mayor.source, mayor.called) == (None, "c", "{2024-11-11,2024-12-03}")
    assert (found["Chief b"].source, found["Chief b"].called) == ("b", "2024-11-30")
    assert all(not row.positions for row in profile(world, "anna").appearances)


def test_the_profile_of_a_merged_actor(world: Connection) -> None:
    """Names, offices and events of both; he is not in his own company; who was merged among the
    others is one.
    """
    add(world, held("jane-1", "2019/.."), held("jane-2", "2018/2019", organisation="ministry-2"))
    merge(world, "actor", "jane-1", "jane-2")
    merge(world, "actor", "anna", "cleo")
    merge(world, "actor", "ministry", "ministry-2")
    found = profile(world, "jane-2")
    assert (found.actor.key, found.merged, found.actor.events) == ("jane-1", ("jane-2",), 2)
    assert [(p.organisation, p.held) for p in found.positions] == [
        ("Ministry of Light", "2018/2019"),
        ("Ministry of Light", "2019/.."),
    ]
    assert found.company == (CompanyRow("hussein", "حسين الحكيم", 1),)
    assert profile(world, "hussein").company[0] == CompanyRow("anna", "Anna Berg", 1)


def test_the_profile_of_merged_events(world: Connection) -> None:
    merge(world, "event", "raid", "raid-again")
    found = profile(world, "hussein")
    assert found.actor.events == 1
    assert found.roles == (("agent", 1),)
    assert [row.event for row in found.appearances] == ["raid"]
    assert {row.key: row.events for row in found.company} == {"anna": 1, "cleo": 1, "jane-1": 1}


# Sources ------------------------------------------------------------------------------------------


def test_sources_in_the_order_of_their_keys(world: Connection) -> None:
    assert [(row.key, row.published, row.claims, row.events) for row in sources(world).rows] == [
        ("gazette", "2020-05-01", 3, 3),
        ("herald", "2021-03", 4, 4),
        ("rumour", None, 1, 1),
        ("wire", "2022-06-15", 4, 4),
    ]
    merge(world, "event", "raid", "talks")
    assert [(row.key, row.claims, row.events) for row in sources(world).rows][:2] == [
        ("gazette", 3, 2),
        ("herald", 4, 3),
    ]


def test_a_source_with_its_claims(world: Connection) -> None:
    found = source(world, "herald", language="fr")
    assert [
        (claim.event, claim.title, claim.polarity, claim.modality) for claim in found.claims
    ] == [
        ("era", "The long peace", "affirms", "asserted"),
        ("talks", "Réunion à l’Élysée", "declines", "asserted"),
        ("raid", "Raid on the port", "affirms", "asserted"),
        ("vote", "The vote", "affirms", "planned"),
    ]
    with pytest.raises(NotFoundError, match="did you mean herald"):
        source(world, "heralds")


# Places -------------------------------------------------------------------------------------------


def test_places_by_their_names(world: Connection) -> None:
    """The further names of each are found too, and shown."""
    names = (r.PlaceName("Lutèce"), r.PlaceName("Παρίσι", "el"))
    paris = r.Place(key="paris", name="Paris", names=names, country="FR", collection="c")
    add(world, msgspec.structs.replace(paris, latitude=48.85, longitude=2.35))
    assert places(world).rows == (
        PlaceRow("land", "Far Land", (), None, None),
        PlaceRow("town", "Öster Town", (), None, "region"),
        PlaceRow("paris", "Paris", ("Lutèce", "Παρίσι"), "FR", None, 48.85, 2.35),
        PlaceRow("port", "Port", (), None, None),
        PlaceRow("region", "Région du Nord", (), None, "land"),
    )
    add(
        world,
        r.Event(key="founding", type="OTHER", place="paris", collection="c"),
        r.Claim(event="founding", source="wire", collection="c"),
    )
    for name in ("paris", "Lutece", "ΠΑΡΊΣΙ"):
        rows = chronology(world, Question(places=name)).rows
        assert [row.key for row in rows] == ["founding"], name


# Conflicts ----------------------------------------------------------------------------------------


def disputes(session: Connection) -> list[tuple[str, str, dict[str, list[str | None]]]]:
    """Key and subject of each conflict, and its sides: what is said -> the sources."""
    return [
        (row.key, row.about, {side.says: [who.source for who in side.voices] for side in row.sides})
        for row in conflicts(session).rows
    ]


def test_where_sources_disagree(world: Connection) -> None:
    assert disputes(world) == [
        ("talks", "standing", {"reported": ["gazette"], "denies": ["wire"]}),
        ("raid", "date", {"2021-01-02": ["herald"], "2020-04-29": ["gazette"]}),
    ]
    talks, _ = conflicts(world, language="fr").rows
    assert (talks.of, talks.title) == ("event", "Réunion à l’Élysée")
    assert [voice.quote for side in talks.sides for voice in side.voices] == [
        None,
        "There was no such meeting",
    ]


def test_a_side_is_named_once_with_all_who_take_it(world: Connection) -> None:
    """Not each pair of claims: those who say the same stand together, in order of publication."""
    more = [
        r.Claim(event="raid", source=source, date=parse(date), remark=note, collection="c")
        for source, date, note in (
            ("wire", "2020-04-29", "x"),
            ("rumour", "2019", "x"),
            ("herald", "2019", "x"),
            ("herald", "2019", "y"),
        )
    ]
    add(world, *more)
    raid = {
        "2021-01-02": ["herald"],
        "2019": ["herald", "herald", "rumour"],
        "2020-04-29": ["gazette", "wire"],
    }
    assert ("raid", "date", raid) in disputes(world)


def test_merged_events_disagree_with_themselves(world: Connection) -> None:
    """One affirmed the event, the other denies it; taken apart again they do not."""
    before = disputes(world)
    merge(world, "event", "vote", "denial")
    assert ("vote", "standing", {"planned": ["herald"], "denies": ["wire"]}) in disputes(world)
    unmerge(world, "event", "vote", "denial")
    assert disputes(world) == before


def test_pages_of_conflicts_are_all(world: Connection) -> None:
    add(
        world,
        *(
            held(who, "2000/2020", title=f"{title}: of all")
            for who in ("anna", "bert")
            for title in "AB"
        ),
        r.Claim(event="talks", source="herald", date=parse("2001"), collection="c"),
        r.Event(key="talks", type="AGREE", title={"fr": "Rencontre"}, collection="c"),
        *(r.Actor(key=key, name="Zoe", collection="c") for key in ("anna", "bert")),
    )
    everything = conflicts(world).rows
    assert [row.about for row in everything] == [
        "standing", "date", "date", "position", "position", "name", "name", "type", "title.fr"
    ]  # fmt: skip
    for limit in range(1, 9):
        found, after = list(conflicts(world, limit=limit).rows), conflicts(world, limit=limit).after
        while after:
            page = conflicts(world, limit=limit, after=after)
            found, after = [*found, *page.rows], page.after
        assert tuple(found) == everything
    for cursor in (
        "",
        "event",
        "event:x:raid",
        "event:99999999999999999999:raid",
        "actor:a:b",
        "said:claim:a",
    ):
        with pytest.raises(UsageError, match="is no cursor"):
            conflicts(world, after=cursor)


@pytest.mark.parametrize("number", [2_000, pytest.param(100_000, marks=pytest.mark.slow)])
def test_many_dates_of_one_event_are_as_many_sides(number: int, session: Connection) -> None:
    """Their pairs would be millions; a second per ten thousand is far more than it takes."""
    dates = (f"{1000 + n // 336}-{n // 28 % 12 + 1:02d}-{n % 28 + 1:02d}" for n in range(number))
    add(
        session,
        r.Source(key="s", collection="c"),
        r.Event(key="e", type="OTHER", collection="c"),
        *(r.Claim(event="e", source="s", date=parse(date), collection="c") for date in dates),
    )
    began = process_time()
    (row,) = conflicts(session).rows
    assert process_time() - began < 2 + number / 10_000
    assert len(row.sides) == number


OFFICES = {
    # (one held, the other held) -> whether both surely did at the same time
    ("2017-01-20/2021-01-20", "2021-01-20/2025-01-20"): False,
    ("2017-01-20/2021-01-20", "2021-01-19/2025-01-20"): False,
    ("2017-01-20/2021-01-20", "2021-01-18/2025-01-20"): True,
    ("2017-01-20/2021-01-20", "2018/2019"): False,
    ("2017-01-20/2021-01-20", "2018/2020"): True,
    ("2017/2021", "2021/2025"): False,
    ("2017/2021", "2019/2025"): True,
    ("2017/2021", "2020/2025"): False,
    ("2017/..", "2020/.."): True,
    ("2017/", "2020/.."): False,
    ("../2017", "../2015"): True,
    ("/2017", "../2015"): False,
    ("2017~/2021", "2019/2020"): False,
    ("2017/2021?", "2019/2020"): False,
    ("2019", "2019"): False,
    ("2019", "2015/2025"): False,
    ("../..", "2019/2020-02"): True,
}


def offices(session: Connection) -> list[ConflictRow]:
    """The conflicts about offices."""
    return [row for row in conflicts(session).rows if row.about == "position"]


def sides(session: Connection) -> list[set[str]]:
    """What the sides of each conflict about an office say."""
    return [{side.says for side in row.sides} for row in offices(session)]


@pytest.mark.parametrize(("one", "other"), OFFICES)
def test_one_office_held_by_two(one: str, other: str, world: Connection) -> None:
    """Only where both surely held it at the same time; successors are none, whichever is loaded
    first.
    """
    for pair in ((one, other), (other, one)):
        with world.begin_nested() as point:
            add(world, held("anna", pair[0]), held("bert", pair[1], title="MINISTER"))
            found = offices(world)
            assert len(found) == OFFICES[one, other]
            for row in found:
                assert (row.of, row.key) == ("actor", "ministry")
                assert row.title in ("Minister, Ministry of Light", "MINISTER, Ministry of Light")
                assert {side.says for side in row.sides} == {
                    f"Anna Berg: {pair[0]}",
                    f"Bert Olsen: {pair[1]}",
                }
            point.rollback()


def test_offices_that_are_none_of_one(world: Connection) -> None:
    """Another title, another organisation, none at all, the same holder, a holder who was
    merged.
    """
    add(
        world,
        held("anna", "2000/2020"),
        held("bert", "2000/2020", title="Deputy"),
        held("cleo", "2000/2020", organisation="ministry-2"),
        held("jane-1", "2000/2020", organisation=None),
        held("jane-2", "2000/2020", organisation=None),
        held("anna", "2010/2015"),
        held("bert-o", "2001/2010", title="Mayor"),
        held("bert", "2001/2010", title="Mayor"),
        held("hussein", None),
    )
    assert sides(world) == [{"B. Olsen: 2001/2010", "Bert Olsen: 2001/2010"}]
    merge(world, "actor", "bert", "bert-o")
    assert sides(world) == []
    merge(world, "actor", "ministry", "ministry-2")
    assert sides(world) == [
        {"Anna Berg: 2000/2020", "Cléo Ørsted: 2000/2020", "Anna Berg: 2010/2015"}
    ], "the two ministries are one now"


def test_an_office_is_disputed_once_for_each_time(world: Connection) -> None:
    """Rivals of one time stand together, those of another apart; who had no rival, nowhere."""
    add(
        world,
        held("anna", "1900/1910"),
        held("bert", "1905/1920"),
        held("cleo", "1918/1930"),
        held("anna", "1940/1950"),
        held("anna", "1945/1960"),
        held("jane-1", "1980/.."),
        held("hussein", "1990/2000"),
    )
    assert sides(world) == [
        {"Anna Berg: 1900/1910", "Bert Olsen: 1905/1920", "Cléo Ørsted: 1918/1930"},
        {"Jane Smith: 1980/..", "حسين الحكيم: 1990/2000"},
    ]


# Dossiers -----------------------------------------------------------------------------------------


def test_why_an_event_shows_what_it_shows(world: Connection) -> None:
    found = dossier(world, "raid")
    assert (found.event.date, found.event.date_status) == ("2021-01-02", "conflict")
    assert "no part in common" in str(found.date_reason)
    assert "asserted, 1 independent origin" in str(found.date_reason)
    assert str(found.standing_reason).startswith("asserted by herald")
    (lost,) = found.lost
    assert (lost.source, lost.date, str(lost.why)) == (
        "gazette",
        "2020-04-29",
        "it contradicts a better date",
    )
    assert lost.claim == found.claims[0].key
    assert [(link.event, link.kind, link.other, link.source) for link in found.links] == [
        ("raid", "causes", "talks", "herald")
    ]


def test_a_dossier_in_a_language(world: Connection) -> None:
    found = dossier(world, "talks", language="fr")
    assert (found.event.title, found.summary) == (
        "Réunion à l’Élysée",
        "A long and secret conversation.",
    )
    assert found.tags == ("diplomacy", "secret")
    assert [claim.chain for claim in found.claims] == [("Anna Berg",), (), ()]
    assert found.claims[2].who == (("bert", "Bert Olsen", "speaker", "spokesman", "affirms"),)
    assert [(link.event, link.kind, link.other) for link in found.links] == [
        ("talks", "before", "oath"),
        ("raid", "causes", "talks"),
    ]


def test_the_dossier_of_merged_events(world: Connection) -> None:
    merge(world, "event", "raid-again", "raid")
    found = dossier(world, "raid")
    assert found.event.key == "raid-again"
    assert [claim.source for claim in found.claims] == ["gazette", "herald", "wire"]
    assert {claim.event for claim in found.claims} == {"raid-again"}
    assert [(link.event, link.title, link.other) for link in found.links] == [
        ("raid-again", "The raid in the harbour", "talks")
    ]
    assert found == dossier(world, "raid-again")
    with pytest.raises(NotFoundError, match="did you mean raid"):
        dossier(world, "raids")
    with pytest.raises(AmbiguousError):
        dossier(world, "the")


def test_an_event_of_which_nobody_speaks_any_more(world: Connection) -> None:
    """Its claims were revoked by a newer version of their collection, or taken back."""
    event = r.Event(key="gone", type="OTHER", title={"en": "Gone"}, collection="c")
    claims = [
        r.Claim(event="gone", source=source, date=parse(date), quote=quote, collection="c")
        for source, date, quote in (("wire", "2021", "It was."), ("gazette", "2020", None))
    ]
    for _ in range(2):
        put_in(world, *whole([event, *claims]))
        put_in(world, *whole([event]))
    found = dossier(world, "gone")
    assert (found.event.title, found.event.standing, found.event.date) == ("Gone", None, None)
    assert (found.claims, found.event.claims) == ((), 0)
    assert [(row.source, row.polarity, row.date, row.quote) for row in found.revoked] == [
        ("gazette", "affirms", "2020", None),
        ("wire", "affirms", "2021", "It was."),
    ]
    made = changes(world)[0].made_at
    assert {row.revoked_at for row in found.revoked} == {made}
    assert dossier(world, "raid").revoked == ()
    assert "gone" not in {row.key for row in chronology(world).rows}


# What two collections hold ------------------------------------------------------------------------


def test_what_two_collections_hold_is_shown_once(world: Connection) -> None:
    """The same file under another name adds nothing to any answer."""

    def answers() -> list[object]:
        shown: list[object] = [
            chronology(world),
            sources(world),
            actors(world),
            conflicts(world),
        ]
        shown += [profile(world, key) for key in ("anna", "bert", "jane-1")]
        shown += [dossier(world, key) for key in ("raid", "talks", "oath")]
        return [*shown, source(world, "gazette")]

    add(
        world,
        held("anna", "2000/2020"),
        held("bert", "2010/2015"),
        held("bert", "2010/2015", title="Deputy"),
    )
    before = answers()
    again = [msgspec.structs.replace(record, collection="copy") for record in every_record(world)]
    add(world, *(record for record in again if not isinstance(record, r.Collection)))
    assert answers() == before


# The log ------------------------------------------------------------------------------------------


def test_the_log_begins_with_the_newest(world: Connection) -> None:
    merge(world, "actor", "anna", "bert")
    rows = changes(world)
    assert [(row.number, row.kind, row.input) for row in rows] == [
        (2, "merge", "actor anna bert"),
        (1, "load", "files"),
    ]
    assert rows[1].new == 4 + 9 + 4 + 8 + 12 + 2, "sources, actors, places, events, claims, links"
    assert changes(world, limit=1) == rows[:1]


# SQL ----------------------------------------------------------------------------------------------


def test_a_query(world_url: str) -> None:
    with open_store(world_url, guarded=True) as session:
        columns, rows = ask(
            session, "SELECT key, claims FROM timeline_events WHERE type = 'ASSAULT' ORDER BY key"
        )
        assert columns == ["key", "claims"]
        assert rows == [("raid", 2), ("raid-again", 1)]
        columns, rows = ask(session, "SELECT 'ایران' AS a, NULL AS b, 1.5 AS c -- said")
        assert [tuple(map(str, row)) for row in rows] == [("ایران", "None", "1.5")]
        columns, rows = ask(
            session, "SELECT key FROM timeline_events WHERE key LIKE '%aid%' ORDER BY key;"
        )
        assert [key for (key,) in rows] == ["raid", "raid-again"], (
            "a sign of formatting is none here"
        )


REFUSED = (
    "DELETE FROM event",
    "UPDATE event SET type = 'OTHER'",
    "INSERT INTO tag VALUES (1, 'x', 1)",
    "DROP TABLE event",
    "DROP VIEW timeline_events",
    "CREATE TABLE x (y integer)",
    "CREATE INDEX x ON event (type)",
    "WITH gone AS (DELETE FROM tag RETURNING *) SELECT * FROM gone",
    "VACUUM",
    "SELECT 1; DELETE FROM event",
    "SELECT 1; SELECT 2",
    "COMMIT; DELETE FROM event",
    "SELEKT 1",
    "SELECT x FROM nowhere",
    "SELECT (",
    "SELECT ':x, ?",
    "SELECT ?",
    "SELECT $1",
    "SELECT :x",
)


@pytest.mark.parametrize("query", REFUSED)
def test_what_is_refused(query: str, world_url: str) -> None:
    """What writes, whatever it looks like; several statements; what is no SQL. One line says so."""
    with open_store(world_url, guarded=True) as session, pytest.raises(UsageError) as error:
        ask(session, query)
    assert error.value.code.startswith("query-")
    assert "\n" not in str(error.value)
    with open_store(world_url) as session:
        assert len(sources(session).rows) == 4


@pytest.mark.parametrize(
    "query",
    [
        "PRAGMA query_only = OFF", "SET TRANSACTION READ WRITE",
        "SET default_transaction_read_only = off",
        "SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE", "COMMIT", "ROLLBACK", "BEGIN",
        "ATTACH DATABASE 'other.db' AS other", "PRAGMA writable_schema = ON",
    ],
)  # fmt: skip
def test_no_query_opens_the_way_to_write(query: str, world_url: str) -> None:
    """Whatever a first query did, a second one on the same connection can't write."""
    with open_store(world_url, guarded=True) as session:
        point = session.begin_nested() if session.dialect.name == "postgresql" else None
        try:
            ask(session, query)
        except UsageError:
            if point:
                point.rollback()
        with pytest.raises(UsageError):
            ask(session, "DELETE FROM tag")
    with open_store(world_url) as session:
        assert dossier(session, "talks").tags == ("diplomacy", "secret")


def test_the_views_say_what_the_questions_say(world: Connection) -> None:
    """After merges too."""
    merge(world, "event", "raid-again", "raid")
    merge(world, "actor", "anna", "bert")
    rows = chronology(world).rows
    query = (
        "SELECT key, date, earliest, latest, date_status, type, title, place, standing, "
        "claims, origins FROM "
    )
    found = {row[0]: row for row in ask(world, f"{query} timeline_events")[1]}
    assert found == {
        row.key: (row.key, row.date, row.earliest, row.latest, row.date_status, row.type, row.title,
        row.place,
                  row.standing, row.claims, row.origins)
        for row in rows
    }  # fmt: skip
    query = "SELECT event, source FROM timeline_claims"
    assert set(ask(world, query)[1]) == {
        (row.key, source) for row in rows for source in row.sources
    }
    query = "SELECT event, actor, name, role FROM timeline_appearances"
    expected = {
        (row.key, party.key, party.name, party.role) for row in rows for party in row.actors
    }
    assert set(ask(world, query)[1]) == expected
