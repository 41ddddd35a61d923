"""`timeline check`."""

from __future__ import annotations

import typer

from timeline.cli import options

app = options.new_app()

_EXAMPLES = """
timeline check                          exit code 1 if there is anything to look at
timeline check --format csv > list.csv
"""


@app.command(epilog=options.examples(_EXAMPLES))
def check(
    *,
    limit: options.Limit = options.DEFAULT_LIMIT,
    language: options.Language = None,
    form: options.Format = "table",
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """List what deserves a look: missing quotes, acts after death.

    Exit code 1 if there is anything: claims without a quote, quotes that do not stand in the text,
    claims of which a machine is unsure, acts after the actor's death, capacities in an
    office that the actor held at another time only, verdicts at whose place nothing stands, and
    claims that take back what counts for nothing.
    """
    from itertools import islice

    from timeline.cli.output import say, write_rows
    from timeline.cli.spoken import spoken
    from timeline.cli.talk import talk
    from timeline.queries.check import check as list_findings
    from timeline.queries.rows import FindingRow
    from timeline.store import open_store

    language = spoken(language, form)
    with open_store(db) as session:
        found = list_findings(session)
        rows = list(islice(found, limit or None))
        more = next(found, None) is not None
    write_rows(rows, FindingRow, form=form, language=language)
    if more:
        say(talk("findings-cut", limit=limit))
    if rows:
        raise typer.Exit(1)
    say(talk("nothing-to-look-at"))
