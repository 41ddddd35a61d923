"""`timeline extract`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.records import AnyRecord

app = options.new_app()

_EXAMPLES = """
timeline extract article.txt --published 2024-11 > draft.yaml     correct it, then load it
timeline extract page.html                                        date and author as the page says
timeline extract articles/ --format jsonl | timeline load -
timeline extract article.txt --with ./ask.py     another program proposes
pbpaste | timeline extract - --published 2024-11-12 --lang en
"""


@app.command(epilog=options.examples(_EXAMPLES))
def extract(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...", help="Articles: text, Markdown or HTML; a folder of them, or -."
        ),
    ],
    *,
    published: options.Published = None,
    lang: options.Lang = None,
    command: options.With = None,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="yaml, json or jsonl.")
    ] = "yaml",
) -> None:
    """Draft records from articles, to be corrected and loaded.

    They tell who did what, when, and according to whom; `timeline load` reads the same from the
    article itself.
    """
    from timeline.cli.output import write
    from timeline.cli.told import telling
    from timeline.errors import Problem
    from timeline.intake.stream import read_files
    from timeline.records import Located

    writer = options.writer_called(form)
    asked = options.program(command)
    if not asked:
        options.check_lang(lang)
    date = options.read_date("--published", published)
    problems = 0

    def records() -> Iterator[AnyRecord]:
        nonlocal problems
        found = read_files(*files, form="article", published=date, language=lang, program=asked)
        for item in telling(found):
            problems += isinstance(item, Problem)
            if isinstance(item, Located):
                yield item.record

    write(writer(records()))
    if problems:
        raise typer.Exit(1)
