"""`timeline dates`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import options
from timeline.cli.output import say, width, write
from timeline.errors import DataError, TimelineError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from timeline.render.grid import Grid
    from timeline.temporal import Timex
    from timeline.temporal.documents import Document

    Tagged = tuple[Document, list[Timex]]

app = options.new_app()

_EXAMPLES = """
timeline dates article.txt --published 2024-11 --lang fr
timeline dates article.txt --published 2024-11-12 --format timeml > article.tml
timeline dates corpus.jsonl --format jsonl          documents {"id", "lang", "dct", "text"}, one a
line cat article.txt | timeline dates - --published 2024-11-12
"""
_STDIN = "-"


@app.command(epilog=options.examples(_EXAMPLES))
def dates(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE|-...", help="Texts in UTF-8, or JSON Lines of documents."),
    ],
    *,
    published: options.Published = None,
    lang: options.Lang = None,
    form: Annotated[
        str,
        typer.Option("--format", metavar="FORMAT", help="table, json, jsonl or timeml (one text)."),
    ] = "table",
) -> None:
    """List the temporal expressions of texts, with their values."""
    options.check_lang(lang)
    if form not in WRITERS:
        raise UsageError(f"--format {form}: there are {', '.join(WRITERS)}")
    date, bad = options.read_date("--published", published), list[str]()

    def tagged() -> Iterator[Tagged]:
        from timeline.temporal import tag

        for name in files:
            try:
                for document in _documents(name):
                    language = lang or document.language or _guessed(document, name)
                    known = document._replace(published=document.published or date)
                    yield known, tag(known.text, language=language, published=known.published)
            except TimelineError as error:
                say(f"{name}: {error}")
                bad.append(name)

    write(WRITERS[form](tagged()))
    if bad:
        raise typer.Exit(1)


def _documents(name: str) -> Iterator[Document]:
    """The documents of one input: several of JSON Lines, else one."""
    from timeline.encoding import decode_text
    from timeline.temporal.documents import Document, read_documents

    text = decode_text(_content(name))
    if not text.strip("\ufeff \t\r\n"):
        raise DataError("is empty; give a text")
    if name.lower().endswith((".jsonl", ".ndjson")) or (name == _STDIN and text.startswith('{"')):
        yield from read_documents(text.split("\n"))
    else:
        yield Document("<stdin>" if name == _STDIN else Path(name).name, text)


def _content(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == _STDIN else Path(name).read_bytes()
    except OSError as error:
        raise DataError(f"can't be read: {error.strerror}; look at its name") from error


def _guessed(document: Document, name: str) -> str:
    from timeline.temporal.guess import guess_language

    language = guess_language(document.text)
    if language is None:
        raise DataError(
            f"{document.id}: its language is none of those known; say which with --lang en or "
            f"--lang fr"
        )
    say(f"{name}: taken for language {language}; --lang says otherwise")
    return language


def _table(found: Iterable[Tagged]) -> Iterator[str]:
    from timeline.render.grid import aligned, on_terminal

    several = list(found)
    columns = width()
    for document, timexes in several:
        if len(several) > 1:
            yield f"{document.id}\n"
        if timexes:
            grid = _grid(timexes)
            yield from aligned(grid) if columns is None else on_terminal(grid, columns)
        else:
            say(f"{document.id}: no temporal expression")
        if len(several) > 1:
            yield "\n"


def _grid(timexes: Iterable[Timex]) -> Grid:
    from timeline.render.grid import Column, Grid, Section

    columns = (
        Column("start", right=True), Column("end", right=True), Column("text", style="bold"),
        Column("type"),
        Column("value"), Column("edtf"), Column("rule"),
    )  # fmt: skip
    rows = [
        (
            str(one.start),
            str(one.end),
            " ".join(one.text.split()),
            one.type,
            one.value,
            str(one.edtf or ""),
            one.rule,
        )
        for one in timexes
    ]
    return Grid(columns, (Section("", rows),))


def _json(found: Iterable[Tagged]) -> Iterator[str]:
    from timeline.render.machine import json_array
    from timeline.temporal.documents import as_fields

    return json_array(as_fields(*one) for one in found)


def _json_lines(found: Iterable[Tagged]) -> Iterator[str]:
    from timeline.render.machine import json_lines
    from timeline.temporal.documents import as_fields

    return json_lines(as_fields(*one) for one in found)


def _timeml(found: Iterable[Tagged]) -> Iterator[str]:
    from timeline.temporal.documents import timeml

    for number, one in enumerate(found):
        if number:
            raise UsageError(
                "--format timeml writes one document; give one text, or take --format jsonl"
            )
        yield from timeml(*one)


WRITERS: dict[str, Callable[[Iterable[Tagged]], Iterator[str]]] = {
    "table": _table,
    "json": _json,
    "jsonl": _json_lines,
    "timeml": _timeml,
}
