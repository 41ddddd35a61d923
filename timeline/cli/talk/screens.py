"""Help screens in another language than the one in which the commands are written, and what Typer
says there of a command that was typed wrongly.

Whatever a screen says is looked up in that language's table, `french_help` and so on: English text
-> text. The commands know nothing of it, and what a table does not hold stays as it is.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from importlib import import_module
from io import StringIO
from typing import IO, TYPE_CHECKING, Any

import typer

# Typer carries its own Click and gives these classes no other name.
from typer._click import Context, HelpFormatter
from typer._click.exceptions import NoArgsIsHelpError, UsageError

from timeline.cli.spoken import SPOKEN, of_person

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import ModuleType

    from typer._click import Command

# A line of examples: a command, and after a column of spaces what it does.
_EXAMPLE = re.compile(r"(?P<command>.*?\S {3,})(?P<words>\S.*)")
# A value in a sentence, written by `re.escape`.
_VALUE = re.compile(r"\\\{(\w+)\\\}")


class Screen(HelpFormatter):
    """A help screen in the language of the person who asks for it."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how the command is called."""
        super().write_usage(prog, args, prefix or in_language("Usage: "))

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        self.write(f"{'':>{self.current_indent}}{in_language(f'{heading}:')}\n")

    def write_text(self, text: str) -> None:
        """Write what a command does, or its examples."""
        examples = text.startswith("\b")
        super().write_text(_examples(text) if examples else _paragraphs(text))

    def write_dl(
        self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Write options, arguments or commands, each with what is said of it."""
        super().write_dl([(name, _row(text)) for name, text in rows], col_max, col_spacing)


class ScreenContext(Context):
    """What a command runs in whose help is such a screen."""

    formatter_class = Screen


def translate(command: Command) -> None:
    """Give a command, and those below it, such help screens."""
    command.context_class = ScreenContext
    for below in getattr(command, "commands", {}).values():
        # A list of commands shows the beginning of it.
        below.help = _paragraphs(below.help or "")
        translate(below)


def in_language(text: str) -> str:
    """Give a text of a help screen in the language of the person who asks for it."""
    table: dict[str, str] = _tables().HELP
    return table.get(text, text)


def _tables() -> ModuleType:
    return import_module(f"{__package__}.{SPOKEN[of_person()]}_help")


def _paragraphs(text: str) -> str:
    return "\n\n".join(in_language(" ".join(lines.split())) for lines in text.split("\n\n"))


def _examples(text: str) -> str:
    return "\n".join(map(_example, text.splitlines()))


def _example(line: str) -> str:
    parts = _EXAMPLE.fullmatch(line)
    return parts["command"] + in_language(parts["words"]) if parts else in_language(line)


def _row(text: str) -> str:
    words, bracket, extra = text.removesuffix("]").partition("  [")
    if not bracket:
        return in_language(text)
    said = in_language("; ").join(map(_extra, extra.split("; ")))
    return f"{in_language(words)}  [{said}]"


def _extra(text: str) -> str:
    name, colon, value = text.partition(": ")
    return in_language(name + colon) + value


# What was typed wrongly --------------------------------------------------------------------------


class TypedWronglyError(UsageError):
    """What Typer says of a command that was typed wrongly, for the person who typed it."""

    def __init__(self, error: UsageError) -> None:
        super().__init__(error.format_message(), error.ctx)
        self._error = error

    def show(self, file: IO[Any] | None = None) -> None:
        """Say it line by line."""
        said = StringIO()
        self._error.show(said)
        for line in said.getvalue().splitlines():
            typer.echo(_sentence(line), file=file, err=True)


@contextmanager
def typing() -> Iterator[None]:
    """Put what Typer says of a command that is typed wrongly in the person's language."""
    try:
        yield
    except NoArgsIsHelpError:
        raise
    except UsageError as error:
        raise TypedWronglyError(error) from error


def _sentence(text: str) -> str:
    """Give a sentence with its values as they are, but for a sentence in it."""
    table: dict[str, str] = _tables().TYPED
    for english, other in table.items():
        if found := re.fullmatch(_VALUE.sub(r"(?P<\1>.+?)", re.escape(english)), text):
            values = found.groupdict()
            if "sentence" in values:
                values["sentence"] = _sentence(values["sentence"])
            return other.format_map(values)
    return text
