"""Which files hold articles: those of a path, a folder or a pattern."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from claimx.articles.compression import COMPRESSIONS
from claimx.articles.folders import Tour, listed, matching
from claimx.articles.names import Names, parted, readable
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
ONE_EACH = ("text", "html")
"""Whose files are an article each."""

_KNOWN = ", ".join(FORMATS)
_PATTERN = re.compile(r"[*?]|\[.+\]")


@dataclass(frozen=True, slots=True)
class File:
    """A file that holds articles.

    Args:
        path: Where it is, ``-`` for standard input. A link that leads nowhere is a file, too.
        id: The id of its document, and the beginning of ids that claimx gives to its records: the
            file's name without suffixes; in a folder, its path below the folder. Where another file
            has that id, further folders of the path stand before it, or the suffix behind it.
        format: The name of the module that reads it.
    """

    path: Path
    id: str
    format: str


def files_of(paths: Iterable[str | Path], without: Sequence[Path] = ()) -> Iterator[File]:
    """Yield the files of paths, in their order.

    Args:
        paths: Files; folders, which are searched at any depth; patterns such as
            ``news/**/*.jsonl.gz``; ``-`` for standard input. In folders and patterns, files
            of other kinds and hidden ones are passed over; linked folders are looked into once.
        without: Files and folders, as ``os.path.realpath`` tells them, that are left out of folders
            and patterns.

    Raises:
        ClaimxError: There is nothing at a path, or nothing that claimx reads.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     for name in ("b.txt", "a.csv.gz", "c.md"):
    ...         Path(folder, name).touch()
    ...     [(file.id, file.format) for file in files_of([folder])]
    [('a', 'csv'), ('b', 'text')]
    """
    of_articles, of_records = Names(tuple(FORMATS)), Names(tuple(FORMATS))
    for file in chain.from_iterable(_files(str(path), without) for path in paths):
        names = of_articles if file.format in ONE_EACH else of_records
        yield replace(file, id=readable(names.of(str(file.path), file.id)))


def _files(path: str, without: Sequence[Path]) -> Iterator[File]:
    if path == STANDARD_INPUT:
        yield File(Path(path), "stdin", "standard_input")
    elif os.path.isdir(path):
        found = _others(_below(path, "", Tour(path)), without)
        yield from _some(found, f"{path}: the folder holds no {_KNOWN} files")
    elif os.path.lexists(path) or not _PATTERN.search(path):
        yield _named(path)
    else:
        found = _others(_matching(path), without)
        yield from _some(found, f"{path}: no {_KNOWN} file matches the pattern")


def _named(path: str) -> File:
    try:
        is_regular = stat.S_ISREG(os.stat(path).st_mode)
    except PermissionError as error:
        raise ClaimxError(f"{path}: cannot be read: {error.strerror}") from None
    except (OSError, ValueError):
        raise ClaimxError(f"{path}: no such file or folder") from None
    if not is_regular:
        raise ClaimxError(f"{path}: a pipe or device, not a file: claimx reads it as - < {path}")
    file = _file(path, os.path.basename(path))
    if file is None:
        raise ClaimxError(
            f"{path}: claimx reads {_KNOWN} files, each also as {' and '.join(COMPRESSIONS)}: "
            "rename it"
        )
    return file


def _below(folder: str, prefix: str, tour: Tour) -> Iterator[File]:
    for path in listed(folder):
        name = prefix + os.path.basename(path)
        if os.path.isdir(path):
            if tour.is_new(path):
                yield from _below(path, f"{name}/", tour)
        elif file := _file(path, name):
            yield file


def _matching(pattern: str) -> Iterator[File]:
    # Ids begin where the pattern's wildcards begin.
    fixed = pattern[: min(pattern.find(mark) for mark in "*?[" if mark in pattern)]
    start = fixed.rfind("/") + 1
    for path in sorted(set(matching(pattern)), key=lambda path: Path(path).parts):
        if file := _file(path, path[start:]):
            yield file


def _others(files: Iterator[File], without: Sequence[Path]) -> Iterator[File]:
    for file in files:
        real = Path(os.path.realpath(file.path))
        if not any(real.is_relative_to(place) for place in without):
            yield file


def _some(files: Iterator[File], complaint: str) -> Iterator[File]:
    first = next(files, None)
    if first is None:
        raise ClaimxError(complaint)
    yield first
    yield from files


def _file(path: str, name: str) -> File | None:
    stem, suffix, _ = parted(name)
    form = FORMATS.get(suffix.lower())
    if form is None or not (os.path.isfile(path) or _leads_nowhere(path)):
        return None
    return File(Path(path), Path(stem).as_posix(), form)


def _leads_nowhere(path: str) -> bool:
    return os.path.islink(path) and not os.path.exists(path)
