"""`timeline load` and `timeline extract` of articles: both say the same, and a bad file stops no
other.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from builders import SEEDS, export, snapshot
from cli.written import (
    ARTICLES,
    CHANGED_NOTHING,
    DATED,
    ENGLISH,
    FRENCH,
    GERMAN,
    UNKNOWN,
    records,
    sources,
    url,
    write,
    write_many,
)

if TYPE_CHECKING:
    from cli.conftest import Timeline


@pytest.fixture
def folder(timeline: Timeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder; a database in a file lies beside it."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


# What it says -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "form"), [("a.txt", "yaml"), ("a.md", "jsonl"), ("a.html", "json")]
)
def test_an_article_and_its_draft_say_the_same(
    name: str, form: str, timeline: Timeline, folder: Path
) -> None:
    """Byte for byte, whichever format the draft is in."""
    write(folder, name, ARTICLES[name])
    done = timeline("load", name)
    assert (done.code, done.err) == (0, "1 article read\n")
    draft = timeline("extract", name, "--format", form)
    assert (draft.code, draft.err) == (0, "")
    write(folder, f"draft.{form}", draft.out)
    drafted = timeline("load", f"draft.{form}", "--db", "draft.db")
    assert drafted == (0, done.out, "")
    written = timeline("export")
    assert timeline("export", "--db", "draft.db").out == written.out
    assert {claim["date"] for claim in records(written, "claim")} == {"2024-11-11", "2024-11-12"}
    assert {claim["extractor"] for claim in records(written, "claim")} == {"timeline-extract 3"}


def test_known_actors_are_linked(timeline: Timeline, folder: Path) -> None:
    """The article's Macron is the one that is known; that stands in no record: those are what the
    draft, which knows nobody, says.
    """
    known = "actors:\n- {key: macron, kind: person, name: Emmanuel Macron}\n"
    timeline("load", write(folder, "actors.yaml", known))
    timeline("load", write(folder, "b.txt", ENGLISH), "--published", "2024-11-14")
    written = timeline("export")
    draft = timeline("extract", "b.txt", "--published", "2024-11-14", "--format", "jsonl")
    for kind in ("event", "claim"):
        assert records(written, kind) == records(draft, kind)
    met = timeline("show", "--actor", "macron", "--format", "jsonl")
    assert met.code == 0
    assert timeline("show", "--actor", "b/emmanuel-macron", "--format", "jsonl") == met
    assert "macron" in timeline("actors").out
    assert "macron" not in timeline("actors", "--mentions").out


def test_a_draft_of_several_articles(timeline: Timeline, folder: Path) -> None:
    """States that all of them speak of are one, in one draft or in several, and beside known ones
    as well.
    """
    write_many(
        folder,
        3,
        "The United States attacked Iran on Monday, and Israel condemned the attack in Paris.",
    )
    timeline("load", "many")
    for form in ("yaml", "jsonl"):
        draft = timeline("extract", "many", "--format", form)
        assert timeline("load", "-", "--db", f"{form}.db", stdin=draft.out).code == 0
        assert export(f"{form}.db") == timeline("export").out
    known = "actors:\n- {key: usa, kind: state, name: USA, identifiers: {iso3166: US}}\n"
    third = ("--db", "third.db")
    timeline("load", write(folder, "actors.yaml", known), *third)
    for number in range(3):
        draft = timeline("extract", f"many/00{number}.txt")
        loaded = timeline("load", write(folder, f"{number}.yaml", draft.out), *third)
        assert loaded.err == ""
    attacks = timeline("show", "--actor", "usa", "--format", "jsonl", *third).out.splitlines()
    assert len(attacks) == 3
    listed = timeline("actors", *third).out + timeline("actors", "--mentions", *third).out
    assert "usa" in listed
    assert "united-states" not in listed
    assert timeline("load", "2.yaml", *third).out.startswith("0 new, 0 changed")


MALI = {
    "un.txt": "Le Mali a condamné l’attaque le 3 mai 2024.\n\nL’ONU a condamné Bamako le 5 mai.\n",
    "two.txt": "Mali condemned it on 3 May 2024. The United Nations condemned Mali on 5 May.\n",
    "three.txt": "The Malian government condemned the attack on 4 May 2024.\n",
}


def test_states_and_large_organisations_are_known_from_the_start(
    timeline: Timeline, folder: Path
) -> None:
    """Each is one in all articles, whatever their language and whatever the database holds; nobody
    has to confirm it, and who is not spoken of is nowhere.
    """
    for name, text in MALI.items():
        write(folder, name, text)
    beside = ("--db", "beside.db")
    known = "actors:\n- {key: mali, kind: state, name: Mali, identifiers: {iso3166: ML}}\n"
    timeline("load", write(folder, "actors.yaml", known), *beside)
    for database in ((), beside):
        timeline("load", *reversed(MALI), *database)
    as_json = ("--format", "json")

    def keys(*command: str) -> list[str]:
        lines = timeline(*command, "--format", "jsonl").out.splitlines()
        return [json.loads(line)["key"] for line in lines]

    assert keys("actors") == ["iso3166/ML", "wikidata/Q1065"]
    assert keys("actors", "--mentions") == []
    assert timeline("conflicts").out == ""
    mali = timeline("actors", "Mali", *as_json)
    assert json.loads(mali.out)["actor"]["events"] == 5
    for called in ("Мали", "مالي", "マリ", "iso3166/ML"):
        assert timeline("actors", called, *as_json) == mali
    assert records(timeline("export"), "claim") == records(timeline("export", *beside), "claim")
    assert keys("actors", *beside) == ["mali", "wikidata/Q1065"]
    assert len(keys("show", "--actor", "mali", *beside)) == 5


def test_the_date_of_the_article(timeline: Timeline, folder: Path) -> None:
    """That in its header; `--published` goes before it; without any, what is relative stays so, and
    that is told.
    """

    def claimed(*arguments: str) -> tuple[str, list[tuple[str | None, ...]]]:
        done = timeline("extract", *arguments, "--format", "jsonl")
        fields = ("said", "rule", "date")
        return done.err, [
            tuple(claim.get(name) for name in fields) for claim in records(done, "claim")
        ]

    rule = "last monday @ published"
    exact = ("le 12 novembre", "last --11-12 @ published", "2024-11-12")
    assert claimed(write(folder, "a.txt")) == ("", [("lundi", rule, "2024-11-11"), exact])
    assert claimed("a.txt", "--published", "2024-11-22")[1][0] == ("lundi", rule, "2024-11-18")
    said, found = claimed(write(folder, "c.txt", FRENCH))
    assert said == f"c.txt: {UNKNOWN}"
    assert found[0] == ("lundi", "this monday @ published", None)
    done = timeline("load", "c.txt")
    assert (done.code, done.err) == (0, f"c.txt: {UNKNOWN}1 article read\n")


def test_the_language_that_is_said(timeline: Timeline, folder: Path) -> None:
    write(folder, "short.txt", "Date: 2024-11-14\n\nDonald Trump visite Paris.")
    assert (
        records(timeline("extract", "short.txt", "--lang", "fr", "--format", "jsonl"), "source")[0][
            "language"
        ]
        == "fr"
    )
    assert (
        records(timeline("extract", "short.txt", "--lang", "en", "--format", "jsonl"), "source")[0][
            "language"
        ]
        == "en"
    )


# Folders and pipes --------------------------------------------------------------------------------


def test_a_folder_with_bad_files_among_the_good(timeline: Timeline, folder: Path) -> None:
    """Each bad one is a line, the others are loaded; a second run reads only what was bad, and
    changes nothing.
    """
    write(folder, "in/a.txt")
    write(folder, "in/b.txt", "")
    write(folder, "in/deep/c.md", ARTICLES["a.md"])
    write(folder, "in/d.TXT", b"\x89PNG\r\n\x1a\n\0\0")
    write(folder, "in/e.html", ARTICLES["a.html"])
    write(folder, "in/.hidden/f.txt", DATED + "x")
    write(folder, "in/.git/config.json", "{")
    write(folder, "in/photo.jpg", b"\xff\xd8\xff")
    bad = (
        "in/b.txt: is empty; give the text of an article\nin/d.TXT: is a picture; give the text "
        "of the article\n"
    )
    done = timeline("load", "in")
    assert (done.code, done.err) == (1, f"{bad}3 articles read, 2 not read\n")
    assert sources(timeline) == ["a", "deep/c", "e"]
    before = snapshot(url(timeline))
    again = timeline("load", "in")
    held = "0 articles read, 3 held already (--again reads them once more), 2 not read\n"
    assert again == (1, CHANGED_NOTHING, bad + held)
    assert snapshot(url(timeline)) == before
    once_more = timeline("load", "in", "--again")
    assert once_more.out.startswith("0 new, 0 changed, ")
    assert once_more.out.endswith(" unchanged, 0 revoked\n")
    assert once_more.err == f"{bad}3 articles read, 2 not read\n"
    draft = timeline("extract", "in", "--format", "jsonl")
    assert (draft.code, draft.err) == (1, bad)
    assert sorted(record["key"] for record in records(draft, "source")) == ["a", "deep/c", "e"]


def test_every_source_has_a_name_of_its_own(timeline: Timeline, folder: Path) -> None:
    """One stem in two folders, or with two suffixes, or in two cases: no article takes the place of
    another.
    """
    names = ("one/a.txt", "two/a.txt", "a.txt", "a.md", "x y.txt", "x-y.txt", "b.txt")
    for number, name in enumerate(names):
        write(folder, f"in/{name}", f"{DATED}\n{number}")
    assert timeline("load", "in").err == "7 articles read\n"
    expected = ["b", "in/a.md", "in/a.txt", "in/x-y.txt-1", "in/x-y.txt-2", "one/a", "two/a"]
    assert sorted(sources(timeline)) == expected
    assert timeline("load", "in", "--again").out.startswith("0 new, 0 changed")
    done = timeline("load", "in/one/a.txt", "in/two/a.txt", "in/one", "--db", "other.db")
    assert done.err == "2 articles read\n"
    assert [
        record["key"] for record in records(timeline("export", "--db", "other.db"), "source")
    ] == ["one/a", "two/a"]


def test_one_text_under_two_names_is_loaded_once(timeline: Timeline, folder: Path) -> None:
    for name in ("a.txt", "b.txt"):
        write(folder, name)
    assert (
        timeline("load", "a.txt", "b.txt").err
        == "1 article read, 1 held already (--again reads them once more)\n"
    )
    assert timeline("load", "b.txt").out == CHANGED_NOTHING
    assert sources(timeline) == ["a"]


def test_texts_beside_records_belong_to_them(timeline: Timeline, folder: Path) -> None:
    assert timeline("load", str(SEEDS)) == (0, "74 new, 0 changed, 0 unchanged, 0 revoked\n", "")
    done = timeline("load", str(SEEDS), "--format", "article")
    assert done == (
        0,
        CHANGED_NOTHING,
        "0 articles read, 1 held already (--again reads them once more)\n",
    )


def test_records_and_articles_at_once(timeline: Timeline, folder: Path) -> None:
    done = timeline("load", str(SEEDS), write(folder, "a.txt"))
    assert (done.code, done.err) == (
        0,
        "1 article read\nthey are changesets 1 to 2; timeline undo takes back one at a time\n",
    )
    assert [row["kind"] for row in json.loads(timeline("log", "--format", "json").out)] == [
        "load",
        "load",
    ]
    assert int(done.out.split()[0]) > 74


def test_articles_from_a_pipe(timeline: Timeline, folder: Path) -> None:
    """Each is a source of its own, and its draft has the same name."""
    for text in (DATED, ENGLISH):
        done = timeline("load", "-", "--format", "article", "--published", "2024-11-14", stdin=text)
        assert (done.code, done.err) == (0, "1 article read\n")
        assert " 0 revoked" in done.out
    first, second = sources(timeline)
    assert {first[:6], second[:6]} == {"stdin-"}
    draft = timeline("extract", "-", "--published", "2024-11-14", stdin=DATED)
    assert timeline("load", "-", stdin=draft.out).out.startswith("0 new, 0 changed")
    named = timeline(
        "load", "-", "--format", "article", "--collection", "mine", stdin=f"{DATED}\nx"
    )
    assert named.code == 0
    assert sources(timeline) == sorted([first, second, "mine"])


def test_a_newer_version_replaces_the_older(timeline: Timeline, folder: Path) -> None:
    """Nothing of the older one is revoked; that it is a version is told, with the way out."""
    timeline("load", write(folder, "a.txt"))
    before = timeline("export").out
    newer = DATED.replace("a démissionné", "a été arrêté")
    done = timeline("load", write(folder, "a.txt", newer))
    assert (done.code, "0 revoked" in done.out) == (0, True)
    assert "it is a@2, which replaces a (update); --new if it is another document\n" in done.err
    assert sources(timeline) == ["a", "a@2"]
    assert timeline("show", "--standing", "retracted", "--format", "csv").out.count("\n") == 2
    assert timeline("undo").code == 0
    assert timeline("export").out == before
    assert "@2" not in timeline("load", "a.txt", "--new").err
    assert len(sources(timeline)) == 2


def test_what_people_wrote_is_left_alone(timeline: Timeline, folder: Path) -> None:
    """An article that is called like a file of records does not take the place of what that
    holds.
    """
    notes = "source: {key: s}\nevents:\n- {key: a, type: OTHER, claims: [{date: 2024}]}\n"
    timeline("load", write(folder, "notes.yaml", notes))
    before = snapshot(url(timeline))
    done = timeline("load", write(folder, "notes.txt"))
    cure = "load it under another name, or with --collection NAME"
    assert (
        done.err
        == f"notes.txt: collection notes holds what people wrote; {cure}\n0 articles read, 1 not "
        f"read\n"
    )
    assert (done.code, done.out) == (1, CHANGED_NOTHING)
    assert snapshot(url(timeline)) == before
    assert timeline("load", "notes.txt", "--collection", "other").code == 0
    assert sources(timeline) == ["other", "s"]


def test_undo_takes_a_load_back(timeline: Timeline, folder: Path) -> None:
    timeline("load", str(SEEDS))
    before = timeline("export").out
    timeline("load", write_many(folder, 5), "--match")
    assert timeline("undo").out.startswith("changeset 2 is undone: load of many/000.txt and 4 more")
    assert timeline("export").out == before
    assert timeline("load", "many").err == "5 articles read\n", "and it can be loaded again"


def test_a_dry_run_changes_nothing(timeline: Timeline, folder: Path) -> None:
    done = timeline("load", write(folder, "a.txt"), "--dry-run")
    assert (done.code, done.err) == (0, "1 article read\ndry run: nothing was changed\n")
    assert timeline("show").code == 3, "nothing was made"
    assert [path.name for path in folder.parent.iterdir()] == ["work"]
    assert timeline("load", "a.txt").out == done.out
    before = snapshot(url(timeline))
    again = timeline("load", "a.txt", write(folder, "b.txt", DATED + "x"), "--dry-run")
    assert again.out.startswith("9 new, 1 changed"), "the place is known from a.txt"
    assert snapshot(url(timeline)) == before


# What can't be read -------------------------------------------------------------------------------

TOMORROW = (datetime.now(UTC) + timedelta(days=3)).date().isoformat()
BAD: dict[str, tuple[str | bytes, str]] = {
    "empty.txt": ("", "is empty; give "),
    "blank.md": (" \n\t\n", "is empty; give "),
    "binary.txt": (b"abc\0\1\2\3" * 100, "is a binary file"),
    "pdf.txt": (b"%PDF-1.7\n", "is a PDF; "),
    "huge.txt": (b"a b. " * (10 * 2**20), "is larger than 16 MiB; "),
    "line.txt": (f"{FRENCH} " * 25_000, "line 1: a paragraph of "),
    "mixed.txt": (DATED.encode() + DATED.encode("latin-1"), "line "),
    "latin.txt": (DATED.encode("latin-1"), "is not UTF-8"),
    "nothing.html": ("<html><body><script>x = 1</script></body></html>", "has no text; "),
    "german.txt": (GERMAN, "its language is none of those known; "),
    "future.txt": (f"Date: {TOMORROW}\n\n{FRENCH}", (f"its date of publication, {TOMORROW}, lies "
    f"in the future; ")),
}  # fmt: skip


def test_bad_articles_are_a_line_each(timeline: Timeline, folder: Path) -> None:
    """File and cure; nothing is made of them, not even a database."""
    for name, (content, _) in BAD.items():
        write(folder, f"bad/{name}", content)
    done = timeline("load", "bad")
    *lines, last = done.err.splitlines()
    assert last == f"0 articles read, {len(BAD)} not read"
    assert (done.code, done.out) == (1, CHANGED_NOTHING)
    assert len(lines) == len(BAD)
    told = {line.partition(": ")[0]: line.partition(": ")[2] for line in lines}
    for name, (_, beginning) in BAD.items():
        assert beginning in told[f"bad/{name}"]
        assert len(told[f"bad/{name}"]) < 200
    assert not set("\x1b\0") & set(done.err)
    assert timeline("show").code == 3
    drafted = timeline("extract", "bad", "--format", "jsonl")
    assert (drafted.code, drafted.out, drafted.err.splitlines()) == (1, "", lines)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nots.txt", "nots.txt: there is no such file; did you mean notes.txt"),
        ("in/notes.txt", "in/notes.txt: there is no such file; look at its name"),
        ("a\x1b[31m.txt", r"a\x1b[31m.txt: there is no such file"),
        ("empty", "empty: no file in it ends with .txt, .md, "),
        ("loop.txt", "loop.txt: "),
    ],
)
def test_what_is_not_there(name: str, words: str, timeline: Timeline, folder: Path) -> None:
    write(folder, "notes.txt")
    (folder / "empty").mkdir()
    (folder / "loop.txt").symlink_to("loop.txt")
    done = timeline("load", "--format", "article", name, "notes.txt")
    assert (done.code, done.err.startswith(words)) == (1, True), done.err
    assert done.err.endswith("\n1 article read, 1 not read\n")
    drafted = timeline("extract", name, "notes.txt")
    assert (drafted.code, drafted.out[:18]) == (1, "collection: notes\n")
    assert done.err.startswith(drafted.err)


def test_a_name_that_is_not_in_utf8(timeline: Timeline, folder: Path) -> None:
    write(folder, os.fsdecode(b"in/caf\xe9.txt"), FRENCH)
    done = timeline("load", "in")
    assert (done.code, done.err) == (0, f"in/caf\\xe9.txt: {UNKNOWN}1 article read\n")
    assert json.loads(timeline("log", "--format", "json").out)[0]["input"] == "in/caf\\xe9.txt"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["load", "a.txt", "--published", "03/04/2024"], "--published 03/04/2024 is ambiguous"),
        (["load", "a.txt", "--published", "whenever"], "--published"),
        (["extract", "a.txt", "--published", "2024-02-30"], "--published"),
        (["load", "a.txt", "--lang", "de"], "--lang de: there are en, fr, es"),
        (["extract", "a.txt", "--lang", "de"], "--lang de: there are en, fr, es"),
        (["load", "a.txt", "--lang", "es"], "language 'es' only dates are read"),
        (["extract", "a.txt", "--lang", "es"], "articles are read in en, fr"),
        (
            ["load", "a.txt", "--format", "artcle"],
            "there is no format 'artcle'; there are yaml, json, jsonl, article; did you mean",
        ),
        (
            ["extract", "a.txt", "--format", "yml"],
            "there is no format 'yml'; there are yaml, json, jsonl; did you mean",
        ),
        (
            ["extract", "a.txt", "--format", "article"],
            "there is no format 'article'; there are yaml, json, jsonl",
        ),
        (["load", "--format", "article"], "articles are to be read, and none is named"),
        (["load", "a.txt", "--jobs", "0"], "--jobs"),
        (
            ["load", "a.txt", "b.txt", "--collection", "x"],
            "each article is a collection of its own, and not all can be called x; give one file",
        ),
        (
            ["load", str(SEEDS / "report-fr.yaml"), "--again"],
            "or leave out --published, --lang, --jobs and --again",
        ),
        (
            ["load", str(SEEDS / "report-fr.yaml"), "--published", "2024"],
            "or leave out --published, --lang, --jobs and --again",
        ),
        (["extract"], "Missing argument"),
    ],
)
def test_what_was_asked_wrongly(
    arguments: list[str], words: str, alone: Timeline, tmp_path: Path
) -> None:
    write(tmp_path, "a.txt")
    write(tmp_path, "b.txt", f"{DATED}\nx")
    done = alone(*arguments)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert not (tmp_path / "timeline.db").exists()


def test_a_text_called_records_is_read_as_such(alone: Timeline, tmp_path: Path) -> None:
    """`--format` goes before the name."""
    records_ = "source: {key: s}\nevents:\n- {key: a, type: OTHER, claims: [{date: 2024}]}\n"
    assert alone("load", write(tmp_path, "notes.txt", records_), "--format", "yaml").out.startswith(
        "3 new"
    )


def test_a_database_that_cant_be_written_is_told_before_anything_is_read(
    alone: Timeline, tmp_path: Path
) -> None:
    write(tmp_path, "a.txt", FRENCH)
    done = alone("load", "a.txt", "--db", "nowhere/x.db")
    assert (done.code, done.out) == (3, "")
    assert done.err == "nowhere is no folder; make it, or name another place; --db names it\n"
