"""Everything that is named, as one stream of records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.errors import Where
from timeline.intake.articles import Read, read_articles
from timeline.intake.files import ARTICLE, File, gather
from timeline.intake.reading import FileReading
from timeline.intake.workers import Extracted, extracted
from timeline.records import Located
from timeline.temporal.human import read_given

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Sequence

    from timeline.dates import Date
    from timeline.errors import Problem
    from timeline.intake.outcome import Aside


def read_files(
    *names: str | os.PathLike[str],
    form: str | None = None,
    key: str | None = None,
    published: Date | str | None = None,
    language: str | None = None,
    jobs: int = 1,
    program: Sequence[str] = (),
) -> Iterator[Located | Aside]:
    """Read files of records, then articles for what they claim.

    Args:
        names: files, folders, or `-` for the pipe; none at all means the records that ship with
            timeline.
        form: what all of them are: a format of records, or `article`; without it the name of each
            file tells.
        key: what the collection of records, or else of the one article, is called.
        published, language: of all articles; without them each says so itself. The date may be
            text: `2024-11`, "11 Nov 2024".
        jobs: how many processes read articles.
        program: another program that reads them instead, with its arguments.

    Yields:
        records, each with its place; what can't be read; and what one should know of an article.

    Raises:
        UsageError: something was asked for that there is not.
        DataError: a process that read articles was ended.
    """
    dated = read_given("published", published)
    given = gather(names, form=form, key=key)
    reading = FileReading(given.records, form=None if form == ARTICLE else form)
    yield from reading
    articles = own_articles(given.articles, reading)
    reads = read_articles(articles, published=dated, language=language, any_language=bool(program))
    for item in extracted(with_notices(reads), jobs=jobs, program=program):
        if isinstance(item, Extracted):
            where = Where(item.read.file.name)
            yield from (Located(record, where) for record in item.records)
        else:
            yield item


def own_articles(
    articles: Iterable[File | Problem], reading: FileReading
) -> Iterator[File | Problem]:
    """Leave out the texts that belong to the sources of records that were read."""
    for item in articles:
        of_records = isinstance(item, File) and item.path and item.path.resolve() in reading.texts
        if not of_records:
            yield item


def with_notices(items: Iterable[Read | Aside]) -> Iterator[Read | Aside]:
    """Put what one should know of an article before it."""
    for item in items:
        if isinstance(item, Read):
            yield from item.notices
        yield item
