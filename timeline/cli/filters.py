"""The options that ask for a part of the chronology, for all commands that take them.

A further one is a line in the table here, and its field's name in the commands that take it.
"""

from __future__ import annotations

import inspect
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, get_type_hints

import typer

from timeline.cli.options import read_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from timeline.queries.question import Question

    # A command, which Typer calls with what its options hold.
    Asking: TypeAlias = Callable[..., None]

# What an option holds that may be repeated, and what that means.
Repeated: TypeAlias = list[str] | None
_ALL = "repeated: all."
_ANY = "repeated: any."

# Field of the question -> the option that asks for it.
_OPTIONS: dict[str, Any] = {
    "start": Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="What may happen from then on.")
    ],
    "end": Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="What may happen until then.")
    ],
    "on": Annotated[str | None, typer.Option("--on", metavar="DATE", help="What may happen then.")],
    "certainly": Annotated[
        bool, typer.Option("--certainly", help="Of these only what surely does.")
    ],
    "actors": Annotated[
        Repeated,
        typer.Option("--actor", metavar="NAME", help=f"Who takes part: NAME or NAME:ROLE; {_ALL}"),
    ],
    "role": Annotated[
        str | None, typer.Option("--role", metavar="ROLE", help="In which role each --actor does.")
    ],
    "types": Annotated[
        Repeated, typer.Option("--type", metavar="TYPE", help=f"CONSULT, ASSAULT and so on; {_ANY}")
    ],
    "sources": Annotated[
        Repeated,
        typer.Option("--source", metavar="KEY", help=f"A source that speaks of it; {_ANY}"),
    ],
    "places": Annotated[
        Repeated, typer.Option("--place", metavar="NAME", help=f"Where, or in what; {_ANY}")
    ],
    "tags": Annotated[Repeated, typer.Option("--tag", metavar="TAG", help=f"A tag it has; {_ALL}")],
    "text": Annotated[
        str | None, typer.Option("--text", metavar="WORDS", help="Words; accents don't matter.")
    ],
    "standings": Annotated[
        Repeated,
        typer.Option(
            "--standing",
            metavar="WORD",
            help=f"asserted, reported, disputed, denied or planned; {_ANY}",
        ),
    ],
    "known_by": Annotated[
        str | None,
        typer.Option("--known-by", metavar="DATE", help="Count only claims published by then."),
    ],
    "confidence": Annotated[
        str | None,
        typer.Option(
            "--confidence", metavar="RANGE", help="How sure the machine is: 0.9.. or ..0.5, 0 to 1."
        ),
    ],
    "open": Annotated[
        bool,
        typer.Option(
            "--open", help="Also what is known by a report alone that is later than the window."
        ),
    ],
    "hidden": Annotated[
        bool,
        typer.Option(
            "--all", help="Also what machines alone say, unsure, and nobody has reviewed yet."
        ),
    ],
    "reviewed": Annotated[
        str | None,
        typer.Option(
            "--reviewed", metavar="yes|no", help="Whether a person stands by a claim of it."
        ),
    ],
    "machine": Annotated[
        bool, typer.Option("--machine", help="Only what machines alone speak of.")
    ],
    "decided_by": Annotated[
        Repeated,
        typer.Option("--decided-by", metavar="PERSON", help=f"Who decided about a claim; {_ANY}"),
    ],
}
_SWITCHES = frozenset(("certainly", "open", "hidden", "machine"))
# What finds a part of the chronology; further fields say what of it is shown.
PART = (
    *("start", "end", "on", "actors", "types", "sources", "places", "tags", "text", "standings"),
)


def asking(*fields: str) -> Callable[[Asking], Asking]:
    """Give a command the options that ask for some fields of a question.

    The command gets the question itself, as `question`; the options stand in its help where that
    stands in its signature.
    """

    def decorate(command: Asking) -> Asking:
        @wraps(command)
        def asked(**given: Any) -> None:
            filters = {field: given.pop(field) for field in fields}
            command(question=_question(filters), **given)

        hints = get_type_hints(command, localns={"Question": object}, include_extras=True)
        parameters: list[inspect.Parameter] = []
        for own in inspect.signature(command).parameters.values():
            if own.name == "question":
                parameters += map(_option, fields)
            else:
                parameters.append(own.replace(annotation=hints[own.name]))
        vars(asked)["__signature__"] = inspect.Signature(parameters)
        asked.__annotations__ = {one.name: one.annotation for one in parameters}
        return asked

    return decorate


def _option(field: str) -> inspect.Parameter:
    default = False if field in _SWITCHES else None
    return inspect.Parameter(
        field, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=_OPTIONS[field]
    )


def _question(asked: dict[str, Any]) -> Question:
    """Make the question that a person's options ask.

    Args:
        asked: field of the question -> what the option holds; None means that it was not given.

    Raises:
        UsageError: a date that is none, or may be several; a range or a choice that is none.
    """
    from timeline.queries.parameters import PARAMETERS, choice_of, range_of
    from timeline.queries.question import Question

    readers = {"date": read_date, "choice": choice_of, "range": range_of}
    given: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in asked.items()
        if value is not None
    }
    for field, value in given.items():
        name, takes = PARAMETERS[field]
        if takes in readers:
            given[field] = readers[takes](f"--{name}", value)
    return Question(**given)
