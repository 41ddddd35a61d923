"""Answers as people and machines get them: what is rendered of given rows, as files in cases/.

The rows are a meeting that one source affirms and another denies, and what stands around it.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from timeline.errors import Message, UsageError
from timeline.queries.rows import (
    ActorRow,
    AppearanceRow,
    ChangeRow,
    ChangesetRow,
    ClaimRow,
    CompanyRow,
    ConflictRow,
    DecisionRow,
    Dossier,
    EventRow,
    LinkRow,
    LostRow,
    NameRow,
    NoteRow,
    Page,
    Party,
    PositionRow,
    Profile,
    QuantityRow,
    Side,
    SourceDetail,
    SourceRow,
    ValueRow,
    Voice,
)
from timeline.render import OUTPUTS, render, render_detail, render_page, render_table
from timeline.render.escape import display_width
from timeline.render.lists import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CASES = Path(__file__).parent / "cases"

MONDAYS = "[2024-11-04,2024-11-11,2024-11-18,2024-11-25]"
MUSK = Party("elon-musk", "Elon Musk", "participant")
IRAVANI = Party("amir-saeid-iravani", "Amir Saeid Iravani", "participant", "ambassador to the UN")

MEETING = EventRow(
    key="meeting",
    date=MONDAYS,
    earliest="2024-11-04T00:00:00Z",
    latest="2024-11-26T00:00:00Z",
    date_status="agreed",
    certain=None,
    type="CONSULT",
    title="Elon Musk meets Iran's ambassador to the UN",
    place="New York",
    actors=(MUSK, IRAVANI),
    standing="disputed",
    sources=("report-fr", "irna-2024-11-16"),
    claims=2,
    origins=1,
    reviewed=True,
    machine=False,
    confidence=None,
    hidden=False,
)
WITHDRAWAL = MEETING._replace(
    key="withdrawal",
    date="2018-05-08",
    earliest="2018-05-08T00:00:00Z",
    latest="2018-05-09T00:00:00Z",
    date_status="conflict",
    type="REJECT",
    title="The United States withdraw from the nuclear deal",
    place=None,
    actors=(Party("donald-trump", "Donald Trump", "agent", "president"),),
    standing="asserted",
    sources=("state-department",),
)
RALLY = WITHDRAWAL._replace(
    key="gdelt-1139",
    date="2020-01",
    date_status="agreed",
    type="PROTEST",
    title=None,
    place="Baghdad",
    actors=(),
    standing="reported",
    sources=("gdelt",),
    reviewed=False,
    machine=True,
    confidence=0.6,
)
TALKS = RALLY._replace(
    key="talks",
    date="[..2024-11-14]",
    earliest=None,
    latest="2024-11-15T00:00:00Z",
    date_status="by_report",
    type="CONSULT",
    title="Talks",
    place=None,
    sources=("nyt-2024-11-14",),
    reviewed=True,
)
SURPRISE = MEETING._replace(
    key="positive",
    date=None,
    earliest=None,
    latest=None,
    date_status="none",
    type="STATEMENT",
    title="تیتر: دیدار «مثبت» بود",
    place=None,
    actors=(Party("iranian-officials", "مقام‌های ایرانی", "speaker"),),
    standing="reported",
    sources=("report-fr",),
)
EVENTS = (WITHDRAWAL, RALLY, MEETING, TALKS, SURPRISE)

REPORT_CLAIM = ClaimRow(
    key="0f3a5c",
    event="meeting",
    title=MEETING.title,
    source="report-fr",
    published="2024-11",
    access="held",
    polarity="affirms",
    modality="reported",
    said="ce lundi",
    rule="this monday @ published",
    date=MONDAYS,
    bound=None,
    place=None,
    quantities=(),
    who=(MUSK, IRAVANI),
    chain=("The New York Times", "Iranian officials"),
    quote="Elon Musk aurait rencontré ce lundi\nl'ambassadeur d'Iran auprès de l'ONU.",
    quote_start=120,
    quote_end=192,
    locator=None,
    remark=None,
    extractor=None,
    confidence=None,
    pinned=False,
)
DENIAL = REPORT_CLAIM._replace(
    key="9bd210",
    source="irna-2024-11-16",
    published="2024-11-16",
    access="cited",
    polarity="denies",
    modality="asserted",
    said=None,
    rule=None,
    date=None,
    who=(),
    chain=("Esmaeil Baghaei",),
    quote="We categorically deny such a meeting.",
    quote_start=None,
    quote_end=None,
    locator="p. 2",
    remark="Foreign ministry spokesman.",
    place="Tehran",
    quantities=(
        QuantityRow("dead", 12, None, None, None),
        QuantityRow("injured", None, 30, 40, None),
        QuantityRow("cost", 2_000_000_000, 10**9, None, "EUR"),
        QuantityRow("missing", None, None, 5, None),
    ),
    extractor="gdelt",
    confidence=0.8,
    pinned=True,
)
MEETING_DOSSIER = Dossier(
    event=MEETING,
    summary="They are said to have spoken for about an hour, in a place kept secret.",
    tags=("diplomacy", "iran"),
    date_reason=Message("date-same", date=MONDAYS),
    standing_reason=Message(
        "standing-disputed",
        affirming="report-fr",
        denying="irna-2024-11-16",
        origins=1,
    ),
    lost=(LostRow("77aa01", "blog", "2024-11-12", Message("lost-to-better")),),
    claims=(REPORT_CLAIM, DENIAL),
    links=(
        LinkRow(
            "withdrawal", WITHDRAWAL.title, "background", "meeting", MEETING.title, "report-fr"
        ),
        LinkRow("meeting", MEETING.title, "part_of", "talks", None, None),
    ),
)
IRAVANI_ROW = ActorRow(
    "amir-saeid-iravani",
    "Amir Saeid Iravani",
    "person",
    ("ایروانی", "Iravani"),
    MONDAYS,
    "2024-11",
    2,
)
NAMESAKES = [
    IRAVANI_ROW,
    IRAVANI_ROW._replace(
        key="iravani-2", description="a poet", event=MEETING.title, source="report-fr"
    ),
]
IRAVANI_PROFILE = Profile(
    actor=IRAVANI_ROW,
    description="Iranian diplomat.",
    names=(NameRow("امیرسعید ایروانی", "fa", "primary"), NameRow("Iravani", None, "alias")),
    identifiers=(("wikidata", "Q1"),),
    merged=("iravani",),
    merged_by_machine=("article/iravani", "note/iravani"),
    positions=(
        PositionRow("ambassador to the UN", "Iran", "2022-09/..", "un-list"),
        PositionRow("envoy", None, None, None),
        PositionRow("chief negotiator", None, None, "report-fr", "{2024-11-11,2024-12-03}"),
    ),
    roles=(("participant", 1), ("speaker", 1)),
    appearances=(
        AppearanceRow(
            "meeting",
            MONDAYS,
            "agreed",
            MEETING.title,
            "participant",
            "ambassador to the UN",
            "disputed",
            ("ambassador to the UN",),
        ),
        AppearanceRow("request", None, "none", None, "speaker", None, "reported", ()),
        AppearanceRow(
            "talks", "[..2024-11-14]", "by_report", "Talks", "participant", None, "reported", ()
        ),
    ),
    company=(CompanyRow("elon-musk", "Elon Musk", 1),),
    hidden=0,
    notes=(NoteRow("who is this?", "Nina", "2026-11-27T21:00:00Z"),),
)
REPORT = SourceRow(
    "report-fr",
    "article",
    "Une rencontre secrète",
    "Le Journal",
    None,
    "https://example.org/1",
    "fr",
    "2024-11",
    "held",
    2,
    2,
)
REPORT_DETAIL = SourceDetail(REPORT, (REPORT_CLAIM,))
CONFLICTS = (
    ConflictRow(
        "standing",
        "event",
        "meeting",
        MEETING.title,
        (
            Side("reported", (Voice("report-fr", "c1", REPORT_CLAIM.quote),)),
            Side("denies", (Voice("irna-2024-11-16", "c2", DENIAL.quote),)),
        ),
    ),
    ConflictRow(
        "date",
        "event",
        "withdrawal",
        None,
        (
            Side("2018-05-08", (Voice("state-department", "c3", "On May 8 ..."),)),
            Side("2018-05-09", (Voice("blog", "c4", None), Voice("list", "c5", None))),
        ),
    ),
    ConflictRow(
        "position",
        "actor",
        "iran",
        "ambassador, Iran",
        (
            Side("A: 2022-09/..", (Voice("list", None, None),)),
            Side("B: 2023/..", (Voice(None, None, None),)),
        ),
    ),
)
STATEMENTS = (
    ConflictRow(
        "title.fr",
        "event",
        "meeting",
        MEETING.title,
        (
            Side("Musk rencontre l’ambassadeur", (Voice(collection="desk"),)),
            Side(
                "Le tête-à-tête",
                (Voice(collection="import"), Voice(collection="old")),
                Message("statement-order", by="desk"),
            ),
        ),
    ),
    ConflictRow(
        "type",
        "event",
        "meeting",
        MEETING.title,
        (
            Side("CONSULT", (Voice(collection="desk"),)),
            Side("VISIT", (Voice(collection="feed"),), Message("statement-person", by="desk")),
        ),
    ),
)
MENDED = REPORT_CLAIM._replace(key="77aa01", date="2024-11-12", said=None, rule=None)
REJECTED = DecisionRow("rejected", "Nina", "2026-11-27T21:00:00Z", "he was in Paris")
CORRECTED = DecisionRow(
    "corrected",
    "Nina",
    "2026-11-27T21:05:00Z",
    None,
    (
        ChangeRow("polarity", "denies", "affirms"),
        ChangeRow("said", "ce lundi", None),
        ChangeRow("date", MONDAYS, "2024-11-12"),
        ChangeRow("quantities", (QuantityRow("dead", 12, None, None, None),), ()),
        ChangeRow("who", (MUSK, IRAVANI), (IRAVANI,)),
    ),
)
READ = REPORT_CLAIM._replace(extractor="timeline-extract 3", confidence=0.7)
DECIDED = MEETING_DOSSIER._replace(
    claims=(
        READ._replace(decision=REJECTED),
        READ._replace(key="51", decision=CORRECTED),
        READ._replace(key="52", decision=REJECTED._replace(says="superseded", why=None)),
        DENIAL._replace(decision=CORRECTED._replace(changes=())),
        READ._replace(key="53", decision=REJECTED._replace(says="accepted", why=None)),
        MENDED._replace(notes=(NoteRow("ask\nthem", "Zoé", "2026-11-28T08:00:00Z"),)),
    ),
    notes=(NoteRow("call the mission", "Nina", "2026-11-27T21:00:00Z"),),
)
SAID_DIFFERENTLY = MEETING_DOSSIER._replace(statements=STATEMENTS)
BEST = Message("value-best", claim="c2", modality="reported", origins=2)
EQUAL = Message("lost-to-equal")
AT_ODDS = MEETING_DOSSIER._replace(
    event=MEETING_DOSSIER.event._replace(place="New York", place_status="conflict"),
    values=(
        ValueRow(
            "place",
            "New York",
            "conflict",
            BEST,
            (
                Side("New York", (Voice("report-fr", "c1", "à New York"),)),
                Side("Geneva", (Voice("blog", "c2", origin="a diplomat"),), EQUAL),
            ),
        ),
        ValueRow("numbers.dead", "12", "agreed", Message("value-same", value="12")),
        ValueRow(
            "numbers.cost",
            "[1000..2000.5] EUR",
            "conflict",
            BEST,
            (
                Side("1000..1500 EUR", (Voice("report-fr", "c1"),)),
                Side("2000.5 EUR", (Voice("blog", "c2"),), Message("lost-to-better-value")),
            ),
        ),
        ValueRow(
            "who.winner",
            None,
            "conflict",
            Message("who-open"),
            (Side("Ann", (Voice("report-fr", "c1"),)), Side("Bob", (Voice("blog", "c2"),))),
        ),
    ),
)
CHANGESETS = (
    ChangesetRow(
        2, "2024-11-20T11:00:00Z", "undo", "changeset 1", 0, 0, 0, 12, None, "0.2.0", "Zoé"
    ),
    ChangesetRow(1, "2024-11-20T10:00:00Z", "load", "seeds", 12, 0, 0, 0, 2, "0.1.0"),
)

WITHIN = [row._replace(certain=row.key not in ("meeting", "talks")) for row in EVENTS if row.date]
SQL = (("key", "key", "n"), (("meeting", b"\x00\xff", -1.5), ("a|b\x1b[31m", None, 3)))

# File in cases/ -> what it holds.
ANSWERS: dict[str, Callable[[], Iterator[str]]] = {
    "events.txt": lambda: render(EVENTS, format="table"),
    "events.fr.txt": lambda: render(EVENTS, format="table", language="fr"),
    "events-in-window-of-actor.txt": lambda: render(WITHIN, format="table", capacities=True),
    "events.json": lambda: render(EVENTS, format="json"),
    "events.jsonl": lambda: render(EVENTS, format="jsonl"),
    "events.csv": lambda: render(EVENTS, format="csv"),
    "events.md": lambda: render(EVENTS, format="markdown"),
    "page.json": lambda: render_page(Page(EVENTS[:1], "c2"), format="json"),
    "dossier.txt": lambda: render_detail(MEETING_DOSSIER, format="table"),
    "dossier-why.txt": lambda: render_detail(SAID_DIFFERENTLY, format="table", why=True),
    "dossier-why.fr.txt": lambda: render_detail(
        SAID_DIFFERENTLY, format="table", why=True, language="fr"
    ),
    "dossier-why.md": lambda: render_detail(SAID_DIFFERENTLY, format="markdown", why=True),
    "dossier-at-odds.txt": lambda: render_detail(AT_ODDS, format="table"),
    "dossier-at-odds-why.txt": lambda: render_detail(AT_ODDS, format="table", why=True),
    "dossier-at-odds-why.fr.txt": lambda: render_detail(
        AT_ODDS, format="table", why=True, language="fr"
    ),
    "dossier-at-odds.json": lambda: render_detail(AT_ODDS, format="json"),
    "dossier-decided.txt": lambda: render_detail(DECIDED, format="table"),
    "dossier-decided-why.txt": lambda: render_detail(DECIDED, format="table", why=True),
    "dossier-decided-why.fr.txt": lambda: render_detail(
        DECIDED, format="table", why=True, language="fr"
    ),
    "dossier-decided-why.md": lambda: render_detail(DECIDED, format="markdown", why=True),
    "dossier-decided.json": lambda: render_detail(DECIDED, format="json"),
    "dossier.json": lambda: render_detail(SAID_DIFFERENTLY, format="json"),
    "profile.txt": lambda: render_detail(IRAVANI_PROFILE, format="table"),
    "profile.fr.md": lambda: render_detail(IRAVANI_PROFILE, format="markdown", language="fr"),
    "profile.csv": lambda: render_detail(IRAVANI_PROFILE, format="csv"),
    "source.txt": lambda: render_detail(REPORT_DETAIL, format="table"),
    "conflicts.txt": lambda: render((*CONFLICTS, *STATEMENTS), format="table"),
    "conflicts.fr.txt": lambda: render((*CONFLICTS, *STATEMENTS), format="table", language="fr"),
    "conflicts.md": lambda: render((*CONFLICTS, *STATEMENTS), format="markdown"),
    "conflicts.csv": lambda: render((*CONFLICTS, *STATEMENTS), format="csv", kind=ConflictRow),
    "actors.txt": lambda: render([IRAVANI_ROW], format="table"),
    "actors-namesakes.txt": lambda: render(NAMESAKES, format="table"),
    "sources.txt": lambda: render([REPORT], format="table"),
    "log.txt": lambda: render(CHANGESETS, format="table"),
    "sql.txt": lambda: render_table(*SQL, format="table"),
    "sql.json": lambda: render_table(*SQL, format="json"),
    "sql.md": lambda: render_table(*SQL, format="markdown"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_answers(name: str) -> None:
    found, path = "".join(ANSWERS[name]()), CASES / name
    if os.environ.get("TIMELINE_REGENERATE"):
        path.write_bytes(found.encode())
    assert found == path.read_bytes().decode()


def test_every_case_is_tested() -> None:
    assert {path.name for path in CASES.iterdir()} - {"words.tsv"} == set(ANSWERS)


@pytest.mark.parametrize("name", [name for name in ANSWERS if name.endswith(".txt")])
def test_no_line_of_a_pipe_ends_in_a_space_or_has_colours(name: str) -> None:
    text = "".join(ANSWERS[name]())
    assert "\x1b" not in text
    assert all(line == line.rstrip() for line in text.splitlines())


def test_columns_stand_below_each_other() -> None:
    """Wide letters take two columns of a terminal, marks and joiners none."""
    rows = [("日本", "x"), ("مقام\u200cها", "x"), ("e\u0301", "x"), ("abcd", "x")]
    assert "".join(render_table(("n", "m"), rows, format="table")) == (
        "n       m\n日本    x\nمقام\u200cها  x\ne\u0301       x\nabcd    x\n"
    )


def on_terminal(width: int) -> str:
    return "".join(render(EVENTS, format="table", terminal=width))


def test_a_terminal_strikes_through_what_people_decided_against(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    text = "".join(render_detail(DECIDED, format="table", why=True, terminal=400))
    struck = [line for line in text.splitlines() if re.search(r"\x1b\[[\d;]*9m", line)]
    assert len([line for line in struck if "affirms" in line or "denies" in line]) == 4
    assert not any("Decision" in line or "Corrections" in line for line in struck)


def without_style(text: str) -> str:
    from rich.text import Text

    return Text.from_ansi(text).plain


@pytest.mark.parametrize("width", [60, 80, 120, 400])
def test_a_terminal_gets_colours_and_its_width(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    text = on_terminal(width)
    assert "\x1b[33mdisputed" in text
    plain = without_style(text)
    assert max(map(display_width, plain.splitlines())) <= width
    assert {"disputed", "withdrawal", "gdelt-1139", "Undated"} <= set(plain.split())


def test_a_terminal_gets_no_colours_who_wants_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[33m" not in on_terminal(80)


def test_a_terminal_wraps_quotes_below_themselves() -> None:
    text = without_style(
        "".join(render_detail(SAID_DIFFERENTLY, format="table", why=True, terminal=50))
    )
    assert (
        "   “Elon Musk aurait rencontré ce lundi\n   l'ambassadeur d'Iran auprès de l'ONU.”\n"
        in text
    )
    assert max(map(len, text.splitlines())) <= 70  # an EDTF text is never broken
    pieces = without_style(
        "".join(render_detail(SAID_DIFFERENTLY, format="table", why=True, terminal=400))
    )
    assert pieces.split() == "".join(ANSWERS["dossier-why.txt"]()).split()


@pytest.mark.parametrize("terminal", [None, 80])
@pytest.mark.parametrize("form", ["table", "markdown"])
def test_nothing_reaches_a_reader_that_a_terminal_obeys(form: str, terminal: int | None) -> None:
    evil = "\x1b]0;title\x07\u202e\x9b2J"
    event = MEETING._replace(
        title=evil, key=evil, place=evil, actors=(MUSK._replace(name=evil),), sources=(evil,)
    )
    claim = REPORT_CLAIM._replace(quote=evil, remark=evil, locator=evil, who=event.actors)
    claim = claim._replace(place=evil, source=evil, said=evil)
    dossier = MEETING_DOSSIER._replace(event=event, claims=(claim,), summary=evil, tags=(evil,))
    text = "".join(render([event], format=form, terminal=terminal))
    text += "".join(render_detail(dossier, format=form, why=True, terminal=terminal))
    text += "".join(render_table([evil], [[evil]], format=form, terminal=terminal))
    assert r"\x1b" in text
    assert not set("\x07\u202e\x9b") & set(text)
    assert "\x1b]" not in text


def test_without_rows_there_is_nothing_but_the_headings_of_csv() -> None:
    assert [
        "".join(render([], format=form, kind=EventRow))
        for form in ("table", "markdown", "json", "jsonl", "csv")
    ] == ["", "", "[]\n", "", ",".join(EventRow._fields) + "\n"]
    assert "".join(render([], format="csv")) == ""


@pytest.mark.parametrize(
    "call", [lambda f: render([], format=f), lambda f: render_table([], [], format=f)]
)
def test_an_unknown_format_names_the_known(call: Callable[[str], Iterator[str]]) -> None:
    with pytest.raises(UsageError, match=", ".join(OUTPUTS)):
        call("xml")


def test_an_unknown_language_is_an_error_before_any_text() -> None:
    with pytest.raises(UsageError, match="write en or fr"):
        render(EVENTS, format="table", language="xx")


@pytest.mark.parametrize("form", ["csv", "jsonl", "json"])
def test_rows_are_written_as_they_come(form: str) -> None:
    """The first piece is there before the second row is asked for."""

    def rows() -> Iterator[tuple[int]]:
        yield (1,)
        raise AssertionError

    pieces = render_table(["n"], rows(), format=form)
    first = next(pieces) + (next(pieces) if form == "csv" else "")
    assert "1" in first
    with pytest.raises(AssertionError):
        next(pieces)


def test_an_actor_in_two_roles_stands_once() -> None:
    speaker = MUSK._replace(role="speaker", capacity="adviser")
    event = MEETING._replace(actors=(MUSK, IRAVANI, speaker))
    short, long = (
        "".join(render([event], format="table", capacities=full)) for full in (False, True)
    )
    assert "  Elon Musk (participant; speaker), Amir Saeid Iravani (participant)  " in short
    assert (
        "  Elon Musk (participant; speaker, adviser), Amir Saeid Iravani (participant, ambassador "
        "to the UN)  " in long
    )


def test_a_page_is_its_rows_but_for_json() -> None:
    page = Page(EVENTS, "c2")
    for form in set(OUTPUTS) - {"json"}:
        assert "".join(render_page(page, format=form)) == "".join(render(EVENTS, format=form))


def test_an_event_of_which_nothing_is_known() -> None:
    bare = MEETING._replace(date=None, title=None, place=None, actors=())
    dossier = Dossier(bare, None, (), Message("date-none"), Message("standing-none"), (), (), ())
    text = "".join(render_detail(dossier, format="table", why=True))
    assert text.splitlines() == [
        "meeting", "meeting · CONSULT", "", "Date: undated", "   no live claim gives a date",
        "Standing: disputed",
        "   no live claim speaks of it",
    ]  # fmt: skip


def test_a_profile_on_a_terminal_keeps_to_its_width() -> None:
    text = without_style("".join(render_detail(IRAVANI_PROFILE, format="table", terminal=72)))
    assert max(map(display_width, text.splitlines())) <= 72
    assert "Appears with" in text


@pytest.mark.parametrize(
    "detail", [MEETING_DOSSIER, IRAVANI_PROFILE, REPORT_DETAIL], ids=lambda d: type(d).__name__
)
def test_json_lines_hold_what_json_holds(detail: Dossier | Profile | SourceDetail) -> None:
    texts = ["".join(render_detail(detail, format=form)) for form in ("json", "jsonl")]
    assert json.loads(texts[0]) == json.loads(texts[1])
    assert texts[1].count("\n") == 1


def test_all_formats_hold_all_events() -> None:
    for form in OUTPUTS:
        text = "".join(render(EVENTS, format=form))
        assert all(event.key in text for event in EVENTS), form


@pytest.mark.parametrize(
    ("stance", "role", "said"),
    [
        # Whoever speaks denies; of anybody else the source denies it, and they said nothing.
        ("denies", "speaker", {"en": "denies", "fr": "dément"}),
        ("denies", "agent", {"en": "agent; denied", "fr": "agent ; démenti"}),
        ("denies", "recipient", {"en": "recipient; denied", "fr": "destinataire ; démenti"}),
        ("declines", "speaker", {"en": "declines to comment", "fr": "ne commente pas"}),
        (
            "declines",
            "agent",
            {"en": "agent; not commented on", "fr": "agent ; sans commentaire"},
        ),
    ],
)
def test_who_denies(stance: str, role: str, said: dict[str, str]) -> None:
    party = Party("anna", "Anna Weber", role, stance=stance)
    for language, words in said.items():
        assert View(language).parties([party]) == f"Anna Weber ({words})"
