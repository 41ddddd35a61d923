"""`timeline accept`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import filters, options

if TYPE_CHECKING:
    from timeline.queries.question import Question

app = options.new_app()

_EXAMPLES = """
timeline show meeting --why       the keys of its claims
timeline accept 2480 0a1e         the beginning of a key is enough
timeline accept --source lemonde --confidence 0.9..
timeline undo                     takes it back
"""


@app.command(epilog=options.examples(_EXAMPLES))
@filters.asking(*filters.PART, "confidence")
def accept(
    claims: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CLAIM...]", help="Keys of claims, or how they begin."),
    ] = None,
    *,
    question: Question,
    why: options.Why = None,
    by: options.By = None,
    yes: options.Yes = False,
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Stand by claims that a machine made: they count as a person's."""
    from timeline.cli.judging import judge

    judge("accepted", claims or (), question, by=by, why=why, yes=yes, db=db)
