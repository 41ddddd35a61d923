"""Claims: references, quotes, dates that hang on their source, and what a newer version of a
collection revokes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from builders import check_derived, export_in, put_in, snapshot_in, whole
from sqlalchemy import select

import timeline.load
from timeline import records as r
from timeline.dates import Date, parse
from timeline.errors import LoadError, Message
from timeline.load import Report, undo
from timeline.store.stored import every_record
from timeline.store.tables import tables as t

if TYPE_CHECKING:
    from sqlalchemy import Connection

TEXT = "Elle l’a dit. L’ambassadeur d’Iran\u00a0: « non ».\nIl l’a dit aussi, lui — hier."


def source(**fields: Any) -> r.Source:
    """The one source of these tests."""
    return r.Source(key="s", **({"collection": "c", "language": "fr"} | fields))


def event(key: str = "e", **fields: Any) -> r.Event:
    """An event."""
    return r.Event(key=key, type="VISIT", **({"collection": "c"} | fields))


def claim(**fields: Any) -> r.Claim:
    """A claim about it."""
    return r.Claim(**({"event": "e", "source": "s", "collection": "c"} | fields))


def claims(session: Connection) -> list[r.Claim]:
    """The live claims."""
    return [record for record in every_record(session) if isinstance(record, r.Claim)]


def problems(session: Connection, *records: r.AnyRecord) -> tuple[str, ...]:
    """What is wrong with records; nothing of them is kept."""
    before = snapshot_in(session)
    with pytest.raises(LoadError) as caught, session.begin_nested():
        put_in(session, *records)
    assert snapshot_in(session) == before
    assert caught.value.values["more"] is None
    return tuple(str(problem) for problem in caught.value.problems)


# References ---------------------------------------------------------------------------------------


def test_every_unknown_reference_is_a_problem_with_the_nearest(session: Connection) -> None:
    actor = r.Actor(key="elon-musk", name="Elon Musk", collection="c")
    part = r.Part("elon-musc", "agent")
    hops = (
        r.Hop(key="elon-musks"),
        r.Hop(key="quite other"),
        r.Hop(actor="nobody"),
        r.Hop(words="some"),
    )
    found = problems(
        session,
        source(),
        actor,
        event("meeting"),
        claim(event="meting", source="t", who=(part,), via=hops),
        r.Position(
            actor="elon-musk", title="x", organisation="spacex", source="sss", collection="c"
        ),
        r.Link(event="meeting", kind="causes", other="meetings", collection="c"),
        r.Judgement(of="actor", left="elon-musk", right="elon-muks", collection="c"),
        r.Event(key="other", type="VISIT", place="nowhere", collection="c"),
        r.Place(key="here", name="Here", part_of="there", collection="c"),
    )
    assert sorted(found) == sorted(
        (
            "test:4: there is no event 'meting'; did you mean meeting?",
            "test:4: there is no source 't'; define it under sources",
            "test:4: there is no actor 'elon-musc'; did you mean elon-musk?",
            "test:4: there is no source or actor 'elon-musks'; did you mean elon-musk?",
            "test:4: there is no source or actor 'quite other'; define it, or write {words: ...}",
            "test:4: there is no actor 'nobody'; define it under actors",
            "test:5: there is no actor 'spacex'; define it under actors",
            "test:5: there is no source 'sss'; define it under sources",
            "test:6: there is no event 'meetings'; did you mean meeting?",
            "test:7: there is no actor 'elon-muks'; did you mean elon-musk?",
            "test:8: there is no place 'nowhere'; define it under places",
            "test:9: there is no place 'there'; define it under places",
        )
    )


def test_a_bare_key_of_a_hop_is_a_source_or_an_actor_but_not_both(session: Connection) -> None:
    both = (
        source(),
        r.Actor(key="s", name="S", collection="c"),
        r.Actor(key="a", name="A", collection="c"),
    )
    assert problems(session, *both, event(), claim(via=(r.Hop(key="s"),))) == (
        "test:5: 's' is both a source and an actor; write {source: s} or {actor: s}",
    )
    put_in(
        session,
        *both,
        event(),
        claim(via=(r.Hop(source="s", verb="v"), r.Hop(key="a"), r.Hop(actor="s"))),
    )
    assert claims(session)[0].via == (
        r.Hop(source="s", verb="v"),
        r.Hop(actor="a"),
        r.Hop(actor="s"),
    )


def test_an_empty_hop_is_a_problem(session: Connection) -> None:
    assert problems(
        session, source(), event(), claim(via=(r.Hop(words="x"), r.Hop(verb="said")))
    ) == ("test:3: hop 2 of the attribution is empty; give it one key, or words",)


def test_a_problem_at_the_end_keeps_out_all_that_came_before(session: Connection) -> None:
    put_in(session, *whole([source(), event(title={"en": "A"}), claim(remark="n")]))
    events = [event(f"e{n}") for n in range(6000)]
    assert (
        len(problems(session, *whole([source(text="x"), event(), *events, claim(event="none")])))
        == 1
    )
    assert claims(session) == [claim(remark="n")]


def test_problems_of_the_input_come_with_those_of_the_records_in_order(session: Connection) -> None:
    with pytest.raises(LoadError) as caught:
        timeline.load.load(
            session,
            [
                r.Located(claim(), r.Where("b.yaml", 9, "events[0]")),
                r.Problem(r.Where("b.yaml", 3), Message("no-text")),
                r.Problem(r.Where("a.yaml", 5), Message("is-pdf")),
            ],
        )
    assert [(where.name, where.line) for where, _ in caught.value.problems] == [
        ("a.yaml", 5),
        ("b.yaml", 3),
        ("b.yaml", 9),
        ("b.yaml", 9),
    ]


def test_the_same_problem_is_told_once(session: Connection) -> None:
    found = (r.Problem(r.Where("f", n), Message("no-text")) for n in range(1, 2501))
    with pytest.raises(LoadError) as caught:
        timeline.load.load(session, found)
    (problem,) = caught.value.problems
    assert str(problem) == "f:1: is empty; give a text (2500 times: lines 1, 2, 3, 4, ...)"


# Quotes -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quote", "hint", "stands"),
    [
        ("L’ambassadeur d’Iran", None, "L’ambassadeur d’Iran"),
        ("L'ambassadeur d'Iran :  « non ».", None, "L’ambassadeur d’Iran\u00a0: « non »."),
        ("« non ». Il l'a dit aussi, lui - hier", None, "« non ».\nIl l’a dit aussi, lui — hier"),
    ],
)
def test_a_quote_is_kept_as_it_stands(
    session: Connection, quote: str, hint: int | None, stands: str
) -> None:
    put_in(session, source(text=TEXT), event(), claim(quote=quote, quote_start=hint))
    (found,) = claims(session)
    assert found.quote == stands
    assert TEXT[found.quote_start : found.quote_end] == stands


@pytest.mark.parametrize(("hint", "start"), [(None, 5), (0, 5), (5, 5), (6, 49), (49, 49), (50, 5)])
def test_a_quote_that_stands_twice_is_the_one_after_the_hint(
    session: Connection, hint: int | None, start: int
) -> None:
    assert [at for at in range(len(TEXT)) if TEXT.startswith("l’a dit", at)] == [5, 49]
    put_in(session, source(text=TEXT), event(), claim(quote="l'a dit", quote_start=hint))
    assert [found.quote_start for found in claims(session)] == [start]


def test_a_quote_that_does_not_stand_in_the_text_is_a_problem(session: Connection) -> None:
    assert problems(
        session, source(text=TEXT), event(), claim(quote="Elle l'a dit. L'attaché")
    ) == (
        (
            "test:3: quote: the quote does not stand in the text of source 's': "
            "after “Elle l'a dit.” the text goes on “L’ambassadeur d’Iran : «”"
        ),
    )


def test_a_cited_source_is_taken_at_its_word(session: Connection) -> None:
    put_in(session, source(), event(), claim(quote="anything", quote_start=7, quote_end=9))
    assert claims(session) == [claim(quote="anything")]


def test_how_a_quote_is_typed_makes_no_other_claim(session: Connection) -> None:
    """A text may come long after the claim that quotes it; the claim is the same, read again."""
    put_in(session, *whole([source(), event(), claim(quote="L'ambassadeur  d'Iran :")]))
    put_in(session, source(text=TEXT, collection="texts"))
    (found,) = claims(session)
    assert found.quote == TEXT[found.quote_start : found.quote_end] == "L’ambassadeur d’Iran\u00a0:"
    for quote in ("L'ambassadeur  d'Iran :", "L’ambassadeur d’Iran :"):
        again = put_in(session, *whole([source(), event(), claim(quote=quote)]))
        assert (again.new, again.revoked) == (0, 0)
    undo(session)
    assert claims(session) == [claim(quote="L'ambassadeur  d'Iran :")]


def test_a_new_text_moves_the_quotes_and_undo_moves_them_back(session: Connection) -> None:
    """The second of two like passages stays the one that was meant."""
    put_in(session, source(text=TEXT), event(), claim(quote="l’a dit", quote_start=49))
    before = export_in(session)
    put_in(session, source(text=f"Mis à jour. {TEXT}"))
    assert [found.quote_start for found in claims(session)] == [61]
    undo(session)
    assert export_in(session) == before
    put_in(session, source(text=TEXT.replace("’", "'")))
    assert [found.quote for found in claims(session)] == ["l'a dit"]
    undo(session)
    assert export_in(session) == before


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            {"trigger_start": 5},
            "the trigger has only one end; give trigger_start and trigger_end, or neither",
        ),
        (
            {"trigger_start": 9, "trigger_end": 9},
            "the trigger ends (9) where it begins (9) or before; give its offsets",
        ),
        (
            {"trigger_start": 9, "trigger_end": 900},
            f"the trigger ends at 900, and the text of the source at {len(TEXT)};",
        ),
        (
            {"trigger_start": 0, "trigger_end": 3, "quote": "l’a dit"},
            (
                "the trigger stands from 0 to 3, the quote from 5 to 12; give its offsets in the "
                "source's text"
            ),
        ),
    ],
)
def test_a_trigger_stands_in_the_text_and_in_the_quote(
    session: Connection, fields: dict[str, Any], message: str
) -> None:
    (found,) = problems(session, source(text=TEXT), event(), claim(**fields))
    assert found.startswith(f"test:3: trigger_start: {message}")


@pytest.mark.parametrize("text", [TEXT, None])
def test_a_trigger_is_kept(session: Connection, text: str | None) -> None:
    put_in(session, source(text=text), event(), claim(trigger_start=9, trigger_end=12))
    assert [(found.trigger_start, found.trigger_end) for found in claims(session)] == [(9, 12)]


def test_a_trigger_moves_with_its_quote(session: Connection) -> None:
    """In a new text, and in a record whose source has another text by now; undo moves it back."""
    here = claim(quote="l’a dit", quote_start=49, quote_end=56, trigger_start=53, trigger_end=56)
    put_in(session, *whole([source(text=TEXT), event(), here]))
    before = export_in(session)
    put_in(session, source(text=f"Mis à jour. {TEXT}", collection="a"))
    (found,) = claims(session)
    assert (found.quote_start, found.trigger_start, found.trigger_end) == (61, 65, 68)
    assert put_in(session, *whole([source(text=TEXT), event(), here])).changeset is None
    put_in(session, event("f"), msgspec.structs.replace(here, event="f"))
    assert {(found.trigger_start, found.trigger_end) for found in claims(session)} == {(65, 68)}
    undo(session)
    undo(session)
    assert export_in(session) == before


def test_a_trigger_that_can_not_be_found_again_is_left_out(session: Connection) -> None:
    loose = claim(remark="loose", trigger_start=len(TEXT) - 3, trigger_end=len(TEXT))
    spaced = claim(
        quote="« non ». Il", trigger_start=TEXT.index("non"), trigger_end=TEXT.index("non") + 3
    )
    put_in(session, source(text=TEXT), event(), loose, spaced)
    before = export_in(session)
    put_in(session, source(text=f"À propos. «  non ». Il y a {TEXT[:20]}"))
    found = {found.remark: found.trigger_start for found in claims(session)}
    assert found == {"loose": None, None: 13}
    undo(session)
    assert export_in(session) == before


def test_a_text_that_loses_a_quote_is_a_problem(session: Connection) -> None:
    put_in(session, source(text=TEXT), event(), claim(quote="l’a dit aussi"))
    (problem,) = problems(session, source(text="Elle l’a dit."))
    assert problem.startswith("source s: the new text no longer holds the quote of claim ")
    assert problem.endswith(": after “l’a dit” the text goes on “.”")
    put_in(session, *whole([source(text="Elle l’a dit."), event(), claim(quote="Elle l'a")]))
    assert [found.quote for found in claims(session)] == ["Elle l’a"]


# Dates --------------------------------------------------------------------------------------------


MONDAYS = "[2024-11-04,2024-11-11,2024-11-18,2024-11-25]"


@pytest.mark.parametrize(
    ("published", "fields", "rule", "date"),
    [
        ("2024-11", {"said": "ce lundi"}, "this monday @ published", MONDAYS),
        ("2024-11-14", {"said": "ce lundi"}, "this monday @ published", "2024-11-11"),
        (None, {"said": "ce lundi"}, "this monday @ published", None),
        (
            "2024-11-14",
            {"said": "déjà", "rule": "before @ published"},
            "before @ published",
            "[..2024-11-14]",
        ),
        ("2024-11-14", {"rule": "-1  day @ published", "date": parse("1999")}, None, None),
        ("2024-11-14", {"said": "le 11 novembre 2024"}, None, "2024-11-11"),
        ("2024-11-14", {"said": "ce lundi", "date": parse("2024-11-12")}, None, "2024-11-12"),
        (
            "2024-11-14",
            {"rule": "-1 day @ speech", "date": parse("2001-01-01")},
            "-1 day @ speech",
            "2001-01-01",
        ),
        ("2024-11-14", {}, None, None),
    ],
)
def test_the_date_of_a_claim(
    session: Connection,
    published: str | None,
    fields: dict[str, Any],
    rule: str | None,
    date: str | None,
) -> None:
    if fields.get("rule") == "-1  day @ published":
        (problem,) = problems(session, source(), event(), claim(**fields))
        assert problem.startswith("test:3: date: ")
        return
    put_in(
        session, source(published=parse(published) if published else None), event(), claim(**fields)
    )
    (found,) = claims(session)
    assert (found.said, found.rule, found.date) == (
        fields.get("said"),
        rule,
        parse(date) if date else None,
    )
    check_derived(session)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"said": "03/04/2024"}, "03/04/2024"),
        ({"said": "quand il pleut"}, "quand il pleut"),
        ({"rule": "someday @ published"}, "someday"),
    ],
)
def test_a_date_that_is_not_understood_is_a_problem(
    session: Connection, fields: dict[str, Any], message: str
) -> None:
    (problem,) = problems(session, source(published=parse("2024-11")), event(), claim(**fields))
    assert problem.startswith("test:3: date: ")
    assert message in problem


def dates(session: Connection) -> list[Date | None]:
    """The dates of the claims."""
    return [found.date for found in claims(session)]


def test_a_better_publication_date_dates_the_claims_anew(session: Connection) -> None:
    who = (r.Actor(key="a", name="A", collection="c"), r.Actor(key="b", name="B", collection="c"))
    parts = (r.Part("a", "agent"), r.Part("b", "recipient"))
    put_in(
        session,
        source(published=parse("2024-11")),
        *who,
        event(),
        claim(said="ce lundi", who=parts),
    )
    before, rows = export_in(session), snapshot_in(session)
    assert dates(session) == [parse(MONDAYS)]
    report = put_in(session, source(published=parse("2024-11-14")))
    assert (report.new, report.changed) == (0, 1)
    assert dates(session) == [parse("2024-11-11")]
    assert session.scalars(select(t.event.c.date)).all() == ["2024-11-11"]
    check_derived(session)
    undo(session)
    assert export_in(session) == before
    assert snapshot_in(session)["participation"] == rows["participation"]
    assert snapshot_in(session)["event"] == rows["event"]


def test_another_collection_may_bring_the_publication_date(session: Connection) -> None:
    put_in(session, source(), event(), claim(said="ce lundi"))
    assert dates(session) == [None]
    put_in(session, source(collection="other", published=parse("2024-11-14")))
    assert dates(session) == [parse("2024-11-11")]
    undo(session)
    assert dates(session) == [None]


def test_a_publication_date_that_holds_no_rule_is_a_problem(session: Connection) -> None:
    put_in(session, source(published=parse("2024-11")), event(), claim(said="ce lundi"))
    (problem,) = problems(session, source(published=parse("2024-11/..")))
    assert problem.startswith("source s: this monday @ published: ")


# What is gone, and what comes again ---------------------------------------------------------------


def test_a_block_that_is_taken_out_revokes_its_claims(session: Connection) -> None:
    kept, gone = claim(remark="kept"), claim(event="f", remark="gone")
    link = r.Link(event="e", kind="causes", other="f", collection="c")
    position = r.Position(actor="a", title="x", collection="c")
    actor = r.Actor(key="a", name="A", collection="c")
    put_in(
        session,
        *whole(
            [source(), actor, event(), event("f"), kept, gone, claim(event="f"), link, position]
        ),
    )
    before = export_in(session)
    report = put_in(session, *whole([source(), actor, event(), kept]))
    assert (report.new, report.changed, report.unchanged, report.revoked) == (0, 0, 4, 4)
    assert report.revoked_of == {"f": 2}
    assert report.replaced == ()
    assert claims(session) == [kept]
    standing = session.execute(select(t.event.c.key, t.event.c.standing).order_by(t.event.c.key))
    assert [tuple(row) for row in standing] == [("e", "asserted"), ("f", None)]
    check_derived(session)
    undo(session)
    assert export_in(session) == before


def test_a_collection_of_which_nothing_is_left_is_named(session: Connection) -> None:
    """Two files of the same name in two folders would take each other's place unseen."""
    put_in(session, *whole([source(), event(), claim(remark="a")]))
    assert put_in(session, *whole([source(), event(), claim(remark="b")])).replaced == ("c",)


def test_without_its_whole_nothing_of_a_collection_is_revoked(session: Connection) -> None:
    put_in(session, *whole([source(), event(), claim(remark="a")]))
    assert put_in(session, claim(remark="b")).revoked == 0
    assert len(claims(session)) == 2


def test_other_collections_are_untouched(session: Connection) -> None:
    mine: list[r.AnyRecord] = [source(), event(), claim(), claim(remark="mine")]
    theirs: list[r.AnyRecord] = [
        claim(collection="d"),
        r.Link(event="e", kind="causes", other="e", collection="d"),
    ]
    put_in(session, *whole(mine))
    put_in(session, *whole(theirs))
    assert sorted(str(found.collection) for found in claims(session)) == ["c", "c", "d"]
    report = put_in(session, *whole([source(), event()]))
    assert (report.revoked, report.revoked_of) == (2, {"e": 2})
    assert claims(session) == [claim(collection="d")]
    assert session.scalars(select(t.event.c.claims)).all() == [1]
    check_derived(session)


def test_the_same_claim_in_two_collections_counts_once(session: Connection) -> None:
    put_in(
        session,
        source(),
        event(),
        claim(date=parse("2024")),
        claim(date=parse("2024"), collection="d"),
    )
    keys = session.scalars(select(t.claim.c.key)).all()
    assert len(keys) == 2
    assert len(set(keys)) == 1
    assert session.scalars(select(t.event.c.claims)).all() == [1]
    check_derived(session)


def test_a_claim_that_stands_twice_is_one(session: Connection) -> None:
    report = put_in(session, source(), event(), claim(), claim())
    assert (report.new, report.unchanged) == (3, 1)
    assert claims(session) == [claim()]


def test_a_revoked_claim_may_come_again(session: Connection) -> None:
    full, less = (
        whole([source(), event(), claim(), claim(remark="n")]),
        whole([source(), event(), claim()]),
    )
    put_in(session, *full)
    before = export_in(session)
    put_in(session, *less)
    assert put_in(session, *full).new == 1
    assert set(export_in(session).splitlines()) == set(before.splitlines())
    assert session.scalars(select(t.claim.c.revoked_in).order_by(t.claim.c.id)).all() == [
        None,
        2,
        None,
    ]
    check_derived(session)


def test_a_pipe_adds_no_claim_that_is_there(session: Connection) -> None:
    """`export | load -` into the same database must not make a second copy under another
    collection.
    """
    put_in(session, source(), event(), claim(remark="a"))
    again = [claim(remark="a", collection="stdin"), claim(remark="b", collection="stdin")]
    report = put_in(session, *again, once_only="stdin")
    assert (report.new, report.unchanged) == (1, 1)
    assert {found.collection for found in claims(session)} == {"c", "stdin"}


def test_a_load_that_changes_nothing_leaves_no_trace(session: Connection) -> None:
    put_in(session, *whole([source(), event(), claim()]))
    before = snapshot_in(session)
    assert put_in(session, *whole([source(), event(), claim()])) == Report(None, 0, 0, 3, 0, {}, ())
    assert put_in(session) == Report(None, 0, 0, 0, 0, {}, ())
    assert snapshot_in(session) == before


def test_a_link_with_no_source_is_the_same_link_again(session: Connection) -> None:
    link = r.Link(event="e", kind="causes", other="e", collection="c")
    put_in(session, source(), event(), link)
    report = put_in(
        session, link, r.Link(event="e", kind="causes", other="e", source="s", collection="c")
    )
    assert (report.new, report.unchanged) == (1, 1)
