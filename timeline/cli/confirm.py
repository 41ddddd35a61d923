"""`timeline confirm`."""

from __future__ import annotations

from typing import Annotated

import typer

from timeline.cli import options

app = options.new_app()

_EXAMPLES = """
timeline actors --mentions                 who is waiting to be confirmed
timeline confirm 'Amir Saeid Iravani'      a whole name, or a key
timeline confirm --as-one 'Paul Garnier'   all mentions of that name
timeline undo                              takes it back
"""


@app.command(epilog=options.examples(_EXAMPLES))
def confirm(
    names: Annotated[
        list[str], typer.Argument(metavar="NAME...", help="Keys or whole names of mentions.")
    ],
    *,
    as_one: Annotated[
        bool,
        typer.Option("--as-one", help="Take all mentions of a full name for one and the same."),
    ] = False,
    by: options.By = None,
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Make ordinary actors of mentions that a machine found.

    Those of which it is not certain who is meant are named, and wait.
    """
    from timeline.cli import tell
    from timeline.cli.output import write_line
    from timeline.cli.person import person
    from timeline.cli.talk import talk
    from timeline.errors import AmbiguousError, NotFoundError
    from timeline.load import confirm as confirm_them
    from timeline.queries.find import find_mention, find_mentions
    from timeline.store import open_store

    found: dict[tuple[str, ...], None] = {}
    unclear: list[AmbiguousError | NotFoundError] = []
    with open_store(db, write=True) as session:
        for name in dict.fromkeys(names):
            try:
                meant = find_mentions(session, name) if as_one else (find_mention(session, name),)
                found[meant] = None
            except (AmbiguousError, NotFoundError) as error:
                unclear.append(error)
        if found:
            confirm_them(session, *found, by=person(by))
    for key, *others in found:
        one = talk("actor-now-of-several", key=key, count=len(others) + 1)
        write_line(one if others else talk("actor-now", key=key))
    for waiting in unclear[:-1]:
        tell(waiting)
    if unclear:
        raise unclear[-1]
