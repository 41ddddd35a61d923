"""`timeline schema`."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli import options

app = options.new_app()

_EXAMPLES = """
timeline schema > timeline.schema.json      for an editor that checks YAML
timeline schema --records                   of one line of JSON Lines
"""


@app.command(epilog=options.examples(_EXAMPLES))
def schema(
    *,
    records: Annotated[
        bool, typer.Option("--records", help="Of one line of JSON Lines instead.")
    ] = False,
) -> None:
    """Print the JSON Schema of the native format."""
    import json

    from timeline.cli.output import write
    from timeline.formats.native.schema import schema as describe

    write([json.dumps(describe(records=records), indent=2, ensure_ascii=False), "\n"])
