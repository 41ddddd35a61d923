"""`timeline dates`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.intake.documents import Tagged

app = options.new_app()

_EXAMPLES = """
timeline dates article.txt --published 2024-11 --lang fr
timeline dates article.txt --published 2024-11-12 --format timeml > article.tml
timeline dates corpus.jsonl --format jsonl     a line for each {"id", "lang", "dct", "text"}
cat article.txt | timeline dates - --published 2024-11-12
"""


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
    from timeline.cli.output import say, width, write
    from timeline.cli.talk import talk
    from timeline.cli.told import telling
    from timeline.errors import Problem
    from timeline.intake.documents import tagged
    from timeline.intake.outcome import Notice
    from timeline.render.timexes import render_timexes

    options.check_lang(lang)
    date = options.read_date("--published", published)
    problems = 0

    def found() -> Iterator[Tagged]:
        nonlocal problems
        for item in telling(tagged(files, published=date, language=lang)):
            if isinstance(item, Problem):
                problems += 1
            elif not isinstance(item, Notice):
                if not item.timexes:
                    say(talk("no-expression", id=item.document.id))
                yield item

    write(render_timexes(found(), form=form, terminal=width()))
    if problems:
        raise typer.Exit(1)
