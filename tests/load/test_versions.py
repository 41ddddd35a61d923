"""Versions of one document: from the day a version is published the one it replaces counts no
more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import pytest
from builders import check_derived, export_in, index_of, put_in
from msgspec.structs import replace
from sqlalchemy import select, text

from timeline import records as r
from timeline.dates import parse
from timeline.errors import LoadError, UsageError
from timeline.load import judge_claims, merge, undo, unmerge
from timeline.queries.check import check
from timeline.queries.chronology import chronology
from timeline.queries.dossier import dossier
from timeline.queries.question import Question
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from sqlalchemy import Connection

Version = Literal["update", "correction", "retraction"]


def page(
    key: str,
    published: str | None,
    date: str | None,
    *,
    replaces: str | None = None,
    version: Version | None = None,
) -> list[r.AnyRecord]:
    """A version of a page, and what it says: when the arrest was."""
    return [
        r.Source(
            key=key,
            published=parse(published) if published else None,
            replaces=replaces,
            version=version,
            collection=key,
        ),
        r.Event(key="arrest", type="COERCE", collection=key),
        *(
            [r.Claim(event="arrest", source=key, date=parse(date), quote=key, collection=key)]
            if date
            else []
        ),
    ]


FIRST = page("daily-1", "2024-11-12", "2024-11-11")
SECOND = page("daily-2", "2024-11-13", "2024-11-12", replaces="daily-1", version="correction")
GONE = page("daily-2", "2024-11-13", None, replaces="daily-1", version="retraction")


def shown(session: Connection, day: str | None = None) -> list[tuple[str | None, ...]]:
    """Date, standing and sources of the events that are listed, perhaps as known on a day."""
    question = Question(known_by=parse(day)) if day else Question()
    return [(row.date, row.standing, *row.sources) for row in chronology(session, question).rows]


@pytest.mark.parametrize("order", [(FIRST, SECOND), (SECOND, FIRST), ([*FIRST, *SECOND],)])
def test_the_newest_version_alone_counts(
    session: Connection, order: tuple[list[r.AnyRecord], ...]
) -> None:
    """Whichever is loaded first; a version may come before the one that it replaces."""
    if order[0] is SECOND:
        put_in(session, r.Source(key="daily-1", collection="daily-1"))
    for records in order:
        put_in(session, *records)
    assert shown(session) == [("2024-11-12", "asserted", "daily-2")]
    assert shown(session, "2024-11-12") == [("2024-11-11", "asserted", "daily-1")]
    assert shown(session, "2024-11-13") == [("2024-11-12", "asserted", "daily-2")]
    assert shown(session, "2024-11-11") == []
    event = session.execute(select(t.event)).one()
    assert (event.claims, event.sources, event.origins, event.date_status) == (1, 1, 1, "agreed")
    assert {"daily", "2"} <= index_of(session)[event.id]
    assert "1" not in index_of(session)[event.id]
    check_derived(session)


RETRACTED = [("2024-11-11", "retracted")]


def test_a_retraction_brings_nothing(session: Connection) -> None:
    """The event is listed where it was, as retracted, and nobody takes part in it."""
    put_in(session, *FIRST)
    put_in(session, *GONE)
    assert shown(session) == RETRACTED
    assert shown(session, "2024-11-12") == [("2024-11-11", "asserted", "daily-1")]
    assert shown(session, "2024-11-13") == RETRACTED
    assert "daily-1" in export_in(session)
    check_derived(session)


def test_versions_of_versions(session: Connection) -> None:
    third = page("daily-3", "2024-11-15", "2024-11-10", replaces="daily-2")
    put_in(session, *FIRST, *SECOND, *third)
    dates = [shown(session, f"2024-11-{day}")[0][0] for day in (12, 13, 14, 15)]
    assert dates == ["2024-11-11", "2024-11-12", "2024-11-12", "2024-11-10"]
    check_derived(session)


def test_versions_are_one_origin(session: Connection) -> None:
    """Two papers that each rest on another version of one page heard it from one."""
    put_in(session, *FIRST, *GONE)
    hops = [r.Hop(source="daily-1"), r.Hop(source="daily-2"), r.Hop(words="somebody there")]
    for n, hop in enumerate(hops):
        put_in(
            session,
            r.Source(key=f"p{n}", collection="p"),
            r.Claim(event="arrest", source=f"p{n}", via=(hop,), collection="p"),
        )
    assert session.scalar(select(t.event.c.origins)) == 2
    check_derived(session)


@pytest.mark.parametrize("later", [SECOND, GONE])
def test_undo_lets_the_replaced_version_count_again(
    session: Connection, later: list[r.AnyRecord]
) -> None:
    put_in(session, *FIRST)
    before, exported = shown(session), export_in(session)
    put_in(session, *later)
    assert shown(session) != before
    with pytest.raises(UsageError, match="undo first: 2"):
        undo(session, 1)
    undo(session)
    assert shown(session) == before
    assert export_in(session) == exported
    check_derived(session)


def test_a_version_whose_publication_moves(session: Connection) -> None:
    """The event is what it was; when it was known is not."""
    put_in(session, *FIRST, *GONE)
    late = r.Source(
        key="daily-2",
        published=parse("2024-12-01"),
        replaces="daily-1",
        version="retraction",
        collection="daily-2",
    )
    put_in(session, late)
    assert shown(session, "2024-11-30") == [("2024-11-11", "asserted", "daily-1")]
    assert shown(session, "2024-12-01") == RETRACTED
    check_derived(session)


def test_a_version_of_which_nobody_knows_when_it_was_published(session: Connection) -> None:
    """It counts now; on no day is it certain that it did."""
    undated = page("daily-2", None, "2024-11-12", replaces="daily-1")
    put_in(session, *FIRST, *undated)
    assert shown(session) == [("2024-11-12", "asserted", "daily-2")]
    assert shown(session, "2030") == [("2024-11-11", "asserted", "daily-1")]


def test_versions_of_what_merged_events_say(session: Connection) -> None:
    other: list[r.AnyRecord] = [
        r.Event(key="capture", type="COERCE", collection="other"),
        r.Claim(event="capture", source="daily-1", quote="also", collection="other"),
    ]
    put_in(session, *FIRST, *other)
    merge(session, "event", "capture", "arrest")
    put_in(session, *GONE)
    assert shown(session) == RETRACTED
    unmerge(session, "event", "capture", "arrest")
    check_derived(session)


def test_the_views_show_what_counts(session: Connection) -> None:
    put_in(session, *FIRST, *SECOND)
    for view in ("timeline_claims", "timeline_events"):
        column = "source" if view == "timeline_claims" else "sources"
        found = session.scalars(text(f"SELECT {column} FROM {view}")).all()
        assert found == ["daily-2"], view


def test_what_was_said_last_is_what_was_retracted(session: Connection) -> None:
    """Of several versions the last that spoke of the event dates it; another page speaks for
    itself.
    """
    third = page("daily-3", "2024-11-15", None, replaces="daily-2", version="retraction")
    put_in(session, *FIRST, *SECOND, *third)
    assert shown(session) == [("2024-11-12", "retracted")]
    assert shown(session, "2024-11-12") == [("2024-11-11", "asserted", "daily-1")]
    other = page("wire", "2024-11-14", "2024-11-10")
    put_in(session, *other)
    assert shown(session) == [("2024-11-10", "asserted", "wire")]
    check_derived(session)


def test_a_version_that_comes_to_replace_makes_one_origin_of_two(session: Connection) -> None:
    """Of what others pass on from both as well, whichever way that becomes known."""
    bare = {"replaces": None, "version": None}
    plain = [replace(one, **bare) if isinstance(one, r.Source) else one for one in SECOND]
    put_in(session, *FIRST, *plain)
    for n, hop in enumerate((r.Hop(source="daily-1"), r.Hop(source="daily-2"))):
        put_in(
            session,
            r.Source(key=f"p{n}", collection="p"),
            r.Event(key="talk", type="CONSULT", collection="p"),
            r.Claim(event="talk", source=f"p{n}", via=(hop,), collection="p"),
        )
    origins = select(t.event.c.key, t.event.c.origins).order_by(t.event.c.key)
    assert dict(session.execute(origins).tuples().all()) == {"arrest": 2, "talk": 2}
    put_in(session, SECOND[0])
    assert dict(session.execute(origins).tuples().all()) == {"arrest": 1, "talk": 1}
    check_derived(session)
    undo(session)
    assert dict(session.execute(origins).tuples().all()) == {"arrest": 2, "talk": 2}
    check_derived(session)


# What withdraws -----------------------------------------------------------------------------------


def withdrawal(key: str, published: str | None, withdraws: str) -> list[r.AnyRecord]:
    """A source that takes back what another one said of the arrest."""
    return [
        r.Source(key=key, published=parse(published) if published else None, collection=key),
        r.Claim(event="arrest", source=key, withdraws=withdraws, quote=key, collection=key),
    ]


@pytest.mark.parametrize("by", ["daily-note", "daily-1"])
def test_what_is_withdrawn_counts_no_more(session: Connection, by: str) -> None:
    """From the day of whoever withdraws it, which may be the source itself."""
    put_in(session, *FIRST)
    own = by == "daily-1"
    records = withdrawal(by, "2024-11-14", "daily-1")
    put_in(session, *(records[1:] if own else records))
    assert shown(session) == [("2024-11-11", "retracted", by)]
    before = [("2024-11-11", "retracted" if own else "asserted", "daily-1")]
    assert shown(session, "2024-11-13") == before
    assert shown(session, "2024-11-14") == [("2024-11-11", "retracted", by)]
    check_derived(session)
    undo(session)
    assert shown(session) == [("2024-11-11", "asserted", "daily-1")]
    check_derived(session)


def test_only_the_account_of_one_source_is_withdrawn(session: Connection) -> None:
    """Whoever else says it, or denies it, upholds what they say; and only of that event."""
    put_in(session, *FIRST, *page("wire", "2024-11-13", "2024-11-10"))
    put_in(
        session,
        r.Event(key="trial", type="TRIAL", collection="daily-1"),
        r.Claim(event="trial", source="daily-1", collection="daily-1"),
        *withdrawal("note", "2024-11-14", "daily-1"),
    )
    assert shown(session) == [
        ("2024-11-10", "asserted", "wire", "note"),
        ("[..2024-11-12]", "asserted", "daily-1"),
    ]
    check_derived(session)


def passing_on(key: str, published: str, *via: str) -> list[r.AnyRecord]:
    """A source that has from others that there was an arrest."""
    hops = tuple(r.Hop(source=one) for one in via)
    return [
        r.Source(key=key, published=parse(published), collection=key),
        r.Claim(event="arrest", source=key, via=hops, modality="reported", collection=key),
    ]


RETRACTION = [
    r.Source(
        key="daily-9", published=parse("2024-11-14"), replaces="daily-1", version="retraction",
        collection="daily-9",
    )
]  # fmt: skip


@pytest.mark.parametrize("via", [("daily-1",), ("wire", "daily-1"), ("daily-1", "wire")])
@pytest.mark.parametrize(
    ("by", "records"),
    [("note", withdrawal("note", "2024-11-14", "daily-1")), ("daily-9", RETRACTION)],
    ids=["withdrawal", "retraction"],
)
@pytest.mark.parametrize("first", [True, False], ids=["said first", "withdrawn first"])
def test_what_is_passed_on_falls_with_what_is_withdrawn(
    session: Connection, by: str, records: list[r.AnyRecord], via: tuple[str, ...], *, first: bool
) -> None:
    """Wherever in the chain it stands; from the day of whoever withdraws it."""
    told = [r.Source(key="wire", collection="wire"), *passing_on("post", "2024-11-13", *via)]
    for part in (FIRST, told, records) if first else (FIRST, records, told):
        put_in(session, *part)
    assert [row[1:] for row in shown(session)] in ([("retracted", "note")], [("retracted",)])
    gone = {one.source: one.gone for one in dossier(session, "arrest").claims if one.gone}
    assert gone["post"] is not None
    assert (gone["post"].by, gone["post"].how) == (by, "withdrawal")
    assert shown(session, "2024-11-13")[0][1:] == ("asserted", "daily-1", "post")
    check_derived(session)


def test_what_only_others_pass_on_was_known_until_it_was_retracted(session: Connection) -> None:
    """Also where the source itself says nothing here."""
    told = [one for one in FIRST if not isinstance(one, r.Claim)]
    put_in(session, *told, *passing_on("post", "2024-11-13", "daily-1"), *RETRACTION)
    assert [row[1] for row in shown(session)] == ["retracted"]
    assert [row[1] for row in shown(session, "2024-11-13")] == ["reported"]
    check_derived(session)


def test_a_retraction_takes_back_what_is_passed_on_of_earlier_versions(session: Connection) -> None:
    """A paper has it from the first version; the page was mended, and only then retracted."""
    third = r.Source(
        key="daily-3", published=parse("2024-11-15"), replaces="daily-2", version="retraction",
        collection="daily-3",
    )  # fmt: skip
    put_in(session, *FIRST, *passing_on("post", "2024-11-13", "daily-1"), *SECOND)
    assert shown(session)[0][1:] == ("asserted", "daily-2", "post")
    put_in(session, third)
    assert [row[1] for row in shown(session)] == ["retracted"]
    gone = {one.source: one.gone for one in dossier(session, "arrest").claims if one.gone}
    assert gone["post"] is not None
    assert (gone["post"].by, gone["post"].how) == ("daily-3", "withdrawal")
    assert shown(session, "2024-11-14")[0][1:] == ("asserted", "daily-2", "post")
    check_derived(session)
    undo(session)
    assert shown(session)[0][1:] == ("asserted", "daily-2", "post")
    check_derived(session)


def test_a_retraction_that_is_replaced_takes_nothing_back(session: Connection) -> None:
    put_in(session, *FIRST, *passing_on("post", "2024-11-13", "daily-1"), *RETRACTION)
    assert [row[1] for row in shown(session)] == ["retracted"]
    restored = r.Source(
        key="daily-10", published=parse("2024-11-16"), replaces="daily-9", collection="daily-10"
    )
    put_in(session, restored)
    assert shown(session) == [("[..2024-11-13]", "reported", "post")]
    assert [row[1] for row in shown(session, "2024-11-15")] == ["retracted"]
    check_derived(session)
    undo(session)
    assert [row[1] for row in shown(session)] == ["retracted"]
    check_derived(session)


@pytest.mark.parametrize(
    ("day", "counts"), [("2024-11-13", False), ("2024-11", False), ("2024-11-15", True)]
)
def test_who_passes_on_later_what_was_withdrawn_upholds_it(
    session: Connection, day: str, *, counts: bool
) -> None:
    put_in(session, *FIRST, *withdrawal("note", "2024-11-14", "daily-1"))
    put_in(session, *passing_on("post", day, "daily-1"))
    assert [row[1] for row in shown(session)] == ["reported" if counts else "retracted"]
    check_derived(session)
    undo(session)
    assert [row[1] for row in shown(session)] == ["retracted"]
    check_derived(session)


def test_a_withdrawal_that_counts_no_more(session: Connection) -> None:
    """A version of its source without it, or a person who rejects it, lets the account count."""
    put_in(session, *FIRST, *withdrawal("note", "2024-11-14", "daily-1"))
    later = r.Source(
        key="note-2", published=parse("2024-11-16"), replaces="note", collection="note-2"
    )
    put_in(session, later)
    upheld = [("2024-11-11", "asserted", "daily-1")]
    assert shown(session) == upheld
    assert shown(session, "2024-11-15") == [("2024-11-11", "retracted", "note")]
    assert shown(session, "2024-11-16") == upheld
    check_derived(session)
    undo(session)
    claim = session.scalar(select(t.claim.c.key).where(t.claim.c.withdraws_id.is_not(None)))
    judge_claims(session, "rejected", [str(claim)], by="Nina")
    assert shown(session) == upheld
    check_derived(session)


@pytest.mark.parametrize(("withdraws", "found"), [("daily-1", True), ("daily-2", False)])
def test_what_takes_back_nothing_deserves_a_look(
    session: Connection, withdraws: str, *, found: bool
) -> None:
    """Perhaps the newest version was meant."""
    put_in(session, *FIRST, *SECOND, *withdrawal("note", "2024-11-14", withdraws))
    assert ("withdrawal" in {row.kind for row in check(session)}) == found
    assert ("retracted" in {row[1] for row in shown(session)}) != found


def test_merged_events_are_withdrawn_as_one(session: Connection) -> None:
    other: list[r.AnyRecord] = [
        r.Event(key="capture", type="COERCE", collection="other"),
        r.Claim(event="capture", source="daily-1", quote="also", collection="other"),
    ]
    put_in(session, *FIRST, *other, *withdrawal("note", "2024-11-14", "daily-1"))
    merge(session, "event", "capture", "arrest")
    assert shown(session) == [("2024-11-11", "retracted", "note")]
    check_derived(session)
    unmerge(session, "event", "capture", "arrest")
    assert [row[1] for row in shown(session)] == ["retracted", "asserted"]
    check_derived(session)


def test_who_is_withdrawn_must_be_there(session: Connection) -> None:
    with pytest.raises(LoadError, match="there is no source 'daily-1'"):
        put_in(
            session,
            r.Event(key="arrest", type="COERCE", collection="x"),
            *withdrawal("note", None, "daily-1"),
        )


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"polarity": "denies"}, "says nothing else"),
        ({"date": parse("2024")}, "says nothing else"),
        ({"who": (r.Part("paul", "agent"),)}, "says nothing else"),
        ({"withdraws": None, "polarity": "withdraws"}, "whose account"),
    ],
)
def test_a_claim_that_withdraws_says_nothing_else(more: dict[str, Any], says: str) -> None:
    with pytest.raises(r.RefusedError, match=says):
        r.Claim(**{"event": "arrest", "source": "note", "withdraws": "daily-1"} | more)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (r.Source(key="s", version="correction"), "version-of-nothing"),
        (r.Source(key="s", kind="correction"), "version-as-kind"),
        (r.Source(key="s", kind="retraction", replaces="p"), "version-as-kind"),
    ],
)
def test_a_version_of_nothing_is_refused(session: Connection, source: r.Source, code: str) -> None:
    with pytest.raises(LoadError) as caught:
        put_in(session, *(replace(one, collection="c") for one in (r.Source(key="p"), source)))
    assert [one.message.code for one in caught.value.problems] == [code]
