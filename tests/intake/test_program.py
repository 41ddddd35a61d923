"""`--with`: another program proposes, and is believed only as far as the text bears it out."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from timeline.dates import parse
from timeline.errors import Problem, UsageError
from timeline.intake import program
from timeline.intake.loading import load_files
from timeline.intake.outcome import Notice
from timeline.intake.stream import read_files
from timeline.records import Actor, Claim, Event, Located, Source
from timeline.store import open_store

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

TEXT = "Der Minister Jan Vos traf am Montag in Wien die Botschafterin Ada Kern. Sie schwieg.\n"
DAY = "2024-11-15T10:00:00Z"
QUOTE = "Der Minister Jan Vos traf am Montag in Wien die Botschafterin Ada Kern."
CLAIM = {"quote": QUOTE, "who": {"participant": ["vos", "kern"]}, "date": "2024-11-11"}
ANSWER: dict[str, Any] = {
    "actors": [{"key": "vos", "name": "Jan Vos"}, {"key": "kern", "name": "Ada Kern"}],
    "events": [{"key": "met", "type": "CONSULT", "title": "Treffen", "claims": [CLAIM]}],
}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article in a language that timeline itself does not read."""
    path = tmp_path / "wien.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def asking(tmp_path: Path) -> Callable[[str], Sequence[str]]:
    """Make a program of some lines of Python that writes `answer`."""

    def make(lines: str) -> Sequence[str]:
        path = tmp_path / "reader"
        path.write_text(f"#!{sys.executable}\nimport json, sys\n{lines}\n", "utf-8")
        path.chmod(0o755)
        return [str(path)]

    return make


def answering(answer: object) -> str:
    """Lines of a program that writes an answer."""
    return f"print({json.dumps(answer)!r})"


def with_claim(**changes: object) -> dict[str, Any]:
    """The answer with one claim more."""
    return {**ANSWER, "events": [{**ANSWER["events"][0], "claims": [CLAIM, {**CLAIM, **changes}]}]}


def claims_of(items: Sequence[object]) -> list[Claim]:
    records = [item.record for item in items if isinstance(item, Located)]
    return [record for record in records if isinstance(record, Claim)]


def left_out(items: Sequence[object]) -> list[str]:
    """What is told of the answer."""
    told = [str(Problem(*item)) for item in items if isinstance(item, Notice)]
    return [line for line in told if "(reader)" in line]


def test_what_a_program_proposes_is_that_of_a_machine_of_its_name(
    article: Path, asking: Callable[[str], Sequence[str]]
) -> None:
    asked = asking(answering(ANSWER))
    found = list(read_files(article, program=asked, published="2024-11-14", language="de"))
    records = [item.record for item in found if isinstance(item, Located)]
    (source,) = (one for one in records if isinstance(one, Source))
    assert (source.key, source.language, source.extractor) == ("wien", "de", "reader")
    assert {one.key: one.mention for one in records if isinstance(one, Actor)} == {
        "wien/vos": True,
        "wien/kern": True,
    }
    assert [one.key for one in records if isinstance(one, Event)] == ["wien/met"]
    (claim,) = claims_of(found)
    assert (claim.extractor, claim.date, claim.quote_start) == ("reader", parse("2024-11-11"), 0)
    assert [one.actor for one in claim.who] == ["wien/vos", "wien/kern"]


def test_it_is_told_the_text_and_the_schema_of_its_answer(
    article: Path, asking: Callable[[str], Sequence[str]]
) -> None:
    """It answers with what it was told, as the quote of a claim."""
    asked = asking(
        "told = json.load(sys.stdin)\n"
        "assert told['schema']['title'] and told['published'] == '2024-11', told\n"
        "claim = {'quote': told['text'].split('.')[1].strip()}\n"
        "print(json.dumps({'events': [{'key': 'e', 'type': 'STATEMENT', 'claims': [claim]}]}))"
    )
    (claim,) = claims_of(list(read_files(article, program=asked, published="2024-11")))
    assert claim.quote == "Sie schwieg"
    assert (claim.quote_start, claim.quote_end) == (TEXT.index("Sie"), TEXT.index("Sie") + 11)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"quote": "Der Minister Jan Vos verhaftete Ada Kern."}, "Jan Vos"),
        ({"quote": None}, "without a quote"),
        ({"who": {"agent": "otto"}}, "the actor otto"),
        ({"place": "wien"}, "the place wien"),
        ({"via": "reuters"}, "the actor reuters"),
        ({"source": "elsewhere"}, "a claim of elsewhere"),
    ],
)
def test_what_the_text_does_not_bear_out_is_left_out_and_told(
    changes: dict[str, object], says: str, article: Path, asking: Callable[[str], Sequence[str]]
) -> None:
    found = list(read_files(article, program=asking(answering(with_claim(**changes)))))
    assert [claim.quote for claim in claims_of(found)] == [QUOTE]
    (told,) = left_out(found)
    assert "claims[1]" in told
    assert says in told


def test_things_of_which_no_claim_that_is_left_speaks_are_left_out(
    article: Path, asking: Callable[[str], Sequence[str]]
) -> None:
    answer = {**ANSWER, "events": [{**ANSWER["events"][0], "claims": [{**CLAIM, "quote": "no"}]}]}
    found = list(read_files(article, program=asking(answering(answer))))
    records = [item.record for item in found if isinstance(item, Located)]
    assert not [one for one in records if isinstance(one, Actor | Event | Claim)]


@pytest.mark.parametrize("section", ["verdicts", "notes", "judgements", "sources"])
def test_what_only_a_person_may_say_is_left_out(
    section: str, article: Path, asking: Callable[[str], Sequence[str]]
) -> None:
    block = {
        "verdicts": {"says": "rejected", "source": "wien", "claim": "x", "by": "Nina", "at": DAY},
        "notes": {"of": "source", "about": "wien", "text": "x", "by": "Nina", "at": DAY},
        "judgements": {"left": "a", "right": "b", "of": "actor"},
        "sources": {"key": "other", "title": "Another"},
    }[section]
    found = list(read_files(article, program=asking(answering({**ANSWER, section: [block]}))))
    assert len(claims_of(found)) == 1
    (told,) = left_out(found)
    assert f"may propose no {section.removesuffix('s')}" in told


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ("sys.exit(3)", "status 3"),
        ("print('hello')", "a document is a mapping"),
        ("print('{')", "(reader):"),
        ("print('events: [{key: e, typ: CONSULT}]')", "typ"),
        ("while True: sys.stdout.write('x' * 100000)", "more than 16 MiB"),
        ("import time; sys.stdout.close(); time.sleep(60)", "no answer within 1 s"),
    ],
)
def test_an_answer_that_cannot_be_read_is_a_problem_and_nothing_of_it_is_taken(
    lines: str,
    says: str,
    article: Path,
    asking: Callable[[str], Sequence[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(program, "PATIENCE", 1 if "sleep" in lines else 60)
    found = list(read_files(article, program=asking(lines)))
    assert not [item for item in found if isinstance(item, Located)]
    told = " ".join(str(item) for item in found if isinstance(item, Problem))
    assert says in told


def test_a_program_that_is_not_there_is_a_usage_error(article: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        list(read_files(article, program=["./nowhere"]))


def test_articles_are_loaded_with_it_in_their_order(
    tmp_path: Path, asking: Callable[[str], Sequence[str]]
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"{TEXT}\n{number}\n", "utf-8")
    db = str(tmp_path / "t.db")
    loaded = load_files(db, folder, program=asking(answering(ANSWER)), jobs=3, language="de")
    assert (loaded.read, loaded.problems) == (5, ())
    with open_store(db) as session:
        query = "SELECT source, event, quote FROM timeline_claims ORDER BY source"
        rows = [tuple(row) for row in session.exec_driver_sql(query)]
    assert rows == [(str(n), f"{n}/met", QUOTE) for n in range(5)]
