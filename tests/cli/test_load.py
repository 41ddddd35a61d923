"""What `timeline load` takes, and what it says of what it can't: one line each, and nothing is
loaded.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from builders import SEEDS, snapshot
from cli.conftest import Timeline

GOOD = "source: {key: s}\nevents:\n- {key: a, type: OTHER, claims: [{date: 2024}]}\n"


@pytest.fixture
def folder(tmp_path: Path, alone: Timeline) -> Path:
    """The working folder; the database lies in another."""
    (tmp_path / "work").mkdir()
    return tmp_path / "work"


@pytest.fixture
def plain(folder: Path, alone: Timeline, monkeypatch: pytest.MonkeyPatch) -> Timeline:
    """The command, for what comes to an end before there is a database."""
    monkeypatch.chdir(folder)
    return alone


@pytest.fixture
def load(folder: Path, timeline: Timeline, monkeypatch: pytest.MonkeyPatch) -> Timeline:
    """The command, in a folder of its own."""
    monkeypatch.chdir(folder)
    return timeline


def write(folder: Path, name: str, content: str | bytes = GOOD) -> str:
    """Write a file, in a folder that is made if need be."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return name


def shown(timeline: Timeline) -> list[str]:
    """The keys of the events that there are now."""
    return [
        json.loads(line)["key"] for line in timeline("show", "--format", "jsonl").out.splitlines()
    ]


# What it takes ------------------------------------------------------------------------------------


def test_files_and_folders_are_one_changeset(load: Timeline, folder: Path) -> None:
    """Of a folder all files in a known format, whatever their depth; nothing hidden and nothing
    else.
    """
    for number, name in enumerate(
        ("x.yaml", "in/b.yml", "in/c.json", "in/deep/er/d.jsonl", "in/e.ndjson")
    ):
        event = {"record": "event", "key": f"e{number}", "type": "OTHER"}
        claim = {"record": "claim", "event": f"e{number}", "source": "s"}
        if name.endswith(("yaml", "yml")):
            content = GOOD.replace("key: a", f"key: e{number}")
        elif name.endswith(".json"):
            content = json.dumps(
                {"source": {"key": "s"}, "events": [{"key": "e2", "type": "OTHER", "claims": [{}]}]}
            )
        else:
            content = "\n".join(
                json.dumps(record) for record in ({"record": "source", "key": "s"}, event, claim)
            )
        write(folder, name, content)
    write(folder, "in/.hidden.yaml", "{{{")
    write(folder, "in/.git/f.yaml", "{{{")
    write(folder, "in/photo.jpg", "{{{")
    done = load("load", "x.yaml", "in")
    assert (done.code, done.err) == (0, "")
    assert sorted(shown(load)) == ["e0", "e1", "e2", "e3", "e4"]
    (row,) = json.loads(load("log", "--format", "json").out)
    assert row["input"] == "x.yaml, b.yml, c.json, d.jsonl, e.ndjson"


def test_a_file_without_a_suffix_with_the_format_said(load: Timeline, folder: Path) -> None:
    write(folder, "records.old")
    refused = load("load", "records.old")
    assert refused.code == 1
    assert "records.old: its format is not known; name it .yaml, " in refused.err
    assert ", or say it with --format\n" in refused.err
    assert load("load", "records.old", "--format", "yaml").out.startswith("3 new")
    wrong = load("load", "records.old", "--format", "xml")
    assert (wrong.code, wrong.out, "there are yaml, json, jsonl" in wrong.err) == (2, "", True)


def test_the_collection_is_the_name_of_the_file_unless_it_says_another(
    load: Timeline, folder: Path
) -> None:
    """A newer version of a file is known by its name, wherever it lies now."""
    two = "- {key: b, type: OTHER, claims: [{date: 2023}]}\n"
    load("load", write(folder, "notes.yaml", GOOD + two))
    assert load("load", write(folder, "elsewhere/notes.yaml")).err == "revoked: 1 claim of b\n"
    assert load("load", write(folder, "other.yaml", GOOD + two)).err == ""
    assert sorted(shown(load)) == ["a", "b"]
    done = load("load", write(folder, "third.yaml", GOOD), "--collection", "other")
    assert done.err == "revoked: 1 claim of b\n"


def test_a_dry_run_changes_nothing(load: Timeline, folder: Path) -> None:
    done = load("load", str(SEEDS), "--dry-run")
    assert done == (
        0,
        "74 new, 0 changed, 0 unchanged, 0 revoked\n",
        "dry run: nothing was changed\n",
    )
    assert load("show").code == 3, "nothing was made"
    two = "- {key: b, type: OTHER, claims: [{date: 2023}]}\n"
    load("load", write(folder, "a.yaml", GOOD + two))
    assert load.db is not None
    before = snapshot(load.db)
    write(folder, "a.yaml")
    assert (
        load("load", "a.yaml", "--dry-run").err
        == "dry run: nothing was changed\nrevoked: 1 claim of b\n"
    )
    assert snapshot(load.db) == before
    assert load("load", write(folder, "bad.yaml", "{"), "--dry-run").code == 1


def test_a_dry_run_makes_no_file(alone: Timeline, tmp_path: Path) -> None:
    assert alone("load", "--dry-run").code == 0
    assert list(tmp_path.iterdir()) == []


def test_what_replaces_a_whole_collection_is_told_so(load: Timeline, folder: Path) -> None:
    load("load", write(folder, "notes.yaml"))
    done = load("load", write(folder, "notes.yaml", GOOD.replace("key: a", "key: z")))
    assert done.code == 0
    assert done.err == (
        "revoked: 1 claim of a\nnote: nothing is left of what collection notes held before\n"
        "if this is another one: timeline undo, then load it with --collection NAME\n"
    )


# What it can't take -------------------------------------------------------------------------------

BAD: dict[str, tuple[str | bytes, str]] = {
    "broken.yaml": ("events: [\n", "broken.yaml:2: "),
    "field.yaml": (GOOD.replace("type:", "tpye:"), "field.yaml:3: events[0].tpye: "),
    "date.yaml": (GOOD.replace("2024", "2024-02-30"), "date.yaml:3: events[0].claims[0].date: "),
    "ambiguous.yaml": (GOOD.replace("2024", "03/04/2024"), ("ambiguous.yaml:3: "
    "events[0].claims[0].date: ")),
    "backwards.yaml": (GOOD.replace("2024", "2024/2023"), ("backwards.yaml:3: "
    "events[0].claims[0].date: ")),
    "actor.yaml": (GOOD.replace("date: 2024", "who: {agent: somebody}"), "actor.yaml:3: "),
    "quote.yaml": (
        GOOD.replace("key: s", "key: s, content: Nothing of the kind").replace("date: 2024",
        "quote: never said"),
        "quote.yaml:3: ",
    ),
    "twice.yaml": (GOOD + "- {key: a, type: OTHER, claims: [{date: 2023}]}\n", "twice.yaml:4: "),
    "empty.yaml": ("", "empty.yaml: is empty"),
    "brackets.yaml": ("[" * 1_000_000, "brackets.yaml"),
    "brackets.json": ("[" * 1_000_000, "brackets.json"),
    "binary.yaml": (b"\x89PNG\r\n\x1a\n\0\0\0", "binary.yaml"),
    "latin1.yaml": ("title: Élysée".encode("latin-1"), "latin1.yaml"),
    "nul.jsonl": (b'{"record": "source", "key": "a\\u0000"}\n', "nul.jsonl:1: "),
    "escape.yaml": ("titel: x\x1b[31m\n", "escape.yaml"),
    "escape.jsonl": (b'{"record": "source", "ke\\u001b[31my": 1}\n', "escape.jsonl:1: "),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_loads_nothing(name: str, plain: Timeline, folder: Path) -> None:
    """File, line, path and what to do, on one line; a good file beside it is not loaded either."""
    content, beginning = BAD[name]
    done = plain("load", write(folder, "good.yaml"), write(folder, name, content))
    assert (done.code, done.out) == (1, "")
    first, *_, last = done.err.splitlines()
    assert first.startswith(beginning)
    assert len(first) < 600
    assert (
        last == f"{len(done.err.splitlines()) - 1} problem{'s' * (done.err.count(chr(10)) > 2)}; "
        f"nothing was loaded"
    )
    assert not set("\x1b\0") & set(done.err)
    assert not (folder / "timeline.db").exists()


def test_all_problems_are_told_at_once(plain: Timeline, folder: Path) -> None:
    for name, (content, _) in BAD.items():
        write(folder, f"bad/{name}", content)
    done = plain("load", "bad", "missing.yaml")
    named = {line.split(":")[0] for line in done.err.splitlines()}
    assert {
        f"bad/{name}" for name in BAD if name not in ("actor.yaml", "quote.yaml", "twice.yaml")
    } < named
    assert "missing.yaml" in named


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["nots.yaml"], "nots.yaml: there is no such file; did you mean notes.yaml?"),
        (["in/nots.yaml"], "in/nots.yaml: there is no such file; look at its name"),
        (
            ["empty"],
            (
                "empty: no file in it ends with .yaml, .yml, .json, .jsonl, .ndjson, .txt, .md, "
                ".markdown, .html, .htm, .xhtml; name files instead"
            ),
        ),
        (["notes.doc"], "notes.doc: is a Word document; save its text as .txt"),
        (["notes.old"], "notes.old: its format is not known; name it "),
        (["a\x1b[31m.yaml"], r"a\x1b[31m.yaml: there is no such file"),
        (["-"], "<stdin>: is empty"),
        (["notes.yaml", "-"], "<stdin>: is empty"),
    ],
)
def test_what_is_not_there(given: list[str], words: str, plain: Timeline, folder: Path) -> None:
    write(folder, "notes.yaml")
    write(folder, "notes.doc")
    write(folder, "notes.old")
    (folder / "empty").mkdir()
    done = plain("load", *given)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(words)
    assert done.err.endswith("\n1 problem; nothing was loaded\n")


def test_a_text_beside_the_file_must_be_beside_it(plain: Timeline, folder: Path) -> None:
    write(folder.parent, "secret.txt", "secret")
    for text in ("../secret.txt", str(folder.parent / "secret.txt"), "missing.txt"):
        write(folder, "notes.yaml", f"source: {{key: s, text: '{text}'}}\nevents: []\n")
        done = plain("load", "notes.yaml")
        assert done.code == 1
        assert done.err.startswith("notes.yaml:1: source.text: ")


def test_one_bad_load_leaves_the_database_as_it_was(load: Timeline, folder: Path) -> None:
    load("load", str(SEEDS))
    assert load.db is not None
    before = snapshot(load.db)
    lines = [json.dumps({"record": "source", "key": f"s{number}"}) for number in range(6000)]
    write(
        folder,
        "long.jsonl",
        "\n".join([*lines, '{"record": "claim", "event": "no", "source": "s1"}']),
    )
    done = load("load", "long.jsonl")
    assert done.code == 1
    assert done.err.startswith("long.jsonl:6001: ")
    assert snapshot(load.db) == before


# What is shown of dangerous texts -----------------------------------------------------------------

EVIL = "\x1b]0;owned\x07\u202egnp.exe\u2066 \x9b2J"


def test_what_a_terminal_would_obey_is_shown_and_kept(load: Timeline, folder: Path) -> None:
    """In a table and in messages it is escaped; in JSON it is what it was."""
    records: list[dict[str, object]] = [
        {"record": "source", "key": "s", "title": EVIL},
        {"record": "actor", "key": "x", "name": EVIL},
        {"record": "event", "key": "e", "type": "OTHER", "title": {"en": EVIL}, "tags": ["t"]},
        {
            "record": "claim",
            "event": "e",
            "source": "s",
            "quote": EVIL,
            "who": [{"actor": "x", "role": "agent"}],
        },
    ]
    write(folder, "evil.jsonl", "\n".join(map(json.dumps, records)))
    assert load("load", "evil.jsonl").code == 0
    for command in (
        ["show"],
        ["show", "e", "--why"],
        ["actors"],
        ["actors", "x"],
        ["sources"],
        ["sources", "s"],
        ["sql", "SELECT title, actors FROM timeline_events"],
        ["show", "--actor", EVIL + "?"],
    ):
        for form in ("table", "markdown"):
            done = load(*command, "--format", form)
            assert r"\x1b" in done.out + done.err.replace("\\\\", "\\"), command
            assert not set("\x1b\x07\x9b\u202e\u2066") & set(done.out + done.err), command
    (row,) = map(json.loads, load("show", "--format", "jsonl").out.splitlines())
    assert row["title"] == EVIL
    assert row["actors"][0]["name"] == EVIL
    assert EVIL in json.loads(load("export").out.splitlines()[-1])["quote"]
    merged = load("merge", "x", EVIL)
    assert not set("\x1b\x07\x9b\u202e\u2066") & set(merged.out + merged.err)
