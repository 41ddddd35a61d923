"""The command line: one table, and per command one module that is imported only when the command is
asked for.

options     what several commands take       output        rows to stdout, talk to stderr
told        what a load did                  progress      a bar for long work
talk        what is said to a person         person        who sits there
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import AbstractContextManager, nullcontext
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup, TyperOption

from timeline import __version__
from timeline.cli.spoken import DEFAULT_LANGUAGE, of_person
from timeline.errors import AmbiguousError, LoadError, StoreError, TimelineError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    # Typer carries its own Click; these names are needed for types alone.
    from typer._click import Command, Context, HelpFormatter

    from timeline.errors import Namesake

COMMANDS = {
    "load": "Load records into the database: all of them or none.",
    "show": "Show what happened in order of time, or one event's dossier.",
    "actors": "List who takes part, or show one actor's profile.",
    "sources": "List the documents, or show one with its claims.",
    "places": "List the places where things happen.",
    "types": "List the types of events, with everyday words for each.",
    "extract": "Draft records from articles, to be corrected and loaded.",
    "dates": "List the temporal expressions of texts, with their values.",
    "conflicts": "Show where sources disagree, every side quoted.",
    "sql": "Run a read-only SQL query over the documented views.",
    "merge": "Judge actors or events to be the same.",
    "unmerge": "Take back that two actors or two events are the same.",
    "suggest": "Propose actors, or events, that may be one.",
    "decline": "Judge two actors or two events to be different.",
    "confirm": "Make ordinary actors of mentions that a machine found.",
    "accept": "Stand by claims that a machine made: they count as a person's.",
    "reject": "Let claims count for nothing; they are kept, and shown as rejected.",
    "correct": "Put your own claim in the place of one that a machine read wrongly.",
    "drop": "Reject all claims of events; a later source's claim brings one back.",
    "add": "Add an event of your own, with the source that says so.",
    "set": "State a title, type, tag, place, name, link or position yourself.",
    "review": "Go through what machines read, a key at a claim, in the terminal.",
    "note": "Write a note on something; it is shown there, and is no evidence.",
    "check": "List what deserves a look: missing quotes, acts after death.",
    "undo": "Take back a load or a judgement.",
    "log": "List what was done to the database, newest first.",
    "join": "Join another database, or an export of one, into this one.",
    "diff": "Show what differs between two databases, or two states of one.",
    "serve": "Serve the page and the JSON API, to read or to review.",
    "export": "Write every record, to be loaded again, or a picture or page.",
    "schema": "Print the JSON Schema of the native format.",
    "db": "Upgrade, downgrade and check the database's schema.",
}


class LazyGroup(TyperGroup):
    """A group whose help screen comes from the table, so that it imports no command."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: Context | None = None, **extra: Any
    ) -> Context:
        """Begin, with help in the language of whoever sits there."""
        _translate(self)
        with _typing():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: Context) -> Any:
        """Run the command, of which what is typed wrongly is told in that language too."""
        with _typing():
            return super().invoke(ctx)

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 - Click's signature
        """Name the commands, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002 - Click's signature
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        found = typer.main.get_command(import_module(f"{__name__}.{cmd_name}").app)
        found.params.append(_no_pager())
        _translate(found)
        return found

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        """Lead an option that stands before the command to its place."""
        known = {name for param in self.get_params(ctx) for name in param.opts}
        option = args[0].partition("=")[0] if args else ""
        if option.startswith("--") and option not in known:
            raise UsageError("option-before-command", option=option)
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:  # noqa: ARG002 - Click's signature
        """Write the table."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, Command | None, list[str]]:
        """Find the command that is asked for; Typer's own hint knows only commands that are
        imported. `help show` is understood as `show --help`.
        """
        if args[0] == "help":
            if not args[1:]:
                typer.echo(ctx.get_help())
                raise typer.Exit
            args = [args[1], "--help"]
        if args[0] not in COMMANDS:
            from timeline.names import nearest

            near = nearest(args[0], COMMANDS)
            hint = f" Did you mean {', '.join(map(repr, near))}?" if near else ""
            ctx.fail(f"No such command {args[0]!r}.{hint}")
        return super().resolve_command(ctx, args)


def _translate(command: Command) -> None:
    if of_person() != DEFAULT_LANGUAGE:
        from timeline.cli.talk.screens import translate

        translate(command)


def _typing() -> AbstractContextManager[None]:
    if of_person() == DEFAULT_LANGUAGE:
        return nullcontext()
    from timeline.cli.talk.screens import typing

    return typing()


def _switch_pager_off(value: bool) -> None:  # noqa: FBT001 - a callback of Typer's
    if value:
        os.environ["TIMELINE_PAGER"] = ""


def _no_pager() -> TyperOption:
    """Make the option that is understood behind a command as well as before it."""
    return TyperOption(
        param_decls=["--no-pager"],
        is_flag=True,
        default=False,
        expose_value=False,
        callback=lambda _context, _parameter, value: _switch_pager_off(value),
        hidden=True,
    )


def _print_version(value: bool) -> None:  # noqa: FBT001 - a callback of Typer's
    if value:
        typer.echo(f"timeline {__version__}")
        raise typer.Exit


app = typer.Typer(
    cls=LazyGroup, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
)


@app.callback(
    epilog="First steps: timeline load && timeline show. Each command has examples: timeline show "
    "--help."
)
def root(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version."
        ),
    ] = False,
    no_pager: Annotated[
        bool,
        typer.Option(
            "--no-pager", callback=_switch_pager_off, help="Show long answers without a pager."
        ),
    ] = False,
) -> None:
    """Who did what, when, and according to whom."""


def exit_code(error: TimelineError) -> int:
    """Give the exit code of an error: 1 findings or bad data, 2 usage, 3 the store."""
    if isinstance(error, UsageError):
        return 2
    return 3 if isinstance(error, StoreError) else 1


def main() -> None:
    """Run the command line and leave with its exit code."""
    # A command makes no rubbish in circles that is worth looking for: that would take a tenth of
    # the time of a short one, and more of a long load.
    gc.disable()
    _open_standard_streams()
    try:
        _check_encoding([*sys.argv[1:], os.environ.get("TIMELINE_BY", "")])
        app()
    except TimelineError as error:
        tell(error)
        sys.exit(exit_code(error))


def _open_standard_streams() -> None:
    """Give a command that was started without one of them (`>&-`) a stream that holds nothing."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 - stays open to the end
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def _check_encoding(arguments: Iterable[str]) -> None:
    for argument in arguments:
        if not argument.isascii() and any(
            "\ud800" <= character <= "\udfff" for character in argument
        ):
            raise UsageError("argument-not-utf8", argument=argument)


def tell(error: TimelineError) -> None:
    """Say on stderr what is wrong, with the problems or candidates that there are."""
    from timeline.cli.talk import placed, told
    from timeline.render.escape import printable

    problems = error.problems if isinstance(error, LoadError) else ()
    candidates = error.candidates if isinstance(error, AmbiguousError) else ()
    lines = (
        *map(placed, problems),
        told(error.message),
        *map(_namesake, candidates),
    )
    for line in lines:
        typer.echo(printable(line), err=True)


def _namesake(one: Namesake) -> str:
    """Give a line for one of those that a name may mean."""
    from timeline.cli.spoken import of_person
    from timeline.render.words import words

    date = words(one.date, of_person()) if one.date else None
    event = ", ".join(part for part in (date, one.event) if part)
    told = "; ".join(part for part in (one.description, event) if part)
    source = f"({one.source})" if one.source else ""
    return "  " + "  ".join(filter(None, (one.key, one.name, f"{told} {source}".strip())))
