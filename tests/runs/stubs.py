"""Work that is quick, and that fails when a text says so."""

import os
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from claimx.claims import Claim, Document
from claimx.runs.workers import Batch, Record, Work, set_aside

Extract = Callable[..., Any]
"""Runs ``claimx extract`` with the arguments given."""


def load() -> Work:
    """Load nothing."""
    return _work


def _work(batch: Batch) -> list[Record]:
    return [_one(document) for document in batch]


def _one(document: Document) -> Record:
    words = document.text.split()
    if "die" in words:
        os.kill(os.getpid(), signal.SIGKILL)
    if "leave" in words:
        os._exit(7)
    if "slow" in words:
        time.sleep(0.01)
    if "wrong" in words:
        return set_aside(document, ValueError("no head"))
    claim = Claim("c1", content=((0, len(document.text)),), speaker=words[0])
    return replace(document, claims=(claim,) * (len(words) % 3 > 0))
