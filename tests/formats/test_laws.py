"""Laws: what is written reads back as the same records; whatever is read gives records and
problems, nothing else.
"""

from __future__ import annotations

import io
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from formats.drawing import (
    COLLECTIONS,
    TRICKY,
    actors,
    claims,
    events,
    judgements,
    links,
    places,
    positions,
    records,
    sources,
)
from formats.reading import CASES, located, problems, read, write
from hypothesis import assume, example, given
from hypothesis import strategies as st

from timeline.formats import FORMATS, Input, format_of
from timeline.formats.native.write import documents_of
from timeline.records import (
    Actor,
    AnyRecord,
    Claim,
    Judgement,
    Located,
    Name,
    Place,
    Problem,
    Source,
    canonical,
    to_mapping,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PIECES = (
    b"events:", b"- ", b"  ", b"\n", b"key: ", b"type: OTHER", b"claims:", b"source: ", b"date: ",
    b"who: ", b"{", b"}",
    b"[", b"]", b",", b": ", b'"', b"'", b"|", b"---\n", b"&a ", b"*a", b"!!int ", b"\t", b"\0",
    b"\xff", b"null", b"a",
    b"\xef\xbb\xbf", b"2024-02-30", b"agent: ", b"via: ", b"content: ", b"text: ..", b'"record":',
    b'"claim"', b"-1e9",
    b'"event":', b"\\u0000", b"\\ud800", b"\r\n", b"%YAML 1.1\n", b"? ", b"#", b"\xc2\x85", b"<<: ",
    b"places: [{latitude: ",
)  # fmt: skip
WHOLE = [path.read_bytes() for path in sorted(CASES.iterdir()) if format_of(path.name)]


def counted(found: Iterable[AnyRecord]) -> Counter[str]:
    """Records as a multiset."""
    return Counter(json.dumps(to_mapping(canonical(record)), sort_keys=True) for record in found)


def check_form(form: str, drawn: list[AnyRecord]) -> str:
    """Write and read back."""
    text = write(form, drawn)
    if drawn:
        assert counted(item.record for item in located(read(form, text))) == counted(drawn), text
    return text


@pytest.mark.parametrize("form", [name for name, form in FORMATS.items() if form.write])
@given(records())
def test_written_is_read_back(form: str, drawn: list[AnyRecord]) -> None:
    """Law: the same records, whatever their texts hold; and from them the same text."""
    text = check_form(form, drawn)
    again = [item.record for item in located(read(form, text))] if drawn else []
    assert (
        write(form, sorted(again, key=lambda record: COLLECTIONS.index(record.collection or "")))
        == text
    )


@pytest.mark.parametrize("form", [name for name, form in FORMATS.items() if form.write])
def test_equal_records_are_written_alike(form: str) -> None:
    """A default that comes from a database is another object than the default."""
    plain: list[AnyRecord] = [
        Source(key="s"),
        Actor(key="a", name="A", names=(Name("B"),)),
        Claim(event="e", source="s"),
        Judgement(of="actor", left="a", right="b"),
    ]
    fresh: list[AnyRecord] = [
        Source(key="s", kind=fresh_word("article")),
        Actor(
            key="a",
            name="A",
            kind=fresh_word("person"),
            names=(Name("B", kind=fresh_word("alias")),),
        ),
        Claim(
            event="e", source="s", polarity=fresh_word("affirms"), modality=fresh_word("asserted")
        ),
        Judgement(of="actor", left="a", right="b", says=fresh_word("same")),
    ]
    assert fresh == plain
    assert write(form, fresh) == write(form, plain)


def fresh_word(word: str) -> Any:
    """An equal text that is another object."""
    return "".join(word[:1]) + word[1:]


@pytest.mark.parametrize("form", [name for name, form in FORMATS.items() if form.write])
@pytest.mark.parametrize("text", TRICKY)
def test_tricky_text_is_read_back(form: str, text: str) -> None:
    """As a value, as a name in a mapping, in a list on one line, and as the text of a source."""
    actor = Actor(
        key="a",
        name=text,
        description=text,
        identifiers={text: text, "x" * 2000 + text: "long"},
        collection="c",
    )
    check_form(form, [Source(key="s", text=text, title=text, collection="c"), actor])


@given(records())
@example([Place(key="p", name="P", latitude=1e-05, longitude=-2e-07, collection="c")])
def test_written_yaml_means_the_same_to_other_readers(drawn: list[AnyRecord]) -> None:
    """Law: a reader that makes numbers and booleans of what looks like them finds the same
    texts.
    """

    class Other(yaml.SafeLoader):
        """A full YAML 1.1 reader that only leaves a bare day a text."""

    Other.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    documents = list(documents_of(drawn))
    found = list(yaml.load_all(write("yaml", drawn), Other))
    assert json.dumps(found) == json.dumps(documents, default=str)


@pytest.mark.parametrize("form", FORMATS)
@given(
    st.one_of(
        st.binary(),
        st.text().map(str.encode),
        st.lists(st.sampled_from(PIECES), max_size=40).map(b"".join),
        st.tuples(
            st.sampled_from(WHOLE),
            st.integers(0, 2000),
            st.integers(0, 30),
            st.sampled_from(PIECES),
        ).map(lambda drawn: drawn[0][: drawn[1]] + drawn[3] + drawn[0][drawn[1] + drawn[2] :]),
    )
)
@example(b"\xef\xbb\xbf")
@example(b"a: \xed\xa0\x80")
@example(b"\x85")
def test_any_bytes_give_records_or_problems(form: str, content: bytes) -> None:
    """Law: no input makes a reader raise, and every problem is one line that names the file."""
    for item in read(form, content):
        assert isinstance(item, Located | Problem)
        if isinstance(item, Problem):
            assert str(item).startswith("case")
            assert str(item.message).strip()
            assert len(str(item).splitlines()) == 1


@pytest.mark.parametrize("form", FORMATS)
def test_an_input_is_read_in_pieces_of_any_size(form: str) -> None:
    """A pipe gives what it has: the result is the same."""

    class Pipe(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(min(size, 3) if size is not None and size > 0 else size)

    suffix = FORMATS[form].suffixes[0]
    for path in sorted(CASES.glob(f"good_*{suffix}")):
        if ".expected" in path.name:
            continue
        content, function = path.read_bytes(), FORMATS[form].read
        assert function is not None
        found = list(function(Input("case", Pipe(content), "case", lambda _: b"text")))
        assert found == list(
            function(Input("case", io.BytesIO(content), "case", lambda _: b"text"))
        )


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("yaml", "events:\n" + "- {key: k%d, type: MEETNG, claims: [{date: 2024-13}]}\n" * 3),
        ("jsonl", '{"record":"event","key":"k%d","type":"MEETNG"}\n' * 3),
        ("json", '{"places": [' + ", ".join(['{"key": "k%d", "nmae": 1}'] * 3) + "]}"),
    ],
)
def test_the_same_mistake_is_the_same_message(form: str, text: str) -> None:
    """So that it can be told once, with its places."""
    found = [item for item in read(form, text % (1, 2, 3)) if isinstance(item, Problem)]
    messages = {item.message for item in found}
    assert 1 <= len(messages) < len({item.where for item in found})
    assert len(found) == 3 * len(messages)


def steps_into(node: Any, depth: int = 0) -> Iterator[tuple[Any, Any]]:
    """Each mapping or list of a document with each step into it, below its sections."""
    for step in list(node) if isinstance(node, dict) else range(len(node)):
        if depth > 1:
            yield node, step
        if isinstance(node[step], dict | list):
            yield from steps_into(node[step], depth + 1)


@given(records(), st.data())
def test_one_wrong_value_is_one_problem(drawn: list[AnyRecord], data: st.DataObject) -> None:
    """Law: whatever stands beside it, and whatever would follow from it. A list in a list is wrong
    everywhere.
    """
    (*_, document) = [{}, *documents_of(record for record in drawn if record.collection == "one")]
    spots = list(steps_into(document))
    assume(spots)
    node, step = data.draw(st.sampled_from(spots))
    node[step] = [[]]
    assert len(problems(read("json", json.dumps(document, default=str)))) == 1


@given(st.one_of(sources, actors, positions, places, events, claims, links, judgements), st.data())
def test_one_wrong_field_is_one_problem_of_its_line(record: AnyRecord, data: st.DataObject) -> None:
    """Law: as above, in a line of JSON Lines; it is told at the field."""
    line = to_mapping(record)
    field = data.draw(st.sampled_from([name for name in line if name != "record"]))
    line[field] = [[]]
    (told,) = problems(read("jsonl", json.dumps(line)))
    assert told.startswith(f"case:1: {field}")
