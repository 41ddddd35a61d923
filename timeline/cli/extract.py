"""`timeline extract`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from timeline.cli.articles import Read

app = options.new_app()

_EXAMPLES = """
timeline extract article.txt --published 2024-11 > draft.yaml     correct it, then load it
timeline extract page.html                                        date and author as the page says
timeline extract articles/ --format jsonl | timeline load -
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
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="yaml, json or jsonl.")
    ] = "yaml",
) -> None:
    """Draft records from articles, to be corrected and loaded.

    They tell who did what, when, and according to whom; `timeline load` reads the same from the
    article itself.
    """
    from timeline.cli.articles import articles_named, read_files, records_of, undated
    from timeline.cli.output import say, write
    from timeline.errors import UsageError
    from timeline.formats import FORMATS
    from timeline.names import did_you_mean
    from timeline.records import Problem

    writer = FORMATS[form].write if form in FORMATS else None
    if writer is None:
        known = [name for name, known in FORMATS.items() if known.write]
        raise UsageError(
            f"--format {form}: there are {', '.join(known)}{did_you_mean(form, known)}"
        )
    options.check_lang(lang)
    date = options.read_date("--published", published)
    problems = 0

    def reads() -> Iterator[Read]:
        nonlocal problems
        for item in read_files(articles_named(files), published=date, language=lang):
            if isinstance(item, Problem):
                problems += 1
                say(str(item))
            else:
                undated(item, say)
                yield item

    write(writer(record for _, records in records_of(reads(), jobs=1) for record in records))
    if problems:
        raise typer.Exit(1)
