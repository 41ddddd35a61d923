"""The annotations of articles that others wrote are what their readers take them for, and lie where
they say. The articles are no part of the project.
"""

from __future__ import annotations

from itertools import chain, islice, pairwise
from typing import TYPE_CHECKING, Any, get_args

import pytest

from bench.gold import (
    DATA,
    FRENCH,
    PARTS,
    content,
    french,
    lines_of,
    sha256,
    texts,
    with_words,
    write_gold,
)
from bench.quotations import Quotation, Saying, figures, quotations, tally
from timeline.dates import parse
from timeline.records.vocabulary import ActorKind, Modality, Role

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.extract.paragraphs import Span

# The types and roles of the guideline of `events_fr`, which the scorer takes.
TYPES = {
    "AGREE", "CONSULT", "SUPPORT", "YIELD", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "STATEMENT", "APPOINTMENT", "ELECTION",
    "JUSTICE", "DEATH", "DISASTER", "LAUNCH", "OTHER",
}  # fmt: skip
ROLES = {"agent", "recipient", "participant", "speaker"}
EVENTS = lines_of("events_fr.jsonl")


@pytest.fixture(scope="module")
def corpora() -> None:
    """Skip where the articles are missing."""
    if not DATA.is_dir():
        pytest.skip(f"{DATA} is missing: the annotated articles are not part of the project")


def test_what_is_held_out_stays_held_out() -> None:
    """A third of each list of texts: nobody has looked at what is read from them."""
    for corpus, *lists in (("news_fr", 10, 9), ("ftb_fr", 32), ("meantime", 20)):
        rest, held_out = iter(texts(corpus)), []
        for chosen in map(int, lists):
            first = list(islice(rest, chosen))
            assert [text.id for text in first] == sorted(text.id for text in first)
            held_out += first[2::3]
        assert texts(corpus, "held-out") == held_out
        assert {text.part for text in texts(corpus)} == set(PARTS)


@pytest.mark.parametrize("corpus", [*FRENCH, "meantime"])
def test_the_texts_are_those_that_were_annotated(corpora: None, corpus: str) -> None:
    for text in texts(corpus):
        assert sha256(content(corpus, text.id)) == text.sha256, text.id


def test_every_article_with_events_is_about_one_of_them() -> None:
    annotated = {event["doc"] for event in EVENTS}
    assert annotated <= {text.id for text in french()}
    assert {event["doc"] for event in EVENTS if event["core"]} == annotated


def test_events_are_in_the_words_of_the_guideline() -> None:
    for event in EVENTS:
        roles, shown = {who["role"] for who in event["who"]}, f"{event['doc']} {event['eid']}"
        assert {event["type"], *event["type_ok"]} <= TYPES, shown
        assert roles, shown
        assert roles <= ROLES <= set(get_args(Role)), shown
        assert {who["kind"] for who in event["who"]} <= set(get_args(ActorKind)), shown
        assert {event["modality"], *event["modality_ok"]} <= set(get_args(Modality)), shown
        assert event["polarity"] in (1, -1), shown
        assert ("speaker" in roles) is (event["type"] == "STATEMENT"), shown
        assert not (event["core"] and event["optional"]), shown
        assert all(who["mention"] or who["implicit"] for who in event["who"]), shown


@pytest.mark.parametrize("name", ["events_fr", "timexes_fr"])
def test_dates_are_edtf(name: str) -> None:
    for row in lines_of(f"{name}.jsonl"):
        for date in filter(None, [row["edtf"], *row.get("edtf_ok", [])]):
            assert str(parse(date)) == date


@pytest.mark.parametrize("name", ["events_fr", "actors_fr", "timexes_fr"])
def test_places_are_whole_words(corpora: None, name: str) -> None:
    contents = {text.id: content(text.corpus, text.id) for text in french()}
    for row in lines_of(f"{name}.jsonl"):
        text = contents[row["doc"]]
        for start, end in places(row):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
            assert not text[start - 1 : start + 1].isalnum()
            assert not text[end - 1 : end + 1].isalnum()


def places(row: dict[str, Any]) -> list[list[int]]:
    """All places in the text that a line names."""
    alone = [row.get(field) for field in ("trigger", "quote", "date_span")]
    alone += [who["mention"] for who in row.get("who", [])]
    alone += [[row["start"], row["end"]]] if "start" in row else []
    many = (row.get(field, []) for field in ("alt_triggers", "mentions", "optional_mentions"))
    return [place for place in (*alone, *chain.from_iterable(many)) if place]


def test_a_trigger_stands_in_its_quote_and_in_no_other_trigger() -> None:
    for event in EVENTS:
        assert event["quote"][0] <= event["trigger"][0] < event["trigger"][1] <= event["quote"][1]
    ordered = sorted((event["doc"], *event["trigger"]) for event in EVENTS)
    for one, other in pairwise(ordered):
        assert one[0] != other[0] or one[2] <= other[1]


def test_words_are_joined_to_places() -> None:
    row = {
        "trigger": [2, 5],
        "alt_triggers": [[0, 1]],
        "who": [{"mention": None}],
        "start": 0,
        "end": 1,
    }
    assert with_words(row, "a bcd") == row | {
        "trigger_text": "bcd",
        "alt_texts": ["a"],
        "who": [{"mention": None, "text": None}],
        "text": "a",
    }


@pytest.mark.parametrize("part", PARTS)
def test_the_scorer_gets_one_part(corpora: None, tmp_path: Path, part: str) -> None:
    write_gold(tmp_path, part)
    chosen = {text.id for text in french(part)}
    assert {path.stem for path in (tmp_path / "text").iterdir()} == chosen
    assert {path.name for path in tmp_path.iterdir()} == {
        "text", "published.tsv", "gold_events.jsonl", "gold_actors.jsonl", "gold_timex.jsonl"
    }  # fmt: skip


def test_quotations_are_of_the_chosen_articles_and_in_known_words(corpora: None) -> None:
    chosen = {text.id: content("meantime", text.id) for text in texts("meantime")}
    rows = lines_of("quotations_en.jsonl")
    assert len(quotations()) == len(rows)
    for row in rows:
        text = chosen[row["doc"]]
        assert row["form"] in {"direct", "indirect", "noun"}
        assert row["reference"] in {"name", "description", "pronoun", "continued", "none"}
        assert row["optional"] or row["speaker"]
        for start, end in filter(None, (row["cue"], row["content"], row["mention"])):
            assert text[start:end].strip() == text[start:end] != ""
            assert not text[start - 1 : start + 1].isalnum()


def quotation(cue: Span | None, **fields: Any) -> Quotation:
    """A quotation of Ann Lee."""
    return Quotation("a", cue, (10, 20), ("ann lee",), "", pronoun=False, optional=False)._replace(
        **fields
    )


@pytest.mark.parametrize(
    ("wanted", "found", "counted"),
    [
        (
            quotation((0, 4)),
            Saying("a", (0, 4), frozenset({"lee"}), False),
            {"all right": 1, "named right": 1},
        ),
        (
            quotation((0, 4)),
            Saying("a", (0, 4), frozenset({"bob"}), False),
            {"all missed": 1, "named wrong": 1},
        ),
        (
            quotation((0, 4)),
            Saying("b", (0, 4), frozenset({"lee"}), False),
            {"all missed": 1, "named wrong": 1},
        ),
        (
            quotation((0, 4)),
            Saying("a", (12, 14), frozenset({"lee"}), True),
            {"all right": 1, "named right": 1},
        ),
        (
            quotation((0, 4)),
            Saying("a", (12, 14), frozenset({"lee"}), False),
            {"all missed": 1, "named wrong": 1},
        ),
        (
            quotation(None),
            Saying("a", (12, 14), frozenset({"lee"}), False),
            {"all right": 1, "named right": 1},
        ),
        (
            quotation((0, 4), optional=True),
            Saying("a", (0, 4), frozenset({"lee"}), False),
            {"named right": 1},
        ),
        (
            quotation((0, 4), pronoun=True),
            Saying("a", (0, 4), frozenset({"lee"}), False),
            {"all right": 1, "pronouns right": 1, "named right": 1},
        ),
        (
            quotation((0, 4), description="the firm"),
            Saying("a", (0, 4), frozenset({"firm"}), False),
            {"all missed": 1, "described": 1},
        ),
    ],
)
def test_speakers_are_counted(wanted: Quotation, found: Saying, counted: dict[str, int]) -> None:
    assert tally([wanted], [found]) == counted


def test_shares_of_nothing_are_none() -> None:
    assert figures(tally([], [])) == {"all": None, "pronouns": None, "named": None}
