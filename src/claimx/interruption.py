"""How Ctrl-C and SIGTERM end the command line: with exit code 130, at whatever moment they come.

Until this is imported Ctrl-C leaves a traceback, so that it, and claimx itself, import little.
"""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager

TYPE_CHECKING = False  # typing takes longer to import than all else here
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import NoReturn

INTERRUPTED = 130


def leave_when_interrupted() -> None:
    """End the process at once when it is interrupted, which suits while nothing is under way.

    A KeyboardInterrupt would not do: in the midst of an import it can be lost.
    """
    _on_interruption(_leave)


@contextmanager
def interruptible() -> Iterator[None]:
    """Raise a KeyboardInterrupt at the first interruption; the second ends the process at once.

    >>> with interruptible():
    ...     try:
    ...         signal.raise_signal(signal.SIGTERM)
    ...     except KeyboardInterrupt:
    ...         print("tidying up")
    tidying up
    """
    import threading

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    _on_interruption(_interrupt)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _on_interruption(handler: signal._HANDLER) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        # A shell has what it starts in the background ignore Ctrl-C.
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, handler)


def _interrupt(number: int, frame: object) -> NoReturn:
    leave_when_interrupted()
    raise KeyboardInterrupt


def _leave(number: int, frame: object) -> NoReturn:
    os._exit(INTERRUPTED)
