"""`timeline load`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from timeline.cli import options
from timeline.cli.output import say
from timeline.cli.talk import talk

app = options.new_app()

_EXAMPLES = """
timeline load                        the records that ship with timeline
timeline load notes.yaml             a file; a newer version of it changes what changed
timeline load cases/ feed.jsonl      a folder and a file, as one changeset
timeline load article.txt --published 2024-11     an article: what it claims, read by machine
timeline load articles/ --jobs 2     a folder of articles; what is held already is skipped
timeline load page.html              again when its text has changed: page@2, which replaces page
pbpaste | timeline load - --format article --published 2024-11-12
timeline export | timeline load - --db copy.db
timeline load notes.yaml --dry-run   only says what would change
"""


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
        int,
        typer.Option(
            "--jobs", min=1, max=1000, metavar="N", help="So many processes read articles."
        ),
    ] = 1,
    command: options.With = None,
    again: Annotated[
        bool, typer.Option("--again", help="Read articles that are held already once more.")
    ] = False,
    new: Annotated[
        bool,
        typer.Option(
            "--new",
            help="Take an article for a document of its own, though its file or address was read "
            "before.",
        ),
    ] = False,
    match: Annotated[
        bool,
        typer.Option(
            "--match", help="Take a new event for the one of another source that agrees in full."
        ),
    ] = False,
    by: options.By = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")
    ] = False,
) -> None:
    """Load records into the database: all of them or none.

    An article is read for what it claims. Articles are written as they are read; one that can't be
    is left out.
    """
    from timeline.cli.person import person
    from timeline.cli.progress import progress
    from timeline.cli.told import tell, telling
    from timeline.errors import UsageError
    from timeline.intake.files import gather
    from timeline.intake.loading import Wanted, loading
    from timeline.intake.outcome import Loaded

    program = options.program(command)
    if not program:
        options.check_lang(lang)
    date = options.read_date("--published", published)
    always = Wanted(form, match, dry_run, by=person(by))
    wanted = always._replace(published=date, language=lang, jobs=jobs, again=again, program=program)
    wanted = wanted._replace(new=new)
    given = gather(files or [], form=form, key=collection)
    if not given.articles and wanted != always:
        raise UsageError("only-for-articles")
    loaded = Loaded.of(telling(loading(db, given, wanted, progress)))
    tell(loaded, dry_run=dry_run)
    if loaded.problems:
        raise typer.Exit(1)
    if loaded.report.new and not dry_run and sys.stdout.isatty():
        say(talk("next-show"))
