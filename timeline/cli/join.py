"""`timeline join`."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli import options

app = options.new_app()

_EXAMPLES = """
timeline join colleague.db               their work beside yours, in one database
timeline join export.jsonl               the same, from what they exported
timeline join postgresql://host/desk --dry-run
timeline join colleague.db --rename elon=elon-2      their elon is another one
timeline undo                            as it was before
"""


@app.command(epilog=options.examples(_EXAMPLES))
def join(
    other: Annotated[str, typer.Argument(metavar="OTHER", help="A database, or an export of one.")],
    *,
    db: options.Db = options.DEFAULT_DB,
    by: options.By = None,
    rename: Annotated[
        list[str] | None,
        typer.Option(
            "--rename", metavar="KEY=NEW", help="Give what has that key in OTHER another one."
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")
    ] = False,
) -> None:
    """Join another database, or an export of one, into this one.

    Whichever is joined to which, the outcome is the same. Nothing is linked or matched anew.
    """
    from timeline.cli.person import person
    from timeline.cli.told import tell
    from timeline.errors import UsageError
    from timeline.intake.joining import join_into
    from timeline.intake.outcome import Loaded, Wrote

    renames = {}
    for given in rename or ():
        key, _, new = given.partition("=")
        if not key or not new:
            raise UsageError("no-renaming", given=given)
        renames[key] = new
    report = join_into(db, other, renames=renames, by=person(by), dry_run=dry_run)
    tell(Loaded.of([Wrote(report, 0)]), dry_run=dry_run)
