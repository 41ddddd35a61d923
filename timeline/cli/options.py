"""What several commands take, spelt the same in each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from timeline.dates import Date
    from timeline.formats.form import WriteFormat

Db: TypeAlias = Annotated[
    str,
    typer.Option(
        "--db",
        envvar="TIMELINE_DB",
        metavar="DB",
        help="Database: a path, or a URL such as postgresql+psycopg://user@host/name.",
    ),
]
Format: TypeAlias = Annotated[
    str, typer.Option("--format", metavar="FORMAT", help="table, json, jsonl, csv or markdown.")
]
Language: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--language",
        metavar="LANG",
        help="Language of titles and words: en, fr, ...; of a table else that of LANG.",
    ),
]
Limit: TypeAlias = Annotated[
    int,
    typer.Option(
        "--limit",
        min=0,
        metavar="N",
        callback=lambda lines: min(lines, MOST_LINES),
        help="At most so many lines; 0 means all.",
    ),
]
After: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--after", metavar="CURSOR", help="Go on after a page: what the page before gave."
    ),
]
Published: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--published", metavar="EDTF", help="Date of the source, as exact as it is known: 2024-11."
    ),
]
Lang: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="LANG",
        help="Language of the text: en or fr, for dates also es; guessed without.",
    ),
]
With: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--with",
        metavar="COMMAND",
        help="Another program that reads the articles, and is believed as far as it quotes them.",
    ),
]
By: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--by",
        envvar="TIMELINE_BY",
        metavar="NAME",
        help="Who does it, for the log; without it git's user.name, or the login.",
    ),
]
Why: TypeAlias = Annotated[
    str | None, typer.Option("--reason", metavar="WORDS", help="Why, in your own words.")
]
Yes: TypeAlias = Annotated[bool, typer.Option("--yes", help="Do it without asking.")]

DEFAULT_DB = "timeline.db"
DEFAULT_LIMIT = 1000
MOST_LINES = 2**31 - 1  # more than there are; an engine takes no number of any size


Events: TypeAlias = Annotated[
    bool, typer.Option("--events", help="The two are events, even if actors have these names too.")
]


def examples(lines: str) -> str:
    """Give the text below a command's help.

    Args:
        lines: command lines, each perhaps with a word on what it does.
    """
    shown = "\n".join(f"  {line}" for line in lines.strip().splitlines())
    return f"\b\nExamples:\n{shown}"


def new_app(*, no_args_is_help: bool = False) -> typer.Typer:
    """Make the Typer of one command. Without these settings Typer would load rich."""
    return typer.Typer(
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        no_args_is_help=no_args_is_help,
    )


def read_date(option: str, typed: str | None) -> Date | None:
    """Read the date that a person typed for an option, and say how it was understood.

    Raises:
        UsageError: it is no date, or it may be several.
    """
    if typed is None:
        return None
    from timeline.errors import DateError, UsageError
    from timeline.temporal.human import read

    try:
        date = read(typed)
    except DateError as error:
        raise UsageError("date-of-option", option=option, why=error.message) from error
    if date.text != typed:
        from timeline.cli.output import say
        from timeline.cli.spoken import of_environment
        from timeline.render import words

        said = words(date.text, of_environment())
        say(f"{option} {typed}: {date.text if said == date.text else f'{said} = {date.text}'}")
    return date


def program(command: str | None) -> tuple[str, ...]:
    """Read a command line into a program and its arguments; none is an empty one.

    Raises:
        UsageError: it is empty, or a quotation mark is never closed.
    """
    import shlex

    from timeline.errors import UsageError

    if command is None:
        return ()
    try:
        words = tuple(shlex.split(command))
    except ValueError:
        words = ()
    if not words:
        raise UsageError("no-command", given=command)
    return words


def check_choice(option: str, given: str, known: Collection[str]) -> None:
    """Refuse a word that is none of those that an option takes.

    Raises:
        UsageError: it is none of them.
    """
    from timeline.errors import UsageError

    if given not in known:
        raise UsageError("no-such-choice", option=option, given=given, known=[*known])


def check_lang(lang: str | None) -> None:
    """Refuse a language of texts that there are no rules for.

    Raises:
        UsageError: there are none.
    """
    from timeline.temporal.languages import LANGUAGES

    if lang is not None:
        check_choice("--lang", lang, LANGUAGES)


def writer_called(form: str, besides: Sequence[str] = ()) -> WriteFormat:
    """Give what writes records in a format.

    Args:
        form: its name.
        besides: other formats that the command knows.

    Raises:
        UsageError: nothing does.
    """
    from timeline.errors import UsageError
    from timeline.formats import FORMATS
    from timeline.names import nearest

    writers = {name: known.write for name, known in FORMATS.items() if known.write}
    if form not in writers:
        known = (*writers, *besides)
        raise UsageError("no-such-format", given=form, known=known, near=nearest(form, known))
    return writers[form]
