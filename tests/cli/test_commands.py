"""What a person does with the commands, one after the other, on both engines: the rows of the
issue's table.
"""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest
from builders import SEEDS, export, snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from cli.conftest import Done, Timeline


def url(timeline: Timeline) -> str:
    """The database that a command uses."""
    assert timeline.db is not None
    return timeline.db


def keys(done: Done) -> list[str]:
    """The keys of the events in an answer in JSON Lines."""
    assert (done.code, done.err.replace("no event\n", "")) == (0, "")
    return [json.loads(line)["key"] for line in done.out.splitlines()]


# Loading ------------------------------------------------------------------------------------------


def test_the_main_job(alone: Timeline, tmp_path: Path) -> None:
    """`timeline load && timeline show` in an empty folder: the database is timeline.db."""
    assert alone("load") == (0, "74 new, 0 changed, 0 unchanged, 0 revoked\n", "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["timeline.db"]
    shown = alone("show")
    assert (shown.code, shown.err) == (0, "")
    assert [line.split()[-1] for line in shown.out.splitlines()][1:] == [
        "jcpoa-withdrawal", "sanctions-august-2018", "sanctions-november-2018", "soleimani-strike",
        "meeting",
        "officials-reaction", "request", "appointment", "sanctions",
    ]  # fmt: skip


def test_loading_again_what_was_edited(timeline: Timeline, tmp_path: Path) -> None:
    """Nothing changes twice; an edited title is one change; a block taken out revokes its claims,
    and says so.
    """
    folder = tmp_path / "records"
    shutil.copytree(SEEDS, folder)
    assert timeline("load", str(folder)).out == "74 new, 0 changed, 0 unchanged, 0 revoked\n"
    assert timeline("load", str(folder)) == (0, "0 new, 0 changed, 74 unchanged, 0 revoked\n", "")
    report = folder / "report-fr.yaml"
    text = report.read_text(encoding="utf-8")
    report.write_text(text.replace("Elon Musk meets Iran's", "Musk sees Iran's"), encoding="utf-8")
    assert timeline("load", str(folder)).out == "0 new, 1 changed, 73 unchanged, 0 revoked\n"
    assert "Musk sees Iran's ambassador" in timeline("show", "--on", "2024-11-11").out
    without = re.sub(r"  - key: appointment\n.*?(?=  - key: )", "", text, flags=re.DOTALL)
    report.write_text(without, encoding="utf-8")
    done = timeline("load", str(report))
    assert done.code == 0
    assert done.out.endswith(" 1 revoked\n")
    assert done.err == "revoked: 1 claim of appointment\n"
    assert "report-fr" not in timeline("show", "appointment").out


def test_the_held_report_alone(timeline: Timeline) -> None:
    """The meeting was on one of four Mondays: possible on each, certain in the month, and on no
    Tuesday.
    """
    timeline("load", str(SEEDS / "report-fr.yaml"))

    def found(*window: str) -> list[tuple[str, bool]]:
        lines = timeline("show", *window, "--type", "CONSULT", "--format", "jsonl").out.splitlines()
        return [(row["key"], row["certain"]) for row in map(json.loads, lines)]

    assert found("--on", "2024-11-11") == [("meeting", False)]
    assert "possible" in timeline("show", "--on", "2024-11-11").out
    assert found("--on", "2024-11-11", "--certainly") == []
    assert found("--from", "2024-11-01", "--to", "2024-11-30", "--certainly") == [("meeting", True)]
    assert found("--on", "2024-11-12") == []
    (strike,) = (line for line in timeline("show").out.splitlines() if "soleimani-strike" in line)
    assert strike.startswith("by Nov 2024 "), "the report does not say when"
    assert "soleimani-strike" not in timeline("show", "--on", "2020-01-03").out
    assert "soleimani-strike" in timeline("show", "--on", "2020-01-03", "--open").out


def test_the_denial_comes_later(seeded: Timeline) -> None:
    def meeting(*options: str) -> tuple[str, list[str]]:
        row = json.loads(seeded("show", "--type", "CONSULT", "--format", "jsonl", *options).out)
        return row["standing"], row["sources"]

    assert meeting("--known-by", "2024-11-14") == ("reported", ["nyt-2024-11-14"])
    assert meeting("--known-by", "16 nov 2024") == (
        "disputed",
        ["nyt-2024-11-14", "irna-2024-11-16"],
    )
    assert meeting()[0] == "disputed"


def test_the_same_person_in_every_script(seeded: Timeline) -> None:
    expected = ["meeting", "request"]
    for name in (
        "Iravani",
        "ایروانی",
        "iravani",
        "Amir Saïd Iravani",
        "amir-saeid-iravani",
        "سعيد ايروانى",
    ):
        assert keys(seeded("show", "--actor", name, "--format", "jsonl")) == expected, name
    assert keys(
        seeded("show", "--actor", "iravani", "--role", "participant", "--format", "jsonl")
    ) == ["meeting"]
    for name in ("Soleimani", "Suleimani", "Soleymani", "سلیمانی", "قاسم سليماني"):
        assert keys(seeded("show", "--actor", name, "--format", "jsonl")) == ["soleimani-strike"], (
            name
        )


def test_pages(seeded: Timeline) -> None:
    """The cursor that a page gives on stderr, and in JSON, leads to the next one, until there is
    none.
    """
    whole = seeded("show", "--format", "jsonl").out
    found = ""
    after: list[str] = []
    while True:
        done = seeded("show", "--format", "jsonl", "--limit", "2", *after)
        found += done.out
        more = re.fullmatch(
            r"more: timeline show, with the same options and --after (\S+)\n", done.err
        )
        if more is None:
            break
        after = ["--after", more[1]]
    assert done.err == ""
    assert found == whole
    page = json.loads(seeded("show", "--format", "json", "--limit", "2").out)
    following = json.loads(
        seeded("show", "--format", "json", "--limit", "2", "--after", page["after"]).out
    )
    assert [row["key"] for row in page["rows"] + following["rows"]] == keys(
        seeded("show", "--format", "jsonl")
    )[:4]
    assert seeded("show", "--limit", "0", "--format", "jsonl").out == whole


# Taking back --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pair", "of"),
    [
        (("elon-musk", "vivek-ramaswamy"), "actor"),
        (("meeting", "appointment"), "event"),
        (("Musk", "ترامپ"), "actor"),
    ],
)
def test_merge_and_unmerge(pair: tuple[str, str], of: str, timeline: Timeline) -> None:
    """Taken apart again, by `unmerge` or by `undo`, the export is byte for byte as before."""
    timeline("load")
    before, tables = timeline("export").out, timeline("show").out
    for back in (("unmerge", *pair), ("undo",)):
        done = timeline("merge", *pair)
        assert (done.code, done.err) == (0, "")
        assert re.fullmatch(
            rf"\S+ and \S+ are one {of} now; to take it back: timeline undo\n", done.out
        )
        assert timeline("show").out != tables
        assert timeline("merge", *pair).code == 2
        assert timeline(*back).code == 0
        assert timeline("export").out == before
        assert timeline("show").out == tables
    assert timeline("unmerge", *pair).code == 2


def test_what_cant_be_merged(timeline: Timeline) -> None:
    timeline("load")
    before = snapshot(url(timeline))
    for arguments, code, words in (
        (("Musk", "Musk"), 2, "one already"),
        (("Musk", "Nobody At All"), 1, "there is no actor 'Nobody At All'"),
        (("Musk", "meeting"), 1, "there is no actor 'meeting'"),
        (("Donald", "Musk"), 2, "give one of these keys\n  donald-trump"),
        (("meeting", "request"), 2, "would be a part of itself: request < meeting"),
        (("meeting", "request", "--events", "x"), 1, "there is no event 'x'"),
        (("meeting", "spacex", "--events"), 1, "there is no event"),
        (("meeting",), 2, "Missing argument"),
    ):
        done = timeline("merge", *arguments)
        assert (done.code, done.out) == (code, ""), arguments
        assert words in done.err
    assert snapshot(url(timeline)) == before


def test_undo_and_log(timeline: Timeline, tmp_path: Path) -> None:
    """What was loaded is taken back; a load that a later one rests on is not, and the message lists
    that one.
    """
    timeline("load", str(SEEDS / "report-fr.yaml"))
    before = timeline("export").out
    timeline("load", str(SEEDS / "public-record.yaml"))
    refused = timeline("undo", "1")
    assert (refused.code, refused.out) == (2, "")
    assert "2" in refused.err
    assert timeline("undo") == (0, "changeset 2 is undone: load of public-record.yaml\n", "")
    assert timeline("export").out == before
    assert timeline("undo", "2").code == 2
    assert timeline("undo", "3").code == 2
    assert timeline("undo", "9").code in (1, 2)
    assert timeline("undo", "1").code == 0
    assert timeline("undo") == (
        1,
        "",
        "there is nothing to undo; `timeline log` lists what was done\n",
    )
    rows = json.loads(timeline("log", "--format", "json").out)
    assert [(row["number"], row["kind"], row["input"], row["undone_by"]) for row in rows] == [
        (4, "undo", "changeset 1", None),
        (3, "undo", "changeset 2", None),
        (2, "load", "public-record.yaml", 3),
        (1, "load", "report-fr.yaml", 4),
    ]
    assert [
        row["number"] for row in json.loads(timeline("log", "--limit", "2", "--format", "json").out)
    ] == [4, 3]
    assert timeline("show") == (0, "", "no event\n")
    assert timeline("load").out.startswith("74 new"), "and all can be loaded again"


# In and out ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["jsonl", "yaml", "json"])
def test_what_is_exported_loads_as_itself(
    form: str, timeline: Timeline, postgres_url: str, tmp_path: Path
) -> None:
    """The same bytes from a copy, on either engine, whichever format it went through, merges and
    all.
    """
    timeline("load")
    timeline("merge", "elon-musk", "vivek-ramaswamy")
    timeline("merge", "meeting", "request")
    written = timeline("export", "--format", form)
    assert (written.code, written.err) == (0, "")
    path = tmp_path / f"a.{form}"
    path.write_bytes(written.out.encode())
    copies = [str(tmp_path / "b.db")] + ([postgres_url] if url(timeline) != postgres_url else [])
    for copy in copies:
        assert timeline("load", str(path), "--db", copy).code == 0
        assert timeline("export", "--format", form, "--db", copy).out == written.out
        assert timeline("show", "--db", copy).out == timeline("show").out
        again = timeline("load", str(path), "--db", copy)
        assert again.out.startswith("0 new, 0 changed, ")
        assert again.out.endswith(" 0 revoked\n")


def test_an_export_through_a_pipe(timeline: Timeline, tmp_path: Path) -> None:
    """`timeline export | timeline load - --db copy.db`: the format is seen from how it begins."""
    timeline("load")
    for form in ("jsonl", "yaml", "json"):
        copy = str(tmp_path / f"{form}.db")
        written = timeline("export", "--format", form).out
        assert timeline("load", "-", "--db", copy, stdin=written).code == 0, form
        assert timeline("export", "--db", copy).out == timeline("export").out
        assert timeline("load", "-", "--db", copy, stdin="\ufeff" + written).out.startswith(
            "0 new, 0 changed"
        )


def test_a_pipe_revokes_nothing_unless_it_says_of_what_collection_it_is(timeline: Timeline) -> None:
    def events(*names: str) -> str:
        blocks = [f"- {{key: {name}, type: OTHER, claims: [{{note: {name}}}]}}" for name in names]
        return "source: {key: s}\nevents:\n" + "\n".join(blocks)

    assert timeline("load", "-", stdin=events("a", "b")).out.startswith("5 new")
    assert (
        timeline("load", "-", stdin=events("a")).out == "0 new, 0 changed, 3 unchanged, 0 revoked\n"
    )
    timeline("load", "-", "--collection", "mine", stdin=events("c", "d"))
    done = timeline("load", "-", "--collection", "mine", stdin=events("c"))
    assert (done.out.endswith("1 revoked\n"), done.err) == (True, "revoked: 1 claim of d\n")
    assert keys(timeline("show", "--format", "jsonl")) == ["a", "b", "c"]


# SQL ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM event",
        "SELECT 1; SELECT 2",
        "SELEKT 1",
        "SELECT x FROM nowhere",
        "DROP VIEW timeline_events",
    ],
)
def test_sql_that_is_refused(query: str, seeded: Timeline) -> None:
    done = seeded("sql", query)
    assert (done.code, done.out) == (2, "")
    told = "that is not one query; |a query may only read this database; |the database says: "
    assert re.fullmatch(rf"(?:{told}).+\n", done.err)


def test_sql_from_a_pipe(seeded: Timeline) -> None:
    assert seeded("sql", "-", "--format", "csv", stdin="SELECT 'é' AS a\n") == (0, "a\né\n", "")
    assert seeded("sql", "-", stdin=b"SELECT '\xe9'").code == 1
    assert seeded("sql", "-").err.startswith("that is not one query; ")


# Schema -------------------------------------------------------------------------------------------


def test_the_schema_is_one_and_the_seeds_keep_to_it(alone: Timeline) -> None:
    """The real thing: what editors would check a YAML file against."""
    import yaml

    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")

    class EditorLoader(yaml.SafeLoader):
        """YAML 1.2, as editors read it: numbers are numbers, but there are no dates."""

    EditorLoader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in found if not tag.endswith(":timestamp")]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    schema = json.loads(alone("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for path in sorted(SEEDS.glob("*.yaml")):
        document = yaml.load(path.read_text(encoding="utf-8"), EditorLoader)
        assert [error.message for error in validator.iter_errors(document)] == []
        document["event"] = document.pop("events")
        assert not validator.is_valid(document)


def test_each_exported_line_keeps_to_the_schema_of_lines(seeded: Timeline) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")

    schema = json.loads(seeded("schema", "--records").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    lines = [json.loads(line) for line in export(url(seeded)).splitlines()]
    assert {line["record"] for line in lines} >= {
        "source",
        "actor",
        "event",
        "claim",
        "place",
        "position",
        "link",
    }
    assert [error.message for line in lines for error in validator.iter_errors(line)] == []
    assert not validator.is_valid(lines[-1] | {"nonsense": 1})


def test_an_event_of_which_nobody_speaks_any_more(timeline: Timeline, tmp_path: Path) -> None:
    """Its dossier says so in every format, and who did: it is no mistake to ask."""
    path = tmp_path / "file.yaml"
    event = "source: {key: s}\nevents: [{key: gone, type: OTHER, title: Gone"
    for claims in (", claims: [{date: 2020}]}]", "}]"):
        path.write_text(f"{event}{claims}\n", encoding="utf-8")
        assert timeline("load", str(path)).code == 0
    told = timeline("show", "gone")
    assert (told.code, told.err) == (0, "")
    assert "Standing: nobody speaks of it any more\n" in told.out
    assert re.search(r"Revoked claims\n- s: affirms, \w+, 2020; revoked \d{4}-", told.out)
    for form in ("json", "jsonl", "csv", "markdown", "table"):
        for more in ((), ("--why",), ("--language", "fr")):
            assert timeline("show", "gone", "--format", form, *more).code == 0
    assert timeline("show").err == "no event\n"
