"""`timeline note`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from timeline.cli import options

if TYPE_CHECKING:
    from timeline.records import Noted

app = options.new_app()

_EXAMPLES = """
timeline note meeting "call the mission on Monday"
timeline note report-fr "the paper took this page down" --by Nina
timeline note 2480 "who says so?"      a claim, by how its key begins
"""


@app.command(epilog=options.examples(_EXAMPLES))
def note(
    about: Annotated[
        str,
        typer.Argument(metavar="EVENT|ACTOR|SOURCE|CLAIM", help="What it is on: a key or a name."),
    ],
    words: Annotated[str, typer.Argument(metavar="WORDS", help="The note.")],
    *,
    by: options.By = None,
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Write a note on something; it is shown there, and is no evidence."""
    from timeline.cli.output import write_line
    from timeline.cli.person import decider
    from timeline.cli.talk import talk
    from timeline.load import note as write_note
    from timeline.queries.claimed import find_thing
    from timeline.store import open_store

    with open_store(db, write=True) as session:
        of, key = find_thing(session, about, ("event", "actor", "source", "claim"))
        write_note(session, cast("Noted", of), key, words, by=decider(by))
    write_line(talk("noted", of=of, key=key))
