"""What `timeline export` makes of a part of the chronology: a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from timeline.queries.question import Question
    from timeline.render.picture import Wish


def drawn(db: str, question: Question, form: str, wish: Wish) -> bytes:
    """Draw the events that a question finds.

    Args:
        db: the database.
        question: which events.
        form: svg or png.
        wish: how the picture is to be.

    Raises:
        UsageError: what draws it is not installed, or finds no fonts.
        typer.Exit: no event is found.
    """
    from timeline.cli.output import say, say_unlisted
    from timeline.cli.talk import talk
    from timeline.queries.chronology import chronology, unlisted
    from timeline.queries.question import window_of
    from timeline.queries.sources import sources
    from timeline.render.picture import picture
    from timeline.store import open_store

    with open_store(db) as session:
        rows = chronology(session, question, language=wish.language).rows
        more = unlisted(session, question)
        cited = sources(session).rows if rows else ()
    say_unlisted(more)
    if not rows:
        say(talk("no-event"))
        raise typer.Exit(1)
    window = window_of(question)
    bounds = (None, None) if window is None else (window.start, window.end)
    svg = picture(rows, cited, question, bounds, wish)
    return svg.encode() if form == "svg" else _png(svg)


def _png(svg: str) -> bytes:
    from timeline.cli.output import say
    from timeline.cli.talk import talk
    from timeline.errors import UsageError
    from timeline.render.picture.png import lacking, png

    try:
        fonts = lacking(svg)
    except ModuleNotFoundError as error:
        raise UsageError("no-resvg", module=error.name) from error
    if fonts.none:
        raise UsageError("no-fonts")
    if fonts.lacking:
        say(talk("fonts-lack", letters=fonts.lacking))
    return png(svg)
