"""`timeline load`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from timeline.cli import options
from timeline.cli.output import say
from timeline.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from timeline.cli.article_load import Wanted
    from timeline.load import Report

app = options.new_app()

_EXAMPLES = """
timeline load                        the records that ship with timeline
timeline load notes.yaml             a file; a newer version of it changes what changed
timeline load cases/ feed.jsonl      a folder and a file, as one changeset
timeline load article.txt --published 2024-11     an article: what it claims, read by machine
timeline load articles/ --jobs 2     a folder of articles; what is held already is skipped
pbpaste | timeline load - --format article --published 2024-11-12
timeline export | timeline load - --db copy.db
timeline load notes.yaml --dry-run   only says what would change
"""
_ARTICLE = "article"


@app.command(epilog=options.examples(_EXAMPLES))
def load(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE|FOLDER|-]...", help="Records or articles; without any, the seeds."
        ),
    ] = None,
    *,
    db: options.Db = options.DEFAULT_DB,
    collection: Annotated[
        str | None,
        typer.Option(
            "--collection",
            metavar="NAME",
            help="The collection of files that name none (else each file's stem), or the key of "
            "the one article. "
            "A pipe revokes only with it.",
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="yaml, json, jsonl or article, if the name does not tell.",
        ),
    ] = None,
    published: options.Published = None,
    lang: options.Lang = None,
    jobs: Annotated[
        int, typer.Option("--jobs", min=1, metavar="N", help="So many processes read articles.")
    ] = 1,
    again: Annotated[
        bool, typer.Option("--again", help="Read articles that are held already once more.")
    ] = False,
    match: Annotated[
        bool,
        typer.Option(
            "--match", help="Take a new event for the one of another source that agrees in full."
        ),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")
    ] = False,
) -> None:
    """Load records into the database: all of them or none.

    An article is read for what it claims. Articles are written as they are read; one that can't be
    is left out.
    """
    from timeline.cli.article_load import Wanted
    from timeline.cli.changes import summed, tell

    records, articles = _sorted_out(files or [], form)
    wanted = Wanted(options.read_date("--published", published), lang, jobs, again, match, dry_run)
    options.check_lang(lang)
    if not articles and wanted._replace(match=False, dry_run=False) != Wanted(
        None, None, 1, *[False] * 3
    ):
        raise UsageError(
            "--published, --lang, --jobs and --again are for articles; name one, or give --format "
            "article"
        )
    reports, problems = [], 0
    if records or not articles:
        reports.append(_load_records(records, db, collection, form, wanted))
    if articles:
        more, problems = _load_articles(articles, db, None if records else collection, wanted)
        reports += more
    report = summed(reports)
    if dry_run:
        say("dry run: nothing was changed")
    tell(report)
    if problems:
        raise typer.Exit(1)
    if report.new and not dry_run and sys.stdout.isatty():
        say("next: timeline show")


def _sorted_out(names: Sequence[str], form: str | None) -> tuple[list[str], list[str]]:
    """Part the names that mean records from those that mean articles."""
    from timeline.cli.articles import means_articles
    from timeline.formats import FORMATS
    from timeline.names import did_you_mean

    known = (*FORMATS, _ARTICLE)
    if form not in (None, *known):
        raise UsageError(
            f"--format {form}: there are {', '.join(known)}{did_you_mean(str(form), known)}"
        )
    if form == _ARTICLE and not names:
        raise UsageError("--format article: name the articles, or - for the pipe")
    records, articles = list[str](), list[str]()
    for name in names:
        is_article = form == _ARTICLE or (form is None and means_articles(name))
        (articles if is_article else records).append(name)
    return records, articles


def _load_records(
    names: Sequence[str], db: str, collection: str | None, form: str | None, wanted: Wanted
) -> Report:
    from timeline.cli.changes import keep
    from timeline.cli.inputs import STDIN, Reading, gather
    from timeline.cli.progress import progress
    from timeline.load import linked_by_identifier
    from timeline.load import load as load_records

    given = gather(names)
    with progress(given.size, "bytes") as advance:
        reading = Reading(given, collection=collection, form=form, progress=advance)
        once_only = collection is None and STDIN in names

        def act(session: Any) -> Report:
            found = linked_by_identifier(session, reading)
            name, sha256 = given.names, reading.sha256
            return load_records(
                session, found, given=name, sha256=sha256, once_only=once_only, match=wanted.match
            )

        return keep(db, act, dry_run=wanted.dry_run)


def _load_articles(
    names: Sequence[str], db: str, key: str | None, wanted: Wanted
) -> tuple[list[Report], int]:
    """Load articles; give what was done, and how many of them can't be read."""
    from timeline.cli.article_load import ArticleLoad
    from timeline.cli.articles import articles_named
    from timeline.cli.progress import progress

    found = articles_named(names, key=key)
    with progress(len(found), "articles") as advance:
        loading = ArticleLoad(db, wanted, advance=lambda: advance(1))
        reports = list(loading.run(found))
    loading.tell(reports)
    return reports, loading.count["problems"]
