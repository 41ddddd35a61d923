"""`timeline drop`."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli import options

app = options.new_app()

_EXAMPLES = """
timeline drop article.fr/frappe      what is said of it now counts no more
timeline drop meeting request --reason "another meeting"
timeline undo                        takes it back
"""


@app.command(epilog=options.examples(_EXAMPLES))
def drop(
    event: Annotated[
        list[str], typer.Argument(metavar="EVENT...", help="Keys, or words of titles.")
    ],
    *,
    why: options.Why = None,
    by: options.By = None,
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Reject all claims of events; a later source's claim brings one back."""
    from timeline.cli.output import write_line
    from timeline.cli.person import decider
    from timeline.cli.talk import talk
    from timeline.load import drop as drop_it
    from timeline.queries.find import find_event
    from timeline.store import open_store

    with open_store(db, write=True) as session:
        events = dict.fromkeys(find_event(session, one) for one in event)
        report = drop_it(session, *events, by=decider(by), why=why)
    write_line(talk("dropped", events=event, count=report.new + report.unchanged))
