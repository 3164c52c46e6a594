"""The command line as a process of its own, with the numeric libraries held to one thread."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

_ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def start(*arguments: str | Path, stdin: int | None = None) -> subprocess.Popen[bytes]:
    """Start ``claimx`` with some arguments; what it prints can be read.

    Args:
        arguments: What stands behind ``claimx``.
        stdin: ``subprocess.PIPE`` to write to it.
    """
    return subprocess.Popen(
        [sys.executable, "-m", "claimx", *map(str, arguments)],
        env={**os.environ, **_ONE_THREAD},
        stdin=stdin,
        stdout=subprocess.PIPE,
    )


def check(process: subprocess.Popen[bytes]) -> None:
    """Wait for the end; stop the benchmark if all did not go well."""
    if process.wait():
        raise SystemExit(f"{process.args!r}: exit code {process.returncode}")


def write_articles(texts: Iterable[str], stream: IO[bytes]) -> Iterator[int]:
    """Write articles as JSON Lines, and yield the number of each that is written."""
    for number, text in enumerate(texts, 1):
        stream.write(json.dumps({"id": f"a{number}", "text": text}).encode() + b"\n")
        yield number
