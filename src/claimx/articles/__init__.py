"""Articles in files, folders and standard input, one at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from importlib import import_module
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO

from claimx.articles.compression import BROKEN, opened
from claimx.articles.fields import Fields
from claimx.articles.files import ONE_EACH, STANDARD_INPUT, File, files_of
from claimx.articles.records import Entries, Entry, Placed
from claimx.claims import Document
from claimx.errors import ClaimxError
from claimx.failures import Failure

__all__ = ["Fields", "read_articles", "stream_articles"]

_HELD = 10_000
_DATED = 1000


def stream_articles(
    paths: Iterable[str | Path], fields: Fields | None = None, without: Sequence[Path] = ()
) -> Iterator[Document | Failure]:
    r"""Read articles one at a time, and what cannot be read as why.

    Args:
        paths: Files, folders, which are searched at any depth, patterns (``news/**/*.jsonl.gz``),
            or ``-`` for standard input. ``.txt`` and ``.html`` files hold an article each,
            ``.jsonl`` one a line, ``.csv`` and ``.parquet`` one a row; ``.gz`` and ``.zst`` may
            follow.
        fields: Which field of a record holds what.
        without: Files and folders, as ``os.path.realpath`` tells them, that are left out of folders
            and patterns.

    Returns:
        Documents and failures in the order of the paths, a folder's files in the order of their
        names. Memory does not grow with the number of articles, but for some bytes an id.

    Raises:
        ClaimxError: At once: something cannot be opened or is not what its name says, a folder or
            pattern holds nothing to read, or no record can be read.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "news.jsonl")
    ...     _ = path.write_text('{"id": "a", "text": "Hm."}\n{"id": "b"}\n')
    ...     [found.id for found in stream_articles([path]) if isinstance(found, Document)]
    ['a']
    """
    held = list(paths)
    chosen = fields or Fields()
    for file in files_of(held, without):
        _check(file, chosen)

    def entries() -> Entries:
        files = files_of(held, without)
        return _once(chain.from_iterable(_entries(file, chosen) for file in files))

    return _with_a_document(entries, [str(path) for path in held])


def read_articles(paths: Iterable[str | Path], fields: Fields | None = None) -> list[Document]:
    """Read all articles, or none if one of them cannot be read.

    Args:
        paths: As for ``stream_articles``.
        fields: Which field of a record holds what.

    Returns:
        Documents in the order of the paths, a folder's files in the order of their names. A text
        file's document bears its stem as id; one from a folder its path below the folder, without
        suffix.

    Raises:
        ClaimxError: Something cannot be read, a folder holds nothing to read, a text is empty, or
            two documents have one id.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "rain.txt").write_text("It rained.")
    ...     [document.id for document in read_articles([folder])]
    ['rain']
    """
    documents = []
    for found in stream_articles(paths, fields):
        if isinstance(found, Failure):
            raise ClaimxError(f"{found.origin}: {found.reason}")
        documents.append(found)
    return documents


def _with_a_document(
    read: Callable[[], Entries], paths: Sequence[str]
) -> Iterator[Document | Failure]:
    """Return all documents and failures, or raise if there is no document among them."""
    # Standard input can be read once only.
    held = sys.maxsize if STANDARD_INPUT in paths else _HELD
    failures: list[Failure] = []
    count = 0
    for count, entry in enumerate(entries := read(), 1):
        if isinstance(entry, Placed):
            if count > held:
                return map(_bare, read())
            return chain[Document | Failure](failures, [entry.document], map(_bare, entries))
        if count < held:
            failures.append(entry)
    if not failures:
        raise ClaimxError(f"{', '.join(paths)}: no documents in it")
    first = f"{failures[0].origin}: {failures[0].reason}"
    others = f" (and so on: no record of the first {count} can be read)"
    raise ClaimxError(first + (others if count > 1 else ""))


def _bare(entry: Entry) -> Document | Failure:
    return entry.document if isinstance(entry, Placed) else entry


def _once(entries: Entries) -> Entries:
    """Set aside documents whose id stands twice; of the ids only hashes are kept."""
    seen: set[int] = set()
    for entry in entries:
        if isinstance(entry, Placed):
            identity = entry.document.id
            if hash(identity) in seen:
                reason = f"document {identity}: the id stands twice; ids must be unique"
                entry = Failure(identity, entry.origin, reason)
            else:
                seen.add(hash(identity))
        yield entry


def _check(file: File, fields: Fields) -> None:
    """Open a file; where a record is an article, read the first one, or look for a date."""
    if file.format == "standard_input" or not os.path.exists(file.path):
        return  # a link that leads nowhere is set aside when its turn comes
    read = _reader(file)
    try:
        with opened(file.path) as stream:
            if file.format in ONE_EACH:
                stream.read(1)
            else:
                with closing(read(stream, file, fields)) as entries:
                    if file.format == "jsonl" and fields.date:
                        _check_dates(islice(entries, _DATED), file, fields.date)
                    else:
                        next(entries, None)
    except BROKEN as error:
        raise ClaimxError(f"{file.path}: cannot be read: {_reason(error)}") from None


def _check_dates(entries: Entries, file: File, name: str) -> None:
    """Refuse a name for the date that no record has: a record alone may lack a date."""
    found = [entry.document.metadata for entry in entries if isinstance(entry, Placed)]
    if found and not any("date" in metadata for metadata in found):
        there = ", ".join(map(repr, list(found[0])[:8]))
        raise ClaimxError(
            f"{file.path}: no field {name!r} in the first {len(found)} records; there are "
            f"{there or 'none beside id and text'}: name it with --date-field"
        )


def _entries(file: File, fields: Fields) -> Entries:
    """Read a file; what goes wrong in mid-file is one more failure."""
    last = None
    try:
        with _stream(file) as stream:
            for last in _reader(file)(stream, file, fields):
                yield last
    except (*BROKEN, ClaimxError) as error:
        name = str(file.path)
        origin = name if last is None else f"{name}, after {_origin(last)}"
        failed = "cannot be read" if last is None else "cannot be read further"
        reason = _reason(error).removeprefix(f"{name}: ")
        yield Failure(file.id, origin, f"{failed}: {reason}")
    else:
        if last is None:
            yield Failure(file.id, str(file.path), "no documents in it")


def _reader(file: File) -> Any:
    # Imported when first asked for: pyarrow and trafilatura are heavy, and not always there.
    return import_module(f"{__name__}.{file.format}").read


@contextmanager
def _stream(file: File) -> Iterator[BinaryIO]:
    if file.format == "standard_input":
        yield sys.stdin.buffer
    else:
        with opened(file.path) as stream:
            yield stream


def _origin(entry: Entry) -> str:
    return entry.origin.rpartition(", ")[2]


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
