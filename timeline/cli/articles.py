"""Articles from files, folders and pipes, read for claims in one process or in several."""

from __future__ import annotations

import gc
import hashlib
import os
import signal
import sys
from collections import Counter, deque
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from timeline.cli.inputs import STDIN, no_such_file
from timeline.errors import DataError, TimelineError, UsageError
from timeline.extract.article import MAX_BYTES, SUFFIXES, Article, is_article, key_of, read_article
from timeline.records import AnyRecord, Problem, Where

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future, ProcessPoolExecutor

    from timeline.dates import Date

# So many articles go to a process at once; so many batches wait for each process.
_BATCH = 16
_WAITING = 2


class File(NamedTuple):
    """An article to read: its path (None for the pipe), and what its source is called (None: as its
    text tells).
    """

    path: Path | None
    key: str | None = None

    @property
    def name(self) -> str:
        """How it is called in messages and in the log, where a name that is not in UTF-8 shows its
        bytes.
        """
        return (
            "<stdin>"
            if self.path is None
            else os.fsencode(self.path).decode("utf-8", "backslashreplace")
        )


class Read(NamedTuple):
    """An article that was read, with its file."""

    file: File
    article: Article


# Which files --------------------------------------------------------------------------------------


def means_articles(name: str) -> bool:
    """Whether a name on the command line means articles: by how it ends; a folder if it holds them
    and no records.
    """
    from timeline.formats import format_of

    path = Path(name)
    if name == STDIN or not path.is_dir():
        return name != STDIN and is_article(name)
    found = False
    for inside in _visible(path):
        if format_of(inside.name):
            return False  # texts beside records belong to their sources
        found = found or is_article(inside.name)
    return found


def articles_named(names: Iterable[str], *, key: str | None = None) -> list[File | Problem]:
    """List the articles that names on the command line mean: files, folders, or `-`; each once, and
    none with the key of another.

    Args:
        names: the names; of what is not there, or holds none, there is a problem.
        key: what the source of the one article is called; None lets its file's name say.

    Raises:
        UsageError: there is a key, and not one article.
    """
    found: dict[str, File | Problem] = {}
    for name in names:
        for item in _called(name):
            found.setdefault(_identity(item), item)
    files = list(found.values())
    if key is None:
        return _told_apart(files)
    if len(files) != 1:
        raise UsageError(
            "--collection: each article is a collection of its own; give one file, or leave it out"
        )
    return [item._replace(key=key) if isinstance(item, File) else item for item in files]


def articles_in(folder: Path) -> list[File]:
    """List the articles of a folder and those below it; their keys tell them apart by folder."""
    paths = sorted(path for path in _visible(folder) if is_article(path.name))
    keys = ("/".join(map(key_of, path.relative_to(folder).parts)) for path in paths)
    return [File(path, key) for path, key in zip(paths, keys, strict=True)]


def _visible(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if (
            not any(part.startswith(".") for part in path.relative_to(folder).parts)
            and path.is_file()
        ):
            yield path


def _called(name: str) -> Iterator[File | Problem]:
    path = Path(name)
    if name == STDIN:
        yield File(None)
    elif path.is_dir():
        inside = articles_in(path)
        yield from inside
        if not inside:
            yield Problem(
                Where(name), f"no file in it ends with {', '.join(SUFFIXES)}; name files instead"
            )
    elif path.exists():
        yield File(path, key_of(path.name))
    else:
        yield Problem(Where(name), no_such_file(path))


def _identity(item: File | Problem) -> str:
    if isinstance(item, Problem):
        return f"\0{item}"
    return STDIN if item.path is None else os.path.realpath(item.path)


def _told_apart(files: list[File | Problem]) -> list[File | Problem]:
    """Give files whose keys are the same longer ones: with the folder, then with the whole name,
    then with a number.
    """
    for longer in (_with_folder, _with_suffix, None):
        count = Counter(item.key for item in files if isinstance(item, File) and item.key)
        seen: Counter[str] = Counter()
        for place, item in enumerate(files):
            if (
                isinstance(item, Problem)
                or item.path is None
                or item.key is None
                or count[item.key] == 1
            ):
                continue
            seen[item.key] += 1
            key = longer(item.path, item.key) if longer else f"{item.key}-{seen[item.key]}"
            files[place] = item._replace(key=key)
    return files


def _with_folder(path: Path, key: str) -> str:
    return key if "/" in key else f"{key_of(path.absolute().parent.name)}/{key}"


def _with_suffix(path: Path, key: str) -> str:
    return key + path.suffix.lower()


# From files to articles ---------------------------------------------------------------------------


def read_files(
    files: Iterable[File | Problem], *, published: Date | None, language: str | None
) -> Iterator[Read | Problem]:
    """Open and read articles, one after the other; what can't be read is a problem.

    Args:
        files: the files; what is a problem already stays one.
        published, language: of all of them; None means that each says so itself.

    Raises:
        UsageError: what reads articles of that kind is not installed.
    """
    for file in files:
        if isinstance(file, Problem):
            yield file
            continue
        name = STDIN if file.path is None else file.path.name
        try:
            article = read_article(
                name, _content(file.path), published=published, language=language
            )
        except UsageError:
            raise
        except TimelineError as error:
            yield Problem(Where(file.name), str(error))
            continue
        # Each text that comes through a pipe is a source of its own.
        key = file.key or f"{article.key}-{hash_of(article.text)[:8]}"
        yield Read(file, article._replace(key=key))


def _content(path: Path | None) -> bytes:
    """Read a file, but no more of it than an article may have."""
    try:
        if path is None:
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise DataError(f"can't be read: {error.strerror}; look at its name and rights") from error


def hash_of(text: str) -> str:
    """Give the SHA-256 of a text, by which it is known whether it is held."""
    return hashlib.sha256(text.encode()).hexdigest()


def undated(read: Read, say: Callable[[str], None]) -> None:
    """Tell the person that an article has no date, which leaves "last week" without one as well."""
    if read.article.published is None:
        say(
            f"{read.file.name}: no date of publication is known; relative dates stay relative; "
            f"say it with --published"
        )


# From articles to records -------------------------------------------------------------------------


def records_of(reads: Iterable[Read], *, jobs: int) -> Iterator[tuple[Read, list[AnyRecord]]]:
    """Read articles for claims, in their order.

    Args:
        reads: a stream; some are read ahead.
        jobs: how many processes share the work; 1 does it in this one. Each loads its models once.

    Raises:
        UsageError: what reads them is not installed.
        DataError: one of the processes was ended by somebody else.
    """
    if jobs == 1:
        yield from _in_this_process(reads)
        return
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
    from multiprocessing import get_context

    # Not forked: a copy of this process would share its connection to the database.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_end_with_parent)
    try:
        yield from _in_processes(pool, iter(reads), jobs)
    except BrokenExecutor as error:
        cure = "what was written stays; run it again, with --jobs 1 if memory is short"
        raise DataError(f"a process that reads articles was ended; {cure}") from error
    except BaseException:
        _end_processes()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _in_this_process(reads: Iterable[Read]) -> Iterator[tuple[Read, list[AnyRecord]]]:
    from timeline.extract.claims import extracted

    gc.enable()  # a short command does without; the words of a sentence refer to each other
    held: deque[Read] = deque()

    def articles() -> Iterator[Article]:
        for read in reads:
            held.append(read)
            yield read.article

    for _, records in extracted(articles()):
        yield held.popleft(), records


def _in_processes(
    pool: ProcessPoolExecutor, reads: Iterator[Read], jobs: int
) -> Iterator[tuple[Read, list[AnyRecord]]]:
    waiting: deque[tuple[list[Read], Future[list[list[AnyRecord]]]]] = deque()
    while True:
        while len(waiting) < jobs * _WAITING and (batch := list(islice(reads, _BATCH))):
            with _interrupts_held_back():  # it starts the processes
                waiting.append((batch, pool.submit(_work, [read.article for read in batch])))
        if not waiting:
            return
        batch, done = waiting.popleft()
        yield from zip(batch, done.result(), strict=True)


def _work(articles: list[Article]) -> list[list[AnyRecord]]:
    """What another process does with a batch."""
    from timeline.extract.claims import extracted

    return [records for _, records in extracted(articles)]


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Let a Ctrl-C wait; processes that are started meanwhile leave it for good to the one that the
    person sees.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """In another process: end it when the one that started it is gone, even if that was killed."""
    from multiprocessing import parent_process
    from threading import Thread

    # as in the process of the command: what is read is taken apart when it is done with
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        if (parent := parent_process()) is not None:
            parent.join()
            os._exit(1)

    Thread(target=watch, daemon=True).start()


def _end_processes() -> None:
    """End the other processes in the middle of their work: nobody waits for it any more."""
    from multiprocessing import active_children

    for process in active_children():
        process.terminate()
