"""`timeline sources`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli import filters, options

if TYPE_CHECKING:
    from timeline.queries.question import Question

app = options.new_app()

_EXAMPLES = """
timeline sources                  all documents
timeline sources report-fr        one, with its claims
timeline sources --reviewed no    those with events to review
"""


@app.command(epilog=options.examples(_EXAMPLES))
@filters.asking("reviewed", "machine", "confidence", "decided_by")
def sources(
    key: Annotated[str | None, typer.Argument(metavar="[KEY]", help="A source's key.")] = None,
    *,
    question: Question,
    limit: options.Limit = options.DEFAULT_LIMIT,
    after: options.After = None,
    language: options.Language = None,
    form: options.Format = "table",
    db: options.Db = options.DEFAULT_DB,
) -> None:
    """List the documents, or show one with its claims."""
    from timeline.cli.output import write_detail, write_page
    from timeline.cli.spoken import spoken
    from timeline.errors import UsageError
    from timeline.queries.question import Question
    from timeline.queries.rows import SourceRow
    from timeline.queries.sources import source
    from timeline.queries.sources import sources as list_sources
    from timeline.store import open_store

    language = spoken(language, form)
    if key is not None and question != Question():
        raise UsageError("one-and-filter")
    with open_store(db) as session:
        if key is not None:
            write_detail(source(session, key, language=language), form=form, language=language)
            return
        page = list_sources(session, limit=limit or None, after=after, question=question)
    write_page(page, SourceRow, form=form, language=language, again="timeline sources")
