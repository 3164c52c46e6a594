"""How many articles there are to come, found out while the work goes on."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from io import TextIOWrapper
from pathlib import Path
from threading import Thread
from typing import BinaryIO

from claimx.articles.compression import BROKEN, opened
from claimx.articles.files import STANDARD_INPUT, File, files_of
from claimx.errors import ClaimxError

_CHUNK = 2**20


def counting(paths: Iterable[str], without: Sequence[Path] = ()) -> Callable[[], int | None]:
    """Begin to count the articles at paths, beside all other work.

    Args:
        paths: Files, folders and patterns.
        without: What is left out of folders and patterns.

    Returns:
        What tells the number, as soon as it is known; None before, and for standard input.

    >>> counting(["-"])() is None
    True
    """
    held = list(paths)
    found: list[int] = []

    def work() -> None:
        try:
            found.append(sum(_records(file) for file in files_of(held, without)))
        except (*BROKEN, ClaimxError, ImportError, ValueError, csv.Error):
            # The number is only shown: whatever is wrong with a file, reading it will tell.
            return

    if STANDARD_INPUT not in held:
        Thread(target=work, daemon=True).start()
    return lambda: found[0] if found else None


def _records(file: File) -> int:
    if file.format in ("text", "html"):
        return 1
    with opened(file.path) as stream:
        if file.format == "jsonl":
            return _lines(stream)
        if file.format == "csv":
            text = TextIOWrapper(stream, "utf8", errors="replace", newline="")
            return sum(1 for _ in csv.reader(text)) - 1
        import pyarrow.parquet

        rows: int = pyarrow.parquet.ParquetFile(stream).metadata.num_rows
        return rows


def _lines(stream: BinaryIO) -> int:
    count, last = 0, b"\n"
    while chunk := stream.read(_CHUNK):
        count += chunk.count(b"\n")
        last = chunk
    return count + (not last.endswith(b"\n"))
