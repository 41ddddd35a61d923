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


@app.command(epilog=options.examples(_EXAMPLES))
def export(
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
    from timeline.store import open_store
    from timeline.store.stored import every_record

    writer = options.writer_called(form)
    with open_store(db) as session:
        write(writer(every_record(session)))
