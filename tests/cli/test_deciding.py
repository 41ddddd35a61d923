"""What people decide by command: accept, reject, correct, drop, add, set, note."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from builders import export

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Timeline

ARTICLE = """
collection: a
source: {key: a, language: en, published: 2024-11-15, content: "Musk met Bob. Ann left."}
actors: [{key: musk, name: Elon Musk}, {key: bob, name: Bob Orr}]
places: [{key: rome, name: Rome}]
events:
  - key: meeting
    type: CONSULT
    extractor: reader 1
    claims:
      - {who: {agent: musk, recipient: bob}, quote: Musk met Bob., trigger_start: 5,
         trigger_end: 8, extractor: reader 1, confidence: 0.9}
  - key: leaving
    type: VISIT
    extractor: reader 1
    claims:
      - {quote: Ann left., trigger_start: 18, trigger_end: 22, extractor: reader 1,
         confidence: 0.6}
"""


@pytest.fixture
def filled(timeline: Timeline, tmp_path: Path) -> Timeline:
    (tmp_path / "a.yaml").write_text(ARTICLE)
    assert timeline("load", "a.yaml").code == 0
    return timeline


def rows(timeline: Timeline) -> dict[str, dict[str, Any]]:
    """Key of each event that is shown -> its row."""
    found = json.loads(timeline("show", "--format", "json", "--all").out)["rows"]
    return {row["key"]: row for row in found}


def key(timeline: Timeline, event: str) -> str:
    """The key of the claim of an event."""
    query = f"SELECT claim FROM timeline_claims WHERE event = '{event}'"
    return timeline("sql", query, "--format", "csv").out.split()[1]


def test_claims_are_decided_by_how_their_key_begins(filled: Timeline) -> None:
    before = export(str(filled.db))
    done = filled("accept", key(filled, "meeting")[:6])
    assert done.out.startswith("accepted: 1 claim; ")
    assert filled("reject", key(filled, "leaving")[:6], "--reason", "it was Jane").code == 0
    assert rows(filled).keys() == {"meeting"}
    assert "Otto" not in export(str(filled.db))
    assert filled("undo").code == filled("undo").code == 0
    assert export(str(filled.db)) == before


def test_claims_are_decided_by_filter(filled: Timeline) -> None:
    asked = filled("reject", "--confidence", "..0.7")
    assert (asked.code, asked.err) == (
        2, "reject 1 claim? nobody is there to answer; --yes does it\n",
    )  # fmt: skip
    assert rows(filled).keys() == {"meeting", "leaving"}
    assert filled("reject", "--confidence", "..0.7", "--yes").code == 0
    assert rows(filled).keys() == {"meeting"}
    assert filled("accept", "--source", "a", "--yes", "--by", "Otto").out.startswith("accepted: 1")
    assert filled("accept", "--source", "a", "--yes").err == (
        "no claim that a machine made and nobody decided\n"
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("accept zzzz", "no live claim has a key that begins with zzzz"),
        ("accept 2f", "no claim is called '2f'; give at least 4 letters of its key"),
        ("accept", "name claims, or say by filters which"),
        ("accept zzzz --type VISIT", "name claims, or filter them; not both"),
        ("reject --confidence 0.5", "is no range from 0 to 1"),
        ("reject --confidence 0.9..0.2", "is no range from 0 to 1"),
        ("reject --confidence a..b", "is no range from 0 to 1"),
        ("set meeting", "nothing is said that is to be stated"),
        ("set meeting --name x", "event has no name that could be stated"),
        ("set meeting --type MEETNG", "`MEETNG` is not known here"),
        ("set meeting --position x", "event has no position"),
        ("set musk --held 2020", "a time without a position"),
        ("set musk --link part_of:leaving", "actor has no link"),
        ("set meeting --link near:leaving", "there is no link 'near:leaving'"),
        ("set nothing --tag x", "nothing is called nothing: event or actor or source or place"),
        ("note nothing x", "nothing is called nothing"),
        ("add --title x --type VISIT", "there is no source"),
        ("add", "there is no editor"),
    ],
)
def test_what_can_not_be_is_told_in_one_line(filled: Timeline, line: str, said: str) -> None:
    before = export(str(filled.db))
    done = filled(*line.split(), EDITOR="", VISUAL="")
    assert done.code in (1, 2)
    assert said in done.err
    assert "Traceback" not in done.err
    assert export(str(filled.db)) == before


def test_a_claim_is_corrected_by_options(filled: Timeline) -> None:
    done = filled(
        "correct", key(filled, "meeting")[:8], "--date", "11 nov 2024", "--who", "Bob:agent",
        "--place", "rome", "--modality", "reported", "--reason", "as the paper has it",
    )  # fmt: skip
    assert done.code == 0, done.err
    row = rows(filled)["meeting"]
    assert (row["date"], row["standing"], row["place"]) == ("2024-11-11", "reported", "Rome")
    assert [actor["key"] for actor in row["actors"]] == ["bob"]
    moved = filled("correct", key(filled, "leaving"), "--event", "meeting")
    assert moved.code == 0, moved.err
    assert rows(filled).keys() == {"meeting"}
    typed = filled("correct", key(filled, "meeting"), "--type", "visit", "--modality", "possible")
    assert typed.code == 0, typed.err
    assert rows(filled)["meeting"]["type"] == "VISIT"
    assert filled("undo").code == 0
    assert rows(filled)["meeting"]["type"] == "CONSULT"
    role = filled("correct", key(filled, "meeting"), "--who", "Bob")
    assert (role.code, role.err) == (2, "Bob has no role; write NAME:ROLE\n")


def editor(folder: Path, *lines: str) -> str:
    """A script that edits: a program of its own, as the person's editor is."""
    script = folder / "edit.sh"
    script.write_text("\n".join(("#!/bin/sh", *lines, "")))
    script.chmod(0o755)
    return str(script)


def test_a_claim_is_corrected_in_the_editor(filled: Timeline, tmp_path: Path) -> None:
    claim = key(filled, "meeting")
    untouched = filled("correct", claim, EDITOR=editor(tmp_path, "true"))
    assert (untouched.code, untouched.err) == (0, "nothing was changed\n")
    edit = editor(tmp_path, 'sed -i "s/confidence.*/modality: reported/" "$1"')
    done = filled("correct", claim, VISUAL="", EDITOR=edit)
    assert done.code == 0, done.err
    assert rows(filled)["meeting"]["standing"] == "reported"


def test_what_a_person_wrote_is_never_lost(filled: Timeline, tmp_path: Path) -> None:
    claim, before = key(filled, "meeting"), export(str(filled.db))
    broken = editor(tmp_path, 'echo "  nonsense: here" >> "$1"')
    for name in (f"correction-{claim}.yaml", f"correction-{claim}-2.yaml"):
        done = filled("correct", claim, EDITOR=broken)
        assert done.code == 1
        assert name in done.err
        assert "nonsense: here" in (tmp_path / name).read_text()
    none = filled("correct", claim, EDITOR=editor(tmp_path, 'echo "{}" > "$1"'))
    assert "one claim is to stand there, not 0" in none.err
    failed = filled("correct", claim, EDITOR=editor(tmp_path, "exit 3"))
    assert (failed.code, "failed: 3" in failed.err) == (2, True)
    missing = filled("correct", claim, EDITOR="/no/such/editor")
    assert missing.code == 2
    assert export(str(filled.db)) == before


def test_an_event_is_dropped(filled: Timeline) -> None:
    assert filled("drop", "meeting").out == (
        "rejected: 1 claim of meeting; to take it back: timeline undo\n"
    )
    assert rows(filled).keys() == {"leaving"}


def test_an_event_is_added(filled: Timeline, tmp_path: Path) -> None:
    done = filled(
        "add", "--type", "VISIT", "--title", "Musk in Rome", "--date", "12 nov 2024", "--who",
        "Musk:agent", "--place", "rome", "--url", "https://example.org/a", "--quote", "in Rome",
    )  # fmt: skip
    assert done.code == 0, done.err
    row = rows(filled)["musk-in-rome"]
    assert (row["date"], row["sources"], row["machine"]) == (
        "2024-11-12", ["https://example.org/a"], False,
    )  # fmt: skip
    block = "source: a\\nevents: [{key: own, type: VISIT, claims: [{date: 2024-11-13}]}]"
    edit = editor(tmp_path, f"printf '{block}' > \"$1\"")
    assert filled("add", EDITOR=edit).code == 0
    assert rows(filled)["own"]["date"] == "2024-11-13"
    assert filled("add", EDITOR=editor(tmp_path, "true")).err == "nothing was changed\n"


def test_things_are_set(filled: Timeline) -> None:
    for line in (
        "set meeting --title Talks --tag x --link background:leaving --place rome",
        "set musk --alias Elon --description CEO --position Boss --held 2020/..",
        "set a --title Paper --published 2024-11-16 --url https://example.org/",
        "set Rome --alias Roma",
        "set meeting --tag y --untag x",
    ):
        done = filled(*line.split())
        assert done.code == 0, done.err
    assert rows(filled)["meeting"]["title"] == "Talks"
    assert rows(filled).keys() == {"meeting", "leaving"}
    profile = json.loads(filled("actors", "musk", "--format", "json").out)
    assert profile["positions"][0]["title"] == "Boss"
    found = json.loads(filled("show", "--tag", "y", "--format", "json").out)["rows"]
    assert [row["key"] for row in found] == ["meeting"]
    assert filled("show", "--tag", "x").code == 1


def test_notes_are_written_on_anything(filled: Timeline) -> None:
    for about in ("meeting", "Bob Orr", "a", key(filled, "meeting")[:6]):
        done = filled("note", about, "ask again", "--by", "Otto")
        assert done.code == 0, done.err
    assert export(str(filled.db)).count('"record":"note"') == 4


def test_a_sitting_is_one_line_of_the_log_and_is_taken_back_one_by_one(timeline: Timeline) -> None:
    timeline("load")
    for words in ("Ask Bob.", "Bob knows nothing."):
        assert timeline("note", "meeting", words).code == 0
    row, load = json.loads(timeline("log", "--format", "json").out)
    assert (row["number"], row["kind"], row["acts"]) == (
        3,
        "sitting",
        [{"kind": "note", "times": 2}],
    )
    assert (load["number"], load["acts"]) == (1, None)
    assert "séance" in timeline("log", "--language", "fr").out
    each = json.loads(timeline("log", "--each", "--format", "json").out)
    assert [one["number"] for one in each] == [3, 2, 1]
    done = timeline("undo", "3")
    assert (done.code, done.err) == (
        0,
        "it was the last of its sitting; 1 other change of it: timeline log --each\n",
    )
    assert timeline("undo", "2") == (0, "changeset 2 is undone: note of event meeting\n", "")
