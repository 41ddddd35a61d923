"""`timeline types`."""

from __future__ import annotations

from timeline.cli import options

app = options.new_app()

_EXAMPLES = """
timeline types                    CONSULT: meeting, talks, summit, ...
timeline types --language fr
"""


@app.command(epilog=options.examples(_EXAMPLES))
def types(*, language: options.Language = None, form: options.Format = "table") -> None:
    """List the types of events, with everyday words for each."""
    from timeline.cli.output import write_rows
    from timeline.cli.spoken import spoken
    from timeline.queries.rows import TypeRow
    from timeline.queries.types import types as list_types

    language = spoken(language, form)
    write_rows(list_types(language=language), TypeRow, form=form, language=language)
