"""A pool of processes that read, for any batch work: results come in the order of the input, memory stays bounded.

Workers load their model once. They hold no store: what they send back is plain records, and one process writes.
They are spawned, not forked: a copy of a process with database connections and threads would be a gamble.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Generic, TypeVar

from communique import process
from communique.errors import CommuniqueError, LexiconError, ModelError
from communique.records.record import Record
from communique.records.texts import Article

Read = Callable[[Article], list[Record]]
"""Reads one article. It is sent to other processes: a function of a module, or a partial of one."""

Task = Callable[[], list[Record]]
"""The reading of one article."""

Job = TypeVar("Job")

AHEAD = 4
"""Articles under way for each worker: enough that none waits for the writer, few enough to hold in memory."""

FEW = 4
"""So few articles are read here: workers would still be loading the model when they are done."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Why an article could not be read."""

    why: str


Result = list[Record] | Unread | None


def read_all(jobs: Iterable[tuple[Job, Task | None]], workers: int) -> Iterator[tuple[Job, Result]]:
    """Yield each job with the records its task gives, in the order of `jobs`; None where there is nothing to read.

    ModelError, LexiconError: nothing can be read at all. Other failures are the article's: `Unread`.
    """
    readers = _Readers[Job](workers)
    try:
        for job, task in jobs:
            readers.take(job, task)
            while readers.full:
                yield readers.next()
        while readers.waiting:
            yield readers.next()
    except BrokenProcessPool:
        what = "a reading process was ended from outside, perhaps for want of memory; what was entered is kept"
        raise CommuniqueError(f"{what}: go on with fewer --workers") from None
    finally:
        readers.close()


def attempt(task: Task) -> list[Record] | Unread:
    """Return the records of an article, or why it has none: one bad article never stops a batch."""
    try:
        return task()
    except (ModelError, LexiconError):
        raise
    except Exception as error:
        return Unread(f"{type(error).__name__}: {error}".split("\n")[0])


@dataclass(slots=True)
class _Waiting(Generic[Job]):
    job: Job
    task: Task | None
    future: Future[list[Record] | Unread] | None = None


class _Readers(Generic[Job]):
    """The articles under way, in order; processes are started once there is work enough for them."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._pool: ProcessPoolExecutor | None = None
        self.waiting: deque[_Waiting[Job]] = deque()

    @property
    def full(self) -> bool:
        """Whether one has to leave before another may come; one without a task need not stay."""
        most = AHEAD * self._workers if self._workers > 1 else 0
        return len(self.waiting) > most or (bool(self.waiting) and self.waiting[0].task is None)

    def take(self, job: Job, task: Task | None) -> None:
        """Have an article read."""
        self.waiting.append(_Waiting(job, task))
        unread = [one for one in self.waiting if one.task is not None and one.future is None]
        if self._pool is None and self._workers > 1 and len(unread) > FEW:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._workers, mp_context=context, initializer=_begin)
        for one in unread if self._pool else ():
            assert self._pool is not None and one.task is not None
            one.future = self._pool.submit(attempt, one.task)

    def next(self) -> tuple[Job, Result]:
        """Return the first one with its result, once it is there."""
        one = self.waiting.popleft()
        if one.future is not None:
            return one.job, one.future.result()
        return one.job, None if one.task is None else attempt(one.task)

    def close(self) -> None:
        """End the processes; what they are reading just now is not waited for in vain."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """Begin as a worker: deaf to Ctrl-C, and not outliving who started it."""
    process.begin()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
