"""The three standard streams, where one is closed or full."""

from __future__ import annotations

import os
import sys


def fill_closed() -> None:
    """Put something in the place of standard streams that were closed when the process began.

    Nothing comes from such a standard input, what goes to standard error is dropped, and what goes
    to standard output fails: a result must not get lost without a word.
    """
    # In the order of their numbers: each takes the lowest that is free.
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf8")  # noqa: SIM115
    if sys.stdout is None:
        unwritable = os.open(os.devnull, os.O_RDONLY)
        sys.stdout = open(unwritable, "w", encoding="utf8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf8")  # noqa: SIM115


def drop_output() -> None:
    """Drop what standard output cannot take, lest it fail once more when the process ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
