"""Verdicts: what people decided about a claim falls on whatever stands at its place, and outlives
it; people go before machines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from builders import check_derived, export_in, put_in, snapshot_in, whole
from msgspec.structs import replace
from sqlalchemy import select

from timeline import records as r
from timeline.dates import parse
from timeline.errors import LoadError, NotFoundError, UsageError
from timeline.load import correct, drop, judge_claims, note, state, undo, untag
from timeline.queries import Question, chronology
from timeline.queries.dossier import dossier
from timeline.store.stored import every_record
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

SENTENCE = "Ann met Bob in Rome on Monday."
TEXT = f"News. {SENTENCE} They talked about fish."
PAGE = "https://example.org/a"


def reading(
    text: str | None = TEXT,
    *,
    key: str = "a",
    collection: str = "a",
    extractor: str = "reader 1",
    **claim: Any,
) -> list[r.AnyRecord]:
    """What a machine read in a text: one meeting, its trigger the word `met`."""
    source = r.Source(
        collection=collection, key=key, text=text, url=PAGE, published=parse("2024-11-12")
    )
    place: dict[str, Any] = {}
    if text is not None:
        start = text.index(SENTENCE[:8])
        end = text.index(".", start) + 1
        at = text.index("met", start)
        place = {"quote": text[start:end], "quote_start": start, "quote_end": end}
        place |= {"trigger_start": at, "trigger_end": at + 3}
    fields: dict[str, Any] = (
        {"who": (r.Part("ann", "agent"), r.Part("bob", "recipient"))} | place | claim
    )
    return whole(
        [
            source,
            r.Actor(collection=collection, key="ann", name="Ann Lee"),
            r.Actor(collection=collection, key="bob", name="Bob Orr"),
            r.Event(collection=collection, key="meeting", type="CONSULT", extractor=extractor),
            r.Claim(
                collection=collection, event="meeting", source=key, extractor=extractor, **fields
            ),
        ]
    )


def claims(session: Connection) -> dict[str, str | None]:
    """Key of each live claim -> what was decided about it."""
    c = t.claim
    query = select(c.c.key, c.c.decision).where(c.c.revoked_in.is_(None))
    return dict(session.execute(query.order_by(c.c.key)).tuples().all())


def only(session: Connection) -> str:
    """The key of the one claim there is."""
    (key,) = claims(session)
    return key


def shown(session: Connection) -> list[str]:
    return [row.key for row in chronology(session, Question()).rows]


@pytest.fixture
def rejected(session: Connection) -> Connection:
    """A reading of which the one claim was rejected."""
    put_in(session, *reading())
    judge_claims(session, "rejected", [only(session)], by="Nina", why="it was Tuesday")
    assert shown(session) == []
    return session


@pytest.mark.parametrize(
    "again",
    [
        pytest.param(reading(), id="the same again"),
        pytest.param(reading(modality="reported"), id="another reading"),
        pytest.param(reading(extractor="reader 2", date=parse("2024-11-11")), id="a newer machine"),
        pytest.param(reading(f"Corrected. {TEXT}"), id="a text that moved"),
        pytest.param(reading(TEXT.replace("fish", "birds")), id="a text corrected elsewhere"),
        pytest.param(reading(collection="b"), id="another collection"),
        pytest.param(reading(key="copy", collection="b"), id="the same text under another key"),
        pytest.param(reading("Now! " + TEXT, key="b", collection="b"), id="the same page"),
    ],
)
def test_what_was_rejected_does_not_come_back(
    rejected: Connection, again: list[r.AnyRecord]
) -> None:
    put_in(rejected, *again)
    assert set(claims(rejected).values()) == {"rejected"}
    assert shown(rejected) == []
    check_derived(rejected)


def test_a_later_version_is_the_same_place(rejected: Connection) -> None:
    later = reading(TEXT.replace("fish", "birds"), key="a2", collection="b")
    (source,) = (one for one in later if isinstance(one, r.Source))
    version = replace(source, replaces="a", url=None)
    put_in(rejected, *(version if one is source else one for one in later))
    assert set(claims(rejected).values()) == {"rejected"}


def version(text: str | None, day: str, *, replaces: str, key: str) -> list[r.AnyRecord]:
    """A later version of the page, and what the machine reads in it: nothing without a text."""
    records = reading(text, key=key, collection=key)
    return [
        replace(one, published=parse(day), replaces=replaces) if isinstance(one, r.Source) else one
        for one in records
        if text is not None or not isinstance(one, r.Claim)
    ]


NEWER = version(TEXT.replace("fish", "birds"), "2024-11-14", replaces="a", key="a@2")
WITHOUT = version(None, "2024-11-16", replaces="a@2", key="a@3")


def as_known(session: Connection) -> list[tuple[str | None, ...]]:
    """Date, standing and sources of the meeting, as known from day to day, and now."""
    found: list[tuple[str | None, ...]] = []
    for day in ("2024-11-12", "2024-11-13", "2024-11-14", "2024-11-15", "2024-11-16", None):
        question = Question(known_by=parse(day)) if day else Question()
        rows = chronology(session, question).rows
        found += [(row.date, row.standing, *row.sources) for row in rows]
    return found


@pytest.mark.parametrize("event", ["meeting", "talks"])
def test_what_was_corrected_stands_in_later_versions(session: Connection, event: str) -> None:
    """As long as they say what was corrected, also where it was moved to another event; undoing a
    version takes it back.
    """
    put_in(session, *reading(), r.Event(collection="a", key="talks", type="CONSULT"))
    changes = {"date": parse("2024-11-04"), "event": event}
    correct(session, only(session), changes, by="Nina")
    first, exported = as_known(session), export_in(session)
    put_in(session, *NEWER)
    check_derived(session)
    assert as_known(session) == first == [("2024-11-04", "asserted", "a")] * 6
    put_in(session, *WITHOUT)
    check_derived(session)
    assert as_known(session) == first[:4] + [("2024-11-04", "retracted")] * 2
    undo(session)
    assert as_known(session) == first
    check_derived(session)
    undo(session)
    assert (as_known(session), export_in(session)) == (first, exported)
    check_derived(session)
    undo(session)
    assert as_known(session) == [("[..2024-11-12]", "asserted", "a")] * 6
    check_derived(session)


def test_a_correction_of_what_a_version_leaves_out_is_history(session: Connection) -> None:
    put_in(session, *reading())
    correct(session, only(session), {"date": parse("2024-11-04")}, by="Nina")
    put_in(session, *version(None, "2024-11-14", replaces="a", key="a@2"))
    assert as_known(session)[-1] == ("2024-11-04", "retracted")
    check_derived(session)


def test_what_was_accepted_is_accepted_in_a_version_that_says_the_same(
    session: Connection,
) -> None:
    """And not where the machine reads something else at its place."""
    put_in(session, *reading())
    judge_claims(session, "accepted", [only(session)], by="Nina")
    put_in(session, *NEWER)
    assert set(claims(session).values()) == {"accepted"}
    check_derived(session)
    undo(session)
    put_in(session, *_with(NEWER, modality="reported"))
    assert set(claims(session).values()) == {"accepted", None}
    check_derived(session)


MENDED = version(TEXT.replace("on Monday", "on a Monday"), "2024-11-14", replaces="a", key="a@2")


@pytest.mark.parametrize("says", ["accepted", "rejected"])
def test_a_slip_of_the_pen_that_was_mended_changes_no_verdict(
    session: Connection, says: r.Decision
) -> None:
    """Where the machine reads in the sentence what it read before, be it surer or less."""
    put_in(session, *reading())
    judge_claims(session, says, [only(session)], by="Nina")
    before = export_in(session)
    put_in(session, *_with(MENDED, extractor="reader 2", confidence=0.6))
    assert set(claims(session).values()) == {says}
    assert shown(session) == (["meeting"] if says == "accepted" else [])
    check_derived(session)
    undo(session)
    assert export_in(session) == before


def test_a_correction_stands_where_a_slip_of_the_pen_was_mended(session: Connection) -> None:
    put_in(session, *reading())
    correct(session, only(session), {"date": parse("2024-11-04")}, by="Nina")
    first = as_known(session)
    put_in(session, *MENDED)
    assert as_known(session) == first
    told = [claim.decision for claim in dossier(session, "meeting").claims if claim.decision]
    assert [[one.field for one in decision.changes] for decision in told] == [["date"], ["date"]]
    check_derived(session)


@pytest.mark.parametrize(
    "records",
    [
        pytest.param(lambda: _with(MENDED, polarity="denies"), id="denied now"),
        pytest.param(lambda: _with(MENDED, who=(r.Part("bob", "agent"),)), id="somebody else"),
        pytest.param(
            lambda: version(
                TEXT.replace("on Monday", "in the morning"), "2024-11-14", replaces="a", key="a@2"
            ),
            id="more than a slip",
        ),
    ],
)
def test_what_a_mended_sentence_says_otherwise_is_asked_anew(
    rejected: Connection, records: Callable[[], list[r.AnyRecord]]
) -> None:
    put_in(rejected, *records())
    assert set(claims(rejected).values()) == {"rejected", None}
    check_derived(rejected)


def _with(records: list[r.AnyRecord], **changes: Any) -> list[r.AnyRecord]:
    """The same records, with other fields of their claims."""
    return [replace(one, **changes) if isinstance(one, r.Claim) else one for one in records]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TEXT.replace("in Rome", "in Bonn"), id="another sentence"),
        pytest.param(f"{TEXT} Later Ann met Bob again.", id="another place in the text"),
    ],
)
def test_another_sentence_is_another_place(rejected: Connection, text: str) -> None:
    records = reading(text)
    if "again" in text:
        at = text.rindex("met")
        quote = {"quote_start": at - 4, "quote_end": len(text), "quote": text[at - 4 :]}
        trigger = {"trigger_start": at, "trigger_end": at + 3}
        (claim,) = (one for one in records if isinstance(one, r.Claim))
        records.append(replace(claim, **quote, **trigger))
    put_in(rejected, *records)
    assert None in claims(rejected).values()
    assert shown(rejected) == ["meeting"]


def test_a_verdict_outlives_its_claim(rejected: Connection) -> None:
    """Law: what is undone and loaded again is as before; the verdict waits."""
    before = export_in(rejected)
    undo(rejected, 1)
    assert claims(rejected) == {}
    (verdict,) = every_record(rejected)
    assert isinstance(verdict, r.Verdict)
    assert (verdict.by, verdict.why, verdict.trigger) == ("Nina", "it was Tuesday", "met")
    put_in(rejected, *reading())
    assert export_in(rejected) == before
    assert shown(rejected) == []


def test_a_verdict_may_come_before_its_claim(session: Connection) -> None:
    with session.begin_nested() as point:
        put_in(session, *reading())
        judge_claims(session, "rejected", [only(session)], by="Nina")
        exported = list(every_record(session))
        point.rollback()
    put_in(session, *reversed(exported))
    assert set(claims(session).values()) == {"rejected"}


def test_what_was_accepted_stays_though_it_is_read_otherwise(session: Connection) -> None:
    put_in(session, *reading(date=parse("2024-11-11")))
    accepted = only(session)
    judge_claims(session, "accepted", [accepted], by="Nina")
    put_in(session, *reading(extractor="reader 2", date=parse("2024-11-12")))
    found = claims(session)
    assert found.pop(accepted) == "accepted"
    assert list(found.values()) == ["superseded"]
    (row,) = chronology(session, Question()).rows
    assert (row.date, row.claims) == ("2024-11-11", 1)
    check_derived(session)


@pytest.mark.parametrize("readings", [1, 2, 3])
def test_an_acceptance_that_is_taken_back_was_never_there(
    session: Connection, readings: int
) -> None:
    """Law: whatever was read meanwhile, once or more often, without the claim or with it again."""
    first, other = reading(date=parse("2024-11-11")), reading(date=parse("2024-11-12"))
    again = [other, first, other][:readings]
    with session.begin_nested() as point:
        for one in (first, *again):
            put_in(session, *one)
        expected = export_in(session)
        point.rollback()
    put_in(session, *first)
    before = export_in(session)
    report = judge_claims(session, "accepted", [only(session)], by="Nina")
    kept = [export_in(session)]
    for one in again:
        put_in(session, *one)
        assert put_in(session, *one).changeset is None
        kept.append(export_in(session))
    undo(session, report.changeset)
    check_derived(session)
    assert export_in(session) == expected
    # The readings are still taken back one by one.
    for _ in again:
        undo(session)
        check_derived(session)
    assert export_in(session) == before


def test_an_acceptance_that_was_replaced_may_come_back(session: Connection) -> None:
    """Its claim stays, whatever is taken back meanwhile."""
    put_in(session, *reading(date=parse("2024-11-11")))
    read = only(session)
    judge_claims(session, "accepted", [read], by="Nina")
    put_in(session, *reading(date=parse("2024-11-12")))
    expected = export_in(session)
    replaced = judge_claims(session, "rejected", [read], by="Nina")
    note(session, "event", "meeting", "Ask Bob.", by="Nina")
    undo(session)
    undo(session, replaced.changeset)
    assert export_in(session) == expected
    assert claims(session)[read] == "accepted"


def test_a_correction_counts_in_the_place_of_what_was_read(session: Connection) -> None:
    put_in(session, *reading(date=parse("2024-11-12")))
    read = only(session)
    correct(session, read, {"date": parse("2024-11-11"), "modality": "reported"}, by="Nina")
    found = claims(session)
    assert found.pop(read) == "corrected"
    assert list(found.values()) == ["accepted"]
    (row,) = chronology(session, Question()).rows
    assert (row.date, row.standing, row.claims, row.machine) == ("2024-11-11", "reported", 1, False)
    put_in(session, *reading(extractor="reader 2", date=parse("2024-11-10")))
    assert chronology(session, Question()).rows[0].date == "2024-11-11"
    check_derived(session)
    with pytest.raises(UsageError, match="says so already"):
        correct(session, next(key for key, says in claims(session).items() if says == "accepted"),
                {"modality": "reported"}, by="Otto")  # fmt: skip


def test_a_correction_that_can_not_be_changes_nothing(session: Connection) -> None:
    put_in(session, *reading())
    before = snapshot_in(session)
    for changes in ({"who": (r.Part("nobody", "agent"),)}, {"quote": "not there"}):
        with session.begin_nested() as point:
            with pytest.raises(LoadError):
                correct(session, only(session), changes, by="Nina")
            point.rollback()
    assert snapshot_in(session) == before


def test_the_later_word_of_a_person_replaces_the_earlier(session: Connection) -> None:
    put_in(session, *reading())
    read = only(session)
    before = export_in(session)
    judge_claims(session, "rejected", [read], by="Nina")
    correct(session, read, {"modality": "possible"}, by="Nina")
    assert judge_claims(session, "accepted", [read], by="Nina").changed == 1
    assert claims(session) == {read: "accepted"}, "the correction went with its verdict"
    assert judge_claims(session, "accepted", [read], by="Nina").changeset is None
    assert sum(isinstance(one, r.Verdict) for one in every_record(session)) == 1
    for _ in range(3):
        undo(session)
    assert export_in(session) == before


@pytest.mark.parametrize("first", ["Nina", "Otto"])
def test_of_two_persons_who_rejects_goes_first(session: Connection, first: str) -> None:
    put_in(session, *reading())
    read = only(session)
    for by in (first, "Otto" if first == "Nina" else "Nina"):
        if by == "Nina":
            judge_claims(session, "accepted", [read], by=by)
        else:
            judge_claims(session, "rejected", [read], by=by)
    assert claims(session)[read] == "rejected"
    assert sum(isinstance(one, r.Verdict) for one in every_record(session)) == 2


def test_a_claim_without_a_trigger_is_known_by_what_it_says(session: Connection) -> None:
    put_in(session, *reading(None, modality="reported"))
    judge_claims(session, "rejected", [only(session)], by="Nina")
    put_in(session, *reading(None, modality="asserted"))
    assert list(claims(session).values()) == [None]
    put_in(session, *reading(None, modality="reported"))
    assert list(claims(session).values()) == ["rejected"]


def test_dropping_an_event_rejects_what_is_said_now(session: Connection) -> None:
    put_in(session, *reading())
    event = session.scalar(select(t.event.c.id))
    assert event is not None
    drop(session, event, by="Nina")
    assert shown(session) == []
    put_in(session, *reading(f"{TEXT} Late."))
    assert shown(session) == []
    put_in(session, *reading("Ann met Bob, they say.", key="c", collection="c"))
    assert shown(session) == ["meeting"]


def test_several_events_are_dropped_at_once(session: Connection) -> None:
    """As one changeset, and nothing else with them."""
    for key in "abc":
        event = r.Event(key=key, type="OTHER", collection=key)
        claim = r.Claim(event=key, source=key, extractor="m 1", collection=key)
        put_in(session, r.Source(key=key, collection=key), event, claim)
    ids = dict(session.execute(select(t.event.c.key, t.event.c.id)).tuples().all())
    assert drop(session, ids["a"], ids["c"], by="Nina").new == 2
    assert shown(session) == ["b"]
    undo(session)
    assert sorted(shown(session)) == ["a", "b", "c"]


def test_people_go_before_machines(session: Connection) -> None:
    put_in(session, *reading(date=parse("2024-11-12")))
    put_in(
        session,
        *reading(None, key="b", collection="b", extractor="reader 1", polarity="denies"),
        r.Source(collection="p", key="p", text=None),
        r.Claim(collection="p", event="meeting", source="p", date=parse("2024-11-10")),
    )
    (row,) = chronology(session, Question()).rows
    assert (row.date, row.date_status, row.standing) == ("2024-11-10", "agreed", "asserted")
    denial = session.scalar(select(t.claim.c.key).where(t.claim.c.polarity == "denies"))
    judge_claims(session, "accepted", [str(denial)], by="Nina")
    assert chronology(session, Question()).rows[0].standing == "disputed"


# What people state and note -----------------------------------------------------------------------


def titles(session: Connection) -> list[str]:
    text = t.event_text
    return list(session.scalars(select(text.c.title).order_by(text.c.title)))


def test_what_a_person_states_stands_before_files_and_machines(session: Connection) -> None:
    put_in(session, r.Event(collection="a", key="e", type="VISIT", title={"en": "A file's"}))
    before = export_in(session)
    state(session, r.Event, "e", {"title": {"en": "Nina's"}, "tags": ("x",)}, by="Nina")
    assert titles(session) == ["Nina's"]
    put_in(session, r.Event(collection="a", key="e", type="VISIT", title={"en": "Another file's"}))
    assert titles(session) == ["Nina's"]
    untag(session, "e", ["x"], by="Nina")
    assert session.scalars(select(t.tag.c.tag)).all() == []
    with session.begin_nested() as point:
        with pytest.raises(UsageError, match="no tag x of yours"):
            untag(session, "e", ["x"], by="Otto")
        point.rollback()
    for _ in range(3):
        undo(session)
    assert export_in(session) == before


def test_of_two_persons_the_later_statement_is_shown(session: Connection) -> None:
    put_in(
        session,
        *(
            r.Event(
                collection=f"by-hand/{by}", key="e", type="VISIT", title={"en": by}, by=by, at=at
            )
            for by, at in (
                ("Nina", parse("2024-11-12T10:00:00Z")),
                ("Otto", parse("2024-11-11T10:00:00Z")),
            )
        ),
    )
    assert titles(session) == ["Nina"]


def test_notes_are_kept_and_are_no_evidence(session: Connection) -> None:
    put_in(session, *reading())
    rows = chronology(session, Question()).rows
    note(session, "event", "meeting", "Ask Bob.", by="Nina")
    assert chronology(session, Question()).rows == rows
    (found,) = (one for one in every_record(session) if isinstance(one, r.Note))
    assert (found.of, found.about, found.text, found.by) == ("event", "meeting", "Ask Bob.", "Nina")
    with pytest.raises(UsageError):
        note(session, "event", "meeting", " ", by="Nina")


def test_the_same_note_in_one_second_is_one(
    session: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.load.verdicts.now", lambda: parse("2026-11-28T08:43:40Z"))
    put_in(session, *reading())
    for by in ("Nina", "Nina", "Omar"):
        note(session, "event", "meeting", "Ask Bob.", by=by)
    found = [one for one in every_record(session) if isinstance(one, r.Note)]
    assert [one.by for one in found] == ["Nina", "Omar"]


def test_there_has_to_be_such_a_claim(session: Connection) -> None:
    with pytest.raises(NotFoundError):
        judge_claims(session, "accepted", ["nothing"], by="Nina")
    with pytest.raises(NotFoundError):
        state(session, r.Event, "nothing", {}, by="Nina")


def test_a_load_is_undone_with_all_that_rests_on_it(session: Connection) -> None:
    """What depends is taken back as one changeset; a verdict that depends on nothing stays."""
    put_in(session, *reading())
    read = only(session)
    judge_claims(session, "accepted", [read], by="Otto")
    correct(session, read, {"modality": "possible"}, by="Nina")
    state(session, r.Event, "meeting", {"title": {"en": "A talk"}}, by="Nina")
    before = export_in(session)
    with pytest.raises(UsageError, match="undo first: 3, 4"):
        undo(session, 1)
    assert export_in(session) == before
    undone = undo(session, 1, with_later=True, by="Nina")
    assert undone.later == (4, 3)
    assert [type(one).__name__ for one in every_record(session)] == ["Verdict"]
    undone_by = select(t.changeset.c.id).where(t.changeset.c.undone_by.is_not(None))
    assert session.scalars(undone_by.order_by(t.changeset.c.id)).all() == [1, 3, 4]
    put_in(session, *reading())
    assert claims(session) == {read: "accepted"}
    check_derived(session)
