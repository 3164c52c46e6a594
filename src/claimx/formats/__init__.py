"""Claims on disk and in tables: a module a format, each with its reader and writer."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, get_args

from claimx.checking import each_document
from claimx.claims import Document
from claimx.errors import ClaimxError
from claimx.formats.strict_json import parse

Format = Literal["jsonl", "json", "brat", "label-studio", "csv", "parquet", "docbin"]
FORMATS: tuple[Format, ...] = get_args(Format)

_MODULES: dict[Format, str] = {
    "jsonl": "jsonl",
    "json": "records",
    "brat": "brat",
    "label-studio": "label_studio",
    "csv": "tables",
    "parquet": "parquet",
    "docbin": "docbin",
}
_SUFFIXES: dict[str, Format] = {
    ".jsonl": "jsonl",
    ".json": "label-studio",
    ".csv": "csv",
    ".parquet": "parquet",
    ".spacy": "docbin",
    ".ann": "brat",
    "": "brat",
}


def read_documents(path: str | Path) -> list[Document]:
    """Read documents with their claims, in whichever format they are.

    Args:
        path: A ``.jsonl`` in the form of docs/format.md; a ``.json`` of Label Studio or of records;
            a ``.csv`` or ``.parquet`` with a row a claim; a ``.spacy`` DocBin; a brat ``.ann`` or a
            folder of them; a ``.txt``, a folder of articles, or ``-`` for standard input.

    Returns:
        The documents, in the order of the file or of the folder's names.

    Raises:
        ClaimxError: The format cannot be told, or the file is not what its name or content says.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_documents([Document("a", "It rained.")], Path(folder, "a.spacy"))
    ...     [document.text for document in read_documents(Path(folder, "a.spacy"))]
    ['It rained.']
    """
    if str(path) != "-" and not os.path.exists(path):
        raise ClaimxError(f"{path}: no such file or folder")
    found = format_of(path)
    if found is None:
        # Articles know formats, so that they can only be asked here.
        from claimx.articles import read_articles

        return read_articles([path])
    return read_as(path, found)


def read_as(path: str | Path, format: Format) -> list[Document]:  # noqa: A002
    """Read documents from a file whose format is known.

    Args:
        path: A file, or for brat a folder.
        format: Its format.

    Raises:
        ClaimxError: The file is not in this format.
    """
    documents = list(_module(format).read(path))
    _check(documents, str(path))
    return documents


def write_documents(
    documents: Iterable[Document],
    path: str | Path,
    format: Format | None = None,  # noqa: A002
) -> None:
    """Write documents with their claims; the file or folder is there whole or not at all.

    Args:
        documents: Documents with their claims.
        path: The file; one that exists is replaced. For brat a folder, which must not exist or be
            empty.
        format: The format; by default the one that the path's suffix stands for: none for brat,
            ``.json`` for Label Studio.

    Raises:
        ClaimxError: The suffix stands for no format, or the path cannot be written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_documents([Document("a", "It rained.")], Path(folder, "a.jsonl"))
    ...     write_documents([Document("a", "It rained.")], Path(folder, "annotated"))
    ...     sorted(os.listdir(folder))
    ['a.jsonl', 'annotated']
    """
    _module(format or format_to_write(path)).write(each_document(documents), path)


def format_of(path: str | Path) -> Format | None:
    """Tell the format of a file or folder by its name, and by its content where that leaves open.

    Args:
        path: A file or folder.

    Returns:
        The format; None for articles: plain text, a folder without annotation, standard input.

    >>> format_of("claims.csv")
    'csv'
    """
    place = Path(path)
    if place.is_dir():
        return "brat" if next(place.rglob("*.ann"), None) else None
    if place.suffix == ".json":
        return _format_of_json(place)
    return _SUFFIXES.get(place.suffix) if place.suffix else None


def format_to_write(path: str | Path) -> Format:
    """Tell by its name which format a file or folder is to be written in.

    Args:
        path: A path, which need not exist.

    Raises:
        ClaimxError: Its suffix stands for no format.

    >>> format_to_write("tasks.json"), format_to_write("annotated/")
    ('label-studio', 'brat')
    """
    suffix = Path(path).suffix
    if suffix not in _SUFFIXES or suffix == ".ann":
        known = ", ".join(name for name in _SUFFIXES if name not in ("", ".ann"))
        raise ClaimxError(
            f"{path}: no format is written with this suffix: take {known}, or a folder for brat"
        )
    return _SUFFIXES[suffix]


def load_json(path: str | Path) -> Any:
    """Read a JSON file.

    Args:
        path: A UTF-8 file.

    Raises:
        ClaimxError: The file cannot be read or is not JSON.
    """
    try:
        return parse(Path(path).read_bytes().removeprefix(BOM_UTF8))
    except OSError as error:
        raise ClaimxError(f"{path}: cannot be read: {error.strerror or error}") from None
    except ClaimxError as error:
        raise ClaimxError(f"{path}: {error}") from None


def _format_of_json(path: Path) -> Format:
    content = load_json(path)
    records = content if isinstance(content, list) else [content]
    if records and all(isinstance(record, dict) for record in records):
        if all("data" in record for record in records):
            return "label-studio"
        if all("text" in record for record in records):
            return "json"
    raise ClaimxError(
        f"{path}: neither tasks of Label Studio (objects with data) nor records of documents "
        "(objects with id and text); from Label Studio export as JSON, not JSON-MIN"
    )


def _module(name: Format) -> Any:
    # Imported when first asked for: pandas, pyarrow and spaCy are heavy.
    return import_module(f"{__name__}.{_MODULES[name]}")


def _check(documents: list[Document], name: str) -> None:
    from claimx.formats.plain import check_text

    if not documents:
        raise ClaimxError(f"{name}: no documents in it")
    seen = set()
    for document in documents:
        check_text(document.text, f"{name}: document {document.id}")
        if document.id in seen:
            raise ClaimxError(f"{name}: the document id {document.id!r} stands twice")
        seen.add(document.id)
