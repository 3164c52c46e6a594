"""A pool of processes that survives the death of its workers, and finds out what killed them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from typing import Any, Self, cast

from claimx.claims import Document
from claimx.errors import ClaimxError
from claimx.failures import Failure
from claimx.runs.worker import Worker, WorkerGoneError
from claimx.runs.workers import Batch, Record, Work

_AHEAD = 4
_STARTS = 3


class Pool:
    """Workers in processes of their own.

    A worker that dies (killed, out of memory, a fault in native code) is replaced, and its batch
    tried again. If that kills the next worker, the batch is halved, and its halves are halved,
    until one document is left: that one is set aside.

    Args:
        load: Loads the pipeline, once in each process: an ``Extraction``'s ``load``.
        processes: How many.

    >>> from claimx.runs.workers import Extraction
    >>> with Pool(Extraction().load, processes=1) as workers:
    ...     [[found]] = workers.results([[Document("a", "Ann Lee said it would rain.")]])
    >>> found.claims[0].speaker
    'Ann Lee'
    """

    def __init__(self, load: Callable[[], Work], processes: int) -> None:
        self._load = load
        self._processes = processes
        self._workers: dict[Worker, _Task | None] = {}
        self._failed_starts = 0

    def __enter__(self) -> Self:
        """Start the processes and wait until the first is ready."""
        try:
            for _ in range(self._processes):
                self._start()
            while not any(worker.ready for worker in self._workers):
                self._listen(deque())
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *exception: object) -> None:
        """End all processes."""
        for worker in self._workers:
            worker.stop()
        self._workers.clear()

    def results(self, batches: Iterable[Batch]) -> Iterator[list[Record]]:
        """Find the claims of batches, as ``Workers`` says."""
        coming = iter(batches)
        begun: deque[_Begun] = deque()
        again: deque[_Task] = deque()
        while True:
            for worker in self._idle():
                if again:
                    self._give(worker, again.popleft(), again)
                elif (
                    len(begun) < _AHEAD * self._processes
                    and (batch := next(coming, None)) is not None
                ):
                    begun.append(_Begun.of(batch))
                    self._give(worker, _Task(begun[-1], 0, len(batch)), again)
            if begun and begun[0].missing == 0:
                yield cast("list[Record]", begun.popleft().found)
            elif begun or not self._idle():
                self._listen(again)
            else:
                return

    def _start(self) -> None:
        self._workers[Worker(self._load)] = None

    def _idle(self) -> list[Worker]:
        return [one for one, task in self._workers.items() if one.ready and task is None]

    def _give(self, worker: Worker, task: _Task, again: deque[_Task]) -> None:
        self._workers[worker] = task
        try:
            worker.send(task.batch)
        except WorkerGoneError as gone:
            self._replace(worker, gone, again)

    def _listen(self, again: deque[_Task]) -> None:
        """Wait until workers have something to say, and take it."""
        by_connection = {worker.connection: worker for worker in self._workers}
        for connection in wait(list(by_connection)):
            worker = by_connection[cast("Connection[Any, Any]", connection)]
            try:
                found = worker.receive()
            except WorkerGoneError as gone:
                self._replace(worker, gone, again)
                continue
            task, self._workers[worker] = self._workers[worker], None
            self._failed_starts = 0
            if task is not None:
                task.begun.take(task.start, found)

    def _replace(self, worker: Worker, gone: WorkerGoneError, again: deque[_Task]) -> None:
        task = self._workers.pop(worker)
        if not worker.ready:
            self._failed_starts += 1
        if self._failed_starts >= _STARTS:
            raise ClaimxError(
                f"no worker process can be started ({gone}): is there enough memory for "
                f"{self._processes}? Take fewer (--processes)"
            )
        self._start()
        if task is not None:
            again.extendleft(reversed(task.after_death(gone)))


@dataclass(slots=True)
class _Begun:
    """A batch that is worked on, with what has been found of it."""

    batch: Batch
    found: list[Record | None]
    missing: int

    @classmethod
    def of(cls, batch: Batch) -> _Begun:
        return cls(batch, [None] * len(batch), len(batch))

    def take(self, start: int, found: Sequence[Record]) -> None:
        self.found[start : start + len(found)] = found
        self.missing -= len(found)


@dataclass(frozen=True, slots=True)
class _Task:
    """A batch or a part of one, for one worker; ``suspect`` when it has been there at a death."""

    begun: _Begun
    start: int
    stop: int
    suspect: bool = False

    @property
    def batch(self) -> Batch:
        return self.begun.batch[self.start : self.stop]

    def after_death(self, gone: WorkerGoneError) -> list[_Task]:
        if not self.suspect:
            return [replace(self, suspect=True)]
        if self.stop - self.start == 1:
            self.begun.take(self.start, [_culprit(self.batch[0], gone)])
            return []
        middle = (self.start + self.stop) // 2
        return [replace(self, stop=middle), replace(self, start=middle)]


def _culprit(document: Document, gone: WorkerGoneError) -> Failure:
    return Failure(
        document.id,
        f"document {document.id}",
        f"it ends each worker process that works on it ({gone}): does it need too much memory?",
    )
