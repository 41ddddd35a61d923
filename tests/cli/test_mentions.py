"""What a person does with what a machine found: look at it, confirm it, merge it or decline, and
take that back.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from builders import SEEDS, export

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Timeline

ARTICLE = """
collection: {name}
source: {{key: {name}, language: en, published: 2024-11-15, content: "{text}"}}
actors:
  - {{key: {name}/m1, name: Elon Musk, mention: true}}
  - {{key: {name}/m2, name: Amir Said Iravani, mention: true}}
  - {{key: {name}/m3, name: Ann Lee, mention: true}}
events:
  - key: {name}/e1
    type: CONSULT
    claims:
      - date: 2024-11-11
        who: {{participant: [{name}/m1, {name}/m2]}}
        quote: {text}
        trigger_start: 5
        trigger_end: 8
        extractor: timeline-extract 3
        confidence: 0.3
      - {{who: {{speaker: {name}/m3}}, quote: met, modality: reported, extractor: timeline-extract
      1}}
"""


@pytest.fixture
def read(timeline: Timeline, tmp_path: Path) -> Timeline:
    """The seeds, and what a machine has read in two articles."""
    timeline("load", str(SEEDS))
    for name in ("one", "two"):
        path = tmp_path / f"{name}.yaml"
        path.write_text(
            ARTICLE.format(name=name, text="Musk met Iravani on Monday."), encoding="utf-8"
        )
        assert timeline("load", str(path)).code == 0
    return timeline


def keys(timeline: Timeline, *command: str) -> list[str]:
    """The keys in an answer."""
    return [
        json.loads(line)["key"] for line in timeline(*command, "--format", "jsonl").out.splitlines()
    ]


def test_what_is_certain_is_confirmed_and_the_rest_is_named(read: Timeline) -> None:
    done = read("confirm", "one/m2", "ann lee", "nobody")
    assert (done.code, done.out) == (
        1, "one/m2 is an actor now; to take it back: timeline undo\n"
    )  # fmt: skip
    assert done.err.splitlines() == [
        "'ann lee' may be several mentions; give one of these keys",
        *(f"  {name}/m3  Ann Lee  11 Nov 2024, {name}/e1 ({name})" for name in ("one", "two")),
        "there is no mention 'nobody'; `timeline actors --mentions` lists them",
    ]
    assert "one/m2" in keys(read, "actors")


def test_mentions_of_one_full_name_are_confirmed_as_one(read: Timeline) -> None:
    """In one changeset; a surname alone is too little."""
    before = read("export").out
    surname = read("confirm", "--as-one", "lee")
    assert (surname.code, surname.out) == (1, "")
    done = read("confirm", "--as-one", "ann lee")
    assert done.out == "one/m3 is an actor now, of 2 mentions; to take it back: timeline undo\n"
    assert "one/m3" in keys(read, "actors")
    assert not {"one/m3", "two/m3"} & set(keys(read, "actors", "--mentions"))
    assert len(read("show", "--actor", "Ann Lee", "--format", "jsonl").out.splitlines()) == 2
    read("undo")
    assert read("export").out == before
    read("decline", "one/m3", "two/m3")
    assert read("confirm", "--as-one", "ann lee").code == 2


def test_who_is_confirmed_may_have_a_key_of_their_own(read: Timeline) -> None:
    """A short one; nobody else's, and of one actor alone."""
    before = read("export").out
    done = read("confirm", "--as-one", "ann lee", "--as", "ann-lee", "--by", "Otto")
    assert done.out == "ann-lee is an actor now, of 2 mentions; to take it back: timeline undo\n"
    assert "ann-lee" in keys(read, "actors")
    assert not {"one/m3", "two/m3"} & {*keys(read, "actors"), *keys(read, "actors", "--mentions")}
    assert read("actors", "one/m3").out.splitlines()[:2] == ["Ann Lee", "ann-lee · person"]
    assert len(read("show", "--actor", "ann-lee", "--format", "jsonl").out.splitlines()) == 2
    (new,) = (one for one in map(json.loads, read("export").out.splitlines())
    if one.get("key") == "ann-lee")  # fmt: skip
    assert (new["name"], new["by"], new["collection"]) == ("Ann Lee", "Otto", "by-hand/Otto")
    taken = read("confirm", "one/m2", "--as", "ann-lee")
    assert (taken.code, taken.out) == (2, "")
    assert taken.err.startswith("there is an actor ann-lee already; ")
    two = read("confirm", "one/m2", "two/m2", "--as", "iravani")
    assert (two.code, two.out) == (2, "")
    assert two.err.startswith("a new key is for one actor; ")
    read("undo")
    assert read("export").out == before


def test_mentions_are_kept_apart_until_somebody_confirms_them(read: Timeline) -> None:
    before = keys(read, "actors")
    assert not [key for key in before if "/" in key]
    assert keys(read, "actors", "--mentions") == [
        f"{name}/m{n}" for n in (2, 3, 1) for name in ("one", "two")
    ]
    shown = read("actors", "--mentions", "--limit", "3")
    assert shown.err == "more: timeline actors --mentions --after one/m3\n"
    assert shown.out.splitlines()[:2] == [
        "Key     Name               Kind    Events  Sources",
        "one/m2  Amir Said Iravani  person       1  one",
    ]
    assert (
        read("actors", "one/m3").out.splitlines()[1] == "one/m3 · person · a mention, not confirmed"
    )
    ambiguous = read("confirm", "ann lee")
    assert (ambiguous.code, ambiguous.out) == (2, "")
    assert ambiguous.err.splitlines()[1:] == [
        f"  {name}/m3  Ann Lee  11 Nov 2024, {name}/e1 ({name})" for name in ("one", "two")
    ]
    done = read("confirm", "one/m3", "two/m2")
    assert done.out == "".join(
        f"{key} is an actor now; to take it back: timeline undo\n" for key in ("one/m3", "two/m2")
    )
    assert set(keys(read, "actors")) - set(before) == {"one/m3", "two/m2"}
    assert read("confirm", "one/m3") == (
        1, "", "there is no mention 'one/m3'; `timeline actors --mentions` lists them\n"
    )  # fmt: skip
    assert read("log", "--limit", "1", "--format", "csv").out.splitlines()[1].split(",")[2:6] == [
        "confirm", "one/m3 two/m2", "0", "2"
    ]  # fmt: skip
    assert read("undo").out == "changeset 4 is undone: confirm of one/m3 two/m2\n"
    assert keys(read, "actors") == before


def test_what_a_machine_has_made_is_marked(read: Timeline) -> None:
    table = read("show", "--source", "one").out
    assert "reported (machine)" not in table
    assert "asserted (machine)" in table
    rows = [
        json.loads(line)
        for line in read("show", "--on", "2024-11-11", "--format", "jsonl").out.splitlines()
    ]
    assert {row["key"]: row["machine"] for row in rows if row["type"] == "CONSULT"} == {
        "meeting": False,
        "one/e1": True,
        "two/e1": True,
    }
    dossier = read("show", "one/e1").out
    assert (
        "1. one: affirms, asserted, 11 Nov 2024, machine-made by timeline-extract 3 (confidence "
        "0.3)\n" in dossier
    )
    why = read("show", "one/e1", "--why").out
    assert ", characters 0 to 27, machine-made by timeline-extract 3 (confidence 0.3)\n" in why


def test_groups_are_proposed_merged_and_declined(read: Timeline) -> None:
    before = export(str(read.db))

    def groups(*options: str) -> list[tuple[str, ...]]:
        lines = read("suggest", *options, "--format", "jsonl").out.splitlines()
        return [(row["key"], *row["others"]) for row in map(json.loads, lines)]

    lee = ("one/m3", "two/m3")
    assert groups() == [
        ("elon-musk", "one/m1", "two/m1"),
        ("amir-saeid-iravani", "one/m2", "two/m2"),
        lee,
    ]
    shown = read("suggest", "--limit", "1")
    assert shown.out == (
        "Key        Name       Others          Names of the others  Together  Reason\n"
        "elon-musk  Elon Musk  one/m1; two/m1  Elon Musk                   3  the same name, “Elon "
        "Musk”\n"
    )
    assert shown.err == (
        "if they are one: timeline merge elon-musk one/m1 two/m1\n"
        "if one of them is another: timeline decline elon-musk one/m1\n"
    )
    done = read("merge", "elon-musk", "one/m1", "two/m1")
    assert done.out == (
        "elon-musk and one/m1, two/m1 are one actor now; to take it back: timeline undo\n"
    )
    done = read("decline", "amir-saeid-iravani", "one/m2")
    assert done.out == (
        "amir-saeid-iravani and one/m2 are two actors, and are not proposed as one again; "
        "to take it back: timeline undo\n"
    )
    assert groups() == [("amir-saeid-iravani", "two/m2"), lee]
    again = read("decline", "one/m2", "amir-saeid-iravani")
    assert (again.code, again.err.split("; ")[0]) == (
        2, "one/m2 and amir-saeid-iravani were judged to be different already"
    )  # fmt: skip
    assert read("decline", "elon-musk", "one/m1", "--by", "Otto") == (
        2, "", ("elon-musk and one/m1 are one; part elon-musk and one/m1 first; "
        "timeline unmerge elon-musk one/m1\n")
    )  # fmt: skip
    by_another = read("merge", "amir-saeid-iravani", "one/m2", "--by", "Otto")
    assert "were judged to be different" in by_another.err
    changed_mind = read("merge", "amir-saeid-iravani", "one/m2")
    assert (changed_mind.code, changed_mind.err) == (
        0, "what you judged of them before is replaced\n"
    )  # fmt: skip
    assert read("undo").code == 0
    assert groups("--events") == [
        ("meeting", "one/e1"),
        ("meeting", "two/e1"),
        ("one/e1", "two/e1"),
    ]
    hint = read("suggest", "--events", "--language", "fr").err.splitlines()
    assert hint[1] == "s'ils sont deux : timeline decline meeting one/e1 --events"
    read("merge", "amir-saeid-iravani", "two/m2")
    # Nobody but a machine knows them: whoever confirms one means all.
    assert read("suggest").err.splitlines() == [
        "if they are one: timeline confirm --as-one 'Ann Lee' --as ann-lee",
        "if they are two: timeline decline one/m3 two/m3",
    ]
    assert ("meeting", "two/e1") in groups("--events")
    assert read("decline", "meeting", "two/e1", "--events").code == 0
    assert ("meeting", "two/e1") not in groups("--events")
    for _ in range(4):
        assert read("undo").code == 0
    assert export(str(read.db)) == before


def test_what_deserves_a_look_ends_in_1(read: Timeline) -> None:
    done = read("check", "--format", "csv")
    assert done.code == 1
    assert [line.split(",")[:2] for line in done.out.splitlines()][-2:] == [
        ["low confidence", "one/e1"], ["low confidence", "two/e1"]
    ]  # fmt: skip


def test_nothing_to_look_at(timeline: Timeline, tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_text("source: {key: s}\n", encoding="utf-8")
    timeline("load", str(path))
    assert timeline("check") == (0, "", "nothing to look at\n")


def test_unmerge_says_who_is_one_still(timeline: Timeline, tmp_path: Path) -> None:
    """Two that a machine takes for one, or that are one by way of another, are not two again."""
    records = """
actors:
- {key: musk, kind: person, name: Elon Musk}
- {key: e-musk, kind: person, name: E. Musk}
- {key: m1, kind: person, name: Elon Musk, mention: true, extractor: reader 1}
"""
    (tmp_path / "records.yaml").write_text(records, encoding="utf-8")
    timeline("load", "records.yaml")
    assert "Merged by machine: m1" in timeline("actors", "musk").out
    assert timeline("merge", "musk", "m1").code == 0
    assert "Merged: m1" in timeline("actors", "musk").out
    assert timeline("unmerge", "musk", "m1") == (
        0,
        "",
        "a machine still takes musk and m1 for one; if they are two: timeline decline musk m1\n",
    )
    assert timeline("unmerge", "musk", "m1").out == "musk and m1 are two actors again\n"
    assert timeline("unmerge", "musk", "m1").code == 2
    timeline("undo")
    timeline("merge", "musk", "e-musk")
    timeline("merge", "e-musk", "m1")
    same = "judgements:\n- {of: actor, left: m1, right: musk, says: same}\n"
    (tmp_path / "same.yaml").write_text(same, encoding="utf-8")
    assert timeline("load", "same.yaml").code == 0
    assert timeline("unmerge", "musk", "e-musk").err == (
        "musk and e-musk are one; part e-musk and m1 first; timeline unmerge e-musk m1\n"
    )


def test_events_that_agree_in_full_are_one_with_match(timeline: Timeline, tmp_path: Path) -> None:
    for name in ("one", "two"):
        text = ARTICLE.format(name=name, text="Musk met Iravani on Monday.").replace(
            ", mention: true", ""
        )
        (tmp_path / f"{name}.yaml").write_text(text.replace(f"{name}/m", "m"), encoding="utf-8")
    timeline("load", "one.yaml")
    before = export(str(timeline.db))
    assert (
        timeline("load", "two.yaml", "--match").out == "4 new, 3 changed, 0 unchanged, 0 revoked\n"
    )
    assert keys(timeline, "show") == ["one/e1"]
    assert timeline("load", "two.yaml").out == "0 new, 0 changed, 7 unchanged, 0 revoked\n"
    assert keys(timeline, "show") == ["one/e1"]
    timeline("undo")
    assert export(str(timeline.db)) == before
