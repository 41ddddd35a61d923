"""JSON Lines: strictness, limits, and the marker of a whole collection."""

from __future__ import annotations

import pytest
from formats.reading import located, problems, read, write

from timeline.encoding import MAX_LINE
from timeline.formats.jsonl import KINDS
from timeline.formats.tree import MAX_FLAWS
from timeline.records import Actor, Collection, Event, Located, Where

LINE = b'{"record":"actor","key":"a","name":"A"}\n'


def markers(content: bytes) -> list[str]:
    """The collections that the input says it is the whole of."""
    found = (item.record for item in read("jsonl", content) if isinstance(item, Located))
    return [record.key for record in found if isinstance(record, Collection)]


def test_marker_of_the_default_collection() -> None:
    """It comes last, and only if no line names a collection."""
    assert markers(LINE) == ["case"]
    assert markers(b'{"record":"actor","collection":"x","key":"a","name":"A"}\n' + LINE) == []
    assert markers(b'{"record":"collection","key":"x"}\n' + LINE) == ["x"]
    assert markers(b"\n \n" + LINE) == ["case"]
    assert markers(b"") == []


def test_places() -> None:
    """The number counts blank lines."""
    found = [item.where for item in located(read("jsonl", b"\n" + LINE + b"\r\n" + LINE))]
    assert found == [Where("case", 2), Where("case", 4)]


def test_every_record_has_a_name() -> None:
    """The table of kinds is the union of records."""
    assert KINDS["actor"] is Actor
    assert len(KINDS) == len(set(KINDS.values())) == 12


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            b"x" * (MAX_LINE + 1),
            "case:2: the line is longer than 16 MiB; write one JSON object a line",
        ),
        (b"[" * 10**6, "case:2: more than 40 levels of brackets"),
        (
            b'{"record":"actor","key":"a","name":' + b"[" * 10**6,
            "case:2: more than 40 levels of brackets",
        ),
        (
            b'{"record":"actor","key":"a\\u0000","name":"A"}',
            "case:2: key: a text may not hold the character NUL",
        ),
        (b'{"record":"actor","key":"a","name":"A"}\0', "case:2: is a binary file"),
        (b'{"record":"actor","key":"a","name":"\xe9"}', "case:2: is not UTF-8"),
    ],
)
def test_hostile_lines(line: bytes, message: str) -> None:
    """One problem with its line; the good line before it is read."""
    found = read("jsonl", LINE + line)
    (told,) = problems(found)
    assert told.startswith(message)
    assert isinstance(found[0], Located)


def test_a_backslash_before_u0000_is_no_nul() -> None:
    """Only the escape itself is refused."""
    (found,) = located(read("jsonl", rb'{"record":"actor","key":"a","name":"\\u0000"}'))
    assert found.record == Actor(collection="case", key="a", name=r"\u0000")


def test_the_good_lines_around_a_bad_one_are_read() -> None:
    """Every line is read by itself."""
    found = read("jsonl", LINE + b"{}\n" + LINE)
    assert [type(item).__name__ for item in found] == ["Located", "Problem", "Located", "Located"]


def test_a_mistake_that_comes_back_is_not_told_for_ever() -> None:
    """At most so many problems, and one that says so; no marker, since the rest was not read."""
    found = read("jsonl", b'{"record":"x"}\n' * (MAX_FLAWS + 10))
    assert len(found) == MAX_FLAWS + 1
    assert problems(found)[-1].endswith("mend these first")


def test_written_lines() -> None:
    """Compact, in UTF-8 without escapes, without defaults, names in order."""
    event = Event(key="é", type="OTHER", title={"fr": "Élu", "en": "a\nb"})
    assert (
        write("jsonl", [event])
        == '{"record":"event","key":"é","type":"OTHER","title":{"en":"a\\nb","fr":"Élu"}}\n'
    )


@pytest.mark.parametrize(
    ("line", "path"),
    [
        (b'{"record":"actor","key":"a","key":"a","name":"A"}', "key"),
        (b'{"record":"actor","record":"actor","key":"a","name":"A"}', "record"),
        (b'{"record":"actor","key":"a","name":"A","identifiers":{"x":"1","y":"2","x":"1"}}',
         "identifiers.x"),
        (b'{"record":"claim","event":"e","source":"s","who":[{},{"actor":"b","actor":"c"}]}',
         "who[1].actor"),
        (b'{"record":"actor","key":"a","\\u006bey":"b","name":"A"}', "key"),
    ],
)  # fmt: skip
def test_a_name_that_stands_twice(line: bytes, path: str) -> None:
    """At any depth, however it is written, and even if it says the same both times."""
    told = problems(read("jsonl", LINE + line))[0]
    assert told.startswith(f"case:2: {path}: ")
    assert "stands here twice" in told


def test_the_same_name_in_two_mappings_is_not_twice() -> None:
    """However the line is written."""
    line = '{ "record": "claim", "event": "e", "source": "s", "quote": "\\"key\\": \\"key\\":", '
    line += '"who": [{"actor": "a", "role": "agent"}, {"actor": "b", "role": "agent"}]}'
    assert len(located(read("jsonl", line))) == 1
