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
timeline confirm a/garnier --as garnier    by a key of their own
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
    key: Annotated[
        str | None,
        typer.Option("--as", metavar="KEY", help="A new key for the actor whom you confirm."),
    ] = None,
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
    from timeline.errors import AmbiguousError, NotFoundError, UsageError
    from timeline.load import confirm as confirm_them
    from timeline.queries.find import find_mention, find_mentions
    from timeline.store import open_store

    if key is not None and (len(set(names)) > 1 or not key.strip()):
        raise UsageError("one-key-for-one")
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
            confirm_them(session, *found, by=person(by), called=key)
    for first, *others in found:
        one = talk("actor-now-of-several", key=key or first, count=len(others) + 1)
        write_line(one if others else talk("actor-now", key=key or first))
    for waiting in unclear[:-1]:
        tell(waiting)
    if unclear:
        raise unclear[-1]
