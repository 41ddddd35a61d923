"""`timeline reject`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import filters, options

if TYPE_CHECKING:
    from timeline.queries.question import Question

app = options.new_app()

_EXAMPLES = """
timeline show meeting --why            the keys of its claims
timeline reject 2480 --reason "he was in Paris that day"
timeline reject --confidence ..0.3     all of which the machine is unsure
timeline undo                          takes it back
"""


@app.command(epilog=options.examples(_EXAMPLES))
@filters.asking(*filters.PART, "confidence")
def reject(
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
    """Let claims count for nothing; they are kept, and shown as rejected."""
    from timeline.cli.judging import judge

    judge("rejected", claims or (), question, by=by, why=why, yes=yes, db=db)
