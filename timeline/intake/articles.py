"""From files to articles: opened, bounded and read; what can't be read is a problem of its own."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from timeline.errors import DataError, Message, Problem, TimelineError, UsageError, Where
from timeline.extract.article import Article, read_article
from timeline.formats.foreign import foreign_by_content
from timeline.intake.opened import MAX_TEXT, STDIN, opened, whole
from timeline.intake.outcome import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from timeline.dates import Date
    from timeline.intake.files import File


class Read(NamedTuple):
    """An article that was read, with its file."""

    file: File
    article: Article

    @property
    def notices(self) -> Iterator[Notice]:
        """What one should know of it: of its date of publication, on which it hangs what "last
        week" means, that there is none, or that the text was changed since; and that it was cut
        off, so that what it does not say it may say all the same.
        """
        article, where = self.article, Where(self.file.name)
        if article.published is None:
            yield Notice(where, Message("undated"))
        elif article.changed:
            days, published = article.changed, article.published.text
            yield Notice(where, Message("changed-since", days=days, published=published))
        if article.missing:
            yield Notice(where, Message("cut-off", percent=f"{article.missing:.0f}"))
        elif article.missing is not None:
            yield Notice(where, Message("cut-off-somewhere"))


def read_articles(
    files: Iterable[File | Problem],
    *,
    published: Date | None,
    language: str | None,
    any_language: bool = False,
) -> Iterator[Read | Problem]:
    """Open and read articles, one after the other.

    Args:
        files: the files; what is a problem already stays one.
        published, language: of all of them; None means that each says so itself.
        any_language: see `read_article`.

    Raises:
        UsageError: what reads articles of that kind is not installed.
    """
    for file in files:
        if isinstance(file, Problem):
            yield file
            continue
        try:
            article = _article(file, published, language, any_language=any_language)
        except UsageError:
            raise
        except TimelineError as error:
            yield Problem(Where(file.name), error.message)
            continue
        # Each text that comes through a pipe is a source of its own.
        key = file.key or f"{article.key}-{hash_of(article.text)[:8]}"
        yield Read(file, article._replace(key=key))


def _article(
    file: File, published: Date | None, language: str | None, *, any_language: bool
) -> Article:
    name = STDIN if file.path is None else file.path.name
    with opened(file.path) as stream:
        content = whole(stream, MAX_TEXT)
    if kind := foreign_by_content(name, content):
        raise DataError(kind.code)
    return read_article(
        name, content, published=published, language=language, any_language=any_language
    )


def hash_of(text: str) -> str:
    """Give the SHA-256 of a text, by which it is known whether it is held."""
    return hashlib.sha256(text.encode()).hexdigest()
