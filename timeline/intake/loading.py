"""Everything that is named, into a database: records as one changeset, articles as they are read.

What the database holds already is left out; what is written stays if the rest is broken off.
"""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from timeline.errors import LoadError, Message, Problem, StoreError, Where
from timeline.intake.articles import Read, hash_of, read_articles
from timeline.intake.files import ARTICLE, File, Given, gather
from timeline.intake.kept import check_writable, keep
from timeline.intake.outcome import Held, Loaded, Notice, Wrote
from timeline.intake.reading import UNNAMED, FileReading
from timeline.intake.stream import own_articles, with_notices
from timeline.intake.versions import placed
from timeline.intake.workers import Extracted, extracted
from timeline.load import load
from timeline.queries.sources import held, written_by_people
from timeline.records import Located
from timeline.store import open_store
from timeline.temporal.human import read_given

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from timeline.dates import Date
    from timeline.intake.outcome import Aside, LoadOutcome, Progress
    from timeline.load import Report

T = TypeVar("T")
A = TypeVar("A", Read, Extracted)

# So many articles are asked for at once, whether they are there already, and so many are written in
# one changeset; fewer if they are long, because these are held in memory at once.
_ASKED = 64
_WRITTEN = 256
_CHARACTERS = 8_000_000


class Wanted(NamedTuple):
    """How files are to be loaded.

    form: the format of all of them; None means that each one's name tells.
    match: whether new events are judged to be those of other sources with which they agree.
    dry_run: whether nothing is kept.
    published, language: of all articles; None means that each says so itself.
    jobs: how many processes read articles.
    again: whether to read articles that are held already.
    by: who loads them, for the log.
    new: whether each article is a document of its own, though its file or address was read before.
    program: another program that reads articles instead, with its arguments.
    """

    form: str | None = None
    match: bool = False
    dry_run: bool = False
    published: Date | None = None
    language: str | None = None
    jobs: int = 1
    again: bool = False
    by: str | None = None
    new: bool = False
    program: Sequence[str] = ()


@contextmanager
def no_progress(_total: int, _unit: str) -> Iterator[Callable[[int], None]]:
    """Show nobody how far the work is."""
    yield lambda _: None


def load_files(
    db: str,
    *names: str | os.PathLike[str],
    key: str | None = None,
    published: Date | str | None = None,
    **wanted: Any,
) -> Loaded:
    """Load files of records, all of them or none, then articles for what they claim, each that can
    be read.

    Args:
        db: the database, a path or a URL; made if need be.
        names: files, folders, or `-` for the pipe; none at all means the records that ship with
            timeline.
        key: what the collection of records, or else of the one article, is called.
        published: of all articles; it may be text: `2024-11`, "11 Nov 2024".
        wanted: the other fields of `Wanted`.

    Raises:
        LoadError: there are problems in the records; nothing was loaded.
        StoreError: the database can't be used.
        UsageError: something was asked for that there is not.
    """
    asked = Wanted(**wanted, published=read_given("published", published))
    return Loaded.of(loading(db, gather(names, form=asked.form, key=key), asked))


def loading(
    db: str, given: Given, wanted: Wanted, progress: Progress = no_progress
) -> Iterator[LoadOutcome]:
    """Load what was gathered, and tell what comes of it as it comes.

    Args:
        db: the database.
        given: the files.
        wanted: how.
        progress: shows how far the work is.

    Raises:
        LoadError, StoreError, UsageError: see `load_files`.
        DataError: a process that read articles was ended.
    """
    form = None if wanted.form == ARTICLE else wanted.form
    with progress(given.size, "bytes") as advance:
        reading = FileReading(given.records, form=form, progress=advance)
        if given.records:
            yield Wrote(_load_records(db, given, reading, wanted), 0)
    articles = list(own_articles(given.articles, reading))
    if articles:
        with progress(len(articles), "articles") as advance:
            yield from _load_articles(db, articles, wanted, advance)


# Records ------------------------------------------------------------------------------------------


def _load_records(db: str, given: Given, reading: FileReading, wanted: Wanted) -> Report:
    unnamed = File(None) in given.records  # it says nothing of where it belongs

    def act(session: Any) -> Report:
        return load(
            session,
            reading,
            given=given.names,
            sha256=reading.sha256,
            by=wanted.by,
            once_only=UNNAMED if unnamed else None,
            match=wanted.match,
        )

    return keep(db, act, dry_run=wanted.dry_run)


# Articles -----------------------------------------------------------------------------------------


def _load_articles(
    db: str, files: Sequence[File | Problem], wanted: Wanted, advance: Callable[[int], None]
) -> Iterator[LoadOutcome]:
    """Load articles some at a time; what goes wrong with one is told, and the others go on."""
    check_writable(db)
    new = with_notices(_new(db, files, wanted))
    items = extracted(new, jobs=wanted.jobs, program=wanted.program)
    for group in _groups(_advancing(items, advance), Extracted, _WRITTEN):
        if isinstance(group, list):
            for part in _apart(group):
                yield from _write(db, part, wanted)
        else:
            yield group


def _apart(group: Sequence[Extracted]) -> list[list[Extracted]]:
    """Part articles so that no two versions of one page are written at once: of each the first is
    there when the next one comes.
    """
    parts: list[list[Extracted]] = []
    count: Counter[str] = Counter()
    for one in group:
        page = one.article.url or f"\0{one.article.key}"
        if count[page] == len(parts):
            parts.append([])
        parts[count[page]].append(one)
        count[page] += 1
    return parts


def _advancing(items: Iterable[T], advance: Callable[[int], None]) -> Iterator[T]:
    """Count each file that is done with."""
    for item in items:
        if not isinstance(item, Notice):
            advance(1)
        yield item


def _groups(items: Iterable[A | Aside], kind: type[A], most: int) -> Iterator[list[A] | Aside]:
    """Take articles of a stream together: `most` of them, or fewer that are long.

    What is of another kind is passed on at once.
    """
    group: list[A] = []
    length = 0
    for item in items:
        if not isinstance(item, kind):
            yield cast("Aside", item)
            continue
        group.append(item)
        length += len(item.article.text)
        if len(group) == most or length > _CHARACTERS:
            yield group
            group, length = [], 0
    if group:
        yield group


def _new(db: str, files: Iterable[File | Problem], wanted: Wanted) -> Iterator[Read | Aside]:
    """Give the articles that are not held yet."""
    seen: set[str] = set()
    reads = read_articles(
        files,
        published=wanted.published,
        language=wanted.language,
        any_language=bool(wanted.program),
    )
    for group in _groups(reads, Read, _ASKED):
        if not isinstance(group, list):
            yield group
            continue
        texts, taken = _known(db, group, wanted)
        for read in group:
            where, text = Where(read.file.name), hash_of(read.article.text)
            if text in texts or text in seen:
                yield Held(where)
            elif (key := read.article.key) in taken:
                yield Problem(where, Message("collection-of-people", key=key))
            else:
                seen.add(text)
                yield read


def _known(db: str, reads: Sequence[Read], wanted: Wanted) -> tuple[set[str], set[str]]:
    """Give the texts that are held already, and the collections that no machine may write to."""
    try:
        with open_store(db, stale=True) as session:
            hashes = {hash_of(read.article.text) for read in reads}
            texts = set() if wanted.again else set(held(session, hashes))
            return texts, written_by_people(session, {read.article.key for read in reads})
    except StoreError:  # there is none yet
        return set(), set()


def _write(db: str, group: list[Extracted], wanted: Wanted) -> Iterator[Wrote | Problem]:
    """Write some articles as one changeset; if one of them can't be written, each on its own."""
    try:
        report = keep(db, lambda session: _put(session, group, wanted), dry_run=wanted.dry_run)
    except LoadError as error:
        if len(group) == 1:
            yield from error.problems
            return
    else:
        yield Wrote(report, len(group))
        return
    for one in group:
        yield from _write(db, [one], wanted)


def _put(session: Any, group: list[Extracted], wanted: Wanted) -> Report:
    found = [placed(session, one, new=wanted.new) for one in group]
    located = (
        Located(record, Where(one.read.file.name))
        for one, where in zip(group, found, strict=True)
        for record in where.records
    )
    more = f" and {len(group) - 1} more" if len(group) > 1 else ""
    report = load(
        session,
        located,
        given=f"{group[0].read.file.name}{more}",
        sha256=lambda: hash_of("".join(one.article.text for one in group)),
        by=wanted.by,
        match=wanted.match,
    )
    told = [one.told for one in found if one.told is not None]
    return report._replace(notices=(*told, *report.notices))
