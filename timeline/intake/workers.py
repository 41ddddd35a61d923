"""From articles to records, in this process or in several."""

from __future__ import annotations

import gc
import os
import signal
import sys
import traceback
from collections import deque
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from timeline.errors import DataError, Message, Problem, Where
from timeline.intake.articles import Read
from timeline.intake.program import propose
from timeline.records import AnyRecord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from concurrent.futures import Future, ProcessPoolExecutor

    from timeline.extract.article import Article
    from timeline.intake.outcome import Aside
    from timeline.intake.program import Proposed

# So many articles go to a process at once; so many batches wait for each process.
_BATCH = 16
_WAITING = 2
# What only a fault of the program raises: what a text may cause is a TimelineError, what the
# machine lacks (memory, a disk) another.
_FAULTS = (
    ArithmeticError, AssertionError, AttributeError, LookupError, NameError, RuntimeError,
    TypeError, ValueError,
)  # fmt: skip


class Extracted(NamedTuple):
    """An article and the records of its claims."""

    read: Read
    records: list[AnyRecord]

    @property
    def article(self) -> Article:
        """The article."""
        return self.read.article


def extracted(
    items: Iterable[Read | Aside], *, jobs: int, program: Sequence[str] = ()
) -> Iterator[Extracted | Aside]:
    """Read articles for claims, in their order.

    An article on which the program fails is a problem that names the fault; the others go on.

    Args:
        items: a stream, of which some are read ahead; what is no article is passed on.
        jobs: how many processes share the work; 1 does it in this one. Each loads its models once.
        program: another program that is asked instead, with its arguments; see `propose`.

    Raises:
        UsageError: what reads them is not installed.
        DataError: one of the processes was ended by somebody else.
    """
    if program:
        yield from _by_program(iter(items), program, jobs)
        return
    if jobs == 1:
        yield from _in_this_process(iter(items))
        return
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
    from multiprocessing import get_context

    # Not forked: a copy of this process would share its connection to the database.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_end_with_parent)
    try:
        yield from _in_processes(pool, iter(items), jobs)
    except BrokenExecutor as error:
        raise DataError("process-ended") from error
    except BaseException:
        _end_processes()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _by_program(
    items: Iterator[Read | Aside], program: Sequence[str], jobs: int
) -> Iterator[Extracted | Aside]:
    """Ask another program, `jobs` times at once."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(jobs) as pool:
        while True:
            batch: list[Read] = []
            yield from _fill(batch, items, most=jobs)
            if not batch:
                return
            ask = partial(_asked, program=program)
            for read, found in zip(batch, pool.map(ask, batch), strict=True):
                yield from found.asides
                if found.records:
                    yield Extracted(read, found.records)


def _asked(read: Read, program: Sequence[str]) -> Proposed:
    return propose(read.article, program, read.file.name)


def _in_this_process(items: Iterator[Read | Aside]) -> Iterator[Extracted | Aside]:
    while True:
        batch: list[Read] = []
        yield from _fill(batch, items)
        if not batch:
            return
        yield from _joined(batch, _work([read.article for read in batch]))


def _in_processes(
    pool: ProcessPoolExecutor, items: Iterator[Read | Aside], jobs: int
) -> Iterator[Extracted | Aside]:
    waiting: deque[tuple[list[Read], Future[list[list[AnyRecord] | Message]]]] = deque()
    while True:
        while len(waiting) < jobs * _WAITING:
            batch: list[Read] = []
            yield from _fill(batch, items)
            if not batch:
                break
            with _interrupts_held_back():  # it starts the processes
                waiting.append((batch, pool.submit(_work, [read.article for read in batch])))
        if not waiting:
            return
        batch, done = waiting.popleft()
        yield from _joined(batch, done.result())


def _fill(batch: list[Read], items: Iterator[Read | Aside], most: int = _BATCH) -> Iterator[Aside]:
    """Take articles from a stream until the batch is full; what is none is passed on."""
    for item in items:
        if not isinstance(item, Read):
            yield item
            continue
        batch.append(item)
        if len(batch) == most:
            return


def _joined(
    batch: list[Read], results: list[list[AnyRecord] | Message]
) -> Iterator[Extracted | Problem]:
    for read, result in zip(batch, results, strict=True):
        if isinstance(result, Message):
            yield Problem(Where(read.file.name), result)
        else:
            yield Extracted(read, result)


def _work(articles: list[Article]) -> list[list[AnyRecord] | Message]:
    """Read a batch; if the program fails on it, one by one, so that each fault has its article."""
    from timeline.extract.claims import extracted as read_claims

    gc.collect(0)  # a command looks for no rubbish of itself; little is left of the batch before
    try:
        return [records for _, records in read_claims(articles)]
    except _FAULTS as error:
        if len(articles) == 1:
            return [_fault(error)]
    return [result for article in articles for result in _work([article])]


def _fault(error: Exception) -> Message:
    """Say where in the program something failed, for a report."""
    house = str(Path(__file__).parent.parent) + os.sep
    frames = traceback.extract_tb(error.__traceback__)
    *_, last = (frame for frame in frames if frame.filename.startswith(house))
    at = f"{last.filename.removeprefix(house)}:{last.lineno}"
    return Message("program-failed", error=type(error).__name__, at=at)


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

    gc.disable()  # as in the process of the command
    os.environ["OMP_NUM_THREADS"] = "1"  # the processes share the cores: none takes two
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
