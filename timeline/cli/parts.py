"""What `timeline export` makes of a part of the chronology: a picture, or a page in one file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.queries.question import Question
    from timeline.queries.rows import EventRow, Unlisted


def drawn(db: str, question: Question, form: str, wish: Mapping[str, Any]) -> bytes:
    """Draw the events that a question finds.

    Args:
        db: the database.
        question: which events.
        form: svg or png.
        wish: how the picture is to be: fields of `timeline.render.picture.Wish`.

    Raises:
        UsageError: there is no such theme or lane; what draws it is not installed, or finds no
            fonts.
        typer.Exit: no event is found.
    """
    from timeline.cli.options import check_choice
    from timeline.queries.chronology import chronology, unlisted
    from timeline.queries.question import window_of
    from timeline.queries.sources import sources
    from timeline.render.picture import LANES, THEMES, Wish, picture
    from timeline.store import open_store

    wished = Wish(**wish)
    check_choice("--lanes", wished.lanes, LANES)
    check_choice("--theme", wished.theme, THEMES)
    with open_store(db) as session:
        rows = chronology(session, question, language=wished.language).rows
        _tell(rows, unlisted(session, question))
        cited = sources(session).rows
    window = window_of(question)
    bounds = (None, None) if window is None else (window.start, window.end)
    svg = picture(rows, cited, question, bounds, wished)
    return svg.encode() if form == "svg" else _png(svg)


def page(db: str, question: Question, wish: Mapping[str, Any]) -> bytes:
    """Write the page with the events that a question finds, as one file.

    Args:
        db: the database.
        question: which events.
        wish: its `language` and `title`, and what it holds `with` the rest.

    Raises:
        UsageError: it can't hold that.
        typer.Exit: no event is found.
    """
    from timeline.cli.options import check_choice
    from timeline.cli.progress import progress
    from timeline.queries.chronology import chronology, unlisted
    from timeline.render.languages import heading
    from timeline.render.lists import View
    from timeline.render.picture.subjects import subject
    from timeline.store import open_store
    from timeline.web.bundle import document
    from timeline.web.held import MORE, Holding, held

    language, more = wish["language"], wish.get("with", "")
    asked = [word.strip() for word in more.split(",")] if more else []
    for word in asked:
        check_choice("--with", word, MORE)
    with open_store(db) as session:
        rows = chronology(session, question, language=language).rows
        _tell(rows, unlisted(session, question))
        with progress(len(rows), "events", "writing") as advance:
            data = held(session, rows, Holding(question, language, asked), advance)
    title = wish.get("title") or heading("chronology", language)
    lines = [subject(row, View(language), {}).says for row in rows[:_READ]]
    return document(data, title=title, language=language, lines=lines).encode()


# So many events are read where no script runs.
_READ = 200


def _tell(rows: Sequence[EventRow], more: Unlisted) -> None:
    """Say what is not in it; leave where there is nothing."""
    from timeline.cli.output import say, say_unlisted
    from timeline.cli.talk import talk

    say_unlisted(more)
    if not rows:
        say(talk("no-event"))
        raise typer.Exit(1)


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
