"""Many articles: read them from files and folders, and find their claims."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from spacy.language import Language

from claimx.claims import Claim, Document
from claimx.errors import ClaimxError
from claimx.formats.jsonl import parse_jsonl
from claimx.formats.plain import check_text, decoded, read_bytes, read_text
from claimx.models import default_pipeline

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


def extract_many(documents: Iterable[Document], nlp: Language | None = None) -> Iterator[Document]:
    """Find the claims in many articles.

    Args:
        documents: Articles; claims that they already have are put in the new ones' place.
        nlp: A pipeline made by ``load``; by default the default one, loaded once.

    Yields:
        The documents in their order, with their claims in text order.

    Raises:
        ClaimxError: A text is longer than the pipeline takes.

    >>> documents = [Document("a", "Ann Lee said it would rain.", metadata={"date": "2024-05-01"})]
    >>> [(document.id, len(document.claims)) for document in extract_many(documents)]
    [('a', 1)]
    """
    pipeline = nlp or default_pipeline()
    pairs = ((_fitting(document, pipeline.max_length).text, document) for document in documents)
    for doc, document in pipeline.pipe(pairs, as_tuples=True):
        claims = tuple(Claim.from_record(record) for record in doc._.claims)
        yield replace(document, claims=claims)


def _read(path: str) -> Iterator[tuple[str, Document]]:
    if path == STANDARD_INPUT:
        yield from _standard_input()
        return
    try:
        is_folder, is_there = Path(path).is_dir(), Path(path).exists()
    except (OSError, ValueError):
        is_folder, is_there = False, False
    if not is_there:
        raise ClaimxError(f"{path}: no such file or folder")
    if not is_folder:
        yield from _file(Path(path), Path(path).stem)
        return
    folder = Path(path)
    files = sorted(file for file in folder.rglob("*") if file.suffix in _SUFFIXES)
    if not files:
        raise ClaimxError(f"{path}: the folder holds no {' or '.join(_SUFFIXES)} files")
    for file in files:
        yield from _file(file, file.relative_to(folder).with_suffix("").as_posix())


def _file(path: Path, identity: str) -> Iterator[tuple[str, Document]]:
    if path.suffix == ".txt":
        yield str(path), read_text(path, id=identity)
    elif path.suffix == ".jsonl":
        yield from _records(read_bytes(path), str(path))
    else:
        raise ClaimxError(f"{path}: claimx reads {' and '.join(_SUFFIXES)} files: rename it")


def _standard_input() -> Iterator[tuple[str, Document]]:
    data = sys.stdin.buffer.read()
    if data.lstrip().startswith(b"{"):
        yield from _records(data, "standard input")
        return
    text = decoded(data, "standard input")
    check_text(text, "standard input")
    yield "standard input", Document("stdin", text)


def _records(data: bytes, name: str) -> Iterator[tuple[str, Document]]:
    documents = parse_jsonl(decoded(data, name), name)
    if not documents:
        raise ClaimxError(f"{name}: the file holds no documents")
    for document in documents:
        check_text(document.text, f"{name}: document {document.id}")
        yield name, document


def _fitting(document: Document, longest: int) -> Document:
    if len(document.text) > longest:
        raise ClaimxError(
            f"document {document.id}: {len(document.text)} characters are more than the pipeline "
            f"takes at once ({longest}): cut the text"
        )
    return document
