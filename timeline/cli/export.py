"""`timeline export`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.cli import filters, options

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timeline.queries.question import Question

app = options.new_app()

_EXAMPLES = """
timeline export > everything.jsonl
timeline export -o everything.yaml              to read and edit
timeline export | timeline load - --db copy.db
timeline export -o picture.svg --actor Musk     a picture for an article
timeline export -o slide.png --lanes actor --theme dark --width 1600
timeline export -o story.html --reviewed yes    the page, in one file
"""
# What shows a part of the chronology, and which options say how; all other formats hold every
# record.
_DRAWN = ("title", "language", "lanes", "theme", "width")
_PARTS = {"svg": _DRAWN, "png": _DRAWN, "html": ("title", "language", "with")}


@app.command(
    epilog=options.examples(_EXAMPLES), context_settings={"allow_extra_args": True}
)  # a file that somebody expects to be written is led to -o
@filters.asking(
    *("start", "end", "on", "certainly", "actors", "role", "types", "sources", "places", "tags"),
    *("text", "standings", "known_by", "open", "hidden", "reviewed", "machine", "confidence"),
    "decided_by",
)
def export(
    context: typer.Context,
    *,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="jsonl, yaml, json: every record; svg, png, html: a part. Without it: by FILE.",
        ),
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Where to write it.")
    ] = None,
    question: Question,
    lanes: Annotated[
        str | None,
        typer.Option(
            "--lanes",
            metavar="WORD",
            help="Of a picture: by actor, type, source, place or side (who affirms, who denies).",
        ),
    ] = None,
    theme: Annotated[
        str | None, typer.Option("--theme", metavar="WORD", help="Of a picture: light or dark.")
    ] = None,
    width: Annotated[
        int | None,
        typer.Option("--width", min=320, max=4000, metavar="N", help="Of a picture, in pixels."),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="WORDS", help="Of a picture or page.")
    ] = None,
    more: Annotated[
        str | None,
        typer.Option(
            "--with",
            metavar="WORDS",
            help="What a page holds besides: texts, notes, reviewers; commas between.",
        ),
    ] = None,
    language: options.Language = None,
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Write every record, to be loaded again, or a picture or page.

    No record is lost but what was revoked, and the log. A picture or page takes the filters of
    `timeline show`.
    """
    from timeline.errors import UsageError

    form = form or _form_of(output)
    if context.args:
        raise UsageError("file-for-output", name=context.args[0], form=form)
    look = {"lanes": lanes, "theme": theme, "width": width, "title": title, "language": language}
    given = {name: value for name, value in {**look, "with": more}.items() if value is not None}
    if form in _PARTS:
        _write_part(db, question, form, given, output)
    else:
        _write_records(db, question, form, given, output)


def _form_of(output: str | None) -> str:
    """Give the format that a file's name asks for."""
    from pathlib import PurePath

    ending = PurePath(output or "").suffix.removeprefix(".").lower()
    return {"": "jsonl", "yml": "yaml", "htm": "html"}.get(ending, ending)


def _write_records(
    db: str, question: Question, form: str, given: Mapping[str, Any], output: str | None
) -> None:
    from timeline.cli.output import write, write_file
    from timeline.errors import UsageError
    from timeline.queries.question import Question
    from timeline.store import open_store
    from timeline.store.stored import every_record

    writer = options.writer_called(form, besides=tuple(_PARTS))
    if given or question != Question():
        raise UsageError("holds-everything", form=form)
    with open_store(db, stale=True) as session:
        pieces = writer(every_record(session))
        if output is None:
            write(pieces)
        else:
            write_file(output, (piece.encode() for piece in pieces))


def _write_part(
    db: str, question: Question, form: str, given: dict[str, Any], output: str | None
) -> None:
    import sys

    from timeline.cli.output import write_bytes, write_file
    from timeline.cli.parts import drawn, page
    from timeline.cli.spoken import of_environment
    from timeline.errors import UsageError

    if strange := [f"--{name}" for name in given if name not in _PARTS[form]]:
        raise UsageError("not-of-format", form=form, options=strange)
    if form == "png" and output is None and sys.stdout.isatty():
        raise UsageError("image-to-terminal", form=form)
    wish = {"language": of_environment(), **given}
    data = page(db, question, wish) if form == "html" else drawn(db, question, form, wish)
    if output is None:
        write_bytes(data)
    else:
        write_file(output, (data,))
