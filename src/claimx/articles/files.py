"""Which files hold articles: those of a path, a folder or a pattern."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from claimx.articles.compression import COMPRESSIONS
from claimx.errors import ClaimxError

STANDARD_INPUT = "-"
FORMATS = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
}
_KNOWN = ", ".join(FORMATS)
_PATTERN = re.compile(r"[*?]|\[.+\]")


@dataclass(frozen=True, slots=True)
class File:
    """A file that holds articles.

    Args:
        path: Where it is, ``-`` for standard input.
        id: The id of its document, and the beginning of ids that claimx gives to its records: the
            file's name without suffixes; in a folder, its path below the folder.
        format: The name of the module that reads it.
    """

    path: Path
    id: str
    format: str


def files_of(paths: Iterable[str | Path]) -> Iterator[File]:
    """Yield the files of paths, in their order.

    Args:
        paths: Files; folders, which are searched at any depth; patterns such as
            ``news/**/*.jsonl.gz``; ``-`` for standard input. In folders and patterns, files
            of other kinds and hidden ones are passed over.

    Raises:
        ClaimxError: There is nothing at a path, or nothing that claimx reads.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     for name in ("b.txt", "a.csv.gz", "c.md"):
    ...         Path(folder, name).touch()
    ...     [(file.id, file.format) for file in files_of([folder])]
    [('a', 'csv'), ('b', 'text')]
    """
    for path in map(str, paths):
        if path == STANDARD_INPUT:
            yield File(Path(path), "stdin", "standard_input")
        elif os.path.isdir(path):
            yield from _some(_below(path, ""), f"{path}: the folder holds no {_KNOWN} files")
        elif os.path.lexists(path) or not _PATTERN.search(path):
            yield _named(path)
        else:
            yield from _some(_matching(path), f"{path}: no {_KNOWN} file matches the pattern")


def _named(path: str) -> File:
    try:
        os.stat(path)
    except PermissionError as error:
        raise ClaimxError(f"{path}: cannot be read: {error.strerror}") from None
    except (OSError, ValueError):
        raise ClaimxError(f"{path}: no such file or folder") from None
    file = _file(path, os.path.basename(path))
    if file is None:
        raise ClaimxError(
            f"{path}: claimx reads {_KNOWN} files, each also as {' and '.join(COMPRESSIONS)}: "
            "rename it"
        )
    return file


def _below(folder: str, prefix: str) -> Iterator[File]:
    try:
        with os.scandir(folder) as entries:
            found = sorted((entry for entry in entries), key=lambda entry: entry.name)
    except OSError as error:
        raise ClaimxError(f"{folder}: cannot be read: {error.strerror or error}") from None
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, f"{prefix}{entry.name}/")
        elif entry.is_file():
            file = _file(entry.path, prefix + entry.name)
            if file:
                yield file


def _matching(pattern: str) -> Iterator[File]:
    # Ids begin where the pattern's wildcards begin.
    fixed = pattern[: min(pattern.find(mark) for mark in "*?[" if mark in pattern)]
    start = fixed.rfind("/") + 1
    for path in sorted(glob.iglob(pattern, recursive=True), key=lambda path: Path(path).parts):
        if os.path.isfile(path):
            file = _file(path, path[start:])
            if file:
                yield file


def _some(files: Iterator[File], complaint: str) -> Iterator[File]:
    first = next(files, None)
    if first is None:
        raise ClaimxError(complaint)
    yield first
    yield from files


def _file(path: str, name: str) -> File | None:
    stem, suffix = os.path.splitext(name)
    if suffix.lower() in COMPRESSIONS:
        stem, suffix = os.path.splitext(stem)
    form = FORMATS.get(suffix.lower())
    return File(Path(path), Path(stem).as_posix(), form) if form else None
