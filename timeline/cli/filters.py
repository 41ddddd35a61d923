"""The options that ask for a part of the chronology, for all commands that take them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import typer

from timeline.cli.options import read_date
from timeline.errors import UsageError

if TYPE_CHECKING:
    from timeline.queries.question import Question

# What an option holds that may be repeated, and what that means.
Repeated: TypeAlias = list[str] | None
_ALL = "repeated: all."
_ANY = "repeated: any."

FromDate: TypeAlias = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="What may happen from then on.")
]
ToDate: TypeAlias = Annotated[
    str | None, typer.Option("--to", metavar="DATE", help="What may happen until then.")
]
OnDate: TypeAlias = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="What may happen then.")
]
OnlyCertain: TypeAlias = Annotated[
    bool, typer.Option("--certainly", help="Of these only what surely does.")
]
WithActor: TypeAlias = Annotated[
    Repeated,
    typer.Option("--actor", metavar="NAME", help=f"Who takes part: NAME or NAME:ROLE; {_ALL}"),
]
InRole: TypeAlias = Annotated[
    str | None, typer.Option("--role", metavar="ROLE", help="In which role each --actor does.")
]
OfType: TypeAlias = Annotated[
    Repeated, typer.Option("--type", metavar="TYPE", help=f"CONSULT, ASSAULT and so on; {_ANY}")
]
InSource: TypeAlias = Annotated[
    Repeated,
    typer.Option("--source", metavar="KEY", help=f"A source that speaks of it; {_ANY}"),
]
AtPlace: TypeAlias = Annotated[
    Repeated, typer.Option("--place", metavar="NAME", help=f"Where, or in what; {_ANY}")
]
WithTag: TypeAlias = Annotated[
    Repeated, typer.Option("--tag", metavar="TAG", help=f"A tag it has; {_ALL}")
]
WithWords: TypeAlias = Annotated[
    str | None, typer.Option("--text", metavar="WORDS", help="Words; accents don't matter.")
]
WithStanding: TypeAlias = Annotated[
    Repeated,
    typer.Option(
        "--standing",
        metavar="WORD",
        help=f"asserted, reported, disputed, denied or planned; {_ANY}",
    ),
]
KnownByDate: TypeAlias = Annotated[
    str | None,
    typer.Option("--known-by", metavar="DATE", help="Count only claims published by then."),
]

SureAs: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--confidence", metavar="RANGE", help="How sure the machine is: 0.9.. or ..0.5, 0 to 1."
    ),
]

LateReports: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--open", help="Also what is known by a report alone that is later than the window."
    ),
]
AlsoHidden: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--all", help="Also what machines alone say, unsure, and nobody has reviewed yet."
    ),
]
IsReviewed: TypeAlias = Annotated[
    str | None,
    typer.Option("--reviewed", metavar="yes|no", help="Whether a person stands by a claim of it."),
]
OnlyMachine: TypeAlias = Annotated[
    bool, typer.Option("--machine", help="Only what machines alone speak of.")
]
DecidedByPerson: TypeAlias = Annotated[
    Repeated,
    typer.Option("--decided-by", metavar="PERSON", help=f"Who decided about a claim; {_ANY}"),
]

_DATES = {"start": "--from", "end": "--to", "on": "--on", "known_by": "--known-by"}


def question(**asked: Any) -> Question:
    """Make the question that a person's options ask.

    Args:
        asked: field of the question -> what the option holds; None means that it was not given.

    Raises:
        UsageError: a date that is none, or may be several; a range or a choice that is none.
    """
    from timeline.queries.question import Question

    given: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in asked.items()
        if value is not None
    }
    for name, option in _DATES.items():
        if name in given:
            given[name] = read_date(option, given[name])
    if "confidence" in given:
        given["confidence"] = read_range("--confidence", given["confidence"])
    if "reviewed" in given:
        given["reviewed"] = _yes_or_no("--reviewed", given["reviewed"])
    return Question(**given)


def _yes_or_no(option: str, typed: str) -> bool:
    known = {"yes": True, "no": False}
    if typed not in known:
        raise UsageError("no-such-choice", option=option, given=typed, known=[*known])
    return known[typed]


def read_range(option: str, typed: str | None) -> tuple[float | None, float | None]:
    """Read a range of numbers from 0 to 1: `0.9..`, `..0.5`, `0.3..0.5`.

    Raises:
        UsageError: it is none.
    """
    if typed is None:
        return None, None
    low, dots, high = typed.partition("..")
    try:
        found = tuple(float(one) if one else None for one in (low, high))
    except ValueError:
        found = ()
    known = [one for one in found if one is not None]
    if not dots or not known or known != sorted(known) or not 0 <= known[0] <= known[-1] <= 1:
        raise UsageError("no-range", option=option, given=typed)
    return found[0], found[1]
