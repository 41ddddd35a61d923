"""The native format: places, limits, and files beside."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
import yaml
from formats.reading import CASES, located, problems, read, write

from timeline.encoding import MAX_BYTES
from timeline.errors import DataError
from timeline.formats import FORMATS, Input
from timeline.formats.tree import MAX_DEPTH, MAX_FLAWS
from timeline.records import (
    Actor,
    Claim,
    Collection,
    Event,
    Link,
    Located,
    Position,
    Problem,
    Source,
    Where,
    content_key,
)

if TYPE_CHECKING:
    from collections.abc import Callable

PLACES = """\
source: {key: s, language: fr}
actors:
  - key: a
    name: A
    positions:
      - title: T
events:
  - key: e
    type: OTHER
    part_of: f
    claims:
      - date: 2024
      -
        date: 2025
"""


def test_every_record_says_where_it_was_read() -> None:
    """The file, the line of its block, and the path."""
    found = [
        (type(item.record).__name__, item.where)
        for item in read("yaml", PLACES)
        if isinstance(item, Located)
    ]
    assert found == [
        ("Collection", Where("case", 1)),
        ("Source", Where("case", 1, "source")),
        ("Actor", Where("case", 3, "actors[0]")),
        ("Position", Where("case", 6, "actors[0].positions[0]")),
        ("Event", Where("case", 8, "events[0]")),
        ("Claim", Where("case", 12, "events[0].claims[0]")),
        ("Claim", Where("case", 14, "events[0].claims[1]")),
        ("Link", Where("case", 10, "events[0].part_of")),
    ]


def test_places_in_json_are_those_in_yaml() -> None:
    """The same document, one line for each token, gives the same paths."""
    text = '{"actors": [\n{"key": "a",\n"name": "A"},\n{"key": "b",\n"name": []}]}'
    found = read("json", text)
    assert problems(found) == ["case:5: actors[1].name: a text is expected here, not a list"]
    assert [item.where for item in found if isinstance(item, Located)][1:] == [
        Where("case", 2, "actors[0]"),
        Where("case", 4, "actors[1]"),
    ]


def test_pure_python_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML has no libyaml, the records and their places are the same, and broken files have
    one problem.
    """
    expected = {path: read("yaml", path.read_bytes()) for path in sorted(CASES.glob("*.yaml"))}
    monkeypatch.setattr(yaml, "__with_libyaml__", False)
    for path, found in expected.items():
        again = read("yaml", path.read_bytes())
        if "broken" in path.name:
            assert len(problems(again)) == len(problems(found)) == 1
        else:
            assert again == found


def test_a_bad_block_keeps_its_key() -> None:
    """A reference to it is no problem of its own: what is wrong is left out, or has a stand-in."""
    text = (
        "actors: [{key: a, kind: man}]\nevents: "
        "[{key: e, type: NONE, claims: [{source: s, polarity: x, date: y}]}]"
    )
    found = read("yaml", text)
    assert len(problems(found)) == 5
    assert [item.record for item in found if isinstance(item, Located)] == [
        Collection(key="case"),
        Actor(collection="case", key="a", name="?"),
        Event(collection="case", key="e", type="OTHER"),
        next(
            item.record
            for item in found
            if isinstance(item, Located) and item.where.path == "events[0].claims[0]"
        ),
    ]


def test_whose_author_is_wrong_is_an_event_all_the_same() -> None:
    """What else its block holds is not told to need a type."""
    event = "key: e, by: [ann], title: Talks, claims: [{source: s, withdraws: c}]"
    found = read("yaml", f"events: [{{{event}}}]")
    assert problems(found) == ["case:1: events[0].by: a text is expected here, not a list"]


def test_problems_come_first_and_in_the_order_of_their_lines() -> None:
    """A loader may stop at the first record."""
    found = read("yaml", (CASES / "bad_duplicate_keys.yaml").read_bytes())
    lines = [item.where.line for item in found if isinstance(item, Problem)]
    assert lines == sorted(lines)
    assert all(isinstance(item, Problem) for item in found[: len(lines)])


def test_text_of_a_source_is_the_file_as_it_is() -> None:
    """Newlines and a byte order mark stay, so that an offset into the text is one into the file."""
    for name in ("bom.txt", "report.fr.txt"):
        (source,) = (
            item.record for item in located(read("yaml", f"source: {{key: a, text: {name}}}"))
        )
        assert isinstance(source, Source)
        assert source.text is not None
        assert source.text.encode() == (CASES / name).read_bytes()


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (
            PermissionError(13, "Permission denied"),
            "can't be read (Permission denied); check its rights",
        ),
        (
            IsADirectoryError(21, "Is a directory"),
            "can't be read (Is a directory); check its rights",
        ),
        (
            FileNotFoundError(),
            "there is no file `x` beside this one; put it there, or write `content:`",
        ),
        (DataError("too-large", most=64), "the file `x` is larger than 64 MiB; split it"),
    ],
)
def test_a_file_beside_that_cannot_be_read(error: Exception, message: str) -> None:
    """Each way in which it fails is a problem at the field that names it."""

    def beside(name: str) -> bytes:
        raise error

    given = Input("case", io.BytesIO(b"source:\n  key: s\n  text: x\n"), "case", beside)
    function = FORMATS["yaml"].read
    assert function is not None
    (problem,) = (item for item in function(given) if isinstance(item, Problem))
    assert problem.where == Where("case", 3, "source.text")
    assert str(problem.message).endswith(message)


@pytest.mark.parametrize(
    ("form", "content", "message"),
    [
        ("yaml", lambda: b"[" * (MAX_BYTES + 1), f"case:1: more than {MAX_DEPTH} levels"),
        ("yaml", lambda: b"- " * 10**6, f"case:1: more than {MAX_DEPTH} levels"),
        ("yaml", lambda: b"# comment\n" * (MAX_BYTES // 10 + 1), "case: is larger than 64 MiB"),
        ("json", lambda: b" " * (MAX_BYTES + 1), "case: is larger than 64 MiB"),
        ("json", lambda: b" " * 10**7, "case: is empty"),
        ("json", lambda: b"[" * 10**6, f"case:1: more than {MAX_DEPTH} levels"),
        ("json", lambda: b'{"a":' * 10**6, f"case:1: more than {MAX_DEPTH} levels"),
    ],
)
def test_hostile_files_end_at_once(form: str, content: Callable[[], bytes], message: str) -> None:
    """One line, whatever the size."""
    (line,) = problems(read(form, content()))
    assert line.startswith(message)


@pytest.mark.parametrize(
    "text",
    [
        "places:\n" + "- x\n" * 50_000,
        "places:\n- " + "".join(f"x{i}: 1\n  " for i in range(50_000)),
        "".join(f"x{i}: 1\n" for i in range(50_000)),
        "events:\n- key: e\n  type: OTHER\n  claims:\n" + "  - date: 5\n" * 50_000,
        "---\nactors: [{key: a, name: A}]\n" * 5_000,
    ],
)
def test_a_mistake_that_comes_back_is_not_told_for_ever(text: str) -> None:
    """At most so many problems of one file, and one that says so."""
    lines = problems(read("yaml", text))
    assert len(lines) == MAX_FLAWS + 1
    assert "; mend these first" in lines[-1]


def test_names_that_stand_twice_are_not_told_for_ever() -> None:
    """They are looked for before anything else."""
    names = "".join(f"x{i}: 1\n" for i in range(MAX_FLAWS + 1))
    (line,) = problems(read("yaml", names * 2))
    assert f"more than {MAX_FLAWS} names stand twice" in line


@pytest.mark.parametrize("value", ["A\nB", "\x1b[31m", "x" * 1000])
def test_what_stands_there_is_shown_on_one_short_line(value: str) -> None:
    """A name or a value can't break the report."""
    lines = problems(
        read(
            "json",
            f'{{"places": [{{{_json(value)}: 1, "key": {_json(value)}, '
            f'"latitude": {_json(value)}}}]}}',
        )
    )
    assert len(lines) == 3
    assert all(len(line) < 250 and line.isprintable() for line in lines)


def _json(text: str) -> str:
    import json

    return json.dumps(text)


def test_written_as_people_would_write_it() -> None:
    """The golden file is what its own records are written as."""
    text = (CASES / "good_written.yaml").read_text(encoding="utf-8")
    records = [item.record for item in located(read("yaml", text))]
    grouped = sorted(records, key=lambda record: record.collection != "musk-iravani")
    assert write("yaml", grouped) == text


def test_an_empty_collection_is_written() -> None:
    """Its marker alone makes a document."""
    assert write("yaml", [Collection(key="c")]) == "collection: c\n"
    assert write("json", [Collection(key="c")]) == '{\n  "collection": "c"\n}\n'


def test_two_documents_of_one_collection_have_one_marker() -> None:
    """Even where they begin on the same line; and each collection may say who an actor is."""
    actor = '{"collection": "%s", "actors": [{"key": "a", "name": "A"}]}'
    text = "[" + ", ".join((actor % "one", actor % "two", '{"collection": "one"}')) + "]"
    found = [item.record for item in read("json", text) if isinstance(item, Located)]
    assert found == [
        Collection(key="one"),
        Collection(key="two"),
        Actor(collection="one", key="a", name="A"),
        Actor(collection="two", key="a", name="A"),
    ]


def test_a_file_of_the_first_version_gives_the_same_keys() -> None:
    """With its `place` on an event, its `note` and its `verdict`; databases of 0.1.0 hold these."""
    found = located(read("yaml", (CASES / "good_report.yaml").read_bytes()))
    keyed = [item.record for item in found if isinstance(item.record, Claim | Link | Position)]
    assert [content_key(record) for record in keyed] == [
        "46718a0d2c771b35747c",
        "6555a303d4ab304343a6",
        "6c4af94f003aa1692bcc",
        "cdd8d123b4494beea124",
        "c9a99e771da0fb96aeaa",
        "488e37687b5a37c8e524",
        "53bf3cf4e74598277862",
    ]
