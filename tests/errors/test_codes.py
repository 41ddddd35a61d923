"""Each code that is raised has a sentence that names its values, and each sentence is used."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from timeline.cli.talk import english, french
from timeline.errors.english import MESSAGES, Sentence
from timeline.errors.message import fields
from timeline.render.languages.french_messages import MESSAGES as FRENCH

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Arguments that an error or problem takes for itself.
OWN = {"candidates", "line", "path"}
TABLES = {"english.py", "french.py", "french_messages.py"}
HINTS = {"en": english.HINTS, "fr": french.HINTS}


class Call(NamedTuple):
    """Where a code is given, with the names of its values; None if they can't be told."""

    place: str
    code: str
    values: set[str] | None


def trees(root: Path) -> Iterator[tuple[Path, ast.Module]]:
    """Each module of the package but the tables."""
    for path in sorted((root / "timeline").rglob("*.py")):
        if path.name not in TABLES:
            yield path, ast.parse(path.read_text("utf-8"))


def calls(root: Path) -> Iterator[Call]:
    """Each call of an error or of a message whose code is written there."""
    for path, tree in trees(root):
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = ast.unparse(node.func).rpartition(".")[2]
            first = node.args[0]
            if not (called == "Message" or called.endswith("Error")):
                continue
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                names = {word.arg for word in node.keywords if word.arg}
                several = any(word.arg is None for word in node.keywords)
                place = f"{path.relative_to(root)}:{node.lineno}"
                yield Call(place, first.value, None if several else names - OWN)


def needed(sentence: Sentence) -> set[str]:
    """The values without which a sentence can't be written."""
    return set(fields(sentence if isinstance(sentence, str) else sentence[0]))


def named(sentence: Sentence) -> set[str]:
    """All values that a sentence may name."""
    parts = (sentence,) if isinstance(sentence, str) else sentence
    return {name for part in parts for name in fields(part)}


def test_each_code_has_a_sentence_that_names_its_values(root: Path) -> None:
    wrong = []
    for call in calls(root):
        if not CODE.fullmatch(call.code):
            continue
        if call.code not in MESSAGES:
            wrong.append(f"{call.place}: no sentence for {call.code}")
        elif call.values is not None:
            hints = [table[call.code] for table in HINTS.values() if call.code in table]
            known = named(MESSAGES[call.code]).union(*map(named, hints))
            if missing := needed(MESSAGES[call.code]).union(*map(needed, hints)) - call.values:
                wrong.append(f"{call.place}: {call.code} lacks {missing}")
            if unused := call.values - known:
                wrong.append(f"{call.place}: {call.code} does not name {unused}")
    assert not wrong, "\n".join(wrong)


def test_each_sentence_is_used(root: Path) -> None:
    written = {
        node.value
        for _, tree in trees(root)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert not set(MESSAGES) - written


@pytest.mark.parametrize("table", [MESSAGES, FRENCH, *HINTS.values(), english.TALK, french.TALK])
def test_tables_are_in_order_of_the_alphabet(table: dict[str, Sentence]) -> None:
    assert list(table) == sorted(table)


def test_hints_are_for_codes_that_there_are() -> None:
    for table in HINTS.values():
        assert set(table) <= set(MESSAGES)


@pytest.mark.parametrize(
    ("own", "other"),
    [(MESSAGES, FRENCH), (english.HINTS, french.HINTS), (english.TALK, french.TALK)],
    ids=["messages", "hints", "talk"],
)
def test_every_language_says_the_same(own: dict[str, Sentence], other: dict[str, Sentence]) -> None:
    """Each code is there in each, and each names the same values."""
    assert set(own) == set(other)
    assert {code: named(own[code]) for code in own} == {code: named(other[code]) for code in other}


def test_each_line_of_talk_is_used(root: Path) -> None:
    said = {
        node.value
        for _, tree in trees(root)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert not set(english.TALK) - said
