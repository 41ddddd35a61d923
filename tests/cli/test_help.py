"""Help screens in another language: whatever they say is in its table, and nothing else is."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
import typer

from timeline.cli import COMMANDS, app
from timeline.cli.spoken import DEFAULT_LANGUAGE, SPOKEN
from timeline.render import languages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cli.conftest import Timeline
    from typer._click import Command

TYPERS_OWN = {
    "Usage: ", "Arguments:", "Options:", "Commands:", "; ", "default: ", "env var: ", "required",
    "Show this message and exit.",
}  # fmt: skip
FOREIGN = [language for language in SPOKEN if language != DEFAULT_LANGUAGE]
# Command line -> the command.
TREE: dict[tuple[str, ...], Command] = {(): typer.main.get_command(app)}


def walk(line: tuple[str, ...], command: Command) -> Iterator[tuple[tuple[str, ...], Command]]:
    """Give a command and those below it, each with its words on the command line."""
    yield line, command
    for name, below in getattr(command, "commands", {}).items():
        yield from walk((*line, name), below)


for name in COMMANDS:
    one = typer.main.get_command(import_module(f"timeline.cli.{name}").app)
    TREE |= dict(walk((name,), one))


def texts(command: Command) -> Iterator[str]:
    """Give what a command's help screen says."""
    for paragraph in (command.help or "").split("\n\n"):
        yield " ".join(paragraph.split())
    heading, *examples = (command.epilog or "").removeprefix("\b\n").splitlines() or [""]
    yield heading
    yield from map(words_of, examples)
    for parameter in command.params:
        if not getattr(parameter, "hidden", False):
            yield getattr(parameter, "help", None) or ""


def words_of(example: str) -> str:
    """Give what is said of a command, behind it."""
    return "".join(re.split(r"(?<=\S) {3,}", example)[1:])


def table(language: str) -> dict[str, str]:
    """Give the table of a language."""
    found: dict[str, str] = import_module(f"timeline.cli.talk.{SPOKEN[language]}_help").HELP
    return found


def examples_of(screen: str, heading: str) -> list[str]:
    """Give the lines of examples that a help screen ends with."""
    return screen.partition(f"  {heading}\n")[2].splitlines()


def test_help_is_in_every_language_that_answers_are_in() -> None:
    assert SPOKEN.keys() == languages.LANGUAGES.keys()
    assert languages.DEFAULT_LANGUAGE == DEFAULT_LANGUAGE


@pytest.mark.parametrize("language", FOREIGN)
def test_the_table_holds_what_screens_say_and_nothing_else(language: str) -> None:
    said = {text for command in TREE.values() for text in texts(command)} - {""}
    assert set(table(language)) == said | TYPERS_OWN | set(COMMANDS.values())


@pytest.mark.parametrize("language", FOREIGN)
@pytest.mark.parametrize("line", TREE, ids=" ".join)
def test_every_text_of_a_screen_is_translated(
    line: tuple[str, ...], language: str, alone: Timeline
) -> None:
    """Whole on the screen, if the list of commands doesn't cut it off."""
    screen = alone(*line, "--help", LANG=language, COLUMNS="10000")
    assert (screen.code, screen.err) == (0, "")
    shown = " ".join(screen.out.split())
    for text in [*texts(TREE[line]), "Show this message and exit.", "Options:"]:
        assert " ".join(table(language).get(text, text).split()) in shown
    changed = [text for text, said in table(language).items() if len(text) > 9 and text != said]
    assert [text for text in changed if text in shown] == []


@pytest.mark.parametrize("language", FOREIGN)
@pytest.mark.parametrize("line", TREE, ids=" ".join)
def test_examples_are_the_same_commands_in_the_same_columns(
    line: tuple[str, ...], language: str, alone: Timeline
) -> None:
    english = examples_of(alone(*line, "--help").out, "Examples:")
    screen = alone(*line, "--help", LANG=language).out
    foreign = examples_of(screen, table(language)["Examples:"])
    assert len(foreign) == len(english)
    for one, other in zip(english, foreign, strict=True):
        words = words_of(one)
        assert other == (one.removesuffix(words) + table(language)[words] if words else one)
        assert len(other) < 80 or not words
    assert all(len(row) < 80 for row in screen.splitlines() if row not in foreign)


@pytest.mark.parametrize("language", FOREIGN)
def test_the_option_asks_for_a_language_as_well(language: str, alone: Timeline) -> None:
    screen = alone("show", "--help", LANG=language)
    assert alone("show", "--language", language, "--help") == screen
    assert alone("help", "show", LANG=language) == screen
    assert alone(LANG=language).err == alone("--help", LANG=language).out
    assert alone("show", "--language", "en", "--help", LANG=language) == alone("show", "--help")
