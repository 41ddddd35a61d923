"""`timeline export`."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli import options

app = options.new_app()

_EXAMPLES = """
timeline export > everything.jsonl
timeline export --format yaml > everything.yaml       to read and edit
timeline export | timeline load - --db copy.db
"""


@app.command(
    epilog=options.examples(_EXAMPLES), context_settings={"allow_extra_args": True}
)  # a file that somebody expects to be written is led to the shell
def export(
    context: typer.Context,
    *,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="jsonl, yaml or json.")
    ] = "jsonl",
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Write every record, to be loaded again without loss.

    What was revoked, and the log, stay behind.
    """
    from timeline.cli.output import write
    from timeline.errors import UsageError
    from timeline.store import open_store
    from timeline.store.stored import every_record

    writer = options.writer_called(form)
    if context.args:
        raise UsageError("file-for-output", name=context.args[0], form=form)
    with open_store(db, stale=True) as session:
        write(writer(every_record(session)))
