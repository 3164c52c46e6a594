"""Articles in files, folders and standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from claimx.claims import Document
from claimx.errors import ClaimxError
from claimx.formats import jsonl, plain

STANDARD_INPUT = "-"
_SUFFIXES = (".txt", ".jsonl")


def read_articles(paths: Iterable[str | Path]) -> list[Document]:
    """Read articles from files, folders and standard input.

    Args:
        paths: ``.txt`` files (an article each), ``.jsonl`` files (an object with ``id`` and
            ``text`` a line), folders that hold such files at any depth, or ``-`` for standard
            input, which may be either.

    Returns:
        Documents in the order of the paths, a folder's files in the order of their names. A text
        file's document bears its stem as id; one from a folder its path below the folder, without
        suffix.

    Raises:
        ClaimxError: Something cannot be read, a folder holds nothing to read, a text is empty, or
            two documents have one id.
    """
    documents: dict[str, Document] = {}
    origins: dict[str, str] = {}
    for path in paths:
        for origin, document in _read(str(path)):
            if document.id in documents:
                raise ClaimxError(
                    f"{origin}: the document id {document.id!r} stands twice, "
                    f"first in {origins[document.id]}: give each document an id of its own"
                )
            documents[document.id] = document
            origins[document.id] = origin
    return list(documents.values())


def _read(path: str) -> Iterator[tuple[str, Document]]:
    if path == STANDARD_INPUT:
        yield from _standard_input()
        return
    place = Path(path)
    if not _exists(place):
        raise ClaimxError(f"{path}: no such file or folder")
    if not place.is_dir():
        yield from _file(place, place.stem)
        return
    files = sorted(file for file in place.rglob("*") if file.suffix in _SUFFIXES)
    if not files:
        raise ClaimxError(f"{path}: the folder holds no {' or '.join(_SUFFIXES)} files")
    for file in files:
        yield from _file(file, file.relative_to(place).with_suffix("").as_posix())


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _file(path: Path, identity: str) -> Iterator[tuple[str, Document]]:
    if path.suffix == ".txt":
        yield str(path), plain.read(path, id=identity)
    elif path.suffix == ".jsonl":
        yield from _checked(jsonl.read(path), str(path))
    else:
        raise ClaimxError(f"{path}: claimx reads {' and '.join(_SUFFIXES)} files: rename it")


def _standard_input() -> Iterator[tuple[str, Document]]:
    name, data = "standard input", sys.stdin.buffer.read()
    if data.lstrip().startswith(b"{"):
        yield from _checked(jsonl.read_stream(BytesIO(data), name), name)
    else:
        yield name, plain.from_bytes(data, name, "stdin")


def _checked(documents: Iterable[Document], name: str) -> Iterator[tuple[str, Document]]:
    empty = True
    for document in documents:
        plain.check_text(document.text, f"{name}: document {document.id}")
        yield name, document
        empty = False
    if empty:
        raise ClaimxError(f"{name}: no documents in it")
