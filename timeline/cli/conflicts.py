"""`timeline conflicts`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import filters, options

if TYPE_CHECKING:
    from timeline.queries.question import Question

app = options.new_app()

_EXAMPLES = """
timeline conflicts
timeline conflicts --about place         where it was
timeline conflicts --actor Musk --from 2024      of these events alone
timeline conflicts --format jsonl
"""


@app.command(epilog=options.examples(_EXAMPLES))
@filters.asking(*filters.PART, "role", "reviewed", "machine", "confidence", "decided_by")
def conflicts(
    *,
    about: Annotated[
        str | None,
        typer.Option(
            "--about",
            metavar="WORD",
            help="Only what is about this: date, standing, place, numbers, who, verdict, ...",
        ),
    ] = None,
    question: Question,
    limit: options.Limit = options.DEFAULT_LIMIT,
    after: options.After = None,
    language: options.Language = None,
    form: options.Format = "table",
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """Show where sources disagree, every side quoted.

    With filters, only about the events that they find.
    """
    from timeline.cli.output import say, write_page
    from timeline.cli.spoken import spoken
    from timeline.cli.talk import talk
    from timeline.queries.conflicts import conflicts as list_conflicts
    from timeline.queries.question import Question
    from timeline.queries.rows import ConflictRow
    from timeline.store import open_store

    language = spoken(language, form)
    with open_store(db) as session:
        page = list_conflicts(
            session, question, about=about, language=language, limit=limit or None, after=after
        )
    asked = about is not None or question != Question()
    again = talk("same-options", command="conflicts") if asked else "timeline conflicts"
    write_page(page, ConflictRow, form=form, language=language, again=again)
    if not page.rows:
        say(talk("no-conflict"))
