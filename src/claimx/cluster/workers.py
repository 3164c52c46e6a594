"""The workers of a Dask cluster, for a run of ``claimx extract``."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import suppress
from itertools import count, islice
from typing import Self

from distributed import Future, KilledWorker

from claimx.claims import Document
from claimx.cluster.scheduler import connect
from claimx.cluster.sent import Sent
from claimx.errors import ClaimxError
from claimx.failures import Failure
from claimx.runs.workers import Batch, Extraction, Record

_AHEAD = 3  # batches under way for each thread, so that none waits for the next
_LOOK = 5  # seconds until a look whether there are workers
_PATIENCE = 60  # seconds without any worker, which may be starting anew, until the run is given up


class Cluster:
    """The work done by the workers of a scheduler that exists.

    A batch goes to a worker whole; the scheduler tries it again elsewhere when the worker dies. A
    batch that has seen as many workers die as the scheduler allows is tried alone, then halved,
    until the document that does it is found and set aside.

    Args:
        address: Where the scheduler listens, such as ``tcp://10.0.0.7:8786``.
        extraction: How claims are found.
    """

    def __init__(self, address: str, extraction: Extraction) -> None:
        self._address = address
        self._extraction = extraction
        self._under_way: deque[tuple[Batch, Future]] = deque()
        self._numbers = count()

    def __enter__(self) -> Self:
        """Connect, and load the pipeline on each worker.

        Raises:
            ClaimxError: Nothing answers, or a worker cannot do the work.
        """
        self._sent = Sent.of(self._extraction)
        self._client = connect(self._address)
        try:
            self._client.run(self._sent.find, [])
        except BaseException:
            self._client.close()
            raise
        return self

    def __exit__(self, *exception: object) -> None:
        """Let go of the cluster; what is still under way there is dropped."""
        self._client.close()

    def results(self, batches: Iterable[Batch]) -> Iterator[list[Record]]:
        """Find the claims of batches, as ``Workers`` says."""
        coming = iter(batches)
        while True:
            room = max(_AHEAD * self._threads() - len(self._under_way), 1)
            self._under_way += [(batch, self._submit(batch)) for batch in islice(coming, room)]
            if not self._under_way:
                return
            yield self._result(*self._under_way.popleft())

    def _threads(self) -> int:
        try:
            return sum(self._client.nthreads().values())
        except OSError:
            raise self._gone("the scheduler is gone: start it anew") from None

    def _submit(self, batch: Batch) -> Future:
        # Named by number: two batches with the same texts must not become one task. The texts go
        # with the task, so that they are still there when the worker that had them is not.
        key = f"claimx-{next(self._numbers)}"
        return self._client.submit(self._sent.find, batch, key=key)

    def _result(self, batch: Batch, future: Future) -> list[Record]:
        try:
            return self._outcome(future)
        except KilledWorker:
            # A worker's death is held against all batches that waited for it; so each is tried
            # alone, once the others have ended one way or the other.
            for _, other in self._under_way:
                with suppress(KilledWorker):
                    self._outcome(other)
            return self._alone(batch)

    def _outcome(self, future: Future) -> list[Record]:
        without = 0
        while without < _PATIENCE:
            try:
                found: list[Record] = future.result(timeout=_LOOK)
                return found
            except CancelledError:
                raise self._gone("the scheduler is gone: start it anew") from None
            except TimeoutError:
                without = 0 if self._threads() else without + _LOOK
        raise self._gone("all workers are gone: start some")

    def _gone(self, told: str) -> ClaimxError:
        return ClaimxError(f"--cluster {self._address}: {told}, and go on with --resume")

    def _alone(self, batch: Batch) -> list[Record]:
        try:
            return self._outcome(self._submit(batch))
        except KilledWorker:
            if len(batch) == 1:
                return [_killer(batch[0])]
            middle = len(batch) // 2
            return [*self._alone(batch[:middle]), *self._alone(batch[middle:])]


def _killer(document: Document) -> Failure:
    reason = "it ends each worker that works on it: does it need too much memory?"
    return Failure(document.id, f"document {document.id}", reason)
