"""Articles into a database: what is held already is left out, and the others are written as they
are read.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from timeline.cli.articles import Read, hash_of, read_files, records_of, undated
from timeline.cli.changes import check_writable, keep
from timeline.cli.output import say
from timeline.errors import LoadError, StoreError
from timeline.records import AnyRecord, Located, Problem, Where

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from timeline.cli.articles import File
    from timeline.dates import Date
    from timeline.load import Report

    _T = TypeVar("_T")

# So many articles are asked for at once, whether they are there already, and so many are written in
# one changeset; fewer if they are long, because these are held in memory at once.
_ASKED = 64
_WRITTEN = 256
_CHARACTERS = 8_000_000


class Wanted(NamedTuple):
    """How articles are to be read.

    published, language: of all articles; None means that each says so itself.
    jobs: how many processes read.
    again: whether to read what is held already.
    match: whether new events are judged to be those of other sources with which they agree.
    dry_run: whether nothing is kept.
    """

    published: Date | None
    language: str | None
    jobs: int
    again: bool
    match: bool
    dry_run: bool


class ArticleLoad:
    """Articles on their way into a database, some at a time; what is written stays if the rest is
    broken off.

    Args:
        db: the database.
        wanted: how they are read.
        advance: called after each file.

    Attributes:
        count: "read", "held", "problems" -> how many files so far.
    """

    def __init__(self, db: str, wanted: Wanted, *, advance: Callable[[], None]) -> None:
        self._db = db
        self._wanted = wanted
        self._advance = advance
        self.count: Counter[str] = Counter()

    def run(self, files: Iterable[File | Problem]) -> Iterator[Report]:
        """Read and load; a file that is no article is told and counted as a problem, and the rest
        goes on.

        Yields:
            what each changeset did.

        Raises:
            StoreError: the database can't be used.
            UsageError: what reads articles is not installed.
        """
        check_writable(self._db)
        done = records_of(self._new(files), jobs=self._wanted.jobs)
        for group in _groups(self._advancing(done), _WRITTEN, lambda one: len(one[0].article.text)):
            yield from self._write(group)

    def tell(self, reports: Sequence[Report]) -> None:
        """Say how many articles were read, and how to take them back if that takes several
        commands.
        """
        count = self.count
        parts = [f"{count['read']} {'article' if count['read'] == 1 else 'articles'} read"]
        parts += (
            [f"{count['held']} held already (--again reads them once more)"]
            if count["held"]
            else []
        )
        parts += [f"{count['problems']} not read"] if count["problems"] else []
        say(", ".join(parts))
        changesets = [report.changeset for report in reports if report.changeset is not None]
        if len(changesets) > 1 and not self._wanted.dry_run:
            say(
                f"they are changesets {changesets[0]} to {changesets[-1]}; timeline undo takes "
                f"back one at a time"
            )

    def _new(self, files: Iterable[File | Problem]) -> Iterator[Read]:
        """Give the articles that are not held yet."""
        reads = read_files(files, published=self._wanted.published, language=self._wanted.language)
        seen: set[str] = set()
        for group in _groups(
            reads, _ASKED, lambda item: len(item.article.text) if isinstance(item, Read) else 0
        ):
            articles = [item.article for item in group if isinstance(item, Read)]
            held, taken = self._held(
                {hash_of(one.text) for one in articles}, {one.key for one in articles}
            )
            for item in group:
                if isinstance(item, Problem):
                    self._problem(str(item))
                elif (found := hash_of(item.article.text)) in held or found in seen:
                    self.count["held"] += 1
                    self._advance()
                elif (key := item.article.key) in taken:
                    cure = "load it under another name, or with --collection NAME"
                    self._problem(
                        f"{item.file.name}: collection {key} holds what people wrote; {cure}"
                    )
                else:
                    seen.add(found)
                    undated(item, say)
                    yield item

    def _held(self, hashes: set[str], keys: set[str]) -> tuple[set[str], set[str]]:
        """Give the texts that are held already, and the collections that no machine may write
        to.
        """
        from timeline.queries.sources import held, written_by_people
        from timeline.store import open_store

        try:
            with open_store(self._db) as session:
                texts = set() if self._wanted.again else set(held(session, hashes))
                return texts, written_by_people(session, keys)
        except StoreError:  # there is none yet
            return set(), set()

    def _problem(self, line: str) -> None:
        self.count["problems"] += 1
        say(line)
        self._advance()

    def _advancing(self, done: Iterable[_T]) -> Iterator[_T]:
        for one in done:
            self._advance()
            yield one

    def _write(self, group: list[tuple[Read, list[AnyRecord]]]) -> Iterator[Report]:
        """Write some articles as one changeset; if one of them can't be written, each on its
        own.
        """
        try:
            report = keep(
                self._db, lambda session: self._load(session, group), dry_run=self._wanted.dry_run
            )
        except LoadError as error:
            if len(group) > 1:
                for one in group:
                    yield from self._write([one])
                return
            self.count["problems"] += 1
            for problem in error.problems:
                say(str(problem))
        else:
            self.count["read"] += len(group)
            yield report

    def _load(self, session: Any, group: list[tuple[Read, list[AnyRecord]]]) -> Report:
        from timeline.load import linked, load

        located = (
            Located(record, Where(read.file.name)) for read, records in group for record in records
        )
        more = f" and {len(group) - 1} more" if len(group) > 1 else ""
        return load(
            session,
            linked(session, located),
            given=f"{group[0][0].file.name}{more}",
            sha256=lambda: hash_of("".join(read.article.text for read, _ in group)),
            match=self._wanted.match,
        )


def _groups(items: Iterable[_T], most: int, size: Callable[[_T], int]) -> Iterator[list[_T]]:
    """Take items of a stream together: `most` of them, or fewer that are large."""
    group: list[_T] = []
    total = 0
    for item in items:
        group.append(item)
        total += size(item)
        if len(group) == most or total > _CHARACTERS:
            yield group
            group, total = [], 0
    if group:
        yield group
