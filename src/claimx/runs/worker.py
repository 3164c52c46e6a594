"""A worker process of a pool: what runs in it, and how the pool speaks with it."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any

from claimx.errors import ClaimxError
from claimx.runs.workers import Batch, Record, Work

# Each worker has a core of its own: more threads would only stand in one another's way.
_ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
_PATIENCE = 5.0


class WorkerGoneError(Exception):
    """A worker process ended by itself; the message says how."""


class Worker:
    """A process that loads the pipeline once and then works on one batch after the other.

    Args:
        load: Loads the pipeline, in the process.
    """

    def __init__(self, load: Callable[[], Work]) -> None:
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, load), daemon=True)
        with _environment(_ONE_THREAD), _deaf_to_interrupts():
            self._process.start()
        theirs.close()
        self.ready = False

    def send(self, batch: Batch) -> None:
        """Give the worker a batch.

        Raises:
            WorkerGoneError: The process has ended.
        """
        try:
            self.connection.send(batch)
        except OSError:
            raise self._gone() from None

    def receive(self) -> list[Record]:
        """Wait for what the worker says: first that it is ready, then the results of a batch.

        Returns:
            The results; nothing when it is ready.

        Raises:
            WorkerGoneError: The process has ended.
            ClaimxError: The pipeline cannot be loaded.
        """
        try:
            said = self.connection.recv()
        except (EOFError, OSError):
            raise self._gone() from None
        if isinstance(said, str):
            raise ClaimxError(said)
        self.ready = True
        found: list[Record] = said
        return found

    def stop(self) -> None:
        """End the process, whatever it is at."""
        self.connection.close()
        self._process.terminate()
        self._process.join(_PATIENCE)
        if self._process.exitcode is None:
            self._process.kill()
            self._process.join()

    def _gone(self) -> WorkerGoneError:
        self._process.join(_PATIENCE)
        self.stop()
        code = self._process.exitcode or 0
        how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return WorkerGoneError(how)


def _serve(connection: Connection[Any, Any], load: Callable[[], Work]) -> None:
    try:
        try:
            work = load()
        except ClaimxError as error:
            connection.send(str(error))
            return
        connection.send([])
        while True:
            connection.send(work(connection.recv()))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        # The pool is gone, and with it whoever wanted the results.
        return


@contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Start processes that Ctrl-C does not reach: it is for the pool to stop them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
