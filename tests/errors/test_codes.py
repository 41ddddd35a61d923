"""Each code that is raised has a sentence that names its values, and each sentence is used."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from timeline.cli import COMMANDS
from timeline.cli.talk import english, french
from timeline.errors.english import MESSAGES, Sentence
from timeline.errors.message import fields
from timeline.render.languages.french_messages import MESSAGES as FRENCH

if TYPE_CHECKING:
    from collections.abc import Iterator

# An option, or a command of the command line.
COMMAND_LINE = re.compile(rf"(?<![\w-])--[a-z]|\btimeline ({'|'.join(COMMANDS)})\b")
# Arguments that an error or problem takes for itself.
OWN = {"candidates", "line", "path"}
TABLES = {"english.py", "french.py", "french_messages.py"}
HINTS = {"en": english.HINTS, "fr": french.HINTS}


class Call(NamedTuple):
    """Where an error or a message is made.

    code: None where it is not written there.
    values: the names of its values; None if they can't be told.
    """

    place: str
    code: str | None
    values: set[str] | None
    is_text: bool


def trees(root: Path) -> Iterator[tuple[Path, ast.Module]]:
    """Each module of the package but the tables."""
    for path in sorted((root / "timeline").rglob("*.py")):
        if path.name not in TABLES:
            yield path, ast.parse(path.read_text("utf-8"))


def texts(root: Path) -> set[str]:
    """Every text that stands in those modules."""
    return {
        node.value
        for _, tree in trees(root)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def errors(root: Path) -> set[str]:
    """The names of the classes of errors."""
    found = {"TimelineError"}
    classes = [
        node for _, tree in trees(root) for node in ast.walk(tree) if isinstance(node, ast.ClassDef)
    ]
    while (
        more := {one.name for one in classes if found & {ast.unparse(base) for base in one.bases}}
        - found
    ):
        found |= more
    return found - {"LoadError"}  # it is made of problems


def calls(root: Path) -> Iterator[Call]:
    """Each call of an error or of a message."""
    makers = errors(root) | {"Message"}
    for path, tree in trees(root):
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            if ast.unparse(node.func).rpartition(".")[2] not in makers:
                continue
            code = getattr(node.args[0], "value", None)
            several = any(word.arg is None for word in node.keywords)
            yield Call(
                f"{path.relative_to(root)}:{node.lineno}",
                code if isinstance(code, str) else None,
                None if several else {word.arg for word in node.keywords if word.arg} - OWN,
                isinstance(node.args[0], ast.JoinedStr | ast.BinOp),
            )


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
        if call.is_text:
            wrong.append(f"{call.place}: a text, and no code")
        elif call.code is None:
            continue
        elif call.code not in MESSAGES:
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
    assert not set(MESSAGES) - texts(root)


def test_the_command_line_is_spoken_of_by_nobody_else(root: Path) -> None:
    """Options and commands are words of `cli`: whoever works from Python or in the browser has
    none.
    """
    found = []
    for path in sorted((root / "timeline").rglob("*.py")):
        if path.is_relative_to(root / "timeline/cli"):
            continue
        tree = ast.parse(path.read_text("utf-8"))
        prose = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        found += [
            f"{path.relative_to(root)}:{node.lineno}: {node.value}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in prose
            and COMMAND_LINE.search(node.value)
        ]
    assert not found, "\n".join(found)


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
    assert not set(english.TALK) - texts(root)
