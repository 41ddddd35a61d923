"""`timeline reject`."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli import filters, options

app = options.new_app()

_EXAMPLES = """
timeline show meeting --why            the keys of its claims
timeline reject 2480 --reason "he was in Paris that day"
timeline reject --confidence ..0.3     all of which the machine is unsure
timeline undo                          takes it back
"""


@app.command(epilog=options.examples(_EXAMPLES))
def reject(
    claims: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CLAIM...]", help="Keys of claims, or how they begin."),
    ] = None,
    *,
    start: filters.FromDate = None,
    end: filters.ToDate = None,
    on: filters.OnDate = None,
    actor: filters.WithActor = None,
    kind: filters.OfType = None,
    source: filters.InSource = None,
    place: filters.AtPlace = None,
    tag: filters.WithTag = None,
    text: filters.WithWords = None,
    standing: filters.WithStanding = None,
    confidence: filters.SureAs = None,
    why: options.Why = None,
    by: options.By = None,
    yes: options.Yes = False,
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Let claims count for nothing; they are kept, and shown as rejected."""
    from timeline.cli.judging import judge

    asked = filters.question(
        start=start,
        end=end,
        on=on,
        actors=actor,
        types=kind,
        sources=source,
        places=place,
        tags=tag,
        text=text,
        standings=standing,
    )
    judge("rejected", claims or (), asked, confidence, by=by, why=why, yes=yes, db=db)
